#include <fmt/format.h>

#include <algorithm>

#include "brief/page.h"
#include "brief/words.h"

namespace volteface {
namespace {

constexpr std::uint32_t few_changes = 3;

std::string of_text(const Changed& changed) {
  return changed.n == 0 ? "–" : fmt::format("{} of {}", changed.changed, changed.n);
}

PageTable by_year(const Brief& brief) {
  PageTable table;
  table.columns = {{"year"}, {brief.state.code, true}};
  for (const State& state : brief.company.columns) table.columns.push_back({state.code, true});
  for (const RecurringYear& year : brief.recurring) {
    PageRow row{{{fmt::format("{}", year.year), ""}, {of_text(year.state), ""}}, "", {}};
    for (const Changed& changed : year.columns) row.cells.push_back({of_text(changed), ""});
    table.rows.push_back(std::move(row));
  }
  return table;
}

// Of the changes of the year with most, how many brought it closer to the vote of whom.
std::string directions(const Brief& brief) {
  const auto most = std::max_element(
      brief.recurring.begin(), brief.recurring.end(),
      [](const auto& a, const auto& b) { return a.state.changed < b.state.changed; });
  if (most->state.changed < few_changes) return "";
  std::vector<std::string> parts;
  for (std::size_t c = 0; c < brief.company.columns.size(); ++c) {
    const Direction& d = most->directions[c];
    parts.push_back(
        fmt::format("{} on {} and {}", brief.company.columns[c].name, d.closer, d.further));
  }
  return fmt::format(
      "Its {} of {} brought it closer to, and took it further from, the vote then cast by {}.",
      counted(most->state.changed, "change"), most->year, listed(parts));
}

}  // namespace

PageSection tell_recurring(const Brief& brief) {
  PageSection section{"Texts that come back", {}};
  if (brief.recurring.empty()) {
    section.say("It voted on no text of the window that it had voted on before.");
    return section;
  }
  section.say(fmt::format(
      "On how many texts that had been put before, at most {} years ago, the vote is another than "
      "the last time.",
      longest_recurrence));
  section.add(by_year(brief));
  const std::string whose = directions(brief);
  if (!whose.empty()) section.say(whose);
  return section;
}

}  // namespace volteface
