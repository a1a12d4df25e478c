#include "language/nominals.h"

#include <algorithm>

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/monarchs.h"

namespace volteface::language {
namespace {

bool office_in(std::string_view offices, std::string_view office) {
  return !offices.empty() && !office.empty() &&
         ("|" + std::string(offices) + "|").find("|" + std::string(office) + "|") !=
             std::string::npos;
}

// "his colleague", "the visitor": not the one who is spoken of.
bool is_of_another(std::string_view role) {
  return role == "counterpart" || role == "colleague" || role == "guest" || role == "visitor" ||
         role == "host" || role == "predecessor" || role == "successor" || role == "opponent";
}

// The supreme leader, whom nobody calls the president.
bool is_no_president(const Office& office, std::string_view role) {
  return role == "president" && office.title.find("Leader") != std::string::npos;
}

}  // namespace

std::string Nominals::role_text(std::uint32_t noun) const {
  std::string text = word_of(noun);
  // One or two words before it may make it another: "prime minister", "secretary of state".
  for (int words = 0; words < 2 && noun > 0; ++words) {
    const std::uint32_t before = noun - 1 - static_cast<std::uint32_t>(words);
    if (before >= noun) break;
    const std::string longer = folded(document_.form(document_.tokens[before])) + " " + text;
    if (role_noun(longer) != nullptr) text = longer;
  }
  if (noun + 2 < document_.tokens.size() && document_.form(document_.tokens[noun + 1]) == "of") {
    const std::string longer = text + " of " + folded(document_.form(document_.tokens[noun + 2]));
    if (role_noun(longer) != nullptr) text = longer;
  }
  return text;
}

// The lemma; of what a tagger takes for an adjective ("the premier scrapped it") the word.
std::string Nominals::word_of(std::uint32_t noun) const {
  const Token& token = document_.tokens[noun];
  std::string word =
      folded(token.upos == "ADJ" ? document_.form(token) : std::string_view(token.lemma));
  // "both Heads of State": names keep their endings.
  if (token.xpos == "NNPS" && word.size() > 3 && word.ends_with('s')) word.pop_back();
  return word;
}

std::pair<std::uint32_t, std::uint32_t> Nominals::span_of(std::uint32_t noun) const {
  std::uint32_t first = noun, last = noun;
  for (const std::uint32_t child : trees_.children(noun)) {
    const Token& token = document_.tokens[child];
    const bool before = token.deprel == "det" || token.deprel == "amod" ||
                        token.deprel == "compound" || token.deprel == "nmod:poss" ||
                        token.deprel == "nummod" || token.deprel == "det:predet";
    if (child < noun && before) first = std::min(first, trees_.extent(child).first);
    const std::uint32_t marker = trees_.child(child, "case");
    if (child > noun && token.deprel == "nmod" && marker != nowhere &&
        document_.tokens[marker].lemma == "of") {
      last = std::max(last, trees_.extent(child).second);
    }
  }
  if (noun - first > 12) first = noun;
  if (last - noun > 12) last = noun;
  return {first, last + 1};
}

bool Nominals::is_person_noun(std::uint32_t noun) const {
  const std::string lemma = folded(document_.tokens[noun].lemma);
  return role_noun(lemma) != nullptr || is_epithet(lemma);
}

bool Nominals::is_definite(std::uint32_t noun) const {
  for (const std::uint32_t child : trees_.children(noun)) {
    const Token& token = document_.tokens[child];
    const std::string_view lemma = token.lemma;
    if (lemma == "both" && child < noun) return true;  // wherever a parser hung it
    if (token.deprel == "det" &&
        (lemma == "the" || lemma == "this" || lemma == "that" || lemma == "both"))
      return true;
    if (token.deprel == "nmod:poss") return true;
  }
  return false;
}

bool Nominals::is_another(std::uint32_t noun) const { return is_of_another(word_of(noun)); }

std::vector<std::uint32_t> Nominals::roles_beside(std::uint32_t name) const {
  std::vector<std::uint32_t> out;
  const auto consider = [&](std::uint32_t noun) {
    if (noun == nowhere || noun == name) return;
    const Token& token = document_.tokens[noun];
    if (token.upos != "NOUN" && token.upos != "PROPN") return;
    const std::string lemma = folded(token.lemma);
    const bool kin = gender_of_noun(lemma) != 0;  // "Ana Ruiz, the wife of the king"
    if (role_noun(lemma) != nullptr || is_epithet(lemma) || is_occupation(lemma) || kin)
      out.push_back(noun);
  };
  for (const std::uint32_t child : trees_.children(name)) {
    const Token& token = document_.tokens[child];
    if (token.deprel == "appos" || token.deprel == "nmod:desc") consider(child);
    if (child < name && (token.deprel == "compound" || token.deprel == "flat")) consider(child);
  }
  const std::uint32_t head = trees_.head(name);
  const Token& token = document_.tokens[name];
  if (head != nowhere &&
      (token.deprel == "appos" || token.deprel == "flat" || token.deprel == "nmod:desc"))
    consider(head);
  // "the envoy for Yemen, Ana Ruiz": a parser may hang her on Yemen.
  const bool behind_place = token.deprel == "appos" && head != nowhere &&
                            document_.tokens[head].deprel == "nmod" && head + 1 < name &&
                            document_.tokens[head].upos == "PROPN";
  const std::uint32_t sent = behind_place ? trees_.head(head) : nowhere;
  const std::uint32_t owner = sent == nowhere ? nowhere : trees_.child(sent, "nmod:poss");
  const bool of_pronoun = owner != nowhere && document_.tokens[owner].upos == "PRON";
  if (sent != nowhere && !of_pronoun) consider(sent);
  // "Milei is a libertarian", "Milei, then president-elect".
  if (head != nowhere && has_label(token, "nsubj") && trees_.child(head, "cop") != nowhere)
    consider(head);
  return out;
}

void Nominals::describe(std::uint32_t entity, std::uint32_t noun) {
  Entity& of = document_.entities[entity];
  const std::string role = role_text(noun);
  if (role_noun(role) != nullptr || is_epithet(role) || is_occupation(role))
    entities_.add_role(entity, role);
  if (of.gender == 0) of.gender = gender_of_noun(document_.tokens[noun].lemma);
  const RoleNoun* known = role_noun(role);
  // "the wife of the president"
  const bool kin = known == nullptr && !is_epithet(role) && gender_of_noun(role) != 0;
  const bool analyst = known != nullptr && known->offices.empty() && role != "spokesman" &&
                       role != "spokeswoman" && role != "spokesperson" && role != "deputy" &&
                       role != "senator" && role != "governor" && role != "mayor" &&
                       role != "official" && role != "general" && role != "negotiator" &&
                       role != "commissioner";
  if (of.state.empty() && of.organisation.empty() && !analyst && !kin) {
    of.organisation = organisation_served(noun, role);
    if (of.organisation.empty()) of.state = state_of(noun);
  }
  // "the Spaniards had begun: the transport minister, Ana Ruiz, said": of the state that acts.
  const bool minister = role == "minister" || role.ends_with(" minister");
  if (of.state.empty() && of.organisation.empty() && minister && !of.known)
    of.state = state_acting_before(noun);
}

// By the document, or by an office of those days.
bool Nominals::has_role(std::uint32_t entity, const std::string& role) const {
  const EntityMemory& memory = entities_.memory(entity);
  const bool told = std::ranges::any_of(memory.roles, [&](const std::string& own) {
    return own == role || (own.size() > role.size() && own.ends_with(role) &&
                           own[own.size() - role.size() - 1] == ' ');
  });
  if (told) return true;
  const RoleNoun* wanted = role_noun(role);
  if (memory.person == nullptr || wanted == nullptr) return false;
  const Office* office = entities_.actors().office_near(*memory.person, entities_.day());
  if (office != nullptr && folded(office->title) == role) return true;
  return office != nullptr && office_in(wanted->offices, office->office) &&
         !is_no_president(*office, role) &&
         (office->office != "head_of_state" || may_head(office->state, role));
}

bool Nominals::may_be_called(std::uint32_t entity, std::uint32_t noun) const {
  const std::string role = role_text(noun);
  if (!is_definite(noun) || !state_of(noun).empty() || !is_person_noun(noun)) return false;
  const std::string organisation = organisation_of(noun);
  if (!organisation.empty() && document_.entities[entity].organisation != organisation)
    return false;
  if (is_of_another(role)) return false;
  const char gender = gender_of_noun(role);
  const Entity& of = document_.entities[entity];
  if (gender != 0 && of.gender != 0 && gender != of.gender) return false;
  return role_noun(role) == nullptr || has_role(entity, role);
}

// "a Chadian diplomat": none of those who are known.
bool Nominals::is_one_of_many(std::uint32_t noun) const {
  return std::ranges::any_of(trees_.children(noun), [&](std::uint32_t child) {
    const std::string word = folded(document_.form(document_.tokens[child]));
    return child < noun && (word == "a" || word == "an" || word == "one" || word == "another");
  });
}

bool Nominals::introduces_person(std::uint32_t noun) const {
  const Token& token = document_.tokens[noun];
  if (token.upos != "NOUN" || token.xpos != "NN") return false;
  if (!is_person_noun(noun) && !is_occupation(folded(token.lemma))) return false;
  const bool acts = has_label(token, "nsubj") || token.deprel == "obl:agent" ||
                    token.deprel == "root" ||  // "a diplomat, who asked for silence, says"
                    is_what_someone_is_called(noun);
  if (!acts) return false;
  // "a host asked the president": "he said" is the president; but "a diplomat, asked what".
  const std::uint32_t verb = trees_.head(noun);
  const bool asked = verb != nowhere && verb > 0 && document_.tokens[verb].lemma == "ask";
  if (asked && document_.tokens[verb - 1].lemma != ",") return false;
  if (noun + 1 < document_.tokens.size() && document_.tokens[noun + 1].upos == "PROPN")
    return false;  // "a diplomat Ana Ruiz"
  bool one = false;
  for (const std::uint32_t child : trees_.children(noun)) {
    const std::string_view label = document_.tokens[child].deprel;
    const std::string_view kind = document_.tokens[child].upos;
    const bool name = kind == "PROPN" || kind == "NOUN";
    if ((label == "appos" && name) || label == "flat" || label == "cop") return false;
    const std::string word = folded(document_.form(document_.tokens[child]));
    const bool first = child < noun;
    one |= first && (word == "a" || word == "an" || word == "one" || word == "another");
  }
  return one;
}

// "We may call him a former ambassador"
bool Nominals::is_what_someone_is_called(std::uint32_t noun) const {
  const std::uint32_t verb = trees_.head(noun);
  if (verb == nowhere || verb > noun) return false;
  const std::string_view lemma = document_.tokens[verb].lemma;
  const std::uint32_t whom = trees_.child(verb, "obj");
  const bool pronoun = whom != nowhere && document_.tokens[whom].upos == "PRON";
  return pronoun && mention_at_[whom] == nowhere &&
         (lemma == "call" || lemma == "name" || lemma == "describe" || lemma == "introduce");
}

std::uint32_t Nominals::introduced(std::uint32_t noun) {
  const auto [first, last] = span_of(noun);
  const TextSpan span = {document_.tokens[first].begin, document_.tokens[last - 1].end};
  const std::uint32_t entity =
      entities_.described(std::string(document_.text_of(span)), NameType::person);
  describe(entity, noun);
  return entity;
}

// Somebody whom the document has given this role, or whose office it is.
std::uint32_t Nominals::person_with_role(std::uint32_t noun, const std::string& role,
                                         const std::string& state,
                                         const std::string& organisation) const {
  const std::uint32_t clause = trees_.head(noun);
  const auto fits = [&](const Appearance& seen) {
    const Entity& entity = document_.entities[seen.entity];
    if (entity.type != NameType::person) return false;
    if (clause != nowhere && trees_.head(seen.token) == clause &&
        document_.tokens[noun].deprel != "appos")
      return false;
    if (!state.empty() && entity.state != state) return false;
    // Of somebody who is not known the text may tell the role alone.
    const bool told = entity.known || !entity.organisation.empty();
    if (!organisation.empty() && told && entity.organisation != organisation) return false;
    const char gender = gender_of_noun(role);
    if (gender != 0 && entity.gender != 0 && gender != entity.gender) return false;
    return has_role(seen.entity, role);
  };
  const std::uint32_t near = discourse_.best(noun, 6, fits);
  return near != nowhere ? near : discourse_.best(noun, 40, fits);
}

// "the president of Chad, Ana Ruiz": she, whoever the registry has.
std::uint32_t Nominals::person_behind(std::uint32_t noun) const {
  const std::uint32_t end = document_.sentences[trees_.sentence(noun)].last;
  if (noun + 2 >= end || document_.form(document_.tokens[noun + 1]) != "of") return nowhere;
  constexpr std::uint32_t longest = 4;  // tokens from "of" to the name: "of the Republic of Chad"
  auto name = std::ranges::lower_bound(document_.names, noun + 2, {}, &Name::first);
  if (name == document_.names.end() || name->first > noun + 1 + longest) return nowhere;
  if (document_.entities[name->entity].type != NameType::state) return nowhere;
  const std::string& state = document_.entities[name->entity].state;
  std::uint32_t at = name->last;
  if (at >= end || document_.tokens[at].lemma != ",") return nowhere;
  ++at;
  while (at < end && is_title(folded(document_.form(document_.tokens[at])))) ++at;
  ++name;
  if (name == document_.names.end() || name->first != at || at >= end) return nowhere;
  const Entity& person = document_.entities[name->entity];
  const bool fits =
      person.type == NameType::person && (person.state.empty() || person.state == state);
  return fits ? name->entity : nowhere;
}

// The one who held the office of a state on the day, though the text does not name them.
std::uint32_t Nominals::office_holder(const std::string& role, const std::string& state) const {
  const RoleNoun* wanted = role_noun(role);
  if (wanted == nullptr || wanted->offices.empty() || state.empty()) return nowhere;
  if (document_.date.source == DocumentDate::Source::none) return nowhere;
  const ActorPerson* found = nullptr;
  for (const std::uint32_t i : entities_.actors().persons_of(state, entities_.day())) {
    const ActorPerson& person = entities_.actors().persons()[i];
    const Office* office = entities_.actors().office_on(person, entities_.day());
    // Iran's president is no head of state.
    const bool fits = office_in(wanted->offices, office->office) || folded(office->title) == role;
    if (!fits || office->office == "other_minister" || office->office == "un_ambassador" ||
        !may_head(state, role) || is_no_president(*office, role))
      continue;
    const bool better =
        found == nullptr || office->office == wanted->offices.substr(0, wanted->offices.find('|'));
    if (better) found = &person;
    if (folded(office->title) == role) return entities_.person_of_registry(person);
  }
  return found == nullptr ? nowhere : entities_.person_of_registry(*found);
}

// The one who led an organisation on the day; nobody where it has several heads, as the European
// Union has.
std::uint32_t Nominals::organisation_head(const std::string& role,
                                          const std::string& organisation) const {
  const RoleNoun* wanted = role_noun(role);
  if (document_.date.source == DocumentDate::Source::none || wanted == nullptr) return nowhere;
  const bool leads = wanted->offices.find("head") != std::string_view::npos;
  if (!leads) return nowhere;
  const Office* led = nullptr;
  const ActorPerson* found = nullptr;
  for (const std::uint32_t i : entities_.actors().persons_of(organisation, entities_.day())) {
    const ActorPerson& person = entities_.actors().persons()[i];
    const Office* office = entities_.actors().office_on(person, entities_.day());
    if (office->office != "org_head" || office->title.starts_with("Deputy")) continue;
    if (found != nullptr && office->title != led->title) return nowhere;
    // On the day on which one followed the other: the one who came.
    if (found != nullptr && office->from < led->from) continue;
    found = &person;
    led = office;
  }
  return found == nullptr ? nowhere : entities_.person_of_registry(*found);
}

std::vector<std::uint32_t> Nominals::meant_by(std::uint32_t noun) const {
  const Token& token = document_.tokens[noun];
  const std::string lemma = word_of(noun);
  const auto one = [](std::uint32_t entity) {
    return entity == nowhere ? std::vector<std::uint32_t>() : std::vector<std::uint32_t>{entity};
  };
  const bool plural = token.xpos == "NNS" || token.xpos == "NNPS";
  const bool definite = is_definite(noun);
  if (is_pair_noun(lemma) && (definite || lemma == "two")) {
    if (has_label(token, "nummod") || trees_.child(noun, "nmod") != nowhere) return {};
    if (!definite) return {};
    std::vector<std::uint32_t> persons = group(noun, NameType::person);
    return persons.empty() && lemma == "two" ? group(noun, NameType::state) : persons;
  }
  // "two envoys of the Union, Ana Ruiz and Omar Sy": no two of whom was spoken.
  const bool told_here =
      trees_.child(noun, "appos") != nowhere || trees_.child(noun, "nmod") != nowhere;
  if (plural && !definite && has_two(noun) && told_here) return {};
  if (lemma == "latter" && definite) return one(latter(noun));
  if (plural && (has_two(noun) || definite)) {
    if (!has_two(noun) && trees_.child(noun, "amod") != nowhere) return {};
    // "the rebels", of whom some were named.
    const bool bare = !has_two(noun) && trees_.child(noun, "nmod") == nowhere &&
                      trees_.child(noun, "compound") == nowhere;
    if (const std::uint32_t meant = bare ? organisation_meant(noun) : nowhere; meant != nowhere)
      return one(meant);
    if (is_person_group(lemma) && (has_two(noun) || trees_.child(noun, "nmod") == nowhere))
      return group(noun, NameType::person);
    const bool of_the_two = lemma == "side" || lemma == "neighbour" || lemma == "neighbor";
    if (is_state_group(lemma) && (has_two(noun) || of_the_two)) return group(noun, NameType::state);
    return {};
  }
  if (plural) return is_person_noun(noun) ? listed_behind(noun, NameType::person) : one(nowhere);
  const std::string role = role_text(noun);
  if (role_noun(role) != nullptr) {
    const std::string state = state_of(noun);
    const std::string organisation = state.empty() ? organisation_of(noun) : std::string();
    // "A king who seldom hurries told them" is the one that the text is about.
    const bool certain = is_monarch(role) && trees_.child(noun, "acl") != nowhere;
    if (!definite && !certain && ((state.empty() && organisation.empty()) || is_one_of_many(noun)))
      return {};
    if (lemma == "counterpart" || lemma == "colleague") return one(peer(noun, state));
    if (lemma == "guest" || lemma == "visitor") return one(guest(noun));
    if (lemma == "member" || lemma == "official" || lemma == "predecessor" || lemma == "successor")
      return {};
    if (const std::uint32_t named = person_behind(noun); named != nowhere) return one(named);
    const std::uint32_t known = person_with_role(noun, role, state, organisation);
    if (known != nowhere) return one(known);
    if (!state.empty() || !organisation.empty()) {
      if (const std::uint32_t bare = bare_person_before(noun); bare != nowhere) return one(bare);
    }
    if (organisation.empty() && state.empty() && is_monarch(role))
      return one(office_holder(role, kingdom_spoken_of(role)));
    if (organisation.empty()) return one(office_holder(role, state));
    // "the UN chief Ana Ruiz" is she, whoever the registry has.
    const auto name = std::ranges::lower_bound(document_.names, noun + 1, {}, &Name::first);
    const bool named = name != document_.names.end() && name->first == noun + 1;
    if (named && document_.entities[name->entity].type == NameType::person)
      return one(name->entity);
    return one(is_head_alone(noun, role) ? organisation_head(role, organisation) : nowhere);
  }
  if (!definite) return {};
  const bool bare = trees_.child(noun, "amod") == nowhere &&
                    trees_.child(noun, "nmod") == nowhere &&
                    trees_.child(noun, "compound") == nowhere;
  if (const std::uint32_t meant = bare ? organisation_meant(noun) : nowhere; meant != nowhere)
    return one(meant);
  if (is_epithet(lemma) && trees_.child(noun, "nmod") == nowhere && token.deprel != "amod" &&
      token.deprel != "compound")
    return one(epithet(noun));
  if (bare && (is_occupation(lemma) || is_title(lemma)) && token.deprel != "amod" &&
      token.deprel != "compound" && token.deprel != "flat")
    return one(called_before(noun));
  if (is_state_noun(lemma) && token.deprel != "compound") {
    const std::string state = state_of(noun);
    return one(!state.empty() ? entities_.state(state) : state_meant(noun));
  }
  return {};
}

}  // namespace volteface::language
