#include "language/label_mending.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/sentence_heads.h"

namespace volteface::language {
namespace {

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
    // "a visit by Chad's president was called off"
    const bool part_of = has_child(tokens, t, "case", "of") || has_child(tokens, t, "case", "by");
    if (!whole.deprel.starts_with("nsubj") || !part_of) continue;
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

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

// The comma before the names that end before a word; `none` where a verb stands between.
std::size_t comma_before_names(std::span<const Token> tokens, std::size_t end) {
  constexpr std::size_t furthest = 20;
  for (std::size_t t = end; t-- > end - std::min(end, furthest);) {
    if (tokens[t].upos == "VERB" || tokens[t].upos == "AUX") return none;
    const bool row = tokens[t + 1].upos == "PROPN" && tokens[t].lemma == ",";
    // "Peru, Chile and Mali included": the first comma of the row.
    if (row && t > 0 && tokens[t - 1].upos != "PROPN") return t;
    if (tokens[t].upos == "PUNCT" && !row) return none;
  }
  return none;
}

// The verb behind what is put in, without a subject of its own behind that.
std::size_t verb_behind_names(std::span<const Token> tokens, std::size_t end) {
  if (end + 1 >= tokens.size() || tokens[end].lemma != "," || !is_finite_or_modal(tokens[end + 1]))
    return none;
  const std::size_t at = end + 1;
  const std::int32_t head = tokens[at].upos == "AUX" ? tokens[at].head : place(at);
  if (head < place(at) || tokens[static_cast<std::size_t>(head)].upos != "VERB") return none;
  const bool other = std::any_of(tokens.begin() + place(at), tokens.end(), [&](const Token& t) {
    return t.head == head && t.deprel.starts_with("nsubj");
  });
  return other ? none : static_cast<std::size_t>(head);
}

// The noun that names are put in behind: "states" of "fifteen states of the bloc,".
std::size_t noun_before(std::span<const Token> tokens, std::size_t comma) {
  std::size_t noun = comma - 1;
  while (tokens[noun].head >= 0 && tokens[noun].head < place(noun) &&
         (tokens[noun].deprel == "nmod" || tokens[noun].deprel == "flat"))
    noun = static_cast<std::size_t>(tokens[noun].head);
  return is_nominal(tokens[noun]) ? noun : none;
}

// What a verb hangs on above the words of [first, last], which all come to hang below it; false
// where they would stand above it still, or another of them is the root.
bool lift(std::span<Token> tokens, std::size_t verb, std::size_t first, std::size_t last,
          std::size_t name) {
  const auto put_in = [&](std::int32_t at) { return at >= place(first) && at <= place(last); };
  std::int32_t above = tokens[verb].head, top = -1;
  for (std::size_t steps = 0; above >= 0 && put_in(above); ++steps) {
    if (steps > tokens.size()) return false;
    top = above;
    above = tokens[static_cast<std::size_t>(above)].head;
  }
  if (top < 0 && above < 0) return true;
  std::int32_t at = above;
  for (std::size_t steps = 0; at >= 0; at = tokens[static_cast<std::size_t>(at)].head) {
    if (put_in(at) || ++steps > tokens.size()) return false;
  }
  if (top < 0) return true;
  const bool moves = top == place(first) || top == place(last) || top == place(name);
  if (above < 0 && !moves) return false;
  tokens[verb].head = above;
  tokens[verb].deprel = above < 0 ? std::string_view("root") : std::string_view("parataxis");
  return true;
}

void mend_included(std::span<Token> tokens, std::size_t word) {
  const std::size_t comma = comma_before_names(tokens, word);
  if (comma == none || comma == 0) return;
  const std::size_t noun = noun_before(tokens, comma), name = comma + 1;
  const std::size_t verb = verb_behind_names(tokens, word + 1);
  if (noun == none || verb == none || !lift(tokens, verb, noun, word, name)) return;
  hang(tokens[noun], place(verb), "nsubj");
  hang(tokens[name], place(noun), "appos");
  hang(tokens[word], place(name), "acl");
  for (std::size_t t = word + 1; t < tokens.size(); ++t) {
    if (t != verb && tokens[t].head == place(word)) tokens[t].head = place(verb);
  }
}

}  // namespace

void mend_names_included(std::span<Token> tokens) {
  for (std::size_t t = 3; t + 1 < tokens.size(); ++t) {
    if (tokens[t].lemma == "include" && tokens[t - 1].upos == "PROPN") mend_included(tokens, t);
  }
}

}  // namespace volteface::language
