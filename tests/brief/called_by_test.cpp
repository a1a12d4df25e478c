#include "brief/called_by.h"

#include <gtest/gtest.h>

namespace volteface {
namespace {

TEST(CalledBy, IsTheFamilyNameWithItsParticles) {
  const std::tuple<const char*, const char*, const char*> names[] = {
      {"CHL", "Gabriel Boric", "Boric"},
      {"USA", "Martin Luther King Jr.", "King"},
      {"USA", "Robert Reed, Jr", "Reed"},
      {"", "Ursula von der Leyen", "von der Leyen"},
      {"CHN", "Li Peng", "Li"},
      {"KOR", "Roh Moo-hyun", "Roh"},
      {"VNM", "Pham Van Dong", "Dong"},
      {"BRA", "Pelé", "Pelé"},
      {"CHN", "Li", "Li"},
      {"FRA", "de Gaulle", "Gaulle"},
      {"CHL", "", ""}};
  for (const auto& [state, name, called] : names)
    EXPECT_EQ(called_by({state, "", name}), called) << name;
}

}  // namespace
}  // namespace volteface
