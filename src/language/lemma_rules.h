// Lemmas by endings: what to take off a form and what to put on, for a tag and the longest ending
// known.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/model_bytes.h"

namespace volteface::language {

class LemmaRules {
 public:
  static constexpr std::size_t longest_ending = 6;

  struct Change {
    std::uint8_t off = 0;  // bytes
    std::string on;
    friend bool operator==(const Change&, const Change&) = default;
  };

  // Where a rule for the tag `xpos` lies: for a whole form, or for an ending of it.
  static std::uint32_t whole_key(std::string_view form, std::string_view xpos);
  static std::uint32_t ending_key(std::string_view ending, std::string_view xpos);

  // The form that rules speak of: folded, but a proper name as it is.
  static std::string ground_form(std::string_view form, std::string_view xpos);

  // Irregular verbs by their table (irregular_verbs.h), all else by the rules.
  std::string lemma(std::string_view form, std::string_view xpos) const;

  // The rule that holds for endings of fewer than `limit` bytes; nowhere where none does.
  const Change* change_for(std::string_view ground, std::string_view xpos, std::size_t limit) const;

  void add(std::uint32_t key, const Change& change);

  std::string encoded() const;
  static LemmaRules decoded(ModelReader& reader);

 private:
  static bool leaves_too_little(std::string_view ground, const Change& change);

  std::vector<Change> changes_;
  std::unordered_map<std::uint32_t, std::uint16_t> rules_;
};

}  // namespace volteface::language
