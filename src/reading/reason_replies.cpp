#include "reading/reason_replies.h"

#include <algorithm>
#include <array>

#include "reading/tables.h"

namespace volteface {

// "Why did Chad abstain?", "And what moved Chad?", "What did Chad want?"
bool ReasonReplies::asks_why(std::uint32_t sentence) const {
  constexpr std::uint32_t nearest = 3;  // "But, she was asked, why"
  constexpr std::array<std::string_view, 11> moves = {"move", "make", "drive",   "prompt",
                                                      "lead", "want", "seek",    "persuade",
                                                      "hope", "gain", "convince"};
  const Sentence& of = view_.document().sentences[sentence];
  if (tree_.lemma(of.last - 1) != "?" || view_.quote_of(of.first) != nowhere) return false;
  bool what = false;
  for (std::uint32_t t = of.first; t < of.last; ++t) {
    const std::string word = lower_case(tree_.lemma(t));
    if (t < of.first + nearest && word == "why") return true;
    what |= t < of.first + nearest && word == "what";
    if (what && tree_.token(t).upos == "VERB") return is_one_of(word, moves);
  }
  return false;
}

std::vector<std::string> ReasonReplies::asked_about(std::uint32_t sentence) const {
  const Sentence& of = view_.document().sentences[sentence];
  for (std::uint32_t t = of.first; t < of.last; ++t) {
    if (!tree_.is(t, "nsubj") || lower_case(tree_.lemma(t)) == "what") continue;
    if (tree_.lemma(t) == "you") {
      const std::string& asked = context_.interviewed();
      return asked.empty() ? std::vector<std::string>() : std::vector{asked};
    }
    return clauses_.states_of(t);
  }
  return clauses_.first_named_in(of.first, of.last, {});
}

std::optional<Reply> ReasonReplies::reply_in(std::uint32_t sentence) const {
  if (sentence == 0 || !asks_why(sentence - 1)) return std::nullopt;
  const Sentence& of = view_.document().sentences[sentence];
  std::optional<Reply> out = quoted_in(of);
  if (!out) out = told_in(of);
  if (!out) return std::nullopt;
  out->states = asked_about(sentence - 1);
  return out->states.empty() ? std::nullopt : out;
}

// "“The law is the same for all,” its envoy says."
std::optional<Reply> ReasonReplies::quoted_in(const Sentence& of) const {
  constexpr std::uint32_t mark = 4, fewest = 4;  // bytes; words
  const Document& d = view_.document();
  const auto quote = std::ranges::lower_bound(d.quotes, of.begin, {}, &Quote::begin);
  if (quote == d.quotes.end() || quote->begin > of.begin + mark || quote->speaker == nowhere)
    return std::nullopt;
  std::uint32_t first = of.first;
  while (first < of.last && view_.quote_of(first) == nowhere) ++first;
  std::uint32_t last = first;
  while (last < of.last && view_.quote_of(last) != nowhere) ++last;
  if (last - first < fewest) return std::nullopt;
  return Reply{{}, view_.speaker_of(d.mentions[quote->speaker]), {first, last}};
}

// "The oil, says an analyst.", "An analyst thinks that it needs the oil."
std::optional<Reply> ReasonReplies::told_in(const Sentence& of) const {
  const auto quoted = [&](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t t = first; t < last; ++t) {
      if (view_.quote_of(t) != nowhere) return true;
    }
    return false;
  };
  for (const Voice& voice : voices_.voices_of(of)) {
    if (voice.speaker.name.empty()) continue;
    const bool behind = voice.first > of.first + 1;
    const TokenRange words = behind ? TokenRange{of.first, voice.first - 1}
                                    : TokenRange{std::min(voice.last + 1, of.last), of.last};
    if (words.first < words.second && !quoted(words.first, words.second))
      return Reply{{}, voice.speaker, words};
  }
  for (std::uint32_t verb = of.first + 1; verb + 1 < of.last; ++verb) {
    if (tree_.token(verb).upos != "VERB" || tree_.head(verb) != nowhere) continue;
    const bool gives = reading_tables().in_list("voice", tree_.lemma(verb)) ||
                       reading_tables().in_list("offers_reason", tree_.lemma(verb));
    const std::uint32_t subject = gives ? subject_of(tree_, verb) : nowhere;
    if (subject == nowhere || subject > verb || quoted(of.first, verb)) return std::nullopt;
    const std::vector<std::uint32_t> words = tree_.subtree(subject);
    std::optional<Speaker> who = voices_.named_in(words.front(), subject + 1);
    return who ? std::optional(Reply{{}, *std::move(who), {verb + 1, of.last}}) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace volteface
