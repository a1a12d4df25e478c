#include "ideal/posterior_model.h"

#include <cmath>

namespace volteface {
namespace {

// Points in the place of items.
Observations turned(const Observations& observations) {
  Observations out;
  out.items = static_cast<std::uint32_t>(observations.points.size());
  out.points.resize(observations.items);
  out.item_begin = observations.point_begin;
  out.cell_point = observations.point_item;
  out.cell_choice = observations.point_choice;
  return out;
}

}  // namespace

PosteriorProblem pose_problem(const Observations& observations,
                              std::span<const std::uint32_t> text_of_item, PeriodsOf periods) {
  PosteriorProblem out{lay_out(observations),
                       lay_out(turned(observations)),
                       walks_of(observations.points),
                       chain_items(text_of_item),
                       std::move(periods),
                       {},
                       0,
                       0};
  out.pulled_to.assign(observations.points.size(), 0);
  return out;
}

ItemValues values_of(const Eigen::Vector3d& item) {
  return {static_cast<float>(item[0]), static_cast<float>(item[1]),
          static_cast<float>(std::exp(item[2]))};
}

ItemColumns columns_of(std::span<const Eigen::Vector3d> items) {
  ItemColumns out(items.size());
  for (std::size_t v = 0; v < items.size(); ++v) out.set(v, values_of(items[v]));
  return out;
}

AlignedVector<float> floats_of(std::span<const double> theta) {
  AlignedVector<float> out(theta.begin(), theta.end());
  out.push_back(0);
  return out;
}

}  // namespace volteface
