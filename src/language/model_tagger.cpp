#include "language/model_tagger.h"

#include <algorithm>

#include "language/characters.h"
#include "language/feature_key.h"
#include "language/tag_features.h"

namespace volteface::language {
namespace {

bool ends_a_verb(std::string_view form, std::string_view xpos) {
  const bool past = xpos == "VBD" || xpos == "VBN";
  return (past && form.ends_with("ed")) || (xpos == "VBG" && form.ends_with("ing"));
}

bool ends_doubled(std::string_view stem) {
  return stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2];
}

std::size_t vowels(std::string_view word) {
  constexpr std::string_view all = "aeiouy";
  return static_cast<std::size_t>(
      std::ranges::count_if(word, [&](char c) { return all.find(c) != std::string_view::npos; }));
}

// "shell", "bluff", not "expell": of one syllable.
bool keeps_double(std::string_view stem) {
  return stem.size() > 3 && (stem.ends_with("ll") || stem.ends_with("ff")) && vowels(stem) == 1;
}

// "traffick", "panick", which end in "c" by themselves; not "pick".
bool takes_k(std::string_view stem) { return stem.ends_with("ick") && vowels(stem) > 1; }

}  // namespace

std::string known_lemma(std::string lemma, std::string_view form, std::string_view xpos,
                        const WordClusters& clusters) {
  const std::string ground = folded(form);
  const auto known = [&](std::string_view word) {
    const std::string_view last = word.substr(word.rfind('-') + 1);  // "co-sponsor"; npos + 1 is 0
    return clusters.of(text_hash(last)).coarse != 0;
  };
  if (!ends_a_verb(ground, xpos)) return lemma;
  const std::string stem = ground.substr(0, ground.size() - (ground.ends_with("ed") ? 2 : 3));
  if (keeps_double(stem) && known(stem)) return stem;
  const std::string before_k = stem.substr(0, stem.size() - 1);
  if (takes_k(stem) && known(before_k)) return before_k;
  if (known(lemma)) return lemma;
  const std::string once = ends_doubled(stem) ? stem.substr(0, stem.size() - 1) : std::string();
  for (const std::string& other : {stem + "e", stem, once}) {
    if (other.size() > 2 && known(other)) return other;
  }
  return lemma;
}

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
    const std::string_view form = text.substr(token.begin, token.end - token.begin);
    token.lemma = known_lemma(model_.lemmas.lemma(form, tag.xpos), form, tag.xpos, model_.clusters);
  }
}

}  // namespace volteface::language
