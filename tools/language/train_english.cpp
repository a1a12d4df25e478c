// Builds data/english.vfl from the treebank and word clusters that data/README.md describes.
//
//   train_english FOLDER TREES OUT.vfl [SEED]
//
// TREES: sentences of diplomatic news, for which most of the treebank is no model.
//
// Deterministic for a seed; a few minutes on one core.
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

#include "training_data.h"
#include "volteface/error.h"

namespace {

using namespace volteface;
using namespace volteface::language;

void train(const std::string& folder, const std::string& trees, const std::string& out,
           std::uint64_t seed) {
  EnglishModel model;
  TrainingOptions options;
  options.seed = seed;
  model.clusters = read_clusters(folder + "/clusters.txt.gz");
  TrainingData data = training_data(folder + "/cc-train.conllu.gz", model);
  fmt::print(stderr, "{} sentences, {} tags, {} labels\n", data.sentences.size(), model.tags.size(),
             model.labels.size());
  train_splitters(data, model, options);
  fmt::print(stderr, "splitters: {} and {} features\n", model.word_splits.features(),
             model.sentence_splits.features());
  train_lemmas(data, model);
  add_trees(trees, options.news_times, model, data);
  train_taggers(data, model, options);
  fmt::print(stderr, "taggers: {} and {} features\n", model.taggers[0].features(),
             model.taggers[1].features());
  model.number_tags();
  train_parser(data, model, options);
  fmt::print(stderr, "parser: {} features\n", model.parser.features());
  model.finish(out);
  const std::string file = model.encoded();
  std::ofstream stream(out, std::ios::binary);
  stream << file;
  if (!stream.flush()) throw Error("cannot be written", {out});
  fmt::print(stderr, "{}: {} bytes\n", out, file.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    fmt::print(stderr, "usage: train_english FOLDER TREES OUT.vfl [SEED]\n");
    return 2;
  }
  try {
    train(argv[1], argv[2], argv[3], argc == 5 ? std::strtoull(argv[4], nullptr, 10) : 1);
  } catch (const std::exception& e) {
    fmt::print(stderr, "train_english: {}\n", e.what());
    return 2;
  }
  return 0;
}
