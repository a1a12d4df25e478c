#include "turn/turn_candidates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include "turn/change_dates.h"
#include "turn/turn_search.h"

namespace volteface {
namespace {

constexpr std::array<std::size_t, 3> session_counts = {window_sessions, 2, 5};
constexpr std::size_t longest = 5;

// One view of a state's votes, with how large changes are in it.
class View {
 public:
  View(const VotingHistory& history, ChangeScales scales) : history_(&history), scales_(scales) {}

  const VotingHistory& history() const { return *history_; }

  // Turns to the beginning of a session.
  void go_to(int session) {
    at_ = find(session);
    if (!at_) return;
    const auto [first, last] = window(*at_, longest);
    around_ = position_between(*history_, first, last, around_);
  }

  // The change about there, by so many sessions on either side.
  std::optional<TurnCandidate> change(std::size_t count) const {
    if (!at_ || *at_ == 0) return std::nullopt;
    const auto [first, last] = window(*at_, count);
    const auto settled = settled_change(*history_, first, last, around_);
    if (!settled) return std::nullopt;
    return candidate_from(*history_, *settled, scales_);
  }

  // The change of window_sessions on either side of a day.
  std::optional<ChangePoint> change_on(Date day) const {
    std::size_t split = 0;
    while (split < history_->size() && history_->date(split) < day) ++split;
    if (split == history_->size()) return std::nullopt;
    const auto [first, last] = window(*find(history_->session_of(split)), window_sessions);
    return change_at(*history_, first, split, last);
  }

 private:
  std::optional<std::size_t> find(int session) const {
    const auto sessions = history_->sessions();
    for (std::size_t m = 0; m < sessions.size(); ++m) {
      if (history_->session_of(sessions[m]) == session) return m;
    }
    return std::nullopt;
  }

  std::pair<std::size_t, std::size_t> window(std::size_t m, std::size_t count) const {
    const auto sessions = history_->sessions();
    return {sessions[m - std::min(m, count)],
            m + count < sessions.size() ? sessions[m + count] : history_->size()};
  }

  const VotingHistory* history_;
  ChangeScales scales_;
  std::optional<std::size_t> at_;
  Place around_ = Place::Zero();  // by the votes of the longest time
};

// The change about the beginning of one session, by all lengths and both views.
class Gathered {
 public:
  explicit Gathered(std::span<const View> views) : views_(views), of_view_(views.size()) {}

  // False where no view shows a change.
  bool ask(std::size_t count) {
    bool is_seen = false;
    double probability = 0, bits = 0;
    for (std::size_t v = 0; v < views_.size(); ++v) {
      const auto one = views_[v].change(count);
      if (!one) continue;
      is_seen = true;
      probability = std::max(probability, one->probability);
      bits = std::max(bits, one->bits);
      dates_.add(one->when, one->probability);
      of_view_[v].sum += one->probability;
      if (!of_view_[v].best || one->probability > of_view_[v].best->probability)
        of_view_[v].best = one;
    }
    candidate_.probability += probability / session_counts.size();
    candidate_.bits += bits / session_counts.size();
    return is_seen;
  }

  std::optional<TurnCandidate> result() {
    if (candidate_.probability <= 0) return std::nullopt;
    std::size_t v = 0;
    for (std::size_t other = 1; other < views_.size(); ++other) {
      if (of_view_[other].sum > of_view_[v].sum) v = other;
    }
    candidate_.when = dates_.mixed();
    candidate_.date = most_probable(candidate_.when);
    candidate_.history = &views_[v].history();
    const auto about = views_[v].change_on(candidate_.date);
    candidate_.change = about ? *about : of_view_[v].best->change;
    return candidate_;
  }

 private:
  struct OfView {
    double sum = 0;  // of its probabilities
    std::optional<TurnCandidate> best;
  };
  std::span<const View> views_;
  std::vector<OfView> of_view_;
  MixedDates dates_;
  TurnCandidate candidate_;
};

}  // namespace

TurnCandidate candidate_from(const VotingHistory& history, const SettledChange& settled,
                             const ChangeScales& scales) {
  TurnCandidate out;
  out.probability = scales.probability_of(least_turn_bits, settled.change.seen);
  out.bits = scales.expected_bits(settled.change.seen);
  out.when = dates_of(history, settled.when);
  out.date = history.date(settled.change.split);
  out.history = &history;
  out.change = settled.change;
  return out;
}

std::vector<TurnCandidate> turn_candidates(const VotingHistory& all_votes,
                                           const VotingHistory& main_dimension) {
  std::array<View, 2> views = {View(all_votes, ChangeScales()),
                               View(main_dimension, ChangeScales::on_main_dimension())};
  std::vector<TurnCandidate> found;
  for (const std::size_t begin : all_votes.sessions()) {
    if (begin == 0) continue;
    for (View& view : views) view.go_to(all_votes.session_of(begin));
    Gathered gathered(views);
    // What the first does not show the others cannot make probable, and most sessions are quiet.
    for (std::size_t count : session_counts) {
      if (!gathered.ask(count) && count == window_sessions) break;
    }
    if (auto candidate = gathered.result()) found.push_back(std::move(*candidate));
  }
  std::stable_sort(found.begin(), found.end(), [](const TurnCandidate& a, const TurnCandidate& b) {
    return std::pair(a.probability, a.bits) > std::pair(b.probability, b.bits);
  });
  std::vector<TurnCandidate> out;
  for (TurnCandidate& candidate : found) {
    const int session = regular_session(candidate.date);
    const bool is_apart = std::all_of(out.begin(), out.end(), [&](const TurnCandidate& other) {
      return std::abs(regular_session(other.date) - session) >= least_sessions_apart;
    });
    if (is_apart) out.push_back(std::move(candidate));
  }
  return out;
}

}  // namespace volteface
