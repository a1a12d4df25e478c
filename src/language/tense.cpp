#include "language/tense.h"

#include <algorithm>
#include <array>

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

// What hangs on a verb or noun.
enum class Sign { none, future, past };

Sign sign_of(const Document& document, const Sentence& sentence, std::uint32_t place) {
  const Token& token = document.tokens[place];
  bool to = false, be_present = false, be_to = false;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& child = document.tokens[i];
    if (child.head < 0 || sentence.first + static_cast<std::uint32_t>(child.head) != place)
      continue;
    if (child.deprel.starts_with("aux") && any_of(child.lemma, {"will", "shall", "'ll"}))
      return Sign::future;
    if (child.deprel.starts_with("aux") && child.xpos == "VBD") return Sign::past;
    if (child.deprel.starts_with("aux") && child.lemma == "have") return Sign::past;
    be_present |= child.deprel == "aux" && child.lemma == "be" && child.xpos != "VBD";
    be_to |= (child.deprel == "aux" || child.deprel == "cop") && child.lemma == "be" &&
             child.xpos != "VBD";
    to |= child.deprel == "mark" && child.lemma == "to";
    if (child.deprel == "amod" && looks_ahead(child.lemma)) return Sign::future;
  }
  if (token.xpos == "VBD") return Sign::past;
  if (token.xpos == "VBG" && be_present) return Sign::future;
  if (to && be_to) return Sign::future;
  if (to && token.head >= 0) {
    const Token& head = document.tokens[sentence.first + static_cast<std::uint32_t>(token.head)];
    if (looks_ahead(head.lemma) || head.lemma == "be") return Sign::future;
  }
  return Sign::none;
}

}  // namespace

bool speaks_of_future(const Document& document, const Sentence& sentence, std::uint32_t token) {
  std::uint32_t place = token;
  for (int step = 0; step < longest_climb; ++step) {
    const Token& here = document.tokens[place];
    const bool of_interest =
        here.upos == "VERB" || here.upos == "NOUN" || here.upos == "AUX" || here.upos == "ADJ";
    if (of_interest && place != token) {
      const Sign sign = sign_of(document, sentence, place);
      if (sign != Sign::none) return sign == Sign::future;
    }
    if (here.head < 0) return false;
    place = sentence.first + static_cast<std::uint32_t>(here.head);
  }
  return false;
}

}  // namespace volteface::language
