// What each roll call is about, in stems of words, and how well a text's words fit it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "volteface/record.h"

namespace volteface {

// How near each stem stands to a place in a text: 1 in its sentence, less further off.
using NearStems = std::unordered_map<std::string, double>;

class RollCallTopics {
 public:
  explicit RollCallTopics(const Record& record);

  // From 0, nothing in common, to about 1.5. Words count by how rare they are among roll calls
  // (Robertson and Sparck Jones), those of titles more than those of subjects; long titles need not
  // be covered in full.
  double fit(RollCallIndex roll_call, const NearStems& near) const;

 private:
  struct Word {
    std::uint32_t stem;
    double weight;
  };

  void add_words(std::vector<Word>& words, std::string_view text, double weight);
  static void add_word(std::vector<Word>& words, std::uint32_t stem, double weight);
  void add_session_words(const Record& record);

  std::unordered_map<std::string, std::uint32_t> stems_;
  std::vector<std::string> names_;        // of stems
  std::vector<std::vector<Word>> words_;  // of each roll call
  std::vector<double> totals_;            // of the words of each title
  double typical_total_ = 1;
};

// Adds the stems of a text, at this nearness, and those that titles have for its words.
void add_near_stems(std::string_view text, double nearness, NearStems& near);

}  // namespace volteface
