#include "reading/act_weights.h"

#include "language/model_bytes.h"
#include "language/packed_file.h"

extern "C" {
extern const char volteface_embedded_acts_begin[];
extern const char volteface_embedded_acts_end[];
}

namespace volteface {

using language::LinearModel;
using language::ModelReader;

std::string ActWeights::encoded() const {
  language::ModelWriter writer;
  writer.bytes(words.encoded());
  writer.bytes(sides.encoded());
  return language::packed_file(language::acts_magic, writer.content());
}

ActWeights ActWeights::decoded(std::string_view file_content, const std::string& file) {
  const std::string content = language::unpacked_file(language::acts_magic, file_content, file);
  ModelReader reader(content, file);
  ModelReader of_words(reader.bytes(), file + ", words");
  ModelReader of_sides(reader.bytes(), file + ", sides");
  reader.expect(reader.left() == 0, "it goes on behind its end");
  ActWeights weights;
  weights.words = LinearModel::decoded(of_words);
  weights.sides = LinearModel::decoded(of_sides);
  of_words.expect(of_words.left() == 0 && of_sides.left() == 0, "a part goes on behind its end");
  of_words.expect(weights.words.classes() == types + modes, "types and modes differ");
  of_sides.expect(weights.sides.classes() == 1, "sides have more than one class");
  return weights;
}

const ActWeights& act_weights() {
  static const ActWeights weights = ActWeights::decoded(
      {volteface_embedded_acts_begin,
       static_cast<std::size_t>(volteface_embedded_acts_end - volteface_embedded_acts_begin)},
      "data/acts.vfw");
  return weights;
}

}  // namespace volteface
