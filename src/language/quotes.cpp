#include "language/quotes.h"

#include <algorithm>
#include <array>

#include "language/characters.h"

namespace volteface::language {
namespace {

enum class Mark : std::uint8_t { none, open, close, straight };

// Marks of one style belong together.
enum class Style : std::uint8_t {
  none,
  straight,
  curly,
  low,  // „…“
  single,
  straight_single,
  angle,
  angle_inward,  // »…«
  single_angle,
  corner,
  grave  // ``…''
};

struct MarkAt {
  Mark mark = Mark::none;
  Style style = Style::none;
  std::size_t size = 0;  // in bytes, where it is more than one character
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

// A straight single mark closes behind the end of a clause or before a mark: "go,'" and "go'.",
// but not "the ministers' plan".
bool closes_single(std::string_view text, std::size_t at, std::size_t begin, std::size_t end) {
  constexpr std::string_view ends = ",.!?", behind = ",.;:!?)";
  if (at <= begin || (at + 1 < end && is_word(text, at + 1))) return false;
  if (ends.find(text[at - 1]) != std::string_view::npos) return true;
  const bool last = at + 1 >= end || behind.find(text[at + 1]) != std::string_view::npos;
  return last && word_before(text, at, begin);
}

MarkAt mark_at(std::string_view text, std::size_t at, char32_t code, std::size_t begin,
               std::size_t end) {
  switch (code) {
    case 0x201C:
    case 0x201F:
      return {Mark::open, Style::curly};
    case 0x201E:
      return {Mark::open, Style::low};
    case 0x201D:
      return {Mark::close, Style::curly};
    case 0x00AB:
      return {Mark::open, Style::angle};
    case 0x00BB:
      return {Mark::close, Style::angle};
    case 0x2039:
      return {Mark::open, Style::single_angle};
    case 0x203A:
      return {Mark::close, Style::single_angle};
    case 0x300C:
    case 0x300E:
      return {Mark::open, Style::corner};
    case 0x300D:
    case 0x300F:
      return {Mark::close, Style::corner};
    case 0x22:
      return {Mark::straight, Style::straight};
    case 0x60:
      return text.substr(at, 2) == "``" ? MarkAt{Mark::open, Style::grave, 2} : MarkAt{};
    case 0x27: {
      if (text.substr(at, 2) == "''") return {Mark::close, Style::grave, 2};
      if (closes_single(text, at, begin, end)) return {Mark::close, Style::straight_single};
      // "the '90s" are years.
      const bool digit = at + 1 < end && text[at + 1] >= '0' && text[at + 1] <= '9';
      const bool opens = !word_before(text, at, begin) && is_word(text, at + 1) && !digit;
      return opens ? MarkAt{Mark::open, Style::straight_single} : MarkAt{};
    }
    case 0x2018:
      return is_word(text, at + 3) && !word_before(text, at, begin)
                 ? MarkAt{Mark::open, Style::single}
                 : MarkAt{};
    // An apostrophe unless a word ends here.
    case 0x2019:
      return is_word(text, at + 3) ? MarkAt{} : MarkAt{Mark::close, Style::single};
    default:
      return {};
  }
}

// Whether a mark closes a quotation of a style; "„…“" closes with what opens others.
bool closes(const MarkAt& mark, Style open, char32_t code) {
  switch (open) {
    case Style::straight:
      return mark.mark == Mark::straight ||
             (mark.mark == Mark::close && mark.style == Style::curly);
    case Style::low:
      return code == 0x201C || code == 0x201D || code == 0x201F;
    case Style::angle_inward:
      return mark.style == Style::angle;
    default:
      return mark.style == open && mark.mark == Mark::close;
  }
}

// Quotations of one paragraph. One that is not closed runs to its end, and goes on in the next
// where that opens with a mark as well.
class Scanner {
 public:
  explicit Scanner(Document& document) : document_(document) {}

  void paragraph(std::size_t begin, std::size_t end) {
    look_over(begin, end);
    std::size_t open = 0;
    Style style = Style::none;
    int inner = 0;  // “It is “very” late”
    for (std::size_t at = begin; at < end;) {
      const Character c = character_at(document_.text, at);
      const MarkAt mark = mark_at(document_.text, at, c.code, begin, end);
      const std::size_t behind = at + std::max<std::size_t>(c.size, mark.size);
      if (style == Style::none) {
        style = opened_by(mark, at, begin);
        open = behind;
      } else if (balanced_ && style == Style::curly && c.code == 0x201C) {
        ++inner;
      } else if (closes(mark, style, c.code) && inner-- == 0) {
        add(open, at, true);
        style = Style::none;
      }
      if (style == Style::none) inner = 0;
      at = behind;
    }
    // A single mark that is never closed is an apostrophe.
    if (style != Style::none && style != Style::single && style != Style::straight_single)
      add(open, end, false);
  }

 private:
  // Where the last straight single mark closes, and whether curly ones can be nested: only where
  // each is closed.
  void look_over(std::size_t begin, std::size_t end) {
    last_single_ = begin;
    std::ptrdiff_t open = 0;
    for (std::size_t at = begin; at < end;) {
      const Character c = character_at(document_.text, at);
      open += c.code == 0x201C ? 1 : c.code == 0x201D ? -1 : 0;
      if (c.code == '\'' && closes_single(document_.text, at, begin, end)) last_single_ = at;
      at += c.size;
    }
    balanced_ = open == 0;
  }

  // The style of the quotation that a mark opens.
  Style opened_by(const MarkAt& mark, std::size_t at, std::size_t begin) const {
    const bool inward = mark.mark == Mark::close && mark.style == Style::angle &&
                        !word_before(document_.text, at, begin) && is_word(document_.text, at + 2);
    if (inward) return Style::angle_inward;
    if (mark.mark == Mark::straight && closes_only(at, begin)) return Style::none;
    if (mark.mark == Mark::none || mark.mark == Mark::close) return Style::none;
    if (mark.style == Style::straight_single && at >= last_single_) return Style::none;
    return mark.style;
  }

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
  std::size_t last_single_ = 0;
  bool balanced_ = false;
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
    --at;                                        // within the mark
  if (at > 0) --at;                              // the mark
  if (at > 0 && document.text[at] == '`') --at;  // of two
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

std::vector<std::size_t> marks_of_scare_quotes(const Document& document, const Sentence& sentence) {
  std::vector<std::size_t> out;
  auto quote = std::lower_bound(document.quotes.begin(), document.quotes.end(), sentence.begin,
                                [](const Quote& q, std::uint32_t begin) { return q.end < begin; });
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = document.tokens[t];
    while (quote != document.quotes.end() && quote->end < token.begin) ++quote;
    if (quote == document.quotes.end() || token.upos != "PUNCT" || !quote->scare) continue;
    if (token.end == quote->begin || token.begin == quote->end) out.push_back(t - sentence.first);
  }
  return out;
}

}  // namespace volteface::language
