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

TEST(VerbsMended, InNouns) {
  constexpr string_view thanked =
      "Ruto, who flew to Tokyo on the day after signing it, thanked President Xi Jinping there.";
  EXPECT_EQ(arc(thanked, "Ruto"), (Arc{"thanked", "nsubj"}));
  EXPECT_EQ(arc(thanked, "Xi"), (Arc{"thanked", "obj"}));
  constexpr string_view ended =
      "Dakar recalled its high commissioner from Dar es Salaam at once and ended relations.";
  EXPECT_EQ(arc(ended, "ended"), (Arc{"recalled", "conj"}));
  EXPECT_EQ(arc(ended, "relations"), (Arc{"ended", "obj"}));
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
  EXPECT_EQ(arc("Ana Ruiz had in April asked the AU for leave to address it.", "April").head,
            "asked");
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
  EXPECT_EQ(arc("When the police refused to give up the body, Ambassador Kim Chol accused Chad of "
                "lying.",
                "Ambassador"),
            (Arc{"accused", "nsubj"}));
}

TEST(VerbsMended, CalledHome) {
  constexpr string_view called = "In February Chile had called its ambassador home from Lima.";
  EXPECT_EQ(arc(called, "ambassador"), (Arc{"called", "obj"}));
  EXPECT_EQ(arc(called, "home"), (Arc{"called", "advmod"}));
}

}  // namespace
}  // namespace volteface
