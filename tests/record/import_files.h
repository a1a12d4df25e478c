// Records and files for the tests of importers, small enough to count by hand.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <fstream>
#include <string>
#include <vector>

#include "volteface/import.h"

namespace volteface {

// Three states and three roll calls:
//
//            u100        v7          m1
//            A/RES/70/1  R/70/5      (no symbol)
//            2015-10-01  2015-11-02  2015-12 (the day is not known)
//   ARG      Y           N           -
//   BRA      A           -           Y
//   USA      N           X           -
inline Record small_record() {
  Record record;
  record.states = {{"ARG", "Argentina"}, {"BRA", "Brazil"}, {"USA", "United States"}};
  const auto add = [&](const char* id, const char* date, const char* symbol, Kind kind) {
    RollCall r;
    r.id = id;
    r.date = *parse_date(date);
    r.symbol = symbol;
    r.session = "70";
    r.kind = kind;
    record.roll_calls.push_back(r);
  };
  add("u100", "2015-10-01", "A/RES/70/1", Kind::resolution);
  record.roll_calls.back().title = "First text";
  add("v7", "2015-11-02", "R/70/5", Kind::unspecified);
  record.roll_calls.back().rcid = 7;
  add("m1", "2015-12-10", "", Kind::unspecified);
  record.roll_calls.back().date_exact = false;
  record.votes = VoteMatrix(3, 3);
  record.votes.set(0, 0, Choice::yes);
  record.votes.set(1, 0, Choice::abstain);
  record.votes.set(2, 0, Choice::no);
  record.votes.set(0, 1, Choice::no);
  record.votes.set(2, 1, Choice::absent);
  record.votes.set(1, 2, Choice::yes);
  finish_record(record);
  return record;
}

inline ImportReport import_text(Record& record, const std::string& text,
                                const ImportOptions& options = {}) {
  return import_bytes(record, text, "file", options);
}

// The file into the small record: most tests begin so.
struct Imported {
  Record record;
  ImportReport report;
};
inline Imported imported(const std::string& text, const ImportOptions& options = {}) {
  Imported result{small_record(), {}};
  result.report = import_text(result.record, text, options);
  return result;
}

// The head of a plain table.
inline const std::string long_header = "rollcall,date,session,symbol,title,state,vote\n";

// The cell, by code of the state and id of the roll call.
inline Choice cell(const Record& record, const char* state, const char* roll_call) {
  const auto found = record.find_roll_calls(roll_call);
  EXPECT_EQ(found.size(), 1u) << roll_call;
  const auto seat = record.find_state(state);
  return found.size() == 1 && seat ? record.votes.at(*seat, found[0]) : Choice::not_listed;
}

// "line:column: reason" of each refusal.
inline std::vector<std::string> refusals_of(const ImportReport& report) {
  std::vector<std::string> lines;
  for (const Refusal& r : report.refusals) {
    lines.push_back(std::to_string(r.position.line) + ":" + std::to_string(r.position.column) +
                    ": " + r.reason);
  }
  return lines;
}

// The message of the Error that importing throws, which must leave the record as it was.
inline std::string error_of(const std::string& text, const ImportOptions& options = {}) {
  Record record = small_record();
  const auto before = encode_record(record);
  try {
    import_text(record, text, options);
  } catch (const Error& e) {
    EXPECT_EQ(encode_record(record), before) << "a failed import has changed the record";
    return e.what();
  }
  ADD_FAILURE() << "no error";
  return "";
}

// Each row must have one outcome.
inline void expect_rows_add_up(const ImportReport& r) {
  EXPECT_EQ(r.rows, r.cells_added + r.cells_changed + r.cells_same + r.cells_repeated +
                        r.not_member + r.refused);
}

inline std::string temporary_file(const std::string& name, const std::string& content) {
  const std::string path =
      testing::TempDir() + "volteface-" + std::to_string(getpid()) + "-" + name;
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

// The content of a gzip file that holds `content`.
inline std::string gzipped(const std::string& content) {
  const std::string path = temporary_file("packed.gz", "");
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, content.data(), static_cast<unsigned>(content.size()));
  gzclose(file);
  std::ifstream in(path, std::ios::binary);
  std::string packed{std::istreambuf_iterator<char>(in), {}};
  std::remove(path.c_str());
  return packed;
}

}  // namespace volteface
