#include "language/tense.h"

#include <algorithm>
#include <array>

#include "language/sentence_heads.h"
#include "language/tense_by_order.h"

namespace volteface::language {
namespace {

constexpr int longest_climb = 12;  // from a date to the verb that it belongs to

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Verbs and adjectives whose infinitive or noun lies ahead: "scheduled to meet", "agreed to visit".
bool looks_ahead(std::string_view lemma) {
  return any_of(lemma,
                {"plan",   "schedule", "scheduled", "expect",  "set",      "due",         "agree",
                 "intend", "aim",      "hope",      "prepare", "upcoming", "forthcoming", "planned",
                 "slate",  "promise",  "vow",       "going",   "go",       "want",        "likely",
                 "invite", "ask",      "urge",      "order",   "request",  "propose",     "offer",
                 "decide", "pledge",   "threaten",  "seek",    "commit",   "undertake",   "ready"});
}

// Whose day is told ahead of it: "scheduled for 3 March", "due in October", "planned for May", but
// not "planned in May" or "set up in May".
bool is_announced(std::string_view lemma, std::string_view preposition) {
  if (any_of(lemma, {"schedule", "scheduled", "due", "expect", "expected", "timetable"}))
    return !preposition.empty();
  return preposition == "for" &&
         any_of(lemma, {"plan", "planned", "set", "slate", "slated", "book", "pencil", "earmark"});
}

// The preposition that leads a date which begins at a token, if one does.
std::string_view led_by(const Document& document, const Sentence& sentence, std::uint32_t token) {
  if (document.tokens[token].upos == "ADP") return document.tokens[token].lemma;
  if (token == sentence.first || document.tokens[token - 1].upos != "ADP") return {};
  return document.tokens[token - 1].lemma;
}

// In the present with a day they tell of what is to come: "expires on Friday", "runs until May".
bool is_of_a_term(std::string_view lemma) {
  return any_of(
      lemma,
      {"expire",  "lapse",     "run",    "last",      "end",      "begin",  "start",  "open",
       "close",   "continue",  "elapse", "terminate", "conclude", "resume", "finish", "vote",
       "convene", "reconvene", "return", "arrive",    "leave",    "depart", "fly",    "travel",
       "visit",   "meet",      "host",   "receive",   "go",       "come",   "attend", "gather",
       "face",    "enter",     "kick",   "assume",    "retire",   "step",   "embark", "address",
       "take",    "sit",       "dine",   "debate",    "brief",    "fall",   "expect", "await",
       "demand",  "propose"});
}

// What hangs on a verb or noun.
enum class Sign { none, future, past };

// `nearest`: of the verbs above the date.
Sign sign_of(const Document& document, const Sentence& sentence, std::uint32_t place,
             std::string_view preposition, bool nearest) {
  const Token& token = document.tokens[place];
  bool may = false, have = false, back = false, case_to = false;
  bool to = false, be_present = false, be_to = false, was = false, would = false;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& child = document.tokens[i];
    if (child.head < 0 || sentence.first + static_cast<std::uint32_t>(child.head) != place)
      continue;
    if (child.deprel.starts_with("aux") && any_of(child.lemma, {"will", "shall", "'ll"}))
      return Sign::future;
    if (child.deprel.starts_with("aux") && child.lemma == "would") would = true;
    if (child.deprel.starts_with("aux") && child.xpos == "VBD") return Sign::past;  // "had"
    have |= child.deprel.starts_with("aux") && child.lemma == "have";
    may |= child.deprel == "aux" && any_of(child.lemma, {"may", "might", "could", "can"});
    be_present |= child.deprel == "aux" && child.lemma == "be" && child.xpos != "VBD";
    be_to |= (child.deprel == "aux" || child.deprel == "cop") && child.lemma == "be" &&
             child.xpos != "VBD";
    back |= child.lemma == "back" && preposition == "to";  // "goes back to May"
    to |= child.deprel == "mark" && child.lemma == "to";
    case_to |= child.deprel == "case" && (child.lemma == "to" || child.lemma == "for");
    was |= child.deprel == "cop" && child.xpos == "VBD";
    if (child.deprel == "amod" && looks_ahead(child.lemma)) return Sign::future;
  }
  if (have) return Sign::past;  // "has left", "could have left"
  if (may && nearest) return Sign::future;
  // "said that it would leave on Friday"
  if (would && token.deprel == "ccomp") return Sign::future;
  const bool announced = token.xpos == "VBN" || token.upos == "ADJ";
  if (announced && !was && is_announced(token.lemma, preposition)) return Sign::future;
  const bool present = token.xpos == "VBZ" || token.xpos == "VBP";
  if (present && !back && preposition != "of" && is_of_a_term(token.lemma)) return Sign::future;
  if (token.xpos == "VBD") return Sign::past;
  if (token.xpos == "VBG" && be_present) return Sign::future;
  if (to && be_to) return Sign::future;
  if (token.head < 0) return Sign::none;
  const Token& head = document.tokens[sentence.first + static_cast<std::uint32_t>(token.head)];
  if (to && (looks_ahead(head.lemma) || head.lemma == "be")) return Sign::future;
  // "demands the departure of the force in June"
  if (token.upos == "NOUN" && any_of(head.lemma, {"demand", "want", "propose", "foresee", "plan"}))
    return Sign::future;
  // "invited them to a party on 3 January"
  if (token.upos == "NOUN" && case_to && head.lemma == "invite") return Sign::future;
  return Sign::none;
}

// The words that a date hangs on, from the nearest on, until `stops` says so.
template <class Stops>
bool climb(const Document& document, const Sentence& sentence, std::uint32_t token, Stops&& stops) {
  std::uint32_t place = token;
  for (int step = 0; step < longest_climb; ++step) {
    const Token& here = document.tokens[place];
    if (place != token && stops(place)) return true;
    if (here.head < 0) return false;
    place = sentence.first + static_cast<std::uint32_t>(here.head);
  }
  return false;
}

// The word of announcing right before a date: "due in October", which a parser may take for a
// preposition; nowhere where there is none.
std::uint32_t announced_before(const Document& document, const Sentence& sentence,
                               std::uint32_t token) {
  if (token < sentence.first + 2 || document.tokens[token - 1].upos != "ADP") return nowhere;
  const Token& word = document.tokens[token - 2];
  const bool fits = word.xpos == "VBN" || word.xpos == "VBD" || word.upos == "ADJ";
  return fits && is_announced(word.lemma, document.tokens[token - 1].lemma) ? token - 2 : nowhere;
}

// "Should Mali vote to leave on 23 June, ...", in its first clause.
bool opens_with_condition(const Document& document, const Sentence& sentence, std::uint32_t token) {
  if (document.form(document.tokens[sentence.first]) != "Should") return false;
  for (std::uint32_t t = sentence.first; t < token; ++t) {
    if (document.tokens[t].lemma == ",") return false;
  }
  return true;
}

bool is_had(const Token& token) {
  return token.lemma == "have" && token.xpos == "VBD" && token.upos == "AUX";
}

bool is_past_be(const Token& token) { return token.lemma == "be" && token.xpos == "VBD"; }

}  // namespace

bool speaks_of_future(const Document& document, const Sentence& sentence, std::uint32_t token) {
  const std::uint32_t announced = announced_before(document, sentence, token);
  if (announced != nowhere && announced > sentence.first &&
      document.tokens[announced].upos == "ADJ" && !is_past_be(document.tokens[announced - 1]))
    return true;
  if (const auto time = time_by_order(document, sentence, token)) return *time == TimeTold::future;
  if (opens_with_condition(document, sentence, token)) return true;
  const std::string_view preposition = led_by(document, sentence, token);
  Sign sign = Sign::none;
  bool nearest = true, named = false;
  climb(document, sentence, token, [&](std::uint32_t place) {
    const std::string_view upos = document.tokens[place].upos;
    const bool of_interest = upos == "VERB" || upos == "NOUN" || upos == "AUX" || upos == "ADJ" ||
                             upos == "ADV";  // "will be back in May"
    if (!of_interest) return false;
    sign = sign_of(document, sentence, place, preposition, nearest);
    nearest &= upos != "VERB";
    // "asked whether the declaration of May was lawful", "the session of 3 May will be open"
    const bool stops = named;
    named |= preposition == "of" && upos == "NOUN";
    const bool subject = document.tokens[place].deprel.starts_with("nsubj");
    return sign != Sign::none || stops || (named && !subject);
  });
  return sign == Sign::future;
}

bool is_told_ahead(const Document& document, const Sentence& sentence, std::uint32_t token) {
  if (announced_before(document, sentence, token) != nowhere) return true;
  const std::string_view preposition = led_by(document, sentence, token);
  return climb(document, sentence, token, [&](std::uint32_t place) {
    const Token& here = document.tokens[place];
    const bool passive = here.xpos == "VBN" || here.upos == "ADJ";
    return passive && is_announced(here.lemma, preposition);
  });
}

bool lay_ahead_then(const Document& document, const Sentence& sentence, std::uint32_t token) {
  for (std::uint32_t t = token; t > sentence.first; --t) {
    const Token& before = document.tokens[t - 1];
    if (is_finite_or_modal(before)) return before.xpos == "VBD" || before.lemma == "would";
  }
  return false;
}

bool stands_in_relative(const Document& document, const Sentence& sentence, std::uint32_t token) {
  constexpr std::uint32_t furthest = 12;  // words
  for (std::uint32_t t = token; t > sentence.first && token - t < furthest; --t) {
    const Token& before = document.tokens[t - 1];
    if (before.lemma == ";" || before.lemma == ")") return false;
    if (before.xpos == "WDT" || before.xpos == "WP") return true;
  }
  return false;
}

bool is_of_noun(const Document& document, const Sentence& sentence, std::uint32_t token) {
  if (token < sentence.first + 2 || document.tokens[token - 1].lemma != "of") return false;
  const Token& noun = document.tokens[token - 2];
  const bool time = any_of(noun.lemma, {"night", "evening", "morning", "afternoon", "day", "week",
                                        "month", "spring", "summer", "autumn", "fall", "winter",
                                        "end", "beginning", "start", "half", "hour", "course"});
  return noun.upos == "NOUN" && !time;
}

bool is_told_as_before(const Document& document, const Sentence& sentence, std::uint32_t token) {
  for (std::uint32_t t = token; t < sentence.last && document.tokens[t].lemma != ";"; ++t) {
    if (is_finite_or_modal(document.tokens[t])) return is_had(document.tokens[t]);
  }
  for (std::uint32_t t = token; t > sentence.first; --t) {
    if (is_finite_or_modal(document.tokens[t - 1])) return is_had(document.tokens[t - 1]);
  }
  return false;
}

}  // namespace volteface::language
