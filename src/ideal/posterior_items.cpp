#include "ideal/posterior_items.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <algorithm>
#include <array>
#include <cmath>

#include "ideal/counted_random.h"
#include "ideal/posterior_purposes.h"
#include "ideal/posterior_stand_ins.h"

namespace volteface {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;

constexpr double memory_of_steps = 0.7;  // of the short steps after a draw

// How many items of a text are drawn at once, by turns. Short pieces are seldom refused; long ones
// move a text over all the years in which it hardly changes.
constexpr std::array<std::size_t, 4> piece_lengths = {1, 8, 3, 40};

class ItemDraw {
 public:
  ItemDraw(const PosteriorProblem& problem, const Centre& centre, const ChainPlace& place,
           PosteriorDraw& draw, std::span<float> accepted)
      : problem_(problem),
        centre_(centre),
        place_(place),
        draw_(draw),
        accepted_(accepted),
        theta_(floats_of(draw.theta)),
        places_(places_by_points(problem, centre, draw.theta)),
        prior_(draw.hyper.item_covariance.inverse()),
        tie_(draw.hyper.drift.inverse()) {}

  BlockCount draw_chain(std::size_t chain) {
    const auto items = problem_.chains.chain(chain);
    CountedRandom random(place_.key, place_.iteration, for_items,
                         static_cast<std::uint32_t>(chain));
    std::vector<ItemStandIn> seen;
    seen.reserve(items.size());
    for (const std::uint32_t v : items) {
      const PeriodPlace& place = places_[problem_.periods.item[v]];
      seen.push_back(see_votes(problem_.by_item, v, place.moved(centre_.items[v]), theta_.data()));
    }
    const std::size_t longest = piece_lengths[place_.iteration % piece_lengths.size()];
    std::size_t end = longest;
    if (items.size() > longest)
      end = 1 + static_cast<std::size_t>(random.uniform() * static_cast<double>(longest));
    BlockCount count;
    for (std::size_t begin = 0; begin < items.size(); begin = end, end += longest) {
      count.proposed += 1;
      count.accepted += draw_piece(items, seen, begin, std::min(end, items.size()), random);
    }
    for (std::size_t k = 0; k < items.size(); ++k) {
      for (int step = 0; step < centre_.item_steps[items[k]]; ++step)
        step_item(items, seen[k], k, random);
    }
    return count;
  }

 private:
  // What the stand-ins of a piece's items up to one, and the text before them, say of it: precision
  // and shift; and with the item behind it: the factor of the precision.
  struct Filtered {
    Vector3d shift;
    Eigen::LLT<Matrix3d> factor;
  };

  // Forward through the items begin .. end - 1 of a text, given the item before them.
  void filter(std::span<const std::uint32_t> items, std::span<const ItemStandIn> seen,
              std::size_t begin, std::size_t end, std::vector<Filtered>& out) const {
    Matrix3d precision = begin == 0 ? prior_ : tie_;
    Vector3d shift = begin == 0 ? Vector3d(prior_ * draw_.hyper.item_mean)
                                : Vector3d(tie_ * draw_.items[items[begin - 1]]);
    for (std::size_t k = begin; k < end; ++k) {
      precision += seen[k].precision;
      shift += seen[k].shift();
      if (k + 1 < items.size()) precision += tie_;
      out.push_back({shift, Eigen::LLT<Matrix3d>(precision)});
      const auto lower = out.back().factor.matrixL();
      const Matrix3d tied = lower.solve(tie_);
      const Vector3d ahead = lower.solve(shift);
      precision = tie_ - tied.transpose() * tied;
      shift = tied.transpose() * ahead;
    }
  }

  // Draws the items begin .. end - 1 of a text together: those without a vote of one kind hold each
  // other so fast that one by one they would crawl.
  bool draw_piece(std::span<const std::uint32_t> items, std::span<const ItemStandIn> seen,
                  std::size_t begin, std::size_t end, CountedRandom& random) {
    std::vector<Filtered> filtered;
    filtered.reserve(end - begin);
    filter(items, seen, begin, end, filtered);
    std::vector<Vector3d> proposed(end - begin);
    double log_ratio = 0;
    for (std::size_t k = end; k-- > begin;) {
      const Filtered& f = filtered[k - begin];
      Vector3d shift = f.shift;
      if (k + 1 < items.size())
        shift += tie_ * (k + 1 < end ? proposed[k + 1 - begin] : draw_.items[items[k + 1]]);
      Vector3d present_shift = f.shift;
      if (k + 1 < items.size()) present_shift += tie_ * draw_.items[items[k + 1]];
      Vector3d noise = f.factor.matrixU() * (draw_.items[items[k]] - f.factor.solve(present_shift));
      for (double& x : noise) x = overshoot(x, random);
      proposed[k - begin] = f.factor.solve(shift) + f.factor.matrixU().solve(noise);
      const double own = votes_log_ratio(items[k], seen[k], proposed[k - begin]);
      if (!accepted_.empty())
        accepted_[items[k]] += static_cast<float>(std::exp(std::min(own, 0.0)));
      log_ratio += own;
    }
    if (std::log(random.uniform()) >= log_ratio) return false;
    for (std::size_t k = begin; k < end; ++k) draw_.items[items[k]] = proposed[k - begin];
    return true;
  }

  // A short step of one item, which is taken more often than a draw.
  void step_item(std::span<const std::uint32_t> items, const ItemStandIn& seen, std::size_t k,
                 CountedRandom& random) {
    Vector3d& present = draw_.items[items[k]];
    Matrix3d precision = seen.precision + (k == 0 ? prior_ : tie_);
    Vector3d shift = seen.shift();
    shift += k == 0 ? Vector3d(prior_ * draw_.hyper.item_mean)
                    : Vector3d(tie_ * draw_.items[items[k - 1]]);
    if (k + 1 < items.size()) {
      precision += tie_;
      shift += tie_ * draw_.items[items[k + 1]];
    }
    const Eigen::LLT<Matrix3d> factor(precision);
    const Vector3d mean = factor.solve(shift);
    const Vector3d deviate{random.normal(), random.normal(), random.normal()};
    const Vector3d noise = factor.matrixU().solve(deviate);
    const Vector3d proposed = mean + memory_of_steps * (present - mean) +
                              std::sqrt(1 - memory_of_steps * memory_of_steps) * noise;
    if (std::log(random.uniform()) < votes_log_ratio(items[k], seen, proposed)) present = proposed;
  }

  // log of how much more probable the votes become, beyond what their stand-in says.
  double votes_log_ratio(std::uint32_t v, const ItemStandIn& seen, const Vector3d& proposed) const {
    const Vector3d& present = draw_.items[v];
    return seen(present) - seen(proposed) +
           item_log_ratio(problem_.by_item, v, values_of(present), values_of(proposed),
                          theta_.data(), theta_.data());
  }

  const PosteriorProblem& problem_;
  const Centre& centre_;
  const ChainPlace place_;
  PosteriorDraw& draw_;
  const std::span<float> accepted_;
  const AlignedVector<float> theta_;
  const std::vector<PeriodPlace> places_;
  const Matrix3d prior_, tie_;
};

}  // namespace

BlockCount draw_items(const PosteriorProblem& problem, const Centre& centre,
                      const ChainPlace& place, PosteriorDraw& draw, std::span<float> accepted) {
  ItemDraw items(problem, centre, place, draw, accepted);
  std::vector<BlockCount> counts(problem.chains.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, problem.chains.size(), 64),
                    [&](const auto& range) {
                      for (std::size_t k = range.begin(); k != range.end(); ++k)
                        counts[k] = items.draw_chain(k);
                    });
  BlockCount all;
  for (const BlockCount& c : counts) all.proposed += c.proposed, all.accepted += c.accepted;
  return all;
}

}  // namespace volteface
