// The words by which a list of voters tells their choice.
#include <algorithm>
#include <array>

#include "reading/tables.h"
#include "reading/vote_cues.h"
#include "reading/vote_lists.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

struct Said {
  std::string_view word;
  ReportedChoice choice;
};

constexpr std::array<Said, 34> said = {{
    {"abstain", ReportedChoice::abstain},   {"abstention", ReportedChoice::abstain},
    {"abstainer", ReportedChoice::abstain}, {"abstaining", ReportedChoice::abstain},
    {"abstained", ReportedChoice::abstain}, {"yellow", ReportedChoice::abstain},
    {"against", ReportedChoice::no},        {"no", ReportedChoice::no},
    {"noes", ReportedChoice::no},           {"opposed", ReportedChoice::no},
    {"opposing", ReportedChoice::no},       {"nay", ReportedChoice::no},
    {"oppose", ReportedChoice::no},         {"dissenter", ReportedChoice::no},
    {"dissent", ReportedChoice::no},        {"red", ReportedChoice::no},
    {"favour", ReportedChoice::yes},        {"favor", ReportedChoice::yes},
    {"yes", ReportedChoice::yes},           {"ayes", ReportedChoice::yes},
    {"for", ReportedChoice::yes},           {"support", ReportedChoice::yes},
    {"supporting", ReportedChoice::yes},    {"green", ReportedChoice::yes},
    {"absent", ReportedChoice::absent},     {"absentee", ReportedChoice::absent},
    {"missing", ReportedChoice::absent},    {"dark", ReportedChoice::absent},
    {"dissenting", ReportedChoice::no},     {"objecting", ReportedChoice::no},
    {"opponent", ReportedChoice::no},       {"supporter", ReportedChoice::yes},
    {"holdout", ReportedChoice::no},        {"opposition", ReportedChoice::no},
}};

}  // namespace

std::optional<ReportedChoice> VoteLists::choice_of(std::uint32_t t) const {
  const std::string text = lower_case(view_.document().text_of(tree_.token(t)));
  for (const Said& one : said) {
    if (one.word == text || one.word == tree_.lemma(t)) return one.choice;
  }
  return std::nullopt;
}

// Of what stands nearest before `last`.
std::optional<ReportedChoice> VoteLists::last_choice(std::uint32_t first,
                                                     std::uint32_t last) const {
  if (says_not_there(first, last)) return ReportedChoice::absent;
  for (std::uint32_t t = last; t-- > first;) {
    if (tree_.lemma(t) == ";" || tree_.lemma(t) == ")" || tree_.lemma(t) == ",") break;
    // "120 for:", but not "so much for peace:", "what to watch for:"
    const bool counts = t == first_ || is_vote(t - 1) || tree_.token(t - 1).upos == "NUM";
    if (tree_.lemma(t) == "for" && (t + 1 != last || !counts)) continue;
    if (const auto choice = choice_of(t)) return choice;
  }
  return std::nullopt;
}

// "On the fence: Chad", "Sitting it out: Mali", in the words of data/reading/votes.tsv.
std::optional<ReportedChoice> VoteLists::in_other_words(std::uint32_t first,
                                                        std::uint32_t last) const {
  constexpr std::uint32_t longest = 12;  // words
  first = std::max(first, last - std::min(last, longest));
  for (std::uint32_t t = first; t < last; ++t) {
    if (tree_.lemma(t) == "," || tree_.lemma(t) == ";") first = t + 1;
  }
  if (names_a_state(first, last)) return std::nullopt;
  for (std::uint32_t t = first; t < last; ++t) {
    const auto cue = vote_cue_at(tree_, t);
    if (cue && cue->last <= last && !cue->cue->same) return cue->cue->choice;
  }
  return std::nullopt;
}

// "Not on the board:", "not voting (", "did not vote:"
bool VoteLists::says_not_there(std::uint32_t first, std::uint32_t last) const {
  constexpr std::array<std::string_view, 8> words = {"on",    "vote", "voting", "present",
                                                     "there", "in",   "taking", "participate"};
  for (std::uint32_t t = first; t + 1 < last; ++t) {
    if (lower_case(tree_.lemma(t)) != "not" || !is_one_of(tree_.lemma(t + 1), words)) continue;
    const bool favour = t + 2 < last && tree_.lemma(t + 2).starts_with("favo");
    return !favour;
  }
  return false;
}

std::vector<FoundVote> VoteLists::led() const {
  constexpr std::array<std::string_view, 5> leads = {"lead", "head", "swell", "join", "form"};
  constexpr std::uint32_t longest = 10;  // words before the verb
  std::vector<FoundVote> out;
  for (std::uint32_t t = first_ + 2; t + 1 < last_; ++t) {
    if (tree_.lemma(t) != "by" || !is_one_of(tree_.lemma(t - 1), leads)) continue;
    const std::uint32_t begin = std::max(clause_begin(t), t - std::min(t - first_, longest));
    bool camp = false;
    std::optional<ReportedChoice> choice;  // "the no camp"
    for (std::uint32_t k = begin + 1; k < t; ++k) {
      if (!is_camp(tree_.lemma(k))) continue;
      camp = true;
      choice = choice_of(k - 1);
    }
    if (!camp || names_a_state(begin, t)) continue;
    if (!choice) choice = only_choice(begin, t);
    if (choice) add(t, *choice, voters_.right_behind(t).states, out);
  }
  return out;
}

// None where several are spoken of.
std::optional<ReportedChoice> VoteLists::only_choice(std::uint32_t first,
                                                     std::uint32_t last) const {
  std::optional<ReportedChoice> out;
  for (std::uint32_t t = first; t < last; ++t) {
    const auto choice = choice_of(t);
    // "votes for", but not "the list for"
    if (!choice || (tree_.lemma(t) == "for" && (t == first || !is_vote(t - 1)))) continue;
    const bool denies = tree_.lemma(t) == "no" && tree_.is(t, "det") && t + 1 < last_;
    if (denies && !is_vote(t + 1) && !is_camp(tree_.lemma(t + 1))) continue;
    if (out && *out != *choice) return std::nullopt;
    out = choice;
  }
  return out;
}

bool VoteLists::says_of_votes() const {
  for (std::uint32_t t = first_; t < last_; ++t) {
    const std::string word = lower_case(view_.document().text_of(tree_.token(t)));
    const bool no = (word == "no" && !tree_.is(t, "det")) || word == "noes" || word == "nays";
    if (no || word == "yes" || word == "ayes" || word.starts_with("abst") ||
        word.starts_with("vote") || word.starts_with("voting"))
      return true;
  }
  return false;
}

// "For the text (were Chad and Mali)", "For it (stood Chad)"
bool VoteLists::begins_with_for(std::uint32_t first, std::uint32_t last) const {
  if (lower_case(tree_.lemma(first)) != "for" || first + 1 >= last) return false;
  const std::uint32_t the = tree_.lemma(first + 1) == "the" ? 1 : 0;
  const std::uint32_t text = first + 1 + the;
  return text + 1 == last &&
         (tree_.lemma(text) == "it" || reading_tables().in_list("resolution", tree_.lemma(text)));
}

// "against it raised their hands (Chad and Mali)"
bool VoteLists::raises_hand(std::uint32_t noun) const {
  constexpr std::array<std::string_view, 3> verbs = {"raise", "lift", "put"};
  if (tree_.lemma(noun) != "hand") return false;
  for (std::uint32_t t = noun; t > first_ && noun - t < 3;) {
    if (is_one_of(tree_.lemma(--t), verbs)) return true;
  }
  return false;
}

bool VoteLists::is_camp(std::string_view word) {
  return reading_tables().in_list("voters_side", word);
}

bool VoteLists::is_vote(std::uint32_t t) const {
  return tree_.lemma(t) == "vote" || tree_.lemma(t) == "voting" || tree_.lemma(t) == "ballot";
}

// "In red, next to Chad: Mali and, as promised, Togo", "11:38 In green: Peru"
std::optional<ReportedChoice> VoteLists::colour_at_start() const {
  const std::uint32_t t = past_time(first_);
  if (t + 2 >= last_ || lower_case(tree_.lemma(t)) != "in" || !is_colour(t + 1))
    return std::nullopt;
  const std::string_view behind = tree_.lemma(t + 2);
  return behind == ":" || behind == "," ? choice_of(t + 1) : std::nullopt;
}

// "Green for all the great neighbours: Chad", "12:40 Red, as announced: Mali"
std::optional<ReportedChoice> VoteLists::colour_opening(std::uint32_t colon) const {
  constexpr std::uint32_t longest = 14;  // words
  const std::uint32_t begin = past_time(first_);
  if (colon <= begin || colon - begin > longest || !is_colour(begin)) return std::nullopt;
  for (std::uint32_t t = begin; t < colon; ++t) {
    if (tree_.token(t).upos == "VERB" && tree_.token(t).xpos != "VBN") return std::nullopt;
  }
  return names_a_state(begin, colon) ? std::nullopt : choice_of(begin);
}

bool VoteLists::is_colour(std::uint32_t t) const {
  const std::string word = lower_case(tree_.lemma(t));
  return word == "yellow" || word == "green" || word == "red";
}

// A bullet, a bracket or a number tells no vote: the last word before it, else the first behind it.
std::uint32_t VoteLists::word_beside(std::uint32_t token) const {
  const auto is_mark = [&](std::uint32_t t) {
    const std::string_view kind = tree_.token(t).upos;
    return kind == "PUNCT" || kind == "SYM" || kind == "NUM";
  };
  std::uint32_t t = token;
  while (t > first_ && is_mark(t)) --t;
  while (t + 1 < last_ && is_mark(t)) ++t;
  return t;
}

// "(came) two loud noes", but not "(came) no vote", "criticism of those in favour".
bool VoteLists::begins_with_vote(std::uint32_t t) const {
  constexpr std::array<std::string_view, 7> said = {"yes", "ayes", "aye",       "noes",
                                                    "nay", "nays", "abstention"};
  constexpr std::uint32_t longest = 4;  // words
  const std::uint32_t first = t;
  for (; t < std::min(last_, first + longest); ++t) {
    const std::string_view word = tree_.lemma(t), kind = tree_.token(t).upos;
    if (word == "no" && t > first) return true;
    if (word == "no") return t + 1 >= last_ || tree_.token(t + 1).upos != "NOUN";
    if (is_vote(t) || is_one_of(word, said)) return true;
    if (kind != "DET" && kind != "NUM" && kind != "ADJ") break;
  }
  return false;
}

// "those who said no", but not "those urging others to vote no"
bool VoteLists::chooses_first(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (tree_.token(t).upos != "VERB") continue;
    const std::string_view word = tree_.lemma(t);
    return word == "vote" || word == "say" || word == "cast" || choice_of(t).has_value();
  }
  return true;
}

// "From Chad and Mali came votes in favour"
std::vector<FoundVote> VoteLists::come_from() const {
  std::vector<FoundVote> out;
  if (lower_case(tree_.lemma(first_)) != "from") return out;
  const StateRow row = voters_.row_from(first_ + 1, last_);
  if (row.states.empty() || row.last >= last_ || tree_.lemma(row.last) != "come") return out;
  if (!begins_with_vote(row.last + 1)) return out;
  if (const auto choice = only_choice(row.last + 1, last_)) add(row.last, *choice, row.states, out);
  return out;
}

// "In the yes camp Chad and Mali."
std::vector<FoundVote> VoteLists::in_camp() const {
  std::vector<FoundVote> out;
  const std::uint32_t t = past_time(first_);
  if (t + 4 >= last_ || tree_.lemma(t + 1) != "the" || !is_camp(tree_.lemma(t + 3))) return out;
  const std::string in = lower_case(tree_.lemma(t));
  const auto choice = in == "in" || in == "on" ? choice_of(t + 2) : std::nullopt;
  const StateRow row = voters_.row_from(t + 4, last_);
  if (choice && row.first == t + 4 && ends_clause(row.last)) add(t + 2, *choice, row.states, out);
  return out;
}

}  // namespace volteface
