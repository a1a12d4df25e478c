#include "language/english_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>

#include "language/packed_file.h"
#include "record/byte_source.h"
#include "volteface/error.h"

extern "C" {
extern const char volteface_embedded_english_begin[];
extern const char volteface_embedded_english_end[];
}

namespace volteface::language {
namespace {

constexpr std::size_t largest_file = std::size_t{1} << 28;

[[noreturn]] void damaged(const std::string& file, const char* wrong) {
  throw Error(fmt::format("damaged model: {}; expected a file that `make models` wrote", wrong),
              {file});
}

void write_moves(const std::vector<LabelledMove>& moves, ModelWriter& writer) {
  writer.number(moves.size());
  for (const LabelledMove& move : moves) {
    writer.number(static_cast<std::uint64_t>(move.move));
    writer.number(move.label);
  }
}

std::vector<LabelledMove> read_moves(ModelReader& reader, std::size_t labels) {
  std::vector<LabelledMove> moves(reader.number(LinearModel::most_classes));
  for (LabelledMove& move : moves) {
    move.move = static_cast<Move>(reader.number(2));
    move.label = static_cast<std::uint8_t>(reader.number(255));
    reader.expect(move.label < labels, "a move with a label that there is not");
  }
  return moves;
}

std::vector<std::uint32_t> read_keys(ModelReader& reader) {
  std::vector<std::uint32_t> keys(reader.number(reader.left()));
  for (std::uint32_t& key : keys) key = static_cast<std::uint32_t>(reader.number(0xffffffff));
  reader.expect(std::is_sorted(keys.begin(), keys.end()), "keys out of order");
  return keys;
}

}  // namespace

void EnglishModel::number_tags() {
  std::vector<std::string> upos;
  for (TagName& tag : tags) {
    auto known = std::find(upos.begin(), upos.end(), tag.upos);
    if (known == upos.end()) known = upos.insert(upos.end(), tag.upos);
    tag.upos_number = static_cast<std::uint8_t>(known - upos.begin() + 1);
  }
}

void EnglishModel::finish(const std::string& file) {
  number_tags();
  const auto has = [&](Move move) {
    return std::any_of(moves.begin(), moves.end(),
                       [&](const LabelledMove& m) { return m.move == move; });
  };
  // With these the parser always has a move that it may make.
  if (!has(Move::shift) || !has(Move::left) || !has(Move::right))
    damaged(file, "a move is missing");
  if (tags.empty() || tags.size() > LinearModel::most_classes) damaged(file, "it has no tags");
  for (const LinearModel& tagger : taggers) {
    if (tagger.classes() != tags.size()) damaged(file, "tags and tagger differ");
  }
  if (parser.classes() != moves.size()) damaged(file, "moves and parser differ");
  if (word_splits.classes() != 3 || sentence_splits.classes() != 2)
    damaged(file, "a splitter differs");
}

std::string EnglishModel::encoded() const {
  ModelWriter writer;
  writer.number(tags.size());
  for (const TagName& tag : tags) {
    writer.bytes(tag.upos);
    writer.bytes(tag.xpos);
  }
  writer.texts(labels);
  write_moves(moves, writer);
  writer.number(inner_splits.size());
  for (const std::uint32_t key : inner_splits) writer.number(key);
  certain_tags.write(writer);
  const std::string content = writer.content() + clusters.encoded() + lemmas.encoded() +
                              word_splits.encoded() + sentence_splits.encoded() +
                              taggers[0].encoded() + taggers[1].encoded();
  ModelWriter whole;
  whole.bytes(content);
  whole.bytes(parser.encoded());
  return packed_file(english_magic, whole.content());
}

EnglishModel EnglishModel::decoded(std::string_view file_content, const std::string& file) {
  const std::string content = unpacked_file(english_magic, file_content, file);
  ModelReader parts(content, file);
  ModelReader reader(parts.bytes(), file);
  ModelReader parser_reader(parts.bytes(), file);
  parts.expect(parts.left() == 0, "more than a model");
  // Half of the work is the parser's, which can be done beside the rest.
  auto parser = std::async(std::launch::async, [&parser_reader] {
    LinearModel decoded = LinearModel::decoded(parser_reader);
    parser_reader.expect(parser_reader.left() == 0, "more than a parser");
    return decoded;
  });
  EnglishModel model;
  model.tags.resize(reader.number(LinearModel::most_classes));
  for (TagName& tag : model.tags) {
    tag.upos = reader.bytes();
    tag.xpos = reader.bytes();
  }
  model.labels = reader.texts();
  model.moves = read_moves(reader, model.labels.size());
  model.inner_splits = read_keys(reader);
  model.certain_tags = CertainTags::read(reader, model.tags.size());
  model.clusters = WordClusters::decoded(reader);
  model.lemmas = LemmaRules::decoded(reader);
  model.word_splits = LinearModel::decoded(reader);
  model.sentence_splits = LinearModel::decoded(reader);
  for (LinearModel& tagger : model.taggers) tagger = LinearModel::decoded(reader);
  model.parser = parser.get();
  reader.expect(reader.left() == 0, "more than a model");
  model.finish(file);
  return model;
}

EnglishModel embedded_english_model() {
  const std::string_view bytes(
      volteface_embedded_english_begin,
      static_cast<std::size_t>(volteface_embedded_english_end - volteface_embedded_english_begin));
  return EnglishModel::decoded(bytes, "the embedded English model");
}

EnglishModel english_model_from(const std::string& path) {
  return EnglishModel::decoded(read_all(*open_bytes(path), largest_file), path);
}

}  // namespace volteface::language
