#include "volteface/acts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "reading/iso_states.h"
#include "reading/person_names.h"

namespace volteface {
namespace {

using std::chrono::days;

constexpr days well_dated{7};
constexpr days widest{366};

days width(const DateWindow& window) { return window.to - window.from; }

bool overlap(const DateWindow& a, const DateWindow& b) { return a.from <= b.to && b.from <= a.to; }

DateWindow narrowed(const DateWindow& a, const DateWindow& b) {
  return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

bool same_side(const Actor& a, const Actor& b) {
  return a.state == b.state && a.org == b.org && may_be_same_person(a.person, b.person);
}

// How the sides of an event lie to those of an act.
enum class Sides { different, same, swapped };

Sides compare_sides(const Act& act, const ReportedEvent& event) {
  if (same_side(act.source, event.source) && same_side(act.target, event.target)) {
    return Sides::same;
  }
  const bool may_swap = act.symmetric || event.symmetric;
  if (may_swap && same_side(act.source, event.target) && same_side(act.target, event.source)) {
    return Sides::swapped;
  }
  return Sides::different;
}

bool may_join(const Act& act, const ReportedEvent& event) {
  const bool modes_fit =
      act.mode == event.mode || act.mode == EventMode::none || event.mode == EventMode::none;
  return act.modality == event.modality && modes_fit && overlap(act.date, event.date) &&
         compare_sides(act, event) != Sides::different;
}

// The fuller of two names.
void take_person(Actor& actor, const Actor& other) {
  if (other.person.size() > actor.person.size()) actor.person = other.person;
}

Act act_of(const ReportedEvent& event, const ClaimSource& source) {
  Act act;
  act.source = event.source;
  act.target = event.target;
  act.type = event.type;
  act.mode = event.mode;
  act.date = event.date;
  act.modality = event.modality;
  act.symmetric = event.symmetric;
  act.sources = {source};
  return act;
}

void join(Act& act, const ReportedEvent& event, const ClaimSource& source) {
  const bool swapped = compare_sides(act, event) == Sides::swapped;
  take_person(act.source, swapped ? event.target : event.source);
  take_person(act.target, swapped ? event.source : event.target);
  if (act.mode == EventMode::none) act.mode = event.mode;
  act.symmetric = act.symmetric || event.symmetric;
  act.date = narrowed(act.date, event.date);
  act.sources.push_back(source);
}

// Which side is named first does not matter for who could be meant.
using Key = std::tuple<EventType, std::string, std::string>;

std::string name_of(const Actor& actor) { return actor.state + '/' + actor.org; }

Key key_of(EventType type, const Actor& source, const Actor& target) {
  std::string a = name_of(source), b = name_of(target);
  if (b < a) std::swap(a, b);
  return {type, std::move(a), std::move(b)};
}

// The act that a record is of: the only one, where its days are wide, else the best dated.
Act* find_act(std::vector<Act>& acts, const ReportedEvent& event) {
  Act* found = nullptr;
  for (Act& act : acts) {
    if (!may_join(act, event)) continue;
    if (found != nullptr && width(event.date) > well_dated) return nullptr;
    if (found == nullptr || width(act.date) < width(found->date)) found = &act;
  }
  return width(event.date) > widest ? nullptr : found;
}

bool dispute(const Act& a, const Act& b) {
  const bool one_negated = (a.modality == Modality::negated) != (b.modality == Modality::negated);
  const bool one_asserted = a.modality == Modality::asserted || b.modality == Modality::asserted;
  const bool modes_fit = a.mode == b.mode || a.mode == EventMode::none || b.mode == EventMode::none;
  if (!one_negated || !one_asserted || !modes_fit || !overlap(a.date, b.date)) return false;
  ReportedEvent other;
  other.source = b.source;
  other.target = b.target;
  other.symmetric = b.symmetric;
  return compare_sides(a, other) != Sides::different;
}

void find_disputes(std::vector<Act>& acts) {
  std::map<Key, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    places[key_of(acts[i].type, acts[i].source, acts[i].target)].push_back(i);
  }
  for (const auto& [key, group] : places) {
    for (const std::size_t i : group) {
      for (const std::size_t j : group) {
        if (i != j && dispute(acts[i], acts[j])) acts[i].disputes.push_back(j);
      }
    }
  }
}

void sort_acts(std::vector<Act>& acts) {
  for (Act& act : acts) {
    std::ranges::sort(act.sources, {},
                      [](const ClaimSource& s) { return std::pair(s.reading, s.record); });
  }
  std::ranges::stable_sort(acts, {}, [](const Act& act) {
    return std::tuple(act.date.from, act.date.to, act.sources.front().reading,
                      act.sources.front().record);
  });
}

template <typename Keep>
std::vector<Act> kept(std::span<const Act> acts, Keep keep) {
  std::vector<Act> chosen;
  std::map<std::size_t, std::size_t> places;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    if (!keep(acts[i])) continue;
    places[i] = chosen.size();
    chosen.push_back(acts[i]);
  }
  for (Act& act : chosen) {
    std::erase_if(act.disputes, [&](std::size_t i) { return !places.contains(i); });
    for (std::size_t& i : act.disputes) i = places[i];
  }
  return chosen;
}

bool is_between(const Act& act, std::string_view a, std::string_view b) {
  return (act.source.state == a && act.target.state == b) ||
         (act.source.state == b && act.target.state == a);
}

}  // namespace

std::vector<Act> merge_acts(std::span<const Reading> readings) {
  std::vector<ClaimSource> records;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (std::size_t j = 0; j < readings[i].events.size(); ++j) {
      const std::optional<double>& probability = readings[i].events[j].probability;
      if (!probability || *probability >= 0.5) records.push_back({i, j});
    }
  }
  const auto event_of = [&](const ClaimSource& s) -> const ReportedEvent& {
    return readings[s.reading].events[s.record];
  };
  // The best dated first, so that those less well dated find what they may mean.
  std::ranges::stable_sort(records, {},
                           [&](const ClaimSource& s) { return width(event_of(s).date); });
  std::map<Key, std::vector<Act>> groups;
  for (const ClaimSource& source : records) {
    const ReportedEvent& event = event_of(source);
    std::vector<Act>& acts = groups[key_of(event.type, event.source, event.target)];
    if (Act* act = find_act(acts, event)) {
      join(*act, event, source);
    } else {
      acts.push_back(act_of(event, source));
    }
  }
  std::vector<Act> all;
  for (auto& [key, acts] : groups) {
    for (Act& act : acts) all.push_back(std::move(act));
  }
  sort_acts(all);
  find_disputes(all);
  return all;
}

bool is_contact(EventType type) {
  switch (type) {
    case EventType::consult:
    case EventType::support:
    case EventType::agree:
    case EventType::cooperate:
    case EventType::aid:
    case EventType::request:
      return true;
    default:
      return false;
  }
}

bool is_hostile(EventType type) {
  switch (type) {
    case EventType::accuse:
    case EventType::reject:
    case EventType::threaten:
    case EventType::protest:
    case EventType::sanction:
    case EventType::mobilize:
    case EventType::coerce:
    case EventType::assault:
      return true;
    default:
      return false;
  }
}

std::vector<Act> contacts_between(std::span<const Act> acts, std::string_view a,
                                  std::string_view b) {
  a = iso_code(a), b = iso_code(b);
  return kept(acts, [&](const Act& act) { return is_contact(act.type) && is_between(act, a, b); });
}

std::vector<Act> acts_between(std::span<const Act> acts, std::string_view a, std::string_view b) {
  a = iso_code(a), b = iso_code(b);
  return kept(acts, [&](const Act& act) { return is_between(act, a, b); });
}

}  // namespace volteface
