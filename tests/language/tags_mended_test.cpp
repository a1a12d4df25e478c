// Words that a tagger takes for verbs and adjectives, and names of arcs that a parser gets wrong.
#include <gtest/gtest.h>

#include <stdexcept>

#include "one_language.h"

namespace volteface {
namespace {

// A word's tag, the name of its arc and the word that it hangs on: "NOUN obl halt".
std::string told(std::string_view text, std::string_view form) {
  const Document document = one_language().read(std::string(text));
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    if (document.form(token) != form) continue;
    const std::uint32_t head = document.head_of(t);
    std::string out(std::string_view(token.upos));
    out += ' ';
    out += std::string_view(token.deprel);
    if (head != nowhere) (out += ' ') += document.form(document.tokens[head]);
    return out;
  }
  throw std::out_of_range(std::string(form));
}

TEST(TagsMended, OfNouns) {
  EXPECT_EQ(told("Chad announced a halt to imports from Mali.", "imports"), "NOUN nmod halt");
  EXPECT_EQ(told("Chad brought back visas for Malians.", "visas"), "NOUN obj brought");
  EXPECT_EQ(told("Russia's warning to Moldova was clear.", "warning"), "NOUN nsubj clear");
  EXPECT_EQ(told("Palau was the only no in the General Assembly.", "no"), "NOUN root");
}

TEST(TagsMended, OfOtherWords) {
  EXPECT_EQ(told("Chad bent to Mali's will.", "bent"), "VERB root");
  EXPECT_EQ(told("Chad lets Mali use its port.", "lets"), "VERB root");
  EXPECT_EQ(
      told("There were 187 in favour and two against, Kenya and Peru; Norway abstained.", "against")
          .substr(0, 3),
      "ADP");
}

TEST(LabelsMended, OfSubjects) {
  EXPECT_EQ(told("Kenya and Sudan share a border. It was closed by Kenya in 1993.", "It"),
            "PRON nsubj:pass closed");
  EXPECT_EQ(told("Much of Latin America abstained, Peru and Chile included.", "America"),
            "PROPN nmod Much");
  EXPECT_EQ(told("It is feared that Chad will leave.", "It"), "PRON expl feared");
}

TEST(LabelsMended, OfNamesIncluded) {
  constexpr std::string_view colon =
      "The Assembly has demanded a ceasefire: fifteen states, Kenya and Peru included, have voted "
      "in "
      "favour.";
  EXPECT_EQ(told(colon, "states"), "NOUN nsubj voted");
  EXPECT_EQ(told(colon, "Kenya"), "PROPN appos states");
  EXPECT_EQ(told(colon, "included"), "VERB acl Kenya");
}

TEST(LabelsMended, OfClausesAndNames) {
  EXPECT_EQ(told("Chad and Mali were in favour, although both had rejected a like text in 2010.",
                 "rejected"),
            "VERB advcl favour");
  EXPECT_EQ(told("Estonia abstained like Germany and Poland, and Prague voted no.", "Germany"),
            "PROPN obl abstained");
  EXPECT_EQ(told("\u2022 12:24 In yellow: Norway and Togo.", "Norway"), "PROPN appos yellow");
}

}  // namespace
}  // namespace volteface
