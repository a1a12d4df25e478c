// Where the chains of the sampler begin: about the approximate posterior.
#pragma once

#include <span>

#include "ideal/posterior_model.h"
#include "volteface/ideal.h"

namespace volteface {

// The problem that `fit` was fitted to, and where its posterior lies by the fit.
PosteriorProblem problem_at(const Record& record, std::span<const RollCallIndex> roll_calls,
                            const IdealFit& fit);
Centre centre_of(const IdealFit& fit, std::size_t states);

// Further apart than the posterior is wide: points twice their standard deviations about the fit's
// means (the same deviation for all points of a state, so that it does not begin as if each step
// were a jump).
PosteriorDraw start_of_chain(const PosteriorProblem& problem, const Centre& centre,
                             const IdealFit& fit, std::uint64_t key);

}  // namespace volteface
