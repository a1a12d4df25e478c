// Who acts and towards whom: armed groups, organisations and those who serve them, each with its
// like that is somebody else.
#include <gtest/gtest.h>

#include <string>

#include "told.h"
#include "told_acts_as_text.h"

namespace volteface {
namespace {

constexpr Told groups[] = {
    {"The Tamil Tigers attacked Norway.", "ASSAULT LTTE NOR"},
    {"Chad has recognised the National Transitional Council.",
     "SUPPORT TCD Transitional National Council"},
    {"Mali accused the Sudan Liberation Army of looting.", "ACCUSE MLI SLM"},
    {"The Farc threatened Ecuador.", "THREATEN FARC ECU"},
    {"Turkish Cypriot leaders condemned Malta.", "ACCUSE Turkish Cypriots MLT"},
    {"Turkish leaders condemned Malta.", "ACCUSE TUR MLT"},
    {"The Rio Group condemned Mali.", "ACCUSE Rio Group MLI"},
    {"The Commonwealth suspended Fiji.", "SANCTION Commonwealth FJI"},
    {"The Congolese government condemned Rwanda.", "ACCUSE COD RWA"},
    {"The government in Brazzaville condemned Rwanda. The Congolese president left.",
     "ACCUSE COG RWA"},
};

// By their codes of ISO, whichever seat of the record they held; a state that ended keeps its own.
constexpr Told former_states[] = {
    {"The Soviet Union condemned Chad.", "ACCUSE RUS TCD"},
    {"Russia condemned Chad. Soviet troops attacked Mali.", "ACCUSE RUS TCD, ASSAULT RUS MLI"},
    {"West Germany condemned Chad.", "ACCUSE DEU TCD"},
    {"East Germany condemned Chad.", "ACCUSE DDR TCD"},
    {"Czechoslovakia condemned Chad.", "ACCUSE CSK TCD"},
};

// What a body of a state does, the state does.
constexpr Told bodies[] = {
    {"The Federal Government of Nigeria condemned Chad.", "ACCUSE NGA TCD"},
    {"The National Assembly of the Republic of Mali condemned Chad.", "ACCUSE MLI TCD"},
    {"The Embassy of Peru in Lagos condemned Chad.", "ACCUSE PER TCD"},
    {"The Peruvian Defence Ministry condemned Chad.", "ACCUSE PER TCD"},
    {"The Royal Jordanian Army attacked Chad.", "ASSAULT JOR TCD"},
    {"The Riksdag condemned Chad.", "ACCUSE SWE TCD"},
    {"The Quai d'Orsay condemned Chad.", "ACCUSE FRA TCD"},
    {"Côte d'Ivoire condemned Chad.", "ACCUSE CIV TCD"},
    {"The KGB threatened Chad.", "THREATEN RUS TCD"},
    // Those that are none of its bodies, or fight it.
    {"The Free Peruvian Army attacked Chad.", ""},
    {"The Bank of Peru condemned Chad.", ""},
    {"The Peruvian Liberation Army attacked Chad.", ""},
};

// Whom somebody speaks for, or serves, is told by the words, whoever acted before.
constexpr Told spoken_for[] = {
    {"Rwanda and Ghana signed a treaty. A spokesman for the Chadian government condemned Mali.",
     "ACCUSE TCD MLI, AGREE GHA RWA"},
    {"Rwanda and Ghana signed a treaty. A spokeswoman for the European Commission condemned Mali.",
     "ACCUSE EU MLI, AGREE GHA RWA"},
    {"Rwanda and Ghana signed a treaty. A spokesman of Mahmoud Abbas condemned Mali.",
     "ACCUSE PSE MLI, AGREE GHA RWA"},
    {"Rwanda and Ghana signed a treaty. Jean Rey, a spokesman for the African Union, condemned "
     "Mali.",
     "ACCUSE AU MLI, AGREE GHA RWA"},
};

// Who did it where a passive names nobody: the other side, and he who did the like before only
// where the words say "too".
constexpr Told done_by_nobody[] = {
    {"Chad and Mali are at odds. Mali accused Chad of lying, and Chad accused Mali of theft. Togo "
     "expelled a Ghanaian envoy. In March the Chadian envoy was expelled.",
     "ACCUSE MLI TCD, ACCUSE TCD MLI, SANCTION MLI TCD, SANCTION TGO GHA"},
    {"Chad and Mali are at odds. Mali accused Chad of lying, and Chad accused Mali of theft. Togo "
     "expelled a Ghanaian envoy. The Chadian envoy was expelled too.",
     "ACCUSE MLI TCD, ACCUSE TCD MLI, SANCTION TGO GHA, SANCTION TGO TCD"},
};

// Which two "both sides" are.
constexpr Told pairs[] = {
    {"Denmark and Sweden sold arms to Chad. The government of Peru and the government of Ghana "
     "resumed their ties. Qatar helped. The two governments agreed to meet again.",
     "AGREE GHA PER, COOPERATE DNK TCD, COOPERATE SWE TCD, SUPPORT PER GHA"},
    {"Peru accused Ghana of raids. Chad spoke of Mali, of Togo and of Niger. Peruvian soldiers and "
     "Ghanaian rebels clashed in May; a year later the two countries signed a treaty.",
     "ACCUSE PER GHA, AGREE GHA PER"},
    {"Peru and Ghana quarrelled for years. The United States asked for calm. Five years later both "
     "sides signed a treaty.",
     "AGREE GHA PER"},
    {"Peru and Ghana quarrelled for years. They thanked Chad and Mali. Both sides signed a treaty.",
     "AGREE GHA PER, SUPPORT GHA MLI, SUPPORT GHA TCD, SUPPORT PER MLI, SUPPORT PER TCD"},
};

constexpr Told servants[] = {
    {"The UN special envoy for Yemen, Omar Sy, condemned Chad.", "ACCUSE UN TCD"},
    {"OAS chief Omar Sy flew to Chad.", "CONSULT OAS TCD"},
    {"Mali left. The European Union's ambassador, Ana Ruiz, condemned Chad.", "ACCUSE EU TCD"},
    {"Mali left. The EU ambassador, Ana Ruiz, condemned Chad.", "ACCUSE EU TCD"},
    {"Hamas leader Omar Sy condemned Chad.", "ACCUSE Hamas TCD"},
    {"Omar Sy of Unasur condemned Chad.", "ACCUSE UNASUR TCD"},
    {"Chad left the Pacific Islands Forum. Ana Ruiz, its secretary-general, has condemned Chad.",
     "ACCUSE Pacific Islands Forum TCD, SANCTION TCD Pacific Islands Forum"},
    {"Chad left the African Union. The bloc's chief, Ana Ruiz, has condemned Chad.",
     "ACCUSE AU TCD, SANCTION TCD AU"},
    {"Mali joined the Organisation of Islamic Cooperation. The Secretary-General of the "
     "Organisation of Islamic Cooperation, Hissein Brahim Taha, has condemned Chad.",
     "ACCUSE OIC TCD, AGREE MLI OIC"},
    // A state's, whatever is named beside it.
    {"Mali left the African Union. Its foreign minister, Omar Sy, condemned Chad.",
     "ACCUSE MLI TCD, SANCTION MLI AU"},
    {"Mali's UN ambassador, Omar Sy, condemned Chad.", "ACCUSE MLI TCD"},
    {"The Malian ambassador to the United Nations, Omar Sy, condemned Chad.", "ACCUSE MLI TCD"},
    // Capitals in a row, and where a report is from.
    {"Lima, Quito, Caracas and Bogota condemned Chad.",
     "ACCUSE COL TCD, ACCUSE ECU TCD, ACCUSE PER TCD, ACCUSE VEN TCD"},
    {"Honiara, Lima, Ouagadougou, Bishkek and Quito condemned Chad.",
     "ACCUSE BFA TCD, ACCUSE ECU TCD, ACCUSE KGZ TCD, ACCUSE PER TCD, ACCUSE SLB TCD"},
    {"Quito, the envoys of Mali condemned Chad.", "ACCUSE MLI TCD"},
    // A capital that is somebody's first name.
    {"Victoria Ruiz of Mali condemned Chad.", "ACCUSE MLI TCD"},
    {"Victoria condemned Chad.", "ACCUSE SYC TCD"},
};

constexpr Told servants_of_bodies[] = {
    {"Peru spoke of peace. The Special Representative of the Secretary-General, Ana Ruiz, "
     "condemned "
     "Chad.",
     "ACCUSE UN TCD"},
    {"Peru spoke of peace. The representative of the general, Ana Ruiz, condemned Chad.",
     "ACCUSE PER TCD"},
    {"The United Nations met. The Gulf Cooperation Council was silent. On Monday the Council "
     "condemned Chad.",
     "ACCUSE UN TCD"},
    {"The Gulf Cooperation Council was silent. On Monday the Council condemned Chad.",
     "ACCUSE GCC TCD"},
    {"Thailand voted no.\n\nSo did Mali itself. The ambassador, Omar Sy, condemned Chad.",
     "ACCUSE MLI TCD"},
    {"In Puerto Montt, Ricardo Silva of Chile condemned Chad.", "ACCUSE CHL TCD"},
    {"Chad agreed to a General Security Pact. Mali condemned it.", "ACCUSE MLI TCD"},
};

constexpr Told regions[] = {
    {"Estonia hesitated. Iceland has recognised the three Baltic states.",
     "SUPPORT ISL EST, SUPPORT ISL LTU, SUPPORT ISL LVA"},
    {"The Scandinavian ministers condemned Chad.",
     "ACCUSE DNK TCD, ACCUSE NOR TCD, ACCUSE SWE TCD"},
    {"The Baltic Sea is cold. Chad condemned Mali.", "ACCUSE TCD MLI"},
};

// What a body or a court decided is theirs.
constexpr Told decided[] = {
    {"The International Court of Justice spoke on Monday and the General Assembly of the United "
     "Nations voted. Chad has rejected the ruling.",
     "REJECT TCD ICJ"},
    {"The United Nations General Assembly voted on the resolution. Chad hailed the outcome.",
     "SUPPORT TCD UN"},
    {"Chad held elections. Mali hailed the outcome.", "SUPPORT MLI TCD"},
};

constexpr Told others_too[] = {
    {"Chad condemned Mali, and Togo too.", "ACCUSE TCD MLI, ACCUSE TGO MLI"},
    {"Peru condemned Chad and Mali too.", "ACCUSE PER MLI, ACCUSE PER TCD"},
    {"Peru and Ghana were silent. Togo informed Ghana in May. Ghana then expelled Ambassador Omar "
     "Sy.",
     "CONSULT GHA TGO, SANCTION GHA TGO"},
};

constexpr Told beside_names[] = {
    {"Omar Sy, Egypt's ambassador, condemned Chad.", "ACCUSE EGY TCD"},
    {"Donald Trump's adviser Omar Sy condemned Chad.", "ACCUSE USA TCD"},
    {"The United States fears Chad. Its ambassador in Lima, Omar Sy, condemned Peru.",
     "ACCUSE USA PER"},
    {"America waits. Ana Ruiz, the acting deputy secretary of state, flew to Chad.",
     "CONSULT TCD USA"},
    {"America waits. Manila and Tokyo wait. Ana Ruiz, the secretary of defense, flew to Chad.",
     "CONSULT TCD USA"},
    {"America waits. Manila and the Philippines wait. Ana Ruiz, the secretary of defense, flew to "
     "Chad.",
     ""},
    {"Manila waits. Ana Ruiz, the acting deputy secretary of state, flew to Chad.", ""},
    {"Ana Ruiz, the secretary of state, flew to Chad.", ""},
    {"Omar Sy, chief of the Sudanese army, condemned Chad.", "ACCUSE SDN TCD"},
    {"Omar Sy, an expert on Chad, condemned Mali.", ""},
    {"Omar Sy, a professor from Chad, condemned Mali.", ""},
};

constexpr Told by_order[] = {
    {"After the count Georgia's ambassador, Omar Sy, thanked Mali by name.", "SUPPORT GEO MLI"},
    {"The Prime Minister of Turkey, Omar Sy, has today called on Mali to leave.",
     "REQUEST TUR MLI"},
    {"Omar Sy, the trade chief of the European Union, on Friday called on the Malians to leave.",
     "REQUEST EU MLI"},
    {"In April President Ilham Aliyev will go to Niger.", "CONSULT AZE NER planned"},
    {"The talks in Lima called for help.", ""},
    {"The Malians, he claims, telephoned the Chadians three times.", "CONSULT MLI TCD"},
    {"Omar Sy pours the tea. The ambassador of Mali lost a vote. Sy condemned Chad.",
     "ACCUSE MLI TCD"},
    {"Ana Ruiz calls Omar Sy. The ambassador of Mali lost a vote. Mr Sy condemned Chad.", ""},
};

constexpr Told envoys[] = {
    {"Chad and Mali quarrel. Chad fears Mali. On Monday Chad expelled Ambassador Omar Sy.",
     "SANCTION TCD MLI"},
    {"Chad and Mali quarrel. Chad fears Mali. Chad declared Ambassador Omar Sy persona non grata.",
     "SANCTION TCD MLI"},
    {"Chad and Mali quarrel. Chad fears Mali. On Monday Chad expelled Omar Sy.", ""},
    {"Chad and Mali quarrel. Chad fears Mali. Ambassador Omar Sy condemned Niger.",
     "ACCUSE TCD NER"},
    {"Jamaica, the Bahamas and Fiji have since promised men to Haiti.",
     "AGREE BHS HTI, AGREE FJI HTI, AGREE HTI JAM"},
};

// Niger is whom the text is about, whatever was done to others in between.
constexpr Told about_one[] = {
    {"Niger is on its own. Chad fears Niger, Mali fears Niger, Togo mocks Niger. Benin recalled "
     "its ambassador from Ghana. Gabon recalled its ambassador, too.",
     "ACCUSE TGO NER, SANCTION BEN GHA, SANCTION GAB NER"},
    {"Ghana is on its own. Benin recalled its ambassador from Ghana. Gabon recalled its "
     "ambassador, too.",
     "SANCTION BEN GHA, SANCTION GAB GHA"},
};

constexpr Told in_places[] = {
    {"Omar Sy of Mali was received in Lima by the president of Peru.", "CONSULT MLI PER"},
    {"A delegation under Omar Sy of Mali came to Lima.", "CONSULT MLI PER"},
    {"A delegation under pressure came to Lima.", ""},
    {"On Wednesday the Chadian presidency condemned Mali.", "ACCUSE TCD MLI"},
    {"Chadian artillery has struck Mali.", "ASSAULT TCD MLI"},
    {"Federal Councillor Ana Ruiz condemned Chad.", "ACCUSE CHE TCD"},
};

// Who is asked is spoken to outside of quotation marks.
constexpr const char* interview =
    "Omar Sy is the foreign minister of Mali. He pours tea.\n\nWhy the quarrel?\n\n"
    "“It is old,” he says.\n\nYou expelled two Chadian diplomats. Why?\n\n"
    "“They were spies,” he says.\n\nAre you sure?\n\n“Quite sure,” he says.\n";

constexpr Told together[] = {
    {"Mali, along with Niger and Togo, recognised Kosovo.",
     "SUPPORT MLI XKX, SUPPORT NER XKX, SUPPORT TGO XKX"},
    {"On Monday Mali signed a pact together with Niger and Togo.", "AGREE MLI NER, AGREE MLI TGO"},
    {"Mali signed a pact together with Niger on the border with Togo.", "AGREE MLI NER"},
    {"Mali, along with Niger, a neighbour of Togo, condemned Chad.",
     "ACCUSE MLI TCD, ACCUSE NER TCD"},
    {"On Monday Mali condemned Niger along with Togo.", "ACCUSE MLI NER"},
    {"Mali, along with its neighbours, condemned Chad.", "ACCUSE MLI TCD"},
    {"The president of Mali, Omar Sy, and the king of Jordan, Ali Ba, condemned Chad.",
     "ACCUSE JOR TCD, ACCUSE MLI TCD"},
    {"Armenia and Turkey quarrel. Armenia fears Turkey, Turkey fears Armenia. Ana Ruiz of Peru was "
     "there. In "
     "her presence the two sides signed a protocol.",
     "AGREE ARM TUR"},
    {"Mali's minister, Omar Sy, mediated between Chad and Togo.",
     "CONSULT MLI TCD, CONSULT MLI TGO"},
    {"Mali's minister, Omar Sy, accused of spying for Chad.", ""},
    {"Mali's envoy, Ana Ruiz, expelled from Chad.", "SANCTION TCD MLI"},
    {"Mali's minister, Ana Ruiz, arrested in Chad.", ""},
    {"Mali's minister, Ana Ruiz, expelled the envoy of Chad.", "SANCTION MLI TCD"},
};

constexpr Told rows[] = {
    {"Mali, Niger and Togo are poor. Chad recalled its ambassadors from all three.",
     "SANCTION TCD MLI, SANCTION TCD NER, SANCTION TCD TGO"},
    {"Mali, Niger and Togo are poor. Chad thanked the three countries.",
     "SUPPORT TCD MLI, SUPPORT TCD NER, SUPPORT TCD TGO"},
    {"Mali and Niger are poor. Chad thanked the three countries.", ""},
    {"Mali, Niger and Togo are poor. Chad thanked three countries.", ""},
    {"Chad and Togo, the two members that refuse to recognise Mali, are silent.",
     "REJECT TCD MLI, REJECT TGO MLI"},
};

constexpr Told said_by_us[] = {
    {"Mali accused Chad of spying. Chad has accused the men of spying. \"We have expelled six "
     "Chadian diplomats,\" Foreign Minister Omar Sy wrote.",
     "ACCUSE MLI TCD, ACCUSE TCD MLI, SANCTION MLI TCD"},
    {"Mali accused Chad of spying. \"We have expelled six Togolese diplomats,\" the foreign "
     "minister, Omar Sy, wrote.",
     "ACCUSE MLI TCD, SANCTION MLI TGO"},
};

constexpr Told many[] = {
    {"Chad's envoy met the Tamil Tigers. Peru put them on its terrorist list.",
     "CONSULT LTTE TCD, SANCTION PER LTTE"},
    {"The Houthis attacked Chad. Peru sent them arms.", "AID PER Houthis, ASSAULT Houthis TCD"},
    {"The experts met the Houthis. They accused Chad of spying.", ""},
    {"Chad fears the FARC. Peru condemned the guerrillas.", "ACCUSE PER FARC"},
    {"Chad's president rang Omar Sy of Mali. The latter promised him help.",
     "AGREE MLI TCD, CONSULT MLI TCD"},
};

constexpr Told denied[] = {
    {"Chad sued Mali over the raid. Niger has condemned Mali. Mali denies the charge.",
     "ACCUSE NER MLI, ACCUSE TCD MLI, REJECT MLI TCD"},
    {"Niger has condemned Mali. Mali denies the charge.", "ACCUSE NER MLI, REJECT MLI NER"},
};

constexpr Told short_names[] = {
    {"Norway spoke to the Tamil Tigers. The Tigers attacked Chad.",
     "ASSAULT LTTE TCD, CONSULT LTTE NOR"},
    {"Chad fears the Arab League. The League condemned Mali.", "ACCUSE Arab League MLI"},
    {"The African Union was silent. The bloc has since condemned Mali.", "ACCUSE AU MLI"},
    {"The FARC were silent. The bloc has since condemned Mali.", ""},
    {"South Korea is afraid. The North condemned Mali.", "ACCUSE PRK MLI"},
    {"Nigeria is afraid. The North condemned Mali.", ""},
    {"North Korea and South Korea are silent. Peru, Cuba and Fiji wait. The North condemned Mali.",
     "ACCUSE PRK MLI"},
    {"North Korea, Peru, Cuba and Fiji are silent. The North condemned Mali.", ""},
    {"North Korea is silent. The countries of the South condemned Mali.", ""},
    {"Chad fears the African National Congress. Congress condemned Mali.", ""},
    {"Chad fears Hamas. The group condemned Mali.", "ACCUSE Hamas MLI"},
    {"The African Union feared Hamas. The group condemned Mali.", ""},
    {"Morocco and Peru quarrel. Chad recognised the kingdom.", "SUPPORT TCD MAR"},
    {"Canada and France fear Niger. The junta condemned Canada.", "ACCUSE NER CAN"},
};

constexpr Told by_pronouns[] = {
    {"The riposte of Mali was quick. It recalled its ambassador in Chad.", "SANCTION MLI TCD"},
    {"The riposte was quick. It recalled its ambassador in Chad.", ""},
    {"Malian soldiers were quiet. Since then they have attacked Chad.", "ASSAULT MLI TCD"},
    {"Chad rang Mali on Monday. They agreed to build a road.", "AGREE MLI TCD, CONSULT MLI TCD"},
    {"Chad, whose troops attacked Mali, is silent.", "ASSAULT TCD MLI"},
    {"Chad and Togo, the two members that condemned Mali, are silent.",
     "ACCUSE TCD MLI, ACCUSE TGO MLI"},
    {"The members that condemned Mali are silent.", ""},
    {"The envoy of Chad, Omar Sy, had flown to Moscow, met the president of Russia and left.",
     "CONSULT RUS TCD"},
    {"His colleague Omar Sy condemned Chad.", ""},
    {"The Peruvian minister left. His Turkish colleague, Omar Sy, condemned Chad.",
     "ACCUSE TUR TCD"},
    {"Chad and Mali quarrel. Chad fears Mali. Togo is small, Togo is poor, but Togo has offered "
     "to mediate.",
     "CONSULT MLI TGO possible, CONSULT TCD TGO possible"},
    {"\"Chad is first, and others will be next,\" the Malian envoy warned.", ""},
};

TEST(WhoActs, GroupsAndOrganisations) {
  for (const Told& told : groups) check_acts(told);
}

TEST(WhoActs, ByTheWordsBesideTheName) {
  for (const Told& told : beside_names) check_acts(told);
}

TEST(WhoActs, WhomTheySpeakFor) {
  for (const Told& told : spoken_for) check_acts(told);
}

TEST(WhoActs, DoneByNobodyNamed) {
  for (const Told& told : done_by_nobody) check_acts(told);
}

TEST(WhoActs, ByShortNames) {
  for (const Told& told : short_names) check_acts(told);
}

TEST(WhoActs, WhomPronounsMean) {
  for (const Told& told : by_pronouns) check_acts(told);
}

TEST(WhoActs, ByTheOrderOfWords) {
  for (const Told& told : by_order) check_acts(told);
}

TEST(WhoActs, EnvoysOfTheOtherSide) {
  for (const Told& told : envoys) check_acts(told);
}

TEST(WhoActs, TowardsWhomTheReportIsAbout) {
  for (const Told& told : about_one) check_acts(told);
}

TEST(WhoActs, WhereverTheyStand) {
  for (const Told& told : in_places) check_acts(told);
}

TEST(WhoActs, WhoIsAskedInAnInterview) {
  bool told = false;
  for (const ReportedEvent& event : read_told(interview, parse_date("2019-03-14")).events)
    told = told || (event.type == EventType::sanction && side(event.source) == "MLI" &&
                    side(event.target) == "TCD");
  EXPECT_TRUE(told);
}

TEST(WhoActs, RowsThatWereNamed) {
  for (const Told& told : rows) check_acts(told);
}

TEST(WhoActs, WhoSaysWe) {
  for (const Told& told : said_by_us) check_acts(told);
}

TEST(WhoActs, GroupsByPronounsAndNouns) {
  for (const Told& told : many) check_acts(told);
}

TEST(WhoActs, SeveralTogether) {
  for (const Told& told : together) check_acts(told);
}

// Who is named behind an office is meant by it, whoever the registry has.
TEST(WhoActs, InPerson) {
  const Reading read =
      read_told("The president of Mali, Omar Sy, condemned Chad.", parse_date("2019-03-14"));
  ASSERT_EQ(read.events.size(), 1u);
  EXPECT_EQ(read.events[0].source.person, "Omar Sy");
}

// Named right behind the office, without a comma.
TEST(WhoActs, NamedBehindTheOffice) {
  const auto target = [](const char* text) {
    const auto events = read_told(text, parse_date("2014-05-05")).events;
    return events.size() == 1 ? events[0].target.person : std::string("not one act");
  };
  EXPECT_EQ(target("Ecuador expelled the Peruvian ambassador Jose Vera."), "Jose Vera");
  EXPECT_EQ(target("Ecuador thanked Peru's ambassador Jose Vera for his help."), "Jose Vera");
  EXPECT_EQ(target("Ecuador expelled the Peruvian ambassador in May."), "");
}

// "Peru's ambassador" is who is named as such later, where just one is.
TEST(WhoActs, TheOneAmbassador) {
  const auto target = [](const std::string& behind) {
    const auto events = read_told("Ecuador summoned Peru's ambassador on Friday. " + behind,
                                  parse_date("2014-05-05"))
                            .events;
    return events.empty() ? std::string("no act") : events[0].target.person;
  };
  EXPECT_EQ(target("The Peruvian ambassador, Jose Vera, was silent."), "Jose Vera");
  EXPECT_EQ(target("The Chilean ambassador, Jose Vera, was silent."), "");
  EXPECT_EQ(target("The Peruvian ambassador in Chile, Jose Vera, and the Peruvian ambassador in "
                   "Quito, Ana Diaz, were silent."),
            "");
}

TEST(WhoActs, WhoseChargeIsDenied) {
  for (const Told& told : denied) check_acts(told);
}

TEST(WhoActs, StatesThatGoOnUnderAnotherCode) {
  for (const Told& told : former_states) check_acts(told);
}

TEST(WhoActs, BodiesOfStates) {
  for (const Told& told : bodies) check_acts(told);
}

TEST(WhoActs, ThoseWhoServeBodies) {
  for (const Told& told : servants_of_bodies) check_acts(told);
}

TEST(WhoActs, StatesOfARegion) {
  for (const Told& told : regions) check_acts(told);
}

TEST(WhoActs, WhatWasDecided) {
  for (const Told& told : decided) check_acts(told);
}

TEST(WhoActs, OthersWhoDidItToo) {
  for (const Told& told : others_too) check_acts(told);
}

TEST(WhoActs, TheTwoOfThem) {
  for (const Told& told : pairs) check_acts(told);
}

TEST(WhoActs, ThoseWhoServeThem) {
  for (const Told& told : servants) check_acts(told);
}

}  // namespace
}  // namespace volteface
