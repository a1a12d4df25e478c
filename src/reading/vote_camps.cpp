#include "reading/vote_camps.h"

#include <algorithm>
#include <array>

#include "reading/tables.h"

namespace volteface {
namespace {

using Choice = ReportedChoice;

}  // namespace

std::optional<FoundVote> VoteCamps::as_chosen(FoundVote found, Choice choice) {
  if (found.like == FoundVote::Like::not_others) {
    if (choice != Choice::yes) return std::nullopt;
    choice = Choice::not_yes;
  }
  if (found.like == FoundVote::Like::opposed) {
    if (choice != Choice::yes && choice != Choice::no) return std::nullopt;
    choice = choice == Choice::yes ? Choice::no : Choice::yes;
  }
  found.choice = choice;
  return found;
}

std::optional<FoundVote> VoteCamps::with_leaders(const VoteCamp& camp, Choice choice) {
  std::optional<FoundVote> all = as_chosen(camp.followers, choice);
  if (all && all->choice == choice) add_voters(camp.followers.leaders, all->voters);
  return all;
}

std::optional<FoundVote> VoteCamps::at_token(std::uint32_t t) const {
  if (!talk_.has_spoken_of_votes(tree_.sentence(t))) return std::nullopt;
  if (auto found = inverted(t)) return found;
  if (tree_.token(t).upos != "VERB") return std::nullopt;
  if (tree_.lemma(t) == "vote" && words_.choice_of_vote(t)) return std::nullopt;
  const bool backs = backs_a_state(t);
  const bool joins = tree_.lemma(t) == "join" || tree_.lemma(t) == "follow" || backs;
  if (!joins && !joins_a_side(t)) return std::nullopt;
  if (tree_.has_child(t, "mark", "to")) return std::nullopt;  // "wishes to side with Chad"
  if (is_act_in_general(t)) return std::nullopt;
  const Clause clause = clause_of_verb(tree_, t);
  if (clause.modality != Modality::asserted) return std::nullopt;
  FoundVote found{t, Choice::yes, VoteStatus::cast, {}};
  found.like = FoundVote::Like::others;
  found.voters = voters_.of_verb(clause.subject, t);
  if (joins) {
    if (!talk_.is_about_votes(tree_.sentence(t)) || is_joined_in_more(t)) return std::nullopt;
    found.leaders = joined_by(t, clause);
    const std::uint32_t owner =
        clause.object == nowhere ? nowhere : tree_.child(clause.object, {"nmod:poss"});
    const bool its = owner != nowhere && tree_.token(owner).upos == "PRON";  // "its example"
    const bool them = clause.object != nowhere && (tree_.lemma(clause.object) == "they" ||
                                                   tree_.lemma(clause.object) == "it" || its);
    if (them) {  // those told of last
      found.leaders.clear();
      return found.voters.empty() ? std::nullopt : std::optional(found);
    }
  }
  for (const Oblique& o : clause.obliques) {
    const std::string_view by = o.preposition;
    const bool with = by == "with" || by == "behind" || by == "alongside" || by == "by" ||
                      (by == "to" && tree_.lemma(t) == "rally");
    if (!joins && with && o.noun > t) add_voters(voters_.behind_preposition(o.noun), found.leaders);
  }
  if (const StateRow named = counted_behind(t); !named.states.empty()) {
    found.voters = named.states;
    std::erase_if(found.leaders, [&](const Actor& a) { return has_state(named.states, a.state); });
  }
  if (found.voters.empty() || found.leaders.empty()) return std::nullopt;
  if (const auto choice = joins ? std::nullopt : choice_said_behind(t)) {
    found.choice = *choice;
    found.like = FoundVote::Like::nobody;
    add_voters(found.leaders, found.voters);
  }
  return found;
}

// "Three states only stood by Chad: (Mali, Peru and Togo)"
StateRow VoteCamps::counted_behind(std::uint32_t verb) const {
  constexpr std::uint32_t longest = 8;  // words
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  const std::uint32_t subject = subject_of(tree_, verb);
  if (subject == nowhere || !voters_.is_crowd(subject)) return {};
  for (std::uint32_t t = verb + 1; t + 1 < std::min(end, verb + longest); ++t) {
    if (tree_.lemma(t) == ":") return voters_.row_from(t + 1, end);
  }
  return {};
}

// "sided with Chad against the text", "with Mali in opposing it", "with Togo in voting yes"
std::optional<ReportedChoice> VoteCamps::choice_said_behind(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 20;  // words
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb + 1; t + 1 < std::min(end, verb + furthest); ++t) {
    const std::string_view word = tree_.lemma(t);
    if (word == ";" || word == "while" || word == "whereas" || word == "because") break;
    const std::uint32_t noun = t + (tree_.lemma(t + 1) == "the" ? 2 : 1);
    const bool it =
        tree_.lemma(t + 1) == "it" && (t + 2 >= end || tree_.token(t + 2).upos == "PUNCT");
    const bool text = it || (noun < end && VoteWords::names_text(tree_.lemma(noun)));
    if (word == "against" && text) return Choice::no;
    const bool favour = word == "in" && tree_.lemma(t + 1).starts_with("favo");
    if ((word == "for" && text) || favour) return Choice::yes;
    if (tree_.token(t).xpos != "VBG") continue;
    if (word == "vote") return words_.choice_of_vote(t);
    if (word == "abstain") return Choice::abstain;
    if (is_no(word) && words_.on_resolution(t)) return Choice::no;
    if (is_aye(word) && words_.on_resolution(t)) return Choice::yes;
  }
  return std::nullopt;
}

// "a way of siding with Chad", but not "voted no, siding with Mali", "was siding with Mali"
bool VoteCamps::is_act_in_general(std::uint32_t verb) const {
  if (tree_.token(verb).xpos != "VBG" || tree_.child(verb, {"aux"}) != nowhere) return false;
  return verb == 0 || tree_.lemma(verb - 1) != ",";
}

// Not "went down with Chad".
bool VoteCamps::joins_a_side(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  const bool down = verb + 1 < end && tree_.lemma(verb + 1) == "down";
  return !down && reading_tables().in_list("joins_a_side", tree_.lemma(verb));
}

// "Chad backed Mali", whose text it may be: told as done, of a state by its name.
bool VoteCamps::backs_a_state(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 5> words = {"back", "support", "accompany", "second",
                                                     "favour"};
  if (!is_one_of(tree_.lemma(verb), words) || is_passive(tree_, verb)) return false;
  const bool past = tree_.token(verb).xpos == "VBD" || tree_.token(verb).xpos == "VBN";
  if (!past || tree_.child(verb, {"aux"}) != nowhere) return false;
  return !voters_.right_behind(verb).states.empty() && talk_.is_about_votes(tree_.sentence(verb));
}

// "Mali joined Chad", "joined them", "was joined by Mali"
std::vector<Actor> VoteCamps::joined_by(std::uint32_t verb, const Clause& clause) const {
  const StateRow row = voters_.right_behind(verb);
  return row.states.empty() ? voters_.states_of(clause.object) : row.states;
}

// "joined Chad in building a dam", "on its march", "at the table": not in its vote.
bool VoteCamps::is_joined_in_more(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb + 1; t < end && tree_.token(t).upos != "PUNCT"; ++t) {
    const std::string_view word = tree_.lemma(t);
    if (word == "in" || word == "on" || word == "at" || word == "to" || word == "for") return true;
  }
  return false;
}

std::optional<FoundVote> VoteCamps::by_leaders(const VoteCamp& camp,
                                               std::span<const ReportedVote> votes) const {
  std::optional<Choice> choice;
  for (const ReportedVote& vote : votes) {
    const bool then = vote.date.from <= camp.window.to && camp.window.from <= vote.date.to;
    if (!has_state(camp.followers.leaders, vote.state) || !then || vote.status != VoteStatus::cast)
      continue;
    if (choice && *choice != vote.choice) return std::nullopt;
    choice = vote.choice;
  }
  return choice ? as_chosen(camp.followers, *choice) : std::nullopt;
}

std::optional<FoundVote> VoteCamps::by_text(const VoteCamp& camp) const {
  const std::vector<Actor>& leaders = camp.followers.leaders;
  const std::uint32_t s = tree_.sentence(camp.followers.head);
  const bool surely = brought_in_by(leaders, s, true);
  const bool few = is_of_few(camp.followers.head) && tells_adoption_before(s);
  if (!surely && few) return with_leaders(camp, Choice::no);
  const bool backs = backs_a_state(camp.followers.head);
  const bool of_winners = (backs || leaders.size() > 1) && tells_adoption_before(s);
  if (!surely && !of_winners && !brought_in_by(leaders, s, false)) return std::nullopt;
  std::optional<FoundVote> out = as_chosen(camp.followers, Choice::yes);
  if (out && (surely || of_winners) && out->choice == Choice::yes) add_voters(leaders, out->voters);
  return out;
}

// "Only Chad and Mali stood by Peru": few, who lost.
bool VoteCamps::is_of_few(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 4> words = {"only", "alone", "nobody", "none"};
  for (std::uint32_t t = view_.document().sentences[tree_.sentence(verb)].first; t < verb; ++t) {
    if (is_one_of(lower_case(tree_.lemma(t)), words)) return true;
  }
  return false;
}

// "The council resolved by 19 votes to six. (Chad lined up with Mali and Togo.)": with those who
// had it adopted, where nothing else is told of them.
bool VoteCamps::tells_adoption_before(std::uint32_t sentence) const {
  constexpr std::array<std::string_view, 6> adopts = {"adopt",   "pass",  "carry",
                                                      "approve", "agree", "resolve"};
  constexpr std::uint32_t reach = 2;  // sentences
  const auto& sentences = view_.document().sentences;
  const std::uint32_t first = sentences[sentence - std::min(sentence, reach)].first;
  for (std::uint32_t t = first; t < sentences[sentence].first; ++t) {
    if (!is_one_of(tree_.lemma(t), adopts) || tree_.token(t).upos != "VERB") continue;
    if (tree_.token(t).xpos == "VBD" || tree_.token(t).xpos == "VBN") return true;
  }
  return false;
}

// "the Chadian draft", "Chad's text", "a resolution tabled by Chad", some sentences before; not
// surely also behind, and "Chad's question", which the body may have asked for it.
bool VoteCamps::brought_in_by(const std::vector<Actor>& states, std::uint32_t sentence,
                              bool surely) const {
  constexpr std::uint32_t reach = 8;  // sentences
  const auto& sentences = view_.document().sentences;
  const std::uint32_t first = sentences[sentence - std::min(sentence, reach)].first;
  const std::size_t behind = surely ? sentence : sentence + 2 * reach;
  const std::uint32_t last = sentences[std::min(behind, sentences.size() - 1)].last;
  for (std::uint32_t t = first; t < last; ++t) {
    if (brings_in(t, states)) return true;
    if (tree_.token(t).upos != "NOUN") continue;
    const bool text = VoteWords::names_text(tree_.lemma(t)) ||
                      (!surely && reading_tables().in_list("cause_put_to_vote", tree_.lemma(t)));
    if (text && is_theirs(t, states)) return true;
  }
  return false;
}

// "Ana Ruiz, the Chadian envoy, tabled a draft"
bool VoteCamps::brings_in(std::uint32_t verb, const std::vector<Actor>& states) const {
  if (tree_.token(verb).upos != "VERB" ||
      !reading_tables().in_list("brings_in", tree_.lemma(verb)) || is_passive(tree_, verb))
    return false;
  const Clause clause = clause_of_verb(tree_, verb);
  if (clause.object == nowhere || !VoteWords::names_text(tree_.lemma(clause.object))) return false;
  return std::ranges::any_of(view_.actors.actors_of(clause.subject),
                             [&](const Actor& actor) { return has_state(states, actor.state); });
}

bool VoteCamps::is_theirs(std::uint32_t noun, const std::vector<Actor>& states) const {
  constexpr std::array<std::string_view, 8> brings = {"table",   "draft",     "submit", "sponsor",
                                                      "propose", "introduce", "write",  "bring"};
  for (const std::uint32_t c : tree_.children(noun)) {
    const bool before =
        c < noun && (tree_.is(c, "amod") || tree_.is(c, "nmod") || tree_.is(c, "compound"));
    const bool brought = tree_.is(c, "acl") && is_one_of(tree_.lemma(c), brings);
    const std::uint32_t by = brought ? clause_of_verb(tree_, c).subject : c;
    if (!before && !brought) continue;
    for (const Actor& actor : view_.actors.actors_of(by)) {
      if (has_state(states, actor.state)) return true;
    }
  }
  return false;
}

}  // namespace volteface
