// Ideal points: where each state stands, and how surely.
//
// A dynamic ordinal probit (Bailey, Strezhnev and Voeten 2017, Journal of Conflict Resolution
// 61:2, pages 430-456): state i with ideal point theta in period t chooses on item v
//
//     yes      with probability  Phi(cut_yes - discrimination * theta)
//     no       with probability  1 - Phi(cut_no - discrimination * theta)
//     abstain  otherwise,        cut_yes <= cut_no.
//
// Each roll call is an item. Roll calls on the same text (bridging.h) have items that are alike:
// from one to the next the three parameters take a step whose spread is learned, so that a text
// ties the scale together over time as far as its votes show that it stayed the same. Theta moves
// from period to period by steps that are small in most years and large in a few: a mixture of
// scales whose weights are learned. The scale has mean 0 and standard deviation 1 over all
// state-periods, and is high where the USA stood in the Cold War.
//
//   volteface::Record record = volteface::embedded_record();
//   auto roll_calls = volteface::select_roll_calls(record, {});
//   volteface::IdealFit fit = volteface::fit_ideal_points(record, roll_calls);
//   for (const auto& p : fit.points_of(record.state("ARG"))) {
//     // p.period is 79, p.mean its ideal point, p.q05 to p.q95 its 90 % interval
//   }
//
// The method, what was chosen and why, and what was measured of it, is told in docs/ideal.md.
// Threads: const objects may be used from any number of threads; a fit uses all cores, and gives
// the same numbers however many there are.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "volteface/record.h"

namespace volteface {

enum class PeriodBy { session, year };

struct IdealPoint {
  StateIndex state = 0;
  int period = 0;   // session number or year
  double mean = 0;  // of the posterior
  double sd = 0;
  double q05 = 0;  // 5 % and 95 % quantiles: a 90 % interval
  double q95 = 0;
  std::uint32_t n = 0;  // votes it rests on
};

// What a roll call asks. Posterior means.
struct Item {
  double discrimination = 0;
  double cut_yes = 0;  // on the latent scale, beside discrimination * theta
  double cut_no = 0;
};

// How surely an item is known: variances and covariances.
struct ItemUncertainty {
  double discrimination = 0;
  double cut_yes = 0;
  double cut_no = 0;
  double discrimination_cut_yes = 0;
  double discrimination_cut_no = 0;
  double cut_yes_cut_no = 0;
};

// How probable each choice is. Sums to 1.
struct ChoiceProbabilities {
  double yes = 0;
  double abstain = 0;
  double no = 0;

  // `choice` must be a cast one.
  double of(Choice choice) const {
    return choice == Choice::yes ? yes : choice == Choice::abstain ? abstain : no;
  }
};

// For a state at theta; where theta is known only up to a normal error with standard deviation
// `theta_sd`, the average over it.
ChoiceProbabilities choice_probabilities(const Item& item, double theta, double theta_sd = 0);

// One component of the learned mixture of steps.
struct StepScale {
  double sd = 0;      // of a step from one period to the next
  double weight = 0;  // share of steps; the weights of all components sum to 1
};

struct IdealFit {
  static constexpr std::uint32_t no_item = 0xFFFFFFFF;

  PeriodBy by = PeriodBy::session;
  std::vector<IdealPoint> points;  // by state, then period
  std::vector<Item> items;
  std::vector<ItemUncertainty> uncertainty;      // one an item; empty from fit_published
  std::vector<std::uint32_t> item_of_roll_call;  // no_item where a roll call was left out
  std::vector<std::uint32_t> text_of_roll_call;  // text_groups(): equal for roll calls on one text
  std::vector<StepScale> steps;                  // empty from fit_published
  std::uint64_t cells = 0;                       // votes that were fitted
  int sweeps = 0;                                // over all votes
  bool settled =
      true;  // false: points still moved by more than 0.5 % of their sd in the last sweep

  // The points of a state, by period; empty where it cast no vote.
  std::span<const IdealPoint> points_of(StateIndex state) const;

  // The point of a state in a period, as index into `points`.
  std::optional<std::size_t> find_point(StateIndex state, int period) const;

  // How probable the choices of a state on a roll call are, by its point in that period, averaged
  // over the uncertainty of point and item. Nothing where the roll call or the point is not in the
  // fit.
  std::optional<ChoiceProbabilities> probabilities(const Record& record, StateIndex state,
                                                   RollCallIndex roll_call) const;
};

struct IdealOptions {
  PeriodBy by = PeriodBy::session;

  // Roll calls on the same text; bridging_pairs() if not given.
  std::optional<std::vector<TextPair>> pairs;

  // Called from time to time with the work done and to do, from the calling thread.
  std::function<void(int done, int all)> progress;
};

// Fits the default model to the roll calls given (ascending): the approximate posterior by
// expectation propagation, and its hyperparameters by their approximate marginal likelihood.
// `held_out`: cells (state * record.roll_calls.size() + roll call), ascending, that are left out.
// Nothing is drawn at random. Throws Error where no contested vote is left.
// Cost: about 1 CPU second for the million votes of the record.
IdealFit fit_ideal_points(const Record& record, std::span<const RollCallIndex> roll_calls,
                          const IdealOptions& options = {},
                          std::span<const std::uint64_t> held_out = {});

// Cells to leave out: each vote cast on these roll calls with probability `share`, as
// fit_ideal_points and fit_published take them. The same seed gives the same cells.
std::vector<std::uint64_t> draw_held_out(const Record& record,
                                         std::span<const RollCallIndex> roll_calls, double share,
                                         std::uint64_t seed);

// How well a fit tells the votes that it did not see.
struct HeldOutScore {
  std::uint64_t cells = 0;        // left out
  std::uint64_t predicted = 0;    // of these, where the fit has both item and point
  double log_loss = 0;            // mean of -log P(choice), natural logarithm, of those predicted
  double log_loss_at_means = 0;   // with points and items taken as known
  double correct = 0;             // share where the most probable choice was cast
  double log_loss_of_shares = 0;  // of the shares of choices in the votes of each roll call seen
};
HeldOutScore score_held_out(const Record& record, const IdealFit& fit,
                            std::span<const std::uint64_t> held_out);

}  // namespace volteface
