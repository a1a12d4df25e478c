#include "reading/backed_deeds.h"

#include <algorithm>

#include "reading/act_words.h"

namespace volteface {
namespace {

// The object, or what a preposition of the verb's own leads to: "approved of the raid", "spoke up
// for the embargo".
std::uint32_t deed_of(const SentenceTree& tree, const Clause& clause) {
  const auto harms = [&](std::uint32_t noun) { return is_in_list(tree, noun, "harm"); };
  if (clause.object != nowhere) return harms(clause.object) ? clause.object : nowhere;
  const auto backed = std::ranges::find_if(clause.obliques, [&](const Oblique& o) {
    return tree.head(o.noun) == clause.head && (o.preposition == "of" || o.preposition == "for");
  });
  return backed != clause.obliques.end() && harms(backed->noun) ? backed->noun : nowhere;
}

}  // namespace

std::optional<std::vector<Actor>> doers_of_backed_deed(const ReportView& view,
                                                       const EventRule& rule,
                                                       const Clause& clause) {
  const bool backs = rule.mode == EventMode::endorse || rule.mode == EventMode::praise;
  if (rule.type != EventType::support || rule.kind != EventRule::Word::verb || !backs)
    return std::nullopt;
  const SentenceTree& tree = view.tree;
  const std::uint32_t deed = deed_of(tree, clause);
  if (deed == nowhere) return std::nullopt;
  std::vector<Actor> doers;
  for (const std::uint32_t c : tree.children(deed)) {
    if (tells_whose(tree, c)) add_sides(view.actors.actors_of(c), doers);
  }
  return doers;
}

}  // namespace volteface
