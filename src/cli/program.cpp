#include "cli/program.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>
#include <sstream>

#include "cli/added_file.h"
#include "record/text.h"
#include "volteface/version.h"

namespace volteface::cli {
namespace {

// The parser's own conversion takes -1, and the largest number for any beyond it.
std::uint64_t seed_from_option(const std::string& text) {
  std::uint64_t seed = 0;
  const char* end = text.data() + text.size();
  const auto [behind, failure] = std::from_chars(text.data(), end, seed);
  if (failure == std::errc() && behind == end) return seed;
  throw Error(fmt::format("--seed: '{}' is not a seed; expected a whole number from 0 to {}",
                          shortened(text), std::numeric_limits<std::uint64_t>::max()));
}

}  // namespace

Program::Program()
    : app_("Who stands with whom in the United Nations, when a state turned, and who says why.",
           "volteface") {
  app_.require_subcommand(1);
  app_.get_formatter()->column_width(26);
  app_.footer(
      "Every command takes --json and --csv, and tells more with --help. Data goes to standard "
      "output,\n"
      "notes to standard error. Exit code: 0 found, 1 nothing found, 2 error. Nothing uses the "
      "network.\n\n"
      "Examples:\n"
      "  volteface brief ARG --on UKR              one page on a state, and on one matter\n"
      "  volteface rollcall A/RES/ES-11/7          who voted how\n"
      "  volteface votes ARG --since 2025          how one state voted\n"
      "  volteface agree ARG USA --since 2015      how alike two states vote, year by year\n"
      "  volteface ideal ARG --by year             where a state stands, year by year");
  app_.set_version_flag("--version", version());
  // In the order of the help.
  add_brief_command(*this);
  add_record_command(*this);
  add_states_command(*this);
  add_rollcall_command(*this);
  add_votes_command(*this);
  add_import_command(*this);
  add_agree_command(*this);
  add_ideal_command(*this);
  add_turns_command(*this);
  add_surprise_command(*this);
  add_predictability_command(*this);
  add_exposure_command(*this);
  add_attribute_command(*this);
  add_switches_command(*this);
  add_parse_command(*this);
  add_read_command(*this);
  add_check_command(*this);
  add_contacts_command(*this);
  add_serve_command(*this);
  group_commands();
}

void Program::group_commands() {
  const std::set<std::string> of_the_record = {"record", "states", "rollcall", "votes", "import"};
  const std::set<std::string> of_the_press = {"check", "contacts", "parse", "read"};
  for (CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
    const bool of_record = of_the_record.contains(command->get_name());
    const bool of_press = of_the_press.contains(command->get_name());
    command->group(of_record ? "The record" : of_press ? "The press" : "Who stands where");
  }
}

CLI::App* Program::add_command(const std::string& name, const std::string& description) {
  CLI::App* command = app_.add_subcommand(name, description);
  command
      ->add_flag_callback(
          "--json", [this] { settings_.format = Format::json; },
          "One JSON object, with the record and version that made it")
      ->group("Output");
  command
      ->add_flag_callback(
          "--csv", [this] { settings_.format = Format::csv; },
          "CSV with a header; the same columns as JSON")
      ->group("Output");
  command
      ->add_option("--record", settings_.record_files,
                   "A file of votes that extends the embedded record; may be repeated")
      ->allow_extra_args(false)  // else it would take the arguments behind it, too
      ->type_name("FILE")
      ->group("Record");
  command
      ->add_option("--record-only", settings_.record_only, "A file in place of the embedded record")
      ->type_name("FILE")
      ->group("Record");
  command
      ->add_option_function<std::string>(
          "--as-of",
          [this](const std::string& text) { settings_.as_of = date_until_option(text, "--as-of"); },
          "Look at nothing later than this day")
      ->type_name("DATE")
      ->group("Record");
  command
      ->add_option_function<std::string>(
          "--seed", [this](const std::string& text) { settings_.seed = seed_from_option(text); },
          "For all that is drawn at random")
      ->type_name("N")
      ->group("Record");
  return command;
}

Record Program::load_record() const {
  Record record = load_whole_record();
  return settings_.as_of ? record_as_of(record, *settings_.as_of) : record;
}

Record Program::load_whole_record() const {
  Record record;
  if (settings_.record_only.empty()) {
    record = embedded_record();
  } else {
    const ImportReport report = import_with_progress(record, settings_.record_only, {});
    if (report.format != ImportFormat::record) note_import(report);
  }
  for (const std::string& file : settings_.record_files) {
    note_import(import_with_progress(record, file, {}));
  }
  return record;
}

int Program::run(int argc, char** argv) {
  try {
    check_words(argc, argv);
    app_.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    app_.exit(asked_for_help);
    return found;
  } catch (const CLI::ParseError& e) {
    throw Error(fmt::format("{}; --help tells more", e.what()));
  }
  return exit_code_;
}

std::string Program::commands() const {
  std::vector<std::string> names;
  for (const CLI::App* known : app_.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(known->get_name());
  return fmt::format("{}", fmt::join(names, ", "));
}

// The parser says only that a word was not expected; here it is told what may have been meant.
void Program::check_words(int argc, char** argv) {
  if (argc < 2) throw Error("a command is expected, one of " + commands() + "; --help tells more");
  if (argv[1][0] == '-') return;
  std::vector<std::string> names;
  const CLI::App* command = nullptr;
  for (const CLI::App* known : app_.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(known->get_name());
    if (known->get_name() == argv[1]) command = known;
  }
  if (command == nullptr) {
    throw Error(fmt::format("unknown command '{}'; --help lists them", shortened(argv[1])), {},
                nearest(argv[1], names));
  }
  std::vector<std::string> options;
  for (const CLI::Option* option : command->get_options()) {
    for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
  }
  for (int i = 2; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    const std::string_view word(argv[i]);
    // Most often a variable of the shell that is not set; an answer to another question is none.
    if (word.empty())
      throw Error(fmt::format("an empty argument of {}, expected a word or none at all", argv[1]));
    const std::string option(word.substr(0, word.find('=')));
    const bool known = std::find(options.begin(), options.end(), option) != options.end();
    if (known || !word.starts_with("--")) continue;
    throw Error(fmt::format("unknown option '{}' of {}", shortened(option), argv[1]), {},
                nearest(option, options));
  }
}

Date date_from_option(const std::string& text, const std::string& option) {
  if (const auto date = parse_date_start(text)) return *date;
  throw Error(
      fmt::format("{}: '{}' is not a date; expected 2024, 2024-05 or 2024-05-31", option, text));
}

Date date_until_option(const std::string& text, const std::string& option) {
  if (const auto date = parse_date_end(text)) return *date;
  throw Error(
      fmt::format("{}: '{}' is not a date; expected 2024, 2024-05 or 2024-05-31", option, text));
}

void check_span(const std::optional<Date>& since, const std::optional<Date>& until) {
  if (!since || !until || *since <= *until) return;
  throw Error(fmt::format("--since {} --until {}; expected an end that is not before the beginning",
                          format_date(*since), format_date(*until)));
}

FilterOptions::FilterOptions(CLI::App& command, const std::string& which) {
  std::istringstream words(which);
  for (std::string word; words >> word;) {
    CLI::Option* option = nullptr;
    if (word == "since") {
      option = command.add_option("--since", since_, "From this day, month or year on")
                   ->type_name("DATE");
    } else if (word == "until") {
      option =
          command.add_option("--until", until_, "To this day, or the end of this month or year")
              ->type_name("DATE");
    } else if (word == "subject") {
      option = command
                   .add_option("--subject", subject_,
                               "Subject, issue or title matches this, whatever the case")
                   ->type_name("REGEX");
    } else if (word == "title") {
      option = command.add_option("--title", title_, "Title matches this, whatever the case")
                   ->type_name("REGEX");
    } else if (word == "kind") {
      option = command
                   .add_option("--kind", kind_,
                               "resolution, decision, amendment, paragraph or unspecified")
                   ->type_name("KIND");
    } else if (word == "contested") {
      option = command.add_flag("--contested", contested_,
                                "Only where those that voted did not all choose the same");
    }
    if (option != nullptr) option->group("Which roll calls");
  }
}

Filter FilterOptions::filter(const Settings& settings) const {
  Filter filter;
  if (!since_.empty()) filter.since = date_from_option(since_, "--since");
  if (!until_.empty()) filter.until = date_until_option(until_, "--until");
  check_span(filter.since, filter.until);
  if (settings.as_of && (!filter.until || *settings.as_of < *filter.until)) {
    filter.until = settings.as_of;
  }
  filter.subject = subject_;
  filter.title = title_;
  if (!kind_.empty()) {
    filter.kind = parse_kind(kind_);
    if (!filter.kind) {
      throw Error(
          fmt::format("--kind: unknown kind '{}'; expected resolution, decision, amendment, "
                      "paragraph or unspecified",
                      kind_));
    }
  }
  filter.contested = contested_;
  return filter;
}

}  // namespace volteface::cli
