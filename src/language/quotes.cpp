#include "language/quotes.h"

#include <algorithm>
#include <array>

#include "language/characters.h"

namespace volteface::language {
namespace {

enum class Mark : std::uint8_t { none, open, close, straight };

struct MarkAt {
  Mark mark = Mark::none;
  char style = 0;  // marks of one style belong together: 'd' double, 's' single, 'a' angle
};

bool is_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const CharacterClass type = class_of(character_at(text, at).code);
  return type == CharacterClass::lower || type == CharacterClass::upper ||
         type == CharacterClass::digit;
}

// Whether the character before byte `at` is a letter or digit.
bool word_before(std::string_view text, std::size_t at, std::size_t begin) {
  if (at <= begin) return false;
  std::size_t back = at - 1;
  while (back > begin && (static_cast<unsigned char>(text[back]) & 0xC0) == 0x80) --back;
  return is_word(text, back);
}

MarkAt mark_at(std::string_view text, std::size_t at, char32_t code, std::size_t begin) {
  switch (code) {
    case 0x201C:
    case 0x201F:
      return {Mark::open, 'd'};
    case 0x201E:
      return {Mark::open, 'd'};
    case 0x201D:
      return {Mark::close, 'd'};
    case 0x00AB:
      return {Mark::open, 'a'};
    case 0x00BB:
      return {Mark::close, 'a'};
    case 0x22:
      return {Mark::straight, 'q'};
    case 0x2018:
      return is_word(text, at + 3) && !word_before(text, at, begin) ? MarkAt{Mark::open, 's'}
                                                                    : MarkAt{};
    // An apostrophe unless a word ends here.
    case 0x2019:
      return is_word(text, at + 3) ? MarkAt{} : MarkAt{Mark::close, 's'};
    default:
      return {};
  }
}

// Quotations of one paragraph. One that is not closed runs to its end, and goes on in the next
// where that opens with a mark as well.
class Scanner {
 public:
  explicit Scanner(Document& document) : document_(document) {}

  void paragraph(std::size_t begin, std::size_t end) {
    const std::string_view text = document_.text;
    std::size_t open = 0;
    char style = 0;
    for (std::size_t at = begin; at < end;) {
      const Character c = character_at(text, at);
      const MarkAt mark = mark_at(text, at, c.code, begin);
      if (style == 0) {
        const bool opens =
            mark.mark == Mark::open || (mark.mark == Mark::straight && !closes_only(at, begin));
        if (opens) {
          open = at + c.size;
          style = mark.style;
        }
      } else if (mark.style == style && (mark.mark == Mark::close || mark.mark == Mark::straight)) {
        add(open, at, true);
        style = 0;
      } else if (style == 'q' && mark.mark == Mark::close && mark.style == 'd') {
        add(open, at, true);
        style = 0;
      }
      at += c.size;
    }
    // A single mark that is never closed is an apostrophe.
    if (style != 0 && style != 's') add(open, end, false);
  }

 private:
  // A straight mark behind a word and before white space closes what was not opened.
  bool closes_only(std::size_t at, std::size_t begin) const {
    return word_before(document_.text, at, begin) && !is_word(document_.text, at + 1);
  }

  void add(std::size_t begin, std::size_t end, bool closed) {
    if (end <= begin) return;
    Quote quote;
    quote.begin = static_cast<std::uint32_t>(begin);
    quote.end = static_cast<std::uint32_t>(end);
    quote.closed = closed;
    document_.quotes.push_back(quote);
  }

  Document& document_;
};

char last_mark(std::string_view text) { return text.empty() ? '\0' : text.back(); }

bool ends_clause(std::string_view quoted) {
  const char last = last_mark(quoted);
  return last == ',' || last == '.' || last == '!' || last == '?' ||
         quoted.ends_with("\xE2\x80\xA6");
}

// The last character before the opening mark that is no space, if ASCII.
char before_mark(const Document& document, const Quote& quote) {
  std::size_t at = quote.begin;
  while (at > 0 && (static_cast<unsigned char>(document.text[at - 1]) & 0xC0) == 0x80)
    --at;            // within the mark
  if (at > 0) --at;  // the mark
  while (at > 0 && document.text[at - 1] == ' ') --at;
  return at == 0 ? '\n' : document.text[at - 1];
}

}  // namespace

void find_quotes(Document& document) {
  document.quotes.clear();
  Scanner scanner(document);
  for (std::size_t i = 0; i < document.sentences.size();) {
    std::size_t last = i + 1;
    while (last < document.sentences.size() && !document.sentences[last].begins_paragraph) ++last;
    scanner.paragraph(document.sentences[i].begin, document.sentences[last - 1].end);
    i = last;
  }
  for (Quote& quote : document.quotes) {
    const std::string_view quoted = document.text_of(quote);
    const auto words = 1 + std::count(quoted.begin(), quoted.end(), ' ');
    const char before = before_mark(document, quote);
    quote.scare =
        words <= 4 && !ends_clause(quoted) && before != ':' && before != ',' && before != '\n';
  }
}

std::vector<QuotedTokens> quoted_apart(const Document& document, const Sentence& sentence) {
  std::vector<QuotedTokens> out;
  auto quote = std::lower_bound(document.quotes.begin(), document.quotes.end(), sentence.begin,
                                [](const Quote& q, std::uint32_t begin) { return q.end <= begin; });
  for (; quote != document.quotes.end() && quote->begin < sentence.end; ++quote) {
    QuotedTokens tokens = {sentence.last, sentence.first};
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (document.tokens[i].begin < quote->begin || document.tokens[i].end > quote->end) continue;
      tokens.first = std::min(tokens.first, i);
      tokens.last = std::max(tokens.last, i + 1);
    }
    if (tokens.last < tokens.first + 4) continue;
    // Something must be left to attribute it.
    if (tokens.last - tokens.first + 4 > sentence.last - sentence.first) continue;
    const char before = before_mark(document, *quote);
    const bool apart = before == ',' || before == ':' || tokens.first <= sentence.first + 1;
    const bool whole = ends_clause(document.text_of(*quote));
    if (apart && whole) out.push_back(tokens);
  }
  return out;
}

}  // namespace volteface::language
