#include "volteface/bridging.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace volteface {
namespace {

struct Vote {
  int session;
  std::string title;
  Kind kind = Kind::resolution;
  std::string symbol = {};
};

// A record of roll calls without states; the day is in December of the session's year, later for
// later votes.
Record record_of(const std::vector<Vote>& votes) {
  Record record;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    RollCall roll_call;
    roll_call.id = "r" + std::to_string(i);
    roll_call.date = *parse_date(std::to_string(1945 + votes[i].session) + "-12-01");
    roll_call.session = std::to_string(votes[i].session);
    roll_call.title = votes[i].title;
    roll_call.kind = votes[i].kind;
    roll_call.symbol = votes[i].symbol;
    record.roll_calls.push_back(roll_call);
  }
  return record;
}

using Pairs = std::vector<std::pair<RollCallIndex, RollCallIndex>>;

Pairs found(const std::vector<Vote>& votes) {
  Pairs out;
  for (const TextPair& pair : find_recurring_texts(record_of(votes)))
    out.emplace_back(pair.earlier, pair.later);
  return out;
}

// Four words, so that it is no short title.
const std::string weapons = "Prohibition of chemical weapons worldwide";

TEST(FindRecurringTexts, PairsTheSameTitleOfTwoSessions) {
  EXPECT_EQ(found({{40, "Question of Antarctica"},
                   {40, "Nuclear disarmament"},
                   {41, "Nuclear disarmament"},
                   {41, "Question of Antarctica"}}),
            (Pairs{{1, 2}, {0, 3}}));
}

TEST(FindRecurringTexts, PairsEachOnlyWithTheNext) {
  EXPECT_EQ(found({{40, weapons}, {41, weapons}, {43, weapons}}), (Pairs{{0, 1}, {1, 2}}));
}

TEST(FindRecurringTexts, TheSameTitleHoldsForTenSessions) {
  EXPECT_EQ(found({{40, weapons}, {50, weapons}}), (Pairs{{0, 1}}));
  EXPECT_EQ(found({{40, weapons}, {51, weapons}}), Pairs{});
}

TEST(FindRecurringTexts, AShortTitleHoldsForTwoSessions) {
  EXPECT_EQ(found({{40, "Question of Cyprus"}, {42, "Question of Cyprus"}}), (Pairs{{0, 1}}));
  EXPECT_EQ(found({{40, "Question of Cyprus"}, {43, "Question of Cyprus"}}), Pairs{});
}

// It is like itself, and no other text claims it.
TEST(FindRecurringTexts, ATitleOfThreeWordsHoldsForFourSessions) {
  EXPECT_EQ(found({{40, "Missing persons in Cyprus"}, {44, "Missing persons in Cyprus"}}),
            (Pairs{{0, 1}}));
  EXPECT_EQ(found({{40, "Missing persons in Cyprus"}, {45, "Missing persons in Cyprus"}}), Pairs{});
}

// Similarity 0.716 (TitleSimilarity.WordsOnBothSidesCostMoreThanWordsOnOne), of which each session
// between costs 0.04, and at least 0.60 is asked: two between leave 0.636, three 0.596.
TEST(FindRecurringTexts, AChangedTitleMustBeNear) {
  const std::string old_title = "alpha beta gamma", new_title = "alpha beta gamma delta";
  EXPECT_EQ(found({{40, old_title}, {41, new_title}}), (Pairs{{0, 1}}));
  EXPECT_EQ(found({{40, old_title}, {43, new_title}}), (Pairs{{0, 1}}));
  EXPECT_EQ(found({{40, old_title}, {44, new_title}}), Pairs{});
  EXPECT_EQ(found({{40, new_title}, {41, "alpha beta gamma epsilon"}}), Pairs{});  // 0.408
}

// Similarity 0.808: 5 log 2 / (5 log 2 + 0.75 log 3). Five sessions on it would still be 0.648.
TEST(FindRecurringTexts, AChangedTitleHoldsForFourSessions) {
  const std::string old_title = "alpha beta gamma delta epsilon", new_title = old_title + " zeta";
  EXPECT_EQ(found({{40, old_title}, {44, new_title}}), (Pairs{{0, 1}}));
  EXPECT_EQ(found({{40, old_title}, {45, new_title}}), Pairs{});
}

// With three distinct titles 3 log 2 / (3 log 2 + 0.75 log 4) = 0.667 for either.
TEST(FindRecurringTexts, RivalsLeaveAChangedTitleUnpaired) {
  const std::string title = "alpha beta gamma";
  EXPECT_EQ(found({{40, title}, {41, title + " delta"}, {41, title + " epsilon"}}), Pairs{});
  EXPECT_EQ(found({{40, title + " delta"}, {40, title + " epsilon"}, {41, title}}), Pairs{});
  // Three words more: 0.400, so far behind that it is no rival.
  EXPECT_EQ(found({{40, title}, {41, title + " delta"}, {41, title + " epsilon zeta eta"}}),
            (Pairs{{0, 1}}));
}

// 0.667 and 0.667 - 0.04 are nearer than 0.08; one session more apart, and the nearer one leads.
TEST(FindRecurringTexts, ALeadOfEightHundredthsIsAskedOverARival) {
  const std::string title = "alpha beta gamma";
  EXPECT_EQ(found({{40, title + " delta"}, {41, title + " epsilon"}, {42, title}}), Pairs{});
  EXPECT_EQ(found({{39, title + " delta"}, {42, title + " epsilon"}, {43, title}}),
            (Pairs{{1, 2}}));
}

TEST(FindRecurringTexts, TheSameTitleComesBeforeOneThatIsLike) {
  EXPECT_EQ(
      found({{40, "alpha beta gamma"}, {41, "alpha beta gamma delta"}, {41, "alpha beta gamma"}}),
      (Pairs{{0, 2}}));
}

TEST(FindRecurringTexts, ATitleThatATextOnceHadIsItsOwnAgain) {
  const std::string first = "alpha beta gamma", second = "alpha beta gamma delta";
  EXPECT_EQ(found({{40, first}, {41, second}, {42, first}}), (Pairs{{0, 1}, {1, 2}}));
  // Ten sessions on, so that it is not by likeness.
  EXPECT_EQ(found({{40, first + " eta"}, {41, first + " eta delta"}, {51, first + " eta"}}),
            (Pairs{{0, 1}, {1, 2}}));
  // Under its newer title the text goes on first.
  EXPECT_EQ(found({{40, first}, {41, second}, {42, first}, {42, second}}), (Pairs{{0, 1}, {1, 3}}));
}

TEST(FindRecurringTexts, KindsAreComparedWhereTitlesChanged) {
  const std::string old_title = "alpha beta gamma", new_title = "alpha beta gamma delta";
  const Kind motion = Kind::unspecified;
  EXPECT_EQ(found({{40, old_title, motion}, {41, new_title}}), Pairs{});
  EXPECT_EQ(found({{40, old_title, motion}, {41, new_title, motion}}), (Pairs{{0, 1}}));
  EXPECT_EQ(found({{40, old_title, Kind::decision}, {41, new_title}}), (Pairs{{0, 1}}));
  EXPECT_EQ(found({{40, old_title, motion}, {41, old_title}}), (Pairs{{0, 1}}));
}

TEST(FindRecurringTexts, ParagraphsGoWithParagraphsAndAmendmentsWithNothing) {
  EXPECT_EQ(found({{40, weapons, Kind::paragraph}, {41, weapons}}), Pairs{});
  EXPECT_EQ(found({{40, weapons, Kind::paragraph}, {41, weapons, Kind::paragraph}}),
            (Pairs{{0, 1}}));
  EXPECT_EQ(found({{40, weapons, Kind::amendment}, {41, weapons, Kind::amendment}}), Pairs{});
}

TEST(FindRecurringTexts, SpecialSessionsAndDuplicatesAreLeftOut) {
  Record record = record_of({{40, weapons}, {41, weapons}});
  EXPECT_EQ(find_recurring_texts(record).size(), 1U);
  for (const char* session : {"S10", "ES10"}) {
    record.roll_calls[1].session = session;
    EXPECT_TRUE(find_recurring_texts(record).empty()) << session;
  }
  record.roll_calls[1].session = "41";
  record.roll_calls[1].duplicate_of = "r0";
  EXPECT_TRUE(find_recurring_texts(record).empty());
}

std::vector<Vote> parts(int session, const std::vector<std::string>& letters) {
  std::vector<Vote> votes;
  for (const std::string& letter : letters) {
    votes.push_back(
        {session, weapons, Kind::resolution, "A/RES/" + std::to_string(session) + "/7" + letter});
  }
  return votes;
}

Pairs found_of_both(std::vector<Vote> votes, const std::vector<Vote>& more) {
  votes.insert(votes.end(), more.begin(), more.end());
  return found(votes);
}

TEST(FindRecurringTexts, PartsGoByTheirLetters) {
  EXPECT_EQ(found_of_both(parts(40, {"A", "B", "C"}), parts(41, {"C", "A", "B"})),
            (Pairs{{2, 3}, {0, 4}, {1, 5}}));
  EXPECT_EQ(found_of_both(parts(40, {"A", "B"}), parts(41, {"A", "B"})), Pairs{});  // too few
  EXPECT_EQ(found_of_both(parts(40, {"A", "B", "C"}), parts(41, {"A", "B", "D"})), Pairs{});
  EXPECT_EQ(found_of_both(parts(40, {"A", "B", "C"}), parts(41, {"A", "B", "C", "D"})), Pairs{});
  EXPECT_EQ(found_of_both(parts(40, {"A", "B", "C"}), parts(42, {"A", "B", "C"})), Pairs{});
  EXPECT_EQ(found_of_both(parts(30, {"[A]", "[B]", "[C]"}), parts(31, {"[A]", "[B]", "[C]"})),
            Pairs{});
}

TEST(FindRecurringTexts, WhatCannotBeToldApartEndsAText) {
  EXPECT_EQ(found({{40, weapons}, {41, weapons}, {41, weapons}, {42, weapons}}), Pairs{});
}

TEST(BridgingPairs, KnownPairsWinOverFoundOnes) {
  Record record = record_of({{40, weapons}, {41, weapons}, {42, weapons}});
  const auto pairs = [&] {
    Pairs out;
    for (const TextPair& pair : bridging_pairs(record)) out.emplace_back(pair.earlier, pair.later);
    return out;
  };
  EXPECT_EQ(pairs(), (Pairs{{0, 1}, {1, 2}}));
  record.known_pairs = {{0, 2}};
  EXPECT_EQ(pairs(), (Pairs{{0, 2}}));
  record.known_pairs = {{0, 1}};
  EXPECT_EQ(pairs(), (Pairs{{0, 1}, {1, 2}}));
}

TEST(TextGroups, AreTransitiveAndNumberedInTheOrderOfTheRecord) {
  const Record record = record_of({{40, ""}, {40, ""}, {40, ""}, {41, ""}, {42, ""}, {42, ""}});
  using Groups = std::vector<std::uint32_t>;
  EXPECT_EQ(text_groups(record, {}), (Groups{0, 1, 2, 3, 4, 5}));
  const std::vector<TextPair> pairs = {{3, 4}, {1, 3}, {2, 5}};
  EXPECT_EQ(text_groups(record, pairs), (Groups{0, 1, 2, 1, 1, 2}));
  const std::vector<TextPair> shared_end = {{2, 4}, {0, 4}};
  EXPECT_EQ(text_groups(record, shared_end), (Groups{0, 1, 0, 2, 0, 3}));
}

// Whether no roll call has two predecessors or two successors.
bool is_chain(const std::vector<TextPair>& pairs) {
  std::set<RollCallIndex> earlier, later;
  return std::all_of(pairs.begin(), pairs.end(), [&](const TextPair& pair) {
    return earlier.insert(pair.earlier).second && later.insert(pair.later).second;
  });
}

// docs/bridging.md: 902 of the 955 known pairs, and of the 906 found pairs whose later roll call
// has a known predecessor 902 name it.
TEST(BridgingOfTheRecord, FindsTheKnownPairs) {
  const Record record = embedded_record();
  ASSERT_EQ(record.known_pairs.size(), 955U);
  std::map<RollCallIndex, RollCallIndex> known;
  for (const TextPair& pair : record.known_pairs) known[pair.later] = pair.earlier;
  int judged = 0, right = 0;
  for (const TextPair& pair : find_recurring_texts(record)) {
    const auto at = known.find(pair.later);
    if (at == known.end()) continue;
    ++judged;
    right += at->second == pair.earlier;
  }
  EXPECT_GE(right, 890);
  EXPECT_LE(judged - right, 8);
}

TEST(BridgingOfTheRecord, IsMadeOfChainsThatGoForwardInTime) {
  const Record record = embedded_record();
  for (const auto& pairs : {find_recurring_texts(record), bridging_pairs(record)}) {
    EXPECT_TRUE(is_chain(pairs));
    EXPECT_TRUE(std::all_of(pairs.begin(), pairs.end(), [&](const TextPair& pair) {
      return session_number(record.roll_calls[pair.earlier]) <
             session_number(record.roll_calls[pair.later]);
    }));
  }
}

// Pairs that were chosen by how states voted would confirm whatever the models find in them.
TEST(BridgingOfTheRecord, LooksAtNoVote) {
  const auto pairs_of = [](const Record& record) {
    Pairs out;
    for (const TextPair& pair : find_recurring_texts(record))
      out.emplace_back(pair.earlier, pair.later);
    return out;
  };
  Record record = embedded_record();
  const Pairs pairs = pairs_of(record);
  EXPECT_GT(pairs.size(), 3000U);
  record.votes = VoteMatrix();
  for (RollCall& roll_call : record.roll_calls) roll_call.published.reset();
  EXPECT_EQ(pairs_of(record), pairs);
}

}  // namespace
}  // namespace volteface
