// Votes that are told by where a state stands: "was in favour", "is against it", "its lamp is red".
#include <algorithm>
#include <array>

#include "reading/tables.h"
#include "reading/vote_words.h"

namespace volteface {

// "were in favour", "was opposed", "against it were", "the no camp", "its lamp is yellow"
std::optional<FoundVote> VoteWords::stands(std::uint32_t t) const {
  const std::string_view word = tree_.lemma(t);
  std::optional<ReportedChoice> choice;
  if (word == "favour" || word == "favor") {
    if (tree_.preposition(t) == "in") choice = ReportedChoice::yes;
  } else if (word == "opposed" || (word == "absent" && !is_away_from_other_things(t))) {
    choice = word == "opposed" ? ReportedChoice::no : ReportedChoice::absent;
  } else if (word == "lamp" || word == "light" ||
             (word == "name" && about_a_vote(tree_.sentence(t)))) {
    return lamp(t);
  } else if (lower_case(view_.document().text_of(tree_.token(t))) == "against") {
    return against_were(t);
  }
  const std::uint32_t copula = tree_.child(t, {"cop"});
  const bool colour = !choice && copula != nowhere && shows_colours(t);
  if (colour) choice = by_colour(word);  // "Chad and Mali are green"
  if (!choice || (!colour && !about_a_vote(tree_.sentence(t)))) return std::nullopt;
  std::vector<Actor> voters = voters_.of_subject(tree_.child(t, {"nsubj"}));
  if (voters.empty() && copula != nowhere) voters = voters_.counted_in_before(copula);
  if (voters.empty()) voters = voters_.of_group(tree_.child(t, {"nsubj"}));
  if (copula != nowhere) {
    const StateRow row = voters_.right_before(copula);
    if (row.states.size() > voters.size()) voters = row.states;
  }
  // "Chad was among those in favour"
  const std::uint32_t above = tree_.head(t);
  if (voters.empty() && above != nowhere && voters_.is_crowd(above)) {
    const bool counted = tree_.token(above).upos == "NUM" && above + 2 == t;  // "was 12 in favour"
    if (!counted) voters = voters_.of_subject(above);
    const std::uint32_t are = tree_.child(above, {"cop"});
    const StateRow row = are == nowhere ? StateRow() : voters_.right_before(are);
    if (row.states.size() > 1) voters = row.states;
  }
  return told({t, *choice, {}, std::move(voters)});
}

// "absent from the summit", but not "from the vote", "from the hall"
bool VoteWords::is_away_from_other_things(std::uint32_t absent) const {
  constexpr std::array<std::string_view, 12> votes = {"vote",    "voting", "ballot",  "count",
                                                      "hall",    "room",   "chamber", "session",
                                                      "sitting", "board",  "list",    "it"};
  constexpr std::uint32_t reach = 5;  // words
  const std::uint32_t end = view_.document().sentences[tree_.sentence(absent)].last;
  if (absent + 2 >= end || tree_.lemma(absent + 1) != "from") return false;
  for (std::uint32_t t = absent + 2; t < std::min(end, absent + reach); ++t) {
    const std::string word = lower_case(tree_.lemma(t));
    if (is_one_of(word, votes) || reading_tables().in_list("resolution", word) ||
        reading_tables().in_list("voting_body", word))
      return false;
  }
  return true;
}

// As surely as its predicate is meant: "was not in favour" is no yes.
std::optional<FoundVote> VoteWords::told(FoundVote found) const {
  const std::uint32_t subject = tree_.child(found.head, {"nsubj"});
  const bool of_crowd = subject != nowhere && voters_.is_crowd(subject);
  if (found.voters.empty() && !of_crowd) return std::nullopt;
  Modality modality = modality_of(tree_, found.head);
  if (modality == Modality::negated && is_denied_behind(found.head)) modality = Modality::asserted;
  return statuses_.with_status(found, modality) ? std::optional(found) : std::nullopt;
}

// "Chad was in favour; Mali was not": a parser may hang the "not" on what stands before.
bool VoteWords::is_denied_behind(std::uint32_t predicate) const {
  constexpr std::array<std::string_view, 3> words = {"not", "n't", "never"};
  bool behind = false;
  for (const std::uint32_t c : tree_.children(predicate)) {
    if (!is_one_of(lower_case(tree_.lemma(c)), words)) continue;
    if (c < predicate) return false;
    behind = true;
  }
  return behind;
}

// "it was against, together with Mali"
std::optional<FoundVote> VoteWords::was_against(std::uint32_t preposition) const {
  // A tagger may take the word for a participle.
  if (tree_.child(preposition, {"cop", "aux:pass"}) == nowhere ||
      !about_a_vote(tree_.sentence(preposition)))
    return std::nullopt;
  return told({preposition,
               ReportedChoice::no,
               {},
               voters_.of_subject(tree_.child(preposition, {"nsubj"}))});
}

std::optional<FoundVote> VoteWords::against_were(std::uint32_t preposition) const {
  const std::uint32_t root =
      tree_.head(preposition) == nowhere ? preposition : tree_.head(preposition);
  const Sentence& sentence = view_.document().sentences[tree_.sentence(preposition)];
  if (preposition != sentence.first) return was_against(preposition);
  const std::uint32_t subject = tree_.child(root, {"nsubj"});
  const bool it = subject != nowhere && tree_.token(subject).upos == "PRON";  // "against it"
  std::vector<Actor> voters = it ? std::vector<Actor>() : voters_.states_of(subject);
  for (std::uint32_t t = preposition; voters.empty() && t < sentence.last; ++t) {
    if (tree_.lemma(t) == ";") break;
    if (tree_.lemma(t) != "be") continue;
    voters = voters_.right_behind(t).states;
    if (voters.empty()) voters = voters_.between(t + 1, sentence.last);
  }
  if (voters.empty() || !about_a_vote(tree_.sentence(preposition))) return std::nullopt;
  return FoundVote{preposition, ReportedChoice::no, VoteStatus::cast, voters};
}

// Where the display of the hall is spoken of: not "green with envy".
bool VoteWords::shows_colours(std::uint32_t colour) const {
  constexpr std::array<std::string_view, 8> displays = {"board", "screen", "display", "panel",
                                                        "map",   "light",  "lamp",    "button"};
  constexpr std::uint32_t reach = 4;  // sentences
  if (tree_.child(colour, {"obl", "nmod"}) != nowhere) return false;
  const auto& sentences = view_.document().sentences;
  const std::uint32_t here = tree_.sentence(colour);
  bool coloured = false;  // "In red: Chad. Peru and Togo are green."
  for (std::uint32_t t = sentences[here - std::min(here, reach)].first; t < colour; ++t) {
    const std::string word = lower_case(tree_.lemma(t));
    if (is_one_of(word, displays)) return true;
    coloured |= by_colour(word).has_value() && tree_.sentence(t) + 2 >= here;
  }
  return coloured && told_in_ && *told_in_ + 2 >= here;
}

std::optional<ReportedChoice> VoteWords::by_colour(std::string_view word) {
  if (word == "green") return ReportedChoice::yes;
  if (word == "red") return ReportedChoice::no;
  if (word == "yellow" || word == "amber") return ReportedChoice::abstain;
  if (word == "dark" || word == "blank" || word == "unlit") return ReportedChoice::absent;
  return std::nullopt;
}

// "a red lamp"
std::optional<ReportedChoice> VoteWords::colour_of(std::uint32_t noun) const {
  for (const std::uint32_t c : tree_.children(noun)) {
    if (c < noun && tree_.is(c, "amod")) {
      if (const auto choice = by_colour(lower_case(tree_.lemma(c)))) return choice;
    }
  }
  return std::nullopt;
}

// The display of the hall: yes is green, no red, an abstention yellow. "Chad's lamp is red",
// "Mali's name lit up in green".
std::optional<FoundVote> VoteWords::lamp(std::uint32_t noun) const {
  std::vector<Actor> voters = voters_.states_of(tree_.child(noun, {"nmod:poss"}));
  if (voters.empty()) voters = voters_.possessor(noun);
  for (const std::uint32_t c : tree_.children(noun)) {
    if (voters.empty() && c > noun && tree_.preposition(c) == "of") voters = voters_.states_of(c);
  }
  if (const auto own = colour_of(noun); own && about_a_vote(tree_.sentence(noun))) {
    // "the red lamps of Chad and Mali"
    for (const std::uint32_t c : tree_.children(noun)) {
      const std::string by = tree_.preposition(c);
      if (c > noun && (by == "of" || by == "for" || by == "beside" || by == "next to"))
        voters = voters_.behind_preposition(c);
    }
    if (voters.empty()) return std::nullopt;
    return FoundVote{noun, *own, VoteStatus::cast, voters};
  }
  if (voters.empty()) return std::nullopt;
  constexpr std::uint32_t reach = 8;  // words
  const std::uint32_t end = view_.document().sentences[tree_.sentence(noun)].last;
  std::optional<ReportedChoice> choice;
  for (std::uint32_t t = noun + 1; t < std::min(end, noun + reach) && !choice; ++t) {
    if (tree_.token(t).upos == "PUNCT") break;
    choice = by_colour(lower_case(tree_.lemma(t)));
  }
  if (!choice) return std::nullopt;
  return FoundVote{noun, *choice, VoteStatus::cast, voters};
}

}  // namespace volteface
