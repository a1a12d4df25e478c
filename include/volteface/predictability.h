// Predictability: how surprising a state's votes were, beside those of its peers.
//
// A state's mean surprise alone says as much of the agenda as of the state: where a year's texts
// part every bloc, everyone surprises. So each of its votes is held against the mean surprise of
// the other states on the very same roll call, and the mean of these differences is what a state is
// judged by: above 0 it was less predictable than others on the same questions.
//
//   volteface::Record record = volteface::embedded_record();
//   auto roll_calls = volteface::select_roll_calls(record, {});
//   auto predicted = volteface::predict_votes(record, roll_calls);
//   auto rows = volteface::predictability(record, predicted.votes,
//                                         {volteface::Grouping::year, {}});
//   for (const auto& row : rows) {
//     // row.period is "2025", for ARG row.bits 2.3, row.peers 0.15, row.difference.value 2.2
//   }
//
// Only contested roll calls count, on which not all chose the same: on the others nobody surprises,
// and how many of these are put to the vote is a matter of procedure.
//
// The interval of the difference takes the days as the units that were drawn, not the votes: a
// delegation that votes twenty times on one day under one instruction has said one thing. It is
// that of a mean of clusters (Cameron and Miller 2015, "A Practitioner's Guide to Cluster-Robust
// Inference", Journal of Human Resources 50: 317-372, section II, with their factor G / (G - 1)),
// with Student's t of days - 1 degrees of freedom. Days are not independent of each other either,
// where one text is voted on in committee's parts or one instruction holds all session; the
// interval does not know that.
//
// Threads: a function of its arguments; may be called from any number of threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "volteface/agreement.h"
#include "volteface/surprise.h"

namespace volteface {

// The mean surprise of a state in a period. All in bits a vote.
struct Predictability {
  StateIndex state = 0;
  std::string period;      // "2025", "79" or "all"
  std::uint32_t n = 0;     // its votes on contested roll calls, at least 1
  std::uint32_t days = 0;  // on which these were cast
  double bits = 0;         // of its votes
  double peers = 0;        // of the other states on the same roll calls, each roll call once a vote
  Measure difference;      // bits - peers, with a 95 % interval; lo and hi are NaN on one day alone
  std::uint32_t rank = 0;  // 1 is the least predictable; 0 for a state with too few votes
  std::uint32_t ranked = 0;  // states with a rank in the period; 0 for a state without
};

struct PredictabilityOptions {
  Grouping by = Grouping::all;  // all, year or session

  // Which roll calls count. Duplicates never do, since they are not predicted.
  Filter filter;

  // For a rank. A state with five votes is odd or ordinary by chance.
  std::uint32_t least_votes = 20;
  std::uint32_t least_days = 5;
};

// One row for each state and period in which it cast a vote on a contested roll call: by state,
// then period. `votes` are those of predict_votes(). A roll call is contested by the votes given.
// Throws Error for a grouping by subject, and for a malformed regular expression.
// Cost: about 0.1 CPU seconds for all states, years and votes of the record.
std::vector<Predictability> predictability(const Record& record,
                                           std::span<const PredictedVote> votes,
                                           const PredictabilityOptions& options = {});

}  // namespace volteface
