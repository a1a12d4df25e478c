// Surprise: how little each vote was to be expected, from the past alone.
//
// For every vote cast, the probabilities of yes, abstain and no from two things only: what the
// state cast before, and what the others cast on this roll call. A vote's surprise is -log2 of the
// probability of what was cast: 0 bits where it was certain, 1 where it was a toss between two, 10
// where one in a thousand would have bet on it.
//
//   volteface::Record record = volteface::embedded_record();
//   auto roll_calls = volteface::select_roll_calls(record, {});
//   volteface::PredictiveRecord predicted = volteface::predict_votes(record, roll_calls);
//   for (const auto& vote : predicted.of_state(record.state("ARG"))) {
//     // vote.roll_call, vote.choice, vote.probabilities.yes, vote.bits()
//   }
//
// The votes are gone through once, in the order of the record (an assumed-density filter: Opper
// 1998, "A Bayesian approach to online learning"; Minka 2001, section 3). A state has a position in
// four dimensions and, beside it, a leaning on each recurring text; a roll call has a direction and
// two cutpoints, which are found from the votes on it, what its text asked before and where the
// voters stood before. To predict a state's vote, what that vote said of the roll call is taken
// out. Nothing of a later roll call enters: with another future, the numbers of the past are the
// same bit for bit. The method, its measured calibration and its limits are told in
// docs/surprise.md.
//
// Threads: const objects may be used from any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "volteface/ideal.h"
#include "volteface/record.h"

namespace volteface {

struct PredictedVote {
  StateIndex state = 0;
  RollCallIndex roll_call = 0;
  Choice choice = Choice::yes;  // as cast: yes, abstain or no
  ChoiceProbabilities probabilities;

  double bits() const;  // 0 to 27: no choice is given less than 1e-8
};

// What a roll call asked of one state, as known without that state's vote on it: the probability of
// yes is Phi((cut_yes - direction . position - text) / sqrt(1 + variance)), where `text` is the
// state's leaning on the text; that of no, Phi of minus the same with cut_yes + gap.
struct VoteTerms {
  static constexpr int dimensions = 4;
  std::array<float, dimensions> direction{};
  float cut_yes = 0;
  float gap = 1;                  // cut_no - cut_yes, above 0
  float variance = 0;             // of the cutpoints, seen from the state
  float text = 0;                 // the state's leaning on this text from its earlier votes on it
  float text_variance = 0;        // and how uncertain it is
  std::uint32_t text_number = 0;  // equal for roll calls on one text, as told from the past alone
};

struct PredictiveRecord {
  std::vector<PredictedVote> votes;  // by state, then roll call
  std::vector<VoteTerms> terms;      // one a vote
  std::vector<std::size_t> begin;    // of each state's votes; states + 1 long

  // Throw Error for a state that the record does not have.
  std::span<const PredictedVote> of_state(StateIndex state) const;
  std::span<const VoteTerms> terms_of(StateIndex state) const;

 private:
  void check_state(StateIndex state) const;
};

struct PredictOptions {
  // Cells (state * record.roll_calls.size() + roll call), ascending, from which nothing is learned.
  // They are predicted all the same.
  std::span<const std::uint64_t> held_out;

  // Called from time to time with the work done and to do, from the calling thread.
  std::function<void(std::size_t done, std::size_t all)> progress;
};

// Predicts every vote cast on the roll calls given (ascending). Throws Error where they are not
// ascending. A state's first vote is predicted as that of any state.
// Cost: about 1.5 CPU seconds for the million votes of the record, on one core; 60 MB.
PredictiveRecord predict_votes(const Record& record, std::span<const RollCallIndex> roll_calls,
                               const PredictOptions& options = {});

// Of the votes in a tenth of the range of probabilities, what was promised and what was cast. Each
// vote counts three times, once for each choice.
struct ReliabilityBin {
  double from = 0;  // 0, 0.1, ..., 0.9
  double promised = 0;
  double cast = 0;
  std::uint64_t n = 0;
};
std::array<ReliabilityBin, 10> reliability(std::span<const PredictedVote> votes);

// Mean of -ln of the probability of what was cast. NaN for none.
double log_loss(std::span<const PredictedVote> votes);

}  // namespace volteface
