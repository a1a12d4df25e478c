#include "reading/act_feature_words.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "language/feature_key.h"

namespace volteface {

using language::text_hash;

std::uint32_t short_relation(const Token& token) {
  const std::string_view relation = token.deprel;
  if (relation == "nsubj:pass") return text_hash(relation);
  return text_hash(relation.substr(0, relation.find(':')));
}

std::uint32_t lemma_hash(const Token& token) {
  if (std::ranges::none_of(token.lemma, [](unsigned char c) { return c >= 'A' && c <= 'Z'; }))
    return text_hash(token.lemma);
  std::string lower = token.lemma;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text_hash(lower);
}

bool is_case(const Token& token) { return std::string_view(token.deprel).starts_with("case"); }

std::uint32_t case_of(const SentenceTree& tree, std::uint32_t token) {
  for (const std::uint32_t child : tree.children(token)) {
    if (is_case(tree.token(child))) return lemma_hash(tree.token(child));
  }
  return 0;
}

}  // namespace volteface
