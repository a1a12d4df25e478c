// Turns that a method tells, against turns and quiet spans that historians know.
//
// A turn told within the window of a documented one of the same state finds it. One told in a quiet
// span, after its first twelve months, is a false alarm, unless a documented or a minor turn of
// that state lies there too: those days are left out of the quiet years as well.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "volteface/record.h"

namespace volteface {

enum class TurnSize : std::size_t { large, medium, small };
inline constexpr std::array<const char*, 3> turn_size_names = {"large", "medium", "small"};

struct SpanOfDays {
  std::string state;
  Date first;
  Date last;  // both ends included
};

struct DocumentedTurn {
  SpanOfDays window;
  TurnSize size = TurnSize::large;
  // 1: towards the West, -1: away from it; 0: not to be scored.
  int sign = 0;
};

struct DocumentedTurns {
  std::vector<DocumentedTurn> turns;
  std::vector<SpanOfDays> minor;
  std::vector<SpanOfDays> quiet;  // without the first twelve months of each
};

// Of a folder with known_turns_dev.csv, stable_dev.csv and extra_turns.csv. Throws Error where a
// file is not as expected.
DocumentedTurns read_documented_turns(const std::string& folder);

struct ToldTurn {
  SpanOfDays when;  // of one day; or a year, where the method knows no more
  double strength = 0;
  std::optional<double> size;  // above 0 to the West
};

struct ToldTurns {
  std::vector<ToldTurn> turns;
  bool are_probabilities = false;
};

// Of a CSV with the columns state, date (a day or a year), probability or strength, and perhaps
// size. `date_column`: "known" takes the day on which a turn became known.
ToldTurns read_told_turns(const std::string& path, const std::string& date_column);

// The days on which each state cast votes, ascending.
using VotingDays = std::map<std::string, std::vector<Date>>;
VotingDays voting_days(const Record& record);

struct Found {
  std::size_t found = 0;
  std::size_t of = 0;
  double by_chance =
      0;  // expected, were each state's turns told placed on its voting days at random
};

struct TurnScore {
  std::size_t told = 0;
  std::size_t alarms = 0;
  double alarms_in_100_years = 0;
  std::array<Found, 3> by_size;
  std::size_t sign_right = 0;
  std::size_t sign_scored = 0;  // turns found whose sign and size are known
};

class TurnScorer {
 public:
  TurnScorer(DocumentedTurns documented, ToldTurns told, VotingDays days);

  TurnScore score(double least_strength) const;

  // The least strength at which there are at most so many false alarms in 100 quiet years.
  double least_for(double alarms_in_100_years) const;

  // The strongest turn told within the window; null where there is none.
  const ToldTurn* found(const DocumentedTurn& turn, double least_strength) const;
  bool is_alarm(const ToldTurn& told) const;

  const DocumentedTurns& documented() const { return documented_; }
  const ToldTurns& told() const { return told_; }

 private:
  double chance_of(const DocumentedTurn& turn, std::size_t told_of_state) const;

  DocumentedTurns documented_;
  ToldTurns told_;
  VotingDays days_;
  double quiet_years_ = 0;
};

}  // namespace volteface
