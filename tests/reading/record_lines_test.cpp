#include "volteface/record_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace volteface {
namespace {

Date day(std::string_view text) { return *parse_date(text); }

Reading full_reading() {
  Reading reading;
  reading.doc = "wire-7";
  reading.outlet = "The Wire";
  reading.date = day("2021-03-04");
  ReportedVote vote;
  vote.state = "KEN";
  vote.choice = ReportedChoice::not_yes;
  vote.body = "UNGA";
  vote.date = {day("2021-03-01"), day("2021-03-04")};
  vote.evidence = {"Kenya did not \"back\" it, all said", 10, 44, 2};
  reading.votes.push_back(vote);
  ReportedEvent event;
  event.source.state = "KEN";
  event.source.person = "Raychelle Omamo";
  event.target.org = "AU";
  event.mode = EventMode::call;
  event.date = vote.date;
  event.symmetric = true;
  event.evidence.text = "called";
  event.probability = 0.43;
  reading.events.push_back(event);
  Statement statement;
  statement.speaker.role = "diplomats";
  statement.quote = "not now";
  statement.evidence.text = "diplomats said";
  reading.statements.push_back(statement);
  Explanation explanation;
  explanation.state = "KEN";
  explanation.theme = Theme::follow;
  explanation.cause = "USA";
  explanation.evidence.text = "so as to please Washington";
  reading.explanations.push_back(explanation);
  return reading;
}

TEST(RecordLines, HaveTheFieldsOfTheFormat) {
  const std::string lines = to_json_lines(full_reading());
  const auto first = nlohmann::json::parse(lines.substr(0, lines.find('\n')));
  const auto expected = nlohmann::json::parse(R"({"doc": "wire-7", "id": "v1", "kind": "vote",
    "state": "KEN", "choice": "not_yes", "body": "UNGA", "rollcall": null,
    "date": ["2021-03-01", "2021-03-04"], "status": "cast",
    "evidence": "Kenya did not \"back\" it, all said", "outlet": "The Wire",
    "published": "2021-03-04", "begin": 10, "end": 44, "sentence": 2})");
  EXPECT_EQ(first, expected);
}

TEST(RecordLines, AreReadBackAsTheyWereWritten) {
  const std::string lines = to_json_lines(full_reading());
  const auto readings = parse_record_lines("\xEF\xBB\xBF" + lines + "\r\n\n", "a.jsonl");
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(to_json_lines(readings[0]), lines);
  EXPECT_EQ(readings[0].outlet, "The Wire");
  EXPECT_EQ(readings[0].date, day("2021-03-04"));
  EXPECT_EQ(readings[0].votes[0].evidence, full_reading().votes[0].evidence);
}

TEST(RecordLines, OfSeveralReportsStayApart) {
  const std::string vote = R"(","id":"v1","kind":"vote","state":"KEN","choice":"yes","body":null,)"
                           R"("rollcall":null,"date":["2021-03-01","2021-03-01"],"status":"cast",)"
                           R"("evidence":"e"})";
  const auto readings =
      parse_record_lines("{\"doc\":\"b" + vote + "\n{\"doc\":\"a" + vote + "\n", "a.jsonl");
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0].doc, "b");
  EXPECT_EQ(readings[1].doc, "a");
}

TEST(RecordLines, ThatAreWrongAreErrorsWithFileAndLine) {
  const std::string good = to_json_lines(full_reading());
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string line = good;
    const auto at = line.find(from);
    EXPECT_NE(at, line.npos) << from;
    return line.replace(at, from.size(), to);
  };
  const std::pair<std::string, std::string> wrong[] = {
      {"{\"doc\":", "a.jsonl:1: is not JSON"},
      {"[]", "a.jsonl:1: '[]' is no JSON object"},
      {with("\"choice\":\"not_yes\"", "\"choice\":\"maybe\""),
       "a.jsonl:1: 'choice': unknown value 'maybe'"},
      {with("2021-03-01", "2021-02-30"), "a.jsonl:1: 'date' of the record: '2021-02-30' is no day"},
      {with("2021-03-01", "2021-03-09"), "a.jsonl:1: 'date' of the record ends before it begins"},
      {with("\"kind\":\"vote\"", "\"kind\":\"veto\""), "a.jsonl:1: unknown kind 'veto'"},
      {with("\"kind\":\"vote\",", ""), "a.jsonl:1: the record has no field 'kind'"},
      {with("\"begin\":10", "\"begin\":-1"), "a.jsonl:1: 'begin' of the record is no whole number"},
      {with("\"begin\":10", "\"begin\":99"), "a.jsonl:1: 'end' of the record lies before 'begin'"},
      {with("\"mode\":\"call\"", "\"mode\":\"thank\""), "a.jsonl:2: CONSULT has no mode 'thank'"},
      {with("\"quote\":\"not now\"", "\"quote\":null"), "a.jsonl:3: 'quote' of the record is null"},
      {with("\"theme\":\"follow\"", "\"theme\":\"\""),
       "a.jsonl:4: 'theme' of the cause is neither"},
      {good + good, "a.jsonl:5: id 'v1' of 'wire-7' is already that of line 1"}};
  for (const auto& [lines, message] : wrong) {
    try {
      parse_record_lines(lines, "a.jsonl");
      ADD_FAILURE() << "no error: " << message;
    } catch (const Error& error) {
      EXPECT_TRUE(std::string(error.what()).starts_with(message)) << error.what();
    }
  }
}

TEST(RecordLines, NestedWithoutEndAreAnError) {
  EXPECT_THROW(parse_record_lines("{\"doc\":" + std::string(100'000, '['), "a.jsonl"), Error);
}

TEST(RecordCsv, IsOneTableOfAllKinds) {
  const std::string csv = record_csv_header() + to_csv(full_reading());
  const auto columns = [](std::string_view row) { return std::ranges::count(row, ','); };
  const std::string header = record_csv_header();
  EXPECT_TRUE(header.starts_with("doc,id,kind,outlet,published,from,to,state,choice,"));
  EXPECT_NE(
      csv.find("wire-7,v1,vote,The Wire,2021-03-04,2021-03-01,2021-03-04,KEN,not_yes,UNGA,,cast,"),
      csv.npos);
  EXPECT_NE(csv.find(",\"Kenya did not \"\"back\"\" it, all said\",10,44,2\n"), csv.npos);
  const std::string last = csv.substr(csv.rfind('\n', csv.size() - 2) + 1);
  EXPECT_TRUE(last.starts_with("wire-7,x4,explanation,"));
  EXPECT_EQ(columns(last), columns(header));
}

TEST(RecordLines, MendTextThatIsNotUtf8) {
  Reading reading = full_reading();
  reading.statements[0].quote = "caf\xE9";
  const auto again = parse_record_lines(to_json_lines(reading), "a.jsonl");
  EXPECT_EQ(again.at(0).statements.at(0).quote, "caf\xEF\xBF\xBD");
}

}  // namespace
}  // namespace volteface
