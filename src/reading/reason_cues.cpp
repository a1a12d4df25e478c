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
std::uint32_t reach_of(const ReasonCue& cue, const ReasonCue::Word& word) {
  constexpr std::uint32_t beside = 5;
  if (word.may_skip) return widest_gap;
  return cue.reason == ReasonCue::Reason::before ? beside : 0;
}

std::optional<CuePlace> placed(const SentenceTree& tree, const ReasonCue& cue, std::uint32_t t,
                               std::uint32_t end) {
  if (!is_word(tree, t, cue.words[0])) return std::nullopt;
  CuePlace place{&cue, t, t, t + 1, t + 1};
  for (std::size_t k = 1; k < cue.words.size(); ++k) {
    std::uint32_t next = place.last + 1;
    const std::uint32_t furthest = std::min(end, next + 1 + reach_of(cue, cue.words[k]));
    while (next < furthest && !is_word(tree, next, cue.words[k])) ++next;
    if (next >= furthest) return std::nullopt;
    // "fears that it fails, and that is why": the nearest.
    for (std::uint32_t t = place.last + 1; k == 1 && t < next; ++t) {
      if (is_word(tree, t, cue.words[0])) return std::nullopt;
    }
    // Of several gaps the first counts.
    const bool first_gap = cue.words[k].may_skip && place.gap_first == place.gap_last;
    if (first_gap) place.gap_first = place.last + 1, place.gap_last = next;
    place.last = next;
  }
  return place;
}

}  // namespace

std::optional<CuePlace> reason_cue_at(const SentenceTree& tree, std::uint32_t token,
                                      std::uint32_t end) {
  std::optional<CuePlace> best;
  const auto consider = [&](std::string_view word) {
    for (const ReasonCue* cue : reading_tables().cues_of(word)) {
      auto place = placed(tree, *cue, token, end);
      if (place && (!best || cue->words.size() > best->cue->words.size())) best = place;
    }
  };
  consider(tree.lemma(token));
  const std::string form = lower_case(tree.document().text_of(tree.token(token)));
  if (form != tree.lemma(token)) consider(form);
  return best;
}

}  // namespace volteface
