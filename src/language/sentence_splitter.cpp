#include "language/sentence_splitter.h"

#include <algorithm>

#include "language/characters.h"

namespace volteface::language {
namespace {

// No sentence is longer, which keeps what is one sentence's work small.
constexpr std::size_t longest_sentence = 400;

struct Line {
  std::size_t begin = 0, end = 0;  // without its line break
  bool empty = true;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    lines.push_back({at, end, line.find_first_not_of(" \t\r\v\f") == std::string_view::npos});
    at = end + 1;
  }
  return lines;
}

// A line was wrapped where the first word of the next would not have fitted any more.
bool is_wrapped(std::string_view text, const std::vector<Line>& lines) {
  std::size_t width = 0, breaks = 0, fitting = 0;
  for (const Line& line : lines) width = std::max(width, line.end - line.begin);
  if (width > 110) return false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].empty || lines[i + 1].empty) continue;
    const std::string_view next =
        text.substr(lines[i + 1].begin, lines[i + 1].end - lines[i + 1].begin);
    const std::size_t word = std::min(next.find(' '), next.size());
    ++breaks;
    fitting += lines[i].end - lines[i].begin + 1 + word <= width;
  }
  return breaks >= 3 && fitting * 5 < breaks;
}

bool is_upper_or_other(std::string_view form) {
  return class_of(character_at(form, 0).code) != CharacterClass::lower;
}

// "Feb. 28", "Sept. 3".
bool is_month_abbreviation(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  constexpr std::string_view months[] = {"Jan", "Feb", "Mar",  "Apr", "Jun", "Jul",
                                         "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"};
  return std::find(std::begin(months), std::end(months), word) != std::end(months);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "Madeleine K. Albright": an initial between two names, and no word that begins a sentence.
bool is_initial(const Document& document, std::size_t left) {
  constexpr std::string_view openers[] = {"The", "He",  "She",  "It",   "In",   "On", "At", "A",
                                          "An",  "But", "They", "This", "That", "We", "And"};
  std::size_t at = left;  // "K." may be one token, or two
  if (document.form(document.tokens[at]) == ".") {
    if (at == 0 || document.tokens[at].space_before) return false;
    --at;
  }
  const std::string_view form = document.form(document.tokens[at]);
  const bool letter =
      is_capital(form[0]) && (form.size() == 1 || (form.size() == 2 && form[1] == '.'));
  if (!letter || at == 0 || form[0] == 'I') return false;
  constexpr std::string_view numbered[] = {"War",   "Annex",    "Group",   "Plan", "Part",
                                           "Class", "Appendix", "Section", "Zone", "Article"};
  if (std::ranges::find(numbered, document.form(document.tokens[at - 1])) != std::end(numbered))
    return false;
  const std::string_view before = document.form(document.tokens[at - 1]);
  const std::string_view next = document.form(document.tokens[left + 1]);
  return before.size() > 1 && is_capital(before[0]) && is_capital(next[0]) && next.size() > 1 &&
         std::ranges::find(openers, next) == std::end(openers);
}

// "• 11:40 Poland's delegate explains": the hour at the head of a paragraph stands by itself.
bool ends_hour_of_entry(const Document& document, std::size_t first, std::size_t at) {
  if (at > first + 1 || at + 1 >= document.tokens.size()) return false;
  const std::string_view hour = document.form(document.tokens[at]);
  const std::size_t colon = hour.find(':');
  const bool digits =
      std::ranges::all_of(hour, [](char c) { return (c >= '0' && c <= '9') || c == ':'; });
  const char next = document.form(document.tokens[at + 1])[0];
  const bool begins = is_capital(next) || static_cast<unsigned char>(next) >= 0x80 || next == '"';
  return digits && (colon == 1 || colon == 2) && hour.size() == colon + 3 && begins;
}

// "Last Wednesday Togo left": a day alone is no sentence.
bool is_bare_day(const Document& document, std::size_t first, std::size_t at) {
  constexpr std::size_t most = 3;  // words
  constexpr std::string_view days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};
  constexpr std::string_view leads[] = {"Last", "Next", "This", "On", "By", "Until", "Since"};
  if (at + 1 - first > most || at + 1 - first < 2) return false;
  return std::ranges::find(days, document.form(document.tokens[at])) != std::end(days) &&
         std::ranges::find(leads, document.form(document.tokens[first])) != std::end(leads);
}

// "No. 5", "Art. 4": what a number goes with.
bool is_numbered(const Document& document, std::size_t left) {
  constexpr std::string_view words[] = {"No", "Nos", "Art", "Arts", "Para", "Paras", "Res", "Sec"};
  const std::string_view next = document.form(document.tokens[left + 1]);
  if (next[0] < '0' || next[0] > '9') return false;
  std::string_view form = document.form(document.tokens[left]);
  if (form == "." && left > 0 && !document.tokens[left].space_before)
    form = document.form(document.tokens[left - 1]);
  else if (!form.ends_with('.'))
    return false;
  if (form.ends_with('.')) form.remove_suffix(1);
  return std::ranges::find(words, form) != std::end(words);
}

}  // namespace

std::vector<TextSpan> paragraphs(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  const bool wrapped = is_wrapped(text, lines);
  std::vector<TextSpan> spans;
  bool open = false;
  for (const Line& line : lines) {
    if (line.empty) {
      open = false;
      continue;
    }
    if (open && wrapped) {
      spans.back().end = static_cast<std::uint32_t>(line.end);
    } else {
      spans.push_back(
          {static_cast<std::uint32_t>(line.begin), static_cast<std::uint32_t>(line.end)});
    }
    open = true;
  }
  return spans;
}

bool may_end(const Document& document, std::size_t left) {
  const std::string_view form = document.form(document.tokens[left]);
  const std::string_view next = document.form(document.tokens[left + 1]);
  const char last = form.back();
  const bool word = is_letter(last) || last == ',';
  if (word && !is_upper_or_other(next)) return false;
  if (next[0] < '0' || next[0] > '9' || last != '.') return true;
  return !is_month_abbreviation(form) &&
         (left == 0 || !is_month_abbreviation(document.form(document.tokens[left - 1])));
}

void SentenceSoFar::add(std::string_view form) {
  ++words;
  if (form == "(" || form == "[") ++open_brackets;
  if ((form == ")" || form == "]") && open_brackets > 0) --open_brackets;
  if (form == "\"") open_quote = !open_quote;
  if (form == "\xE2\x80\x9C") open_quote = true;
  if (form == "\xE2\x80\x9D") open_quote = false;
}

void sentence_split_features(std::span<const Token> tokens, std::span<const WordForm> words,
                             std::size_t i, const SentenceSoFar& so_far,
                             std::vector<FeatureKey>& features) {
  static const WordForm nothing;
  const WordForm& p = words[i];
  const WordForm& p2 = i >= 1 && so_far.words > 1 ? words[i - 1] : nothing;
  const WordForm& p3 = i >= 2 && so_far.words > 2 ? words[i - 2] : nothing;
  const WordForm& n = words[i + 1];
  const WordForm& n2 = i + 2 < words.size() ? words[i + 2] : nothing;
  const WordForm& n3 = i + 3 < words.size() ? words[i + 3] : nothing;
  const std::uint64_t space = tokens[i + 1].space_before ? 1 : 0;
  const std::uint64_t length = so_far.words < 4    ? so_far.words
                               : so_far.words < 8  ? 4
                               : so_far.words < 16 ? 5
                               : so_far.words < 30 ? 6
                               : so_far.words < 50 ? 7
                                                   : 8;
  const std::uint64_t open = (so_far.open_quote ? 1U : 0U) + (so_far.open_brackets > 0 ? 2U : 0U);
  features.clear();
  std::uint64_t number = 9000;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0,
                       std::uint64_t d = 0) {
    features.push_back(feature_key(++number, a, b, c, d));
  };
  add(p.word);
  add(p.word, space);
  add(p.exact, n.exact);
  add(p.shape, n.shape);
  add(p.word, n.shape);
  add(p.shape, n.exact);
  add(p.word, n.shape, space, open);
  add(p2.word, p.word, n.shape);
  add(p2.shape, p.word, n.shape, n2.shape);
  add(p2.shape, p.shape, n.shape);
  add(p.word, n.cluster.fine, n.upper_first);
  add(p.word, n.cluster.coarse, n.upper_first, p2.cluster.coarse);
  add(p2.cluster.fine, p.word, n.upper_first);
  add(p.word, length);
  add(p.word, length, n.upper_first, space);
  add(n.exact, length);
  add(n.exact, n2.exact);
  add(n.exact);
  add(n.exact, p.word, open);
  add(p.word, open);
  add(p.cluster.fine, n.cluster.fine, n.upper_first);
  add(p2.word, p.word);
  add(p3.word, p2.word, p.word);
  add(n.shape, n2.shape, n3.shape, space);
  add(n2.word, p.word);
  add(n2.cluster.fine, n.cluster.fine, p.word, n.upper_first);
  add(p.all_upper, n.all_upper, n.upper_first, p.upper_first);
  add(p.suffix[1], n.shape);
  add(length, open, p.shape, n.shape);
}

void SentenceSplitter::split(Document& document, std::uint32_t first) const {
  const std::span<const Token> tokens = std::span(document.tokens).subspan(first);
  if (tokens.empty()) return;
  std::vector<WordForm> words;
  word_forms(document.text, tokens, model_.clusters, words);
  std::vector<FeatureKey> features;
  std::size_t begin = 0;
  SentenceSoFar so_far;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view form = document.form(tokens[i]);
    so_far.add(form);
    bool ends = i + 1 == tokens.size() || so_far.words >= longest_sentence;
    // "10:20 Mike Waltz speaks": one bare word is no sentence.
    const bool bare = so_far.words == 1 && is_letter(form.back());
    const bool open =
        bare || ends || is_bare_day(document, first + begin, first + i) || tokens[i + 1].continues;
    if (!ends && ends_hour_of_entry(document, first, first + i)) ends = true;
    if (!open && may_end(document, first + i) && !is_initial(document, first + i) &&
        !is_numbered(document, first + i)) {
      sentence_split_features(tokens, words, i, so_far, features);
      ends = model_.sentence_splits.best(features) == 1;
    }
    if (!ends) continue;
    Sentence sentence;
    sentence.begin = tokens[begin].begin;
    sentence.end = tokens[i].end;
    sentence.first = first + static_cast<std::uint32_t>(begin);
    sentence.last = first + static_cast<std::uint32_t>(i + 1);
    sentence.begins_paragraph = begin == 0;
    document.sentences.push_back(sentence);
    begin = i + 1;
    so_far = {};
  }
}

}  // namespace volteface::language
