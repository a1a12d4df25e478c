#include <fmt/format.h>

#include "brief/page.h"
#include "brief/words.h"

namespace volteface {
namespace {

std::string account_text(const BriefAccount& account) {
  if (account.kind == "follows" && account.reference)
    return "follows " + name_in_text(*account.reference);
  if (account.kind == "reference moved" && account.reference)
    return name_in_text(*account.reference) + " moved";
  if (account.kind == "one subject" && !account.subject.empty())
    return fmt::format("one subject ({})", account.subject);
  if (account.kind == "own move") return "its own general move";
  return account.kind;
}

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

std::string of_accounts(const Accounts& a) {
  std::vector<std::string> parts;
  for (const BriefAccount& account : a.accounts)
    parts.push_back(fmt::format("{} {}", account_text(account), probability(account.weight)));
  std::string text =
      fmt::format("{} to {}, {}, on {} of which accounts differ. Weights, vote by vote: {}.",
                  format_date(a.from), format_date(a.until), counted(a.votes, "vote"),
                  a.telling_votes, fmt::join(parts, ", "));
  if (!a.accounts.empty() && a.accounts.front().first > 0)
    text += fmt::format(" With meeting days drawn anew, the first stays first in {}.",
                        percent(a.accounts.front().first));
  return text + fmt::format(" In short, {}.", a.verdict);
}

std::string of_switches(const Brief& brief, const Switches& s) {
  std::string text = fmt::format(
      "Of {} that came back in {} after {}, {} switched its vote on {}, and {} on {}. Where {} "
      "switched, {} switched the same way on {} ({} [{:.0f}, {:.0f}])",
      counted(s.texts, "text"), s.to, s.from, name_in_text(s.reference), s.reference_switched,
      name_in_text(brief.state), s.state_switched, name_in_text(s.reference),
      name_in_text(brief.state), s.alike, percent(s.share.value), 100 * s.share.lo,
      100 * s.share.hi);
  if (s.nearest_switched > 0) {
    text += fmt::format("; the {} nearest to it before, on {} of {} ({})",
                        counted(s.nearest, "state"), s.nearest_alike, s.nearest_switched,
                        percent(static_cast<double>(s.nearest_alike) / s.nearest_switched));
  }
  text += ".";
  if (s.rank == 1) {
    text += fmt::format(" No state of {} did so more often.", s.ranked);
  } else if (s.rank > 1 && s.alike == 0) {
    text += " Who never did so has no rank.";
  } else if (s.rank > 1) {
    text += fmt::format(" It is number {} of {} states.", s.rank, s.ranked);
  } else {
    text += " That is too few to rank it among states.";
  }
  return text;
}

}  // namespace

PageSection tell_why(const Brief& brief) {
  PageSection section{"Why, by the votes", {}};
  if (!brief.why.accounts.empty()) {
    section.say(
        "Rival accounts, weighed by how well each predicts every next vote; votes alone tell what "
        "goes with what, never a motive.");
  }
  for (const Accounts& accounts : brief.why.accounts) section.add_item(of_accounts(accounts));
  for (const Switches& switches : brief.why.switches) section.say(of_switches(brief, switches));
  return section;
}

}  // namespace volteface
