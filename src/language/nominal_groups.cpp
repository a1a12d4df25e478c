// Several who are meant by one noun, and those who are told by others: guests, colleagues.
#include <algorithm>
#include <functional>

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/nominals.h"

namespace volteface::language {

bool Nominals::has_two(std::uint32_t noun) const {
  for (const std::uint32_t child : trees_.children(noun)) {
    const std::string word = folded(document_.form(document_.tokens[child]));
    if (word == "two" || word == "both" || word == "2") return true;
  }
  return false;
}

// "the two leaders, Ana Ruiz and Lia Duarte, …": those who are listed right behind.
std::vector<std::uint32_t> Nominals::listed_behind(std::uint32_t noun, NameType type) const {
  constexpr std::uint32_t longest = 6;  // tokens between two names: "of Poland", "and President"
  std::vector<std::uint32_t> out;
  const std::uint32_t end = document_.sentences[trees_.sentence(noun)].last;
  std::uint32_t at = noun + 1;
  if (at >= end) return out;
  const std::string_view mark = document_.form(document_.tokens[at]);
  if (mark != "," && mark != ":" && mark != "(" && document_.tokens[at].upos != "PROPN") return out;
  const auto separates = [&](std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t t = from; t < to; ++t) {
      const Token& token = document_.tokens[t];
      const bool fits = token.upos == "PUNCT" || token.upos == "CCONJ" || token.upos == "ADP" ||
                        is_title(folded(document_.form(token))) || token.upos == "PROPN";
      if (!fits) return false;
    }
    return to - from <= longest;
  };
  auto name = std::ranges::lower_bound(document_.names, at, {}, &Name::first);
  for (; name != document_.names.end() && name->last <= end; ++name) {
    if (!separates(at, name->first)) break;
    at = name->last;
    if (document_.entities[name->entity].type != type) continue;
    if (std::ranges::find(out, name->entity) == out.end()) out.push_back(name->entity);
    // "Ana Ruiz, Lia Duarte and Eva Lima" ends behind the one with "and".
    const bool last = name->first > 0 && document_.tokens[name->first - 1].lemma == "and";
    if (last && out.size() > 1) break;
  }
  return out.size() > 1 ? out : std::vector<std::uint32_t>();
}

// "both leaders": heads of states before others, where two are spoken of.
void Nominals::keep_leaders(std::vector<Appearance>& seen,
                            const std::vector<std::uint32_t>& others) const {
  std::vector<Appearance> leaders;
  std::vector<std::uint32_t> different;
  for (const Appearance& one : seen) {
    const Entity& entity = document_.entities[one.entity];
    if (entity.type != NameType::person || std::ranges::find(others, one.entity) != others.end())
      continue;
    if (!has_role(one.entity, "leader")) continue;
    leaders.push_back(one);
    if (std::ranges::find(different, one.entity) == different.end())
      different.push_back(one.entity);
  }
  if (different.size() >= 2) seen = std::move(leaders);
}

std::vector<std::uint32_t> Nominals::group(std::uint32_t noun, NameType type) const {
  std::vector<std::uint32_t> others;
  std::vector<Appearance> found;
  const std::uint32_t clause = trees_.head(noun);
  const std::vector<Appearance> all = discourse_.before(noun, 5);
  // Who receives both visitors is none of them; nor is whose guests they are.
  for (const Appearance& seen : all) {
    const std::uint32_t above = trees_.head(seen.token);
    // "In her presence the two sides signed"
    const bool owner = above != nowhere && document_.tokens[seen.token].deprel == "nmod:poss" &&
                       trees_.head(above) == clause;
    if (above != nowhere && (above == clause || above == noun || owner))
      others.push_back(seen.entity);
  }
  if (const auto listed = listed_behind(noun, type); !listed.empty()) return listed;
  if (type == NameType::state) return two_states(noun, others);
  // Of those named in one sentence the ones that did something before the ones spoken of beside.
  std::vector<Appearance> by_weight = all;
  if (const std::string role = word_of(noun); type == NameType::person && role == "leader")
    keep_leaders(by_weight, others);
  std::ranges::stable_sort(by_weight, std::greater<>{}, [](const Appearance& seen) {
    return std::pair(seen.sentence, seen.weight);
  });
  for (const Appearance& seen : by_weight) {
    if (std::find(others.begin(), others.end(), seen.entity) != others.end()) continue;
    if (document_.entities[seen.entity].type != type) continue;
    const auto known = std::ranges::find(found, seen.entity, &Appearance::entity);
    if (known == found.end()) found.push_back(seen);
    if (found.size() < 2) continue;
    if (found[0].token > found[1].token) std::swap(found[0], found[1]);  // as they were named
    return {found[0].entity, found[1].entity};
  }
  return {};
}

// "the libertarian": one called so before, else the last person who did something, and not beside
// it.
std::uint32_t Nominals::epithet(std::uint32_t noun) const {
  const std::string lemma = folded(document_.tokens[noun].lemma);
  const char gender = gender_of_noun(lemma);
  const auto person = [&](const Appearance& seen) {
    const Entity& entity = document_.entities[seen.entity];
    if (entity.type != NameType::person) return false;
    return gender == 0 || entity.gender == 0 || entity.gender == gender;
  };
  const auto called_so = [&](const Appearance& seen) {
    const auto& roles = entities_.memory(seen.entity).roles;
    return person(seen) && std::find(roles.begin(), roles.end(), lemma) != roles.end();
  };
  const std::uint32_t called = discourse_.best(noun, 40, called_so);
  if (called != nowhere) return called;
  const std::uint32_t clause = trees_.head(noun);
  const auto elsewhere = [&](const Appearance& seen) {
    const std::uint32_t other = trees_.head(seen.token);
    return person(seen) && (other == nowhere || other != clause);
  };
  const std::uint32_t near = discourse_.best(noun, 2, elsewhere);
  return near != nowhere ? near : discourse_.best(noun, 6, elsewhere);
}

// "the skipper", "the colonel": somebody whom the document has called so beside the name.
std::uint32_t Nominals::called_before(std::uint32_t noun) const {
  constexpr int farthest = 40;  // sentences
  const std::string lemma = word_of(noun);
  const auto called_so = [&](const Appearance& seen) {
    if (document_.entities[seen.entity].type != NameType::person) return false;
    const auto& roles = entities_.memory(seen.entity).roles;
    return std::ranges::find(roles, lemma) != roles.end();
  };
  return discourse_.best(noun, farthest, called_so);
}

std::uint32_t Nominals::owner_of(std::uint32_t noun) const {
  for (const std::uint32_t child : trees_.children(noun)) {
    if (document_.tokens[child].deprel != "nmod:poss") continue;
    const std::uint32_t m = mention_at_[child];
    if (m != nowhere && !document_.mentions[m].entities.empty())
      return document_.mentions[m].entities[0];
  }
  return nowhere;
}

// "the latter": the person who was named last, else the state, in the sentence that names one last.
std::uint32_t Nominals::latter(std::uint32_t noun) const {
  std::uint32_t found = nowhere, sentence = nowhere;
  for (const Appearance& seen : discourse_.before(noun, 2)) {
    if (sentence != nowhere && seen.sentence != sentence) break;
    const NameType type = document_.entities[seen.entity].type;
    if (type == NameType::person) return seen.entity;
    if (type != NameType::state && type != NameType::organisation) continue;
    if (found == nowhere) found = seen.entity;
    sentence = seen.sentence;
  }
  return found;
}

// "Ana Ruiz pours tea. The ambassador of Chad": the only one of whom the sentence before told
// nothing but the name.
std::uint32_t Nominals::bare_person_before(std::uint32_t noun) const {
  if (!has_label(document_.tokens[noun], "nsubj")) return nowhere;
  const std::uint32_t here = trees_.sentence(noun);
  std::uint32_t found = nowhere;
  bool acts = false;
  for (const Appearance& seen : discourse_.before(noun, 1)) {
    const Entity& entity = document_.entities[seen.entity];
    if (entity.type != NameType::person || seen.sentence == here) continue;
    const bool bare = entity.named && !entity.known && entity.state.empty() &&
                      entity.organisation.empty() && entities_.memory(seen.entity).roles.empty();
    if (!bare || (found != nowhere && found != seen.entity)) return nowhere;
    found = seen.entity;
    acts |= has_label(document_.tokens[seen.token], "nsubj");
  }
  return acts ? found : nowhere;
}

// "his Peruvian colleague": of that state, whom the text has named.
std::uint32_t Nominals::peer(std::uint32_t noun, const std::string& state) const {
  // "his counterpart Ana Ruiz", "his counterpart, Ana Ruiz"
  const std::uint32_t next = noun + 1;
  const bool comma = next < document_.tokens.size() && document_.tokens[next].lemma == ",";
  const std::uint32_t behind = next + (comma ? 1 : 0);
  const auto name = std::ranges::lower_bound(document_.names, behind, {}, &Name::first);
  const bool named = name != document_.names.end() && name->first == behind;
  if (named && document_.entities[name->entity].type == NameType::person) return name->entity;
  if (state.empty()) return nowhere;
  const std::uint32_t owner = owner_of(noun);
  return discourse_.best(noun, 12, [&](const Appearance& seen) {
    const Entity& entity = document_.entities[seen.entity];
    return entity.type == NameType::person && seen.entity != owner && entity.state == state;
  });
}

// "the visitor": the last one who is not of the state that the text was last in.
std::uint32_t Nominals::stranger(std::uint32_t noun) const {
  constexpr std::uint32_t near = 4, wide = 12;  // sentences
  std::string home = dateline_state();
  for (const Appearance& seen : discourse_.before(noun, wide)) {
    const Entity& place = document_.entities[seen.entity];
    if (!home.empty()) break;
    if (place.type == NameType::place) home = place.state;
  }
  if (home.empty() || !is_definite(noun)) return nowhere;
  const auto fits = [&](const Appearance& seen) {
    const Entity& entity = document_.entities[seen.entity];
    return entity.type == NameType::person && entity.named && !seen.quoted && entity.state != home;
  };
  const auto of_another = [&](const Appearance& seen) {
    return fits(seen) && !document_.entities[seen.entity].state.empty();
  };
  // Who leads a state comes before others who were spoken of.
  const auto leads = [&](const Appearance& seen) {
    return of_another(seen) && has_role(seen.entity, "leader");
  };
  std::uint32_t found = discourse_.best(noun, near, leads);
  if (found == nowhere) found = discourse_.best(noun, wide, leads);
  if (found == nowhere) found = discourse_.best(noun, near, of_another);
  return found == nowhere ? discourse_.best(noun, near, fits) : found;
}

// "his guest", "the visitor": the last one who did something, other than the host.
std::uint32_t Nominals::guest(std::uint32_t noun) const {
  const std::uint32_t owner = owner_of(noun);
  if (owner == nowhere) return stranger(noun);
  return discourse_.best(noun, 3, [&](const Appearance& seen) {
    const Entity& entity = document_.entities[seen.entity];
    return entity.type == NameType::person && seen.entity != owner &&
           entity.state != document_.entities[owner].state;
  });
}

}  // namespace volteface::language
