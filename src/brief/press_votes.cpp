// What happened: the state's votes that reports tell of, as the record has them.
#include <algorithm>
#include <map>

#include "brief/estimates.h"
#include "brief/press.h"
#include "brief/unusual.h"

namespace volteface {
namespace {

double before_largest_turn(const Brief& brief, const std::string& roll_call) {
  if (!brief.turning.largest) return not_a_number;
  for (const ExpectedVote& vote : brief.turning.turns[*brief.turning.largest].votes) {
    if (vote.roll_call == roll_call) return vote.before;
  }
  return not_a_number;
}

// The run of equal choices on the matter that ends before the day of the vote. Absences are passed
// over: they say nothing.
void look_back(const Brief& brief, ToldVote& vote) {
  if (!brief.votes_on) return;
  const auto& votes = brief.votes_on->votes;
  const bool on_the_matter = std::any_of(
      votes.begin(), votes.end(), [&](const VoteOn& v) { return v.vote.id == vote.roll_call; });
  if (!on_the_matter) return;
  for (auto v = votes.rbegin(); v != votes.rend(); ++v) {
    if (v->vote.date >= vote.date || !is_cast(v->vote.choice)) continue;
    if (vote.same_before > 0 && v->vote.choice != vote.choice_before) break;
    vote.choice_before = v->vote.choice;
    ++vote.same_before;
    vote.same_since = v->vote.date;
  }
}

ToldVote told(const Record& record, const PredictiveRecord& predicted, StateIndex state,
              const Brief& brief, RollCallIndex roll_call) {
  const BriefVote vote = brief_vote(record, state, roll_call);
  ToldVote out;
  out.roll_call = vote.id;
  out.symbol = vote.symbol;
  out.title = vote.title;
  out.date = vote.date;
  out.tally = vote.tally;
  out.choice = vote.choice;
  const auto expected = expected_of(predicted, state, roll_call);
  out.probability = expected && is_cast(vote.choice) ? expected->of(vote.choice) : not_a_number;
  out.before_turn = before_largest_turn(brief, vote.id);
  look_back(brief, out);
  return out;
}

}  // namespace

void tell_votes(const Record& record, const PredictiveRecord& predicted,
                const BriefOptions& options, const Brief& brief, Press& press) {
  std::map<RollCallIndex, ToldVote> votes;  // roll calls are in the order of their days
  for (std::size_t k = 0; k < options.reports.size(); ++k) {
    const ReadReport& report = options.reports[k];
    for (const CheckedVote& checked : report.check.votes) {
      const ReportedVote& vote = report.reading.votes[checked.vote];
      if (vote.state != brief.state.code) continue;
      ++press.votes_told;
      if (!checked.roll_call) {
        ++press.votes_not_linked;
        continue;
      }
      auto [place, is_new] = votes.try_emplace(*checked.roll_call);
      if (is_new) place->second = told(record, predicted, options.state, brief, *checked.roll_call);
      add_citation(place->second.citations, cite(k, vote.evidence));
    }
  }
  for (auto& [roll_call, vote] : votes) press.happened.push_back(std::move(vote));
}

}  // namespace volteface
