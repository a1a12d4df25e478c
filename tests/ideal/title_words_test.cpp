#include "ideal/title_words.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "ideal/spelling.h"
#include "ideal/symbol_parts.h"
#include "ideal/title_similarity.h"
#include "ideal/title_table.h"

namespace volteface {
namespace {

using Words = std::vector<std::string>;

Record record_of(const std::vector<std::string>& titles) {
  Record record;
  for (const std::string& title : titles) {
    record.roll_calls.emplace_back();
    record.roll_calls.back().title = title;
    record.roll_calls.back().kind = Kind::resolution;
  }
  return record;
}

TEST(TitleWords, AreSortedSingularAndWithoutFillingWordsAndYears) {
  EXPECT_EQ(words_of_title("The policies in the Territories, and the Status of votes in 1979").all,
            (Words{"policy", "status", "territory", "vote"}));
  EXPECT_EQ(words_of_title("Crisis and process of the crisis").all, (Words{"crisis", "process"}));
  EXPECT_EQ(words_of_title("Refugees' properties").all, (Words{"property", "refugee"}));
  EXPECT_EQ(words_of_title("Non-nuclear weapons").all, (Words{"non", "nuclear", "weapon"}));
}

TEST(TitleWords, LeaveTheCataloguesEndingOff) {
  const Words expected = {"mayotte", "question"};
  for (const char* ending :
       {"", ": resolution / adopted by the General Assembly", " : resolution / by the Assembly",
        " : [resolution] / adopted", " : decision", " resolution / adopted by the General Assembly",
        " : resolultion / adopted by the General Assembly"}) {
    EXPECT_EQ(words_of_title(std::string("Question of Mayotte") + ending).all, expected) << ending;
  }
}

TEST(TitleWords, ReadNamesThatAreWrittenOutInSomeYears) {
  EXPECT_EQ(words_of_title("United Nations Fund").all, words_of_title("U.N. Fund").all);
  EXPECT_EQ(
      words_of_title("UNRWA").all,
      words_of_title("UN Relief and Works Agency for Palestine Refugees in the Near East").all);
  EXPECT_EQ(words_of_title("Tenth special session").all,
            words_of_title("10th special session").all);
}

TEST(TitleWords, OfTitlesInCapitalsLeaveOutWhatIsSaidOfTheVote) {
  EXPECT_EQ(words_of_title("TO ADOPT PARAGRAPH 2 OF DRAFT RESOLUTION (A/L.395) ON OMAN").all,
            (Words{"oman"}));
  EXPECT_EQ(words_of_title("Draft resolution on Oman").all, (Words{"draft", "oman", "resolution"}));
}

TEST(TitleWords, KnowTheLastPart) {
  EXPECT_EQ(words_of_title("General and complete disarmament : nuclear tests").last_part,
            (Words{"nuclear", "test"}));
  EXPECT_TRUE(words_of_title("Nuclear tests: a report").last_part.empty());
}

TEST(TitleWords, TellASpeechOfThePresident) {
  EXPECT_TRUE(words_of_title("The Acting President: We shall now vote on paragraph 2.").speech);
  EXPECT_FALSE(words_of_title("Statement of the President").speech);
}

TEST(TitleSpelling, OneSlipIsALetterMoreLessOrOtherOrTwoExchanged) {
  EXPECT_TRUE(one_slip_apart("supression", "suppression"));
  EXPECT_TRUE(one_slip_apart("appartheid", "apartheid"));
  EXPECT_TRUE(one_slip_apart("weapen", "weapon"));
  EXPECT_TRUE(one_slip_apart("isareli", "israeli"));
  EXPECT_TRUE(one_slip_apart("terrorist", "terrorists"));
  EXPECT_FALSE(one_slip_apart("israeli", "israeli"));
  EXPECT_FALSE(one_slip_apart("practice", "practise s"));
  EXPECT_FALSE(one_slip_apart("unilateral", "bilateral"));
  EXPECT_FALSE(one_slip_apart("abcdefg", "badcefg"));  // two exchanges
  EXPECT_FALSE(one_slip_apart("", "ab"));
}

TEST(TitleSpelling, ALongWordOfOneTitleIsReadAsTheWordOfManyThatItIsASlipFrom) {
  using Counts = std::unordered_map<std::string, std::size_t>;
  using Instead = std::unordered_map<std::string, std::string>;
  const Instead mended = {{"supression", "suppression"}};
  EXPECT_EQ(misspelt_words(Counts{{"supression", 1}, {"suppression", 5}}), mended);
  EXPECT_EQ(misspelt_words(Counts{{"supression", 1}, {"suppression", 4}}), Instead{});
  EXPECT_EQ(misspelt_words(Counts{{"supression", 2}, {"suppression", 9}}), Instead{});
  EXPECT_EQ(misspelt_words(Counts{{"nulear", 1}, {"nuclear", 9}}), Instead{});       // short
  EXPECT_EQ(misspelt_words(Counts{{"detention", 1}, {"retention", 9}}), Instead{});  // first letter
  EXPECT_EQ(misspelt_words(Counts{{"censures", 1}, {"censure", 6}, {"censured", 8}}),
            (Instead{{"censures", "censured"}}));  // the more frequent
}

TEST(TitleTable, TitlesOfTheSameWordsShareANumber) {
  Record record = record_of({"Question of Mayotte", "The question of Mayotte : decision", "Mayotte",
                             "Question of Mayotte", "Question of Mayotte", "",
                             "The President: Question of Mayotte", "Question of Mayotte"});
  record.roll_calls[3].kind = Kind::paragraph;
  record.roll_calls[4].kind = Kind::amendment;
  record.roll_calls[7].duplicate_of = "r0";
  const TitleTable titles(record);
  EXPECT_EQ(titles.size(), 3U);
  EXPECT_EQ(titles.title_of(0), titles.title_of(1));
  EXPECT_NE(titles.title_of(0), titles.title_of(2));
  EXPECT_NE(titles.title_of(0), titles.title_of(3));
  EXPECT_NE(titles.title_of(3), TitleTable::none);
  for (RollCallIndex r : {4U, 5U, 6U, 7U}) EXPECT_EQ(titles.title_of(r), TitleTable::none) << r;
}

// The convention on apartheid of session 35 was printed "Supression".
TEST(TitleTable, ASlipOfSpellingMakesNoOtherTitle) {
  std::vector<std::string> words = {"Suppression of apartheid", "Supression of apartheid",
                                    "Suppression of piracy", "Suppression of terrorism",
                                    "Suppression of slavery"};
  const TitleTable four(record_of(words));
  EXPECT_NE(four.title_of(0), four.title_of(1));
  words.push_back("Suppression of traffic");
  const TitleTable five(record_of(words));
  EXPECT_EQ(five.title_of(0), five.title_of(1));
}

// A word of k among N distinct titles weighs log(1 + N/k); an ordinal 0.3 of that.
TEST(TitleTable, RareWordsWeighMore) {
  const TitleTable titles(record_of({"alpha beta", "alpha gamma", "alpha 10th"}));
  EXPECT_NEAR(titles.title(0).all.weight, std::log(2.0) + std::log(4.0), 1e-12);
  EXPECT_NEAR(titles.title(2).all.weight, std::log(2.0) + 0.3 * std::log(4.0), 1e-12);
}

double similarity(const std::vector<std::string>& titles) {
  const TitleTable table(record_of(titles));
  const std::vector<std::uint32_t> others = {table.title_of(0)};
  const auto found = TitleSimilarity(table, others).find(table.title_of(1), 0.0);
  return found.empty() ? 0 : found.at(0).similarity;
}

// Three shared words of both titles weigh log 2 = 0.6931 each, others log 3 = 1.0986.
TEST(TitleSimilarity, WordsOnBothSidesCostMoreThanWordsOnOne) {
  // 2.0794 / (2.0794 + 0.75 x 1.0986)
  EXPECT_NEAR(similarity({"alpha beta gamma", "alpha beta gamma delta"}), 0.7162, 1e-4);
  EXPECT_NEAR(similarity({"alpha beta gamma delta", "alpha beta gamma"}), 0.7162, 1e-4);
  // 2.0794 / (2.0794 + 0.75 x 1.0986 + 2 x 1.0986)
  EXPECT_NEAR(similarity({"alpha beta gamma delta", "alpha beta gamma epsilon"}), 0.4077, 1e-4);
  EXPECT_EQ(similarity({"alpha beta gamma", "delta epsilon zeta"}), 0);
}

TEST(TitleSimilarity, TitlesOfTwoWordsAreLikeNoOther) {
  EXPECT_EQ(similarity({"alpha beta", "alpha beta gamma"}), 0);
}

TEST(TitleSimilarity, EqualLastPartsSayNearlyAsMuchAsEqualTitles) {
  EXPECT_NEAR(similarity({"zeta eta theta iota : alpha beta gamma", "alpha beta gamma"}), 0.97,
              1e-12);
}

TEST(TitleSimilarity, AParagraphIsLikeNoWholeText) {
  Record record = record_of({"alpha beta gamma", "alpha beta gamma delta"});
  record.roll_calls[0].kind = Kind::paragraph;
  const TitleTable table(record);
  const std::vector<std::uint32_t> others = {table.title_of(0)};
  EXPECT_TRUE(TitleSimilarity(table, others).find(table.title_of(1), 0.0).empty());
}

TEST(TextParts, AreTheLettersAfterTheNumber) {
  const auto expect = [](const char* symbol, std::uint32_t number, const char* part) {
    EXPECT_EQ(parse_symbol(symbol).number, number) << symbol;
    EXPECT_EQ(parse_symbol(symbol).part, part) << symbol;
  };
  expect("A/RES/39/146B", 146, "B");
  expect("A/RES/45/55AA", 55, "AA");
  expect("A/RES/34/90", 90, "");
  expect("A/RES/3525(XXX)[A]", 3525, "");
  expect("", 0, "");
  expect("A/RES/none", 0, "");
}

TEST(TextParts, AreToldApartWithinOneResolutionOnly) {
  Record record = record_of({"", "", "", "", ""});
  const char* const symbols[] = {"A/RES/40/1A", "A/RES/40/1B", "A/RES/40/2C", "A/RES/40/1A", ""};
  for (RollCallIndex r = 0; r < 5; ++r) record.roll_calls[r].symbol = symbols[r];
  const auto parts = [&](std::vector<RollCallIndex> roll_calls) {
    return by_part(record, roll_calls);
  };
  using Map = std::map<std::string, RollCallIndex>;
  EXPECT_EQ(parts({0, 1, 4}), (Map{{"A", 0}, {"B", 1}}));
  EXPECT_EQ(parts({0, 1, 2}), std::nullopt);  // two resolutions
  EXPECT_EQ(parts({0, 3}), std::nullopt);     // one letter twice
  EXPECT_EQ(parts({4}), std::nullopt);
}

}  // namespace
}  // namespace volteface
