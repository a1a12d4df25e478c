// Erik Voeten's table.
#include "record/import_files.h"

namespace volteface {
namespace {

TEST(ImportVoeten, TakesRowsOfRollCallsThatTheRecordKnows) {
  const auto [record, report] = imported(
      "rcid\tccode\tvote\n"
      "7\t140\t2\n"    // Brazil abstains: added
      "7\t160\t3\n"    // Argentina, no: as before
      "7\t2\t8\n"      // the United States, absent: as before
      "7\t220\t1\n"    // France, yes: added
      "7\t365\t9\n");  // no member
  EXPECT_EQ(report.format, ImportFormat::voeten);
  EXPECT_EQ(report.rows, 5u);
  EXPECT_EQ(report.cells_added, 2u);
  EXPECT_EQ(report.cells_same, 2u);
  EXPECT_EQ(report.not_member, 1u);
  EXPECT_EQ(report.refused, 0u);
  EXPECT_EQ(cell(record, "BRA", "v7"), Choice::abstain);
  EXPECT_EQ(cell(record, "FRA", "v7"), Choice::yes);
  expect_rows_add_up(report);
}

TEST(ImportVoeten, RefusesUnknownRollCallsWithoutADate) {
  const auto [record, report] = imported("rcid,ccode,vote\n8,160,1\n");
  EXPECT_EQ(refusals_of(report),
            (std::vector<std::string>{
                "2:1: the record does not know rcid 8, and the row has neither a date nor "
                "a year or regular session"}));
}

TEST(ImportVoeten, TakesUnknownRollCallsWithADateYearOrSession) {
  const auto [record, report] = imported(
      "rcid,ccode,vote,date,year,session,unres,amend,para,descr\n"
      "8,160,1,2016-03-04,,70,R/70/8,0,0,Eight\n"
      "9,160,1,,2017,,R/72/9,0,1,Nine\n"
      "10,160,1,,,72,R/72/10,1,0,Ten\n"
      "11,160,1,,,ES11,R/ES/1,0,0,Eleven\n");
  EXPECT_EQ(report.roll_calls_added, 3u);
  const auto roll_call = [&](const char* id) { return record.roll_calls[record.roll_call(id)]; };
  EXPECT_EQ(format_date(roll_call("v8").date), "2016-03-04");
  EXPECT_TRUE(roll_call("v8").date_exact);
  EXPECT_EQ(roll_call("v8").kind, Kind::resolution);
  EXPECT_EQ(roll_call("v8").rcid, 8u);
  EXPECT_EQ(roll_call("v8").title, "Eight");
  EXPECT_EQ(format_date(roll_call("v9").date), "2017-12-01");
  EXPECT_FALSE(roll_call("v9").date_exact);
  EXPECT_EQ(roll_call("v9").kind, Kind::paragraph);
  EXPECT_EQ(format_date(roll_call("v10").date), "2017-12-01");
  EXPECT_EQ(roll_call("v10").kind, Kind::amendment);
  EXPECT_FALSE(roll_call("v10").note.empty());
  EXPECT_EQ(report.refused, 1u);  // an emergency session is of no year
}

TEST(ImportVoeten, KeepsTheRecordsDateOfAKnownRcid) {
  const auto [record, report] = imported("rcid,ccode,vote,date\n7,140,1,2015-12-24\n");
  EXPECT_EQ(report.cells_added, 1u);
  EXPECT_EQ(report.roll_calls_known, 1u);
  EXPECT_EQ(format_date(record.roll_calls[record.roll_call("v7")].date), "2015-11-02");
}

TEST(ImportVoeten, FindsAWholeTextBySymbolAndDate) {
  const auto [record, report] = imported(
      "rcid,ccode,vote,date,unres,amend,para\n"
      "20,160,1,2015-10-01,R/70/1,0,0\n");
  EXPECT_EQ(report.cells_same, 1u);
  EXPECT_EQ(report.fields_filled, 1u);  // the rcid
  EXPECT_EQ(record.roll_calls[record.roll_call("u100")].rcid, 20u);
}

TEST(ImportVoeten, KnowsTheSeatOfTheDay) {
  const std::tuple<int, const char*, const char*> cases[] = {
      {365, "1991-12-20", "SUN"}, {365, "1992-08-25", "RUS"}, {260, "1980-01-01", "GFR"},
      {260, "1991-01-01", "DEU"}, {255, "1995-01-01", "DEU"}, {255, "1985-01-01", "GFR"},
      {265, "1985-01-01", "DDR"}, {315, "1992-12-01", "CSK"}, {316, "1993-12-01", "CZE"},
      {345, "1980-01-01", "YUG"}, {345, "2004-01-01", "SCG"}, {345, "2015-01-01", "SRB"},
      {678, "1980-01-01", "YAR"}, {679, "1995-01-01", "YEM"}, {680, "1980-01-01", "YMD"},
      {713, "1960-01-01", "TWN"}, {710, "1980-01-01", "CHN"}, {651, "1960-01-01", "EGY"},
      {510, "1962-01-01", "EAT"}, {510, "1970-01-01", "TZA"}, {2, "1950-01-01", "USA"},
      {990, "1980-01-01", "WSM"}, {860, "2003-01-01", "TLS"}, {341, "2007-01-01", "MNE"}};
  for (const auto& [number, date, code] : cases) {
    Record record;
    const auto report = import_text(record, std::string("rcid,ccode,vote,date\n1,") +
                                                std::to_string(number) + ",1," + date + "\n");
    ASSERT_EQ(report.cells_added, 1u) << number;
    ASSERT_EQ(record.states.size(), 1u);
    EXPECT_EQ(record.states[0].code, code) << number << " " << date;
  }
}

TEST(ImportVoeten, RefusesAtTheField) {
  const std::pair<const char*, const char*> cases[] = {
      {"x,160,1", "2:1: 'x' is not an rcid; expected a whole number"},
      {"0,160,1", "2:1: '0' is not an rcid; expected a whole number"},
      {"7,3,1", "2:3: '3' is no state's number in the Correlates of War list"},
      {"7,ARG,1", "2:3: 'ARG' is no state's number in the Correlates of War list"},
      {"7,160,4",
       "2:7: vote '4' is none; expected 1 (yes), 2 (abstain), 3 (no), 8 (absent) or 9 (no member)"},
      {"7,160,1", "2:7: contradicts the record: ARG on v7 is no there, and yes here"}};
  for (const auto& [row, refusal] : cases) {
    Record record = small_record();
    EXPECT_EQ(refusals_of(import_text(record, std::string("rcid,ccode,vote\n") + row + "\n")),
              std::vector<std::string>{refusal});
  }
}

}  // namespace
}  // namespace volteface
