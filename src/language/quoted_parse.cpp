#include "language/quoted_parse.h"

#include <algorithm>

#include "language/lexicon.h"

namespace volteface::language {
namespace {

// Parses [first, last) by itself; its root, as a place in `tokens`.
std::size_t parse_part(const Parser& parser, std::string_view text, std::span<Token> tokens,
                       std::size_t first, std::size_t last) {
  parser.parse(text, tokens.subspan(first, last - first));
  std::size_t root = first;
  for (std::size_t i = first; i < last; ++i) {
    if (tokens[i].head < 0) {
      root = i;
    } else {
      tokens[i].head += static_cast<std::int32_t>(first);
    }
  }
  return root;
}

// "…", wrote X: a verb of speech right behind a quotation governs it, and what stands behind the
// verb is its subject, not its object.
void mend_attribution(std::span<Token> tokens, std::size_t root, std::size_t behind) {
  std::size_t verb = behind;
  while (verb < tokens.size() && tokens[verb].upos == "PUNCT") ++verb;
  if (verb >= tokens.size() || !is_speech_verb(tokens[verb].lemma)) return;
  Token& cue = tokens[verb];
  if (cue.xpos != "VBD" && cue.xpos != "VBZ" && cue.xpos != "VBP") return;
  Token* object = nullptr;
  bool subject = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head != static_cast<std::int32_t>(verb)) continue;
    subject = subject || tokens[i].deprel.starts_with("nsubj");
    if (tokens[i].deprel == "obj" && i > verb && object == nullptr) object = &tokens[i];
  }
  if (!subject && object != nullptr) object->deprel = "nsubj";
  Token& quoted = tokens[root];
  if (cue.head != static_cast<std::int32_t>(root) || cue.deprel == "parataxis") return;
  cue.head = quoted.head;
  cue.deprel = quoted.deprel;
  quoted.head = static_cast<std::int32_t>(verb);
  quoted.deprel = "ccomp";
}

}  // namespace

void parse_around_quotes(const Parser& parser, std::string_view text, std::span<Token> tokens,
                         std::uint32_t first, std::span<const QuotedTokens> quoted) {
  std::vector<Token> around;
  std::vector<std::size_t> places;  // of `around`, in `tokens`
  std::vector<std::size_t> roots;   // of the quotations
  std::size_t at = 0;
  const auto take = [&](std::size_t place) {
    around.push_back(tokens[place]);
    places.push_back(place);
  };
  for (const QuotedTokens& part : quoted) {
    while (at < part.first - first) take(at++);
    roots.push_back(parse_part(parser, text, tokens, part.first - first, part.last - first));
    take(roots.back());
    at = part.last - first;
  }
  while (at < tokens.size()) take(at++);
  parser.parse(text, around);
  for (std::size_t i = 0; i < around.size(); ++i) {
    Token& token = tokens[places[i]];
    token.head = around[i].head < 0
                     ? -1
                     : static_cast<std::int32_t>(places[static_cast<std::size_t>(around[i].head)]);
    token.deprel = around[i].deprel;
  }
  for (std::size_t q = 0; q < quoted.size(); ++q)
    mend_attribution(tokens, roots[q], quoted[q].last - first);
}

void parse_without_marks(const Parser& parser, std::string_view text, std::span<Token> tokens,
                         std::span<const std::size_t> marks) {
  if (marks.empty() || marks.size() == tokens.size()) return parser.parse(text, tokens);
  std::vector<Token> rest;
  std::vector<std::size_t> places;  // of `rest`, in `tokens`
  auto mark = marks.begin();
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (mark != marks.end() && *mark == t) {
      ++mark;
      continue;
    }
    rest.push_back(tokens[t]);
    places.push_back(t);
  }
  parser.parse(text, rest);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    Token& token = tokens[places[i]];
    token.deprel = rest[i].deprel;
    token.head = rest[i].head < 0
                     ? -1
                     : static_cast<std::int32_t>(places[static_cast<std::size_t>(rest[i].head)]);
  }
  for (std::size_t k = 0; k < marks.size(); ++k) {
    const auto behind = std::ranges::lower_bound(places, marks[k]);
    const bool within = k % 2 == 1 && behind != places.begin();  // the second of two
    const bool last = behind == places.end();
    tokens[marks[k]].head = static_cast<std::int32_t>(within || last ? *(behind - 1) : *behind);
    tokens[marks[k]].deprel = "punct";
  }
}

}  // namespace volteface::language
