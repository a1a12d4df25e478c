#include "volteface/told_type.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "reading/act_modality.h"
#include "reading/rule_words.h"
#include "reading/slots.h"

namespace volteface {
namespace {

bool is_friendly(EventType type) {
  switch (type) {
    case EventType::agree:
    case EventType::consult:
    case EventType::support:
    case EventType::concede:
    case EventType::cooperate:
    case EventType::aid:
    case EventType::retreat:
      return true;
    default:
      return false;
  }
}

// What is only meant to come is a promise or a threat; what is not done though it would be
// friendly, a refusal (Schrodt 2012, CAMEO Event and Actor Codebook, cues 03, 12 and 13).
EventType as_meant(EventType type, Modality modality) {
  switch (modality) {
    case Modality::asserted:
      return type;
    case Modality::negated:
      return is_friendly(type) ? EventType::reject : type;
    default:
      if (type == EventType::agree || type == EventType::consult || type == EventType::support ||
          type == EventType::request)
        return type == EventType::request ? type : EventType::agree;
      if (is_friendly(type)) return EventType::agree;
      return type == EventType::reject || type == EventType::accuse || type == EventType::protest
                 ? type
                 : EventType::threaten;
  }
}

// "must hand over", "has to end": somebody asks for it (cue 10).
bool is_asked_for(const SentenceTree& tree, std::uint32_t verb) {
  if (tree.has_child(verb, "aux", "must") || tree.has_child(verb, "aux", "should")) return true;
  const std::uint32_t above = tree.head(verb);
  return above != nowhere && tree.is(verb, "xcomp") && tree.lemma(above) == "have";
}

struct Candidate {
  EventType type = EventType::consult;
  Modality modality = Modality::asserted;
  int depth = 0;  // below the root of its sentence
  std::uint32_t token = 0;
};

int depth_of(const SentenceTree& tree, std::uint32_t at) {
  int depth = 0;
  for (; tree.head(at) != nowhere; at = tree.head(at)) ++depth;
  return depth;
}

// The first rule of the word whose needs hold, whoever acts.
std::optional<Candidate> candidate_at(const ReportView& view, std::uint32_t t) {
  const auto kind = kind_of_word(view.tree.token(t).upos);
  if (!kind) return std::nullopt;
  std::vector<std::size_t> numbers = rules_of_word(view, t);
  // Those of no states last.
  std::ranges::stable_sort(numbers, {}, [](std::size_t k) {
    const EventRule& rule = reading_tables().events()[k];
    return std::pair(rule.needs.empty(), rule.source.empty());
  });
  for (const std::size_t number : numbers) {
    const EventRule& rule = reading_tables().events()[number];
    if (rule.kind != *kind) continue;
    // "withdrew" from what was named before: here nothing was.
    const bool of_story = std::ranges::find(rule.target, "organisation") != rule.target.end();
    if (of_story && rule.needs.empty()) continue;
    if (!rule.particle.empty() && particle_of(view.tree, t, rule.particle) == nowhere) continue;
    const Clause clause = *kind == EventRule::Word::verb ? clause_of_verb(view.tree, t)
                                                         : clause_of_noun(view.tree, t);
    if (rule.denied && !is_denied_outright(view.tree, clause)) continue;
    const Slots slots(view, clause);
    const bool holds =
        std::ranges::all_of(rule.needs, [&](const RuleNeed& need) { return slots.holds(need); });
    if (!holds) continue;
    const bool asked = is_asked_for(view.tree, t);
    return Candidate{asked ? EventType::request : rule.type,
                     asked ? Modality::asserted : clause.modality, depth_of(view.tree, t), t};
  }
  return std::nullopt;
}

}  // namespace

std::optional<EventType> told_type(const Document& document) {
  const ReportView view(document);
  std::optional<Candidate> best;
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    const auto candidate = candidate_at(view, t);
    if (candidate && (!best || candidate->depth < best->depth)) best = candidate;
  }
  if (!best) return std::nullopt;
  return as_meant(best->type, best->modality);
}

}  // namespace volteface
