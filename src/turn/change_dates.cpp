#include "turn/change_dates.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>

namespace volteface {
namespace {

double days_of(const DateMass& stretch) {
  return static_cast<double>((stretch.last - stretch.first).count() + 1);
}

}  // namespace

Date most_probable(std::span<const DateMass> when) {
  return std::max_element(
             when.begin(), when.end(),
             [](const DateMass& a, const DateMass& b) { return a.probability < b.probability; })
      ->last;
}

Date day_by(std::span<const DateMass> when, double probability) {
  double before = 0;
  for (const DateMass& stretch : when) {
    if (before + stretch.probability >= probability) {
      const double share = (probability - before) / stretch.probability;
      return stretch.first + std::chrono::days(static_cast<int>(
                                 std::min(share * days_of(stretch), days_of(stretch) - 1)));
    }
    before += stretch.probability;
  }
  return when.back().last;
}

void MixedDates::add(std::span<const DateMass> when, double weight) {
  for (const DateMass& mass : when) {
    parts_.push_back({mass.first, mass.last, mass.probability * weight});
    starts_.insert(mass.first);
    starts_.insert(mass.last + std::chrono::days(1));
  }
  all_ += weight;
}

std::vector<DateMass> MixedDates::mixed() const {
  std::vector<DateMass> out;
  if (starts_.empty() || all_ <= 0) return out;
  for (auto start = starts_.begin(); std::next(start) != starts_.end(); ++start)
    out.push_back({*start, *std::next(start) - std::chrono::days(1), 0});
  for (const DateMass& part : parts_) {
    auto at = std::lower_bound(out.begin(), out.end(), part.first,
                               [](const DateMass& m, Date day) { return m.first < day; });
    for (; at != out.end() && at->last <= part.last; ++at)
      at->probability += part.probability / all_ * days_of(*at) / days_of(part);
  }
  std::erase_if(out, [](const DateMass& mass) { return mass.probability <= 0; });
  return out;
}

}  // namespace volteface
