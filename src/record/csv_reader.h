// Separated text (RFC 4180) row by row, with the line and column of every field.
//
// Streams: holds one row and a read-ahead buffer. A row that is malformed does not end the reading:
// it is handed out with a fault, and reading goes on with the line after the one on which it began.
// Why not a library: none of Debian's tells where a field stands, and every refusal must.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/byte_source.h"
#include "volteface/error.h"

namespace volteface {

class CsvReader {
 public:
  // Rows longer than this many bytes are faults: an unclosed quote must not swallow the file.
  static constexpr std::size_t max_row_bytes = 1 << 20;

  // What bytes may be: any, or UTF-8 alone, where a row with other bytes is a fault.
  enum class Encoding { any, utf8 };

  // `source` must outlive the reader. A byte order mark at its start is skipped.
  explicit CsvReader(ByteSource& source, char delimiter = ',', Encoding encoding = Encoding::any);

  // Goes to the next row; false at the end. Empty lines are passed over. What row() and fault()
  // gave before is no longer valid.
  bool next();

  // Unquoted, in order. Empty where there is a fault.
  const std::vector<std::string_view>& row() const { return row_; }

  // Why the present row is malformed, if it is.
  const std::optional<std::string>& fault() const { return fault_; }

  // Where field `i` of the present row begins; with a fault, where the fault is.
  Position position(std::size_t i = 0) const;

 private:
  struct Field {
    std::size_t begin;  // offset in buffer_, behind the opening quote if there is one
    std::size_t end;
    std::uint64_t line;
    std::uint64_t column;
    bool doubled_quotes;
  };
  enum class Scan { complete, needs_more, malformed };

  bool fill();
  Scan scan_row();
  Scan scan_quoted(std::size_t& at, Field& field);
  void set_fault(std::string why, std::uint64_t line, std::uint64_t column);
  void skip_first_line();
  bool check_encoding();
  void unquote_fields();

  ByteSource* source_;
  char delimiter_;
  Encoding encoding_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of the present row, in buffer_
  std::size_t next_ = 0;   // of the row after it
  std::size_t filled_ = 0;
  bool at_end_ = false;
  std::uint64_t line_ = 1;       // on which the present row begins
  std::uint64_t next_line_ = 1;  // on which the row after it begins
  std::vector<Field> fields_;
  std::vector<std::string_view> row_;
  std::optional<std::string> fault_;
  Position fault_position_;
};

}  // namespace volteface
