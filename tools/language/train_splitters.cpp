#include <algorithm>
#include <map>

#include "averaged_trainer.h"
#include "language/sentence_splitter.h"
#include "language/word_splitter.h"
#include "training_data.h"

namespace volteface::language {
namespace {

constexpr int word_epochs = 5;
constexpr int sentence_epochs = 10;

// A chunk with the boundary before each of its letters.
struct ChunkExample {
  Chunk chunk;
  std::vector<Boundary> boundaries;
};

void add_chunks(const Document& document, std::vector<ChunkExample>& examples) {
  std::map<std::uint32_t, Boundary> begins;
  std::uint32_t end = 0;
  bool overlap = false;
  for (const Token& token : document.tokens) {
    overlap |= token.begin < end;
    end = token.end;
    begins[token.begin] = token.continues ? Boundary::within : Boundary::word;
  }
  if (overlap) return;  // a range whose words do not spell it
  ChunkExample example;
  bool space = false;
  for (std::size_t at = 0;
       next_chunk(document.text, at, document.text.size(), example.chunk, space);) {
    example.boundaries.clear();
    for (const Chunk::Letter& letter : example.chunk.letters) {
      const auto found = begins.find(letter.at);
      example.boundaries.push_back(found == begins.end() ? Boundary::none : found->second);
    }
    examples.push_back(example);
  }
}

// Runs of letters that part within: "cannot", "gonna".
std::vector<std::uint32_t> inner_splits(const std::vector<ChunkExample>& examples) {
  std::map<std::string, int> seen;
  std::map<std::pair<std::string, std::size_t>, int> parted;
  for (const ChunkExample& example : examples) {
    std::size_t counted = 0;
    for (std::size_t i = 0; i < example.chunk.letters.size(); ++i) {
      const auto type = example.chunk.letters[i].type;
      if (type != CharacterClass::lower && type != CharacterClass::upper) continue;
      const auto [begin, run] = run_around(example.chunk, i);
      if (run.empty() || run.size() > 12) continue;
      if (i == begin || counted != begin + 1) ++seen[run];
      counted = begin + 1;
      if (i > begin && example.boundaries[i] != Boundary::none) ++parted[{run, i - begin}];
    }
  }
  std::vector<std::uint32_t> keys;
  for (const auto& [place, times] : parted) {
    if (times >= 2 && times * 5 >= seen[place.first])
      keys.push_back(inner_split_key(place.first, place.second));
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

LinearModel train_words(const std::vector<ChunkExample>& examples, const EnglishModel& model,
                        std::uint64_t seed) {
  AveragedTrainer trainer(3);
  std::mt19937_64 random(seed);
  std::vector<FeatureKey> features;
  std::vector<float> scores;
  for (int epoch = 0; epoch < word_epochs; ++epoch) {
    for (const std::size_t k : shuffled(examples.size(), random)) {
      const ChunkExample& example = examples[k];
      std::size_t begin = 0;
      for (std::size_t i = 1; i < example.chunk.letters.size(); ++i) {
        if (!doubtful(example.chunk, i, model.inner_splits)) continue;
        word_split_features(example.chunk, i, begin, model.clusters, features);
        trainer.score(features, scores);
        const auto chosen = std::max_element(scores.begin(), scores.end()) - scores.begin();
        trainer.learn(features, static_cast<std::size_t>(example.boundaries[i]),
                      static_cast<std::size_t>(chosen));
        if (example.boundaries[i] != Boundary::none) begin = i;
      }
    }
  }
  return trainer.finish(1);
}

// A paragraph with the sentences in it.
struct ParagraphExample {
  Document document;
  std::vector<WordForm> words;
  std::vector<bool> ends;
};

void add_paragraphs(const std::vector<ConlluSentence>& sentences, const WordClusters& clusters,
                    std::vector<ParagraphExample>& examples) {
  for (std::size_t i = 0; i < sentences.size();) {
    std::size_t last = i + 1;
    while (last < sentences.size() && !sentences[last].begins_paragraph) ++last;
    ParagraphExample example;
    example.document = document_of(std::span(sentences).subspan(i, last - i), false);
    example.ends.resize(example.document.tokens.size());
    std::uint32_t end = 0;
    for (const Sentence& sentence : example.document.sentences) {
      example.ends[sentence.last - 1] = true;
      // Sentences lie apart by the space behind the one before.
      example.document.tokens[sentence.first].space_before = sentence.begin > end;
      end = sentence.end;
    }
    word_forms(example.document.text, example.document.tokens, clusters, example.words);
    examples.push_back(std::move(example));
    i = last;
  }
}

LinearModel train_sentences(const std::vector<ParagraphExample>& examples, std::uint64_t seed) {
  AveragedTrainer trainer(2);
  std::mt19937_64 random(seed);
  std::vector<FeatureKey> features;
  std::vector<float> scores;
  for (int epoch = 0; epoch < sentence_epochs; ++epoch) {
    for (const std::size_t k : shuffled(examples.size(), random)) {
      const ParagraphExample& example = examples[k];
      const std::vector<Token>& tokens = example.document.tokens;
      SentenceSoFar so_far;
      for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const std::string_view form = example.document.form(tokens[i]);
        so_far.add(form);
        if (may_end(example.document, i)) {
          sentence_split_features(tokens, example.words, i, so_far, features);
          trainer.score(features, scores);
          trainer.learn(features, example.ends[i] ? 1 : 0, scores[1] > scores[0] ? 1 : 0);
        }
        if (example.ends[i]) so_far = {};
      }
    }
  }
  return trainer.finish(1);
}

}  // namespace

void train_splitters(const TrainingData& data, EnglishModel& model,
                     const TrainingOptions& options) {
  std::vector<ChunkExample> chunks;
  std::vector<ParagraphExample> paragraphs;
  for (const auto& document : data.documents) {
    add_paragraphs(document, model.clusters, paragraphs);
  }
  // By paragraphs: what follows a full stop is the next sentence.
  for (const ParagraphExample& paragraph : paragraphs) add_chunks(paragraph.document, chunks);
  model.inner_splits = inner_splits(chunks);
  model.word_splits = train_words(chunks, model, options.seed);
  model.sentence_splits = train_sentences(paragraphs, options.seed);
}

}  // namespace volteface::language
