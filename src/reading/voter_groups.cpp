#include "reading/voter_groups.h"

#include <string>

#include "reading/number_words.h"
#include "reading/state_groups.h"
#include "reading/tables.h"

namespace volteface {
namespace {

constexpr std::uint32_t longest = 5;  // words: "all three of the Baltic states"

}  // namespace

StateGroup group_from(const ReportView& view, std::uint32_t token, std::uint32_t end) {
  const SentenceTree& tree = view.tree;
  const auto word = [&](std::uint32_t t) {
    return lower_case(view.document().text_of(tree.token(t)));
  };
  const auto count = [&](std::uint32_t t) {
    return t < end ? number_named(word(t)) : std::optional<std::uint32_t>();
  };
  std::uint32_t at = token;
  while (at < end && (word(at) == "the" || word(at) == "all" || word(at) == "both")) ++at;
  std::optional<std::uint32_t> told = count(at);
  if (told) ++at;
  while (at < end && (word(at) == "of" || word(at) == "the" || word(at) == "other")) ++at;
  if (at >= end) return {};
  const std::string name = word(at);
  const bool crowd = at + 1 < end && reading_tables().in_list("crowd", tree.lemma(at + 1));
  const std::optional<std::uint32_t> behind = count(at + 1);  // "the Visegrad four"
  if (!told) told = behind;
  const std::vector<std::string>& states = states_of_group(name, told.has_value());
  if (states.empty() || (told && *told != states.size())) return {};
  if (!crowd && !behind && !reading_tables().in_list("group_by_itself", name)) return {};
  StateGroup out{{}, token, at + (crowd || behind ? 2 : 1)};
  for (const std::string& state : states) out.states.push_back({state, "", ""});
  return out;
}

StateGroup group_before(const ReportView& view, std::uint32_t token, std::uint32_t first) {
  StateGroup out;
  for (std::uint32_t t = token; t > first && token - t < longest;) {
    const StateGroup group = group_from(view, --t, token);
    if (!group.states.empty() && group.last == token) out = group;
  }
  return out;
}

}  // namespace volteface
