#include "language/phrase_mending.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/sentence_heads.h"

namespace volteface::language {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_noun(const Token& token) { return token.upos == "NOUN" || token.upos == "PROPN"; }

bool is_day(const Token& token) {
  return token.upos == "NUM" || is_weekday(token.lemma) || is_month_name(token.lemma);
}

// "the day that Chad left"
bool is_time_noun(const Token& token) {
  constexpr std::array<std::string_view, 10> words = {"day",  "time",   "year",    "week", "month",
                                                      "hour", "moment", "morning", "way",  "night"};
  return is_one_of(token.lemma, words);
}

// "Chad's envoy in Lima": the envoy, of Lima; the size where the noun before holds no office.
std::size_t holder_of(std::span<const Token> tokens, std::size_t noun) {
  const std::int32_t head = tokens[noun].head;
  if (tokens[noun].deprel != "nmod" || head < 0 || head >= place(noun)) return tokens.size();
  const auto above = static_cast<std::size_t>(head);
  if (!is_noun(tokens[above])) return tokens.size();
  return role_noun(folded(tokens[above].lemma)) != nullptr ? above : tokens.size();
}

bool begins_with_who(std::span<const Token> tokens, std::size_t verb) {
  return std::ranges::any_of(tokens.first(verb), [&](const Token& token) {
    return token.head == place(verb) && token.lemma == "who" && token.deprel.starts_with("nsubj");
  });
}

}  // namespace

void mend_what_is_said_of_holders(std::span<Token> tokens) {
  for (std::size_t t = 3; t < tokens.size(); ++t) {
    if (tokens[t].head < 0 || tokens[t].head >= place(t)) continue;
    const auto noun = static_cast<std::size_t>(tokens[t].head);
    const bool name = tokens[t].deprel == "appos" && tokens[t].upos == "PROPN" &&
                      tokens[t - 1].lemma == "," && tokens[noun].upos == "PROPN";
    const bool clause =
        tokens[t].deprel == "acl:relcl" && is_day(tokens[noun]) && begins_with_who(tokens, t);
    if (!name && !clause) continue;
    const std::size_t holder = holder_of(tokens, noun);
    if (holder < tokens.size()) tokens[t].head = place(holder);
  }
}

void mend_two_objects(std::span<Token> tokens) {
  for (std::size_t noun = 2; noun < tokens.size(); ++noun) {
    Token& token = tokens[noun];
    const bool part = token.deprel.starts_with("nmod") || token.deprel == "nsubj";
    if (!part || !is_noun(token) || token.head < 0) continue;
    const auto whom = static_cast<std::size_t>(token.head);
    if (whom >= noun || tokens[whom].xpos != "PRP" || tokens[whom].deprel != "obj") continue;
    if (child_of(tokens, noun, "case") < tokens.size() || tokens[whom].head < 0) continue;
    if (token.deprel == "nmod:poss") continue;
    tokens[whom].deprel = "iobj";
    hang(token, tokens[whom].head, "obj");
  }
}

void mend_adjectives_of_copulas(std::span<Token> tokens) {
  for (std::size_t t = 1; t < tokens.size(); ++t) {
    if (tokens[t].upos != "ADJ" || tokens[t].head < 0 || tokens[t].head >= place(t)) continue;
    const auto copula = static_cast<std::size_t>(tokens[t].head);
    const std::int32_t subject = tokens[copula].head;
    if (tokens[copula].deprel != "cop" || subject < 0 || subject >= place(copula)) continue;
    const auto noun = static_cast<std::size_t>(subject);
    const std::int32_t above = tokens[noun].head;
    tokens[t].deprel = above < 0 ? std::string_view("root") : std::string_view(tokens[noun].deprel);
    tokens[t].head = above;
    tokens[copula].head = place(t);
    hang(tokens[noun], place(t), "nsubj");
    for (std::size_t k = copula + 1; k < tokens.size(); ++k) {
      if (k != t && tokens[k].head == subject) tokens[k].head = place(t);
    }
  }
}

namespace {

bool is_had_before(std::span<const Token> tokens, std::size_t verb) {
  const std::size_t aux = child_of(tokens, verb, "aux");
  return aux < verb && tokens[aux].xpos == "VBG" && !has_subject(tokens, verb);
}

// "as", "when": what makes a clause of a verb hang on another.
bool begins_subordinate(std::span<const Token> tokens, std::size_t verb) {
  constexpr std::array<std::string_view, 10> words = {
      "as", "if", "because", "when", "while", "since", "although", "though", "once", "unless"};
  return std::ranges::any_of(tokens.first(verb), [&](const Token& token) {
    return token.head == place(verb) && (token.deprel == "mark" || token.deprel == "advmod") &&
           (token.upos == "SCONJ" || token.xpos == "WRB") && is_one_of(token.lemma, words);
  });
}

// The verb behind a comma that has its own subject and no word that joins it.
bool is_main_behind(std::span<const Token> tokens, std::size_t verb, std::size_t root) {
  constexpr std::array<std::string_view, 3> labels = {"parataxis", "conj", "ccomp"};
  if (tokens[verb].head != place(root) || !is_one_of(tokens[verb].deprel, labels)) return false;
  if (!has_subject(tokens, verb) || child_of(tokens, verb, "cc") < verb) return false;
  if (child_of(tokens, verb, "mark") < verb || begins_subordinate(tokens, verb)) return false;
  std::size_t first = verb;  // of its words
  while (first > root + 1 && is_below(tokens, first - 1, verb) && tokens[first - 1].lemma != ",")
    --first;
  return tokens[first - 1].lemma == ",";
}

}  // namespace

void mend_clauses_at_root(std::span<Token> tokens) {
  const auto found =
      std::ranges::find_if(tokens, [](const Token& token) { return token.head < 0; });
  const auto root = static_cast<std::size_t>(found - tokens.begin());
  if (root >= tokens.size()) return;
  if (!is_had_before(tokens, root) && !begins_subordinate(tokens, root)) return;
  for (std::size_t verb = root + 2; verb < tokens.size(); ++verb) {
    if (!is_main_behind(tokens, verb, root)) continue;
    for (std::size_t t = verb + 1; t < tokens.size(); ++t) {
      if (tokens[t].head == place(root)) tokens[t].head = place(verb);
    }
    tokens[verb].head = -1;
    tokens[verb].deprel = "root";
    hang(tokens[root], place(verb), "advcl");
    return;
  }
}

void mend_relative_that(std::span<Token> tokens) {
  for (std::size_t t = 1; t + 1 < tokens.size(); ++t) {
    Token& that = tokens[t];
    if (that.lemma != "that" || that.deprel != "obl:unmarked" || that.head <= place(t)) continue;
    const auto verb = static_cast<std::size_t>(that.head);
    if (tokens[verb].deprel != "acl:relcl" || !has_subject(tokens, verb)) continue;
    if (child_of(tokens, verb, "obj") < tokens.size() || is_time_noun(tokens[t - 1])) continue;
    that.deprel = "obj";
    that.upos = "PRON";
    that.xpos = "WDT";
  }
}

void mend_phrases(std::span<Token> tokens) {
  mend_clauses_at_root(tokens);
  mend_adjectives_of_copulas(tokens);
  mend_what_is_said_of_holders(tokens);
  mend_two_objects(tokens);
  mend_relative_that(tokens);
}

}  // namespace volteface::language
