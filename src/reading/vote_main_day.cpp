// The vote that a report is about, which most of its votes are told of without a day.
#include <algorithm>
#include <array>

#include "reading/vote_days.h"

namespace volteface {
namespace {

constexpr std::chrono::days one_day{1};
constexpr std::chrono::days a_week{7};
constexpr std::uint32_t opening = 4;  // sentences, in which a look back names its day

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

// The vote that the report is about is that of a day of the last week, then of a fresh day, else of
// the first day told in its opening, else of the first fresh day that stands where a vote, or at
// least a body, is spoken of.
void VoteDays::guess_main_vote() {
  if (runs_by_the_hour() && view_.calendar.written().from == view_.calendar.written().to) {
    main_ = day_above_entries().value_or(view_.calendar.written());
    return;
  }
  using Said = Calendar::Said;
  const auto all = static_cast<std::uint32_t>(view_.document().sentences.size());
  const std::uint32_t opened = end_of_opening();
  const auto look = [&](std::uint32_t last, auto&& fits, auto&& day) {
    for (std::uint32_t s = 0; s < last && !main_; ++s) {
      if (fits(s)) main_ = day(s);
      if (main_ && is_day_after_vote(s))
        main_ = DateWindow{main_->from - one_day, main_->to - one_day};
    }
  };
  const auto of_vote = [&](std::uint32_t s) { return goes_on_about_a_vote(s); };
  const auto names_vote = [&](std::uint32_t s) { return talk_.names_a_vote(s); };
  const auto of_body = [&](std::uint32_t s) { return talk_.speaks_of_votes(s); };
  const auto before_body = [&](std::uint32_t s) {
    return s + 1 < all && of_body(s + 1) && !view_.document().sentences[s + 1].begins_paragraph;
  };
  const auto told = [&](std::uint32_t s) { return view_.calendar.told_day(s, Said::does_not); };
  const auto fresh = [&](std::uint32_t s) { return fresh_day(s, Said::does_not); };
  const auto fresh_or_said = [&](std::uint32_t s) { return fresh_day(s, Said::counts); };
  const auto month = [&](std::uint32_t s) { return view_.calendar.told_month(s); };
  const auto lately = [&](std::uint32_t s) {
    const std::optional<DateWindow> day = fresh(s);
    return day && day->to + a_week >= view_.calendar.written().from ? day : std::nullopt;
  };
  look(opened, of_vote, lately);  // rather than what was voted on the week before
  look(opened, of_body, lately);
  look(opened, of_vote, fresh);
  look(opened, of_vote, told);
  look(all, of_vote, fresh);
  look(opened, before_body, fresh);
  look(all, of_vote, fresh_or_said);
  look(all, names_vote, told);
  look(opened, before_body, told);
  look(opened, of_body, told);
  look(all, names_vote, month);  // "In December the Assembly voted on it"
  look(all, of_body, fresh);
  look(all, of_body, fresh_or_said);
  if (!main_ && runs_by_the_hour()) {
    main_ = view_.calendar.written();
    return;
  }
  look(opened, of_body, [&](std::uint32_t s) { return view_.calendar.told_day(s); });
  is_main_guessed_ = true;
}

// Behind its first sentences; headings are none.
std::uint32_t VoteDays::end_of_opening() const {
  const auto& sentences = view_.document().sentences;
  std::uint32_t told = 0, s = 0;
  for (; s < sentences.size() && told < opening; ++s) told += view_.calendar.has_verb(s);
  return s;
}

// "Never had the Assembly put it to the vote. On Thursday it did.", "On Thursday it changed sides.
// When the Assembly voted", "So it was on Thursday: nine states said yes."
bool VoteDays::goes_on_about_a_vote(std::uint32_t sentence) const {
  constexpr std::array<std::string_view, 10> choices = {
      "said yes", "said no", "in favour", "in favor", "against",
      "veto",     "vetoed",  "vetoes",    "ayes",     "noes"};
  if (talk_.names_a_vote(sentence)) return true;
  const auto& sentences = view_.document().sentences;
  const bool begins = sentences[sentence].begins_paragraph;
  if (sentence > 0 && !begins && talk_.names_a_vote(sentence - 1)) return true;
  const std::uint32_t next = sentence + 1;
  const bool told_next = next < sentences.size() && talk_.names_a_vote(next) &&
                         !view_.calendar.opening_day(next) &&
                         !view_.calendar.fresh_day(next, Calendar::Said::does_not);
  // "On Thursday the Assembly rebuked it. The vote was 90 to four."
  const bool of_body = talk_.speaks_of_votes(sentence), opens = sentence < end_of_opening();
  if (told_next && (opens || (of_body && !sentences[next].begins_paragraph))) return true;
  const std::string text = view_.lower_sentence(sentence);
  return talk_.is_about_votes(sentence) && std::ranges::any_of(choices, [&](auto words) {
           return place_of(words, text) != std::string::npos;
         });
}

// "said on Friday, a day after the vote"
bool VoteDays::is_day_after_vote(std::uint32_t sentence) const {
  constexpr std::array<std::string_view, 3> words = {"day after the vote", "day after the ballot",
                                                     "day after the voting"};
  const std::string text = view_.lower_sentence(sentence);
  return std::ranges::any_of(
      words, [&](std::string_view one) { return text.find(one) != std::string::npos; });
}

// Not that of the report itself, which may be its dateline, where the sentence tells another.
std::optional<DateWindow> VoteDays::fresh_day(std::uint32_t sentence, Calendar::Said said) const {
  std::optional<DateWindow> fresh = view_.calendar.fresh_day(sentence, said);
  if (fresh != view_.calendar.written()) return fresh;
  const std::optional<DateWindow> told = view_.calendar.told_day(sentence, said);
  return told ? told : fresh;
}

// "09:45 The hall fills.": what goes on while it is written.
bool VoteDays::runs_by_the_hour() const {
  constexpr int fewest = 3;  // entries
  const auto& sentences = view_.document().sentences;
  return std::ranges::count_if(sentences, [&](const Sentence& one) { return is_entry(one); }) >=
         fewest;
}

// Whether it opens with the time of day.
bool VoteDays::is_entry(const Sentence& sentence) const {
  constexpr std::uint32_t to = 3;  // tokens, of which a bullet may be the first
  if (!sentence.begins_paragraph) return false;
  for (std::uint32_t t = sentence.first; t < std::min(sentence.first + to, sentence.last); ++t) {
    const std::string_view word = view_.document().text_of(tree_.token(t));
    const std::size_t colon = word.find_first_of(":.");
    const bool time = (colon == 1 || colon == 2) && word.size() == colon + 3 &&
                      std::ranges::count_if(word, is_digit) + 1 == static_cast<long>(word.size());
    if (time) return true;
  }
  return false;
}

// "All times local, Monday 3 May", of a report that is dated by the day after, on which it
// was printed or read elsewhere. A sentence with a verb tells of what had been before.
std::optional<DateWindow> VoteDays::day_above_entries() const {
  constexpr std::chrono::days close{2};
  const auto& sentences = view_.document().sentences;
  const DateWindow written = view_.calendar.written();
  for (std::uint32_t s = 0; s < sentences.size() && !is_entry(sentences[s]); ++s) {
    const auto told = view_.calendar.opening_day(s);
    if (!told || told->from != told->to || view_.calendar.has_verb(s)) continue;
    if (told->to < written.from && told->to + close >= written.from) return told;
  }
  return std::nullopt;
}

}  // namespace volteface
