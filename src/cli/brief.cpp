#include "volteface/brief.h"

#include <fmt/format.h>

#include "cli/program.h"
#include "cli/progress.h"
#include "cli/readings.h"
#include "cli/table.h"
#include "cli/terminal.h"

namespace volteface::cli {
namespace {

struct BriefArguments {
  explicit BriefArguments(CLI::App& command) : readings(command, ReadingOptions::Reports::option) {}
  std::string state;
  std::string on;
  std::string matter;
  bool markdown = false;
  bool html = false;
  ReadingOptions readings;
};

std::string in_form(const Brief& brief, const Settings& settings, const BriefArguments& form) {
  if (settings.format == Format::json) return brief_json(brief);
  if (settings.format == Format::csv) return brief_csv(brief);
  if (form.html) return brief_html(brief);
  if (form.markdown) return brief_markdown(brief);
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

// What the reports say, checked. With --as-of, those of later days are left out, and that is told.
std::vector<ReadReport> read_all(const Record& record, const BriefArguments& arguments,
                                 const std::optional<Date>& as_of) {
  std::vector<ReadReport> reports;
  if (!arguments.readings.given()) return reports;
  const Checker checker(record);
  std::size_t later = 0;
  arguments.readings.for_each(record, [&](Reading&& reading, const Report& report) {
    if (as_of && reading.date && *reading.date > *as_of) {
      ++later;
      return;
    }
    Check check = checker.check(reading, report.text);
    reports.push_back({std::move(reading), std::move(check), report.title, report.url});
  });
  if (later > 0)
    fmt::print(stderr, "volteface: {} of the reports are of a later day and left out\n", later);
  if (reports.empty()) fmt::print(stderr, "volteface: no reports are left to read\n");
  return reports;
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
  options.matter = arguments.matter;
  const std::vector<ReadReport> reports = read_all(
      settings.as_of ? record_as_of(record, *settings.as_of) : record, arguments, settings.as_of);
  options.reports = reports;
  Brief brief = [&] {
    ProgressBar bar("fitting");
    options.progress = [&bar](int done, int all) { bar.show(static_cast<double>(done) / all); };
    return make_brief(record, options);
  }();
  // In the page itself, since nobody who gets it sees what was told on standard error.
  if (arguments.readings.given() && reports.empty())
    brief.covered.notes.push_back(
        "Reports were given, but none could be read: nothing of the press stands here.");
  if (brief.covered.cast == 0) {
    say_no_votes(brief);
    // Those who read JSON or CSV still get some, without rows of figures.
    if (settings.format != Format::text) print_out(in_form(brief, settings, arguments));
    return nothing_found;
  }
  print_out(in_form(brief, settings, arguments));
  if (settings.format != Format::json) print_provenance(record);
  return found;
}

}  // namespace

void add_brief_command(Program& program) {
  CLI::App* command = program.add_command(
      "brief", "One page on a state: when it turned, towards whom, why by votes and by reports");
  command->footer(
      "Without --since, the last ten years. Intervals stand beside all that has one; nothing is "
      "said to\n"
      "have changed whose interval holds no change. CSV and JSON have a row a number: section, "
      "item,\n"
      "period, value, lo, hi, n, note. JSON holds the sections, too.\n\n"
      "Examples:\n"
      "  volteface brief ARG\n"
      "  volteface brief ARG --on UKR --since 2020\n"
      "  volteface brief ARG --on UKR --news samples/news --html > argentina.html\n"
      "  volteface brief Hungary --markdown > hungary.md\n"
      "  volteface brief SUN --since 1980");
  auto arguments = std::make_shared<BriefArguments>(*command);
  command->add_option("state", arguments->state, "A code such as ARG, or a name")
      ->required()
      ->type_name("STATE");
  command->add_option("--on", arguments->on, "Tell its votes on matters of this state apart")
      ->type_name("STATE");
  command
      ->add_option(
          "--matter", arguments->matter,
          "A matter of its own, on which it counts on others: regular expression on titles "
          "and subjects")
      ->type_name("REGEX");
  CLI::Option* markdown =
      command->add_flag("--markdown", arguments->markdown, "Markdown in place of text")
          ->group("Output");
  command->add_flag("--html", arguments->html, "One HTML file with pictures in place of text")
      ->group("Output")
      ->excludes(markdown);
  auto filters = std::make_shared<FilterOptions>(*command, "since until");
  command->callback([&program, arguments, filters] {
    Settings without_day;  // --as-of is more than the end of the window here
    program.set_exit_code(print_brief(program, *arguments, filters->filter(without_day)));
  });
}

}  // namespace volteface::cli
