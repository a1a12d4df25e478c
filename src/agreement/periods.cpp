// Sets of roll calls: by year, session, subject, or all in one.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "volteface/agreement.h"

namespace volteface {
namespace {

// Issues come before subjects, and what has neither comes last.
using SubjectKey = std::pair<int, std::string>;

std::vector<SubjectKey> subjects_of(const RollCall& roll_call) {
  std::vector<SubjectKey> keys;
  for (const std::string& issue : roll_call.issues) keys.emplace_back(0, issue);
  for (const std::string& subject : roll_call.subjects) keys.emplace_back(1, subject);
  if (keys.empty()) keys.emplace_back(2, "(none given)");
  // A source may list a subject twice; the roll call still counts once under it.
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<Period> by_subject(const Record& record, const std::vector<RollCallIndex>& chosen) {
  std::map<SubjectKey, std::vector<RollCallIndex>> groups;
  for (const RollCallIndex r : chosen) {
    for (SubjectKey& key : subjects_of(record.roll_calls[r])) groups[std::move(key)].push_back(r);
  }
  std::vector<Period> periods;
  for (auto& [key, roll_calls] : groups) periods.push_back({key.second, std::move(roll_calls)});
  return periods;
}

template <typename NumberOf>
std::vector<Period> by_number(const Record& record, const std::vector<RollCallIndex>& chosen,
                              NumberOf number_of) {
  std::map<int, std::vector<RollCallIndex>> groups;
  for (const RollCallIndex r : chosen) groups[number_of(record.roll_calls[r])].push_back(r);
  std::vector<Period> periods;
  for (auto& [number, roll_calls] : groups) {
    periods.push_back({fmt::format("{}", number), std::move(roll_calls)});
  }
  return periods;
}

}  // namespace

std::vector<Period> group_roll_calls(const Record& record, Grouping grouping,
                                     const Filter& filter) {
  std::vector<RollCallIndex> chosen = select_roll_calls(record, filter);
  if (chosen.empty()) return {};
  switch (grouping) {
    case Grouping::year:
      return by_number(record, chosen, [](const RollCall& r) { return year_of(r.date); });
    case Grouping::session:
      return by_number(record, chosen, session_number);
    case Grouping::subject:
      return by_subject(record, chosen);
    case Grouping::all:
      break;
  }
  std::vector<Period> one;
  one.push_back({"all", std::move(chosen)});
  return one;
}

}  // namespace volteface
