// Reasons as the tests of them expect them: whose act, theme, the state that is the cause, and the
// last word of who gives the reason; behind "Kenya abstained, Peru voted no."
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "reading/word_lists.h"
#include "told.h"

namespace volteface {

inline std::string last_word(const std::string& name) {
  if (name.empty()) return "-";
  const std::size_t blank = name.rfind(' ');
  return lower_case(name.substr(blank == std::string::npos ? 0 : blank + 1));
}

inline void check_reasons(const Told& told) {
  const std::string before =
      "NEW YORK, 14 March 2019 - The UN General Assembly adopted a resolution on Gaza on "
      "Wednesday. Kenya abstained, Peru voted no.\n\n";
  std::multiset<std::string> got;
  for (const Explanation& reason :
       read_told(before + told.text, parse_date("2019-03-14")).explanations) {
    const std::string cause = reason.cause.empty() ? "-" : reason.cause;
    got.insert(reason.state + ' ' + std::string(text_of(reason.theme)) + ' ' + cause + ' ' +
               last_word(reason.speaker.name));
  }
  EXPECT_EQ(joined(got), told.records) << told.text;
}

}  // namespace volteface
