#include "language/label_mending.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace volteface::language {
namespace {

std::int32_t place(std::size_t at) { return static_cast<std::int32_t>(at); }

bool is_nominal(const Token& token) {
  return token.upos == "NOUN" || token.upos == "PROPN" || token.upos == "NUM" ||
         token.upos == "PRON";
}

bool is_clause(std::string_view label) {
  constexpr std::array<std::string_view, 5> labels = {"ccomp", "xcomp", "advcl", "acl",
                                                      "parataxis"};
  return label.starts_with("csubj") || std::ranges::find(labels, label) != labels.end();
}

bool has_child(std::span<const Token> tokens, std::size_t above, std::string_view label,
               std::string_view lemma) {
  return std::ranges::any_of(tokens, [&](const Token& token) {
    return token.head == place(above) && token.deprel == label && token.lemma == lemma;
  });
}

}  // namespace

void mend_heads_that_are_marks(std::span<Token> tokens) {
  for (Token& token : tokens) {
    if (token.head < 0) continue;
    const Token& mark = tokens[static_cast<std::size_t>(token.head)];
    if (mark.upos != "PUNCT" || mark.head < 0 || token.upos == "PUNCT") continue;
    token.head = mark.head;
    token.deprel = is_nominal(token) ? "appos" : "parataxis";
  }
}

void mend_empty_subjects(std::span<Token> tokens) {
  for (Token& it : tokens) {
    if (it.deprel != "expl" || it.lemma != "it" || it.head < 0) continue;
    if (tokens[static_cast<std::size_t>(it.head)].upos != "VERB") continue;
    bool explained = false, passive = false, subject = false;
    for (const Token& other : tokens) {
      if (other.head != it.head) continue;
      explained |= is_clause(other.deprel);
      passive |= other.deprel == "aux:pass";
      subject |= other.deprel.starts_with("nsubj");
    }
    if (!explained && !subject) it.deprel = passive ? "nsubj:pass" : "nsubj";
  }
}

void mend_clauses_with_conjunctions(std::span<Token> tokens) {
  constexpr std::array<std::string_view, 10> words = {"although", "though", "because", "while",
                                                      "whereas",  "unless", "if",      "until",
                                                      "since",    "after"};
  for (const Token& word : tokens) {
    if (word.deprel != "mark" || word.head < 0) continue;
    if (std::ranges::find(words, std::string_view(word.lemma)) == words.end()) continue;
    Token& clause = tokens[static_cast<std::size_t>(word.head)];
    if (clause.deprel == "acl:relcl") clause.deprel = "advcl";
  }
}

void mend_prepositions_with_objects(std::span<Token> tokens) {
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const std::int32_t before = tokens[t].head;
    if (tokens[t].deprel != "obj" || !is_nominal(tokens[t]) || before < 0 || before >= place(t))
      continue;
    Token& preposition = tokens[static_cast<std::size_t>(before)];
    if (preposition.upos != "ADP" || preposition.head < 0) continue;
    const std::int32_t above = preposition.head;
    const bool of_noun = is_nominal(tokens[static_cast<std::size_t>(above)]);
    for (Token& other : tokens) {
      if (other.head == before) other.head = place(t);
    }
    tokens[t].head = above;
    tokens[t].deprel = of_noun ? "nmod" : "obl";
    preposition.head = place(t);
    preposition.deprel = "case";
  }
}

void mend_parts_as_subjects(std::span<Token> tokens) {
  for (std::size_t t = 1; t < tokens.size(); ++t) {
    Token& whole = tokens[t];
    if (!whole.deprel.starts_with("nsubj") || !has_child(tokens, t, "case", "of")) continue;
    const auto part =
        std::find_if(tokens.begin(), tokens.begin() + place(t), [&](const Token& one) {
          return one.head == whole.head && one.deprel.starts_with("nsubj");
        });
    if (part == tokens.begin() + place(t)) continue;
    part->deprel = whole.deprel;
    whole.head = static_cast<std::int32_t>(part - tokens.begin());
    whole.deprel = "nmod";
  }
}

}  // namespace volteface::language
