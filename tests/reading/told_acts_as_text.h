// The acts of a text as "SANCTION TCD MLI, ACCUSE MLI TCD possible".
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "told.h"

namespace volteface {

inline std::string side(const Actor& actor) {
  return actor.state.empty() ? actor.org : actor.state;
}

inline void check_acts(const Told& told) {
  std::set<std::string> got, whole;
  for (const ReportedEvent& event : read_told(told.text, parse_date("2019-03-14")).events) {
    std::string source = side(event.source), target = side(event.target);
    const bool of_both = event.type == EventType::consult || event.type == EventType::agree ||
                         event.type == EventType::cooperate;
    if (of_both && target < source) std::swap(source, target);
    std::string one = std::string(text_of(event.type)) + ' ' + source + ' ' + target;
    if (event.modality != Modality::asserted) one += ' ' + std::string(text_of(event.modality));
    const std::string full = one + std::string(text_of(event.mode)) + format_date(event.date.from);
    EXPECT_TRUE(whole.insert(full).second) << "told twice: " << told.text;
    got.insert(one);
  }
  EXPECT_EQ(joined(got), told.records) << told.text;
}

}  // namespace volteface
