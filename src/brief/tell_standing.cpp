#include <fmt/format.h>

#include <algorithm>

#include "brief/page.h"
#include "brief/standing.h"
#include "brief/words.h"

namespace volteface {
namespace {

PageTable by_year(const Standing& standing) {
  PageTable table;
  table.columns = {{"year"}, {"n", true}, {"point", true}, {"90 % interval", true}};
  for (const YearPoint& year : standing.years) {
    const Estimate& p = year.point;
    table.rows.push_back({{{fmt::format("{}", year.year), ""},
                           {fmt::format("{}", p.n), ""},
                           {(p.n < least_votes ? "○ " : "") + number(p.value), ""},
                           {fmt::format("[{}, {}]", number(p.lo), number(p.hi)), ""}},
                          "",
                          p});
  }
  return table;
}

std::string bearings(const Brief& brief) {
  const Standing& standing = brief.standing;
  std::vector<std::string> powers;
  for (const Bearing& b : standing.bearings) {
    powers.push_back(fmt::format("{} {}", b.state.name, with_interval(b.point)));
  }
  return fmt::format("In {}, {} of {} stood higher. The powers then: {}.", standing.bearings_year,
                     standing.higher, counted(standing.states - 1, "other state"), listed(powers));
}

std::string whole_way(const Brief& brief) {
  const Move& whole = *brief.standing.whole;
  return fmt::format("From {} to {}: {}, the median state {}.", whole.from, whole.to,
                     signed_with_interval(whole.change), signed_number(whole.median_of_others));
}

std::string steps_compared(const Standing& standing) {
  if (standing.steps.size() < 2) return "";
  return fmt::format(
      " Intervals of {} moves hold together at 90 %: each step, and the way from each year to the "
      "last.",
      moves_compared(standing.steps.size()));
}

}  // namespace

PageSection tell_standing(const Brief& brief) {
  PageSection section{"Where it stands", {}};
  const Standing& standing = brief.standing;
  if (standing.years.empty()) {
    section.say("Nothing can be said: it cast no contested vote.");
    return section;
  }
  const bool few = std::any_of(standing.years.begin(), standing.years.end(),
                               [](const YearPoint& y) { return y.point.n < least_votes; });
  section.say(
      "Ideal point by year, from n votes. High is the side on which the United States stood in "
      "the Cold War; over all states and years the mean is 0 and the standard deviation 1.");
  section.add(Picture::ideal_points);
  section.add(by_year(standing));
  if (few) {
    section.say(fmt::format("○ rests on fewer than {} votes: too few to compare.", least_votes));
  }
  if (standing.whole) section.say(whole_way(brief) + steps_compared(standing));
  if (standing.states > 1) section.say(bearings(brief));
  return section;
}

}  // namespace volteface
