#include "language/clause_mending.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "language/lexicon.h"
#include "language/sentence_heads.h"

namespace volteface::language {
namespace {

constexpr std::int32_t no_head = -1;

bool is_noun(const Token& token) {
  return token.upos == "NOUN" || token.upos == "PROPN" || token.upos == "NUM";
}

bool is_predicate(std::span<const Token> tokens, std::size_t at) {
  return tokens[at].upos == "VERB" || has_child(tokens, at, "cop");
}

bool is_past_or_present(const Token& token) {
  return token.upos == "VERB" && (token.xpos == "VBD" || token.xpos == "VBZ");
}

std::size_t root_of(std::span<const Token> tokens) {
  const auto root = std::ranges::find_if(tokens, [](const Token& t) { return t.head < 0; });
  return static_cast<std::size_t>(root - tokens.begin());
}

// The nearest verb above a noun, or what has a copula.
std::int32_t predicate_above(std::span<const Token> tokens, std::size_t noun) {
  std::int32_t at = tokens[noun].head;
  for (std::size_t steps = 0; at >= 0 && steps <= tokens.size(); ++steps) {
    if (is_predicate(tokens, static_cast<std::size_t>(at))) return at;
    at = tokens[static_cast<std::size_t>(at)].head;
  }
  return no_head;
}

// "President Xi", of which a parser hung the verb on the first word: the word that the others
// hang on.
std::size_t whole_noun(std::span<const Token> tokens, std::size_t part) {
  std::size_t at = part;
  while (tokens[at].head > place(at) &&
         (tokens[at].deprel == "nmod:desc" || tokens[at].deprel == "compound" ||
          tokens[at].deprel == "flat" || tokens[at].deprel == "amod"))
    at = static_cast<std::size_t>(tokens[at].head);
  return at;
}

// "and ended relations", ", thanked President Sy": what a finite verb that was taken for an
// adjective hangs on.
void free_from_object(std::span<Token> tokens, std::size_t verb) {
  const std::size_t noun = whole_noun(tokens, static_cast<std::size_t>(tokens[verb].head));
  const std::string_view before = tokens[verb - 1].lemma;
  const std::size_t root = root_of(tokens);
  if (root >= verb) return;
  std::int32_t above = place(root);
  std::string_view label = "conj";
  if (!is_predicate(tokens, root)) {
    if (before != "," || !is_noun(tokens[root])) return;
    label = "parataxis";  // its subject, where that is the root
  } else if (before != "and" && before != "but") {
    return;
  }
  for (std::size_t t = 0; t < verb; ++t) {
    if (tokens[t].head == place(noun) && t + 1 == verb) tokens[t].head = place(verb);
  }
  hang(tokens[verb], above, label);
  hang(tokens[noun], place(verb), "obj");
}

// "Ruiz conferred with": the name is the subject.
void free_from_name(std::span<Token> tokens, std::size_t verb) {
  const auto name = static_cast<std::size_t>(tokens[verb].head);
  if (name >= verb || !is_noun(tokens[name]) || has_child(tokens, name, "cop")) return;
  tokens[verb].head = tokens[name].head;
  tokens[verb].deprel =
      tokens[name].head < 0 ? std::string_view("root") : std::string_view(tokens[name].deprel);
  hang(tokens[name], place(verb), "nsubj");
  for (std::size_t t = verb + 1; t < tokens.size(); ++t) {
    if (tokens[t].head == place(name)) tokens[t].head = place(verb);
  }
}

}  // namespace

void free_auxiliaries(std::span<Token> tokens) {
  for (Token& token : tokens) {
    if (token.head < 0) continue;
    const Token& above = tokens[static_cast<std::size_t>(token.head)];
    if (above.upos == "AUX" && above.deprel == "aux" && above.head >= 0) token.head = above.head;
  }
}

void mend_verbs_in_nouns(std::span<Token> tokens) {
  for (std::size_t verb = 1; verb + 1 < tokens.size(); ++verb) {
    const Token& token = tokens[verb];
    if (!is_past_or_present(token) || token.head < 0) continue;
    if (token.deprel == "amod" && token.head > place(verb)) free_from_object(tokens, verb);
    if (token.deprel == "flat") free_from_name(tokens, verb);
  }
}

void mend_verbs_joined_to_nouns(std::span<Token> tokens) {
  for (std::size_t verb = 2; verb < tokens.size(); ++verb) {
    Token& token = tokens[verb];
    if (!is_past_or_present(token) || token.deprel != "conj" || token.head < 0) continue;
    const auto noun = static_cast<std::size_t>(token.head);
    const std::string_view before = tokens[verb - 1].lemma;
    if (noun >= verb || is_predicate(tokens, noun) || (before != "and" && before != "but"))
      continue;
    if (has_subject(tokens, verb)) continue;
    const std::int32_t above = predicate_above(tokens, noun);
    if (above >= 0 && above < place(verb)) token.head = above;
  }
}

namespace {

// "who", "in which": what a relative clause begins with.
bool begins_relative(std::span<const Token> tokens, std::size_t at) {
  constexpr std::array<std::string_view, 5> words = {"who", "which", "whose", "where", "whom"};
  const std::size_t word = tokens[at].upos == "ADP" ? at + 1 : at;
  return word < tokens.size() &&
         std::ranges::find(words, std::string_view(tokens[word].lemma)) != words.end();
}

struct Insertion {
  std::size_t open = 0, close = 0;  // its commas
};

// "cut its ties", of which a tagger may make a participle.
bool takes_object(std::span<const Token> tokens, std::size_t at) {
  return tokens[at].xpos == "VBN" && tokens[at].upos == "VERB" && has_child(tokens, at, "obj") &&
         !has_child(tokens, at, "aux:pass");
}

// The finite verb right behind a comma, over "then", with what its auxiliary hangs on.
std::optional<std::size_t> verb_behind(std::span<const Token> tokens, std::size_t comma) {
  std::size_t at = comma + 1;
  while (at < tokens.size() && tokens[at].upos == "ADV" && !begins_relative(tokens, at)) ++at;
  if (at >= tokens.size()) return std::nullopt;
  if (takes_object(tokens, at)) return at;
  if (!is_finite_or_modal(tokens[at])) return std::nullopt;
  if (tokens[at].upos == "VERB") return at;
  const std::int32_t head = tokens[at].head;
  if (tokens[at].upos != "AUX" || head <= place(at)) return std::nullopt;
  return static_cast<std::size_t>(head);
}

// The relative clause that a comma at `close` ends, with the noun before it.
std::optional<Insertion> relative_before(std::span<const Token> tokens, std::size_t close) {
  constexpr std::size_t longest = 40;
  const std::size_t from = close - std::min(close, longest);
  for (std::size_t t = close; t-- > from;) {
    if (tokens[t].lemma == ";" || tokens[t].lemma == ":") return std::nullopt;
    if (tokens[t].lemma != ",") continue;
    if (!begins_relative(tokens, t + 1)) {
      if (verb_behind(tokens, t)) return std::nullopt;  // which ended it already
      continue;
    }
    if (t == 0 || !is_noun(tokens[t - 1])) return std::nullopt;
    const bool clause = std::ranges::any_of(
        tokens.subspan(t, close - t), [](const Token& token) { return is_finite_or_modal(token); });
    return clause ? std::optional(Insertion{t, close}) : std::nullopt;
  }
  return std::nullopt;
}

// ", then envoy of Chad," behind a name.
std::optional<Insertion> office_of_then(std::span<const Token> tokens, std::size_t close) {
  constexpr std::size_t longest = 12;
  const std::size_t from = close - std::min(close, longest);
  for (std::size_t t = close; t-- > from;) {
    const Token& token = tokens[t];
    if (token.upos == "VERB" || token.upos == "AUX" || token.lemma == ";") return std::nullopt;
    if (token.lemma != ",") continue;
    const bool then = tokens[t + 1].lemma == "then" || tokens[t + 1].lemma == "now";
    const bool named = t > 0 && tokens[t - 1].upos == "PROPN";
    return then && named && t + 2 < close ? std::optional(Insertion{t, close}) : std::nullopt;
  }
  return std::nullopt;
}

// Puts what stands between the commas in apposition to the name before them.
void hang_office(std::span<Token> tokens, std::size_t name, const Insertion& office) {
  for (std::size_t t = office.open + 1; t < office.close; ++t) {
    const std::int32_t head = tokens[t].head;
    const bool inside = head > place(office.open) && head < place(office.close);
    if (inside || head == place(name) || tokens[t].upos == "PUNCT") continue;
    if (is_below(tokens, name, t)) hang(tokens[name], head, tokens[t].deprel);
    hang(tokens[t], place(name), "appos");
  }
}

std::size_t top_noun(std::span<const Token> tokens, std::size_t noun) {
  while (tokens[noun].head >= 0 && tokens[noun].head < place(noun) &&
         (tokens[noun].deprel == "flat" || tokens[noun].deprel == "nmod" ||
          tokens[noun].deprel == "appos"))
    noun = static_cast<std::size_t>(tokens[noun].head);
  return noun;
}

// Whether a noun may be the subject of a verb that comes later: it is no part of another clause.
bool is_free(std::span<const Token> tokens, std::size_t noun, const Insertion& relative) {
  if (has_child(tokens, noun, "case") || has_child(tokens, noun, "cop")) return false;
  const std::int32_t head = tokens[noun].head;
  if (head < 0) return true;
  const std::string_view label = tokens[noun].deprel;
  const bool hangs = label.starts_with("nsubj") || label == "obl:unmarked" ||
                     label == "dislocated" || label == "vocative";
  return hangs && head > place(relative.open);
}

// "whose envoy was in Lima, has promised": of Lima a parser may make the subject.
std::size_t subject_inside(std::span<const Token> tokens, std::size_t verb,
                           const Insertion& relative) {
  for (std::size_t t = relative.open + 1; t < relative.close; ++t) {
    if (tokens[t].head == place(verb) && tokens[t].deprel.starts_with("nsubj")) return t;
  }
  return tokens.size();
}

// ", which left, wants talks, said Ana Ruiz": a subject of its own behind the clause, or before it.
bool has_subject_outside(std::span<const Token> tokens, std::size_t verb,
                         const Insertion& relative) {
  for (std::size_t t = relative.close + 1; t < tokens.size(); ++t) {
    if (tokens[t].head == place(verb) && tokens[t].deprel.starts_with("nsubj")) return true;
  }
  return false;
}

// "The minister, whose party lost, resigned": of two subjects of the verb inside, the first is that
// of the verb behind, which hangs on the one inside.
bool part_subjects(std::span<Token> tokens, std::size_t noun, std::size_t verb,
                   const Insertion& relative) {
  const std::int32_t inner = tokens[verb].head;
  const bool inside = inner > place(relative.open) && inner < place(relative.close);
  if (!inside || tokens[noun].head != inner || tokens[relative.open + 1].lemma != "whose")
    return false;
  const auto clause = static_cast<std::size_t>(inner);
  if (subject_inside(tokens, clause, relative) == tokens.size()) return false;
  hang(tokens[verb], tokens[clause].head, tokens[clause].deprel);
  hang(tokens[clause], place(noun), "acl:relcl");
  hang(tokens[noun], place(verb), has_child(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj");
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const bool outside = t < relative.open || t > relative.close;
    if (outside && t != verb && tokens[t].head == inner) tokens[t].head = place(verb);
  }
  return true;
}

// Hangs the verb on what the noun hung on, where it hangs below the noun; false where no word
// would be left to hang it on.
bool free_verb(std::span<Token> tokens, std::size_t noun, std::size_t verb) {
  const std::int32_t above = tokens[noun].head;
  if (!is_below(tokens, verb, noun)) return true;
  if (above >= 0 && is_below(tokens, static_cast<std::size_t>(above), verb)) return false;
  hang(tokens[verb], above, above < 0 ? "root" : "parataxis");
  return true;
}

void take_subject(std::span<Token> tokens, std::size_t noun, std::size_t verb,
                  const Insertion& relative) {
  const auto inside = [&](std::int32_t at) {
    return at > place(relative.open) && at < place(relative.close);
  };
  const std::size_t clause = subject_inside(tokens, verb, relative);
  if (inside(tokens[verb].head) && !is_below(tokens, verb, noun)) return;
  if (inside(tokens[noun].head) && is_below(tokens, verb, noun)) return;
  if (!free_verb(tokens, noun, verb)) return;
  const bool passive = has_child(tokens, verb, "aux:pass");
  hang(tokens[noun], place(verb), passive ? "nsubj:pass" : "nsubj");
  if (clause != tokens.size()) hang(tokens[clause], place(noun), "acl:relcl");
  for (std::size_t t = relative.close + 1; t < tokens.size(); ++t) {
    const std::int32_t head = tokens[t].head;
    const bool moves = t != verb && (head == place(noun) || inside(head));
    if (moves && !is_below(tokens, verb, t)) tokens[t].head = place(verb);
  }
}

// "met in May when Ana Ruiz, then envoy of Chad, promised": a name right behind "when" is a
// subject.
std::optional<std::size_t> when_before(std::span<const Token> tokens, std::size_t name) {
  std::size_t first = name;
  while (first > 0 &&
         (tokens[first - 1].upos == "PROPN" || tokens[first - 1].head == place(name)) &&
         tokens[first - 1].xpos != "WRB")
    --first;
  return first > 0 && tokens[first - 1].xpos == "WRB" ? std::optional(first - 1) : std::nullopt;
}

void mend_verb_behind_office(std::span<Token> tokens, std::size_t verb, const Insertion& office) {
  std::size_t name = office.open - 1;  // the first of its words
  while (tokens[name].deprel == "flat" && tokens[name].head < place(name) && tokens[name].head >= 0)
    name = static_cast<std::size_t>(tokens[name].head);
  if (tokens[name].head == place(verb) && tokens[name].deprel.starts_with("nsubj")) return;
  const auto when = when_before(tokens, name);
  if (!when && !is_free(tokens, name, office)) return;
  hang_office(tokens, name, office);
  take_subject(tokens, name, verb, office);
  if (when && tokens[name].head == place(verb) && !is_below(tokens, verb, *when))
    hang(tokens[*when], place(verb), "advmod");
}

// Not "the nursing home".
bool is_sent_abroad(std::string_view who) {
  constexpr std::array<std::string_view, 16> words = {
      "ambassador", "envoy",   "diplomat", "minister", "consul",     "commissioner",
      "attaché",    "staff",   "official", "delegate", "delegation", "soldier",
      "troop",      "adviser", "observer", "citizen"};
  return std::ranges::find(words, who) != words.end();
}

}  // namespace

void mend_verbs_behind_relatives(std::span<Token> tokens) {
  for (std::size_t comma = 4; comma + 1 < tokens.size(); ++comma) {
    if (tokens[comma].lemma != ",") continue;
    const auto verb = verb_behind(tokens, comma);
    if (!verb) continue;
    if (const auto office = office_of_then(tokens, comma))
      mend_verb_behind_office(tokens, *verb, *office);
    const auto relative = relative_before(tokens, comma);
    if (!relative) continue;
    if (has_subject_outside(tokens, *verb, *relative)) continue;
    const std::size_t noun = top_noun(tokens, relative->open - 1);
    if (tokens[noun].head == place(*verb) && tokens[noun].deprel.starts_with("nsubj")) continue;
    if (!is_free(tokens, noun, *relative)) continue;
    if (!part_subjects(tokens, noun, *verb, *relative))
      take_subject(tokens, noun, *verb, *relative);
  }
}

void mend_called_home(std::span<Token> tokens) {
  constexpr std::array<std::string_view, 8> verbs = {"call",   "order", "bring",  "send",
                                                     "summon", "fly",   "recall", "take"};
  for (std::size_t home = 2; home < tokens.size(); ++home) {
    Token& token = tokens[home];
    Token& who = tokens[home - 1];
    if (token.lemma != "home" || token.deprel != "obj" || token.head < 0) continue;
    if (who.head != place(home) || who.deprel != "compound" || token.head > place(home)) continue;
    if (who.upos != "PROPN" && !is_sent_abroad(who.lemma)) continue;
    const Token& verb = tokens[static_cast<std::size_t>(token.head)];
    if (std::ranges::find(verbs, std::string_view(verb.lemma)) == verbs.end()) continue;
    hang(who, token.head, "obj");
    hang(token, token.head, "advmod");
    token.upos = "ADV";
    token.xpos = "RB";
    for (Token& other : tokens) {
      if (other.head == place(home)) other.head = place(home - 1);
    }
  }
}

void mend_times_at_root(std::span<Token> tokens) {
  const std::size_t time = root_of(tokens);
  if (time >= tokens.size() || !is_noun(tokens[time]) || has_child(tokens, time, "cop")) return;
  const bool when = has_child(tokens, time, "case") || is_weekday(tokens[time].lemma);
  if (!when) return;
  for (std::size_t verb = time + 2; verb < tokens.size(); ++verb) {
    if (tokens[verb].head != place(time)) continue;
    const bool is = has_child(tokens, verb, "cop");  // "In Lima, the mood is grim"
    const bool alone = is && tokens[verb].deprel == "advmod";
    if (tokens[verb].deprel != "acl:relcl" && tokens[verb].deprel != "parataxis" && !alone)
      continue;
    if (tokens[verb].upos != "VERB" && !is) return;
    const auto relative = [&](const Token& token) {
      return token.xpos.starts_with("W") || token.lemma == "that";
    };
    if (std::ranges::any_of(tokens.subspan(time + 1, verb - time - 1), relative)) return;
    if (!has_subject(tokens, verb)) return;
    hang(tokens[verb], no_head, "root");
    const bool unmarked = !has_child(tokens, time, "case");
    hang(tokens[time], place(verb), unmarked ? "obl:unmarked" : "obl");
    for (std::size_t t = verb + 1; t < tokens.size(); ++t) {
      if (tokens[t].head == place(time)) tokens[t].head = place(verb);
    }
    return;
  }
}

}  // namespace volteface::language
