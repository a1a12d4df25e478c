#include "reading/vote_echoes.h"

#include <array>

#include "reading/word_lists.h"

namespace volteface {
namespace {

constexpr std::array<std::string_view, 4> auxiliaries = {"do", "be", "have", "will"};

}  // namespace

std::optional<VoteEcho> VoteEchoes::at_token(std::uint32_t t) const {
  const std::string_view own = tree_.lemma(t);
  const bool auxiliary = is_one_of(own, auxiliaries);
  const auto echo = [&](std::vector<Actor> voters) {
    return voters.empty() ? std::nullopt : std::optional(VoteEcho{t, std::move(voters)});
  };
  if (auxiliary && is_behind_so(t)) return echo(behind(t));
  if (own == "not" && word(t + 1, t) == "so" && begins_clause(t)) {  // "Not so Mali"
    std::optional<VoteEcho> out = echo(closed_row_behind(t + 1));
    if (out) out->reversed = true;
    return out;
  }
  if (is_the_same_way(t)) return echo(voters_.right_behind(t).states);
  if (is_the_others(t)) return echo(voters_.right_behind(t + 1).states);
  if (says_the_same_goes(t)) return echo(voters_.right_behind(t + 1).states);
  // "Chad was too", "Mali has as well"
  const std::uint32_t also = t + (word(t + 1, t) == "there" ? 2 : 1);
  if (auxiliary && is_also(also, t)) {
    const std::uint32_t end = also + (word(also, t) == "as" ? 2 : 1);
    if (ends_clause(end)) return echo(row_before(t));
  }
  if (is_likewise(t)) {
    const bool infinitive = tree_.has_child(t, "mark", "to");
    const Modality modality = modality_of(tree_, t);
    if (modality == Modality::possible || (infinitive && modality != Modality::planned))
      return std::nullopt;
    std::vector<Actor> voters = infinitive ? voters_.of_subject(subject_of(tree_, t))
                                           : voters_.of_verb(tree_.child(t, {"nsubj"}), t);
    if (modality == Modality::planned) {
      std::optional<VoteEcho> out = echo(std::move(voters));
      if (out) out->is_announced = true;
      return out;
    }
    return echo(voters.empty() ? voters_.right_behind(t).states : std::move(voters));
  }
  if (auxiliary && ends_clause(t + 1)) {  // "did not vote no, as Chad did"
    const StateRow row = voters_.right_before(t);
    if (row.first != nowhere && row.first > 0 && word(row.first - 1, t) == "as") {
      std::optional<VoteEcho> out = echo(row.states);
      if (out) out->unlike_denied = true;
      return out;
    }
  }
  if (auxiliary) {
    if (const auto denied = is_left_out(t)) {
      std::optional<VoteEcho> out = echo(row_before(t));
      if (out) (*denied ? out->reversed : out->ends_denial) = true;
      return out;
    }
  }
  if (is_too(t)) return echo(row_before(t));
  if (is_additive(t)) return echo(closed_row_behind(t));
  if (lower_case(own) == "ditto") return echo(voters_.right_behind(t).states);
  return echo(with_them(t));
}

// Of a place in the sentence of another token; empty beyond it.
std::string_view VoteEchoes::word(std::uint32_t t, std::uint32_t of_sentence) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(of_sentence)];
  return t >= sentence.first && t < sentence.last ? tree_.lemma(t) : std::string_view();
}

bool VoteEchoes::ends_clause(std::uint32_t t) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(t - 1)];
  if (t >= sentence.last || tree_.token(t).upos == "PUNCT") return true;
  const std::string_view own = tree_.lemma(t);
  return own == "and" || own == "but" || own == "while";
}

bool VoteEchoes::begins_clause(std::uint32_t t) const {
  constexpr std::array<std::string_view, 16> words = {
      ",",  ";",   ":",   "and",    "but",      "while", "whereas", "though",
      "or", "yet", "the", "\u2014", "although", "both",  "only",    "\u2013"};
  const Sentence& sentence = view_.document().sentences[tree_.sentence(t)];
  return t == sentence.first || is_one_of(lower_case(tree_.lemma(t - 1)), words);
}

std::uint32_t VoteEchoes::end_of_sentence(std::uint32_t t) const {
  return view_.document().sentences[tree_.sentence(t)].last;
}

// "So did, from Africa, (Chad)": behind what is put in.
std::uint32_t VoteEchoes::past_aside(std::uint32_t t) const {
  constexpr std::uint32_t longest = 8;  // words
  if (t >= end_of_sentence(t - 1) || tree_.lemma(t) != ",") return t;
  for (std::uint32_t k = t + 1; k < std::min(end_of_sentence(t - 1), t + longest); ++k) {
    if (tree_.lemma(k) == ",") return k + 1;
    if (tree_.token(k).upos == "VERB") break;
  }
  return t;
}

std::vector<Actor> VoteEchoes::behind(std::uint32_t verb) const {
  std::vector<Actor> voters = voters_.row_from(past_aside(verb + 1), end_of_sentence(verb)).states;
  if (voters.empty()) voters = voters_.states_of(tree_.child(verb, {"nsubj", "obj"}));
  if (voters.empty() && tree_.head(verb) != nowhere) voters = voters_.states_of(tree_.head(verb));
  return voters;
}

// States that are all that stands between a token and the beginning of the clause.
std::vector<Actor> VoteEchoes::row_before(std::uint32_t t) const {
  const StateRow row = voters_.right_before(t);
  // "Chad's yes came, Mali's did not"
  const bool owns = t > 0 && tree_.token(t - 1).xpos == "POS";
  if (owns || row.states.empty()) return {};
  std::uint32_t first = row.first;  // "its neighbour Mali"
  if (first > 1 && tree_.token(first - 1).upos == "NOUN" && tree_.token(first - 2).upos == "PRON")
    first -= 2;
  return begins_clause(first) ? row.states : std::vector<Actor>();
}

// "so did Chad", "as did Mali", "nor were Togo and Benin", "so, for that matter, was Niger"
bool VoteEchoes::is_behind_so(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 12;  // "So, rather to the surprise of many, was Chad"
  for (std::uint32_t t = verb; verb - t < furthest;) {
    const std::string before = t > 0 ? lower_case(word(t - 1, verb)) : std::string();
    if (before.empty()) return false;
    --t;
    if (before == "as") return t + 1 == verb;
    if (before == "so" || before == "neither" || before == "nor")
      return t + 1 == verb || begins_clause(t);
    const std::string_view kind = tree_.token(t).upos;
    if (before == "," && t + 1 == verb) {  // "so, it must be said, did Chad"
      while (t > 0 && verb - t < furthest && word(t - 1, verb) != "," && !word(t - 1, verb).empty())
        --t;
      if (t > 0) --t;
      continue;
    }
    if (kind == "VERB" || kind == "AUX" || before == ";") return false;
  }
  return false;
}

// "In the same sense voted (Chad)", "the same way went Mali"
bool VoteEchoes::is_the_same_way(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 4> verbs = {"vote", "go", "act", "decide"};
  constexpr std::array<std::string_view, 5> ways = {"sense", "way", "manner", "direction",
                                                    "spirit"};
  return is_one_of(tree_.lemma(verb), verbs) && verb > 1 && is_one_of(word(verb - 1, verb), ways) &&
         word(verb - 2, verb) == "same";
}

// "The other six are Chad, Mali ...": of those who voted as was told last.
bool VoteEchoes::is_the_others(std::uint32_t number) const {
  return tree_.token(number).upos == "NUM" && number > 0 && tree_.lemma(number - 1) == "other" &&
         word(number + 1, number) == "be";
}

// "says the same", "did likewise", "did so", "followed suit", "the same did"
bool VoteEchoes::is_likewise(std::uint32_t verb) const {
  const std::string_view own = tree_.lemma(verb), next = word(verb + 1, verb);
  if (own == "follow") return next == "suit";
  if ((own != "do" && own != "say" && own != "make") || tree_.token(verb).xpos == "VBG")
    return false;
  if (own == "do" && next == "it")  // "did it too"
    return is_also(verb + 2, verb) && !row_before(verb).empty();
  const std::string_view behind = word(verb + 2, verb);
  const bool too = behind == "too" || (behind == "as" && word(verb + 3, verb) == "well");
  const bool ends = next != "so" || ends_clause(verb + 2) || too;
  if (own == "do" && (next == "too" || next == "also" || (next == "so" && ends))) return true;
  const bool same =
      next == "likewise" || next == "same" || (next == "the" && word(verb + 2, verb) == "same");
  return same || (verb > 0 && word(verb - 1, verb) == "same");
}

// "The same goes for Chad", "the same was true of Mali"
bool VoteEchoes::says_the_same_goes(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 5> verbs = {"go", "hold", "apply", "true", "count"};
  constexpr std::uint32_t furthest = 3;  // words
  const std::string_view next = word(verb + 1, verb);
  if (!is_one_of(tree_.lemma(verb), verbs) || (next != "for" && next != "of" && next != "to"))
    return false;
  for (std::uint32_t t = verb; t > 0 && verb - t < furthest;) {
    if (word(--t, verb) == "same") return true;
  }
  return false;
}

// "Mali did not", "Togo was not": the rest of the clause is that of the vote told before; so is
// that of "Niger did", where others did not. Whether it is denied; nothing where more is said.
std::optional<bool> VoteEchoes::is_left_out(std::uint32_t verb) const {
  const std::string next = lower_case(word(verb + 1, verb));
  const bool denied = next == "not" || next == "n't";
  if (!denied) return ends_clause(verb + 1) ? std::optional(false) : std::nullopt;
  return ends_clause(verb + 2) ? std::optional(true) : std::nullopt;
}

bool VoteEchoes::is_also(std::uint32_t t, std::uint32_t of_sentence) const {
  const std::string_view own = word(t, of_sentence);
  return own == "too" || own == "also" || own == "likewise" ||
         (own == "as" && word(t + 1, of_sentence) == "well");
}

// "Chad too", "Chad as well", "Chad likewise" with nothing behind it: it has no verb of its own.
bool VoteEchoes::is_too(std::uint32_t t) const {
  const std::string own = lower_case(tree_.lemma(t));
  constexpr std::array<std::string_view, 6> behind_as = {"well",  "always", "ever",
                                                         "usual", "before", "expected"};
  const bool as_well = own == "as" && is_one_of(word(t + 1, t), behind_as);
  if (own != "too" && own != "likewise" && own != "also" && !as_well) return false;
  const std::uint32_t end = t + (as_well ? 2 : 1);
  const Sentence& sentence = view_.document().sentences[tree_.sentence(t)];
  if (end >= sentence.last) return true;
  const bool last = tree_.token(end).upos == "PUNCT" && end + 1 >= sentence.last;
  const std::string_view mark = tree_.lemma(end);
  // "Peru too, says its envoy", but not "Peru, too, has a view"
  return last || mark == ";" || (mark == "," && t > 0 && tree_.lemma(t - 1) != ",");
}

// ", likewise four islands: (Palau)", "; equally Chad"
bool VoteEchoes::is_additive(std::uint32_t t) const {
  constexpr std::array<std::string_view, 5> words = {"likewise", "equally", "similarly", "plus",
                                                     "also"};
  return is_one_of(lower_case(tree_.lemma(t)), words) && begins_clause(t);
}

std::vector<Actor> VoteEchoes::closed_row_behind(std::uint32_t t) const {
  const StateRow row = voters_.right_behind(t);
  const Sentence& sentence = view_.document().sentences[tree_.sentence(t)];
  if (row.states.empty()) return {};
  const std::string_view mark = row.last < sentence.last ? tree_.lemma(row.last) : ".";
  const bool relative = mark == "," && word(row.last + 1, t).starts_with("wh");
  const bool closed =
      relative || mark == "." || mark == ";" || mark == ":" || mark == ")" || mark == "and";
  return closed ? row.states : std::vector<Actor>();
}

// "and China with her", "and with it Chad and Mali"
std::vector<Actor> VoteEchoes::with_them(std::uint32_t t) const {
  constexpr std::array<std::string_view, 5> them = {"it", "they", "he", "she", "we"};
  if (tree_.lemma(t) != "with" || !is_one_of(word(t + 1, t), them)) return {};
  if (ends_clause(t + 2)) {
    if (std::vector<Actor> row = row_before(t); !row.empty()) return row;
  }
  const bool begins = begins_clause(t);
  // "and with it voted (Chad and Mali)"
  const std::string_view verb = word(t + 2, t);
  const bool inverted = verb == "vote" || verb == "stand" || verb == "go" || verb == "be";
  const StateRow row = voters_.right_behind(t + (inverted ? 2 : 1));
  return begins && row.last != nowhere && ends_clause(row.last) ? row.states : std::vector<Actor>();
}

}  // namespace volteface
