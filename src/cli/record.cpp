#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "volteface/coverage.h"
#include "volteface/version.h"

namespace volteface::cli {
namespace {

std::string date_text(const std::optional<Date>& date) { return date ? format_date(*date) : ""; }

std::int64_t whole(std::size_t n) { return static_cast<std::int64_t>(n); }

std::string name_of(const RollCall& r) { return r.symbol.empty() ? r.id : r.symbol; }

// The first few names, and how many more there are.
std::string names_of(const Record& record, const std::vector<RollCallIndex>& roll_calls) {
  constexpr std::size_t most = 5;
  std::string names;
  for (std::size_t i = 0; i < std::min(most, roll_calls.size()); ++i) {
    names += (i ? ", " : "") + name_of(record.roll_calls[roll_calls[i]]);
  }
  if (roll_calls.size() > most) names += fmt::format(" and {} more", roll_calls.size() - most);
  return names;
}

void add_coverage(const Record& record, const Coverage& c, Table& table) {
  table.add({"record", "version", std::string(version()), "of volteface"});
  table.add({"record", "hash", record.hash, "names this very record"});
  table.add({"record", "first date", date_text(c.first), {}});
  table.add({"record", "last date", date_text(c.last), "nothing later is known"});
  table.add({"record", "roll calls", whole(c.roll_calls), {}});
  table.add({"record", "states", whole(c.states), "RUS follows SUN, CHN follows TWN"});
  const std::size_t cast = std::size_t{c.cells.yes} + c.cells.abstain + c.cells.no;
  table.add({"cells", "all", whole(cast + c.cells.absent), "state by roll call"});
  table.add({"cells", "cast", whole(cast), "yes, abstain or no"});
  table.add({"cells", "yes", whole(c.cells.yes), {}});
  table.add({"cells", "abstain", whole(c.cells.abstain), {}});
  table.add({"cells", "no", whole(c.cells.no), {}});
  table.add({"cells", "absent", whole(c.cells.absent), "or present and not voting"});
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    if (c.of_kind[kind] == 0) continue;
    table.add({"kinds", std::string(kind_name(static_cast<Kind>(kind))), whole(c.of_kind[kind]),
               "last on " + date_text(c.last_of_kind[kind])});
  }
}

// A kind that has not been seen for a year before the record ends is missing, not unused.
void add_ended_kinds(const Coverage& c, Table& table) {
  constexpr std::chrono::days year{365};
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    const auto& last = c.last_of_kind[kind];
    if (!last || *c.last - *last <= year || kind == std::size_t(Kind::unspecified)) continue;
    table.add({"holes", fmt::format("{} votes end", kind_name(static_cast<Kind>(kind))),
               format_date(*last), "the sources have none later"});
  }
}

void add_holes(const Record& record, const Coverage& c, Table& table) {
  const auto add = [&](const char* item, const std::vector<RollCallIndex>& found,
                       const std::string& note) {
    if (!found.empty()) table.add({"holes", item, whole(found.size()), note});
  };
  if (!c.years_without_votes.empty()) {
    table.add({"holes", "years without roll calls", whole(c.years_without_votes.size()),
               fmt::format("{}", fmt::join(c.years_without_votes, ", "))});
  }
  add_ended_kinds(c, table);
  if (c.last_with_issues && *c.last_with_issues < *c.last) {
    table.add(
        {"holes", "issue codes end", format_date(*c.last_with_issues), "later ones have subjects"});
  }
  add("without cells", c.without_cells, names_of(record, c.without_cells));
  if (!c.approximate_dates.empty()) {
    const Date last = record.roll_calls[c.approximate_dates.back()].date;
    add("approximate dates", c.approximate_dates,
        fmt::format("to {}; the day may be wrong", format_date(last)));
  }
  add("probable duplicates", c.duplicates, "taken only by id");
  add("with a note", c.suspect, "`rollcall` shows it");
}

void add_totals(const Coverage& c, Table& table) {
  table.add({"totals", "compared", whole(c.totals_compared), "published with counted"});
  table.add({"totals", "equal", whole(c.totals_compared - c.totals_different.size()), {}});
  table.add({"totals", "different", whole(c.totals_different.size()), "--mismatches lists them"});
}

void print_sources(const Record& record) {
  for (const Source& s : record.sources) {
    print_out(wrapped(fmt::format("source: {}. Terms: {}. {}", s.name, s.terms, s.url),
                      terminal_width()));
  }
}

int print_coverage(const Record& record, Format format) {
  const Coverage coverage = coverage_of(record);
  Table table({{"topic"}, {"item"}, {"value"}, {"note", 0, Fit::wrap}});
  add_coverage(record, coverage, table);
  if (coverage.last) add_holes(record, coverage, table);
  add_totals(coverage, table);
  if (format == Format::text) {
    const int code = table.print(format, record);
    print_sources(record);
    return code;
  }
  for (const Source& s : record.sources) table.add({"source", s.name, s.terms, s.url});
  return table.print(format, record);
}

int print_mismatches(const Record& record, Format format) {
  Table table({{"rollcall"},
               {"date"},
               {"symbol", 0, Fit::cut},
               {"yes"},
               {"no"},
               {"abstain"},
               {"published_yes"},
               {"published_no"},
               {"published_abstain"}});
  for (const RollCallIndex i : coverage_of(record).totals_different) {
    const RollCall& r = record.roll_calls[i];
    const Tally counted = record.tally(i);
    const Tally published = r.published.value_or(Tally{});
    table.add({r.id, format_date(r.date), r.symbol, std::int64_t{counted.yes},
               std::int64_t{counted.no}, std::int64_t{counted.abstain}, std::int64_t{published.yes},
               std::int64_t{published.no}, std::int64_t{published.abstain}});
  }
  return table.print(format, record);
}

}  // namespace

void add_record_command(Program& program) {
  CLI::App* command =
      program.add_command("record", "What the record covers, what it lacks, where it comes from");
  command->footer(
      "Examples:\n"
      "  volteface record\n"
      "  volteface record --mismatches --csv     where published totals are not those counted\n"
      "  volteface record --record new.csv       what it covers with a file of yours");
  auto mismatches = std::make_shared<bool>(false);
  command->add_flag("--mismatches", *mismatches,
                    "The roll calls whose published totals are not those counted from the cells");
  command->callback([&program, mismatches] {
    const Record record = program.load_record();
    const Format format = program.settings().format;
    program.set_exit_code(*mismatches ? print_mismatches(record, format)
                                      : print_coverage(record, format));
  });
}

}  // namespace volteface::cli
