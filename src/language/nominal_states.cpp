// Of which state, organisation or kingdom a noun is.
#include <algorithm>

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/monarchs.h"
#include "language/nominals.h"

namespace volteface::language {
namespace {

// No republic is a kingdom.
bool may_be_a(std::string_view noun, std::string_view state) {
  // So the press calls those of Asia and Africa.
  constexpr std::string_view kingdoms = "SAU MAR JOR BHR THA KHM BTN LSO SWZ TON MYS NPL";
  constexpr std::string_view ruled_by_soldiers =
      "MMR THA NER MLI BFA GIN TCD GAB SDN EGY MRT GNB SLE LBR NGA GHA TGO ETH UGA BDI MDG COM CAF "
      "COG GMB LSO ARG CHL BRA URY PRY BOL PER ECU SLV GTM HND PAN HTI DOM VEN GRC TUR PAK BGD IDN "
      "KOR FJI SUR PRT ESP DZA LBY IRQ SYR YEM";
  if (noun == "junta") return ruled_by_soldiers.find(state) != std::string_view::npos;
  if (noun == "kingdom") return kingdoms.find(state) != std::string_view::npos;
  if (noun == "monarchy") return may_head(state, "king");
  if (noun == "emirate") return may_head(state, "emir") || state == "ARE";
  if (noun == "sultanate") return may_head(state, "sultan");
  return true;
}

}  // namespace

std::string Nominals::state_of(std::uint32_t noun) const {
  const auto [first, last] = span_of(noun);
  auto name = std::lower_bound(document_.names.begin(), document_.names.end(), first,
                               [](const Name& n, std::uint32_t at) { return n.first < at; });
  for (; name != document_.names.end() && name->first < last; ++name) {
    const Entity& entity = document_.entities[name->entity];
    if (entity.type == NameType::state && name->first != noun) return entity.state;
    // "Milei's foreign minister": the state that he serves.
    if (entity.type == NameType::person && document_.tokens[name->last - 1].deprel == "nmod:poss" &&
        name->last <= noun)
      return entity.state;
  }
  if (const std::uint32_t whose = trees_.child(noun, "nmod:poss"); whose != nowhere) {
    if (document_.tokens[whose].lemma == "whose") return state_named_right_before(whose);
  }
  // "Kazakhstan will vote no, its delegate says": the state named before it, a subject most of all.
  const bool possessed = std::ranges::any_of(trees_.children(noun), [&](std::uint32_t child) {
    const Token& token = document_.tokens[child];
    const std::string word = folded(document_.form(token));
    return token.deprel == "nmod:poss" && (word == "its" || word == "their");
  });
  if (!possessed) return state_of_place(noun);  // of "its ambassador in Lima" no Peruvian
  const std::uint32_t here = trees_.sentence(noun);
  const std::string inside = state_named_in(here, first);
  // "Pyongyang denies it. Ana Ruiz, its envoy, left."
  if (!inside.empty() || here == 0) return inside;
  for (std::uint32_t t = document_.sentences[here].first; t < noun; ++t) {
    if (document_.tokens[t].upos == "VERB") return {};  // something else may be meant
  }
  return state_named_in(here - 1, first);
}

// "Chad, whose foreign minister": Chad; of "the bloc, whose envoy" none.
std::string Nominals::state_named_right_before(std::uint32_t whose) const {
  std::uint32_t end = whose;
  if (end > 0 && document_.tokens[end - 1].lemma == ",") --end;
  const auto behind = std::ranges::lower_bound(document_.names, whose, {}, &Name::first);
  if (behind == document_.names.begin() || std::prev(behind)->last != end) return {};
  return document_.entities[std::prev(behind)->entity].state;
}

// The state named last in a sentence before a token, a subject most of all.
std::string Nominals::state_named_in(std::uint32_t sentence, std::uint32_t first) const {
  const std::uint32_t begin = document_.sentences[sentence].first;
  auto name = std::ranges::lower_bound(document_.names, first, {}, &Name::first);
  std::string last_named;
  // "Delhi showed understanding: Iran had acted in defence, its ministry said": what stands behind
  // the colon is what is said.
  std::uint32_t colon = nowhere;
  for (std::uint32_t t = begin; t < first; ++t) {
    if (document_.tokens[t].lemma == ":") colon = t;
  }
  while (name != document_.names.begin() && std::prev(name)->first >= begin) {
    --name;
    if (colon != nowhere && name->first > colon) continue;
    const Entity& entity = document_.entities[name->entity];
    if (name->last > first || entity.type != NameType::state) continue;
    if (last_named.empty()) last_named = entity.state;
    for (std::uint32_t t = name->first; t < name->last; ++t) {
      if (has_label(document_.tokens[t], "nsubj")) return entity.state;
    }
  }
  return last_named;
}

// Whether a name is a subject or owns one: "Chad", "the government of Ana Ruiz".
bool Nominals::acts(const Name& name) const {
  for (std::uint32_t t = name.first; t < name.last; ++t) {
    const std::uint32_t head = trees_.head(t);
    const bool owns = has_label(document_.tokens[t], "nmod") && head != nowhere;
    if (has_label(document_.tokens[owns ? head : t], "nsubj")) return true;
  }
  return false;
}

// "'We expelled two Chadians,' the minister said": no Chadian speaks so.
std::vector<std::string> Nominals::states_spoken_of_by_us(std::uint32_t sentence,
                                                          std::uint32_t last) const {
  std::vector<std::string> out;
  std::uint32_t we = document_.sentences[sentence].first;
  while (we < last && folded(document_.form(document_.tokens[we])) != "we") ++we;
  auto name = std::ranges::lower_bound(document_.names, we, {}, &Name::first);
  for (; name != document_.names.end() && name->first < last; ++name)
    out.push_back(document_.entities[name->entity].state);
  std::erase(out, std::string());
  return out;
}

// "In Lima, the foreign minister": Peru; but where the United Nations sit one speaks for others.
std::string Nominals::state_opening(std::uint32_t sentence, std::uint32_t noun) const {
  const std::uint32_t first = document_.sentences[sentence].first;
  if (folded(document_.form(document_.tokens[first])) != "in") return {};
  const auto name = std::ranges::lower_bound(document_.names, first + 1, {}, &Name::first);
  if (name == document_.names.end() || name->first != first + 1 || name->last >= noun) return {};
  if (document_.tokens[name->last].lemma != ",") return {};
  const Entity& place = document_.entities[name->entity];
  return place.name == "Geneva" || place.name.starts_with("New York") ? std::string() : place.state;
}

// The state that acts nearest before a noun, by itself or by one in office, in its sentence or the
// one before.
std::string Nominals::state_acting_before(std::uint32_t noun) const {
  const std::uint32_t here = trees_.sentence(noun);
  if (std::string there = state_opening(here, noun); !there.empty()) return there;
  const std::uint32_t begin = document_.sentences[here == 0 ? 0 : here - 1].first;
  const std::vector<std::string> others = states_spoken_of_by_us(here, noun);
  auto name = std::ranges::lower_bound(document_.names, noun, {}, &Name::first);
  while (name != document_.names.begin() && std::prev(name)->first >= begin) {
    --name;
    const Entity& entity = document_.entities[name->entity];
    const bool in_office = entity.type == NameType::person && entity.known;
    if (std::ranges::find(others, entity.state) != others.end()) continue;
    if ((entity.type == NameType::state || in_office) && acts(*name)) return entity.state;
  }
  return {};
}

// "a diplomat from Athens", "an official in Islamabad", "a minister in the government of Peru"
std::string Nominals::state_of_place(std::uint32_t noun) const {
  const auto place_at = [&](std::uint32_t t) {
    const std::uint32_t m = mention_at_[t];
    if (m == nowhere || document_.mentions[m].entities.empty()) return std::string();
    const Entity& place = document_.entities[document_.mentions[m].entities[0]];
    const bool is_place = place.type == NameType::state || place.type == NameType::place;
    return is_place ? place.state : std::string();
  };
  for (const std::uint32_t child : trees_.children(noun)) {
    const std::uint32_t marker = trees_.child(child, "case");
    if (child < noun || document_.tokens[child].deprel != "nmod" || marker == nowhere) continue;
    const std::string_view by = document_.tokens[marker].lemma;
    if (by != "from" && by != "in") continue;
    if (std::string state = place_at(child); !state.empty()) return state;
    if (!is_state_noun(folded(document_.tokens[child].lemma))) continue;
    for (const std::uint32_t owner : trees_.children(child)) {
      if (!has_label(document_.tokens[owner], "nmod")) continue;
      if (std::string state = place_at(owner); !state.empty()) return state;
    }
  }
  return {};
}

// "the NATO chief", but not "the former NATO chief" or "the UN human rights chief".
bool Nominals::is_head_alone(std::uint32_t noun, const std::string& role) const {
  const auto [first, last] = span_of(noun);
  auto name = std::ranges::lower_bound(document_.names, first, {}, &Name::first);
  for (std::uint32_t t = first; t < last; ++t) {
    while (name != document_.names.end() && name->last <= t) ++name;
    if (name != document_.names.end() && name->first <= t) continue;
    const std::string_view upos = document_.tokens[t].upos;
    const bool describes = upos == "NOUN" || upos == "PROPN" || upos == "ADJ" || upos == "VERB";
    const std::string word = t == noun ? word_of(t) : folded(document_.form(document_.tokens[t]));
    if (describes && role.find(word) == std::string::npos) return false;
  }
  return true;
}

// "the king": of the kingdom that the document speaks of most.
std::string Nominals::kingdom_spoken_of(const std::string& role) const {
  std::string best;
  int most = 0;
  for (const auto& [state, times] : entities_.state_counts()) {
    if (times <= most || !may_head(state, role)) continue;
    best = state;
    most = times;
  }
  return best;
}

// "NAIROBI, May 3 - …": of the place in capitals that the text is dated from.
std::string Nominals::dateline_state() const {
  constexpr std::size_t most = 20;  // names to look at: it stands at the head
  for (std::size_t n = 0; n < std::min(most, document_.names.size()); ++n) {
    const Name& name = document_.names[n];
    const Sentence& sentence = document_.sentences[trees_.sentence(name.first)];
    if (name.first != sentence.first || !sentence.begins_paragraph) continue;
    const std::string_view form = document_.text_of(name);
    const bool capitals =
        form.size() > 2 && std::ranges::none_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
    if (capitals) return document_.entities[name.entity].state;
  }
  return {};
}

// Of those that soldiers have ruled the one that the document names most; empty where two are named
// as often.
std::string Nominals::state_of_junta() const {
  std::string best;
  int most = 0;
  bool alone = false;
  for (const auto& [state, times] : entities_.state_counts()) {
    if (times < most || !may_be_a("junta", state)) continue;
    alone = times > most;
    best = state;
    most = times;
  }
  return alone ? best : std::string();
}

std::uint32_t Nominals::state_meant(std::uint32_t noun) const {
  for (const std::uint32_t child : trees_.children(noun)) {
    const Token& token = document_.tokens[child];
    if (token.deprel != "nmod:poss") continue;
    // "his country": that of the person meant.
    const std::uint32_t m = mention_at_[child];
    if (m == nowhere || document_.mentions[m].entities.empty()) return nowhere;
    const Entity& owner = document_.entities[document_.mentions[m].entities[0]];
    return owner.state.empty() ? nowhere : entities_.state(owner.state);
  }
  if (word_of(noun) == "junta") {
    const std::string state = state_of_junta();
    return state.empty() ? nowhere : entities_.state(state);
  }
  // "Riyadh accused the emirate": another.
  const std::string_view label = document_.tokens[noun].deprel;
  const bool beside = label == "obj" || label == "obl" || label == "iobj";
  const std::uint32_t clause = beside ? trees_.head(noun) : nowhere;
  const auto is_state = [&](const Appearance& seen) {
    const Entity& entity = document_.entities[seen.entity];
    return entity.type == NameType::state && may_be_a(word_of(noun), entity.state) &&
           (clause == nowhere || trees_.head(seen.token) != clause);
  };
  // Few are a kingdom: one may have been named some sentences before.
  const std::string word = word_of(noun);
  const bool of_few = word == "kingdom" || word == "emirate" || word == "sultanate";
  return discourse_.best(noun, of_few ? 8 : 2, is_state);
}

}  // namespace volteface::language
