// How many documented turns a method finds, and how many it tells where there was none.
//
//   score_turns FOLDER TOLD.csv [--known]         a row a threshold
//   score_turns FOLDER TOLD.csv --list LEAST      what was found, what was missed, the false alarms
//
// FOLDER: shared/turns, as its README describes it. TOLD.csv has the columns state, date (a day or
// a year), probability or strength, and perhaps size; for example
//
//   volteface turns --probability 0.05 --csv > told.csv
//   volteface turns --probability 0.9 --online --csv > online.csv    with --known
//
// --known takes the day on which a turn became known in place of its date. A search online at
// another probability is another search: score each by its last row, `all`.
//
// A year as a date finds a turn whose window it touches, which favours methods that know no more.
// Prints CSV. `chance_*` is how many would be expected to be found by as many turns a state on
// voting days drawn at random.
#include <fmt/format.h>

#include <limits>
#include <string>
#include <vector>

#include "turn_scoring.h"
#include "volteface/error.h"

namespace {

using namespace volteface;

constexpr double alarm_rates[] = {0.5, 1, 2, 4};
constexpr double probabilities[] = {0.05, 0.1, 0.25, 0.5, 0.75, 0.85, 0.9, 0.95, 0.99, 0.999};

void print_score(const TurnScorer& scorer, const std::string& rule, double least) {
  const TurnScore score = scorer.score(least);
  fmt::print("{},{:.5g},{},{},{:.2f}", rule, least, score.told, score.alarms,
             score.alarms_in_100_years);
  for (const Found& group : score.by_size) {
    fmt::print(",{},{},{:.2f},{:.1f}", group.found, group.of,
               static_cast<double>(group.found) / static_cast<double>(group.of), group.by_chance);
  }
  fmt::print(",{},{}\n", score.sign_right, score.sign_scored);
}

void print_scores(const TurnScorer& scorer) {
  fmt::print("rule,least,told,alarms,alarms_in_100_years");
  for (const char* size : turn_size_names) fmt::print(",{0},{0}_all,{0}_share,chance_{0}", size);
  fmt::print(",sign_right,sign_scored\n");
  for (double rate : alarm_rates)
    print_score(scorer, fmt::format("alarms<={}", rate), scorer.least_for(rate));
  if (scorer.told().are_probabilities) {
    for (double p : probabilities) print_score(scorer, fmt::format("probability>={}", p), p);
  }
  print_score(scorer, "all", -std::numeric_limits<double>::infinity());
}

void print_list(const TurnScorer& scorer, double least) {
  fmt::print("what,state,from,to,size,date,strength\n");
  for (const DocumentedTurn& turn : scorer.documented().turns) {
    const ToldTurn* told = scorer.found(turn, least);
    fmt::print("{},{},{},{},{},{},{}\n", told ? "found" : "missed", turn.window.state,
               format_date(turn.window.first), format_date(turn.window.last),
               turn_size_names[static_cast<std::size_t>(turn.size)],
               told ? format_date(told->when.first) : "",
               told ? fmt::format("{}", told->strength) : "");
  }
  for (const ToldTurn& told : scorer.told().turns) {
    if (told.strength < least || !scorer.is_alarm(told)) continue;
    fmt::print("alarm,{},,,,{},{}\n", told.when.state, format_date(told.when.first), told.strength);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool has_list = arguments.size() == 4 && arguments[2] == "--list";
  const bool has_known = arguments.size() == 3 && arguments[2] == "--known";
  if (arguments.size() != 2 && !has_list && !has_known) {
    fmt::print(stderr, "usage: score_turns FOLDER TOLD.csv [--known | --list LEAST]\n");
    return 2;
  }
  try {
    const TurnScorer scorer(read_documented_turns(arguments[0]),
                            read_told_turns(arguments[1], has_known ? "known" : "date"),
                            voting_days(embedded_record()));
    if (has_list) {
      print_list(scorer, std::stod(arguments[3]));
    } else {
      print_scores(scorer);
    }
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "score_turns: {}\n", error.what());
    return 2;
  }
}
