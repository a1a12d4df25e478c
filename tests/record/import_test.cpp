// The rules of merging, by the plain table, whose rows are short enough to read; expected values by
// hand.
#include "record/import_files.h"

namespace volteface {
namespace {

const std::string& header = long_header;

TEST(ImportLong, AddsCellsThatTheRecordDoesNotList) {
  const auto [record, report] = imported(header +
                                         "v7,2015-11-02,70,R/70/5,,BRA,A\n"
                                         "m1,2015-12-10,70,,,USA,N\n");
  EXPECT_EQ(report.format, ImportFormat::long_table);
  EXPECT_EQ(report.rows, 2u);
  EXPECT_EQ(report.cells_added, 2u);
  EXPECT_EQ(report.refused, 0u);
  EXPECT_EQ(report.roll_calls_known, 2u);
  EXPECT_EQ(report.roll_calls_added, 0u);
  EXPECT_EQ(cell(record, "BRA", "v7"), Choice::abstain);
  EXPECT_EQ(cell(record, "USA", "m1"), Choice::no);
  EXPECT_EQ(cell(record, "ARG", "v7"), Choice::no);
  EXPECT_EQ(cell(record, "ARG", "m1"), Choice::not_listed);
}

TEST(ImportLong, AddsRollCallsAndStatesInTheirPlaces) {
  const auto [record, report] =
      imported(header +
               "mine,2015-10-15,70,A/RES/70/2,\"A, \"\"quoted\"\" text\",FRA,Y\n"
               "mine,2015-10-15,70,A/RES/70/2,,ARG,X\n");
  EXPECT_EQ(report.roll_calls_added, 1u);
  EXPECT_EQ(report.cells_added, 2u);
  ASSERT_EQ(record.roll_calls.size(), 4u);
  const RollCall& r = record.roll_calls[1];  // by date between the first and the second
  EXPECT_EQ(r.id, "mine");
  EXPECT_EQ(r.title, "A, \"quoted\" text");
  EXPECT_EQ(r.kind, Kind::resolution);
  EXPECT_EQ(r.session, "70");
  EXPECT_EQ(r.source, "file file");
  ASSERT_EQ(record.states.size(), 4u);
  EXPECT_EQ(record.states[2].code, "FRA");
  EXPECT_EQ(record.states[2].name, "France");
  EXPECT_EQ(cell(record, "FRA", "mine"), Choice::yes);
  EXPECT_EQ(cell(record, "ARG", "mine"), Choice::absent);
  EXPECT_EQ(cell(record, "FRA", "u100"), Choice::not_listed);
  EXPECT_EQ(cell(record, "USA", "u100"), Choice::no);
}

TEST(ImportLong, KeepsWhatTheRecordHasAndTellsTheContradiction) {
  Record record = small_record();
  const std::string file = header +
                           "u100,2015-10-01,70,A/RES/70/1,,ARG,N\n"
                           "u100,2015-10-01,70,A/RES/70/1,,BRA,A\n"
                           "v7,2015-11-02,70,R/70/5,,USA,Y\n";
  const auto report = import_text(record, file);
  EXPECT_EQ(report.cells_same, 1u);
  EXPECT_EQ(report.cells_changed, 0u);
  EXPECT_EQ(refusals_of(report),
            (std::vector<std::string>{
                "2:36: contradicts the record: ARG on A/RES/70/1 is yes there, and no here",
                "4:30: contradicts the record: USA on R/70/5 is absent there, and yes here"}));
  EXPECT_EQ(cell(record, "ARG", "u100"), Choice::yes);
  EXPECT_EQ(cell(record, "USA", "v7"), Choice::absent);
  expect_rows_add_up(report);
}

TEST(ImportLong, ReplacesWhereAsked) {
  Record record = small_record();
  ImportOptions options;
  options.replace = true;
  const auto report = import_text(record,
                                  header +
                                      "u100,2015-10-01,70,A/RES/70/1,,ARG,N\n"
                                      "u100,2015-10-01,70,A/RES/70/1,,ARG,Y\n"
                                      "u100,2015-10-01,70,A/RES/70/1,,BRA,A\n",
                                  options);
  EXPECT_EQ(report.cells_changed, 1u);
  EXPECT_EQ(report.cells_same, 1u);
  EXPECT_EQ(cell(record, "ARG", "u100"), Choice::no);
  // The file contradicts itself, which no option heals.
  EXPECT_EQ(
      refusals_of(report),
      (std::vector<std::string>{"3:36: contradicts an earlier row of the file: ARG on A/RES/70/1 "
                                "is no there, and yes here"}));
}

TEST(ImportLong, CountsRowsThatRepeat) {
  const auto [record, report] = imported(header +
                                         "n,2016-01-05,70,,,ARG,Y\n"
                                         "n,2016-01-05,70,,,ARG,Y\n"
                                         "n,2016-01-05,70,,,argentina,y\n");
  EXPECT_EQ(report.cells_added, 1u);
  EXPECT_EQ(report.cells_repeated, 2u);
  expect_rows_add_up(report);
}

TEST(ImportLong, IsTheSameASecondTime) {
  Record record = small_record();
  const std::string file =
      header + "n,2016-01-05,70,A/RES/70/9,T,ARG,Y\nn,2016-01-05,70,A/RES/70/9,T,FRA,N\n";
  import_text(record, file);
  const auto once = encode_record(record);
  const auto report = import_text(record, file);
  EXPECT_EQ(report.cells_same, 2u);
  EXPECT_EQ(report.cells_added + report.roll_calls_added + report.fields_filled, 0u);
  EXPECT_EQ(encode_record(record), once);
}

TEST(ImportLong, FindsARollCallBySymbolAndDate) {
  Record record = small_record();
  // Another id, the symbol written in another way: the record's u100.
  const auto report = import_text(record, header + "other,2015-10-01,70,res/70/1,,ARG,Y\n");
  EXPECT_EQ(report.cells_same, 1u);
  EXPECT_EQ(record.roll_calls.size(), 3u);
  // Another day: not the same.
  EXPECT_EQ(import_text(record, header + "o2,2015-10-02,70,A/RES/70/1,,ARG,Y\n").roll_calls_added,
            1u);
  // A paragraph of the text: not the same.
  const std::string with_kind = "rollcall,date,symbol,kind,state,vote\n";
  EXPECT_EQ(import_text(record, with_kind + "o3,2015-10-01,A/RES/70/1,paragraph,ARG,N\n")
                .roll_calls_added,
            1u);
  // The record's is no whole text.
  EXPECT_EQ(import_text(record, header + "o4,2015-11-02,70,R/70/5,,ARG,N\n").roll_calls_added, 1u);
}

TEST(ImportLong, TwoIdsOfAFileAreTwoRollCallsUnlessTheRecordKnowsThemAsOne) {
  Record record = small_record();
  const auto apart = import_text(record, header +
                                             "a,2016-01-05,70,A/RES/70/9,,ARG,Y\n"
                                             "b,2016-01-05,70,A/RES/70/9,,ARG,N\n");
  EXPECT_EQ(apart.roll_calls_added, 2u);
  Record other = small_record();
  const auto together = import_text(other, header +
                                               "a,2015-10-01,70,A/RES/70/1,,ARG,Y\n"
                                               "b,2015-10-01,70,RES/70/1,,ARG,Y\n"
                                               "b,2015-10-01,70,RES/70/1,,BRA,A\n");
  EXPECT_EQ(together.cells_same, 2u);
  EXPECT_EQ(together.cells_repeated, 1u);
  EXPECT_EQ(together.roll_calls_known, 1u);
}

TEST(ImportLong, TakesAnyDayOfAMonthWhereTheRecordKnowsNoDay) {
  Record record = small_record();
  EXPECT_EQ(import_text(record, header + "m1,2015-12-31,70,,,ARG,Y\n").cells_added, 1u);
  EXPECT_EQ(
      refusals_of(import_text(record, header + "m1,2016-01-01,70,,,USA,Y\n")),
      (std::vector<std::string>{"2:4: contradicts the record: m1 is of 2015-12-10 there, and of "
                                "2016-01-01 in the file"}));
}

TEST(ImportLong, FillsEmptyFieldsAndOverwritesNone) {
  Record record = small_record();
  const std::string file =
      "rollcall,date,session,symbol,title,subjects,state,vote\n"
      "u100,2015-10-01,71,A/RES/70/99,Another title,PEACE|WAR|PEACE,ARG,Y\n";
  const auto report = import_text(record, file);
  EXPECT_EQ(report.fields_filled, 1u);
  const RollCall& r = record.roll_calls[record.roll_call("u100")];
  EXPECT_EQ(r.title, "First text");
  EXPECT_EQ(r.symbol, "A/RES/70/1");
  EXPECT_EQ(r.session, "70");
  EXPECT_EQ(r.subjects, (std::vector<std::string>{"PEACE", "WAR"}));
}

TEST(ImportLong, FillsNoNameThatANewRollCallOfTheFileHas) {
  const std::string known = "m1,2015-12-10,70,A/RES/70/9,ARG,Y\n";
  const std::string added = "n,2016-01-05,70,A/RES/70/9,ARG,N\n";
  for (const auto& rows : {known + added, added + known}) {
    const auto [record, report] = imported("rollcall,date,session,symbol,state,vote\n" + rows);
    EXPECT_EQ(report.cells_added, 2u);
    EXPECT_EQ(report.fields_filled, 0u) << rows;
    EXPECT_EQ(record.roll_calls[record.roll_call("m1")].symbol, "");
    EXPECT_EQ(record.find_roll_calls("A/RES/70/9").size(), 1u);
  }
  // An rcid: m1 is without one, and another record has its symbol's text under rcid 9.
  Record base = small_record();
  base.roll_calls[0].rcid = 0;
  Record other = small_record();
  other.roll_calls[0].rcid = 9;  // u100, known without an rcid
  other.roll_calls[1].id = "new";
  other.roll_calls[1].rcid = 9;
  finish_record(other);
  const auto bytes = encode_record(other);
  import_text(base, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  std::size_t with_nine = 0;
  for (const RollCall& r : base.roll_calls) with_nine += r.rcid == 9;
  EXPECT_EQ(with_nine, 1u);
}

TEST(ImportLong, TakesTheRecordsDateForAKnownId) {
  const auto [record, report] = imported(header + "v7,,,,,BRA,Y\nnew,,,,,BRA,Y\n");
  EXPECT_EQ(report.cells_added, 1u);
  EXPECT_EQ(refusals_of(report),
            (std::vector<std::string>{"3:5: no date, and the record does not know new"}));
}

TEST(ImportLong, RefusesEachFaultyRowAtItsField) {
  const std::pair<const char*, const char*> cases[] = {
      {"n,2016-01-05,70,,,ARG,W", "2:23: vote 'W' is none; expected Y, N, A or X"},
      {"n,2016-01-05,70,,,ARG,", "2:23: vote '' is none; expected Y, N, A or X"},
      {"n,2016-01-05,70,,,ARG,YES", "2:23: vote 'YES' is none; expected Y, N, A or X"},
      {"n,2016-01-05,70,,,Argentinia,Y",
       "2:19: unknown state 'Argentinia'; expected a code such as ARG, or a name; did you mean "
       "Argentina?"},
      {"n,2016-01-05,70,,,,Y", "2:19: unknown state ''; expected a code such as ARG, or a name"},
      {"n,2016-02-30,70,,,ARG,Y",
       "2:3: '2016-02-30' is not a date; expected one such as 2025-02-24"},
      {"n,5.1.2016,70,,,ARG,Y", "2:3: '5.1.2016' is not a date; expected one such as 2025-02-24"},
      {"n,1945-10-23,70,,,ARG,Y",
       "2:3: date 1945-10-23 is out of range; expected 1945-10-24 to 2099-12-31"},
      {"n,2100-01-01,70,,,ARG,Y",
       "2:3: date 2100-01-01 is out of range; expected 1945-10-24 to 2099-12-31"},
      {"n,2016-01-05,seventy,,,ARG,Y",
       "2:14: 'seventy' is not a session; expected one such as 79, ES11 (emergency special) or S6 "
       "(special)"},
      {"n,2016-01-05,70,S/RES/2202,,ARG,Y",
       "2:17: S/RES/2202 is of the Security Council; expected the General Assembly's"},
      {",2016-01-05,70,,,ARG,Y",
       "2:1: '' is not the id of a roll call; expected up to 100 bytes without spaces and "
       "control characters"},
      {"a b,2016-01-05,70,,,ARG,Y",
       "2:1: 'a b' is not the id of a roll call; expected up to 100 bytes without spaces and "
       "control characters"},
      {"n,2016-01-05,70,,,ARG", "2:19: 6 fields, expected the 7 of the header"},
      {"n,2016-01-05,70,,,ARG,Y,", "2:25: 8 fields, expected the 7 of the header"},
      {"n,2016-01-05,70,,\"T\"x,ARG,Y", "2:21: text behind a closing quote, expected a delimiter"},
      {"n,2016-01-05,70,,T\"x,ARG,Y", "2:19: quote inside an unquoted field"},
      {"n,2016-01-05,70,,\"T,ARG,Y", "2:18: quote is never closed"},
      {"n,2016-01-05,70,,T\xE9t,ARG,Y", "2:19: not UTF-8; expected the file in that encoding"},
      {"n,2016-01-05,70,,\"T\n\xE9\",ARG,Y", "3:1: not UTF-8; expected the file in that encoding"},
      {"n,1960-01-05,14,,,CZE,Y",
       "2:19: CZE is no seat of the General Assembly before 1993-01-01, and the roll call is of "
       "1960-01-05"},
      {"n,2016-01-05,70,,,CSK,Y",
       "2:19: CSK is no seat of the General Assembly after 1992-12-31, and the roll call is of "
       "2016-01-05"},
      {"n,2016-01-05,70,,,TWN,Y",
       "2:19: TWN is no seat of the General Assembly after 1971-10-31, and the roll call is of "
       "2016-01-05"}};
  for (const auto& [row, refusal] : cases) {
    const auto [record, report] = imported(header + row + "\nm1,2015-12-10,70,,,ARG,N\n");
    EXPECT_EQ(refusals_of(report), std::vector<std::string>{refusal}) << row;
    EXPECT_EQ(report.refused, 1u);
    EXPECT_EQ(report.cells_added, 1u) << row;  // of the row behind it
    EXPECT_EQ(cell(record, "ARG", "m1"), Choice::no);
    EXPECT_EQ(record.roll_calls.size(), 3u) << "a refused row begins no roll call: " << row;
    expect_rows_add_up(report);
  }
}

TEST(ImportLong, RefusesRowsThatContradictTheFirstOfTheirRollCall) {
  const auto [record, report] = imported(header +
                                         "n,2016-01-05,70,A/RES/70/9,,ARG,Y\n"
                                         "n,2016-01-06,70,A/RES/70/9,,BRA,Y\n"
                                         "n,2016-01-05,71,A/RES/70/9,,BRA,Y\n"
                                         "n,2016-01-05,70,A/RES/70/8,,BRA,Y\n"
                                         "n,2016-01-05,70th,A/RES/70/9,,BRA,Y\n");
  EXPECT_EQ(refusals_of(report),
            (std::vector<std::string>{
                "3:3: contradicts an earlier row of the file: n has '2016-01-05' there, and "
                "'2016-01-06' here",
                "4:14: contradicts an earlier row of the file: n has '70' there, and '71' here",
                "5:17: contradicts an earlier row of the file: n has 'A/RES/70/9' there, and "
                "'A/RES/70/8' here"}));
  EXPECT_EQ(report.cells_added, 2u);
}

TEST(ImportLong, RefusesOversizeRowsAndGoesOn) {
  Record record = small_record();
  const std::string long_title(20'000, 't');
  const std::string longer_title((1 << 20) + 10, 't');
  const auto report = import_text(record, header + "n,2016-01-05,70,," + long_title + ",ARG,Y\n" +
                                              "n,2016-01-05,70,," + longer_title + ",ARG,Y\n" +
                                              "m1,2015-12-10,70,,,ARG,N\n");
  EXPECT_EQ(refusals_of(report),
            (std::vector<std::string>{"2:18: text is longer than 16 KiB",
                                      "3:1: row is longer than 1 MiB (is a quote left open?)"}));
  EXPECT_EQ(report.cells_added, 1u);
}

TEST(ImportLong, KeepsCountOfRefusalsBeyondThoseThatItTells) {
  std::string file = header;
  for (int i = 0; i < 50; ++i) file += "n,2016-01-05,70,,,ARG,?\n";
  Record record = small_record();
  ImportOptions options;
  options.most_told = 3;
  const auto report = import_text(record, file, options);
  EXPECT_EQ(report.refused, 50u);
  ASSERT_EQ(report.refusals.size(), 3u);
  EXPECT_EQ(report.refusals[2].position.line, 4u);
}

TEST(ImportLong, TakesTabsLineEndsMarksAndAnyOrderOfColumns) {
  const auto [record, report] = imported(
      "\xEF\xBB\xBFVote\tstate\tunknown\tROLLCALL\tdate\r\n"
      "N\tARG\t1,2\tm1\t2015-12-10\r\n"
      "\r\n"
      "Y\tUSA\t\tm1\t2015-12-10");
  EXPECT_EQ(report.cells_added, 2u);
  EXPECT_EQ(cell(record, "ARG", "m1"), Choice::no);
  EXPECT_EQ(cell(record, "USA", "m1"), Choice::yes);
}

TEST(ImportLong, ShowsNoControlCharactersLater) {
  Record record = small_record();
  import_text(record, header + "n,2016-01-05,70,,\"\x1B[31mred\x07\",ARG,Y\n");
  EXPECT_EQ(record.roll_calls[record.roll_call("n")].title, "[31mred");
  // C1, and what turns the direction of text.
  import_text(record, header +
                          "o,2016-01-05,70,,a\xC2\x9B"
                          "b\xE2\x80\xAE"
                          "c\xE2\x81\xA6,ARG,Y\n");
  EXPECT_EQ(record.roll_calls[record.roll_call("o")].title, "a b c");
  // An id is not mended, since it must be found again.
  for (const std::string id : {"\x7F", "\x1B", "\xC2\x9B", "\xE2\x80\xAE"}) {
    const auto report = import_text(record, header + "p" + id + ",2016-01-05,70,,,ARG,Y\n");
    EXPECT_EQ(refusals_of(report), (std::vector<std::string>{
                                       "2:1: 'p?' is not the id of a roll call; expected up to 100 "
                                       "bytes without spaces and control characters"}));
  }
  // The name of the file becomes part of the record.
  import_bytes(record, header + "q,2016-01-05,70,,,ARG,Y\n", "a\x1B\xFF.csv");
  EXPECT_EQ(record.roll_calls[record.roll_call("q")].source, "file a  .csv");
  EXPECT_NO_THROW((void)decode_record(encode_record(record), "copy"));
}

}  // namespace
}  // namespace volteface
