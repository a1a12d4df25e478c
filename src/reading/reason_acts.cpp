#include "reading/reason_acts.h"

#include <algorithm>
#include <array>

#include "reading/tables.h"

namespace volteface {

bool is_act(const SentenceTree& tree, std::uint32_t t) {
  const std::string_view kind = tree.token(t).upos;
  return kind != "VERB" && kind != "DET" && kind != "AUX" &&
         reading_tables().in_list("own_act", lower_case(tree.lemma(t)));
}

bool takes_a_stand(const SentenceTree& tree, std::uint32_t verb) {
  return verb != nowhere && reading_tables().in_list("takes_a_stand", tree.lemma(verb));
}

namespace {

bool is_bare_explain(const CuePlace& place) {
  return place.cue->first() == "explain" && place.cue->words.size() == 1;
}

// "at the request of", "on the basis of": of a vote they tell why, of a service or a treaty how.
bool is_bare_wish(const SentenceTree& tree, const CuePlace& place) {
  const std::string_view cue = place.cue->first();
  if (cue != "at" && cue != "on") return false;
  const std::string_view word = tree.lemma(place.last - (tree.lemma(place.last) == "of" ? 1 : 0));
  return word == "request" || word == "basis" || word == "wish";
}

// "see ~ as ~ bow to", but not "see ~ behind"
bool sees_as(const SentenceTree& tree, const CuePlace& place) {
  for (std::uint32_t t = place.first + 1; t < place.last; ++t) {
    if (tree.lemma(t) == "as") return true;
  }
  return false;
}

}  // namespace

// "out of loyalty", but not "out of the house"; "due to pressure", but not "due to speak".
bool ReasonActs::is_reason(const CuePlace& place, std::uint32_t first) const {
  if (first >= tree_.document().tokens.size()) return false;  // a cue that ends the report
  const std::string_view cue = place.cue->first();
  if (is_disowned(place) || doubts_.is_none(place)) return false;
  if (cue == "be" && place.cue->reason != ReasonCue::Reason::between && denies(place)) return false;
  if (reading_tables().in_list("justifying", cue)) return justifies_step(place.first);
  // "the firms on account of which nobody will"
  if (tree_.token(first).upos == "PRON" &&
      (tree_.lemma(first) == "which" || tree_.lemma(first) == "whom"))
    return false;
  if (const auto told = by_verb_of_telling(place)) return *told;
  if (const auto told = by_motive(place)) return *told;
  if (const auto told = by_conjunction(place, first)) return *told;
  if (const auto told = by_preposition(place, first)) return *told;
  if (cue == "be") return is_by_being(place);
  return (cue != "to" && cue != "hope") || is_purpose(place);
}

std::uint32_t ReasonActs::first_of_sentence(std::uint32_t t) const {
  return view_.document().sentences[tree_.sentence(t)].first;
}

// "just because I disagree does not mean", "not because", "I am not aligned with"
bool ReasonActs::is_disowned(const CuePlace& place) const {
  constexpr std::uint32_t near = 2;
  const std::uint32_t begin = first_of_sentence(place.first);
  for (std::uint32_t t = place.first; t-- > begin && place.first - t <= near;) {
    const std::string_view word = tree_.lemma(t);
    const bool just = word == "just" && place.cue->first() == "because";
    if (just || word == "not" || word == "n't" || word == "never") return true;
    if (tree_.token(t).upos == "PUNCT") break;
  }
  return false;
}

// "abstained, saying", but not "met her, saying"
bool ReasonActs::justifies_step(std::uint32_t saying) const {
  const std::uint32_t above = tree_.head(saying);
  return tree_.is(saying, "advcl") && above != nowhere &&
         (reading_tables().in_list("takes_a_stand", tree_.lemma(above)) ||
          reading_tables().in_list("sure_step", tree_.lemma(above)) ||
          tree_.lemma(above) == "hold");
}

// "explained", "cited", "lies in"; nothing if the cue is of another kind.
std::optional<bool> ReasonActs::by_verb_of_telling(const CuePlace& place) const {
  const std::string_view cue = place.cue->first();
  const std::size_t size = place.cue->words.size();
  const std::uint32_t of_place = tree_.sentence(place.first);
  const Sentence& sentence = view_.document().sentences[of_place];
  const bool gap = place.gap_first < place.gap_last;
  if (is_bare_explain(place)) return is_explained_so(place.first);
  if (cue == "explain" && tree_.lemma(place.last) == ":")
    return is_about_act(tree_.sentence(place.first));
  // "explained the vote by", but not "explained that it was done by"
  if ((cue == "explain" || cue == "blame" || cue == "link") && gap) {
    const bool of_act = names_act(place.gap_first, place.gap_last);
    return !has_clause(place.gap_first, place.gap_last) && (cue == "explain" || of_act) &&
           tree_.token(place.first).upos == "VERB";
  }
  if (cue == "explaining" && size == 1) {  // "explaining its vote", "explaining why it had left"
    const std::uint32_t next = place.first + 1;
    const std::uint32_t end = std::min<std::uint32_t>(sentence.last, place.first + 6);
    return names_act(next, end) || (next < end && tree_.lemma(next) == "why");
  }
  if (cue == "want" && size == 2 && !gap) return false;  // "wants to leave"; "wants them to stop"
  // "analysts see it differently: Chad needs the loans"
  if (cue == "see" && tree_.lemma(place.last) == ":")
    return view_.quote_of(place.first) == nowhere && place.last - place.first <= 5;
  // "see the abstention as a bow to", but not "see the budget as"
  if (cue == "see" && sees_as(tree_, place)) {
    const bool act = names_act(sentence.first, place.last);
    return act || (tree_.token(place.first + 1).upos == "PRON" && is_about_act(of_place));
  }
  if (cue == "have" &&
      tree_.lemma(place.last) ==
          "mind") {  // "had the elections in mind", "has them in mind when it abstains"
    const bool told = tree_.token(place.first).xpos == "VBD" && is_about_act(of_place);
    return told || tells_of_act(of_place) || names_act(sentence.first, sentence.last);
  }
  // "did so to please", but not "to the cheers of"
  if (cue == "do" && tree_.lemma(place.last) == "to") return tree_.token(place.last).upos == "PART";
  if (cue == "cite" || cue == "invoke" || cue == "want" || cue == "not")
    return is_about_act(tree_.sentence(place.first));
  if (cue == "lie") return names_act(place.last, sentence.last);
  if (cue == "mean" || cue == "aim") return names_act(sentence.first, place.first);
  return std::nullopt;
}

std::optional<bool> ReasonActs::by_motive(const CuePlace& place) const {
  const std::string_view cue = place.cue->first();
  const bool drives = cue == "drive" && place.cue->reason == ReasonCue::Reason::subject;
  if (drives || (cue == "make" && place.cue->words.size() == 1)) return is_motive_of(place.first);
  if (cue == "motive") return tree_.token(place.first).upos == "NOUN";  // not "grounded"
  if (cue == "worried") {
    const bool opens = place.first == first_of_sentence(place.first) ||
                       tree_.token(place.first - 1).upos == "PUNCT";
    return opens && tree_.token(place.first).xpos != "VBD";
  }
  return std::nullopt;
}

std::optional<bool> ReasonActs::by_conjunction(const CuePlace& place, std::uint32_t first) const {
  const std::string_view cue = place.cue->first();
  const bool alone = place.cue->words.size() == 1;
  if (cue == "for") return is_for_reason(place, first_of_sentence(place.first));
  if (cue == "hence") return tree_.token(first).upos != "PUNCT";
  if (cue == "as" && alone) return is_as_why(place.first);
  if (cue == "since" && alone) return tells_why(std::max(place.first + 1, first));
  if ((cue == "therefore" || cue == "so") && alone)
    return takes_a_stand(tree_, tree_.head(place.first));
  // "be given self-determination"
  if (cue == "given" && alone) {
    const std::uint32_t t = place.first, begin = first_of_sentence(t);
    const bool opens = t == begin || tree_.token(t - 1).upos == "PUNCT" || !tree_.is(t, "ccomp");
    const bool of_noun = t > begin && tree_.token(t - 1).upos == "NOUN";  // "support given by"
    return opens && !of_noun && tree_.child(t, {"aux", "nsubj"}) == nowhere;
  }
  return std::nullopt;
}

std::optional<bool> ReasonActs::by_preposition(const CuePlace& place, std::uint32_t first) const {
  const std::string_view cue = place.cue->first();
  const bool between = place.cue->reason == ReasonCue::Reason::between;
  if (is_bare_wish(tree_, place)) return tells_of_stand(tree_.sentence(place.first));
  if ((cue == "on" || cue == "at" || cue == "under") && between) return is_short_gap(place);
  if (cue == "over" && between) return is_step_against(tree_.head(place.last));
  if (cue == "from" && !is_of_act(place.first)) return false;
  // "by solidarity with", not "by the love of"; "acted from conviction"
  if ((cue == "by" || cue == "from") && place.cue->words.size() == 1) {
    return reading_tables().in_list("out_of_motive", lower_case(tree_.lemma(first))) &&
           tree_.token(first).upos == "NOUN";
  }
  if (cue == "due" || cue == "owing") return tree_.token(first).upos != "VERB";
  if (cue != "out") return std::nullopt;
  for (std::uint32_t t = first; t < first + 5 && t < view_.document().tokens.size(); ++t) {
    if (reading_tables().in_list("out_of_motive", tree_.lemma(t))) return true;
  }
  return false;
}

// "the abstention was", "it is an answer to"
bool ReasonActs::is_by_being(const CuePlace& place) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(place.first)];
  if (tree_.token(place.last - 1).upos == "VERB") return false;  // "where he protested against"
  const bool clear =
      place.cue->reason != ReasonCue::Reason::after || !has_clause(place.gap_first, place.gap_last);
  const auto& words = place.cue->words;
  const bool telling =
      place.cue->theme || (words.size() > 1 && words[1].may_skip);  // "the price of"
  return clear &&
         (names_act(sentence.first, sentence.last) || (telling && speaks_of_done(place.first)));
}

// "for economic reasons", "on legal grounds"
bool ReasonActs::is_short_gap(const CuePlace& place) const {
  constexpr std::uint32_t longest = 4;
  for (std::uint32_t t = place.gap_first; t < place.gap_last; ++t) {
    if (lower_case(tree_.lemma(t)) == "no") return false;  // "under no such pressure"
  }
  return place.gap_first < place.gap_last && place.gap_last - place.gap_first <= longest &&
         tree_.token(place.last).upos != "VERB" &&  // "on Thursday ordered"
         !has_clause(place.gap_first, place.gap_last);
}

bool ReasonActs::is_for_reason(const CuePlace& place, std::uint32_t begin) const {
  using Reason = ReasonCue::Reason;
  const std::uint32_t first = place.first;
  if (place.cue->reason == Reason::between) return is_short_gap(place);
  const bool about_act = is_about_act(tree_.sentence(first));
  switch (place.cue->words.size()) {
    case 1:  // "abstained, for it needs", but not "voted for it"
      return first > begin && tree_.token(first - 1).upos == "PUNCT" && opens_clause(first) &&
             about_act;
    case 2:  // "For that he was summoned", but not "for that text"
      return first == begin || tree_.token(first - 1).upos == "CCONJ";
    default:
      return place.cue->reason != Reason::before || about_act ||
             (first > begin + 1 && tree_.lemma(first - 1) == "be");  // "it is for this reason that"
  }
}

// "abstained, as the text was unfair", but not "as her envoy said", "as it did in May", "such as".
bool ReasonActs::is_as_why(std::uint32_t as) const {
  const std::uint32_t clause = tree_.head(as);
  if (!tree_.is(as, "mark") || clause == nowhere || clause < as) return false;
  const std::uint32_t above = tree_.head(clause);
  if (above == nowhere || above > as || !takes_a_stand(tree_, above)) return false;
  const std::uint32_t begin = view_.document().sentences[tree_.sentence(as)].first;
  const std::string_view before = as > begin ? tree_.lemma(as - 1) : std::string_view();
  if (tree_.lemma(as + 1) == "do") return false;  // "as did Chad"
  const bool says = reading_tables().in_list("voice", tree_.lemma(clause)) ||
                    tree_.lemma(clause) == "put" || tree_.lemma(clause) == "do";
  return before != "as" && before != "such" && before != "just" && !says && tells_why(as + 1);
}

// "was no favour to"
bool ReasonActs::denies(const CuePlace& place) const {
  constexpr std::array<std::string_view, 5> words = {"no", "not", "n't", "never", "hardly"};
  for (std::uint32_t t = place.gap_first; t < place.gap_last; ++t) {
    if (is_one_of(lower_case(tree_.lemma(t)), words) && !is_act(tree_, t)) return true;
  }
  return false;
}

// "It is an answer to", "the step, he says, was": what was done before is the subject.
bool ReasonActs::speaks_of_done(std::uint32_t be) const {
  const std::uint32_t sentence = tree_.sentence(be);
  const std::uint32_t begin = view_.document().sentences[sentence].first;
  for (std::uint32_t t = begin; t < be; ++t) {
    const bool subject = tree_.is(t, "nsubj") || t <= begin + 1;
    const std::string word = lower_case(tree_.lemma(t));
    if (subject && reading_tables().in_list("done_before", word)) return is_about_act(sentence);
  }
  return false;
}

// ", for it needs"
bool ReasonActs::opens_clause(std::uint32_t mark) const {
  constexpr std::array<std::string_view, 6> subjects = {"it", "he", "she", "they", "we", "i"};
  if (tree_.is(mark, "mark")) return true;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(mark)].last;
  if (mark + 2 >= end || !is_one_of(lower_case(tree_.lemma(mark + 1)), subjects)) return false;
  const std::string_view next = tree_.token(mark + 2).upos;
  return next == "VERB" || next == "AUX" || next == "ADV";
}

// "conviction drove Chad there", but not "the army drove the rebels to"
bool ReasonActs::is_motive_of(std::uint32_t verb) const {
  if (tree_.token(verb).upos != "VERB") return false;
  const std::uint32_t subject = subject_of(tree_, verb);
  return subject != nowhere &&
         reading_tables().in_list("motive_noun", lower_case(tree_.lemma(subject)));
}

bool ReasonActs::has_clause(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    const Token& token = tree_.token(t);
    const bool verb = token.upos == "VERB" && !tree_.is(t, "amod");
    if (verb || token.upos == "AUX" || token.upos == "SCONJ") return true;
  }
  return false;
}

bool ReasonActs::tells_of_stand(std::uint32_t sentence) const {
  const Sentence& of = view_.document().sentences[sentence];
  for (std::uint32_t t = of.first; t < of.last; ++t) {
    const bool told = tree_.head(t) == nowhere || tree_.is(t, "conj") || tree_.is(t, "ccomp");
    if (told && reading_tables().in_list("takes_a_stand", tree_.lemma(t))) return true;
    if (tree_.is(t, "obj") && reading_tables().in_list("own_act", tree_.lemma(t))) return true;
  }
  return false;
}

bool ReasonActs::tells_of_vote(const Sentence& sentence, std::uint32_t first,
                               std::uint32_t last) const {
  constexpr std::array<std::string_view, 4> words = {"abstain", "abstention", "vote", "veto"};
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if ((t < first || t >= last) && is_one_of(lower_case(tree_.lemma(t)), words)) return true;
  }
  return false;
}

bool ReasonActs::tells_of_act(std::uint32_t sentence) const {
  if (tells_of_stand(sentence)) return true;
  const Sentence& of = view_.document().sentences[sentence];
  const auto doer = std::ranges::lower_bound(doers_.all(), of.begin, {}, &Doer::begin);
  return doer != doers_.all().end() && doer->begin < of.end;
}

// The comma that ends what is put in behind another, where a verb follows; else nowhere.
std::uint32_t ReasonActs::behind_pair(std::uint32_t comma, std::uint32_t end) const {
  constexpr std::uint32_t longest = 8;
  for (std::uint32_t t = comma + 1; t + 1 < std::min(end, comma + longest); ++t) {
    if (tree_.lemma(t) != ",") continue;
    const std::string_view next = tree_.token(t + 1).upos;
    return next == "AUX" || next == "VERB" ? t : nowhere;
  }
  return nowhere;
}

// "since it needs the loans", but not "since May", "as it did in May".
bool ReasonActs::tells_why(std::uint32_t first) const {
  constexpr std::uint32_t longest = 16;  // words
  const std::uint32_t end = view_.document().sentences[tree_.sentence(first)].last;
  bool states = false;
  for (std::uint32_t t = first; t < std::min(end, first + longest); ++t) {
    const Token& token = tree_.token(t);
    if (token.upos == "PUNCT") {  // "since the law, she says, does not allow it"
      const std::uint32_t behind = tree_.lemma(t) == "," ? behind_pair(t, end) : nowhere;
      if (behind == nowhere) break;
      t = behind;
      continue;
    }
    if (t < first + 3 && view_.calendar.is_date(t)) return false;
    // What "was" or "can" be is a reason; what somebody did may be no more than a time.
    const bool present = token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
    states |= present || (token.upos == "AUX" && token.xpos == "VBD");
  }
  return states;
}

// "expelled the envoy over his remarks"
bool ReasonActs::is_step_against(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 16> steps = {
      "expel", "recall", "summon",  "suspend", "break", "cut",      "sever", "impose",
      "ban",   "freeze", "boycott", "quit",    "leave", "withdraw", "call",  "cancel"};
  return verb != nowhere && is_one_of(tree_.lemma(verb), steps);
}

// "acted from conviction", "its abstention from fear", but not "freedom from fear"
bool ReasonActs::is_of_act(std::uint32_t preposition) const {
  const std::uint32_t noun = tree_.head(preposition);
  const std::uint32_t above = noun == nowhere ? nowhere : tree_.head(noun);
  return above != nowhere && (takes_a_stand(tree_, above) || is_act(tree_, above));
}

// "the abstention", "its veto" within [first, last).
bool ReasonActs::names_act(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (is_act(tree_, t)) return true;
  }
  return false;
}

// Of the sentence, or of the one before, which may ask "Why?".
bool ReasonActs::is_about_act(std::uint32_t sentence) const {
  const auto& sentences = view_.document().sentences;
  for (std::uint32_t t = sentences[sentence].first; t < sentences[sentence].last; ++t) {
    if (tree_.token(t).upos == "VERB" && takes_a_stand(tree_, t)) return true;
  }
  if (tells_of_act(sentence) || names_act(sentences[sentence].first, sentences[sentence].last))
    return true;
  if (sentence == 0) return false;
  return tells_of_act(sentence - 1) || tree_.lemma(sentences[sentence - 1].last - 1) == "?";
}

}  // namespace volteface
