// What reports say of votes and tallies that the record has otherwise.
#include <fmt/format.h>

#include <algorithm>

#include "brief/press.h"
#include "brief/seats.h"
#include "brief/words.h"

namespace volteface {
namespace {

ContradictedClaim begun(const Record& record, RollCallIndex roll_call, Citation citation) {
  const RollCall& r = record.roll_calls[roll_call];
  ContradictedClaim claim;
  claim.roll_call = r.id;
  claim.symbol = r.symbol;
  claim.title = r.title;
  claim.date = r.date;
  claim.citation = std::move(citation);
  return claim;
}

std::string name_of(const Record& record, const std::string& code) {
  for (const State& state : record.states) {
    if (state.code == code) return name_in_text(state);
  }
  return code;
}

// The powers, and the state that the brief is on, that chose the same.
std::vector<State> others_with(const Record& record, const BriefOptions& options,
                               RollCallIndex roll_call, const std::string& code, Choice choice) {
  std::vector<Seat> seats = powers(record);
  if (options.on) seats.push_back(seat_of(record, *options.on));
  std::vector<State> others;
  for (const Seat& seat : seats) {
    const bool known = seat.state.code == code ||
                       std::any_of(others.begin(), others.end(),
                                   [&](const State& s) { return s.code == seat.state.code; });
    if (!known && seat.choice(record, roll_call) == choice) others.push_back(seat.state);
  }
  return others;
}

std::string claimed(const std::string& name, const ReportedVote& vote) {
  const std::string_view choice = choice_in_words(vote.choice);
  return vote.status == VoteStatus::denied ? fmt::format("it is not so that {} {}", name, choice)
                                           : fmt::format("{} {}", name, choice);
}

std::string tallied(const ReportedTally& tally) {
  constexpr std::string_view bounds[] = {"",          "about ",     "more than ",
                                         "at least ", "less than ", "at most "};
  return fmt::format("{}{} {}", bounds[static_cast<std::size_t>(tally.bound)], tally.count,
                     choice_name(tally.choice));
}

}  // namespace

std::vector<ContradictedClaim> contradicted_claims(const Record& record,
                                                   const BriefOptions& options,
                                                   const Brief& brief) {
  std::vector<ContradictedClaim> own, others;
  for (std::size_t k = 0; k < options.reports.size(); ++k) {
    const ReadReport& report = options.reports[k];
    for (const CheckedVote& checked : report.check.votes) {
      if (checked.verdict != Verdict::contradicts || !checked.roll_call || !checked.recorded)
        continue;
      const ReportedVote& vote = report.reading.votes[checked.vote];
      ContradictedClaim claim = begun(record, *checked.roll_call, cite(k, vote.evidence));
      claim.claim = claimed(name_of(record, vote.state), vote);
      claim.recorded =
          fmt::format("{} {}", name_of(record, vote.state), choice_in_words(*checked.recorded));
      claim.also = others_with(record, options, *checked.roll_call, vote.state, *checked.recorded);
      (vote.state == brief.state.code ? own : others).push_back(std::move(claim));
    }
    for (const CheckedTally& checked : report.check.tallies) {
      if (checked.verdict != Verdict::contradicts || !checked.roll_call) continue;
      ContradictedClaim claim = begun(record, *checked.roll_call, cite(k, checked.tally.evidence));
      claim.claim = tallied(checked.tally);
      claim.recorded = fmt::format("{}", checked.recorded);
      others.push_back(std::move(claim));
    }
  }
  std::move(others.begin(), others.end(), std::back_inserter(own));
  return own;
}

}  // namespace volteface
