// Verbs and subjects that a parser hangs in the wrong place.
#include <gtest/gtest.h>

#include "one_language.h"

namespace volteface {
namespace {

struct Arc {
  std::string head, label;
  bool operator==(const Arc&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Arc& arc) {
  return out << arc.label << " of '" << arc.head << "'";
}

// What a word of a sentence hangs on, and as what.
Arc arc(std::string_view text, std::string_view form) {
  const Document document = one_language().read(std::string(text));
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (document.form(document.tokens[t]) != form) continue;
    const std::uint32_t head = document.head_of(t);
    const bool root = head == nowhere;
    return {root ? "" : std::string(document.form(document.tokens[head])),
            std::string(std::string_view(document.tokens[t].deprel))};
  }
  throw std::out_of_range(std::string(form));
}

using std::string_view;

TEST(VerbsMended, BehindRelativeClauses) {
  constexpr string_view where =
      "Estonia, where the convoy stopped for a night, has been rebuked by Finland.";
  EXPECT_EQ(arc(where, "Estonia"), (Arc{"rebuked", "nsubj:pass"}));
  EXPECT_EQ(arc(where, "rebuked"), (Arc{"", "root"}));
  constexpr string_view whose =
      "Peru, whose defence minister Ana Ruiz was in Quito in May, has promised to send doctors.";
  EXPECT_EQ(arc(whose, "Peru"), (Arc{"promised", "nsubj"}));
  EXPECT_EQ(arc(whose, "Quito"), (Arc{"Peru", "acl:relcl"}));
  // Not of whom something else is told.
  EXPECT_EQ(arc("He thanked Ana Ruiz, who flew to Lima, met the president and left.", "Ana"),
            (Arc{"thanked", "obj"}));
}

TEST(VerbsMended, BehindOfficesOfThen) {
  constexpr string_view elect =
      "The talks began in May when Diaz, then president-elect of Chile, promised to Peru his help "
      "against the rebels.";
  EXPECT_EQ(arc(elect, "Diaz"), (Arc{"promised", "nsubj"}));
  EXPECT_EQ(arc(elect, "when"), (Arc{"promised", "advmod"}));
  EXPECT_EQ(arc(elect, "elect"), (Arc{"Diaz", "appos"}));
  constexpr string_view minister =
      "The two presidents first met in May when Diaz, then foreign minister of Chile, promised his "
      "help.";
  EXPECT_EQ(arc(minister, "Diaz"), (Arc{"promised", "nsubj"}));
}

TEST(VerbsMended, BehindOwners) {
  EXPECT_EQ(arc("Ana Ruiz's claim of \"genocide\" angered Chad.", "Ana"),
            (Arc{"claim", "nmod:poss"}));
}

TEST(VerbsMended, BesideScareQuotes) {
  constexpr string_view strong =
      "Peruvian diplomats explained at the time that supporting the U.N. resolution would have "
      "been "
      "a “very strong” move so they chose to remain neutral.";
  EXPECT_EQ(arc(strong, "move"), (Arc{"explained", "ccomp"}));
  EXPECT_EQ(arc(strong, "would"), (Arc{"move", "aux"}));
  EXPECT_EQ(arc(strong, "“"), (Arc{"very", "punct"}));
  EXPECT_EQ(arc(strong, "”"), (Arc{"strong", "punct"}));
}

TEST(VerbsMended, InNouns) {
  constexpr string_view praised =
      "Mensah, who drove to Lima a week after losing office, praised President Sara Luz there.";
  EXPECT_EQ(arc(praised, "Mensah"), (Arc{"praised", "nsubj"}));
  EXPECT_EQ(arc(praised, "Sara"), (Arc{"praised", "obj"}));
  constexpr string_view closed =
      "Quito called back its consul from Port of Spain that night and closed the border.";
  EXPECT_EQ(arc(closed, "closed"), (Arc{"called", "conj"}));
  EXPECT_EQ(arc(closed, "border"), (Arc{"closed", "obj"}));
  constexpr string_view conferred =
      "In Amman on 4 June, Mr. Salim conferred with Mr. Omar Sy of Mali and undertook to cooperate "
      "with it.";
  EXPECT_EQ(arc(conferred, "Salim"), (Arc{"conferred", "nsubj"}));
  EXPECT_EQ(arc(conferred, "conferred"), (Arc{"", "root"}));
}

TEST(VerbsMended, JoinedToNouns) {
  EXPECT_EQ(
      arc("Ana Ruiz sailed to Lima on the 14th and spent three days with Mr Omar Sy.", "spent"),
      (Arc{"sailed", "conj"}));
}

TEST(VerbsMended, WithTimesBeforeThem) {
  constexpr string_view weeks =
      "For weeks Lima had been pressing the European Union for help over the support of rebels.";
  EXPECT_EQ(arc(weeks, "pressing"), (Arc{"", "root"}));
  EXPECT_EQ(arc(weeks, "weeks"), (Arc{"pressing", "obl"}));
  EXPECT_EQ(arc("Ana Ruiz had in June begged the bank for time to repay it.", "June").head,
            "begged");
  EXPECT_EQ(arc("In August Mali removed the duties on Chadian cotton.", "Mali"),
            (Arc{"removed", "nsubj"}));
}

// "and" joins two clauses, not two names.
TEST(VerbsMended, BehindAnd) {
  constexpr string_view recalled = "Chad recalled its envoy and Mali shut the border.";
  EXPECT_EQ(arc(recalled, "Mali"), (Arc{"shut", "nsubj"}));
  EXPECT_EQ(arc(recalled, "shut"), (Arc{"recalled", "conj"}));
  constexpr string_view criticised = "Peru criticised Chile and Bolivia praised Ecuador.";
  EXPECT_EQ(arc(criticised, "Chile"), (Arc{"criticised", "obj"}));
  EXPECT_EQ(arc(criticised, "Bolivia"), (Arc{"praised", "nsubj"}));
  EXPECT_EQ(arc("Norway said Chad and Mali left Togo.", "Mali"), (Arc{"Chad", "conj"}));
  EXPECT_EQ(arc("Chad and Mali left Togo.", "Mali"), (Arc{"Chad", "conj"}));
}

TEST(VerbsMended, OfTwoSubjectsTheRelativeIsTheObject) {
  constexpr string_view seized = "Kuwait, which Iraq seized in August, asked the council for help.";
  EXPECT_EQ(arc(seized, "Iraq"), (Arc{"seized", "nsubj"}));
  EXPECT_EQ(arc(seized, "which"), (Arc{"seized", "obj"}));
}

TEST(VerbsMended, BehindAClauseAndAComma) {
  EXPECT_EQ(
      arc("Hours after gunmen attacked the convoy, Ambassador Kim Chol accused Chad of lying.",
          "Kim"),
      (Arc{"accused", "nsubj"}));
}

TEST(VerbsMended, OfThoseWhoSpeakBehindAClause) {
  constexpr string_view wants = "Chad, which left the bloc in May, wants talks, said its minister.";
  EXPECT_EQ(arc(wants, "Chad"), (Arc{"wants", "nsubj"}));
  EXPECT_EQ(arc("Kenya, which borders Sudan, objects, reports Reuters.", "Kenya"),
            (Arc{"objects", "nsubj"}));
}

TEST(VerbsMended, BehindClausesWithWhose) {
  constexpr string_view whose = "The minister, whose party lost the vote, criticised Russia.";
  EXPECT_EQ(arc(whose, "minister"), (Arc{"criticised", "nsubj"}));
  EXPECT_EQ(arc(whose, "party"), (Arc{"lost", "nsubj"}));
  EXPECT_EQ(arc(whose, "lost"), (Arc{"minister", "acl:relcl"}));
  EXPECT_EQ(arc(whose, "criticised"), (Arc{"", "root"}));
}

TEST(VerbsMended, OfClausesWithoutThat) {
  EXPECT_EQ(arc("The court ruled Chad and Mali had broken the pact.", "Mali"),
            (Arc{"Chad", "conj"}));
  EXPECT_EQ(arc("It seems Chad and Mali will leave.", "Chad"), (Arc{"leave", "nsubj"}));
  EXPECT_EQ(arc("Togo realised Chad and Mali had left.", "Chad"), (Arc{"left", "nsubj"}));
  EXPECT_EQ(arc("Togo criticised Chad and Mali left the bloc.", "Mali"), (Arc{"left", "nsubj"}));
}

TEST(VerbsMended, WhatIsSomewhereIsNoPlace) {
  EXPECT_EQ(arc("In Geneva, the mood was grim.", "grim"), (Arc{"", "root"}));
  EXPECT_EQ(arc("In Geneva, the mood was grim.", "Geneva"), (Arc{"grim", "obl"}));
  EXPECT_EQ(arc("At the UN, Chad is alone.", "alone"), (Arc{"", "root"}));
}

TEST(VerbsMended, CalledHome) {
  EXPECT_EQ(arc("He called the nursing home on Tuesday.", "home"), (Arc{"called", "obj"}));
  constexpr string_view called = "In February Chile had called its ambassador home from Lima.";
  EXPECT_EQ(arc(called, "ambassador"), (Arc{"called", "obj"}));
  EXPECT_EQ(arc(called, "home"), (Arc{"called", "advmod"}));
}

TEST(VerbsMended, ThatLookLikeNouns) {
  EXPECT_EQ(arc("Nepal will gift two elephants to India.", "elephants"), (Arc{"gift", "obj"}));
  EXPECT_EQ(arc("Chad no longer supplies gas to Mali.", "gas"), (Arc{"supplies", "obj"}));
  EXPECT_EQ(arc("The resolution orders Iraq to leave.", "Iraq"), (Arc{"orders", "obj"}));
  EXPECT_EQ(arc("A crowd burst into the embassy.", "embassy"), (Arc{"burst", "obl"}));
  EXPECT_EQ(arc("The soldiers raped villagers.", "villagers"), (Arc{"raped", "obj"}));
}

TEST(VerbsMended, ThatAreNouns) {
  constexpr string_view halt = "Chad announced a halt to imports from Mali.";
  EXPECT_EQ(arc(halt, "to"), (Arc{"imports", "case"}));
  EXPECT_EQ(arc("Peru's backing for Chile grew.", "backing"), (Arc{"grew", "nsubj"}));
  EXPECT_EQ(arc("Chad declared three days of mourning for the president.", "mourning"),
            (Arc{"days", "nmod"}));
  EXPECT_EQ(arc("Fighting broke out between Chad and Mali.", "Fighting"), (Arc{"broke", "nsubj"}));
}

TEST(VerbsMended, BehindNounsThatHangElsewhere) {
  constexpr string_view detention = "The detention of two Malians by Chad caused anger.";
  EXPECT_EQ(arc(detention, "Malians"), (Arc{"detention", "nmod"}));
  EXPECT_EQ(arc(detention, "Chad"), (Arc{"detention", "nmod"}));
  EXPECT_EQ(arc("The president expressed to Mali his gratitude.", "gratitude"),
            (Arc{"expressed", "obj"}));
  EXPECT_EQ(arc("An emergency session had been called by Chad.", "Chad"), (Arc{"called", "obl"}));
  EXPECT_EQ(arc("Chad named Mali as the culprit.", "Mali"), (Arc{"named", "obj"}));
  EXPECT_EQ(arc("Rwanda \u201Cstrongly condemns\u201D Burundi, its spokesman said.", "Burundi"),
            (Arc{"condemns", "obj"}));
  EXPECT_EQ(arc("Chad condemned Mali before the talks with Niger on Friday.", "Friday"),
            (Arc{"talks", "nmod"}));
  EXPECT_EQ(
      arc("Niger was unwilling to go on a week after Idriss Déby had been a guest.", "Idriss"),
      (Arc{"guest", "nsubj"}));
}

}  // namespace
}  // namespace volteface
