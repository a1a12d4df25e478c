#include "volteface/checking.h"

#include "reading/vote_linking.h"

namespace volteface {
namespace {

Verdict verdict_on(const ReportedVote& vote, std::optional<Choice> recorded) {
  if (!recorded) return Verdict::no_choice;
  const bool holds = choice_holds(vote.choice, *recorded);
  switch (vote.status) {
    case VoteStatus::cast:
      return holds ? Verdict::agrees : Verdict::contradicts;
    case VoteStatus::denied:
      return holds ? Verdict::contradicts : Verdict::agrees;
    case VoteStatus::announced:
    case VoteStatus::urged:
      return Verdict::open;
  }
  return Verdict::open;
}

std::uint32_t recorded_count(const Record& record, RollCallIndex i, Choice choice) {
  const RollCall& r = record.roll_calls[i];
  const Tally tally = r.published ? *r.published : record.tally(i);
  return choice == Choice::yes ? tally.yes : choice == Choice::no ? tally.no : tally.abstain;
}

}  // namespace

std::string_view verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::agrees:
      return "agrees";
    case Verdict::contradicts:
      return "contradicts";
    case Verdict::open:
      return "open";
    case Verdict::other_body:
      return "other body";
    case Verdict::after_record:
      return "after the record";
    case Verdict::not_found:
      return "not found";
    case Verdict::no_choice:
      return "no choice";
  }
  return {};
}

struct Checker::Index {
  explicit Index(const Record& of) : record(of), topics(of), seats(of.states) {}

  const Record& record;
  RollCallTopics topics;
  Seats seats;
};

Checker::Checker(const Record& record) : index_(std::make_unique<const Index>(record)) {}
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;
Checker::~Checker() = default;

Check Checker::check(const Reading& reading, std::string_view text) const {
  const Record& record = index_->record;
  VoteLinker linker(record, index_->topics, index_->seats, reading, text);
  const std::vector<VoteLink> links = linker.links();
  Check check;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const ReportedVote& vote = reading.votes[i];
    CheckedVote checked;
    checked.vote = i;
    checked.roll_call = links[i].roll_call;
    checked.probability = links[i].roll_call ? links[i].probability : 0;
    if (!linker.is_of_assembly(vote)) {
      checked.verdict = Verdict::other_body;
    } else if (links[i].roll_call) {
      checked.recorded = linker.recorded(vote.state, *links[i].roll_call);
      checked.verdict = verdict_on(vote, checked.recorded);
    } else if (record.roll_calls.empty() || vote.date.from > record.last_date()) {
      checked.verdict = Verdict::after_record;
    }
    check.votes.push_back(checked);
  }
  for (const ReportedTally& tally : linker.tallies()) {
    CheckedTally checked;
    checked.tally = tally;
    checked.roll_call = linker.roll_call_of(tally, links);
    if (checked.roll_call) {
      checked.recorded = recorded_count(record, *checked.roll_call, tally.choice);
      checked.verdict =
          tally_holds(tally, checked.recorded) ? Verdict::agrees : Verdict::contradicts;
    }
    check.tallies.push_back(std::move(checked));
  }
  return check;
}

void Checker::link(Reading& reading, std::string_view text) const {
  VoteLinker linker(index_->record, index_->topics, index_->seats, reading, text);
  const std::vector<VoteLink> links = linker.links();
  for (std::size_t i = 0; i < links.size(); ++i) {
    ReportedVote& vote = reading.votes[i];
    if (!vote.roll_call.empty() || !links[i].roll_call) continue;
    const RollCall& r = index_->record.roll_calls[*links[i].roll_call];
    vote.roll_call = r.symbol.empty() ? r.id : r.symbol;
  }
}

}  // namespace volteface
