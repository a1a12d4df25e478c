#include "brief/standing.h"

#include <algorithm>
#include <cmath>

#include "brief/estimates.h"
#include "brief/seats.h"

namespace volteface {
namespace {

constexpr int years_compared = 3;

double median(std::vector<double>& numbers) {
  if (numbers.empty()) return not_a_number;
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  if (numbers.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(numbers.begin(), middle)) / 2;
}

// How far the median state moved that has a point in both years.
double median_move(const Record& record, const IdealFit& fit, StateIndex without, int from,
                   int to) {
  std::vector<double> moves;
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    if (s == without) continue;
    const auto a = fit.find_point(s, from);
    const auto b = fit.find_point(s, to);
    if (a && b) moves.push_back(fit.points[*b].mean - fit.points[*a].mean);
  }
  return median(moves);
}

Move move_between(const IdealPoint& a, const IdealPoint& b, double quantile) {
  const double change = b.mean - a.mean;
  const double half = quantile * std::hypot(a.sd, b.sd);
  Move move{a.period, b.period, {change, change - half, change + half, std::min(a.n, b.n)}};
  move.beyond = leaves_out_zero(move.change);
  return move;
}

void find_moves(const std::vector<IdealPoint>& comparable, Standing& standing) {
  if (comparable.size() < 2) return;
  const std::size_t steps = comparable.size() - 1;
  const double quantile = joint_quantile(.90, moves_compared(steps));
  for (std::size_t i = 0; i < steps; ++i) {
    standing.steps.push_back(move_between(comparable[i], comparable[i + 1], quantile));
  }
  standing.whole = move_between(comparable.front(), comparable.back(), quantile);
  const auto smaller = [](const Move& a, const Move& b) {
    if (a.beyond != b.beyond) return b.beyond;
    return std::abs(a.change.value) < std::abs(b.change.value);
  };
  standing.largest = static_cast<std::size_t>(
      std::max_element(standing.steps.begin(), standing.steps.end(), smaller) -
      standing.steps.begin());
  if (*standing.largest + 1 < steps) {
    standing.since_largest =
        move_between(comparable[*standing.largest + 1], comparable.back(), quantile);
  }
}

void take_bearings(const Record& record, const IdealFit& fit, StateIndex state, int year,
                   Standing& standing) {
  const auto own = fit.find_point(state, year);
  if (!own) return;
  for (const IdealPoint& point : fit.points) {
    if (point.period != year) continue;
    ++standing.states;
    standing.higher += point.mean > fit.points[*own].mean;
  }
  for (const Seat& seat : powers(record)) {
    for (const StateIndex name : seat.names) {
      const auto point = fit.find_point(name, year);
      if (!point || name == state) continue;
      standing.bearings.push_back({seat.state, estimate_of(fit.points[*point])});
      break;
    }
  }
}

struct MeanPoint {
  double mean = 0;
  double variance = 0;
  std::uint32_t n = 0;
  int years = 0;
};

MeanPoint mean_point(const IdealFit& fit, StateIndex state, const YearSpan& span) {
  MeanPoint mean;
  for (const IdealPoint& point : fit.points_of(state)) {
    if (point.period < span.first || point.period > span.last) continue;
    mean.mean += point.mean;
    mean.variance += point.sd * point.sd;
    mean.n += point.n;
    ++mean.years;
  }
  if (mean.years == 0) return mean;
  mean.mean /= mean.years;
  mean.variance /= mean.years * mean.years;
  return mean;
}

std::optional<IdealPoint> united_states_in(const Record& record, const IdealFit& fit, int year) {
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    if (record.states[s].code != "USA") continue;
    if (const auto point = fit.find_point(s, year)) return fit.points[*point];
  }
  return std::nullopt;
}

}  // namespace

std::size_t moves_compared(std::size_t steps) { return steps > 1 ? 2 * steps - 1 : 1; }

Standing standing_of(const Record& record, const IdealFit& fit, StateIndex state,
                     const Window& window) {
  Standing standing;
  std::vector<IdealPoint> comparable;
  for (const IdealPoint& point : fit.points_of(state)) {
    if (point.period < window.first_year() || point.period > window.last_year()) continue;
    standing.years.push_back({point.period, estimate_of(point)});
    if (point.n >= least_votes) comparable.push_back(point);
    if (record.states[state].code == "USA") continue;
    if (const auto usa = united_states_in(record, fit, point.period)) {
      standing.united_states.push_back({point.period, estimate_of(*usa)});
    }
  }
  find_moves(comparable, standing);
  const auto tell_others = [&](Move& move) {
    move.median_of_others = median_move(record, fit, state, move.from, move.to);
  };
  std::for_each(standing.steps.begin(), standing.steps.end(), tell_others);
  if (standing.whole) tell_others(*standing.whole);
  if (standing.since_largest) tell_others(*standing.since_largest);
  if (!standing.years.empty()) {
    standing.bearings_year = standing.whole ? standing.whole->to : standing.years.back().year;
    take_bearings(record, fit, state, standing.bearings_year, standing);
  }
  return standing;
}

Comparison comparison_of(const Standing& standing) {
  if (standing.years.size() < 2) return {};
  const int first = standing.years.front().year;
  const int last = standing.years.back().year;
  if (standing.largest && standing.steps[*standing.largest].beyond) {
    const Move& step = standing.steps[*standing.largest];
    return {YearSpan{std::max(first, step.from - years_compared + 1), step.from},
            YearSpan{step.to, std::min(last, step.to + years_compared - 1)}, ComparedBecause::step};
  }
  if (standing.whole && standing.whole->beyond) {
    const int years = std::min(years_compared, (last - first + 1) / 2);
    return {YearSpan{first, first + years - 1}, YearSpan{last - years + 1, last},
            ComparedBecause::whole_way};
  }
  const int year = standing.whole ? standing.whole->to : last;
  return {YearSpan{std::max(first, year - years_compared), year - 1}, YearSpan{year, year},
          ComparedBecause::last_year};
}

Estimate mean_move(const IdealFit& fit, StateIndex state, const YearSpan& before,
                   const YearSpan& after) {
  const MeanPoint a = mean_point(fit, state, before);
  const MeanPoint b = mean_point(fit, state, after);
  if (a.years == 0 || b.years == 0) return no_estimate;
  const double change = b.mean - a.mean;
  const double half = joint_quantile(.90, 1) * std::sqrt(a.variance + b.variance);
  return {change, change - half, change + half, std::min(a.n, b.n)};
}

}  // namespace volteface
