// One state's votes as turns are looked for in them: what each asked of it, and when.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "turn/vote_filter.h"
#include "volteface/record.h"
#include "volteface/surprise.h"

namespace volteface {

// The position from which some votes were cast: normal.
struct PlaceEstimate {
  Place mean = Place::Zero();
  PlaceMatrix information = PlaceMatrix::Zero();  // of the votes alone
  PlaceMatrix covariance = PlaceMatrix::Identity();
};

class VotingHistory {
 public:
  // In four dimensions, each roll call as it looks without the state's own vote. Keeps references
  // to neither.
  VotingHistory(const Record& record, const PredictiveRecord& predicted, StateIndex state);

  // On the main dimension alone, as ideal points are fitted there: roll calls on one text are tied
  // together over time, so that a bloc which moves as one is seen to move. Positions have that
  // dimension first and nothing in the others. Votes on roll calls without an item are left out.
  VotingHistory(const Record& record, const IdealFit& fit, StateIndex state);

  // How many dimensions of a position the votes tell of.
  int in_dimensions() const { return in_dimensions_; }

  std::size_t size() const { return votes_.size(); }
  Date date(std::size_t vote) const { return days_[vote]; }
  const PredictedVote& vote(std::size_t n) const { return votes_[n]; }

  // Indexes of the first votes of each session, and of each day; ascending.
  std::span<const std::size_t> sessions() const { return sessions_; }
  std::span<const std::size_t> meetings() const { return meetings_; }
  int session_of(std::size_t vote) const { return session_numbers_[vote]; }

  // Log probability of the vote as cast, from this position.
  double log_probability(std::size_t vote, const Place& position) const;

  // Moves a belief on by one vote, as the filter does, and returns the log probability that the
  // belief gave it.
  double learn(std::size_t vote, Place& mean, PlaceMatrix& covariance) const;

  // The position of votes first .. last, drawn to `prior` with precision `pull` in each dimension.
  // The search for it begins at `start`, or at the prior.
  PlaceEstimate place_of(std::size_t first, std::size_t last, const Place& prior, double pull,
                         const Place* start = nullptr) const;

  // The sum of squares of what each meeting's votes together pull at the position: where votes are
  // independent, about their information.
  PlaceMatrix scatter(std::size_t first, std::size_t last, const Place& at) const;

 private:
  struct Terms {
    Place direction;
    double cut_yes, gap, scale;
  };
  void add(const PredictedVote& vote, const Terms& terms, Date day);
  // The two cutpoints as the vote is seen from a position.
  std::pair<double, double> cuts(std::size_t vote, const Place& position) const;

  int in_dimensions_ = dimensions;
  std::vector<PredictedVote> votes_;
  std::vector<Terms> terms_;
  std::vector<Date> days_;
  std::vector<int> session_numbers_;
  std::vector<std::size_t> sessions_, meetings_;
};

}  // namespace volteface
