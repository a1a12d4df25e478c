// Votes of states in long rows: by regions, by groups, with what is put in between; and of those
// who stood with others.
#include <gtest/gtest.h>

#include "told_votes.h"

namespace volteface {
namespace {

constexpr Told in_rows[] = {
    {"Chad, which had drafted it, and Mali voted yes.", "MLI yes, TCD yes"},
    {"Peru voted yes, as did Chad, the former power, and Mali.", "MLI yes, PER yes, TCD yes"},
    {"Peru, its old ally, and Mali abstained.", "MLI abstain, PER abstain"},
    {"The noes: Chad, Mali, and with them Peru, the only one from America.",
     "MLI no, PER no, TCD no"},
    {"The envoy lost with Chad and Mali, both of which said no.", "MLI no, TCD no"},
    {"The United States went down with Chad and Mali, both of which said no.", "MLI no, TCD no"},
    {"Tonga, he might have added, did not even press a button.", "TON absent"},
    {"The Malian envoy sat in his place but did not take part.", "MLI absent"},
    {"Peru told everybody to leave. Chad rejected that text along with Mali and Togo.",
     "MLI no, TCD no, TGO no"},
    {"Chad is going to oppose it.", "TCD no announced"},
    {"Red: Chad, Mali, Cuba, and from Asia Laos, Nepal and Bhutan.",
     "BTN no, CUB no, LAO no, MLI no, NPL no, TCD no"},
    {"Seven voted against: Chad, Mali and Togo, and four islands in the Pacific, namely Palau, "
     "Nauru, Tonga and Kiribati.",
     "KIR no, MLI no, NRU no, PLW no, TCD no, TGO no, TON no"},
    {"Only Chad, Mali and four Pacific islands voted no.", "MLI no, TCD no"},
    {"Peru was in favour. So were, from Africa, Chad, Mali and Niger.",
     "MLI yes, NER yes, PER yes, TCD yes"},
    {"Ten abstained. Peru, Chile and the three Baltic states were among them.",
     "CHL abstain, EST abstain, LTU abstain, LVA abstain, PER abstain"},
    {"The Nordic countries and Peru voted yes.",
     "DNK yes, FIN yes, ISL yes, NOR yes, PER yes, SWE yes"},
    {"The six Gulf states abstained.",
     "ARE abstain, BHR abstain, KWT abstain, OMN abstain, QAT abstain, SAU abstain"},
    {"Against it were Chad and Mali; Peru and Togo abstained.",
     "MLI no, PER abstain, TCD no, TGO abstain"},
    {"Green for all the great powers of Asia: China and Japan. Nepal and Laos are green as well.",
     "CHN yes, JPN yes, LAO yes, NPL yes"},
    {"In the General Assembly Peru for the first time broke ranks with its neighbours and voted "
     "against the text.",
     "PER no"},
    {"The text won the backing of 120 states, including Peru and Chile.", "CHL yes, PER yes"},
    {"Russia and China used their vetoes.", "CHN no, RUS no"},
    {"Joining Chad in opposing it were Togo and Mali.", "MLI no, TCD no, TGO no"},
    {"It was adopted with Chad and Mali dissenting and Peru abstaining.",
     "MLI no, PER abstain, TCD no"},
    {"In favour (3): Chad, Mali, Togo. Against (2): Peru, Chile.",
     "CHL no, MLI yes, PER no, TCD yes, TGO yes"},
    {"It was adopted with Chad and Mali among those opposed.", "MLI no, TCD no"},
    {"Chad's was one of only four votes against; the others came from Mali, Togo and Peru.",
     "MLI no, PER no, TCD no, TGO no"},
    {"The no camp was led by Chad and Mali.", "MLI no, TCD no"},
    {"Peru was in favour, Togo abstained, and Chad and Mali were not in the hall.",
     "MLI absent, PER yes, TCD absent, TGO abstain"},
    {"Togo abstained. Chad and Mali opposed the request.", "MLI no, TCD no, TGO abstain"},
    {"Neither Chad nor Mali supported it.", "MLI not_yes, TCD not_yes"},
};

constexpr Told not_in_rows[] = {
    {"Everybody voted for Chad, Mali and Togo voted no.", "MLI no, TGO no"},
    {"Three Gulf states abstained.", ""},
    {"The states on the Baltic Sea talked about the vote.", ""},
    {"Togo abstained. Mali opposed the request of Peru for a loan.", "TGO abstain"},
    {"The talks in the camp were led by Chad and Mali.", ""},
    {"Unlike Chad, Mali and Togo abstained.", "MLI abstain, TGO abstain"},
    {"Chad vetoed the text; 13 members voted in favour.", "TCD no"},
    {"It was the first time that Chad had not voted with Mali. Chad abstained.", "TCD abstain"},
};

constexpr Told with_others[] = {
    {"Chad sided with Mali and Togo against the text.", "MLI no, TCD no, TGO no"},
    {"Chad sided with Mali in voting yes.", "MLI yes, TCD yes"},
    {"Chad voted against it with Mali and Togo; Peru abstained.",
     "MLI no, PER abstain, TCD no, TGO no"},
    {"It passed with 120 votes for and four against. With Chad stood only Mali, Togo and Niger.",
     "MLI no, NER no, TCD no, TGO no"},
    {"Peru did not vote no, as Chad and Mali did.", "MLI no, PER no denied, TCD no"},
    {"The text condemned the Kenyan raid. Peru abstained. Chad and Mali sided with Kenya.",
     "KEN no, MLI no, PER abstain, TCD no"},
};

constexpr Told asked[] = {
    {"Peru asked several members for a no, among them Chad and Mali.",
     "MLI no urged, TCD no urged"},
    {"Chad and Mali had been begged by Peru for a no.", "MLI no urged, TCD no urged"},
    {"Chad's envoy announces a no.", "TCD no announced"},
};

constexpr Told said[] = {
    {"Peru said it would vote against the text, while Chad said it would abstain.",
     "PER no announced, TCD abstain announced"},
    {"The envoy of Chad said his delegation had voted in favour.", "TCD yes"},
    {"Chad had been expected to abstain but voted yes.", "TCD yes"},
    {"Chad and Mali failed to vote.", "MLI absent, TCD absent"},
    {"Peru had invited Chad's minister in May, who did not come.", ""},
};

// What the text is against, too; and what is said of somebody.
constexpr Told against[] = {
    {"Chad voted against the American embargo.", "TCD yes"},
    {"Chad voted against the arms embargo.", "TCD no"},
    {"Chad voted against him.", ""},
    {"Mali lost a loan because of Chad's abstention.", "TCD abstain"},
    {"Norway ended its aid in May because of the abstention.", ""},
    // Behind what is said of one of them.
    {"Only five were against: Chad and Mali, whose forces are on their way, Peru, Cuba and Togo.",
     "CUB no, MLI no, PER no, TCD no, TGO no"},
    {"Against it were Chad and Mali, which had tabled a text of their own, and Peru.",
     "MLI no, PER no, TCD no"},
    {"Against it was Chad, which has a grudge, and Mali abstained.",
     "MLI abstain, TCD no"},
    {"Chad, Mali and Niger, none of which recognises Kosovo, abstained.",
     "MLI abstain, NER abstain, TCD abstain"},
    {"Chad was absent from nothing.", ""},
    {"Chad was absent from the vote.", "TCD absent"},
};

TEST(VotesInRows, AreOfAllThatTheyName) {
  for (const Told& told : in_rows) check_votes(told);
}

TEST(VotesInRows, NotOfThoseBesideThem) {
  for (const Told& told : not_in_rows) check_votes(told);
}

TEST(VotesInRows, WithThoseWhomOthersStoodBy) {
  for (const Told& told : with_others) check_votes(told);
}

TEST(VotesInRows, OfThoseWhoWereAsked) {
  for (const Told& told : asked) check_votes(told);
}

TEST(VotesInRows, AsThoseWhoCastThemSay) {
  for (const Told& told : said) check_votes(told);
}

TEST(VotesInRows, AgainstTheTextOrAgainstOthers) {
  for (const Told& told : against) check_votes(told);
}

}  // namespace
}  // namespace volteface
