// What may stand between the states of a row: "and, in Europe,", "and four islands, namely".
#include <algorithm>
#include <array>

#include "reading/tables.h"
#include "reading/voters.h"

namespace volteface {

bool is_listing(std::string_view word) {
  constexpr std::array<std::string_view, 14> words = {"nor",  ",",    "and",  "the",   "&",
                                                      "as",   "well", "or",   "also",  "course",
                                                      "plus", "same", "even", "\u2022"};
  return is_one_of(word, words);
}

// To the next of a row, past "and, in Europe," and "and, alas, the".
std::uint32_t Voters::past_listing(std::uint32_t token, std::uint32_t end) const {
  constexpr std::uint32_t longest = 9;  // words of what is put in
  const auto skip = [&](std::uint32_t at) {
    // "and Chad, but also Mali"
    const bool but_also = at + 2 < end && tree_.lemma(at) == "," && tree_.lemma(at + 1) == "but" &&
                          tree_.lemma(at + 2) == "also";
    if (but_also) at += 3;
    const auto of_course = [&](std::uint32_t k) {
      return tree_.lemma(k) == "of" && k + 1 < end && tree_.lemma(k + 1) == "course";
    };
    while (at < end &&
           (is_listing(tree_.lemma(at)) || of_course(at) || tree_.token(at).xpos == "POS" ||
            tree_.lemma(at).ends_with("self") || tree_.lemma(at).ends_with("selves")))
      ++at;
    return at;
  };
  if (const std::uint32_t next = past_relative(token, end); next != token) return next;
  std::uint32_t at = skip(token);
  // "and with it Chad"
  const bool with_it =
      at > token && at + 1 < end && tree_.lemma(at) == "with" && tree_.token(at + 1).upos == "PRON";
  if (with_it) at = past_article(at + 2, end);
  // "Chad, the old power, and Mali"
  const bool apposed = at > token + 1 && tree_.lemma(at - 1) == "the" && tree_.lemma(at - 2) == ",";
  for (std::uint32_t t = at; apposed && t < std::min(end, at + 6); ++t) {
    if (tree_.token(t).upos == "VERB" || state_name_starting_at(t) != nullptr) break;
    if (tree_.lemma(t) != ",") continue;
    const std::uint32_t next = skip(t);
    const Name* name = next > t + 1 && next < end ? state_name_starting_at(next) : nullptr;
    if (name != nullptr && !begins_clause_with(*name, end)) return next;
    break;
  }
  if (const std::uint32_t named = past_counted(at, end); named != at) return named;
  if (const std::uint32_t named = past_region(at, end); named != at && at > token) return named;
  if (const std::uint32_t named = past_described(at, end); named != at) return named;
  const bool put_in = at > token && tree_.lemma(at - 1) == "," && at < end &&
                      (tree_.token(at).upos == "ADP" || tree_.token(at).upos == "ADV" ||
                       tree_.token(at).upos == "INTJ" || tree_.token(at).upos == "ADJ" ||
                       tree_.lemma(at) == "needless");
  if (!put_in || state_name_starting_at(at) != nullptr) return at;
  for (std::uint32_t t = at; t < std::min(end, at + longest); ++t) {
    const std::string_view tag = tree_.token(t).xpos;  // "needless to say" has a verb
    const bool verb = tree_.token(t).upos == "VERB" || tree_.token(t).upos == "AUX";
    if (verb && tag != "VB" && tag != "VBG" && tree_.lemma(t) != "needless") break;
    if (tree_.lemma(t) == ",") return skip(t);
  }
  return at;
}

// "(Chad, whose army is on its way,) Mali and Togo": past what is said of the one, unless those
// behind it do something of their own.
std::uint32_t Voters::past_relative(std::uint32_t token, std::uint32_t end) const {
  constexpr std::uint32_t longest = 16, longest_row = 40;  // words
  const bool opens = token + 2 < end && tree_.lemma(token) == "," &&
                     (tree_.token(token + 1).xpos.starts_with("W") ||
                      tree_.token(token + 2).xpos.starts_with("W"));  // ", in which"
  if (!opens) return token;
  std::uint32_t closed = token + 2;
  while (closed < std::min(end, token + longest) && tree_.lemma(closed) != ",") ++closed;
  if (closed >= std::min(end, token + longest)) return token;
  std::uint32_t next = closed;
  while (next < end && is_listing(tree_.lemma(next))) ++next;
  if (next >= end || state_name_starting_at(next) == nullptr) return token;
  std::uint32_t last = next;
  while (last < std::min(end, next + longest_row)) {
    const Name* name = state_name_starting_at(last);
    if (name == nullptr && !is_listing(tree_.lemma(last))) break;
    last = name == nullptr ? last + 1 : name->last;
  }
  const std::string_view tag = last < end ? std::string_view(tree_.token(last).xpos) : "";
  const bool act = tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" || tag == "RB";
  return act ? token : next;
}

// "(as did Chad, the host,) and Mali left", but not "(from Chad, the host,) and Mali came a no".
bool Voters::begins_clause_with(const Name& name, std::uint32_t end) const {
  if (name.last >= end || tree_.lemma(name.last) == "come") return false;
  const std::string_view tag = tree_.token(name.last).xpos;
  return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD";
}

std::uint32_t Voters::past_article(std::uint32_t token, std::uint32_t end) const {
  return token + 1 < end && tree_.lemma(token) == "the" ? token + 1 : token;
}

// "and from Africa (Chad)", "and in the Pacific: (Palau)": where those are who follow.
std::uint32_t Voters::past_region(std::uint32_t token, std::uint32_t end) const {
  constexpr std::array<std::string_view, 5> words = {"from", "in", "among", "across", "of"};
  constexpr std::uint32_t longest = 6;  // words
  if (token >= end || !is_one_of(lower_case(tree_.lemma(token)), words)) return token;
  bool region = false;
  for (std::uint32_t t = token + 1; t < std::min(end, token + longest); ++t) {
    if (region && state_name_starting_at(t) != nullptr) return t;
    const bool is_region = reading_tables().in_list("region", lower_case(tree_.lemma(t)));
    region |= is_region;
    const std::string_view word = tree_.lemma(t);
    if (!is_region && word != "the" && word != ":" && word != ",") break;
  }
  return token;
}

// "and four of its neighbours: (Chad)", "three islands (Palau": those that are counted are named.
std::uint32_t Voters::past_counted(std::uint32_t token, std::uint32_t end) const {
  constexpr std::uint32_t longest = 16;  // words
  if (token >= end || tree_.token(token).upos != "NUM") return token;
  for (std::uint32_t t = token + 1; t + 1 < std::min(end, token + longest); ++t) {
    const std::string_view word = tree_.lemma(t);
    // "of its partners in the alliance (NATO): (Chad)"
    const bool shortened = word == "(" && t + 2 < end && tree_.lemma(t + 2) == ")";
    if (shortened && state_name_starting_at(t + 1) == nullptr) {
      t += 2;
      continue;
    }
    const std::string next = lower_case(tree_.lemma(t + 1));
    const bool namely = word == "," && t + 2 < end && (next == "namely" || next == "notably");
    if (namely && state_name_starting_at(past_article(t + 2, end)) != nullptr)
      return past_article(t + 2, end);
    // "the three African members, (Chad, Mali and Togo)"
    const bool members = word == "," && t > token + 1 && is_crowd(t - 1);
    if (members && state_name_starting_at(past_article(t + 1, end)) != nullptr)
      return past_article(t + 1, end);
    const bool apposed = word == "," && t == token + 1 && tree_.lemma(t + 1) == "the";
    if (apposed && state_name_starting_at(t + 2) != nullptr) return t + 2;  // "one, the Gambia"
    const bool names = word == ":" || word == "(" || word == "\u2014" || word == "\u2013";
    const std::uint32_t first = past_article(t + 1, end);
    if (names) return state_name_starting_at(first) != nullptr ? first : token;
    if (tree_.token(t).upos == "VERB" || tree_.token(t).upos == "PUNCT") break;
  }
  return token;
}

}  // namespace volteface
