// Reports as they come: plain text, Markdown, HTML, JSON lines, WARC, folders of these.
//
//   volteface::ReportSink sink;
//   sink.report = [](volteface::Report&& report) { use(report.doc, report.text); };
//   sink.note = [](const volteface::ReportNote& note) { show(note.position.text(), note.text); };
//   volteface::read_reports({"news/", "crawl.warc.gz"}, {}, sink);
//
// A format is told by the ending of the file's name, else by its first bytes. Reports stream: one
// is held at a time. What cannot be read is told as a note, and reading goes on with what is behind
// it; nothing is left out in silence. Only a path that cannot be opened at all is an Error.
//
// Threads: functions of their arguments alone; the sink is called on the caller's thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "volteface/date.h"
#include "volteface/error.h"

namespace volteface {

// One report. Texts are UTF-8.
struct Report {
  std::string doc;     // names the report: see below
  std::string title;   // where the format tells it from the text; then it is not in `text`
  std::string outlet;  // "Infobae"; empty: not said
  std::string url;
  std::optional<Date> date;       // of publication, as far as the file says it
  std::vector<Date> other_dates;  // what else it gives as its date
  std::string text;               // paragraphs end in a newline
  Position position;              // where it stands: the file, and the line where it has several
};
// `doc` is the file's name without its endings ("agency-1" of news/agency-1.txt), the id of a line
// of JSON, and of a record of a WARC the name and its place ("crawl#17"). One that is taken already
// gets "~2", "~3" and so on, with a note.

// Something that was lost or is in doubt.
struct ReportNote {
  Position position;
  std::string text;
};

struct ReportSink {
  std::function<void(Report&&)> report;
  std::function<void(const ReportNote&)> note;                 // may be empty
  std::function<void(std::uint64_t, std::uint64_t)> progress;  // bytes of files read, and of all
};

enum class ReportFormat : std::uint8_t { plain, markdown, html, json_lines, warc };

struct ReportOptions {
  std::optional<ReportFormat> format;  // for all files, instead of what names and bytes tell
  std::optional<Date> today;           // with it, a report dated behind it is told
};

struct ReportCounts {
  std::uint64_t files = 0;
  std::uint64_t reports = 0;
  std::uint64_t notes = 0;
  std::uint64_t passed_over = 0;  // files and WARC records that are no reports, such as pictures
};

// All reports under the paths, in the order of the paths, and in a folder by name, those of its
// folders among them. "-" is standard input. Throws Error for a path that is not there.
ReportCounts read_reports(const std::vector<std::string>& paths, const ReportOptions& options,
                          const ReportSink& sink);

// The reports that bytes hold, as if they were those of a file of that name.
ReportCounts parse_reports(std::string_view bytes, const std::string& name,
                           const ReportOptions& options, const ReportSink& sink);

// Cost: about that of copying for plain text and Markdown, 20 MB/s for HTML. Limits: 64 MB a report
// (16 MB for HTML), and a page whose nesting would take longer than 5 s or more than 1 GB is given
// up, and told.

}  // namespace volteface
