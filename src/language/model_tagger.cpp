#include "language/model_tagger.h"

#include "language/tag_features.h"

namespace volteface::language {

void tag_pass(const LinearModel& model, const CertainTags& certain, std::span<const WordForm> words,
              std::span<const std::uint8_t> later, std::vector<std::uint8_t>& tags) {
  std::vector<FeatureKey> features;
  features.reserve(64);
  tags.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const int tag = certain.of(words[i].exact); tag != CertainTags::none) {
      tags.push_back(static_cast<std::uint8_t>(tag));
      continue;
    }
    tag_features(words, i, tags, later, features);
    tags.push_back(static_cast<std::uint8_t>(model.best(features)));
  }
}

void ModelTagger::tag(std::string_view text, std::span<Token> sentence) const {
  std::vector<WordForm> words;
  word_forms(text, sentence, model_.clusters, words);
  std::vector<std::uint8_t> first, second;
  tag_pass(model_.taggers[0], model_.certain_tags, words, {}, first);
  tag_pass(model_.taggers[1], model_.certain_tags, words, first, second);
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    Token& token = sentence[i];
    const TagName& tag = model_.tags[second[i]];
    token.upos = tag.upos;
    token.xpos = tag.xpos;
    token.lemma = model_.lemmas.lemma(text.substr(token.begin, token.end - token.begin), tag.xpos);
  }
}

}  // namespace volteface::language
