// Votes in the words of data/reading/votes.tsv.
#include <algorithm>
#include <array>

#include "reading/vote_words.h"

namespace volteface {

// In the words of data/reading/votes.tsv.
std::optional<FoundVote> VoteWords::in_other_words(std::uint32_t t) {
  if (t < cue_end_) return std::nullopt;  // within one that was looked at
  const auto cue = vote_cue_at(tree_, t);
  if (cue) cue_end_ = cue->last;
  if (!cue || !talk_.has_spoken_of_votes(tree_.sentence(t)) || is_no_noun(cue->head))
    return std::nullopt;
  if (cue->cue->voters == VoteCue::Voters::subject) {
    const bool verb = tree_.token(cue->head).upos == "VERB" ||
                      tree_.token(cue->head).upos == "AUX" ||
                      tree_.child(cue->head, {"nsubj"}) != nowhere;  // "cast" is no noun
    if (!verb || is_denied_within(*cue)) return std::nullopt;
    if (tells_attitude(*cue) && !is_in_a_vote(*cue)) return std::nullopt;
    // "kept out of it": of whatever was told of last
    const bool bare = cue->cue->words.back().either[0] == "@end";
    const std::uint32_t s = tree_.sentence(t);
    if (bare && !about_a_vote(s) && !about_a_vote(s - std::min(s, 1u))) return std::nullopt;
    if (cue->cue->same) return as_others(*cue);
    if (is_of_another_thing(*cue)) return std::nullopt;
    if (auto whose = cast_for(*cue)) return whose;
    if (gives_none(*cue)) return with_voters(cue->head, ReportedChoice::not_yes);
    auto found =
        with_voters(cue->head, raises_against(*cue) ? ReportedChoice::no : cue->cue->choice);
    // "the former minister was away"
    const bool of_person = cue->cue->choice == ReportedChoice::absent && found &&
                           found->voters.size() == 1 && !found->voters.front().person.empty();
    if (of_person) return std::nullopt;
    return found ? found : taken_for_passive(*cue);
  }
  if (tree_.token(cue->head).upos == "VERB") return std::nullopt;
  const Modality modality = clause_of_noun(tree_, cue->head).modality;
  const bool a_no = modality == Modality::negated && says_no(*cue) &&
                    (is_choice_of_no(cue->head) || !is_denied_above(cue->head));
  const bool not_there = modality == Modality::negated && says_not(*cue);  // "not in the hall"
  if (modality != Modality::asserted && !a_no && !not_there) return std::nullopt;
  if (statuses_.is_asked_for(cue->head)) return std::nullopt;
  if (statuses_.is_wished_for(cue->head) || is_veto_unused(cue->head)) return std::nullopt;
  std::vector<Actor> voters = voters_of(*cue);
  if (voters.empty()) return std::nullopt;
  FoundVote found{cue->head, cue->cue->choice, VoteStatus::cast, voters};
  if (cue->cue->same) found.like = FoundVote::Like::others;
  return found;
}

// "Ana Ruiz cast Chad's vote against it": whose vote it is, whoever cast it.
std::optional<FoundVote> VoteWords::cast_for(const FoundVoteCue& cue) const {
  if (modality_of(tree_, cue.head) != Modality::asserted) return std::nullopt;
  for (std::uint32_t t = cue.first; t < cue.last; ++t) {
    if (tree_.lemma(t) != "vote" && tree_.lemma(t) != "ballot") continue;
    std::vector<Actor> voters = voters_.possessor(t);
    if (voters.empty()) return std::nullopt;
    return FoundVote{cue.head, cue.cue->choice, VoteStatus::cast, std::move(voters)};
  }
  return std::nullopt;
}

// "gave no support to the text"
bool VoteWords::gives_none(const FoundVoteCue& cue) const {
  if (cue.cue->choice != ReportedChoice::yes) return false;
  for (std::uint32_t t = cue.first; t < cue.last; ++t) {
    if (tree_.lemma(t) == "no" && tree_.is(t, "det")) return true;
  }
  return false;
}

// "raised its hand in the council against it"
bool VoteWords::raises_against(const FoundVoteCue& cue) const {
  constexpr std::uint32_t reach = 8;  // words
  if (cue.last == 0 || tree_.lemma(cue.last - 1) != "hand") return false;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(cue.head)].last;
  for (std::uint32_t t = cue.last; t < std::min(end, cue.last + reach); ++t) {
    if (tree_.token(t).upos == "PUNCT" || tree_.token(t).upos == "VERB") break;
    if (tree_.lemma(t) == "against") return true;
  }
  return false;
}

// "went along with it", where no text was told of that "it" may be.
bool VoteWords::is_of_another_thing(const FoundVoteCue& cue) const {
  const bool wants_text = std::ranges::any_of(
      cue.cue->words, [](const VoteCue::Word& word) { return word.either[0] == "@text"; });
  if (!wants_text) return false;
  for (std::uint32_t t = cue.first; t < cue.last; ++t) {
    if (reading_tables().in_list("resolution", tree_.lemma(t))) return false;
  }
  return !may_be_text(cue.head);
}

// "kept its veto in the drawer"
bool VoteWords::is_veto_unused(std::uint32_t noun) const {
  return tree_.lemma(noun).starts_with("veto") && tree_.is(noun, "obj") &&
         tree_.head(noun) != nowhere &&
         reading_tables().in_list("leaves_unused", tree_.lemma(tree_.head(noun)));
}

// "remained neutral", "led the way", which may be in a war as well, "was in the minority", which
// may be in a parliament.
bool VoteWords::tells_attitude(const FoundVoteCue& cue) {
  constexpr std::array<std::string_view, 9> words = {
      "neutral", "neutrality", "aloof", "silent", "middle", "lead", "road", "refrain", "sides"};
  constexpr std::array<std::string_view, 4> sides = {"majority", "minority", "losing", "winning"};
  const auto has_any = [](const VoteCue::Word& word, const auto& of) {
    return std::ranges::any_of(word.either,
                               [&](const std::string& one) { return is_one_of(one, of); });
  };
  const bool is = std::ranges::find(cue.cue->words[0].either, "be") !=
                  cue.cue->words[0].either.end();  // not "voted with the majority"
  return std::ranges::any_of(cue.cue->words, [&](const VoteCue::Word& word) {
    return has_any(word, words) || (is && has_any(word, sides));
  });
}

// Where a vote is told of just there; not "remained neutral in the war", "led the way in talks".
bool VoteWords::is_in_a_vote(const FoundVoteCue& cue) const {
  constexpr std::array<std::string_view, 6> votes = {"vote",  "voting", "ballot",
                                                     "count", "favour", "favor"};
  const std::uint32_t s = tree_.sentence(cue.head);
  const bool told = told_in_ && *told_in_ + 2 >= s;
  if (!told && !talk_.names_a_vote(s) && (s == 0 || !talk_.names_a_vote(s - 1))) return false;
  const std::uint32_t end = view_.document().sentences[s].last;
  if (cue.last >= end || tree_.token(cue.last).upos != "ADP" || tree_.lemma(cue.last) == "with")
    return true;
  constexpr std::uint32_t reach = 5;  // words
  for (std::uint32_t t = cue.last + 1; t < std::min(end, cue.last + reach); ++t) {
    const std::string word = lower_case(tree_.lemma(t));
    if (is_one_of(word, votes) || reading_tables().in_list("voting_body", word)) return true;
  }
  return false;
}

bool VoteWords::says_not(const FoundVoteCue& cue) {
  return std::ranges::any_of(cue.cue->words, [](const VoteCue::Word& word) {
    return std::ranges::find(word.either, "not") != word.either.end();
  });
}

// "was not away", but not "was not present", which the cue itself says.
bool VoteWords::is_denied_within(const FoundVoteCue& cue) const {
  if (says_not(cue) || tree_.token(cue.head).upos != "AUX")
    return false;  // of a verb its clause tells
  for (std::uint32_t t = cue.first; t < cue.last; ++t) {
    const std::string_view word = tree_.lemma(t);
    if (word == "not" || word == "n't" || word == "never") return true;
  }
  return false;
}

// "Chad's envoy, too, pressed yes": a parser may take the verb for a participle.
std::optional<FoundVote> VoteWords::taken_for_passive(const FoundVoteCue& cue) const {
  const Token& verb = tree_.token(cue.head);
  if (verb.xpos != "VBN" || !tree_.is(cue.head, "acl")) return std::nullopt;
  if (tree_.child(cue.head, {"aux", "obl:agent"}) != nowhere) return std::nullopt;
  std::vector<Actor> voters = voters_.of_verb(nowhere, cue.head);
  if (voters.empty()) return std::nullopt;
  return FoundVote{cue.head, cue.cue->choice, VoteStatus::cast, std::move(voters)};
}

// "kept them company", "were on the same side as Chad": the others are those named behind it or
// within it, else those told of last.
std::optional<FoundVote> VoteWords::as_others(const FoundVoteCue& cue) const {
  if (!about_a_vote(tree_.sentence(cue.head))) return std::nullopt;
  const bool of_old = tree_.lemma(cue.head) == "be" && tree_.token(cue.head).xpos == "VBN";
  if (of_old) return std::nullopt;  // "had been with Chad for ten years"
  std::optional<FoundVote> found = with_voters(cue.head, ReportedChoice::yes);
  if (!found || found->voters.empty() || found->status != VoteStatus::cast) return std::nullopt;
  const bool denied = found->choice == ReportedChoice::not_yes;
  found->like = denied ? FoundVote::Like::not_others : FoundVote::Like::others;
  if (cue.cue->opposite) {  // of those told last, whoever is named beside it
    found->like = FoundVote::Like::opposed;
    return denied ? std::nullopt : found;
  }
  const std::uint32_t end = view_.document().sentences[tree_.sentence(cue.head)].last;
  std::uint32_t at = cue.last;
  while (at < end && (tree_.lemma(at) == "as" || tree_.lemma(at) == "of")) ++at;
  found->leaders = voters_.row_from(at, end).states;
  const std::uint32_t owner = tree_.child(cue.last - 1, {"nmod:poss"});
  if (found->leaders.empty() && owner != nowhere && tree_.token(owner).upos != "PRON")
    found->leaders = voters_.possessor(cue.last - 1);
  if (found->leaders.empty()) found->leaders = voters_.between(cue.head + 1, cue.last);
  for (std::uint32_t t = cue.head + 1; found->leaders.empty() && t < cue.last; ++t) {
    if (is_somebody(t)) found->leaders = voters_.states_of(t);  // "at his side"
  }
  if (found->leaders.empty() && at < end && is_somebody(at)) found->leaders = voters_.states_of(at);
  // "did as it had promised"
  if (found->leaders.empty() && tree_.lemma(cue.head) == "do") return std::nullopt;
  // "were with the West": nobody whose vote is told.
  const bool to_others = tree_.token(at - 1).upos == "ADP" || tree_.token(at - 1).upos == "SCONJ";
  if (found->leaders.empty() && to_others && at < end && tree_.token(at).upos != "PRON")
    return std::nullopt;
  return found;
}

// "his", but not "its", "them": those are whose vote was told last.
bool VoteWords::is_somebody(std::uint32_t pronoun) const {
  constexpr std::array<std::string_view, 4> things = {"it", "its", "they", "their"};
  return tree_.token(pronoun).upos == "PRON" &&
         !is_one_of(lower_case(tree_.lemma(pronoun)), things);
}

bool VoteWords::is_denied_above(std::uint32_t noun) const {
  const std::uint32_t above = tree_.head(noun);
  return above != nowhere && tree_.token(above).upos == "VERB" &&
         modality_of(tree_, above) != Modality::asserted;
}

std::vector<Actor> VoteWords::voters_of(const FoundVoteCue& cue) const {
  if (cue.cue->voters == VoteCue::Voters::possessor) {
    const std::uint32_t owner = tree_.child(cue.head, {"nmod:poss"});
    if (owner != nowhere && tree_.token(owner).upos == "PRON") {  // "Chad paid for its yes"
      const std::uint32_t first = view_.document().sentences[tree_.sentence(owner)].first;
      const StateRow begins = voters_.row_from(first, owner);
      if (begins.first == first) return begins.states;
      const std::vector<Actor> doer = voters_.of_its_own(cue.head);
      if (!doer.empty()) return doer;
    }
    return voters_.possessor(cue.head);
  }
  // "Chad did likewise; Mali was not in the hall": whatever the tree.
  StateRow near = voters_.right_before(cue.first);
  if (!near.states.empty() && near.first > 0 && tree_.lemma(near.first - 1) == ";")
    return near.states;
  std::vector<Actor> out = voters_.of_noun(cue.head);
  const bool more = near.states.size() > out.size() && out.size() == 1 &&
                    std::ranges::any_of(near.states, [&](const Actor& a) {
                      return a.state == out.front().state;
                    });  // a parser may hang but one of a row
  if (out.empty() || more) out = std::move(near.states);
  return out.empty() ? of_who_is_there(cue) : out;
}

// "stayed where it had always been, in the camp of the yes": who does what any verb above tells.
std::vector<Actor> VoteWords::of_who_is_there(const FoundVoteCue& cue) const {
  if (tree_.token(cue.first).upos != "ADP") return {};
  std::uint32_t top = cue.head;
  std::vector<Actor> out;
  while (tree_.head(top) != nowhere) {
    const bool fronted = cue.head < tree_.head(top);  // "In the yes camp Chad lost a friend"
    top = tree_.head(top);
    if (fronted && tree_.child(top, {"obj"}) != nowhere) return {};
    const std::uint32_t subject = tree_.child(top, {"nsubj"});
    if (subject != nowhere) out = voters_.of_subject(subject);
  }
  return modality_of(tree_, top) == Modality::asserted ? out : std::vector<Actor>();
}

// "no (vote)", "a yes (man)"
bool VoteWords::is_no_noun(std::uint32_t head) const {
  if (tree_.lemma(head) != "no" && tree_.lemma(head) != "yes") return false;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(head)].last;
  return head + 1 < end &&
         (tree_.token(head + 1).upos == "NOUN" || tree_.token(head + 1).upos == "ADJ");
}

// "there were five no votes": not "no votes"
bool VoteWords::is_choice_of_no(std::uint32_t noun) const {
  const std::uint32_t first = view_.document().sentences[tree_.sentence(noun)].first;
  return noun >= first + 2 && tree_.lemma(noun - 1) == "no" && tree_.token(noun - 2).upos == "NUM";
}

// "the no camp": its "no" denies nothing.
bool VoteWords::says_no(const FoundVoteCue& cue) const {
  for (std::uint32_t t = cue.first; t < cue.last; ++t) {
    if (tree_.lemma(t) == "no") return true;
  }
  return false;
}

}  // namespace volteface
