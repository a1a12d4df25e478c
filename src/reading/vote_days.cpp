#include "reading/vote_days.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reading/tables.h"
#include "reading/vote_words.h"

namespace volteface {
namespace {

constexpr std::chrono::days one_day{1};
constexpr std::chrono::days a_year{366};  // back to an earlier vote, where only that is told

// "between 1968 and 1973": no day of a vote.
bool is_of_years(const DateWindow& window) { return window.to - window.from > a_year; }

Date a_year_before(Date day) {
  const std::chrono::year_month_day ymd(day);
  const std::chrono::year_month_day before = ymd - std::chrono::years(1);
  return before.ok() ? Date(before) : day - a_year;
}

}  // namespace

void VoteDays::go_to_token(std::uint32_t token) {
  learn_day_of_text(token);
  learn_act_of_body(token);
}

void VoteDays::go_to_sentence(std::uint32_t s) {
  const bool begins = view_.document().sentences[s].begins_paragraph;
  // What is answered to "In May the Assembly voted" is of that vote.
  const bool answers = !view_.interviewed_state().empty() && view_.interview().is_answer(s);
  if (main_ && begins && !answers && dated_) left_ = std::exchange(dated_, std::nullopt);
  const std::string text = view_.lower_sentence(s);
  const bool now = text.find("this time") != std::string::npos || text.starts_with("this week ");
  if (main_ && now) dated_ = main_;
  // "On 3 May the Assembly condemned it.", and further down: "The tally then: nine against."
  if (!dated_ && text.find(" then:") != std::string::npos) dated_ = left_;
  learn_opening_day(s);
  learn_day_gone_back_to(s);
  learn_eve(s);
}

// "In May it had rejected the first draft. On that day it was in good company. Mali said no."
void VoteDays::learn_day_gone_back_to(std::uint32_t s) {
  constexpr std::array<std::string_view, 8> words = {
      "on that day",    "that day",     "on that occasion", "in that vote",
      "in that ballot", "that evening", "that night",       "on that evening"};
  const std::string text = view_.lower_sentence(s);
  const bool back =
      std::ranges::any_of(words, [&](std::string_view one) { return text.starts_with(one); });
  const auto& sentences = view_.document().sentences;
  if (!back || s == 0) return;
  if (const auto day = view_.calendar.date_before(sentences[s - 1].last - 1)) dated_ = day;
}

// "He rang up Lima on the eve of the vote": what follows is of that vote, not of its eve.
void VoteDays::learn_eve(std::uint32_t s) {
  constexpr std::array<std::string_view, 4> words = {"eve of the vote", "eve of the ballot",
                                                     "the day before the vote",
                                                     "the night before the vote"};
  const std::string text = view_.lower_sentence(s);
  const bool names_eve = std::ranges::any_of(
      words, [&](std::string_view one) { return text.find(one) != std::string::npos; });
  if (!names_eve) return;
  const auto eve = view_.calendar.day_counted_from_another(s);
  if (eve && eve->to < view_.calendar.written().from)
    dated_ = DateWindow{eve->from + one_day, eve->to + one_day};
}

// By its main verb alone: "had voted".
bool VoteDays::tells_what_had_been(std::uint32_t sentence) const {
  const Sentence& words = view_.document().sentences[sentence];
  for (std::uint32_t t = words.first; t < words.last; ++t) {
    const std::uint32_t verb = tree_.head(t);
    const bool of_root = verb != nowhere && tree_.head(verb) == nowhere;
    if (of_root && tree_.is(t, "aux") && tree_.lemma(t) == "have" && tree_.token(t).xpos == "VBD")
      return true;
  }
  return false;
}

// Whether the subject of its main verb is a body.
bool VoteDays::tells_of_body(std::uint32_t sentence) const {
  const Sentence& words = view_.document().sentences[sentence];
  for (std::uint32_t t = words.first; t < words.last; ++t) {
    const std::uint32_t verb = tree_.head(t);
    const bool of_root = verb != nowhere && tree_.head(verb) == nowhere;
    if (of_root && tree_.is(t, "nsubj")) return is_body_or_text(t);
  }
  return false;
}

// "At the Security Council on 28 March 2024, a draft that ...": all votes of the sentence, and
// those told behind it, are of that day.
void VoteDays::learn_opening_day(std::uint32_t s) {
  // "In 2010 Chad had still voted no.", but "In 2010 the Assembly had rejected it. Chad voted no."
  const bool aside = main_ && tells_what_had_been(s) && !tells_of_body(s);
  if (aside || !talk_.speaks_of_votes(s)) return;
  const auto day = view_.calendar.opening_day(s);
  const bool of_years = day && is_of_years(*day);                   // "From 1968 to 1973"
  if (of_years || (s == 0 && day && day->from != day->to)) return;  // "Ten years on, it recants"
  if (day && day->to <= view_.calendar.written().to && !is_news(*day)) dated_ = day;
}

// So close to the report that it may be the day on which somebody said something.
bool VoteDays::is_news(const DateWindow& window) const {
  constexpr std::chrono::days close{14};
  return window.to + close >= view_.calendar.written().from;
}

// "the resolution of 12 November"
void VoteDays::learn_day_of_text(std::uint32_t noun) {
  if (tree_.token(noun).upos != "NOUN" || !VoteWords::names_text(tree_.lemma(noun))) return;
  const auto day = view_.calendar.day_of_noun(noun);
  if (!day) return;
  dated_ = day;
  learn_main_vote(*day);
}

// "The Assembly condemned it on Friday", "the text was passed in May": so were the votes on it.
void VoteDays::learn_act_of_body(std::uint32_t verb) {
  if (tree_.token(verb).upos != "VERB" || !view_.calendar.has_own_date(verb)) return;
  const Clause clause = clause_of_verb(tree_, verb);
  const bool planned = clause.modality == Modality::planned;
  if ((clause.modality != Modality::asserted && !planned) || view_.calendar.has_deadline(verb))
    return;
  const std::uint32_t noun = clause.passive ? clause.object : clause.subject;
  if (noun == nowhere) return;
  if (!is_body_or_text(noun)) return;
  const bool main_clause =
      !tree_.is(verb, "advcl") && (!tree_.is(verb, "acl") || goes_on_behind(noun, verb));
  if (!main_clause || !talk_.is_about_votes(tree_.sentence(verb))) return;
  if (planned) {
    planned_ = view_.calendar.window_of(verb, ClauseTime::future, Modality::planned);
    return;
  }
  const DateWindow window = view_.calendar.window_of(verb, ClauseTime::past, Modality::asserted);
  if (is_of_years(window)) return;
  dated_ = window;
  learn_main_vote(window);
}

// "The matter went to the Assembly, which on 3 May deplored it": a relative clause behind a comma
// that goes on with the tale.
bool VoteDays::goes_on_behind(std::uint32_t noun, std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 2;  // words: ", which", "of Chad, which"
  if (noun >= verb || tree_.head(verb) != noun) return false;
  if (tree_.has_child(noun, "nsubj", "it") && tree_.has_child(verb, "nsubj", "that")) return true;
  for (std::uint32_t t = noun + 1; t + 1 < verb; ++t) {
    if (tree_.lemma(t) == ",") return tree_.token(t + 1).xpos == "WDT" && t <= noun + furthest;
  }
  return false;
}

// "The matter went to the Assembly. It called on Chad, on 3 May, to withdraw.": as well the one
// that was named last.
bool VoteDays::is_body_or_text(std::uint32_t noun) const {
  const std::string word = lower_case(tree_.lemma(noun));
  if (reading_tables().in_list("voting_body", word) || reading_tables().in_list("resolution", word))
    return true;
  const std::uint32_t s = tree_.sentence(noun);
  const auto& sentences = view_.document().sentences;
  if (word != "it" || s == 0 || noun != sentences[s].first || sentences[s].begins_paragraph)
    return false;
  for (std::uint32_t t = sentences[s].first; t-- > sentences[s - 1].first;) {
    if (reading_tables().in_list("voting_body", lower_case(tree_.lemma(t)))) return true;
  }
  return false;
}

void VoteDays::learn_main_vote(const DateWindow& window) {
  constexpr std::chrono::days fresh{7};
  const DateWindow written = view_.calendar.written();
  if (main_ && (!is_main_guessed_ || main_->to + fresh >= written.from)) return;
  if (window.to + fresh < written.from || window.from > written.to) return;
  main_ = window;
  is_main_guessed_ = false;
}

bool VoteDays::of_an_earlier_time(std::uint32_t verb) const {
  if (tree_.has_child(verb, "advmod", "just")) return false;  // "had just voted"
  const bool so_had = tree_.lemma(verb) == "have" && tree_.token(verb).xpos == "VBD";
  const bool having = verb > 0 && tree_.lemma(verb - 1) == "have";  // whatever the tree
  return so_had || having || (tree_.is(verb, "acl") && !tree_.has_child(verb, "mark", "to")) ||
         tree_.has_child(verb, "aux", "have");
}

DateWindow VoteDays::window_of(const FoundVote& found) const {
  const bool urged = found.status == VoteStatus::urged;
  if (urged) {
    if (const auto day = day_of_vote_behind(found.head)) return *day;
    if (says_next_time(found.head))
      return view_.calendar.window_of(found.head, ClauseTime::future, Modality::possible);
  }
  if (urged && !view_.calendar.has_date_in_clause(found.head)) {
    if (planned_) return *planned_;
    if (main_) return *main_;
    return view_.calendar.window_of(found.head, ClauseTime::future, Modality::possible);
  }
  const bool open = found.status == VoteStatus::announced;
  const DateWindow window = view_.calendar.window_of(found.head, ClauseTime::past,
                                                     open ? Modality::planned : Modality::asserted);
  if (open && planned_ && !view_.calendar.has_own_date(found.head)) return *planned_;
  if (open) {
    if (const auto day = long_past_day_of_word(found.head)) return *day;
  }
  if (urged && window.from > view_.calendar.written().to && was_asked_before(found.head))
    return {a_year_before(window.from), a_year_before(window.to)};  // "had asked it to in May"
  if (main_ && is_before_another(found.head)) return {main_->from - a_year, main_->from - one_day};
  const bool own = has_own_date(found.head);
  if (main_ && !open && !own && says_earlier(found.head))
    return {main_->from - a_year, main_->from - one_day};
  const std::optional<DateWindow> same = same_day(found.head);
  if (same && !view_.calendar.has_date_in_clause(found.head)) return *same;
  if (main_ && !open && (says_now(found.head) || is_aside_of_another_act(found.head)))
    return *main_;
  if (open || own) return window;
  if (const auto day = day_before_colon(found.head)) return *day;
  if (main_ && stands_against_aside(found.head)) return *main_;
  if (const auto day = day_of_when(found.head)) return *day;
  // Without a date of its own a vote is on what was last said to have been voted on.
  if (dated_) return *dated_;
  const bool is_other = of_an_earlier_time(found.head) || has_date_before(found.head);
  // "Chad abstains", as the writer sees it.
  const std::string_view tag = tree_.token(found.head).xpos;
  const bool heading = tree_.sentence(found.head) < 2;
  const bool now = is_main_guessed_ && !heading && (tag == "VBP" || tag == "VBZ");
  // "Chad, whose term ends next week, voted no"
  const bool misdated = view_.calendar.has_own_date(found.head) && is_date_of_next(found.head);
  return main_ && (!is_other || misdated || is_of_years(window)) && !now ? *main_ : window;
}

// "wants it to vote yes next time"
bool VoteDays::says_next_time(std::uint32_t verb) const {
  constexpr std::uint32_t reach = 5;  // words
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb; t + 1 < std::min(end, verb + reach); ++t) {
    if (tree_.lemma(t) == "next" && tree_.lemma(t + 1) == "time") return true;
  }
  return false;
}

bool VoteDays::has_own_date(std::uint32_t verb) const {
  return view_.calendar.has_own_date(verb) && !view_.calendar.is_of_saying(verb) &&
         !is_date_of_next(verb);
}

bool VoteDays::has_day_of_its_own(std::uint32_t verb) const {
  return has_own_date(verb) || says_now(verb) || same_day(verb);
}

bool VoteDays::is_over(std::uint32_t verb) const {
  if (!view_.calendar.has_date_in_clause(verb) || view_.calendar.is_of_saying(verb)) return false;
  const DateWindow day = view_.calendar.window_of(verb, ClauseTime::past, Modality::asserted);
  const bool will = tree_.has_child(verb, "aux", "will") || tree_.has_child(verb, "aux", "would");
  return !will && day.from == day.to && day.to < view_.calendar.written().from;
}

// A parser may hang on a verb the date that stands behind a ";".
bool VoteDays::is_date_of_next(std::uint32_t verb) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(verb)];
  bool behind = false, any = false;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    behind |= t > verb && tree_.lemma(t) == ";";
    if (!view_.calendar.is_date(t)) continue;
    const bool of_others =
        behind || (t < verb && (is_of_earlier_clause(t, verb) || is_of_aside(t, verb)));
    if (!of_others) return false;
    any = true;
  }
  return any;
}

// "Chad, which in May sat on the fence, voted no": the date of the relative clause alone.
bool VoteDays::is_of_aside(std::uint32_t date, std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 10;  // words
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  bool closed = false;
  for (std::uint32_t t = date; t < verb && !closed; ++t) closed = tree_.lemma(t) == ",";
  if (closed && view_.calendar.is_behind_whose(date)) return true;
  for (std::uint32_t t = date; closed && t > first + 1 && date - t < furthest;) {
    --t;
    if (tree_.lemma(t) == ",") return false;
    const std::string_view word = tree_.lemma(t);
    if (word == "which" || word == "who" || word == "whose" || word == "where")
      return tree_.lemma(t - 1) == ",";
  }
  return false;
}

// "Chad, which was for it in 2017, abstained": another time than that of the clause put in.
bool VoteDays::stands_against_aside(std::uint32_t verb) const {
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  for (std::uint32_t t = first; t < verb; ++t) {
    if (view_.calendar.is_date(t) && is_of_aside(t, verb)) return !is_in_relative(verb);
  }
  return false;
}

// "On that day it had been in good company: Chad and Mali voted no."
std::optional<DateWindow> VoteDays::day_before_colon(std::uint32_t verb) const {
  const std::uint32_t sentence = tree_.sentence(verb);
  const auto day = view_.calendar.opening_day(sentence);
  if (!day || day->to > view_.calendar.written().to) return std::nullopt;
  const std::uint32_t first = view_.document().sentences[sentence].first;
  for (std::uint32_t t = verb; t > first; --t) {
    if (tree_.lemma(t) == ";") return std::nullopt;
    if (tree_.lemma(t) == ":") return day;
  }
  return std::nullopt;
}

// "having abstained in May, voted no, and Mali went along": the date of what had been before.
bool VoteDays::is_of_earlier_clause(std::uint32_t date, std::uint32_t verb) const {
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  for (std::uint32_t t = date; t > first; --t) {
    if (tree_.token(t - 1).upos != "VERB") continue;
    return t - 1 != verb && tree_.has_child(t - 1, "aux", "have") &&
           !tree_.has_child(verb, "aux", "have");
  }
  return false;
}

// "In 2024 Chad had still voted yes."
bool VoteDays::looks_further_back(std::uint32_t sentence) const {
  const Sentence& words = view_.document().sentences[sentence];
  for (std::uint32_t t = words.first; t < words.last; ++t) {
    if (tree_.lemma(t) != "have") continue;
    const std::string_view tag = tree_.token(t).xpos;  // "having voted no a year ago"
    if (tag == "VBG" || (tag == "VBD" && tree_.token(t).upos == "AUX")) return true;
  }
  return false;
}

// "The quarrel goes back to May, when the body shared out the catch. Chad voted against it."
bool VoteDays::begins_tale(std::uint32_t sentence) const {
  if (!view_.document().sentences[sentence].begins_paragraph) return false;
  const auto day = view_.calendar.told_day(sentence);
  return day && main_ && !is_news(*day) && !looks_further_back(sentence);
}

// Where the last date before it is that of another act, as far as the sentence speaks of no vote.
bool VoteDays::has_date_before(std::uint32_t verb) const {
  if (!view_.calendar.has_date_before(verb)) return false;
  constexpr std::uint32_t reach = 10;  // sentences
  const auto& sentences = view_.document().sentences;
  const std::uint32_t here = tree_.sentence(verb);
  for (std::uint32_t s = here; s + reach > here; --s) {
    const std::uint32_t last = s == here ? verb : sentences[s].last;
    for (std::uint32_t t = sentences[s].first; t < last; ++t) {
      if (!view_.calendar.is_date(t)) continue;
      const bool next_to =
          s + 1 == here && (begins_tale(s) || (is_main_guessed_ && !looks_further_back(s)));
      return s == here || next_to || (talk_.speaks_of_votes(s) && !looks_further_back(s)) ||
             begins_look_back(s);
    }
    if (s == 0 || sentences[s].begins_paragraph) break;
  }
  return true;
}

// "On 3 May last year the ministers found that it had lied. Chad voted against."
bool VoteDays::begins_look_back(std::uint32_t sentence) const {
  const auto day = view_.calendar.opening_day(sentence);
  return day && day->from == day->to && !is_news(*day) && !looks_further_back(sentence);
}

void VoteDays::note(const FoundVote& found, const DateWindow& window) {
  remember_day(found, window);
  const bool gerund = tree_.token(found.head).xpos == "VBG";
  const bool aside = of_an_earlier_time(found.head) || is_in_relative(found.head);
  if (const auto same = same_day(found.head); same && !aside) dated_ = same;
  if (!view_.calendar.has_own_date(found.head) || of_an_earlier_time(found.head) || gerund) return;
  if (view_.calendar.is_of_saying(found.head) || is_in_relative(found.head)) return;
  if (found.status == VoteStatus::announced) {
    planned_ = window;
    return;
  }
  // "as it has all this year": no other day than that which the report is about.
  const bool vague = main_ && window.from <= main_->from && window.to >= main_->to;
  if (vague) return;
  dated_ = noted_ = window;
  learn_main_vote(window);
}

}  // namespace volteface
