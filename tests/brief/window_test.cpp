#include "brief/window.h"

#include <gtest/gtest.h>

#include "small_record.h"
#include "volteface/coverage.h"

namespace volteface {
namespace {

Window window_for(const Record& record, const char* state, const char* since, const char* until) {
  BriefOptions options;
  options.state = record.state(state);
  if (*since != 0) options.since = parse_date_start(since);
  if (*until != 0) options.until = parse_date_end(until);
  return window_of(record, options);
}

struct Case {
  const char* state;
  const char* since;
  const char* until;
  const char* first;
  const char* last;
};

TEST(Window, IsOfTenYearsBeforeTheEnd) {
  const Case cases[] = {
      {"ARG", "", "", "2016-01-01", "2025-12-18"},
      {"ARG", "2020-05", "", "2020-05-01", "2025-12-18"},
      {"ARG", "", "2000", "1991-01-01", "2000-12-31"},
      {"ARG", "", "2040", "2016-01-01", "2025-12-18"},
      // A state that is gone: as long as it was there.
      {"SUN", "", "", "1982-01-01", "1991-12-20"},
      {"SUN", "1985", "", "1985-01-01", "1991-12-20"},
      // Unless other days are asked for.
      {"SUN", "2000", "", "2000-01-01", "2025-12-18"},
      {"SUN", "", "2005", "1996-01-01", "2005-12-31"},
  };
  const Record record = embedded_record();
  for (const Case& c : cases) {
    const Window window = window_for(record, c.state, c.since, c.until);
    EXPECT_EQ(format_date(window.since), c.first) << c.state << c.since << c.until;
    EXPECT_EQ(format_date(window.until), c.last) << c.state << c.since << c.until;
    for (const RollCallIndex r : window.roll_calls) {
      EXPECT_GE(record.roll_calls[r].date, window.since);
      EXPECT_LE(record.roll_calls[r].date, window.until);
      EXPECT_TRUE(record.roll_calls[r].duplicate_of.empty());
    }
  }
  EXPECT_THROW(window_for(record, "ARG", "2024", "2020"), Error);
}

TEST(RecordAsOf, HasNothingLater) {
  const Record record = embedded_record();
  const Date day = *parse_date("2019-12-18");
  const Record cut = record_as_of(record, day);
  EXPECT_EQ(cut.hash, record.hash);
  EXPECT_LE(cut.last_date(), day);
  Filter filter;
  filter.until = day;
  filter.duplicates = true;
  ASSERT_EQ(cut.roll_calls.size(), select_roll_calls(record, filter).size());
  ASSERT_LT(cut.roll_calls.size(), record.roll_calls.size());
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    const auto kept = record.votes.row(s).first(cut.roll_calls.size());
    const auto row = cut.votes.row(s);
    EXPECT_TRUE(std::equal(row.begin(), row.end(), kept.begin(), kept.end()));
  }
  for (const TextPair& pair : cut.known_pairs) EXPECT_LT(pair.later, cut.roll_calls.size());
  EXPECT_LT(cut.known_pairs.size(), record.known_pairs.size());
}

}  // namespace
}  // namespace volteface
