// The posterior over the day of a change: its most probable day, its interval, several as one.
#pragma once

#include <set>
#include <span>
#include <vector>

#include "volteface/turns.h"

namespace volteface {

// Of the first vote behind the most probable stretch. `when` must not be empty.
Date most_probable(std::span<const DateMass> when);

// The day by which a change came with this probability, all days of a stretch being alike. `when`:
// by date, its masses with a sum of 1.
Date day_by(std::span<const DateMass> when, double probability);

// Posteriors over the day, each with a weight, as one. They may be cut into stretches otherwise, so
// the mixture is cut where any of them is.
class MixedDates {
 public:
  void add(std::span<const DateMass> when, double weight);

  // By date; only what has mass.
  std::vector<DateMass> mixed() const;

 private:
  std::vector<DateMass> parts_;
  std::set<Date> starts_;
  double all_ = 0;
};

}  // namespace volteface
