#include "language/interviews.h"

#include <algorithm>

namespace volteface::language {
namespace {

constexpr std::size_t fewest = 3;     // questions; one less under a quoted title
constexpr std::uint32_t longest = 4;  // sentences of a question

// Whether a paragraph ends by asking, outside of quotation marks.
bool asks(const Document& document, std::uint32_t first, std::uint32_t last) {
  if (last - first > longest) return false;
  const Sentence& end = document.sentences[last - 1];
  std::string_view text = document.text_of(end);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  if (text.empty() || text.back() != '?') return false;
  const std::uint32_t begin = document.sentences[first].begin;
  const auto quote = std::ranges::lower_bound(document.quotes, begin, {}, &Quote::end);
  return quote == document.quotes.end() || quote->begin >= end.end;
}

bool is_quoted(const Document& document, std::uint32_t begin, std::uint32_t end) {
  const auto quote = std::ranges::lower_bound(document.quotes, begin, {}, &Quote::end);
  return quote != document.quotes.end() && quote->begin < end;
}

// "“We lost a sea”": what interviews are often headed with.
bool has_quoted_title(const Document& document) {
  if (document.sentences.empty() || document.quotes.empty()) return false;
  const Sentence& title = document.sentences[0];
  return document.quotes[0].begin <= title.begin + 4 && document.quotes[0].end + 4 >= title.end;
}

// "Was there a threat? “No.” He smiles.": how many sentences of a paragraph ask.
std::uint32_t questions_before_answer(const Document& document, std::uint32_t first,
                                      std::uint32_t last) {
  std::uint32_t asked = 0;
  while (first + asked + 1 < last && asked < 2) {
    const Sentence& sentence = document.sentences[first + asked];
    if (is_quoted(document, sentence.begin, sentence.end)) break;
    std::string_view text = document.text_of(sentence);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    if (text.empty() || text.back() != '?') break;
    ++asked;
  }
  return asked;
}

// "Minister, you abstained. Again.": a paragraph that speaks to somebody, without a quotation.
bool addresses(const Document& document, std::uint32_t first, std::uint32_t last) {
  if (last - first > longest) return false;
  const Sentence& begin = document.sentences[first];
  const Sentence& end = document.sentences[last - 1];
  if (is_quoted(document, begin.begin, end.end)) return false;
  for (std::uint32_t t = begin.first; t < end.last; ++t) {
    const std::string_view word = document.tokens[t].lemma;
    if (word == "you" || word == "your") return true;
  }
  return false;
}

}  // namespace

Interview::Interview(const Document& document) : answers_(document.sentences.size(), false) {
  const auto count = static_cast<std::uint32_t>(document.sentences.size());
  const bool titled = has_quoted_title(document);
  for (std::uint32_t s = 0; s < count;) {
    std::uint32_t last = s + 1;
    while (last < count && !document.sentences[last].begins_paragraph) ++last;
    const std::uint32_t asked = titled ? questions_before_answer(document, s, last) : 0;
    if (asks(document, s, last) || (titled && addresses(document, s, last))) {
      questions_.push_back(s);
    } else if (asked > 0) {
      questions_.push_back(s);
      for (std::uint32_t t = s + asked; t < last; ++t) answers_[t] = true;
    } else if (!questions_.empty()) {
      for (std::uint32_t t = s; t < last; ++t) answers_[t] = true;
    }
    s = last;
  }
  if (questions_.size() + (titled ? 1 : 0) < fewest) questions_.clear();
}

bool Interview::is_answer(std::uint32_t sentence) const {
  return exists() && sentence < answers_.size() && answers_[sentence];
}

}  // namespace volteface::language
