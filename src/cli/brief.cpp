#include "volteface/brief.h"

#include <fmt/format.h>

#include "cli/program.h"
#include "cli/progress.h"
#include "cli/table.h"
#include "cli/terminal.h"

namespace volteface::cli {
namespace {

struct BriefArguments {
  std::string state;
  std::string on;
  bool markdown = false;
};

std::string in_form(const Brief& brief, const Settings& settings, bool markdown) {
  if (settings.format == Format::json) return brief_json(brief);
  if (settings.format == Format::csv) return brief_csv(brief);
  if (markdown) return brief_markdown(brief);
  return brief_text(brief, {terminal_width(), bold});
}

void say_no_votes(const Brief& brief) {
  const Covered& c = brief.covered;
  fmt::print(stderr, "volteface: {} cast no vote between {} and {}", brief.state.name,
             format_date(c.since), format_date(c.until));
  if (c.listed_first && c.listed_last) {
    fmt::print(stderr, "; the record lists it from {} to {}", format_date(*c.listed_first),
               format_date(*c.listed_last));
  }
  fmt::print(stderr, "\n");
}

int print_brief(const Program& program, const BriefArguments& arguments, const Filter& dates) {
  const Record record = program.load_whole_record();
  const Settings& settings = program.settings();
  BriefOptions options;
  options.state = record.state(arguments.state);
  if (!arguments.on.empty()) options.on = record.state(arguments.on);
  options.since = dates.since;
  options.until = dates.until;
  options.as_of = settings.as_of;
  const Brief brief = [&] {
    ProgressBar bar("fitting");
    options.progress = [&bar](int done, int all) { bar.show(static_cast<double>(done) / all); };
    return make_brief(record, options);
  }();
  if (brief.covered.cast == 0) {
    say_no_votes(brief);
    // Those who read JSON or CSV still get some, without rows of figures.
    if (settings.format != Format::text) print_out(in_form(brief, settings, false));
    return nothing_found;
  }
  print_out(in_form(brief, settings, arguments.markdown));
  if (settings.format != Format::json) print_provenance(record);
  return found;
}

}  // namespace

void add_brief_command(Program& program) {
  CLI::App* command = program.add_command(
      "brief", "One page on a state: where it stands, with whom, what was unusual");
  command->footer(
      "Without --since, the last ten years. Intervals stand beside all that has one; nothing is "
      "said to\n"
      "have changed whose interval holds no change. CSV and JSON have a row a number: section, "
      "item,\n"
      "period, value, lo, hi, n, note. JSON holds the sections, too.\n\n"
      "Examples:\n"
      "  volteface brief ARG\n"
      "  volteface brief ARG --on UKR --since 2020\n"
      "  volteface brief Hungary --markdown > hungary.md\n"
      "  volteface brief SUN --since 1980");
  auto arguments = std::make_shared<BriefArguments>();
  command->add_option("state", arguments->state, "A code such as ARG, or a name")
      ->required()
      ->type_name("STATE");
  command->add_option("--on", arguments->on, "Tell its votes on matters of this state apart")
      ->type_name("STATE");
  command->add_flag("--markdown", arguments->markdown, "Markdown in place of text")
      ->group("Output");
  auto filters = std::make_shared<FilterOptions>(*command, "since until");
  command->callback([&program, arguments, filters] {
    Settings without_day;  // --as-of is more than the end of the window here
    program.set_exit_code(print_brief(program, *arguments, filters->filter(without_day)));
  });
}

}  // namespace volteface::cli
