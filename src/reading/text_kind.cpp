#include "reading/text_kind.h"

#include <array>
#include <utility>

#include "reading/word_lists.h"

namespace volteface {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// None of them is a frequent word of German, French, Spanish, Portuguese or Italian.
bool is_of_english(std::string_view word) {
  constexpr std::array<std::string_view, 32> words = {
      "the",  "of",  "and",   "to",   "that", "is",    "was",   "for",  "with", "it",   "by",
      "be",   "has", "had",   "its",  "from", "which", "their", "said", "not",  "were", "this",
      "have", "but", "would", "will", "are",  "his",   "they",  "been", "who",  "after"};
  return is_one_of(lower_case(word), words);
}

}  // namespace

std::string_view kind_of_bytes(std::string_view head) {
  using Kind = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Kind, 5> kinds = {
      Kind{"%PDF-", "a PDF"}, Kind{"PK\x03\x04", "a zip archive, as files of word processors are"},
      Kind{"\xD0\xCF\x11\xE0", "a file of an old word processor"}, Kind{"\x89PNG", "a picture"},
      Kind{"\xFF\xD8\xFF", "a picture"}};
  for (const auto& [begin, kind] : kinds) {
    if (head.starts_with(begin)) return kind;
  }
  return {};
}

bool is_hardly_english(std::string_view text) {
  constexpr int fewest = 30, most = 400;  // words looked at
  int words = 0, of_english = 0;
  for (std::size_t at = 0; at < text.size() && words < most;) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > at) {
      ++words;
      of_english += is_of_english(text.substr(at, end - at)) ? 1 : 0;
    }
    at = end + 1;
  }
  return words >= fewest && of_english * 10 < words;
}

}  // namespace volteface
