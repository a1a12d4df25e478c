#include "reading/sentence_tree.h"

#include <algorithm>

namespace volteface {

SentenceTree::SentenceTree(const Document& document)
    : document_(&document),
      heads_(document.tokens.size(), nowhere),
      sentences_(document.tokens.size(), nowhere),
      begin_(document.tokens.size() + 1, 0),
      children_() {
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      sentences_[t] = s;
      const std::int32_t head = document.tokens[t].head;
      if (head >= 0) heads_[t] = sentence.first + static_cast<std::uint32_t>(head);
    }
  }
  for (const std::uint32_t head : heads_) {
    if (head != nowhere) ++begin_[head + 1];
  }
  for (std::size_t t = 1; t < begin_.size(); ++t) begin_[t] += begin_[t - 1];
  children_.resize(begin_.back());
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (std::uint32_t t = 0; t < heads_.size(); ++t) {
    if (heads_[t] != nowhere) children_[next[heads_[t]]++] = t;
  }
}

bool SentenceTree::is(std::uint32_t at, std::string_view relation) const {
  const std::string_view have = token(at).deprel;
  return have == relation || (have.size() > relation.size() && have.starts_with(relation) &&
                              have[relation.size()] == ':');
}

std::uint32_t SentenceTree::child(std::uint32_t at,
                                  std::initializer_list<std::string_view> relations) const {
  for (const std::string_view relation : relations) {
    for (const std::uint32_t c : children(at)) {
      if (is(c, relation)) return c;
    }
  }
  return nowhere;
}

bool SentenceTree::has_child(std::uint32_t at, std::string_view relation,
                             std::string_view wanted) const {
  return std::ranges::any_of(
      children(at), [&](std::uint32_t c) { return is(c, relation) && lemma(c) == wanted; });
}

std::vector<std::uint32_t> SentenceTree::joined(std::uint32_t at) const {
  std::vector<std::uint32_t> out{at};
  for (std::size_t k = 0; k < out.size(); ++k) {
    for (const std::uint32_t c : children(out[k])) {
      if (is(c, "conj")) out.push_back(c);
    }
  }
  return out;
}

std::vector<std::uint32_t> SentenceTree::subtree(std::uint32_t at) const {
  std::vector<std::uint32_t> out{at};
  for (std::size_t k = 0; k < out.size(); ++k) {
    for (const std::uint32_t c : children(out[k])) out.push_back(c);
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool SentenceTree::is_below(std::uint32_t at, std::uint32_t above) const {
  while (at != nowhere && at != above) at = heads_[at];
  return at == above;
}

std::string SentenceTree::preposition(std::uint32_t noun) const {
  std::string out = own_preposition(noun);
  if (!out.empty()) return out;
  // "with caretaker President Delcy Rodríguez": it may hang on the first word of the name.
  constexpr int deepest = 3;
  std::uint32_t at = noun;
  for (int step = 0; step < deepest && out.empty(); ++step) {
    const std::uint32_t before = child(at, {"nmod:desc", "compound", "amod"});
    if (before == nowhere || before > at) break;
    at = before;
    out = own_preposition(at);
  }
  return out;
}

std::string SentenceTree::own_preposition(std::uint32_t noun) const {
  std::string out;
  for (const std::uint32_t c : children(noun)) {
    if (!is(c, "case") || c > noun) continue;
    out = lemma(c);
    for (const std::uint32_t part : children(c)) {
      if (is(part, "fixed")) out += ' ' + std::string(lemma(part));
    }
  }
  return out;
}

}  // namespace volteface
