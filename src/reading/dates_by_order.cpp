// Whose date it is by the order of words, wherever a parser hung it.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "reading/when.h"
#include "reading/word_lists.h"

namespace volteface {

// "voted yes on 3 May, when the council met": wherever a parser hung it.
bool Calendar::is_right_behind(std::uint32_t date, std::uint32_t head) const {
  constexpr std::uint32_t furthest = 4;  // words
  if (date <= head + 1 || date - head > furthest || tree_.token(date - 1).upos != "ADP")
    return false;
  for (std::uint32_t t = head + 1; t < date; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "VERB" || kind == "AUX" || kind == "PUNCT" || kind == "NOUN") return false;
  }
  return tree_.token(head).upos == "VERB";
}

// "In May 2016, weeks after it had opened an embassy there, Chad abstained", "in June, on the dam,
// it voted no; in July it abstained"
bool Calendar::is_fronted(std::uint32_t date, std::uint32_t verb) const {
  if (verb <= date || tree_.token(verb).upos != "VERB") return false;
  const Sentence& sentence = tree_.document().sentences[tree_.sentence(date)];
  constexpr std::array<std::string_view, 4> not_when = {"by", "since", "until", "till"};
  const bool led = date > sentence.first && tree_.token(date - 1).upos == "ADP";
  const std::uint32_t begin = led ? date - 1 : date;
  const bool joined = led && begin > sentence.first && tree_.token(begin - 1).upos == "CCONJ";
  const std::uint32_t clause = joined ? begin - 1 : begin;  // "; and in July", ", and in July"
  const std::string_view mark = clause > sentence.first ? tree_.lemma(clause - 1) : ";";
  if (mark != ";" && !(joined && mark == ",")) return false;
  if (is_one_of(lower_case(tree_.lemma(begin)), not_when)) return false;
  if (begin == sentence.first && tree_.head(verb) == nowhere) return true;
  for (std::uint32_t t = date + 1; t <= verb; ++t) {
    if (tree_.lemma(t) == ";") return false;
    const std::string_view tag = tree_.token(t).xpos;
    if (tag.starts_with("W")) return false;
    const bool passive = tag == "VBN" && tree_.lemma(t - 1) == "be";
    if (tree_.token(t).upos == "VERB" && (tag == "VBD" || tag == "VBZ" || tag == "VBP" || passive))
      return t == verb;
  }
  return false;
}

// "did not break with Chad; in May it left": by a mark that ends a clause.
bool Calendar::is_parted(std::uint32_t date, std::uint32_t head) const {
  if (date < head && places_.opens(date)) return false;  // "In May it met; Chad voted no."
  const std::uint32_t first = std::min(date, head), last = std::max(date, head);
  for (std::uint32_t t = first; t < last; ++t) {
    if (tree_.lemma(t) == ";") return true;
  }
  return false;
}

// "broke with Chad in May, and in July it came back": a date behind a verb that the next one has.
bool Calendar::leads_another(std::uint32_t date, std::uint32_t head) const {
  if (date < head) return false;
  const std::uint32_t end = tree_.document().sentences[tree_.sentence(date)].last;
  for (std::uint32_t t = date + 1; t < end; ++t) {
    const std::string_view tag = tree_.token(t).xpos;
    if (tag == "VBD" || tag == "VBZ" || tag == "VBP") return is_fronted(date, t);
  }
  return false;
}

}  // namespace volteface
