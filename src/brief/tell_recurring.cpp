#include <fmt/format.h>

#include <algorithm>

#include "brief/page.h"
#include "brief/words.h"

namespace volteface {
namespace {

constexpr std::uint32_t few_changes = 3;

std::string of_text(const Changed& changed) {
  return changed.n == 0 ? "–" : fmt::format("{}/{}", changed.changed, changed.n);
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

// The year with the most changes, if these are enough to have a direction.
const RecurringYear* year_of_changes(const Brief& brief) {
  const auto most = std::max_element(
      brief.recurring.begin(), brief.recurring.end(),
      [](const auto& a, const auto& b) { return a.state.changed < b.state.changed; });
  return most->state.changed < few_changes ? nullptr : &*most;
}

PageTable directions(const Brief& brief, const RecurringYear& year) {
  PageTable table;
  table.columns = {
      {fmt::format("of its {} in {}", counted(year.state.changed, "change"), year.year)}};
  PageRow closer{{{"closer to the vote of", ""}}, "", {}};
  PageRow further{{{"further from the vote of", ""}}, "", {}};
  for (std::size_t c = 0; c < brief.company.columns.size(); ++c) {
    table.columns.push_back({brief.company.columns[c].code, true});
    closer.cells.push_back({fmt::format("{}", year.directions[c].closer), ""});
    further.cells.push_back({fmt::format("{}", year.directions[c].further), ""});
  }
  table.rows = {closer, further};
  return table;
}

}  // namespace

PageSection tell_recurring(const Brief& brief) {
  PageSection section{"Texts that come back", {}};
  if (brief.recurring.empty()) {
    section.say(fmt::format(
        "No vote of the window is known to be on a text that it had voted on at most {} years "
        "before.",
        longest_recurrence));
    return section;
  }
  section.say(fmt::format(
      "Votes changed / texts voted on before: of the texts that had last been put to the vote at "
      "most {} years ago, on how many did the vote change?",
      longest_recurrence));
  section.add(by_year(brief));
  if (const RecurringYear* year = year_of_changes(brief)) section.add(directions(brief, *year));
  return section;
}

}  // namespace volteface
