#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/added_file.h"
#include "cli/program.h"
#include "cli/table.h"

namespace volteface::cli {
namespace {

struct ImportSettings {
  std::vector<std::string> files;
  std::string output;
  std::string format;
  bool strict = false;
  bool replace = false;
};

ImportOptions options_of(const ImportSettings& settings) {
  ImportOptions options;
  options.replace = settings.replace;
  if (settings.format.empty()) return options;
  options.format = parse_import_format(settings.format);
  if (!options.format) {
    throw Error(
        fmt::format("--format: unknown format '{}'; expected undl, marc, voeten, long or record",
                    settings.format));
  }
  return options;
}

void add_counts(const ImportReport& report, Table& table) {
  const auto add = [&](const char* what, std::uint64_t count, const char* note,
                       bool always = true) {
    if (always || count > 0) {
      table.add({report.file, what, static_cast<std::int64_t>(count), note});
    }
  };
  add("rows", report.rows, "");
  add("cells added", report.cells_added, "that the record did not list");
  add("cells changed", report.cells_changed, "by --replace");
  add("cells as before", report.cells_same, "the record has them so");
  add("repeated", report.cells_repeated, "rows that say what an earlier one says");
  add("no member", report.not_member, "rows without a vote, since the state was no member", false);
  add("refused", report.refused, "told on standard error");
  add("roll calls added", report.roll_calls_added, "");
  add("roll calls known", report.roll_calls_known, "");
  add("fields filled", report.fields_filled, "of roll calls known");
  add("without a vote", report.records_without_votes, "records passed over", false);
  add("totals compared", report.totals_compared, "published in the file, with counted");
  add("totals different", report.totals_different, "");
}

nlohmann::ordered_json refusals_json(const std::vector<ImportReport>& reports) {
  auto json = nlohmann::ordered_json::array();
  for (const ImportReport& report : reports) {
    for (const Refusal& refusal : report.refusals) {
      json.push_back({{"file", refusal.position.file},
                      {"line", refusal.position.line},
                      {"column", refusal.position.column},
                      {"reason", refusal.reason}});
    }
  }
  return json;
}

nlohmann::ordered_json totals_json(const std::vector<ImportReport>& reports) {
  const auto tally = [](const Tally& t) {
    return nlohmann::ordered_json{{"yes", t.yes}, {"no", t.no}, {"abstain", t.abstain}};
  };
  auto json = nlohmann::ordered_json::array();
  for (const ImportReport& report : reports) {
    for (const TotalsDifference& d : report.differing_totals) {
      json.push_back({{"file", report.file},
                      {"rollcall", d.roll_call},
                      {"symbol", d.symbol},
                      {"published", tally(d.published)},
                      {"counted", tally(d.counted)}});
    }
  }
  return json;
}

void print_differing_totals(const ImportReport& report) {
  for (const TotalsDifference& d : report.differing_totals) {
    fmt::print(stderr, "{}: totals of {}{} are {}-{}-{} in the file, and {}-{}-{} by its cells\n",
               report.file, d.roll_call, d.symbol.empty() ? "" : " (" + d.symbol + ")",
               d.published.yes, d.published.no, d.published.abstain, d.counted.yes, d.counted.no,
               d.counted.abstain);
  }
  if (report.totals_different > report.differing_totals.size()) {
    fmt::print(stderr, "{}: {} more totals are different\n", report.file,
               report.totals_different - report.differing_totals.size());
  }
}

// Written beside it first, so that no half of a record ever has the name asked for.
void write_record(const Record& record, const std::string& path) {
  const std::string beside = path + ".part";
  const auto bytes = encode_record(record);
  std::ofstream out(beside, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()),
            static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code failure;
  if (out) std::filesystem::rename(beside, path, failure);
  if (!out || failure) {
    std::filesystem::remove(beside, failure);
    throw Error("cannot be written", {path});
  }
  fmt::print(stderr, "{}: {} roll calls, hash {}\n", path, record.roll_calls.size(), record.hash);
}

int import_files(const Program& program, const ImportSettings& settings) {
  const ImportOptions options = options_of(settings);
  Record record = program.load_record();
  std::vector<ImportReport> reports;
  std::exception_ptr failure;  // of the file at which reading ended; those before it are told first
  try {
    for (const std::string& file : settings.files) {
      reports.push_back(import_with_progress(record, file, options));
    }
  } catch (const Error&) {
    if (reports.empty()) throw;
    failure = std::current_exception();
  }
  Table table({{"file", 0, Fit::cut}, {"what"}, {"count"}, {"note", 0, Fit::cut}});
  std::uint64_t refused = 0;
  for (const ImportReport& report : reports) {
    add_counts(report, table);
    refused += report.refused;
    print_refusals(report, report.refusals.size());
    print_differing_totals(report);
  }
  const bool failed_strictly = settings.strict && refused > 0;
  if (!settings.output.empty() && !failed_strictly && !failure) {
    write_record(record, settings.output);
  }
  if (program.settings().format == Format::json) {
    nlohmann::ordered_json json = table.json(record);
    json["refusals"] = refusals_json(reports);
    json["totals_different"] = totals_json(reports);
    print_json(json);
  } else {
    table.print(program.settings().format, record);
  }
  if (failure) std::rethrow_exception(failure);
  if (!failed_strictly) return found;
  fmt::print(stderr, "volteface: {} refused, and --strict was given{}\n", refused,
             settings.output.empty() ? "" : "; nothing was written");
  return failed;
}

}  // namespace

void add_import_command(Program& program) {
  CLI::App* command = program.add_command(
      "import", "Read files of votes, and tell what they add, change and contradict");
  command->footer(
      "Formats, told from the content: the UN Digital Library's voting data in CSV (undl) or "
      "MARC-XML "
      "(marc),\n"
      "Voeten's table (voeten), a plain table as `votes --csv` writes it (long), a record (.vfr). "
      "Any may "
      "be .gz.\n"
      "Refused rows are told on standard error, each with line and column. To use a file once, "
      "give it "
      "to any\n"
      "command with --record.\n\n"
      "Examples:\n"
      "  volteface import ga_voting.csv\n"
      "  volteface import new.xml --output merged.vfr\n"
      "  volteface import corrections.csv --replace --strict --output merged.vfr\n"
      "  volteface votes ARG --record-only merged.vfr");
  auto settings = std::make_shared<ImportSettings>();
  command->add_option("files", settings->files, "Files of votes, read in this order")
      ->required()
      ->type_name("FILE");
  command->add_option("--output", settings->output, "Write the merged record to this file")
      ->type_name("OUT.vfr")
      ->group("Import");
  command
      ->add_flag("--strict", settings->strict,
                 "Exit code 2, and write nothing, if a row is refused")
      ->group("Import");
  command
      ->add_flag("--replace", settings->replace,
                 "Where a row contradicts the record, take the row's vote")
      ->group("Import");
  command->add_option("--format", settings->format, "undl, marc, voeten, long or record")
      ->type_name("FORMAT")
      ->group("Import");
  command->callback(
      [&program, settings] { program.set_exit_code(import_files(program, *settings)); });
}

}  // namespace volteface::cli
