#include <fmt/format.h>

#include <regex>

#include "cli/program.h"
#include "cli/table.h"
#include "record/text.h"

namespace volteface::cli {
namespace {

std::regex compiled(const std::string& pattern) {
  try {
    return std::regex(pattern, std::regex::icase);
  } catch (const std::regex_error& e) {
    throw Error(
        fmt::format("malformed regular expression '{}' ({})", shortened(pattern), e.what()));
  }
}

// What may have been meant by a pattern that nothing matches.
void print_near_names(const Record& record, const std::string& pattern) {
  try {
    (void)record.state(pattern);
  } catch (const Error& e) {
    fmt::print(stderr, "volteface: {}\n", e.what());
  }
}

// A code by itself means that state, not every name with these letters in it. Another usual name
// ("UK") finds its state beside those whose own names match: Yemen has three seats.
std::vector<bool> matching_states(const Record& record, const std::string& pattern) {
  std::vector<bool> matches(record.states.size(), pattern.empty());
  if (pattern.empty()) return matches;
  if (const auto exact = record.find_state(pattern)) {
    matches[*exact] = true;
    const std::string& code = record.states[*exact].code;
    if (std::regex_match(code, compiled(pattern))) return matches;
  }
  const std::regex regex = compiled(pattern);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    matches[i] = matches[i] || std::regex_search(record.states[i].name, regex) ||
                 std::regex_search(record.states[i].code, regex);
  }
  return matches;
}

int print_states(const Program& program, const std::string& pattern) {
  const Record record = program.load_record();
  const auto matches = matching_states(record, pattern);
  Table table({{"state"}, {"name", 0, Fit::cut}, {"first"}, {"last"}});
  for (const MembershipSpan& span : membership_spans(record)) {
    if (!matches[span.state]) continue;
    const State& state = record.states[span.state];
    table.add({state.code, state.name, format_date(span.first), format_date(span.last)});
  }
  const int code = table.print(program.settings().format, record);
  if (table.size() == 0 && !pattern.empty()) print_near_names(record, pattern);
  return code;
}

}  // namespace

void add_states_command(Program& program) {
  CLI::App* command =
      program.add_command("states", "States, their codes, and the days between which they voted");
  command->footer(
      "A seat that changed its holder has a code for each: SUN then RUS, TWN then CHN. A state "
      "that\n"
      "was away for more than a year has a row for each stretch.\n\n"
      "Examples:\n"
      "  volteface states\n"
      "  volteface states yemen\n"
      "  volteface states '^Saint' --csv");
  auto pattern = std::make_shared<std::string>();
  command->add_option("pattern", *pattern, "Only states whose code or name matches this")
      ->type_name("REGEX");
  command->callback(
      [&program, pattern] { program.set_exit_code(print_states(program, *pattern)); });
}

}  // namespace volteface::cli
