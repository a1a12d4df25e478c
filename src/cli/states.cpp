#include "cli/program.h"
#include "cli/table.h"

namespace volteface::cli {

void add_states_command(Program& program) {
  CLI::App* command = program.add_command("states", "States, their codes, and when they were members");
  command->callback([&program] {
    const Record record = program.load_record();
    Table table({{"state"}, {"name"}, {"first"}, {"last"}});
    for (const MembershipSpan& span : membership_spans(record)) {
      const State& state = record.states[span.state];
      table.add({state.code, state.name, format_date(span.first), format_date(span.last)});
    }
    program.set_exit_code(table.print(program.settings().format, record));
  });
}

}  // namespace volteface::cli
