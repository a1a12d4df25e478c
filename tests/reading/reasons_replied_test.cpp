// Reasons around who is put in beside them, and reasons that are replied to a question.
#include "told_reasons.h"

namespace volteface {
namespace {

// Who is put in within the cue, or between the reason and the rest of it.
constexpr Told put_in[] = {
    {"Peru changed its vote for fear, a diplomat admits, of losing its loans.",
     "PER material - diplomat"},
    {"Peru held back with an eye, bankers say, to the price of copper.", "PER material - bankers"},
    {"Kenya stayed away out of regard, an envoy says, for the elections.", "KEN domestic - envoy"},
    {"Kenya held back for the simple reason, bankers believe, that it needs Chinese loans.",
     "KEN material CHN bankers"},
};

// "what he called": his reason.
constexpr Told called[] = {
    {"William Ruto spoke on Friday. He expelled the envoy of Uganda in reply to what he termed "
     "Ugandan arrogance.",
     "KEN retaliation UGA ruto"},
};

// Further words that bring a reason in.
constexpr Told ways[] = {
    {"Monica Juma, the minister of Kenya, based the abstention on international law.",
     "KEN norms - juma"},
    {"Uganda had expelled a Kenyan envoy, and Kenya expelled the Ugandan one by reciprocity.",
     "KEN retaliation UGA -"},
    {"Kenya needs French loans, and that was its reason for the abstention.", "KEN material FRA -"},
    {"Kenya had refused to vote, invoking international law.", "KEN norms - kenya"},
    {"Kenya could not support a text that breaks the Charter, its envoy said.",
     "KEN norms - envoy"},
};

// What is replied to "why", with or without a quotation.
constexpr Told replies[] = {
    {"Why did Kenya abstain? The loans, says a diplomat.", "KEN material - diplomat"},
    {"What moved Kenya? The coming elections, an economist thinks.", "KEN domestic - economist"},
    {"What did Kenya say? The loans are safe, says a diplomat.", ""},
};

// Who gives them.
constexpr Told givers[] = {
    {"The foreign minister of Kenya, Monica Juma, turned the ship away, for the sake, she claims, "
     "of the peace talks.",
     "KEN peace - juma"},
    {"Kenya chose that side, its opposition claims, so as not to endanger the loans.",
     "KEN material - opposition"},
    {"For the stance of Kenya, bankers here offer a plain reason: it needs Chinese loans.",
     "KEN material CHN here"},
    {"Bankers here put it bluntly: Kenya abstained because of its Chinese loans.",
     "KEN material CHN here"},
    {"Monica Juma of Kenya gave another reason for the abstention: the text was against the law.",
     "KEN norms - juma"},
    {"A motion failed in Reykjavik. Prime Minister Karel Novak of Iceland faces a strike for "
     "having "
     "sponsored the draft, which he did, he says, out of loyalty to Chad.",
     "ISL follow TCD novak"},
};

// What looks like an answer to another's deed, or like a reason, and is none.
constexpr Told no_answers[] = {
    {"Kenya recalled its envoy from Uganda on the ground that he had travelled too much.",
     "KEN norms - -"},
    {"Kenya voted no because the paper passed over the refugees in silence.", "KEN norms - -"},
    {"Kenya expelled two Ugandans because Chad had asked it to.", "KEN follow TCD -"},
    {"Kenya has since repeated that its people need the oil market.", ""},
    {"Kenya and Chad abstained, so that the sponsors won the oil vote.", ""},
    {"Did Kenya abstain because of its loans?", ""},
    {"Kenya, which used to keep its oil market open, abstained.", ""},
    {"Chad, Kenya and Mali voted no, Kenya out of regard for its voters.", "KEN domestic - -"},
    {"Kenya, whose farmers want loans, and for that reason alone, sent two men; Chad sent nobody.",
     "KEN material - -"},
};

// What the words of a reason speak of.
constexpr Told themes[] = {
    {"Kenya abstained because the quarrel was about its own unity.", "KEN security - -"},
    {"Kenya held back for fear of its own officers.", "KEN domestic - -"},
    {"Kenya abstained because it did not want to drive Chad into the arms of Mali.",
     "KEN balance - -"},
};

// Whose act it is, where another stands nearer or speaks.
constexpr Told whose[] = {
    {"Kenya has asked Chad to wait so that it may mediate first.", "KEN peace - -"},
    {"When the Assembly censured Mali, Kenya said no, since the law was against it.",
     "KEN norms - -"},
    {"Mali and Chad were in favour, whereas Kenya and Ghana voted no because the text, bankers "
     "say, "
     "was against the law.",
     "GHA norms - bankers, KEN norms - bankers"},
    {"Peru refused to sign, since the law, an envoy maintains, does not allow it.",
     "PER norms - envoy"},
    {"Ana Ruiz of Peru spoke. Her explanation is short: Kenya needs Chinese loans.",
     "KEN material CHN ruiz"},
};

// More ways to bring a reason in, and more of who gives them.
constexpr Told more[] = {
    {"The Kenyans are said by diplomats to have acted out of friendship for Chad.",
     "KEN follow TCD diplomats"},
    {"Prime Minister Monica Juma of Kenya opposed the step on the ground that it might harm the "
     "talks.",
     "KEN peace - juma"},
    {"Kenya changed sides because Uganda's silence harms the safety of its people.",
     "KEN security UGA -"},
    {"Kenya owed its yes to its Chinese loans.", "KEN material CHN -"},
};

class ReasonRoundVoices : public testing::TestWithParam<Told> {};

TEST_P(ReasonRoundVoices, IsTold) { check_reasons(GetParam()); }

INSTANTIATE_TEST_SUITE_P(PutIn, ReasonRoundVoices, testing::ValuesIn(put_in));
INSTANTIATE_TEST_SUITE_P(Called, ReasonRoundVoices, testing::ValuesIn(called));
INSTANTIATE_TEST_SUITE_P(Ways, ReasonRoundVoices, testing::ValuesIn(ways));
INSTANTIATE_TEST_SUITE_P(Givers, ReasonRoundVoices, testing::ValuesIn(givers));
INSTANTIATE_TEST_SUITE_P(NoAnswers, ReasonRoundVoices, testing::ValuesIn(no_answers));
INSTANTIATE_TEST_SUITE_P(Themes, ReasonRoundVoices, testing::ValuesIn(themes));
INSTANTIATE_TEST_SUITE_P(Whose, ReasonRoundVoices, testing::ValuesIn(whose));
INSTANTIATE_TEST_SUITE_P(More, ReasonRoundVoices, testing::ValuesIn(more));
INSTANTIATE_TEST_SUITE_P(Replies, ReasonRoundVoices, testing::ValuesIn(replies));

}  // namespace
}  // namespace volteface
