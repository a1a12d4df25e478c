// Acts as sentences tell them: one sentence or two for each way of telling, all our own.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "told.h"

namespace volteface {
namespace {

Reading read(const std::string& text) {
  return read_told(text, parse_date("2024-06-14"));
}

std::string side(const Actor& actor) { return actor.state.empty() ? actor.org : actor.state; }

// "TCD SANCTION MLI", and how surely: "TCD SANCTION MLI negated".
std::set<std::string> acts_of(const std::string& text) {
  std::set<std::string> out;
  for (const ReportedEvent& event : read(text).events) {
    std::string source = side(event.source), target = side(event.target);
    if (event.symmetric && target < source) std::swap(source, target);
    std::string told = source + ' ' + std::string(text_of(event.type)) + ' ' + target;
    if (event.modality != Modality::asserted) told += ' ' + std::string(text_of(event.modality));
    out.insert(told);
  }
  return out;
}

void expect_told(const std::string& text, const std::string& act) {
  const std::set<std::string> acts = acts_of(text);
  std::string all;
  for (const std::string& told : acts) all += told + "; ";
  EXPECT_TRUE(acts.contains(act)) << text << "\nis read as " << all;
}

void expect_not_told(const std::string& text, const std::string& act) {
  EXPECT_FALSE(acts_of(text).contains(act)) << text;
}

TEST(ActsTold, WhereverAPrepositionHangs) {
  expect_told("Sanctions were imposed on the same day by Canada on the former Syrian minister.",
              "CAN SANCTION SYR");
  expect_told("Clemency was granted by the president of Kenya to four Chinese nationals.",
              "KEN RETREAT CHN");
}

TEST(ActsTold, NotBySomebodyElsesDoing) {
  expect_not_told("Rwanda was suspended by the African Union over abuses by its troops in Congo.",
                  "RWA SANCTION AU");
}

TEST(ActsTold, WithASideThatTheStoryGives) {
  const std::string story = "Bolivia broke off relations with Israel on Monday. ";
  expect_told(story + "Chile's envoy was recalled, too.", "CHL SANCTION ISR");
  expect_told("Gustavo Petro met Luis Arce in May. Petro thanked the socialist.",
              "COL SUPPORT BOL");
  // What the words need no other side for gets none.
  expect_not_told(story + "Chile supported the text.", "CHL SUPPORT ISR");
  expect_not_told(story + "Chile blamed the West.", "CHL ACCUSE ISR");
}

TEST(ActsTold, OfWhatIsOnesOwn) {
  expect_not_told("Indonesia defended its decision on a debate about China.", "IDN SUPPORT CHN");
}

TEST(ActsTold, ByTheOneWhoIsMadeToDoThem) {
  const std::string asked = "Chad abstained on a text that called for Russia to answer for ";
  expect_told(asked + "its invasion of Ukraine.", "RUS ASSAULT UKR");
  expect_not_told(asked + "its invasion of Ukraine.", "TCD ASSAULT UKR");
  // What went on before is not told anew.
  expect_not_told("Chad abstained on a text that called for Russia to end its invasion of Ukraine.",
                  "RUS ASSAULT UKR");
  expect_not_told("Chad has had no envoy in Moscow since Russia's invasion of Ukraine.",
                  "RUS ASSAULT UKR");
}

TEST(ActsTold, NotWhereTheyAreVotes) {
  expect_not_told(
      "The General Assembly passed the resolution on Monday. Togo voted yes. India, Nepal and "
      "Laos were opposed.",
      "TGO REJECT NPL");
  expect_not_told(
      "Brazil abstained from supporting a United Nations resolution on Myanmar on Monday.",
      "BRA SUPPORT UN");
}

TEST(ActsTold, OfThoseWhoLeaveWhatWasNamedBefore) {
  const std::string summit = "The African Union met in Addis Ababa on Monday. ";
  expect_told(summit + "Morocco left the bloc that night.", "MAR SANCTION AU");
  expect_told(summit + "Morocco quit the 55-member body at once.", "MAR SANCTION AU");
  expect_told(summit + "Morocco walked out.", "MAR SANCTION AU");
  expect_not_told(summit + "Morocco withdrew its troops.", "MAR SANCTION AU");
  expect_not_told(summit + "Morocco withdrew from the town.", "MAR SANCTION AU");
  expect_not_told(summit + "Morocco walked out of the talks with Kenya.", "MAR SANCTION AU");
  expect_told(summit + "Sudan had been suspended before.", "AU SANCTION SDN");
  expect_not_told(summit + "Two Sudanese diplomats had been expelled before.", "AU SANCTION SDN");
}

TEST(ActsTold, NotWhereTheyAreAskedFor) {
  const std::string demand =
      "Kenya recalled its envoy to Uganda. The foreign minister of Kenya demanded that "
      "Kampala release the men at once.";
  expect_told(demand, "KEN REQUEST UGA");
  expect_not_told(demand, "UGA RETREAT KEN");
  expect_told("Ghana insisted that Togo had condemned Benin.", "TGO ACCUSE BEN");
}

TEST(ActsTold, ToEachOther) {
  const std::string quarrel = "Peru accused Bolivia of spying in July. ";
  expect_told(quarrel + "Both envoys were called home in August.", "PER SANCTION BOL");
  expect_told(quarrel + "Both envoys were called home in August.", "BOL SANCTION PER");
  expect_told("Chad and Niger held talks on Monday. It was agreed to reopen the market.",
              "NER AGREE TCD");
  expect_told("The presidents of Kenya and Uganda rang the president of Rwanda.",
              "KEN CONSULT RWA");
  expect_not_told("The presidents of Kenya and Uganda rang the president of Rwanda.",
                  "KEN CONSULT UGA");
}

TEST(ActsTold, InReply) {
  const std::string charge = "Thailand accused Cambodia of shelling a village. ";
  expect_told(charge + "Cambodia denied the charge.", "KHM REJECT THA");
  expect_told(charge + "Phnom Penh spoke of \"a shameful lie\".", "KHM ACCUSE THA");
  expect_told("Sudan invaded Chad in May. Kenya deplored the invasion.", "KEN ACCUSE SDN");
}

TEST(ActsTold, ByTheStateThatAnEnvoyIsSentTo) {
  const std::string summoned =
      "The Norwegian ambassador to Iran was summoned to the ministry in Tehran.";
  expect_told(summoned, "IRN ACCUSE NOR");
  expect_not_told(summoned, "IRN ACCUSE IRN");
  expect_told("Norway ordered the Iranian ambassador to leave the country.", "NOR SANCTION IRN");
}

TEST(ActsTold, InWordsToTheOther) {
  const std::string talk = "The president of Mexico met the president of Honduras on Monday. ";
  expect_told(talk + "\"You should open the border,\" the Mexican president said.",
              "MEX REQUEST HND");
}

TEST(ActsTold, OfAllThatAreNamedTogether) {
  expect_told("President Lula of Brazil said that Guyana and Suriname had become \"true friends\".",
              "BRA SUPPORT SUR");
  expect_told("President Lula of Brazil said that Guyana and Suriname had become \"true friends\".",
              "BRA SUPPORT GUY");
  expect_told(
      "Ghana and the United Kingdom have come out in support of the deal between Togo and Benin.",
      "GHA SUPPORT BEN");
  expect_told("Kenya announced a visit to Rwanda and another to Burundi.",
              "KEN CONSULT BDI planned");
}

TEST(ActsTold, OfBothSidesAndOfBothVisitors) {
  expect_told("Saudi Arabia and Iran held talks in Geneva. Both delegations thanked Oman.",
              "SAU SUPPORT OMN");
  expect_told("Saudi Arabia and Iran held talks in Geneva. Both delegations thanked Oman.",
              "IRN SUPPORT OMN");
  expect_told(
      "The foreign ministers of Chad and Mali quarrelled. The two countries signed a truce.",
      "MLI AGREE TCD");
}

TEST(ActsTold, ByEachVerbOfALine) {
  const Reading reading =
      read("Kenya recalled its ambassador from Sudan and cut off all aid to Sudan.");
  EXPECT_EQ(std::ranges::count(reading.events, EventType::sanction, &ReportedEvent::type), 2);
  // But the same act told again is one.
  const Reading again =
      read("Kenya recalled its envoy from Sudan. Kenya recalled its envoy to Sudan.");
  EXPECT_EQ(std::ranges::count(again.events, EventType::sanction, &ReportedEvent::type), 1);
}

TEST(ActsTold, AsTheyAreMeant) {
  expect_told("Chad is willing to cooperate with Mali.", "MLI COOPERATE TCD possible");
  expect_told("Chad has no plans to recognise Kosovo.", "TCD SUPPORT XKX negated");
  expect_told("Chad announced a visit of its president to Mali.", "TCD CONSULT MLI planned");
  expect_told("If Turkey apologised to Egypt, the envoy could return.", "TUR SUPPORT EGY possible");
  expect_told(
      "The president of Chad met the president of Mali before a scheduled summit between "
      "Kenya and Uganda.",
      "KEN CONSULT UGA planned");
}

TEST(ActsTold, ByQuotedWords) {
  expect_told("“We thank Rwanda for its help,” the Kenyan president said.", "KEN SUPPORT RWA");
  expect_told("“Rwanda's aggression is a crime,” the Congolese minister said.", "COD ACCUSE RWA");
  expect_told("Rwanda “strongly condemns” Burundi, its spokesman said.", "RWA ACCUSE BDI");
  expect_not_told("“Burundi attacked Rwanda,” the Kenyan president said.", "BDI ASSAULT RWA");
}

TEST(ActsTold, ByAVisitWhereTheyMet) {
  expect_told("The Latvian minister met the Irish president in Dublin.", "LVA CONSULT IRL");
  const Reading reading = read("The Latvian minister met the Irish president in Dublin.");
  EXPECT_TRUE(std::ranges::any_of(reading.events, [](const ReportedEvent& event) {
    return event.mode == EventMode::visit && event.source.state == "LVA";
  }));
}

TEST(ActsTold, OfRepublicsByTheirFullName) {
  expect_told("Laos expressed its gratitude to the People's Republic of China.", "LAO SUPPORT CHN");
  expect_told("Beijing summoned the Lithuanian ambassador.", "CHN ACCUSE LTU");
}

TEST(ActsTold, OfPartiesThatAreNoStates) {
  expect_told("Ethiopia signed a memorandum with Somaliland.", "ETH AGREE Somaliland");
  expect_told("Hamas attacked Israel.", "Hamas ASSAULT ISR");
}

TEST(ActsTold, ByTheRequestAlone) {
  EXPECT_EQ(acts_of("The General Assembly called on Sudan to lift its blockade."),
            (std::set<std::string>{"UN REQUEST SDN"}));
  EXPECT_EQ(acts_of("Ghana urged Togo to release the journalist."),
            (std::set<std::string>{"GHA REQUEST TGO"}));
}

TEST(ActsTold, OfTheCounterpartsState) {
  expect_told("Rwanda's president telephoned his Ugandan counterpart on Friday.",
              "RWA CONSULT UGA");
}

TEST(ActsTold, WhereAnObjectHangsOnWhatFollows) {
  expect_told("Cuba accused the United States of meddling.", "CUB ACCUSE USA");
}

TEST(ActsTold, ByAStateThatBeginsTheSentence) {
  expect_told("Italy recognised Libya.", "ITA SUPPORT LBY");
}

TEST(ActsTold, OfRecognitionRefused) {
  EXPECT_EQ(acts_of("Costa Rica does not recognize the election in Nicaragua."),
            (std::set<std::string>{"CRI REJECT NIC"}));
}

TEST(ActsTold, NotOfAnApologyRefused) {
  EXPECT_EQ(acts_of("Peru refused to apologize to Chile."),
            (std::set<std::string>{"PER SUPPORT CHL negated"}));
}

TEST(ActsTold, OfPresenceInACapital) {
  expect_told("German Chancellor Olaf Scholz met reporters. Olaf Scholz was in Belgrade on Friday.",
              "DEU CONSULT SRB");
}

TEST(ActsTold, ByADelegationOfWhomItIsLedBy) {
  expect_told("On 6 June a delegation led by the foreign minister of Eritrea arrived in Lima.",
              "ERI CONSULT PER");
}

TEST(ActsTold, OfAVisitThatIsCalledOff) {
  expect_told("The visit of the Russian foreign minister to Serbia was called off.",
              "RUS SANCTION SRB");
}

TEST(ActsTold, OfTheOrganisationAsThePressCallsIt) {
  expect_told("In 1995 the Arab League banned Guatemalan coffee.", "Arab League SANCTION GTM");
}

}  // namespace
}  // namespace volteface
