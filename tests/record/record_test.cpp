#include "volteface/record.h"

#include <gtest/gtest.h>

#include <map>

namespace volteface {
namespace {

using namespace std::chrono_literals;

const Record& record() {
  static const Record embedded = embedded_record();
  return embedded;
}

Choice vote_of(const char* state, const char* symbol) {
  return record().votes.at(record().state(state), record().roll_call(symbol));
}

MembershipSpan only_span(const char* code) {
  std::vector<MembershipSpan> spans;
  for (const MembershipSpan& span : membership_spans(record())) {
    if (record().states[span.state].code == code) spans.push_back(span);
  }
  EXPECT_EQ(spans.size(), 1u) << code;
  return spans.empty() ? MembershipSpan{} : spans.front();
}

// A record of `dates.size()` roll calls and one state, which is listed where `listed` says so.
Record one_state(const std::vector<Date>& dates, const std::vector<bool>& listed) {
  Record small;
  small.states = {{"AAA", "Aland"}};
  small.votes = VoteMatrix(1, dates.size());
  for (std::size_t i = 0; i < dates.size(); ++i) {
    RollCall r;
    r.id = "r" + std::to_string(i);
    r.date = dates[i];
    small.roll_calls.push_back(r);
    if (listed[i]) small.votes.set(0, static_cast<RollCallIndex>(i), Choice::yes);
  }
  return small;
}

TEST(Record, KnowsThePublishedTallyOfUkraineVotes) {
  const Tally first = record().tally(record().roll_call("A/RES/ES-11/7"));
  EXPECT_EQ(first, (Tally{93, 18, 65, 17}));
  const Tally second = record().tally(record().roll_call("A/RES/ES-11/8"));
  EXPECT_EQ(second.yes, 93u);
  EXPECT_EQ(second.no, 8u);
  EXPECT_EQ(second.abstain, 73u);
}

TEST(Record, KnowsWhoVotedHowOnUkraine) {
  EXPECT_EQ(vote_of("ARG", "A/RES/ES-11/7"), Choice::abstain);
  EXPECT_EQ(vote_of("USA", "A/RES/ES-11/7"), Choice::no);
  EXPECT_EQ(vote_of("ARG", "A/RES/ES-11/8"), Choice::abstain);
  EXPECT_EQ(vote_of("USA", "A/RES/ES-11/8"), Choice::abstain);
  EXPECT_EQ(vote_of("SUN", "A/RES/ES-11/7"), Choice::not_listed);
}

TEST(Record, HoldsAllThatWasCollected) {
  EXPECT_EQ(record().roll_calls.size(), 7009u);
  EXPECT_EQ(record().states.size(), 204u);
  EXPECT_EQ(record().known_pairs.size(), 955u);
  std::map<Choice, std::size_t> cells;
  for (StateIndex s = 0; s < record().states.size(); ++s) {
    for (Choice c : record().votes.row(s)) ++cells[c];
  }
  const std::size_t cast = cells[Choice::yes] + cells[Choice::abstain] + cells[Choice::no];
  EXPECT_EQ(cast, 1'005'673u);
  EXPECT_EQ(cast + cells[Choice::absent], 1'111'683u);
}

TEST(Record, KnowsDecisionsOfHistory) {
  // Resolution 181 (II), the partition of Palestine: 33 to 13, 10 abstaining.
  EXPECT_EQ(record().tally(record().roll_call("A/RES/181(II)")).yes, 33u);
  // Resolution 2758 (XXVI), the seat of China: 76 to 35, 17 abstaining.
  const Tally china = record().tally(record().roll_call("A/RES/2758(XXVI)"));
  EXPECT_EQ(china.yes, 76u);
  EXPECT_EQ(china.no, 35u);
  EXPECT_EQ(china.abstain, 17u);
  // Resolution 3379 (XXX): 72 to 35, 32 abstaining.
  EXPECT_EQ(record().tally(record().roll_call("A/RES/3379(XXX)")).yes, 72u);
}

TEST(Record, SortsStatesByCodeAndRollCallsByDate) {
  for (std::size_t i = 1; i < record().states.size(); ++i) {
    EXPECT_LT(record().states[i - 1].code, record().states[i].code);
  }
  for (std::size_t i = 1; i < record().roll_calls.size(); ++i) {
    EXPECT_LE(record().roll_calls[i - 1].date, record().roll_calls[i].date);
  }
}

TEST(Record, KnowsSeatsThatChangedHands) {
  EXPECT_LE(only_span("SUN").last, Date{1991y / 12 / 31});
  EXPECT_GE(only_span("RUS").first, Date{1991y / 12 / 24});
  EXPECT_EQ(only_span("TWN").last, Date{1971y / 10 / 25});
  // The first dates of that autumn are exact to the month only.
  EXPECT_GE(only_span("CHN").first, Date{1971y / 10 / 1});
  EXPECT_LE(only_span("GFR").last, Date{1990y / 10 / 2});
  EXPECT_GE(only_span("DEU").first, Date{1990y / 10 / 3});
}

TEST(Record, BeginsSpansWithAVote) {
  EXPECT_GE(only_span("CHE").first, Date{2002y / 9 / 10});  // joined on that day
  EXPECT_GE(only_span("SSD").first, Date{2011y / 7 / 14});
}

TEST(MembershipSpans, DoNotEndWhereThereWereNoRollCalls) {
  const Record small = one_state({Date{1963y / 12 / 17}, Date{1965y / 2 / 6}}, {true, true});
  EXPECT_EQ(membership_spans(small).size(), 1u);
}

TEST(MembershipSpans, EndWhereAStateWasAwayForMoreThanAYear) {
  const std::vector<Date> dates = {Date{2000y / 1 / 1}, Date{2001y / 1 / 1}, Date{2002y / 1 / 1},
                                   Date{2003y / 1 / 1}};
  const auto away = membership_spans(one_state(dates, {true, false, false, true}));
  ASSERT_EQ(away.size(), 2u);
  EXPECT_EQ(away[0].last, dates[0]);
  EXPECT_EQ(away[1].first, dates[3]);
  EXPECT_EQ(membership_spans(one_state(dates, {true, false, true, true})).size(), 1u);
}

TEST(FindRollCall, TakesSymbolsAsPeopleWriteThem) {
  const RollCallIndex expected = record().roll_call("A/RES/ES-11/7");
  for (const char* symbol :
       {"ES-11/7", "es-11/7", "a/res/es-11/7", "A/RES/ES-11 / 7", "RES/ES-11/7"}) {
    EXPECT_EQ(record().roll_call(symbol), expected) << symbol;
  }
  EXPECT_EQ(record().roll_call(record().roll_calls[expected].id), expected);
}

TEST(FindRollCall, TakesAPartWhereNothingCarriesTheSymbolItself) {
  EXPECT_EQ(record().roll_calls[record().roll_call("A/RES/181(II)")].symbol, "A/RES/181(II)[A]");
  EXPECT_GT(record().find_roll_calls("113(II)").size(), 1u);
  // A number that goes on is another resolution.
  for (RollCallIndex i : record().find_roll_calls("A/RES/72/5")) {
    EXPECT_FALSE(record().roll_calls[i].symbol.ends_with("72/50"));
  }
}

TEST(FindRollCall, PrefersTheVoteOnTheWholeText) {
  EXPECT_GT(record().find_roll_calls("A/RES/72/50").size(), 1u);
  EXPECT_EQ(record().roll_calls[record().roll_call("A/RES/72/50")].kind, Kind::resolution);
}

TEST(FindRollCall, UnknownIsAnErrorWithSuggestions) {
  EXPECT_TRUE(record().find_roll_calls("A/RES/ES-11/77").empty());
  EXPECT_TRUE(record().find_roll_calls("").empty());
  try {
    (void)record().roll_call("A/RES/ES-11/77");
    FAIL() << "no error";
  } catch (const Error& e) {
    ASSERT_FALSE(e.suggestions().empty());
    EXPECT_EQ(e.suggestions().front(), "A/RES/ES-11/7");
  }
}

TEST(FindState, TakesCodesAndNamesInAnyCase) {
  const std::pair<const char*, const char*> names[] = {
      {"arg", "ARG"},         {"argentina", "ARG"}, {"Russia", "RUS"},    {"USSR", "SUN"},
      {"the UK", "GBR"},      {"U.S.", "USA"},      {"China", "CHN"},     {"Taiwan", "TWN"},
      {"Türkiye", "TUR"},     {"Turkey", "TUR"},    {"Germany", "DEU"},   {"West Germany", "GFR"},
      {"Ivory Coast", "CIV"}, {"Zaire", "COD"},     {"Venezuela", "VEN"}, {"South Korea", "KOR"}};
  for (const auto& [name, code] : names) {
    const auto state = record().find_state(name);
    ASSERT_TRUE(state) << name;
    EXPECT_EQ(record().states[*state].code, code) << name;
  }
  EXPECT_FALSE(record().find_state(""));
  EXPECT_FALSE(record().find_state("Atlantis"));
}

TEST(Sessions, OpenInSeptember) {
  EXPECT_EQ(regular_session(Date{1946y / 1 / 10}), 1);  // the first one opened then
  EXPECT_EQ(regular_session(Date{1946y / 10 / 23}), 1);
  EXPECT_EQ(regular_session(Date{1947y / 9 / 16}), 2);
  EXPECT_EQ(regular_session(Date{2024y / 9 / 14}), 78);
  EXPECT_EQ(regular_session(Date{2024y / 9 / 15}), 79);
  EXPECT_EQ(regular_session(Date{2025y / 2 / 24}), 79);
  EXPECT_EQ(regular_session(Date{2025y / 12 / 18}), 80);
}

TEST(Sessions, SpecialOnesCountWithTheRegularOneInProgress) {
  RollCall r;
  r.date = Date{2025y / 2 / 24};
  r.session = "ES11";
  EXPECT_EQ(session_number(r), 79);
  r.session = "S14";
  EXPECT_EQ(session_number(r), 79);
  r.session = "72";  // a regular session that went on
  EXPECT_EQ(session_number(r), 72);
  r.session = "";
  EXPECT_EQ(session_number(r), 79);
}

TEST(SelectRollCalls, EmptyFilterLeavesOutDuplicatesAlone) {
  EXPECT_EQ(select_roll_calls(record(), {}).size(), 7009u - 10u);
  Filter all;
  all.duplicates = true;
  EXPECT_EQ(select_roll_calls(record(), all).size(), 7009u);
}

TEST(SelectRollCalls, EveryFieldRestricts) {
  Filter filter;
  filter.since = Date{1990y / 1 / 1};
  filter.until = Date{2000y / 12 / 31};
  filter.subject = "nuclear|HUMAN rights";
  filter.title = "weapon";
  filter.kind = Kind::resolution;
  filter.contested = true;
  const auto chosen = select_roll_calls(record(), filter);
  EXPECT_FALSE(chosen.empty());
  for (RollCallIndex i : chosen) {
    const RollCall& r = record().roll_calls[i];
    EXPECT_GE(r.date, *filter.since);
    EXPECT_LE(r.date, *filter.until);
    EXPECT_EQ(r.kind, Kind::resolution);
    std::string title = r.title;
    for (char& c : title) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    EXPECT_NE(title.find("weapon"), std::string::npos) << r.title;
    const Tally t = record().tally(i);
    EXPECT_GT(t.no + t.abstain, 0u) << r.id;
    EXPECT_GT(t.yes + t.abstain, 0u) << r.id;
  }
}

TEST(SelectRollCalls, MalformedPatternIsAnError) {
  Filter filter;
  filter.title = "(";
  EXPECT_THROW((void)select_roll_calls(record(), filter), Error);
}

TEST(Kinds, HaveNamesThatReadBack) {
  for (Kind kind :
       {Kind::resolution, Kind::decision, Kind::amendment, Kind::paragraph, Kind::unspecified}) {
    EXPECT_EQ(parse_kind(kind_name(kind)), kind);
  }
  EXPECT_EQ(parse_kind("PARAGRAPH"), Kind::paragraph);
  EXPECT_FALSE(parse_kind("treaty"));
}

}  // namespace
}  // namespace volteface
