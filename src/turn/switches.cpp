#include "volteface/switches.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "agreement/share_interval.h"
#include "turn/shared_votes.h"
#include "volteface/bridging.h"

namespace volteface {
namespace {

int direction_of(Choice before, Choice after) {
  const int step = static_cast<int>(after) - static_cast<int>(before);
  return (step > 0) - (step < 0);
}

// One text before and after.
using TextTimes = std::pair<RollCallIndex, RollCallIndex>;

std::vector<TextTimes> texts_on_both_sides(const Record& record,
                                           std::span<const RollCallIndex> before,
                                           std::span<const RollCallIndex> after) {
  const auto text_of = text_groups(record, bridging_pairs(record));
  std::map<std::uint32_t, RollCallIndex> last_before;
  for (RollCallIndex r : before) last_before[text_of[r]] = r;
  std::vector<TextTimes> out;
  for (RollCallIndex r : after) {
    const auto found = last_before.find(text_of[r]);
    if (found == last_before.end() || found->second >= r) continue;
    out.emplace_back(found->second, r);
    last_before.erase(found);
  }
  return out;
}

// Those on which both voted both times.
std::vector<TextOnBothSides> texts_of(const Record& record, StateIndex state, StateIndex reference,
                                      std::span<const TextTimes> times) {
  std::vector<TextOnBothSides> out;
  for (const auto& [before, after] : times) {
    const TextOnBothSides text{before,
                               after,
                               record.votes.at(state, before),
                               record.votes.at(state, after),
                               record.votes.at(reference, before),
                               record.votes.at(reference, after)};
    if (is_cast(text.state_before) && is_cast(text.state_after) && is_cast(text.reference_before) &&
        is_cast(text.reference_after))
      out.push_back(text);
  }
  return out;
}

SwitchCount count_of(StateIndex state, std::span<const TextOnBothSides> texts) {
  SwitchCount count;
  count.state = state;
  count.texts = static_cast<std::uint32_t>(texts.size());
  for (const TextOnBothSides& text : texts) {
    count.state_switched += text.state_switched() ? 1 : 0;
    count.reference_switched += text.reference_switched() ? 1 : 0;
    count.with_room += text.had_room() ? 1 : 0;
    count.alike += text.switched_alike() ? 1 : 0;
  }
  count.share = share_interval(count.alike, count.reference_switched);
  return count;
}

// The counts of the states that agreed most with the state before, nearest first, and their sum.
void take_nearest(std::vector<SwitchCount> counts, std::size_t most, SwitchTest& test) {
  std::erase_if(counts, [&](const SwitchCount& c) {
    return c.state == test.state || c.reference_switched == 0 || std::isnan(c.agreement_before);
  });
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.agreement_before > b.agreement_before;
  });
  if (counts.size() > most) counts.resize(most);
  for (const SwitchCount& c : counts) {
    test.of_nearest.texts += c.texts;
    test.of_nearest.state_switched += c.state_switched;
    test.of_nearest.reference_switched += c.reference_switched;
    test.of_nearest.with_room += c.with_room;
    test.of_nearest.alike += c.alike;
  }
  test.of_nearest.share = share_interval(test.of_nearest.alike, test.of_nearest.reference_switched);
  test.of_nearest.agreement_before = std::numeric_limits<double>::quiet_NaN();
  test.nearest = std::move(counts);
}

void rank(std::vector<SwitchCount> counts, SwitchTest& test) {
  std::erase_if(counts, [](const SwitchCount& c) { return c.reference_switched < least_switches; });
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.share.value > b.share.value; });
  test.ranked = static_cast<std::uint32_t>(counts.size());
  if (test.count.reference_switched >= least_switches) {
    test.rank = 1;
    for (const SwitchCount& c : counts) test.rank += c.share.value > test.count.share.value ? 1 : 0;
  }
  test.all = std::move(counts);
}

template <class IsTaken>
std::vector<RollCallIndex> roll_calls_where(const Record& record, const IsTaken& is_taken) {
  std::vector<RollCallIndex> out = select_roll_calls(record, {});
  std::erase_if(out, [&](RollCallIndex r) { return !is_taken(record.roll_calls[r]); });
  return out;
}

}  // namespace

bool TextOnBothSides::switched_alike() const {
  return reference_switched() &&
         direction_of(state_before, state_after) == direction_of(reference_before, reference_after);
}

bool TextOnBothSides::had_room() const {
  const int way = direction_of(reference_before, reference_after);
  return (way > 0 && state_before != Choice::no) || (way < 0 && state_before != Choice::yes);
}

SwitchTest test_switches(const Record& record, StateIndex state, StateIndex reference,
                         std::span<const RollCallIndex> before,
                         std::span<const RollCallIndex> after, const SwitchOptions& options) {
  for (StateIndex s : {state, reference}) {
    if (s >= record.states.size()) {
      throw Error(fmt::format("state number {}, expected one below {}", s, record.states.size()));
    }
  }
  if (state == reference) {
    throw Error(fmt::format("{} beside itself, expected another state whose switches to look at",
                            record.states[state].code));
  }
  SwitchTest test;
  test.state = state;
  test.reference = reference;
  const auto times = texts_on_both_sides(record, before, after);
  std::vector<SwitchCount> counts;
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    if (s == reference) continue;
    const auto texts = texts_of(record, s, reference, times);
    SwitchCount count = count_of(s, texts);
    count.agreement_before = s == state ? 1 : agreement_between(record, state, s, before);
    if (s == state) {
      test.count = count;
      test.texts = texts;
    }
    counts.push_back(count);
  }
  take_nearest(counts, options.nearest, test);
  rank(std::move(counts), test);
  return test;
}

std::vector<RollCallIndex> year_of_votes(const Record& record, int year) {
  return roll_calls_where(record, [&](const RollCall& r) { return year_of(r.date) == year; });
}

std::vector<RollCallIndex> session_of_votes(const Record& record, int session) {
  return roll_calls_where(record, [&](const RollCall& r) { return session_number(r) == session; });
}

}  // namespace volteface
