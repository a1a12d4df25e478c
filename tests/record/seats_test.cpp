// Which seat a code or a name meant on a day.
#include "record/seats.h"

#include <gtest/gtest.h>

namespace volteface {
namespace {

TEST(Seats, AreThoseOfTheDay) {
  Seats seats({});
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"RUS", "1991-12-23", "SUN"}, {"RUS", "1991-12-24", "RUS"},
      {"SUN", "1992-01-01", "RUS"}, {"China", "1971-09-30", "TWN"},
      {"CHN", "1971-10-03", "CHN"}, {"Germany", "1985-01-01", "GFR"},
      {"GFR", "1990-10-03", "DEU"}, {"FRG", "1980-01-01", "GFR"},
      {"SRB", "2004-01-01", "SCG"}, {"YUG", "2003-02-03", "YUG"},
      {"YUG", "2003-02-04", "SCG"}, {"YUG", "2010-01-01", "SRB"},
      {"SRB", "1999-01-01", "YUG"}, {"YEM", "1980-01-01", "YAR"},
      {"YAR", "1990-05-22", "YEM"}, {"TZA", "1962-01-01", "EAT"},
      {"ZAR", "1980-01-01", "COD"}, {"Upper Volta", "1980-01-01", "BFA"}};
  for (const auto& [name, date, code] : cases) {
    const auto named = seats.find(name);
    ASSERT_TRUE(named) << name;
    const auto seat = seats.on(*named, *parse_date(date));
    ASSERT_TRUE(seat) << name << " " << date;
    EXPECT_EQ(seats.state(*seat).code, code) << name << " " << date;
  }
  EXPECT_FALSE(seats.on(*seats.find("DEU"), *parse_date("1973-01-01")));
  EXPECT_FALSE(seats.find(""));
}

TEST(Seats, HoldEveryCellOfTheEmbeddedRecord) {
  const Record record = embedded_record();
  Seats seats(record.states);
  EXPECT_EQ(seats.size(), record.states.size());
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
      if (record.votes.at(s, r) == Choice::not_listed) continue;
      ASSERT_EQ(seats.on(s, record.roll_calls[r].date), s)
          << record.states[s].code << " " << record.roll_calls[r].id;
    }
  }
  // And without a record they have the same names.
  Seats alone({});
  EXPECT_EQ(alone.size(), record.states.size());
  for (const State& s : record.states) {
    const auto seat = alone.find(s.code);
    ASSERT_TRUE(seat);
    EXPECT_EQ(alone.state(*seat).name, s.name);
  }
}

}  // namespace
}  // namespace volteface
