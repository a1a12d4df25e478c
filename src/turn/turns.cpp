#include "volteface/turns.h"

#include <fmt/format.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "turn/change_point.h"
#include "turn/ideal_change.h"
#include "turn/predictive_run.h"
#include "turn/turn_evidence.h"

namespace volteface {
namespace {

// Sessions on each side of a change. Fewer leave it to chance which votes came up; more let what
// happened before and behind it in.
constexpr std::size_t window_sessions = 3;

// Of two changes nearer than this only the larger is a turn: their windows share most votes.
constexpr int least_sessions_apart = 3;

constexpr std::size_t most_told = 3;
constexpr double least_mass = 0.001;
constexpr double interval_tail = 0.05;

// A leaning on a text takes in what changes on it, and would hide a turn; positions that drift less
// keep the four dimensions in their place.
FilterSettings settings_for_turns() {
  FilterSettings settings;
  settings.drift = 0.05;
  settings.first_text = 1e-9;
  settings.text_drift = 0;
  settings.item_drift = 0.1;
  settings.direction_spread = 1;
  return settings;
}

// The change at the beginning of each session of a state.
struct Candidate {
  int session = 0;
  ChangePoint change;
};

std::vector<Candidate> candidates_of(const VotingHistory& history) {
  std::vector<Candidate> out;
  const auto sessions = history.sessions();
  const auto begin_of = [&](std::size_t n) {
    return n < sessions.size() ? sessions[n] : history.size();
  };
  for (std::size_t m = 1; m < sessions.size(); ++m) {
    const std::size_t first = sessions[m - std::min(m, window_sessions)];
    if (const auto change =
            change_at(history, first, sessions[m], begin_of(m + window_sessions)))
      out.push_back({history.session_of(sessions[m]), *change});
  }
  return out;
}

// Largest first, and none near a larger one.
std::vector<Candidate> largest_of(std::vector<Candidate> candidates, const ChangeScales& scales) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t k = 0; k < candidates.size(); ++k)
    order.push_back({-scales.expected_bits(candidates[k].change.seen), k});
  std::sort(order.begin(), order.end());
  std::vector<Candidate> out;
  for (const auto& [size, k] : order) {
    const bool is_apart = std::all_of(out.begin(), out.end(), [&](const Candidate& larger) {
      return std::abs(larger.session - candidates[k].session) >= least_sessions_apart;
    });
    if (is_apart) out.push_back(candidates[k]);
  }
  return out;
}

std::vector<RollCallIndex> roll_calls_of(const VotingHistory& history, std::size_t first,
                                         std::size_t last) {
  std::vector<RollCallIndex> out;
  for (std::size_t k = first; k < last; ++k) out.push_back(history.vote(k).roll_call);
  return out;
}

class TurnWriter {
 public:
  TurnWriter(const Record& record, const IdealFit& fit, const VotingHistory& history,
             StateIndex state)
      : record_(record), fit_(fit), history_(history), state_(state) {}

  Turn write(const ChangePoint& change, double probability, double bits) const {
    Turn turn;
    turn.state = state_;
    turn.probability = probability;
    turn.bits = bits;
    turn.date = history_.date(change.split);
    turn.votes_before = static_cast<std::uint32_t>(change.split - change.first);
    turn.votes_after = static_cast<std::uint32_t>(change.last - change.split);
    date(change, turn);
    turn.subjects = subjects_of_turn(record_, history_, change);
    if (turn.subjects.size() > most_told) turn.subjects.resize(most_told);
    turn.first_votes = first_telling_votes(history_, change, most_told);
    size_and_company(change, turn);
    return turn;
  }

 private:
  void date(const ChangePoint& change, Turn& turn) const {
    double before = 0;
    bool begun = false, ended = false;
    for (const SplitMass& mass : when_changed(history_, change)) {
      const Date last = history_.date(mass.split);
      const Date first = std::min(last, history_.date(mass.split - 1) + std::chrono::days(1));
      if (mass.probability > least_mass) turn.when.push_back({first, last, mass.probability});
      before += mass.probability;
      if (!begun && before >= interval_tail) {
        turn.from = first;
        begun = true;
      }
      if (!ended && before >= 1 - interval_tail) {
        turn.to = last;
        ended = true;
      }
    }
    turn.from = std::min(turn.from, turn.date);
    turn.to = std::max(turn.to, turn.date);
  }

  void size_and_company(const ChangePoint& change, Turn& turn) const {
    const auto before = roll_calls_of(history_, change.first, change.split);
    const auto after = roll_calls_of(history_, change.split, change.last);
    const IdealPosition was = ideal_position(record_, fit_, state_, before);
    const IdealPosition is = ideal_position(record_, fit_, state_, after);
    turn.size = is.mean - was.mean;
    turn.size_sd = std::hypot(was.sd, is.sd);
    const GeneralMove general{expected(before, was), expected(after, is)};
    turn.toward = realignments(record_, state_, before, after, general);
    std::erase_if(turn.toward, [](const Realignment& r) { return r.lo <= 0; });
    if (turn.toward.size() > most_told) turn.toward.resize(most_told);
  }

  std::vector<ChoiceProbabilities> expected(std::span<const RollCallIndex> roll_calls,
                                            const IdealPosition& at) const {
    std::vector<ChoiceProbabilities> out;
    for (RollCallIndex r : roll_calls) {
      const std::uint32_t item = fit_.item_of_roll_call[r];
      out.push_back(item == IdealFit::no_item
                        ? ChoiceProbabilities{1, 0, 0}
                        : choice_probabilities(fit_.items[item], at.mean, at.sd));
    }
    return out;
  }

  const Record& record_;
  const IdealFit& fit_;
  const VotingHistory& history_;
  StateIndex state_;
};

}  // namespace

std::vector<Turn> find_turns(const Record& record, std::span<const RollCallIndex> roll_calls,
                             const IdealFit& fit, const TurnOptions& options) {
  if (!(options.least_probability > 0 && options.least_probability <= 1)) {
    throw Error(fmt::format("a least probability of {}, expected above 0 and at most 1",
                            options.least_probability));
  }
  PredictOptions predict;
  if (options.progress) {
    predict.progress = [&](std::size_t done, std::size_t all) {
      options.progress(0.3 * static_cast<double>(done) / static_cast<double>(all));
    };
  }
  const PredictiveRecord predicted =
      predict_votes_with(settings_for_turns(), record, roll_calls, predict);

  const std::size_t states = record.states.size();
  std::vector<std::vector<Candidate>> candidates(states);
  const auto for_states = [&](const auto& body) {
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, states, 1), [&](const auto& piece) {
      for (std::size_t s = piece.begin(); s != piece.end(); ++s) body(static_cast<StateIndex>(s));
    });
  };
  for_states([&](StateIndex s) {
    candidates[s] = candidates_of(VotingHistory(record, predicted, s));
  });
  if (options.progress) options.progress(0.7);
  std::vector<SeenChange> seen;
  for (const auto& of_state : candidates) {
    for (const Candidate& candidate : of_state) seen.push_back(candidate.change.seen);
  }
  const ChangeScales scales = ChangeScales::learned_from(seen);

  std::vector<std::vector<Turn>> turns(states);
  for_states([&](StateIndex s) {
    if (options.state && *options.state != s) return;
    const VotingHistory history(record, predicted, s);
    const TurnWriter writer(record, fit, history, s);
    for (const Candidate& candidate : largest_of(std::move(candidates[s]), scales)) {
      const ChangePoint change = settle(history, candidate.change);
      const double probability = scales.probability_of(least_turn_bits, change.seen);
      if (probability < options.least_probability) continue;
      turns[s].push_back(writer.write(change, probability, scales.expected_bits(change.seen)));
    }
    std::sort(turns[s].begin(), turns[s].end(),
              [](const Turn& a, const Turn& b) { return a.date < b.date; });
  });
  if (options.progress) options.progress(1);
  std::vector<Turn> out;
  for (auto& of_state : turns) std::move(of_state.begin(), of_state.end(), std::back_inserter(out));
  return out;
}

}  // namespace volteface
