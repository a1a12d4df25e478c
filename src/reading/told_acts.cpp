#include "reading/told_acts.h"

#include <algorithm>

#include "reading/person_names.h"

namespace volteface {
namespace {

// "recalled its envoy and cut off aid": an act by each verb.
bool is_one_each(const EventRule& rule) {
  return rule.kind == EventRule::Word::verb &&
         (rule.type == EventType::sanction || rule.type == EventType::accuse);
}

// "denounced what it called Togo's war": one charge, told by its words within.
bool is_charge_within(const ReportedEvent& whole, const ReportedEvent& part) {
  return part.type == EventType::accuse && whole.evidence.begin <= part.evidence.begin &&
         part.evidence.end <= whole.evidence.end;
}

}  // namespace

bool ToldActs::is_told(const EventRule& rule, const ReportedEvent& event) {
  const auto side = [](const Actor& actor) { return actor.state + '/' + actor.org; };
  std::string source = side(event.source), target = side(event.target);
  if (event.symmetric && target < source) std::swap(source, target);
  const auto is_again = [&](const Told& before) {
    const DateWindow& window = before.event.date;
    const bool overlap = window.from <= event.date.to && event.date.from <= window.to;
    const bool another_act = is_one_each(rule) && before.word != rule.word && before.one_each &&
                             !is_charge_within(before.event, event);
    return overlap && !another_act &&
           may_be_same_person(before.event.source.person, event.source.person);
  };
  bool again = false;
  // "they spoke", of a call or a meeting that was told of
  if (event.type == EventType::consult && event.mode == EventMode::none && event.symmetric) {
    for (const EventMode mode : {EventMode::call, EventMode::meet, EventMode::summit}) {
      const auto other = told_.find({source, target, event.type, mode, event.modality});
      again = again || (other != told_.end() && std::ranges::any_of(other->second, is_again));
    }
  }
  auto& told = told_[{source, target, event.type, event.mode, event.modality}];
  again = again || std::ranges::any_of(told, is_again);
  told.push_back({event, rule.word, is_one_each(rule)});
  return again;
}

}  // namespace volteface
