#include "reading/taken_back.h"

namespace volteface {
namespace {

// Of the object, or of what a pronoun means by it.
bool is_done_to(const Slots& slots, std::string_view list) {
  return slots.holds({"obj", reading_tables().list(list)});
}

// What may have been done with what is now lifted, called back or let go; empty if nothing.
std::vector<EventType> kinds_of_harm(const Slots& slots) {
  if (is_done_to(slots, "curbs") || is_done_to(slots, "shut_to_others"))
    return {EventType::sanction, EventType::coerce};
  if (is_done_to(slots, "forces") || is_done_to(slots, "troops"))
    return {EventType::mobilize, EventType::assault, EventType::coerce};
  if (is_done_to(slots, "captives"))
    return {EventType::coerce, EventType::sanction, EventType::assault};
  return {};
}

}  // namespace

std::optional<Story::Harm> harm_taken_back(const SentenceTree& tree, const Story& story,
                                           const EventRule& rule, const Slots& slots,
                                           const std::vector<Actor>& by,
                                           const std::vector<Actor>& to) {
  if (rule.type != EventType::retreat || rule.kind != EventRule::Word::verb) return std::nullopt;
  const Clause& clause = slots.clause();
  const bool by_nobody = clause.passive && clause.subject == nowhere;
  // "it was reopened": the border, and not the state that a pronoun may be taken for.
  const bool it = clause.object != nowhere && tree.token(clause.object).upos == "PRON";
  const std::vector<Actor> hurt = it && by_nobody ? std::vector<Actor>() : to;
  if ((by.empty() && !by_nobody) || (!by.empty() && !hurt.empty())) return std::nullopt;
  const std::vector<EventType> kinds = kinds_of_harm(slots);
  return kinds.empty() ? std::nullopt : story.last_harm(kinds, by, hurt, clause.head);
}

}  // namespace volteface
