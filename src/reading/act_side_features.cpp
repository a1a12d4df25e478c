#include <algorithm>
#include <cmath>
#include <string_view>

#include "reading/act_feature_words.h"
#include "reading/act_features.h"

namespace volteface {
namespace {

using language::text_hash;

// As in act_features.cpp.
enum Template : std::uint64_t {
  likely = 2000,
  likely_of_type,
  likely_rank,
  behind_best,
  type_alone,
  actor_kinds,
  role_alone,
  role_type,
  role_kind,
  role_lemma,
  role_passive,
  roles_both,
  sides_here,
  side_rank,
  ruled_sides,
  ruled_none,
  table_says,
  quoted,
  voted,
  order,
  naming,
  governor,
  noun_that_names,
  at_dateline,
  as_subject,
  subject_before,
  pair_rank,
  pair_bias
};

// A token and those above it, up to the root.
std::vector<std::uint32_t> chain_of(const SentenceTree& tree, std::uint32_t token) {
  constexpr std::size_t longest = 40;
  std::vector<std::uint32_t> chain;
  for (; token != nowhere && chain.size() < longest; token = tree.head(token))
    chain.push_back(token);
  return chain;
}

// The relations on the way from one word to another: up, and down again.
std::uint32_t way_between(const SentenceTree& tree, const std::vector<std::uint32_t>& from,
                          const std::vector<std::uint32_t>& to, bool& has_step) {
  constexpr std::size_t longest = 4;
  has_step = false;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const auto met = std::ranges::find(to, from[i]);
    if (met == to.end()) continue;
    has_step = i > 0;
    const auto down = static_cast<std::size_t>(met - to.begin());
    if (i + down > longest) return 1;
    std::uint64_t way = 7;
    for (std::size_t k = 0; k < i; ++k)
      way = language::mixed(way, short_relation(tree.token(from[k])));
    way = language::mixed(way, 3);
    for (std::size_t k = 0; k < down; ++k)
      way = language::mixed(way, short_relation(tree.token(to[k])));
    return static_cast<std::uint32_t>(way >> 32);
  }
  return 0;
}

std::uint32_t role(std::uint64_t kind, std::uint64_t what = 0, std::uint64_t how = 0) {
  return language::feature_key(3000 + kind, what, how);
}

std::uint32_t distance(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t off = a > b ? a - b : b - a;
  return off < 3 ? 1 : off < 6 ? 2 : off < 12 ? 3 : 4;
}

void add_role(std::uint32_t value, std::vector<std::uint32_t>& to) {
  if (std::ranges::find(to, value) == to.end()) to.push_back(value);
}

// By where a name of a side stands.
void add_roles_of_name(const SentenceTree& tree, const ToldWord& word,
                       const std::vector<std::uint32_t>& chain_of_word, std::uint32_t name,
                       SideRoles& roles) {
  const Clause& clause = word.clause;
  const std::vector<std::uint32_t> chain = chain_of(tree, name);
  const auto lies_in = [&](std::uint32_t noun) {
    const std::size_t near = std::min<std::size_t>(chain.size(), 4);
    return noun != nowhere &&
           std::find(chain.begin() + 1, chain.begin() + static_cast<std::ptrdiff_t>(near), noun) !=
               chain.begin() + static_cast<std::ptrdiff_t>(near);
  };
  const auto add_main = [&](std::uint32_t value) {
    add_role(value, roles.all);
    if (roles.main.size() < 2) add_role(value, roles.main);
  };
  if (clause.subject == name) add_main(role(1));
  if (clause.object == name) add_main(role(2));
  if (clause.head != nowhere && lies_in(clause.subject)) add_main(role(3));
  if (clause.head != nowhere && lies_in(clause.object)) add_main(role(4));
  bool has_step = false;
  const std::uint32_t way = way_between(tree, chain, chain_of_word, has_step);
  // The preposition before the uppermost word of the name's part of the way.
  std::uint32_t preposition = 0;
  for (std::size_t i = 0; has_step && i < chain.size(); ++i) {
    if (std::ranges::find(chain_of_word, chain[i]) != chain_of_word.end()) break;
    preposition = case_of(tree, chain[i]);
  }
  const bool behind = name > word.token;
  add_role(role(5, way, preposition), roles.all);
  if (preposition != 0) add_role(role(6, preposition, behind), roles.all);
  add_role(role(7, behind), roles.all);
  add_role(role(8, distance(name, word.token), behind), roles.all);
  if (roles.nearest == nowhere || distance(name, word.token) < distance(roles.nearest, word.token))
    roles.nearest = name;
}

// 0 for the nearest side before or behind the word, 1 for the next, 3 at most.
void find_places(const ActScene::SentenceScene& scene, std::uint32_t token,
                 std::vector<SideRoles>& roles) {
  const auto place_of = [&](SideNumber side) {
    return static_cast<std::size_t>(std::ranges::find(scene.sides, side) - scene.sides.begin());
  };
  std::vector<SideNumber> seen;
  const auto note = [&](SideNumber side, std::uint32_t SideRoles::*place) {
    if (std::ranges::find(seen, side) != seen.end()) return;
    const std::size_t at = place_of(side);
    if (at < roles.size())
      roles[at].*place = std::min<std::uint32_t>(3, static_cast<std::uint32_t>(seen.size()));
    seen.push_back(side);
  };
  for (std::size_t i = scene.named.size(); i > 0; --i) {
    if (scene.named[i - 1].token < token) note(scene.named[i - 1].side, &SideRoles::place_before);
  }
  seen.clear();
  for (const ActScene::Named& named : scene.named) {
    if (named.token >= token) note(named.side, &SideRoles::place_behind);
  }
}

int rounded(float score) { return static_cast<int>(std::lround(std::clamp(score, -4.0F, 4.0F))); }

std::uint32_t kind_of(const Actor& side) { return side.state.empty() ? 1 : 2; }

// How what a rule told lies to a candidate: which sides are the same, and how.
std::uint32_t likeness(const ActScene::RuledAct& ruled, SideNumber source, SideNumber target) {
  if (ruled.source == target && ruled.target == source) return ruled.act->symmetric ? 3 : 4;
  return (ruled.source == source ? 1U : 0U) + (ruled.target == target ? 2U : 0U);
}

// Each likeness once, however many acts there are of it: a row of states makes dozens.
void see_rules(const ActScene::SentenceScene& scene, const Token& token, std::uint32_t lemma,
               SideNumber source, SideNumber target, std::size_t type, ActFeatures& out) {
  if (scene.acts.empty()) out.add(ruled_none, 1, type + 1);
  std::uint32_t seen = 0;  // a bit for each
  for (const ActScene::RuledAct& ruled : scene.acts) {
    const std::uint32_t like = likeness(ruled, source, target);
    const bool same = static_cast<std::size_t>(ruled.act->type) == type;
    const bool covers = ActScene::holds(ruled.act->evidence, token);
    const std::uint32_t bit = 1U << (like * 4 + (same ? 2U : 0U) + (covers ? 1U : 0U));
    if ((seen & bit) != 0) continue;
    seen |= bit;
    out.add(ruled_sides, 1 + like, same, covers);
    out.add(ruled_sides, 10 + like, same);
    out.add(ruled_sides, 20 + like, same, type);
    if (covers && same && like == 3) out.add(ruled_sides, 30, lemma, type);
  }
}

void see_one_side(const ActScene& scene, const ToldWord& word, SideNumber side,
                  const SideRoles& roles, std::uint64_t which, std::size_t type, ActFeatures& out) {
  const SentenceTree& tree = scene.view().tree;
  for (const std::uint32_t r : roles.all) {
    out.add(role_alone, which, r);
    out.add(role_type, which, r, type);
    out.add(role_kind, which, r, word.kind);
    out.add(role_lemma, which, r, word.lemma);
    out.add(role_passive, which, r, word.clause.passive);
  }
  out.add(side_rank, which, scene.rank(side));
  out.add(side_rank, which, scene.rank(side), 1 + (roles.nearest != nowhere ? 1 : 0));
  if (roles.nearest != nowhere) {
    const Token& name = tree.token(roles.nearest);
    const std::uint32_t kind = text_hash(name.upos);
    out.add(naming, which, kind);
    out.add(naming, which, kind, short_relation(name));
    const std::uint32_t above = tree.head(roles.nearest);
    if (above != nowhere && above != word.token) {
      out.add(governor, which, lemma_hash(tree.token(above)));
      out.add(governor, which, lemma_hash(tree.token(above)), 1 + type);
    }
    if (std::string_view(name.upos) == "NOUN") out.add(noun_that_names, which, lemma_hash(name));
  }
  const Actor& actor = scene.sides()[side];
  const bool home = !actor.state.empty() && actor.state == scene.view().dateline_state();
  out.add(at_dateline, which, home);
  out.add(as_subject, which, scene.quarters_as_subject(side));
  const std::uint32_t sentence = tree.sentence(word.token);
  const bool went_before = scene.of(sentence).subject_before == side;
  out.add(subject_before, which, went_before);
  out.add(subject_before, which, went_before, 1 + (roles.nearest != nowhere ? 1 : 0));
}

void see_order(const SideRoles& a, const SideRoles& b, const ToldWord& word, std::size_t type,
               ActFeatures& out) {
  const std::uint64_t before = a.place_before, behind = b.place_behind;
  out.add(order, 1, a.place_before);
  out.add(order, 2, a.place_behind);
  out.add(order, 3, b.place_before);
  out.add(order, 4, b.place_behind);
  out.add(order, 5, before, behind);
  out.add(order, 6, before, behind, word.kind);
  out.add(order, 7, before, behind, type);
  const std::uint64_t all = before + 4 * a.place_behind + 16 * b.place_before + 64 * behind;
  out.add(order, 8, all);
  out.add(order, 9, all, word.kind, word.clause.passive);
}

}  // namespace

std::vector<SideRoles> roles_of_sides(const ActScene& scene, const ToldWord& word) {
  const SentenceTree& tree = scene.view().tree;
  const ActScene::SentenceScene& sentence = scene.of(tree.sentence(word.token));
  const std::vector<std::uint32_t> chain = chain_of(tree, word.token);
  std::vector<SideRoles> roles(sentence.sides.size());
  for (std::size_t i = 0; i < roles.size(); ++i) {
    for (const ActScene::Named& named : sentence.named) {
      if (named.side == sentence.sides[i])
        add_roles_of_name(tree, word, chain, named.token, roles[i]);
    }
    if (roles[i].all.empty()) {
      const std::uint32_t rank = scene.rank(sentence.sides[i]);
      add_role(role(9, rank), roles[i].all);
    }
    if (roles[i].main.empty()) roles[i].main.push_back(roles[i].all.front());
  }
  find_places(sentence, word.token, roles);
  return roles;
}

void see_sides(const ActScene& scene, const ToldWord& word, const WordScores& scores, float best,
               const std::vector<SideRoles>& roles, const ActCandidate& candidate,
               ActFeatures& out) {
  const SentenceTree& tree = scene.view().tree;
  const ActScene::SentenceScene& sentence = scene.of(tree.sentence(word.token));
  const std::size_t type = candidate.type;
  const float score = scores[type];
  const SideNumber source = sentence.sides[candidate.source];
  const SideNumber target = sentence.sides[candidate.target];
  const SideRoles &a = roles[candidate.source], &b = roles[candidate.target];
  out.clear();
  out.add(pair_bias, 1);
  out.add(likely, static_cast<std::uint64_t>(rounded(score) + 5));
  out.add(likely_of_type, static_cast<std::uint64_t>(rounded(score) + 5), type);
  const auto better = std::count_if(scores.begin(), scores.begin() + ActWeights::types,
                                    [&](float other) { return other > score; });
  out.add(likely_rank, static_cast<std::uint64_t>(std::min<std::ptrdiff_t>(3, better)));
  out.add(behind_best, static_cast<std::uint64_t>(rounded(best - score) + 5));
  out.add(type_alone, type + 1);
  const std::uint64_t kinds = kind_of(scene.sides()[source]) * 4 + kind_of(scene.sides()[target]);
  out.add(actor_kinds, kinds);
  out.add(actor_kinds, kinds, type + 1);
  // What tells most comes first: of too many, the last are dropped.
  see_rules(sentence, tree.token(word.token), word.lemma, source, target, type, out);
  see_order(a, b, word, type, out);
  for (const std::uint32_t x : a.main) {
    for (const std::uint32_t y : b.main) {
      out.add(roles_both, x, y);
      out.add(roles_both, x, y, word.kind);
      out.add(roles_both, x, y, 1, type + 1);
      out.add(roles_both, x, y, word.lemma, 100);
    }
  }
  out.add(sides_here, std::min<std::size_t>(5, sentence.named_sides));
  const std::uint32_t pair = std::min<std::uint32_t>(4, scene.rank(source, target));
  const bool a_here = a.nearest != nowhere, b_here = b.nearest != nowhere;
  out.add(pair_rank, pair);
  out.add(pair_rank, pair, 1 + (a_here ? 1 : 0) + (b_here ? 2 : 0));
  out.add(pair_rank, pair, 10 + type);
  if ((word.types_by_table >> type & 1) != 0) out.add(table_says, 1);
  if (scene.view().quote_of(word.token) != nowhere) {
    out.add(quoted, 1);
    out.add(quoted, 2, type);
  }
  const bool vote = std::ranges::any_of(sentence.votes, [&](const ReportedVote* v) {
    return ActScene::holds(v->evidence, tree.token(word.token));
  });
  if (vote) {
    out.add(voted, 1);
    out.add(voted, 2, type);
  }
  see_one_side(scene, word, source, a, 1, type, out);
  see_one_side(scene, word, target, b, 2, type, out);
}

}  // namespace volteface
