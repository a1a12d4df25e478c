#include "brief/page.h"

#include <fmt/format.h>

#include "brief/words.h"

namespace volteface {

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
    page.sections.push_back(tell_turning(brief));
    if (!brief.why.accounts.empty() || !brief.why.switches.empty())
      page.sections.push_back(tell_why(brief));
    page.sections.push_back(tell_standing(brief));
    page.sections.push_back(tell_company(brief));
    if (brief.votes_on) page.sections.push_back(tell_votes_on(brief));
    page.sections.push_back(tell_unusual(brief));
    page.sections.push_back(tell_recurring(brief));
  }
  page.sections.push_back(tell_covered(brief));
  page.sections.push_back(tell_unknown(brief));
  return page;
}

}  // namespace volteface
