// Whom each word of a document means so far, and what is needed to tell more.
#pragma once

#include <unordered_map>

#include "language/discourse.h"
#include "language/interviews.h"
#include "language/nominals.h"

namespace volteface::language {

class References {
 public:
  // `subjects`: those of the quotations' cues (attribute_quotes).
  References(Document& document, const Trees& trees, Entities& entities,
             const std::vector<std::uint32_t>& subjects);

 protected:
  void claim(std::uint32_t m);
  void mark_quotes();
  // What a mention's head stands for becomes known where the mention ends.
  void note(std::uint32_t token);
  // "the diplomat says": somebody unnamed who only tells of others.
  bool is_source(std::uint32_t token, std::uint32_t entity) const;
  std::uint32_t add(std::uint32_t first, std::uint32_t last, std::uint32_t head, MentionKind kind,
                    std::vector<std::uint32_t> of);
  std::uint32_t mention_of(std::uint32_t entity) const;
  std::uint32_t speaker_around(std::uint32_t token) const;
  // Whether the paragraph has named another person before a token.
  bool names_another(std::uint32_t token, std::uint32_t person) const;

  Document& document_;
  const Trees& trees_;
  Entities& entities_;
  const std::vector<std::uint32_t>& subjects_;
  Discourse discourse_;
  Interview interview_;
  std::uint32_t interviewee_ = nowhere;
  std::uint32_t answers_ = nowhere;  // a mention of the interviewee
  Nominals nominals_;
  std::vector<std::uint32_t> mention_at_, quote_at_;
  std::unordered_map<std::uint32_t, std::size_t> quote_said_by_;  // the first, by its subject
};

}  // namespace volteface::language
