// Rows of agreement as CSV or JSON, in pieces that may be made in parallel: a million rows of 23
// numbers take longer through a Table of cells than to compute. Columns and form are those of a
// Table (table.h); numbers in CSV have four digits, those in JSON all.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/program.h"
#include "volteface/agreement.h"

namespace volteface::cli {

class AgreementWriter {
 public:
  // `record` must outlive the writer.
  AgreementWriter(Format format, const Record& record, const std::vector<Period>& periods);

  // A file is the header, texts of one or more rows with the separator between them, and the
  // footer.
  std::string header() const;
  std::string text(std::span<const AgreementRow> rows) const;
  std::string separator() const { return format_ == Format::json ? ",\n" : ""; }
  std::string footer() const { return format_ == Format::json ? "\n]}\n" : ""; }

 private:
  void append_csv(const AgreementRow& row, std::string& out) const;
  void append_json(const AgreementRow& row, std::string& out) const;

  Format format_;
  const Record& record_;
  std::vector<std::string> states_;  // as they are written: quoted where the format asks for it
  std::vector<std::string> periods_;
};

}  // namespace volteface::cli
