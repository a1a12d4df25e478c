// Words put in beside a sentence that tell whose view it is: ", hoteliers in Luxor say", "as an
// envoy admits", "to her mind", "it is said in Dakar". They are found by the order of words between
// marks, since trees break where something is put in.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reading/report_view.h"

namespace volteface {

// "diplomat", "envoy", "observers".
bool is_somebody(const SentenceTree& tree, std::uint32_t token);

struct Voice {
  std::uint32_t first = 0, last = 0;  // tokens [first, last) that are put in
  Speaker speaker;                    // all empty: the reporter's own ("to my mind")
};

// The view must outlive it.
class ReasonVoices {
 public:
  explicit ReasonVoices(const ReportView& view) : view_(view), tree_(view.tree) {}

  // The one nearest to a token of its sentence, where there is one.
  std::optional<Voice> nearest(std::uint32_t token) const;
  // All of a sentence, in the order of the text.
  std::vector<Voice> voices_of(const Sentence& sentence) const;
  // Who is described by words [first, last).
  std::optional<Speaker> named_in(std::uint32_t first, std::uint32_t last) const;

 private:
  std::optional<Voice> voice_in(std::uint32_t first, std::uint32_t last) const;
  std::optional<Voice> voice_behind(const std::vector<std::uint32_t>& before, std::uint32_t first,
                                    std::uint32_t last) const;
  std::optional<Speaker> name_behind(std::uint32_t comma) const;
  std::optional<Voice> certain_in(std::uint32_t first, std::uint32_t last) const;
  std::optional<Voice> hearsay_in(std::uint32_t first, std::uint32_t last) const;
  std::optional<Voice> view_at(std::uint32_t first, std::uint32_t last) const;
  std::optional<Speaker> meant_by(std::uint32_t pronoun) const;
  bool lets_know(std::uint32_t verb) const;
  bool is_done_to(std::uint32_t verb, std::uint32_t last) const;
  bool is_voice_verb(std::uint32_t t, bool as) const;
  std::uint32_t before_relative(std::uint32_t first, std::uint32_t last) const;
  bool looks_plural(std::uint32_t t, std::uint32_t begin) const;
  std::uint32_t first_person_in(std::uint32_t first, std::uint32_t last) const;
  bool is_nominal(std::uint32_t first, std::uint32_t last) const;
  bool is_short_rest(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t head_in(std::uint32_t first, std::uint32_t last) const;
  bool parts(std::uint32_t t) const;
  bool is_of_next_clause(std::uint32_t token, const Voice& voice) const;

  const ReportView& view_;
  const SentenceTree& tree_;
};

}  // namespace volteface
