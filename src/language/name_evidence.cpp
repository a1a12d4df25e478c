#include "language/name_evidence.h"

#include <algorithm>
#include <array>

#include "language/actor_names.h"
#include "language/characters.h"
#include "language/lexicon.h"

namespace volteface::language {
namespace {

bool is_locative(std::string_view word) {
  constexpr std::array words = {"in", "near",       "outside", "across", "around",  "into",
                                "at", "throughout", "inside",  "off",    "towards", "toward"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "the newspaper Folha"
bool is_outlet(std::string_view word) {
  constexpr std::array words = {"newspaper", "daily",   "weekly",  "magazine", "broadcaster",
                                "channel",   "station", "portal",  "website",  "outlet",
                                "tabloid",   "paper",   "journal", "agency"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool all_capitals(std::string_view form) {
  return form.size() > 1 && std::all_of(form.begin(), form.end(),
                                        [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

// The token of the piece on which the others hang.
std::uint32_t head_of_piece(const Document& document, const Sentence& sentence, std::uint32_t first,
                            std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    const std::int32_t head = document.tokens[i].head;
    const std::uint32_t place =
        head < 0 ? nowhere : sentence.first + static_cast<std::uint32_t>(head);
    if (place == nowhere || place < first || place >= last) return i;
  }
  return first;
}

double role_evidence(const Document& document, const Sentence& sentence, std::uint32_t head,
                     std::uint32_t first) {
  double found = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = document.tokens[i];
    if (token.upos != "NOUN" && token.upos != "PROPN") continue;
    const bool below =
        token.head >= 0 && sentence.first + static_cast<std::uint32_t>(token.head) == head;
    const bool above = document.tokens[head].head >= 0 &&
                       sentence.first + static_cast<std::uint32_t>(document.tokens[head].head) == i;
    const bool beside = token.deprel == "appos" || token.deprel == "compound" ||
                        token.deprel == "flat" || token.deprel == "nmod:desc";
    const bool up = above && (document.tokens[head].deprel == "appos" ||
                              document.tokens[head].deprel == "flat" ||
                              document.tokens[head].deprel == "nmod:desc");
    if (((below && beside) || up || i + 1 == first) && role_noun(folded(token.lemma)) != nullptr)
      found = 3;
  }
  return found;
}

}  // namespace

NameEvidence evidence_of(const Document& document, const Sentence& sentence, std::uint32_t first,
                         std::uint32_t last, bool titled, const Actors& actors) {
  NameEvidence out;
  const std::uint32_t head = head_of_piece(document, sentence, first, last);
  const Token& token = document.tokens[head];
  const std::string last_word = folded(document.form(document.tokens[last - 1]));
  const std::string first_word = folded(document.form(document.tokens[first]));
  if (titled) out.person += 4;
  if (last - first >= 2 && actors.is_given_name(first_word)) out.person += 3;
  bool parts = false;  // words that do not hang together by hyphens
  for (std::uint32_t i = first + 1; i < last; ++i) parts = parts || document.tokens[i].space_before;
  if (parts) out.person += 1.5;
  out.person += role_evidence(document, sentence, head, first);
  if (token.deprel.starts_with("nsubj") && token.head >= 0) {
    const Token& verb = document.tokens[sentence.first + static_cast<std::uint32_t>(token.head)];
    out.person += is_speech_verb(verb.lemma) ? 2 : 1;
  }
  for (std::uint32_t i = first + 1; i < last; ++i) {
    const std::string_view form = document.form(document.tokens[i]);
    if (is_name_particle(form) || (form.size() == 2 && form[1] == '.')) out.person += 1.5;
  }
  if (last - first == 1 && !actors.persons_of_surname(last_word).empty()) out.person += 1;
  if (is_organisation_word(last_word) || is_organisation_word(first_word)) out.organisation += 5;
  if (last - first == 1 && all_capitals(document.form(document.tokens[first])))
    out.organisation += 3;
  if (is_place_word(last_word)) out.place += 4;
  constexpr std::array articles = {"la", "el", "le", "los", "las", "les", "il"};
  if (last - first >= 2 &&
      std::find(articles.begin(), articles.end(), first_word) != articles.end())
    out.organisation += 3;
  if (first > sentence.first) {
    const std::string before = folded(document.form(document.tokens[first - 1]));
    if (before == "the") {  // which no person has
      out.organisation += 2.5;
      out.person -= 2;
    }
    if (is_locative(before)) out.place += 2.5;
    if (is_outlet(before)) out.organisation += 4;
  }
  return out;
}

}  // namespace volteface::language
