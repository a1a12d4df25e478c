#include "reading/learned_acts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>

#include "reading/act_modality.h"
#include "reading/rule_words.h"
#include "reading/speaker_of_country.h"
#include "reading/tables.h"
#include "reading/untold_acts.h"

namespace volteface {
namespace {

using language::LinearModel;

// Log odds. Below `unlikely` a word is not asked for sides. From `told` on an act is told: of the
// acts so told about half are right (docs/reading-rules.md), which in a report of which most acts
// are missed gains more than it loses.
constexpr float unlikely = -3;
constexpr float told = -0.2F;
constexpr float mode_told = -0.5F;
// A word tells of few types at a time.
constexpr std::size_t most_types = 4;
// Of a sentence that is a row of states the surest are told.
constexpr std::size_t most_of_a_sentence = 24;

bool is_symmetric(EventType type) {
  return type == EventType::consult || type == EventType::agree || type == EventType::cooperate;
}

// Deeds, not words: whoever is named beside the state, it is done to the state.
bool is_done_to_a_state(EventType type) {
  return type == EventType::aid || type == EventType::cooperate || type == EventType::sanction ||
         type == EventType::mobilize || type == EventType::coerce || type == EventType::assault;
}

float odds(LinearModel::Score score) {
  return static_cast<float>(score) / static_cast<float>(ActWeights::unit);
}

// To two digits: more would be noise.
double probability_of(float odds) {
  return std::round(100 / (1 + std::exp(-static_cast<double>(odds)))) / 100;
}

EventMode mode_of(EventType type, const WordScores& scores) {
  const auto number = [](EventMode mode) { return static_cast<std::size_t>(mode) - 1; };
  std::size_t from = 0, to = 0;
  if (type == EventType::consult)
    from = number(EventMode::call), to = number(EventMode::summit) + 1;
  else if (type == EventType::support)
    from = number(EventMode::praise), to = number(EventMode::endorse) + 1;
  if (from == to) return EventMode::none;
  const float* modes = scores.data() + ActWeights::types;
  const float* best = std::max_element(modes + from, modes + to);
  return *best < mode_told ? EventMode::none : static_cast<EventMode>(best - modes + 1);
}

struct Weighed {
  float odds = 0;
  std::uint32_t word = 0;
  ReportedEvent act;
};

// Two sides in either order, as a key.
std::string pair_of(const ReportedEvent& act) {
  std::string a = act.source.state + '/' + act.source.org;
  std::string b = act.target.state + '/' + act.target.org;
  if (b < a) std::swap(a, b);
  return a + ' ' + b;
}

// Acts by type and by the two that they are between, so that what a long report tells again is
// found without looking at all of it.
class ActIndex {
 public:
  void add(const ReportedEvent& act) { acts_[{act.type, pair_of(act)}].push_back(act); }
  template <class Holds>
  bool any(const ReportedEvent& like, Holds holds) const {
    const auto found = acts_.find({like.type, pair_of(like)});
    return found != acts_.end() && std::ranges::any_of(found->second, holds);
  }

 private:
  std::map<std::pair<EventType, std::string>, std::vector<ReportedEvent>> acts_;
};

class LearnedActReader {
 public:
  LearnedActReader(const ActScene& scene, const std::vector<ReportedVote>& votes,
                   const std::vector<ReportedEvent>& ruled, const ActWeights& weights)
      : scene_(scene), view_(scene.view()), weights_(weights), untold_(view_, votes) {
    for (const ReportedEvent& act : ruled) ruled_.add(act);
  }

  std::vector<ReportedEvent> read() {
    for (std::uint32_t s = 0; s < scene_.sentences(); ++s) weigh_sentence(s);
    std::ranges::stable_sort(found_, std::ranges::greater(), &Weighed::odds);
    std::vector<ReportedEvent> out;
    ActIndex taken;
    std::set<std::pair<std::uint32_t, std::string>> pairs_of_words;  // a word tells one act of two
    for (const Weighed& one : found_) {
      const auto same = [&](const ReportedEvent& other) { return is_same(one.act, other); };
      if (ruled_.any(one.act, same) || taken.any(one.act, same)) continue;
      if (!pairs_of_words.emplace(one.word, pair_of(one.act)).second) continue;
      taken.add(one.act);
      out.push_back(one.act);
    }
    std::ranges::stable_sort(out, {}, [](const ReportedEvent& e) { return e.evidence.sentence; });
    return out;
  }

 private:
  void weigh_sentence(std::uint32_t sentence) {
    if (scene_.of(sentence).sides.size() < 2) return;
    const std::vector<ToldWord> words = told_words(scene_, sentence);
    const std::vector<WordScores> scores = weigh_words(scene_, words, weights_);
    WordScores best;
    best.fill(std::numeric_limits<float>::lowest());
    for (const WordScores& of_word : scores) {
      for (std::size_t k = 0; k < best.size(); ++k) best[k] = std::max(best[k], of_word[k]);
    }
    const std::size_t before = found_.size();
    for (std::size_t i = 0; i < words.size(); ++i) weigh_word(words[i], scores[i], best);
    if (found_.size() <= before + most_of_a_sentence) return;
    std::ranges::stable_sort(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(),
                             std::ranges::greater(), &Weighed::odds);
    found_.resize(before + most_of_a_sentence);
  }

  void weigh_word(const ToldWord& word, const WordScores& scores, const WordScores& best) {
    const std::vector<ActCandidate> candidates = candidates_of(scene_, word, scores);
    if (candidates.empty()) return;
    const std::vector<SideRoles> roles = roles_of_sides(scene_, word);
    LinearModel::Scores score;
    for (const ActCandidate& candidate : candidates) {
      see_sides(scene_, word, scores, best[candidate.type], roles, candidate, features_);
      weights_.sides.score(features_.keys(), score);
      const float likely = odds(score.of[0]);
      if (likely < told || is_told_by_rule(word, candidate)) continue;
      if (is_untold(word, candidate)) continue;
      ReportedEvent act = act_of(word, scores, roles, candidate);
      act.probability = probability_of(likely);
      if (!is_mentioned_again(word, act)) found_.push_back({likely, word.token, std::move(act)});
    }
  }

  // A word that a rule took tells no second act of the same type, nor another of the same two.
  bool is_told_by_rule(const ToldWord& word, const ActCandidate& candidate) const {
    const ActScene::SentenceScene& scene = scene_of(word);
    const SideNumber source = scene.sides[candidate.source];
    const SideNumber target = scene.sides[candidate.target];
    return std::ranges::any_of(scene.acts, [&](const ActScene::RuledAct& ruled) {
      if (!ActScene::holds(ruled.act->evidence, view_.tree.token(word.token))) return false;
      const bool one_side = ruled.source == source || ruled.target == target;
      const bool both = (ruled.source == source && ruled.target == target) ||
                        (ruled.source == target && ruled.target == source);
      return static_cast<std::size_t>(ruled.act->type) == candidate.type ? one_side : both;
    });
  }

  // What rules know to be told otherwise, or not to be told, whatever its words.
  bool is_untold(const ToldWord& word, const ActCandidate& candidate) const {
    const EventRule rule = rule_for(word, candidate.type);
    Clause clause = word.clause;
    clause.head = word.token;
    return untold_.is_background(rule, clause) || untold_.is_vote(rule, clause);
  }

  // "I thanked him", on no day: what a rule has told already, with its day or without.
  bool is_mentioned_again(const ToldWord& word, ReportedEvent act) const {
    if (view_.calendar.has_date_in_clause(word.token)) return false;
    const ReportedEvent like = act;
    return ruled_.any(like, [&](const ReportedEvent& other) {
      act.date = other.date;
      return is_same(act, other);
    });
  }

  // A rule as if there were one for the word.
  EventRule rule_for(const ToldWord& word, std::size_t type) const {
    EventRule rule;
    rule.word = view_.tree.lemma(word.token);
    rule.kind = *kind_of_word(view_.tree.token(word.token).upos);  // verb, noun or adjective
    rule.type = static_cast<EventType>(type);
    return rule;
  }

  ReportedEvent act_of(const ToldWord& word, const WordScores& scores,
                       const std::vector<SideRoles>& roles, const ActCandidate& candidate) const {
    EventRule rule = rule_for(word, candidate.type);
    rule.mode = mode_of(rule.type, scores);
    Clause clause = word.clause;
    clause.head = word.token;
    ReportedEvent act;
    act.type = rule.type;
    act.mode = rule.mode;
    act.symmetric = is_symmetric(act.type) && act.mode != EventMode::visit;
    act.source = person_of(word, roles, candidate.source);
    act.target = person_of(word, roles, candidate.target);
    if (act.mode == EventMode::visit || is_done_to_a_state(act.type)) act.target.person.clear();
    if (act.source.person.empty()) act.source.person = speaker_of_country(view_, clause, rule.type);
    act.modality = modality_of_act(view_.tree, rule, clause);
    act.date = view_.calendar.window_of(clause.head, clause.time, act.modality);
    if (act.modality == Modality::asserted && act.date.from > view_.calendar.written().to)
      act.modality = Modality::planned;
    act.evidence = view_.evidence(word.token);
    return act;
  }

  // A side with whoever stands for it where it is named nearest to the word, or in the same words:
  // of "the Chadian minister, Omar Sy" the state may be nearer than the man.
  Actor person_of(const ToldWord& word, const std::vector<SideRoles>& roles,
                  std::size_t place) const {
    const ActScene::SentenceScene& scene = scene_of(word);
    const SideNumber side = scene.sides[place];
    const Actor actor = scene_.sides()[side];
    const std::uint32_t nearest = roles[place].nearest;
    if (nearest == nowhere) return actor;
    if (const Actor named = named_by(nearest, actor); !named.person.empty()) return named;
    for (const ActScene::Named& other : scene.named) {
      const bool same_words = other.side == side && (view_.tree.head(nearest) == other.token ||
                                                     view_.tree.head(other.token) == nearest);
      if (!same_words) continue;
      if (const Actor named = named_by(other.token, actor); !named.person.empty()) return named;
    }
    return actor;
  }

  Actor named_by(std::uint32_t token, const Actor& actor) const {
    for (const Actor& named : view_.actors.actors_of(token)) {
      if (same_side(named, actor)) return named;
    }
    return actor;
  }

  const ActScene::SentenceScene& scene_of(const ToldWord& word) const {
    return scene_.of(view_.tree.sentence(word.token));
  }

  static bool is_same(const ReportedEvent& a, const ReportedEvent& b) {
    if (a.type != b.type || a.date.from > b.date.to || b.date.from > a.date.to) return false;
    if (same_side(a.source, b.source) && same_side(a.target, b.target)) return true;
    return (a.symmetric || b.symmetric) && same_side(a.source, b.target) &&
           same_side(a.target, b.source);
  }

  const ActScene& scene_;
  const ReportView& view_;
  ActIndex ruled_;
  const ActWeights& weights_;
  const UntoldActs untold_;
  ActFeatures features_;
  std::vector<Weighed> found_;
};

}  // namespace

std::vector<ToldWord> told_words(const ActScene& scene, std::uint32_t sentence) {
  std::vector<ToldWord> words;
  for (const std::uint32_t token : scene.of(sentence).words)
    words.push_back(told_word(scene, token));
  return words;
}

std::vector<WordScores> weigh_words(const ActScene& scene, const std::vector<ToldWord>& words,
                                    const ActWeights& weights) {
  std::vector<WordScores> all(words.size());
  ActFeatures features;
  LinearModel::Scores scores;
  for (std::size_t i = 0; i < words.size(); ++i) {
    see_word(scene, words[i], features);
    weights.words.score(features.keys(), scores);
    for (std::size_t k = 0; k < all[i].size(); ++k) all[i][k] = odds(scores.of[k]);
  }
  return all;
}

std::vector<ActCandidate> candidates_of(const ActScene& scene, const ToldWord& word,
                                        const WordScores& scores) {
  const ActScene::SentenceScene& sentence = scene.of(scene.view().tree.sentence(word.token));
  std::vector<std::size_t> types;
  for (std::size_t type = 0; type < ActWeights::types; ++type) {
    if (scores[type] > unlikely) types.push_back(type);
  }
  std::ranges::stable_sort(types, std::ranges::greater(),
                           [&](std::size_t type) { return scores[type]; });
  if (types.size() > most_types) types.resize(most_types);
  const auto is_main = [&](std::size_t place) { return scene.rank(sentence.sides[place]) < 2; };
  const auto is_ruled = [&](std::size_t a, std::size_t b) {
    return std::ranges::any_of(sentence.acts, [&](const ActScene::RuledAct& act) {
      return act.source == sentence.sides[a] && act.target == sentence.sides[b];
    });
  };
  std::vector<ActCandidate> all;
  if (types.empty()) return all;
  for (std::size_t a = 0; a < sentence.sides.size(); ++a) {
    for (std::size_t b = 0; b < sentence.sides.size(); ++b) {
      const bool named = a < sentence.named_sides || b < sentence.named_sides;
      if (a == b || (!named && !(is_main(a) && is_main(b)) && !is_ruled(a, b))) continue;
      for (const std::size_t type : types) all.push_back({a, b, type});
    }
  }
  return all;
}

std::vector<ReportedEvent> read_learned_acts(const ReportView& view,
                                             const std::vector<ReportedVote>& votes,
                                             const std::vector<ReportedEvent>& acts,
                                             const ActWeights& weights) {
  const ActScene scene(view, votes, acts);
  return LearnedActReader(scene, votes, acts, weights).read();
}

}  // namespace volteface
