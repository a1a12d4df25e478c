#include "language/trees.h"

#include <algorithm>

namespace volteface::language {

bool has_label(const Token& token, std::string_view label) {
  const std::string_view own = token.deprel;
  return own.starts_with(label) && (own.size() == label.size() || own[label.size()] == ':');
}

Trees::Trees(const Document& document)
    : document_(document),
      heads_(document.tokens.size(), nowhere),
      sentences_(document.tokens.size()),
      begins_(document.tokens.size() + 1),
      children_(document.tokens.size()) {
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      sentences_[i] = s;
      const std::int32_t head = document.tokens[i].head;
      if (head >= 0) heads_[i] = sentence.first + static_cast<std::uint32_t>(head);
    }
  }
  for (const std::uint32_t head : heads_) {
    if (head != nowhere) ++begins_[head + 1];
  }
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end());
  for (std::uint32_t i = 0; i < heads_.size(); ++i) {
    if (heads_[i] != nowhere) children_[next[heads_[i]]++] = i;
  }
}

std::uint32_t Trees::child(std::uint32_t token, std::string_view label) const {
  for (const std::uint32_t child : children(token)) {
    if (has_label(document_.tokens[child], label)) return child;
  }
  return nowhere;
}

std::uint32_t Trees::subject(std::uint32_t verb) const {
  for (int step = 0; step < 4 && verb != nowhere; ++step) {
    const std::uint32_t subject = child(verb, "nsubj");
    if (subject != nowhere) return subject;
    const Token& token = document_.tokens[verb];
    if (!has_label(token, "conj") && !has_label(token, "xcomp") && !has_label(token, "advcl") &&
        !has_label(token, "parataxis"))
      break;
    verb = head(verb);
  }
  return nowhere;
}

std::pair<std::uint32_t, std::uint32_t> Trees::extent(std::uint32_t token) const {
  std::pair<std::uint32_t, std::uint32_t> span = {token, token};
  std::vector<std::uint32_t> open = {token};
  while (!open.empty()) {
    const std::uint32_t here = open.back();
    open.pop_back();
    span.first = std::min(span.first, here);
    span.second = std::max(span.second, here);
    for (const std::uint32_t child : children(here)) open.push_back(child);
  }
  return span;
}

}  // namespace volteface::language
