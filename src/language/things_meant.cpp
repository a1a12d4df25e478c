// "it" and "its": the state or body that is meant.
#include "language/pronouns.h"

namespace volteface::language {

std::uint32_t Pronouns::controller(std::uint32_t i) const {
  std::uint32_t at = i;
  for (int step = 0; step < 4 && trees_.head(at) != nowhere; ++step) {
    at = trees_.head(at);
    if (document_.tokens[at].upos != "VERB") continue;
    const std::uint32_t mark = trees_.child(at, "mark");
    if (mark == nowhere || mark == 0 || mark > i || document_.tokens[mark].lemma != "to") continue;
    for (const std::uint32_t e : named_until(mark)) {
      const NameType type = document_.entities[e].type;
      if (type == NameType::state || type == NameType::organisation) return e;
    }
    return nowhere;
  }
  return nowhere;
}

std::vector<std::uint32_t> Pronouns::named_until(std::uint32_t token) const {
  const auto name = std::ranges::lower_bound(document_.names, token, {}, &Name::last);
  if (name == document_.names.end() || name->last != token) return {};
  return {name->entity};
}

// "The Kenyan mission explained its vote": Kenya's.
std::uint32_t Pronouns::owner_of_subject(std::uint32_t i) const {
  if (document_.tokens[i].deprel != "nmod:poss") return nowhere;
  std::uint32_t verb = trees_.head(i);
  for (int step = 0; step < 4 && verb != nowhere && document_.tokens[verb].upos != "VERB"; ++step)
    verb = trees_.head(verb);
  const std::uint32_t subject = verb == nowhere ? nowhere : trees_.child(verb, "nsubj");
  if (subject == nowhere || subject > i || document_.tokens[subject].upos != "NOUN") return nowhere;
  for (const std::uint32_t c : trees_.children(subject)) {
    const Token& token = document_.tokens[c];
    const bool owns =
        has_label(token, "amod") || has_label(token, "compound") || token.deprel == "nmod:poss";
    if (!owns || c > subject || mention_at_[c] == nowhere) continue;
    const Mention& mention = document_.mentions[mention_at_[c]];
    if (mention.entities.size() == 1 && is_body(mention.entities[0])) return mention.entities[0];
  }
  return nowhere;
}

// "In its reply, Chad said": what stands before a subject may belong to it.
std::uint32_t Pronouns::subject_behind_phrase(std::uint32_t i) const {
  const std::uint32_t noun = trees_.head(i);
  if (document_.tokens[i].deprel != "nmod:poss" || noun == nowhere || noun < i) return nowhere;
  const std::uint32_t verb = trees_.head(noun);
  if (verb == nowhere || verb < noun || !has_label(document_.tokens[noun], "obl")) return nowhere;
  const std::uint32_t subject = trees_.child(verb, "nsubj");
  if (subject == nowhere || subject < noun || mention_at_[subject] == nowhere) return nowhere;
  const Mention& mention = document_.mentions[mention_at_[subject]];
  if (document_.tokens[subject].upos != "PROPN" || mention.entities.size() != 1) return nowhere;
  return is_body(mention.entities[0]) ? mention.entities[0] : nowhere;
}

bool Pronouns::is_body(std::uint32_t entity) const {
  const NameType type = document_.entities[entity].type;
  return type == NameType::state || type == NameType::organisation;
}

// "Kenya did it to please Peru": a deed.
bool Pronouns::is_what_is_done(std::uint32_t i) const {
  const std::uint32_t verb = trees_.head(i);
  return verb != nowhere && document_.tokens[verb].lemma == "do" &&
         has_label(document_.tokens[i], "obj");
}

std::vector<std::uint32_t> Pronouns::one_thing(std::uint32_t i) const {
  if (document_.tokens[i].deprel.starts_with("expl") || is_what_is_done(i)) return {};
  const std::uint32_t verb = trees_.head(i);
  const bool votes = verb != nowhere && document_.tokens[verb].lemma == "abstain";
  const auto fits = [&](const Appearance& seen) {
    if (!is_body(seen.entity)) return false;
    // "When the Assembly condemned it, it abstained": no body does.
    if (votes && document_.entities[seen.entity].type == NameType::organisation) return false;
    return !same_clause(seen.token, i) &&
           (seen.weight > 0.5 || document_.tokens[i].deprel == "nmod:poss");
  };
  std::uint32_t entity = controller(i);
  if (entity == nowhere) entity = subject_behind(i, [&](std::uint32_t e) { return is_body(e); });
  if (entity == nowhere) entity = subject_behind_phrase(i);
  if (entity == nowhere) entity = owner_of_subject(i);
  if (entity == nowhere) entity = discourse_.best(i, 1, fits);
  return entity == nowhere ? std::vector<std::uint32_t>() : std::vector<std::uint32_t>{entity};
}

}  // namespace volteface::language
