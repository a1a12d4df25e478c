// The UN Digital Library's table.
#include <map>

#include "record/import_files.h"
#include "undl_layout.h"

namespace volteface {
namespace {

const std::string header =
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,"
    "agenda_title,"
    "subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\n";

std::string row(const std::string& id, const std::string& code, const std::string& vote,
                const std::string& totals = "1.0,1.0,1.0,0.0,3.0") {
  return id + "," + code + ",NAME," + vote +
         ",2024-12-04,ES-10,A/RES/ES-10/99,A/L.1,,A/PV.1,\"A text : resolution / adopted by the "
         "General Assembly\","
         "Item,PEACE|WAR,," +
         totals + ",https://digitallibrary.un.org/record/" + id + "\n";
}

TEST(ImportUndl, ReadsARollCallWithAllThatIsSaidOfIt) {
  const auto [record, report] = imported(header + row("555", "ARG", "Y") + row("555", "BRA", "A") +
                                         row("555", "USA", "N") + row("555", "FRA", "X"));
  EXPECT_EQ(report.format, ImportFormat::undl);
  EXPECT_EQ(report.rows, 4u);
  EXPECT_EQ(report.cells_added, 4u);
  EXPECT_EQ(report.roll_calls_added, 1u);
  EXPECT_EQ(report.totals_compared, 1u);
  EXPECT_EQ(report.totals_different, 0u);
  const RollCall& r = record.roll_calls.back();
  EXPECT_EQ(r.id, "u555");
  EXPECT_EQ(format_date(r.date), "2024-12-04");
  EXPECT_EQ(r.session, "ES10");
  EXPECT_EQ(r.symbol, "A/RES/ES-10/99");
  EXPECT_EQ(r.title, "A text");
  EXPECT_EQ(r.kind, Kind::resolution);
  EXPECT_EQ(r.subjects, (std::vector<std::string>{"PEACE", "WAR"}));
  EXPECT_EQ(r.published, (Tally{1, 1, 1, 0}));
  EXPECT_EQ(cell(record, "FRA", "u555"), Choice::absent);
  EXPECT_EQ(cell(record, "BRA", "u555"), Choice::abstain);
}

TEST(ImportUndl, TellsTotalsThatAreNotThoseCounted) {
  const auto [record, report] =
      imported(header + row("555", "ARG", "Y", "2,1,0,0,3") + row("555", "USA", "N", "2,1,0,0,3"));
  EXPECT_EQ(report.totals_compared, 1u);
  ASSERT_EQ(report.differing_totals.size(), 1u);
  EXPECT_EQ(report.differing_totals[0].roll_call, "u555");
  EXPECT_EQ(report.differing_totals[0].published, (Tally{2, 1, 0, 0}));
  EXPECT_EQ(report.differing_totals[0].counted, (Tally{1, 1, 0, 0}));
}

TEST(ImportUndl, ReadsTheColumnsOfTheOlderTable) {
  const auto [record, report] = imported(
      "undl_id,ms_codes,ms_names,ms_votes,resolutions,title,date,yes,no,abstentions,"
      "non-voting\n"
      "9,ARG,ARGENTINA,NV,A/RES/78/1,T,2023-10-03,0,0,0,1\n");
  EXPECT_EQ(report.cells_added, 1u);
  EXPECT_EQ(cell(record, "ARG", "u9"), Choice::absent);
}

TEST(ImportUndl, TakesTheNameWhereThereIsNoCode) {
  Record record = small_record();
  const std::string nameless = "7,,RUSSIAN FEDERATION,Y,2024-12-04,79,A/RES/79/1\n";
  const auto report =
      import_text(record, "undl_id,ms_code,ms_name,ms_vote,date,session,resolution\n" + nameless);
  EXPECT_EQ(report.refused, 0u);
  EXPECT_EQ(cell(record, "RUS", "u7"), Choice::yes);
}

TEST(ImportUndl, RefusesAtTheField) {
  const std::pair<std::string, std::string> cases[] = {
      {row("55x", "ARG", "Y"), "2:1: '55x' is not a record number of the UN Digital Library"},
      {row("555", "ARX", "Y"),
       "2:5: unknown state 'ARX'; expected a code such as ARG, or a name; did you mean ARE, ARG or "
       "ARM?"},
      {row("555", "ARG", "P"), "2:14: vote 'P' is none; expected Y, N, A or X"},
      {row("555", "ARG", "Y", "one,1,1,0,3"), "2:134: 'one' is not a number of votes"}};
  for (const auto& [text, refusal] : cases) {
    Record record = small_record();
    EXPECT_EQ(refusals_of(import_text(record, header + text)), std::vector<std::string>{refusal});
    EXPECT_EQ(record.roll_calls.size(), 3u);
  }
}

// The embedded record in the Library's layout, read into an empty record, is cell by cell the same.
TEST(ImportUndl, BringsTheEmbeddedRecordBack) {
  const Record record = embedded_record();
  std::string table;
  write_undl_layout(record, [&table](std::string_view text) { table += text; });
  Record copy;
  const auto report = import_text(copy, table);
  EXPECT_EQ(report.refused, 0u) << refusals_of(report).front();
  EXPECT_EQ(report.rows, 1'111'683u);
  EXPECT_EQ(report.cells_added, 1'111'683u);
  EXPECT_EQ(report.totals_compared, 7006u);  // three roll calls have no cells, so no rows
  EXPECT_EQ(report.totals_different, 0u);
  ASSERT_EQ(copy.states.size(), record.states.size());
  // The order of the file is that of the record, and so is the order within a day.
  std::size_t compared = 0;
  RollCallIndex in_copy = 0;
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
    const Tally tally = record.tally(r);
    if (tally == Tally{}) continue;
    ASSERT_LT(in_copy, copy.roll_calls.size());
    EXPECT_EQ(copy.roll_calls[in_copy].symbol, record.roll_calls[r].symbol);
    EXPECT_EQ(copy.roll_calls[in_copy].date, record.roll_calls[r].date);
    EXPECT_EQ(copy.roll_calls[in_copy].session, record.roll_calls[r].session);
    for (StateIndex s = 0; s < record.states.size(); ++s) {
      ASSERT_EQ(copy.votes.at(s, in_copy), record.votes.at(s, r));
      ++compared;
    }
    ++in_copy;
  }
  EXPECT_EQ(compared, 7006u * 204u);
}

// The same table into the record that it came from changes nothing: all of its own numbers are
// known there.
TEST(ImportUndl, FindsTheEmbeddedRecordUnchanged) {
  const Record record = embedded_record();
  Record library;
  library.states = record.states;
  std::vector<RollCallIndex> kept;
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
    if (record.roll_calls[r].id.starts_with('u') &&
        record.roll_calls[r].date > *parse_date("2015-01-01")) {
      kept.push_back(r);
      library.roll_calls.push_back(record.roll_calls[r]);
    }
  }
  library.votes = VoteMatrix(record.states.size(), kept.size());
  for (RollCallIndex i = 0; i < kept.size(); ++i) {
    for (StateIndex s = 0; s < record.states.size(); ++s) {
      library.votes.set(s, i, record.votes.at(s, kept[i]));
    }
  }
  std::string table;
  write_undl_layout(library, [&table](std::string_view text) { table += text; });
  Record target = record;
  const auto report = import_text(target, table);
  EXPECT_GT(report.cells_same, 100'000u);
  EXPECT_EQ(report.cells_same, report.rows);
  EXPECT_EQ(report.roll_calls_known, kept.size());
}

}  // namespace
}  // namespace volteface
