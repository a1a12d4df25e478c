#include "turn/voting_history.h"

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <algorithm>
#include <cmath>

namespace volteface {
namespace {

constexpr int most_newton_steps = 12;
constexpr double longest_newton_step = 2;

// What is not known of an item, as a state sees it from where it stood in that period: variance.
double variance_of_cuts(const Record& record, const IdealFit& fit, StateIndex state,
                        RollCallIndex roll_call) {
  if (fit.uncertainty.empty()) return 0;
  const RollCall& about = record.roll_calls[roll_call];
  const auto point = fit.find_point(
      state, fit.by == PeriodBy::session ? session_number(about) : year_of(about.date));
  if (!point) return 0;
  const double theta = fit.points[*point].mean;
  const ItemUncertainty& u = fit.uncertainty[fit.item_of_roll_call[roll_call]];
  return std::max(
      0.0, u.cut_yes - 2 * theta * u.discrimination_cut_yes + theta * theta * u.discrimination);
}

}  // namespace

VotingHistory::VotingHistory(const Record& record, const PredictiveRecord& predicted,
                             StateIndex state) {
  const auto votes = predicted.of_state(state);
  const auto terms = predicted.terms_of(state);
  for (std::size_t k = 0; k < votes.size(); ++k) {
    const VoteTerms& t = terms[k];
    const Eigen::Map<const Eigen::Matrix<float, dimensions, 1>> direction(t.direction.data());
    add(votes[k],
        {direction.cast<double>(), t.cut_yes, t.gap,
         1 / std::sqrt(1 + static_cast<double>(t.variance))},
        record.roll_calls[votes[k].roll_call].date);
  }
}

VotingHistory::VotingHistory(const Record& record, const IdealFit& fit, StateIndex state)
    : in_dimensions_(1) {
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
    const std::uint32_t number = fit.item_of_roll_call[r];
    const Choice choice = record.votes.at(state, r);
    if (number == IdealFit::no_item || !is_cast(choice)) continue;
    const Item& item = fit.items[number];
    add({state, r, choice, {}},
        {Place(item.discrimination, 0, 0, 0), item.cut_yes, item.cut_no - item.cut_yes,
         1 / std::sqrt(1 + variance_of_cuts(record, fit, state, r))},
        record.roll_calls[r].date);
  }
}

void VotingHistory::add(const PredictedVote& vote, const Terms& terms, Date day) {
  const std::size_t k = votes_.size();
  votes_.push_back(vote);
  terms_.push_back(terms);
  days_.push_back(day);
  // By the day, not as the source numbers them: a late vote of a session behind the first of the
  // next would make two more sessions of a handful of votes.
  session_numbers_.push_back(regular_session(day));
  if (k == 0 || session_numbers_[k] != session_numbers_[k - 1]) sessions_.push_back(k);
  if (k == 0 || days_[k] != days_[k - 1]) meetings_.push_back(k);
}

std::pair<double, double> VotingHistory::cuts(std::size_t vote, const Place& position) const {
  const Terms& t = terms_[vote];
  const double lower = (t.cut_yes - t.direction.dot(position)) * t.scale;
  return {lower, lower + t.gap * t.scale};
}

double VotingHistory::log_probability(std::size_t vote, const Place& position) const {
  const auto [lower, upper] = cuts(vote, position);
  return ordinal_derivatives(votes_[vote].choice, lower, upper).log_probability;
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
                                      double pull, const Place* start) const {
  PlaceEstimate out;
  out.mean = start == nullptr ? prior : *start;
  const PlaceMatrix pulled = pull * PlaceMatrix::Identity();
  for (int step = 0; step < most_newton_steps; ++step) {
    out.information.setZero();
    Place gradient = pull * (prior - out.mean);
    for (std::size_t k = first; k < last; ++k) {
      const Terms& t = terms_[k];
      const auto [lower, upper] = cuts(k, out.mean);
      const OrdinalDerivatives d = ordinal_slopes(votes_[k].choice, lower, upper);
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

PlaceMatrix VotingHistory::scatter(std::size_t first, std::size_t last, const Place& at) const {
  PlaceMatrix sum = PlaceMatrix::Zero();
  double days = 0;
  for (std::size_t k = first; k < last;) {
    Place of_day = Place::Zero();
    const Date day = days_[k];
    for (; k < last && days_[k] == day; ++k) {
      const auto [lower, upper] = cuts(k, at);
      const OrdinalDerivatives d = ordinal_slopes(votes_[k].choice, lower, upper);
      of_day += (d.lower + d.upper) * terms_[k].scale * terms_[k].direction;
    }
    sum.noalias() += of_day * of_day.transpose();
    ++days;
  }
  return days > 1 ? PlaceMatrix(days / (days - 1) * sum) : sum;
}

}  // namespace volteface
