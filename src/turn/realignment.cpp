#include "volteface/realignment.h"

#include <algorithm>
#include <cmath>

#include "ideal/normal.h"

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
};

template <class Quantity>
DayMean mean_over_days(const Record& record, StateIndex state, StateIndex other,
                       std::span<const RollCallIndex> window, const Quantity& quantity) {
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
    const double x = quantity(k);
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
  double square = 0;
  for (const Day& day : days) square += std::pow(day.sum - out.mean * day.n, 2);
  // One day alone tells nothing of how days differ: the largest variance there can be.
  out.variance =
      clusters < 2 ? 0.25 : square * clusters / (clusters - 1) / (double{1} * out.n * out.n);
  // Days that all agree are no proof that the next would: as if half a vote had gone the other way.
  out.variance = std::max(out.variance, 0.25 / (out.n * (out.n + 1.0)));
  return out;
}

}  // namespace

std::vector<Realignment> realignments(const Record& record, StateIndex state,
                                      std::span<const RollCallIndex> before,
                                      std::span<const RollCallIndex> after,
                                      const GeneralMove& general) {
  std::vector<Realignment> out;
  std::vector<double> sds, beyond_sds;
  for (StateIndex other = 0; other < record.states.size(); ++other) {
    if (other == state) continue;
    const auto over = [&](std::span<const RollCallIndex> window, const auto& quantity) {
      return mean_over_days(record, state, other, window, quantity);
    };
    const auto seen = [&](std::span<const RollCallIndex> window) {
      return over(window, [&, window](std::size_t k) {
        return agreement_of(record.votes.at(state, window[k]), record.votes.at(other, window[k]));
      });
    };
    const auto unexplained = [&](std::span<const RollCallIndex> window,
                                 const std::vector<ChoiceProbabilities>& expected) {
      return over(window, [&, window](std::size_t k) {
        const Choice with = record.votes.at(other, window[k]);
        return agreement_of(record.votes.at(state, window[k]), with) -
               expected_agreement(expected[k], with);
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
    r.beyond = left_after.mean - left_before.mean;
    out.push_back(r);
    sds.push_back(std::sqrt(was.variance + is.variance));
    beyond_sds.push_back(std::sqrt(left_before.variance + left_after.variance));
  }
  if (out.empty()) return out;
  const double each = std::pow(level, 1 / static_cast<double>(out.size()));
  const double quantile = normal_quantile((1 + each) / 2);
  for (std::size_t k = 0; k < out.size(); ++k) {
    Realignment& r = out[k];
    r.lo = std::max(-1.0, r.change - quantile * sds[k]);
    r.hi = std::min(1.0, r.change + quantile * sds[k]);
    r.beyond_lo = r.beyond - quantile * beyond_sds[k];
    r.beyond_hi = r.beyond + quantile * beyond_sds[k];
  }
  std::sort(out.begin(), out.end(), [](const Realignment& a, const Realignment& b) {
    return a.change != b.change ? a.change > b.change : a.other < b.other;
  });
  return out;
}

}  // namespace volteface
