// What the parsers of reports share: where reports go, and how a report is finished.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "record/byte_source.h"
#include "volteface/reports.h"

namespace volteface {

// Takes what the parsers find: checks it, names it, hands it on, counts it.
class ReportIntake {
 public:
  ReportIntake(const ReportOptions& options, const ReportSink& sink)
      : options_(options), sink_(sink) {}

  // `doc` may be taken already. A report without text is told and not handed on.
  void take(Report&& report);
  void note(const Position& position, const std::string& text);
  void pass_over(std::uint64_t n = 1) { counts_.passed_over += n; }
  void count_file() { ++counts_.files; }

  const ReportOptions& options() const { return options_; }
  const ReportCounts& counts() const { return counts_; }

 private:
  std::string free_name(const Report& report);

  const ReportOptions& options_;
  const ReportSink& sink_;
  ReportCounts counts_;
  std::unordered_map<std::string, std::uint32_t> names_;  // and how often each was asked for
};

// One file of each format. Markdown and plain text stand in memory whole; the others stream.
void take_plain(const std::string& bytes, Report report, ReportIntake& intake);
void take_markdown(const std::string& bytes, Report report, ReportIntake& intake);
// `charset` is what a header of HTTP gave, or empty.
void take_html(const std::string& bytes, Report report, const std::string& charset,
               ReportIntake& intake);
void take_json_lines(ByteSource& source, const std::string& doc, ReportIntake& intake);
void take_warc(ByteSource& source, const std::string& doc, ReportIntake& intake);

constexpr std::size_t most_text_bytes = std::size_t{64} << 20;
constexpr std::size_t most_page_bytes = std::size_t{16} << 20;

// The day with which the text begins: "2025-02-24", "2025-02-24T10:00:00Z", "20250224",
// "24 February 2025", "Feb. 24, 2025", "Monday, 24 February 2025". Nothing for anything else.
std::optional<Date> leading_date(std::string_view text);

// The first is the report's date, and another day is kept beside it and told.
void add_date(Report& report, std::string_view text);

// The bytes as UTF-8: told by a byte order mark, else by `charset` (of a header or page; may be
// empty), else UTF-8 if they are that, else Windows-1252. What cannot be converted becomes U+FFFD.
// `told` says what was in doubt, if anything was.
std::string to_utf8(std::string_view bytes, std::string_view charset, std::string& told);

// The text with blank ends of lines and more than one blank line in a row left out, and without
// characters that command a terminal.
std::string tidy_text(std::string_view text);

}  // namespace volteface
