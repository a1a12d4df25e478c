#include "language/entities.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "language/actor_names.h"
#include "language/characters.h"
#include "language/lexicon.h"

namespace volteface::language {
namespace {

// Where a document tells no day: the registry's own present.
constexpr Date no_day = std::chrono::sys_days(std::chrono::year(2025) / 1 / 1);

// "countries of the South" are no Koreans.
bool are_of_half_the_world(std::string_view lemma) {
  constexpr std::string_view kinds[] = {"country", "nation", "state", "people", "economy"};
  return std::ranges::find(kinds, lemma) != std::end(kinds);
}

// "Congress", "the Assembly": every state has one, so the bare word is no organisation's.
bool is_body_of_many_states(std::string_view word) {
  constexpr std::string_view bodies[] = {"congress",   "senate", "assembly", "parliament",
                                         "council",    "party",  "court",    "ministry",
                                         "government", "army",   "committee"};
  return std::ranges::find(bodies, word) != std::end(bodies);
}

}  // namespace

Entities::Entities(Document& document, const Actors& actors, const Trees& trees)
    : document_(document),
      actors_(actors),
      trees_(trees),
      day_(document.date.source == DocumentDate::Source::none ? no_day : document.date.to) {
  document_.names.clear();
  document_.entities.clear();
  document_.mentions.clear();
}

std::uint32_t Entities::make(NameType type, std::string name) {
  Entity entity;
  entity.type = type;
  entity.name = std::move(name);
  document_.entities.push_back(std::move(entity));
  memory_.emplace_back();
  return static_cast<std::uint32_t>(document_.entities.size() - 1);
}

std::uint32_t Entities::state(std::string code) {
  const auto [place, is_new] = by_code_.try_emplace(code, 0);
  if (!is_new) return place->second;
  const ActorState* state = actors_.state(code);
  const std::uint32_t entity = make(NameType::state, state == nullptr ? code : state->name);
  document_.entities[entity].state = std::move(code);
  document_.entities[entity].known = true;
  return place->second = entity;
}

std::uint32_t Entities::organisation(const ActorOrganisation& organisation) {
  const auto [place, is_new] = by_code_.try_emplace("org " + organisation.code, 0);
  if (!is_new) return place->second;
  const std::uint32_t entity = make(NameType::organisation, organisation.name);
  document_.entities[entity].organisation = organisation.code;
  document_.entities[entity].known = true;
  return place->second = entity;
}

std::uint32_t Entities::person_of_registry(const ActorPerson& person) {
  const auto [place, is_new] = by_person_.try_emplace(&person, 0);
  if (!is_new) return place->second;
  const std::uint32_t number = make(NameType::person, person.name);
  Entity& entity = document_.entities[number];
  entity.known = true;
  entity.gender = person.gender;
  if (const Office* office = actors_.office_near(person, day_)) {
    entity.state = office->state;
    entity.organisation = office->organisation;
    entity.role = office->title;
  }
  if (entity.gender == 0) entity.gender = actors_.gender_of_given_name(given_name_of(person.name));
  EntityMemory& memory = memory_[number];
  memory.person = &person;
  memory.words = words_of_key(name_key(person.name));
  memory.surnames = surnames_of(person.name);
  index_words(number);
  return place->second = number;
}

void Entities::index_words(std::uint32_t entity) {
  for (const std::string& word : memory_[entity].words) {
    auto& all = by_beginning_[word.substr(0, 4)];
    if (std::find(all.rbegin(),
                  all.rbegin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(all.size(), 40)),
                  entity) ==
        all.rbegin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(all.size(), 40))) {
      all.push_back(entity);
    }
  }
}

std::uint32_t Entities::described(const std::string& description, NameType type) {
  const std::uint32_t entity = make(type, description);
  document_.entities[entity].named = false;
  return entity;
}

void Entities::add_role(std::uint32_t entity, std::string_view role) {
  auto& roles = memory_[entity].roles;
  if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.emplace_back(role);
  Entity& of = document_.entities[entity];
  if (of.role.empty() && of.type == NameType::person) of.role = role;
}

void Entities::count_states(const std::vector<FoundName>& names) {
  for (const FoundName& found : names) {
    if (found.entry == nullptr || found.entry->kind == GazetteerEntry::Kind::person ||
        found.entry->kind == GazetteerEntry::Kind::organisation) {
      continue;
    }
    for (const std::uint32_t i : found.entry->which) {
      const std::string& code = actors_.states()[i].code;
      ++state_counts_[code];
      if (found.entry->kind != GazetteerEntry::Kind::metonym) states_by_name_.insert(code);
      names_half_of_korea_ |= found.key.starts_with("north korea") ||
                              found.key.starts_with("south korea") || code == "PRK";
    }
  }
}

// "Paris, Berlin and Rome condemned it": no dateline.
bool Entities::leads_row_of_subjects(std::uint32_t head) const {
  if (!has_label(document_.tokens[head], "nsubj")) return false;
  const std::uint32_t next = trees_.child(head, "conj");
  const std::uint32_t listed = next == nowhere ? trees_.child(head, "list") : next;
  return listed != nowhere && document_.tokens[listed].upos == "PROPN";
}

// A capital that does something, or whose something is spoken of, stands for its state.
bool Entities::acts(const Name& name) const {
  // "NAIROBI, May 20", "Suva – …": where a report was written.
  const Sentence& sentence = document_.sentences[trees_.sentence(name.first)];
  if (sentence.begins_paragraph && name.first == sentence.first && name.last < sentence.last) {
    const std::string_view next = document_.form(document_.tokens[name.last]);
    const bool comma = next == "," && !leads_row_of_subjects(name.last - 1);
    if (comma || next == "(" || document_.tokens[name.last].xpos == ":") return false;
  }
  const std::uint32_t head = name.last - 1;
  const Token& token = document_.tokens[head];
  if (has_label(token, "nsubj") || token.deprel == "nmod:poss" || token.deprel == "obl:agent")
    return true;
  const std::uint32_t marker = trees_.child(head, "case");
  if (marker == nowhere)
    return has_label(token, "obj") || has_label(token, "iobj") || has_label(token, "conj") ||
           has_label(token, "list");
  const std::string_view preposition = document_.tokens[marker].lemma;
  return preposition == "by" || preposition == "with" || preposition == "between" ||
         preposition == "against" || preposition == "according";
}

std::uint32_t Entities::resolve_state(const FoundName& found) {
  // Of several, the one that was there on the day, and of which the document speaks most.
  const ActorState* best = nullptr;
  int most = -1;
  const int year = year_of(day_);
  for (const std::uint32_t i : found.entry->which) {
    const ActorState& state = actors_.states()[i];
    const bool there =
        (state.from == 0 || state.from <= year) && (state.to == 0 || state.to >= year);
    const auto counted = state_counts_.find(state.code);
    const int score = (there ? 1000 : 0) + (counted == state_counts_.end() ? 0 : counted->second);
    if (score > most) {
      most = score;
      best = &state;
    }
  }
  if (const ActorOrganisation* seated = seated_at(found, *best)) return organisation(*seated);
  served_at_.push_back({found.name.last, {best->code, ""}});
  const bool place = found.entry->kind == GazetteerEntry::Kind::metonym && !acts(found.name);
  if (!place) return state(best->code);
  const std::uint32_t entity = resolve_other(found);
  document_.entities[entity].state = best->code;
  return entity;
}

// "Brussels accused Warsaw": the Union that has its seat there, where its state is not spoken of.
const ActorOrganisation* Entities::seated_at(const FoundName& found,
                                             const ActorState& state) const {
  if (found.entry->kind != GazetteerEntry::Kind::metonym || !acts(found.name)) return nullptr;
  if (states_by_name_.contains(state.code)) return nullptr;
  const std::string_view words = document_.text_of(found.name);
  for (const ActorOrganisation& one : actors_.organisations()) {
    if (std::ranges::find(one.names, words) != one.names.end()) return &one;
  }
  return nullptr;
}

// Both Koreas are named, or hardly a state is named as often as one of them; not "Korea" alone.
bool Entities::is_about_korea() const {
  if (!names_half_of_korea_) return false;
  constexpr int few = 2;  // of which Korea is one
  const auto count = [&](const char* code) {
    const auto found = state_counts_.find(code);
    return found == state_counts_.end() ? 0 : found->second;
  };
  const int north = count("PRK"), south = count("KOR");
  if (north > 0 && south > 0) return true;
  const int most = std::max(north, south);
  const auto as_often =
      std::ranges::count_if(state_counts_, [&](const auto& state) { return state.second >= most; });
  return most > 0 && as_often <= few;
}

// "the North", in a report on Korea: in a capital it is no quarter of the sky.
std::string_view Entities::half_of_korea(const FoundName& found) const {
  const bool north = found.key == "north", south = found.key == "south";
  if ((!north && !south) || found.name.first == 0) return {};
  if (folded(document_.form(document_.tokens[found.name.first - 1])) != "the") return {};
  const std::uint32_t at = found.name.first;
  const bool of_more = at > 2 && document_.tokens[at - 2].lemma == "of" &&
                       are_of_half_the_world(document_.tokens[at - 3].lemma);
  if (of_more || !is_about_korea()) return {};
  return north ? "PRK" : "KOR";
}

std::uint32_t Entities::resolve_other(const FoundName& found) {
  const auto [place, is_new] = by_key_.try_emplace(found.key, 0);
  if (!is_new) return place->second;
  return place->second = make(found.name.type, std::string(document_.text_of(found.name)));
}

// "Ukrainian President X", "OAS chief X": whose name ends where the title of this one begins.
Entities::Served Entities::served_before(const FoundName& found) const {
  const auto title_words = static_cast<std::uint32_t>(
      found.title.empty() ? 0 : 1 + std::count(found.title.begin(), found.title.end(), ' '));
  const auto behind =
      std::upper_bound(served_at_.begin(), served_at_.end(), found.name.first,
                       [](std::uint32_t at, const auto& one) { return at < one.first; });
  if (behind == served_at_.begin()) return {};
  const auto& [last, served] = *(behind - 1);
  if (found.name.first - last > title_words + 4) return {};
  for (std::uint32_t i = last; i < found.name.first; ++i) {
    const std::string word = folded(document_.form(document_.tokens[i]));
    const bool fits = word == "'s" || word == "-" || is_title(word) || is_title_modifier(word) ||
                      role_noun(word) != nullptr || document_.tokens[i].upos == "ADJ" ||
                      document_.tokens[i].upos == "NOUN" || word == "of";
    if (!fits) return {};
    // "the UN ambassador X"
    const bool sent = word == "ambassador" || word == "representative" || word == "delegate";
    if (sent && !served.organisation.empty()) return {};
  }
  return served;
}

// "Ana Ruiz (Peru)", "Ana Ruiz of Peru", "Ana Ruiz, of Peru,", "Ana Ruiz for the Peruvians"
bool Entities::is_state_of_person(const Name& person, const Name& state) const {
  constexpr std::uint32_t longest = 2;  // tokens between them
  if (state.first <= person.last || state.first > person.last + longest) return false;
  if (trees_.sentence(person.first) != trees_.sentence(state.first)) return false;
  std::string between;
  for (std::uint32_t t = person.last; t < state.first; ++t)
    between += (between.empty() ? "" : " ") + folded(document_.form(document_.tokens[t]));
  return between == "(" || between == "of" || between == ", of" || between == "for the" ||
         between == "from";
}

// "• 16:02 Peru: Ana Ruiz complains"
bool Entities::is_heading_of_person(const Name& state, const Name& person) const {
  const Sentence& sentence = document_.sentences[trees_.sentence(state.first)];
  return !state.demonym && person.first == state.last + 1 && state.first <= sentence.first + 3 &&
         document_.form(document_.tokens[state.last]) == ":";
}

// Of somebody of whom nothing else tells it.
void Entities::give_side(std::uint32_t person, std::uint32_t side) {
  Entity& of = document_.entities[person];
  const Entity& whose = document_.entities[side];
  if (of.type != NameType::person || of.known) return;
  if (!of.state.empty() || !of.organisation.empty()) return;
  if (whose.type == NameType::state) of.state = whose.state;
  if (whose.type == NameType::organisation) of.organisation = whose.organisation;
}

// "the Tamil Tigers": "the Tigers".
void Entities::learn_short_names(const std::vector<FoundName>& names) {
  for (const FoundName& found : names) {
    if (found.entry == nullptr || found.entry->kind != GazetteerEntry::Kind::organisation) continue;
    const std::size_t blank = found.key.rfind(' ');
    if (blank == std::string::npos) continue;
    std::string last = found.key.substr(blank + 1);
    if (!is_body_of_many_states(last))
      by_last_word_.try_emplace(std::move(last), found.entry->which[0]);
  }
}

void Entities::resolve(std::vector<FoundName> names) {
  count_states(names);
  learn_short_names(names);
  // Full names first, so that a surname in a heading finds its owner below.
  std::vector<std::uint32_t> of(names.size(), nowhere);
  const auto is_full = [](const FoundName& found) {
    return found.key.find(' ') != std::string::npos;
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    FoundName& found = names[i];
    using Kind = GazetteerEntry::Kind;
    if (found.entry != nullptr && found.entry->kind == Kind::organisation) {
      const ActorOrganisation& named = actors_.organisations()[found.entry->which[0]];
      of[i] = organisation(named);
      served_at_.push_back({found.name.last, {"", named.code}});
    } else if (found.entry != nullptr && found.entry->kind != Kind::person) {
      of[i] = resolve_state(found);
      if (document_.entities[of[i]].type == NameType::state) found.name.type = NameType::state;
    } else if (found.entry == nullptr && found.title.empty() && by_last_word_.contains(found.key)) {
      of[i] = organisation(actors_.organisations()[by_last_word_[found.key]]);
      found.name.type = NameType::organisation;
    } else if (const std::string_view half = half_of_korea(found); !half.empty()) {
      of[i] = state(std::string(half));
      found.name.type = NameType::state;
    } else if (found.name.type == NameType::person && is_full(found)) {
      of[i] = resolve_person(found);
    } else if (found.name.type != NameType::person) {
      of[i] = resolve_other(found);
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (of[i] == nowhere) of[i] = resolve_person(names[i]);
  }
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    if (is_state_of_person(names[i].name, names[i + 1].name)) give_side(of[i], of[i + 1]);
    if (is_heading_of_person(names[i].name, names[i + 1].name)) give_side(of[i + 1], of[i]);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    Name& name = names[i].name;
    name.entity = of[i];
    document_.names.push_back(name);
    Mention mention;
    mention.begin = name.begin;
    mention.end = name.end;
    mention.first = name.first;
    mention.last = name.last;
    mention.head = name.last - 1;
    for (std::uint32_t t = name.first; t < name.last; ++t) {
      const std::uint32_t head = trees_.head(t);
      if (head == nowhere || head < name.first || head >= name.last) {
        mention.head = t;
        break;
      }
    }
    mention.kind = MentionKind::name;
    mention.entities = {of[i]};
    document_.mentions.push_back(std::move(mention));
  }
}

}  // namespace volteface::language
