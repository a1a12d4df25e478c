// The sides of a rule that stand elsewhere than its slots say: in the sentence before, where a
// pronoun stands, or anywhere in the sentence.
#include <algorithm>
#include <array>

#include "reading/act_words.h"
#include "reading/slots.h"

namespace volteface {

// "Asmara's reply was quick. It called", "The Chadian side was silent. It called": the one of whom
// the subject before speaks, where the pronoun was given to nobody.
std::vector<Actor> Slots::named_before(std::uint32_t pronoun) const {
  const SentenceTree& tree = view_.tree;
  const std::string word = lower_case(tree.lemma(pronoun));
  if (word != "it" && word != "they") return {};
  if (view_.actors.mention_of(pronoun) != nowhere || view_.quote_of(pronoun) != nowhere) return {};
  const std::uint32_t here = tree.sentence(pronoun);
  const std::uint32_t begin = view_.document().sentences[here == 0 ? 0 : here - 1].first;
  constexpr std::uint32_t furthest = 80;  // tokens, so that time stays linear
  for (std::uint32_t t = pronoun; t-- > begin && pronoun - t <= furthest;) {
    if (!tree.is(t, "nsubj") || tree.token(t).upos == "PRON") continue;
    const bool several = tree.token(t).xpos == "NNS" || tree.token(t).xpos == "NNPS";
    std::vector<Actor> found = view_.actors.actors_below(t);
    const bool fits = found.size() == 1 && (several == (word == "they"));
    return fits ? found : std::vector<Actor>();
  }
  return {};
}

// "travelled there", "met her there": where the report was last, in this sentence or the one
// before.
std::vector<Actor> Slots::place_pointed_at() const {
  const SentenceTree& tree = view_.tree;
  const bool points = std::ranges::any_of(tree.children(clause_.head), [&](std::uint32_t c) {
    return tree.is(c, "advmod") && tree.lemma(c) == "there";
  });
  if (!points) return {};
  const std::uint32_t here = tree.sentence(clause_.head);
  const std::uint32_t begin = view_.document().sentences[here == 0 ? 0 : here - 1].first;
  constexpr std::array<std::string_view, 6> leads_to_place = {"in",   "at",  "to",
                                                              "into", "for", "from"};
  constexpr std::uint32_t furthest = 80;  // tokens, so that time stays linear
  for (std::uint32_t t = clause_.head; t-- > begin && clause_.head - t <= furthest;) {
    const std::uint32_t e = view_.actors.entity_of(t);
    if (e == nowhere) continue;
    const Entity& entity = view_.document().entities[e];
    const bool place = entity.type == NameType::place || entity.type == NameType::state;
    const bool one_can_be_there = is_one_of(tree.preposition(t), leads_to_place);  // not "of Chad"
    if (place && one_can_be_there && !entity.state.empty()) return {Actor{entity.state, "", ""}};
  }
  return {};
}

// "Chad recalled its envoy and Mali shut": Mali does something else. "Chad cut its ties out of
// solidarity with Mali": not those with Mali.
bool Slots::is_of_another_clause(std::uint32_t noun) const {
  const SentenceTree& tree = view_.tree;
  std::uint32_t first = noun;  // of all that is said of it or joined to it
  while (tree.head(first) != nowhere && tree.token(tree.head(first)).upos != "VERB" &&
         !tree.is(first, "nsubj"))
    first = tree.head(first);
  const std::uint32_t verb = tree.head(first);
  const bool beside = verb != nowhere && verb != clause_.head && !tree.is_below(clause_.head, verb);
  // "if Chad went on", said of the word itself
  const bool condition =
      beside && (tree.has_child(verb, "mark", "if") || tree.has_child(verb, "mark", "unless"));
  if (tree.is(first, "nsubj") && beside && !condition) return true;
  if (is_in_aside(noun)) return true;
  const std::uint32_t above = tree.head(noun);
  return tree.preposition(noun) == "with" && is_motive(tree, above);
}

// "lifted its embargo for the sake of firms that lost orders to Mali": not on Mali.
bool Slots::is_in_aside(std::uint32_t noun) const {
  const SentenceTree& tree = view_.tree;
  for (std::uint32_t at = noun; at != nowhere && !tree.is_below(clause_.head, at);
       at = tree.head(at)) {
    const bool relative = tree.token(at).deprel == "acl:relcl" && !tree.has_child(at, "mark", "if");
    const bool of_it = is_text(tree, tree.head(at)) || is_in_list(tree, at, "brings_about");
    if (relative && !of_it) return true;  // "a draft that condemns Chad"
  }
  return false;
}

// The actor that stands nearest behind the word, else before it, in its sentence; or all of them.
std::vector<Actor> Slots::elsewhere(bool all, const std::vector<Actor>& without) const {
  const Sentence& sentence = view_.document().sentences[view_.tree.sentence(clause_.head)];
  const std::vector<Actor> subject = view_.actors.actors_of(clause_.subject);
  std::vector<Actor> out;
  const auto look = [&](std::uint32_t t) {
    if (view_.actors.entity_of(t) == nowhere || (!all && is_of_another_clause(t))) return;
    if (is_talked_about(t)) return;
    for (Actor& actor : view_.actors.actors_of(t)) {
      const auto same = [&](const Actor& a) { return same_side(a, actor); };
      // "under Swiss mediation Chad and Mali agreed": between those who agreed.
      const bool left_out = std::ranges::any_of(all ? without : subject, same);
      if (left_out || std::ranges::any_of(out, same) ||
          (t > clause_.head && std::ranges::any_of(without, same)))
        continue;
      out.push_back(std::move(actor));
    }
  };
  for (std::uint32_t t = clause_.head + 1; t < sentence.last && (all || out.empty()); ++t) {
    // "promised help, whereupon Chad": another matter.
    const std::string_view word = view_.tree.lemma(t);
    if (!all && (word == ";" || word == "whereupon" || word == "whereas")) break;
    look(t);
  }
  for (std::uint32_t t = clause_.head; t-- > sentence.first && (all || out.empty());) look(t);
  return out;
}

}  // namespace volteface
