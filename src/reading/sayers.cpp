#include "reading/sayers.h"

#include "reading/act_words.h"
#include "reading/clause.h"

namespace volteface {

std::uint32_t sayer_of(const SentenceTree& tree, std::uint32_t verb, std::string_view list) {
  const std::uint32_t above = tree.head(verb);
  if (above != nowhere && tree.is(verb, "ccomp") && is_in_list(tree, above, list))
    return modality_of(tree, above) == Modality::negated ? nowhere : subject_of(tree, above);
  for (const std::uint32_t c : tree.children(verb)) {
    if (tree.is(c, "parataxis") && is_in_list(tree, c, list)) return tree.child(c, {"nsubj"});
    if (tree.is(c, "obl") && tree.preposition(c).starts_with("accord")) return c;
  }
  return nowhere;
}

}  // namespace volteface
