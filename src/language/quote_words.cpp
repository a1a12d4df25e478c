#include "language/quote_words.h"

#include <algorithm>

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/speech_words.h"

namespace volteface::language {

QuoteWords::QuoteWords(Document& document, const Trees& trees)
    : document_(document), trees_(trees), nouns_(document, trees, quoted_) {
  quoted_.assign(document.tokens.size(), nowhere);
  in_dateline_.assign(document.tokens.size(), false);
  for (const Sentence& sentence : document.sentences) mark_dateline(sentence);
  for (std::uint32_t q = 0; q < document.quotes.size(); ++q) mark(q);
}

void QuoteWords::mark(std::uint32_t q) {
  const Quote& quote = document_.quotes[q];
  const auto begin =
      std::lower_bound(document_.tokens.begin(), document_.tokens.end(), quote.begin,
                       [](const Token& token, std::uint32_t at) { return token.begin < at; });
  auto end = begin;
  while (end != document_.tokens.end() && end->end <= quote.end) {
    quoted_[static_cast<std::size_t>(end - document_.tokens.begin())] = q;
    ++end;
  }
  spans_.emplace_back(static_cast<std::uint32_t>(begin - document_.tokens.begin()),
                      static_cast<std::uint32_t>(end - document_.tokens.begin()));
}

void QuoteWords::mark_dateline(const Sentence& sentence) {
  constexpr std::uint32_t longest = 16;
  if (!sentence.begins_paragraph) return;
  std::uint32_t dash = sentence.first;
  for (; dash < std::min(sentence.last, sentence.first + longest); ++dash) {
    const Token& token = document_.tokens[dash];
    const std::string_view form = document_.form(token);
    if (is_dash(form) && token.space_before) break;
    if (form == ":" && is_place_with_colon(sentence, dash)) {
      for (std::uint32_t t = sentence.first; t < dash; ++t) in_dateline_[t] = true;
      return;
    }
    const CharacterClass type = class_of(character_at(form, 0).code);
    const bool fits = type != CharacterClass::lower && type != CharacterClass::quote;
    if (!fits) return;
  }
  if (dash == sentence.first || dash >= std::min(sentence.last, sentence.first + longest)) return;
  // "Putin - Russia's president - said" is none: a place in capitals, a day or an agency is.
  const std::string_view place = document_.form(document_.tokens[sentence.first]);
  bool sure =
      place.size() > 2 && std::ranges::none_of(place, [](char c) { return c >= 'a' && c <= 'z'; });
  for (std::uint32_t t = sentence.first; t < dash; ++t) {
    const std::string_view form = document_.form(document_.tokens[t]);
    sure = sure || form == "(" || (form[0] >= '0' && form[0] <= '9');
  }
  if (!sure) return;
  for (std::uint32_t t = sentence.first; t < dash; ++t) in_dateline_[t] = true;
}

bool QuoteWords::is_place_with_colon(const Sentence& sentence, std::uint32_t colon) const {
  constexpr std::uint32_t longest = 3;
  if (colon == sentence.first || colon > sentence.first + longest || colon + 1 >= sentence.last)
    return false;
  for (std::uint32_t t = sentence.first; t < colon; ++t) {
    const std::string_view form = document_.form(document_.tokens[t]);
    const bool capitals =
        form.size() > 2 && form.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == form.npos;
    if (!capitals) return false;
  }
  return !quoted_at(document_.tokens[colon + 1].end);
}

bool QuoteWords::quoted_at(std::uint32_t byte) const {
  const auto quote = std::ranges::upper_bound(document_.quotes, byte, {}, &Quote::end);
  return quote != document_.quotes.end() && quote->begin <= byte;
}

bool QuoteWords::is_dash(std::string_view form) {
  return form == "-" || form == "--" || form == "\u2013" || form == "\u2014";
}

std::uint32_t QuoteWords::own_subject(std::uint32_t verb) const {
  const std::uint32_t subject = trees_.child(verb, "nsubj");
  return subject == nowhere || !may_say(subject, verb) ? nowhere : subject;
}

bool QuoteWords::may_say(std::uint32_t subject, std::uint32_t verb) const {
  const bool word = has_word(document_.form(document_.tokens[subject]));  // no bullet of a list
  return word && !in_dateline_[subject] &&
         (quoted_[subject] == nowhere || quoted_[verb] != nowhere);
}

std::uint32_t QuoteWords::past_title(std::uint32_t subject) const {
  if (subject == nowhere) return subject;
  const std::uint32_t end = document_.sentences[trees_.sentence(subject)].last;
  while (subject + 1 < end && is_title(folded(document_.form(document_.tokens[subject]))) &&
         document_.tokens[subject + 1].upos == "PROPN")
    ++subject;  // "Lt" "Gen" "Ana Ruiz"
  return subject;
}

bool QuoteWords::is_cue(std::uint32_t i) const {
  const Token& token = document_.tokens[i];
  return quoted_[i] == nowhere && (token.upos == "VERB" || token.xpos.starts_with("VB")) &&
         (is_speech_verb(token.lemma) || is_speech_phrase(i));
}

bool QuoteWords::is_speech_phrase(std::uint32_t i) const {
  using Pair = std::pair<std::string_view, std::string_view>;
  static constexpr Pair phrases[] = {{"go", "on"},    {"cut", "in"},    {"shoot", "back"},
                                     {"hit", "back"}, {"fire", "back"}, {"chime", "in"},
                                     {"put", "in"},   {"hit", "out"},   {"break", "in"},
                                     {"carry", "on"}, {"snap", "back"}, {"jump", "in"}};
  if (i + 1 >= document_.tokens.size()) return false;
  return std::ranges::any_of(phrases, [&](const Pair& phrase) {
    return document_.tokens[i].lemma == phrase.first &&
           document_.tokens[i + 1].lemma == phrase.second;
  });
}

std::uint32_t QuoteWords::said_by(std::uint32_t q, std::uint32_t cue, std::uint32_t subject) {
  document_.quotes[q].cue = cue;
  return subject;
}

bool QuoteWords::is_mute_noun(std::uint32_t token) const {
  return document_.tokens[token].upos == "NOUN" && is_mute(document_.tokens[token].lemma);
}

bool QuoteWords::is_somebody(std::uint32_t token) const {
  const Token& one = document_.tokens[token];
  const std::string lemma = folded(one.lemma);
  return one.upos == "PROPN" || lemma == "he" || lemma == "she" ||
         (one.upos == "NOUN" && role_noun(lemma) != nullptr);
}

bool QuoteWords::is_finite(std::uint32_t verb) const {
  const std::string_view tag = document_.tokens[verb].xpos;
  if (tag == "VBD" || tag == "VBZ" || tag == "VBP") return true;
  // A form like "posted" behind its subject may be taken for a participle.
  const bool has = trees_.child(verb, "aux") != nowhere || trees_.child(verb, "nsubj") != nowhere;
  return tag == "VBN" && has && !is_passive(verb);
}

bool QuoteWords::is_passive(std::uint32_t verb) const {
  return std::ranges::any_of(trees_.children(verb), [&](std::uint32_t child) {
    return document_.tokens[child].deprel == "aux:pass";
  });
}

}  // namespace volteface::language
