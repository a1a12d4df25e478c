#include "language/interviews.h"

#include <algorithm>

namespace volteface::language {
namespace {

constexpr std::size_t fewest = 3;     // questions
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

}  // namespace

Interview::Interview(const Document& document) : answers_(document.sentences.size(), false) {
  const auto count = static_cast<std::uint32_t>(document.sentences.size());
  for (std::uint32_t s = 0; s < count;) {
    std::uint32_t last = s + 1;
    while (last < count && !document.sentences[last].begins_paragraph) ++last;
    if (asks(document, s, last)) {
      questions_.push_back(s);
    } else if (!questions_.empty()) {
      for (std::uint32_t t = s; t < last; ++t) answers_[t] = true;
    }
    s = last;
  }
  if (questions_.size() < fewest) questions_.clear();
}

bool Interview::is_answer(std::uint32_t sentence) const {
  return exists() && sentence < answers_.size() && answers_[sentence];
}

}  // namespace volteface::language
