#include "training_data.h"

#include <algorithm>
#include <charconv>

#include "language/feature_key.h"
#include "record/byte_source.h"
#include "volteface/error.h"

namespace volteface::language {
namespace {

template <class List, class Value>
std::uint8_t number_in(List& list, const Value& value, const auto& same) {
  auto known = std::find_if(list.begin(), list.end(), same);
  if (known == list.end()) known = list.insert(list.end(), value);
  return static_cast<std::uint8_t>(known - list.begin());
}

TrainingSentence training_sentence(const ConlluSentence& from, EnglishModel& model) {
  TrainingSentence to;
  for (const ConlluWord& word : from.words) {
    to.words.push_back(word_form(word.form, model.clusters));
    to.forms.push_back(word.form);
    to.lemmas.push_back(word.lemma);
    to.tags.push_back(
        number_in(model.tags, TagName{word.upos, word.xpos, 0},
                  [&](const TagName& t) { return t.upos == word.upos && t.xpos == word.xpos; }));
    to.heads.push_back(word.head - 1);
    to.labels.push_back(number_in(model.labels, word.deprel,
                                  [&](const std::string& l) { return l == word.deprel; }));
  }
  return to;
}

}  // namespace

std::vector<std::vector<ConlluSentence>> read_documents(const std::string& path) {
  const auto source = open_bytes(path);
  std::vector<std::vector<ConlluSentence>> documents;
  for (ConlluSentence& sentence : read_conllu(*source)) {
    if (sentence.begins_document || documents.empty()) documents.emplace_back();
    documents.back().push_back(std::move(sentence));
  }
  return documents;
}

WordClusters read_clusters(const std::string& path) {
  const std::string text = read_all(*open_bytes(path), std::size_t{1} << 28);
  std::vector<WordClusters::Entry> entries;
  std::uint64_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    ++line;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view row = std::string_view(text).substr(at, end - at);
    const std::size_t first = row.find(' ');
    const std::size_t second = row.find(' ', first + 1);
    if (second == std::string_view::npos)
      throw Error("expected: word coarse fine", {path, line, 0});
    WordClusters::Entry entry;
    entry.word = text_hash(row.substr(0, first));
    unsigned coarse = 0, fine = 0;
    std::from_chars(row.data() + first + 1, row.data() + second, coarse);
    std::from_chars(row.data() + second + 1, row.data() + row.size(), fine);
    // 0 is kept for words that are not known.
    entry.cluster = {static_cast<std::uint16_t>(coarse + 1), static_cast<std::uint16_t>(fine + 1)};
    entries.push_back(entry);
    at = end + 1;
  }
  return WordClusters(std::move(entries));
}

TrainingData training_data(const std::string& path, EnglishModel& model) {
  TrainingData data;
  data.documents = read_documents(path);
  for (const auto& document : data.documents) {
    for (const ConlluSentence& sentence : document) {
      data.sentences.push_back(training_sentence(sentence, model));
    }
  }
  return data;
}

void add_trees(const std::string& path, int times, EnglishModel& model, TrainingData& data) {
  for (const auto& document : read_documents(path)) {
    for (const ConlluSentence& sentence : document) {
      data.sentences.push_back(training_sentence(sentence, model));
      data.sentences.back().times = times;
    }
  }
}

namespace {

void shuffle(std::vector<std::size_t>& order, std::mt19937_64& random) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
}

}  // namespace

std::vector<std::size_t> shuffled(const TrainingData& data, std::mt19937_64& random) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < data.sentences.size(); ++i)
    order.insert(order.end(), static_cast<std::size_t>(data.sentences[i].times), i);
  shuffle(order, random);
  return order;
}

std::vector<std::size_t> shuffled(std::size_t n, std::mt19937_64& random) {
  std::vector<std::size_t> order(n);
  for (std::size_t i = 0; i < n; ++i) order[i] = i;
  shuffle(order, random);
  return order;
}

}  // namespace volteface::language
