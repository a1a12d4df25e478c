#include "turn/turn_evidence.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "turn/subject_areas.h"

namespace volteface {
namespace {

constexpr double least_telling_ratio = 2;

// Natural logarithm of how much better the position behind predicts the vote.
double gain_of(const VotingHistory& history, const ChangePoint& change, std::size_t vote) {
  return history.log_probability(vote, change.after.mean) -
         history.log_probability(vote, change.before.mean);
}

}  // namespace

std::vector<SubjectShare> subjects_of_turn(const Record& record, const VotingHistory& history,
                                           const ChangePoint& change) {
  std::map<std::string_view, SubjectShare> by_subject;
  for (std::size_t vote = change.split; vote < change.last; ++vote) {
    const double bits = gain_of(history, change, vote) / std::numbers::ln2;
    for (std::string_view name : areas_of(record.roll_calls[history.vote(vote).roll_call])) {
      SubjectShare& subject = by_subject[name];
      subject.subject = name;
      ++subject.n;
      subject.bits += bits;
    }
  }
  std::vector<SubjectShare> out;
  double all = 0;
  for (const auto& [name, subject] : by_subject) {
    if (subject.bits <= 0) continue;
    all += subject.bits;
    out.push_back(subject);
  }
  for (SubjectShare& subject : out) subject.share = subject.bits / all;
  std::stable_sort(out.begin(), out.end(),
                   [](const SubjectShare& a, const SubjectShare& b) { return a.bits > b.bits; });
  return out;
}

std::vector<TellingVote> votes_behind(const VotingHistory& history, const ChangePoint& change) {
  std::vector<TellingVote> out;
  for (std::size_t vote = change.split; vote < change.last; ++vote) {
    out.push_back({history.vote(vote).roll_call, history.vote(vote).choice,
                   std::exp(history.log_probability(vote, change.before.mean)),
                   std::exp(history.log_probability(vote, change.after.mean))});
  }
  return out;
}

std::vector<TellingVote> first_telling_votes(std::span<const TellingVote> behind,
                                             std::size_t most) {
  std::vector<TellingVote> out;
  for (const TellingVote& vote : behind) {
    if (out.size() == most) break;
    if (vote.expected_after >= least_telling_ratio * vote.expected_before) out.push_back(vote);
  }
  return out;
}

}  // namespace volteface
