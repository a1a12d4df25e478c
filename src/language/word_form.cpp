#include "language/word_form.h"

#include <algorithm>

#include "language/characters.h"
#include "language/feature_key.h"

namespace volteface::language {
namespace {

// Longer ones say no more, and cost.
constexpr std::size_t longest_form = 64;

char shape_letter(CharacterClass type) {
  switch (type) {
    case CharacterClass::lower:
      return 'x';
    case CharacterClass::upper:
      return 'X';
    case CharacterClass::digit:
      return 'd';
    case CharacterClass::quote:
      return '\'';
    case CharacterClass::symbol:
      return '$';
    default:
      return '-';
  }
}

void look_at_letters(std::string_view form, WordForm& out) {
  std::string shape;
  bool lower = false;
  std::size_t upper = 0;
  for (std::size_t at = 0; at < form.size();) {
    const Character c = character_at(form, at);
    const CharacterClass type = class_of(c.code);
    if (type == CharacterClass::upper) {
      ++upper;
      out.upper_first |= at == 0;
    }
    lower |= type == CharacterClass::lower;
    out.has_digit |= type == CharacterClass::digit;
    out.has_hyphen |= c.code == U'-';
    const char letter = type == CharacterClass::punctuation && c.code < 128
                            ? static_cast<char>(c.code)
                            : shape_letter(type);
    const std::size_t n = shape.size();
    if (n < 2 || shape[n - 1] != letter || shape[n - 2] != letter) shape += letter;
    at += c.size;
  }
  out.all_upper = upper > 1 && !lower;
  out.shape = text_hash(shape);
}

// A year or a number is what it is like, not which.
std::string without_digits(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }, '0');
  return text;
}

}  // namespace

WordForm word_form(std::string_view form, const WordClusters& clusters) {
  form = form.substr(0, longest_form);
  WordForm out;
  look_at_letters(form, out);
  std::string word = folded(form);
  out.cluster = clusters.of(text_hash(word));
  if (out.has_digit) word = without_digits(std::move(word));
  out.word = text_hash(word);
  out.exact = out.upper_first ? feature_key(6001, out.word, out.all_upper ? 2 : 1) : out.word;
  for (std::size_t n = 1; n <= WordForm::suffixes; ++n) {
    out.suffix[n - 1] =
        text_hash(std::string_view(word).substr(word.size() - std::min(word.size(), n)));
  }
  for (std::size_t n = 1; n <= WordForm::prefixes; ++n) {
    out.prefix[n - 1] = text_hash(std::string_view(word).substr(0, n));
  }
  return out;
}

void word_forms(std::string_view text, std::span<const Token> tokens, const WordClusters& clusters,
                std::vector<WordForm>& forms) {
  forms.clear();
  forms.reserve(tokens.size());
  for (const Token& token : tokens) {
    forms.push_back(word_form(text.substr(token.begin, token.end - token.begin), clusters));
  }
}

}  // namespace volteface::language
