// The published series of ideal points, reproduced and extended.
//
// Bailey, Strezhnev and Voeten (2017, Journal of Conflict Resolution 61:2) publish ideal points of
// states in the General Assembly that most work in the field uses. This runs the conditional draws
// of their code of April 2020, on the same roll calls, some hundred times as fast. What the code
// does, and what of it is peculiar, is told in docs/published.md. In short:
//
//   z = discrimination * theta + e,  yes where z < cut_yes,  no where z >= cut_no
//   discrimination ~ N(0, 1),  cutpoints flat between -7 and 7
//   theta[t] ~ N(m[t - 1], n[t] / (2 n[t] + 2 n[t - 1]))
//
// with n the votes cast, and m the conditional mean of theta in the iteration before.
//
// It is no posterior of a random walk: a state's point is drawn to its past and never to its
// future, with the past taken as known, so intervals are too narrow where votes are few; and no
// joint distribution has these conditionals. Use it to compare with work that rests on the
// published series. For answers, use the default model (ideal.h).
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "volteface/convergence.h"
#include "volteface/ideal.h"
#include "volteface/record.h"

namespace volteface {

// Which of the roll calls given.
enum class PublishedSeries {
  april_2020,  // what the file of April 2020 rests on: sessions 1 to 74, bridged by the known pairs
  extended,    // these, and all resolutions since, bridged by bridging_pairs()
};

struct PublishedOptions {
  PublishedSeries series = PublishedSeries::extended;
  int iterations = 2000;  // of each chain, with those of burn_in
  int burn_in = 1000;     // iterations that are not kept
  int thin = 4;           // of the others, every how many-th is kept
  int chains = 2;         // 1 to 64, independent but for their common start

  // The same seed gives the same result, however many threads there are. Processors with vectors
  // of other widths round differently.
  std::uint64_t seed = 1;

  // Called after each iteration with those done and to do, of all chains; from any thread, but
  // never from two at once.
  std::function<void(int done, int all)> progress;
};

struct PublishedFit {
  // Means and quantiles of the draws kept, each of which has mean 0 and standard deviation 1 over
  // all state-sessions. Items are means too.
  IdealFit fit;
  Convergence convergence;
  double accepted = 0;  // share of proposed cutpoints
};

// Periods are sessions; special sessions belong to that of their year (session + 1945). A seat that
// changed its name goes on (Soviet Union and Russia; Tanganyika and Tanzania; Yugoslavia and
// Serbia), under the name that cast most of its votes; Germany and Yemen begin anew. Left out:
// duplicates (those since 2020), session 19, Zanzibar, South Africa in session 48, amendments and
// paragraphs from session 45 on, texts on which all chose the same.
//
// `roll_calls`: which to take, ascending, before these rules. For the series itself, all that
// select_roll_calls gives with Filter::duplicates: ten of the published roll calls are duplicates.
// `held_out`: cells (state * record.roll_calls.size() + roll call), ascending, that are left out.
//
// High is the side of the USA. Where the USA and Russia never differ, it is the side of the state
// furthest from the one with the most votes.
//
// Throws Error where no contested vote is left, or the options make no sense.
// Cost: 8 ms of CPU an iteration for 800,000 votes, and 4 bytes a kept draw and state-session.
PublishedFit fit_published(const Record& record, std::span<const RollCallIndex> roll_calls,
                           const PublishedOptions& options = {},
                           std::span<const std::uint64_t> held_out = {});

}  // namespace volteface
