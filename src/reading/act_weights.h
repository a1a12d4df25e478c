// What was learned of how acts are told: the content of data/acts.vfw (docs/reading-rules.md).
#pragma once

#include <string>
#include <string_view>

#include "language/linear_model.h"
#include "volteface/reading.h"

namespace volteface {

struct ActWeights {
  // Types of events, then modes from call on.
  static constexpr std::size_t types = 16, modes = 8;
  static_assert(types == static_cast<std::size_t>(EventType::assault) + 1);
  static_assert(modes == static_cast<std::size_t>(EventMode::endorse));
  // Scores are log odds times this.
  static constexpr double unit = 200;

  language::LinearModel words;  // whether a word tells of an act: a class a type and mode
  language::LinearModel sides;  // whether it tells it of two sides: one class

  std::string encoded() const;
  // Throws Error, which names `file` and what is wrong with it.
  static ActWeights decoded(std::string_view file_content, const std::string& file);
};

// Those linked into the library. Unpacked at the first call, for all threads.
const ActWeights& act_weights();

}  // namespace volteface
