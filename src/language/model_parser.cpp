#include "language/model_parser.h"

#include <limits>

namespace volteface::language {
namespace {

std::uint8_t tag_number(const EnglishModel& model, const Token& token) {
  for (std::size_t i = 0; i < model.tags.size(); ++i) {
    const TagName& tag = model.tags[i];
    if (token.xpos == tag.xpos && token.upos == tag.upos) return static_cast<std::uint8_t>(i + 1);
  }
  return 0;
}

// The class of the highest score among the moves that may be made.
std::size_t best_allowed(const EnglishModel& model, const ParseState& state,
                         const LinearModel::Scores& scores) {
  const bool allowed[] = {state.allowed(Move::shift), state.allowed(Move::left),
                          state.allowed(Move::right)};
  std::size_t best = 0;
  int highest = std::numeric_limits<int>::min();
  for (std::size_t c = 0; c < model.moves.size(); ++c) {
    if (scores.of[c] > highest && allowed[static_cast<std::size_t>(model.moves[c].move)]) {
      highest = scores.of[c];
      best = c;
    }
  }
  return best;
}

}  // namespace

ModelParser::ModelParser(const EnglishModel& model) : model_(model) {}

std::vector<ParseWord> parse_words(const EnglishModel& model, std::string_view text,
                                   std::span<const Token> sentence) {
  std::vector<ParseWord> words(sentence.size());
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const Token& token = sentence[i];
    const WordForm form =
        word_form(text.substr(token.begin, token.end - token.begin), model.clusters);
    ParseWord& word = words[i];
    word.word = form.word;
    word.fine = form.cluster.fine;
    word.coarse = form.cluster.coarse;
    word.suffix = form.suffix[2];
    word.tag = tag_number(model, token);
    word.upos = word.tag == 0 ? std::uint8_t{0} : model.tags[word.tag - 1U].upos_number;
  }
  return words;
}

void ModelParser::parse(std::string_view text, std::span<Token> sentence) const {
  const std::vector<ParseWord> words = parse_words(model_, text, sentence);
  ParseState state;
  state.start(sentence.size());
  std::vector<FeatureKey> features;
  features.reserve(LinearModel::most_features);
  LinearModel::Scores scores;
  while (!state.finished()) {
    parse_features(state, words, features);
    model_.parser.score(features, scores);
    const LabelledMove& move = model_.moves[best_allowed(model_, state, scores)];
    state.make(move.move, move.label);
  }
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const ParseState::Node& node = state.node(static_cast<std::int32_t>(i));
    sentence[i].head = node.head;
    sentence[i].deprel = node.head < 0 ? ShortText("root") : ShortText(model_.labels[node.label]);
  }
}

}  // namespace volteface::language
