// Turns as they would have been known on each day.
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numbers>
#include <utility>

#include "turn/tell_turn.h"
#include "turn/turn_search.h"

namespace volteface {
namespace {

// How many sessions back a change may have come that is only now known.
constexpr std::size_t sessions_back = 2;

// A change is measured only once votes since its session are predicted so much better by a position
// that learns from them: by this many natural logarithms, and by so much a vote.
constexpr double least_gain = 4;
constexpr double least_gain_a_vote = least_turn_bits * std::numbers::ln2 / 3;

// Votes since the start of a session, predicted by the position from before it and by one that is
// free to move: the running difference of their log probabilities.
class Watch {
 public:
  Watch(const VotingHistory& history, std::size_t first, std::size_t start)
      : history_(&history),
        first_(first),
        start_(start),
        next_(start),
        before_(history.place_of(first, start, Place::Zero(), 1)),
        moving_{before_.mean, PlaceMatrix::Identity()} {}

  std::size_t first() const { return first_; }
  std::size_t start() const { return start_; }

  // Takes in the votes before `end`; true where they call for a closer look.
  bool look(std::size_t end) {
    for (; next_ < end; ++next_) {
      gain_ += history_->learn(next_, moving_.mean, moving_.covariance) -
               history_->log_probability(next_, before_.mean);
    }
    return gain_ > least_gain && gain_ > least_gain_a_vote * static_cast<double>(end - start_);
  }

 private:
  struct Moving {
    Place mean;
    PlaceMatrix covariance;
  };
  const VotingHistory* history_;
  std::size_t first_, start_, next_;
  PlaceEstimate before_;
  Moving moving_;
  double gain_ = 0;
};

struct Alarm {
  SettledChange settled;
  Date known;
};

std::vector<Alarm> alarms_of(const VotingHistory& history, double least_probability) {
  const ChangeScales scales;
  std::vector<Alarm> out;
  const auto sessions = history.sessions();
  std::vector<Watch> watches;
  std::size_t session = 0;
  int quiet_until = 0;
  const auto meetings = history.meetings();
  for (std::size_t k = 0; k < meetings.size(); ++k) {
    const std::size_t begin = meetings[k];
    const std::size_t end = k + 1 < meetings.size() ? meetings[k + 1] : history.size();
    while (session + 1 < sessions.size() && sessions[session + 1] <= begin) ++session;
    if (session > 0 && sessions[session] == begin) {
      watches.emplace_back(history, sessions[session - std::min(session, window_sessions)], begin);
      if (watches.size() > sessions_back) watches.erase(watches.begin());
    }
    const int now = history.session_of(begin);
    if (now < quiet_until) continue;
    for (Watch& watch : watches) {
      if (!watch.look(end)) continue;
      auto settled = settled_change(history, watch.first(), end,
                                    position_between(history, watch.first(), end));
      if (!settled) continue;
      // More votes may date a turn earlier; it is no other turn for that.
      if (!out.empty() &&
          history.session_of(settled->change.split) <
              history.session_of(out.back().settled.change.split) + least_sessions_apart)
        continue;
      if (scales.probability_of(least_turn_bits, settled->change.seen) < least_probability)
        continue;
      out.push_back({std::move(*settled), history.date(begin)});
      quiet_until = now + least_sessions_apart;
      watches.clear();
      break;
    }
  }
  return out;
}

}  // namespace

std::vector<Turn> find_turns_online(const Record& record, std::span<const RollCallIndex> roll_calls,
                                    const TurnOptions& options) {
  check_probability(options.least_probability);
  const PredictiveRecord predicted = predict_for_turns(record, roll_calls, {});
  if (options.progress) options.progress(0.2);

  std::vector<std::vector<Alarm>> alarms(record.states.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, alarms.size(), 1), [&](const auto& piece) {
    for (std::size_t s = piece.begin(); s != piece.end(); ++s) {
      if (options.state && *options.state != s) continue;
      const VotingHistory history(record, predicted, static_cast<StateIndex>(s));
      alarms[s] = alarms_of(history, options.least_probability);
      std::erase_if(alarms[s],
                    [&](const Alarm& a) { return options.since && a.known < *options.since; });
    }
  });
  if (options.progress) options.progress(0.4);

  // Sizes in ideal points, too, are those that could be had on the day.
  std::map<Date, IdealFit> fits;
  std::size_t all = 0;
  for (const auto& of_state : alarms) all += of_state.size();
  std::vector<Turn> out;
  for (std::size_t s = 0; s < alarms.size(); ++s) {
    if (alarms[s].empty()) continue;
    const VotingHistory history(record, predicted, static_cast<StateIndex>(s));
    for (const Alarm& alarm : alarms[s]) {
      if (!fits.contains(alarm.known)) {
        std::vector<RollCallIndex> past(roll_calls.begin(), roll_calls.end());
        std::erase_if(past,
                      [&](RollCallIndex r) { return record.roll_calls[r].date > alarm.known; });
        fits.emplace(alarm.known, fit_ideal_points(record_as_of(record, alarm.known), past));
      }
      out.push_back(tell_turn(record, fits.at(alarm.known),
                              candidate_from(history, alarm.settled, ChangeScales())));
      out.back().known = alarm.known;
      if (options.progress)
        options.progress(0.4 + 0.6 * static_cast<double>(out.size()) / static_cast<double>(all));
    }
  }
  return out;
}

}  // namespace volteface
