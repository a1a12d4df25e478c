#include "reading/untold_acts.h"

#include <algorithm>

#include "reading/act_words.h"
#include "reading/asked_acts.h"
#include "reading/rule_words.h"
#include "reading/said_acts.h"

namespace volteface {
namespace {

bool is_kind(EventType type) { return type < EventType::request; }

// "lifted part of its sanctions", "eased the harshest of them", which may hang on the verb.
bool is_lifted_in_part(const SentenceTree& tree, std::uint32_t noun) {
  const std::uint32_t of = tree.child(noun, {"case"});
  if (of == nowhere || of == 0 || tree.lemma(of) != "of") return false;
  const std::uint32_t share = of - 1;
  const bool in_part = tree.token(share).xpos == "JJS" || is_in_list(tree, share, "share");
  return in_part && tree.is(share, "obj") && is_in_list(tree, tree.head(share), "lifts");
}

}  // namespace

bool UntoldActs::is_background(const EventRule& rule, const Clause& clause) const {
  if (is_asked_whether(clause.head)) return true;
  if (is_other_sense(rule, clause) || is_undone(rule, clause)) return true;
  if (is_force_told_otherwise(rule, clause)) return true;
  return rule.kind == EventRule::Word::verb ? is_told_above(rule, clause)
                                            : is_told_by_verb(rule, clause);
}

// "Did Chad ask for it?", "Would Chad ever condemn Mali?": told by the answer, if at all.
bool UntoldActs::is_asked_whether(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  const bool question = tree_.lemma(end - 1) == "?" || (end > 1 && tree_.lemma(end - 2) == "?");
  const std::uint32_t subject = tree_.child(verb, {"nsubj"});
  if (!question || subject == nowhere) return false;
  const auto children = tree_.children(verb);
  const bool whether = std::ranges::none_of(
      children, [&](std::uint32_t c) { return tree_.token(c).xpos.starts_with("W"); });
  return whether && std::ranges::any_of(children, [&](std::uint32_t c) {
           return tree_.is(c, "aux") && c < subject;
         });
}

// "watched the attack on Chad", "feared sanctions": not of who did, unless the verb does no more
// than bring it about.
bool UntoldActs::is_seen_by_another(const EventRule& rule, const Clause& clause) const {
  if (rule.kind != EventRule::Word::noun || is_kind(rule.type)) return false;
  if (rule.type == EventType::protest) return false;  // "Lima saw a protest against Chad"
  const auto asks_above = [](const RuleNeed& need) { return need.where == "above"; };
  if (std::ranges::any_of(rule.needs, asks_above)) return false;
  const std::uint32_t above = tree_.head(clause.head);
  if (above == nowhere || tree_.token(above).upos != "VERB") return false;
  if (tree_.child(clause.head, {"nmod:poss", "nsubj"}) != nowhere) return false;
  return !is_in_list(tree_, above, "does_it");
}

// What is taken away, taken back, given up or only alleged.
bool UntoldActs::is_undone(const EventRule& rule, const Clause& clause) const {
  const bool given = rule.type == EventType::aid || rule.type == EventType::support ||
                     rule.type == EventType::agree || rule.type == EventType::cooperate;
  const bool said = rule.type == EventType::accuse || rule.type == EventType::threaten ||
                    rule.type == EventType::request || rule.type == EventType::reject;
  const bool ends = given || rule.type == EventType::assault;  // "stopped shelling"
  if (rule.kind == EventRule::Word::verb)
    return is_alleged(clause.head) || (ends && is_given_up(clause.head));
  if (rule.kind != EventRule::Word::noun) return false;
  return (given && is_taken_away(clause.head)) || (said && is_taken_back(clause.head));
}

// A noun whose verb tells it: "called off a visit", "lifted its sanctions".
bool UntoldActs::is_told_by_verb(const EventRule& rule, const Clause& clause) const {
  const std::uint32_t above = tree_.head(clause.head);
  if (rule.kind != EventRule::Word::noun || above == nowhere) return false;
  // "the lifting of its sanctions"
  if (rule.type == EventType::sanction && tree_.preposition(clause.head) == "of" &&
      is_in_list(tree_, above, "lifting"))
    return true;
  if (rule.type == EventType::consult)
    return is_in_list(tree_, above, "calls_off") || is_put_off(above) ||
           is_broken_off(clause.head) || is_invited_to(tree_, clause.head);
  // "signed a partnership": agreed on
  if (rule.type == EventType::cooperate && tree_.is(clause.head, "obj"))
    return is_in_list(tree_, above, "agrees_on");
  const bool kindness = rule.type == EventType::retreat || rule.type == EventType::concede;
  if (kindness && is_demanded(tree_, clause.head)) return true;
  const bool object =
      tree_.is(clause.head, "obj") || tree_.token(clause.head).deprel == "nsubj:pass";
  const bool curb = rule.type == EventType::sanction || rule.type == EventType::coerce;
  if (curb && object) return reading_tables().in_list("lifts", tree_.lemma(above));
  if (curb && tree_.is(clause.head, "nsubj") && is_in_list(tree_, above, "lapses")) return true;
  return curb && is_lifted_in_part(tree_, clause.head);
}

// "put off a visit"
bool UntoldActs::is_put_off(std::uint32_t verb) const {
  return tree_.lemma(verb) == "put" && tree_.has_child(verb, "compound:prt", "off");
}

// "quit the talks", "walked out of the talks", "put the talks on ice"
bool UntoldActs::is_broken_off(std::uint32_t noun) const {
  const std::uint32_t above = tree_.head(noun);
  if (is_left(noun)) return true;
  if (!(tree_.is(noun, "obj") || tree_.is(noun, "nsubj:pass"))) return false;
  return is_in_list(tree_, above, "breaks_off") || is_put_on_ice(above);
}

// "pulled out of the talks", "withdrew from its treaty", "cut off its aid" as a parser may have it
bool UntoldActs::is_left(std::uint32_t noun) const {
  const std::uint32_t above = tree_.head(noun);
  if (above == nowhere || !tree_.is(noun, "obl")) return false;
  const std::string preposition = tree_.preposition(noun);
  if (preposition == "off") return is_in_list(tree_, above, "takes_away");
  const bool out = preposition.ends_with("of") || preposition.ends_with("from");
  return out && is_in_list(tree_, above, "goes_out_of");
}

// "put it on ice", "held it in abeyance"
bool UntoldActs::is_put_on_ice(std::uint32_t verb) const {
  return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
    return tree_.is(c, "obl") && is_in_list(tree_, c, "ice");
  });
}

// A verb that is told by the one above it.
bool UntoldActs::is_told_above(const EventRule& rule, const Clause& clause) const {
  const bool due = tree_.has_child(clause.head, "aux", "must");  // "Chad must free them"
  if (due && is_kind(rule.type)) return true;                    // told by who says it
  if (is_urged(tree_, clause.head) || is_what_a_text_is(rule, clause)) return true;
  if (rule.type == EventType::aid && is_helped_with(clause.head)) return true;
  if (is_kind(rule.type) && (is_promised(clause.head) || is_refused(clause.head))) return true;
  if (is_meant_as_threat(clause.head) || is_own_step_threatened(view_, clause.head)) return true;
  if (rule.type == EventType::agree && (promises_harm(clause.head) || agrees_on_harm(clause)))
    return true;
  if (asks_for_no_name(rule, clause.head)) return true;
  if (rule.type == EventType::reject && refuses_to_apologise(clause.head)) return true;
  return is_demanded_that(tree_, clause.head);
}

// "suspended its aid", "froze a part of its aid", "put an end to its cooperation"
bool UntoldActs::is_taken_away(std::uint32_t noun) const {
  std::uint32_t whole = noun;
  const auto is_share = [&](std::uint32_t t) {
    return t != nowhere && tree_.token(t).upos != "VERB" && is_in_list(tree_, t, "share");
  };
  for (int step = 0; step < 2 && is_share(tree_.head(whole)); ++step) whole = tree_.head(whole);
  const std::uint32_t above = tree_.head(whole);
  if (above == nowhere) return false;
  // "put an end to its cooperation", however it hangs
  if (tree_.preposition(noun) == "to" && is_share(tree_.child(above, {"obj"}))) return true;
  // "announced the suspension of its aid"
  if (tree_.is(noun, "nmod") && is_in_list(tree_, tree_.head(noun), "taking_away")) return true;
  // "cut off seventy million in aid"
  if (tree_.is(noun, "obl") && tree_.preposition(noun) == "in" &&
      tree_.child(above, {"obj"}) != nowhere)
    return is_in_list(tree_, above, "takes_away");
  if (is_left(whole) || is_put_on_ice(above)) return true;
  const bool object = tree_.is(whole, "obj") || tree_.is(whole, "nsubj:pass") || whole != noun;
  return object && is_in_list(tree_, above, "takes_away");
}

// "withdrew its complaint"
bool UntoldActs::is_taken_back(std::uint32_t noun) const {
  const std::uint32_t above = tree_.head(noun);
  if (above == nowhere) return false;
  const bool of_noun = tree_.preposition(noun) == "of" && is_in_list(tree_, above, "lifting");
  const bool object = tree_.is(noun, "obj") || tree_.token(noun).deprel == "nsubj:pass";
  return of_noun || (object && is_in_list(tree_, above, "takes_back"));
}

// "called the president a liar", "called him 'corrupt'"
bool UntoldActs::is_name_given(const EventRule& rule, std::uint32_t verb) const {
  if (rule.word != "call" || rule.kind != EventRule::Word::verb) return false;
  const auto objects = std::ranges::count_if(tree_.children(verb),
                                             [&](std::uint32_t c) { return tree_.is(c, "obj"); });
  return objects > 1 || tree_.child(verb, {"xcomp"}) != nowhere || opens_quotation(verb);
}

// "called the president \"a thief\"": a few words behind the verb, before a comma.
bool UntoldActs::opens_quotation(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 10;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb + 1; t < std::min(end, verb + furthest); ++t) {
    if (tree_.lemma(t) == "\"") return true;
    if (tree_.token(t).upos == "PUNCT" || tree_.token(t).upos == "VERB") return false;
  }
  return false;
}

// "accused it of supporting terrorism"
bool UntoldActs::is_alleged(std::uint32_t verb) const {
  const bool participle = tree_.token(verb).xpos == "VBG" || tree_.has_child(verb, "aux", "have");
  if (!participle || !tree_.has_child(verb, "mark", "of")) return false;
  constexpr int highest = 3;
  std::uint32_t at = tree_.head(verb);
  for (int step = 0; at != nowhere && step < highest; ++step, at = tree_.head(at))
    if (is_in_list(tree_, at, "alleges")) return true;
  return false;
}

// "stopped buying oil": told by the stopping.
bool UntoldActs::is_given_up(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  return above != nowhere && tree_.is(verb, "xcomp") && is_in_list(tree_, above, "ends_force");
}

// "a resolution calling for peace", "a resolution that called for it": says which it is; but not
// "calling on Chad".
bool UntoldActs::is_what_a_text_is(const EventRule& rule, const Clause& clause) const {
  if (rule.type != EventType::request || rule.word != "call") return false;
  const std::uint32_t above = tree_.head(clause.head);
  const bool of_text = tree_.is(clause.head, "acl") && is_text(tree_, above);
  const bool says_which = tree_.token(clause.head).xpos == "VBG" || of_text;
  return says_which && std::ranges::none_of(clause.obliques,
                                            [](const Oblique& o) { return o.preposition == "on"; });
}

// "vowed to invade Chad": no agreement.
bool UntoldActs::promises_harm(std::uint32_t verb) const {
  const std::uint32_t promised = tree_.child(verb, {"xcomp"});
  if (promised == nowhere) return false;
  const std::vector<std::size_t> rules = rules_of_word(view_, promised);
  const bool mild = std::ranges::any_of(rules, [](std::size_t k) {  // "to withdraw its men"
    return reading_tables().events()[k].type == EventType::retreat;
  });
  if (mild || rules.empty()) return false;
  const bool harmful = std::ranges::all_of(rules, [](std::size_t k) {  // "to impose sanctions"
    return reading_tables().events()[k].type > EventType::reject;
  });
  return harmful || std::ranges::any_of(rules, [](std::size_t k) {
           const EventRule& rule = reading_tables().events()[k];
           return !rule.source.empty() && rule.needs.empty() && rule.particle.empty() &&
                  rule.type > EventType::reject;
         });
}

// "agreed on new sanctions against Chad": with nobody that is hurt by it.
bool UntoldActs::agrees_on_harm(const Clause& clause) const {
  return std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
    return (o.preposition == "on" || o.preposition == "to") && is_in_list(tree_, o.noun, "curbs");
  });
}

// "asked not to be named", "requested anonymity"
bool UntoldActs::asks_for_no_name(const EventRule& rule, std::uint32_t verb) const {
  if (rule.word != "ask" && rule.word != "request") return false;
  return std::ranges::any_of(tree_.subtree(verb), [&](std::uint32_t t) {
    return t > verb && is_in_list(tree_, t, "namelessness");
  });
}

// "helped Chad rebuild its port": told by the help.
bool UntoldActs::is_helped_with(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  const bool with = tree_.is(verb, "xcomp") || tree_.is(verb, "ccomp");
  return with && is_in_list(tree_, above, "helps") &&
         (tree_.child(above, {"obj"}) != nowhere || tree_.child(verb, {"nsubj"}) != nowhere);
}

// "promised to help Chad", "an agreement to restore their ties": told by the promise.
bool UntoldActs::is_promised(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  if (above == nowhere || !tree_.has_child(verb, "mark", "to")) return false;
  if (tree_.is(verb, "acl")) return is_in_list(tree_, above, "promise_nouns");
  return tree_.is(verb, "xcomp") && is_in_list(tree_, above, "promises");
}

// "refused to speak to Chad", "refuses to recognise it": told by the refusal; but a missing apology
// is one.
bool UntoldActs::is_refused(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  if (above != nowhere && tree_.is(verb, "acl") && tree_.lemma(above) == "refusal") return true;
  if (above == nowhere || !tree_.is(verb, "xcomp")) return false;
  const bool refused = tree_.lemma(above) == "refuse" || tree_.lemma(above) == "decline";
  return refused && !refuses_to_apologise(above);
}

// "threatened to expel its envoy": told by the threat.
bool UntoldActs::is_meant_as_threat(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  const bool meant = tree_.is(verb, "xcomp") || tree_.is(verb, "ccomp");
  return above != nowhere && meant && tree_.lemma(above) == "threaten";
}

// Told by what is refused: a missing apology.
bool UntoldActs::refuses_to_apologise(std::uint32_t verb) const {
  const std::uint32_t refused = tree_.child(verb, {"xcomp"});
  return refused != nowhere && tree_.lemma(refused).starts_with("apologi");
}

bool UntoldActs::is_vote(const EventRule& rule, const Clause& clause) const {
  if (rule.kind != EventRule::Word::verb) return favours_text(rule, clause);
  if (rule.type != EventType::support && rule.type != EventType::reject) return false;
  // "rejected the resolution" blames those who passed it.
  const bool praised = rule.mode == EventMode::praise || rule.mode == EventMode::thank;
  const bool greets = rule.word == "welcome";
  if (rule.word == "oppose" && is_text(tree_, clause.object) && !is_move(tree_, clause.object))
    return true;
  if (is_text(tree_, clause.object) && !is_move_of_another(clause.object))
    return rule.type == EventType::support && !praised && !greets;
  if (rule.word == "deny" || rule.word == "dispute" || rule.word == "refute") return false;
  const bool something = clause.object != nowhere && tree_.lemma(clause.object) != "it";
  const bool passive = clause.passive && clause.subject == nowhere;
  return (!something || passive) && speaks_of_a_vote(clause.head);
}

// "defended Chad's decision", "the Chadian decision": no vote on it.
bool UntoldActs::is_move_of_another(std::uint32_t object) const {
  if (!is_move(tree_, object)) return false;
  return std::ranges::any_of(tree_.children(object), [&](std::uint32_t c) {
    const bool owner = tree_.token(c).deprel == "nmod:poss" || tree_.is(c, "amod");
    return owner && !view_.actors.actors_of(c).empty();
  });
}

// "spoke in favour of the text"
bool UntoldActs::favours_text(const EventRule& rule, const Clause& clause) const {
  if (!rule.word.starts_with("favo")) return false;
  const std::uint32_t above = tree_.head(clause.head);
  if (above != nowhere && tree_.lemma(above) == "vote") return true;
  return std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
    return o.preposition == "of" && is_text(tree_, o.noun);
  });
}

bool UntoldActs::speaks_of_a_vote(std::uint32_t t) const {
  const auto& sentences = view_.document().sentences;
  const std::uint32_t here = tree_.sentence(t);
  const std::uint32_t first = sentences[here - std::min(here, 1u)].first;
  for (std::uint32_t k = first; k < sentences[here].last; ++k) {
    const std::string_view upos = tree_.token(k).upos;
    if ((upos == "NOUN" || upos == "PROPN") && is_text(tree_, k)) return true;
  }
  return false;
}

bool UntoldActs::is_told_as_vote(const EventRule& rule, const ReportedEvent& event) const {
  if (rule.kind != EventRule::Word::verb) return false;
  if (rule.type != EventType::support && rule.type != EventType::reject) return false;
  const Evidence& words = event.evidence;
  auto vote = std::ranges::lower_bound(votes_, words.sentence, {},
                                       [](const ReportedVote& v) { return v.evidence.sentence; });
  for (; vote != votes_.end() && vote->evidence.sentence == words.sentence; ++vote) {
    const bool overlap = vote->evidence.begin < words.end && words.begin < vote->evidence.end;
    const bool of_side = vote->state == event.source.state || vote->state == event.target.state;
    if (overlap && of_side) return true;
  }
  return false;
}

bool UntoldActs::tells_a_vote(std::uint32_t sentence) const {
  const auto vote = std::ranges::lower_bound(
      votes_, sentence, {}, [](const ReportedVote& v) { return v.evidence.sentence; });
  return vote != votes_.end() && vote->evidence.sentence == sentence;
}
}  // namespace volteface
