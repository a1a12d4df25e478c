#include "reading/act_scene.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace volteface {
namespace {

// Of one sentence: lists of all members of a body are no doers of what stands beside them.
constexpr std::size_t most_named_sides = 14, most_words = 60;
constexpr std::size_t ranked_pairs = 8;

bool may_name(const Token& token) {
  constexpr std::array<std::string_view, 5> naming = {"NOUN", "PROPN", "PRON", "ADJ", "DET"};
  return std::ranges::find(naming, std::string_view(token.upos)) != naming.end();
}

bool is_subject(const SentenceTree& tree, std::uint32_t token) {
  return std::string_view(tree.token(token).deprel).starts_with("nsubj");
}

template <class Key>
std::vector<Key> most_frequent(const std::map<Key, std::uint32_t>& counts, std::size_t number) {
  std::vector<std::pair<Key, std::uint32_t>> all(counts.begin(), counts.end());
  std::ranges::stable_sort(all, std::ranges::greater(), [](const auto& c) { return c.second; });
  std::vector<Key> keys;
  for (std::size_t i = 0; i < std::min(number, all.size()); ++i) keys.push_back(all[i].first);
  return keys;
}

void add(SideNumber side, std::vector<SideNumber>& to) {
  if (std::ranges::find(to, side) == to.end()) to.push_back(side);
}

}  // namespace

ActScene::ActScene(const ReportView& view, const std::vector<ReportedVote>& votes,
                   const std::vector<ReportedEvent>& acts)
    : view_(view), scenes_(view.document().sentences.size()) {
  for (const ReportedVote& vote : votes)
    if (vote.evidence.sentence < scenes_.size())
      scenes_[vote.evidence.sentence].votes.push_back(&vote);
  for (const ReportedEvent& act : acts) {
    if (act.evidence.sentence >= scenes_.size()) continue;
    scenes_[act.evidence.sentence].acts.push_back(
        {&act, number_of(act.source), number_of(act.target)});
  }
  find_named();
  count();
  for (std::uint32_t s = 0; s < scenes_.size(); ++s) add_sides(s);
}

SideNumber ActScene::number_of(const Actor& actor) {
  const auto [at, is_new] =
      numbers_.try_emplace({actor.state, actor.org}, static_cast<SideNumber>(sides_.size()));
  if (is_new) sides_.push_back({actor.state, actor.org, ""});
  return at->second;
}

bool ActScene::may_tell(std::uint32_t token) const {
  const Token& word = view_.tree.token(token);
  const std::string_view kind = word.upos;
  if (kind != "VERB" && kind != "NOUN" && kind != "ADJ") return false;
  constexpr std::array<std::string_view, 5> empty = {"be", "have", "do", "say", "tell"};
  return std::ranges::find(empty, std::string_view(word.lemma)) == empty.end() &&
         view_.actors.entity_of(token) == nowhere;
}

void ActScene::find_named() {
  for (std::uint32_t s = 0; s < scenes_.size(); ++s) {
    const Sentence& sentence = view_.document().sentences[s];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (may_tell(t) && scenes_[s].words.size() < most_words) scenes_[s].words.push_back(t);
      if (!may_name(view_.tree.token(t))) continue;
      for (const Actor& actor : view_.actors.actors_of(t))
        scenes_[s].named.push_back({t, number_of(actor)});
    }
  }
}

void ActScene::count() {
  times_named_.assign(sides_.size(), 0);
  times_subject_.assign(sides_.size(), 0);
  std::map<SideNumber, std::uint32_t> sentences_with;
  std::map<std::pair<SideNumber, SideNumber>, std::uint32_t> together;
  SideNumber subject = nowhere;
  for (SentenceScene& scene : scenes_) {
    scene.subject_before = subject;
    bool found = false;
    std::vector<SideNumber> here;
    for (const Named& named : scene.named) {
      ++times_named_[named.side];
      if (here.size() < most_named_sides) add(named.side, here);
      if (!is_subject(view_.tree, named.token)) continue;
      ++times_subject_[named.side];
      if (!found) subject = named.side;
      found = true;
    }
    std::ranges::sort(here);
    for (std::size_t i = 0; i < here.size(); ++i) {
      ++sentences_with[here[i]];
      for (std::size_t j = i + 1; j < here.size(); ++j) ++together[{here[i], here[j]}];
    }
  }
  top_ = most_frequent(sentences_with, most);
  std::uint32_t rank = 0;
  for (const auto& pair : most_frequent(together, ranked_pairs)) pair_rank_[pair] = rank++;
}

// Those that the sentence names, those that the report names most, the last two named in the two
// sentences before, and those that rules found.
void ActScene::add_sides(std::uint32_t sentence) {
  SentenceScene& scene = scenes_[sentence];
  for (const Named& named : scene.named) {
    if (scene.sides.size() < most_named_sides) add(named.side, scene.sides);
  }
  scene.named_sides = scene.sides.size();
  for (const SideNumber side : top_) add(side, scene.sides);
  const std::size_t with_top = scene.sides.size();
  for (std::uint32_t back = 1; back <= 2 && back <= sentence; ++back) {
    const std::vector<Named>& named = scenes_[sentence - back].named;
    for (std::size_t i = named.size(); i > 0 && scene.sides.size() < with_top + 2; --i)
      add(named[i - 1].side, scene.sides);
  }
  for (const RuledAct& act : scene.acts) {
    for (const SideNumber side : {act.source, act.target})
      if (scene.sides.size() < 2 * most_named_sides) add(side, scene.sides);
  }
}

std::uint32_t ActScene::rank(SideNumber side) const {
  return static_cast<std::uint32_t>(std::ranges::find(top_, side) - top_.begin()) +
         (std::ranges::find(top_, side) == top_.end()
              ? most - static_cast<std::uint32_t>(top_.size())
              : 0);
}

std::uint32_t ActScene::rank(SideNumber a, SideNumber b) const {
  const auto found = pair_rank_.find(std::minmax(a, b));
  return found == pair_rank_.end() ? static_cast<std::uint32_t>(ranked_pairs) : found->second;
}

std::uint32_t ActScene::quarters_as_subject(SideNumber side) const {
  const std::uint32_t named = times_named_[side];
  return named == 0 ? 0 : (4 * times_subject_[side] + named / 2) / named;
}

}  // namespace volteface
