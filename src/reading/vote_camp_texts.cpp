// Votes of those who sided with others whose own vote is not told there: by what the text is about,
// or by what those chose elsewhere.
#include <algorithm>
#include <array>
#include <chrono>

#include "reading/tables.h"
#include "reading/vote_camps.h"

namespace volteface {
namespace {

using Choice = ReportedChoice;

}  // namespace

std::optional<FoundVote> VoteCamps::by_censure(const VoteCamp& camp) const {
  constexpr std::uint32_t reach = 8;  // sentences
  const std::vector<Actor>& leaders = camp.followers.leaders;
  const auto& sentences = view_.document().sentences;
  const std::uint32_t s = tree_.sentence(camp.followers.head);
  for (std::uint32_t t = sentences[s - std::min(s, reach)].first; t < sentences[s].last; ++t) {
    if (!reading_tables().in_list("text_censures", tree_.lemma(t)) || !censures(t, leaders))
      continue;
    return with_leaders(camp, Choice::no);
  }
  return std::nullopt;
}

// "The assembly condemned Chad's raid", "a text demanding that Chad withdraw", but not "Mali
// condemned Chad".
bool VoteCamps::censures(std::uint32_t verb, const std::vector<Actor>& states) const {
  constexpr std::uint32_t longest = 10;  // words
  if (tree_.token(verb).upos != "VERB" || !talk_.is_about_votes(tree_.sentence(verb))) return false;
  const std::uint32_t subject = subject_of(tree_, verb);
  const bool passive = is_passive(tree_, verb);
  if (!passive && subject != nowhere && !voters_.states_of(subject).empty()) return false;
  if (passive) {
    const std::vector<Actor> of = voters_.states_of(tree_.child(verb, {"nsubj"}));
    return std::ranges::any_of(of, [&](const Actor& a) { return has_state(states, a.state); });
  }
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb + 1; t < std::min(end, verb + longest); ++t) {
    if (tree_.token(t).upos == "PUNCT") break;
    const std::vector<Actor> of = view_.actors.actors_of(t);
    if (of.empty() || of.front().state.empty()) continue;
    return has_state(states, of.front().state);  // the first that is named
  }
  return false;
}

std::optional<FoundVote> VoteCamps::by_leaders_elsewhere(const VoteCamp& camp,
                                                         std::span<const ReportedVote> votes) {
  constexpr std::chrono::days near{40};
  std::optional<Choice> choice;
  for (const ReportedVote& vote : votes) {
    const bool then =
        vote.date.from <= camp.window.to + near && camp.window.from <= vote.date.to + near;
    if (!has_state(camp.followers.leaders, vote.state) || vote.status != VoteStatus::cast) continue;
    if (!then || (choice && *choice != vote.choice)) return std::nullopt;
    choice = vote.choice;
  }
  if (choice != Choice::no && choice != Choice::yes) return std::nullopt;
  return with_leaders(camp, *choice);
}

bool VoteCamps::is_near_a_vote(const VoteCamp& camp, std::span<const ReportedVote> votes) const {
  constexpr std::uint32_t reach = 2;  // sentences
  const std::uint32_t s = tree_.sentence(camp.followers.head);
  return talk_.names_a_vote(s) || (s > 0 && talk_.names_a_vote(s - 1)) ||
         std::ranges::any_of(votes, [&](const ReportedVote& vote) {
           return vote.evidence.sentence + reach >= s && vote.evidence.sentence <= s + 1;
         });
}

// "Chad had Mali and Togo with it"
std::optional<FoundVote> VoteCamps::had_with_it(std::uint32_t have) const {
  const StateRow row = voters_.right_behind(have);
  if (row.states.empty() || tree_.token(have).xpos != "VBD") return std::nullopt;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(have)].last;
  if (row.last + 1 >= end || tree_.lemma(row.last) != "with") return std::nullopt;
  if (tree_.token(row.last + 1).upos != "PRON") return std::nullopt;
  FoundVote found{have, Choice::yes, VoteStatus::cast, row.states};
  found.like = FoundVote::Like::others;
  found.leaders = voters_.of_subject(subject_of(tree_, have));
  return found.leaders.empty() ? std::nullopt : std::optional(found);
}

// "On the other side stood Chad and Mali": they chose otherwise than those told last.
std::optional<FoundVote> VoteCamps::across(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 5> verbs = {"stand", "be", "sit", "vote", "find"};
  constexpr std::array<std::string_view, 3> others = {"other", "opposite", "opposing"};
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  if (verb != first + 4 || !is_one_of(tree_.lemma(verb), verbs)) return std::nullopt;
  const std::string in = lower_case(tree_.lemma(first));
  const bool side = (in == "on" || in == "in") && tree_.lemma(first + 1) == "the" &&
                    is_one_of(tree_.lemma(first + 2), others) &&
                    reading_tables().in_list("voters_side", tree_.lemma(first + 3));
  if (!side) return std::nullopt;
  FoundVote found{verb, Choice::yes, VoteStatus::cast, voters_.right_behind(verb).states};
  found.like = FoundVote::Like::opposed;
  return found.voters.empty() ? std::nullopt : std::optional(found);
}

// "With Chad stood only Mali and Togo"
std::optional<FoundVote> VoteCamps::inverted(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 6> verbs = {"stand", "be", "side", "vote", "go", "remain"};
  constexpr std::array<std::string_view, 4> words = {"with", "behind", "beside", "alongside"};
  const Sentence& sentence = view_.document().sentences[tree_.sentence(verb)];
  if (tree_.lemma(verb) == "have") return had_with_it(verb);
  if (auto others = across(verb)) return others;
  std::uint32_t first = sentence.first;
  if (first < verb && tree_.token(first).upos == "ADV") ++first;  // "Only with Chad"
  if (!is_one_of(tree_.lemma(verb), verbs) || verb < first + 2) return std::nullopt;
  if (!is_one_of(lower_case(tree_.lemma(first)), words)) return std::nullopt;
  const StateRow leaders = voters_.row_from(first + 1, verb);
  if (leaders.states.empty() || leaders.last != verb) return std::nullopt;
  FoundVote found{verb, Choice::yes, VoteStatus::cast, voters_.right_behind(verb).states};
  found.like = FoundVote::Like::others;
  found.leaders = leaders.states;
  return found.voters.empty() ? std::nullopt : std::optional(found);
}

}  // namespace volteface
