#include "volteface/realignment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "turn/student.h"

namespace volteface {
namespace {

constexpr std::uint32_t least_shared = 10;  // roll calls in each window
constexpr double level = 0.95;

double agreement_of(Choice a, Choice b) {
  return 1 - std::abs(static_cast<double>(a) - static_cast<double>(b)) / 2;
}

double expected_agreement(const ChoiceProbabilities& p, Choice with) {
  return p.yes * agreement_of(Choice::yes, with) + p.abstain * agreement_of(Choice::abstain, with) +
         p.no * agreement_of(Choice::no, with);
}

// The mean of a quantity over roll calls, and its variance from the differences between meeting
// days.
struct DayMean {
  double mean = 0;
  double variance = 0;
  std::uint32_t n = 0;
  std::size_t days = 0;
  double squares = 0;  // of the days' sums, less what the mean expects of them
  double sizes = 0;    // squares of the numbers of roll calls on a day
};

// Half the widths of intervals that leave out `tails`.
class HalfWidths {
 public:
  explicit HalfWidths(double tails) : tails_(tails) {}

  // Of the difference of two means. A handful of days that happen to agree would make a window look
  // surer than it is: its variance is at least what the days of both windows together make it, with
  // their degrees of freedom.
  double of(const DayMean& a, const DayMean& b) {
    const auto degrees = std::max(1, static_cast<int>(a.days + b.days) - 2);
    const double of_a_day = (a.squares + b.squares) / (a.sizes + b.sizes) *
                            static_cast<double>(a.days + b.days) / degrees;
    const auto variance = [&](const DayMean& window) {
      return std::max(window.variance, of_a_day * window.sizes / (double{1} * window.n * window.n));
    };
    return quantile(degrees) * std::sqrt(variance(a) + variance(b));
  }

 private:
  double quantile(int degrees) {
    const auto [at, is_new] = quantiles_.try_emplace(degrees, 0);
    if (is_new) at->second = student_quantile(1 - tails_, degrees);
    return at->second;
  }

  double tails_;
  std::map<int, double> quantiles_;  // most states share the same days
};

template <class Quantity>
DayMean mean_over_days(const Record& record, StateIndex state, StateIndex other,
                       std::span<const RollCallIndex> window, const Quantity& quantity,
                       double largest_variance) {
  struct Day {
    double sum = 0;
    double n = 0;
  };
  std::vector<Day> days;
  Date last{};
  DayMean out;
  double sum = 0;
  for (std::size_t k = 0; k < window.size(); ++k) {
    const RollCallIndex r = window[k];
    if (!is_cast(record.votes.at(state, r)) || !is_cast(record.votes.at(other, r))) continue;
    const std::optional<double> value = quantity(k);
    if (!value) continue;
    const double x = *value;
    if (days.empty() || record.roll_calls[r].date != last) days.emplace_back();
    last = record.roll_calls[r].date;
    days.back().sum += x;
    days.back().n += 1;
    sum += x;
    ++out.n;
  }
  if (out.n == 0) return out;
  out.mean = sum / out.n;
  const auto clusters = static_cast<double>(days.size());
  out.days = days.size();
  for (const Day& day : days) {
    out.squares += std::pow(day.sum - out.mean * day.n, 2);
    out.sizes += day.n * day.n;
  }
  // One day alone tells nothing of how days differ: the largest variance there can be.
  out.variance = clusters < 2
                     ? largest_variance
                     : out.squares * clusters / (clusters - 1) / (double{1} * out.n * out.n);
  // Days that all agree are no proof that the next would: as if half a vote had gone the other way.
  out.variance = std::max(out.variance, 0.25 / (out.n * (out.n + 1.0)));
  return out;
}

}  // namespace

std::vector<Realignment> realignments(const Record& record, StateIndex state,
                                      std::span<const RollCallIndex> before,
                                      std::span<const RollCallIndex> after,
                                      const GeneralMove& general) {
  if (general.before.size() != before.size() || general.after.size() != after.size()) {
    throw Error(fmt::format("a general move over {} and {} roll calls, expected {} and {}",
                            general.before.size(), general.after.size(), before.size(),
                            after.size()));
  }
  std::vector<Realignment> out;
  struct Window {
    DayMean before, after;
  };
  std::vector<Window> seen_of, left_of;
  for (StateIndex other = 0; other < record.states.size(); ++other) {
    if (other == state) continue;
    // The variance of a number in [0, 1] is at most 1/4, that of one in [-1, 1] at most 1.
    const auto over = [&](std::span<const RollCallIndex> window, double largest_variance,
                          const auto& quantity) {
      return mean_over_days(record, state, other, window, quantity, largest_variance);
    };
    const auto seen = [&](std::span<const RollCallIndex> window) {
      return over(window, 0.25, [&, window](std::size_t k) -> std::optional<double> {
        return agreement_of(record.votes.at(state, window[k]), record.votes.at(other, window[k]));
      });
    };
    const auto unexplained = [&](std::span<const RollCallIndex> window,
                                 const std::vector<std::optional<ChoiceProbabilities>>& expected) {
      return over(window, 1, [&, window](std::size_t k) -> std::optional<double> {
        if (!expected[k]) return std::nullopt;
        const Choice with = record.votes.at(other, window[k]);
        return agreement_of(record.votes.at(state, window[k]), with) -
               expected_agreement(*expected[k], with);
      });
    };
    const DayMean was = seen(before), is = seen(after);
    if (was.n < least_shared || is.n < least_shared) continue;
    const DayMean left_before = unexplained(before, general.before);
    const DayMean left_after = unexplained(after, general.after);
    Realignment r;
    r.other = other;
    r.before = was.mean;
    r.after = is.mean;
    r.n_before = was.n;
    r.n_after = is.n;
    r.change = is.mean - was.mean;
    r.beyond = left_before.n > 0 && left_after.n > 0 ? left_after.mean - left_before.mean
                                                     : std::numeric_limits<double>::quiet_NaN();
    out.push_back(r);
    seen_of.push_back({was, is});
    left_of.push_back({left_before, left_after});
  }
  if (out.empty()) return out;
  HalfWidths half_widths(-std::expm1(std::log(level) / static_cast<double>(out.size())));
  for (std::size_t k = 0; k < out.size(); ++k) {
    Realignment& r = out[k];
    const double half = half_widths.of(seen_of[k].before, seen_of[k].after);
    r.lo = std::max(-1.0, r.change - half);
    r.hi = std::min(1.0, r.change + half);
    const double beyond_half =
        std::isnan(r.beyond) ? r.beyond : half_widths.of(left_of[k].before, left_of[k].after);
    r.beyond_lo = r.beyond - beyond_half;
    r.beyond_hi = r.beyond + beyond_half;
  }
  std::sort(out.begin(), out.end(), [](const Realignment& a, const Realignment& b) {
    return a.change != b.change ? a.change > b.change : a.other < b.other;
  });
  return out;
}

}  // namespace volteface
