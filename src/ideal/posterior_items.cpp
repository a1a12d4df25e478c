#include "ideal/posterior_items.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <algorithm>
#include <cmath>

#include "ideal/counted_random.h"
#include "ideal/posterior_purposes.h"

namespace volteface {
namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;

// Where a period lies if its points are where they are: theta is about shift + stretch * theta of
// the problem. A probability does not change if its item goes along.
struct PeriodPlace {
  double shift = 0;
  double stretch = 1;
};

std::vector<PeriodPlace> places_by_points(const PosteriorProblem& problem, const Centre& centre,
                                          std::span<const double> theta) {
  struct Sums {
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  };
  std::vector<Sums> sums(problem.periods.periods);
  for (std::size_t p = 0; p < theta.size(); ++p) {
    Sums& s = sums[problem.periods.point[p]];
    const double x = centre.theta[p];
    s.n += 1, s.x += x, s.y += theta[p], s.xx += x * x, s.xy += x * theta[p];
  }
  std::vector<PeriodPlace> out;
  for (const Sums& s : sums) {
    // One pseudo-observation that a period lies where it lay.
    const double xx = s.xx - s.x * s.x / s.n + 0.1, xy = s.xy - s.x * s.y / s.n + 0.1;
    const double stretch = std::clamp(xy / xx, 0.5, 2.0);
    out.push_back({s.y / s.n - stretch * s.x / s.n, stretch});
  }
  return out;
}

Vector3d moved(const Vector3d& item, const PeriodPlace& place) {
  const double b = item[0] / place.stretch;
  return {b, item[1] + b * place.shift, item[2]};
}

struct Evidence {
  Vector3d at;  // where it was taken
  Vector3d gradient;
  Matrix3d precision;

  double stand_in(const Vector3d& item) const {
    const Vector3d off = item - at;
    return off.dot(gradient - 0.5 * precision * off);
  }
};

Evidence see_votes(const CellLayout& by_item, std::uint32_t item, const Vector3d& at,
                   const float* theta) {
  ItemPosterior about;
  about.mean = at;
  const ItemSums sums = item_slopes(by_item, item, values_of(at), theta);
  const ItemEvidence seen = evidence_of(sums, about);
  return {at, seen.shift - seen.precision * at, seen.precision};
}

// Room for one piece.
struct Piece {
  std::vector<Evidence> evidence;
  std::vector<Matrix3d> precision;
  std::vector<Vector3d> shift;
  std::vector<Vector3d> proposed, mean;
};

class ItemDraw {
 public:
  ItemDraw(const PosteriorProblem& problem, const Centre& centre, const ChainPlace& place,
           const Proposal& proposal, PosteriorDraw& draw)
      : problem_(problem),
        centre_(centre),
        place_(place),
        proposal_(proposal),
        draw_(draw),
        theta_(floats_of(draw.theta)),
        places_(places_by_points(problem, centre, draw.theta)),
        prior_(draw.hyper.item_covariance.inverse()),
        tie_(draw.hyper.drift.inverse()) {}

  BlockCount draw_chain(std::size_t chain, Piece& piece) {
    const auto items = problem_.chains.chain(chain);
    CountedRandom random(place_.key, place_.iteration, for_items,
                         static_cast<std::uint32_t>(chain));
    std::size_t begin = 0;
    std::size_t end = items.size();
    if (items.size() > proposal_.longest) {
      end = 1 + static_cast<std::size_t>(random.uniform() * static_cast<double>(proposal_.longest));
    }
    BlockCount count;
    while (begin < items.size()) {
      count.proposed += 1;
      if (draw_piece(items, begin, end, piece, random)) count.accepted += 1;
      begin = end;
      end = std::min(begin + proposal_.longest, items.size());
    }
    return count;
  }

 private:
  // Items begin .. end of the chain.
  bool draw_piece(std::span<const std::uint32_t> items, std::size_t begin, std::size_t end,
                  Piece& piece, CountedRandom& random) {
    const std::size_t n = end - begin;
    piece.evidence.resize(n);
    piece.precision.resize(n);
    piece.shift.resize(n);
    piece.proposed.resize(n);
    for (std::size_t k = 0; k < n; ++k) {
      const std::uint32_t v = items[begin + k];
      Evidence& e = piece.evidence[k];
      e = see_votes(problem_.by_item, v, moved(centre_.items[v], places_[problem_.periods.item[v]]),
                    theta_.data());
      piece.precision[k] = e.precision;
      piece.shift[k] = e.gradient + e.precision * e.at;
    }
    tie_to_the_rest(items, begin, end, piece);
    propose(items, begin, piece, random);
    double log_ratio = 0;
    for (std::size_t k = 0; k < n; ++k) {
      const std::uint32_t v = items[begin + k];
      log_ratio += piece.evidence[k].stand_in(draw_.items[v]) -
                   piece.evidence[k].stand_in(piece.proposed[k]) +
                   item_log_ratio(problem_.by_item, v, values_of(draw_.items[v]),
                                  values_of(piece.proposed[k]), theta_.data(), theta_.data());
    }
    if (!(std::log(random.uniform()) < log_ratio)) return false;
    for (std::size_t k = 0; k < n; ++k) draw_.items[items[begin + k]] = piece.proposed[k];
    return true;
  }

  // The first of a text has the prior of all items; others are tied to their neighbours.
  void tie_to_the_rest(std::span<const std::uint32_t> items, std::size_t begin, std::size_t end,
                       Piece& piece) const {
    const std::size_t n = end - begin;
    for (std::size_t k = 0; k < n; ++k) {
      const std::size_t at = begin + k;
      if (at == 0) {
        piece.precision[k] += prior_;
        piece.shift[k] += prior_ * draw_.hyper.item_mean;
      } else {
        piece.precision[k] += tie_;
        if (k == 0) piece.shift[k] += tie_ * draw_.items[items[at - 1]];
      }
      if (at + 1 < items.size()) {
        piece.precision[k] += tie_;
        if (k + 1 == n) piece.shift[k] += tie_ * draw_.items[items[at + 1]];
      }
    }
  }

  void propose(std::span<const std::uint32_t> items, std::size_t begin, Piece& piece,
               CountedRandom& random) const {
    filter(piece);
    if (proposal_.memory == 0) return sample(piece, 1, random);
    sample(piece, 0, random);
    piece.mean = piece.proposed;
    sample(piece, 1, random);
    const double fresh = std::sqrt(1 - proposal_.memory * proposal_.memory);
    for (std::size_t k = 0; k < piece.mean.size(); ++k) {
      const Vector3d& mean = piece.mean[k];
      piece.proposed[k] = mean + proposal_.memory * (draw_.items[items[begin + k]] - mean) +
                          fresh * (piece.proposed[k] - mean);
    }
  }

  void filter(Piece& piece) const {
    const std::size_t n = piece.precision.size();
    for (std::size_t k = 1; k < n; ++k) {
      const Matrix3d flow = tie_ * piece.precision[k - 1].inverse();
      const Matrix3d less = flow * tie_;
      piece.precision[k] -= 0.5 * (less + less.transpose());
      piece.shift[k] += flow * piece.shift[k - 1];
    }
  }

  void sample(Piece& piece, double noise, CountedRandom& random) const {
    const std::size_t n = piece.precision.size();
    for (std::size_t k = n; k-- > 0;) {
      Vector3d shift = piece.shift[k];
      if (k + 1 < n) shift += tie_ * piece.proposed[k + 1];
      const Eigen::LLT<Matrix3d> factor(piece.precision[k]);
      piece.proposed[k] = factor.solve(shift);
      if (noise == 0) continue;
      const Vector3d deviate{random.normal(), random.normal(), random.normal()};
      piece.proposed[k] += noise * factor.matrixU().solve(deviate);
    }
  }

  const PosteriorProblem& problem_;
  const Centre& centre_;
  const ChainPlace place_;
  const Proposal proposal_;
  PosteriorDraw& draw_;
  const AlignedVector<float> theta_;
  const std::vector<PeriodPlace> places_;
  const Matrix3d prior_, tie_;
};

}  // namespace

BlockCount draw_items(const PosteriorProblem& problem, const Centre& centre,
                      const ChainPlace& place, const Proposal& proposal, PosteriorDraw& draw) {
  ItemDraw items(problem, centre, place, proposal, draw);
  std::vector<BlockCount> counts(problem.chains.size());
  tbb::enumerable_thread_specific<Piece> pieces;
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, problem.chains.size(), 64),
                    [&](const auto& range) {
                      Piece& piece = pieces.local();
                      for (std::size_t k = range.begin(); k != range.end(); ++k)
                        counts[k] = items.draw_chain(k, piece);
                    });
  BlockCount all;
  for (const BlockCount& c : counts) all.proposed += c.proposed, all.accepted += c.accepted;
  return all;
}

}  // namespace volteface
