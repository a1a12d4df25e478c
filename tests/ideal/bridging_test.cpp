#include "volteface/bridging.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "ideal/symbol_parts.h"
#include "ideal/title_words.h"

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

TEST(FindRecurringTexts, PairsTheSameTitleOfTwoSessions) {
  EXPECT_EQ(found({{40, "Question of Antarctica"},
                   {40, "Nuclear disarmament"},
                   {41, "Nuclear disarmament"},
                   {41, "Question of Antarctica"}}),
            (Pairs{{1, 2}, {0, 3}}));
}

}  // namespace
}  // namespace volteface
