// Ways of telling why a state voted as it did.
#include <gtest/gtest.h>

#include "told_reasons.h"

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
    {"The motive of Kenya was the Chinese money, says the analyst Ana Ruiz.", "KEN material CHN ruiz"},
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
    {"With its abstention, Kenya wants to keep the talks going.", "KEN peace - -"},
    {"Kenya's minister, Monica Juma, cited the talks as the reason for the abstention.",
     "KEN peace - juma"},
    {"Kenya did not want to hurt the talks, its minister, Monica Juma, said.", "KEN peace - juma"},
};

// Who gives a reason, told by words put in beside; and what is no such word.
constexpr Told voices[] = {
    {"Kenya abstained for the sake of Chinese loans, traders in Mombasa say.",
     "KEN material CHN mombasa"},
    {"Kenya abstained for the sake of Chinese loans, as a banker in Mombasa admits.",
     "KEN material CHN mombasa"},
    {"Kenya abstained for the sake of Chinese loans, as one envoy put it.",
     "KEN material CHN envoy"},
    {"Kenya abstained for the sake of Chinese loans, it was said in Kampala.",
     "KEN material CHN kampala"},
    {"Kenya abstained, says a retired diplomat, for the sake of Chinese loans.",
     "KEN material CHN diplomat"},
    {"Kenya abstained because, its delegate argued, the talks must go on.", "KEN peace - delegate"},
    {"Kenya abstained because the talks, its delegate explained, must go on.",
     "KEN peace - delegate"},
    {"Kenya had abstained, its minister, Monica Juma, maintained, because the talks must go on.",
     "KEN peace - juma"},
    {"In the view of Monica Juma, Peru voted no to please Israel.", "PER follow ISR juma"},
    {"In the eyes of many diplomats, Peru voted no to please Israel.", "PER follow ISR diplomats"},
    {"To my mind Peru voted no to please Israel.", "PER follow ISR -"},
    {"Monica Juma is of another opinion: to her mind Peru voted no to please Israel.",
     "PER follow ISR juma"},
    {"An analyst has a theory: Kenya needs the loans of China.", "KEN material CHN analyst"},
    {"Analysts say that Kenya wanted peace. The traders of Mombasa have another: Kenya needs the "
     "loans of China.",
     "KEN material CHN mombasa"},
    {"Explaining Kenya's abstention, Monica Juma said that the text would not help the talks.",
     "KEN peace - juma"},
    // No voice: what somebody does, and what is said of something else.
    {"Kenya abstained to please China, recalled its envoy and left.", "KEN follow CHN -"},
};

// Who gives a reason that its own clause gives to nobody.
constexpr Told holders[] = {
    {"Two bankers have found a plainer reason: Kenya did it to please Israel.",
     "KEN follow ISR bankers"},
    {"The ambassador, Ana Ruiz, gave this explanation: Kenya abstained because the talks must go "
     "on.",
     "KEN peace - ruiz"},
    {"Monica Juma, for Kenya, on the abstention: Nairobi abstained because the talks must go on.",
     "KEN peace - juma"},
    {"Monica Juma, the Kenyan minister, says that she is sorry, but that her government abstained "
     "because on the talks depends peace.",
     "KEN peace - juma"},
    {"Ana Ruiz, a lawyer in Lima, was certain that Peru had voted no to please Israel.",
     "PER follow ISR ruiz"},
    {"Peru voted no to please Israel, Ana Ruiz is convinced.", "PER follow ISR ruiz"},
    {"Traders in two ports were blunt. They put the vote of Kenya down to its "
     "Chinese loans.",
     "KEN material CHN ports"},
    {"Monica Juma of Kenya spoke last. She fears that a vote would end the talks, and that "
     "was why Kenya abstained.",
     "KEN peace - juma"},
    {"Why did Kenya abstain? \"The law must be the same for all,\" says Monica Juma.",
     "KEN norms - juma"},
    {"When did Kenya abstain? \"The law was passed in May,\" says Monica Juma.", ""},
    {"Why did Kenya abstain? Nobody says. \"The law is the law,\" Monica Juma sighs.", ""},
    {"Why did Kenya abstain? \"The law must be the same for all,\" explained its ambassador, "
     "Monica "
     "Juma.",
     "KEN norms - juma"},
    {"Kenya abstained. The text broke the law, Monica Juma of Kenya explained.",
     "KEN norms - juma"},
    {"Kenya abstained. Monica Juma explained the law to her guests.", ""},
    {"Kenya abstained. \"The law is new,\" Monica Juma said, and explained how it works.", ""},
    {"Ana Ruiz has a simpler view. Peru voted no in order to please Israel. \"It is a show,\" she "
     "says.",
     "PER follow ISR ruiz"},
    {"Kenya, which did not want to lose its loans, as a banker there puts it, "
     "abstained.",
     "KEN material - banker"},
    // What the reporter tells: a state with a story, who does something else, who moves another
    // way.
    {"Lima has its own story. Peru voted no in order to please Israel.", "PER follow ISR -"},
    {"Ana Ruiz was in Lima. Peru voted no in order to please Israel.", "PER follow ISR -"},
    {"Ana Ruiz has gone another way: Peru voted no in order to please Israel.", "PER follow ISR -"},
};

// Whose act it is where the sentence does not say, or says it in another place.
constexpr Told owners[] = {
    {"Why did Peru vote no? Because it needs the loans of Israel.", "PER material ISR -"},
    {"For the sake of Chinese money Kenya abstained.", "KEN material CHN -"},
    {"Because of those words Peru recalled its envoy from Havana.", "PER retaliation CUB -"},
    {"A dozen states, Ghana and Benin among them, voted no; they did it for the sake of French "
     "aid.",
     "BEN material FRA -, GHA material FRA -"},
    {"Ghana: Ama Boateng takes the floor. Her country abstained, she explains, because the talks "
     "must go on.",
     "GHA peace - boateng"},
    {"Kenya and Peru quarrelled about the text, the former out of friendship for Israel, the "
     "latter "
     "with an eye to the elections.",
     "KEN follow ISR -, PER domestic - -"},
    {"Kenya abstained because it needs the loans of China. Ghana abstained for the same reason.",
     "GHA material CHN -, KEN material CHN -"},
    {"Why did Kenya abstain? Because, says Ana Ruiz, a lawyer who lives in Lima, it cannot "
     "pay "
     "its debts.",
     "KEN material - ruiz"},
    {"Kenya, to keep its friends in both camps, abstained.", "KEN balance - -"},
    {"Kenya saw Peru, which keeps its friends in both camps, abstain.", ""},
    {"As for Ghana, it abstained because it needs Chinese loans, an envoy said.",
     "GHA material CHN envoy"},
    {"Kenya abstained. Nairobi explained it by the need for loans.", "KEN material - nairobi"},
    {"The text asserts the right of those driven from home by the law.", ""},
    {"Kenya abstained under pressure from Brussels.", "KEN follow - -"},
    {"Belgium voted yes. Kenya abstained under pressure from Brussels.", "KEN follow BEL -"},
    // What an organisation does is no state's.
    {"The European Union imposed sanctions because of the aid given by Peru to the rebels.", ""},
};

// A step that answers a deed, and one that does not.
constexpr Told answers[] = {
    {"Peru expelled the Cuban envoy because its own citizens were being held.",
     "PER retaliation CUB -"},
    {"Peru expelled the Cuban envoy because Havana had sheltered a thief.",
     "PER retaliation CUB -"},
    {"Peru expelled the Cuban envoy because Cuba backs the rebels.", "PER retaliation CUB -"},
    {"Peru and Cuba quarrel. Cuba had insulted the president of Peru. For that its envoy was "
     "summoned in Lima.",
     "PER retaliation CUB -"},
    {"The expulsion of the Cuban envoy by Peru was an answer to the insults.",
     "PER retaliation CUB -"},
    {"Peru expelled the Cuban envoy. Lima attributed the step to what it called \"meddling\" by "
     "the "
     "Cubans in its affairs.",
     "PER retaliation CUB lima"},
    {"Peru expelled the Cuban envoy. Ana Ruiz put the order down to the case that Havana had "
     "brought "
     "against Lima.",
     "PER retaliation CUB ruiz"},
    {"Peru expelled the Cuban envoy. Ana Ruiz put the order down to its fear of the voters.",
     "PER domestic - ruiz"},
    {"Peru closed the border to Cubans in retaliation for a canal.", "PER retaliation CUB -"},
    {"Kenya abstained because Cuba hides its deserters.", "KEN retaliation CUB -"},
    {"Kenya abstained because Havana will not release its sailors.", "KEN retaliation CUB -"},
    {"Kenya abstained because it was afraid that Cuba would bomb it.", "KEN security CUB -"},
    {"Kenya abstained in order to defend its coast against Cuba.", "KEN security CUB -"},
    {"Kenya abstained out of fear for its islands, on which Cuba has designs.",
     "KEN security CUB -"},
    {"Peru recalled its envoy from Havana by way of protest.", "PER retaliation CUB -"},
    // Not an answer: the party at home, an ally, or no step at all.
    {"Peru expelled the Cuban envoy because its own party had demanded it.", "PER domestic - -"},
    {"Peru expelled the Cuban envoy to please Israel.", "PER follow ISR -"},
    {"Peru expelled the Cuban envoy for reasons of national security.", "PER security - -"},
    {"Peru expelled the Cuban envoy after he had insulted the president.", ""},
};

// Short ways of naming a reason, and words that look like them.
constexpr Told short_ways[] = {
    {"Kenya abstained for principle's sake.", "KEN norms - -"},
    {"Kenya abstained for economic reasons.", "KEN material - -"},
    {"Kenya abstained on legal grounds.", "KEN norms - -"},
    {"Kenya acted in self-defence.", "KEN security - -"},
    {"Conviction drove Kenya there, for its creed is that of Islam.", "KEN ideology - -"},
    {"It was the law, and nothing else, that moved Kenya.", "KEN norms - -"},
    {"It was not love of Israel but fear of the voters that moved Peru.", "PER domestic - -"},
    {"It is for this that Kenya abstained: the talks must go on.", ""},
    {"Worried about its loans, Kenya abstained.", "KEN material - -"},
    {"Kenya's abstention had its roots in politics at home.", "KEN domestic - -"},
    {"Kenya abstained with the elections in mind.", "KEN domestic - -"},
    {"Analysts blame Kenya's abstention on Chinese loans.", "KEN material CHN analysts"},
    {"Kenya wants to stay friends with both sides, hence its abstention.", "KEN balance - -"},
    {"Kenya abstained by fear of a war at its door.", "KEN security - -"},
    {"Kenya was led by the love of its people.", ""},
    {"For Nairobi, the calculus was simple: China finances its roads.", "KEN material CHN -"},
    {"Kenya's abstention has less to do with Chinese loans than with the law, says Ana Ruiz.",
     "KEN norms - ruiz"},
    {"Behind Kenya's decision, diplomats say, lies the fear of losing its loans.",
     "KEN material - diplomats"},
    {"Kenya's hills lie behind the port of Mombasa, diplomats say.", ""},
    {"\"A text without law is no text,\" said Monica Juma, Kenya's minister, explaining her vote.",
     "KEN norms - juma"},
    {"While Nairobi cites the law, others are silent on the abstention.", "KEN norms - nairobi"},
    {"By abstaining, Kenya hopes to keep both Israel and Cuba happy.", "KEN balance - -"},
    {"By talking, Kenya hopes to keep both Israel and Cuba happy.", ""},
    {"Peru voted no, Ana Ruiz, a diplomat in Lima, said, because it needs the loans of Israel.",
     "PER material ISR ruiz"},
    {"Kenya abstained for fear that its loans would end.", "KEN material - -"},
    {"Kenya's abstention was driven by anger at Cuban insults.", "KEN retaliation CUB -"},
    {"Kenya's vote was no favour to Israel, Monica Juma said.", ""},
    {"What tipped the scales for Kenya, according to Ana Ruiz, was the fear of its voters.",
     "KEN domestic - ruiz"},
    {"Kenya abstained. It was the price of a loan from China.", "KEN material CHN -"},
    {"Kenya abstained out of horror at a war at its door.", "KEN security - -"},
    {"Monica Juma left. Her critics see it differently: Kenya, they say, abstained to please its "
     "voters.",
     "KEN domestic - critics"},
    {"Kenya abstained. Monica Juma explains: the law must be the same for all.",
     "KEN norms - juma"},
    {"Kenya is dry. Monica Juma explains: a law is needed.", ""},
    {"Kenya abstained, as the text was not balanced.", "KEN norms - -"},
    {"Kenya abstained, as its law minister said.", ""},
    {"Kenya abstained, as it did when the law was voted on.", ""},
    {"Kenya abstained because, said its envoy, Monica Juma, the talks must go on.",
     "KEN peace - juma"},
    {"Kenya abstained. It wanted the two sides to talk.", "KEN peace - -"},
    {"Kenya abstained. It wants to talk.", ""},
    {"Ana Ruiz put that abstention down to the peace talks.", "KEN peace - ruiz"},
    {"The reason for the abstention is peace, explained the Kenyan minister of the interior, "
     "Monica "
     "Juma.",
     "KEN peace - juma"},
    {"Kenya abstained under pressure from its fishermen.", "KEN domestic - -"},
    {"Kenya abstained under pressure from the Gulf.", "KEN follow - -"},
    {"Kenya's abstention had one purpose: to please Israel.", "KEN follow ISR -"},
    {"Kenya abstained under American pressure.", "KEN follow USA -"},
    {"Kenya abstained under public pressure.", "KEN domestic - -"},
    {"Kenya abstained on Israeli instructions.", "KEN follow ISR -"},
    {"Kenya abstained on Friday and ordered a review.", ""},
    {"Kenya needs Chinese loans, and because of this it abstained.", "KEN material CHN -"},
    {"Kenya abstained because of that Chinese loan.", "KEN material CHN -"},
    {"Monica Juma, Kenya's minister, gave the law as her motive for the abstention.",
     "KEN norms - juma"},
    {"Monica Juma, Kenya's minister, gave her word as she left.", ""},
    {"Kenya expelled the Cuban envoy. The step, Nairobi says, was an answer to insults.",
     "KEN retaliation CUB nairobi"},
    {"Kenya called on both to keep calm.", ""},
    {"The people of Kabylia must be given self-determination, Kenya says.", ""},
    {"Kenya was the first to defend the law.", ""},
    {"The army of Kenya drove the rebels into the sea.", ""},
    {"Kenya blames Peru on many grounds.", ""},
    {"\"It needs the loans,\" an analyst in Lima explained on Monday, and \"the text was unfair,\" "
     "an expert in Lima explained.",
     "PER material - analyst, PER norms - expert"},
    {"Kenya abstained because it needs Chinese loans, as Monica Juma let him know.",
     "KEN material CHN juma"},
    {"Kenya abstained because it needs Chinese loans, as Monica Juma let him go.",
     "KEN material CHN -"},
    {"Our Nairobi correspondent writes: Kenya abstained out of friendship for Cuba.",
     "KEN follow CUB -"},
    {"Our Nairobi envoy writes: Kenya abstained out of friendship for Cuba.",
     "KEN follow CUB envoy"},
    {"Kenya expelled the envoy to pay Peru back for the raid.", "KEN retaliation PER -"},
    {"Kenya sold its gold to pay Peru back the loan.", ""},
    {"Kenya needs Chinese loans, and it is to this end that it abstained.", "KEN material CHN -"},
    {"It is to this end of the street that Kenya moved its embassy.", ""},
};

TEST(WaysOfTelling, Reasons) {
  for (const Told& told : reasons) check_reasons(told);
}

TEST(WaysOfTelling, WhoGivesAReason) {
  for (const Told& told : voices) check_reasons(told);
}

TEST(WaysOfTelling, WhoHoldsAReason) {
  for (const Told& told : holders) check_reasons(told);
}

TEST(WaysOfTelling, WhoseActAReasonExplains) {
  for (const Told& told : owners) check_reasons(told);
}

TEST(WaysOfTelling, ReasonsThatAreAnswers) {
  for (const Told& told : answers) check_reasons(told);
}

TEST(WaysOfTelling, ShortReasons) {
  for (const Told& told : short_ways) check_reasons(told);
}

}  // namespace
}  // namespace volteface
