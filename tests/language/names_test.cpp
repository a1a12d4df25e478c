#include <gtest/gtest.h>

#include "annotated.h"
#include "one_language.h"

namespace volteface {
namespace {

std::string annotated(const char* name) {
  return std::string(VOLTEFACE_SOURCE_DIR) + "/tests/language/annotated/" + name;
}

const Entity* entity(const Document& document, std::string_view name) {
  for (const Entity& of : document.entities) {
    if (of.name == name) return &of;
  }
  return nullptr;
}

// The sets are small, so that the floors lie a little under what is reached (docs/language.md).
TEST(Names, OfOurOwnSentences) {
  const auto counts = language::evaluate_names(
      one_language(), language::read_annotated(annotated("names.txt")), true);
  EXPECT_GE(counts.f1(), 85);
}

TEST(Names, PersonsMeantInOurOwnSentences) {
  const auto counts = language::evaluate_mentions(
      one_language(), language::read_annotated(annotated("persons.txt")), true);
  EXPECT_GE(counts.names.percent(), 95);
  EXPECT_GE(counts.others.percent(), 80);
}

TEST(Names, AreResolvedAtTheirDate) {
  const Document earlier =
      read_on("President Park spoke in Seoul. South Korea listened.", "2015-05-01");
  ASSERT_NE(entity(earlier, "Park Geun-hye"), nullptr);
  EXPECT_EQ(entity(earlier, "Park Geun-hye")->state, "KOR");
}

TEST(Names, SpellingsOfOnePersonAreOne) {
  const Document document =
      read_on("Volodymyr Zelenskyy spoke. Ukraine's Zelensky thanked them.", "2024-05-01");
  std::size_t persons = 0;
  for (const Entity& of : document.entities) persons += of.type == NameType::person;
  EXPECT_EQ(persons, 1u);
}

TEST(Names, UnknownPersonsKeepWhatTheTextSays) {
  const Document document =
      read_on("Ana Faleiro, a spokeswoman of the Brazilian navy, said so.", "2024-05-01");
  ASSERT_NE(entity(document, "Ana Faleiro"), nullptr);
  EXPECT_FALSE(entity(document, "Ana Faleiro")->known);
  EXPECT_EQ(entity(document, "Ana Faleiro")->role, "spokeswoman");
}

TEST(Names, PlacesInMentionsPointIntoTheDocument) {
  const Document document =
      read_on("Mali's envoy told Reuters that he and Niger's envoy had met twice.", "2024-05-01");
  for (const Mention& mention : document.mentions) {
    EXPECT_LT(mention.first, mention.last);
    EXPECT_LE(mention.last, document.tokens.size());
    for (const std::uint32_t e : mention.entities) EXPECT_LT(e, document.entities.size());
  }
}

}  // namespace
}  // namespace volteface
