// The likelihood of the sampler, slow and obvious, in long double: what the vector kernels are
// compared with.
#pragma once

#include <Eigen/Core>
#include <span>

#include "ideal/observations.h"

namespace volteface::reference {

// log P(choice) for an item (discrimination, cut_yes, log gap) and a point; exact far into the
// tails, where the probability itself is 0 in double precision.
long double log_vote(Choice choice, const Eigen::Vector3d& item, double theta);

// Of all votes on an item, or of all votes of a point.
long double log_votes_of_item(const Observations& observations, std::uint32_t item,
                              const Eigen::Vector3d& at, std::span<const double> theta);
long double log_votes_of_point(const Observations& observations, std::uint32_t point, double theta,
                               std::span<const Eigen::Vector3d> items);

}  // namespace volteface::reference
