// Records that a reader can hold in mind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "volteface/record.h"

namespace volteface {

// States by code; each is named by its code unless "COD=Name" says more.
inline Record record_of(const std::vector<std::string>& states) {
  Record record;
  for (const std::string& state : states) {
    const auto at = state.find('=');
    record.states.push_back(
        {state.substr(0, 3), at == std::string::npos ? state : state.substr(at + 1)});
  }
  return record;
}

// A roll call on which the states voted as the letters say, one a state: Y, A, N, X or '-'.
struct Ballot {
  std::string date;
  std::string votes;
  std::string title = "A text";
};

inline Record with_votes(Record record, const std::vector<Ballot>& ballots) {
  record.votes = VoteMatrix(record.states.size(), ballots.size());
  for (RollCallIndex r = 0; r < ballots.size(); ++r) {
    RollCall roll_call;
    roll_call.id = "r" + std::to_string(r);
    roll_call.symbol = "A/" + std::to_string(r);
    roll_call.date = *parse_date(ballots[r].date);
    roll_call.session = std::to_string(regular_session(roll_call.date));
    roll_call.title = ballots[r].title;
    roll_call.kind = Kind::resolution;
    record.roll_calls.push_back(roll_call);
    for (StateIndex s = 0; s < record.states.size(); ++s) {
      const auto choice = std::string_view("YANX-").find(ballots[r].votes[s]);
      record.votes.set(s, r, static_cast<Choice>(choice));
    }
  }
  return record;
}

}  // namespace volteface
