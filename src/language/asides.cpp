#include "language/asides.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "record/text.h"

namespace volteface::language {
namespace {

using Words = std::vector<std::string_view>;

// "~" stands for its, his, her, their, our, my. The last word is the head.
const std::vector<Words>& phrases() {
  static const std::vector<Words> known = {{"for", "~", "part"},
                                           {"on", "~", "side"},
                                           {"on", "~", "part"},
                                           {"in", "~", "turn"},
                                           {"in", "turn"},
                                           {"in", "~", "view"},
                                           {"in", "~", "opinion"},
                                           {"to", "~", "mind"},
                                           {"in", "~", "eyes"},
                                           {"meanwhile"},
                                           {"however"},
                                           {"though"},
                                           {"too"},
                                           {"moreover"},
                                           {"nevertheless"},
                                           {"nonetheless"},
                                           {"therefore"},
                                           {"instead"},
                                           {"indeed"},
                                           {"likewise"},
                                           {"of", "course"},
                                           {"by", "contrast"},
                                           {"in", "contrast"},
                                           {"after", "all"},
                                           {"in", "the", "end"},
                                           {"at", "last"},
                                           {"for", "example"},
                                           {"for", "instance"},
                                           {"in", "any", "case"},
                                           {"once", "more"},
                                           {"as", "usual"},
                                           {"on", "the", "other", "hand"}};
  return known;
}

bool is_possessive(std::string_view word) {
  constexpr std::array<std::string_view, 6> words = {"its", "his", "her", "their", "our", "my"};
  return std::ranges::any_of(words, [&](auto w) { return equal_ignoring_case(w, word); });
}

bool fits(std::string_view text, std::span<const Token> tokens, std::size_t at,
          const Words& phrase) {
  if (at + phrase.size() >= tokens.size()) return false;
  for (std::size_t k = 0; k < phrase.size(); ++k) {
    const Token& token = tokens[at + k];
    const std::string_view form = text.substr(token.begin, token.end - token.begin);
    if (phrase[k] == "~" ? !is_possessive(form) : !equal_ignoring_case(phrase[k], form))
      return false;
  }
  return true;
}

bool is_comma(const Token& token) { return token.lemma == ","; }

bool is_bullet(std::string_view form) {
  constexpr std::array<std::string_view, 9> bullets = {
      "\u2022", "\u00B7", "\u25AA", "\u25CF", "\u2023", "*", "-", "\u2013", "\u2014"};
  return std::ranges::find(bullets, form) != bullets.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "17:40", "8.20", "9h15"
bool is_hour(std::string_view form) {
  const std::size_t mark = form.find_first_of(":.h");
  if (mark == std::string_view::npos || mark == 0 || mark > 2 || form.size() != mark + 3)
    return false;
  const auto digits = [](std::string_view part) { return std::ranges::all_of(part, is_digit); };
  return digits(form.substr(0, mark)) && digits(form.substr(mark + 1));
}

bool is_behind_hour(std::string_view form) {
  constexpr std::array<std::string_view, 16> words = {"am",  "pm",  "a.m.", "p.m.", "GMT", "BST",
                                                      "CET", "UTC", "ET",   "EST",  "EDT", "CEST",
                                                      "h",   "|",   ":",    "local"};
  return std::ranges::find(words, form) != words.end() || is_bullet(form);
}

// "8.20 pm", "• 8.20 Peru votes"; not "1.25 million fled", "• 1.25 million fled".
bool is_hour_there(std::string_view form, std::string_view next, bool behind_bullet) {
  if (!is_hour(form)) return false;
  if (form.find('.') == std::string_view::npos || is_behind_hour(next)) return true;
  return behind_bullet && !next.empty() && next[0] >= 'A' && next[0] <= 'Z';
}

// "• 17:40", "8.20 pm |", "•": how many tokens of a list's or a live report's mark a sentence opens
// with.
std::size_t stamp_of(std::string_view text, std::span<const Token> tokens) {
  const auto form = [&](std::size_t t) {
    return text.substr(tokens[t].begin, tokens[t].end - tokens[t].begin);
  };
  std::size_t behind = 0;
  while (behind < tokens.size() && is_bullet(form(behind))) ++behind;
  if (behind + 1 < tokens.size() && is_hour_there(form(behind), form(behind + 1), behind > 0)) {
    ++behind;
    while (behind < tokens.size() && is_behind_hour(form(behind))) ++behind;
  }
  return behind + 2 < tokens.size() ? behind : 0;  // something must be left
}

void hang_stamp(std::span<Token> tokens, const Aside& stamp, std::size_t root) {
  for (std::size_t t = stamp.first; t < stamp.last; ++t) {
    const bool hour = tokens[t].upos == "NUM";
    tokens[t].head = static_cast<std::int32_t>(root);
    tokens[t].deprel = hour ? "obl:unmarked" : "punct";
    if (!hour) tokens[t].upos = "PUNCT";
  }
}

// The verb that an aside is put in beside: the first behind it, else the root.
std::size_t verb_for(std::span<const Token> tokens, std::size_t behind, std::size_t root) {
  for (std::size_t t = behind; t < tokens.size(); ++t) {
    if (tokens[t].upos == "VERB") return t;
    if (tokens[t].upos == "PUNCT") break;
  }
  return root;
}

void hang(std::span<Token> tokens, const Aside& aside, std::size_t verb) {
  const std::size_t head = aside.last - 2;  // before the second comma
  for (std::size_t t = aside.first; t < aside.last; ++t) {
    Token& token = tokens[t];
    token.head = static_cast<std::int32_t>(head);
    token.deprel = token.upos == "PUNCT"  ? "punct"
                   : token.upos == "PRON" ? "nmod:poss"
                   : token.upos == "DET"  ? "det"
                   : token.upos == "ADJ"  ? "amod"
                                          : "case";
  }
  tokens[head].head = static_cast<std::int32_t>(verb);
  tokens[head].deprel = aside.last - aside.first == 3 ? "advmod" : "obl";
}

}  // namespace

std::vector<Aside> find_asides(std::string_view text, std::span<const Token> tokens) {
  std::vector<Aside> out;
  const std::size_t stamp = stamp_of(text, tokens);
  if (stamp > 0) out.push_back({0, stamp});
  for (std::size_t at = std::max<std::size_t>(1, stamp); at + 2 < tokens.size(); ++at) {
    if (!is_comma(tokens[at])) continue;
    for (const Words& phrase : phrases()) {
      const std::size_t last = at + 1 + phrase.size();
      if (last + 1 >= tokens.size() || !is_comma(tokens[last])) continue;
      if (!fits(text, tokens, at + 1, phrase)) continue;
      out.push_back({at, last + 1});
      at = last;
      break;
    }
  }
  return out;
}

void parse_without_asides(const Parser& parser, std::string_view text, std::span<Token> tokens,
                          std::span<const Aside> asides) {
  std::vector<Token> rest;
  std::vector<std::size_t> places;  // of `rest`, in `tokens`
  auto aside = asides.begin();
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (aside != asides.end() && t == aside->first) {
      t = aside->last - 1;
      ++aside;
      continue;
    }
    rest.push_back(tokens[t]);
    places.push_back(t);
  }
  parser.parse(text, rest);
  std::size_t root = places.front();
  for (std::size_t i = 0; i < rest.size(); ++i) {
    Token& token = tokens[places[i]];
    token.deprel = rest[i].deprel;
    if (rest[i].head < 0) root = places[i];
    token.head = rest[i].head < 0
                     ? -1
                     : static_cast<std::int32_t>(places[static_cast<std::size_t>(rest[i].head)]);
  }
  for (const Aside& one : asides) {
    if (one.first == 0)
      hang_stamp(tokens, one, root);
    else
      hang(tokens, one, verb_for(tokens, one.last, root));
  }
}

}  // namespace volteface::language
