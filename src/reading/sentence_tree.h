// The trees of a document, to be walked from heads to dependents.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "volteface/language.h"

namespace volteface {

// Places are those of Document::tokens throughout.
class SentenceTree {
 public:
  explicit SentenceTree(const Document& document);

  const Document& document() const { return *document_; }
  const Token& token(std::uint32_t at) const { return document_->tokens[at]; }
  std::string_view lemma(std::uint32_t at) const { return token(at).lemma; }
  std::uint32_t head(std::uint32_t at) const { return heads_[at]; }  // nowhere for a root
  std::uint32_t sentence(std::uint32_t at) const { return sentences_[at]; }
  std::span<const std::uint32_t> children(std::uint32_t at) const {
    return std::span(children_).subspan(begin_[at], begin_[at + 1] - begin_[at]);
  }

  bool is(std::uint32_t at, std::string_view relation) const;  // with its subtypes
  // The first dependent by one of these relations; nowhere if there is none.
  std::uint32_t child(std::uint32_t at, std::initializer_list<std::string_view> relations) const;
  bool has_child(std::uint32_t at, std::string_view relation, std::string_view lemma) const;

  // A token and all that is joined to it: "France, Spain and Italy".
  std::vector<std::uint32_t> joined(std::uint32_t at) const;
  // All that hangs on a token, itself included, in the order of the text.
  std::vector<std::uint32_t> subtree(std::uint32_t at) const;
  bool is_below(std::uint32_t at, std::uint32_t above) const;

  // The preposition or postposition of a noun ("with"), of several words with blanks ("in front
  // of"); empty if there is none.
  std::string preposition(std::uint32_t noun) const;

 private:
  std::string own_preposition(std::uint32_t noun) const;

  const Document* document_;
  std::vector<std::uint32_t> heads_, sentences_, begin_, children_;
};

}  // namespace volteface
