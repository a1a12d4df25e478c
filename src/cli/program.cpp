#include "cli/program.h"

#include <fmt/format.h>

#include <sstream>

#include "volteface/version.h"

namespace volteface::cli {

Program::Program()
    : app_("Who stands with whom in the United Nations, when a state turned, and who says why.",
           "volteface") {
  app_.require_subcommand(1);
  app_.set_version_flag("--version", version());
  add_agree_command(*this);
  add_record_command(*this);
  add_states_command(*this);
}

CLI::App* Program::add_command(const std::string& name, const std::string& description) {
  CLI::App* command = app_.add_subcommand(name, description);
  command->add_flag_callback("--json", [this] { settings_.format = Format::json; }, "JSON")
      ->group("Output");
  command->add_flag_callback("--csv", [this] { settings_.format = Format::csv; }, "CSV")
      ->group("Output");
  command
      ->add_option("--record", settings_.record_files,
                   "A file of votes that extends the embedded record; may be repeated")
      ->type_name("FILE")
      ->group("Record");
  command->add_option("--record-only", settings_.record_only, "A file in place of the embedded record")
      ->type_name("FILE")
      ->group("Record");
  command
      ->add_option_function<std::string>(
          "--as-of",
          [this](const std::string& text) { settings_.as_of = date_until_option(text, "--as-of"); },
          "Look at nothing later than this day")
      ->type_name("DATE")
      ->group("Record");
  command->add_option("--seed", settings_.seed, "For all that is drawn at random")
      ->type_name("N")
      ->group("Record");
  return command;
}

Record Program::load_record() const { return embedded_record(); }

int Program::run(int argc, char** argv) {
  try {
    app_.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    const int code = app_.exit(e);
    return code == 0 ? found : failed;
  }
  return exit_code_;
}

Date date_from_option(const std::string& text, const std::string& option) {
  if (const auto date = parse_date_start(text)) return *date;
  throw Error(fmt::format("{}: '{}' is not a date; expected 2024, 2024-05 or 2024-05-31", option, text));
}

Date date_until_option(const std::string& text, const std::string& option) {
  if (const auto date = parse_date_end(text)) return *date;
  throw Error(fmt::format("{}: '{}' is not a date; expected 2024, 2024-05 or 2024-05-31", option, text));
}

FilterOptions::FilterOptions(CLI::App& command, const std::string& which) {
  std::istringstream words(which);
  for (std::string word; words >> word;) {
    CLI::Option* option = nullptr;
    if (word == "since") {
      option = command.add_option("--since", since_, "From this day on")->type_name("DATE");
    } else if (word == "until") {
      option = command.add_option("--until", until_, "To this day")->type_name("DATE");
    } else if (word == "subject") {
      option = command.add_option("--subject", subject_, "Subject, issue or title matches this")
                   ->type_name("REGEX");
    } else if (word == "title") {
      option = command.add_option("--title", title_, "Title matches this")->type_name("REGEX");
    } else if (word == "kind") {
      option = command.add_option("--kind", kind_, "resolution, decision, amendment, paragraph")
                   ->type_name("KIND");
    } else if (word == "contested") {
      option = command.add_flag("--contested", contested_, "Only where not all chose the same");
    }
    if (option != nullptr) option->group("Which roll calls");
  }
}

Filter FilterOptions::filter(const Settings& settings) const {
  Filter filter;
  if (!since_.empty()) filter.since = date_from_option(since_, "--since");
  if (!until_.empty()) filter.until = date_until_option(until_, "--until");
  if (settings.as_of && (!filter.until || *settings.as_of < *filter.until)) {
    filter.until = settings.as_of;
  }
  filter.subject = subject_;
  filter.title = title_;
  if (!kind_.empty()) {
    filter.kind = parse_kind(kind_);
    if (!filter.kind) {
      throw Error(fmt::format("--kind: unknown kind '{}'; expected resolution, decision, amendment, "
                              "paragraph or unspecified",
                              kind_));
    }
  }
  filter.contested = contested_;
  return filter;
}

}  // namespace volteface::cli
