#include "turn/tell_turn.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "turn/change_dates.h"
#include "turn/ideal_change.h"
#include "turn/turn_evidence.h"

namespace volteface {
namespace {

constexpr std::size_t most_told = 3;
constexpr double least_mass = 0.001;
constexpr double interval_tail = 0.05;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::vector<RollCallIndex> roll_calls_of(const VotingHistory& history, std::size_t first,
                                         std::size_t last) {
  std::vector<RollCallIndex> out;
  for (std::size_t k = first; k < last; ++k) out.push_back(history.vote(k).roll_call);
  return out;
}

class Teller {
 public:
  Teller(const Record& record, const IdealFit& fit, const VotingHistory& history)
      : record_(record), fit_(fit), history_(history), state_(history.vote(0).state) {}

  Turn tell(const TurnCandidate& candidate) const {
    const ChangePoint& change = candidate.change;
    Turn turn;
    turn.state = state_;
    turn.probability = candidate.probability;
    turn.bits = candidate.bits;
    turn.votes_before = static_cast<std::uint32_t>(change.split - change.first);
    turn.votes_after = static_cast<std::uint32_t>(change.last - change.split);
    date(candidate, turn);
    turn.subjects = subjects_of_turn(record_, history_, change);
    if (turn.subjects.size() > most_told) turn.subjects.resize(most_told);
    turn.votes = votes_behind(history_, change);
    turn.first_votes = first_telling_votes(turn.votes, most_told);
    size_and_company(change, turn);
    return turn;
  }

 private:
  void date(const TurnCandidate& candidate, Turn& turn) const {
    turn.date = candidate.date;
    turn.from = std::min(turn.date, day_by(candidate.when, interval_tail));
    turn.to = std::max(turn.date, day_by(candidate.when, 1 - interval_tail));
    turn.when = candidate.when;
    std::erase_if(turn.when, [](const DateMass& mass) { return mass.probability <= least_mass; });
  }

  void size_and_company(const ChangePoint& change, Turn& turn) const {
    const auto before = roll_calls_of(history_, change.first, change.split);
    const auto after = roll_calls_of(history_, change.split, change.last);
    const IdealPosition was = ideal_position(record_, fit_, state_, before);
    const IdealPosition is = ideal_position(record_, fit_, state_, after);
    const bool is_known = was.votes > 0 && is.votes > 0;
    turn.size = is_known ? is.mean - was.mean : unknown;
    turn.size_sd = is_known ? std::hypot(was.sd, is.sd) : unknown;
    const GeneralMove general{expected(before, was), expected(after, is)};
    turn.toward = realignments(record_, state_, before, after, general);
    std::erase_if(turn.toward, [](const Realignment& r) { return r.lo <= 0; });
    if (turn.toward.size() > most_told) turn.toward.resize(most_told);
  }

  std::vector<std::optional<ChoiceProbabilities>> expected(
      std::span<const RollCallIndex> roll_calls, const IdealPosition& at) const {
    std::vector<std::optional<ChoiceProbabilities>> out(roll_calls.size());
    for (std::size_t k = 0; k < roll_calls.size(); ++k) {
      const std::uint32_t item = fit_.item_of_roll_call[roll_calls[k]];
      if (item != IdealFit::no_item)
        out[k] = choice_probabilities(fit_.items[item], at.mean, at.sd);
    }
    return out;
  }

  const Record& record_;
  const IdealFit& fit_;
  const VotingHistory& history_;
  StateIndex state_;
};

}  // namespace

Turn tell_turn(const Record& record, const IdealFit& fit, const TurnCandidate& candidate) {
  return Teller(record, fit, *candidate.history).tell(candidate);
}

}  // namespace volteface
