#include "ideal/observations.h"

#include <algorithm>
#include <numeric>

#include "ideal/text_groups.h"

namespace volteface {
namespace {

struct RawCell {
  std::uint32_t item;
  StateIndex state;
  int period;
  Choice choice;
};

// By state, and within a state by date.
std::vector<RawCell> collect(const Record& record, std::span<const RollCallIndex> roll_calls,
                             const Observations& out, PeriodBy by,
                             std::span<const std::uint64_t> held_out) {
  std::vector<RawCell> cells;
  std::vector<int> period;
  for (const RollCall& r : record.roll_calls) period.push_back(period_of(r, by));
  const std::uint64_t width = record.roll_calls.size();
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    const auto row = record.votes.row(s);
    auto left_out = std::lower_bound(held_out.begin(), held_out.end(), s * width);
    for (RollCallIndex r : roll_calls) {
      if (!is_cast(row[r])) continue;
      while (left_out != held_out.end() && *left_out < s * width + r) ++left_out;
      if (left_out != held_out.end() && *left_out == s * width + r) continue;
      cells.push_back({out.item_of_roll_call[r], s, period[r], row[r]});
    }
  }
  return cells;
}

// Items without a cell, and unanimous ones if asked, go; the rest are numbered in order.
void drop_items(Observations& out, std::vector<RawCell>& cells, bool unanimous) {
  std::vector<std::uint8_t> seen(out.items, 0);  // bit set of the choices
  for (const RawCell& c : cells) {
    seen[c.item] =
        static_cast<std::uint8_t>(seen[c.item] | (1U << static_cast<unsigned>(c.choice)));
  }
  std::vector<std::uint32_t> number(out.items, Observations::none);
  std::uint32_t kept = 0;
  for (std::uint32_t v = 0; v < out.items; ++v) {
    const bool mixed = (seen[v] & (seen[v] - 1)) != 0;
    if (seen[v] != 0 && (mixed || !unanimous)) number[v] = kept++;
  }
  std::erase_if(cells, [&](const RawCell& c) { return number[c.item] == Observations::none; });
  for (RawCell& c : cells) c.item = number[c.item];
  for (std::uint32_t& v : out.item_of_roll_call) {
    if (v != Observations::none) v = number[v];
  }
  out.items = kept;
}

// The periods of a state are few and nearly sorted already (session numbers of special sessions are
// not).
std::vector<std::uint32_t> number_points(Observations& out, const std::vector<RawCell>& cells) {
  std::vector<std::uint32_t> point_of_cell(cells.size());
  for (std::size_t begin = 0; begin < cells.size();) {
    std::size_t end = begin;
    std::vector<int> periods;
    for (; end < cells.size() && cells[end].state == cells[begin].state; ++end) {
      if (periods.empty() || periods.back() != cells[end].period) {
        periods.push_back(cells[end].period);
      }
    }
    std::sort(periods.begin(), periods.end());
    periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
    const std::size_t first = out.points.size();
    for (int period : periods) out.points.push_back({cells[begin].state, period, 0});
    for (; begin < end; ++begin) {
      const auto at = std::lower_bound(periods.begin(), periods.end(), cells[begin].period);
      const auto point = first + static_cast<std::size_t>(at - periods.begin());
      point_of_cell[begin] = static_cast<std::uint32_t>(point);
      ++out.points[point].n;
    }
  }
  return point_of_cell;
}

// Counting sort by `key`: where each key begins, and the order.
std::vector<std::uint32_t> order_by(std::span<const std::uint32_t> key, std::size_t keys,
                                    std::vector<std::uint32_t>& begin) {
  begin.assign(keys + 1, 0);
  for (std::uint32_t k : key) ++begin[k + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  std::vector<std::uint32_t> order(key.size());
  for (std::uint32_t i = 0; i < key.size(); ++i) order[next[key[i]]++] = i;
  return order;
}

}  // namespace

int period_of(const RollCall& roll_call, PeriodBy by) {
  return by == PeriodBy::year ? year_of(roll_call.date) : session_number(roll_call);
}

Observations observe(const Record& record, std::span<const RollCallIndex> roll_calls,
                     std::span<const TextPair> pairs, const ObservationOptions& options,
                     std::span<const std::uint64_t> held_out) {
  Observations out;
  TextGroups groups(record.roll_calls.size(), pairs);
  std::vector<std::uint32_t> item_of_root(record.roll_calls.size(), Observations::none);
  out.item_of_roll_call.assign(record.roll_calls.size(), Observations::none);
  for (RollCallIndex r : roll_calls) {
    std::uint32_t& item = item_of_root[groups.root(r)];
    if (item == Observations::none) item = out.items++;
    out.item_of_roll_call[r] = item;
  }

  std::vector<RawCell> cells = collect(record, roll_calls, out, options.by, held_out);
  drop_items(out, cells, options.drop_unanimous);
  const std::vector<std::uint32_t> point = number_points(out, cells);
  std::vector<std::uint32_t> item;
  for (const RawCell& c : cells) item.push_back(c.item);

  for (std::uint32_t i : order_by(item, out.items, out.item_begin)) {
    out.cell_point.push_back(point[i]);
    out.cell_choice.push_back(cells[i].choice);
  }
  for (std::uint32_t i : order_by(point, out.points.size(), out.point_begin)) {
    out.point_item.push_back(item[i]);
    out.point_choice.push_back(cells[i].choice);
  }
  return out;
}

}  // namespace volteface
