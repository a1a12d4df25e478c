#include <gtest/gtest.h>

#include "one_language.h"

namespace volteface {
namespace {

std::vector<std::string> forms(std::string text) {
  Document document;
  document.text = std::move(text);
  one_language().split(document);
  std::vector<std::string> out;
  for (const Token& token : document.tokens) out.emplace_back(document.form(token));
  return out;
}

std::vector<std::string> sentences(std::string text) {
  Document document;
  document.text = std::move(text);
  one_language().split(document);
  std::vector<std::string> out;
  for (const Sentence& sentence : document.sentences) out.emplace_back(document.text_of(sentence));
  return out;
}

using Words = std::vector<std::string>;

TEST(Split, CliticsAndHyphensStandApart) {
  EXPECT_EQ(forms("Peru's envoy didn't come."),
            (Words{"Peru", "'s", "envoy", "did", "n't", "come", "."}));
  EXPECT_EQ(forms("a state-run bank"), (Words{"a", "state", "-", "run", "bank"}));
  EXPECT_EQ(forms("They cannot vote."), (Words{"They", "can", "not", "vote", "."}));
}

TEST(Split, CurlyMarksAreThoseOfTheText) {
  EXPECT_EQ(forms("“Ghana’s vote,” she said"),
            (Words{"“", "Ghana", "’s", "vote", ",", "”", "she", "said"}));
  EXPECT_EQ(forms("talks\u00a0in\u00a0Oslo…"), (Words{"talks", "in", "Oslo", "…"}));
}

TEST(Split, HandlesNumbersAndAbbreviations) {
  EXPECT_EQ(forms("Gen. Sisi met 1,200 men, 3.5 % fewer.").front(), "Gen.");
  const Words words = forms("Mr. Bello of the U.S. office wrote to @kofi_m at 10:30.");
  EXPECT_NE(std::find(words.begin(), words.end(), "U.S."), words.end());
  EXPECT_NE(std::find(words.begin(), words.end(), "@kofi_m"), words.end());
  EXPECT_NE(std::find(words.begin(), words.end(), "Mr."), words.end());
}

TEST(Split, SentencesEndWhereTheyEnd) {
  EXPECT_EQ(sentences("Chile voted no. Peru abstained. Why?").size(), 3u);
  EXPECT_EQ(sentences("Gen. Min Aung Hlaing met Mr. Kishida in Tokyo.").size(), 1u);
  EXPECT_EQ(sentences("The U.S. vetoed it.").size(), 1u);
  EXPECT_EQ(sentences("TOKYO, Feb. 3, 2024 - The cabinet met.").front().find("Feb"), 7u);
}

TEST(Split, MissingSpaceBehindAFullStop) {
  EXPECT_EQ(sentences("Fiji walked out of the room.The others stayed.").size(), 2u);
  EXPECT_EQ(forms("He left.Ms. Bo came."), (Words{"He", "left", ".", "Ms.", "Bo", "came", "."}));
  EXPECT_EQ(sentences("He left.Ms. Bo came.").size(), 2u);
}

TEST(Split, NumbersGoWithTheirWord) {
  for (const char* text : {"It was No. 5.", "It was resolution No. 5.", "They broke Art. 4 twice.",
                           "The rank of the city is No. 1 in the world."})
    EXPECT_EQ(sentences(text).size(), 1u) << text;
}

TEST(Split, ByteOrderMarksAreNoPartOfAWord) {
  EXPECT_EQ(forms("\xEF\xBB\xBFPeru left."), (Words{"Peru", "left", "."}));
}

TEST(Split, WebAddressesAreOneWord) {
  EXPECT_EQ(forms("See https://example.org/a-b?x=1, please."),
            (Words{"See", "https://example.org/a-b?x=1", ",", "please", "."}));
  EXPECT_EQ(forms("(at www.example.org/a_(b))."),
            (Words{"(", "at", "www.example.org/a_(b)", ")", "."}));
  EXPECT_EQ(forms("(https://example.org)."), (Words{"(", "https://example.org", ")", "."}));
}

TEST(Split, HeadingsAndParagraphsEndSentences) {
  EXPECT_EQ(sentences("A long road\n\nNepal has a new government.\nIndia noticed.").size(), 3u);
}

TEST(Split, WrappedLinesAreOneParagraph) {
  const std::string text =
      "The delegates of the islands came by ship and by plane to the capital of the\n"
      "neighbour, where they were put up in a school that had been closed for a year,\n"
      "since no hotel had room for as many guests as had been asked to come, and that\n"
      "in the week of the feast.\n";
  EXPECT_EQ(sentences(text).size(), 1u);
}

TEST(Split, OffsetsPointIntoTheBytesGiven) {
  const std::string text = "São Tomé’s vote — “no”.";
  Document document;
  document.text = text;
  one_language().split(document);
  std::uint32_t end = 0;
  for (const Token& token : document.tokens) {
    EXPECT_GE(token.begin, end);
    EXPECT_LT(token.begin, token.end);
    end = token.end;
  }
  EXPECT_EQ(end, text.size());
}

}  // namespace
}  // namespace volteface
