#include <fmt/format.h>

#include <map>

#include "brief/page.h"
#include "brief/words.h"

namespace volteface {
namespace {

// What the state did it for, or did by it.
std::string in_words(const Reason& reason) {
  const std::string cause = reason.cause ? name_in_text(*reason.cause) : "";
  switch (reason.theme) {
    case Theme::follow:
      return "to stand with " + (cause.empty() ? "another state" : cause);
    case Theme::material:
      return "money, trade or aid" + (cause.empty() ? "" : " of " + cause);
    case Theme::peace:
      return "to serve peace talks" + (cause.empty() ? "" : " of " + cause);
    case Theme::balance:
      return "to keep ties with both sides";
    case Theme::ideology:
      return "conviction";
    case Theme::domestic:
      return "politics at home";
    case Theme::norms:
      return "law and principle";
    case Theme::security:
      return "its own defence" + (cause.empty() ? "" : ", against " + cause);
    case Theme::retaliation:
      return "an answer to " + (cause.empty() ? "another state" : cause);
    default:
      return "another reason" + (cause.empty() ? "" : ", with " + cause);
  }
}

std::string described(const Brief& brief, const ReasonGiver& giver) {
  if (giver.kind == GiverKind::report) return "the report itself";
  const Speaker& speaker = giver.speaker;
  std::string name = speaker.name.empty() ? speaker.role : speaker.name;
  std::vector<std::string> remarks;
  if (!speaker.role.empty() && !speaker.name.empty()) remarks.push_back(speaker.role);
  if (!speaker.state.empty())
    remarks.push_back(speaker.state == brief.state.code ? "its own" : speaker.state);
  if (giver.kind == GiverKind::official) remarks.emplace_back("in office");
  if (!remarks.empty()) name += fmt::format(" ({})", fmt::join(remarks, ", "));
  return name;
}

std::vector<std::size_t> sources_of(const ReasonGiver& giver) {
  std::vector<std::size_t> sources;
  for (const Citation& citation : giver.citations) {
    if (sources.empty() || sources.back() != citation.source) sources.push_back(citation.source);
  }
  return sources;
}

}  // namespace

PageSection tell_reasons(const Brief& brief) {
  PageSection section{"Why, by the sources", {}};
  if (brief.press->reasons.empty()) {
    section.say(fmt::format("No source in the reports gives a reason for what {} did.",
                            name_in_text(brief.state)));
  }
  for (const Reason& reason : brief.press->reasons) {
    std::vector<std::string> givers;
    for (const ReasonGiver& giver : reason.givers)
      givers.push_back(described(brief, giver) + " " + citation_marks(sources_of(giver)));
    section.add_item(fmt::format("{}: {}", in_words(reason), fmt::join(givers, " · ")));
    for (const ReasonGiver& giver : reason.givers) {
      for (const Citation& citation : giver.citations)
        section.quote(citation.words, citation.source);
    }
    if (!reason.beside_the_votes.empty()) section.say(reason.beside_the_votes);
  }
  return section;
}

}  // namespace volteface
