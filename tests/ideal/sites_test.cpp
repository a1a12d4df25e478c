// The vector kernels of the default fit against the slow reference, on every instruction set here.
#include "ideal/sites.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "ideal/instruction_sets.h"
#include "ideal/item_chains.h"
#include "ideal/site_reference.h"

namespace volteface {
namespace {

using Sites = OnEachInstructionSet;

// Items by points, with some cells missing.
struct Case {
  Observations observations;
  std::vector<ItemPosterior> items;
  AlignedVector<float> theta, variance;
};

Case draw_case(std::uint64_t seed, std::uint32_t items, std::uint32_t points) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> uniform;
  Case out;
  Observations& o = out.observations;
  o.items = items;
  o.item_begin.push_back(0);
  for (std::uint32_t p = 0; p < points; ++p) {
    o.points.push_back({p, 1, 0});
    out.theta.push_back(static_cast<float>(1.5 * normal(random)));
    out.variance.push_back(static_cast<float>(0.2 * uniform(random)));
  }
  out.theta.push_back(0);
  out.variance.push_back(0);
  for (std::uint32_t v = 0; v < items; ++v) {
    for (std::uint32_t p = 0; p < points; ++p) {
      if (uniform(random) < 0.2) continue;
      o.cell_point.push_back(p);
      o.cell_choice.push_back(static_cast<Choice>(3 * uniform(random)));
    }
    o.item_begin.push_back(static_cast<std::uint32_t>(o.cell_point.size()));
    ItemPosterior item;
    item.mean = {2 * normal(random), normal(random), normal(random)};
    const Eigen::Matrix3d root = 0.2 * Eigen::Matrix3d::NullaryExpr([&] { return normal(random); });
    item.covariance = root * root.transpose();
    out.items.push_back(item);
  }
  return out;
}

std::vector<ItemNumbers> numbers_of_all(const std::vector<ItemPosterior>& items) {
  std::vector<ItemNumbers> out;
  for (const ItemPosterior& item : items) out.push_back(numbers_of(item));
  return out;
}

// Calls use(cell of the layout, choice) for each cell of an item.
template <class Use>
void for_cells(const CellLayout& layout, std::uint32_t item, const Use& use) {
  const auto& cells = layout.items[item];
  for (std::uint32_t j = 0; j < cells.yes + cells.no; ++j)
    use(cells.begin + j, j < cells.yes ? Choice::yes : Choice::no);
  for (std::uint32_t j = 0; j < cells.abstain; ++j) use(cells.abstain_begin + j, Choice::abstain);
}

double inflation(double part, double curvature) { return 1 / std::max(1 - part * curvature, 0.25); }

void expect_near(float ours, double reference, double scale) {
  EXPECT_NEAR(static_cast<double>(ours), reference, 2e-3 * scale + 1e-3);
}

TEST_P(Sites, AreThoseOfTheReference) {
  const Case c = draw_case(1, 12, 75);
  const CellLayout layout = lay_out(c.observations);
  AlignedVector<float> pull(layout.cell_point.size());
  std::mt19937_64 random(2);
  std::uniform_real_distribution<float> small(-0.3F, 0.3F);
  for (float& x : pull) x = small(random);
  const AlignedVector<float> before = pull;
  const SiteArrays arrays{c.theta.data(), c.variance.data(), pull.data()};
  const auto numbers = numbers_of_all(c.items);
  std::vector<ItemSums> sums(c.items.size());
  sum_item_sites(layout, 0, 12, numbers, arrays, sums);
  const AlignedVector<float> after = pull;
  pull = before;
  AlignedVector<float> gradient(pull.size()), precision(pull.size());
  const SiteArrays again{c.theta.data(), c.variance.data(), pull.data()};
  write_point_sites(layout, 0, 12, numbers, again, gradient.data(), precision.data());

  std::vector<double> point_gradient(75), point_precision(75);
  for (std::uint32_t v = 0; v < 12; ++v) {
    const double gap = std::exp(c.items[v].mean[2]), b = c.items[v].mean[0];
    Eigen::Vector3d slope = Eigen::Vector3d::Zero();
    Eigen::Matrix3d curvature = Eigen::Matrix3d::Zero();
    for_cells(layout, v, [&](std::uint32_t cell, Choice choice) {
      const auto point = static_cast<std::size_t>(layout.cell_point[cell]);
      const double theta = static_cast<double>(c.theta[point]);
      const auto site =
          reference::site_of(c.items[v], {theta, static_cast<double>(c.variance[point]),
                                          static_cast<double>(before[cell]), choice});
      const auto& s = site.slopes;
      EXPECT_NEAR(static_cast<double>(after[cell]), s.yes + s.no, 2e-3);
      const double w = s.yes_yes + 2 * s.cross + s.no_no;
      const double more = inflation(site.of_item, w);
      const double upper = (s.no_no + s.cross) * gap * more;
      slope += Eigen::Vector3d{-theta * (s.yes + s.no), s.yes + s.no, gap * s.no};
      Eigen::Matrix3d one;
      one << theta * theta * w * more, -theta * w * more, -theta * upper,  //
          -theta * w * more, w * more, upper,                              //
          -theta * upper, upper, gap * gap * s.no_no * more;
      curvature += one;
      point_gradient[point] += -b * (s.yes + s.no);
      point_precision[point] += b * b * w * inflation(site.of_point, w);
    });
    const double scale = 1 + slope.cwiseAbs().maxCoeff() + curvature.cwiseAbs().maxCoeff();
    expect_near(sums[v].b, slope[0], scale);
    expect_near(sums[v].c, slope[1], scale);
    expect_near(sums[v].g, slope[2], scale);
    expect_near(sums[v].bb, curvature(0, 0), scale);
    expect_near(sums[v].bc, curvature(0, 1), scale);
    expect_near(sums[v].cc, curvature(1, 1), scale);
    expect_near(sums[v].bg, curvature(0, 2), scale);
    expect_near(sums[v].cg, curvature(1, 2), scale);
    expect_near(sums[v].gg, curvature(2, 2), scale);
  }
  for (std::uint32_t p = 0; p < 75; ++p) {
    const PointSiteSums of_point = sum_point_sites(layout, p, gradient.data(), precision.data());
    expect_near(of_point.gradient, point_gradient[p], 1 + std::abs(point_gradient[p]));
    expect_near(of_point.precision, point_precision[p], 1 + point_precision[p]);
  }
}

// Slopes of the log probability of one vote in cut_yes and log(cut_no - cut_yes), and minus the
// second derivative in cut_yes: from densities and probabilities in long double, which are above 0
// down to 1e-4000, where differences of logarithms would be too coarse.
struct TailSite {
  long double slope = 0, in_gap = 0, curvature = 0;
};

TailSite tail_site(Choice choice, long double low, long double gap) {
  const auto density = [](long double x) {
    return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi_v<long double>);
  };
  const auto below = [](long double x) { return std::erfc(-x / std::sqrt(2.0L)) / 2; };
  const long double high = low + gap;
  if (choice == Choice::yes) {
    const long double ratio = density(low) / below(low);
    return {ratio, 0, ratio * (ratio + low)};
  }
  if (choice == Choice::no) {
    const long double ratio = density(high) / below(-high);
    return {-ratio, -ratio * gap, ratio * (ratio - high)};
  }
  const long double p = low + high > 0 ? below(-low) - below(-high) : below(high) - below(low);
  const long double slope = (density(high) - density(low)) / p;
  return {slope, gap * density(high) / p,
          slope * slope + (high * density(high) - low * density(low)) / p};
}

TEST_P(Sites, AreExactDownToProbabilitiesOf1e300) {
  double least = 1;
  for (double gap : {1.0, 0.05}) {
    for (Choice choice : {Choice::yes, Choice::no, Choice::abstain}) {
      for (double eta = -38; eta <= 38; eta += 0.25) {
        Observations o;
        o.items = 1;
        o.points = {{0, 1, 0}};
        o.cell_point = {0};
        o.cell_choice = {choice};
        o.item_begin = {0, 1};
        ItemPosterior item;
        item.mean = {1, eta, std::log(gap)};
        item.covariance.setZero();
        const CellLayout layout = lay_out(o);
        // A place more than there are points, for the cells that fill up a vector.
        const AlignedVector<float> theta = {0, 0}, variance = {0, 0};
        AlignedVector<float> pull(layout.cell_point.size(), 0.0F);
        const SiteArrays arrays{theta.data(), variance.data(), pull.data()};
        std::vector<ItemSums> sums(1);
        sum_item_sites(layout, 0, 1, std::vector{numbers_of(item)}, arrays, sums);

        const TailSite expected =
            tail_site(choice, static_cast<float>(eta), std::exp(static_cast<float>(std::log(gap))));
        const auto slope = static_cast<double>(expected.slope);
        const auto in_gap = static_cast<double>(expected.in_gap);
        SCOPED_TRACE(testing::Message() << choice_name(choice) << " at " << eta << ", " << gap);
        EXPECT_NEAR(static_cast<double>(sums[0].c), slope, 1e-5 * (1 + std::abs(slope)));
        EXPECT_NEAR(static_cast<double>(sums[0].g), in_gap, 1e-4 * (1 + std::abs(in_gap)));
        EXPECT_NEAR(static_cast<double>(sums[0].cc), static_cast<double>(expected.curvature), 5e-3);
        if (choice == Choice::yes) least = std::min(least, std::erfc(-eta / std::sqrt(2.0)) / 2);
      }
    }
  }
  EXPECT_LT(least, 1e-300);
}

TEST_P(Sites, StayFiniteFarOut) {
  Case c = draw_case(3, 8, 40);
  for (float& theta : c.theta) theta *= 40;
  for (ItemPosterior& item : c.items) item.mean[2] = -6;
  const CellLayout layout = lay_out(c.observations);
  AlignedVector<float> pull(layout.cell_point.size(), 0.0F);
  const SiteArrays arrays{c.theta.data(), c.variance.data(), pull.data()};
  std::vector<ItemSums> sums(c.items.size());
  const auto numbers = numbers_of_all(c.items);
  for (int k = 0; k < 3; ++k) sum_item_sites(layout, 0, 8, numbers, arrays, sums);
  for (const ItemSums& s : sums) {
    for (float x : {s.b, s.c, s.g, s.bb, s.bc, s.cc, s.bg, s.cg, s.gg})
      EXPECT_TRUE(std::isfinite(x));
    EXPECT_GE(s.cc, 0);
    EXPECT_GE(s.bb, 0);
  }
}

INSTANTIATE_TEST_SUITE_P(EachInstructionSet, Sites, testing::ValuesIn(instruction_sets_here()));

}  // namespace
}  // namespace volteface
