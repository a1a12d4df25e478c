// Unusual votes and recurring texts, on records small enough to count by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "brief/page.h"
#include "brief/recurring.h"
#include "brief/unusual.h"
#include "small_record.h"
#include "volteface/bridging.h"

namespace volteface {
namespace {

Window all_of(const Record& record) {
  Window window{record.roll_calls.front().date, record.last_date(), {}};
  window.roll_calls = select_roll_calls(record, {});
  return window;
}

// Every vote of the first state from a year on is expected to be yes with .9, abstain with .09 and
// no with .01.
PredictiveRecord predicted_from(const Record& record, int first_year) {
  PredictiveRecord predicted;
  predicted.begin.push_back(0);
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
    const Choice choice = record.votes.at(0, r);
    if (!is_cast(choice) || year_of(record.roll_calls[r].date) < first_year) continue;
    predicted.votes.push_back({0, r, choice, {.9, .09, .01}});
    predicted.terms.emplace_back();
  }
  predicted.begin.resize(record.states.size() + 1, predicted.votes.size());
  return predicted;
}

TEST(Unusual, RanksVotesByWhatThePastGaveThem) {
  const Record record = with_votes(record_of({"AAA", "BBB"}), {{"2010-05-01", "NY"},
                                                               {"2011-05-01", "YY"},
                                                               {"2011-06-01", "NY"},
                                                               {"2011-07-01", "XY"},
                                                               {"2012-05-01", "AN"},
                                                               {"2012-06-01", "YA"}});
  const Unusual u = unusual_votes(record, predicted_from(record, 2011), 0, all_of(record));
  // The first year was not predicted, and an absence is no vote.
  EXPECT_EQ(u.all.n, 4u);
  ASSERT_EQ(u.votes.size(), 4u);
  EXPECT_EQ(u.votes[0].vote.id, "r2");
  EXPECT_NEAR(u.votes[0].probability, .01, 1e-9);
  EXPECT_NEAR(u.votes[0].bits, 6.643856, 1e-6);  // log2(100)
  EXPECT_EQ(u.votes[0].vote.choice, Choice::no);
  EXPECT_EQ(u.votes[0].likeliest, Choice::yes);
  EXPECT_NEAR(u.votes[0].likeliest_probability, .9, 1e-9);
  EXPECT_EQ(u.votes[1].vote.id, "r4");
  EXPECT_NEAR(u.votes[1].probability, .09, 1e-9);
  EXPECT_EQ(u.all.below_05, 1u);
  EXPECT_NEAR(u.all.expected_below_05, .04, 1e-9);  // four times the .01 of a no
  EXPECT_NEAR(u.all.mean_bits,
              (2 * std::log2(1 / .9) + std::log2(1 / .01) + std::log2(1 / .09)) / 4, 1e-9);
  EXPECT_NEAR(u.all.expected_bits,
              .9 * std::log2(1 / .9) + .09 * std::log2(1 / .09) + .01 * std::log2(1 / .01), 1e-9);
  ASSERT_EQ(u.years.size(), 2u);
  EXPECT_EQ(u.years[0].year, 2011);
  EXPECT_EQ(u.years[0].votes.below_05, 1u);
  EXPECT_EQ(u.years[1].votes.n, 2u);
  EXPECT_NEAR(u.years[0].votes.as_many, 1 - .99 * .99, 1e-12);  // one no or two, each of .01
  EXPECT_EQ(u.years[1].votes.as_many, 1);                       // none or more
  EXPECT_NEAR(u.all.as_many, 1 - std::pow(.99, 4), 1e-12);
}

TEST(Unusual, TellsHowLikelyAsManyAre) {
  const Record record = with_votes(
      record_of({"AAA"}),
      {{"2010-05-01", "Y"}, {"2011-05-01", "N"}, {"2011-06-01", "N"}, {"2011-07-01", "Y"}});
  const Unusual u = unusual_votes(record, predicted_from(record, 2011), 0, all_of(record));
  // Two of three, or all: 3 x .0001 x .99 + .000001.
  EXPECT_NEAR(u.all.as_many, .000298, 1e-12);
}

ImprobableYear year_with(int year, std::uint32_t below, double expected, double as_many) {
  ImprobableYear y{year, {}};
  y.votes = {90, below, expected, .5, .5, as_many};
  return y;
}

// In ten years one is to be named by chance in .05 of briefs.
TEST(Unusual, NamesYearsThatChanceDoesNotMake) {
  Brief brief;
  brief.unusual.votes.resize(1);
  brief.unusual.years = {year_with(2016, 4, 1.5, .066), year_with(2017, 9, 2, .0003),
                         year_with(2018, 2, .1, .0047), year_with(2019, 30, 16, .001)};
  for (int year = 2020; year < 2026; ++year) {
    brief.unusual.years.push_back(year_with(year, 1, 1, .63));
  }
  const std::string text = tell_unusual(brief).blocks[0].text;
  EXPECT_TRUE(text.ends_with(" Years with many: 2017 (9 of 90; expected 2).")) << text;
}

TEST(Unusual, HasNoSurpriseWhereNothingWasPredicted) {
  const Record record = with_votes(record_of({"AAA"}), {{"2010-05-01", "N"}});
  const Unusual u = unusual_votes(record, predicted_from(record, 2011), 0, all_of(record));
  EXPECT_TRUE(u.votes.empty());
  EXPECT_EQ(u.all.n, 0u);
  EXPECT_TRUE(std::isnan(u.all.mean_bits));
}

// Of the first state each yes is given .9 and each no .01, of the second each yes .9: on the two
// contested roll calls of 2011 these cost log2(1/.9) and log2(100), and log2(1/.9) each.
TEST(Unusual, HoldsEachYearAgainstThePeers) {
  const Record record = with_votes(
      record_of({"AAA", "BBB", "CCC"}),
      {{"2011-05-01", "NYY"}, {"2011-06-01", "YYN"}, {"2011-07-01", "YYY"}, {"2012-05-01", "YYY"}});
  PredictiveRecord predicted;
  predicted.begin.push_back(0);
  for (StateIndex s = 0; s < 2; ++s) {
    for (RollCallIndex r = 0; r < 4; ++r) {
      predicted.votes.push_back({s, r, record.votes.at(s, r), {.9, .09, .01}});
      predicted.terms.emplace_back();
    }
    predicted.begin.push_back(predicted.votes.size());
  }
  predicted.begin.push_back(predicted.votes.size());
  // CCC is not predicted, so that the second roll call is not contested by what is.
  const auto years = years_beside_peers(record, predicted, 0, all_of(record));
  ASSERT_EQ(years.size(), 1u);  // 2012 is not contested
  EXPECT_EQ(years[0].year, 2011);
  EXPECT_EQ(years[0].difference.n, 1u);
  EXPECT_NEAR(years[0].bits, std::log2(100), 1e-6);
  EXPECT_NEAR(years[0].peers, std::log2(1 / .9), 1e-6);
  EXPECT_NEAR(years[0].difference.value, std::log2(90), 1e-6);
  EXPECT_TRUE(std::isnan(years[0].difference.lo));  // of one day
  EXPECT_EQ(years[0].rank, 0u);                     // too few votes
}

TEST(Unusual, SaysWhenAStateWasLeastPredictable) {
  Brief brief;
  brief.unusual.votes.resize(1);
  const double none = std::nan("");
  brief.unusual.beside_peers = {{2023, .13, .20, {-.07, -.19, .06, 88}, 112, 189},
                                {2024, 1.84, .21, {1.64, 1.18, 2.1, 95}, 1, 190},
                                {2025, 3, .15, {2.85, none, none, 3}, 0, 0}};  // too few for a rank
  const PageSection section = tell_unusual(brief);
  const auto& blocks = section.blocks;
  ASSERT_GE(blocks.size(), 2u);
  EXPECT_TRUE(blocks[blocks.size() - 2].text.ends_with(
      " It was least predictable in 2024: 1.84 bits a vote, where the others had 0.21, rank 1 of "
      "190."))
      << blocks[blocks.size() - 2].text;
  const PageTable& table = blocks.back().table;
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[1].cells[5].text, "[+1.18, +2.10]");
  EXPECT_EQ(table.rows[2].cells[5].text, "–");
  EXPECT_EQ(table.rows[2].cells[6].text, "few");
}

TEST(Turning, SaysWhereVotesAreTooFew) {
  Brief brief;
  EXPECT_NE(tell_turning(brief).blocks[0].text.find("No turn in the window"), std::string::npos);
  brief.turning.has_votes = false;
  EXPECT_NE(tell_turning(brief).blocks[0].text.find("Too few votes"), std::string::npos);
}

TEST(Recurring, CountsChangedVotesByTheYearOfTheLater) {
  const Record record = with_votes(record_of({"AAA", "BBB", "CCC"}), {{"2010-11-01", "YYN"},
                                                                      {"2010-11-02", "YNN"},
                                                                      {"2011-11-01", "NYN"},
                                                                      {"2011-11-02", "YAX"},
                                                                      {"2015-11-02", "NNN"}});
  const std::vector<TextPair> pairs = {{0, 2}, {1, 3}, {3, 4}};
  const std::vector<Seat> columns = {seat_of(record, 1), seat_of(record, 2)};
  const auto years = recurring_texts(record, pairs, 0, columns, all_of(record));
  // The last pair is four years apart.
  ASSERT_EQ(years.size(), 1u);
  EXPECT_EQ(years[0].year, 2011);
  EXPECT_EQ(years[0].state.n, 2u);
  EXPECT_EQ(years[0].state.changed, 1u);
  EXPECT_EQ(years[0].columns[0].n, 2u);
  EXPECT_EQ(years[0].columns[0].changed, 1u);
  EXPECT_EQ(years[0].columns[1].n, 1u);  // absent the second time
  EXPECT_EQ(years[0].columns[1].changed, 0u);
  // From yes to no: away from BBB, which voted yes, and to CCC, which voted no.
  EXPECT_EQ(years[0].directions[0].closer, 0u);
  EXPECT_EQ(years[0].directions[0].further, 1u);
  EXPECT_EQ(years[0].directions[1].closer, 1u);
  EXPECT_EQ(years[0].directions[1].further, 0u);
}

TEST(Recurring, LeavesOutWhatIsNotInTheWindow) {
  const Record record =
      with_votes(record_of({"AAA", "BBB"}),
                 {{"2010-11-01", "YY"}, {"2011-11-01", "NY"}, {"2012-11-01", "NY"}});
  Window window = all_of(record);
  window.roll_calls = {2};
  const auto years = recurring_texts(record, std::vector<TextPair>{{0, 1}, {1, 2}}, 0, {}, window);
  ASSERT_EQ(years.size(), 1u);
  EXPECT_EQ(years[0].year, 2012);
  EXPECT_EQ(years[0].state.changed, 0u);
}

// The obvious way, from titles alone: a title put just once in each of two
// years that follow each other.
struct Count {
  int n = 0;
  int changed = 0;
};

Count equal_titles(const Record& record, StateIndex state, int year) {
  std::map<std::string, std::vector<RollCallIndex>> now, before;
  for (const RollCallIndex r : select_roll_calls(record, {})) {
    const int of = year_of(record.roll_calls[r].date);
    if (of == year) now[record.roll_calls[r].title].push_back(r);
    if (of == year - 1) before[record.roll_calls[r].title].push_back(r);
  }
  Count count;
  for (const auto& [title, roll_calls] : now) {
    const auto other = before.find(title);
    if (other == before.end() || roll_calls.size() != 1 || other->second.size() != 1) continue;
    const Choice a = record.votes.at(state, other->second[0]);
    const Choice b = record.votes.at(state, roll_calls[0]);
    if (!is_cast(a) || !is_cast(b)) continue;
    ++count.n;
    count.changed += a != b;
  }
  return count;
}

// Bridging finds all of these, and texts whose titles changed or that skipped a year besides.
TEST(Recurring, HasAtLeastWhatEqualTitlesTell) {
  const Record record = embedded_record();
  const auto pairs = bridging_pairs(record);
  const Window window = all_of(record);
  for (const char* code : {"ARG", "USA", "BRA", "HUN"}) {
    const StateIndex state = record.state(code);
    for (const RecurringYear& year : recurring_texts(record, pairs, state, {}, window)) {
      if (year.year < 2022) continue;
      const Count count = equal_titles(record, state, year.year);
      EXPECT_GE(static_cast<int>(year.state.n), count.n) << code << year.year;
      EXPECT_GE(static_cast<int>(year.state.changed), count.changed) << code << year.year;
      EXPECT_LE(static_cast<int>(year.state.n), 2 * count.n) << code << year.year;
    }
  }
}

// Counted apart, from equal titles: Argentina changed 0 of 51 votes in 2023, 32 of 57 in 2024 and
// 10 of 59 in 2025, the USA 0, 1 and 14.
TEST(Recurring, TellsTheTurnOfArgentina) {
  const Record record = embedded_record();
  const StateIndex arg = record.state("ARG"), usa = record.state("USA");
  const auto years =
      recurring_texts(record, bridging_pairs(record), arg, {seat_of(record, usa)}, all_of(record));
  std::map<int, RecurringYear> by_year;
  for (const RecurringYear& year : years) by_year[year.year] = year;
  EXPECT_EQ(by_year[2023].state.changed, 0u);
  EXPECT_GE(by_year[2024].state.changed, 32u);
  EXPECT_GE(by_year[2025].state.changed, 10u);
  EXPECT_GE(by_year[2025].columns[0].changed, 14u);
  EXPECT_LE(by_year[2024].columns[0].changed, 3u);
  // It turned towards the USA and not away.
  EXPECT_GT(by_year[2024].directions[0].closer, 10 * by_year[2024].directions[0].further);
}

}  // namespace
}  // namespace volteface
