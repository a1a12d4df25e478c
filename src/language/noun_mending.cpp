#include "language/noun_mending.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/lexicon.h"
#include "language/sentence_heads.h"

namespace volteface::language {
namespace {

bool is_noun(const Token& token) {
  return token.upos == "NOUN" || token.upos == "PROPN" || token.upos == "NUM";
}

// "the detention of two men caused anger": no subject has an "of" before it.
void mend_subject_behind_of(std::span<Token> tokens, std::size_t noun) {
  const std::size_t of = child_of(tokens, noun, "case");
  if (of == 0 || of >= noun || tokens[of].lemma != "of" || !is_noun(tokens[of - 1])) return;
  if (is_below(tokens, of - 1, noun)) return;
  hang(tokens[noun], place(of - 1), "nmod");
}

// "the detention of Malians by Chad": whoever does it does not hang on those to whom it is done.
void mend_doer_behind_of(std::span<Token> tokens, std::size_t doer) {
  const std::int32_t whom = tokens[doer].head;
  if (whom < 1 || whom >= place(doer) || tokens[whom].upos != "PROPN") return;
  const std::size_t by = child_of(tokens, doer, "case");
  if (tokens[doer].upos != "PROPN" || by >= doer || tokens[by].lemma != "by") return;
  const std::int32_t deed = tokens[whom].head;
  const std::size_t of = child_of(tokens, static_cast<std::size_t>(whom), "case");
  if (deed < 0 || deed >= whom || tokens[deed].upos != "NOUN" || of > doer) return;
  if (tokens[of].lemma == "of") tokens[doer].head = deed;
}

// "of two Malians": no preposition belongs to the number.
void free_from_number(std::span<Token> tokens, std::size_t preposition) {
  const std::int32_t number = tokens[preposition].head;
  if (number <= place(preposition) || tokens[number].deprel != "nummod") return;
  if (tokens[number].head > number) tokens[preposition].head = tokens[number].head;
}

// "expressed to Mali his gratitude": nothing joins the two.
void mend_unjoined(std::span<Token> tokens, std::size_t noun) {
  const std::int32_t before = tokens[noun].head;
  if (before >= place(noun) || before < 0) return;
  const auto first = static_cast<std::size_t>(before);
  const std::int32_t verb = tokens[first].head;
  if (tokens[first].deprel != "obl" || verb < 0 || verb >= before) return;
  const auto above = static_cast<std::size_t>(verb);
  if (tokens[above].upos != "VERB" || has_child(tokens, above, "obj")) return;
  const std::size_t start = first + 1;
  const bool joined = std::ranges::any_of(tokens.subspan(start, noun - start), [&](const Token& t) {
    return t.head != place(noun) || t.upos == "PUNCT" || t.upos == "CCONJ";
  });
  const bool article =
      start < noun && (tokens[start].upos == "DET" || tokens[start].xpos == "PRP$");
  if (!joined && article) hang(tokens[noun], verb, "obj");
}

// "condemned Mali before the talks with Niger on Friday": the day of what is told right before it.
void mend_day_of_noun(std::span<Token> tokens, std::size_t day) {
  constexpr std::array<std::string_view, 4> words = {"before", "after", "since", "ahead"};
  constexpr std::size_t furthest = 12;
  const std::int32_t verb = tokens[day].head;
  const std::size_t on = child_of(tokens, day, "case");
  if (!is_weekday(tokens[day].lemma) || verb < 0 || on + 1 != day) return;
  for (std::size_t t = on; t-- > on - std::min(on, furthest) && place(t) > verb;) {
    if (tokens[t].upos == "PUNCT" || tokens[t].upos == "VERB" || tokens[t].upos == "AUX") return;
    if (tokens[t].upos != "NOUN" || tokens[t].head != verb || tokens[t].deprel != "obl") continue;
    std::size_t word = child_of(tokens, t, "case");
    if (word >= t || word == 0) return;
    if (tokens[word].lemma == "of") --word;  // "ahead of"
    if (std::ranges::find(words, std::string_view(tokens[word].lemma)) != words.end())
      hang(tokens[day], place(t), "nmod");
    return;
  }
}

// "had been called by Chad", "named Mali as the culprit": neither is a clause.
void mend_noun_as_clause(std::span<Token> tokens, std::size_t noun) {
  const std::int32_t verb = tokens[noun].head;
  if (verb < 0 || verb >= place(noun) || tokens[verb].upos != "VERB") return;
  const std::size_t word = child_of(tokens, noun, "case");
  if (word < noun && tokens[word].lemma == "by") tokens[noun].deprel = "obl";
  const bool as = noun + 1 < tokens.size() && tokens[noun + 1].lemma == "as";
  if (word == tokens.size() && as && tokens[noun].upos == "PROPN" &&
      !has_child(tokens, static_cast<std::size_t>(verb), "obj"))
    tokens[noun].deprel = "obj";
}

}  // namespace

void mend_owners(std::span<Token> tokens) {
  constexpr std::size_t longest = 6;  // words
  for (std::size_t mark = 1; mark + 1 < tokens.size(); ++mark) {
    if (tokens[mark].xpos != "POS" || tokens[mark].head < 0) continue;
    const auto owner = static_cast<std::size_t>(tokens[mark].head);
    const std::string_view label = tokens[owner].deprel;
    const bool of_verb = label.starts_with("obl") || label.starts_with("nsubj") || label == "obj";
    if (owner > mark || !of_verb || tokens[owner].head < 0) continue;
    std::size_t owned = mark;
    for (std::size_t t = mark + 1; t < std::min(tokens.size(), mark + longest); ++t) {
      const std::string_view kind = tokens[t].upos;
      if (kind == "NOUN" || kind == "PROPN") owned = t;
      if (owned != t && kind != "ADJ" && kind != "NUM") break;
    }
    if (owned == mark || is_below(tokens, owned, owner)) continue;
    tokens[owner].head = static_cast<std::int32_t>(owned);
    tokens[owner].deprel = "nmod:poss";
  }
}

void mend_nouns(std::span<Token> tokens) {
  for (std::size_t t = 0; t + 1 < tokens.size(); ++t) {
    if (tokens[t].deprel == "case" && tokens[t].lemma == "of") free_from_number(tokens, t);
  }
  for (std::size_t noun = 1; noun < tokens.size(); ++noun) {
    if (!is_noun(tokens[noun])) continue;
    const std::string_view label = tokens[noun].deprel;
    if (label.starts_with("nsubj")) mend_subject_behind_of(tokens, noun);
    if (label == "nmod") mend_doer_behind_of(tokens, noun);
    if (label == "conj") mend_unjoined(tokens, noun);
    if (label == "obl") mend_day_of_noun(tokens, noun);
    if (label == "xcomp") mend_noun_as_clause(tokens, noun);
  }
}

void mend_subjects_of_saying(std::span<Token> tokens) {
  for (std::size_t object = 2; object + 2 < tokens.size(); ++object) {
    Token& token = tokens[object];
    const std::int32_t says = token.head;
    if (token.deprel != "nsubj" || says <= place(object) || tokens[object + 1].lemma != ",")
      continue;
    if (!is_noun(token) || !is_speech_verb(tokens[says].lemma)) continue;
    std::size_t verb = object - 1;
    if (tokens[verb].upos == "PUNCT") --verb;  // “condemns” Burundi
    if (tokens[verb].upos != "VERB" || tokens[verb].head != says ||
        tokens[verb].deprel != "ccomp" || has_child(tokens, verb, "obj"))
      continue;
    const bool another = std::ranges::any_of(tokens.subspan(object + 1), [&](const Token& later) {
      return later.head == says && later.deprel == "nsubj";
    });
    if (another) hang(token, place(verb), "obj");
  }
}

void mend_gerunds_at_root(std::span<Token> tokens) {
  if (tokens.size() < 3) return;
  Token& gerund = tokens[0];
  Token& verb = tokens[1];
  const bool root = gerund.head < 0 && gerund.xpos == "VBG";
  if (!root || verb.head != 0 || verb.upos != "VERB" || verb.xpos != "VBD") return;
  if (has_subject(tokens, 1)) return;
  hang(verb, -1, "root");
  hang(gerund, 1, "nsubj");
  gerund.upos = "NOUN";
  gerund.xpos = "NN";
  for (std::size_t t = 2; t < tokens.size(); ++t) {
    if (tokens[t].head == 0) tokens[t].head = 1;
  }
}

namespace {

// "Peru, whose envoy was in Lima": a clause that hangs beside its noun as one more noun.
void mend_relative_of_noun(std::span<Token> tokens, std::size_t noun) {
  const std::int32_t above = tokens[noun].head;
  if (above < 0 || above >= place(noun) || !is_noun(tokens[above])) return;
  const auto between =
      tokens.subspan(static_cast<std::size_t>(above), noun - static_cast<std::size_t>(above));
  if (between.size() < 3 || between[1].lemma != ",") return;
  constexpr std::array<std::string_view, 4> words = {"who", "which", "whose", "where"};
  if (std::ranges::find(words, std::string_view(between[2].lemma)) != words.end())
    tokens[noun].deprel = "acl:relcl";
}

// "after Ruiz had been a guest": what a preposition is before is its subject.
void mend_clause_behind_time(std::span<Token> tokens, std::size_t noun) {
  constexpr std::array<std::string_view, 4> words = {"after", "before", "since", "until"};
  if (has_subject(tokens, noun)) return;
  const std::size_t is = child_of(tokens, noun, "cop");
  if (is >= noun) return;
  for (std::size_t t = is; t-- > 1;) {
    if (tokens[t].upos == "VERB" || tokens[t].upos == "CCONJ") return;
    if (tokens[t].deprel != "obl" || !is_noun(tokens[t])) continue;
    const std::size_t word = child_of(tokens, t, "case");
    if (word >= t || is_below(tokens, noun, t) || is_below(tokens, t, noun) ||
        std::ranges::find(words, std::string_view(tokens[word].lemma)) == words.end())
      return;
    hang(tokens[noun], tokens[t].head, "advcl");
    hang(tokens[t], place(noun), "nsubj");
    hang(tokens[word], place(noun), "mark");
    tokens[word].upos = "SCONJ";
    return;
  }
}

}  // namespace

void mend_clauses_of_nouns(std::span<Token> tokens) {
  for (std::size_t noun = 4; noun < tokens.size(); ++noun) {
    if (!is_noun(tokens[noun])) continue;
    const std::string_view label = tokens[noun].deprel;
    if ((label != "conj" && label != "obl") || !has_child(tokens, noun, "cop")) continue;
    if (label == "conj") mend_relative_of_noun(tokens, noun);
    if (label == "obl") mend_clause_behind_time(tokens, noun);
  }
}

}  // namespace volteface::language
