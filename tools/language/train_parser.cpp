#include <algorithm>
#include <limits>

#include "averaged_trainer.h"
#include "language/parse_features.h"
#include "training_data.h"

namespace volteface::language {
namespace {

constexpr std::uint32_t least_moves = 2;
constexpr std::uint8_t least_seen = 10;  // of a feature on the treebank's own ways
constexpr double smallest = 1;           // weight that is kept
constexpr int sure_epochs = 1;           // before the parser is let go its own ways
constexpr unsigned own_way = 90;         // of 100 moves behind them

// A move for each label that dependents on that side have in the treebank.
std::vector<LabelledMove> moves_of(const TrainingData& data, std::size_t labels) {
  std::vector<bool> left(labels), right(labels);
  for (const TrainingSentence& sentence : data.sentences) {
    for (std::size_t i = 0; i < sentence.heads.size(); ++i) {
      if (sentence.heads[i] < 0) continue;
      (sentence.heads[i] > static_cast<std::int32_t>(i) ? left : right)[sentence.labels[i]] = true;
    }
  }
  std::vector<LabelledMove> moves = {{Move::shift, 0}};
  for (std::size_t l = 0; l < labels; ++l) {
    if (left[l]) moves.push_back({Move::left, static_cast<std::uint8_t>(l)});
  }
  for (std::size_t l = 0; l < labels; ++l) {
    if (right[l]) moves.push_back({Move::right, static_cast<std::uint8_t>(l)});
  }
  return moves;
}

class ParserTraining {
 public:
  ParserTraining(const EnglishModel& model, std::uint64_t seed)
      : model_(model), trainer_(model.moves.size()), random_(seed) {
    trainer_.set_least_seen(least_seen);
  }

  void learn(const TrainingSentence& sentence, bool explore) {
    see(sentence);
    state_.start(sentence.words.size());
    while (!state_.finished()) {
      parse_features(state_, words_, features_);
      trainer_.score(features_, scores_);
      const Choices choice = choices(sentence);
      trainer_.learn(features_, choice.right, choice.has_rival ? choice.rival : choice.right);
      const bool go = explore && random_() % 100 < own_way;
      const LabelledMove& move = model_.moves[go ? choice.chosen : choice.right];
      state_.make(move.move, move.label);
    }
  }

  // The features along the way of the treebank.
  void count(const TrainingSentence& sentence) {
    see(sentence);
    state_.start(sentence.words.size());
    while (!state_.finished()) {
      parse_features(state_, words_, features_);
      trainer_.count(features_);
      scores_.assign(model_.moves.size(), 0);
      const LabelledMove& move = model_.moves[choices(sentence).right];
      state_.make(move.move, move.label);
    }
  }
  AveragedTrainer take() { return std::move(trainer_); }
  std::mt19937_64& random() { return random_; }

 private:
  void see(const TrainingSentence& sentence) {
    words_.resize(sentence.words.size());
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const WordForm& form = sentence.words[i];
      const std::uint8_t tag = sentence.second_tags[i];
      words_[i] = {form.word,
                   form.cluster.fine,
                   form.cluster.coarse,
                   static_cast<std::uint8_t>(tag + 1),
                   model_.tags[tag].upos_number,
                   form.suffix[2]};
    }
  }

  struct Choices {
    std::size_t chosen = 0;  // of all moves
    std::size_t right = 0;   // the best of those that lose the fewest arcs
    std::size_t rival = 0;   // the best of the others
    bool has_rival = false;
  };

  Choices choices(const TrainingSentence& sentence) const {
    const std::array<int, 3> costs = state_.costs(sentence.heads);
    int least = std::numeric_limits<int>::max();
    for (const Move move : {Move::shift, Move::left, Move::right}) {
      if (state_.allowed(move)) least = std::min(least, costs[static_cast<std::size_t>(move)]);
    }
    Choices out;
    float best_right = -std::numeric_limits<float>::infinity(), best_rival = best_right;
    for (std::size_t c = 0; c < model_.moves.size(); ++c) {
      const LabelledMove& move = model_.moves[c];
      if (!state_.allowed(move.move)) continue;
      const bool is_right =
          costs[static_cast<std::size_t>(move.move)] == least && label_is_right(move, sentence);
      if (is_right && scores_[c] > best_right) {
        best_right = scores_[c];
        out.right = c;
      } else if (!is_right && scores_[c] > best_rival) {
        best_rival = scores_[c];
        out.rival = c;
        out.has_rival = true;
      }
    }
    out.chosen = best_rival > best_right ? out.rival : out.right;
    if (best_right > best_rival) out.has_rival = false;
    return out;
  }

  // Where the arc is the gold one its label must be; for a wrong arc any will do.
  bool label_is_right(const LabelledMove& move, const TrainingSentence& sentence) const {
    if (move.move == Move::shift) return true;
    const auto word = static_cast<std::size_t>(state_.stack(0));
    const std::int32_t head = move.move == Move::left ? state_.buffer() : state_.stack(1);
    return sentence.heads[word] != head || sentence.labels[word] == move.label;
  }

  const EnglishModel& model_;
  AveragedTrainer trainer_;
  std::mt19937_64 random_;
  ParseState state_;
  std::vector<ParseWord> words_;
  std::vector<FeatureKey> features_;
  std::vector<float> scores_;
};

}  // namespace

void train_parser(const TrainingData& data, EnglishModel& model, const TrainingOptions& options) {
  model.moves = moves_of(data, model.labels.size());
  std::vector<AveragedTrainer> trainers;
  for (int run = 0; run < options.parser_runs; ++run) {
    ParserTraining training(model, options.seed + static_cast<std::uint64_t>(run));
    for (const TrainingSentence& sentence : data.sentences) training.count(sentence);
    for (int epoch = 0; epoch < options.parser_epochs; ++epoch) {
      for (const std::size_t i : shuffled(data, training.random())) {
        training.learn(data.sentences[i], epoch >= sure_epochs);
      }
    }
    trainers.push_back(training.take());
  }
  model.parser = AveragedTrainer::finish(trainers, least_moves, smallest);
}

}  // namespace volteface::language
