#include "brief/votes_on.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "brief/estimates.h"
#include "brief/mentions.h"
#include "brief/unusual.h"

namespace volteface {
namespace {

bool names(const Mentions& mentions, const Seat& seat, const RollCall& r) {
  return mentions.names(seat, r.title) ||
         std::any_of(r.subjects.begin(), r.subjects.end(),
                     [&](const std::string& subject) { return mentions.names(seat, subject); });
}

// Emergency special sessions meet on one matter, and not every text of theirs names it.
std::set<std::string> sessions_on(const Record& record, const Mentions& mentions,
                                  const Seat& seat) {
  struct Count {
    int all = 0;
    int naming = 0;
  };
  std::map<std::string, Count> sessions;
  for (const RollCall& r : record.roll_calls) {
    if (!r.session.starts_with("ES")) continue;
    Count& count = sessions[r.session];
    ++count.all;
    count.naming += mentions.names(seat, r.title);
  }
  std::set<std::string> on;
  for (const auto& [session, count] : sessions) {
    if (2 * count.naming > count.all) on.insert(session);
  }
  return on;
}

}  // namespace

std::vector<RollCallIndex> roll_calls_on(const Record& record, const Seat& seat,
                                         const Window& window) {
  const Mentions mentions(record);
  const auto sessions = sessions_on(record, mentions, seat);
  std::vector<RollCallIndex> found;
  for (const RollCallIndex i : window.roll_calls) {
    const RollCall& r = record.roll_calls[i];
    if (sessions.contains(r.session) || names(mentions, seat, r)) found.push_back(i);
  }
  return found;
}

VotesOn votes_on(const Record& record, const PredictiveRecord& predicted,
                 const std::vector<RollCallIndex>& roll_calls, StateIndex state, const Seat& on,
                 const std::vector<Seat>& columns) {
  VotesOn told{on.state, {}};
  for (const RollCallIndex r : roll_calls) {
    const Choice choice = record.votes.at(state, r);
    if (choice == Choice::not_listed) continue;
    VoteOn vote{brief_vote(record, state, r), not_a_number, {}};
    if (is_cast(choice)) {
      const auto all = expected_of(predicted, state, r);
      if (all) vote.probability = all->of(choice);
    }
    for (const Seat& seat : columns) vote.columns.push_back(seat.choice(record, r));
    told.votes.push_back(std::move(vote));
  }
  return told;
}

}  // namespace volteface
