#include "cli/program.h"
#include "cli/table.h"

namespace volteface::cli {

void add_record_command(Program& program) {
  CLI::App* command = program.add_command("record", "What the record covers, and where it comes from");
  command->callback([&program] {
    const Record record = program.load_record();
    Table table({{"what"}, {"value"}});
    table.add({"roll calls", static_cast<std::int64_t>(record.roll_calls.size())});
    table.add({"hash", record.hash});
    program.set_exit_code(table.print(program.settings().format, record));
  });
}

}  // namespace volteface::cli
