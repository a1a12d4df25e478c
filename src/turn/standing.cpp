#include "turn/standing.h"

#include <algorithm>

namespace volteface {

StateBefore standing_before(const Record& record, const PredictiveRecord& predicted,
                            StateIndex state, Date day) {
  const FilterSettings settings;
  StateBefore standing;
  standing.place = first_place_of(record.states[state], settings);
  const auto votes = predicted.of_state(state);
  const auto terms = predicted.terms_of(state);
  for (std::size_t k = 0; k < votes.size(); ++k) {
    const Date date = record.roll_calls[votes[k].roll_call].date;
    if (date >= day) break;
    drift_to(date, settings.drift, standing.place);
    const Lesson lesson = lesson_of(
        outlook(terms[k], standing.place.mean, standing.place.covariance), votes[k].choice);
    move_position(terms[k], lesson, standing.place.mean, standing.place.covariance);
    standing.leanings[terms[k].text_number] =
        move_leaning({terms[k].text, terms[k].text_variance}, lesson);
    ++standing.votes;
  }
  return standing;
}

std::vector<LaterVote> votes_between(const Record& record, const PredictiveRecord& predicted,
                                     StateIndex state, Date first, Date last) {
  std::vector<LaterVote> out;
  const auto votes = predicted.of_state(state);
  const auto terms = predicted.terms_of(state);
  for (std::size_t k = 0; k < votes.size(); ++k) {
    const Date date = record.roll_calls[votes[k].roll_call].date;
    if (date >= first && date <= last)
      out.push_back({votes[k].roll_call, votes[k].choice, date, terms[k]});
  }
  return out;
}

TextLeaning leaning_on(const StateBefore& standing, std::uint32_t text,
                       const FilterSettings& settings) {
  const auto found = standing.leanings.find(text);
  if (found == standing.leanings.end()) return {0, settings.first_text};
  return {found->second.mean, found->second.variance + settings.text_drift};
}

VoteTerms with_leaning(const VoteTerms& terms, const TextLeaning& leaning) {
  VoteTerms out = terms;
  out.text = static_cast<float>(leaning.mean);
  out.text_variance = static_cast<float>(leaning.variance);
  return out;
}

Date past_begins(Date turn, std::optional<Date> since) {
  constexpr auto longest = std::chrono::days(2 * 365);
  return since ? std::max<Date>(turn - longest, *since) : turn - longest;
}

}  // namespace volteface
