// The days of acts and votes, and what is planned or has not been. 2019-03-14 was a Thursday.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "told.h"
#include "told_acts_as_text.h"

namespace volteface {
namespace {

std::string days(const DateWindow& date) {
  const std::string from = format_date(date.from), to = format_date(date.to);
  return from == to ? from : from + ".." + to;
}

void check_days(const Told& told) {
  std::set<std::string> got;
  for (const ReportedEvent& event : read_told(told.text, parse_date("2019-03-14")).events) {
    std::string one = std::string(text_of(event.type)) + ' ' + side(event.source) + ' ' +
                      side(event.target) + ' ';
    if (event.modality != Modality::asserted) one += std::string(text_of(event.modality)) + ' ';
    got.insert(one + days(event.date));
  }
  EXPECT_EQ(joined(got), told.records) << told.text;
}

constexpr Told acts[] = {
    // Behind words that hang on something else.
    {"Chad condemned Mali on 6 March, in protest.", "ACCUSE TCD MLI 2019-03-06"},
    {"On 4 March, in his Sunday speech, Idriss Déby of Chad condemned Mali.",
     "ACCUSE TCD MLI 2019-03-04"},
    {"Chad condemned Mali on 4 March, when the council met again.", "ACCUSE TCD MLI 2019-03-04"},
    {"Niger relayed on 4 March messages to Chad, when the council met in February.",
     "CONSULT NER TCD 2019-03-04"},
    {"Niger relayed messages to Chad, when the council met on 4 March.",
     "CONSULT NER TCD 2019-03-04"},
    {"The talks opened on 4 March. A raid staged by Mali on Niger on 2 March went wrong.",
     "ASSAULT MLI NER 2019-03-02"},
    // Of the clause that another is put into, and of all that follows.
    {"It began on 3 March. A day later, while a crowd gathered in Bamako, Chad condemned Mali.",
     "ACCUSE TCD MLI 2019-03-04"},
    {"On 4 March Chad called in the envoy, gave him an hour to pack, and condemned Mali.",
     "ACCUSE TCD MLI 2019-03-04"},
    {"No talks have been held since the summit in Lima in May 2018, at which Chad condemned Mali.",
     "ACCUSE TCD MLI 2018-05-01..2018-05-31"},
    // Of the next clause, or of the one before it.
    {"In January Niger condemned Mali, and in February Chad condemned Togo.",
     "ACCUSE NER MLI 2019-01-01..2019-01-31, ACCUSE TCD TGO 2019-02-01..2019-02-28"},
    {"When they met in January, Niger closed the port and condemned Mali.",
     "ACCUSE NER MLI 2019-01-01..2019-01-31"},
    {"Chad called on Mali, on 4 March, to free the envoy.", "REQUEST TCD MLI 2019-03-04"},
    {"Chad refused to receive the envoy of Mali last month.",
     "REJECT TCD MLI 2019-02-01..2019-02-28"},
    // What had been before may have come to its end.
    {"They met on 4 March. Togo had asked for it in January. Chad condemned Mali.",
     "ACCUSE TCD MLI 2019-03-04"},
    {"They met on 4 March. Togo had made it known in January that it was for it. Chad condemned "
     "Mali.",
     "ACCUSE TCD MLI 2019-03-04"},
    // No time of a tale.
    {"They met on 4 March. In 1987, too, the king was for it. Chad condemned Mali.",
     "ACCUSE TCD MLI 2019-03-04"},
    {"In 2011, too, Chad condemned Mali. It also condemned Togo.",
     "ACCUSE TCD MLI 2011-01-01..2011-12-31, ACCUSE TCD TGO 2011-01-01..2011-12-31"},
    {"When the embassy burned in May 2018, Chad recalled its envoy and will now sue Mali.",
     "ACCUSE TCD MLI planned 2019-03-07..2020-03-13, SANCTION TCD MLI 2018-05-01..2018-05-31"},
    {"They buried the king, poisoned in Lima in 1987. Chad condemned Mali.",
     "ACCUSE TCD MLI 2019-03-07..2019-03-14"},
    {"The siege between 1992 and 1995 was a crime, they say. Chad condemned Mali.",
     "ACCUSE TCD MLI 2019-03-07..2019-03-14"},
    {"The ship went down in May 1985. Thirty-four years later it is a reef.\n\nChad condemned Mali "
     "for it.",
     "ACCUSE TCD MLI 1985-05-01..2019-03-14"},
    // Since a day, and not on it.
    {"Chad has repeatedly accused Mali of it since 4 March.",
     "ACCUSE TCD MLI 2019-03-04..2019-03-14"},
    {"On 4 March, in its first vote since 2011, Chad condemned Mali.", "ACCUSE TCD MLI 2019-03-04"},
    // Nor of what is asked for, nor of what had been.
    {"The talks opened on 4 March. Chad had invited Mali to Lima for Friday.",
     "REQUEST TCD MLI 2018-03-04..2019-03-04"},
    {"On 4 March Chad condemned Mali, which had accused Niger.",
     "ACCUSE MLI NER 2018-03-04..2019-03-04, ACCUSE TCD MLI 2019-03-04"},
    {"Two days after Mali expelled the envoy of Chad, Niger on Monday condemned Mali.",
     "ACCUSE NER MLI 2019-03-11, SANCTION MLI TCD 2019-03-09..2019-03-10"},
    {"Niger condemned Mali on Monday, after Mali had expelled the envoy of Chad.",
     "ACCUSE NER MLI 2019-03-11, SANCTION MLI TCD 2018-03-11..2019-03-11"},
    // What is done there, and what comes about, is of the same day.
    {"The African Union barred Mali from its sessions in February.",
     "SANCTION AU MLI 2019-02-01..2019-02-28"},
    {"Chad signed an agreement with Mali last year.", "AGREE TCD MLI 2018-01-01..2018-12-31"},
    {"Chad condemned Mali before the talks with Niger on Friday.",
     "ACCUSE TCD MLI 2019-03-08..2019-03-14, CONSULT TCD NER 2019-03-08"},
    {"Chad hit Mali with new sanctions last month.", "SANCTION TCD MLI 2019-02-01..2019-02-28"},
    {"Peru got Chad to condemn Mali on 4 March.", "ACCUSE TCD MLI 2019-03-04"},
    // What has been done was so up to now, whatever was told before.
    {"Chad fell in 2012. Chad has condemned Mali.", "ACCUSE TCD MLI 2012-01-01..2019-03-14"},
    // Told in the time of a tale.
    {"The war began in May 2012. Chad offered to mediate between Mali and Niger.",
     "CONSULT TCD MLI possible 2012-05-01..2013-05-31, CONSULT TCD NER possible "
     "2012-05-01..2013-05-31"},
    // Parted by a mark.
    {"In May 2012 Chad condemned Mali; in June 2013 Chad condemned Niger.",
     "ACCUSE TCD MLI 2012-05-01..2012-05-31, ACCUSE TCD NER 2013-06-01..2013-06-30"},
    {"Under the ruling of July 2012 Chad apologised to Mali.",
     "SUPPORT TCD MLI 2012-07-01..2012-07-31"},
    {"Chad thanked Oman, under whose roof a text had been found in 2012. Chad also thanked Niger.",
     "SUPPORT TCD NER 2019-03-07..2019-03-14, SUPPORT TCD OMN 2019-03-07..2019-03-14"},
    // As vague as it is told.
    {"Two years ago Chad condemned Mali.", "ACCUSE TCD MLI 2016-08-26..2017-09-30"},
    {"A month ago Chad condemned Mali.", "ACCUSE TCD MLI 2019-01-25..2019-03-06"},
    {"Two days ago Chad condemned Mali.", "ACCUSE TCD MLI 2019-03-12"},
    {"A year ago today Chad condemned Mali.", "ACCUSE TCD MLI 2018-03-14"},
    {"Since the coup of 2012, Chad has accused Mali of it.",
     "ACCUSE TCD MLI 2012-01-01..2019-03-14"},
    {"The talks opened on 4 March. Chad condemned Mali over the coup of 2012.",
     "ACCUSE TCD MLI 2019-03-04"},
    {"Speaking in Lima on Monday, Chad's foreign minister accused Mali of lying.",
     "ACCUSE TCD MLI 2019-03-11"},
    {"The talks opened on 4 March. Chad condemned Mali, forgetting what it said on Tuesday.",
     "ACCUSE TCD MLI 2019-03-04"},
    {"Not until May 2018 did Chad recognise Mali.", "SUPPORT TCD MLI 2018-05-01..2018-05-31"},
    // What is planned lies behind the day on which it was said.
    {"On 5 June 2018 Chad announced that it would recognise Mali.",
     "SUPPORT TCD MLI planned 2018-06-05..2020-03-13"},
    {"Chad will recognise Mali on 20 March.", "SUPPORT TCD MLI planned 2019-03-20"},
};

TEST(DaysTold, OfActs) {
  for (const Told& told : acts) check_days(told);
}

constexpr Told modalities[] = {
    {"Chad stopped short of condemning Mali.", "ACCUSE TCD MLI negated"},
    {"Chad refrained from condemning Mali.", "ACCUSE TCD MLI negated"},
    {"Chad has yet to recognise Mali.", "SUPPORT TCD MLI negated"},
    {"Instead of condemning Mali, Chad thanked Niger.", "ACCUSE TCD MLI negated, SUPPORT TCD NER"},
    {"Chad almost expelled the ambassador of Mali.", "SANCTION TCD MLI negated"},
    {"Chad was unwilling to condemn Mali.", "ACCUSE TCD MLI negated"},
    {"Chad is not going to expel the diplomats of Mali.", "SANCTION TCD MLI negated"},
    {"It is unlikely that Chad will condemn Mali.", "ACCUSE TCD MLI negated"},
    {"Chad rules out talks with Mali.", "CONSULT MLI TCD negated, REJECT TCD MLI"},
    {"Chad is set to expel the envoy of Mali.", "SANCTION TCD MLI planned"},
    {"Chad was on the point of recalling its ambassador from Mali.", "SANCTION TCD MLI planned"},
    {"Chad came close to breaking off ties with Mali.", "SANCTION TCD MLI possible"},
    {"Chad was to meet Mali's president on Friday.", "CONSULT MLI TCD planned"},
    {"Chad did not rule out recognising Mali.", "SUPPORT TCD MLI possible"},
    // Their like, which deny nothing, or something else.
    {"Chad did not fail to condemn Mali.", "ACCUSE TCD MLI"},
    {"Chad promised Mali never to return.", "AGREE MLI TCD"},
    {"Chad is not about to recognise Mali.", "SUPPORT TCD MLI negated"},
    {"Niger was unwilling to go on a week after Idriss Déby had been the guest of Mali.",
     "CONSULT MLI TCD"},
    {"Due to an attack by Chad on Mali the road was shut.", "ASSAULT TCD MLI"},
    {"Chad set a day and expelled the envoy of Mali.", "SANCTION TCD MLI"},
};

TEST(DaysTold, WhatIsPlannedOrNot) {
  for (const Told& told : modalities) check_acts(told);
}

void check_days_of_votes(const Told& told) {
  std::set<std::string> got;
  for (const ReportedVote& vote : read_told(told.text, parse_date("2019-03-14")).votes)
    got.insert(vote.state + ' ' + days(vote.date));
  EXPECT_EQ(joined(got), told.records) << told.text;
}

constexpr Told votes[] = {
    // Not that of what is only named, compared, or a limit.
    {"The General Assembly censured Mali on Tuesday.\n\nBy 90 votes to nine it deplored the raid "
     "of "
     "3 March. Togo abstained.",
     "TGO 2019-03-12"},
    {"The General Assembly voted on Tuesday. With fewer noes than a year ago it was carried: Togo "
     "and Peru voted against.",
     "PER 2019-03-12, TGO 2019-03-12"},
    {"The Security Council voted on Tuesday. The resolution gave Mali until 30 March to leave. "
     "Togo "
     "abstained.",
     "TGO 2019-03-12"},
    // What a heading is dated by is not the day of the vote.
    {"14 March 2019 Togo's third vote on the lake, and why it was cast\n\nLast Friday Togo took "
     "all by surprise. When the General Assembly met, Togo abstained.",
     "TGO 2019-03-08"},
    // A look back, and an interview, of another time than the report's.
    {"The hall was full when, on 14 March 1999, the ayes were counted. Togo abstained.",
     "TGO 1999-03-14"},
    {"He was in Lima on Thursday.\n\nIn December the General Assembly voted on the lake. Why did "
     "Togo abstain?\n\nTogo voted against it, he says, and so did Peru.",
     "PER 2018-12-01..2018-12-31, TGO 2018-12-01..2018-12-31"},
    {"The General Assembly voted on Tuesday. Six weeks earlier, on 28 January, Togo had voted "
     "against the first text.\n\nOn that day it had been in good company. Peru abstained.",
     "PER 2019-01-28, TGO 2019-01-28"},
    {"The General Assembly voted on Tuesday. A year ago it was closer. Togo, which was against it "
     "in 2017, abstained.",
     "TGO 2017-01-01..2017-12-31, TGO 2019-03-12"},
    {"The General Assembly voted on Tuesday. Togo and Peru, both of which abstained in 2017, this "
     "time voted yes.",
     "PER 2017-01-01..2017-12-31, PER 2019-03-12, TGO 2017-01-01..2017-12-31, TGO 2019-03-12"},
    // A day that opens the sentence holds for all that it tells and what goes on behind it.
    {"The General Assembly voted on Tuesday. Togo voted no.\n\nAt the Security Council on May 4, "
     "2017, a draft that would have extended its mandate, which had been tabled by Peru, failed. "
     "China abstained.",
     "CHN 2017-05-04, TGO 2019-03-12"},
    {"The General Assembly voted on Tuesday. Togo voted no.\n\nOn Wednesday, said the resolution's "
     "authors, it was late. China abstained.",
     "CHN 2019-03-12, TGO 2019-03-12"},
    // The vote of the report is on the day on which what is spoken of came about.
    {"Published 14 March 2019\n\nNever had the Human Rights Council voted a text down. On Tuesday "
     "it did. Twenty states rejected it. Togo abstained.",
     "TGO 2019-03-12"},
    {"Togo left the talks on the eve of the vote in the General Assembly. On Tuesday the Assembly "
     "voted. Togo abstained.",
     "TGO 2019-03-12"},
    {"The General Assembly voted on Tuesday. Togo voted no.\n\nThe quarrel goes back to May 4, "
     "2018, "
     "when it was first discussed. China abstained.",
     "CHN 2018-05-04, TGO 2019-03-12"},
    // The evening of a day is that day, and what is put into the sentence behind it of none.
    {"Lima, 14 March 2019\n\nIt was the evening of 2 March 1999. The Security Council had just "
     "told "
     "Mali to leave Togo, which it had seized on 4 February 1999. Peru abstained.",
     "PER 1999-03-02"},
    // A tale may begin behind the first words of its paragraph.
    {"The envoys left on Tuesday, says the ministry.\n\nNobody was surprised. On 4 October 2018 "
     "the "
     "ministers of the OAS ruled that the poll was void. Twelve states thought so. Only Peru voted "
     "against.",
     "PER 2018-10-04"},
    // "It" is the body named before.
    {"Lima, 14 March 2019\n\nOn 4 May 1999 the Security Council met on the lake. Togo voted no.\n\n"
     "It went to the General Assembly. It called on Mali, on 7 May 1999, to leave. Peru abstained.",
     "PER 1999-05-07, TGO 1999-05-04"},
    // Behind a comma a relative clause goes on with the tale.
    {"Lima, 14 March 2019\n\nOn 4 May 1999 the Security Council met on the lake. Togo voted no.\n\n"
     "The matter went to the General Assembly, which on 7 May 1999 deplored the raid by 80 votes "
     "to "
     "18. Peru abstained.",
     "PER 1999-05-07, TGO 1999-05-04"},
    // No body abstains.
    {"Togo takes no sides. When the UN General Assembly deplored the raid in January, it "
     "abstained.",
     "TGO 2019-01-01..2019-01-31"},
    // Of a vote that is to come.
    {"The UN General Assembly voted on Tuesday. Togo voted no. Ana Ruiz wants Peru to vote yes "
     "next "
     "time.",
     "PER 2019-03-12..2020-03-13, TGO 2019-03-12"},
    // Not of the time that is put in beside.
    {"Lima, 14 March 2019\n\nOn 9 May 1999 the General Assembly, to which the matter had been "
     "taken "
     "after talks in the Security Council a week earlier, merely deplored the raid, though nobody "
     "was deceived: ninety states voted for the resolution. Peru, which had drafted it, and Chad "
     "were among them. Mali abstained.",
     "MLI 1999-05-09, PER 1999-05-09, TCD 1999-05-09"},
    {"The General Assembly voted on Tuesday. Togo abstained.\n\nIn January the court found against "
     "it. Peru rejected the finding then and rejects the resolution now.",
     "PER 2019-03-12, TGO 2019-03-12"},
    // Of two votes told of before.
    {"When the UN General Assembly deplored the raid on 2 March, Togo abstained. On 12 March it "
     "voted yes. Peru abstained both times.",
     "PER 2019-03-02, PER 2019-03-12, TGO 2019-03-02, TGO 2019-03-12"},
    // Of a day gone back to, and what follows.
    {"The UN General Assembly voted on Wednesday for a truce. Togo was in favour. On 10 January "
     "2019 it had still rejected the text. On that day it was in good company. Chad and Peru voted "
     "no, too.",
     "PER 2019-01-10, TCD 2019-01-10, TGO 2019-01-10, TGO 2019-03-13"},
    // Not of the deed that the text is about.
    {"Kenya was rebuked by the UN General Assembly on Wednesday for its raid.\n\nBy 108 votes to "
     "nine the Assembly adopted a resolution that deplores the landing of 10 March. Peru voted "
     "against.",
     "PER 2019-03-13"},
    // Not of the day of the report where another is told.
    {"14 March 2019: what moved Nairobi to its fourth vote\n\nOn Tuesday Kenya surprised its "
     "friends. When the UN General Assembly declared the raid void, Kenya voted yes. Peru "
     "abstained.",
     "KEN 2019-03-12, PER 2019-03-12"},
};

TEST(DaysTold, OfVotes) {
  for (const Told& told : votes) check_days_of_votes(told);
}

}  // namespace
}  // namespace volteface
