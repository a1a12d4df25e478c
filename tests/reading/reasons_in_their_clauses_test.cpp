// Reasons in the clause that they belong to: who gives them, whose act it is, and what looks like
// one and stands in another clause.
#include "told_reasons.h"

namespace volteface {
namespace {

// Who speaks in the clause of the reason, and who in the next.
constexpr Told speakers[] = {
    {"Kenya voted no out of worry for its fishing grounds, and as Monica Juma, the minister, said, "
     "the text was too long.",
     "KEN material - -"},
    {"Kenya and Peru both changed sides, the former because it wants to chair the peace talks, the "
     "latter, an economist thinks, in the hope of Chinese loans.",
     "KEN peace - -, PER material CHN economist"},
    {"Diplomats here explain the vote of Kenya by the elections.", "KEN domestic - diplomats"},
    {"Kenya abstained because, so Monica Juma put it, the talks had to go on.", "KEN peace - juma"},
    {"Analysts see it differently: Kenya wants to stay on good terms with Rabat and Algiers.",
     "KEN balance - analysts"},
};

// Whose act it is.
constexpr Told subjects[] = {
    {"Monica Juma, the adviser of the president of Kenya, threatened that the text would be “a "
     "grave for Chad's soldiers”, which she justified with the danger of a long war.",
     "KEN security - juma"},
    {"Mr Johnson promised that London would help Kenya back into the court, from which Mr Ruto had "
     "taken it out because, he said, the law was against its religion.",
     "KEN ideology - ruto"},
    {"Uganda recalled its envoy because its minister, Monica Juma, had called the government “a "
     "gang”.",
     "UGA retaliation KEN -"},
    {"Iceland and Ghana abstained, the former so as not to disturb the peace talks.",
     "ISL peace - -"},
    {"It was out of respect for that principle that Kenya had voted so.", "KEN norms - -"},
};

// What the words of the reason tell of.
constexpr Told words[] = {
    {"Kenya abstained for fear of a breach with Paris.", "KEN follow FRA -"},
    {"Kenya abstained out of solidarity with the Arabs.", "KEN follow - -"},
    {"Analysts believe that Ruto wants to please Paris.", "KEN follow FRA analysts"},
    {"Russia has lent Kenya a billion dollars for a dam. It was for fear of losing that credit, "
     "Monica Juma argues, that Kenya held back.",
     "KEN material RUS juma"},
    {"Kenya is soft on Uganda for the reason of the gas which it buys from Uganda.",
     "KEN material UGA -"},
    {"Kenya abstained. It did so to keep its loans.", "KEN material - -"},
    {"“We keep our word,” Monica Juma said. “The law is the law for all of us.” She gave that as "
     "her reason.",
     "KEN norms - juma"},
};

// Further ways to bring a reason in.
constexpr Told ways[] = {
    {"Kenya acted from conviction.", "KEN ideology - -"},
    {"Monica Juma gave the vote her blessing, with the argument that socialism had to be saved.",
     "KEN ideology - juma"},
    {"Analysts link the abstention of Kenya to its Chinese loans.", "KEN material CHN analysts"},
    {"Analysts see the abstention as a gesture to the voters.", "KEN domestic - analysts"},
    {"Kenya had the elections in mind when it abstained.", "KEN domestic - -"},
};

// What looks like a reason.
constexpr Told none[] = {
    {"Peru was under no such pressure of its voters.", ""},
    {"Monica Juma, the minister, said: “For us to call ourselves a holy land is no boast.”", ""},
    {"Kenya wanted Uganda to end the raids.", ""},
    {"Kenya abstained, as did Albania and the islands at the talks.", ""},
    {"Kenya had itself given up a loan of Belgium.", ""},
};

TEST(ReasonsInTheirClauses, WhoGivesThem) {
  for (const Told& told : speakers) check_reasons(told);
}

TEST(ReasonsInTheirClauses, WhoseActItIs) {
  for (const Told& told : subjects) check_reasons(told);
}

TEST(ReasonsInTheirClauses, WhatTheyTellOf) {
  for (const Told& told : words) check_reasons(told);
}

TEST(ReasonsInTheirClauses, FurtherWays) {
  for (const Told& told : ways) check_reasons(told);
}

TEST(ReasonsInTheirClauses, LookAlikes) {
  for (const Told& told : none) check_reasons(told);
}

}  // namespace
}  // namespace volteface
