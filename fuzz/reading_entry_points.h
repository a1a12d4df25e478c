// What the fuzzers of reports and of records of reading feed; see entry_points.h.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "promise.h"
#include "record/utf8.h"
#include "volteface/checking.h"
#include "volteface/reader.h"
#include "volteface/record_lines.h"
#include "volteface/reports.h"

namespace volteface::fuzz {

inline std::string_view text_of_bytes(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Reports of any bytes can be shown, and each is counted.
inline void reports_as(ReportFormat format, const std::uint8_t* data, std::size_t size) {
  ReportOptions options;
  options.format = format;
  options.today = parse_date("2026-01-01");
  std::uint64_t reports = 0, notes = 0;
  ReportSink sink;
  sink.report = [&](Report&& report) {
    ++reports;
    promise(!report.doc.empty() && !report.text.empty(), "a report has a name and a text");
    for (const auto* text : {&report.doc, &report.title, &report.outlet, &report.url}) {
      promise(first_unshowable(*text) == std::string_view::npos, "fields can be shown");
    }
    promise(first_invalid_utf8(report.text) == std::string_view::npos, "texts are UTF-8");
    promise(report.date || report.other_dates.empty(), "a second date has a first");
  };
  sink.note = [&](const ReportNote& note) {
    ++notes;
    promise(!note.text.empty() && !note.position.file.empty(), "a note has text and place");
  };
  const ReportCounts counts = parse_reports(text_of_bytes(data, size), "seed", options, sink);
  promise(counts.reports == reports && counts.notes == notes, "all is counted");
  promise(
      reports + notes + counts.passed_over > 0 || size == 0 || format == ReportFormat::json_lines,
      "nothing is lost in silence");
}

inline void plain_reports(const std::uint8_t* data, std::size_t size) {
  reports_as(ReportFormat::plain, data, size);
}
inline void markdown_reports(const std::uint8_t* data, std::size_t size) {
  reports_as(ReportFormat::markdown, data, size);
}
inline void html_reports(const std::uint8_t* data, std::size_t size) {
  reports_as(ReportFormat::html, data, size);
}
inline void json_reports(const std::uint8_t* data, std::size_t size) {
  reports_as(ReportFormat::json_lines, data, size);
}
inline void warc_reports(const std::uint8_t* data, std::size_t size) {
  reports_as(ReportFormat::warc, data, size);
}

// What is read back is written as it was; what was read can be checked.
inline void record_lines(const std::uint8_t* data, std::size_t size) {
  std::vector<Reading> readings;
  try {
    readings = parse_record_lines(text_of_bytes(data, size), "seed");
  } catch (const Error& error) {
    promise(error.position().line > 0, "an error names its line");
    return;
  }
  std::string lines;
  for (const Reading& reading : readings) lines += to_json_lines(reading);
  std::string again;
  for (const Reading& reading : parse_record_lines(lines, "seed")) again += to_json_lines(reading);
  promise(lines == again, "records are written as they were read");
}

// Any text has tallies within it, or none.
inline void tallies(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of_bytes(data, size);
  std::uint32_t last = 0;
  for (const ReportedTally& tally : find_tallies(text)) {
    const Evidence& evidence = tally.evidence;
    promise(evidence.begin < evidence.end && evidence.end <= size, "evidence lies in the text");
    promise(text.substr(evidence.begin, evidence.end - evidence.begin) == evidence.text,
            "evidence is a copy");
    promise(evidence.sentence >= last, "tallies are in the order of the text");
    last = evidence.sentence;
  }
}

inline void promise_evidence(const Evidence& evidence, std::size_t size) {
  promise(evidence.begin <= evidence.end && evidence.end <= size, "evidence lies in the text");
}

// The whole way from bytes to votes, acts, words and reasons, and these written and read back.
inline void reader(const std::uint8_t* data, std::size_t size) {
  static const Language language;
  static const Reader reader(language);
  const Reading reading =
      reader.read("fuzz", std::string(text_of_bytes(data, size)), parse_date("2024-06-14"));
  for (const ReportedVote& vote : reading.votes) {
    promise(vote.date.from <= vote.date.to && !vote.state.empty(), "votes have days and a state");
    promise_evidence(vote.evidence, size);
  }
  for (const ReportedEvent& event : reading.events) {
    promise(event.date.from <= event.date.to, "days of acts end behind where they begin");
    promise(event.source.state != event.target.state || event.source.org != event.target.org,
            "acts have two sides");
    promise_evidence(event.evidence, size);
  }
  for (const Statement& words : reading.statements) promise_evidence(words.evidence, size);
  for (const Explanation& reason : reading.explanations) promise_evidence(reason.evidence, size);
  const std::string lines = to_json_lines(reading);
  std::string again;
  for (const Reading& back : parse_record_lines(lines, "fuzz")) again += to_json_lines(back);
  promise(lines == again, "records are read back as they were written");
}

}  // namespace volteface::fuzz
