// Draws what is learned given points, step scales and items: conjugate distributions.
#pragma once

#include "ideal/posterior_states.h"

namespace volteface {

SampledHyperparameters draw_hyperparameters(const PosteriorProblem& problem,
                                            const ChainPlace& place, const PosteriorDraw& draw);

// Inverse Wishart with density proportional to |X|^(-(degrees + 4) / 2) exp(-tr(scale X^-1) / 2),
// by Bartlett's decomposition (1933).
Eigen::Matrix3d draw_inverse_wishart(double degrees, const Eigen::Matrix3d& scale,
                                     class CountedRandom& random);

}  // namespace volteface
