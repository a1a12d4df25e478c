#include "reading/speaker_of_country.h"

namespace volteface {
namespace {

bool is_of_words(EventType type) {
  return type == EventType::accuse || type == EventType::reject || type == EventType::support ||
         type == EventType::threaten || type == EventType::request || type == EventType::agree;
}

}  // namespace

std::string speaker_of_country(const ReportView& view, const Clause& clause, EventType type) {
  const SentenceTree& tree = view.tree;
  if (clause.subject == nowhere || !is_of_words(type)) return {};
  const std::string_view noun = tree.lemma(clause.subject);
  if (noun != "country" && noun != "government" && noun != "nation") return {};
  const std::uint32_t owner = tree.child(clause.subject, {"nmod:poss"});
  if (owner == nowhere || tree.token(owner).xpos != "PRP$") return {};
  const std::uint32_t e = view.actors.entity_of(owner);
  if (e == nowhere) return {};
  const Entity& entity = view.document().entities[e];
  return entity.type == NameType::person && entity.named ? view.actors.name_of(e) : std::string();
}

}  // namespace volteface
