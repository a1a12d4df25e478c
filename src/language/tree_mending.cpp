#include "language/tree_mending.h"

#include <algorithm>
#include <array>

#include "language/irregular_verbs.h"
#include "language/lexicon.h"
#include "language/sentence_heads.h"

namespace volteface::language {
namespace {

// "Belize cast its ballot": "cast" between a noun and what is cast.
void mend_cast(std::span<Token> tokens, std::size_t t) {
  const std::string_view before = tokens[t - 1].upos, behind = tokens[t + 1].upos;
  const bool noun = before == "PROPN" || before == "NOUN" || before == "PRON" || before == "AUX";
  if (!noun || (behind != "DET" && behind != "PRON")) return;
  tokens[t].lemma = "cast";
  if (tokens[t].upos == "VERB") return;
  tokens[t].upos = "VERB";
  tokens[t].xpos = before == "AUX" ? "VBN" : "VBD";
}

// "lent", "froze": past forms that are hardly met in training, and are nothing else.
void mend_past_form(std::string_view form, std::span<Token> tokens, std::size_t t) {
  constexpr std::array<std::string_view, 8> nouns = {"bit",   "rose",  "shot",    "slew",
                                                     "smelt", "spoke", "thought", "rung"};
  constexpr std::array<std::string_view, 6> mistaken = {"NOUN", "PROPN", "ADP",
                                                        "X",    "SCONJ", "ADV"};
  Token& token = tokens[t];
  if (std::ranges::find(mistaken, std::string_view(token.upos)) == mistaken.end()) return;
  const std::string_view lemma = irregular_lemma(form);
  if (lemma.empty() || is_base_form_too(form) || std::ranges::find(nouns, form) != nouns.end())
    return;
  const std::string_view before = tokens[t - 1].upos;
  if (before == "DET" || before == "ADJ") return;  // "the lent"
  token.upos = "VERB";
  token.xpos = before == "AUX" ? "VBN" : "VBD";
  token.lemma = lemma;
}

// "demanded that India lift it": a base form that is nobody's past.
void mend_base_form(std::string_view form, Token& token) {
  constexpr std::array<std::string_view, 30> same = {
      "cut",   "put",       "set",      "hit",  "let", "cast",   "shut", "quit",
      "split", "spread",    "cost",     "hurt", "bid", "burst",  "beat", "read",
      "rid",   "shed",      "upset",    "wed",  "bet", "thrust", "knit", "slit",
      "input", "broadcast", "forecast", "sped", "wet", "come"};
  if (token.xpos != "VBD" || form.size() < 3 || form.ends_with('d')) return;
  for (const char c : form) {
    if (c < 'a' || c > 'z') return;
  }
  if (!irregular_lemma(form).empty() || std::ranges::find(same, form) != same.end()) return;
  token.xpos = "VB";
  token.lemma = form;
}

// "has on Monday broken", "had on several occasions warned": the auxiliary of a participle behind a
// few words on when.
void mend_parted_auxiliary(std::span<Token> tokens, std::size_t t) {
  constexpr std::size_t furthest = 6;
  const std::string_view next = tokens[t + 1].upos;
  if (tokens[t].lemma != "have" || tokens[t].upos != "VERB" || (next != "ADP" && next != "ADV"))
    return;
  for (std::size_t k = t + 2; k < std::min(tokens.size(), t + furthest); ++k) {
    const std::string_view kind = tokens[k].upos;
    if (kind == "VERB" && (tokens[k].xpos == "VBN" || tokens[k].xpos == "VBD")) {
      tokens[t].upos = "AUX";
      tokens[k].xpos = "VBN";
      return;
    }
    if (kind == "PUNCT" || kind == "VERB" || kind == "AUX" || kind == "ADP") return;
  }
}

// "China's envoy, Ana Ruiz, calls on Peru": a verb of saying that a tagger takes for a noun in a
// sentence that has had no verb.
bool is_first_verb(std::span<const Token> tokens, std::size_t t) {
  const std::string_view before = tokens[t - 1].upos, behind = tokens[t + 1].upos;
  if (before != "PROPN" && tokens[t - 1].lemma != ",") return false;
  if (behind != "DET" && behind != "PRON" && tokens[t + 1].lemma != "on") return false;
  return std::ranges::none_of(tokens.first(t), [](const Token& token) {
    return token.upos == "VERB" || token.upos == "AUX" || token.lemma == "and";
  });
}

// "“…,” sighs the envoy", "“…,” Ana Ruiz quips": right behind what is quoted.
bool is_behind_quotation(std::string_view text, std::span<const Token> tokens, std::size_t t) {
  std::size_t mark = t;
  while (mark > 0 && tokens[mark - 1].upos == "PROPN") --mark;
  if (mark < 2 || tokens[mark - 1].upos != "PUNCT") return false;
  const std::string_view form =
      text.substr(tokens[mark - 1].begin, tokens[mark - 1].end - tokens[mark - 1].begin);
  constexpr std::array<std::string_view, 5> closing = {"\"", "\u201D", "\u2019", "''", "\u00BB"};
  if (std::ranges::find(closing, form) == closing.end()) return false;
  const std::string_view last = tokens[mark - 2].lemma;
  return last == "," || last == "!" || last == "?";
}

// "A colleague scoffs: “…”", the first verb of its sentence.
bool is_before_quotation(std::string_view text, std::span<const Token> tokens, std::size_t t) {
  if (t + 2 >= tokens.size() || tokens[t + 1].lemma != ":") return false;
  const Token& mark = tokens[t + 2];
  const std::string_view form = text.substr(mark.begin, mark.end - mark.begin);
  constexpr std::array<std::string_view, 5> opening = {"\"", "\u201C", "\u2018", "\u00AB", "``"};
  const std::string_view before = tokens[t - 1].upos;
  if (std::ranges::find(opening, form) == opening.end() || (before != "NOUN" && before != "PROPN"))
    return false;
  return std::ranges::none_of(tokens.first(t), [](const Token& token) {
    return token.upos == "VERB" || token.upos == "AUX";
  });
}

bool has_copula(std::span<const Token> tokens, std::size_t noun) {
  return std::ranges::any_of(tokens, [&](const Token& token) {
    return token.head == static_cast<std::int32_t>(noun) &&
           (token.deprel == "cop" || token.deprel.starts_with("nsubj"));
  });
}

bool has_object(std::span<const Token> tokens, std::size_t verb) {
  return std::ranges::any_of(tokens, [&](const Token& token) {
    return token.head == static_cast<std::int32_t>(verb) &&
           (token.deprel == "obj" || token.deprel == "iobj");
  });
}

// Not "members elected in May", but "members voted no", "jets struck the town".
bool can_be_no_participle(std::span<const Token> tokens, std::size_t verb) {
  constexpr std::array<std::string_view, 14> intransitive = {
      "vote", "abstain", "arrive", "travel", "agree",     "come",        "go",
      "walk", "cross",   "march",  "clash",  "retaliate", "demonstrate", "rally"};
  const Token& token = tokens[verb];
  if (token.upos != "VERB") return false;
  if (token.xpos == "VBD" || token.xpos == "VBZ") return true;
  return token.xpos == "VBN" &&
         (has_object(tokens, verb) ||
          std::ranges::find(intransitive, std::string_view(token.lemma)) != intransitive.end());
}

}  // namespace

void mend_subjects_at_root(std::span<Token> tokens) {
  const auto root = std::ranges::find_if(tokens, [](const Token& token) { return token.head < 0; });
  if (root == tokens.end() ||
      (root->upos != "NOUN" && root->upos != "PROPN" && root->upos != "NUM"))
    return;
  const auto noun = static_cast<std::size_t>(root - tokens.begin());
  if (has_copula(tokens, noun)) return;
  for (std::size_t verb = noun + 1; verb < tokens.size(); ++verb) {
    Token& token = tokens[verb];
    if (token.head != static_cast<std::int32_t>(noun)) continue;
    if (token.deprel != "acl" && token.deprel != "parataxis") continue;
    if (has_subject(tokens, verb) || !can_be_no_participle(tokens, verb)) continue;
    token.head = -1;
    token.deprel = "root";
    root->head = static_cast<std::int32_t>(verb);
    root->deprel = "nsubj";
    for (std::size_t behind = verb + 1; behind < tokens.size(); ++behind) {
      if (tokens[behind].head == static_cast<std::int32_t>(noun))
        tokens[behind].head = static_cast<std::int32_t>(verb);
    }
    return;
  }
}

namespace {

// What nobody is, "mediated", or what has its object: else a headline may leave out the "was" of
// "the envoy, Ana Ruiz, expelled from Chad".
bool is_surely_no_passive(std::span<const Token> tokens, std::size_t verb) {
  constexpr std::array<std::string_view, 18> intransitive = {
      "mediate", "vote",    "abstain", "arrive",    "travel",    "agree",
      "come",    "go",      "walk",    "apologise", "appeal",    "speak",
      "resign",  "respond", "react",   "abscond",   "intervene", "arbitrate"};
  return has_object(tokens, verb) ||
         std::ranges::find(intransitive, std::string_view(tokens[verb].lemma)) !=
             intransitive.end();
}

// "mediated", between what is put in beside a subject and the rest; not "accused of", "struck by".
bool is_verb_behind_aside(std::span<const Token> tokens, std::size_t t) {
  if (t < 4 || t + 1 >= tokens.size() || tokens[t - 1].lemma != ",") return false;
  const Token& token = tokens[t];
  if (token.xpos != "VBN" || token.deprel != "acl" || token.head < 0) return false;
  const std::string_view next = tokens[t + 1].lemma;
  if (next == "by" || next == "of" || next == "." || next == ",") return false;
  if (!is_surely_no_passive(tokens, t)) return false;
  const auto noun = static_cast<std::size_t>(token.head);
  if (noun >= t || tokens[noun].upos == "PRON") return false;
  return std::ranges::any_of(tokens.first(t - 1).subspan(noun),
                             [](const Token& between) { return between.lemma == ","; });
}

// "Mali's envoy, Ana Ruiz, expelled from Chad": verbs that need an object, and have none, are told
// of their subject as of one who bore it, in a headline that leaves out the "was".
void mend_passive_headline(std::span<Token> tokens) {
  constexpr std::array<std::string_view, 9> verbs = {
      "expel", "summon", "recall", "arrest", "detain", "jail", "oust", "deport", "sentence"};
  for (std::size_t t = 4; t + 1 < tokens.size(); ++t) {
    Token& token = tokens[t];
    const bool fits = token.head < 0 && token.xpos == "VBD" && tokens[t - 1].lemma == "," &&
                      tokens[t + 1].upos == "ADP" && !has_object(tokens, t);
    if (!fits || std::ranges::find(verbs, std::string_view(token.lemma)) == verbs.end()) continue;
    const auto subject = std::ranges::find_if(tokens.first(t), [&](const Token& one) {
      return one.head == static_cast<std::int32_t>(t) && one.deprel == "nsubj";
    });
    if (subject == tokens.begin() + static_cast<std::ptrdiff_t>(t)) continue;
    subject->deprel = "nsubj:pass";
    token.xpos = "VBN";
  }
}

}  // namespace

void mend_participles_alone(std::span<Token> tokens) {
  mend_passive_headline(tokens);
  if (std::ranges::any_of(tokens, is_finite_or_modal)) return;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (!is_verb_behind_aside(tokens, t)) continue;
    const auto verb = static_cast<std::int32_t>(t);
    const std::int32_t subject = tokens[t].head;
    for (std::size_t k = 0; k < tokens.size(); ++k) {
      Token& token = tokens[k];
      const bool root = token.head < 0 && k != static_cast<std::size_t>(subject);
      if (root) token.deprel = "obl";  // the day at the head of the sentence
      if (root || (k > t && token.head == subject)) token.head = verb;
    }
    tokens[t].head = -1;
    tokens[t].deprel = "root";
    tokens[t].xpos = "VBD";
    tokens[static_cast<std::size_t>(subject)].head = verb;
    tokens[static_cast<std::size_t>(subject)].deprel = "nsubj";
    return;
  }
}

void mend_verbs_before_objects(std::span<Token> tokens) {
  for (std::size_t verb = 0; verb + 1 < tokens.size(); ++verb) {
    Token& token = tokens[verb];
    const auto here = static_cast<std::int32_t>(verb);
    if (token.upos != "VERB" || token.deprel != "amod" || token.head <= here) continue;
    const std::int32_t object = token.head;
    const bool acts = std::ranges::any_of(tokens.first(verb), [&](const Token& child) {
      const bool subject = child.deprel == "nsubj";
      return (child.head == here && (subject || child.deprel == "aux")) ||
             (child.head == object && ((subject && token.xpos == "VBD") || child.deprel == "aux"));
    });
    if (!acts) continue;
    Token& noun = tokens[static_cast<std::size_t>(object)];
    token.head = noun.head;
    token.deprel =
        noun.deprel == "list" ? std::string_view("parataxis") : std::string_view(noun.deprel);
    noun.head = here;
    noun.deprel = "obj";
    for (std::size_t t = 0; t < verb; ++t) {
      if (tokens[t].head != object) continue;
      tokens[t].head = here;
      // "Chad, Mali and Togo have sent men": the first of a row.
      if (tokens[t].upos == "PROPN" && tokens[t].deprel == "amod") tokens[t].deprel = "nsubj";
    }
  }
}

// "Paris, Berlin and Rome left", whose second a parser takes for an item of a list.
static void mend_listed_subjects(std::span<Token> tokens) {
  for (std::size_t t = 2; t < tokens.size(); ++t) {
    const std::int32_t first = tokens[t].head;
    if (tokens[t].deprel != "list" || first < 0 || tokens[t - 1].lemma != ",") continue;
    if (tokens[first].deprel != "nsubj" || tokens[first].upos != "PROPN") continue;
    if (tokens[t].upos != "PROPN" || first > static_cast<std::int32_t>(t)) continue;
    tokens[t].deprel = "conj";
    for (Token& token : tokens) {
      if (token.head == static_cast<std::int32_t>(t) && token.deprel == "conj") token.head = first;
    }
  }
}

// "Chad, Mali and Togo left" with two subjects: a row of three.
void mend_rows_of_subjects(std::span<Token> tokens) {
  mend_listed_subjects(tokens);
  for (std::size_t first = 0; first + 2 < tokens.size(); ++first) {
    // "Chad, the Bahamas and Togo"
    const bool article = tokens[first + 2].upos == "DET" && first + 3 < tokens.size();
    const std::size_t next = first + (article ? 3 : 2);
    Token& second = tokens[next];
    const bool row = tokens[first].deprel == "nsubj" && tokens[first + 1].lemma == "," &&
                     second.deprel == "nsubj" && second.head == tokens[first].head &&
                     tokens[first].upos == "PROPN" && second.upos == "PROPN";
    if (!row) continue;
    const bool goes_on = std::ranges::any_of(tokens, [&](const Token& token) {
      return token.head == static_cast<std::int32_t>(next) && token.deprel == "conj";
    });
    if (!goes_on) continue;
    second.head = static_cast<std::int32_t>(first);
    second.deprel = "conj";
  }
}

void mend_inverted_saying(std::span<Token> tokens) {
  for (std::size_t verb = 2; verb + 1 < tokens.size(); ++verb) {
    const Token& token = tokens[verb];
    const bool says = token.upos == "VERB" && is_finite(token) && is_speech_verb(token.lemma);
    if (!says || tokens[verb - 1].lemma != ",") continue;
    Token *told = nullptr, *sayer = nullptr;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      if (tokens[t].head != static_cast<std::int32_t>(verb)) continue;
      if (t < verb && tokens[t].deprel.starts_with("nsubj") && has_copula(tokens, t))
        told = &tokens[t];
      if (t > verb && tokens[t].deprel == "obj" && tokens[t].upos == "PROPN") sayer = &tokens[t];
    }
    if (told == nullptr || sayer == nullptr) continue;
    told->deprel = "ccomp";
    sayer->deprel = "nsubj";
  }
}

void mend_states_at_start(std::string_view text, const Actors& actors, std::span<Token> tokens) {
  const auto first =
      std::ranges::find_if(tokens, [](const Token& token) { return token.upos != "PUNCT"; });
  if (first == tokens.end() || first->upos == "PROPN") return;
  const std::string_view word = text.substr(first->begin, first->end - first->begin);
  if (word.empty() || word[0] < 'A' || word[0] > 'Z') return;
  const bool state = std::ranges::any_of(
      actors.states(), [&](const ActorState& known) { return known.name == word; });
  if (!state) return;
  first->upos = "PROPN";
  first->xpos = "NNP";
  first->lemma = word;
}

namespace {

// "in Monday's United Nations vote", "said after the Assembly vote": no verb, though one may follow
// a name. But "envoys at the UN vote on Monday", "members of the Council vote".
void mend_vote_of_body(std::string_view form, std::span<Token> tokens, std::size_t t) {
  constexpr std::array<std::string_view, 6> bodies = {"Nations", "Nation",  "UN",
                                                      "U.N.",    "Council", "Assembly"};
  const bool plain = tokens[t].xpos == "VBP" || tokens[t].xpos == "VB";
  const auto is_named = [&](std::string_view body) { return tokens[t - 1].lemma == body; };
  if (form != "vote" || !plain || std::ranges::none_of(bodies, is_named)) return;
  std::size_t first = t - 1;  // of the name, with its article
  while (first > 0 &&
         (tokens[first - 1].xpos.starts_with("NNP") || tokens[first - 1].upos == "DET"))
    --first;
  if (first == 0) return;
  const Token& before = tokens[first - 1];
  constexpr std::array<std::string_view, 6> led_by = {"in",     "after", "before",
                                                      "during", "since", "on"};
  const bool owned = before.xpos == "POS";
  const bool led = std::ranges::find(led_by, before.lemma) != led_by.end() &&
                   std::ranges::any_of(tokens, [&](const Token& token) {
                     return &token != &tokens[t] && is_finite_or_modal(token);
                   });
  if (!owned && !led) return;
  tokens[t].upos = "NOUN";
  tokens[t].xpos = "NN";
}

}  // namespace

void mend_verbs(std::string_view text, std::span<Token> tokens) {
  constexpr std::array<std::string_view, 6> deeds = {"back",  "meet",         "phone",
                                                     "expel", "congratulate", "visit"};
  for (std::size_t t = 1; t + 1 < tokens.size(); ++t) {
    const std::string_view form = text.substr(tokens[t].begin, tokens[t].end - tokens[t].begin);
    if (form == "cast") mend_cast(tokens, t);
    mend_vote_of_body(form, tokens, t);
    if (form == "Foreign" && tokens[t].upos == "VERB" && tokens[t + 1].upos == "PROPN") {
      tokens[t].upos = "ADJ";
      tokens[t].xpos = "JJ";
      tokens[t].lemma = "foreign";
    }
    if (form == "shot" && tokens[t + 1].lemma == "down" && tokens[t - 1].upos == "PROPN") {
      tokens[t].upos = "VERB";
      tokens[t].xpos = "VBD";
      tokens[t].lemma = "shoot";
      tokens[t + 1].xpos = "RP";
    }
    mend_past_form(form, tokens, t);
    mend_parted_auxiliary(tokens, t);
    mend_base_form(form, tokens[t]);
    const bool plural =
        tokens[t].xpos == "NNS" || (tokens[t].upos == "NOUN" && form.ends_with('s'));
    if (!plural) continue;
    const std::string_view lemma = form.substr(0, form.size() - 1);
    const bool of_quote = is_speech_verb(lemma) && (is_behind_quotation(text, tokens, t) ||
                                                    is_before_quotation(text, tokens, t));
    if (!of_quote && tokens[t + 1].upos != "PROPN" && !is_first_verb(tokens, t)) continue;
    if (!is_speech_verb(lemma) && std::ranges::find(deeds, lemma) == deeds.end()) continue;
    const Token& before = tokens[t - 1];
    if (!of_quote && before.upos != "PROPN" && before.lemma != "," && before.lemma != "and")
      continue;
    tokens[t].upos = "VERB";
    tokens[t].xpos = "VBZ";
    tokens[t].lemma = lemma;
  }
}

}  // namespace volteface::language
