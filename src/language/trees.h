// Looking around in the trees of a document. Places are those of Document::tokens.
#pragma once

#include <string_view>
#include <vector>

#include "volteface/language.h"

namespace volteface::language {

// The trees of a document with the dependents of each token beside its head.
class Trees {
 public:
  explicit Trees(const Document& document);

  std::uint32_t head(std::uint32_t token) const { return heads_[token]; }  // nowhere for a root
  std::uint32_t sentence(std::uint32_t token) const { return sentences_[token]; }
  std::span<const std::uint32_t> children(std::uint32_t token) const {
    return std::span(children_).subspan(begins_[token], begins_[token + 1] - begins_[token]);
  }

  // The first child with this label (with or without its subtype); nowhere where there is none.
  std::uint32_t child(std::uint32_t token, std::string_view label) const;

  // The subject of a verb; of a verb without one that of the verb it is joined to or hangs on.
  std::uint32_t subject(std::uint32_t verb) const;

  // First and last token (inclusive) of what hangs below.
  std::pair<std::uint32_t, std::uint32_t> extent(std::uint32_t token) const;

 private:
  const Document& document_;
  std::vector<std::uint32_t> heads_, sentences_, begins_, children_;
};

// "nsubj" is the label of "nsubj" and of "nsubj:pass".
bool has_label(const Token& token, std::string_view label);

}  // namespace volteface::language
