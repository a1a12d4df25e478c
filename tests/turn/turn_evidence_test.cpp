// What is told beside a turn: the matters it is on, and its size in ideal points.
#include <gtest/gtest.h>

#include <cmath>

#include "ideal/simulated.h"
#include "turn/ideal_change.h"
#include "turn/subject_areas.h"

namespace volteface {
namespace {

using Areas = std::vector<std::string_view>;

Areas areas_of_title(const std::string& title) {
  RollCall roll_call;
  roll_call.title = title;
  return areas_of(roll_call);
}

TEST(SubjectAreas, AreFoundInTitles) {
  EXPECT_EQ(areas_of_title("The occupied Syrian Golan"), Areas{"Middle East"});
  EXPECT_EQ(areas_of_title("Comprehensive Nuclear-Test-Ban Treaty"), Areas{"Nuclear weapons"});
  EXPECT_EQ(areas_of_title("Moratorium on the use of the death penalty"), Areas{"Human rights"});
  EXPECT_EQ(areas_of_title("Question of the Falkland Islands (Malvinas)"), Areas{"Colonialism"});
  EXPECT_EQ(areas_of_title("Policies of apartheid of the Government of South Africa"),
            Areas{"Southern Africa"});
  EXPECT_EQ(areas_of_title("Admission of new Members"), Areas{"Other matters"});
  EXPECT_EQ(areas_of_title(""), Areas{"Other matters"});
}

// Togoland is a trust territory in Africa.
TEST(SubjectAreas, TogolandIsNotOnTheGolan) {
  EXPECT_EQ(areas_of_title("The Togoland unification problem"), Areas{"Other matters"});
}

TEST(SubjectAreas, CuesFitWhereWordsBegin) {
  EXPECT_EQ(areas_of_title("An act that undermines and determines"), Areas{"Other matters"});
  EXPECT_EQ(areas_of_title("Assistance in the clearance of mines"), Areas{"Disarmament"});
  EXPECT_EQ(areas_of_title("A non-nuclear zone"), Areas{"Nuclear weapons"});
  EXPECT_EQ(areas_of_title("Decolonization"), Areas{"Colonialism"});
  EXPECT_EQ(areas_of_title("Developments in the field of information and telecommunications"),
            Areas{"Other matters"});
}

TEST(SubjectAreas, WhatFollowsTheTitleIsNoMatter) {
  EXPECT_EQ(areas_of_title("Admission : resolution / adopted on Israel"), Areas{"Other matters"});
}

// Where Voeten says what a roll call is on, his six are not guessed at; others are.
TEST(SubjectAreas, KnownIssuesComeBeforeCues) {
  RollCall roll_call;
  roll_call.title = "Israel, nuclear weapons and sanctions";
  roll_call.issues = {"Middle East"};
  EXPECT_EQ(areas_of(roll_call), (Areas{"Middle East", "Sanctions and embargoes"}));
  roll_call.issues.clear();
  EXPECT_EQ(areas_of(roll_call),
            (Areas{"Middle East", "Nuclear weapons", "Disarmament", "Sanctions and embargoes"}));
}

// A fit whose items are those by which the votes were drawn.
IdealFit fit_with(const std::vector<Item>& items) {
  IdealFit fit;
  fit.items = items;
  fit.uncertainty.resize(items.size());
  for (std::uint32_t k = 0; k < items.size(); ++k) fit.item_of_roll_call.push_back(k);
  return fit;
}

TEST(IdealPosition, IsThatOfTheVotes) {
  std::mt19937_64 random(31);
  std::normal_distribution<double> normal;
  std::vector<Item> items;
  for (int k = 0; k < 400; ++k) {
    const double middle = normal(random);
    items.push_back({1.3 * normal(random), middle - 0.3, middle + 0.3});
  }
  const IdealFit fit = fit_with(items);
  std::vector<RollCallIndex> roll_calls(items.size());
  for (RollCallIndex r = 0; r < items.size(); ++r) roll_calls[r] = r;
  int inside = 0;
  constexpr int points = 200;
  for (int n = 0; n < points; ++n) {
    const double theta = -2 + 4.0 * n / points;
    std::vector<std::vector<Choice>> rows;
    for (const Item& item : items) {
      const double z = item.discrimination * theta + normal(random);
      rows.push_back({z < item.cut_yes  ? Choice::yes
                      : z < item.cut_no ? Choice::abstain
                                        : Choice::no});
    }
    const IdealPosition at = ideal_position(record_of(rows, 28), fit, 0, roll_calls);
    EXPECT_EQ(at.votes, 400u);
    EXPECT_NEAR(at.mean, theta, 5 * at.sd);
    inside += std::abs(at.mean - theta) < 1.645 * at.sd;
  }
  EXPECT_NEAR(inside, 0.9 * points, 4 * std::sqrt(0.09 * points));
}

TEST(IdealPosition, RestsOnNothingWhereNoVoteHasAnItem) {
  const Record record = record_of({{Choice::absent}, {Choice::yes}}, 2);
  IdealFit fit = fit_with({{1, -0.3, 0.3}, {1, -0.3, 0.3}});
  fit.item_of_roll_call[1] = IdealFit::no_item;
  const RollCallIndex both[] = {0, 1};
  EXPECT_EQ(ideal_position(record, fit, 0, both).votes, 0u);
}

}  // namespace
}  // namespace volteface
