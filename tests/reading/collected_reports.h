// Reports and notes of bytes or paths, collected for tests to look at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "volteface/reports.h"

namespace volteface {

struct CollectedReports {
  std::vector<Report> reports;
  std::vector<std::string> notes;  // "file:line: text"
  ReportCounts counts;

  bool has_note(std::string_view part) const {
    for (const std::string& note : notes) {
      if (note.find(part) != note.npos) return true;
    }
    return false;
  }
};

inline ReportSink sink_into(CollectedReports& collected) {
  ReportSink sink;
  sink.report = [&](Report&& report) { collected.reports.push_back(std::move(report)); };
  sink.note = [&](const ReportNote& note) {
    collected.notes.push_back(note.position.text() + ": " + note.text);
  };
  return sink;
}

inline CollectedReports parsed(std::string_view bytes, const std::string& name) {
  CollectedReports collected;
  ReportOptions options;
  options.today = parse_date("2026-01-01");
  collected.counts = parse_reports(bytes, name, options, sink_into(collected));
  return collected;
}

inline CollectedReports read_from(const std::vector<std::string>& paths) {
  CollectedReports collected;
  collected.counts = read_reports(paths, {}, sink_into(collected));
  return collected;
}

}  // namespace volteface
