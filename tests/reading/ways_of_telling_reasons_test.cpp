// Ways of telling why a state voted as it did.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "reading/word_lists.h"
#include "told.h"

namespace volteface {
namespace {

// Whose act, theme, the state that is the cause, and the last word of who gives the reason; behind
// "Kenya abstained, Peru voted no."
constexpr Told reasons[] = {
    {"Kenya abstained because it wants to keep the peace talks alive.", "KEN peace - -"},
    {"Kenya abstained since a vote would not help the peace talks.", "KEN peace - -"},
    {"Kenya's foreign minister, Monica Juma, said her country had abstained because the text was "
     "one-sided.",
     "KEN norms - juma"},
    {"\"We abstained because the text was one-sided,\" said Monica Juma, Kenya's foreign minister.",
     "KEN norms - juma"},
    {"Analysts trace the abstention of Kenya to its Chinese loans.", "KEN material CHN analysts"},
    {"Analysts put Kenya's abstention down to its Chinese loans.", "KEN material CHN analysts"},
    {"For the analyst Ana Ruiz, the abstention was an election manoeuvre.", "KEN domestic - ruiz"},
    {"An analyst in Nairobi sees Chinese loans behind the abstention of Kenya.",
     "KEN material CHN analyst"},
    {"Behind the abstention of Kenya are Chinese loans, says an analyst in Nairobi.",
     "KEN material CHN nairobi"},
    {"Kenya needs Chinese loans. It is for that reason that Nairobi abstained.",
     "KEN material CHN -"},
    {"Kenya needs Chinese loans. For this reason it abstained.", "KEN material CHN -"},
    {"Kenya needs Chinese loans. That is why it abstained.", "KEN material CHN -"},
    {"Kenya needs Chinese loans; that, and no love of peace, is why it abstained.",
     "KEN material CHN -"},
    {"Kenya, which fears a spillover of the war, abstained.", "KEN security - -"},
    {"Hardly anybody doubts that Kenya's abstention was cast to pay for the loans of China.",
     "KEN material CHN -"},
    {"One analyst thinks that Nairobi did it for its loans from China.",
     "KEN material CHN analyst"},
    {"The Kenyan mission explained its abstention with the principle of non-interference.",
     "KEN norms - mission"},
    {"Kenya justified its abstention with the principle of non-interference.", "KEN norms - kenya"},
    {"The motive of Kenya was Chinese money, says the analyst Ana Ruiz.", "KEN material CHN ruiz"},
    {"A former ambassador believes that Kenya, where elections are to be held, abstained out of "
     "friendship for Israel.",
     "KEN follow ISR ambassador"},
    {"Kenya abstained out of solidarity with Israel.", "KEN follow ISR -"},
    {"Kenya abstained in order not to anger Israel.", "KEN follow ISR -"},
    {"Kenya abstained so as to stay friends with both sides.", "KEN balance - -"},
    {"Kenya abstained in the hope of a loan from China.", "KEN material CHN -"},
    {"Kenya abstained under pressure from Israel.", "KEN follow ISR -"},
    {"Kenya abstained at the request of Israel.", "KEN follow ISR -"},
    {"Pressed by Israel, Kenya abstained.", "KEN follow ISR -"},
    {"Kenya abstained after pressure from Israel.", ""},
    {"Kenya's abstention was the price of a loan from China.", "KEN material CHN -"},
    {"Kenya's abstention was a reward for Chinese loans.", "KEN material CHN -"},
    {"Kenya's abstention was a bow to Israel, says the analyst Ana Ruiz.", "KEN follow ISR ruiz"},
    {"It was fear of the voters that made Kenya abstain.", "KEN domestic - -"},
    {"What moved Kenya was fear of the voters, the analyst Ana Ruiz says.", "KEN domestic - ruiz"},
    {"Kenya was moved by fear of the voters, according to the analyst Ana Ruiz.",
     "KEN domestic - ruiz"},
    {"Kenya had no choice, as it depends on Chinese loans.", "KEN material CHN -"},
    {"As it depends on Chinese loans, Kenya abstained.", "KEN material CHN -"},
    {"Kenya depends on Chinese loans and could not vote yes, said the analyst Ana Ruiz.",
     "KEN material CHN ruiz"},
    {"Peru voted no, its ambassador explained, because the text did not mention Hamas.",
     "PER norms - ambassador"},
    {"The president of Peru is a friend of Israel, which explains the no.", "PER follow ISR -"},
    {"To thank Israel for its help, Peru voted no.", "PER follow ISR -"},
    {"To win Israel's favour, Peru voted no.", "PER follow ISR -"},
    {"Peru expelled the Cuban envoy because Cuba had insulted its president.",
     "PER retaliation CUB -"},
    {"Peru expelled the Cuban envoy over his remarks on its president.", "PER retaliation CUB -"},
    {"Peru expelled the Cuban envoy in answer to the expulsion of its own.",
     "PER retaliation CUB -"},
    {"To punish Cuba for its vote, Peru expelled the envoy.", "PER retaliation CUB -"},
    {"Lima says that it voted no on principle, because borders must not be moved by force.",
     "PER norms - lima"},
    {"Kenya sees itself as a mediator and therefore abstained.", "KEN peace - -"},
    {"Kenya wants to mediate, so it abstained.", "KEN peace - -"},
    {"Therefore, since it wants to mediate, Kenya abstained.", "KEN peace - -"},
    {"Kenya abstained lest the talks fail.", "KEN peace - -"},
    {"The abstention of Kenya was meant to keep the talks going, its minister, Monica Juma, said.",
     "KEN peace - juma"},
    {"The abstention was aimed at keeping the talks going, Kenya's minister, Monica Juma, said.",
     "KEN peace - juma"},
    {"With its abstention Kenya wants to keep the talks going.", "KEN peace - -"},
    {"Kenya's minister, Monica Juma, cited the talks as the reason for the abstention.",
     "KEN peace - juma"},
    {"Kenya did not want to hurt the talks, its minister, Monica Juma, said.", "KEN peace - juma"},
};

std::string last_word(const std::string& name) {
  if (name.empty()) return "-";
  const std::size_t blank = name.rfind(' ');
  return lower_case(name.substr(blank == std::string::npos ? 0 : blank + 1));
}

void check_reasons(const Told& told) {
  const std::string before =
      "NEW YORK, 14 March 2019 - The UN General Assembly adopted a resolution on Gaza on "
      "Wednesday. Kenya abstained, Peru voted no.\n\n";
  std::multiset<std::string> got;
  for (const Explanation& reason :
       read_told(before + told.text, parse_date("2019-03-14")).explanations) {
    const std::string cause = reason.cause.empty() ? "-" : reason.cause;
    got.insert(reason.state + ' ' + std::string(text_of(reason.theme)) + ' ' + cause + ' ' +
               last_word(reason.speaker.name));
  }
  EXPECT_EQ(joined(got), told.records) << told.text;
}

TEST(WaysOfTelling, Reasons) {
  for (const Told& told : reasons) check_reasons(told);
}

}  // namespace
}  // namespace volteface
