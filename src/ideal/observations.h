// The record as the ordinal models see it: points (a state in a period), items (roll calls on one
// text), and the cells between them.
//
// Only cast votes are cells. The same cells are laid out twice, by item and by point, because the
// models sweep over both in turn.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "volteface/ideal.h"
#include "volteface/record.h"

namespace volteface {

// The session number or the year of a roll call.
int period_of(const RollCall& roll_call, PeriodBy by);

struct Observations {
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Point {
    StateIndex state;
    int period;
    std::uint32_t n;  // cells
  };
  std::vector<Point> points;  // by state, then period; only those with a cell

  std::uint32_t items = 0;
  std::vector<std::uint32_t> item_of_roll_call;  // none for roll calls that were left out

  // By item: the cells of item v are item_begin[v] .. item_begin[v + 1].
  std::vector<std::uint32_t> item_begin;
  std::vector<std::uint32_t> cell_point;
  std::vector<Choice> cell_choice;  // yes, abstain or no

  // By point: the cells of point p are point_begin[p] .. point_begin[p + 1].
  std::vector<std::uint32_t> point_begin;
  std::vector<std::uint32_t> point_item;
  std::vector<Choice> point_choice;

  std::size_t cells() const { return cell_point.size(); }
};

struct ObservationOptions {
  PeriodBy by = PeriodBy::session;
  bool drop_unanimous = false;  // leave out items on which all choices are the same
};

// `roll_calls`: which to take, ascending. `pairs`: roll calls that share an item; a pair with a
// roll call that is not taken still joins what it connects. `held_out`: cells (state *
// record.roll_calls.size() + roll call), ascending, that are left out. Cost: linear in the cells.
Observations observe(const Record& record, std::span<const RollCallIndex> roll_calls,
                     std::span<const TextPair> pairs, const ObservationOptions& options,
                     std::span<const std::uint64_t> held_out = {});

}  // namespace volteface
