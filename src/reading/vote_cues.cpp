#include "reading/vote_cues.h"

#include <algorithm>

namespace volteface {
namespace {

constexpr std::uint32_t widest_gap = 3;  // words

class Match {
 public:
  Match(const SentenceTree& tree, std::uint32_t first)
      : tree_(tree), end_(tree.document().sentences[tree.sentence(first)].last) {}

  // One past the last word, if the words of the cue from the k-th on stand at a token.
  std::optional<std::uint32_t> rest(const VoteCue& cue, std::size_t k, std::uint32_t at) {
    if (k == cue.words.size()) return at;
    const VoteCue::Word& word = cue.words[k];
    if (word.either[0] == "@end") {
      const bool ends = at >= end_ || tree_.token(at).upos == "PUNCT";
      return ends ? std::optional(at) : std::nullopt;
    }
    const std::uint32_t furthest = word.may_skip ? widest_gap : 0;
    for (std::uint32_t skip = word.must_skip ? 1 : 0; skip <= furthest && at + skip < end_;
         ++skip) {
      if (skip > 0 && tree_.token(at + skip - 1).upos == "PUNCT") return std::nullopt;
      if (!is(at + skip, word)) continue;
      if (word.is_head) head_ = at + skip;
      if (const auto last = rest(cue, k + 1, at + skip + 1)) return last;
    }
    return std::nullopt;
  }
  std::uint32_t head() const { return head_; }

 private:
  bool is(std::uint32_t at, const VoteCue::Word& word) const {
    const std::string text = lower_case(tree_.document().text_of(tree_.token(at)));
    return std::ranges::any_of(word.either, [&](const std::string& one) {
      if (one == "@text")
        return tree_.lemma(at) == "it" || reading_tables().in_list("resolution", tree_.lemma(at));
      return one == tree_.lemma(at) || one == text;
    });
  }

  const SentenceTree& tree_;
  std::uint32_t end_;
  std::uint32_t head_ = nowhere;
};

}  // namespace

std::optional<FoundVoteCue> vote_cue_at(const SentenceTree& tree, std::uint32_t token) {
  std::optional<FoundVoteCue> longest;
  const std::string text = lower_case(tree.document().text_of(tree.token(token)));
  const auto try_all = [&](std::string_view first_word) {
    for (const VoteCue* cue : reading_tables().vote_cues_of(first_word)) {
      Match match(tree, token);
      const auto last = match.rest(*cue, 0, token);
      if (last && (!longest || *last > longest->last))
        longest = FoundVoteCue{cue, match.head(), token, *last};
    }
  };
  try_all(tree.lemma(token));
  if (text != tree.lemma(token)) try_all(text);
  if (reading_tables().in_list("resolution", tree.lemma(token))) try_all("@text");
  return longest;
}

}  // namespace volteface
