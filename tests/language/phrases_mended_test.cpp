// Words that a parser hangs on the wrong part of the phrase before them.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "one_language.h"

namespace volteface {
namespace {

// "nsubj left": what a word hangs on, and as what.
std::string arc(std::string_view text, std::string_view form) {
  const Document document = one_language().read(std::string(text));
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (document.form(document.tokens[t]) != form) continue;
    const std::uint32_t head = document.head_of(t);
    const std::string label(std::string_view(document.tokens[t].deprel));
    return head == nowhere ? label
                           : label + ' ' + std::string(document.form(document.tokens[head]));
  }
  throw std::out_of_range(std::string(form));
}

TEST(PhrasesMended, NamesBehindWhereTheyServe) {
  EXPECT_EQ(arc("Its ambassador in Lima, Omar Sy, condemned Peru.", "Omar"), "appos ambassador");
}

TEST(PhrasesMended, OneSubjectAlone) {
  constexpr std::string_view visit = "A visit by Ghana's president to Togo was called off.";
  EXPECT_EQ(arc(visit, "president"), "nmod visit");
  EXPECT_EQ(arc(visit, "visit"), "nsubj:pass called");
}

TEST(PhrasesMended, PronounsAndWhatTheyGet) {
  EXPECT_EQ(arc("Peru sends them arms.", "them"), "iobj sends");
  EXPECT_EQ(arc("Peru sends them arms.", "arms"), "obj sends");
}

TEST(PhrasesMended, AdjectivesBehindCopulas) {
  constexpr std::string_view due = "Chad's foreign minister is due to travel to Mali on Monday.";
  EXPECT_EQ(arc(due, "due"), "root");
  EXPECT_EQ(arc(due, "minister"), "nsubj due");
}

TEST(PhrasesMended, ClausesBeforeTheMainOne) {
  constexpr std::string_view because = "Because it depends on Chinese loans, Kenya abstained.";
  EXPECT_EQ(arc(because, "abstained"), "root");
  EXPECT_EQ(arc(because, "depends"), "advcl abstained");
}

TEST(PhrasesMended, PassivesBehindBe) {
  constexpr std::string_view vetoed =
      "The resolution was vetoed by Russia in the Security Council.";
  EXPECT_EQ(arc(vetoed, "resolution"), "nsubj:pass vetoed");
}

TEST(PhrasesMended, WhatASignedTextIs) {
  EXPECT_EQ(arc("The treaty that Chad and Mali signed is secret.", "that"), "obj signed");
}

}  // namespace
}  // namespace volteface
