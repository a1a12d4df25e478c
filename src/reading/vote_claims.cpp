// What several reports say of one vote of a state.
#include <algorithm>
#include <map>
#include <tuple>

#include "volteface/acts.h"

namespace volteface {
namespace {

using std::chrono::days;

constexpr days well_dated{7};

bool overlap(const DateWindow& a, const DateWindow& b) { return a.from <= b.to && b.from <= a.to; }

// Whether two claims are of one vote, whatever was chosen.
bool same_vote(const VoteClaim& claim, const ReportedVote& vote) {
  if (!claim.roll_call.empty() || !vote.roll_call.empty()) {
    return claim.roll_call == vote.roll_call;
  }
  if (claim.body != vote.body || claim.body.empty()) return false;
  const bool near = claim.date.to - claim.date.from <= well_dated &&
                    vote.date.to - vote.date.from <= well_dated && overlap(claim.date, vote.date);
  return claim.date == vote.date || near;
}

// not_yes is any choice but yes.
bool exclude_each_other(ReportedChoice a, ReportedChoice b) {
  if (a == b) return false;
  const bool vague = a == ReportedChoice::not_yes || b == ReportedChoice::not_yes;
  return !vague || a == ReportedChoice::yes || b == ReportedChoice::yes;
}

bool dispute(const VoteClaim& a, const VoteClaim& b) {
  if (a.status == VoteStatus::cast && b.status == VoteStatus::cast) {
    return exclude_each_other(a.choice, b.choice);
  }
  const bool one_denied = (a.status == VoteStatus::denied && b.status == VoteStatus::cast) ||
                          (b.status == VoteStatus::denied && a.status == VoteStatus::cast);
  return one_denied && a.choice == b.choice;
}

VoteClaim claim_of(const ReportedVote& vote) {
  VoteClaim claim;
  claim.state = vote.state;
  claim.choice = vote.choice;
  claim.status = vote.status;
  claim.body = vote.body;
  claim.roll_call = vote.roll_call;
  claim.date = vote.date;
  return claim;
}

}  // namespace

std::vector<VoteClaim> merge_votes(std::span<const Reading> readings) {
  std::vector<VoteClaim> claims;
  std::map<std::string, std::vector<std::size_t>> of_state;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (std::size_t j = 0; j < readings[i].votes.size(); ++j) {
      const ReportedVote& vote = readings[i].votes[j];
      std::vector<std::size_t>& places = of_state[vote.state];
      const auto found = std::ranges::find_if(places, [&](std::size_t place) {
        const VoteClaim& claim = claims[place];
        return claim.choice == vote.choice && claim.status == vote.status && same_vote(claim, vote);
      });
      const std::size_t place = found == places.end() ? claims.size() : *found;
      if (place == claims.size()) {
        places.push_back(place);
        claims.push_back(claim_of(vote));
      }
      VoteClaim& claim = claims[place];
      claim.sources.push_back({i, j});
      if (overlap(claim.date, vote.date)) {
        claim.date = {std::max(claim.date.from, vote.date.from),
                      std::min(claim.date.to, vote.date.to)};
      }
    }
  }
  for (const auto& [state, places] : of_state) {
    for (const std::size_t a : places) {
      for (const std::size_t b : places) {
        if (a == b || !dispute(claims[a], claims[b])) continue;
        ReportedVote other;
        other.roll_call = claims[b].roll_call;
        other.body = claims[b].body;
        other.date = claims[b].date;
        if (same_vote(claims[a], other)) claims[a].disputes.push_back(b);
      }
    }
  }
  return claims;
}

}  // namespace volteface
