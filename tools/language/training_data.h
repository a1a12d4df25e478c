// The treebank as the trainers want it.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "language/conllu.h"
#include "language/english_model.h"
#include "language/word_form.h"

namespace volteface::language {

struct TrainingSentence {
  std::vector<WordForm> words;
  std::vector<std::string> forms, lemmas;
  std::vector<std::uint8_t> tags;         // gold
  std::vector<std::uint8_t> first_tags;   // of the first pass of a tagger that did not see them
  std::vector<std::uint8_t> second_tags;  // of the second
  std::vector<std::int32_t> heads;        // -1: the root
  std::vector<std::uint8_t> labels;
  int times = 1;  // that it is seen in each run through
};

struct TrainingData {
  std::vector<std::vector<ConlluSentence>> documents;
  std::vector<TrainingSentence> sentences;
};

std::vector<std::vector<ConlluSentence>> read_documents(const std::string& path);
WordClusters read_clusters(const std::string& path);

// Sets model.tags and model.labels besides.
TrainingData training_data(const std::string& path, EnglishModel& model);

// Adds trees for taggers and parser alone, each to be seen so many times: words and sentences were
// parted by an earlier model, so splitters learn nothing from them.
void add_trees(const std::string& path, int times, EnglishModel& model, TrainingData& data);

// The places of all sentences, each as often as it is to be seen, in an order that is the same on
// every machine, unlike that of std::shuffle.
std::vector<std::size_t> shuffled(const TrainingData& data, std::mt19937_64& random);
std::vector<std::size_t> shuffled(std::size_t n, std::mt19937_64& random);

struct TrainingOptions {
  std::uint64_t seed = 1;
  int tagger_epochs = 6;
  int parser_epochs = 12;
  int parser_runs = 2;  // of which the mean is taken
  int folds = 4;
  int news_times = 3;  // that a sentence of news is seen for one of another kind
};

void train_taggers(TrainingData& data, EnglishModel& model, const TrainingOptions& options);
void train_parser(const TrainingData& data, EnglishModel& model, const TrainingOptions& options);
void train_lemmas(const TrainingData& data, EnglishModel& model);
void train_splitters(const TrainingData& data, EnglishModel& model, const TrainingOptions& options);

}  // namespace volteface::language
