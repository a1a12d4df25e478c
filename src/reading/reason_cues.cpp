#include "reading/reason_cues.h"

#include <algorithm>

#include "record/text.h"

namespace volteface {
namespace {

constexpr std::uint32_t widest_gap = 16;  // words that a ~ stands for

// By lemma, or as it stands: "given", "in keeping with".
bool is_word(const SentenceTree& tree, std::uint32_t t, const ReasonCue::Word& wanted) {
  const std::string_view form = tree.document().text_of(tree.token(t));
  return std::ranges::any_of(wanted.either, [&](const std::string& word) {
    return tree.lemma(t) == word || equal_ignoring_case(form, word);
  });
}

// "That, too, was why": words put in beside.
std::uint32_t reach_of(const ReasonCue& cue, std::size_t k) {
  constexpr std::uint32_t beside = 5;
  const ReasonCue::Word& word = cue.words[k];
  if (word.may_skip) return widest_gap;
  const std::string_view first = cue.first();
  // But "it was out of respect for that pact that": its words stand together.
  const bool pronoun =
      first == "that" || first == "this" || first == "which" || (first == "it" && k == 1);
  return pronoun && cue.reason == ReasonCue::Reason::before ? beside : 0;
}

// "for fear, an envoy admits, of", "in order, he said, to": where a cue goes on behind who is put
// in within it; the same token where nobody is.
std::uint32_t behind_put_in(const SentenceTree& tree, std::uint32_t comma, std::uint32_t end) {
  constexpr std::uint32_t longest = 9;
  if (comma >= end || tree.lemma(comma) != ",") return comma;
  bool says = false;
  for (std::uint32_t t = comma + 1; t < std::min(end, comma + longest); ++t) {
    if (tree.lemma(t) == ",") return says && t + 1 < end ? t + 1 : comma;
    if (tree.token(t).upos == "PUNCT" && tree.lemma(t) != "-") return comma;
    says |= reading_tables().in_list("voice", tree.lemma(t));
  }
  return comma;
}

// More words tell more; of as many, those that stand closer: "another reason: it is".
bool is_better(const CuePlace& place, const CuePlace& best) {
  const std::size_t words = place.cue->words.size(), most = best.cue->words.size();
  return words > most || (words == most && place.last < best.last);
}

// "because of this", but not "because of this text".
bool stands_alone(const SentenceTree& tree, const CuePlace& place, std::uint32_t end) {
  const bool before = place.cue->reason == ReasonCue::Reason::before;
  if (before && tree.is(place.first, "det")) return false;  // "of that kind, she explains"
  const std::string_view last = place.cue->words.back().either.front();
  if (!before || (last != "this" && last != "that")) return true;
  if (place.last + 1 >= end) return false;
  std::uint32_t next = place.last + 1;
  while (next + 1 < end && tree.token(next).upos == "PUNCT" && tree.lemma(next) == "\"") ++next;
  const std::string_view kind = tree.token(next).upos;
  return kind != "NOUN" && kind != "ADJ" && kind != "NUM";
}

std::optional<CuePlace> placed(const SentenceTree& tree, const ReasonCue& cue, std::uint32_t t,
                               std::uint32_t end) {
  if (!is_word(tree, t, cue.words[0])) return std::nullopt;
  CuePlace place{&cue, t, t, t + 1, t + 1};
  for (std::size_t k = 1; k < cue.words.size(); ++k) {
    std::uint32_t next = place.last + 1;
    if (!cue.words[k].may_skip) next = behind_put_in(tree, next, end);
    const std::uint32_t furthest = std::min(end, next + 1 + reach_of(cue, k));
    while (next < furthest && !is_word(tree, next, cue.words[k])) {
      const bool colon = tree.lemma(next) == ":" && cue.first() == "motive";
      if (tree.lemma(next) == ";" || colon) return std::nullopt;  // another clause
      ++next;
    }
    if (next >= furthest) return std::nullopt;
    // "fears that it fails, and that is why": the nearest.
    for (std::uint32_t again = place.last + 1; k == 1 && again < next; ++again) {
      if (is_word(tree, again, cue.words[0])) return std::nullopt;
    }
    // Of several gaps the first counts; what it stands for is the reason.
    const bool nothing = k == 1 && cue.words[k].may_skip && next == place.last + 1;
    if (nothing && cue.reason == ReasonCue::Reason::between) return std::nullopt;
    const bool first_gap = cue.words[k].may_skip && place.gap_first == place.gap_last;
    if (first_gap) place.gap_first = place.last + 1, place.gap_last = next;
    place.last = next;
  }
  return stands_alone(tree, place, end) ? std::optional(place) : std::nullopt;
}

}  // namespace

bool pleads(const CuePlace& place) {
  const std::string_view word = place.cue->words.back().either[0];
  if (word != "that" || place.cue->words.size() < 2) return false;
  return place.cue->first() == "explain" || place.cue->first() == "on";
}

bool is_seen_behind(const SentenceTree& tree, const CuePlace& place) {
  const std::string_view verb = tree.lemma(place.last);
  return place.cue->first() == "behind" && tree.token(place.last).upos == "VERB" && verb != "lie" &&
         verb != "lay" && verb != "stand" && verb != "loom" && verb != "be";
}

std::optional<CuePlace> reason_cue_at(const SentenceTree& tree, std::uint32_t token,
                                      std::uint32_t end) {
  std::optional<CuePlace> best;
  const auto consider = [&](std::string_view word) {
    for (const ReasonCue* cue : reading_tables().cues_of(word)) {
      auto place = placed(tree, *cue, token, end);
      if (place && (!best || is_better(*place, *best))) best = place;
    }
  };
  const std::string form = lower_case(tree.document().text_of(tree.token(token)));
  consider(form);  // "explaining" before "explain"
  if (form != tree.lemma(token)) consider(tree.lemma(token));
  return best;
}

}  // namespace volteface
