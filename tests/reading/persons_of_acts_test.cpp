// Which person stands with an act.
#include <gtest/gtest.h>

#include <string>

#include "told.h"

namespace volteface {
namespace {

// The person who stands for the source of the first act of a type; "-" without one, "" without act.
std::string doer(const std::string& text, EventType type) {
  for (const ReportedEvent& event : read_told(text, parse_date("2019-03-14")).events) {
    if (event.type == type) return event.source.person.empty() ? "-" : event.source.person;
  }
  return "";
}

TEST(PersonsOfActs, WhoSpeaksForACountry) {
  const std::string minister = "The foreign minister of Mali, Omar Sy, said that his country ";
  EXPECT_EQ(doer(minister + "condemns Chad.", EventType::accuse), "Omar Sy");
  EXPECT_EQ(doer(minister + "invaded Chad in May.", EventType::assault), "-");
}

TEST(PersonsOfActs, WhoseTitleHeadsTheName) {
  EXPECT_EQ(doer("UN Secretary General Ana Ruiz met the president of Chad.", EventType::consult),
            "Ana Ruiz");
}

}  // namespace
}  // namespace volteface
