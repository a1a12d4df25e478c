// On which days the votes of a report were cast, most of which stand without a date beside them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "reading/found_vote.h"
#include "reading/report_view.h"
#include "reading/vote_talk.h"

namespace volteface {

// View and talk must outlive it.
class VoteDays {
 public:
  VoteDays(const ReportView& view, const VoteTalk& talk)
      : view_(view), tree_(view.tree), talk_(talk) {
    guess_main_vote();
  }

  // What follows is asked in the order of the text.
  // A paragraph, and "this time", go back to the vote that the report is about from what was told
  // of others.
  void go_to_sentence(std::uint32_t sentence);
  void go_to_token(std::uint32_t token);

  DateWindow window_of(const FoundVote& found) const;

  // Whether its clause tells when it was: "in May", "this time", "on the same day".
  bool has_day_of_its_own(std::uint32_t verb) const;

  // "On 2 March Chad abstained, on 24 March it voted yes. Mali abstained both times.": those two
  // days; none where not both are meant.
  std::vector<DateWindow> both_days_of(const FoundVote& found) const;

  // Whether its own date is before the report.
  bool is_over(std::uint32_t verb) const;

  // "Chad, which had abstained in May, voted no": the vote that is told of is another.
  bool of_an_earlier_time(std::uint32_t verb) const;

  // A vote with a date of its own tells when those that follow it were cast.
  void note(const FoundVote& found, const DateWindow& window);

 private:
  void guess_main_vote();
  std::uint32_t end_of_opening() const;
  bool has_own_date(std::uint32_t verb) const;
  std::optional<DateWindow> fresh_day(std::uint32_t sentence, Calendar::Said said) const;
  bool goes_on_about_a_vote(std::uint32_t sentence) const;
  std::optional<DateWindow> same_day(std::uint32_t verb) const;
  std::optional<DateWindow> day_of_vote_behind(std::uint32_t verb) const;
  std::optional<DateWindow> long_past_day_of_word(std::uint32_t verb) const;
  bool was_asked_before(std::uint32_t verb) const;
  bool is_day_after_vote(std::uint32_t sentence) const;
  bool is_back_then(std::uint32_t then) const;
  bool runs_by_the_hour() const;
  bool is_entry(const Sentence& sentence) const;
  std::optional<DateWindow> day_above_entries() const;
  bool is_date_of_next(std::uint32_t verb) const;
  bool is_of_earlier_clause(std::uint32_t date, std::uint32_t verb) const;
  bool stands_against_aside(std::uint32_t verb) const;
  std::optional<DateWindow> day_before_colon(std::uint32_t verb) const;
  bool looks_further_back(std::uint32_t sentence) const;
  bool has_date_before(std::uint32_t verb) const;
  bool says_earlier(std::uint32_t verb) const;
  bool says_now(std::uint32_t verb) const;
  bool says_next_time(std::uint32_t verb) const;
  bool is_aside_of_another_act(std::uint32_t verb) const;
  bool is_of_aside(std::uint32_t date, std::uint32_t verb) const;
  bool is_in_relative(std::uint32_t verb) const;
  bool is_before_another(std::uint32_t verb) const;
  bool tells_what_had_been(std::uint32_t sentence) const;
  bool tells_of_body(std::uint32_t sentence) const;
  void learn_opening_day(std::uint32_t sentence);
  void learn_day_gone_back_to(std::uint32_t sentence);
  void learn_eve(std::uint32_t sentence);
  bool begins_tale(std::uint32_t sentence) const;
  std::optional<DateWindow> day_of_when(std::uint32_t verb) const;
  bool begins_look_back(std::uint32_t sentence) const;
  bool goes_on_behind(std::uint32_t noun, std::uint32_t verb) const;
  bool is_body_or_text(std::uint32_t noun) const;
  bool is_news(const DateWindow& window) const;
  void learn_day_of_text(std::uint32_t noun);
  void learn_act_of_body(std::uint32_t verb);
  void learn_main_vote(const DateWindow& window);
  bool says_both_times(std::uint32_t verb) const;
  void remember_day(const FoundVote& found, const DateWindow& window);

  // A day on which a vote was told to be cast, and the sentence that told it last.
  struct ToldDay {
    DateWindow window;
    std::uint32_t sentence = 0;
  };

  const ReportView& view_;
  const SentenceTree& tree_;
  const VoteTalk& talk_;
  std::optional<DateWindow> main_;  // of the vote that the report is about
  bool is_main_guessed_ = false;
  std::optional<DateWindow> left_;     // the same of the paragraphs before
  std::optional<DateWindow> noted_;    // of the last vote with a date of its own
  std::optional<DateWindow> planned_;  // of the vote that is to come
  std::optional<DateWindow> dated_;    // of what was last said to have been voted on
  std::vector<ToldDay> told_days_;     // the last of them
};

}  // namespace volteface
