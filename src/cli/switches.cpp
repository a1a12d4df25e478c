#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "cli/program.h"
#include "cli/table.h"
#include "volteface/switches.h"

namespace volteface::cli {
namespace {

struct SwitchesOptions {
  std::string state, reference, by = "year";
  int from = 0, to = 0;
  bool states = false, all_texts = false;
};

std::string letters(Choice before, Choice after) {
  return {choice_letter(before), '-', '>', choice_letter(after)};
}

const std::string& name_of(const RollCall& r) { return r.symbol.empty() ? r.id : r.symbol; }

// The texts on which the reference switched, or all.
int print_texts(const Record& record, const SwitchTest& test, bool all, Format format) {
  const std::string& a = record.states[test.state].code;
  const std::string& x = record.states[test.reference].code;
  const bool is_text = format == Format::text;
  Table table(is_text ? std::vector<Column>{{"symbol"}, {a}, {x}, {"alike"}, {"title", 0, Fit::cut}}
                      : std::vector<Column>{{"state"},
                                            {"reference"},
                                            {"before"},
                                            {"after"},
                                            {"date_before"},
                                            {"date_after"},
                                            {"symbol_before"},
                                            {"symbol_after"},
                                            {"state_before"},
                                            {"state_after"},
                                            {"reference_before"},
                                            {"reference_after"},
                                            {"had_room"},
                                            {"alike"},
                                            {"title"}});
  const auto choice = [](Choice c) { return std::string(1, choice_letter(c)); };
  for (const TextOnBothSides& text : test.texts) {
    if (!all && !text.reference_switched()) continue;
    const RollCall &before = record.roll_calls[text.before], &after = record.roll_calls[text.after];
    if (is_text) {
      table.add({name_of(after), letters(text.state_before, text.state_after),
                 letters(text.reference_before, text.reference_after),
                 std::string(text.switched_alike() ? "yes"
                             : text.had_room()     ? "no"
                                                   : "no room"),
                 after.title});
    } else {
      table.add({a, x, before.id, after.id, format_date(before.date), format_date(after.date),
                 before.symbol, after.symbol, choice(text.state_before), choice(text.state_after),
                 choice(text.reference_before), choice(text.reference_after),
                 std::int64_t{text.had_room()}, std::int64_t{text.switched_alike()}, after.title});
    }
  }
  return table.print(format, record);
}

// The base rate, state by state.
int print_states(const Record& record, const SwitchTest& test, Format format) {
  Table table({{"state"},
               {"texts"},
               {"switched"},
               {"reference_switched"},
               {"with_room"},
               {"alike"},
               {"share", 2},
               {"lo", 2},
               {"hi", 2},
               {"agreement_before", 2}});
  for (const SwitchCount& c : test.all) {
    table.add({record.states[c.state].code, std::int64_t{c.texts}, std::int64_t{c.state_switched},
               std::int64_t{c.reference_switched}, std::int64_t{c.with_room}, std::int64_t{c.alike},
               c.share.value, c.share.lo, c.share.hi, c.agreement_before});
  }
  return table.print(format, record);
}

std::string share_text(const SwitchCount& c) {
  if (c.reference_switched == 0) return "on none";
  return fmt::format("on {} of {} ({:.0f} % [{:.0f}, {:.0f}])", c.alike, c.reference_switched,
                     100 * c.share.value, 100 * c.share.lo, 100 * c.share.hi);
}

void note_counts(const Record& record, const SwitchTest& test) {
  const std::string& a = record.states[test.state].code;
  const std::string& x = record.states[test.reference].code;
  const SwitchCount& c = test.count;
  fmt::print(stderr,
             "volteface: of {} texts on which both voted both times, {} switched on {}, {} on {}\n",
             c.texts, a, c.state_switched, x, c.reference_switched);
  if (c.reference_switched == 0) return;
  fmt::print(stderr,
             "volteface: where {} switched, {} switched the same way {}; it had room on {}\n", x, a,
             share_text(c), c.with_room);
  fmt::print(stderr, "volteface: the {} states nearest to it before: {}\n", test.nearest.size(),
             share_text(test.of_nearest));
  if (test.rank > 0) {
    fmt::print(stderr, "volteface: rank {} of {} states with at least {} of these texts\n",
               test.rank, test.ranked, least_switches);
  } else {
    fmt::print(stderr, "volteface: too few switches to rank states by; at least {} are needed\n",
               least_switches);
  }
}

int run_switches(const Program& program, const SwitchesOptions& options) {
  if (options.by != "year" && options.by != "session") {
    throw Error(fmt::format("switches --by {}; expected year or session", options.by));
  }
  if (options.from >= options.to) {
    throw Error(fmt::format("switches --from {} --to {}; expected a later {} to compare with",
                            options.from, options.to, options.by));
  }
  const Record record = program.load_record();
  const auto votes_of = options.by == "year" ? year_of_votes : session_of_votes;
  const SwitchTest test =
      test_switches(record, record.state(options.state), record.state(options.reference),
                    votes_of(record, options.from), votes_of(record, options.to));
  note_counts(record, test);
  const Format format = program.settings().format;
  return options.states ? print_states(record, test, format)
                        : print_texts(record, test, options.all_texts, format);
}

}  // namespace

void add_switches_command(Program& program) {
  CLI::App* command = program.add_command(
      "switches", "Where a state changed its vote on a text, did another change with it?");
  auto options = std::make_shared<SwitchesOptions>();
  command->add_option("state", options->state, "The state that may have gone with the other")
      ->required()
      ->type_name("STATE");
  command->add_option("reference", options->reference, "The state whose switches are looked at")
      ->required()
      ->type_name("REFERENCE");
  command->add_option("--from", options->from, "The year, or session, before")
      ->required()
      ->type_name("YEAR");
  command->add_option("--to", options->to, "The year, or session, after")
      ->required()
      ->type_name("YEAR");
  command->add_option("--by", options->by, "Compare years (the default) or sessions")
      ->type_name("year|session");
  command->add_flag("--texts", options->all_texts,
                    "All texts that recur, not only those on which the reference switched");
  command->add_flag("--states", options->states, "Every state's count instead of the texts");
  command->footer(
      "Texts are those on which both voted both times. alike: both switched in the same "
      "direction;\n"
      "\"no room\": the state's vote before was already at that end.\n\n"
      "Examples:\n"
      "  volteface switches ARG USA --from 2024 --to 2025\n"
      "  volteface switches ARG USA --from 2024 --to 2025 --states --csv\n"
      "  volteface switches Hungary USA --from 78 --to 79 --by session --texts");
  command->callback(
      [&program, options] { program.set_exit_code(run_switches(program, *options)); });
}

}  // namespace volteface::cli
