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
  double drift = 0.3;
  // Of an own move, in each dimension: standard deviations, equally likely.
  std::vector<double> move_sizes = {2, 4};
  // What a move adds to the uncertainty of each leaning on a text: variance.
  double move_leaning = 0.5;
  // Of the offset that a subject's roll calls share: variance.
  double subject_spread = 4;
  // With fewer votes behind the turn a subject is not tried.
  std::size_t least_subject_votes = 5;
};

// The state goes on as it does in quiet times.
Forecasts stays(const Standing& standing, std::span<const LaterVote> votes,
                const AccountSettings& settings = {});

// Its position takes one step, of unknown size and direction.
Forecasts own_move(const Standing& standing, std::span<const LaterVote> votes,
                   const AccountSettings& settings = {});

// An offset comes on the roll calls of one subject; for each subject with enough votes, by name.
struct SubjectForecasts {
  std::string subject;
  std::size_t votes = 0;
  Forecasts forecasts;
};
std::vector<SubjectForecasts> one_subject(const Record& record, const Standing& standing,
                                          std::span<const LaterVote> votes,
                                          const AccountSettings& settings = {});

// With probability phi it casts what the reference cast on that roll call, else as if it stayed.
// `reference`: its choices on the same roll calls, cast or not. Phi is uniform at first.
struct FollowForecasts {
  Forecasts forecasts;
  double phi = 0;     // mean after all votes
  double phi_lo = 0;  // 90 % interval
  double phi_hi = 0;
  std::size_t votes = 0;  // on which the reference cast a vote
};
FollowForecasts follows(const Standing& standing, std::span<const LaterVote> votes,
                        std::span<const Choice> reference, const AccountSettings& settings = {});

// The forecasts of a mixture whose components are equally likely at first.
Forecasts mixed(std::span<const Forecasts> components);

// log of the mean of exp, without overflow.
double log_mean(std::span<const double> logs);

double sum_of(const Forecasts& forecasts);

}  // namespace volteface
