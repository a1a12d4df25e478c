#include "language/word_mending.h"

#include <algorithm>
#include <array>

#include "language/irregular_verbs.h"
#include "language/sentence_heads.h"

namespace volteface::language {
namespace {

void retag(Token& token, std::string_view upos, std::string_view xpos, std::string_view lemma) {
  token.upos = upos;
  token.xpos = xpos;
  token.lemma = lemma;
}

std::string_view without_last(std::string_view form) { return form.substr(0, form.size() - 1); }

// Whether an object may begin with it.
bool begins_object(const Token& token) {
  const std::string_view kind = token.upos;
  return kind == "DET" || kind == "NUM" || kind == "PROPN" || token.xpos == "PRP$";
}

// "will gift two elephants": behind a modal there is no noun that has an article, a number or a
// name behind it.
void mend_behind_modal(std::string_view form, std::span<Token> tokens, std::size_t t) {
  if (tokens[t - 1].xpos != "MD" || tokens[t].xpos != "NN" || !begins_object(tokens[t + 1])) return;
  retag(tokens[t], "VERB", "VB", form);
}

// "Chad no longer imports oil", not "they are no longer friends".
void mend_behind_no_longer(std::string_view form, std::span<Token> tokens, std::size_t t) {
  if (t < 3 || t + 1 >= tokens.size() || !form.ends_with('s') || form.size() < 4) return;
  if (tokens[t - 1].lemma != "long" && tokens[t - 1].lemma != "longer") return;
  const std::string_view actor = tokens[t - 3].upos, kind = tokens[t].upos;
  if (tokens[t - 2].lemma != "no" || (actor != "PROPN" && actor != "NOUN" && actor != "PRON"))
    return;
  const bool object = begins_object(tokens[t + 1]) || tokens[t + 1].upos == "NOUN";
  if (object && (kind == "NOUN" || kind == "ADJ"))
    retag(tokens[t], "VERB", "VBZ", without_last(form));
}

// "a halt to imports": no verb has a base form that ends so.
void mend_infinitive_in_s(std::string_view form, std::span<Token> tokens, std::size_t t) {
  constexpr std::string_view other = "aious'";  // "bias", "focus", "discuss"
  if (tokens[t].xpos != "VB" || form.size() < 4 || !form.ends_with('s')) return;
  if (other.find(form[form.size() - 2]) != std::string_view::npos || tokens[t - 1].lemma != "to")
    return;
  retag(tokens[t], "NOUN", "NNS", without_last(form));
  retag(tokens[t - 1], "ADP", "IN", "to");
}

// "Peru's backing for Chile", "its shelling of Mali", "days of fighting in Mali": gerunds that are
// nouns.
void mend_gerund(std::string_view form, std::span<Token> tokens, std::size_t t) {
  constexpr std::array<std::string_view, 6> times = {"hour", "day",   "night",
                                                     "week", "month", "year"};
  const std::string_view next = tokens[t + 1].lemma;
  if (tokens[t].xpos != "VBG" || tokens[t].upos != "VERB") return;
  const bool own = (tokens[t - 1].xpos == "POS" && tokens[t + 1].upos == "ADP") ||
                   (tokens[t - 1].xpos == "PRP$" && (next == "for" || next == "of"));
  const bool lasts =
      t > 1 && tokens[t - 1].lemma == "of" &&
      std::ranges::find(times, std::string_view(tokens[t - 2].lemma)) != times.end() &&
      (tokens[t + 1].upos == "ADP" || tokens[t + 1].upos == "PUNCT");
  if (!own && !lasts) return;
  retag(tokens[t], "NOUN", "NN", form);
  if (lasts) retag(tokens[t - 1], "ADP", "IN", "of");
}

// "The resolution orders Iraq to leave": the first verb of its sentence.
void mend_before_infinitive(std::string_view form, std::span<Token> tokens, std::size_t t) {
  if (t + 3 >= tokens.size() || tokens[t].xpos != "NNS" || tokens[t - 1].upos != "NOUN") return;
  const bool other =
      tokens[t + 1].upos == "PROPN" && tokens[t + 2].lemma == "to" && tokens[t + 3].xpos == "VB";
  if (!other || !form.ends_with('s') || form.size() < 4) return;
  if (std::ranges::any_of(tokens.first(t), is_finite_or_modal)) return;
  retag(tokens[t], "VERB", "VBZ", without_last(form));
}

// "put on hold its treaty", "a crowd burst into the embassy".
void mend_beside_prepositions(std::string_view form, std::span<Token> tokens, std::size_t t) {
  const std::string_view next = tokens[t + 1].lemma;
  if (form == "hold" && tokens[t].upos == "NOUN" && tokens[t - 1].lemma == "on")
    retag(tokens[t - 1], "ADP", "IN", "on");
  if (form == "burst" && tokens[t].upos == "NOUN" && (next == "into" || next == "through"))
    retag(tokens[t], "VERB", "VBD", form);
}

// "brought back visas": a verb of the present does not follow another with its particle.
void mend_plural_behind_particle(std::string_view form, std::span<Token> tokens, std::size_t t) {
  if (t < 2 || tokens[t].xpos != "VBZ" || form.size() < 4 || !form.ends_with('s')) return;
  const bool particle = tokens[t - 1].xpos == "RP" || tokens[t - 1].lemma == "back";
  if (particle && tokens[t - 2].upos == "VERB") retag(tokens[t], "NOUN", "NNS", without_last(form));
}

// "Chad bent to their will": beside a name an adjective would stand before its noun.
void mend_past_behind_name(std::string_view form, std::span<Token> tokens, std::size_t t) {
  if (tokens[t].upos != "ADJ" || tokens[t - 1].upos != "PROPN") return;
  if (tokens[t + 1].upos != "ADP" || is_base_form_too(form)) return;
  const std::string_view lemma = irregular_lemma(form);
  if (!lemma.empty()) retag(tokens[t], "VERB", "VBD", lemma);
}

// "the only no in the Assembly": a vote, which denies nothing behind it.
void mend_no_of_ballot(std::span<Token> tokens, std::size_t t) {
  if (tokens[t].lemma != "no" || tokens[t].upos != "DET") return;
  const std::string_view before = tokens[t - 1].lemma, behind = tokens[t + 1].upos;
  const bool counted = before == "only" || before == "lone" || before == "sole" || before == "a";
  if (counted && (behind == "ADP" || behind == "PUNCT")) retag(tokens[t], "NOUN", "NN", "no");
}

// "was vetoed", "were not told": behind "be" there is no past tense.
void mend_passive(std::span<Token> tokens, std::size_t t) {
  if (tokens[t].xpos != "VBD" || tokens[t].upos != "VERB") return;
  std::size_t be = t - 1;
  while (be > 0 && (tokens[be].upos == "ADV" || tokens[be].lemma == "not")) --be;
  if (tokens[be].upos == "AUX" && tokens[be].lemma == "be") tokens[t].xpos = "VBN";
}

}  // namespace

void mend_words(std::string_view text, std::span<Token> tokens) {
  for (std::size_t t = 1; t + 1 < tokens.size(); ++t) {
    const std::string_view form = text.substr(tokens[t].begin, tokens[t].end - tokens[t].begin);
    if (form.empty() || form[0] < 'a' || form[0] > 'z') continue;
    if (form == "general" && t > 1 && tokens[t - 1].lemma == "-" &&
        tokens[t - 2].lemma == "secretary")
      retag(tokens[t], "NOUN", "NN", form);
    if (form == "abstains") retag(tokens[t], "VERB", "VBZ", "abstain");
    if (form == "unwilling") retag(tokens[t], "ADJ", "JJ", form);
    if (form == "against" && tokens[t].upos == "VERB") retag(tokens[t], "ADP", "IN", form);
    mend_behind_modal(form, tokens, t);
    mend_behind_no_longer(form, tokens, t);
    mend_infinitive_in_s(form, tokens, t);
    mend_gerund(form, tokens, t);
    mend_before_infinitive(form, tokens, t);
    mend_beside_prepositions(form, tokens, t);
    mend_plural_behind_particle(form, tokens, t);
    mend_past_behind_name(form, tokens, t);
    mend_no_of_ballot(tokens, t);
    mend_passive(tokens, t);
  }
}

}  // namespace volteface::language
