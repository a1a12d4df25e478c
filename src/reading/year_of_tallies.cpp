#include "reading/year_of_tallies.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "volteface/checking.h"

namespace volteface {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr days fresh{14}, a_year{365};

std::uint32_t recorded(const Tally& tally, Choice choice) {
  if (choice == Choice::yes) return tally.yes;
  return choice == Choice::no ? tally.no : tally.abstain;
}

using Counts = std::vector<std::pair<Choice, std::uint32_t>>;  // by choice, each once

// What a text tells exactly.
Counts counts_in(std::string_view text) {
  Counts out;
  for (const ReportedTally& t : find_tallies(text)) {
    if (t.bound == Bound::exactly) out.emplace_back(t.choice, t.count);
  }
  std::ranges::sort(out);
  const auto twice = std::ranges::unique(out);
  out.erase(twice.begin(), twice.end());
  return out;
}

// Of how many choices the text tells the number that the roll call has.
std::size_t agreeing(const Counts& told, const Tally& tally) {
  return static_cast<std::size_t>(std::ranges::count_if(
      told, [&](const auto& count) { return count.second == recorded(tally, count.first); }));
}

}  // namespace

std::optional<Date> day_by_tallies(std::string_view text, Date taken, const Record& record) {
  const Counts told = counts_in(text);
  if (told.size() < 2) return std::nullopt;
  std::optional<Date> found;
  for (RollCallIndex i = 0; i < record.roll_calls.size(); ++i) {
    const RollCall& roll_call = record.roll_calls[i];
    const Tally tally = roll_call.published ? *roll_call.published : record.tally(i);
    if (agreeing(told, tally) < 2) continue;
    if (roll_call.date <= taken && taken - roll_call.date < a_year) return std::nullopt;
    const year_month_day at(taken);
    for (const int on : {0, 1}) {  // a report of January on a vote of December
      const auto year = year_month_day(roll_call.date).year() + std::chrono::years(on);
      const year_month_day day = year / at.month() / at.day();
      if (!day.ok()) continue;
      const Date written(day);
      if (written < roll_call.date || written - roll_call.date > fresh) continue;
      if (found && *found != written) return std::nullopt;
      found = written;
    }
  }
  return found;
}

}  // namespace volteface
