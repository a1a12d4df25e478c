#include "reading/vote_status.h"

#include <algorithm>
#include <array>

#include "reading/tables.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

// "urged Chad to abstain", "leaned on Chad to abstain"
bool is_asker(std::string_view verb) {
  return reading_tables().in_list("asks_to", verb) || reading_tables().in_list("presses_to", verb);
}

}  // namespace

bool VoteStatuses::with_status(FoundVote& found, Modality modality) const {
  if (goes_on(found.head)) modality = modality_of(tree_, tree_.head(found.head));
  if (was_expected(found.head) || is_asked_whether(found.head)) return false;
  if (modality == Modality::planned && is_question(found.head)) return false;
  if (is_under_denial(found.head)) {
    found.status = VoteStatus::denied;
    return true;
  }
  switch (modality) {
    case Modality::asserted:
      return true;
    case Modality::planned:
      if (!is_looked_back_on(found.head) && !is_done(found.head))
        found.status = VoteStatus::announced;
      return true;
    case Modality::possible:
      if (is_threatened(found.head) || is_likely(found.head)) {
        found.status = VoteStatus::announced;
        return true;
      }
      return asks_why(found.head);
    case Modality::negated:
      if (is_unreal(found.head)) return false;
      if (is_asked_whether_not(found.head)) return true;
      if (found.choice == ReportedChoice::yes) {
        found.choice = ReportedChoice::not_yes;
        if (is_to_come(found.head)) found.status = VoteStatus::announced;
      } else if (found.choice == ReportedChoice::no && !uses_something(found.head)) {
        found.status = VoteStatus::denied;
      } else if (found.choice == ReportedChoice::abstain && never_meant(found.head)) {
        found.status = VoteStatus::denied;
      } else {
        return false;
      }
      return true;
  }
  return true;
}

// "defended its decision to vote against"
bool VoteStatuses::is_looked_back_on(std::uint32_t verb) const {
  const std::uint32_t decision = tree_.head(verb);
  if (decision == nowhere || !tree_.is(verb, "acl")) return false;
  const std::uint32_t above = tree_.head(decision);
  return above != nowhere && reading_tables().in_list("looks_back", tree_.lemma(above));
}

// "took care to vote against", "managed to abstain", "finally decided to abstain": it was done.
bool VoteStatuses::is_done(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 9> does = {"manage",  "dare",   "hasten", "rush", "hurry",
                                                    "proceed", "bother", "choose", "opt"};
  constexpr std::array<std::string_view, 12> takes = {"care",    "trouble",     "pain",    "pains",
                                                      "liberty", "opportunity", "courage", "nerve",
                                                      "guts",    "decency",     "honesty", "cheek"};
  constexpr std::array<std::string_view, 4> at_last = {"finally", "eventually", "ultimately",
                                                       "end"};
  const std::uint32_t above = tree_.head(verb);
  if (above == nowhere || tree_.token(above).xpos != "VBD") return false;
  if (is_one_of(tree_.lemma(above), does)) return true;
  const std::uint32_t object = tree_.child(above, {"obj"});
  const bool has = tree_.lemma(above) == "take" || tree_.lemma(above) == "have";
  if (has && object != nowhere && is_one_of(tree_.lemma(object), takes)) return true;
  return tree_.lemma(above) == "decide" &&
         std::ranges::any_of(tree_.children(above), [&](std::uint32_t c) {
           return is_one_of(lower_case(tree_.lemma(c)), at_last);
         });
}

bool VoteStatuses::is_question(std::uint32_t token) const {
  return tree_.lemma(view_.document().sentences[tree_.sentence(token)].last - 1) == "?";
}

// "Had Chad not promised to vote for it?", but not "Hadn't Mali voted for it?"
bool VoteStatuses::is_asked_whether(std::uint32_t verb) const {
  return opens_as_question(verb) && !is_asked_whether_not(verb);
}

// "Hadn't Mali voted for it?": it had.
bool VoteStatuses::is_asked_whether_not(std::uint32_t verb) const {
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  if (!opens_as_question(verb)) return false;
  return tree_.lemma(first + 1) == "n't" || tree_.lemma(first + 1) == "not";
}

bool VoteStatuses::opens_as_question(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 8> verbs = {"had",  "has",  "have",  "did",
                                                     "does", "will", "would", "is"};
  const Sentence& sentence = view_.document().sentences[tree_.sentence(verb)];
  const std::string first = lower_case(view_.document().text_of(tree_.token(sentence.first)));
  const bool short_of = sentence.first + 1 >= sentence.last;
  return !short_of && is_question(verb) && is_one_of(first, verbs);
}

// "Why should Chad vote for you?": it did, and that is what is asked about.
bool VoteStatuses::asks_why(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 3> auxiliaries = {"should", "could", "do"};
  bool why = false, real = false;
  for (const std::uint32_t c : tree_.children(verb)) {
    const std::string word = lower_case(tree_.lemma(c));
    why |= word == "why" || word == "how";
    real |= tree_.is(c, "aux") && is_one_of(word, auxiliaries) && tree_.token(c).xpos != "VB";
  }
  return why && real;
}

// "would not have voted for it", "we do not vote against our friends"
bool VoteStatuses::is_unreal(std::uint32_t verb) const {
  const bool never_was =
      tree_.has_child(verb, "aux", "would") && tree_.has_child(verb, "aux", "have");
  const bool habit =
      tree_.lemma(verb) == "vote" && view_.quote_of(verb) != nowhere &&
      std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
        return tree_.is(c, "aux") && tree_.lemma(c) == "do" && tree_.token(c).xpos != "VBD";
      });
  return never_was || habit;
}

// "did not use its veto" says nothing of how it voted.
bool VoteStatuses::uses_something(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 6> words = {"use",    "wield",  "exercise",
                                                     "employ", "deploy", "cast"};
  return is_one_of(tree_.lemma(verb), words);
}

// "denied that Chad had abstained", "denies having promised to vote for it"
bool VoteStatuses::is_under_denial(std::uint32_t verb) const {
  constexpr int highest = 3;
  std::uint32_t at = verb;
  for (int step = 0; step < highest; ++step) {
    // "denied that it had left Chad, which had vetoed the text"
    const bool relative = tree_.token(at).deprel == "acl:relcl";
    const bool clause =
        tree_.is(at, "ccomp") || tree_.is(at, "xcomp") || (tree_.is(at, "acl") && !relative);
    at = tree_.head(at);
    if (at == nowhere || !clause) return false;
    const std::string_view word = tree_.lemma(at);
    if (word == "deny" || word == "denial" || word == "refute")
      return word == "denial" || modality_of(tree_, at) != Modality::negated;
  }
  return false;
}

// "is likely to vote for it"
bool VoteStatuses::is_likely(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  return above != nowhere && (tree_.lemma(above) == "likely" || tree_.lemma(above) == "bound") &&
         modality_of(tree_, above) == Modality::asserted;
}

// "will go on voting against"
bool VoteStatuses::goes_on(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 4> words = {"go", "keep", "continue", "carry"};
  const std::uint32_t above = tree_.head(verb);
  return above != nowhere && tree_.token(verb).xpos == "VBG" && tree_.token(above).upos == "VERB" &&
         above < verb && is_one_of(tree_.lemma(above), words);
}

// "threatened to veto it", but not "unless it was changed"
bool VoteStatuses::is_threatened(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  const bool threatens = above != nowhere && tree_.lemma(above) == "threaten" &&
                         modality_of(tree_, above) == Modality::asserted;
  if (!threatens) return false;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb; t < end; ++t) {
    if (tree_.lemma(t) == "unless" || tree_.lemma(t) == "if") return false;
  }
  return true;
}

// "never intended to abstain", "denied having abstained", "had not planned to"
bool VoteStatuses::never_meant(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 7> words = {"intend", "plan", "mean",    "want",
                                                     "think",  "deny", "consider"};
  const std::uint32_t above = tree_.head(verb);
  return above != nowhere && is_one_of(tree_.lemma(above), words);
}

bool VoteStatuses::is_to_come(std::uint32_t verb) const {
  const bool would = tree_.has_child(verb, "aux", "would") && !tree_.has_child(verb, "aux", "have");
  return tree_.has_child(verb, "aux", "will") || (would && tree_.is(verb, "ccomp"));
}

// "had been expected to": what came is another thing.
bool VoteStatuses::was_expected(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  // "Chad, which was expected to abstain, voted no"
  const bool aside = above != nowhere && tree_.lemma(above) == "expect" && tree_.is(above, "acl") &&
                     tree_.has_child(above, "aux:pass", "be");
  if (aside) {
    for (const std::uint32_t c : tree_.children(above))
      if (tree_.is(c, "aux") && tree_.token(c).xpos == "VBD") return true;
  }
  // but not "had been expected to abstain but voted yes"
  return above != nowhere && tree_.lemma(above) == "expect" && !tree_.is(verb, "conj") &&
         std::ranges::any_of(tree_.children(above), [&](std::uint32_t c) {
           return tree_.lemma(c) == "have" && tree_.token(c).xpos == "VBD";
         });
}

std::uint32_t VoteStatuses::asked_by(std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  // not "asks that Chad vote"
  const bool told = tree_.token(verb).xpos == "VBD" ||
                    std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
                      const bool did =
                          tree_.lemma(c) == "do" && tree_.token(c).xpos == "VBD";  // "Why did Chad"
                      return tree_.is(c, "aux") && (did || tree_.lemma(c) == "have");
                    });
  const bool is_asked = tree_.has_child(verb, "mark", "to") || (asks_that(above) && !told);
  const bool below = above != nowhere && (tree_.is(verb, "xcomp") || tree_.is(verb, "ccomp")) &&
                     is_asker(tree_.lemma(above)) && is_asked;
  if (below) return above;
  constexpr std::uint32_t furthest = 14;
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  if (verb == first || tree_.lemma(verb - 1) != "to") return nowhere;
  for (std::uint32_t t = verb - 1; t-- > first && verb - t < furthest;) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "VERB" && is_asker(tree_.lemma(t))) return t;
    if (kind == "VERB" || kind == "AUX" || kind == "SCONJ") return nowhere;
  }
  return nowhere;
}

// Not "told reporters that it would".
bool VoteStatuses::asks_that(std::uint32_t verb) const {
  if (verb == nowhere) return false;
  const std::string_view word = tree_.lemma(verb);
  return word == "want" || reading_tables().in_list("asks_to", word);
}

std::vector<Actor> VoteStatuses::asked_at(std::uint32_t asker, std::uint32_t verb) const {
  const Clause asking = clause_of_verb(tree_, asker);
  std::vector<Actor> out = voters_.states_of(asking.object);
  if (tree_.is(asker, "acl") && tree_.child(asker, {"obj", "iobj"}) == nowhere)
    out = voters_.states_of(tree_.head(asker));  // "Chad, asked by Mali to abstain"
  for (const Oblique& o : asking.obliques) {
    if (out.empty() && o.noun < verb && o.preposition != "by")
      out = voters_.behind_preposition(o.noun);
  }
  const std::uint32_t next = asker + 1;
  if (next < verb && tree_.lemma(next) == "by") {  // whatever the tree
    const std::uint32_t first = view_.document().sentences[tree_.sentence(asker)].first;
    const std::uint32_t main = tree_.head(asker);
    if (asker == first && main != nowhere)  // "Asked by Mali to abstain, Chad voted no"
      return voters_.states_of(clause_of_verb(tree_, main).subject);
    const bool comma = asker > first && tree_.lemma(asker - 1) == ",";
    const StateRow asked = voters_.right_before(comma ? asker - 1 : asker);
    return asked.states.empty() ? out : asked.states;
  }
  const StateRow row = voters_.right_behind(asker);
  if (row.states.size() > out.size()) out = row.states;
  if (out.empty()) out = some_of_asked(asker, verb);
  if (out.empty()) out = voters_.states_of(tree_.child(verb, {"nsubj"}));
  return out;
}

bool VoteStatuses::is_asked_for(std::uint32_t noun) const {
  const std::uint32_t above = tree_.head(noun);
  if (tree_.preposition(noun) != "for" || above == nowhere) return false;
  const std::string_view word = tree_.lemma(above);
  return is_asker(word) || reading_tables().in_list("plea_for_vote", word);
}

bool VoteStatuses::is_wished_for(std::uint32_t noun) const {
  constexpr std::array<std::string_view, 34> wishes = {
      "think",  "dream",   "talk",     "speak",    "hope",        "wait",     "look",
      "seek",   "need",    "want",     "press",    "push",        "lobby",    "campaign",
      "urge",   "expect",  "lean",     "tend",     "mull",        "weigh",    "toy",
      "flirt",  "ponder",  "incline",  "consider", "contemplate", "threaten", "announce",
      "signal", "promise", "brandish", "fear",     "risk",        "avoid"};
  const std::uint32_t above = tree_.head(noun);
  const std::string preposition = tree_.preposition(noun);
  if (preposition == "towards" || preposition == "toward") return true;  // "leant towards a no"
  return above != nowhere && !tree_.is(noun, "nsubj") && is_one_of(tree_.lemma(above), wishes);
}

}  // namespace volteface
