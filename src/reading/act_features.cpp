#include "reading/act_features.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "reading/act_feature_words.h"
#include "reading/rule_words.h"
#include "reading/tables.h"

namespace volteface {
namespace {

using language::text_hash;

// Numbers of what is looked at. Keys of weights are made of them (data/acts.vfw): a number that
// changes its meaning asks for new weights (`make acts`).
enum Template : std::uint64_t {
  word_lemma = 1000,
  word_kind,
  word_lemma_kind,
  word_passive,
  dependent_lemma,
  dependent_of_word,
  dependent_actor,
  dependent_case,
  dependent_below,
  above_lemma,
  above_of_word,
  above_relation,
  own_case,
  is_root,
  is_quoted,
  ruled_type,
  table_type,
  is_vote,
  number_of_sides,
  bias
};
bool is_content(const Token& token) {
  const std::string_view kind = token.upos;
  return kind == "NOUN" || kind == "ADJ" || kind == "VERB";
}

bool names_a_side(const ActScene::SentenceScene& scene, std::uint32_t token) {
  return std::ranges::any_of(scene.named,
                             [&](const ActScene::Named& named) { return named.token == token; });
}

}  // namespace

ToldWord told_word(const ActScene& scene, std::uint32_t token) {
  const ReportView& view = scene.view();
  const Token& word = view.tree.token(token);
  ToldWord told;
  told.token = token;
  told.lemma = lemma_hash(word);
  told.kind = text_hash(word.upos);
  if (std::string_view(word.upos) == "VERB") told.clause = clause_of_verb(view.tree, token);
  if (std::string_view(word.upos) == "NOUN") told.clause = clause_of_noun(view.tree, token);
  for (const std::size_t number : rules_of_word(view, token)) {
    const EventRule& rule = reading_tables().events()[number];
    if (rule.kind == kind_of_word(word.upos))
      told.types_by_table |= 1U << static_cast<unsigned>(rule.type);
  }
  return told;
}

void see_word(const ActScene& scene, const ToldWord& word, ActFeatures& out) {
  const SentenceTree& tree = scene.view().tree;
  const std::uint32_t t = word.token;
  const ActScene::SentenceScene& sentence = scene.of(tree.sentence(t));
  const bool passive = word.clause.passive;
  out.clear();
  out.add(bias, 1);
  out.add(word_lemma, word.lemma);
  out.add(word_kind, word.kind);
  out.add(word_lemma_kind, word.lemma, word.kind);
  out.add(word_passive, passive);
  if (passive) out.add(word_passive, word.lemma, 1);
  for (const std::uint32_t child : tree.children(t)) {
    const Token& below = tree.token(child);
    const std::uint32_t relation = short_relation(below);
    if (std::string_view(below.deprel) == "punct" || std::string_view(below.deprel) == "det")
      continue;
    const bool actor = names_a_side(sentence, child);
    out.add(dependent_lemma, relation, lemma_hash(below));
    out.add(dependent_of_word, word.lemma, relation, lemma_hash(below));
    out.add(dependent_actor, word.lemma, relation, actor);
    for (const std::uint32_t further : tree.children(child)) {
      const Token& word_below = tree.token(further);
      if (is_case(word_below))
        out.add(dependent_case, word.lemma, relation, lemma_hash(word_below), actor);
      else if (is_content(word_below))
        out.add(dependent_below, lemma_hash(word_below));
    }
  }
  if (const std::uint32_t above = tree.head(t); above != nowhere) {
    const std::uint32_t relation = short_relation(tree.token(t));
    const std::uint32_t lemma = lemma_hash(tree.token(above));
    out.add(above_lemma, relation, lemma);
    out.add(above_of_word, word.lemma, relation, lemma);
    out.add(above_relation, word.lemma, relation);
    if (const std::uint32_t preposition = case_of(tree, t); preposition != 0)
      out.add(own_case, preposition, word.lemma);
  } else {
    out.add(is_root, 1);
  }
  if (scene.view().quote_of(t) != nowhere) out.add(is_quoted, 1);
  std::array<bool, 2 * ActWeights::types> told{};  // each type once, by this word and by others
  for (const ActScene::RuledAct& ruled : sentence.acts) {
    const bool here = ActScene::holds(ruled.act->evidence, tree.token(t));
    const auto type = static_cast<std::size_t>(ruled.act->type);
    if (std::exchange(told[2 * type + (here ? 1 : 0)], true)) continue;
    out.add(ruled_type, 1 + type, here);
  }
  for (std::size_t type = 0; type < ActWeights::types; ++type) {
    if ((word.types_by_table >> type & 1) != 0) out.add(table_type, 1 + type);
  }
  if (word.types_by_table == 0) out.add(table_type, 0);
  for (const ReportedVote* vote : sentence.votes) {
    if (!ActScene::holds(vote->evidence, tree.token(t))) continue;
    out.add(is_vote, 1);
    break;
  }
  out.add(number_of_sides, std::min<std::size_t>(4, sentence.named_sides));
}

}  // namespace volteface
