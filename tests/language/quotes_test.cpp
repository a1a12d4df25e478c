#include <gtest/gtest.h>

#include "one_language.h"

namespace volteface {
namespace {

std::string speaker(const Document& document, std::size_t quote) {
  if (document.quotes.at(quote).speaker == nowhere) return "";
  const Mention& mention = document.mentions[document.quotes[quote].speaker];
  return document.entities[mention.entities.at(0)].name;
}

// `begins`: the first words of the quotation; empty where they do not matter.
void expect_said_by_her(const char* text, std::string_view begins) {
  const Document document = read_on(text, "2024-05-01");
  ASSERT_EQ(document.quotes.size(), 1u) << text;
  EXPECT_TRUE(document.text_of(document.quotes[0]).starts_with(begins)) << text;
  EXPECT_EQ(speaker(document, 0), "Ana Faleiro") << text;
}

TEST(Quotes, OfAllStyles) {
  for (const char* text : {"“We shall see what comes of it,” said Ana Faleiro.",
                           "\"We shall see what comes of it,\" said Ana Faleiro.",
                           "«We shall see what comes of it», said Ana Faleiro.",
                           "‘We shall see what comes of it,’ said Ana Faleiro.",
                           "„We shall see what comes of it,” said Ana Faleiro."}) {
    expect_said_by_her(text, "We shall see what comes of it");
  }
}

TEST(Quotes, OfRarerStyles) {
  const std::string said = "We shall see what comes of it";
  for (const auto& [open, close] : std::vector<std::pair<std::string, std::string>>{{"'", ",' "},
                                                                                    {"'", "', "},
                                                                                    {"``", ",'' "},
                                                                                    {"‹", "›, "},
                                                                                    {"「", "」, "},
                                                                                    {"„", "“, "},
                                                                                    {"»", "«, "},
                                                                                    {"»", "», "}}) {
    const std::string text = open + said + close + "Ana Faleiro told reporters.";
    const Document document = read_on(text, "2024-05-01");
    ASSERT_EQ(document.quotes.size(), 1u) << text;
    EXPECT_TRUE(document.quotes[0].closed) << text;
    EXPECT_TRUE(document.text_of(document.quotes[0]).starts_with(said)) << text;
    EXPECT_LE(document.quotes[0].end - document.quotes[0].begin, said.size() + 1) << text;
    EXPECT_EQ(speaker(document, 0), "Ana Faleiro") << text;
  }
}

TEST(Quotes, NestWhereAllAreClosed) {
  const Document nested = read_on("“It is “very” late,” Ana Faleiro said.", "2024-05-01");
  ASSERT_EQ(nested.quotes.size(), 1u);
  EXPECT_EQ(nested.text_of(nested.quotes[0]), "It is “very” late,");
  // Else a mark that was not closed would take all of the paragraph.
  const Document open =
      read_on("“It is late. “It is very late,” Ana Faleiro said. She went.", "2024-05-01");
  ASSERT_EQ(open.quotes.size(), 1u);
  EXPECT_EQ(open.text_of(open.quotes[0]), "It is late. “It is very late,");
}

TEST(Quotes, SpeakersStandInManyPlaces) {
  for (const char* text :
       {"“We shall see what comes of it,” said at the time Ana Faleiro, a spokeswoman.",
        "Ana Faleiro to reporters outside: “We shall see what comes of it.”",
        "“We shall see what comes of it,” had warned Ana Faleiro, who leads the party.",
        "Its account, given by Ana Faleiro, is this: the bank failed, she said, “for want of "
        "gold”."}) {
    expect_said_by_her(text, "");
  }
}

TEST(Quotes, PlacesOfDatelinesSayNothing) {
  for (const char* text :
       {"BRUSSELS (AP) - \"We shall go,\" said Ana Faleiro.",
        "LIMA, May 3 (Reuters) - \"We shall see what comes of it,\" said Ana Faleiro.",
        "GENEVA — “We shall see what comes of it,” said Ana Faleiro.",
        "LIMA, 3 May 2012 - \"We shall see what comes of it,\" said Ana Faleiro.",
        "GENEVA, May 3 (Reuters) – “We shall see what comes of it,” Ana Faleiro said."}) {
    expect_said_by_her(text, "We shall");
  }
}

TEST(Quotes, TheyAreToldByAnother) {
  const Document document = read_on(
      "Ana Faleiro, Lia Duarte and Eva Lima rang Rosa Prado with the news. “So be it,” she told "
      "them.",
      "2024-05-01");
  ASSERT_EQ(document.quotes.size(), 1u);
  EXPECT_EQ(speaker(document, 0), "Rosa Prado");
}

TEST(Quotes, ApostrophesAreNone) {
  EXPECT_TRUE(
      read_on("The islands’ envoy didn’t know the ministers’ plan.", "2024-05-01").quotes.empty());
  for (const char* text :
       {"The islands' envoy didn't know the ministers' plan.",
        "In the '90s they were the ministers', not ours.", "Rock 'n' roll is theirs, 'tis said."}) {
    EXPECT_TRUE(read_on(text, "2024-05-01").quotes.empty()) << text;
  }
}

TEST(Quotes, GoOverSentencesAndParagraphs) {
  const Document document = read_on(
      "“This is the first. This is the second,” Ana Faleiro said. “And a third.”", "2024-05-01");
  ASSERT_EQ(document.quotes.size(), 2u);
  EXPECT_EQ(speaker(document, 0), "Ana Faleiro");
  EXPECT_EQ(speaker(document, 1), "Ana Faleiro");
}

TEST(Quotes, UnclosedOnesRunToTheEndOfTheirParagraph) {
  const Document document =
      read_on("Ana Faleiro said: “This has no end.\n\nThe next has.", "2024-05-01");
  ASSERT_EQ(document.quotes.size(), 1u);
  EXPECT_FALSE(document.quotes[0].closed);
  EXPECT_EQ(document.text_of(document.quotes[0]), "This has no end.");
}

}  // namespace
}  // namespace volteface
