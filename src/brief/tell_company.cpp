#include <fmt/format.h>

#include <algorithm>

#include "brief/company.h"
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
  const Estimate& c = change.change;
  return {{{change.state.name, ""},
           {share(change.before.value), ""},
           {share(change.after.value), ""},
           {signed_number(c.value), ""},
           {fmt::format("[{}, {}]", signed_number(c.lo), signed_number(c.hi)), ""},
           {fmt::format("{}, {}", change.before.n, change.after.n), ""},
           {signed_number(change.own_move.value), ""}},
          "",
          {}};
}

PageTable most_changed(const Company& company, const std::string& head,
                       const std::vector<AgreementChange>& changes) {
  PageTable table;
  table.columns = {{head},
                   {span_text(*company.before), true},
                   {span_text(*company.after), true},
                   {"change", true},
                   {"interval", true},
                   {"n", true},
                   {"itself", true, false, true}};
  for (std::size_t i = 0; i < std::min(changes.size(), most_changes); ++i) {
    table.rows.push_back(row_of(changes[i]));
  }
  return table;
}

std::string why_these(const Company& c) {
  switch (c.because) {
    case ComparedBecause::step:
      return "before the largest step and from it on";
    case ComparedBecause::whole_way:
      return "the ends of the window";
    case ComparedBecause::last_year:
      break;
  }
  return "the last year and those before it";
}

std::string what_is_compared(const Company& c) {
  return fmt::format(
      "Agreement compared between {} and {}, {}, with {}. The interval of a change is at 95 % for "
      "all of these together; “itself” is how far the other state's own ideal point moved. "
      "Agreement "
      "changes also with what is put to the vote: with the median state it changed by {}.",
      span_text(*c.before), span_text(*c.after), why_these(c), counted(c.changes.size(), "state"),
      signed_number(c.median_change));
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

std::string none_changed(const Company& c) {
  const AgreementChange& up = c.changes.front();
  const AgreementChange& down = c.changes.back();
  return fmt::format("None changed beyond its interval. The largest changes: {} {} and {} {}.",
                     name_in_text(up.state), signed_with_interval(up.change),
                     name_in_text(down.state), signed_with_interval(down.change));
}

void tell_changes(const Company& c, PageSection& section) {
  if (c.changes.empty()) {
    section.say(fmt::format("Too few votes in common with any state to compare {} and {}.",
                            span_text(*c.before), span_text(*c.after)));
    return;
  }
  section.say(what_is_compared(c));
  const auto up = risen(c), down = fallen(c);
  if (!up.empty()) section.add(most_changed(c, "towards", up));
  if (!down.empty()) section.add(most_changed(c, "away from", down));
  if (up.empty() && down.empty()) section.say(none_changed(c));
  const std::string more = left_out(c, up.size(), down.size());
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
    section.add(Picture::agreement);
    section.add(with_powers(company));
  }
  if (company.before) tell_changes(company, section);
  return section;
}

}  // namespace volteface
