#include "turn/voting_history.h"

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <cmath>

namespace volteface {
namespace {

constexpr int most_newton_steps = 12;
constexpr double longest_newton_step = 2;

}  // namespace

VotingHistory::VotingHistory(const Record& record, const PredictiveRecord& predicted,
                             StateIndex state) {
  const auto votes = predicted.of_state(state);
  const auto terms = predicted.terms_of(state);
  votes_.assign(votes.begin(), votes.end());
  for (std::size_t k = 0; k < votes.size(); ++k) {
    const RollCall& roll_call = record.roll_calls[votes[k].roll_call];
    const VoteTerms& t = terms[k];
    const Eigen::Map<const Eigen::Matrix<float, dimensions, 1>> direction(t.direction.data());
    terms_.push_back({direction.cast<double>(), t.cut_yes, t.gap,
                      1 / std::sqrt(1 + static_cast<double>(t.variance))});
    days_.push_back(roll_call.date);
    // By the day, not as the source numbers them: a late vote of a session behind the first of the
    // next would make two more sessions of a handful of votes.
    session_numbers_.push_back(regular_session(roll_call.date));
    if (k == 0 || session_numbers_[k] != session_numbers_[k - 1]) sessions_.push_back(k);
    if (k == 0 || days_[k] != days_[k - 1]) meetings_.push_back(k);
  }
}

OrdinalDerivatives VotingHistory::derivatives(std::size_t vote, const Place& position) const {
  const Terms& t = terms_[vote];
  const double lower = (t.cut_yes - t.direction.dot(position)) * t.scale;
  return ordinal_derivatives(votes_[vote].choice, lower, lower + t.gap * t.scale);
}

double VotingHistory::log_probability(std::size_t vote, const Place& position) const {
  return derivatives(vote, position).log_probability;
}

double VotingHistory::learn(std::size_t vote, Place& mean, PlaceMatrix& covariance) const {
  const Terms& t = terms_[vote];
  const Place reach = covariance * t.direction;
  const double scale = 1 / std::sqrt(1 / (t.scale * t.scale) + t.direction.dot(reach));
  const double lower = (t.cut_yes - t.direction.dot(mean)) * scale;
  const OrdinalDerivatives d =
      ordinal_derivatives(votes_[vote].choice, lower, lower + t.gap * scale);
  const double curvature = d.lower_lower + d.upper_upper + 2 * d.lower_upper;
  mean -= (d.lower + d.upper) * scale * reach;
  covariance.noalias() -= curvature * scale * scale * reach * reach.transpose();
  return d.log_probability;
}

PlaceEstimate VotingHistory::place_of(std::size_t first, std::size_t last, const Place& prior,
                                      double pull) const {
  PlaceEstimate out;
  out.mean = prior;
  const PlaceMatrix pulled = pull * PlaceMatrix::Identity();
  for (int step = 0; step < most_newton_steps; ++step) {
    out.information.setZero();
    Place gradient = pull * (prior - out.mean);
    for (std::size_t k = first; k < last; ++k) {
      const Terms& t = terms_[k];
      const OrdinalDerivatives d = derivatives(k, out.mean);
      gradient -= (d.lower + d.upper) * t.scale * t.direction;
      const double curvature = d.lower_lower + d.upper_upper + 2 * d.lower_upper;
      out.information.noalias() +=
          curvature * t.scale * t.scale * t.direction * t.direction.transpose();
    }
    Place move = (out.information + pulled).ldlt().solve(gradient);
    const double length = move.norm();
    if (length > longest_newton_step) move *= longest_newton_step / length;
    out.mean += move;
    if (length < 1e-3) break;
  }
  out.covariance = (out.information + pulled).inverse();
  return out;
}

}  // namespace volteface
