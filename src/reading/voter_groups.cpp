#include "reading/voter_groups.h"

#include <algorithm>
#include <map>
#include <string>

#include "reading/number_words.h"
#include "reading/tables.h"

namespace volteface {
namespace {

constexpr std::uint32_t longest = 5;  // words: "all three of the Baltic states"

using Groups = std::map<std::string, std::vector<Actor>, std::less<>>;

// Rows "baltic=EST+LVA+LTU".
Groups read_groups(std::string_view list) {
  Groups out;
  for (const std::string& row : reading_tables().list(list)) {
    const std::size_t equals = row.find('=');
    if (equals == std::string::npos) continue;
    std::vector<Actor>& states = out[row.substr(0, equals)];
    for (std::size_t at = equals + 1; at < row.size();) {
      const std::size_t end = std::min(row.find('+', at), row.size());
      states.push_back({row.substr(at, end - at), "", ""});
      at = end + 1;
    }
  }
  return out;
}

const std::vector<Actor>* find(const Groups& groups, const std::string& word) {
  const auto found = groups.find(word);
  return found == groups.end() ? nullptr : &found->second;
}

// "the Nordics" without a number; "Gulf" only with it, since some of them may be meant.
const std::vector<Actor>* group_named(const std::string& word, bool counted) {
  static const Groups whole = read_groups("states_of_group");
  static const Groups if_counted = read_groups("states_of_counted_group");
  const std::vector<Actor>* found = find(whole, word);
  return found == nullptr && counted ? find(if_counted, word) : found;
}

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
  const std::vector<Actor>* states = group_named(name, told.has_value());
  if (states == nullptr || (told && *told != states->size())) return {};
  if (!crowd && !behind && !reading_tables().in_list("group_by_itself", name)) return {};
  return {*states, token, at + (crowd || behind ? 2 : 1)};
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
