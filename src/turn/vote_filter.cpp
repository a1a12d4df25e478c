#include "turn/vote_filter.h"

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

namespace volteface {
namespace {

constexpr int most_newton_steps = 12;
constexpr double longest_newton_step = 2;
constexpr double settled_newton_step = 0.02;  // what is left is of the order of its square
constexpr double least_log_gap = -4, most_log_gap = 2.5;
constexpr double start_spread = 0.5;  // standard deviation of where states are first set down

// What a roll call on a new text may ask: any direction, and cutpoints at which most texts are
// carried.
ItemBelief any_item(const FilterSettings& settings) {
  ItemBelief any{ItemVector::Zero(), ItemMatrix::Zero()};
  any.mean[dimensions] = 0.8;
  any.mean[dimensions + 1] = -0.2;
  for (int d = 0; d < dimensions; ++d) any.covariance(d, d) = settings.direction_spread;
  any.covariance(dimensions, dimensions) = 2;
  any.covariance(dimensions + 1, dimensions + 1) = 0.7;
  return any;
}

// Dimensions have no meaning before states differ in them, so each state is set down at a place of
// its own. Its code alone decides where, so that a record with more states, or in another order,
// gives the others the same place: a hash of the code (FNV-1a's factor), then SplitMix64 (Steele,
// Lea and Flood 2014), of which the sum of 4 uniform numbers is near enough to a normal one.
Place place_by_code(std::string_view code) {
  std::uint64_t x = 0x243F6A8885A308D3U;
  for (char c : code) x = x * 1099511628211U + static_cast<unsigned char>(c);
  Place place;
  for (int d = 0; d < dimensions; ++d) {
    double sum = 0;
    for (int k = 0; k < 4; ++k) {
      x += 0x9E3779B97F4A7C15U;
      std::uint64_t z = x;
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
      sum += static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53 - 0.5;
    }
    place[d] = start_spread * sum * std::numbers::sqrt3;
  }
  return place;
}

// d (cut_yes, cut_no) / d parameters, of the latent vote.
Eigen::Matrix<double, 2, item_parameters> slopes(const Voter& voter, double gap) {
  Eigen::Matrix<double, 2, item_parameters> j;
  j.row(0).head<dimensions>() = -voter.mean.transpose();
  j(0, dimensions) = 1;
  j(0, dimensions + 1) = 0;
  j.row(1) = j.row(0);
  j(1, dimensions + 1) = gap;
  return j;
}

FittedItem::Pull pull_of(const Voter& voter, const ItemVector& item, double gap) {
  const Place direction = item.head<dimensions>();
  const double variance = direction.dot(voter.covariance * direction) + voter.text.variance;
  const double scale = 1 / std::sqrt(1 + variance);
  const double lower = item[dimensions] - direction.dot(voter.mean) - voter.text.mean;
  const OrdinalDerivatives d = ordinal_slopes(voter.choice, lower * scale, (lower + gap) * scale);
  FittedItem::Pull pull;
  pull.gradient << d.lower * scale, d.upper * scale;
  pull.curvature << d.lower_lower, d.lower_upper, d.lower_upper, d.upper_upper;
  pull.curvature *= scale * scale;
  return pull;
}

}  // namespace

namespace {

// Gradient and curvature of the log probability of all votes in the item's parameters. Both cuts
// move with direction and cut_yes alike, so that the first of them need one weight a vote; the log
// gap moves the upper one alone.
struct ItemSums {
  static constexpr int along = dimensions + 1;
  using Along = Eigen::Matrix<double, along, 1>;

  Eigen::Matrix<double, along, along> square = Eigen::Matrix<double, along, along>::Zero();
  Along with_gap = Along::Zero();
  Along gradient = Along::Zero();
  double gap_gap = 0;
  double gap_gradient = 0;

  void add(const Voter& voter, const FittedItem::Pull& pull, double gap) {
    Along u;
    u << -voter.mean, 1;
    const double both = pull.curvature.sum();
    square.noalias() += (both * u) * u.transpose();
    with_gap += gap * (pull.curvature(0, 1) + pull.curvature(1, 1)) * u;
    gradient += pull.gradient.sum() * u;
    gap_gap += gap * gap * pull.curvature(1, 1);
    gap_gradient += gap * pull.gradient[1];
  }
};

}  // namespace

FittedItem fit_item(const ItemBelief& before, std::span<const Voter> voters) {
  FittedItem out;
  out.pulls.resize(voters.size());
  const ItemMatrix prior = before.covariance.inverse();
  ItemVector at = before.mean;
  ItemMatrix curvature = prior;
  for (int step = 0; step < most_newton_steps; ++step) {
    const double gap = std::exp(at[dimensions + 1]);
    ItemSums sums;
    for (std::size_t k = 0; k < voters.size(); ++k) {
      if (!voters[k].learn_from) continue;
      out.pulls[k] = pull_of(voters[k], at, gap);
      sums.add(voters[k], out.pulls[k], gap);
    }
    ItemVector gradient = prior * (before.mean - at);
    gradient.head<ItemSums::along>() += sums.gradient;
    gradient[ItemSums::along] += sums.gap_gradient;
    curvature = prior;
    curvature.topLeftCorner<ItemSums::along, ItemSums::along>() += sums.square;
    curvature.col(ItemSums::along).head<ItemSums::along>() += sums.with_gap;
    curvature.row(ItemSums::along).head<ItemSums::along>() += sums.with_gap.transpose();
    curvature(ItemSums::along, ItemSums::along) += sums.gap_gap;
    ItemVector move = curvature.ldlt().solve(gradient);
    const double length = move.norm();
    if (length > longest_newton_step) move *= longest_newton_step / length;
    at += move;
    at[dimensions + 1] = std::clamp(at[dimensions + 1], least_log_gap, most_log_gap);
    if (length < settled_newton_step) break;
  }
  out.belief.mean = at;
  out.belief.covariance = curvature.inverse();
  return out;
}

VoteTerms terms_for(const FittedItem& item, std::span<const Voter> voters, std::size_t voter) {
  const Voter& who = voters[voter];
  ItemVector mean = item.belief.mean;
  const double full_gap = std::exp(mean[dimensions + 1]);
  const auto j = slopes(who, full_gap);
  const Eigen::Matrix<double, item_parameters, 2> reach = item.belief.covariance * j.transpose();
  Eigen::Matrix2d seen = j * reach;  // covariance of the two cutpoints, as the voter sees them
  if (who.learn_from) {
    const FittedItem::Pull& pull = item.pulls[voter];
    // (I - W A)^-1, bounded where a vote decides the item all but alone.
    Eigen::Matrix2d rest = Eigen::Matrix2d::Identity() - pull.curvature * seen;
    if (rest.determinant() < 0.05) rest = Eigen::Matrix2d::Identity() - 0.7 * pull.curvature * seen;
    const Eigen::Matrix2d inflate = rest.inverse();
    mean -= reach * (inflate * pull.gradient);
    seen = seen * inflate;
  }
  VoteTerms terms;
  for (int d = 0; d < dimensions; ++d) terms.direction[d] = static_cast<float>(mean[d]);
  const double log_gap = std::clamp(mean[dimensions + 1], item.belief.mean[dimensions + 1] - 1.4,
                                    item.belief.mean[dimensions + 1] + 1.4);
  terms.cut_yes = static_cast<float>(mean[dimensions]);
  terms.gap = static_cast<float>(std::exp(std::clamp(log_gap, least_log_gap, most_log_gap)));
  terms.variance = static_cast<float>(std::max(0.0, (seen(0, 0) + seen(1, 1)) / 2));
  terms.text = static_cast<float>(who.text.mean);
  terms.text_variance = static_cast<float>(who.text.variance);
  return terms;
}

Outlook outlook(const VoteTerms& terms, const Place& mean, const PlaceMatrix& covariance) {
  const Place direction =
      Eigen::Map<const Eigen::Matrix<float, dimensions, 1>>(terms.direction.data()).cast<double>();
  Outlook out;
  out.spread = std::sqrt(1 + direction.dot(covariance * direction) + double{terms.variance} +
                         double{terms.text_variance});
  const double latent = double{terms.cut_yes} - direction.dot(mean) - double{terms.text};
  out.lower = latent / out.spread;
  out.upper = (latent + double{terms.gap}) / out.spread;
  return out;
}

ChoiceProbabilities Outlook::probabilities() const {
  const OrdinalProbabilities p = ordinal_probabilities(lower, upper);
  return {p.yes, p.abstain, p.no};
}

Lesson lesson_of(const Outlook& outlook, Choice choice) {
  const OrdinalDerivatives d = ordinal_slopes(choice, outlook.lower, outlook.upper);
  return {(d.lower + d.upper) / outlook.spread,
          (d.lower_lower + d.upper_upper + 2 * d.lower_upper) / (outlook.spread * outlook.spread)};
}

void move_position(const VoteTerms& terms, const Lesson& lesson, Place& mean,
                   PlaceMatrix& covariance) {
  const Place direction =
      Eigen::Map<const Eigen::Matrix<float, dimensions, 1>>(terms.direction.data()).cast<double>();
  const Place reach = covariance * direction;
  mean -= lesson.gradient * reach;
  covariance.noalias() -= lesson.curvature * reach * reach.transpose();
}

TextLeaning move_leaning(const TextLeaning& leaning, const Lesson& lesson) {
  return {leaning.mean - leaning.variance * lesson.gradient,
          leaning.variance - leaning.variance * leaning.variance * lesson.curvature};
}

PlaceBelief first_place_of(const State& state, const FilterSettings& settings) {
  return {place_by_code(state.code), settings.first_spread * PlaceMatrix::Identity(), {}};
}

void drift_to(Date day, double drift_a_year, PlaceBelief& belief) {
  if (belief.last_vote && day > *belief.last_vote) {
    const double years = static_cast<double>((day - *belief.last_vote).count()) / 365.25;
    belief.covariance.diagonal().array() += drift_a_year * years;
  }
  belief.last_vote = day;
}

VoteFilter::VoteFilter(const Record& record, std::size_t texts, const FilterSettings& settings)
    : settings_(settings),
      states_(record.states.size()),
      positions_(states_),
      items_(texts),
      leanings_(texts) {
  for (std::size_t s = 0; s < states_; ++s)
    positions_[s] = first_place_of(record.states[s], settings_);
}

std::vector<Voter> VoteFilter::voters(const Record& record, RollCallIndex roll_call,
                                      std::uint32_t text) {
  const Date day = record.roll_calls[roll_call].date;
  auto& leanings = leanings_[text];
  if (leanings.empty()) leanings.resize(states_);
  std::vector<Voter> out;
  for (StateIndex s = 0; s < states_; ++s) {
    const Choice choice = record.votes.at(s, roll_call);
    if (!is_cast(choice)) continue;
    PlaceBelief& belief = positions_[s];
    drift_to(day, settings_.drift, belief);
    TextLeaning leaning{0, settings_.first_text};
    if (leanings[s]) leaning = {leanings[s]->mean, leanings[s]->variance + settings_.text_drift};
    out.push_back({s, choice, true, belief.mean, belief.covariance, leaning});
  }
  return out;
}

ItemBelief VoteFilter::item_before(std::uint32_t text) const {
  if (!items_[text]) return any_item(settings_);
  ItemBelief item = *items_[text];
  item.covariance.diagonal().array() += settings_.item_drift;
  return item;
}

void VoteFilter::learn(const Voter& voter, const VoteTerms& terms, std::uint32_t text) {
  const Lesson lesson = lesson_of(outlook(terms, voter.mean, voter.covariance), voter.choice);
  PlaceBelief& belief = positions_[voter.state];
  move_position(terms, lesson, belief.mean, belief.covariance);
  leanings_[text][voter.state] = move_leaning(voter.text, lesson);
}

void VoteFilter::remember(std::uint32_t text, const ItemBelief& item) { items_[text] = item; }

}  // namespace volteface
