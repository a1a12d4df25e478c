#include <fmt/format.h>

#include "cli/program.h"
#include "cli/table.h"
#include "cli/vote_text.h"

namespace volteface::cli {
namespace {

int print_text(const Record& record, StateIndex state,
               const std::vector<RollCallIndex>& roll_calls) {
  Table table({{"date"}, {"symbol"}, {"vote"}, {"tally"}, {"title", 0, Fit::cut}});
  for (const RollCallIndex i : roll_calls) {
    const RollCall& r = record.roll_calls[i];
    table.add({format_date(r.date), r.symbol.empty() ? r.id : r.symbol,
               std::string(choice_name(record.votes.at(state, i))), short_tally(record.tally(i)),
               r.title});
  }
  return table.print(Format::text, record);
}

// Holds the columns of the plain long CSV that `import` reads (docs/record.md), so that it can be
// read back.
int print_rows(const Record& record, StateIndex state, const std::vector<RollCallIndex>& roll_calls,
               Format format) {
  Table table({{"rollcall"},
               {"date"},
               {"session"},
               {"symbol"},
               {"title"},
               {"kind"},
               {"state"},
               {"vote"},
               {"yes"},
               {"no"},
               {"abstain"},
               {"absent"}});
  for (const RollCallIndex i : roll_calls) {
    const RollCall& r = record.roll_calls[i];
    const Tally tally = record.tally(i);
    table.add({r.id, format_date(r.date), r.session, r.symbol, r.title,
               std::string(kind_name(r.kind)), record.states[state].code,
               std::string(1, choice_letter(record.votes.at(state, i))), std::int64_t{tally.yes},
               std::int64_t{tally.no}, std::int64_t{tally.abstain}, std::int64_t{tally.absent}});
  }
  return table.print(format, record);
}

int print_votes(const Program& program, const std::string& name, const Filter& filter) {
  const Record record = program.load_record();
  const StateIndex state = record.state(name);
  std::vector<RollCallIndex> roll_calls = select_roll_calls(record, filter);
  std::erase_if(roll_calls,
                [&](RollCallIndex i) { return record.votes.at(state, i) == Choice::not_listed; });
  if (roll_calls.empty()) {
    fmt::print(stderr, "volteface: no such votes of {} in the record\n", record.states[state].name);
  }
  const Format format = program.settings().format;
  return format == Format::text ? print_text(record, state, roll_calls)
                                : print_rows(record, state, roll_calls, format);
}

}  // namespace

void add_votes_command(Program& program) {
  CLI::App* command = program.add_command("votes", "How one state voted, roll call by roll call");
  command->footer(
      "A tally reads yes-no-abstain. CSV and JSON have vote Y, N, A (abstain) or X (absent, or did "
      "not\n"
      "vote), and whole titles. Where the record has no cell for the state, there is no row.\n\n"
      "Examples:\n"
      "  volteface votes ARG --since 2025 --title ukraine\n"
      "  volteface votes Brazil --subject 'human rights' --contested\n"
      "  volteface votes USA --until 1950 --kind amendment --csv");
  auto state = std::make_shared<std::string>();
  auto filters =
      std::make_shared<FilterOptions>(*command, "since until subject title kind contested");
  command->add_option("state", *state, "A code such as ARG, or a name")
      ->required()
      ->type_name("STATE");
  command->callback([&program, state, filters] {
    program.set_exit_code(print_votes(program, *state, filters->filter(program.settings())));
  });
}

}  // namespace volteface::cli
