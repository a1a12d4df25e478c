// Turns: when a state came to vote as another state would.
//
// A turn is a lasting change of how a state votes, beside what roll calls asked and what the others
// did: from some day on, its votes come from another position than before. Its size in bits a vote
// is what it would cost on average to predict the votes behind the turn from the position before it
// (the Kullback-Leibler divergence of the predictions). A change counts as a turn from
// least_bits on; its probability is that of being at least as large.
//
//   auto fit = volteface::fit_ideal_points(record, roll_calls);
//   for (const auto& turn : volteface::find_turns(record, roll_calls, fit)) {
//     // turn.state, turn.date, turn.probability, turn.size
//   }
//
// For each state and session the votes of two, three and five sessions before are set against those
// behind, in two views: in the four dimensions of surprise.h, with roll calls as they look without
// the state's own vote, and on the main dimension of the fit. How large changes are, most of them
// small and a few large, is learned as a mixture of scales from all states and sessions (Stephens
// 2017, Biostatistics 18:2), so that few votes never look strong; votes of one meeting go together.
// The surer view counts, and the mean over the lengths. The day has a posterior of its own: the
// change may have come on any day, with equal chance, from one unknown position to another, and
// votes tell (a single change point: Chernoff and Zacks 1964, Annals of Mathematical Statistics 35:
// 999-1018). Formulas, what thresholds mean in false alarms, and what is missed are told in
// docs/turns.md.
//
// Threads: const objects may be used from any number of threads; the search uses all cores and
// gives the same numbers however many there are.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "volteface/ideal.h"
#include "volteface/realignment.h"
#include "volteface/record.h"
#include "volteface/surprise.h"

namespace volteface {

// Days on which a turn may have come, both ends included, all equally likely: from the day after
// one vote to the day of the next.
struct DateMass {
  Date first;
  Date last;
  double probability = 0;  // of this stretch; they sum to 1
};

// How much of a turn is on one subject.
struct SubjectShare {
  std::string subject;  // a broad area: "Middle East", "Nuclear weapons" (docs/turns.md)
  std::uint32_t n = 0;  // votes on it behind the turn
  double bits = 0;      // that the new position predicts them better by than the old, in sum
  double share = 0;     // of the sum over all subjects with a gain
};

// A vote that shows the turn.
struct TellingVote {
  RollCallIndex roll_call = 0;
  Choice choice = Choice::yes;
  double expected_before = 0;  // probability of that choice from the position before
  double expected_after = 0;   // and from the one after
};

struct Turn {
  StateIndex state = 0;
  Date date;  // of the first vote behind it: the most probable
  Date from;  // 90 % interval of the day on which it came
  Date to;
  std::vector<DateMass> when;  // by date; only stretches above 0.001
  double probability = 0;      // that the change is at least TurnOptions::least_bits large
  double bits = 0;             // its size: bits a vote
  double size = 0;             // in ideal points, above 0 towards the high end; NaN if not known
  double size_sd = 0;
  std::uint32_t votes_before = 0;
  std::uint32_t votes_after = 0;
  std::vector<Realignment> toward;       // those gained most, beyond doubt, first; at most three
  std::vector<SubjectShare> subjects;    // those that carry it, first; at most three
  std::vector<TellingVote> votes;        // all behind it that were looked at, by date
  std::vector<TellingVote> first_votes;  // of these that show it, by date; at most three
  std::optional<Date> known;             // online: the day whose votes made it known
};

struct TurnOptions {
  // What a turn's probability must be to be told. The default lets about one false alarm pass in a
  // hundred years of a quiet state (docs/turns.md).
  double least_probability = 0.85;

  // Only this state's.
  std::optional<StateIndex> state;

  // Online: only those that became known from this day on.
  std::optional<Date> since;

  // Called from time to time with the share of the work that is done, from the calling thread.
  std::function<void(double share)> progress;
};

// The size from which a change counts as a turn, in bits a vote.
inline constexpr double least_turn_bits = 0.15;

// Votes that a change needs on either side to be looked at.
inline constexpr std::size_t least_votes_a_side = 8;

// False alarms in 100 years of a quiet state where turns of at least this probability are told, by
// all votes: measured once, on documented quiet spans (docs/turns.md), and linear in between. NaN
// below 0.05, where it was not measured.
double false_alarms_in_100_years(double least_probability);

// Whether a state cast votes enough for a turn to be told on any day from `since` to `until`:
// least_votes_a_side before it, and as many from it on. Where it did not, that no turn is told says
// nothing.
bool has_votes_for_turns(const Record& record, std::span<const RollCallIndex> roll_calls,
                         StateIndex state, Date since, Date until);

// The votes as turns are looked for in them, for asking state by state. Construction costs 1 CPU
// second for the record, `turns_of` 0.06. `fit`: of the same roll calls, for the sizes in ideal
// points.
class TurnFinder {
 public:
  // Throws Error where the roll calls are not ascending.
  TurnFinder(const Record& record, std::span<const RollCallIndex> roll_calls,
             const std::function<void(double share)>& progress = {});

  // The turns of one state, by date. Throws Error for a probability outside (0, 1].
  std::vector<Turn> turns_of(const Record& record, const IdealFit& fit, StateIndex state,
                             double least_probability = TurnOptions{}.least_probability) const;

 private:
  PredictiveRecord predicted_;
};

// The turns of every state of one record, each found when it is first asked for, and kept. Threads:
// may be asked from any number of them; what is handed out stays as it is.
class TurnsByState {
 public:
  TurnsByState(TurnFinder finder, std::size_t states);

  // The turns of one state, by date. `record` and `fit`: always the same ones. Cost: that of
  // TurnFinder::turns_of the first time.
  const std::vector<Turn>& of(const Record& record, const IdealFit& fit, StateIndex state) const;

 private:
  struct Found {
    std::once_flag once;
    std::vector<Turn> turns;
  };
  TurnFinder finder_;
  std::shared_ptr<Found[]> found_;  // one a state; copies share them
};

// All turns, by state, then date, as the whole record shows them.
// Cost: about 12 CPU seconds for the record.
std::vector<Turn> find_turns(const Record& record, std::span<const RollCallIndex> roll_calls,
                             const IdealFit& fit, const TurnOptions& options = {});

// Turns as they would have been known on each day, from the votes up to it alone: the first day on
// which a turn's probability reached the least, and what could be told of it then. A turn that
// later votes take back stays in. Roll calls as they look from earlier votes, and ideal points
// fitted to the record of the day; only the scales of changes are those of the whole record to
// 2025. In four dimensions alone, and with what votes there are. Cost: that of find_turns, and
// about 1 CPU second for each turn told.
std::vector<Turn> find_turns_online(const Record& record, std::span<const RollCallIndex> roll_calls,
                                    const TurnOptions& options = {});

}  // namespace volteface
