#include "reading/modality_phrases.h"

#include <array>
#include <string>
#include <unordered_set>

#include "reading/tables.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

struct Phrases {
  std::string_view list;
  Modality modality;
};

constexpr std::array<Phrases, 3> of_modality = {{{"undone_before", Modality::negated},
                                                 {"planned_before", Modality::planned},
                                                 {"possible_before", Modality::possible}}};

std::string lower_word(const SentenceTree& tree, std::uint32_t at) {
  return lower_case(tree.document().text_of(tree.token(at)));
}

// "short of an apology": what stands between is passed over.
bool is_between(const SentenceTree& tree, std::uint32_t at) {
  const std::string_view upos = tree.token(at).upos;
  return upos == "DET" || upos == "ADJ" || tree.is(at, "nmod:poss");
}

bool is_not(std::string_view word) {
  return word == "not" || word == "n't" || word == "n\u2019t" || word == "never" ||
         word == "hardly" || word == "no";
}

std::unordered_set<std::string> last_words_of_phrases() {
  std::unordered_set<std::string> out;
  for (const Phrases& phrases : of_modality) {
    for (const std::string& phrase : reading_tables().list(phrases.list))
      out.insert(phrase.substr(phrase.rfind(' ') + 1));
  }
  return out;
}

// "is not about to leave": not planned; "did not refrain from it": it may have been.
Modality denied(Modality modality) {
  return modality == Modality::negated ? Modality::possible : Modality::negated;
}

}  // namespace

Modality modality_by_words_before(const SentenceTree& tree, std::uint32_t word) {
  constexpr int longest = 3;  // words of a phrase
  static const auto last_words = last_words_of_phrases();
  const std::uint32_t first = tree.document().sentences[tree.sentence(word)].first;
  std::uint32_t at = word;
  const bool noun = tree.token(word).upos == "NOUN";
  while (noun && at > first && is_between(tree, at - 1)) --at;
  Modality out = Modality::asserted;
  if (at == first || !last_words.contains(lower_word(tree, at - 1))) return out;
  std::string phrase;
  for (int length = 1; length <= longest && at > first; ++length) {
    --at;
    phrase = phrase.empty() ? lower_word(tree, at) : lower_word(tree, at) + ' ' + phrase;
    for (const Phrases& phrases : of_modality) {
      if (noun && phrases.modality == Modality::planned) continue;  // "due to an attack"
      if (!reading_tables().in_list(phrases.list, phrase)) continue;
      const bool is_denied = at > first && is_not(lower_word(tree, at - 1));
      out = is_denied ? denied(phrases.modality) : phrases.modality;
    }
  }
  return out;
}

}  // namespace volteface
