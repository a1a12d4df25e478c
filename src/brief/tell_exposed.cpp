#include <fmt/format.h>

#include "brief/page.h"
#include "brief/words.h"

namespace volteface {

PageSection tell_exposed(const Brief& brief) {
  const Exposed& e = *brief.exposed;
  PageSection section{"Exposed", {}};
  const std::string_view these = e.roll_calls == 1 ? "on it" : "on most of these";
  section.say(fmt::format(
      "On {} it cast {} ({}). Of {} that voted as it did {}, {} agreed with it less by more than "
      "{} from {} to {} than from {} to {}, on all else.{}",
      e.matter, counted(e.roll_calls, "vote"), days_between(e.first, e.last),
      counted(e.backers, "state"), these, e.lost, share(much_lost), format_date(e.latest_first),
      format_date(e.latest_last), format_date(e.before_first), format_date(e.before_last),
      if_few_votes(e.roll_calls)));
  if (e.most.empty()) return section;
  PageTable table;
  table.columns = {{"backed it"},
                   {"on the matter", true},
                   {"n", true},
                   {"agreed before", true},
                   {"and since", true}};
  for (const ExposedBacker& backer : e.most) {
    table.rows.push_back({{{backer.state.name, ""},
                           {share(backer.support), ""},
                           {fmt::format("{}", backer.votes), ""},
                           {share(backer.before), ""},
                           {share(backer.latest), ""}},
                          "",
                          {}});
  }
  section.add(std::move(table));
  section.say("Whether a state repays a vote with a vote is not known.");
  return section;
}

}  // namespace volteface
