#include "turn/turn_candidates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>

#include "turn/turn_search.h"

namespace volteface {
namespace {

constexpr std::array<std::size_t, 3> session_counts = {2, 3, 5};

std::vector<DateMass> dates_of(const VotingHistory& history, const SettledChange& settled) {
  std::vector<DateMass> out;
  for (const SplitMass& mass : settled.when) {
    const Date last = history.date(mass.split);
    const Date first = std::min(last, history.date(mass.split - 1) + std::chrono::days(1));
    out.push_back({first, last, mass.probability});
  }
  return out;
}

const DateMass& most_probable(const std::vector<DateMass>& when) {
  return *std::max_element(when.begin(), when.end(), [](const DateMass& a, const DateMass& b) {
    return a.probability < b.probability;
  });
}

// Posteriors over the day, each with a weight, as one. Views lack votes on other days, so stretches
// are cut where any of them begins or ends; within a stretch days are alike.
class MixedDates {
 public:
  void add(const std::vector<DateMass>& when, double weight) {
    for (const DateMass& mass : when) {
      parts_.push_back({mass.first, mass.last, mass.probability * weight});
      starts_.insert(mass.first);
      starts_.insert(mass.last + std::chrono::days(1));
    }
    all_ += weight;
  }

  std::vector<DateMass> mixed() const {
    std::vector<DateMass> out;
    for (auto start = starts_.begin(); std::next(start) != starts_.end(); ++start)
      out.push_back({*start, *std::next(start) - std::chrono::days(1), 0});
    for (const DateMass& part : parts_) {
      const double days = static_cast<double>((part.last - part.first).count() + 1);
      auto at = std::lower_bound(out.begin(), out.end(), part.first,
                                 [](const DateMass& m, Date day) { return m.first < day; });
      for (; at != out.end() && at->last <= part.last; ++at) {
        const double within = static_cast<double>((at->last - at->first).count() + 1);
        at->probability += part.probability / all_ * within / days;
      }
    }
    std::erase_if(out, [](const DateMass& mass) { return mass.probability <= 0; });
    return out;
  }

 private:
  std::vector<DateMass> parts_;
  std::set<Date> starts_;
  double all_ = 0;
};

// One view of a state's votes, with how large changes are in it.
struct View {
  const VotingHistory& history;
  ChangeScales scales;

  // Between so many sessions before and from the one with this number on.
  std::optional<SettledChange> change(int session, std::size_t count) const {
    const auto m = find(session);
    if (!m || *m == 0) return std::nullopt;
    const auto [first, last] = window(*m, count);
    return settled_change(history, first, last);
  }

  // The change of window_sessions on either side of the day.
  std::optional<ChangePoint> change_on(Date day) const {
    std::size_t split = 0;
    while (split < history.size() && history.date(split) < day) ++split;
    if (split == history.size()) return std::nullopt;
    const auto m = find(history.session_of(split));
    const auto [first, last] = window(*m, window_sessions);
    return change_at(history, first, split, last);
  }

 private:
  std::optional<std::size_t> find(int session) const {
    const auto sessions = history.sessions();
    for (std::size_t m = 0; m < sessions.size(); ++m) {
      if (history.session_of(sessions[m]) == session) return m;
    }
    return std::nullopt;
  }

  std::pair<std::size_t, std::size_t> window(std::size_t m, std::size_t count) const {
    const auto sessions = history.sessions();
    return {sessions[m - std::min(m, count)],
            m + count < sessions.size() ? sessions[m + count] : history.size()};
  }
};

// The change about the beginning of one session, by all lengths and both views.
class Gathered {
 public:
  explicit Gathered(std::span<const View> views) : views_(views), of_view_(views.size()) {}

  void ask(int session, std::size_t count) {
    double probability = 0, bits = 0;
    for (std::size_t v = 0; v < views_.size(); ++v) {
      const View& view = views_[v];
      const auto settled = view.change(session, count);
      if (!settled) continue;
      const TurnCandidate one = candidate_from(view.history, *settled, view.scales);
      probability = std::max(probability, one.probability);
      bits = std::max(bits, one.bits);
      dates_.add(one.when, one.probability);
      of_view_[v].asked += one.probability;
      if (!of_view_[v].best || one.probability > of_view_[v].best->probability)
        of_view_[v].best = one;
    }
    candidate_.probability += probability / session_counts.size();
    candidate_.bits += bits / session_counts.size();
  }

  std::optional<TurnCandidate> result() {
    if (candidate_.probability <= 0) return std::nullopt;
    std::size_t v = 0;
    for (std::size_t other = 1; other < views_.size(); ++other) {
      if (of_view_[other].asked > of_view_[v].asked) v = other;
    }
    candidate_.when = dates_.mixed();
    candidate_.date = most_probable(candidate_.when).last;
    candidate_.history = &views_[v].history;
    const auto about = views_[v].change_on(candidate_.date);
    candidate_.change = about ? *about : of_view_[v].best->change;
    return candidate_;
  }

 private:
  struct OfView {
    double asked = 0;  // sum of its probabilities
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
  out.when = dates_of(history, settled);
  out.date = history.date(settled.change.split);
  out.history = &history;
  out.change = settled.change;
  return out;
}

std::vector<TurnCandidate> turn_candidates(const VotingHistory& all_votes,
                                           const VotingHistory& main_dimension) {
  const std::array<View, 2> views = {
      {{all_votes, ChangeScales()}, {main_dimension, ChangeScales::on_main_dimension()}}};
  std::vector<TurnCandidate> found;
  for (const std::size_t begin : all_votes.sessions()) {
    if (begin == 0) continue;
    Gathered gathered(views);
    for (std::size_t count : session_counts) gathered.ask(all_votes.session_of(begin), count);
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
