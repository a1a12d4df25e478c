// What a document has spoken of up to a place: the ground that mentions without a name are resolved
// on.
#pragma once

#include <array>
#include <vector>

#include "language/entities.h"

namespace volteface::language {

// An entity at a place.
struct Appearance {
  std::uint32_t token = 0;
  std::uint32_t entity = 0;
  std::uint32_t sentence = 0;
  double weight = 0;  // by what it is in its clause: subjects weigh most
  bool quoted = false;
};

class Discourse {
 public:
  Discourse(const Document& document, const Trees& trees) : document_(document), trees_(trees) {}

  // In the order of the text. A source tells what others do, and is seldom spoken of.
  void add(std::uint32_t token, std::uint32_t entity, bool quoted, bool source = false);

  // The last appearances before a token, latest first, of the last `sentences` sentences and no
  // more than a fixed number.
  std::vector<Appearance> before(std::uint32_t token, std::uint32_t sentences) const;

  // The best entity by recency and weight among those that `fits`; nowhere where there is none.
  template <class Fits>
  std::uint32_t best(std::uint32_t token, std::uint32_t sentences, Fits&& fits) const {
    std::uint32_t best = nowhere;
    double most = -1e9;
    for (const Appearance& seen : before(token, sentences)) {
      if (!fits(seen)) continue;
      const double score = seen.weight - 1.2 * (trees_.sentence(token) - seen.sentence) -
                           0.004 * (token - seen.token);
      if (score > most) {
        most = score;
        best = seen.entity;
      }
    }
    return best;
  }

 private:
  double weight_of(std::uint32_t token) const;

  const Document& document_;
  const Trees& trees_;
  std::vector<Appearance> seen_;
};

}  // namespace volteface::language
