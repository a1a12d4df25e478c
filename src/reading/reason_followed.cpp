#include "reading/reason_followed.h"

#include <algorithm>
#include <set>

#include "reading/tables.h"

namespace volteface {

std::string ReasonFollowed::companion(std::uint32_t sentence, const TokenRange& reason,
                                      const std::string& state) const {
  const Sentence& of = view_.document().sentences[sentence];
  if (std::string joined = joined_in(of, reason, state); !joined.empty()) return joined;
  if (!tells_of_kin(reason)) return {};
  // Not the one that a step is taken against for the friend's sake.
  constexpr std::uint32_t farthest = 8;  // sentences
  std::set<std::string> others{state};
  const auto& all = doers_.all();
  const std::uint32_t from =
      view_.document().sentences[sentence - std::min(sentence, farthest)].begin;
  for (auto at = std::ranges::lower_bound(all, from, {}, &Doer::begin); at != all.end(); ++at) {
    const Doer& doer = *at;
    if (doer.sentence > sentence + 1) break;
    if (doer.state == state && doer.harms) others.insert(doer.target);
  }
  for (std::uint32_t t = of.first; t < of.last; ++t) {
    if (t >= reason.first && t < reason.second) continue;
    for (const Actor& actor : view_.actors.actors_of(t)) others.insert(actor.state);
  }
  return doers_.most_named_but(others);
}

// "joined Chad out of solidarity": Chad.
std::string ReasonFollowed::joined_in(const Sentence& sentence, const TokenRange& reason,
                                      const std::string& state) const {
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (t >= reason.first && t < reason.second) continue;
    if (tree_.token(t).upos != "VERB" || !reading_tables().in_list("joins", tree_.lemma(t)))
      continue;
    const Clause clause = clause_of_verb(tree_, t);
    std::vector<std::uint32_t> nouns{clause.object};
    for (const Oblique& o : clause.obliques) {
      if (o.preposition == "with" || o.preposition == "behind") nouns.push_back(o.noun);
    }
    for (const std::uint32_t noun : nouns) {
      if (noun == nowhere || (noun >= reason.first && noun < reason.second)) continue;
      for (const Actor& actor : view_.actors.actors_of(noun)) {
        if (!actor.state.empty() && actor.state != state) return actor.state;
      }
    }
  }
  return {};
}

// "its neighbour", "a brother nation"
bool ReasonFollowed::tells_of_kin(const TokenRange& reason) const {
  for (std::uint32_t t = reason.first; t < reason.second; ++t) {
    if (reading_tables().in_list("kin", lower_case(tree_.lemma(t)))) return true;
  }
  return false;
}

}  // namespace volteface
