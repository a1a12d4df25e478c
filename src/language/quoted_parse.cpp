#include "language/quoted_parse.h"

#include <algorithm>

namespace volteface::language {
namespace {

// Parses [first, last) by itself; its root, as a place in `tokens`.
std::size_t parse_part(const Parser& parser, std::string_view text, std::span<Token> tokens, std::size_t first,
                       std::size_t last) {
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

// Right behind a quotation ("…," wrote Ana Ruiz) a verb has its subject behind it, which a parser
// takes for an object.
void turn_around(std::span<Token> around, std::span<const std::size_t> quoted) {
  for (const std::size_t quote : quoted) {
    std::size_t verb = quote + 1;
    while (verb < around.size() && around[verb].upos == "PUNCT") ++verb;
    if (verb >= around.size() || around[verb].upos != "VERB") continue;
    const auto hangs = [&](const Token& token) {
      return token.head == static_cast<std::int32_t>(verb);
    };
    const bool has_subject = std::ranges::any_of(
        around, [&](const Token& t) { return hangs(t) && t.deprel.starts_with("nsubj"); });
    if (has_subject) continue;
    const auto object = std::ranges::find_if(
        around, [&](const Token& t) { return hangs(t) && t.deprel == "obj"; });
    if (object != around.end() && static_cast<std::size_t>(object - around.begin()) > verb)
      object->deprel = "nsubj";
  }
}

}  // namespace

void parse_around_quotes(const Parser& parser, std::string_view text, std::span<Token> tokens, std::uint32_t first,
                         std::span<const QuotedTokens> quoted) {
  std::vector<Token> around;
  std::vector<std::size_t> places;  // of `around`, in `tokens`
  std::vector<std::size_t> roots;   // of the quotations, in `around`
  std::size_t at = 0;
  const auto take = [&](std::size_t place) {
    around.push_back(tokens[place]);
    places.push_back(place);
  };
  for (const QuotedTokens& part : quoted) {
    while (at < part.first - first) take(at++);
    roots.push_back(around.size());
    take(parse_part(parser, text, tokens, part.first - first, part.last - first));
    at = part.last - first;
  }
  while (at < tokens.size()) take(at++);
  parser.parse(text, around);
  turn_around(around, roots);
  for (std::size_t i = 0; i < around.size(); ++i) {
    Token& token = tokens[places[i]];
    token.head = around[i].head < 0 ? -1 : static_cast<std::int32_t>(places[static_cast<std::size_t>(around[i].head)]);
    token.deprel = around[i].deprel;
  }
}

}  // namespace volteface::language
