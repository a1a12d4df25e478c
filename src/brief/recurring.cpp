#include "brief/recurring.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace volteface {
namespace {

struct Twice {
  Choice then = Choice::not_listed;
  Choice now = Choice::not_listed;

  bool cast() const { return is_cast(then) && is_cast(now); }
};

// Yes, abstain and no are in a row.
int distance(Choice a, Choice b) { return std::abs(static_cast<int>(a) - static_cast<int>(b)); }

void count(const Twice& votes, Changed& changed) {
  if (!votes.cast()) return;
  ++changed.n;
  changed.changed += votes.then != votes.now;
}

void count_direction(const Twice& own, Choice other_now, Direction& direction) {
  if (!own.cast() || !is_cast(other_now)) return;
  const int before = distance(own.then, other_now);
  const int after = distance(own.now, other_now);
  direction.closer += after < before;
  direction.further += after > before;
}

}  // namespace

std::vector<RecurringYear> recurring_texts(const Record& record, std::span<const TextPair> pairs,
                                           StateIndex state, const std::vector<Seat>& columns,
                                           const Window& window) {
  const auto in_window = [&](RollCallIndex r) {
    return std::binary_search(window.roll_calls.begin(), window.roll_calls.end(), r);
  };
  std::map<int, RecurringYear> years;
  for (const TextPair& pair : pairs) {
    const int year = year_of(record.roll_calls[pair.later].date);
    const int gap = year - year_of(record.roll_calls[pair.earlier].date);
    if (!in_window(pair.later) || gap > longest_recurrence) continue;
    RecurringYear& at = years[year];
    at.year = year;
    at.columns.resize(columns.size());
    at.directions.resize(columns.size());
    const Twice own{record.votes.at(state, pair.earlier), record.votes.at(state, pair.later)};
    count(own, at.state);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const Twice other{columns[c].choice(record, pair.earlier),
                        columns[c].choice(record, pair.later)};
      count(other, at.columns[c]);
      count_direction(own, other.now, at.directions[c]);
    }
  }
  std::vector<RecurringYear> with_votes;
  for (auto& [year, at] : years) {
    if (at.state.n > 0) with_votes.push_back(std::move(at));
  }
  return with_votes;
}

}  // namespace volteface
