#include <gtest/gtest.h>

#include <numeric>

#include "language/parse_state.h"
#include "one_language.h"

namespace volteface {
namespace {

const Token& word(const Document& document, std::string_view form) {
  for (const Token& token : document.tokens) {
    if (document.form(token) == form) return token;
  }
  throw std::out_of_range(std::string(form));
}

std::string head_form(const Document& document, std::string_view form) {
  const Token& token = word(document, form);
  return token.head < 0
             ? ""
             : std::string(document.form(document.tokens[static_cast<std::size_t>(token.head)]));
}

TEST(Trees, OfAPlainSentence) {
  const Document document = one_language().read("Kenya abstained from the vote on Monday.");
  EXPECT_EQ(word(document, "abstained").deprel, "root");
  EXPECT_EQ(word(document, "Kenya").deprel, "nsubj");
  EXPECT_EQ(head_form(document, "vote"), "abstained");
  EXPECT_EQ(word(document, "abstained").lemma, "abstain");
  EXPECT_EQ(word(document, "abstained").upos, "VERB");
  EXPECT_EQ(word(document, "Kenya").xpos, "NNP");
}

TEST(Trees, LemmasOfVerbsAreWords) {
  const Document document = one_language().read(
      "The town was bombed, a minister rebuked, the queen phoned. The spy was freed. Chad, "
      "convening the "
      "council, co-sponsored the text. Mali planned nothing, shelled the port and trafficked "
      "arms.");
  const std::pair<const char*, const char*> lemmas[] = {
      {"bombed", "bomb"},   {"rebuked", "rebuke"},          {"phoned", "phone"},
      {"freed", "free"},    {"co-sponsored", "co-sponsor"}, {"planned", "plan"},
      {"shelled", "shell"}, {"trafficked", "traffic"}};
  for (const auto& [form, lemma] : lemmas) EXPECT_EQ(word(document, form).lemma, lemma);
}

TEST(Trees, TakeNoNumberForAnHour) {
  EXPECT_EQ(head_form(one_language().read("1.25 million refugees fled to Chad."), "1.25"),
            "million");
  EXPECT_EQ(head_form(one_language().read("8.20 pm | Peru recalled its envoy."), "8.20"),
            "recalled");
}

TEST(Trees, AVoteOfABodyIsANoun) {
  const Document document = one_language().read(
      "Guyana has explained its choice to abstain in Monday's United Nations vote on Kosovo.");
  EXPECT_EQ(word(document, "vote").upos, "NOUN");
}

TEST(Trees, QuotationsAreParsedApart) {
  const Document document = one_language().read(
      "“The islands were never asked whether they wanted this base,” wrote Ana Faleiro in a "
      "newspaper.");
  EXPECT_EQ(head_form(document, "Ana"), "wrote");
  EXPECT_EQ(word(document, "Ana").deprel, "nsubj");
}

TEST(Trees, EverySentenceHasOneRootAndNoCircle) {
  const Document document = one_language().read(
      "After April UN is to April left April.\n\n"
      "As he left, the envoy of Laos (who had come alone) said: \"We will, I think, be back\" – "
      "and so they were. "
      "What for? Nobody, least of all his host, could tell; the papers were full of it :-) "
      "http://example.org");
  for (const Sentence& sentence : document.sentences) {
    const auto tokens = document.tokens_of(sentence);
    int roots = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      roots += tokens[i].head < 0;
      std::size_t steps = 0;
      for (std::int32_t at = static_cast<std::int32_t>(i); at >= 0;
           at = tokens[static_cast<std::size_t>(at)].head) {
        ASSERT_LE(++steps, tokens.size());
      }
    }
    EXPECT_EQ(roots, 1);
  }
}

// The costs of the oracle against the definition: the best tree that can still be had, by trying
// all.
int best_reachable(language::ParseState state, const std::vector<std::int32_t>& heads) {
  using language::Move;
  if (state.finished()) {
    int right = 0;
    for (std::size_t i = 0; i < heads.size(); ++i)
      right += state.node(static_cast<std::int32_t>(i)).head == heads[i];
    return right;
  }
  int best = -1;
  for (const Move move : {Move::shift, Move::left, Move::right}) {
    if (!state.allowed(move)) continue;
    language::ParseState next = state;
    next.make(move, 0);
    best = std::max(best, best_reachable(next, heads));
  }
  return best;
}

void check_costs(const language::ParseState& state, const std::vector<std::int32_t>& heads) {
  using language::Move;
  if (state.finished()) return;
  const int best = best_reachable(state, heads);
  const auto costs = state.costs(heads);
  int least = 100;
  for (const Move move : {Move::shift, Move::left, Move::right}) {
    if (state.allowed(move)) least = std::min(least, costs[static_cast<std::size_t>(move)]);
  }
  for (const Move move : {Move::shift, Move::left, Move::right}) {
    if (!state.allowed(move)) continue;
    language::ParseState next = state;
    next.make(move, 0);
    const int after = best_reachable(next, heads);
    EXPECT_EQ(costs[static_cast<std::size_t>(move)], best - after);
    check_costs(next, heads);
  }
}

TEST(Oracle, CostsAreArcsLost) {
  const std::vector<std::vector<std::int32_t>> trees = {
      {1, -1, 1, 2}, {-1, 0, 0, 0}, {3, 0, 3, -1}, {1, 2, 3, -1}, {-1, 0, 1, 2}, {4, 0, 1, 4, -1}};
  for (const auto& heads : trees) {
    language::ParseState state;
    state.start(heads.size());
    check_costs(state, heads);
  }
}

}  // namespace
}  // namespace volteface
