// What was read, in files: JSON lines and CSV out, JSON lines in.
//
// One JSON object a line stands for one record; its fields are those of docs/reading.md. Records of
// other readers, or made by hand, can thus be checked and put into a brief as our own can. Two
// records are told apart by `doc` and `id`; an id is the letter of the kind (v, e, s, x) and the
// place of the record in its report.
//
//   std::cout << volteface::to_json_lines(reading);
//   std::vector<volteface::Reading> readings = volteface::read_record_lines("other.jsonl");
//
// Threads: functions of their arguments alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "volteface/error.h"
#include "volteface/reading.h"

namespace volteface {

// All records of the report, votes first, then events, statements and explanations, each line with
// its line end. Text that is not UTF-8 is mended, since JSON must be. Empty where nothing was read.
std::string to_json_lines(const Reading& reading);

// The same records as rows of one table, RFC 4180: a column for each field of any kind, empty where
// the kind has none.
std::string record_csv_header();
std::string to_csv(const Reading& reading);

// Reads records back, those of one `doc` into one Reading, in the order in which the docs come.
// Fields that are not known are passed over; `outlet`, `published`, `begin`, `end`, `sentence` and
// `symmetric` may be missing. Throws Error, with file and line, for the first line that is no
// record, or that repeats a doc and id.
std::vector<Reading> parse_record_lines(std::string_view text, const std::string& name);
std::vector<Reading> read_record_lines(const std::string& path);  // plain or gzip

}  // namespace volteface
