#include "brief/page.h"

#include <fmt/format.h>

#include "brief/words.h"

namespace volteface {
namespace {

void add_press(const Brief& brief, Page& page) {
  page.sections.push_back(tell_reasons(brief));
  if (brief.on) page.sections.push_back(tell_words_and_votes(brief));
  page.sections.push_back(tell_contacts(brief));
  page.sections.push_back(tell_contradicted(brief));
}

}  // namespace

std::string citation_marks(const std::vector<std::size_t>& sources) {
  std::string marks;
  for (const std::size_t source : sources) marks += fmt::format("[{}]", source + 1);
  return marks;
}

Page page_of(const Brief& brief) {
  const Covered& c = brief.covered;
  Page page;
  page.title = brief.state.name;
  if (brief.on) page.title += ", and its votes on " + name_in_text(*brief.on);
  page.subtitle = fmt::format("United Nations General Assembly, {} to {}: {}, of which it cast {}.",
                              format_date(c.since), format_date(c.until),
                              counted(c.roll_calls, "recorded vote"), count_text(c.cast));
  page.headline = brief.headline;
  if (c.cast == 0) {
    page.headline = {
        fmt::format("{} cast no vote in this window.", name_at_beginning(brief.state))};
  } else {
    if (brief.press) page.sections.push_back(tell_happened(brief));
    page.sections.push_back(tell_turning(brief));
    if (!brief.why.accounts.empty() || !brief.why.switches.empty())
      page.sections.push_back(tell_why(brief));
    if (brief.press) add_press(brief, page);
    if (brief.exposed) page.sections.push_back(tell_exposed(brief));
    page.sections.push_back(tell_standing(brief));
    page.sections.push_back(tell_company(brief));
    if (brief.votes_on) page.sections.push_back(tell_votes_on(brief));
    page.sections.push_back(tell_unusual(brief));
    page.sections.push_back(tell_recurring(brief));
  }
  page.sections.push_back(tell_covered(brief));
  page.sections.push_back(tell_unknown(brief));
  if (brief.press) page.sections.push_back(tell_sources(brief));
  return page;
}

}  // namespace volteface
