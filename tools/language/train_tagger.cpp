#include <algorithm>
#include <map>

#include "averaged_trainer.h"
#include "language/model_tagger.h"
#include "language/tag_features.h"
#include "training_data.h"

namespace volteface::language {
namespace {

constexpr std::uint32_t least_moves = 2;
constexpr int least_seen = 15;      // of a word that is certain of its tag
constexpr int in_a_thousand = 998;  // times with that tag

std::size_t best_of(const std::vector<float>& scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

CertainTags certain_tags(const TrainingData& data) {
  std::map<std::uint32_t, std::map<std::uint8_t, int>> counts;
  for (const TrainingSentence& sentence : data.sentences) {
    for (std::size_t i = 0; i < sentence.words.size(); ++i)
      counts[sentence.words[i].exact][sentence.tags[i]] += sentence.times;
  }
  std::vector<std::pair<std::uint32_t, std::uint8_t>> words;
  for (const auto& [word, tags] : counts) {
    int all = 0;
    std::pair<std::uint8_t, int> most = {0, 0};
    for (const auto& [tag, times] : tags) {
      all += times;
      if (times > most.second) most = {tag, times};
    }
    if (all >= least_seen && most.second * 1000 >= all * in_a_thousand)
      words.emplace_back(word, most.first);
  }
  return CertainTags(std::move(words));
}

class TaggerTraining {
 public:
  TaggerTraining(TrainingData& data, const EnglishModel& model, const TrainingOptions& options)
      : data_(data), tags_(model.tags.size()), certain_(model.certain_tags), options_(options) {}

  // All sentences but those of one fold; -1: all.
  LinearModel train(int without, bool second) {
    AveragedTrainer trainer(tags_);
    std::mt19937_64 random(options_.seed);
    for (int epoch = 0; epoch < options_.tagger_epochs; ++epoch) {
      for (const std::size_t i : shuffled(data_, random)) {
        if (fold_of(i) != without) learn(data_.sentences[i], second, trainer);
      }
    }
    return trainer.finish(least_moves);
  }

  int fold_of(std::size_t sentence) const {
    // Neighbours speak of the same things, so a fold takes hundreds of them.
    return static_cast<int>(sentence / 250) % options_.folds;
  }

 private:
  void learn(const TrainingSentence& sentence, bool second, AveragedTrainer& trainer) {
    given_.clear();
    const std::span<const std::uint8_t> later =
        second ? std::span<const std::uint8_t>(sentence.first_tags)
               : std::span<const std::uint8_t>();
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      if (const int tag = certain_.of(sentence.words[i].exact); tag != CertainTags::none) {
        given_.push_back(static_cast<std::uint8_t>(tag));
        continue;
      }
      tag_features(sentence.words, i, given_, later, features_);
      trainer.score(features_, scores_);
      const std::size_t chosen = best_of(scores_);
      trainer.learn(features_, sentence.tags[i], chosen);
      given_.push_back(static_cast<std::uint8_t>(chosen));
    }
  }

  TrainingData& data_;
  std::size_t tags_;
  const CertainTags& certain_;
  const TrainingOptions& options_;
  std::vector<FeatureKey> features_;
  std::vector<float> scores_;
  std::vector<std::uint8_t> given_;
};

}  // namespace

void train_taggers(TrainingData& data, EnglishModel& model, const TrainingOptions& options) {
  model.certain_tags = certain_tags(data);
  TaggerTraining training(data, model, options);
  for (int fold = 0; fold < options.folds; ++fold) {
    const LinearModel tagger = training.train(fold, false);
    for (std::size_t i = 0; i < data.sentences.size(); ++i) {
      TrainingSentence& sentence = data.sentences[i];
      if (training.fold_of(i) == fold)
        tag_pass(tagger, model.certain_tags, sentence.words, {}, sentence.first_tags);
    }
  }
  for (int fold = 0; fold < options.folds; ++fold) {
    const LinearModel tagger = training.train(fold, true);
    for (std::size_t i = 0; i < data.sentences.size(); ++i) {
      TrainingSentence& sentence = data.sentences[i];
      if (training.fold_of(i) == fold) {
        tag_pass(tagger, model.certain_tags, sentence.words, sentence.first_tags,
                 sentence.second_tags);
      }
    }
  }
  model.taggers[0] = training.train(-1, false);
  model.taggers[1] = training.train(-1, true);
}

}  // namespace volteface::language
