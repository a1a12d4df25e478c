// Which state a title or a subject is about, by the names in it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "brief/seats.h"
#include "volteface/record.h"

namespace volteface {

// Finds the names of states in a text, whatever the case. At each word the
// longest name counts, so that "South Sudan" is not Sudan and "Indian Ocean"
// not India; a single word may also be an adjective:
//
//   the name without its closing vowels, but four letters at least, and an ending such as -an,
//   -ian, -ese, -i or -ish ("Ukrain|ian", "Chin|ese", "Iraq|i"), or a form that no rule makes
//   ("French").
//
// Where an adjective fits two names, as "Nigerian" fits Niger and Nigeria, it
// is that of the one it has more letters of. Territories are not looked up:
// Crimea is Ukraine's only where Ukraine is named.
class Mentions {
 public:
  explicit Mentions(const Record& record);

  // True where the text names one of the seat's states.
  bool names(const Seat& seat, std::string_view text) const;

 private:
  struct Name {
    std::vector<std::string> words;
    StateIndex state = 0;
  };
  struct Match {
    std::size_t words = 0;  // 0: none
    StateIndex state = 0;
  };

  void add(std::string_view name, StateIndex state);
  Match match_at(const std::vector<std::string>& words, std::size_t at) const;
  Match adjective(const std::string& word) const;

  static constexpr StateIndex no_state = 0xFFFFFFFF;
  std::multimap<std::string, Name, std::less<>> names_;  // by first word
};

}  // namespace volteface
