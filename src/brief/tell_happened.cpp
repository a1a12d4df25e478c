// What happened, by the record, where reports tell of it; and words beside votes.
#include <fmt/format.h>

#include <cmath>

#include "brief/page.h"
#include "brief/words.h"

namespace volteface {
namespace {

std::vector<std::size_t> sources_of(const std::vector<Citation>& citations) {
  std::vector<std::size_t> sources;
  for (const Citation& citation : citations) {
    if (sources.empty() || sources.back() != citation.source) sources.push_back(citation.source);
  }
  return sources;
}

// "Before: yes on all 9 roll calls on Ukraine since 2022-03-02."
std::string before_it(const Brief& brief, const ToldVote& vote) {
  if (vote.same_before == 0 || !vote.same_since || !brief.on) return "";
  const std::string matter = name_in_text(*brief.on);
  if (vote.same_before == 1) {
    return fmt::format(" Before: {} on the last roll call on {}, of {}.",
                       choice_name(vote.choice_before), matter, format_date(*vote.same_since));
  }
  return fmt::format(" Before: {} on all {} roll calls on {} since {}.",
                     choice_name(vote.choice_before), vote.same_before, matter,
                     format_date(*vote.same_since));
}

std::string how_unusual(const ToldVote& vote) {
  if (std::isnan(vote.probability)) return "";
  std::string text =
      fmt::format(" Given all that it had cast, the probability of that was {} ({:.1f} bits)",
                  probability(vote.probability), -std::log2(vote.probability));
  if (!std::isnan(vote.before_turn)) {
    text += fmt::format("; from where it stood before its turn, {}", probability(vote.before_turn));
  }
  return text + ".";
}

std::string sentence_on(const Brief& brief, const ToldVote& vote) {
  const Tally& t = vote.tally;
  return fmt::format("{}, {} (“{}”): {} {}; {} yes, {} no, {} abstaining.{}{}",
                     format_date(vote.date), vote.symbol.empty() ? vote.roll_call : vote.symbol,
                     vote.title, name_in_text(brief.state), choice_in_words(vote.choice), t.yes,
                     t.no, t.abstain, before_it(brief, vote), how_unusual(vote));
}

std::string acts_text(const WordsAndVotes& year) {
  const std::string acts = fmt::format("{}", fmt::join(year.acts, ", "));
  return acts.empty() ? "–" : acts;
}

// Warm words in a year in which it parted from the other on votes on the matter.
std::string parting_of(const Brief& brief, const WordsAndVotes& year) {
  if (year.warm == 0 || year.votes == 0 || 2 * year.with > year.votes) return "";
  return fmt::format(
      "In {} reports tell of {}, while it voted as {} did on {} of {} matters of it.", year.year,
      counted(year.warm, "friendly act"), name_in_text(*brief.on), year.with, year.votes);
}

}  // namespace

PageSection tell_happened(const Brief& brief) {
  PageSection section{"What happened", {}};
  const Press& press = *brief.press;
  for (const ToldVote& vote : press.happened)
    section.add_item(sentence_on(brief, vote), sources_of(vote.citations));
  if (press.happened.empty()) {
    section.say(fmt::format("The reports tell of no vote of {} that the record has.",
                            name_in_text(brief.state)));
  }
  if (press.votes_not_linked > 0) {
    section.say(
        fmt::format("Of {} of its votes in the reports, {} are not on a roll call of the record: "
                    "votes in other bodies, or without a day and a matter that tell which.",
                    counted(press.votes_told, "claim"), press.votes_not_linked));
  }
  return section;
}

PageSection tell_words_and_votes(const Brief& brief) {
  PageSection section{"Words against votes", {}};
  const std::string matter = name_in_text(*brief.on);
  if (brief.press->words_and_votes.empty()) {
    section.say(fmt::format("The reports tell of no act between {} and {} whose year is known.",
                            name_in_text(brief.state), matter));
    return section;
  }
  PageTable table;
  table.below_head = "acts";
  table.columns = {{"year"},
                   {"friendly acts", true},
                   {"hostile", true},
                   {"votes", true},
                   {"as " + brief.on->code, true},
                   {"against", true, false, true},
                   {"agreement", true},
                   {"n", true, false, true}};
  for (const WordsAndVotes& year : brief.press->words_and_votes) {
    const bool few = std::isnan(year.agreement);
    table.rows.push_back({{{fmt::format("{}", year.year), ""},
                           {fmt::format("{}", year.warm), ""},
                           {fmt::format("{}", year.cold), ""},
                           {fmt::format("{}", year.votes), ""},
                           {fmt::format("{}", year.with), ""},
                           {fmt::format("{}", year.against), ""},
                           {few ? "–" : share(year.agreement), ""},
                           {few ? "–" : fmt::format("{}", year.agreement_n), ""}},
                          acts_text(year),
                          {}});
  }
  section.add(std::move(table));
  section.say(fmt::format(
      "Acts between the two that reports tell as done, beside votes of {} on {}: on how "
      "many it voted as {} did, on how many yes against no, and agreement on all votes "
      "of the year.",
      name_in_text(brief.state), matter, matter));
  for (const WordsAndVotes& year : brief.press->words_and_votes) {
    if (const std::string text = parting_of(brief, year); !text.empty()) section.say(text);
  }
  return section;
}

}  // namespace volteface
