#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "brief/page.h"
#include "brief/words.h"

namespace volteface {
namespace {

// ".82 ±.07": the larger of the two sides.
PageCell cell_of(const Estimate& e) {
  if (e.n == 0) return {"–", ""};
  if (e.n < least_votes) return {"few", fmt::format("({})", e.n)};
  return {share(e.value), "±" + share(std::max(e.hi - e.value, e.value - e.lo))};
}

std::uint32_t most_votes(const CompanyYear& year) {
  std::uint32_t most = 0;
  for (const Estimate& e : year.agreement) most = std::max(most, e.n);
  return most;
}

PageTable with_powers(const Company& company) {
  PageTable table;
  table.columns = {{"year"}, {"n", true}};
  for (const State& state : company.columns) table.columns.push_back({state.code, false});
  for (const CompanyYear& year : company.years) {
    PageRow row{
        {{fmt::format("{}", year.year), ""}, {fmt::format("{}", most_votes(year)), ""}}, "", {}};
    for (const Estimate& e : year.agreement) row.cells.push_back(cell_of(e));
    table.rows.push_back(std::move(row));
  }
  return table;
}

PageRow row_of(const AgreementChange& change) {
  return {
      {{change.state.name, ""},
       {share(change.before.value), ""},
       {share(change.after.value), ""},
       {signed_number(change.change.value), ""},
       {fmt::format("[{}, {}]", signed_number(change.change.lo), signed_number(change.change.hi)),
        ""},
       {fmt::format("{}, {}", change.before.n, change.after.n), ""},
       {signed_number(change.own_move), ""}},
      "",
      {}};
}

// The first of those beyond their intervals, from either end.
template <typename Iterator>
PageTable most_changed(const Company& company, std::string_view head, Iterator begin,
                       Iterator end) {
  PageTable table;
  table.columns = {{std::string(head)},
                   {span_text(*company.before), true},
                   {span_text(*company.after), true},
                   {"change", true},
                   {"interval", true},
                   {"n", true},
                   {"itself", true}};
  for (Iterator it = begin; it != end && table.rows.size() < most_changes; ++it) {
    if (it->beyond) table.rows.push_back(row_of(*it));
  }
  return table;
}

std::string what_is_compared(const Company& c) {
  return fmt::format(
      "Agreement compared between {} and {}, {}, with {}. The interval of a change is at 95 % for "
      "all of these together; “itself” is how far the other state's own ideal point moved.",
      span_text(*c.before), span_text(*c.after),
      c.around_step ? "before the largest step and from it on" : "the ends of the window",
      counted(c.changes.size(), "state"));
}

std::string left_out(const Company& c, std::size_t up, std::size_t down) {
  std::vector<std::string> parts;
  if (up > most_changes) parts.push_back(fmt::format("{} more towards", up - most_changes));
  if (down > most_changes) parts.push_back(fmt::format("{} more away", down - most_changes));
  std::string text;
  if (!parts.empty()) text = fmt::format("Beyond the interval also: {}. ", listed(parts));
  if (c.too_few > 0) {
    text += fmt::format("Too few votes in common (fewer than {}) to compare with {}.", least_votes,
                        counted(c.too_few, "other state"));
  }
  return text;
}

void tell_changes(const Company& c, PageSection& section) {
  if (c.changes.empty()) {
    section.say("Too few votes in common with any state to compare two periods.");
    return;
  }
  section.say(what_is_compared(c));
  const auto rose = std::count_if(c.changes.begin(), c.changes.end(), [](const auto& change) {
    return change.beyond && change.change.value > 0;
  });
  const auto fell = std::count_if(c.changes.begin(), c.changes.end(), [](const auto& change) {
    return change.beyond && change.change.value < 0;
  });
  if (rose > 0) {
    section.add(most_changed(c, "towards", c.changes.begin(), c.changes.begin() + rose));
  }
  if (fell > 0) {
    section.add(most_changed(c, "away from", c.changes.rbegin(), c.changes.rbegin() + fell));
  }
  if (rose + fell == 0) {
    const AgreementChange& up = c.changes.front();
    const AgreementChange& down = c.changes.back();
    section.say(
        fmt::format("None changed beyond its interval. The largest changes: {} {} and {} {}.",
                    name_in_text(up.state), signed_with_interval(up.change),
                    name_in_text(down.state), signed_with_interval(down.change)));
  }
  const std::string more =
      left_out(c, static_cast<std::size_t>(rose), static_cast<std::size_t>(fell));
  if (!more.empty()) section.say(more);
}

}  // namespace

PageSection tell_company(const Brief& brief) {
  PageSection section{"With whom", {}};
  const Company& company = brief.company;
  if (!company.years.empty()) {
    section.say(
        "Agreement by year, on at most n votes: 1 for the same choice, .5 where just one "
        "abstains, 0 for yes against no; ± to the end of the 95 % interval.");
    section.add(with_powers(company));
  }
  if (company.before) tell_changes(company, section);
  return section;
}

}  // namespace volteface
