#include "reading/act_company.h"

#include <algorithm>

namespace volteface {
namespace {

// "along with", "together with", "alongside": where the first of them stands behind; nowhere if
// something else stands there.
std::uint32_t behind_company_word(const SentenceTree& tree, std::uint32_t t, std::uint32_t end) {
  const std::string word = lower_case(tree.lemma(t));
  if (word == "alongside") return t + 1;
  const bool with = word == "along" || word == "together" || word == "jointly" || word == "concert";
  return with && t + 1 < end && tree.lemma(t + 1) == "with" ? t + 2 : nowhere;
}

// "along with Mali (, a neighbour of Niger)", "with Mali (on its border)": where a row of names
// ends.
bool ends_row(const SentenceTree& tree, std::uint32_t t, std::uint32_t end) {
  const Token& token = tree.token(t);
  if (token.upos == "VERB" || token.upos == "AUX" || token.xpos.starts_with("W")) return true;
  const std::string_view word = tree.lemma(t);
  if (word == ";" || word == ":") return true;
  if (token.upos == "ADP") return word != "of";  // "the president of Mali"
  if (word != ",") return false;
  std::uint32_t next = t + 1;
  while (next < end && (tree.lemma(next) == "and" || tree.lemma(next) == "the")) ++next;
  return next >= end || tree.token(next).upos != "PROPN";
}

// The actors of a row that begins at `first`.
std::vector<Actor> row_from(const ReportView& view, std::uint32_t first, std::uint32_t end) {
  std::vector<Actor> out;
  for (std::uint32_t t = first; t < end; ++t) {
    if (ends_row(view.tree, t, end)) break;
    if (view.actors.entity_of(t) != nowhere) add_sides(view.actors.actors_of(t), out);
  }
  return out;
}

std::vector<Actor> company_in(const ReportView& view, std::uint32_t first, std::uint32_t last,
                              std::uint32_t end) {
  for (std::uint32_t t = first; t < last; ++t) {
    const std::uint32_t row = behind_company_word(view.tree, t, end);
    if (row != nowhere) return row_from(view, row, end);
    if (t > first && view.tree.token(t).upos == "VERB") break;
  }
  return {};
}

}  // namespace

std::vector<Actor> company_before(const ReportView& view, const Clause& clause) {
  if (clause.subject == nowhere || clause.passive || clause.subject > clause.head) return {};
  return company_in(view, clause.subject + 1, clause.head, clause.head);
}

std::vector<Actor> company_behind(const ReportView& view, const Clause& clause) {
  constexpr std::uint32_t furthest = 20;
  const std::uint32_t end = view.document().sentences[view.tree.sentence(clause.head)].last;
  return company_in(view, clause.head + 1, std::min(end, clause.head + furthest), end);
}

}  // namespace volteface
