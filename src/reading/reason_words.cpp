#include "reading/reason_words.h"

#include <algorithm>

#include "reading/reason_themes.h"
#include "reading/tables.h"

namespace volteface {

// The words of the reason: behind the cue to the end of its clause, or, for "that is why", before
// it.
TokenRange ReasonWords::reason_of(const CuePlace& place, const Sentence& sentence) const {
  using Reason = ReasonCue::Reason;
  if (place.cue->reason == Reason::before) return reason_before(place, sentence);
  if (place.cue->reason == Reason::between) return {place.gap_first, place.gap_last};
  if (place.cue->reason == Reason::subject) return subject_words(place, sentence);
  std::uint32_t last = place.last + 1;
  // "because, he says, it"
  if (last < sentence.last && tree_.lemma(last) == ",") ++last;
  const std::uint32_t first = last;
  constexpr std::uint32_t longest = 60;  // words
  const std::uint32_t end = std::min(sentence.last, first + longest);
  while (last < end && !ends_reason(last)) ++last;
  const std::uint32_t head = tree_.head(place.last);
  if (head != nowhere && head > place.last && !is_cleft_at(place, sentence)) {
    for (const std::uint32_t t : tree_.subtree(head)) {
      if (t < end) last = std::max(last, t + 1);
    }
  }
  return {first, std::max(first, last)};
}

// What stands before the cue; "That is why": the sentence before.
TokenRange ReasonWords::reason_before(const CuePlace& place, const Sentence& sentence) const {
  const bool follows = sentence.first > 0 && !sentence.begins_paragraph;
  bool bare = true;  // "That", "It is"
  for (std::uint32_t t = sentence.first; t < place.first; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    bare = bare && kind != "NOUN" && kind != "PROPN" && kind != "VERB";
  }
  if (!bare || !follows) return {sentence.first, std::max(sentence.first, place.first)};
  // The nearest of the sentences before it that speaks of something known.
  constexpr std::uint32_t farthest = 3;
  const auto& sentences = view_.document().sentences;
  const std::uint32_t here = tree_.sentence(sentence.first);
  for (std::uint32_t s = here; s-- > 0 && here - s <= farthest;) {
    const TokenRange told{sentences[s].first, sentences[s].last};
    if (theme_of(words(told.first, told.second)) != Theme::other) return told;
    if (sentences[s].begins_paragraph) break;
  }
  return {place.first, place.first};
}

// "fear of the voters made Chad abstain", "it was fear of the voters that made".
TokenRange ReasonWords::subject_words(const CuePlace& place, const Sentence& sentence) const {
  const std::uint32_t subject = subject_of(tree_, place.first);
  if (subject == nowhere || tree_.token(subject).upos == "PRON")
    return {sentence.first, place.first};
  const std::vector<std::uint32_t> words = tree_.subtree(subject);
  const auto [first, last] = std::ranges::minmax(words);
  return {first, std::min(last + 1, place.first)};
}

bool ReasonWords::ends_reason(std::uint32_t t) const {
  if (tree_.token(t).upos != "PUNCT" || view_.quote_of(t) != nowhere) return false;
  const std::string_view mark = tree_.lemma(t);
  return mark == "," || mark == ";" || mark == ".";
}

std::string ReasonWords::words(std::uint32_t first, std::uint32_t last) const {
  if (first >= last) return {};
  const Document& d = view_.document();
  return lower_case(std::string_view(d.text).substr(
      d.tokens[first].begin, d.tokens[last - 1].end - d.tokens[first].begin));
}

// "It is out of fear, he says, that Chad abstained".
bool ReasonWords::is_cleft_at(const CuePlace& place, const Sentence& sentence) const {
  constexpr std::uint32_t nearest = 5;  // words of "It was, of course,"
  if (place.first < sentence.first + 2 || place.first > sentence.first + nearest) return false;
  if (lower_case(tree_.lemma(sentence.first)) != "it" || tree_.lemma(sentence.first + 1) != "be")
    return false;
  for (std::uint32_t t = place.last + 1; t < sentence.last; ++t) {
    if (tree_.lemma(t) == "that") return true;
  }
  return false;
}

}  // namespace volteface
