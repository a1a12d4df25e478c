#include "ideal/cell_layout.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace volteface {
namespace {

std::uint32_t padded(std::uint32_t cells) {
  constexpr std::uint32_t lanes = CellLayout::lanes;
  return (cells + lanes - 1) / lanes * lanes;
}

void append_group(CellLayout& out, const Observations& observations, std::uint32_t item,
                  Choice choice) {
  for (std::uint32_t c = observations.item_begin[item]; c < observations.item_begin[item + 1];
       ++c) {
    if (observations.cell_choice[c] == choice) {
      out.cell_point.push_back(static_cast<std::int32_t>(observations.cell_point[c]));
    }
  }
}

void lay_out_items(CellLayout& out, const Observations& observations) {
  const auto size = [&] { return static_cast<std::uint32_t>(out.cell_point.size()); };
  const auto nobody = static_cast<std::int32_t>(observations.points.size());
  for (std::uint32_t v = 0; v < observations.items; ++v) {
    CellLayout::ItemCells cells;
    cells.begin = size();
    append_group(out, observations, v, Choice::yes);
    cells.yes = size() - cells.begin;
    append_group(out, observations, v, Choice::no);
    cells.no = size() - cells.begin - cells.yes;
    out.cell_point.resize(padded(size()), nobody);
    cells.abstain_begin = size();
    append_group(out, observations, v, Choice::abstain);
    cells.abstain = size() - cells.abstain_begin;
    out.cell_point.resize(padded(size()), nobody);
    cells.end = size();
    out.largest_item = std::max(out.largest_item, cells.end - cells.begin);
    out.items.push_back(cells);
  }
}

// The padding of a point refers to the one item without weight, and to cell 0.
void lay_out_points(CellLayout& out) {
  std::vector<std::uint32_t> cells(out.points + 1, 0);
  for (std::int32_t p : out.cell_point) ++cells[static_cast<std::uint32_t>(p)];
  out.point_begin.assign(out.points + 1, 0);
  for (std::uint32_t p = 0; p < out.points; ++p) {
    out.point_begin[p + 1] = out.point_begin[p] + padded(cells[p]);
  }
  const auto no_item = static_cast<std::int32_t>(out.items.size());
  out.point_cell.assign(out.point_begin.back(), 0);
  out.point_item.assign(out.point_begin.back(), no_item);
  std::vector<std::uint32_t> next(out.point_begin.begin(), out.point_begin.end());
  for (std::uint32_t v = 0; v < out.items.size(); ++v) {
    for (std::uint32_t c = out.items[v].begin; c < out.items[v].end; ++c) {
      const auto point = static_cast<std::uint32_t>(out.cell_point[c]);
      if (point == out.points) continue;
      out.point_cell[next[point]] = static_cast<std::int32_t>(c);
      out.point_item[next[point]++] = static_cast<std::int32_t>(v);
    }
  }
}

}  // namespace

CellLayout lay_out(const Observations& observations) {
  // Padding at most doubles each group, and indexes are signed for the sake of gathers.
  if (observations.cells() > std::numeric_limits<std::int32_t>::max() / (2 * CellLayout::lanes)) {
    throw Error("too many votes to fit");
  }
  CellLayout out;
  out.points = static_cast<std::uint32_t>(observations.points.size());
  lay_out_items(out, observations);
  lay_out_points(out);
  return out;
}

}  // namespace volteface
