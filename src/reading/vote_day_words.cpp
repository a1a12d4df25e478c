// Words that tell on which day a vote was without being a date, or that it was another day than
// that of the vote that the report is about: "the same evening", "then", "this time", "earlier".
#include <algorithm>
#include <array>
#include <vector>

#include "reading/vote_days.h"
#include "reading/word_lists.h"

namespace volteface {

// "On the same evening Chad vetoed it", "that day Mali abstained", "it did so in that year": the
// last date before it.
std::optional<DateWindow> VoteDays::same_day(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 12> times = {"day",       "evening",  "night",  "morning",
                                                      "afternoon", "week",     "year",   "month",
                                                      "weekend",   "occasion", "spring", "autumn"};
  constexpr std::uint32_t furthest = 14;  // words
  const Sentence& sentence = view_.document().sentences[tree_.sentence(verb)];
  constexpr std::uint32_t before = 40;  // words
  const std::uint32_t end = std::min(sentence.last, verb + furthest);
  for (std::uint32_t t = std::max(sentence.first, verb - std::min(verb, before)); t + 1 < end;
       ++t) {
    const std::string word = lower_case(tree_.lemma(t));
    if (word == "then" && is_back_then(t)) return view_.calendar.date_before(t, true);
    if ((word != "same" && word != "that") || !is_one_of(tree_.lemma(t + 1), times)) continue;
    const std::uint32_t of = tree_.head(t + 1);
    const bool own = of == verb || (t < verb && t <= sentence.first + 2);
    if (!own) return std::nullopt;
    const auto day = view_.calendar.date_before(t);
    return day || word == "same" ? day : noted_;
  }
  return std::nullopt;
}

std::vector<DateWindow> VoteDays::both_days_of(const FoundVote& found) const {
  constexpr std::uint32_t reach = 12;  // sentences
  const bool two = found.status == VoteStatus::cast && told_days_.size() >= 2;
  if (!two || !says_both_times(found.head)) return {};
  const ToldDay& first = told_days_[told_days_.size() - 2];
  if (first.sentence + reach < tree_.sentence(found.head)) return {};
  return {first.window, told_days_.back().window};
}

void VoteDays::remember_day(const FoundVote& found, const DateWindow& window) {
  constexpr std::size_t most = 4;
  if (found.status != VoteStatus::cast || window.from != window.to) return;
  if (says_both_times(found.head)) return;
  std::erase_if(told_days_, [&](const ToldDay& day) { return day.window == window; });
  if (told_days_.size() == most) told_days_.erase(told_days_.begin());
  told_days_.push_back({window, tree_.sentence(found.head)});
}

// "abstained both times", "voted no twice"
bool VoteDays::says_both_times(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 7> times = {"time", "occasion",   "vote", "ballot",
                                                     "text", "resolution", "draft"};
  constexpr std::uint32_t before = 4, behind = 9;  // words
  const Sentence& sentence = view_.document().sentences[tree_.sentence(verb)];
  const std::uint32_t first = std::max(sentence.first, verb - std::min(verb, before));
  for (std::uint32_t t = first; t < std::min(sentence.last, verb + behind); ++t) {
    const std::string word = lower_case(tree_.lemma(t));
    if (t > verb && (word == ";" || tree_.token(t).upos == "CCONJ")) break;
    if (word == "twice") return true;
    const bool each = word == "both" || word == "each";
    if (each && t + 1 < sentence.last && is_one_of(tree_.lemma(t + 1), times)) return true;
  }
  return false;
}

// "were for it then", "back then it abstained", but not "then it abstained"
bool VoteDays::is_back_then(std::uint32_t then) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(then)];
  if (then > sentence.first && lower_case(tree_.lemma(then - 1)) == "back") return true;
  const bool ends = then + 1 >= sentence.last || tree_.token(then + 1).upos == "PUNCT";
  return ends && then > sentence.first + 1 && tree_.token(then - 1).upos != "PUNCT";
}

// "When the Assembly met on 3 May, Chad (abstained)", "the last time, in 2017, Mali (did)"
std::optional<DateWindow> VoteDays::day_of_when(std::uint32_t verb) const {
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  const bool when = lower_case(tree_.lemma(first)) == "when" ||
                    view_.lower_sentence(tree_.sentence(verb)).starts_with("the last time");
  if (!when) return std::nullopt;
  bool closed = false;
  for (std::uint32_t t = verb; t-- > first;) {
    if (view_.calendar.is_date(t)) return closed ? view_.calendar.date_before(verb) : std::nullopt;
    closed |= tree_.lemma(t) == ",";
  }
  return std::nullopt;
}

// "(asked for a yes) before the vote in October"
std::optional<DateWindow> VoteDays::day_of_vote_behind(std::uint32_t verb) const {
  constexpr std::uint32_t reach = 16;  // words
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb + 1; t < std::min(end, verb + reach); ++t) {
    if (tree_.lemma(t) != "vote" && tree_.lemma(t) != "ballot") continue;
    if (const auto day = view_.calendar.day_of_noun(t)) return day;
  }
  return std::nullopt;
}

// "Last year it had threatened to veto such a text": of a vote that was to come then.
std::optional<DateWindow> VoteDays::long_past_day_of_word(std::uint32_t verb) const {
  constexpr std::chrono::days lately{30};
  const std::uint32_t above = tree_.head(verb);
  if (above == nowhere || !view_.calendar.has_date_in_clause(above)) return std::nullopt;
  const DateWindow day = view_.calendar.window_of(above, ClauseTime::past, Modality::asserted);
  return day.to + lately < view_.calendar.written().from ? std::optional(day) : std::nullopt;
}

// "(had asked Chad) to abstain"
bool VoteDays::was_asked_before(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  return above != nowhere && std::ranges::any_of(tree_.children(above), [&](std::uint32_t c) {
           return tree_.lemma(c) == "have" && tree_.token(c).xpos == "VBD";
         });
}

// "Chad, which had been absent in October, now abstained"
bool VoteDays::says_now(std::uint32_t verb) const {
  constexpr std::uint32_t reach = 5;  // words, of "this time voted no" and "voted no this time"
  const Sentence& sentence = view_.document().sentences[tree_.sentence(verb)];
  std::uint32_t begin = verb;
  while (begin > sentence.first && verb - begin < reach && tree_.token(begin - 1).upos != "PUNCT")
    --begin;
  for (std::uint32_t t = begin; t + 1 < sentence.last && t < verb + reach; ++t) {
    if (t > verb && tree_.lemma(t) == ";") break;
    if (tree_.lemma(t) == "this" && tree_.lemma(t + 1) == "time") return true;
    // "are with the majority today", in a report that is about its own day
    const bool today = t > verb && tree_.lemma(t) == "today";
    if (today && main_ == view_.calendar.written()) return true;
    // "which had abstained before, this time voted no"
    // and "both of which abstained in 1975, this time said yes"
    const bool earlier = of_an_earlier_time(verb) || view_.calendar.has_date_in_clause(verb);
    if (t > verb && tree_.lemma(t) == "," && earlier) break;
    // "so had Mali, which this time abstained"
    if (t > verb && (tree_.token(t).upos == "VERB" || tree_.token(t).xpos == "WDT")) break;
  }
  return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
    const bool behind = c + 1 < sentence.last && tree_.token(c + 1).upos == "PUNCT";
    return (c < verb || behind) && tree_.is(c, "advmod") && lower_case(tree_.lemma(c)) == "now";
  });
}

// "Chad, which earlier was against", "had previously abstained"
bool VoteDays::says_earlier(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 4> words = {"earlier", "previously", "formerly",
                                                     "hitherto"};
  constexpr std::uint32_t reach = 3;  // words
  const Sentence& sentence = view_.document().sentences[tree_.sentence(verb)];
  for (std::uint32_t t = verb; t > sentence.first && verb - t < reach;) {
    if (tree_.token(--t).upos == "PUNCT") break;
    if (is_one_of(lower_case(view_.document().text_of(tree_.token(t))), words)) return true;
  }
  return false;
}

// "Chad, which had abstained, recalled its envoy": in the vote that the report is about, where what
// the clause is put into is none.
bool VoteDays::is_aside_of_another_act(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 8> votes = {"vote",   "abstain", "back",   "support",
                                                     "switch", "change",  "oppose", "reject"};
  if (!tree_.is(verb, "acl") || view_.calendar.has_date_in_clause(verb)) return false;
  if (tree_.has_child(verb, "mark", "to")) return false;
  const std::uint32_t noun = tree_.head(verb);
  std::uint32_t above = noun;
  while (above != nowhere && tree_.token(above).upos != "VERB") above = tree_.head(above);
  return tree_.has_child(verb, "aux", "have") && above != nowhere &&
         !is_one_of(tree_.lemma(above), votes);
}

// "voted yes, six weeks after it had abstained": not on the same day.
bool VoteDays::is_before_another(std::uint32_t verb) const {
  const bool had = tree_.has_child(verb, "aux", "have");
  return had && tree_.is(verb, "advcl") && tree_.has_child(verb, "mark", "after") &&
         !view_.calendar.has_date_in_clause(verb);
}

// "Chad, which in May sat on the fence, (voted no)": by the order of words, whatever the tree.
bool VoteDays::is_in_relative(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 10;  // words
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  for (std::uint32_t t = verb; t > first + 1 && verb - t < furthest;) {
    --t;
    if (tree_.token(t).upos == "VERB" || tree_.lemma(t) == ",") return false;
    const std::string_view word = tree_.lemma(t);
    const std::string_view before = tree_.lemma(t - 1);  // "both of which"
    if (word == "which" || word == "who" || word == "whom") return before == "," || before == "of";
  }
  return false;
}

}  // namespace volteface
