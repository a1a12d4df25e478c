// Where a report speaks of voting, and of which body.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reading/report_view.h"

namespace volteface {

// The place of words in a text of lower case, whole ones: no "oas" in "coast"; npos if there is
// none.
std::size_t place_of(std::string_view words, std::string_view text);

class VoteTalk {
 public:
  explicit VoteTalk(const ReportView& view);

  // Whether a body or a vote is spoken of in the sentence or in the two before it.
  bool is_about_votes(std::uint32_t sentence) const;

  // The same with the ten before it: for words that are of little else ("sat on the fence").
  bool has_spoken_of_votes(std::uint32_t sentence) const;

  // Whether a vote or a text is spoken of in the sentence itself, and not a body alone.
  bool names_a_vote(std::uint32_t sentence) const { return names_vote_[sentence]; }

  // In the sentence itself, be it of a body.
  bool speaks_of_votes(std::uint32_t sentence) const { return speaks_[sentence]; }

  // Whether it does anywhere.
  bool speaks_of_votes() const;

  // The body that was named last, in the sentence or before it, else the next one ("UNGA", "UNSC",
  // "HRC", "OAS"). The General Assembly where none is named but the United Nations are; else empty.
  const std::string& body_of(std::uint32_t sentence) const { return bodies_[sentence]; }

 private:
  std::vector<bool> speaks_, names_vote_;
  std::vector<std::string> bodies_;
};

}  // namespace volteface
