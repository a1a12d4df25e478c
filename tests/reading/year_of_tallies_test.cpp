#include "reading/year_of_tallies.h"

#include <gtest/gtest.h>

namespace volteface {
namespace {

RollCall roll_call(const char* day, std::uint32_t yes, std::uint32_t no, std::uint32_t abstain) {
  RollCall out;
  out.date = *parse_date(day);
  out.published = Tally{yes, no, abstain, 0};
  return out;
}

Record record_of(std::vector<RollCall> roll_calls) {
  Record record;
  record.roll_calls = std::move(roll_calls);
  return record;
}

constexpr const char* text =
    "The Assembly passed it on Tuesday by 71 votes to 12, with 40 abstentions.";

std::optional<Date> found(const Record& record, const char* taken, const char* of = text) {
  return day_by_tallies(of, *parse_date(taken), record);
}

TEST(YearOfTallies, IsThatOfTheOnlyRollCallOfTheseDaysThatWentSo) {
  const Record record =
      record_of({roll_call("1984-05-08", 71, 12, 40), roll_call("1991-05-07", 70, 12, 41),
                 roll_call("1997-10-01", 71, 12, 40)});
  EXPECT_EQ(found(record, "2001-05-09"), parse_date("1984-05-09"));
  EXPECT_EQ(found(record, "2001-08-09"), std::nullopt) << "no roll call of these days";
}

TEST(YearOfTallies, IsNotAskedWhereTheYearTakenHasSuchARollCall) {
  const Record record =
      record_of({roll_call("1984-05-08", 71, 12, 40), roll_call("2001-02-08", 71, 12, 40)});
  EXPECT_EQ(found(record, "2001-05-09"), std::nullopt);
}

TEST(YearOfTallies, IsNotGuessed) {
  const Record two =
      record_of({roll_call("1984-05-08", 71, 12, 40), roll_call("1985-05-08", 71, 12, 39)});
  EXPECT_EQ(found(two, "2001-05-09"), std::nullopt) << "two years would do";
  const Record one = record_of({roll_call("1984-05-08", 71, 12, 40)});
  EXPECT_EQ(found(one, "2001-05-09", "There were 40 abstentions."), std::nullopt) << "one number";
  EXPECT_EQ(found(one, "2001-05-09", "More than 70 voted for it, some 12 against."), std::nullopt)
      << "no exact number";
}

TEST(YearOfTallies, MayBeTheOneBehindTheVote) {
  const Record record = record_of({roll_call("1984-12-28", 71, 12, 40)});
  EXPECT_EQ(found(record, "2001-01-04"), parse_date("1985-01-04"));
}

}  // namespace
}  // namespace volteface
