#include "brief/mentions.h"

#include <gtest/gtest.h>

#include "brief/votes_on.h"
#include "small_record.h"

namespace volteface {
namespace {

// The titles are of the record; what they are about was read by eye.
struct Case {
  const char* code;
  const char* title;
  bool named;
};

constexpr Case cases[] = {
    {"UKR", "Aggression against Ukraine", true},
    {"UKR", "Return of Ukrainian children", true},
    {"UKR", "UKRAINE--POLITICAL CONDITIONS", true},
    {"UKR", "The path to peace", false},
    {"RUS",
     "Suspension of the rights of membership of the Russian Federation in the Human Rights Council",
     true},
    {"RUS", "Prussian blue", false},
    {"SYR", "The Syrian Golan", true},
    {"SYR", "Situation of human rights in the Syrian Arab Republic", true},
    {"ISR", "Israeli practices affecting the human rights of the Palestinian people", true},
    {"IRQ", "The situation between Iran and Iraq", true},
    {"IRN", "Situation of human rights in the Islamic Republic of Iran", true},
    {"CHN", "Complaint of Chinese aggression", true},
    {"FRA", "Question of French Somaliland", true},
    {"GBR", "British Guiana", true},
    {"SDN", "Assistance to South Sudan", false},
    {"SSD", "Assistance to South Sudan", true},
    {"SDN", "Situation in the Sudan", true},
    {"GIN", "Situation in Guinea-Bissau", false},
    {"GNB", "Situation in Guinea-Bissau", true},
    {"GIN", "Independence of Papua New Guinea", false},
    {"GIN", "Independence of New Guinea", false},
    {"GIN", "Attack on Guinea", true},
    {"NER", "The Nigerian question", false},
    {"NGA", "The Nigerian question", true},
    {"NGA", "Assistance to Niger", false},
    {"IND", "Declaration of the Indian Ocean as a Zone of Peace", false},
    {"IND", "Treatment of people of Indian origin", true},
    {"USA", "Zone of peace in Latin America and Central America", false},
    {"USA", "Organization of American States", false},
    {"USA", "Embargo imposed by the United States of America against Cuba", true},
    {"USA", "Tell us more", false},
    {"CUB", "Embargo imposed by the United States of America against Cuba", true},
    {"CUB", "Cuban complaint", true},
    {"PRK", "Situation of human rights in the Democratic People's Republic of Korea", true},
    {"KOR", "Situation of human rights in the Democratic People's Republic of Korea", false},
    {"OMN", "Question of Oman", true},
    {"OMN", "Romanian proposal", false},
    {"ROU", "Romanian proposal", true},
    {"MLI", "Malicious use of information", false},
    {"TUR", "Turkish forces", true},
};

TEST(Mentions, NameTheStateThatATitleIsAbout) {
  const Record record = embedded_record();
  const Mentions mentions(record);
  for (const Case& c : cases) {
    EXPECT_EQ(mentions.names(seat_of(record, record.state(c.code)), c.title), c.named)
        << c.code << ": " << c.title;
  }
}

TEST(Mentions, OfASeatAreThoseOfAllItsNames) {
  const Record record = embedded_record();
  const Mentions mentions(record);
  const Seat russia = seat_of(record, record.state("RUS"));
  EXPECT_TRUE(mentions.names(russia, "Soviet forces"));
  EXPECT_FALSE(mentions.names(seat_of(record, record.state("SUN")), "Russian forces"));
}

TEST(VotesOn, TakeAnEmergencySessionWhoseTextsMostlyNameTheState) {
  Record record = with_votes(record_of({"AAA=Ruritania", "BBB=Graustark"}),
                             {{"2020-01-01", "YY", "Aggression against Ruritania"},
                              {"2020-01-02", "YN", "Ruritanian children"},
                              {"2020-01-03", "YX", "The path to peace"},
                              {"2020-01-04", "YY", "The path to peace"},
                              {"2020-01-05", "YY", "Ruritania"},
                              {"2020-01-06", "YY", "Another path"}});
  for (const RollCallIndex r : {0u, 1u, 2u}) record.roll_calls[r].session = "ES12";
  for (const RollCallIndex r : {4u, 5u}) record.roll_calls[r].session = "ES13";  // half is not most
  BriefOptions options;
  options.state = 1;
  const Seat on = seat_of(record, 0);
  EXPECT_EQ(roll_calls_on(record, on, window_of(record, options)),
            (std::vector<RollCallIndex>{0, 1, 2, 4}));
}

TEST(VotesOn, OnUkraineAreTheTextsOfTheEleventhEmergencySession) {
  const Record record = embedded_record();
  BriefOptions options;
  options.state = record.state("ARG");
  options.since = *parse_date("2025-02-01");
  options.until = *parse_date("2025-02-28");
  const auto found =
      roll_calls_on(record, seat_of(record, record.state("UKR")), window_of(record, options));
  EXPECT_EQ(found, (std::vector<RollCallIndex>{record.roll_call("A/RES/ES-11/7"),
                                               record.roll_call("A/RES/ES-11/8")}));
}

}  // namespace
}  // namespace volteface
