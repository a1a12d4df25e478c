#include "language/view_holders.h"

#include <algorithm>
#include <unordered_set>

#include "language/lexicon.h"
#include "language/speech_words.h"

namespace volteface::language {
namespace {

using Words = std::unordered_set<std::string_view>;

bool is_in(const Words& words, std::string_view word) { return words.contains(word); }

bool is_view(std::string_view lemma) {
  static const Words words = {"view",     "answer",    "explanation", "theory",  "version",
                              "story",    "reading",   "doubt",       "opinion", "account",
                              "idea",     "suspicion", "another",     "none",    "memory",
                              "question", "verdict",   "diagnosis",   "hunch"};
  return is_in(words, lemma);
}

bool has_view(std::string_view verb) {
  static const Words words = {"have", "offer", "hear",  "tell", "give",  "take",  "hold",
                              "see",  "voice", "raise", "keep", "share", "favor", "favour"};
  return is_in(words, verb);
}

bool differs(std::string_view verb) {
  static const Words words = {"disagree", "differ", "demur", "object", "dissent", "shrug", "scoff"};
  return is_in(words, verb);
}

bool is_of_mind(std::string_view adjective) {
  static const Words words = {"blunt",     "blunter",    "sure",      "certain",     "unconvinced",
                              "sceptical", "skeptical",  "unmoved",   "unimpressed", "harsh",
                              "harsher",   "cynical",    "convinced", "adamant",     "scathing",
                              "guarded",   "charitable", "frank",     "franker",     "open",
                              "kind",      "kinder",     "generous",  "diplomatic",  "polite",
                              "sanguine",  "optimistic", "gloomy",    "candid",      "outspoken"};
  return is_in(words, adjective);
}

bool is_otherwise(std::string_view word) {
  return word == "otherwise" || word == "differently" || word == "why" || word == "better";
}

bool is_named_or_described(const Token& token) {
  return token.upos == "PROPN" || (token.upos == "NOUN" && (role_noun(token.lemma) != nullptr ||
                                                            is_occupation(token.lemma)));
}

// "has a simpler view", "disagreed", "was blunter", "sees it differently"
bool announces(const Document& document, const Trees& trees, std::uint32_t verb) {
  const Token& token = document.tokens[verb];
  if (differs(token.lemma)) return true;
  const bool copula = trees.child(verb, "cop") != nowhere;
  if (copula) return is_of_mind(token.lemma);
  for (const std::uint32_t child : trees.children(verb)) {
    const std::string_view word = document.tokens[child].lemma;
    if (child > verb && is_otherwise(word)) return true;
    if (child > verb && has_view(token.lemma) && has_label(document.tokens[child], "obj") &&
        is_view(word))
      return true;
  }
  return false;
}

// "According to Ana Ruiz, a historian, Chad did": her.
std::uint32_t source_of(const Document& document, const Sentence& sentence) {
  if (sentence.first + 2 >= sentence.last) return nowhere;
  const bool according = document.form(document.tokens[sentence.first]) == "According" &&
                         document.tokens[sentence.first + 1].lemma == "to";
  const std::uint32_t name = sentence.first + 2;
  return according && document.tokens[name].upos == "PROPN" ? name : nowhere;
}

std::uint32_t holder_in(const Document& document, const Trees& trees, const Sentence& sentence,
                        std::uint32_t before) {
  if (const std::uint32_t source = source_of(document, sentence); source != nowhere) return source;
  for (std::uint32_t t = sentence.first; t < std::min(sentence.last, before); ++t) {
    const Token& token = document.tokens[t];
    const std::uint32_t verb = trees.head(t);
    if (!has_label(token, "nsubj") || verb == nowhere || !is_named_or_described(token)) continue;
    const bool main = trees.head(verb) == nowhere || has_label(document.tokens[verb], "conj");
    if (main && announces(document, trees, verb)) return t;
  }
  return nowhere;
}

// Whether somebody who is named says something in a sentence.
bool another_says(const Document& document, const Trees& trees, const Sentence& sentence,
                  std::uint32_t before) {
  for (std::uint32_t t = sentence.first; t < std::min(sentence.last, before); ++t) {
    const Token& token = document.tokens[t];
    const std::uint32_t verb = trees.head(t);
    if (token.upos != "PROPN" || !has_label(token, "nsubj") || verb == nowhere) continue;
    const std::string_view lemma = document.tokens[verb].lemma;
    if (lemma == "tell" || tells_a_clause(lemma)) return true;
  }
  return false;
}

}  // namespace

std::uint32_t holder_of_view(const Document& document, const Trees& trees, std::uint32_t pronoun) {
  constexpr std::uint32_t farthest = 4;  // sentences
  const std::uint32_t here = trees.sentence(pronoun);
  for (std::uint32_t s = here;; --s) {
    const Sentence& sentence = document.sentences[s];
    const std::uint32_t holder = holder_in(document, trees, sentence, pronoun);
    if (holder != nowhere) return holder;
    if (sentence.begins_paragraph || s == 0 || here - s == farthest ||
        another_says(document, trees, sentence, pronoun))
      return nowhere;
  }
}

}  // namespace volteface::language
