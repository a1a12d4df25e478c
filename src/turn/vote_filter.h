// The filter behind surprise.h: what is known of states and texts as the votes come in.
//
// One roll call at a time: `fit` finds what it asked from the votes on it, `seen_by` takes one
// state's vote out of that again, `learn` moves the states. Between them nothing is kept but the
// beliefs.
#pragma once

#include <Eigen/Core>
#include <array>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "turn/ordinal_likelihood.h"
#include "volteface/date.h"
#include "volteface/surprise.h"

namespace volteface {

constexpr int dimensions = VoteTerms::dimensions;
using Place = Eigen::Matrix<double, dimensions, 1>;
using PlaceMatrix = Eigen::Matrix<double, dimensions, dimensions>;

// (direction, cut_yes, log gap) of a roll call.
constexpr int item_parameters = dimensions + 2;
using ItemVector = Eigen::Matrix<double, item_parameters, 1>;
using ItemMatrix = Eigen::Matrix<double, item_parameters, item_parameters>;

// What the filter takes as given. Chosen by the log loss of the votes to 1990 alone.
struct FilterSettings {
  double first_spread = 1;      // of a state's first position about 0: variance
  double drift = 0.3;           // of a position in a year: variance
  double first_text = 1.2;      // of a state's leaning on a text new to it: variance
  double text_drift = 0.15;     // of a leaning from one roll call on the text to the next
  double item_drift = 0.06;     // of a roll call's parameters to the next on its text
  double direction_spread = 4;  // of the direction of a new text: variance, each dimension
  bool recalibrated = true;     // probabilities are made to keep their promise; terms stay the same
};

// A state's position, normal.
struct PlaceBelief {
  Place mean = Place::Zero();
  PlaceMatrix covariance = PlaceMatrix::Identity();
  std::optional<Date> last_vote;
};

// Before a state's first vote.
PlaceBelief first_place_of(const State& state, const FilterSettings& settings);

// Time passes: what is known of a position widens, up to the day of a vote.
void drift_to(Date day, double drift_a_year, PlaceBelief& belief);

struct TextLeaning {
  double mean = 0;
  double variance = 0;
};

struct ItemBelief {
  ItemVector mean;
  ItemMatrix covariance;
};

// One state before a roll call: all that its vote is predicted from but the roll call itself.
struct Voter {
  StateIndex state = 0;
  Choice choice = Choice::yes;
  bool learn_from = true;
  Place mean;
  PlaceMatrix covariance;
  TextLeaning text;
};

// A roll call as its votes make it, with what each of them says of it.
struct FittedItem {
  ItemBelief belief;
  struct Pull {  // of one vote: derivatives in its two cutpoints
    Eigen::Vector2d gradient = Eigen::Vector2d::Zero();
    Eigen::Matrix2d curvature = Eigen::Matrix2d::Zero();
  };
  std::vector<Pull> pulls;  // one a voter
};

// The mode of the item's parameters given the votes that are learned from, and the curvature there,
// by Newton's method.
FittedItem fit_item(const ItemBelief& before, std::span<const Voter> voters);

// The item without the voter's own vote, in one step from the mode.
VoteTerms terms_for(const FittedItem& item, std::span<const Voter> voters, std::size_t voter);

// The choices of a state at a position that is known up to `covariance`.
struct Outlook {
  double lower = 0;  // mean of cut_yes - direction . position - text, over the spread
  double upper = 0;
  double spread = 1;  // standard deviation of the latent vote
  ChoiceProbabilities probabilities() const;
};
Outlook outlook(const VoteTerms& terms, const Place& mean, const PlaceMatrix& covariance);

// What a vote teaches of the position: the moments of the posterior to first order (assumed
// density). Returns d log p / d latent, and minus its derivative.
struct Lesson {
  double gradient = 0;
  double curvature = 0;
};
Lesson lesson_of(const Outlook& outlook, Choice choice);
void move_position(const VoteTerms& terms, const Lesson& lesson, Place& mean,
                   PlaceMatrix& covariance);

// The same for the leaning on the text.
TextLeaning move_leaning(const TextLeaning& leaning, const Lesson& lesson);

class VoteFilter {
 public:
  VoteFilter(const Record& record, std::size_t texts, const FilterSettings& settings = {});

  // The states that cast a vote, as they stand before it. Moves their time on to the roll call's
  // day.
  std::vector<Voter> voters(const Record& record, RollCallIndex roll_call, std::uint32_t text);

  ItemBelief item_before(std::uint32_t text) const;

  void learn(const Voter& voter, const VoteTerms& terms, std::uint32_t text);
  void remember(std::uint32_t text, const ItemBelief& item);

 private:
  FilterSettings settings_;
  std::size_t states_;
  std::vector<PlaceBelief> positions_;                             // one a state
  std::vector<std::optional<ItemBelief>> items_;                   // one a text
  std::vector<std::vector<std::optional<TextLeaning>>> leanings_;  // texts x states
};

}  // namespace volteface
