// Other people's files of votes, read into a record.
//
//   volteface::Record record = volteface::embedded_record();
//   const auto report = volteface::import_file(record, "ga_voting_2026.csv");
//   report.cells_added;                      // cells that the record did not have
//   for (const auto& refusal : report.refusals) {
//     refusal.position.text();               // "ga_voting_2026.csv:1207:14"
//     refusal.reason;                        // "vote 'W' is none; expected Y, N, A or X"
//   }
//
// Formats, told apart by what the file holds (docs/import.md shows each):
//
//   undl    the UN Digital Library's "General Assembly Voting Data", a table in CSV
//   marc    voting records of the UN Digital Library as MARC-XML
//   voeten  Erik Voeten's table: rcid, ccode (Correlates of War), vote 1, 2, 3, 8 or 9
//   long    a plain table: rollcall, date, state, vote Y, N, A or X (as `votes --csv` writes it)
//   record  volteface's own record file (.vfr)
//
// Every one may be compressed with gzip. Columns of tables are found by name, whatever their order
// and case; columns beyond those needed are passed over. Text is UTF-8.
//
// A row's roll call is one that the record has, if the first of these that applies finds it:
//   1. the id is the same: "u" and the Library's number, "v" and Voeten's rcid, or a user's own;
//   2. the rcid is the same;
//   3. symbol and date are the same, and both are on a whole text (a resolution or decision that is
//      not marked as a duplicate). Where the record knows only the month, any day of it is the
//      same.
// Else the roll call is new. Two ids within one file are two roll calls, unless the record says
// otherwise.
//
// What the record has is never replaced in silence. A cell that it does not list is added; one that
// it has stays, and a row that says otherwise is refused as a contradiction, unless
// ImportOptions::replace is set. Rows that repeat an earlier one of the file are counted; rows that
// contradict an earlier one are refused. Of a roll call that the record has, fields that are empty
// there (session, symbol, title, subjects, published totals, rcid) are filled and counted; nothing
// that is there is changed. A row that gives a known id another date is refused, but not where the
// id is Voeten's, since his dates of early votes are his own: there the record's date stands.
//
// States are named by code, or by a name that Record::find_state knows, and are taken to be the
// seat of that day: RUS before 1991-12-24 is SUN, CHN before October 1971 is TWN, DEU before
// 1990-10-03 is GFR. A seat that did not exist on the day is refused.
//
// Errors: what is wrong with one row refuses that row, with its line and column, and the rest is
// kept. An Error is thrown, and the record left as it was, for a file that cannot be read to its
// end (a gzip cut off), is of none of these formats, lacks needed columns, is XML that is not
// well-formed, that declares entities or attributes, nests elements more than 20 deep or has more
// than 300 different names of elements and attributes, or has more than 100,000 roll calls that the
// record does not know.
//
// Cost: one pass; a table of 950,000 rows and 379 MB takes 0.4 CPU seconds (bench/import.sh).
// Memory is one row, one byte for each state and roll call that the file names, and what it adds;
// never the file.
//
// Threads: imports into different records may run at the same time; nothing is shared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "volteface/error.h"
#include "volteface/record.h"

namespace volteface {

enum class ImportFormat : std::uint8_t { undl, marc, voeten, long_table, record };

// "undl", "marc", "voeten", "long", "record".
std::string_view import_format_name(ImportFormat format);
std::optional<ImportFormat> parse_import_format(std::string_view name);

struct ImportOptions {
  std::optional<ImportFormat> format;  // nothing: told from the content
  bool replace = false;  // a cell of the file takes the place of one that the record has
  std::size_t most_told =
      1000;  // refusals and differing totals kept in the report; all are counted
  // Called now and then with the number of bytes read (of the compressed file's content, where it
  // is one).
  std::function<void(std::uint64_t bytes)> progress;
};

// One row that was not taken. In MARC-XML a "row" is one state's vote; a voting record that is
// refused whole is one refusal, and its votes are not counted as rows.
struct Refusal {
  Position position;  // of the field that is wrong; no line in a record file, which has none
  std::string reason;
};

// A roll call of the file whose totals, as the file publishes them, are not those counted from the
// cells after the import. Absent is not compared.
struct TotalsDifference {
  std::string roll_call;  // id in the record
  std::string symbol;
  Tally published;
  Tally counted;
};

// Each row is counted once:
//   rows = cells_added + cells_changed + cells_same + cells_repeated + not_member + rows refused
struct ImportReport {
  std::string file;
  ImportFormat format = ImportFormat::long_table;
  std::uint64_t rows = 0;

  std::uint64_t cells_added = 0;     // that the record did not list
  std::uint64_t cells_changed = 0;   // only with ImportOptions::replace
  std::uint64_t cells_same = 0;      // as the record has them
  std::uint64_t cells_repeated = 0;  // as an earlier row of the file has them
  std::uint64_t not_member = 0;      // rows that only say that a state was no member then

  std::uint64_t roll_calls_added = 0;
  std::uint64_t roll_calls_known = 0;       // of the record, with a cell in the file
  std::uint64_t fields_filled = 0;          // of roll calls that the record has
  std::uint64_t records_without_votes = 0;  // MARC-XML: adopted without a vote, or no voting record

  std::uint64_t refused = 0;      // all of them
  std::vector<Refusal> refusals;  // the first most_told, in the order of the file

  std::uint64_t totals_compared = 0;
  std::uint64_t totals_different = 0;              // all of them
  std::vector<TotalsDifference> differing_totals;  // the first most_told
};

// Reads the file, merges it into the record, and finishes the record anew (finish_record: sorted,
// with its hash). Throws Error as told above.
ImportReport import_file(Record& record, const std::string& path,
                         const ImportOptions& options = {});

// The same from memory; `name` stands for the file in messages. A gzip stream is not unpacked here.
ImportReport import_bytes(Record& record, std::span<const char> bytes, const std::string& name,
                          const ImportOptions& options = {});

}  // namespace volteface
