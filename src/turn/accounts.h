// The rival accounts of the votes behind a turn, each as the probabilities that it gave them.
//
// Every account starts from the same standing before the turn, and predicts each vote before it
// learns from it (prequential: Dawid 1984, JRSS A 147: 278-292). All learn in the same way, as the
// filter of surprise.h does; they differ in what they hold possible from the turn on. A forecast
// holds the natural logarithm of the probability of each vote as cast, in the order of the votes;
// its sum is the logarithm of the probability of all of them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "turn/standing.h"

namespace volteface {

using Forecasts = std::vector<double>;  // one a vote

// What the accounts take as given. docs/attribution.md tells how it was chosen.
struct AccountSettings {
  // A share of votes is cast for reasons that no account knows, each choice alike: so that one vote
  // never decides.
  double slip = 0.002;
  // Of a position in a year, turn or none: variance.
  double drift = 0.1;
  // Of an own move, in each dimension: standard deviations, equally likely.
  std::vector<double> move_sizes = {1.5, 3};
  // What a move adds to the uncertainty of each leaning on a text: variances, equally likely.
  // Whether leanings go with the position is not known.
  std::vector<double> move_leanings = {0, 0.5};
  // The offset that a subject's roll calls share lies about plus or minus this, with this variance.
  // An offset near 0 would be no change: were it allowed, a state that stays would never be told
  // from one that changed a little (Johnson and Rossell 2010, JRSS B 72: 143-170).
  double subject_offset = 2.5;
  double subject_spread = 1;
  // An offset is tried where, if it came, its votes would be expected to favour it over staying by
  // this much (natural logarithm; "very strong" in Kass and Raftery 1995, section 3.2). Where all
  // vote yes, one more reason to vote yes changes nothing, and could not be told from staying.
  double least_expected_gain = 5;
};

// The position drifts as in quiet times, and nothing else happens.
Forecasts drifts(const StateBefore& standing, std::span<const LaterVote> votes,
                 const AccountSettings& settings = {});

// Its position takes one step, of unknown size and direction.
Forecasts own_move(const StateBefore& standing, std::span<const LaterVote> votes,
                   const AccountSettings& settings = {});

// An offset comes on the roll calls of one subject; for each subject on which it would show, by
// name.
struct SubjectForecasts {
  std::string subject;
  Forecasts forecasts;
};
std::vector<SubjectForecasts> one_subject(const Record& record, const StateBefore& standing,
                                          std::span<const LaterVote> votes,
                                          const AccountSettings& settings = {});

// With probability phi it casts what the reference cast on that roll call, else as if it drifted.
// `reference`: its choices on the same roll calls, cast or not. One forecast for each phi of a
// grid.
struct Following {
  // 0.15, 0.25, ..., 0.95: who casts less than a tenth of its votes as another does not follow it.
  static constexpr std::size_t steps = 9;
  static constexpr double least = 0.1;
  static double phi_of(std::size_t step) {
    return least + (1 - least) * (static_cast<double>(step) + 0.5) / steps;
  }

  std::vector<Forecasts> of_phi;  // steps long
};
Following following(const StateBefore& standing, std::span<const LaterVote> votes,
                    std::span<const Choice> reference, const AccountSettings& settings = {});

// Mean and 90 % interval of phi, uniform at first, after votes that each step gave these log
// probabilities.
struct PhiSummary {
  double mean = 0;
  double lo = 0;
  double hi = 0;
};
PhiSummary summarise_phi(std::span<const double> logs);

// It begins to follow: phi may be anything.
Forecasts begins_to_follow(const Following& following);

// The state goes on as before: it drifts, or it follows one of the references as it did already.
// `before` and `after`: the same accounts of the votes before the turn and behind it.
struct GoesOn {
  Forecasts drifting;
  std::vector<Following> following;  // one a reference
};
struct Stays {
  Forecasts forecasts;
  std::size_t followed = 0;         // the reference that it most probably goes on to follow
  double followed_probability = 0;  // that it does, after all votes; 0 where there is none
  PhiSummary phi;                   // of that one
};
Stays stays(const GoesOn& before, const GoesOn& after);

// The forecasts of a mixture; `prior`: logarithms of how likely its components are at first, up to
// a constant; equally if empty.
Forecasts mixed(std::span<const Forecasts> components, std::span<const double> prior = {});

// log of the mean of exp, without overflow.
double log_mean(std::span<const double> logs);

double sum_of(const Forecasts& forecasts);

}  // namespace volteface
