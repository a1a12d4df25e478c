#include "reading/vote_lists.h"

#include <algorithm>
#include <array>
#include <optional>

#include "reading/tables.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

constexpr std::uint32_t widest_head = 5;  // words before a colon or a bracket
constexpr std::uint32_t most_bare_words = 40;

}  // namespace

VoteLists::VoteLists(const ReportView& view, const Voters& voters, std::uint32_t sentence)
    : view_(view),
      tree_(view.tree),
      voters_(voters),
      first_(view.document().sentences[sentence].first),
      last_(view.document().sentences[sentence].last) {}

std::vector<FoundVote> VoteLists::listed() const {
  std::vector<FoundVote> out;
  if (const auto colour = colour_at_start()) {
    add(past_time(first_) + 1, *colour, voters_.between(first_, last_), out);
    return out;
  }
  for (std::uint32_t t = first_ + 1; t < last_; ++t) {
    if (!sets_off(t)) continue;
    const std::uint32_t head = t - std::min(t - first_, opens_with_of() ? t - first_ : widest_head);
    auto choice = last_choice(head, before_count(t));
    if (!choice && tree_.lemma(t) != ",") choice = in_other_words(head, t);
    if (!choice && tree_.lemma(t) == ":") choice = colour_opening(t);
    if (choice && tree_.lemma(t) == "," && is_count(t)) {
      add_counted(t, *choice, out);
    } else if (choice && !is_clause_behind(t)) {
      std::vector<Actor> voters = voters_.right_behind(t).states;
      if (voters.empty()) voters = voters_.right_behind(past_unnamed(t)).states;
      add_voters(beside(head, t), voters);
      add(t - 1, *choice, voters, out);
    }
  }
  return out;
}

// "In favour (29): (Chad)": what the number in brackets is of ends before it.
std::uint32_t VoteLists::before_count(std::uint32_t colon) const {
  const bool bracket = tree_.lemma(colon) == ":" && colon >= first_ + 4 &&
                       tree_.lemma(colon - 1) == ")" && tree_.token(colon - 2).upos == "NUM" &&
                       tree_.lemma(colon - 3) == "(";
  return bracket ? colon - 3 : colon;
}

// "paid for its yes: Chad called off the visit": no list.
bool VoteLists::is_clause_behind(std::uint32_t mark) const {
  const StateRow row = voters_.right_behind(mark);
  if (row.last == nowhere || row.last >= last_) return false;
  const std::string_view tag = tree_.token(row.last).xpos;
  const std::string_view set_off = tree_.lemma(mark);
  return (set_off == ":" || set_off == ",") && (tag == "VBD" || tag == "VBZ" || tag == "MD");
}

std::vector<FoundVote> VoteLists::set_off() const {
  std::vector<FoundVote> out;
  for (std::uint32_t t = first_ + 1; t < last_; ++t) {
    if (!sets_off(t)) continue;
    if (const auto choice = choice_set_off(t))
      add(t + 1, *choice, voters_.right_before(t).states, out);
  }
  return out;
}

// "Chad: yes", "Chad (no)", "Chad \u2014 abstention"
std::optional<ReportedChoice> VoteLists::choice_set_off(std::uint32_t mark) const {
  if (mark + 1 >= last_ || tree_.lemma(mark) == "," || tree_.lemma(mark) == "for")
    return std::nullopt;
  if (!ends_clause(mark + 2)) return std::nullopt;
  const StateRow row = voters_.right_before(mark);
  return row.last == mark ? choice_of(mark + 1) : std::nullopt;
}

// "abstained: the Europeans, (Chad and Mali)": the comma behind those who are no states.
std::uint32_t VoteLists::past_unnamed(std::uint32_t mark) const {
  constexpr std::uint32_t longest = 5;  // words
  for (std::uint32_t t = mark + 1; t < std::min(last_, mark + longest); ++t) {
    if (tree_.lemma(t) == ",") return t;
    if (tree_.token(t).upos == "VERB" || tree_.token(t).upos == "AUX") break;
  }
  return mark;
}

// "two against, Chad and Mali": no verb follows of which these are the subject.
void VoteLists::add_counted(std::uint32_t comma, ReportedChoice choice,
                            std::vector<FoundVote>& out) const {
  const StateRow row = voters_.right_behind(comma);
  if (row.states.empty()) return;
  const std::uint32_t end =
      row.last < last_ && tree_.token(row.last).xpos == "POS" ? row.last + 1 : row.last;
  const std::string_view mark = end < last_ ? tree_.lemma(end) : ".";
  // "with one abstention, that of Chad, it was passed"
  const bool set_off =
      mark == "," && (tree_.lemma(comma + 1) == "that" || tree_.lemma(comma + 1) == "those");
  if (set_off || mark == "." || mark == ";" || mark == ")" || mark == "\u2014" || mark == ":")
    add(comma - 1, choice, row.states, out);
}

// "two against", "only one abstention", "nine votes against"
bool VoteLists::is_count(std::uint32_t comma) const {
  constexpr std::uint32_t reach = 4;  // words
  for (std::uint32_t t = comma; t-- > first_ && comma - t <= reach;) {
    if (tree_.token(t).upos == "NUM") return true;
    if (tree_.token(t).upos == "VERB" || tree_.lemma(t) == ",") return false;
  }
  return false;
}

// "Yellow next to Chad: (Mali)": Chad as well.
std::vector<Actor> VoteLists::beside(std::uint32_t first, std::uint32_t last) const {
  constexpr std::array<std::string_view, 8> words = {"next", "beside", "besides", "alongside",
                                                     "like", "with",   "near",    "behind"};
  for (std::uint32_t t = first; t < last; ++t) {
    if (is_one_of(lower_case(tree_.lemma(t)), words)) return voters_.between(t, last);
  }
  return {};
}

std::vector<FoundVote> VoteLists::by_order(bool near_a_vote) const {
  if (!near_a_vote && !says_of_votes()) return {};
  std::vector<FoundVote> out = inverted();
  for (const auto& more : {among_those(), gapped(), led(), come_from(), in_camp()})
    out.insert(out.end(), more.begin(), more.end());
  std::ranges::stable_sort(out, {}, &FoundVote::head);
  return out;
}

std::vector<FoundVote> VoteLists::inverted() const {
  std::vector<FoundVote> out;
  for (std::uint32_t t = first_ + 1; t + 1 < last_; ++t) {
    const std::string_view word = tree_.lemma(t);
    const bool from = word == "come" && tree_.lemma(t + 1) == "from";
    const bool hand = raises_hand(t);
    if (!stands_between(word) && !from && !hand) continue;
    const std::string_view kind = tree_.token(t).upos;
    if (kind != "VERB" && kind != "AUX" && !hand) continue;
    if (tree_.token(t).xpos == "VBG") continue;  // "including"
    const std::uint32_t begin = clause_begin(t);
    const StateRow row = voters_.row_from(t + 1, last_);
    if (row.states.empty() || goes_on(row.last)) continue;
    // "Besides Chad the abstainers were Mali and Togo"
    std::vector<Actor> voters = besides(begin, t);
    add_voters(row.states, voters);
    if (const auto choice = choice_behind_comma(begin, t)) {
      add(t, *choice, voters, out);
      continue;
    }
    if (voters.size() == row.states.size() && names_a_state(begin, t)) continue;
    if (const auto choice = only_choice(begin, t)) {
      add(t, *choice, voters, out);
    } else if (begins_with_for(begin, t)) {
      add(t, ReportedChoice::yes, voters, out);
    }
  }
  return out;
}

// Verbs between a choice and those whose it is: "against it were Chad", "with the noes stood Mali".
bool VoteLists::stands_between(std::string_view verb) {
  constexpr std::array<std::string_view, 19> words = {
      "list",     "pronounce", "declare", "speak",  "be",    "include", "number",
      "stand",    "find",      "sit",     "figure", "count", "vote",    "spot",
      "comprise", "feature",   "see",     "remain", "show"};
  return is_one_of(verb, words);
}

// "in favour was Chad, opposed was (Mali)"
std::optional<ReportedChoice> VoteLists::choice_behind_comma(std::uint32_t first,
                                                             std::uint32_t last) const {
  for (std::uint32_t t = last; t-- > first;) {
    if (tree_.lemma(t) != "," || t + 1 == last) continue;
    return names_a_state(t, last) ? std::nullopt : only_choice(t + 1, last);
  }
  return std::nullopt;
}

std::vector<FoundVote> VoteLists::among_those() const {
  std::vector<FoundVote> out;
  for (std::uint32_t t = first_ + 2; t + 2 < last_; ++t) {
    // "Chad and Mali joined the nine who said no"
    const bool joins = tree_.lemma(t) == "join" && is_crowd_behind(t);
    if (tree_.lemma(t) != "among" && !joins) continue;
    const bool stands =
        !joins && (stands_between(tree_.lemma(t - 1)) || tree_.lemma(t - 1) == "rank");
    // "with Chad and Mali among those opposed"
    const bool bare = !stands && voters_.right_before(t).last == t;
    if (!stands && !bare) continue;
    std::uint32_t end = t + 1;
    while (end < last_ && (tree_.token(end).upos != "PUNCT" || tree_.lemma(end) == "-")) ++end;
    if (joins && !chooses_first(t + 1, end)) continue;
    if (const auto choice = only_choice(t + 1, end))
      add(t, *choice, voters_.right_before(bare ? t : t - 1).states, out);
  }
  return out;
}

// "the nine who", "those that"
bool VoteLists::is_crowd_behind(std::uint32_t t) const {
  if (t + 2 >= last_) return false;
  const std::string_view next = tree_.lemma(t + 1);
  return next == "those" || (next == "the" && tree_.token(t + 2).upos == "NUM");
}

std::vector<FoundVote> VoteLists::gapped() const {
  std::vector<FoundVote> out;
  for (std::uint32_t t = first_ + 1; t < last_; ++t) {
    const bool on_fence =
        tree_.lemma(t) == "fence" && t >= first_ + 2 && tree_.lemma(t - 2) == "on";
    const auto choice = on_fence ? std::optional(ReportedChoice::abstain) : choice_of(t);
    const bool in_favour = choice == ReportedChoice::yes && tree_.lemma(t - 1) == "in";
    if (!choice || !ends_clause(past_date(past_adverb(past_text(t + 1))))) continue;
    const std::uint32_t behind = on_fence ? t - 2 : past_of_course(in_favour ? t - 1 : t);
    const StateRow row = voters_.right_before(behind);
    if (row.states.empty() || !begins_clause(row.first) || is_denied(row.last, t)) continue;
    add(t, *choice, row.states, out);
  }
  return out;
}

// "Chad for it, Mali against the text"
std::uint32_t VoteLists::past_text(std::uint32_t t) const {
  const std::string_view before = tree_.lemma(t - 1);
  if (before != "for" && before != "against") return t;
  if (t < last_ && tree_.lemma(t) == "it") return t + 1;
  const bool text = t + 1 < last_ && tree_.lemma(t) == "the" &&
                    reading_tables().in_list("surely_resolution", tree_.lemma(t + 1));
  return text ? t + 2 : t;
}

// "Chad was for it then", "Mali was against it, too"
std::uint32_t VoteLists::past_adverb(std::uint32_t t) const {
  constexpr std::array<std::string_view, 6> words = {"then",  "too",  "now",
                                                     "again", "also", "still"};
  return t < last_ && is_one_of(tree_.lemma(t), words) ? t + 1 : t;
}

// "Chad was against in 2017, (Mali)"
std::uint32_t VoteLists::past_date(std::uint32_t t) const {
  const bool in = t + 1 < last_ && (tree_.lemma(t) == "in" || tree_.lemma(t) == "on") &&
                  view_.calendar.is_date(t + 1);
  return in && ends_clause(t + 2) ? t + 2 : t;
}

StateRow VoteLists::bare() const {
  if (has_verb() || last_ - first_ > most_bare_words || tree_.lemma(last_ - 1) == "?") return {};
  std::uint32_t begin = past_also(past_time(first_));
  if (begin + 1 < last_ && lower_case(tree_.lemma(begin)) == "and") ++begin;
  const StateRow row = voters_.row_from(begin, last_);
  if (row.first != begin) return {};
  for (std::uint32_t t = row.last; t < last_; ++t) {
    const std::string_view word = tree_.lemma(t);
    const bool more = word == "more" || word == "others" || word == "other" || word == "and" ||
                      tree_.token(t).upos == "NUM";  // "and sixteen more"
    if (tree_.token(t).upos != "PUNCT" && word != "too" && word != "also" && !more) return {};
  }
  return row;
}

std::optional<ReportedChoice> VoteLists::heading() const {
  constexpr std::uint32_t longest = 6;  // words
  const std::string opens = lower_case(tree_.lemma(first_));
  const bool asks = opens == "who" || opens == "which" || opens == "and";  // "Who abstained?"
  if ((has_verb() && !(asks && tree_.lemma(last_ - 1) == "?")) || last_ - first_ > longest ||
      names_a_state(first_, last_))
    return std::nullopt;
  if (const auto choice = only_choice(first_, last_)) return choice;
  const std::uint32_t it = last_ - std::min(last_ - first_, 3u);  // "Who was for it?"
  return asks && tree_.lemma(it) == "for" ? std::optional(ReportedChoice::yes) : std::nullopt;
}

bool VoteLists::has_verb() const {
  for (std::uint32_t t = first_; t < last_; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "VERB" || kind == "AUX") return true;
  }
  return false;
}

// "12:40 Chad."
std::uint32_t VoteLists::past_time(std::uint32_t t) const {
  while (t + 1 < last_ && (tree_.token(t).upos == "NUM" || tree_.token(t).upos == "PUNCT")) ++t;
  return t;
}

// "And the three Africans too: (Chad)"
std::uint32_t VoteLists::past_also(std::uint32_t t) const {
  bool also = false;
  for (std::uint32_t k = t; k < std::min(last_, t + 10); ++k) {
    const std::string word = lower_case(tree_.lemma(k));
    also |= word == "too" || word == "also" || word == "likewise" || word == "plus";
    if (word == ":" && also) return k + 1;
  }
  return t;
}

// "were of course against", "was the only one against"
std::uint32_t VoteLists::past_of_course(std::uint32_t t) const {
  constexpr std::array<std::string_view, 10> words = {"course",  "of",    "the",  "only", "one",
                                                      "country", "state", "sole", "lone", "member"};
  while (t > first_ && is_one_of(tree_.lemma(t - 1), words)) --t;
  return t;
}

std::vector<Actor> VoteLists::besides(std::uint32_t first, std::uint32_t last) const {
  const std::string word = lower_case(tree_.lemma(first));
  constexpr std::array<std::string_view, 6> words = {"besides", "apart",     "beside",
                                                     "join",    "alongside", "joining"};
  if (!is_one_of(word, words)) return {};
  return voters_.row_from(first + (word == "apart" ? 2 : 1), last).states;
}

bool VoteLists::sets_off(std::uint32_t t) const {
  const std::string_view word = tree_.lemma(t);
  if (word == ":" || word == "(" || word == "\u2014" || word == "\u2013" || word == "--")
    return true;
  if (word == "-" && t + 1 < last_)  // no hyphen
    return tree_.token(t).begin > tree_.token(t - 1).end &&
           tree_.token(t + 1).begin > tree_.token(t).end;
  // "yellow as well for Chad and Mali"
  if (word == "for") return t >= first_ + 1 && is_colour_before(t);
  if (word == "," && choice_of(t - 1) && is_count(t)) return true;
  // "In red, Chad and Mali.", "Of the abstainers, Chad and Mali"
  return word == "," && ((t == first_ + 2 && tree_.lemma(first_) == "in") || opens_with_of());
}

bool VoteLists::opens_with_of() const {
  const std::string word = lower_case(tree_.lemma(first_));
  return word == "of" || word == "among";
}

bool VoteLists::is_colour_before(std::uint32_t t) const {
  for (std::uint32_t k = t; k-- > first_ && t - k < 4;) {
    if (is_colour(k)) return true;
  }
  return false;
}

bool VoteLists::ends_clause(std::uint32_t t) const {
  return t >= last_ || tree_.token(t).upos == "PUNCT" || tree_.lemma(t) == "and" ||
         tree_.lemma(t) == "while";
}

bool VoteLists::begins_clause(std::uint32_t t) const {
  if (t == first_) return true;
  const std::string_view before = tree_.lemma(t - 1);
  return before == "," || before == ";" || before == ":" || before == "and" || before == "while" ||
         before == "but" || before == "with" || before == "the" || lower_case(before) == "only";
}

// "were Chad and Mali's friends": not the states themselves.
bool VoteLists::goes_on(std::uint32_t t) const {
  // "the one vote against was Chad's"
  if (t < last_ && tree_.token(t).xpos == "POS" && ends_clause(t + 1)) return false;
  return t < last_ && (tree_.token(t).upos == "PART" || tree_.token(t).upos == "NOUN");
}

// "Chad was not in favour", "Chad's support"
bool VoteLists::is_denied(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    const std::string_view word = tree_.lemma(t);
    if (word == "not" || word == "n't" || word == "never" || tree_.token(t).xpos == "POS" ||
        tree_.token(t).xpos == "MD")
      return true;
  }
  return false;
}

std::uint32_t VoteLists::clause_begin(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 60;  // words
  std::uint32_t t = verb;
  while (t > first_ && verb - t < furthest && tree_.lemma(t - 1) != ";" &&
         tree_.lemma(t - 1) != ":")
    --t;
  return t;
}

bool VoteLists::names_a_state(std::uint32_t first, std::uint32_t last) const {
  return !voters_.between(first, last).empty();
}

void VoteLists::add(std::uint32_t head, ReportedChoice choice, std::vector<Actor> voters,
                    std::vector<FoundVote>& out) const {
  if (!voters.empty())
    out.push_back({word_beside(head), choice, VoteStatus::cast, std::move(voters)});
}

}  // namespace volteface
