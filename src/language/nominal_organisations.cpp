// Which organisation somebody serves: "the UN envoy", "the bloc's chief", "its secretary-general".
#include <algorithm>
#include <iterator>
#include <span>

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/nominals.h"

namespace volteface::language {
namespace {

bool is_among(std::string_view word, auto&& words) {
  return std::ranges::find(words, word) != std::end(words);
}

// No state has one.
bool is_of_organisations_alone(std::string_view role) {
  constexpr std::string_view roles[] = {"secretary-general",   "secretary general",
                                        "director-general",    "director general",
                                        "executive secretary", "managing director"};
  return is_among(role, roles);
}

// "the UN ambassador" is a state's.
bool is_sent_to_organisations(std::string_view role) {
  constexpr std::string_view roles[] = {"ambassador", "delegate", "diplomat", "representative"};
  return is_among(role, roles);
}

// What an organisation is called once it was named.
bool is_organisation_noun(std::string_view lemma) {
  constexpr std::string_view nouns[] = {
      "bloc",      "organisation", "organization", "alliance",  "league",       "union",
      "community", "forum",        "commission",   "court",     "agency",       "body",
      "group",     "grouping",     "fund",         "bank",      "council",      "secretariat",
      "movement",  "rebel",        "militia",      "watchdog",  "commonwealth", "tribunal",
      "guerrilla", "insurgent",    "militant",     "separatist"};
  return is_among(lemma, nouns);
}

bool holds_word(std::string_view name, std::string_view word) {
  return (' ' + folded(name) + ' ').find(' ' + std::string(word) + ' ') != std::string::npos;
}

// By its own name, or the one that the text has for it.
bool may_be_called_so(const ActorOrganisation& organisation, std::string_view in_text,
                      std::string_view word) {
  constexpr std::string_view of_states[] = {"bloc", "organisation", "organization", "grouping"};
  constexpr std::string_view armed[] = {"rebel",    "guerrilla",  "insurgent",
                                        "militant", "separatist", "militia"};
  if (is_among(word, armed) && organisation.kind == "armed group") return true;
  if (holds_word(organisation.name, word) || holds_word(in_text, word)) return true;
  return is_among(word, of_states) && !organisation.members.empty();
}

// Of armed men, or of states.
bool may_be_of_any_kind(std::string_view word) { return word == "group" || word == "movement"; }

}  // namespace

std::string Nominals::organisation_of(std::uint32_t noun) const {
  const auto [first, last] = span_of(noun);
  auto name = std::ranges::lower_bound(document_.names, first, {}, &Name::first);
  for (; name != document_.names.end() && name->first < last; ++name) {
    const Entity& entity = document_.entities[name->entity];
    if (entity.type == NameType::organisation && name->first != noun) return entity.organisation;
  }
  return {};
}

// The organisation named last before a token, a dozen sentences back.
std::string Nominals::organisation_before(std::uint32_t token) const {
  constexpr std::uint32_t far = 12;  // sentences: what a report is about
  constexpr int most = 40;           // names, so that time stays linear
  auto name = std::ranges::lower_bound(document_.names, token, {}, &Name::first);
  for (int n = 0; name != document_.names.begin() && n < most; ++n) {
    --name;
    if (trees_.sentence(name->first) + far < trees_.sentence(token)) break;
    const Entity& entity = document_.entities[name->entity];
    if (!entity.organisation.empty() && entity.type == NameType::organisation)
      return entity.organisation;
  }
  return {};
}

// "its envoy", where what was named last is no state but an organisation.
std::string Nominals::organisation_named_last(std::uint32_t token) const {
  auto name = std::ranges::lower_bound(document_.names, token, {}, &Name::first);
  const std::uint32_t here = trees_.sentence(token);
  while (name != document_.names.begin()) {
    --name;
    if (trees_.sentence(name->first) + 1 < here) break;
    const Entity& entity = document_.entities[name->entity];
    if (entity.type == NameType::state || entity.type == NameType::place) break;
    if (entity.type == NameType::organisation) return entity.organisation;
  }
  return {};
}

// "The G7 condemned Hamas. The group": an organisation of states is named behind `name`, or is the
// subject of its sentence.
bool Nominals::has_union_beside(const Name& name, std::uint32_t noun) const {
  const std::uint32_t begin = document_.sentences[trees_.sentence(name.first)].first;
  auto other = std::ranges::lower_bound(document_.names, begin, {}, &Name::first);
  for (; other != document_.names.end() && other->first < noun; ++other) {
    const Entity& entity = document_.entities[other->entity];
    if (entity.type != NameType::organisation) continue;
    const ActorOrganisation* known = entities_.actors().organisation(entity.organisation);
    if (known == nullptr || known->members.empty()) continue;
    const auto words =
        std::span(document_.tokens).subspan(other->first, other->last - other->first);
    const bool subject = std::ranges::any_of(
        words, [](const Token& token) { return token.deprel.starts_with("nsubj"); });
    if (other->first > name.first || subject) return true;
  }
  return false;
}

bool Nominals::names_united_nations() const {
  return std::ranges::any_of(document_.entities, [](const Entity& entity) {
    return entity.organisation == "UN" || entity.organisation == "UNSC" ||
           entity.organisation == "UNGA" || entity.organisation == "UNHRC";
  });
}

// "the bloc", "the court", "the League": an organisation that was named, by the last word of its
// name, or by what only such are called.
std::uint32_t Nominals::organisation_meant(std::uint32_t noun) const {
  constexpr std::uint32_t far = 12;  // sentences: what a report is about
  constexpr int most = 40;           // names, so that time stays linear
  std::string word = word_of(noun);
  if (word.ends_with('s') && is_organisation_noun(word.substr(0, word.size() - 1))) word.pop_back();
  if (!is_organisation_noun(word)) return nowhere;
  // "the Council" is no other one where that of the United Nations is spoken of.
  const bool of_united_nations =
      (word == "council" || word == "assembly") && names_united_nations();
  auto name = std::ranges::lower_bound(document_.names, noun, {}, &Name::first);
  for (int n = 0; name != document_.names.begin() && n < most; ++n) {
    --name;
    if (trees_.sentence(name->first) + far < trees_.sentence(noun)) break;
    const Entity& entity = document_.entities[name->entity];
    if (entity.type != NameType::organisation || entity.organisation.empty()) continue;
    const ActorOrganisation* known = entities_.actors().organisation(entity.organisation);
    if (known == nullptr) continue;
    if (of_united_nations && !known->code.starts_with("UN")) continue;
    const bool armed = may_be_of_any_kind(word) && known->kind == "armed group";
    if (may_be_called_so(*known, document_.text_of(*name), word) ||
        (armed && !has_union_beside(*name, noun)))
      return name->entity;
  }
  return nowhere;
}

// "the Union's ambassador", "the EU ambassador", which alone sends some of its own; but not "Chad's
// UN ambassador".
bool Nominals::is_owned_by_organisation(std::uint32_t noun) const {
  for (const std::uint32_t child : trees_.children(noun)) {
    const std::uint32_t m = mention_at_[child];
    if (m == nowhere || document_.mentions[m].entities.empty()) continue;
    const Entity& owner = document_.entities[document_.mentions[m].entities[0]];
    if (owner.type != NameType::organisation) continue;
    const std::string_view label = document_.tokens[child].deprel;
    const bool of = trees_.child(child, "case") != nowhere && child > noun &&
                    document_.tokens[trees_.child(child, "case")].lemma == "of";
    const bool sends = owner.organisation == "EU" && (label == "compound" || label == "amod");
    if (label == "nmod:poss" || of || (sends && state_of(noun).empty())) return true;
  }
  return false;
}

// "the Personal Envoy of the Secretary-General": no state has one.
bool Nominals::is_sent_by_secretary_general(std::uint32_t noun) const {
  return std::ranges::any_of(trees_.children(noun), [&](std::uint32_t child) {
    if (child < noun || !has_label(document_.tokens[child], "nmod")) return false;
    if (trees_.child(child, "nmod") != nowhere) return false;  // "of the Communist Party"
    const std::string word = folded(document_.form(document_.tokens[child]));
    const bool parted = word == "secretary" && child + 2 < document_.tokens.size() &&
                        folded(document_.form(document_.tokens[child + 2])) == "general";
    const bool last = word == "general" && child > 1 &&
                      folded(document_.form(document_.tokens[child - 2])) == "secretary";
    return parted || last || word == "secretary-general";
  });
}

std::string Nominals::organisation_served(std::uint32_t noun, const std::string& role) const {
  if (const std::string named = organisation_of(noun); !named.empty())
    return is_sent_to_organisations(role) && !is_owned_by_organisation(noun) ? std::string()
                                                                             : named;
  const std::uint32_t first = span_of(noun).first;
  if (is_sent_by_secretary_general(noun)) {
    const std::string last = organisation_before(first);
    return last.empty() ? "UN" : last;
  }
  for (const std::uint32_t child : trees_.children(noun)) {
    if (document_.tokens[child].deprel != "nmod:poss") continue;
    const std::string owner = folded(document_.tokens[child].lemma);
    if (is_organisation_noun(owner)) return organisation_before(first);
    const bool its = folded(document_.form(document_.tokens[child])) == "its";
    const RoleNoun* known = role_noun(role);
    const bool of_state = known != nullptr && !known->offices.empty() &&
                          known->offices.find("org_head") == std::string_view::npos;
    if (its && of_state) return {};
    if (its && !is_of_organisations_alone(role)) return organisation_named_last(first);
  }
  return is_of_organisations_alone(role) ? organisation_before(first) : std::string();
}

}  // namespace volteface::language
