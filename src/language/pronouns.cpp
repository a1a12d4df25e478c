#include "language/pronouns.h"

#include <algorithm>

#include "language/characters.h"
#include "language/joined_nouns.h"
#include "language/lexicon.h"
#include "language/view_holders.h"

namespace volteface::language {

std::optional<Pronoun> pronoun_of(const Token& token, std::string_view form) {
  // "Both had flown", but not "both had flown and landed" or "both sides".
  const bool argument = token.deprel.starts_with("nsubj") || token.deprel == "obj" ||
                        token.deprel == "iobj" || token.deprel == "obl";
  if (argument && (folded(form) == "both" || folded(form) == "neither"))
    return Pronoun{'p', 3, true};
  if (token.upos != "PRON" && !token.xpos.starts_with("PRP")) return std::nullopt;
  const std::string word = folded(form);
  const auto any = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (any({"he", "him", "his", "himself"})) return Pronoun{'m', 3, false};
  if (any({"she", "her", "hers", "herself"})) return Pronoun{'f', 3, false};
  if (any({"it", "its", "itself"})) return Pronoun{'n', 3, false};
  if (any({"they", "them", "their", "theirs", "themselves"})) return Pronoun{'p', 3, true};
  if (any({"i", "me", "my", "mine", "myself"})) return Pronoun{0, 1, false};
  return std::nullopt;
}

std::uint32_t Pronouns::interviewed(std::uint32_t subject, const MayMean& fits) const {
  constexpr std::uint32_t fewest = 4;
  constexpr std::size_t farthest = 100;  // quotations looked back at
  const auto q = quote_said_by_.find(subject);
  if (q == quote_said_by_.end()) return nowhere;
  const std::size_t here = q->second;
  std::uint32_t last = nowhere, times = 0, all = 0;
  for (std::size_t k = here; k-- > 0 && here - k <= farthest;) {
    const std::uint32_t m = subjects_[k] == nowhere ? nowhere : mention_at_[subjects_[k]];
    if (m == nowhere || document_.mentions[m].entities.empty()) continue;
    const std::uint32_t entity = document_.mentions[m].entities[0];
    if (last == nowhere) last = entity;
    ++all;
    times += entity == last ? 1 : 0;
  }
  const bool most = times >= fewest && times * 6 >= all * 5;
  return most && !names_another(subject, last) &&
                 document_.entities[last].type == NameType::person && fits(last)
             ? last
             : nowhere;
}

std::uint32_t Pronouns::answering(std::uint32_t i, const MayMean& may_mean) const {
  if (interviewee_ == nowhere || !interview_.is_answer(trees_.sentence(i))) return nowhere;
  const std::uint32_t verb = trees_.head(i);
  if (verb == nowhere || !has_label(document_.tokens[i], "nsubj")) return nowhere;
  const bool of_quote = quote_said_by_.contains(i);
  const bool behind_comma = i > 0 && document_.tokens[i - 1].lemma == ",";
  const bool says = is_speech_verb(document_.tokens[verb].lemma) && behind_comma;
  return (of_quote || says) && may_mean(interviewee_) ? interviewee_ : nowhere;
}

void Pronouns::learn_gender(std::uint32_t entity, const Pronoun& pronoun) {
  Entity& of = document_.entities[entity];
  const bool tells = pronoun.gender == 'm' || pronoun.gender == 'f';
  if (tells && of.type == NameType::person && of.gender == 0) of.gender = pronoun.gender;
}

bool Pronouns::same_clause(std::uint32_t a, std::uint32_t b) const {
  const Token& token = document_.tokens[b];
  if (token.deprel == "nmod:poss") return false;
  std::uint32_t first = a;
  while (has_label(document_.tokens[first], "conj") && trees_.head(first) != nowhere)
    first = trees_.head(first);
  const std::uint32_t head = trees_.head(first);
  std::uint32_t clause = trees_.head(b);
  // "Ruiz tried to call him": who tries is who calls.
  while (clause != nowhere && clause != head && has_label(document_.tokens[clause], "xcomp"))
    clause = trees_.head(clause);
  return head != nowhere && head == clause;
}

bool Pronouns::is_reflexive(std::uint32_t i) const {
  return document_.form(document_.tokens[i]).ends_with("self");
}

std::vector<std::uint32_t> Pronouns::in_clause_of(std::uint32_t i) const {
  std::vector<std::uint32_t> out;
  if (is_reflexive(i)) return out;
  for (const Appearance& seen : discourse_.before(i, 0)) {
    if (same_clause(seen.token, i)) out.push_back(seen.entity);
  }
  return out;
}

std::vector<std::uint32_t> Pronouns::meant_by(std::uint32_t i, const Pronoun& pronoun) const {
  if (pronoun.several) return several(i);
  if (pronoun.gender == 'n') return one_thing(i);
  const std::uint32_t speaker = speaker_around(i);
  std::vector<std::uint32_t> others = in_clause_of(i);
  if (speaker != nowhere) others.push_back(speaker);
  named_in_question(i, others);
  if (is_put_in(i)) named_in_words_around(i, others);
  const auto is_other = [&](std::uint32_t e) {
    return std::ranges::find(others, e) != others.end();
  };
  const bool among_several = stands_beside_them(i);
  const auto fits = [&](const Appearance& seen) {
    const Entity& entity = document_.entities[seen.entity];
    if (entity.type != NameType::person) return false;
    if (entity.gender != 0 && entity.gender != pronoun.gender) return false;
    if (is_other(seen.entity)) return false;
    // What is said within a quotation is seldom meant outside of it.
    if (seen.quoted && quote_at_[i] == nowhere) return false;
    return !among_several || !is_joined(seen.token);
  };
  const auto may_mean = [&](std::uint32_t e) { return may_be(e, pronoun) && !is_other(e); };
  std::uint32_t entity = named_behind_question(i, may_mean);
  if (entity == nowhere) entity = answering(i, may_mean);
  if (entity == nowhere) entity = interviewed(i, may_mean);
  if (entity == nowhere) entity = holding_view(i, may_mean);
  if (entity == nowhere) entity = subject_behind(i, may_mean);
  if (entity == nowhere) entity = bound(i, may_mean);
  if (entity == nowhere) entity = discourse_.best(i, 3, fits);
  if (entity == nowhere) entity = discourse_.best(i, 8, fits);
  if (entity == nowhere) entity = ahead(i, pronoun);
  return entity == nowhere ? std::vector<std::uint32_t>() : std::vector<std::uint32_t>{entity};
}

std::uint32_t Pronouns::holding_view(std::uint32_t i, const MayMean& may_mean) const {
  if (!quote_said_by_.contains(i) && !is_put_in(i)) return nowhere;
  const std::uint32_t holder = holder_of_view(document_, trees_, i);
  const std::uint32_t m = holder == nowhere ? nowhere : mention_at_[holder];
  if (m == nowhere || document_.mentions[m].entities.size() != 1) return nowhere;
  const std::uint32_t entity = document_.mentions[m].entities[0];
  return may_mean(entity) ? entity : nowhere;
}

bool Pronouns::is_put_in(std::uint32_t i) const {
  if (i == 0 || i + 2 >= document_.tokens.size()) return false;
  const auto is_comma = [&](std::uint32_t t) { return document_.tokens[t].lemma == ","; };
  if (!is_comma(i - 1)) return false;
  constexpr std::uint32_t longest = 8;  // "he had always said", "he told reporters by telephone"
  bool says = false;
  for (std::uint32_t t = i + 1; t < std::min<std::size_t>(document_.tokens.size(), i + longest);
       ++t) {
    if (is_comma(t)) return says;
    says |= is_speech_verb(document_.tokens[t].lemma);
  }
  return false;
}

std::uint32_t Pronouns::named_behind_question(std::uint32_t i, const MayMean& may_mean) const {
  const Sentence& sentence = document_.sentences[trees_.sentence(i)];
  const std::string word = folded(document_.form(document_.tokens[sentence.first]));
  if (word != "asked" && word != "questioned" && word != "pressed" && word != "quizzed")
    return nowhere;
  for (std::uint32_t t = i + 1; t + 1 < sentence.last; ++t) {
    if (document_.tokens[t].lemma != ",") continue;
    const std::uint32_t m = mention_at_[t + 1];
    if (m == nowhere || document_.mentions[m].entities.size() != 1) return nowhere;
    const std::uint32_t entity = document_.mentions[m].entities[0];
    return may_mean(entity) ? entity : nowhere;
  }
  return nowhere;
}

void Pronouns::named_in_question(std::uint32_t i, std::vector<std::uint32_t>& out) const {
  const std::uint32_t first = document_.sentences[trees_.sentence(i)].first;
  const std::string word = folded(document_.form(document_.tokens[first]));
  if (word != "asked" && word != "questioned" && word != "pressed" && word != "quizzed") return;
  for (const Appearance& seen : discourse_.before(i, 0)) out.push_back(seen.entity);
}

void Pronouns::named_in_words_around(std::uint32_t i, std::vector<std::uint32_t>& out) const {
  // "wants them out because, he says, they cost": who wants it says so.
  const std::string_view opens = i < 2 ? "" : std::string_view(document_.tokens[i - 2].upos);
  if (opens == "SCONJ" || opens == "CCONJ" || opens == "ADP") return;
  for (const Appearance& seen : discourse_.before(i, 0)) {
    for (std::uint32_t t = seen.token; t < i; ++t) {
      if (document_.tokens[t].lemma == ":" || document_.tokens[t].lemma == ";") return;
    }
    const std::uint32_t m = mention_at_[seen.token];
    if (m != nowhere && document_.mentions[m].kind != MentionKind::pronoun)
      out.push_back(seen.entity);
  }
}

std::uint32_t Pronouns::subject_behind(std::uint32_t i, const MayMean& may_mean) const {
  if (!has_label(document_.tokens[i], "nsubj") || quote_at_[i] != nowhere) return nowhere;
  const std::uint32_t verb = trees_.head(i);
  if (verb == nowhere || trees_.child(verb, "mark") == nowhere) return nowhere;
  if (trees_.child(verb, "mark") > i) return nowhere;
  constexpr int deepest = 3;  // "a few days after he took office"
  std::uint32_t subject = nowhere, main = trees_.head(verb);
  for (int step = 0; step < deepest && main != nowhere && subject == nowhere; ++step) {
    subject = main > verb ? trees_.child(main, "nsubj") : nowhere;
    main = trees_.head(main);
  }
  // A parser may take the first clause for the main one.
  const std::uint32_t beside = trees_.child(verb, "parataxis");
  if (subject == nowhere && beside != nowhere) subject = trees_.child(beside, "nsubj");
  if (subject == nowhere || subject < i || document_.tokens[subject].upos != "PROPN")
    return nowhere;
  const std::uint32_t m = mention_at_[subject];
  if (m == nowhere || document_.mentions[m].entities.size() != 1) return nowhere;
  const std::uint32_t entity = document_.mentions[m].entities[0];
  return may_mean(entity) ? entity : nowhere;
}

bool Pronouns::stands_beside_them(std::uint32_t i) const {
  const std::uint32_t verb = trees_.head(i);
  if (verb == nowhere) return false;
  return std::ranges::any_of(trees_.children(verb), [&](std::uint32_t c) {
    return c > verb && folded(document_.form(document_.tokens[c])) == "them";
  });
}

bool Pronouns::is_joined(std::uint32_t name) const {
  return has_label(document_.tokens[name], "conj") || trees_.child(name, "conj") != nowhere;
}

bool Pronouns::may_be(std::uint32_t entity, const Pronoun& pronoun) const {
  const Entity& of = document_.entities[entity];
  return of.type == NameType::person && (of.gender == 0 || of.gender == pronoun.gender);
}

std::uint32_t Pronouns::bound(std::uint32_t i, const MayMean& may_mean) const {
  std::uint32_t at = i;
  bool own_clause = document_.tokens[i].deprel != "nmod:poss" && !is_reflexive(i);
  for (int step = 0; step < 8 && trees_.head(at) != nowhere; ++step) {
    const std::uint32_t head = trees_.head(at);
    const std::string_view label = document_.tokens[at].deprel;
    const std::uint32_t noun = label == "acl:relcl" ? mention_at_[head] : nowhere;
    if (noun != nowhere && document_.mentions[noun].entities.size() == 1 && head < i) {
      const std::uint32_t entity = document_.mentions[noun].entities[0];
      if (may_mean(entity)) return entity;
    }
    // "travelled to Chad, where he was received": he is who travelled.
    if (at != i && has_label(document_.tokens[at], "acl")) own_clause = false;
    const std::uint32_t subject = trees_.child(head, "nsubj");
    if (subject != nowhere && subject < i && subject != at) {
      const std::uint32_t m = mention_at_[subject];
      const bool free = !own_clause || has_label(document_.tokens[at], "ccomp") ||
                        has_label(document_.tokens[at], "advcl");
      if (m != nowhere && free && document_.mentions[m].entities.size() == 1) {
        const std::uint32_t entity = document_.mentions[m].entities[0];
        if (may_mean(entity)) return entity;
      }
      own_clause = false;
    }
    at = head;
  }
  return nowhere;
}

std::uint32_t Pronouns::ahead(std::uint32_t i, const Pronoun& pronoun) const {
  const Sentence& sentence = document_.sentences[trees_.sentence(i)];
  for (std::uint32_t t = i + 1; t < sentence.last; ++t) {
    const std::uint32_t m = mention_at_[t];
    if (m == nowhere || !has_label(document_.tokens[t], "nsubj")) continue;
    const std::uint32_t entity = document_.mentions[m].entities[0];
    const Entity& of = document_.entities[entity];
    if (of.type == NameType::person && (of.gender == 0 || of.gender == pronoun.gender))
      return entity;
  }
  return nowhere;
}

std::vector<std::uint32_t> Pronouns::several(std::uint32_t i) const {
  if (bound_to_noun(i)) return {};
  const std::vector<Appearance> seen = discourse_.before(i, 2);
  for (const Appearance& one : seen) {
    const std::uint32_t m = mention_at_[one.token];
    if (m == nowhere) continue;
    if (document_.mentions[m].entities.size() > 1) return document_.mentions[m].entities;
    if (is_people(document_.mentions[m]))
      return goes_on_with_others(i) ? std::vector<std::uint32_t>() : document_.mentions[m].entities;
    for (const Appearance& other : seen) {
      if (other.entity == one.entity || other.sentence != one.sentence) continue;
      // "Ruto of Kenya and Museveni of Uganda signed" may be two subjects to a parser.
      const bool subjects = trees_.head(one.token) == trees_.head(other.token) &&
                            has_label(document_.tokens[one.token], "nsubj") &&
                            has_label(document_.tokens[other.token], "nsubj");
      const bool joined =
          subjects ||
          (trees_.head(one.token) == other.token &&
           has_label(document_.tokens[one.token], "conj")) ||
          (serves_nobody_named(one.token) && serves_nobody_named(other.token) &&
           act_together(document_, trees_, noun_served_by(document_, trees_, other.token),
                        noun_served_by(document_, trees_, one.token)));
      if (joined && document_.entities[one.entity].type == document_.entities[other.entity].type)
        return {other.entity, one.entity};
    }
  }
  return two_persons_before(i);
}

// Of "Chadian troops" the nationality; not of "Ana Ruiz of Chad", where she is the one who acts.
bool Pronouns::serves_nobody_named(std::uint32_t token) const {
  const std::uint32_t served = noun_served_by(document_, trees_, token);
  return served == token || document_.tokens[served].upos != "PROPN";
}

// "Ana Ruiz received Luis Prado in Lima. They signed": the only two of whom the sentence before
// tells, who serve two states.
std::vector<std::uint32_t> Pronouns::two_persons_before(std::uint32_t i) const {
  const std::uint32_t here = trees_.sentence(i);
  if (!has_label(document_.tokens[i], "nsubj") || goes_on_with_others(i)) return {};
  std::vector<std::uint32_t> out;
  for (const Appearance& seen : discourse_.before(i, 1)) {
    if (seen.sentence == here) return {};
    const Entity& entity = document_.entities[seen.entity];
    if (entity.type != NameType::person || entity.state.empty()) continue;
    if (std::ranges::find(out, seen.entity) == out.end()) out.push_back(seen.entity);
  }
  const bool two =
      out.size() == 2 && document_.entities[out[0]].state != document_.entities[out[1]].state;
  return two ? std::vector<std::uint32_t>{out[1], out[0]} : std::vector<std::uint32_t>();
}

bool Pronouns::is_people(const Mention& mention) const {
  const Entity& group = document_.entities[mention.entities[0]];
  if (group.type == NameType::organisation) {
    const ActorOrganisation* known = entities_.actors().organisation(group.organisation);
    const bool armed =
        known != nullptr && (known->kind == "armed group" || known->kind == "movement");
    return armed && (document_.form(document_.tokens[mention.last - 1]).ends_with('s') ||
                     group.organisation == "Taliban");
  }
  if (document_.entities[mention.entities[0]].type != NameType::state) return false;
  const std::string_view form = document_.form(document_.tokens[mention.last - 1]);
  const bool the =
      mention.first > 0 && folded(document_.form(document_.tokens[mention.first - 1])) == "the";
  const auto name = std::ranges::lower_bound(document_.names, mention.first, {}, &Name::first);
  const bool demonym =
      name != document_.names.end() && name->first == mention.first && name->demonym;
  const std::string_view upos = document_.tokens[mention.head].upos;
  return the && demonym && (form.ends_with('s') || upos == "NOUN" || upos == "PROPN");
}

// "The experts blamed the rebels. They": the experts, though nobody knows them.
bool Pronouns::goes_on_with_others(std::uint32_t i) const {
  const std::uint32_t here = trees_.sentence(i);
  if (here == 0 || !has_label(document_.tokens[i], "nsubj")) return false;
  const Sentence& before = document_.sentences[here - 1];
  for (std::uint32_t t = before.first; t < before.last; ++t) {
    const bool subject = has_label(document_.tokens[t], "nsubj") && trees_.head(t) != nowhere &&
                         mention_at_[t] == nowhere;
    if (subject && document_.tokens[t].xpos == "NNS") return true;
  }
  return false;
}

bool Pronouns::bound_to_noun(std::uint32_t i) const {
  std::uint32_t at = i;
  for (int step = 0; step < 8 && trees_.head(at) != nowhere; ++step) {
    const std::uint32_t head = trees_.head(at);
    const std::uint32_t subject = trees_.child(head, "nsubj");
    for (const std::uint32_t noun :
         {subject, has_label(document_.tokens[at], "acl") ? head : nowhere}) {
      if (noun == nowhere || noun >= i || mention_at_[noun] != nowhere) continue;
      if (document_.tokens[noun].xpos == "NNS") return true;
    }
    at = head;
  }
  return false;
}

}  // namespace volteface::language
