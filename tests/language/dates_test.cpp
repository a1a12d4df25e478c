#include <gtest/gtest.h>

#include "one_language.h"

namespace volteface {
namespace {

std::string days(const Document& document) {
  std::string out;
  for (const DateExpression& date : document.dates) {
    out += (out.empty() ? "" : " ") + format_date(date.from);
    if (date.to != date.from) out += ".." + format_date(date.to);
  }
  return out;
}

// All of these by hand, from a calendar. 2025-08-15 was a Friday.
TEST(Dates, FromTheDayOfWriting) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Chad signed on Thursday.", "2025-08-14"},
      {"Chad will sign on Monday.", "2025-08-18"},
      {"They met yesterday.", "2025-08-14"},
      {"They meet again tomorrow.", "2025-08-16"},
      {"Togo left last week.", "2025-08-04..2025-08-10"},
      {"Togo left last month.", "2025-07-01..2025-07-31"},
      {"Togo joined last December.", "2024-12-01..2024-12-31"},
      {"Togo joined last March.", "2025-03-01..2025-03-31"},
      {"It was eased in 2015, and a year later they met.",
       "2015-01-01..2015-12-31 2016-01-01..2016-12-31"},
      {"They met on 3 May. Togo left the day after.", "2025-05-03 2025-05-04"},
      {"In March Chad left. The next day Togo did.",
       "2025-03-01..2025-03-31 2025-03-01..2025-04-01"},
      {"Chad said that it would leave on 20 August.", "2025-08-20"},
      {"A year ago today Chad left. On 8 August it had said no.", "2024-08-15 2024-08-08"},
      {"It was tabled two weeks ago.", "2025-08-01"},
      {"It was tabled in February.", "2025-02-01..2025-02-28"},
      {"It was tabled in October.", "2024-10-01..2024-10-31"},
      {"The treaty of 12 March 1998 still holds.", "1998-03-12"},
      {"On March 12, 1998 they signed.", "1998-03-12"},
      {"The war began in 2022.", "2022-01-01..2022-12-31"},
      {"In June 2024 Oman voted no.", "2024-06-01..2024-06-30"},
      {"From 4 to 6 June 2024 they talked.", "2024-06-04..2024-06-06"},
      {"It had been so since the 1990s.", "1990-01-01..1999-12-31"},
      {"He came earlier this week.", "2025-08-11..2025-08-14"},
      {"Late last year it fell.", "2024-07-01..2024-12-31"},
      {"It ruled from 1904 to 1908.", "1904-01-01..1908-12-31"},
      {"Dated 2025-02-24, it says so.", "2025-02-24"},
      {"Togo asked them to come in October.", "2025-10-01..2025-10-31"},
      {"He will be back in two weeks.", "2025-08-29"},
      {"He will leave in two years.", "2027-08-15"},
      {"They are to meet in three weeks.", "2025-09-05"},
      {"It is expected to end in six months.", "2026-02-15"},
      {"In three weeks they took the town.", ""},
      {"They will meet between now and May.", "2025-08-15..2026-05-31"},
      {"It came hours before the vote.", "2025-08-15"},
      {"Hours before, he had left.", "2025-08-15"},
      {"He came on 3 May 2024, hours before the vote.", "2024-05-03 2024-05-03"},
      {"In the early 1990s it fell.", "1990-01-01..1994-12-31"},
      {"In the late 1980s it fell.", "1985-01-01..1989-12-31"},
      {"Over the past decade it fell.", "2015-08-15..2025-08-14"},
      {"They met on 24 and 25 February 2022.", "2022-02-24 2022-02-25"},
      {"They met between the 9th and 17th of April.", "2025-04-09..2025-04-17"},
      {"They will meet next Monday to Friday.", "2025-08-18..2025-08-22"},
      {"Three days after 12 January 2025 it fell.", "2025-01-15"},
      {"He left two days after last Friday.", "2025-08-10"},
      {"It will end in 2050.", "2050-01-01..2050-12-31"},
      {"It will start in May 2050.", "2050-05-01..2050-05-31"},
      {"At the end of May 2024 it fell.", "2024-05-16..2024-05-31"},
      // From what was told last, and not from the day of writing.
      {"They met on 3 May 2024. Two days later they signed.", "2024-05-03 2024-05-05"},
      {"They met in May 2024. Two days later they signed.",
       "2024-05-01..2024-05-31 2024-05-03..2024-06-02"},
      // Nor from what was put into a sentence, nor from a month before the day told last.
      {"They met on 3 May 2024 about Togo, which Mali took in June 2023. The next day they signed.",
       "2024-05-03 2023-06-01..2023-06-30 2024-05-04"},
      {"On 3 May 2024 it gave Togo until 1 June to leave. A day later it fell.",
       "2024-05-03 2024-06-01 2024-05-04"},
      {"They met on 3 May 2024, when it had lain idle since its fall in March 2024.\n\nA day later "
       "they signed.",
       "2024-05-03 2024-03-01..2024-03-31 2024-05-04"},
      {"It was Togo's king, who on 3 May 2024 stepped out. Five days earlier they had met.",
       "2024-05-03 2024-04-28"},
      {"Lima, 15 August 2025\n\nTwo days later they signed.", "2025-08-15"},
      {"Two days after the fall of 12 January 2025 they signed.", "2025-01-14"},
      {"It fell on the last day of June.", "2025-06-30"},
      {"It fell on the second day of the talks in June.", "2025-06-01..2025-06-30"},
      {"On the last day of 2023 it fell.", "2023-12-31"},
      {"On the last day of the war he fled.", ""},
      // A day that was reached is a day told.
      {"They met on 3 March 2024. By 5 March they had a deal. The next day they signed it.",
       "2024-03-03 2024-03-05 2024-03-06"},
      {"The siege lasted until 5 February 2024. The following day the troops left.",
       "2024-02-05 2024-02-06"},
      // Trees that break there: what the words before a date say of it.
      {"Mali's king is due in Lima on 3 September.", "2025-09-03"},
      {"A pact on the waters of the lake is to be signed in the town of Bol on 3 September.",
       "2025-09-03"},
      {"The debt must be paid until March.", "2026-03-01..2026-03-31"},
      {"Their men could be out of Togo by Christmas.", "2025-12-24..2025-12-26"},
      {"Togo demanded that Mali leave within six months.", "2025-08-15..2026-02-14"},
      {"He demands the withdrawal of the force in October.", "2025-10-01..2025-10-31"},
      {"Should Togo vote to leave on 3 September, it would be alone.", "2025-09-03"},
      {"He invited them to a dance on 3 September.", "2025-09-03"},
      {"Obi, who has toured Mali in October, could help.", "2024-10-01..2024-10-31"},
      {"They asked whether the declaration of October was lawful.", "2024-10-01..2024-10-31"},
      {"The session of 3 September will be open.", "2025-09-03"},
      {"Duties come back on Monday.", "2025-08-18"},
      // What was to come, and went by.
      {"Mali ordered them to leave by 1 August.", "2025-08-01"},
      {"They had planned to hold the vote in July.", "2025-07-01..2025-07-31"},
      {"They planned to hold the vote in January.", "2026-01-01..2026-01-31"},
      // The last one that there was, of a Friday.
      {"Togo left last Monday.", "2025-08-11"},
      {"Togo left last Wednesday.", "2025-08-06"},
      {"A quarter of a century ago today Togo left.", "2000-08-15"},
      {"Half a century ago this week Togo left.", "1975-08-11..1975-08-17"},
      {"On this day in 1992 Togo left.", "1992-08-15"},
      {"They met in May 2024. The next month they quarrelled.",
       "2024-05-01..2024-05-31 2024-06-01..2024-06-30"},
  };
  for (const auto& [text, expected] : cases)
    EXPECT_EQ(days(read_on(text, "2025-08-15")), expected) << text;
}

// By hand, from what the text has told before. 2024-05-03 was a Friday.
TEST(Dates, FromWhatWasTold) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"They met on 3 May 2024. Togo left that week.", "2024-05-03 2024-04-29..2024-05-05"},
      {"They met on 3 May 2024. Togo left in the same month.", "2024-05-03 2024-05-01..2024-05-31"},
      {"They met on 3 May 2024. Togo left that evening.", "2024-05-03 2024-05-03"},
      {"They met on 3 May 2024. Togo left the night before.", "2024-05-03 2024-05-02"},
      {"They met on 3 May 2024. The following morning Togo left.", "2024-05-03 2024-05-04"},
      {"They met on 3 May 2024. The next Tuesday Togo left.", "2024-05-03 2024-05-07"},
      {"They met on 3 May 2024. Togo had left the previous Tuesday.", "2024-05-03 2024-04-30"},
      {"They met on 3 May 2024. Togo left that summer.", "2024-05-03 2024-06-01..2024-08-31"},
      {"They met on 3 March 2023. Togo left the following spring.",
       "2023-03-03 2024-03-01..2024-05-31"},
      {"They met on 3 May 2024. Togo had left the previous autumn.",
       "2024-05-03 2023-09-01..2023-11-30"},
      {"They met on 3 May 2024. The year before, Togo had left.",
       "2024-05-03 2023-01-01..2023-12-31"},
      {"They met in 2021. The following year Togo left.",
       "2021-01-01..2021-12-31 2022-01-01..2022-12-31"},
      {"They met in 2021. In June of that year Togo left.",
       "2021-01-01..2021-12-31 2021-06-01..2021-06-30"},
      {"They voted on 3 May 2024. On the eve of the vote Togo left.", "2024-05-03 2024-05-02"},
      {"They met on 3 May 2024. That June Togo left.", "2024-05-03 2024-06-01..2024-06-30"},
      {"They met in December 2023. That January Togo left.",
       "2023-12-01..2023-12-31 2024-01-01..2024-01-31"},
      {"They met in May 2024; the following March Togo left.",
       "2024-05-01..2024-05-31 2025-03-01..2025-03-31"},
      {"They met in May 2024. The previous August Togo had left.",
       "2024-05-01..2024-05-31 2023-08-01..2023-08-31"},
      {"It has been shut since April 2023. On 3 May of that year Togo left.",
       "2023-04-01..2023-04-30 2023-05-03"},
      {"They met in May 2024. Within a week Togo was in.",
       "2024-05-01..2024-05-31 2024-05-01..2024-06-07"},
      {"They met on 3 May 2024. Ten days on, Togo left.", "2024-05-03 2024-05-13"},
      {"They met on 3 May 2024. After three days Togo left.", "2024-05-03 2024-05-06"},
      {"They met on 3 May 2024. Two days before that meeting Togo left.", "2024-05-03 2024-05-01"},
      {"They met on 3 May 2024. Before the month was out, Togo left.",
       "2024-05-03 2024-05-03..2024-05-31"},
      {"They met on 3 May 2024, and within the week Togo left.",
       "2024-05-03 2024-05-03..2024-05-10"},
      {"They met on 3 May 2024. In the weeks that followed Togo left.",
       "2024-05-03 2024-05-03..2024-07-12"},
      {"They met on 3 May 2024. In the days before, Togo had left.",
       "2024-05-03 2024-04-19..2024-05-03"},
      {"Ten years ago to the day Togo left.", "2015-08-15"},
      {"It was tabled in the spring.", "2025-03-01..2025-05-31"},
      {"It will be tabled in the spring.", "2026-03-01..2026-05-31"},
      {"It fell last fall.", "2024-09-01..2024-11-30"},
      {"They met on Christmas Eve.", "2024-12-24"},
      {"They met at Easter 2024.", "2024-03-29..2024-04-01"},
      {"They will meet on New Year's Day.", "2026-01-01"},
      {"It ended on Boxing Day 1991.", "1991-12-26"},
      // 2016-12-25 was a Sunday, 2025-04-20 Easter.
      {"They met two days before Christmas 2016.", "2016-12-23"},
      {"They met in the week before Easter.", "2025-04-13..2025-04-19"},
      {"They met in the week after Easter.", "2025-04-21..2025-04-27"},
      {"It fell the day after New Year.", "2025-01-02"},
      {"They met three weeks before Christmas 2016.", "2016-12-01..2016-12-07"},
      {"It fell the day after New Year's Eve.", "2025-01-01"},
      {"They met during Ramadan 2024.", "2024-03-11..2024-04-09"},
      {"He flies to Lima on 20 August.", "2025-08-20"},
      {"They could meet in late September.", "2025-09-16..2025-09-30"},
      {"It came up in recent weeks.", "2025-06-06..2025-08-15"},
      {"It came up months ago.", "2024-08-14..2025-07-16"},
      {"It came up over the past year.", "2024-08-15..2025-08-15"},
      {"It fell overnight.", "2025-08-14..2025-08-15"},
      {"It fell at the turn of the year.", "2025-12-17..2026-01-15"},
      {"It fell in the early nineties.", "1990-01-01..1994-12-31"},
      {"It fell in 1990-91.", "1990-01-01..1991-12-31"},
      // Nothing was told, or it is of another time.
      {"Suva, 15 August 2025. In the days after the storm Togo left.", "2025-08-15"},
      {"He is in his sixties.", ""},
      {"The overnight weeks were long.", ""},
      {"It fell fourteen and a half years ago.", ""},
      {"Togo left the following spring.", ""},
      {"It has been so to this day.", ""},
      {"It goes back to October.", "2024-10-01..2024-10-31"},
      {"He could have left in October.", "2024-10-01..2024-10-31"},
      {"The fall of the city came as a surprise.", ""},
      {"A Christmas tree stood there.", ""},
      {"Two days before the Christmas fair Togo left.", ""},
      {"They met on 3 May 2024.\n\nWithin days Togo left.", "2024-05-03"},
      {"They met on 3 May 2024. It came on the eve of Brexit.", "2024-05-03"},
      {"They met on 3 May 2024. He said that March was too early.", "2024-05-03"},
  };
  for (const auto& [text, expected] : cases)
    EXPECT_EQ(days(read_on(text, "2025-08-15")), expected) << text;
}

TEST(Dates, NumbersThatAreNone) {
  for (const char* text :
       {"Some 2000 soldiers came.", "It may pass.", "They march on.", "He paid $1950 for it.",
        "Resolution 2334 passed.", "Zhang Jun spoke.", "Theresa May spoke.",
        "Officials say one may go.", "Some 15 may be let go."}) {
    EXPECT_EQ(days(read_on(text, "2025-08-15")), "") << text;
  }
}

TEST(Dates, OfTheDocument) {
  const Document stated = one_language().read("Suva, 3 June 2022. Fiji's cabinet met on Thursday.");
  EXPECT_EQ(stated.date.source, DocumentDate::Source::stated);
  EXPECT_EQ(format_date(stated.date.from), "2022-06-03");
  EXPECT_EQ(days(stated), "2022-06-03 2022-06-02");

  const Document inferred =
      one_language().read("In May 2021 Laos signed. In March 2023 it left again.");
  EXPECT_EQ(inferred.date.source, DocumentDate::Source::inferred);
  EXPECT_EQ(format_date(inferred.date.from), "2023-03-01");
  EXPECT_EQ(format_date(inferred.date.to), "2023-03-31");

  // A dateline is one whatever its sentence speaks of.
  const Document ahead = one_language().read(
      "NAIROBI, May 20, 2024 - President Ruto of Kenya will leave on Thursday.");
  EXPECT_EQ(ahead.date.source, DocumentDate::Source::stated);
  EXPECT_EQ(days(ahead), "2024-05-20 2024-05-23");

  // What opens with history was not written then.
  const Document opening = one_language().read(
      "On 12 January 1904 the people rose.\nA century later, on 12 January 2024, the matter came "
      "back.");
  EXPECT_EQ(format_date(opening.date.to), "2024-01-12");

  EXPECT_EQ(one_language().read("Nothing here tells a day.").date.source,
            DocumentDate::Source::none);
}

TEST(Dates, OfADatelineWithoutItsYear) {
  const auto written = [](const char* text) {
    const Document document = one_language().read(text);
    return format_date(document.date.from) + ".." + format_date(document.date.to);
  };
  EXPECT_EQ(written("LONDON, Aug 15 (Reuters) - Mali voted. It had left in June 2024."),
            "2024-08-15..2024-08-15");
  EXPECT_EQ(written("LONDON, 15 August – Mali voted. It had left on 20 August 2023."),
            "2024-08-15..2024-08-15");
  // The year in which the day of the week fits, where it is far from the first one's.
  EXPECT_EQ(
      written("LONDON, Oct. 23 (Reuters) - Mali on Thursday voted. It was shut out in May 1990."),
      "1992-10-23..1992-10-23");  // a Friday
  EXPECT_EQ(
      written("LONDON, Oct. 23 (Reuters) - Mali on Monday voted. It was shut out in May 1990."),
      "1990-10-23..1990-10-23");
  // No dateline.
  EXPECT_EQ(written("Mali voted in August. It had left in June 2024."), "2024-06-01..2024-06-30");
}

TEST(Dates, OfTheDocumentThatLackTheirYear) {
  const auto lacks_year = [](const char* text) {
    return one_language().read(text).date.lacks_year;
  };
  EXPECT_TRUE(lacks_year("LONDON, Aug 15 (Reuters) - Mali voted. It had left in June 2024."));
  EXPECT_FALSE(
      lacks_year("LONDON, Aug 15, 2024 (Reuters) - Mali voted. It had left in June 2024."));
  EXPECT_FALSE(lacks_year("On 15 August 2024 Mali voted. It had left in June 2024."));
}

// The last day that is told of as past, and none that is told ahead.
TEST(Dates, OfTheDocumentAreNotThoseAnnounced) {
  for (const char* ahead :
       {"The summit is scheduled for 3 March 2026.", "The summit was scheduled for 3 March 2026.",
        "The talks are planned for May 2027.", "Its report is due in October 2026.",
        "The treaty expires on 1 January 2030.", "The lease runs until 2040.",
        "The vote, planned for May 2027, is secret.", "It will end in 2050."}) {
    const Document document = one_language().read(std::string("He left last week. ") + ahead);
    EXPECT_EQ(document.date.source, DocumentDate::Source::none) << ahead;
  }
  for (const char* past :
       {"They set a record on 3 March 2024.", "A court was set up on 3 March 2024.",
        "The attack was planned on 3 March 2024."}) {
    EXPECT_EQ(format_date(one_language().read(past).date.to), "2024-03-03") << past;
  }
  const Document document = one_language().read(
      "He left in June 2024. The summit is scheduled for 3 March 2026. It was due in May 2025.");
  EXPECT_EQ(format_date(document.date.to), "2024-06-30");
}

TEST(Dates, ReachNoFurtherThanTheCalendar) {
  for (const char* text : {"In 999999999 years.", "999999999999999999999 days ago",
                           "It lasted until 31 February 2024.", "99 centuries ago",
                           "9999-12-31 and 99 decades from now"}) {
    EXPECT_NO_THROW(read_on(text, "2025-08-15")) << text;
  }
}

TEST(Dates, OfALookBackHoldUntilTheWritersOwnTime) {
  const auto read_on = [](const std::string& text) {
    ReadOptions options;
    options.date = parse_date("2015-11-29");
    return days(one_language().read(text, options));
  };
  EXPECT_EQ(read_on("Chad fell in August 1990. On 22 November he flew to Paris."),
            "1990-08-01..1990-08-31 1990-11-22");
  // Some paragraphs behind a day so close is news, but for an anniversary.
  EXPECT_EQ(read_on("Chad fell in August 1990.\n\nOn 22 November he flew to Paris."),
            "1990-08-01..1990-08-31 2015-11-22");
  EXPECT_EQ(read_on("Chad fell on 29 November 1990.\n\nOn 22 November he had left."),
            "1990-11-29 1990-11-22");
  EXPECT_EQ(read_on("Chad fell in August 1990.\n\nOn 22 June he had left."),
            "1990-08-01..1990-08-31 1990-06-22");
  EXPECT_EQ(read_on("Chad fell in August 1990. He came last week. On 22 November he left."),
            "1990-08-01..1990-08-31 2015-11-16..2015-11-22 2015-11-22");
  EXPECT_EQ(read_on("Chad fell in August 1990.\n\nIn March of this year it rose."),
            "1990-08-01..1990-08-31 2015-03-01..2015-03-31");
  EXPECT_EQ(read_on("Twenty-five years ago today Chad voted."), "1990-11-29");
  EXPECT_EQ(read_on("In November 1990 he came. On the 29th it voted."),
            "1990-11-01..1990-11-30 1990-11-29");
  // Of the tale's year, wherever that stands, and of the next where it goes on.
  EXPECT_EQ(read_on("Chad fell in the first days of 2012. On 22 June he left."),
            "2012-01-01..2012-12-31 2012-06-22");
  EXPECT_EQ(read_on("In December 2009 Chad fell. In February he left."),
            "2009-12-01..2009-12-31 2010-02-01..2010-02-28");
  EXPECT_EQ(read_on("Chad fell in May 2013. In June he left."),
            "2013-05-01..2013-05-31 2013-06-01..2013-06-30");
  EXPECT_EQ(
      read_on("In March 1999 Chad fell. In 1996 it had quarrelled with Mali. In May he left."),
      "1999-03-01..1999-03-31 1996-01-01..1996-12-31 1999-05-01..1999-05-31");
  EXPECT_EQ(read_on("Twenty years on: how Chad fell.\n\nLima, 29 November 2015\n\nOn 22 November "
                    "he left."),
            "2015-11-29 1995-11-22");
  EXPECT_EQ(read_on("In 1990 Chad fell.\n\nIt rose again, as many had hoped it would, in May "
                    "1995.\n\nIn June it fell."),
            "1990-01-01..1990-12-31 1995-05-01..1995-05-31 2015-06-01..2015-06-30");
  EXPECT_EQ(read_on("The two countries had at long last ended their war in 1998. On 22 November "
                    "he left."),
            "1998-01-01..1998-12-31 2015-11-22");
  EXPECT_EQ(read_on("The two countries of the north fought over the river in 2012. On 22 November "
                    "he left."),
            "2012-01-01..2012-12-31 2015-11-22");
  // An anniversary, wherever its first sentences name it, or a heading counts the years.
  EXPECT_EQ(read_on("The hall was full on the evening of 29 November 1990.\n\nOn 2 August it had "
                    "been shut."),
            "1990-11-29 1990-08-02");
  EXPECT_EQ(read_on("A dear no\n\nTwenty years on: how Chad fell\n\nOn 22 November he left."),
            "1995-11-22");
  EXPECT_EQ(read_on("Twenty years ago today Chad voted. He says today that it was right. On 12 "
                    "December Mali left."),
            "1995-11-29 2015-11-29 1995-12-12");
  EXPECT_EQ(read_on("On 29 November 1990 it gave them until 15 January to leave."),
            "1990-11-29 1991-01-15");
  // It goes on from what was told last.
  EXPECT_EQ(read_on("In November 1975 Chad fell. On 11 December it rose.\n\nThey fought through "
                    "January."),
            "1975-11-01..1975-11-30 1975-12-11 1976-01-01..1976-01-31");
  EXPECT_EQ(read_on("In 2009 Chad went to court. Five years later it won. Mali came in July."),
            "2009-01-01..2009-12-31 2014-01-01..2014-12-31 2015-07-01..2015-07-31");
  EXPECT_EQ(read_on("He spoke of a pact of 1976. In May he left."),
            "1976-01-01..1976-12-31 2015-05-01..2015-05-31");
  // Not of the clause of another.
  EXPECT_EQ(read_on("He met Chad's envoy, who had left in 2012. In June he left."),
            "2012-01-01..2012-12-31 2015-06-01..2015-06-30");
  EXPECT_EQ(read_on("Chad fell in August 1990. He will come in March."),
            "1990-08-01..1990-08-31 2016-03-01..2016-03-31");
  EXPECT_EQ(read_on("On 2 August 1990 it fell. On that day he left."), "1990-08-02 1990-08-02");
}

// All the world but America writes the day first.
TEST(Dates, InNumbersGoByThePlace) {
  const auto day = [](const std::string& text) {
    return format_date(one_language().read(text).date.from);
  };
  EXPECT_EQ(day("Lima, 11/08/2023 (agency)\n\nThe envoys met."), "2023-08-11");
  EXPECT_EQ(day("LIMA, 11/08/2023 (agency)\n\nThe envoys met."), "2023-08-11");
  EXPECT_EQ(day("Washington, 11/08/2023 (agency)\n\nThe envoys met."), "2023-11-08");
  EXPECT_EQ(day("Lima, Ohio, 11/08/2023 (agency)\n\nThe envoys met."), "2023-11-08");
  EXPECT_EQ(day("By Jordan Smith, 11/08/2023\n\nThe envoys met."), "2023-11-08");
  EXPECT_EQ(day("11/08/2023\n\nThe envoys met."), "2023-11-08");
}

}  // namespace
}  // namespace volteface
