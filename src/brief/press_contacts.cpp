// How the state and others dealt with each other by the reports, alone and beside its votes.
#include <algorithm>
#include <cmath>
#include <map>

#include "brief/estimates.h"
#include "brief/press.h"
#include "record/text.h"

namespace volteface {
namespace {

std::vector<Act> all_acts(const BriefOptions& options) {
  std::vector<Reading> readings;
  for (const ReadReport& report : options.reports) readings.push_back(report.reading);
  return merge_acts(readings);
}

Contact contact_of(const BriefOptions& options, const Act& act) {
  return {act.date,
          act.type,
          act.mode,
          act.modality,
          act.symmetric,
          {act.source.state, on_one_line(act.source.org), on_one_line(act.source.person)},
          {act.target.state, on_one_line(act.target.org), on_one_line(act.target.person)},
          !act.disputes.empty(),
          citations_of(options, act.sources)};
}

// Whose contacts are told: the state that the brief is on, then those that it turned towards.
std::vector<State> counterparts(const Brief& brief) {
  std::vector<State> states;
  if (brief.on) states.push_back(*brief.on);
  if (!brief.turning.largest) return states;
  for (const TowardState& toward : brief.turning.turns[*brief.turning.largest].toward) {
    const bool known = std::any_of(states.begin(), states.end(),
                                   [&](const State& s) { return s.code == toward.state.code; });
    if (!known) states.push_back(toward.state);
  }
  return states;
}

// Without a state to look at: those with which most acts are told, three at most.
std::vector<State> most_told(const Record& record, const Brief& brief,
                             const std::vector<Act>& acts) {
  constexpr std::size_t most = 3;
  std::map<std::string, std::size_t> count;
  for (const Act& act : acts) {
    if (!is_contact(act.type)) continue;
    if (act.source.state == brief.state.code) ++count[act.target.state];
    if (act.target.state == brief.state.code) ++count[act.source.state];
  }
  std::vector<State> states;
  for (const State& state : record.states) {
    if (count.contains(state.code) && state.code != brief.state.code) states.push_back(state);
  }
  std::stable_sort(states.begin(), states.end(),
                   [&](const State& a, const State& b) { return count[a.code] > count[b.code]; });
  if (states.size() > most) states.resize(most);
  return states;
}

std::string name_of(const Act& act) {
  if (act.mode != EventMode::none) return std::string(text_of(act.mode));
  std::string name;
  for (const char c : text_of(act.type)) name += ascii_lower(c);
  return name;
}

// Acts that were done, each in its year; one whose year is not known is left out.
void count_acts(const std::vector<Act>& acts, std::map<int, WordsAndVotes>& years) {
  for (const Act& act : acts) {
    const int year = year_of(act.date.from);
    if (year != year_of(act.date.to)) continue;
    if (act.modality != Modality::asserted || !act.disputes.empty()) continue;
    WordsAndVotes& words = years[year];
    words.year = year;
    ++(is_hostile(act.type) ? words.cold : words.warm);
    const std::string name = name_of(act);
    if (std::find(words.acts.begin(), words.acts.end(), name) == words.acts.end())
      words.acts.push_back(name);
  }
}

void count_votes(const Brief& brief, std::map<int, WordsAndVotes>& years) {
  const std::size_t column = brief.company.columns.size() - 1;  // the state that the brief is on
  for (const VoteOn& vote : brief.votes_on->votes) {
    const auto year = years.find(year_of(vote.vote.date));
    const Choice other = vote.columns.size() > column ? vote.columns[column] : Choice::not_listed;
    if (year == years.end() || !is_cast(vote.vote.choice) || !is_cast(other)) continue;
    WordsAndVotes& words = year->second;
    ++words.votes;
    words.with += vote.vote.choice == other;
    words.against += vote.vote.choice != other && vote.vote.choice != Choice::abstain &&
                     other != Choice::abstain;
  }
  for (auto& [year, words] : years) {
    words.agreement = not_a_number;
    for (const CompanyYear& with : brief.company.years) {
      if (with.year != year || with.agreement.size() <= column) continue;
      words.agreement = with.agreement[column].value;
      words.agreement_n = with.agreement[column].n;
    }
  }
}

}  // namespace

std::vector<ContactsWith> contacts_of(const Record& record, const BriefOptions& options,
                                      const Brief& brief) {
  const std::vector<Act> acts = all_acts(options);
  std::vector<State> states = counterparts(brief);
  if (states.empty()) states = most_told(record, brief, acts);
  std::vector<ContactsWith> out;
  for (const State& other : states) {
    ContactsWith with{other, {}};
    for (const Act& act : acts_between(acts, brief.state.code, other.code))
      with.contacts.push_back(contact_of(options, act));
    if (!with.contacts.empty()) out.push_back(std::move(with));
  }
  return out;
}

std::vector<WordsAndVotes> words_and_votes(const BriefOptions& options, const Brief& brief) {
  if (!brief.on || !brief.votes_on) return {};
  std::map<int, WordsAndVotes> years;
  count_acts(acts_between(all_acts(options), brief.state.code, brief.on->code), years);
  count_votes(brief, years);
  std::vector<WordsAndVotes> out;
  for (auto& [year, words] : years) out.push_back(std::move(words));
  return out;
}

}  // namespace volteface
