#include <fmt/format.h>

#include "brief/page.h"
#include "brief/words.h"
#include "volteface/version.h"

namespace volteface {

PageSection tell_covered(const Brief& brief) {
  const Covered& c = brief.covered;
  PageSection section{"What the record covers", {}};
  section.add_item(fmt::format(
      "{}, {} to {}{}; record {}, volteface {}.", counted(c.record_roll_calls, "roll call"),
      format_date(c.record_first), format_date(c.record_last),
      c.as_of ? fmt::format(", nothing after {} having been looked at", format_date(*c.as_of)) : "",
      c.record_hash, version()));
  const std::string not_listed =
      c.not_listed > 0 ? fmt::format(", not listed on {}", c.not_listed) : "";
  section.add_item(fmt::format("In the window, {}: {} cast {} and was absent on {}{}.",
                               counted(c.roll_calls, "roll call"), name_in_text(brief.state),
                               counted(c.cast, "vote"),
                               c.absent > 0 ? count_text(c.absent) : "none", not_listed));
  for (const std::string& note : c.notes) section.add_item(note);
  return section;
}

PageSection tell_unknown(const Brief& brief) {
  PageSection section{"Not known", {}};
  for (const std::string& sentence : brief.covered.unknown) section.add_item(sentence);
  return section;
}

}  // namespace volteface
