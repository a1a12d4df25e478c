// Acts whose sides a sentence leaves to what was told before, each with its like that tells
// nothing, or something else.
#include <gtest/gtest.h>

#include <string>

#include "told.h"
#include "told_acts_as_text.h"

namespace volteface {
namespace {

constexpr Told answered[] = {
    {"Chad expelled two Malian diplomats. Mali followed suit.",
     "SANCTION MLI TCD, SANCTION TCD MLI"},
    {"Chad expelled two Malian diplomats. Mali answered in kind within hours.",
     "SANCTION MLI TCD, SANCTION TCD MLI"},
    {"Chad expelled two Malian diplomats. Mali answered in a calm tone.", "SANCTION TCD MLI"},
    {"Chad expelled two Malian diplomats, and Mali did the same.",
     "SANCTION MLI TCD, SANCTION TCD MLI"},
    {"Chad recalled its ambassador from Mali. So did Niger.", "SANCTION NER MLI, SANCTION TCD MLI"},
    {"Chad recalled its ambassador from Mali. Niger followed two days later.",
     "SANCTION NER MLI, SANCTION TCD MLI"},
    {"Chad recalled its ambassador from Mali. Niger followed the quarrel.", "SANCTION TCD MLI"},
    {"Chad restored its ties with Mali. Niger did not.",
     "SUPPORT NER MLI negated, SUPPORT TCD MLI"},
    {"Chad and Mali have recalled their ambassadors from each other's capitals.",
     "SANCTION MLI TCD, SANCTION TCD MLI"},
    {"Chad condemned Mali. Relations are not broken.",
     "ACCUSE TCD MLI, SANCTION MLI TCD negated, SANCTION TCD MLI negated"},
    {"Diplomatic ties between Chad and Mali have been restored.", "SUPPORT TCD MLI"},
};

constexpr Told left_out[] = {
    {"Chad and Mali quarrel. Niger urged both sides to talk.", "REQUEST NER MLI, REQUEST NER TCD"},
    {"Chad and Mali quarrel. Chad fears Mali. Niger has offered to mediate.",
     "CONSULT MLI NER possible, CONSULT NER TCD possible"},
    {"Chad and Mali quarrel. Chad fears Mali. Niger has not offered to mediate.",
     "CONSULT MLI NER negated, CONSULT NER TCD negated"},
    {"Chad and Mali quarrel. Chad demanded an explanation.", "REQUEST TCD MLI"},
    {"Chad and Mali quarrel. Chad demanded that the rains be studied.", ""},
    {"Chad raided Mali. It has not apologised.", "ASSAULT TCD MLI, SUPPORT TCD MLI negated"},
    {"Chad raided Mali. Would it apologise?", "ASSAULT TCD MLI"},
    {"Chad broke off relations with Mali in May. In June Chad restored its ties.",
     "SANCTION TCD MLI, SUPPORT TCD MLI"},
    {"Chad condemned Mali. Its president thanked all 64.", "ACCUSE TCD MLI"},
    {"Mali must release the men, Chad said.", "REQUEST TCD MLI"},
    {"Mali must have seen the men, Chad said.", ""},
    {"Chad said that Mali had broken the treaty.", "ACCUSE TCD MLI"},
    {"Chad said that Mali had not broken the treaty.", ""},
    {"Chad said that Mali had kept the treaty.", ""},
    {"The Thai ambassador in Phnom Penh had been recalled.", "SANCTION THA KHM"},
    {"An invitation to Seoul was extended by the president of South Korea to the president of "
     "Chad.",
     "REQUEST KOR TCD"},
};

constexpr Told undone[] = {
    {"Chad put an end to its cooperation with Mali.", "SANCTION TCD MLI"},
    {"Chad froze a part of its aid to Mali.", "SANCTION TCD MLI"},
    {"Chad withdrew its complaint against Mali.", "RETREAT TCD MLI"},
    {"Chad accused Mali of having supported the rebels.", "ACCUSE TCD MLI"},
    {"Chad blamed the attack on Mali.", "ACCUSE TCD MLI"},
    {"Niger condemned the Chadian attack on Mali.", "ACCUSE NER TCD, ASSAULT TCD MLI"},
    {"Chad regrets the death of the Malian soldiers.", ""},
    {"Chad met the criteria of Mali.", ""},
    {"Chad called the president of Mali a liar.", "ACCUSE TCD MLI"},
    {"Chad does not rule out sanctions against Mali.", "SANCTION TCD MLI possible"},
    {"Chad did not go so far as to condemn Mali.", "ACCUSE TCD MLI negated"},
    {"Chad was on the same side as Mali.", ""},
    {"Nigeria cut its ties with Chad out of solidarity with Mali.", "SANCTION NGA TCD"},
    {"Nigeria stands in solidarity with Mali.", "SUPPORT NGA MLI"},
};

constexpr Told in_part[] = {
    {"Kenya lifted part of its sanctions on Sudan.", "RETREAT KEN SDN"},
    {"Kenya suspended the toughest of its sanctions on Sudan.", "RETREAT KEN SDN"},
    {"Kenya kept part of its sanctions on Sudan.", "SANCTION KEN SDN"},
    {"Kenya delivered a batch of tanks to Sudan.", "AID KEN SDN"},
    {"Kenya delivered a piece of advice to Sudan.", ""},
};

constexpr Told by_more_words[] = {
    {"Kenya struck Sudan off its customs register.", "SANCTION KEN SDN"},
    {"Kenya struck the Sudanese minister from its sanctions list.", "RETREAT KEN SDN"},
    {"Kenya struck Sudan.", "ASSAULT KEN SDN"},
    {"Kenya made Sudan a gift of 30 tonnes of rice.", "AID KEN SDN"},
    {"Kenya made Sudan a gift of two horses.", "SUPPORT KEN SDN"},
    {"North Korea fired three missiles into the Sea of Japan.", "MOBILIZE PRK JPN"},
    {"North Korea fired three missiles at Japan.", "ASSAULT PRK JPN"},
    {"The president of Kenya went on to Khartoum.", "CONSULT KEN SDN"},
    {"The president of Kenya went on to write a book about Sudan.", ""},
    {"The president of Kenya spoke kindly of Sudan.", "SUPPORT KEN SDN"},
    {"The president of Kenya spoke of Sudan.", ""},
    {"Kenya came out in Sudan's favour.", "SUPPORT KEN SDN"},
    {"Kenya came out of Sudan's shadow.", ""},
    {"The president of Kenya has set foot in Sudan.", "CONSULT KEN SDN"},
    {"The president of Kenya set a high price in Sudan.", ""},
    {"Kenya sent the Sudanese hostages home.", "RETREAT KEN SDN"},
    {"Kenya sent the Sudanese diplomats home.", "SANCTION KEN SDN"},
    {"Sudan's ambassador was hauled before the Kenyan minister.", "ACCUSE KEN SDN"},
    {"Kenya hauled timber from Sudan.", ""},
    {"Kenya admitted the killing of two Sudanese sailors.", "CONCEDE KEN SDN"},
    {"Kenya admitted two Sudanese sailors to a hospital.", "AID KEN SDN"},
    {"Kenya has let in no Sudanese trucks since May.", "REJECT KEN SDN"},
    {"Kenya has let in the Sudanese trucks.", "RETREAT KEN SDN"},
    {"Kenya turned the Sudanese ships away at the dock.", "SANCTION KEN SDN"},
    {"Kenya turned the Sudanese ships into reefs.", ""},
    {"The ambassador of Kenya conveyed an invitation to the president of Sudan.",
     "REQUEST KEN SDN"},
    {"The ambassador of Kenya conveyed a parcel to the president of Sudan.", ""},
    {"Kenya handed Sudan a list of the members.", ""},
    {"Kenya handed Sudan a list of demands.", "REQUEST KEN SDN"},
};

constexpr Told asides[] = {
    {"Mali, for its part, called Chad's step unjust.", "ACCUSE MLI TCD"},
    {"Mali, in turn, condemned Chad.", "ACCUSE MLI TCD"},
    {"Mali condemned the part of Chad.", "ACCUSE MLI TCD"},
};

TEST(ActsInAStory, Answered) {
  for (const Told& told : answered) check_acts(told);
}

TEST(ActsInAStory, SidesLeftOut) {
  for (const Told& told : left_out) check_acts(told);
}

TEST(ActsInAStory, UndoneOrOfAnotherSense) {
  for (const Told& told : undone) check_acts(told);
}

// What is said again and again is told no more often for that.
TEST(ActsInAStory, ManyThatDoTheSame) {
  std::string text = "Chad expelled two Malian diplomats.";
  for (int k = 0; k < 60; ++k) {
    text += k % 2 == 0 ? " Niger, Benin and Togo did the same."
                       : " Ghana, Gabon and Kenya did the same.";
  }
  EXPECT_LE(read_told(text, parse_date("2019-03-14")).events.size(), 20u * 60u);
}

// Texts that end where a cue stands.
TEST(ActsInAStory, EndsWithACue) {
  for (const std::string text :
       {"Chad abstained because ties have been poor since", "Chad abstained, according to its",
        "Chad abstained, according to its \"loyal\" envoy, for its debts",
        "Chad explained, explaining", "Nine members abstained. Chad was one of the nine",
        "Chad abstained because of the raid, it", "In Buenos Aires Ruiz said", "Chad voted no",
        "Chad recalled its envoy. Mali did not"}) {
    EXPECT_NO_THROW(read_told(text, parse_date("2019-03-14"))) << text;
  }
}

TEST(ActsInAStory, InPart) {
  for (const Told& told : in_part) check_acts(told);
}

TEST(ActsInAStory, ByMoreWords) {
  for (const Told& told : by_more_words) check_acts(told);
}

TEST(ActsInAStory, BesideAsides) {
  for (const Told& told : asides) check_acts(told);
}

}  // namespace
}  // namespace volteface
