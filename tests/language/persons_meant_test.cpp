// Persons by more of their names, by titles that few states have, and by where they stand.
#include <gtest/gtest.h>

#include <algorithm>

#include "one_language.h"

namespace volteface {
namespace {

// The name of whom the first mention with these words means; empty where it means nobody.
std::string whom(const char* text, std::string_view words, const char* date = "2024-05-01") {
  const Document document = read_on(text, date);
  for (const Mention& mention : document.mentions) {
    if (document.text_of(mention) == words && !mention.entities.empty())
      return document.entities[mention.entities[0]].name;
  }
  return "";
}

std::string state_of(const char* text, std::string_view name, const char* date = "2024-05-01") {
  const Document document = read_on(text, date);
  for (const Entity& entity : document.entities) {
    if (entity.name == name) return entity.state;
  }
  return "nobody";
}

TEST(PersonsMeant, NamesGoOnBehindThoseOfTheRegistry) {
  EXPECT_EQ(whom("Juan Manuel Santos Calderón spoke. Santos thanked them.", "Santos", "2010-08-11"),
            "Juan Manuel Santos Calderón");
  EXPECT_EQ(whom("Joe Biden Tuesday spoke.", "Joe Biden", "2023-08-11"), "Joe Biden");
  EXPECT_EQ(whom("Mr. KISHIDA Fumio spoke.", "KISHIDA Fumio", "2023-03-17"), "Kishida Fumio");
  EXPECT_EQ(whom("JD Vance spoke.", "JD Vance", "2025-03-17"), "JD Vance");
}

TEST(PersonsMeant, NamesBehindDates) {
  EXPECT_EQ(whom("On 2 March Hugo Chávez spoke.", "Hugo Chávez", "2008-03-05"), "Hugo Chávez");
  EXPECT_EQ(whom("Donald Trump spoke. In April Mr Trump left.", "Trump", "2018-06-05"),
            "Donald Trump");
}

// The word before which the head of a name stands, and what the name is to it.
std::string told_of(const char* text, std::string_view name) {
  const Document document = read_on(text, "2024-05-01");
  for (const Mention& mention : document.mentions) {
    if (document.text_of(mention) != name) continue;
    const std::uint32_t above = document.head_of(mention.head);
    if (above == nowhere) return "";
    return document.tokens[above].lemma + " " +
           std::string(std::string_view(document.tokens[mention.head].deprel));
  }
  return "";
}

TEST(PersonsMeant, NamesBehindPlaces) {
  constexpr const char* text = "In Jerusalem Benjamin Netanyahu has already called it a lie.";
  EXPECT_EQ(told_of(text, "Benjamin Netanyahu"), "call nsubj");
  EXPECT_EQ(told_of(text, "Jerusalem"), "call obl");
  EXPECT_EQ(told_of("In Madrid, Javier Milei called it a lie.", "Javier Milei"), "call nsubj");
  // A place that is apposed to another.
  EXPECT_TRUE(told_of("Benjamin Netanyahu spoke in Haifa, Israel, about it.", "Israel")
                  .starts_with("Haifa"));
}

TEST(PersonsMeant, KingsAndPresidents) {
  constexpr const char* text =
      "Morocco has a plan. Emmanuel Macron wrote a letter to Rabat. But the king was wise.";
  EXPECT_EQ(whom(text, "the king", "2025-11-06"), "Mohammed VI");
  EXPECT_EQ(whom("Iran hit back. The Iranian president regretted it.", "The Iranian president",
                 "2020-01-09"),
            "Hassan Rouhani");
  EXPECT_EQ(whom("The king met Luis Prado in Lima.", "The king"), "");
}

TEST(PersonsMeant, OneOfAPeople) {
  constexpr const char* text =
      "Gustavo Petro broke with Israel. Benjamin Netanyahu wrote to him. The Colombian answered. "
      "The "
      "Israeli laughed.";
  EXPECT_EQ(whom(text, "Colombian"), "Gustavo Petro");
  EXPECT_EQ(whom(text, "Israeli"), "Benjamin Netanyahu");
  EXPECT_EQ(whom("Emmanuel Macron spoke. The French laughed.", "French"), "France");
  EXPECT_EQ(whom("Dmitry Medvedev spoke. The Kremlin laughed.", "Kremlin", "2008-08-12"), "Russia");
}

TEST(PersonsMeant, VisitorsAreOfAnotherState) {
  constexpr const char* text =
      "President William Ruto met Javier Milei in Nairobi. The visitor smiled.";
  EXPECT_EQ(whom(text, "The visitor"), "Javier Milei");
}

TEST(PersonsMeant, WhoIsPutInIsNobodyNamedThere) {
  constexpr const char* threat =
      "Hugo Chávez sent tanks. Were Álvaro Uribe to come, he warned, it would be war.";
  EXPECT_EQ(whom(threat, "he", "2008-03-09"), "Hugo Chávez");
  constexpr const char* reason =
      "Luis Prado spoke. Javier Milei wants them out because, he says, they cost too much.";
  EXPECT_EQ(whom(reason, "he"), "Javier Milei");
  constexpr const char* asked = "Vladimir Putin spoke. Asked about Javier Milei, he said nothing.";
  EXPECT_EQ(whom(asked, "he"), "Vladimir Putin");
}

TEST(PersonsMeant, SubjectsBehindTheirPronoun) {
  constexpr const char* text =
      "Javier Milei spoke. A few days after he took office, Gustavo Petro offered talks.";
  EXPECT_EQ(whom(text, "he"), "Gustavo Petro");
  constexpr const char* none = "Javier Milei spoke. A day after he left, the talks went on.";
  EXPECT_EQ(whom(none, "he"), "Javier Milei");
}

TEST(PersonsMeant, PronounsTellTheGender) {
  constexpr const char* text =
      "Ana Faleiro rang Luis Prado. She told him the news. He said nothing.";
  EXPECT_EQ(whom(text, "She"), "Ana Faleiro");
  EXPECT_EQ(whom(text, "He"), "Luis Prado");
}

TEST(PersonsMeant, StatesOfPersons) {
  EXPECT_EQ(state_of("Ana Faleiro (Peru) spoke.", "Ana Faleiro"), "PER");
  EXPECT_EQ(state_of("Ana Faleiro of Peru spoke.", "Ana Faleiro"), "PER");
  EXPECT_EQ(state_of("Ana Faleiro for the Americans found it weak.", "Ana Faleiro"), "USA");
  EXPECT_EQ(state_of("Ana Faleiro met Luis Prado of Peru.", "Ana Faleiro"), "");
  EXPECT_EQ(state_of("Peru denies it. Ana Faleiro, its envoy, left.", "Ana Faleiro"), "PER");
}

TEST(PersonsMeant, WhoseMinisterItIs) {
  EXPECT_EQ(state_of("Togo met Benin, whose foreign minister, Ana Faleiro, spoke.", "Ana Faleiro"),
            "BEN");
  EXPECT_EQ(
      state_of("Togo met Benin, and its foreign minister, Ana Faleiro, spoke.", "Ana Faleiro"),
      "TGO");
}

// Honours before and behind a name are no part of it.
TEST(PersonsMeant, NamesWithHonours) {
  constexpr const char* text = "The Hon Anthony Albanese MP arrived. The Prime Minister spoke.";
  EXPECT_EQ(whom(text, "The Prime Minister", "2023-06-01"), "Anthony Albanese");
  EXPECT_EQ(whom("Ana Faleiro KC spoke. Faleiro left.", "Faleiro"), "Ana Faleiro");
}

// As the press spells it, though the registry has another spelling.
TEST(PersonsMeant, SurnamesALetterApart) {
  EXPECT_EQ(state_of("President Zelensky rang Lisbon.", "Zelensky", "2022-05-01"), "nobody");
  EXPECT_EQ(state_of("President Zelensky rang Lisbon.", "Volodymyr Zelenskyy", "2022-05-01"),
            "UKR");
}

// Of many heads of long ago the registry has the last name alone.
TEST(PersonsMeant, FullNamesOfThoseWithALastNameAlone) {
  const char* const president = "President Jimmy Carter spoke in the United States.";
  EXPECT_EQ(state_of(president, "Jimmy Carter", "1978-05-01"), "USA");
  EXPECT_EQ(state_of("Billy Carter left the United States for Rome.", "Billy Carter", "1978-05-01"),
            "");
}

TEST(PersonsMeant, AKingdomNamedSomeSentencesBefore) {
  EXPECT_EQ(whom("Jordan was alone. It rained. Nobody came. It rained. The kingdom shut a port.",
                 "The kingdom"),
            "Jordan");
}

TEST(PersonsMeant, AnEmirateIsNotWhoAccusesIt) {
  EXPECT_EQ(whom("Qatar was alone. Saudi Arabia accused the emirate on Monday.", "the emirate"),
            "Qatar");
}

}  // namespace
}  // namespace volteface
