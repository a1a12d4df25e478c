#include "ideal/item_chains.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace volteface {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;

constexpr double least_log_gap = -6;
constexpr double most_log_gap = 3;
constexpr double longest_step = 1;  // of a parameter, in one sweep

// Weight of the prior on the learned covariances, in items.
constexpr double prior_items = 5;
constexpr double prior_pairs = 10;
const Vector3d prior_item_variance{4, 4, 1};
const Vector3d prior_drift_variance{0.1, 0.1, 0.1};

// What one chain adds to the hyperparameters.
struct ChainSums {
  Vector3d first = Vector3d::Zero();
  Matrix3d first_square = Matrix3d::Zero();
  Matrix3d change_square = Matrix3d::Zero();
};

// A block tridiagonal system: each item is tied to the one before and behind it with precision
// `tie`. Information flows forward and backward once.
class Chain {
 public:
  Chain(std::span<const std::uint32_t> items, std::span<const ItemEvidence> evidence,
        const ItemPosterior& prior, const Matrix3d& prior_precision, const Matrix3d& tie)
      : tie_(tie), own_(items.size()), forward_(items.size()), backward_(items.size()) {
    for (std::size_t k = 0; k < items.size(); ++k) {
      own_[k] = evidence[items[k]];
      if (k == 0) {
        own_[k].precision += prior_precision;
        own_[k].shift += prior_precision * prior.mean;
      } else {
        own_[k].precision += tie;
      }
      if (k + 1 < items.size()) own_[k].precision += tie;
    }
    for (std::size_t k = 0; k < own_.size(); ++k) {
      forward_[k] = own_[k];
      if (k > 0) pass(forward_[k - 1], forward_[k]);
    }
    for (std::size_t k = own_.size(); k-- > 0;) {
      backward_[k] = own_[k];
      if (k + 1 < own_.size()) pass(backward_[k + 1], backward_[k]);
    }
  }

  ItemPosterior posterior(std::size_t k) const {
    const Matrix3d precision = forward_[k].precision + backward_[k].precision - own_[k].precision;
    const Matrix3d covariance = symmetric(precision.inverse());
    return {covariance * (forward_[k].shift + backward_[k].shift - own_[k].shift), covariance};
  }

  // Covariance of item k with the one behind it.
  Matrix3d covariance_with_next(std::size_t k, const Matrix3d& covariance) const {
    return covariance * tie_ * backward_[k + 1].precision.inverse();
  }

 private:
  static Matrix3d symmetric(const Matrix3d& m) { return 0.5 * (m + m.transpose()); }

  void pass(const ItemEvidence& from, ItemEvidence& to) const {
    const Matrix3d flow = tie_ * from.precision.inverse();
    to.precision -= symmetric(flow * tie_);
    to.shift += flow * from.shift;
  }

  const Matrix3d& tie_;
  std::vector<ItemEvidence> own_, forward_, backward_;
};

void move_to(ItemPosterior& item, const ItemPosterior& target) {
  const Vector3d step = target.mean - item.mean;
  const double largest = step.cwiseAbs().maxCoeff();
  // Not a number where an item's evidence has broken down: it keeps what it had.
  if (!std::isfinite(largest) || !(target.covariance.diagonal().minCoeff() > 0)) return;
  item.mean += step * std::min(1.0, longest_step / std::max(largest, longest_step));
  item.mean[2] = std::clamp(item.mean[2], least_log_gap, most_log_gap);
  item.covariance = target.covariance;
}

ChainSums smooth_chain(std::span<const std::uint32_t> items, std::span<const ItemEvidence> evidence,
                       const Hyperparameters& hyper, const Matrix3d& prior_precision,
                       const Matrix3d& tie, std::span<ItemPosterior> all) {
  const Chain chain(items, evidence, hyper.item, prior_precision, tie);
  for (std::size_t k = 0; k < items.size(); ++k) move_to(all[items[k]], chain.posterior(k));
  ChainSums sums;
  const ItemPosterior& first = all[items[0]];
  sums.first = first.mean;
  sums.first_square = first.covariance + first.mean * first.mean.transpose();
  for (std::size_t k = 0; k + 1 < items.size(); ++k) {
    const ItemPosterior &here = all[items[k]], &next = all[items[k + 1]];
    const Vector3d change = next.mean - here.mean;
    const Matrix3d joint = chain.covariance_with_next(k, here.covariance);
    sums.change_square +=
        change * change.transpose() + here.covariance + next.covariance - joint - joint.transpose();
  }
  return sums;
}

}  // namespace

ItemChains chain_items(std::span<const std::uint32_t> text_of_item) {
  std::unordered_map<std::uint32_t, std::size_t> chain_of_text;
  std::vector<std::vector<std::uint32_t>> chains;
  for (std::uint32_t v = 0; v < text_of_item.size(); ++v) {
    const auto [at, is_new] = chain_of_text.insert({text_of_item[v], chains.size()});
    if (is_new) chains.emplace_back();
    chains[at->second].push_back(v);
  }
  ItemChains out;
  out.begin.push_back(0);
  for (const auto& chain : chains) {
    out.item.insert(out.item.end(), chain.begin(), chain.end());
    out.begin.push_back(static_cast<std::uint32_t>(out.item.size()));
  }
  return out;
}

ItemNumbers numbers_of(const ItemPosterior& item) {
  const auto& s = item.covariance;
  const auto number = [](double x) { return static_cast<float>(x); };
  return {number(item.mean[0]), number(item.mean[1]), number(std::exp(item.mean[2])),
          number(s(0, 0)),      number(s(0, 1)),      number(s(0, 2)),
          number(s(1, 1)),      number(s(1, 2)),      number(s(2, 2))};
}

ItemEvidence evidence_of(const ItemSums& sums, const ItemPosterior& item) {
  // The gap enters by its logarithm, which bends the log probability further: by its gradient. That
  // may not cost the matrix its definiteness.
  constexpr double least_share = 0.5, most_share = 4;
  const double gg = static_cast<double>(sums.gg), g = static_cast<double>(sums.g);
  const double share = gg > 0 ? std::clamp(1 - g / gg, least_share, most_share) : 1;
  const double cross = std::min(share, 1.0);
  const Vector3d gradient{static_cast<double>(sums.b), static_cast<double>(sums.c), g};
  Matrix3d h;
  h << static_cast<double>(sums.bb), static_cast<double>(sums.bc),
      cross * static_cast<double>(sums.bg), static_cast<double>(sums.bc),
      static_cast<double>(sums.cc), cross * static_cast<double>(sums.cg),
      cross * static_cast<double>(sums.bg), cross * static_cast<double>(sums.cg), share * gg;
  return {gradient + h * item.mean, h};
}

ItemHyperparameters smooth_items(const ItemChains& chains, std::span<const ItemEvidence> evidence,
                                 const Hyperparameters& hyper, std::span<ItemPosterior> items) {
  const Matrix3d prior_precision = hyper.item.covariance.inverse();
  const Matrix3d tie = hyper.drift.inverse();
  std::vector<ChainSums> of_chain(chains.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, chains.size(), 64), [&](const auto& piece) {
    for (std::size_t k = piece.begin(); k != piece.end(); ++k) {
      of_chain[k] = smooth_chain(chains.chain(k), evidence, hyper, prior_precision, tie, items);
    }
  });
  // In order, so that the result does not depend on the threads.
  ChainSums all;
  for (const ChainSums& sums : of_chain) {
    all.first += sums.first;
    all.first_square += sums.first_square;
    all.change_square += sums.change_square;
  }
  const auto n = static_cast<double>(chains.size());
  const double pairs = static_cast<double>(chains.item.size()) - n;
  ItemHyperparameters out;
  out.item.mean = all.first / n;
  const Matrix3d spread = all.first_square - n * out.item.mean * out.item.mean.transpose();
  const Matrix3d prior_spread = prior_item_variance.asDiagonal();
  const Matrix3d prior_change = prior_drift_variance.asDiagonal();
  out.item.covariance = (spread + prior_items * prior_spread) / (n + prior_items);
  out.drift = (all.change_square + prior_pairs * prior_change) / (pairs + prior_pairs);
  return out;
}

}  // namespace volteface
