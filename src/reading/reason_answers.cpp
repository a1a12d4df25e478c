#include "reading/reason_answers.h"

#include <algorithm>
#include <array>

#include "reading/tables.h"

namespace volteface {
namespace {

void add(const std::string& state, std::vector<std::string>& out) {
  if (!state.empty() && std::ranges::find(out, state) == out.end()) out.push_back(state);
}

bool ours_in(const std::vector<std::string>& states, const std::string& state) {
  return std::ranges::find(states, state) != states.end();
}

bool is_past(const SentenceTree& tree, std::uint32_t verb) {
  const std::string_view tag = tree.token(verb).xpos;
  return tag == "VBD" || (tag == "VBN" && tree.child(verb, {"aux"}) != nowhere);
}

}  // namespace

// "both", "they", "their governments"
bool ReasonAnswers::is_plural(std::uint32_t subject) const {
  constexpr std::array<std::string_view, 4> words = {"both", "they", "these", "those"};
  const std::uint32_t owner = tree_.child(subject, {"nmod:poss"});
  const std::string word = lower_case(tree_.lemma(subject));
  for (const std::uint32_t c : tree_.children(subject)) {  // "both neighbours", "the two states"
    const std::string_view number = tree_.lemma(c);
    if (c < subject && (number == "both" || number == "two") && states_of(subject).empty())
      return true;
  }
  return is_one_of(word, words) || (owner != nowhere && lower_case(tree_.lemma(owner)) == "they") ||
         (owner != nowhere && lower_case(tree_.lemma(owner)) == "their");
}

std::vector<std::string> ReasonAnswers::states_of(std::uint32_t noun) const {
  std::vector<std::string> out;
  for (const Actor& actor : view_.actors.actors_of(noun)) add(actor.state, out);
  return out;
}

// What the sentence tells beside the reason: "expelled the envoy of Chad", "the rupture".
ReasonAnswers::Step ReasonAnswers::step_in(const Sentence& sentence, const TokenRange& reason,
                                           const std::string& state) const {
  constexpr std::array<std::string_view, 6> complaints = {"sue",     "summon",    "protest",
                                                          "convoke", "retaliate", "denounce"};
  Step out;
  const std::uint32_t begin = tree_.token(reason.first).begin;
  const std::uint32_t end = tree_.token(reason.second - 1).end;
  auto at = std::ranges::lower_bound(doers_.all(), sentence.begin, {}, &Doer::begin);
  for (; at != doers_.all().end() && at->begin < sentence.end; ++at) {
    if (at->state != state || !at->harms || (at->begin >= begin && at->begin < end)) continue;
    out.told = true;
    if (at->target != state) add(at->target, out.targets);
  }
  std::vector<std::string>& named = out.named;
  bool likely = false, has_object = false, envoy = false, home = false;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (t >= reason.first && t < reason.second) continue;
    const std::string lemma = lower_case(tree_.lemma(t));
    const bool verb = tree_.token(t).upos == "VERB";
    const bool noun = tree_.token(t).upos == "NOUN";
    // "put an end to the accord", "called home its envoy"
    const bool ends =
        noun && lemma == "end" && tree_.head(t) != nowhere && tree_.lemma(tree_.head(t)) == "put";
    likely |= ends || (verb && reading_tables().in_list("step_against", lemma)) ||
              (noun && reading_tables().in_list("named_step", lemma));
    const bool pronoun = tree_.is(t, "obj") && tree_.token(t).upos == "PRON";  // "to punish it"
    has_object |= pronoun && reading_tables().in_list("step_against", tree_.lemma(tree_.head(t)));
    has_object |= noun && reading_tables().in_list("step_object", lemma);
    envoy |= lemma == "ambassador" || lemma == "envoy" || lemma == "diplomat";
    home |= lemma == "home" || lemma == "consultation" || lemma == "consultations";
    out.sure |= verb && reading_tables().in_list("sure_step", lemma);
    out.complains |= verb && is_one_of(lemma, complaints);
    for (const std::string& other : states_of(t)) {
      if (other != state) add(other, named);
    }
  }
  // "broke with Chad", "closed the embassy", but not "broke with that custom"
  out.told |= out.sure || (likely && (has_object || !named.empty())) || (envoy && home);
  if (out.targets.empty() && out.told && named.size() == 1) out.targets = named;
  if (out.targets.empty() && out.told) add(doers_.last_against(state, begin), out.targets);
  return out;
}

// "its embassy", "our citizens", the state itself.
bool ReasonAnswers::is_own(std::uint32_t noun, const std::string& state) const {
  if (noun == nowhere) return false;
  if (ours_in(states_of(noun), state)) return true;
  const std::uint32_t owner = tree_.child(noun, {"nmod:poss"});
  for (const std::uint32_t c : tree_.children(noun)) {  // "its own citizens"
    if (owner != nowhere && tree_.lemma(c) == "own" && tree_.token(owner).upos == "PRON")
      return true;
  }
  if (owner != nowhere) {
    const std::vector<std::string> owners = states_of(owner);
    const bool pronoun = tree_.token(owner).upos == "PRON" && owners.empty();
    return pronoun || std::ranges::find(owners, state) != owners.end();
  }
  for (const std::uint32_t c : tree_.children(noun)) {  // "two of its journalists"
    if (tree_.is(c, "nmod") && tree_.child(c, {"nmod:poss"}) != nowhere && is_own(c, state))
      return true;
  }
  return false;
}

// Who did what a verb of the reason tells: its subject ("because Chad had sent rebels", "their
// governments had"); of what was done to one's own, the one that the step is against.
std::vector<std::string> ReasonAnswers::doers_of(std::uint32_t verb, const Step& step,
                                                 const std::string& state) const {
  if (is_passive(tree_, verb)) {
    const std::uint32_t by = clause_of_verb(tree_, verb).subject;
    if (!is_own(tree_.child(verb, {"nsubj"}), state)) return {};
    const bool agent = by != nowhere && tree_.preposition(by) == "by";
    std::vector<std::string> agents = agent ? states_of(by) : step.targets;
    return agents.empty() ? step.targets : agents;
  }
  const std::uint32_t subject = subject_of(tree_, verb);
  if (subject == nowhere || reading_tables().in_list("no_deed", tree_.lemma(verb)) ||
      (!step.sure && reading_tables().in_list("grants", tree_.lemma(verb))))
    return {};
  std::vector<std::string> states = states_of(subject);
  // "because Chad supports the rebels": what it does now, where the step is against it.
  const bool known = std::ranges::any_of(states, [&](const std::string& s) {
    return std::ranges::find(step.targets, s) != step.targets.end();
  });
  if (!is_past(tree_, verb) && !known) return {};
  if (states.empty()) states = states_of(tree_.child(subject, {"nmod:poss"}));
  const bool of_pronoun = tree_.token(subject).upos == "PRON" ||
                          tree_.token(subject).upos == "DET" || is_plural(subject) ||
                          (tree_.child(subject, {"nmod:poss"}) != nowhere &&
                           tree_.token(tree_.child(subject, {"nmod:poss"})).upos == "PRON");
  // "because it had": of the one that the step is against, whomever a pronoun was taken for.
  const bool against = std::ranges::any_of(states, [&](const std::string& s) {
    return std::ranges::find(step.targets, s) != step.targets.end();
  });
  const bool ours = ours_in(states, state);
  const std::string word = lower_case(tree_.lemma(subject));
  const bool first_person = word == "we" || word == "i";
  // "because their governments had": of all that the step is against.
  if (of_pronoun && against && step.targets.size() > states.size()) return step.targets;
  // "because both had", of two whom the sentence names.
  if (of_pronoun && !ours_in(states, state) && step.targets.size() < 2 && step.named.size() == 2 &&
      is_plural(subject))
    return step.named;
  if (of_pronoun && !against && !ours && !first_person) return step.targets;
  std::erase(states, state);
  return states;
}

// "It acted because", "the step was taken because".
bool ReasonAnswers::tells_only_of_acting(const Sentence& sentence, const TokenRange& reason) const {
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (t >= reason.first && t < reason.second) continue;
    if (tree_.token(t).upos == "VERB" && (tree_.lemma(t) == "act" || tree_.lemma(t) == "react"))
      return true;
    const bool subject = tree_.is(t, "nsubj");
    const std::string word = lower_case(tree_.lemma(t));
    // "put the order down to", "attributed the expulsion to"
    if (tree_.is(t, "obj") && (reading_tables().in_list("unnamed_step", word) ||
                               reading_tables().in_list("named_step", word)))
      return true;
    if (subject && (tree_.lemma(t) == "step" || tree_.lemma(t) == "decision" ||
                    tree_.lemma(t) == "move" || tree_.lemma(t) == "measure"))
      return true;
  }
  return false;
}

// "because Chad had been among the sponsors"
std::vector<std::string> ReasonAnswers::who_were(std::uint32_t noun,
                                                 const std::string& state) const {
  if (!tree_.has_child(noun, "cop", "be") || !tree_.has_child(noun, "aux", "have")) return {};
  const std::uint32_t subject = tree_.child(noun, {"nsubj"});
  std::vector<std::string> states = states_of(subject);
  if (states.empty() && subject != nowhere) states = owners_of_deed(subject);
  std::erase(states, state);
  return states;
}

// "the Chadian raid", "remarks by Chad", "the support of Chad for": whose it is.
std::vector<std::string> ReasonAnswers::owners_of_deed(std::uint32_t noun) const {
  std::vector<std::string> out;
  for (const std::uint32_t c : tree_.children(noun)) {  // "of three envoys by Chad"
    if (tree_.preposition(c) != "by") continue;
    for (const std::string& state : states_of(c)) add(state, out);
  }
  if (!out.empty()) return out;
  for (const std::uint32_t c : tree_.children(noun)) {
    const bool before = tree_.is(c, "amod") || tree_.is(c, "compound") || tree_.is(c, "nmod:poss");
    const std::string by = tree_.preposition(c);
    if (!before && by != "by" && by != "of" && by != "from") continue;
    for (const std::string& state : states_of(c)) add(state, out);
  }
  return out;
}

std::vector<std::string> ReasonAnswers::answered(const CuePlace& place, const TokenRange& reason,
                                                 const std::string& state) const {
  constexpr std::array<std::string_view, 6> in_their_hands = {"jail",    "prison",  "custody",
                                                              "hostage", "captive", "detention"};
  if (reason.first >= reason.second) return {};
  const Sentence& sentence = view_.document().sentences[tree_.sentence(place.first)];
  Step step = step_in(sentence, reason, state);
  // "Reason for it is", "it acted so because": of the sentence before.
  const bool noun = tree_.token(place.first).upos == "NOUN";
  const bool acted = tells_only_of_acting(sentence, reason);
  if (!step.told && (noun || acted) && tree_.sentence(place.first) > 0) {
    const Sentence& before = view_.document().sentences[tree_.sentence(place.first) - 1];
    step = step_in(before, reason, state);
  }
  if (!step.told && acted) {  // told in another sentence
    const std::string target = doers_.last_target_of(state, sentence.begin);
    step.told = !target.empty();
    add(target, step.targets);
  }
  if (!step.told) return {};
  if (step.complains) return step.targets;
  const std::string by = doers_.hurt_by(place.first, reason.second, state);
  if (!by.empty() && place.cue->theme) return {by};
  for (std::uint32_t t = reason.first; t < reason.second; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "VERB") {
      std::vector<std::string> doers = doers_of(t, step, state);
      std::erase(doers, state);
      if (!doers.empty()) return doers;
    }
    const std::string lemma = lower_case(tree_.lemma(t));
    if (kind != "NOUN") continue;
    if (std::vector<std::string> were = who_were(t, state); !were.empty()) return were;
    if (is_one_of(lemma, in_their_hands)) return step.targets;
    if (!reading_tables().in_list("deed", lemma)) continue;
    std::vector<std::string> owners = owners_of_deed(t);
    const std::uint32_t owner = tree_.child(t, {"nmod:poss"});
    // "expelled the envoy, citing its support": nobody is punished for what one did oneself.
    const bool its = owner != nowhere && tree_.token(owner).upos == "PRON" &&
                     place.cue->reason == ReasonCue::Reason::after;
    const bool own = !its && std::ranges::find(owners, state) != owners.end();
    std::erase(owners, state);
    if (!owners.empty()) return owners;
    if (!own && place.cue->reason == ReasonCue::Reason::after) return step.targets;
  }
  return {};
}

std::uint32_t ReasonAnswers::head_of(const TokenRange& reason) const {
  for (std::uint32_t t = reason.first; t < reason.second; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "VERB" || kind == "AUX" || kind == "PUNCT" || kind == "ADP") return nowhere;
    const bool part = t + 1 < reason.second &&
                      (tree_.token(t + 1).upos == "NOUN" || tree_.token(t + 1).lemma == "'s");
    if (kind == "NOUN" && !part) return t;
  }
  return nowhere;
}

bool ReasonAnswers::is_sure(const CuePlace& place, const TokenRange& reason) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(place.first)];
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (t >= reason.first && t < reason.second) continue;
    if (tree_.token(t).upos == "VERB" && reading_tables().in_list("sure_step", tree_.lemma(t)))
      return true;
  }
  return false;
}

bool ReasonAnswers::is_deed(const TokenRange& reason) const {
  const std::uint32_t head = head_of(reason);
  return head != nowhere && reading_tables().in_list("deed", lower_case(tree_.lemma(head)));
}

// "what it called interference by Chad", "the case that Chad had brought"
bool ReasonAnswers::is_done_by(const TokenRange& reason, const std::string& state) const {
  for (std::uint32_t t = reason.first; t < reason.second; ++t) {
    const std::uint32_t above = tree_.head(t);
    if (above == nowhere || !ours_in(states_of(t), state)) continue;
    const bool agent = tree_.preposition(t) == "by";
    const bool subject = tree_.is(t, "nsubj") && above >= reason.first && is_past(tree_, above);
    if (agent || subject) return true;
  }
  return false;
}

}  // namespace volteface
