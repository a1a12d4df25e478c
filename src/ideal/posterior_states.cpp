#include "ideal/posterior_states.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ideal/posterior_jumps.h"
#include "ideal/posterior_purposes.h"
#include "ideal/posterior_walk.h"

namespace volteface {
namespace {

// The hold on mean and spread decides for so many groups of states one after the other: for all at
// once, it would refuse one iteration in four.
constexpr std::size_t hold_groups = 8;

// How many points are drawn at once, by turns. Short pieces are seldom refused; long ones move a
// state over all the years in which it hardly steps.
constexpr std::array<std::size_t, 4> piece_lengths = {8, 20, 8, 80};
constexpr std::size_t longest_step = 3;

// Where a period's points lie if its items are where they are: theta goes to shift + stretch *
// theta.
struct PeriodPlace {
  double shift = 0;
  double stretch = 1;
};

// By least squares from the items of each period against those of the problem.
std::vector<PeriodPlace> places_by_items(const PosteriorProblem& problem, const Centre& centre,
                                         const ItemColumns& items) {
  struct Sums {
    double square = 1e-3, product = 1e-3, moved = 0;
  };
  std::vector<Sums> sums(problem.periods.periods);
  for (std::size_t v = 0; v < centre.items.size(); ++v) {
    Sums& s = sums[problem.periods.item[v]];
    const double weight = centre.item_precision[v];
    const double b = centre.items[v][0];
    s.square += weight * b * b;
    s.product += weight * b * static_cast<double>(items.discrimination[v]);
    s.moved += weight * b * (static_cast<double>(items.cut_yes[v]) - centre.items[v][1]);
  }
  std::vector<PeriodPlace> out;
  for (const Sums& s : sums) {
    const double stretch = std::clamp(s.square / std::max(s.product, 1e-9), 0.5, 2.0);
    out.push_back({std::clamp(stretch * s.moved / s.square, -2.0, 2.0), stretch});
  }
  return out;
}

// A state's update.
class StateDraw {
 public:
  StateDraw(const PosteriorProblem& problem, const Centre& centre, const ChainPlace& place,
            const ItemColumns& items, PosteriorDraw& draw)
      : problem_(problem),
        place_(place),
        items_(items),
        centre_(centre),
        draw_(draw),
        before_theta_(draw.theta),
        before_scale_(draw.scale),
        expansion_(problem.points() + 1, 0.0F),
        present_(floats_of(draw.theta)),
        proposed_(present_),
        slopes_(problem.points()),
        theta_(draw.theta),
        scale_(draw.scale),
        jumps_(problem, items, draw, present_, proposed_) {
    const std::vector<PeriodPlace> places = places_by_items(problem, centre, items);
    for (std::size_t p = 0; p < problem.points(); ++p) {
      const PeriodPlace& at = places[problem.periods.point[p]];
      expansion_[p] = static_cast<float>(at.shift + at.stretch * centre.theta[p]);
    }
    evidence_.precision.resize(problem.points());
    evidence_.shift.resize(problem.points());
  }

  BlockCount draw_state(std::size_t state, WalkDraw& walk) {
    const std::size_t begin = problem_.walks.begin[state], end = problem_.walks.begin[state + 1];
    CountedRandom random(place_.key, place_.iteration, for_states,
                         static_cast<std::uint32_t>(state));
    move_expansion(begin, end, random);
    see_votes(begin, end);
    const BlockCount count = draw_pieces(
        begin, end, piece_lengths[place_.iteration % piece_lengths.size()], walk, random);
    for (int k = 0; k < centre_.state_steps[state]; ++k)
      draw_pieces(begin, end, longest_step, walk, random);
    jumps_.move(begin, end, evidence_, random);
    return count;
  }

  void undo(std::size_t state) {
    for (std::size_t p = problem_.walks.begin[state]; p < problem_.walks.begin[state + 1]; ++p) {
      draw_.theta[p] = before_theta_[p];
      draw_.scale[p] = before_scale_[p];
    }
  }

 private:
  BlockCount draw_pieces(std::size_t begin, std::size_t end, std::size_t longest, WalkDraw& walk,
                         CountedRandom& random) {
    std::vector<std::size_t> cuts{begin};
    if (end - begin > longest) {
      const auto offset = static_cast<std::size_t>(random.uniform() * static_cast<double>(longest));
      for (std::size_t at = begin + 1 + offset; at < end; at += longest) cuts.push_back(at);
    }
    cuts.push_back(end);
    // In either order by the toss of a coin, so that the whole is reversible.
    const bool from_behind = random.uniform() < 0.5;
    BlockCount count;
    const std::size_t pieces = cuts.size() - 1;
    for (std::size_t k = 0; k < pieces; ++k) {
      const std::size_t piece = from_behind ? pieces - 1 - k : k;
      count.proposed += 1;
      if (draw_piece(cuts[piece], cuts[piece + 1], walk, random)) count.accepted += 1;
    }
    return count;
  }

  // Every other time the stand-ins are made beside the centre: a state may have jumped a period
  // earlier or later, and the centre lies near one of the two places, or between them. So they are
  // made about where its neighbour in time stands, or some way off for all.
  void move_expansion(std::size_t begin, std::size_t end, CountedRandom& random) {
    const double which = random.uniform();
    if (which < 0.5) return;
    const auto of_state = std::span(expansion_).subspan(begin, end - begin);
    if (which < 2.0 / 3) {
      const double off = random.normal();
      for (std::size_t p = begin; p < end; ++p)
        expansion_[p] += static_cast<float>(off * centre_.theta_sd[p]);
    } else if (which < 5.0 / 6) {
      std::copy(of_state.begin() + 1, of_state.end(), of_state.begin());
    } else {
      std::copy_backward(of_state.begin(), of_state.end() - 1, of_state.end());
    }
  }

  void see_votes(std::size_t begin, std::size_t end) {
    point_slopes(problem_.by_point, static_cast<std::uint32_t>(begin),
                 static_cast<std::uint32_t>(end), expansion_.data(), items_, slopes_.data());
    constexpr double pull = Hyperparameters::pull_to_centre;
    for (std::size_t p = begin; p < end; ++p) {
      const double precision = static_cast<double>(slopes_[p].precision);
      evidence_.precision[p] = precision + pull;
      evidence_.shift[p] = static_cast<double>(slopes_[p].gradient) +
                           precision * static_cast<double>(expansion_[p]) +
                           pull * problem_.pulled_to[p];
    }
  }

  // log of the stand-in of a point's votes, but for its constant.
  double stand_in(std::size_t p, double theta) const {
    const double off = theta - static_cast<double>(expansion_[p]);
    return off * (static_cast<double>(slopes_[p].gradient) -
                  0.5 * static_cast<double>(slopes_[p].precision) * off);
  }

  bool draw_piece(std::size_t first, std::size_t last, WalkDraw& walk, CountedRandom& random) {
    walk.draw(problem_, draw_.hyper, evidence_, first, last, random, theta_, scale_);
    double log_ratio = 0;
    for (std::size_t p = first; p < last; ++p) {
      proposed_[p] = static_cast<float>(theta_[p]);
      log_ratio += stand_in(p, draw_.theta[p]) - stand_in(p, theta_[p]);
    }
    log_ratio += point_log_ratio(problem_.by_point, static_cast<std::uint32_t>(first),
                                 static_cast<std::uint32_t>(last), present_.data(),
                                 proposed_.data(), items_);
    const bool accept = std::log(random.uniform()) < log_ratio;
    for (std::size_t p = first; p < last; ++p) {
      if (accept) {
        draw_.theta[p] = theta_[p];
        draw_.scale[p] = scale_[p];
        present_[p] = proposed_[p];
      } else {
        theta_[p] = draw_.theta[p];
        scale_[p] = draw_.scale[p];
      }
    }
    return accept;
  }

  const PosteriorProblem& problem_;
  const ChainPlace place_;
  const ItemColumns& items_;
  const Centre& centre_;
  PosteriorDraw& draw_;
  const std::vector<double> before_theta_;
  const std::vector<std::uint8_t> before_scale_;
  AlignedVector<float> expansion_, present_, proposed_;
  std::vector<PointSiteSums> slopes_;
  PointEvidence evidence_;
  std::vector<double> theta_;  // proposed
  std::vector<std::uint8_t> scale_;
  JumpMoves jumps_;
};

}  // namespace

double log_hold(const PosteriorProblem& problem, std::span<const double> theta) {
  double sum = 0, square = 0;
  for (double x : theta) sum += x, square += x * x;
  const auto n = static_cast<double>(theta.size());
  const double mean = sum / n, variance = square / n - mean * mean;
  // A single point has no spread.
  const double log_sd = theta.size() > 1 ? 0.5 * std::log(std::max(variance, 1e-12)) : 0;
  const double off = mean - problem.held_mean, stretched = log_sd - problem.held_log_sd;
  return -0.5 * (off * off + stretched * stretched) / (hold_sd * hold_sd);
}

BlockCount draw_states(const PosteriorProblem& problem, const Centre& centre,
                       const ChainPlace& place, const ItemColumns& items, PosteriorDraw& draw,
                       std::span<float> accepted) {
  StateDraw states(problem, centre, place, items, draw);
  std::vector<BlockCount> counts(problem.states());
  tbb::enumerable_thread_specific<WalkDraw> walks;
  CountedRandom random(place.key, place.iteration, for_hold, 0);
  BlockCount all;
  double held = log_hold(problem, draw.theta);
  for (std::size_t group = 0; group < hold_groups; ++group) {
    const auto for_group = [&](const auto& body) {
      for (std::size_t i = group; i < problem.states(); i += hold_groups) body(i);
    };
    const std::size_t members = (problem.states() + hold_groups - 1 - group) / hold_groups;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, members, 4), [&](const auto& piece) {
      WalkDraw& walk = walks.local();
      for (std::size_t k = piece.begin(); k != piece.end(); ++k) {
        const std::size_t i = group + k * hold_groups;
        counts[i] = states.draw_state(i, walk);
      }
    });
    const double then = log_hold(problem, draw.theta);
    const bool keep = std::log(random.uniform()) < then - held;
    if (keep) held = then;
    for_group([&](std::size_t i) {
      if (!keep) states.undo(i);
      all.proposed += counts[i].proposed;
      if (keep) all.accepted += counts[i].accepted;
      if (!accepted.empty()) {
        accepted[i] += static_cast<float>(counts[i].accepted / counts[i].proposed);
      }
    });
  }
  return all;
}

}  // namespace volteface
