#include "reading/text_places.h"

#include <algorithm>
#include <array>

#include "record/text.h"

namespace volteface {
namespace {

constexpr std::size_t stem_letters = 6;

// Sorted.
constexpr auto empty_words = std::to_array<std::string_view>(
    {"a",      "about",   "after",      "against",   "all",      "also",  "among",     "an",
     "and",    "any",     "are",        "as",        "assembly", "at",    "be",        "been",
     "before", "between", "but",        "by",        "can",      "could", "countries", "country",
     "day",    "did",     "do",         "draft",     "during",   "each",  "first",     "for",
     "from",   "general", "government", "had",       "has",      "have",  "he",        "her",
     "his",    "if",      "in",         "including", "into",     "is",    "it",        "its",
     "last",   "made",    "matters",    "may",       "member",   "month", "more",      "most",
     "nation", "nations", "new",        "no",        "not",      "of",    "on",        "one",
     "or",     "other",   "our",        "out",       "over",     "paper", "question",  "questions",
     "said",   "say",     "says",       "she",       "should",   "so",    "state",     "states",
     "such",   "text",    "than",       "that",      "the",      "their", "them",      "then",
     "there",  "these",   "they",       "this",      "those",    "to",    "two",       "under",
     "united", "until",   "up",         "upon",      "us",       "vote",  "voted",     "votes",
     "voting", "was",     "were",       "what",      "when",     "which", "while",     "who",
     "whole",  "will",    "with",       "would",     "year",     "years", "yes"});

bool is_letter(char c) {
  return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Curly quotes and dashes are several bytes that begin with E2 80.
bool is_general_punctuation(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with("\xE2\x80");
}

// A full stop behind a single letter ("U.N.") or a short title ("Mr.") ends no sentence.
bool is_abbreviation(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin, stop - begin);
  if (word.size() <= 1) return true;
  for (const std::string_view title : {"Mr", "Ms", "Mrs", "Dr", "St", "Gen", "Sen", "Gov", "No"}) {
    if (word == title) return true;
  }
  return false;
}

bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return true;
  if (c != '.' && c != '!' && c != '?') return false;
  std::size_t next = at + 1;
  while (next < text.size() && (text[next] == '"' || text[next] == ')')) ++next;
  while (next < text.size() && is_general_punctuation(text, next)) next += 3;
  if (next < text.size() && !is_blank(text[next])) return false;
  return c != '.' || !is_abbreviation(text, at);
}

bool has_suffix(std::string_view word, std::string_view suffix, std::size_t least_left) {
  return word.ends_with(suffix) && word.size() >= suffix.size() + least_left;
}

}  // namespace

std::vector<SentencePlace> sentence_spans(std::string_view text) {
  std::vector<SentencePlace> spans;
  std::size_t paragraph = 0, begin = 0;
  const auto close = [&](std::size_t end) {
    std::size_t first = begin, last = end;
    while (first < last && is_blank(text[first])) ++first;
    while (last > first && is_blank(text[last - 1])) --last;
    if (last > first) spans.push_back({first, last, paragraph});
    begin = end;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!ends_sentence(text, at)) continue;
    close(at + 1);
    if (text[at] == '\n') ++paragraph;
  }
  close(text.size());
  return spans;
}

std::size_t sentence_at(const std::vector<SentencePlace>& sentences, std::size_t byte) {
  const auto behind = std::ranges::upper_bound(sentences, byte, {}, &SentencePlace::begin);
  return behind == sentences.begin() ? 0 : static_cast<std::size_t>(behind - sentences.begin()) - 1;
}

std::vector<TextWord> words_in(std::string_view text) {
  std::vector<TextWord> words;
  for (std::size_t at = 0; at < text.size();) {
    if (is_general_punctuation(text, at)) {
      at += 3;
      continue;
    }
    if (!is_letter(text[at]) && !is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const bool number = is_digit(text[at]);
    while (at < text.size()) {
      const bool goes_on = number ? is_digit(text[at]) : is_letter(text[at]);
      const bool stop_within = !number && text[at] == '.' && at + 1 < text.size() &&
                               is_letter(text[at + 1]) && !is_blank(text[at + 1]);
      if ((!goes_on && !stop_within) || is_general_punctuation(text, at)) break;
      ++at;
    }
    words.push_back({text.substr(begin, at - begin), begin});
  }
  return words;
}

std::string topic_stem(std::string_view word) {
  std::string stem;
  for (const char c : word) {
    if (c != '.') stem += ascii_lower(c);
  }
  if (stem.size() < 3 || is_digit(stem[0]) || std::ranges::binary_search(empty_words, stem)) {
    return {};
  }
  if (has_suffix(stem, "s", 3) && !stem.ends_with("ss")) stem.pop_back();
  if (has_suffix(stem, "ian", 4)) {
    stem.resize(stem.size() - 3);
  } else if (has_suffix(stem, "ia", 4)) {
    stem.resize(stem.size() - 2);
  } else if (has_suffix(stem, "an", 3)) {
    stem.pop_back();
  }
  stem.resize(std::min(stem.size(), stem_letters));
  return stem;
}

}  // namespace volteface
