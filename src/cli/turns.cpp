#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "cli/progress.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "volteface/turns.h"

namespace volteface::cli {
namespace {

struct TurnsOptions {
  std::string state;
  std::string since;
  std::string until;
  std::string by = "session";
  double probability = TurnOptions{}.least_probability;
  bool online = false;
  bool toward = false;
  bool when = false;
};

PeriodBy parse_by(const TurnsOptions& options) {
  if (options.by == "session") return PeriodBy::session;
  if (options.by != "year")
    throw Error(fmt::format("--by: '{}', expected session or year", options.by));
  if (options.online)
    throw Error("turns --online goes by sessions; expected no --by year beside it");
  return PeriodBy::year;
}

std::vector<Turn> find(const Record& record, const TurnsOptions& options) {
  const auto roll_calls = select_roll_calls(record, {});
  ProgressBar bar("turns");
  TurnOptions search;
  search.least_probability = options.probability;
  if (!options.state.empty()) search.state = record.state(options.state);
  const std::optional<Date> since = options.since.empty()
                                        ? std::nullopt
                                        : std::optional(date_from_option(options.since, "--since"));
  const std::optional<Date> until =
      options.until.empty() ? std::nullopt
                            : std::optional(date_until_option(options.until, "--until"));
  check_span(since, until);
  const auto is_out = [&](const Turn& turn) {
    return (since && turn.date < *since) || (until && turn.date > *until);
  };
  IdealOptions ideal;
  ideal.by = parse_by(options);
  if (options.online) {
    search.since = since;
    search.progress = [&](double share) { bar.show(share); };
    std::vector<Turn> turns = find_turns_online(record, roll_calls, search);
    std::erase_if(turns, [&](const Turn& turn) { return until && turn.date > *until; });
    return turns;
  }
  ideal.progress = [&](int done, int all) { bar.show(0.3 * done / all); };
  const IdealFit fit = fit_ideal_points(record, roll_calls, ideal);
  search.progress = [&](double share) { bar.show(0.3 + 0.7 * share); };
  std::vector<Turn> turns = find_turns(record, roll_calls, fit, search);
  std::erase_if(turns, is_out);
  return turns;
}

// Empty where the size is not known.
std::string direction_of(const Turn& turn) {
  return turn.size > 0 ? "west" : turn.size < 0 ? "east" : "";
}

std::string codes_of(const Record& record, const Turn& turn) {
  std::vector<std::string> codes;
  for (const Realignment& r : turn.toward) codes.push_back(record.states[r.other].code);
  return fmt::format("{}", fmt::join(codes, "|"));
}

std::string subjects_of(const Turn& turn) {
  std::vector<std::string> names;
  for (const SubjectShare& s : turn.subjects) names.push_back(s.subject);
  return fmt::format("{}", fmt::join(names, "|"));
}

std::string symbols_of(const Record& record, const Turn& turn) {
  std::vector<std::string> symbols;
  for (const TellingVote& vote : turn.first_votes) {
    const RollCall& r = record.roll_calls[vote.roll_call];
    symbols.push_back(r.symbol.empty() ? r.id : r.symbol);
  }
  return fmt::format("{}", fmt::join(symbols, "|"));
}

int print_rows(const Record& record, const std::vector<Turn>& turns, bool online, Format format) {
  std::vector<Column> columns = {
      {"state"}, {"date"},           {"from"},        {"to"},         {"size"},
      {"sd"},    {"probability", 5}, {"direction"},   {"toward"},     {"subjects"},
      {"bits"},  {"votes_before"},   {"votes_after"}, {"first_votes"}};
  columns.push_back(online ? Column{"known"} : Column{"false_alarms", 2});
  Table table(columns);
  for (const Turn& turn : turns) {
    std::vector<Cell> row = {record.states[turn.state].code,
                             format_date(turn.date),
                             format_date(turn.from),
                             format_date(turn.to),
                             turn.size,
                             turn.size_sd,
                             turn.probability,
                             direction_of(turn),
                             codes_of(record, turn),
                             subjects_of(turn),
                             turn.bits,
                             std::int64_t{turn.votes_before},
                             std::int64_t{turn.votes_after},
                             symbols_of(record, turn)};
    if (online)
      row.emplace_back(turn.known ? format_date(*turn.known) : "");
    else
      row.emplace_back(false_alarms_in_100_years(turn.probability));
    table.add(std::move(row));
  }
  return table.print(format, record);
}

// One line a turn and stretch of days on which it may have come.
int print_when(const Record& record, const std::vector<Turn>& turns, Format format) {
  Table table({{"state"}, {"date"}, {"first"}, {"last"}, {"probability", 4}});
  for (const Turn& turn : turns) {
    for (const DateMass& mass : turn.when) {
      table.add({record.states[turn.state].code, format_date(turn.date), format_date(mass.first),
                 format_date(mass.last), mass.probability});
    }
  }
  return table.print(format, record);
}

// One line a turn and state towards which it went.
int print_toward(const Record& record, const std::vector<Turn>& turns, Format format) {
  Table table({{"state"},
               {"date"},
               {"toward"},
               {"before", 4},
               {"after", 4},
               {"n_before"},
               {"n_after"},
               {"change", 4},
               {"lo", 4},
               {"hi", 4},
               {"beyond", 4},
               {"beyond_lo", 4},
               {"beyond_hi", 4}});
  for (const Turn& turn : turns) {
    for (const Realignment& r : turn.toward) {
      table.add({record.states[turn.state].code, format_date(turn.date),
                 record.states[r.other].code, r.before, r.after, std::int64_t{r.n_before},
                 std::int64_t{r.n_after}, r.change, r.lo, r.hi, r.beyond, r.beyond_lo,
                 r.beyond_hi});
    }
  }
  return table.print(format, record);
}

// One line a turn.
int print_list(const Record& record, const std::vector<Turn>& turns, bool online) {
  std::vector<Column> columns = {
      {"state"},   {"date"}, {"90 % interval"}, {"p"},
      {"bits", 2}, {"size"}, {"toward"},        {"subjects", 0, Fit::cut}};
  if (online) columns.insert(columns.begin() + 3, {"known"});
  Table table(columns);
  for (const Turn& turn : turns) {
    std::vector<Cell> row = {
        record.states[turn.state].code,
        format_date(turn.date),
        format_date(turn.from) + " " + format_date(turn.to),
        fmt::format("{:.3f}", turn.probability),
        turn.bits,
        std::isnan(turn.size) ? "" : fmt::format("{:+.2f} ({:.2f})", turn.size, turn.size_sd),
        codes_of(record, turn),
        subjects_of(turn)};
    if (online) row.insert(row.begin() + 3, turn.known ? format_date(*turn.known) : "");
    table.add(std::move(row));
  }
  return table.print(Format::text, record);
}

std::string company_sentence(const Record& record, const Turn& turn) {
  if (turn.toward.empty()) return "Its agreement rose with no state beyond doubt.";
  std::vector<std::string> parts;
  for (const Realignment& r : turn.toward) {
    parts.push_back(fmt::format("{} ({:.2f} to {:.2f}, {:+.2f} to {:+.2f})",
                                record.states[r.other].name, r.before, r.after, r.lo, r.hi));
  }
  return fmt::format("Towards {}.", fmt::join(parts, ", "));
}

std::string story_of(const Record& record, const Turn& turn, std::size_t width) {
  const std::string name = record.states[turn.state].name;
  std::string text = bold(fmt::format("{} · {}", name, format_date(turn.date))) + "\n";
  const auto add = [&](const std::string& sentence) { text += wrapped(sentence, width, "  "); };
  add(fmt::format(
      "Turned between {} and {} (90 %), with probability {:.3f}; from then on its "
      "votes cost about {:.2f} bits each more if predicted from where it stood before ({} "
      "votes before, {} behind).",
      format_date(turn.from), format_date(turn.to), turn.probability, turn.bits, turn.votes_before,
      turn.votes_after));
  if (turn.known) add(fmt::format("Known on {}.", format_date(*turn.known)));
  if (std::isnan(turn.size))
    add("How far it went in ideal points is not known.");
  else
    add(fmt::format("{:+.2f} ideal points (sd {:.2f}), {}.", turn.size, turn.size_sd,
                    std::abs(turn.size) < 1.645 * turn.size_sd
                        ? "so not on the main dimension beyond doubt"
                    : turn.size > 0 ? "to the end where the USA stood in the Cold War"
                                    : "away from where the USA stood in the Cold War"));
  add(company_sentence(record, turn));
  std::vector<std::string> subjects;
  for (const SubjectShare& s : turn.subjects)
    subjects.push_back(fmt::format("{} ({:.0f} %)", s.subject, 100 * s.share));
  if (!subjects.empty()) add(fmt::format("On {}.", fmt::join(subjects, ", ")));
  for (const TellingVote& vote : turn.first_votes) {
    const RollCall& r = record.roll_calls[vote.roll_call];
    add(fmt::format("{} {}: {}, expected {:.2f} before and {:.2f} behind. {}", format_date(r.date),
                    r.symbol.empty() ? r.id : r.symbol, choice_name(vote.choice),
                    vote.expected_before, vote.expected_after, r.title));
  }
  return text + "\n";
}

int print_stories(const Record& record, const std::vector<Turn>& turns) {
  std::string text;
  for (const Turn& turn : turns) text += story_of(record, turn, terminal_width());
  if (!text.empty()) text.pop_back();
  print_out(text);
  print_provenance(record);
  return turns.empty() ? nothing_found : found;
}

// That no turn is told may mean that none could be.
std::string none_found(const Record& record, const TurnsOptions& options) {
  if (options.state.empty()) return "";
  const StateIndex state = record.state(options.state);
  const std::string& name = record.states[state].name;
  const Date since =
      options.since.empty() ? Date::min() : date_from_option(options.since, "--since");
  const Date until =
      options.until.empty() ? Date::max() : date_until_option(options.until, "--until");
  if (has_votes_for_turns(record, select_roll_calls(record, {}), state, since, until))
    return " of " + name;
  return fmt::format(
      " of {}; it cast too few votes for one to be told then: a turn needs {} on either side", name,
      least_votes_a_side);
}

void note_what_is_told(const Record& record, const std::vector<Turn>& turns,
                       const TurnsOptions& options) {
  if (turns.empty()) {
    fmt::print(stderr, "volteface: no turn with a probability of {} or more{}\n",
               options.probability, none_found(record, options));
  } else if (const double alarms = false_alarms_in_100_years(options.probability);
             !options.online && !std::isnan(alarms)) {
    fmt::print(
        stderr,
        "volteface: turns of {} or more; so told, about {:.1f} in 100 years of a quiet state "
        "are false alarms\n",
        options.probability, alarms);
  }
}

int show_turns(const Program& program, const TurnsOptions& options) {
  if (options.toward && options.when)
    throw Error("turns: --toward and --when are two tables, expected one of them");
  const Record record = program.load_record();
  const std::vector<Turn> turns = find(record, options);
  note_what_is_told(record, turns, options);
  const Format format = program.settings().format;
  if (options.when) return print_when(record, turns, format);
  if (options.toward) return print_toward(record, turns, format);
  if (format != Format::text) return print_rows(record, turns, options.online, format);
  return options.state.empty() ? print_list(record, turns, options.online)
                               : print_stories(record, turns);
}

}  // namespace

void add_turns_command(Program& program) {
  CLI::App* command = program.add_command("turns", "When states turned, towards whom, how surely");
  auto options = std::make_shared<TurnsOptions>();
  command->add_option("state", options->state, "A code such as ARG, or a name; all if not given")
      ->type_name("STATE");
  command->add_option("--since", options->since, "Turns from this day, month or year on")
      ->type_name("DATE");
  command->add_option("--until", options->until, "Turns to this day, month or year")
      ->type_name("DATE");
  command
      ->add_option("--by", options->by,
                   "What ideal points, in which sizes are told, stand for: a session (the default) "
                   "or a year, as the page of serve has it")
      ->type_name("PERIOD");
  command
      ->add_option(
          "--probability", options->probability,
          "Turns of at least this probability; 0.85 lets about 8 false alarms pass in 1000 "
          "years of quiet states")
      ->type_name("P")
      ->check(CLI::Range(1e-6, 1.0));
  command->add_flag("--online", options->online,
                    "As they would have been known on each day, with the day");
  command->add_flag("--toward", options->toward,
                    "A row for each state towards which a turn went: agreement before and behind, "
                    "its change, and that beyond what the general move explains");
  command->add_flag("--when", options->when,
                    "A row for each stretch of days on which a turn may have come, with the "
                    "probability that it came then");
  command->footer(
      "A turn is a lasting change of how a state votes that makes votes 0.15 bits harder to "
      "predict "
      "from\n"
      "before it. The date is that of the first vote behind it, with a 90 % interval; size is in "
      "ideal\n"
      "points, above 0 towards the end where the USA stood in the Cold War (west). Toward are the "
      "states\n"
      "with which agreement rose most, where it did so beyond doubt.\n\n"
      "Examples:\n"
      "  volteface turns ARG                   the turns of one state, each with its evidence\n"
      "  volteface turns --since 2015          all states\n"
      "  volteface turns ARG --online          when each would have been known\n"
      "  volteface turns ARG --toward          how far agreement rose, and with whom\n"
      "  volteface turns --probability 0.5 --csv");
  command->callback([&program, options] { program.set_exit_code(show_turns(program, *options)); });
}

}  // namespace volteface::cli
