// What the tests of ways of telling votes have in common.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "told.h"

namespace volteface {

// "KEN abstain", and the status of what is not cast.
inline std::string text_of_vote(const ReportedVote& vote) {
  std::string text = vote.state + ' ' + std::string(text_of(vote.choice));
  if (vote.status != VoteStatus::cast) text += ' ' + std::string(text_of(vote.status));
  return text;
}

inline void check_votes(const Told& told) {
  const std::string before =
      "NEW YORK, 14 March 2019 - The UN General Assembly adopted a resolution on Gaza on "
      "Wednesday.\n\n";
  std::multiset<std::string> got;
  for (const ReportedVote& vote : read_told(before + told.text, parse_date("2019-03-14")).votes) {
    got.insert(text_of_vote(vote));
  }
  EXPECT_EQ(joined(got), told.records) << told.text;
}

}  // namespace volteface
