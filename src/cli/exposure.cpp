#include "volteface/exposure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "brief/words.h"
#include "cli/program.h"
#include "cli/table.h"
#include "cli/terminal.h"

namespace volteface::cli {
namespace {

struct ExposureCommand {
  std::string state;
  std::string turn;
  int latest = ExposureOptions().latest_sessions;
  int before = ExposureOptions().before_sessions;
  bool all = false;
};

constexpr double much = 0.2;  // a loss of agreement that the summary counts
constexpr std::size_t shown = 20;

std::string share_with_interval(const Measure& m) {
  if (std::isnan(m.value)) return "–";
  return fmt::format("{} [{}, {}]", share(m.value), share(m.lo), share(m.hi));
}

std::string signed_with_interval(const Measure& m) {
  if (std::isnan(m.value)) return "–";
  return fmt::format("{} [{}, {}]", signed_number(m.value), signed_number(m.lo),
                     signed_number(m.hi));
}

std::uint32_t same_of(const ExposedState& other) {
  return static_cast<std::uint32_t>(std::lround(other.support.value * other.matter.n()));
}

std::string window_text(const ExposureWindow& window) {
  return fmt::format("{} to {}", format_date(window.first), format_date(window.last));
}

std::string own_votes(const Tally& own) {
  std::vector<std::string> parts;
  if (own.yes > 0) parts.push_back(fmt::format("{} yes", own.yes));
  if (own.no > 0) parts.push_back(fmt::format("{} no", own.no));
  if (own.abstain > 0) parts.push_back(counted(own.abstain, "abstention"));
  return listed(parts);
}

// "84 of the 94 states that backed it ... have since lost more than 0.2 agreement with it".
std::string comparison(const Exposure& exposure) {
  if (exposure.before.n == 0 || exposure.latest.n == 0) {
    return "On all else there are no roll calls in the one window or the other, so that no change "
           "of agreement is known.";
  }
  const std::size_t lost = exposure.lost(much);
  return fmt::format(
      "{} of the {} that backed it {} {} since lost more than {:.1f} agreement with it on all else "
      "({}, against {}).",
      count_text(lost), counted(exposure.present(), "state"),
      exposure.matter.size() == 1 ? "then" : "on most of these", lost == 1 ? "has" : "have", much,
      window_text(exposure.latest), window_text(exposure.before));
}

std::string summary(const Record& record, const Exposure& exposure) {
  const RollCall& last = record.roll_calls[exposure.matter.back()];
  const std::size_t backers = exposure.backers(), present = exposure.present();
  const double years = static_cast<double>((exposure.latest.last - last.date).count()) / 365.25;
  std::string text = fmt::format(
      "{} cast {} on the matter ({}), the last on {} ({}). ",
      name_at_beginning(record.states[exposure.state]), counted(exposure.matter.size(), "vote"),
      own_votes(exposure.own), format_date(last.date), last.symbol.empty() ? last.id : last.symbol);
  text += comparison(exposure);
  if (present < backers) {
    text += fmt::format(" {} more that backed it cast no vote with it in these windows.",
                        count_text(backers - present));
  }
  text += if_few_votes(exposure.matter.size());
  if (years >= 2) {
    text += fmt::format(
        " The last vote on the matter lies {:.0f} years back: governments have changed since, and "
        "whether they would vote so again is not known.",
        years);
  }
  return text;
}

Table text_of(const Record& record, const Exposure& exposure, std::size_t rows) {
  Table table(
      {{"state", 0, Fit::cut}, {"backed"}, {"support"}, {"agreement"}, {"change"}, {"risk", 2}});
  for (const ExposedState& other : exposure.others) {
    if (table.size() == rows) break;
    table.add({record.states[other.state].name,
               fmt::format("{} of {}", same_of(other), other.matter.n()),
               share_with_interval(other.support),
               fmt::format("{} to {}", share(other.before.value), share(other.latest.value)),
               signed_with_interval(other.change), other.at_risk});
  }
  return table;
}

Table rows_of(const Record& record, const Exposure& exposure) {
  Table table({{"state"},
               {"matter_n"},
               {"matter_same"},
               {"support", 4},
               {"support_lo", 4},
               {"support_hi", 4},
               {"last_support"},
               {"before_n"},
               {"before", 4},
               {"latest_n"},
               {"latest", 4},
               {"change", 4},
               {"change_lo", 4},
               {"change_hi", 4},
               {"at_risk", 4}});
  for (const ExposedState& other : exposure.others) {
    table.add({record.states[other.state].code, std::int64_t{other.matter.n()},
               std::int64_t{same_of(other)}, other.support.value, other.support.lo,
               other.support.hi,
               other.last_support ? Cell(format_date(*other.last_support)) : Cell(),
               std::int64_t{other.before_table.n()}, other.before.value,
               std::int64_t{other.latest_table.n()}, other.latest.value, other.change.value,
               other.change.lo, other.change.hi, other.at_risk});
  }
  return table;
}

int run_exposure(const Program& program, const ExposureCommand& command, const Filter& matter) {
  ExposureOptions options;
  options.matter = matter;
  options.latest_sessions = command.latest;
  options.before_sessions = command.before;
  if (!command.turn.empty()) options.turn = date_from_option(command.turn, "--turn");
  if (matter.subject.empty() && matter.title.empty()) {
    throw Error("exposure: expected --subject or --title, such as --subject 'falkland|malvinas'");
  }
  const Record record = program.load_record();
  const Exposure exposure = measure_exposure(record, record.state(command.state), options);
  const Format format = program.settings().format;
  if (exposure.others.empty()) {
    fmt::print(stderr, "volteface: {} cast no vote on such a matter beside another state\n",
               record.states[exposure.state].name);
  }
  if (format != Format::text || exposure.others.empty()) {
    return rows_of(record, exposure).print(format, record);
  }
  print_out(wrapped(summary(record, exposure), terminal_width()) + "\n");
  const std::size_t rows = command.all ? exposure.others.size() : shown;
  const int code = text_of(record, exposure, rows).print(format, record);
  fmt::print(stderr,
             "support: cast the same on the matter; agreement: on all else, before and latest; "
             "risk: support x loss; [95 %]\n");
  if (rows < exposure.others.size()) {
    fmt::print(stderr, "{} of {} states; --all shows the rest\n", rows, exposure.others.size());
  }
  return code;
}

}  // namespace

void add_exposure_command(Program& program) {
  CLI::App* command = program.add_command(
      "exposure", "Who backed a state on a matter, and which of these it has turned from");
  command->footer(
      "Ranked by what is at risk: the share of the votes on the matter that another state cast as "
      "the\n"
      "state did, times the agreement on all else that the two have since lost.\n\n"
      "Examples:\n"
      "  volteface exposure ARG --subject 'falkland|malvinas'\n"
      "  volteface exposure ARG --subject 'falkland|malvinas' --turn 2023-12-10\n"
      "  volteface exposure CUB --title 'embargo imposed' --since 2010 --all\n"
      "  volteface exposure MAR --subject 'western sahara' --csv");
  auto options = std::make_shared<ExposureCommand>();
  auto filters = std::make_shared<FilterOptions>(*command, "since until subject title kind");
  command->add_option("state", options->state, "A code such as ARG, or a name")
      ->required()
      ->type_name("STATE");
  command
      ->add_option("--turn", options->turn,
                   "Compare agreement from this day on with the five years before it")
      ->type_name("DATE");
  command->add_option("--latest", options->latest, "Else: sessions of the latest window (2)")
      ->type_name("N");
  command->add_option("--before", options->before, "And of the window before it (5)")
      ->type_name("N");
  command->add_flag("--all", options->all, "Text shows every state, not only the first 20");
  command->callback([&program, options, filters] {
    program.set_exit_code(run_exposure(program, *options, filters->filter(program.settings())));
  });
}

}  // namespace volteface::cli
