#include "ideal/posterior_jumps.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ideal/counted_random.h"

namespace volteface {
namespace {

// Steps that differ by less are not worth a look at the votes.
constexpr double least_difference = 0.15;
constexpr std::array<std::size_t, 8> distances = {1, 1, 1, 2, 2, 3, 5, 8};

constexpr std::uint8_t wide = 3;             // scales from here on part one level from the next
constexpr double share_of_levels = 1.0 / 3;  // of iterations in which levels move
constexpr std::array<double, 4> lengths = {0.5, 1, 2, 4};

constexpr std::array<std::size_t, 8> run_lengths = {1, 1, 1, 1, 2, 2, 3, 6};
constexpr double widening = 1.3;
// Runs that lie as near to what is beside them have no other place to be in.
constexpr double least_apart = 0.1;

template <class Array>
auto one_of(const Array& array, CountedRandom& random) {
  return array[static_cast<std::size_t>(random.uniform() * static_cast<double>(array.size()))];
}

}  // namespace

JumpMoves::JumpMoves(const PosteriorProblem& problem, const ItemColumns& items, PosteriorDraw& draw,
                     AlignedVector<float>& present, AlignedVector<float>& proposed)
    : problem_(problem), items_(items), draw_(draw), present_(present), proposed_(proposed) {}

double JumpMoves::step(std::size_t p) const { return draw_.theta[p] - draw_.theta[p - 1]; }

double JumpMoves::log_step(std::size_t p, double step, std::uint8_t scale) const {
  const double variance = step_variance(problem_, p, scale);
  return -0.5 * (std::log(variance) + step * step / variance);
}

double JumpMoves::log_first(double theta) const {
  const double off = theta - draw_.hyper.first_mean;
  return -0.5 * off * off / draw_.hyper.first_variance;
}

// What votes and pull say of a run that moves.
double JumpMoves::shift_log_ratio(const Run& run, double by) {
  constexpr double pull = Hyperparameters::pull_to_centre;
  double pulled = 0;
  for (std::size_t p = run.first; p < run.last; ++p) {
    proposed_[p] = static_cast<float>(draw_.theta[p] + by);
    pulled += by * (draw_.theta[p] - problem_.pulled_to[p] + 0.5 * by);
  }
  return point_log_ratio(problem_.by_point, static_cast<std::uint32_t>(run.first),
                         static_cast<std::uint32_t>(run.last), present_.data(), proposed_.data(),
                         items_) -
         pull * pulled;
}

void JumpMoves::shift(const Run& run, double by) {
  for (std::size_t p = run.first; p < run.last; ++p) {
    draw_.theta[p] += by;
    present_[p] = proposed_[p];
  }
}

void JumpMoves::exchange_steps(std::size_t begin, std::size_t end, CountedRandom& random) {
  const std::size_t distance = one_of(distances, random);
  for (std::size_t i = begin + 1; i + distance < end; ++i) {
    const std::size_t j = i + distance;
    const double one = step(i), other = step(j), by = other - one;
    if (std::abs(by) < least_difference) continue;
    auto& scale = draw_.scale;
    const Run run{i, j, false, false};
    const double log_ratio = shift_log_ratio(run, by) + log_step(i, other, scale[j]) +
                             log_step(j, one, scale[i]) - log_step(i, one, scale[i]) -
                             log_step(j, other, scale[j]);
    if (std::log(random.uniform()) >= log_ratio) continue;
    shift(run, by);
    std::swap(scale[i], scale[j]);
  }
}

// log density of what lies on either side of a run that moves.
double JumpMoves::log_edges(const Run& run, double by) const {
  double out = run.is_first ? log_first(draw_.theta[run.first] + by)
                            : log_step(run.first, step(run.first) + by, draw_.scale[run.first]);
  if (!run.is_last) out += log_step(run.last, step(run.last) - by, draw_.scale[run.last]);
  return out;
}

void JumpMoves::shift_levels(std::size_t begin, std::size_t end, const PointEvidence& evidence,
                             CountedRandom& random) {
  for (std::size_t first = begin, last; first < end; first = last) {
    double known = evidence.precision[first];
    for (last = first + 1; last < end && draw_.scale[last] < wide; ++last)
      known += evidence.precision[last];
    if (first == begin && last == end) return;
    const Run run{first, last, first == begin, last == end};
    if (!run.is_first) known += 1 / step_variance(problem_, first, draw_.scale[first]);
    if (!run.is_last) known += 1 / step_variance(problem_, last, draw_.scale[last]);
    const double by = one_of(lengths, random) * random.normal() / std::sqrt(known);
    const double log_ratio = shift_log_ratio(run, by) + log_edges(run, by) - log_edges(run, 0);
    if (std::log(random.uniform()) < log_ratio) shift(run, by);
  }
}

// The same, whatever the scales are.
double JumpMoves::log_edges_of_any_scale(const Run& run, double by) const {
  double out = run.is_first
                   ? log_first(draw_.theta[run.first] + by)
                   : log_step_density(problem_, draw_.hyper, run.first, step(run.first) + by);
  if (!run.is_last) out += log_step_density(problem_, draw_.hyper, run.last, step(run.last) - by);
  return out;
}

void JumpMoves::place_run(const Run& run, const PointEvidence& evidence, CountedRandom& random) {
  // Where the run's own votes and pull would have it.
  double precision = 0, off = 0;
  for (std::size_t p = run.first; p < run.last; ++p) {
    precision += evidence.precision[p];
    off += evidence.shift[p] - evidence.precision[p] * draw_.theta[p];
  }
  const double mean = off / precision, sd = widening / std::sqrt(precision);
  // What lies beside it is where the run would be without a jump. None of this changes by the move.
  double apart = 0;
  if (!run.is_first) apart = std::max(apart, std::abs(step(run.first) + mean));
  if (!run.is_last) apart = std::max(apart, std::abs(step(run.last) - mean));
  if (apart < least_apart || apart < sd) return;
  const double z = random.normal(), by = mean + sd * z;
  const double log_ratio = 0.5 * (z * z - mean * mean / (sd * sd)) + shift_log_ratio(run, by) +
                           log_edges_of_any_scale(run, by) - log_edges_of_any_scale(run, 0);
  if (std::log(random.uniform()) >= log_ratio) return;
  shift(run, by);
  const auto redraw = [&](std::size_t p) {
    draw_.scale[p] = draw_scale(problem_, draw_.hyper, p, step(p), random);
  };
  if (!run.is_first) redraw(run.first);
  if (!run.is_last) redraw(run.last);
}

void JumpMoves::move(std::size_t begin, std::size_t end, const PointEvidence& evidence,
                     CountedRandom& random) {
  if (end - begin < 2) return;
  exchange_steps(begin, end, random);
  if (random.uniform() < share_of_levels) shift_levels(begin, end, evidence, random);
  const std::size_t length = one_of(run_lengths, random);
  for (std::size_t first = begin; first + length <= end; ++first) {
    place_run({first, first + length, first == begin, first + length == end}, evidence, random);
  }
}

}  // namespace volteface
