#include "reading/vote_crowds.h"

#include <algorithm>
#include <array>

#include "reading/number_words.h"
#include "reading/tables.h"

namespace volteface {
namespace {

ReportedChoice reported(Choice choice) {
  if (choice == Choice::yes) return ReportedChoice::yes;
  return choice == Choice::no ? ReportedChoice::no : ReportedChoice::abstain;
}

}  // namespace

// "The resolution received ten votes"
bool VoteCrowds::gets_votes(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 8> words = {"receive", "get",    "win",     "gather",
                                                     "draw",    "obtain", "attract", "collect"};
  if (!is_one_of(tree_.lemma(verb), words)) return false;
  const Clause clause = clause_of_verb(tree_, verb);
  return clause.object != nowhere && clause.subject != nowhere &&
         tree_.lemma(clause.object) == "vote" &&
         tree_.child(clause.object, {"nummod"}) != nowhere &&
         reading_tables().in_list("resolution", tree_.lemma(clause.subject));
}

// "185 countries backed it": who they are may be told behind.
void VoteCrowds::remember(std::uint32_t t) {
  const std::string_view stands = tree_.lemma(t);
  const bool predicate =
      stands == "against" || stands == "favour" || stands == "favor" || stands == "opposed";
  if (tree_.token(t).upos != "VERB" && !predicate) return;
  if (gets_votes(t)) {
    crowd_ = FoundVote{t, ReportedChoice::yes, VoteStatus::cast, {}};
    return;
  }
  const std::uint32_t subject =
      predicate ? tree_.child(t, {"nsubj"}) : clause_of_verb(tree_, t).subject;
  if (subject == nowhere || !voters_.is_crowd(subject) || !voters_.states_of(subject).empty())
    return;
  std::optional<ReportedChoice> choice;
  const std::string_view word = tree_.lemma(t);
  if (word == "vote") choice = words_.choice_of_vote(t);
  if (word == "abstain") choice = ReportedChoice::abstain;
  if (predicate) choice = stands.starts_with("fav") ? ReportedChoice::yes : ReportedChoice::no;
  if (is_aye(word) && words_.on_resolution(t)) choice = ReportedChoice::yes;
  if (is_no(word) && words_.on_resolution(t)) choice = ReportedChoice::no;
  if (choice) crowd_ = FoundVote{t, *choice, VoteStatus::cast, {}};
}

std::optional<FoundVote> VoteCrowds::at_token(std::uint32_t token) const {
  if (auto found = of_them(token)) return found;
  return of_counted(token);
}

// "Chad was one of them", "among them Chad and Mali"
std::optional<FoundVote> VoteCrowds::of_them(std::uint32_t t) const {
  const std::string text = lower_case(view_.document().text_of(tree_.token(t)));
  if (text != "them" || !crowd_ || tree_.sentence(t) > tree_.sentence(crowd_->head) + 1)
    return std::nullopt;
  const std::string_view before = t > 0 ? tree_.lemma(t - 1) : std::string_view();
  if (before != "among" && before != "of" && before != "between") return std::nullopt;
  FoundVote found = *crowd_;
  found.voters = of_crowd(t);
  return found.voters.empty() ? std::nullopt : std::optional(found);
}

// The states that "them" or "the nine" are said to be, or to be among.
std::vector<Actor> VoteCrowds::of_crowd(std::uint32_t them) const {
  const std::string_view before = tree_.lemma(them - 1);
  if (before == "among" || before == "between") {
    std::vector<Actor> out = voters_.right_behind(them).states;
    if (!out.empty()) return out;
    const std::uint32_t second = them + 1;
    const std::uint32_t end = view_.document().sentences[tree_.sentence(them)].last;
    if (second < end && tree_.lemma(second) == "be") out = voters_.right_behind(second).states;
    if (!out.empty()) return out;
    // "those of Chad and Mali among them"
    out = voters_.right_before(them - 1).states;
    if (!out.empty()) return out;
  }
  for (std::uint32_t at = tree_.head(them); at != nowhere; at = tree_.head(at)) {
    const std::vector<Actor> out = voters_.states_of(tree_.child(at, {"nsubj"}));
    if (!out.empty()) return out;
  }
  return voters_.states_of(tree_.child(them, {"nsubj"}));
}

// "Chad was one of the nine", "Among the nine: Chad and Mali"
std::optional<FoundVote> VoteCrowds::of_counted(std::uint32_t t) const {
  if (t < 2 || tree_.token(t).upos != "NUM" || tree_.lemma(t - 1) != "the") return std::nullopt;
  if (tree_.lemma(t - 2) != "among" && tree_.lemma(t - 2) != "of") return std::nullopt;
  const auto choice = choice_of(t);
  if (!choice) return std::nullopt;
  FoundVote found{t, *choice, VoteStatus::cast, voters_.right_behind(t).states};
  const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
  const bool colon = t + 1 < end && tree_.lemma(t + 1) == ":";
  const bool are = t + 1 < end && tree_.lemma(t + 1) == "be";
  if (found.voters.empty() && (colon || are)) found.voters = voters_.right_behind(t + 1).states;
  if (found.voters.empty()) found.voters = of_crowd(t);
  return found.voters.empty() ? std::nullopt : std::optional(found);
}

// What the number of votes was, that was told last.
std::optional<ReportedChoice> VoteCrowds::choice_of(std::uint32_t number) const {
  constexpr std::uint32_t reach = 600;  // bytes
  const auto count = number_named(lower_case(view_.document().text_of(tree_.token(number))));
  const std::uint32_t here = tree_.token(number).begin;
  auto tally = std::ranges::lower_bound(tallies_, here - std::min(here, reach), {},
                                        [](const ReportedTally& of) { return of.evidence.begin; });
  std::optional<ReportedChoice> choice;
  for (; tally != tallies_.end() && tally->evidence.begin <= here; ++tally) {
    if (count && tally->count == *count) choice = reported(tally->choice);
  }
  return choice;
}

}  // namespace volteface
