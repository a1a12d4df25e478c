#include "reading/clause.h"

#include <algorithm>
#include <array>

#include "language/lexicon.h"
#include "reading/clause_modality.h"
#include "reading/modality_phrases.h"
#include "reading/subjects_by_order.h"
#include "reading/tables.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

bool is_relative(const SentenceTree& tree, std::uint32_t at) {
  return tree.token(at).xpos.starts_with("W") || tree.lemma(at) == "that";
}

constexpr std::size_t most_obliques = 16;  // that others are looked for on

// The noun that a clause describes takes the part of the missing subject or object.
std::uint32_t described_by(const SentenceTree& tree, std::uint32_t verb) {
  return tree.is(verb, "acl") ? tree.head(verb) : nowhere;
}

std::uint32_t noun_before(const SentenceTree& tree, std::uint32_t at) {
  const std::uint32_t first = tree.document().sentences[tree.sentence(at)].first;
  while (at > first) {
    --at;
    if (tree.token(at).upos != "NOUN" && tree.token(at).upos != "PROPN") continue;
    while (tree.is(at, "flat")) at = tree.head(at);
    // "on Monday by the envoy of Chad, who": not Chad.
    for (std::uint32_t above = tree.head(at);
         tree.is(at, "nmod") && above != nowhere && above < at &&
         !language::is_weekday(tree.lemma(above));
         above = tree.head(at))
      at = above;
    return at;
  }
  return nowhere;
}

std::uint32_t own_subject(const SentenceTree& tree, std::uint32_t verb) {
  std::uint32_t subject = tree.child(verb, {"nsubj", "csubj"});
  // Where a parser gives two, the one next to the verb.
  for (const std::uint32_t c : tree.children(verb)) {
    if (tree.is(c, "nsubj") && c < verb && tree.lemma(c) != "time") subject = c;  // "this time"
  }
  if (subject != nowhere && is_relative(tree, subject)) {
    std::uint32_t noun = described_by(tree, verb);
    // "on Thursday by Ana Ruiz, who said": no day says anything.
    const bool of_somebody = tree.lemma(subject) == "who" || tree.lemma(subject) == "which";
    if (noun != nowhere && of_somebody && is_day(tree, noun)) noun = noun_before(tree, subject);
    while (noun != nowhere && tree.is(noun, "conj")) noun = tree.head(noun);  // all of a list
    if (noun != nowhere) return noun;
    // "Ana Ruiz, who is to come": a parser may not see whom the clause describes.
    const std::string_view word = tree.lemma(subject);
    if (word == "who" || word == "which") noun = noun_before(tree, subject);
    if (noun != nowhere) return noun;
  }
  return subject;
}

// Whose plan, bid or offer a noun with an infinitive is: its possessor, else the subject of the
// verb that it is the object of.
std::uint32_t bidder(const SentenceTree& tree, std::uint32_t noun) {
  constexpr std::array<std::string_view, 19> takes_a_view = {
      "reject",  "oppose", "criticise", "criticize", "condemn", "denounce", "dismiss",
      "support", "back",   "welcome",   "discuss",   "endorse", "turn",     "decline",
      "spurn",   "rebuff", "accept",    "ignore",    "refuse"};
  const std::uint32_t owner = tree.child(noun, {"nmod:poss"});
  if (owner != nowhere) return owner;
  const std::uint32_t above = tree.head(noun);
  if (above == nowhere || !is_verbal(tree, above) || !tree.is(noun, "obj")) return nowhere;
  // "rejected an Italian plan to send troops"
  if (is_one_of(tree.lemma(above), takes_a_view)) return tree.child(noun, {"amod", "compound"});
  return tree.child(above, {"nsubj"});
}

// The plan that an infinitive stands right behind: "its decision to leave".
std::uint32_t plan_before(const SentenceTree& tree, std::uint32_t verb) {
  const std::uint32_t first = tree.document().sentences[tree.sentence(verb)].first;
  if (verb < first + 2 || tree.lemma(verb - 1) != "to") return nowhere;
  const bool plan = tree.is(verb - 2, "obj") && is_plan(tree.lemma(verb - 2));
  return plan ? verb - 2 : nowhere;
}

std::uint32_t verb_above(const SentenceTree& tree, std::uint32_t at) {
  while (at != nowhere && tree.token(at).upos != "VERB") at = tree.head(at);
  return at;
}

// "it was the minister who"
bool is_cleft(const SentenceTree& tree, std::uint32_t noun) {
  const std::string_view upos = tree.token(noun).upos;
  if (upos != "NOUN" && upos != "PROPN") return false;
  const std::uint32_t it = tree.child(noun, {"expl", "nsubj"});
  return it != nowhere && lower_case(tree.lemma(it)) == "it" && it < noun &&
         tree.child(noun, {"cop"}) != nowhere;
}

// "what it called Chad's war": the war.
std::uint32_t what_is_called(const SentenceTree& tree, std::uint32_t object) {
  if (object == nowhere || lower_case(tree.lemma(object)) != "what") return object;
  const std::uint32_t verb = tree.child(object, {"acl"});
  const std::uint32_t named = verb == nowhere ? nowhere : tree.child(verb, {"xcomp"});
  return named != nowhere && tree.token(named).upos == "NOUN" ? named : object;
}

// "which", "that", "where": a clause that says for itself what it is about.
bool has_relative_word(const SentenceTree& tree, std::uint32_t verb) {
  return std::ranges::any_of(tree.children(verb), [&](std::uint32_t c) {
    return tree.token(c).xpos.starts_with("W") || tree.lemma(c) == "that";
  });
}

// "has called", "called", "will call"; not "to call", "calling".
bool is_of_finite_clause(const SentenceTree& tree, std::uint32_t verb) {
  const std::string_view tag = tree.token(verb).xpos;
  if (tree.token(verb).upos != "VERB" || tag == "VBG") return false;
  if (tag == "VBD" || tag == "VBZ") return true;
  if (tree.child(verb, {"cop"}) != nowhere) return true;  // "is to call"
  if (tree.has_child(verb, "mark", "to")) return false;
  return tree.child(verb, {"aux"}) != nowhere;
}

// Of a verb that a tree gives no subject, or a day; nowhere where the tree may stand.
std::uint32_t subject_past_tree(const SentenceTree& tree, std::uint32_t verb, std::uint32_t own) {
  if (!is_of_finite_clause(tree, verb)) return nowhere;
  const bool pronoun = own == nowhere || tree.token(own).upos == "PRON";
  if (pronoun) {
    const std::uint32_t noun = subject_before_saying(tree, verb);
    if (noun != nowhere) return noun;
  }
  if (own != nowhere) return is_day(tree, own) ? subject_by_order(tree, verb) : nowhere;
  const std::uint32_t above = tree.head(verb);
  const bool alone = above == nowhere || tree.is(verb, "amod");
  const bool torn = tree.token(verb).deprel == "acl" && is_parted_from_noun(tree, verb, above);
  if (!alone && !torn) return nowhere;
  const std::uint32_t name = subject_by_order(tree, verb);
  if (name != nowhere || is_passive(tree, verb)) return name;
  // "the envoy had flown to Chad, met its king": what a parser hung on the second verb.
  for (const std::uint32_t c : tree.children(verb)) {
    const bool before = c < verb && tree.token(c).upos == "VERB" && !tree.is(c, "acl") &&
                        tree.child(c, {"mark"}) == nowhere;
    if (before && tree.lemma(verb - 1) == ",") return tree.child(c, {"nsubj"});
  }
  return nowhere;
}

bool opens_sentence_as_participle(const SentenceTree& tree, std::uint32_t verb) {
  const std::string_view tag = tree.token(verb).xpos;
  if (tree.head(verb) != nowhere || (tag != "VBN" && tag != "VBG")) return false;
  return verb <= tree.document().sentences[tree.sentence(verb)].first + 1;
}

// Subject in the sense of grammar, of active and passive alike.
std::uint32_t grammatical_subject(const SentenceTree& tree, std::uint32_t verb, int depth = 0) {
  if (depth > 8 || verb == nowhere) return nowhere;
  const std::uint32_t own = own_subject(tree, verb);
  // "it was Chad that did it", which a parser may take for a relative clause
  const std::uint32_t described = tree.is(verb, "advcl") ? tree.head(verb) : nowhere;
  if (own != nowhere && described != nowhere && is_relative(tree, own) && is_cleft(tree, described))
    return described;
  if (const std::uint32_t name = subject_past_tree(tree, verb, own); name != nowhere) return name;
  if (own != nowhere) return own;
  // "having praised Chad, Mali went on": a parser may take the participle for the main verb.
  if (opens_sentence_as_participle(tree, verb)) {
    const std::uint32_t main = tree.child(verb, {"ccomp"});
    if (main != nowhere && main > verb) return own_subject(tree, main);
  }
  // "Washington cut off aid": a parser may hang the verb on its subject.
  const std::uint32_t name = tree.head(verb);
  if (tree.is(verb, "parataxis") && name != nowhere && name + 3 > verb && name < verb &&
      tree.token(name).upos == "PROPN" && tree.head(name) == nowhere && !is_cleft(tree, name) &&
      tree.token(verb - 1).upos != "PUNCT")
    return name;
  // "Ana Ruiz, for her part, is to travel": nobody is spoken to.
  const std::uint32_t called = tree.child(verb, {"vocative"});
  if (called != nowhere && called < verb && tree.token(called).upos == "PROPN") return called;
  const std::uint32_t above = tree.head(verb);
  if (above == nowhere) return nowhere;
  // "it was Chad that left": Chad did.
  const bool after_cleft = tree.is(verb, "parataxis") || tree.is(verb, "ccomp") ||
                           tree.is(verb, "csubj") || tree.is(verb, "advcl");
  if (after_cleft && is_cleft(tree, above)) return above;
  // "Chad's bid to leave": Chad leaves.
  if (tree.is(verb, "acl") && is_plan(tree.lemma(above))) return bidder(tree, above);
  // "slammed Chad's decision to leave", however it hangs
  const std::uint32_t plan = plan_before(tree, verb);
  if (plan != nowhere && tree.child(plan, {"nmod:poss"}) != nowhere) return bidder(tree, plan);
  // "declared him unwelcome in line with law, and lowered ties": joined by "and", whatever it hangs
  // on.
  if (tree.is(verb, "acl") && tree.child(verb, {"cc"}) != nowhere)
    return grammatical_subject(tree, verb_above(tree, above), depth + 1);
  // "took the floor to denounce it": who spoke there.
  const bool infinitive = tree.has_child(verb, "mark", "to");
  if (tree.is(verb, "acl") && infinitive && reading_tables().in_list("stage", tree.lemma(above)))
    return grammatical_subject(tree, verb_above(tree, above), depth + 1);
  if (tree.is(verb, "acl")) return above;  // "the state recalling", "the envoy expelled"
  if (tree.is(verb, "appos") && tree.token(verb).xpos == "VBG")
    return above;  // "Chad, thanking it"
  const std::string_view tag = tree.token(verb).xpos;
  const bool finite = tag == "VBD" || tag == "VBZ" || tag == "VBP";
  if (tree.is(verb, "xcomp") && !(finite && !tree.has_child(verb, "mark", "to"))) {
    // "asked Chad to vote": Chad votes. "promised Chad to vote" is rare.
    const std::uint32_t object = tree.child(above, {"obj", "iobj"});
    if (object != nowhere && is_verbal(tree, above)) return object;
  }
  // "demanded that Chad leave and threatened it": a finite verb is not joined to a bare one.
  const std::string_view tag_above = tree.token(above).xpos;
  const bool of_matrix = tree.is(verb, "conj") && tag == "VBD" && tag_above == "VB";
  if (of_matrix && tree.head(above) != nowhere && is_verbal(tree, tree.head(above)))
    return grammatical_subject(tree, tree.head(above), depth + 1);
  // "thanked Chad for sending troops": Chad sent them.
  const std::uint32_t object = tree.child(above, {"obj"});
  const bool for_doing = tree.is(verb, "advcl") && tree.has_child(verb, "mark", "for") &&
                         object != nowhere && object < verb && is_verbal(tree, above);
  if (for_doing) return object;
  // "went as far as to expel him"
  if (tree.is(verb, "advcl") && tree.token(above).upos == "ADV")
    return grammatical_subject(tree, tree.head(above), depth + 1);
  // "was quick to condemn it"
  const bool quick = tree.is(verb, "csubj") && infinitive &&
                     reading_tables().in_list("quick_to", tree.lemma(above));
  if (quick || tree.is(verb, "conj") || tree.is(verb, "xcomp") || tree.is(verb, "advcl") ||
      tree.is(verb, "parataxis") || goes_on_doing(tree, verb))
    return grammatical_subject(tree, above, depth + 1);
  return nowhere;
}

std::vector<Oblique> obliques_of(const SentenceTree& tree, std::uint32_t head) {
  std::vector<Oblique> out;
  for (const std::uint32_t c : tree.children(head)) {
    if (tree.is(c, "obl") || tree.is(c, "nmod")) {
      if (tree.token(c).deprel == "nmod:poss") continue;
      const std::string preposition = tree.preposition(c);
      for (const std::uint32_t noun : tree.joined(c)) out.push_back({preposition, noun});
    }
  }
  return out;
}

// Of "signed a decree banning it", "in a statement that condemns it" whose paper it is: its
// possessor, else who put it out, who says more in it.
std::uint32_t owner_of_paper(const SentenceTree& tree, std::uint32_t paper) {
  if (!reading_tables().in_list("paper", lower_case(tree.lemma(paper)))) return nowhere;
  const std::uint32_t owner = tree.child(paper, {"nmod:poss"});
  if (owner != nowhere) return owner;
  const std::uint32_t above = tree.head(paper);
  if (above == nowhere || !is_verbal(tree, above)) return nowhere;
  const bool put_out =
      tree.is(paper, "obj") && reading_tables().in_list("puts_out", tree.lemma(above));
  const bool in_it = tree.is(paper, "obl") && tree.preposition(paper) == "in";
  if (!put_out && !in_it) return nowhere;
  const std::uint32_t subject = grammatical_subject(tree, above);
  return is_passive(tree, above) ? nowhere : subject;
}

// "accused Chad of lying", where a parser takes Chad for the subject of what follows "of", or
// "accusing Chad of arming rebels", for a part of the rebels' name.
std::uint32_t object_before_of(const SentenceTree& tree, std::uint32_t verb) {
  const std::uint32_t end = tree.document().sentences[tree.sentence(verb)].last;
  if (verb + 2 < end && tree.token(verb + 1).upos == "PROPN" && tree.lemma(verb + 2) == "of" &&
      tree.is(verb + 1, "compound") && tree.head(verb + 1) > verb + 2)
    return verb + 1;
  for (const std::uint32_t c : tree.children(verb)) {
    if (c < verb || !(tree.has_child(c, "case", "of") || tree.has_child(c, "mark", "of"))) continue;
    const std::uint32_t noun = tree.child(c, {"nsubj"});
    if (noun != nowhere && noun > verb && noun < c) return noun;
  }
  return nowhere;
}

}  // namespace

bool is_verbal(const SentenceTree& tree, std::uint32_t at) {
  return tree.token(at).upos == "VERB" || tree.token(at).upos == "AUX";
}

std::uint32_t subject_of(const SentenceTree& tree, std::uint32_t verb) {
  return clause_of_verb(tree, verb).subject;
}

Clause clause_of_verb(const SentenceTree& tree, std::uint32_t verb) {
  Clause out;
  out.head = verb;
  out.passive = is_passive(tree, verb);
  out.obliques = obliques_of(tree, verb);
  const std::uint32_t first = grammatical_subject(tree, verb);
  if (out.passive) {
    out.object = first;
    for (const Oblique& o : out.obliques) {
      if (o.preposition == "by" && out.subject == nowhere) out.subject = o.noun;
    }
  } else {
    out.subject = first;
    out.object = what_is_called(tree, tree.child(verb, {"obj"}));
    // "spoke with the caretaker president": a parser may take it for an object all the same.
    if (out.object != nowhere && !tree.preposition(out.object).empty()) {
      out.obliques.push_back({tree.preposition(out.object), out.object});
      out.object = nowhere;
    }
    const std::uint32_t before_of = object_before_of(tree, verb);
    if (before_of != nowhere && (out.object == nowhere || out.object > before_of))
      out.object = before_of;
    if (first != nowhere && tree.is(verb, "acl") && tree.head(verb) == first) {
      const std::uint32_t owner = owner_of_paper(tree, first);
      if (owner != nowhere) out.subject = owner;
    }
    // "Ana Ruiz, whom he thanked": a parser may not see that she is the object.
    const std::uint32_t whom = tree.child(verb, {"obl", "nsubj", "iobj"});
    if (out.object == nowhere && whom != nowhere && tree.lemma(whom) == "whom" && whom < verb)
      out.object = noun_before(tree, whom);
    // "the sanctions it imposed"
    const bool bare = out.object == nowhere && tree.token(verb).deprel == "acl:relcl" &&
                      tree.child(verb, {"nsubj"}) != nowhere && !has_relative_word(tree, verb);
    const bool of_time =
        bare &&
        reading_tables().in_list("times", tree.lemma(tree.head(verb)));  // "that night Chad left"
    if (bare && !of_time && tree.head(verb) < tree.child(verb, {"nsubj"}))
      out.object = tree.head(verb);
    // "the vote that Chad missed"
    if (out.object != nowhere && is_relative(tree, out.object) && tree.is(verb, "acl"))
      out.object = tree.head(verb);
  }
  out.receiver = tree.child(verb, {"iobj"});
  if (!out.passive && out.object == nowhere) out.object = out.receiver;  // "urged Chad to vote"
  out.modality = modality_of(tree, verb);
  out.time = time_of(tree, verb, out.modality);
  return out;
}

Clause clause_of_noun(const SentenceTree& tree, std::uint32_t noun) {
  Clause out;
  out.head = noun;
  out.obliques = obliques_of(tree, noun);
  // "sanctions by Norway against Serbia": the second may hang on the first.
  for (std::size_t k = 0; k < out.obliques.size() && k < most_obliques; ++k) {
    for (Oblique& o : obliques_of(tree, out.obliques[k].noun)) out.obliques.push_back(std::move(o));
  }
  out.subject = tree.child(noun, {"nmod:poss"});
  if (out.subject == nowhere) out.subject = tree.child(noun, {"nsubj"});  // "is an ally of France"
  const std::uint32_t above = tree.head(noun);
  if (above != nowhere && is_verbal(tree, above)) {
    const Clause clause = clause_of_verb(tree, above);
    const bool taken = tree.is(noun, "obj") || tree.is(noun, "obl") || tree.is(noun, "ccomp") ||
                       tree.is(noun, "xcomp") || tree.token(noun).deprel == "nsubj:pass";
    // "the raid was condemned by Chad": not Chad's.
    const bool viewed = tree.token(noun).deprel == "nsubj:pass" &&
                        reading_tables().in_list("views_a_deed", tree.lemma(above));
    if (out.subject == nowhere && taken && !viewed) out.subject = clause.subject;
    for (const Oblique& o : clause.obliques) {
      if (o.noun != noun && !(viewed && o.preposition == "by")) out.obliques.push_back(o);
    }
    // "wants to undo a call": the call has been. "was unwilling to act when it had been a guest":
    // a clause of its own.
    const bool own_clause = tree.child(noun, {"cop"}) != nowhere;
    if (own_clause)
      out.modality = modality_of(tree, noun);
    else if (!taken || carries_out(tree.lemma(above)))
      out.modality = clause.modality;
    out.time = clause.time;
    if (tree.is(noun, "obj") || tree.token(noun).deprel == "nsubj:pass")
      out.modality = weakest(out.modality, is_called_off(tree, above)
                                               ? Modality::negated
                                               : modality_of_what_befell(tree.lemma(above)));
  }
  // "is ready for talks"
  if (above != nowhere && tree.is(noun, "obl") && tree.token(above).upos == "ADJ" &&
      is_ready(tree.lemma(above)) && out.subject == nowhere) {
    out.subject = tree.child(above, {"nsubj"});
    out.modality = weakest(modality_of(tree, above), Modality::possible);
  }
  if (above != nowhere && tree.is(noun, "nsubj") && tree.token(above).upos == "ADJ")
    out.modality = weakest(out.modality, modality_of_prospect(tree.lemma(above)));
  out.modality = weakest(out.modality, modality_of_adjectives(tree, noun));
  out.modality = weakest(out.modality, modality_by_words_before(tree, noun));
  if (tree.has_child(noun, "det", "no")) out.modality = Modality::negated;
  return out;
}

}  // namespace volteface
