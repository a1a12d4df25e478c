#include "language/discourse.h"

namespace volteface::language {
namespace {

constexpr std::size_t most_appearances = 60;

}  // namespace

double Discourse::weight_of(std::uint32_t token) const {
  const Token& here = document_.tokens[token];
  if (has_label(here, "nsubj")) {
    const std::uint32_t verb = trees_.head(token);
    // Of the main clause before those below it.
    const bool main = verb == nowhere || trees_.head(verb) == nowhere ||
                      has_label(document_.tokens[verb], "conj");
    return main ? 2.0 : 1.4;
  }
  if (has_label(here, "obj") || has_label(here, "iobj")) return 0.8;
  if (here.deprel == "nmod:poss") return 0.7;
  if (here.deprel == "obl:agent") return 1.0;
  if (has_label(here, "conj") || has_label(here, "appos") || has_label(here, "flat")) {
    const std::uint32_t head = trees_.head(token);
    return head == nowhere || head >= token ? 0.5 : weight_of(head) * 0.9;
  }
  if (here.head >= 0) return 0.4;
  // "Ana Ruiz, whom Chad sent, explained it": a name that a parser takes for the root.
  const std::uint32_t clause = trees_.child(token, "acl:relcl");
  return here.upos == "PROPN" && clause != nowhere ? 1.8 : 1.0;
}

void Discourse::add(std::uint32_t token, std::uint32_t entity, bool quoted, bool source) {
  const double weight = source ? 0.5 : weight_of(token);
  seen_.push_back({token, entity, trees_.sentence(token), weight, quoted});
}

std::vector<Appearance> Discourse::before(std::uint32_t token, std::uint32_t sentences) const {
  std::vector<Appearance> out;
  const std::uint32_t here = trees_.sentence(token);
  for (auto seen = seen_.rbegin(); seen != seen_.rend() && out.size() < most_appearances; ++seen) {
    if (seen->token >= token) continue;
    if (here - seen->sentence > sentences) break;
    out.push_back(*seen);
  }
  return out;
}

}  // namespace volteface::language
