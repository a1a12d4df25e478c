// Whom a state may have followed.
#include <algorithm>
#include <optional>
#include <string_view>

#include "turn/shared_votes.h"
#include "turn/standing.h"
#include "volteface/attribution.h"
#include "volteface/realignment.h"

namespace volteface {
namespace {

// The seats of China and of the Soviet Union have two names in the record.
constexpr std::string_view permanent_members[] = {"USA", "GBR", "FRA", "RUS", "SUN", "CHN", "TWN"};

constexpr std::size_t nearest_taken = 5;
constexpr std::size_t risen_taken = 3;

// A state's votes between two days, and what the predictive record expected of it there.
struct Window {
  std::vector<RollCallIndex> roll_calls;
  std::vector<std::optional<ChoiceProbabilities>> expected;
};

Window window_of(const Record& record, const PredictiveRecord& predicted, StateIndex state,
                 Date first, Date last) {
  Window window;
  for (const PredictedVote& vote : predicted.of_state(state)) {
    const Date date = record.roll_calls[vote.roll_call].date;
    if (date < first || date > last) continue;
    window.roll_calls.push_back(vote.roll_call);
    window.expected.push_back(vote.probabilities);
  }
  return window;
}

std::vector<StateIndex> nearest_of(const Record& record, StateIndex state,
                                   std::span<const RollCallIndex> roll_calls) {
  std::vector<std::pair<double, StateIndex>> near;
  for (StateIndex other = 0; other < record.states.size(); ++other) {
    if (other == state) continue;
    const ChoiceTable table = table_of(record, state, other, roll_calls);
    if (table.n() < std::max<std::size_t>(least_votes_with_reference, roll_calls.size() / 2))
      continue;
    near.emplace_back(-measure_agreement(table).agreement.value, other);
  }
  std::sort(near.begin(), near.end());
  std::vector<StateIndex> out;
  for (std::size_t k = 0; k < std::min(nearest_taken, near.size()); ++k)
    out.push_back(near[k].second);
  return out;
}

std::vector<StateIndex> risen_of(const Record& record, StateIndex state, const Window& before,
                                 const Window& after) {
  std::vector<StateIndex> out;
  for (const Realignment& r : realignments(record, state, before.roll_calls, after.roll_calls,
                                           {before.expected, after.expected})) {
    if (r.lo > 0 && out.size() < risen_taken) out.push_back(r.other);
  }
  return out;
}

}  // namespace

std::vector<StateIndex> attribution_references(const Record& record,
                                               const PredictiveRecord& predicted, StateIndex state,
                                               Date turn, Date until,
                                               std::optional<Date> past_since) {
  const Window before = window_of(record, predicted, state, past_begins(turn, past_since),
                                  turn - std::chrono::days(1));
  const Window after = window_of(record, predicted, state, turn, until);
  std::vector<StateIndex> out;
  const auto add = [&](StateIndex other) {
    const bool is_known = std::find(out.begin(), out.end(), other) != out.end();
    if (other != state && !is_known) out.push_back(other);
  };
  for (std::string_view code : permanent_members) {
    const auto power = record.find_state(code);
    if (!power || record.states[*power].code != code) continue;
    if (table_of(record, state, *power, after.roll_calls).n() >= least_votes_with_reference)
      add(*power);
  }
  for (StateIndex other : nearest_of(record, state, before.roll_calls)) add(other);
  for (StateIndex other : risen_of(record, state, before, after)) add(other);
  return out;
}

}  // namespace volteface
