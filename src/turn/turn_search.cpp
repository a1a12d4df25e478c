#include "turn/turn_search.h"

#include <fmt/format.h>

#include <algorithm>

#include "turn/predictive_run.h"

namespace volteface {
std::vector<ChangePoint> session_changes(const VotingHistory& history) {
  std::vector<ChangePoint> out;
  const auto sessions = history.sessions();
  for (std::size_t m = 1; m < sessions.size(); ++m) {
    const std::size_t first = sessions[m - std::min(m, window_sessions)];
    const std::size_t last =
        m + window_sessions < sessions.size() ? sessions[m + window_sessions] : history.size();
    if (const auto change = change_at(history, first, sessions[m], last)) out.push_back(*change);
  }
  return out;
}

PredictiveRecord predict_for_turns(const Record& record, std::span<const RollCallIndex> roll_calls,
                                   const std::function<void(double share)>& progress) {
  PredictOptions options;
  if (progress) {
    options.progress = [&](std::size_t done, std::size_t all) {
      progress(static_cast<double>(done) / static_cast<double>(all));
    };
  }
  return predict_votes_with(settings_for_turns, record, roll_calls, options);
}

void check_probability(double least) {
  if (least > 0 && least <= 1) return;
  throw Error(fmt::format("a least probability of {}, expected above 0 and at most 1", least));
}

}  // namespace volteface
