#include "reading/clause_modality.h"

#include <algorithm>

#include "reading/modality_phrases.h"
#include "reading/tables.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

bool is_listed(std::string_view word, std::string_view list) {
  return reading_tables().in_list(list, word);
}

// "voted no on the text", but not "votes no longer"
bool is_a_no(const SentenceTree& tree, std::uint32_t word) {
  if (lower_case(tree.lemma(word)) != "no") return false;
  const std::uint32_t next = word + 1;
  if (next >= tree.document().sentences[tree.sentence(word)].last) return true;
  return !tree.lemma(next).starts_with("long") && tree.lemma(next) != "more" &&
         tree.lemma(next) != "further";
}

// "not until May did it leave", "not only left": it did.
bool denies_no_more_than(const SentenceTree& tree, std::uint32_t word) {
  const std::uint32_t next = word + 1;
  if (next >= tree.document().sentences[tree.sentence(word)].last) return false;
  const std::string_view behind = tree.lemma(next);
  return behind == "until" || behind == "till" || behind == "only" || behind == "just" ||
         behind == "least";
}

// "promised never to do it": not of the promise.
bool is_of_infinitive(const SentenceTree& tree, std::uint32_t word, std::uint32_t verb) {
  const std::uint32_t next = word + 1;
  return word > verb && next < tree.document().sentences[tree.sentence(word)].last &&
         tree.token(next).upos == "PART" && tree.lemma(next) == "to";
}

// "no talks", but not "voted no, whatever the circumstances"
bool has_no(const SentenceTree& tree, std::uint32_t noun) {
  return std::ranges::any_of(tree.children(noun), [&](std::uint32_t c) {
    return tree.is(c, "det") && tree.lemma(c) == "no" && c + 1 < tree.document().tokens.size() &&
           tree.token(c + 1).upos != "PUNCT";
  });
}

}  // namespace

bool is_no_longer(const SentenceTree& tree, std::uint32_t word) {
  const std::string_view lemma = tree.lemma(word);
  const bool longer = lemma == "long" || lemma == "longer";
  return longer && word > 0 && tree.is(word, "advmod") && lower_case(tree.lemma(word - 1)) == "no";
}

namespace {

Modality modality_of_own_words(const SentenceTree& tree, std::uint32_t verb) {
  Modality out = Modality::asserted;
  for (const std::uint32_t c : tree.children(verb)) {
    const std::string_view word = tree.lemma(c);
    if ((tree.is(c, "advmod") || tree.is(c, "cc")) && is_listed(word, "negates") &&
        !is_a_no(tree, c) && !is_of_infinitive(tree, c, verb) && !denies_no_more_than(tree, c))
      return Modality::negated;
    if (is_no_longer(tree, c)) return Modality::negated;
    if ((tree.is(c, "nsubj") || tree.is(c, "obj")) && has_no(tree, c)) return Modality::negated;
    const bool neither = c > 0 && lower_case(tree.lemma(c - 1)) == "neither";
    if ((tree.is(c, "nsubj") || tree.is(c, "obj")) && (neither || word == "neither"))
      return Modality::negated;
    // "promised nothing", but not "has nothing but praise"
    const bool but = c + 1 < tree.document().tokens.size() && tree.lemma(c + 1) == "but";
    if (tree.is(c, "obj") && word == "nothing" && !but) return Modality::negated;
    if ((tree.is(c, "nsubj")) && (word == "neither" || word == "none" || word == "nobody"))
      return Modality::negated;
    // "at no stage", "in no way"
    if (tree.is(c, "obl") && is_listed(word, "denied_with_no") && tree.has_child(c, "det", "no"))
      return Modality::negated;
    if (tree.is(c, "mark") && is_listed(word, "condition")) out = weakest(out, Modality::possible);
    if (tree.is(c, "mark") && word == "without") return Modality::negated;  // "without apologising"
    if (!tree.is(c, "aux")) continue;
    // "would have sent": it did not come about.
    if (word == "would" && tree.has_child(verb, "aux", "have"))
      out = weakest(out, Modality::possible);
    if (is_listed(word, "auxiliary_possible")) out = weakest(out, Modality::possible);
    if (is_listed(word, "auxiliary_future")) out = weakest(out, Modality::planned);
  }
  return out;
}

Modality modality_of_plan(std::string_view noun) {
  if (is_listed(noun, "refusal_noun")) return Modality::negated;
  if (is_listed(noun, "possible_noun")) return Modality::possible;
  return is_listed(noun, "plan_noun") ? Modality::planned : Modality::asserted;
}

bool word_of_going(const SentenceTree& tree, std::uint32_t verb) {
  const std::uint32_t of_far = tree.lemma(verb) == "far" ? tree.head(verb) : verb;
  return of_far != nowhere && tree.lemma(of_far) == "go" &&
         std::ranges::any_of(tree.children(of_far),
                             [&](std::uint32_t c) { return tree.lemma(c) == "far"; });
}

bool has_two_be(const SentenceTree& tree, std::uint32_t verb) {
  return std::ranges::count_if(tree.children(verb), [&](std::uint32_t c) {
           return tree.is(c, "aux") && tree.lemma(c) == "be";
         }) > 1;
}

// "did not rule out leaving", "did not fail to leave"
Modality modality_not_refused(std::string_view verb) {
  const bool done = verb == "fail" || verb == "deny" || verb == "avoid";
  return done ? Modality::asserted : Modality::possible;
}

// "was too weak to condemn it"
bool is_too_much_for(const SentenceTree& tree, std::uint32_t verb, std::uint32_t above) {
  return above < verb && tree.has_child(verb, "mark", "to") &&
         tree.has_child(above, "advmod", "too") && tree.token(above).upos == "ADJ" &&
         modality_of_own_words(tree, above) != Modality::negated;
}

Modality modality_from_above(const SentenceTree& tree, std::uint32_t verb) {
  // "who is to visit", "were to sign it", "is to be released"
  const bool active = tree.has_child(verb, "aux", "be") && !is_passive(tree, verb);
  const bool is_to = tree.has_child(verb, "cop", "be") || active || has_two_be(tree, verb);
  if (is_to && tree.has_child(verb, "mark", "to")) return Modality::planned;
  const std::uint32_t above = tree.head(verb);
  if (above == nowhere) return Modality::asserted;
  // "did not go so far as to condemn it"
  const bool not_so_far = word_of_going(tree, above) && tree.has_child(verb, "mark", "to") &&
                          modality_of_own_words(tree, above) == Modality::negated;
  if (not_so_far || is_too_much_for(tree, verb, above)) return Modality::negated;
  // "it is unlikely that Chad will go"
  if (tree.is(verb, "csubj") || tree.is(verb, "ccomp")) {
    if (is_listed(tree.lemma(above), "unlikely")) return Modality::negated;
    if (is_listed(tree.lemma(above), "likely")) return Modality::possible;
  }
  if (goes_on_doing(tree, verb)) return modality_of(tree, above);
  const bool complement = tree.is(verb, "xcomp") || tree.is(verb, "ccomp") ||
                          (tree.is(verb, "acl") && tree.child(verb, {"nsubj"}) == nowhere);
  if (!complement) return Modality::asserted;
  const bool infinitive = tree.has_child(verb, "mark", "to") || tree.token(verb).xpos == "VBG";
  const std::string_view word = tree.lemma(above);
  if (word == "be" && infinitive) return Modality::planned;
  // "is going to vote"
  const bool going = word == "go" && tree.token(above).xpos == "VBG";
  if (going && tree.has_child(verb, "mark", "to"))
    return weakest(Modality::planned, modality_of_own_words(tree, above));
  const bool but = tree.has_child(verb, "mark", "but");  // "had no choice but to leave"
  if (tree.is(verb, "acl") && tree.has_child(above, "det", "no"))
    return but ? Modality::asserted : Modality::negated;
  if (tree.is(verb, "acl")) return modality_of_plan(word);
  const bool prepared = word == "prepare" && is_passive(tree, above);  // "is prepared to"
  if (infinitive && (prepared || is_listed(word, "ready"))) return Modality::possible;
  const bool denied = modality_of_own_words(tree, above) == Modality::negated;
  if (word == "hesitate") return denied ? Modality::asserted : Modality::possible;
  if (is_listed(word, "refusal_verb"))
    return denied ? modality_not_refused(word) : Modality::negated;
  if (is_listed(word, "possible_verb")) return denied ? Modality::negated : Modality::possible;
  if (infinitive && is_listed(word, "plan_verb"))
    return denied ? Modality::negated : Modality::planned;
  // "which could have stopped it, abstained": a finite verb stands for itself.
  const std::string_view tag = tree.token(verb).xpos;
  const bool finite = tag == "VBD" || tag == "VBZ";
  return tree.is(verb, "xcomp") && !finite ? modality_of(tree, above) : Modality::asserted;
}

}  // namespace

bool goes_on_doing(const SentenceTree& tree, std::uint32_t verb) {
  const bool gerund =
      tree.token(verb).xpos == "VBG" && (tree.is(verb, "obl") || tree.is(verb, "advcl"));
  return gerund && (tree.has_child(verb, "case", "on") || tree.has_child(verb, "mark", "on"));
}

Modality weakest(Modality a, Modality b) { return std::max(a, b); }

bool is_called_off(const SentenceTree& tree, std::uint32_t verb) {
  const bool ruled_out = tree.lemma(verb) == "rule" && tree.has_child(verb, "compound:prt", "out");
  return ruled_out || (tree.lemma(verb) == "call" && tree.has_child(verb, "compound:prt", "off"));
}

Modality modality_of_adjectives(const SentenceTree& tree, std::uint32_t noun) {
  Modality out = Modality::asserted;
  for (const std::uint32_t c : tree.children(noun)) {
    if (!tree.is(c, "amod")) continue;
    const std::string word =
        lower_case(tree.document().text_of(tree.token(c)));  // "scheduled" may be a verb
    if (is_listed(word, "planned_adjective")) out = weakest(out, Modality::planned);
    if (is_listed(word, "possible_adjective")) out = weakest(out, Modality::possible);
  }
  return out;
}

Modality modality_of_what_befell(std::string_view verb) {
  if (is_listed(verb, "calls_off_meeting")) return Modality::negated;
  if (is_listed(verb, "proposes_meeting")) return Modality::possible;
  return is_listed(verb, "schedules_meeting") ? Modality::planned : Modality::asserted;
}

bool is_ready(std::string_view adjective) { return is_listed(adjective, "ready"); }

Modality modality_of_prospect(std::string_view adjective) {
  if (is_listed(adjective, "planned_prospect")) return Modality::planned;
  return is_listed(adjective, "possible_prospect") ? Modality::possible : Modality::asserted;
}

bool carries_out(std::string_view verb) { return is_listed(verb, "carrier"); }

bool is_plan(std::string_view noun) { return is_listed(noun, "plan_noun"); }

ClauseTime time_of(const SentenceTree& tree, std::uint32_t verb, Modality modality) {
  if (modality == Modality::planned) return ClauseTime::future;
  const std::string_view tag = tree.token(verb).xpos;
  if (tag == "VBD" || tag == "VBN") return ClauseTime::past;
  // "he said, promising a loan": when he said it.
  const std::uint32_t above = tree.head(verb);
  const bool beside =
      tag == "VBG" && tree.is(verb, "advcl") && tree.child(verb, {"aux"}) == nowhere;
  if (beside && above != nowhere && tree.token(above).xpos == "VBD") return ClauseTime::past;
  // "was the first to cut its ties"
  const bool infinitive = tree.has_child(verb, "mark", "to") && tree.is(verb, "acl");
  const std::uint32_t copula = infinitive ? tree.child(above, {"cop"}) : nowhere;
  if (copula != nowhere && tree.token(copula).xpos == "VBD") return ClauseTime::past;
  return ClauseTime::present;
}

namespace {

// "did not object and abstained", "no longer objected and abstained": only the first is denied.
bool is_denied_alone(const SentenceTree& tree, std::uint32_t first, std::uint32_t next) {
  const std::string_view tag = tree.token(next).xpos;
  if (tag != "VBD" && tag != "VBZ") return false;
  return tree.has_child(first, "aux", "do") ||
         std::ranges::any_of(tree.children(first),
                             [&](std::uint32_t c) { return is_no_longer(tree, c); });
}

}  // namespace

Modality modality_of(const SentenceTree& tree, std::uint32_t verb) {
  Modality out = weakest(modality_of_own_words(tree, verb), modality_from_above(tree, verb));
  out = weakest(out, modality_by_words_before(tree, verb));
  const bool shares = tree.is(verb, "conj") && tree.child(verb, {"nsubj", "aux"}) == nowhere;
  if (shares && is_verbal(tree, tree.head(verb)) && !is_denied_alone(tree, tree.head(verb), verb))
    out = weakest(out, modality_of_own_words(tree, tree.head(verb)));
  return out;
}

}  // namespace volteface
