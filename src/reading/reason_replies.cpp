#include "reading/reason_replies.h"

#include <algorithm>

namespace volteface {

bool ReasonReplies::asks_why(std::uint32_t sentence) const {
  constexpr std::uint32_t nearest = 3;  // "But, she was asked, why"
  const Sentence& of = view_.document().sentences[sentence];
  if (tree_.lemma(of.last - 1) != "?" || view_.quote_of(of.first) != nowhere) return false;
  for (std::uint32_t t = of.first; t < std::min(of.last, of.first + nearest); ++t) {
    if (lower_case(tree_.lemma(t)) == "why") return true;
  }
  return false;
}

std::vector<std::string> ReasonReplies::asked_about(std::uint32_t sentence) const {
  const Sentence& of = view_.document().sentences[sentence];
  for (std::uint32_t t = of.first; t < of.last; ++t) {
    if (!tree_.is(t, "nsubj")) continue;
    if (tree_.lemma(t) == "you") {
      const std::string& asked = context_.interviewed();
      return asked.empty() ? std::vector<std::string>() : std::vector{asked};
    }
    return clauses_.states_of(t);
  }
  return {};
}

std::optional<Reply> ReasonReplies::reply_in(std::uint32_t sentence) const {
  constexpr std::uint32_t mark = 4, fewest = 4;  // bytes; words
  const Document& d = view_.document();
  if (sentence == 0 || !asks_why(sentence - 1)) return std::nullopt;
  const Sentence& of = d.sentences[sentence];
  const auto quote = std::ranges::lower_bound(d.quotes, of.begin, {}, &Quote::begin);
  if (quote == d.quotes.end() || quote->begin > of.begin + mark || quote->speaker == nowhere)
    return std::nullopt;
  std::uint32_t first = of.first;
  while (first < of.last && view_.quote_of(first) == nowhere) ++first;
  std::uint32_t last = first;
  while (last < of.last && view_.quote_of(last) != nowhere) ++last;
  if (last - first < fewest) return std::nullopt;
  Reply out{asked_about(sentence - 1), view_.speaker_of(d.mentions[quote->speaker]), {first, last}};
  return out.states.empty() ? std::nullopt : std::optional(std::move(out));
}

}  // namespace volteface
