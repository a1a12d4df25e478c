// The first sentences, from numbers made up here.
#include "brief/headline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace volteface {
namespace {

Move move_of(int from, int to, double change, double half) {
  Move move;
  move.from = from;
  move.to = to;
  move.change = {change, change - half, change + half, 80};
  move.beyond = half < std::abs(change);
  return move;
}

Brief brief_of(const char* code, const char* name, const std::vector<double>& points, double half) {
  Brief brief;
  brief.state = {code, name};
  Standing& s = brief.standing;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const int year = 2020 + static_cast<int>(i);
    s.years.push_back({year, {points[i], points[i] - .1, points[i] + .1, 80}});
    if (brief.state.code != "USA") s.united_states.push_back({year, {3, 2.9, 3.1, 80}});
    if (i == 0) continue;
    s.steps.push_back(move_of(year - 1, year, points[i] - points[i - 1], half));
    if (!s.largest ||
        std::abs(s.steps.back().change.value) > std::abs(s.steps[*s.largest].change.value)) {
      s.largest = i - 1;
    }
  }
  if (points.size() > 1) {
    s.whole = move_of(2020, s.years.back().year, points.back() - points.front(), half);
  }
  return brief;
}

void add_change(Company& company, const char* code, const char* name, double before, double after,
                bool beyond) {
  AgreementChange change;
  change.state = {code, name};
  change.before = {before, before - .1, before + .1, 200};
  change.after = {after, after - .1, after + .1, 90};
  change.change = {after - before, after - before - .1, after - before + .1, 90};
  change.beyond = beyond;
  company.changes.push_back(change);
}

TEST(Headline, OfAStep) {
  Brief brief = brief_of("AAA", "Ruritania", {0, .1, 1.3, 1.35}, .4);
  brief.company.before = YearSpan{2020, 2021};
  brief.company.after = YearSpan{2022, 2023};
  brief.company.median_change = -.05;
  add_change(brief.company, "USA", "United States", .4, .8, true);
  add_change(brief.company, "BBB", "Graustark", .5, .5, false);
  add_change(brief.company, "CCC", "Zenda", .9, .3, true);
  const auto sentences = headline_of(brief);
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(
      sentences[0],
      "Ruritania moved far towards the side of the United States in 2022. Its ideal point went "
      "from 0.10 (2021, 80 votes) to 1.30 (2022, 80), a change of +1.20 [+0.80, +1.60], its "
      "largest step since 2020. But no turn then is told from its votes.");
  EXPECT_EQ(
      sentences[1],
      "From 2020–2021 to 2022–2023 its agreement rose with one state, the United States (.40 to "
      ".80, n 200 and 90); it fell with one state, Zenda (.90 to .30, n 200 and 90). With the "
      "median state it changed by −0.05.");
}

BriefTurn turn_on(const char* date, const char* from, const char* to, double bits) {
  BriefTurn turn;
  turn.date = *parse_date(date);
  turn.from = *parse_date(from);
  turn.to = *parse_date(to);
  turn.probability = .97;
  turn.bits = bits;
  return turn;
}

TEST(Headline, OfATurnAndOfThoseItTurnedTowards) {
  Brief brief = brief_of("AAA", "Ruritania", {0, .1, 1.3, 1.35}, .4);
  brief.turning.turns = {turn_on("2022-03-01", "2021-12-20", "2022-04-02", 1.2),
                         turn_on("2023-10-01", "2023-09-15", "2023-10-01", .3)};
  brief.turning.largest = 0;
  TowardState toward{{"BBB", "Graustark"}, {.4, .4, .4, 90}, {.8, .8, .8, 70}, {}, {}};
  brief.turning.turns[0].toward = {toward};
  brief.turning.others = {{{"BBB", "Graustark"}, *parse_date("2023-01-05"), {}, {}, .95, 1, .99},
                          {{"CCC", "Zenda"}, *parse_date("2021-01-05"), {}, {}, .95, 1, .01}};
  const auto sentences = headline_of(brief);
  EXPECT_EQ(
      sentences[0],
      "Ruritania turned, towards Graustark (.40 to .80). The first vote behind the turn is of "
      "2022-03-01 (90 %: 2021-12-20 to 2022-04-02; probability .97). Its agreement rose no further "
      "than its general move explains. It also turned with its "
      "votes of 2023-10-01. Graustark itself turned later (2023-01-05): what it changed then "
      "does not explain this turn.");
  // The step of the ideal point is shown by a turn.
  EXPECT_TRUE(sentences[1].ends_with("its largest step since 2020.")) << sentences[1];
}

TEST(Headline, OfAStepAndWhatFollowed) {
  Brief brief = brief_of("AAA", "Ruritania", {0, .7, .8, .6}, .4);
  brief.standing.since_largest = move_of(2021, 2023, -.1, .4);
  EXPECT_TRUE(headline_of(brief)[0].ends_with(
      "its largest step since 2020. It has not moved beyond its interval since: −0.10 [−0.50, "
      "+0.30] to 2023."));
  brief.standing.since_largest = move_of(2021, 2023, -.5, .4);
  EXPECT_TRUE(headline_of(brief)[0].ends_with(
      "its largest step since 2020. From 2021 to 2023 it went by −0.50 [−0.90, −0.10]."));
}

// The largest step may lie within its interval.
TEST(Headline, OfAStepThatIsTheLargestBeyondItsInterval) {
  Brief brief = brief_of("AAA", "Ruritania", {0, .9, 1.6}, .4);
  brief.standing.steps[0] = move_of(2020, 2021, .9, 1.2);
  brief.standing.largest = 1;
  EXPECT_TRUE(headline_of(brief)[0].ends_with("its largest step beyond its interval since 2020."));
}

std::string first_words(const std::vector<double>& points, double united_states) {
  Brief brief = brief_of("AAA", "Ruritania", points, .4);
  for (YearPoint& year : brief.standing.united_states) year.point.value = united_states;
  const std::string text = headline_of(brief)[0];
  return text.substr(0, text.find(" in 2021."));
}

// Up the scale is not always towards the United States.
TEST(Headline, TellsTheSideByWhereTheUnitedStatesStand) {
  EXPECT_EQ(first_words({0, .6}, 1), "Ruritania moved towards the side of the United States");
  EXPECT_EQ(first_words({.6, 0}, 1), "Ruritania moved away from the side of the United States");
  EXPECT_EQ(first_words({1.2, 1.8}, 1),
            "Ruritania moved up the scale, away from the United States below it");
  EXPECT_EQ(first_words({1.6, 1.15}, 1),
            "Ruritania moved a little down the scale, towards the United States below it");
  EXPECT_EQ(first_words({0, 1.5}, 1), "Ruritania moved far up the scale");
  EXPECT_EQ(first_words({1.5, 0}, 1), "Ruritania moved far down the scale");
  Brief without = brief_of("AAA", "Ruritania", {0, .6}, .4);
  without.standing.united_states.clear();
  EXPECT_TRUE(headline_of(without)[0].starts_with("Ruritania moved up the scale in 2021."));
}

TEST(Headline, OfASmallStepBackAndOfOthersBesideIt) {
  Brief brief = brief_of("AAA", "Ruritania", {1, .55, .9}, .3);
  brief.standing.steps[0].median_of_others = -.3;
  EXPECT_EQ(headline_of(brief)[0],
            "Ruritania moved a little away from the side of the United States in 2021. Its ideal "
            "point went from 1.00 (2020, 80 votes) to 0.55 (2021, 80), a change of −0.45 [−0.75, "
            "−0.15], its largest step since 2020. It also moved in 2022 (+0.35). Much of this it "
            "shares with others: the median state moved by −0.30.");
}

// Which account fits best is not told without whether the votes tell it from the others.
TEST(Headline, OfWhomItFollowsAndHowSurely) {
  Brief brief = brief_of("NLD", "Netherlands", {0, .9}, .4);
  Accounts accounts;
  accounts.from = *parse_date("2020-03-01");
  accounts.until = *parse_date("2021-12-20");
  accounts.verdict = "the votes cannot tell the accounts apart";
  BriefAccount follows;
  follows.kind = "follows";
  follows.reference = State{"BBB", "Graustark"};
  follows.weight = .98;
  accounts.accounts.push_back(follows);
  brief.why.accounts.push_back(accounts);
  const auto sentences = headline_of(brief);
  EXPECT_NE(std::find(sentences.begin(), sentences.end(),
                      "From 2020-03-01 to 2021-12-20 the account that predicts its votes best, "
                      "vote by vote, is that it follows Graustark (weight .98 of 1). In short, the "
                      "votes cannot tell the accounts apart."),
            sentences.end());
}

TEST(Headline, OfADrift) {
  const Brief brief = brief_of("NLD", "Netherlands", {0, .3, .6, .9}, .4);
  EXPECT_EQ(
      headline_of(brief)[0],
      "The Netherlands moved towards the side of the United States, little by little. Its ideal "
      "point went from 0.00 (2020, 80 votes) to 0.90 (2023, 80), a change of +0.90 [+0.50, "
      "+1.30], with no single step beyond its interval.");
}

TEST(Headline, OfAStateThatStayed) {
  Brief brief = brief_of("AAA", "Ruritania", {0, .3, .1}, .4);
  brief.company.before = YearSpan{2020, 2021};
  brief.company.after = YearSpan{2022, 2022};
  add_change(brief.company, "BBB", "Graustark", .5, .55, false);
  add_change(brief.company, "CCC", "Zenda", .5, .45, false);
  const auto sentences = headline_of(brief);
  EXPECT_EQ(
      sentences[0],
      "Ruritania stayed where it was, as far as its votes tell. Its ideal point went from 0.00 "
      "(2020, 80 votes) to 0.10 (2022, 80), a change of +0.10 [−0.30, +0.50], and no step from "
      "year to year is beyond its interval.");
  EXPECT_EQ(
      sentences[1],
      "From 2020–2021 to 2022 its agreement changed with none of 2 states beyond the interval.");
}

// Whose side is it for the state that gives the side its name?
TEST(Headline, OfTheUnitedStates) {
  const Brief brief = brief_of("USA", "United States", {3, 4.5}, .4);
  EXPECT_TRUE(headline_of(brief)[0].starts_with(
      "The United States moved further out on its side of the scale in 2021."));
  EXPECT_TRUE(headline_of(brief_of("USA", "United States", {-3, -4}, .4))[0].starts_with(
      "The United States moved further out on its side of the scale in 2021."));
  EXPECT_TRUE(headline_of(brief_of("USA", "United States", {3, 2}, .4))[0].starts_with(
      "The United States moved back towards the middle in 2021."));
  EXPECT_TRUE(headline_of(brief_of("USA", "United States", {1, -2}, .4))[0].starts_with(
      "The United States moved across the middle of the scale in 2021."));
  // The only step is not the largest.
  EXPECT_EQ(headline_of(brief)[0].find("largest"), std::string::npos);
}

TEST(Headline, OfTooFewVotes) {
  Brief brief = brief_of("AAA", "Ruritania", {0}, .4);
  brief.covered.cast = 1;
  EXPECT_EQ(
      headline_of(brief)[0],
      "Too few votes to say whether Ruritania moved: 1 vote cast in the window, and fewer than "
      "two years with 20 or more.");
}

VoteOn vote_on(const char* date, Choice choice) {
  VoteOn vote;
  vote.vote.date = *parse_date(date);
  vote.vote.choice = choice;
  return vote;
}

TEST(Headline, OfVotesOnAMatter) {
  Brief brief = brief_of("AAA", "Ruritania", {0, 0}, .4);
  brief.votes_on =
      VotesOn{{"UKR", "Ukraine"},
              {vote_on("2022-03-02", Choice::yes), vote_on("2023-03-02", Choice::yes),
               vote_on("2025-02-24", Choice::abstain), vote_on("2025-12-03", Choice::yes)}};
  EXPECT_EQ(headline_of(brief).back(),
            "On Ukraine: yes on 1 and abstain on 1 of 2 roll calls in 2025; yes on all 2 before.");
}

}  // namespace
}  // namespace volteface
