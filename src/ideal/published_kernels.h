// The inner loops of the published sampler, in vectors of whatever width the processor has.
//
// Single precision: each draw is off by about 1e-6 of its size, far below the noise of the sampler.
// Random numbers are counted, not streamed (philox-inl.h), so that who draws first does not matter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ideal/cell_layout.h"

namespace volteface {

// Which random numbers: each triple of key, iteration and purpose has numbers of its own.
struct DrawPlace {
  std::uint64_t key = 0;
  std::uint32_t iteration = 0;
};

// Constants of the published code.
struct PublishedConstants {
  static constexpr float cut_bound = 7.0F;           // |cutpoints| are below it
  static constexpr float latent_bound = 9.0F;        // |z| is at most that
  static constexpr float point_bound = 5.0F;         // |theta| before standardising
  static constexpr float proposal_sd = 0.2F / 3.0F;  // of cutpoints
  static constexpr float smoothing = 0.5F;           // times n / (n + n of the session before)
};

// What one sweep over items reads and changes. Arrays are aligned to 64 bytes.
struct ItemArrays {
  const float* theta;     // points + 1, the last 0
  float* discrimination;  // items + 1, the last 0
  float* cut_yes;         // items, padded to lanes
  float* cut_no;
  const float* proposed_yes;  // from propose_cuts
  const float* proposed_no;
  const float* threshold;  // accept where the log likelihood ratio is above it
  const float* normal;     // standard normal deviates, for the discrimination
  float* z;                // as cell_point
  float* log_ratio;        // items: log likelihood of proposed against present cutpoints
  std::uint8_t* accepted;  // items
};

// Proposes cutpoints for items, 16 at a time: draws proposed_yes, proposed_no and `normal`, and the
// threshold log(u) - log(prior and proposal factor). All arrays are of `padded_items`, a multiple
// of 16.
void propose_cuts(const DrawPlace& place, std::uint32_t padded_items, const float* cut_yes,
                  const float* cut_no, float* proposed_yes, float* proposed_no, float* threshold,
                  float* normal);

// Items first .. last: accepts or refuses the proposed cutpoints, draws z given the result, and the
// discrimination given z. `scratch` has scratch_floats(layout) floats, aligned.
void sweep_items(const CellLayout& layout, const DrawPlace& place, std::uint32_t first,
                 std::uint32_t last, const ItemArrays& arrays, float* scratch);

std::size_t scratch_floats(const CellLayout& layout);

// z for the start: drawn as if all ideal points were 0.
void start_z(const CellLayout& layout, const DrawPlace& place, const float* theta,
             const float* cut_yes, const float* cut_no, float* z, float* scratch);

// For a point: sum of discrimination * z, and of squared discriminations, over its cells.
struct PointSums {
  float weighted = 0;
  float squares = 0;
};
PointSums sum_point(const CellLayout& layout, std::uint32_t point, const float* discrimination,
                    const float* z);

// Standard normal deviates; out.size() is a multiple of 64.
void fill_normal(const DrawPlace& place, std::span<float> out);

// For tests: Phi(x), log Phi(x), and the quantile of p; sizes are multiples of 16.
void normal_probabilities(std::span<const float> x, std::span<float> p, std::span<float> log_p);
void normal_quantiles(std::span<const float> p, std::span<float> x);
void philox_block(std::span<const std::uint32_t, 4> counter, std::uint64_t key,
                  std::span<std::uint32_t, 4> out);

}  // namespace volteface
