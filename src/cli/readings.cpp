#include "cli/readings.h"

#include <fmt/format.h>

#include <map>

#include "cli/progress.h"
#include "record/text.h"
#include "record/utf8.h"
#include "volteface/language.h"
#include "volteface/reader.h"
#include "volteface/record_lines.h"

namespace volteface::cli {
namespace {

void tell(const ReportNote& note) {
  fmt::print(stderr, "{}: {}\n", showable(note.position.text(), '?'), showable(note.text, '?'));
}

// What was read, by report; a report of several files is one.
std::map<std::string, Reading> read_files(const std::vector<std::string>& files,
                                          std::vector<std::string>& order) {
  std::map<std::string, Reading> readings;
  for (const std::string& file : files) {
    for (Reading& reading : read_record_lines(file)) {
      const auto [place, is_new] = readings.try_emplace(reading.doc, reading);
      if (!is_new) {
        throw Error(
            fmt::format("holds records of '{}', as a file before it does", shortened(reading.doc)),
            {file});
      }
      order.push_back(reading.doc);
    }
  }
  return readings;
}

// What the report says of itself, where the records do not.
void complete(Reading& reading, const Report& report) {
  if (reading.outlet.empty()) reading.outlet = report.outlet;
  if (!reading.date) reading.date = report.date;
}

}  // namespace

Date today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

void read_each(const std::vector<std::string>& paths, const Record& record,
               const std::function<void(Reading&&, const Report&)>& use) {
  const Language language;
  const Reader reader(language);
  const Checker checker(record);
  ProgressBar bar("reading");
  bool any = false;
  ReportSink sink;
  sink.note = tell;
  sink.progress = [&](std::uint64_t done, std::uint64_t all) {
    if (all > 0) bar.show(static_cast<double>(done) / static_cast<double>(all));
  };
  sink.report = [&](Report&& report) {
    Reading reading = reader.read(report.doc, report.text, report.date, record, checker);
    complete(reading, report);
    if (!reading.date) {
      tell({report.position,
            "no date is found; put the day of the report, as in '13 June 2025', in one of its "
            "first lines"});
    }
    any = true;
    use(std::move(reading), report);
  };
  ReportOptions options;
  options.today = today();
  read_reports(paths, options, sink);
  if (!any)
    fmt::print(stderr, "volteface: no reports were found (docs/reading.md has the formats)\n");
}

ReadingOptions::ReadingOptions(CLI::App& command, Reports reports) {
  const bool is_option = reports == Reports::option;
  CLI::Option* paths =
      command
          .add_option(is_option ? "--news" : "path", paths_,
                      "Reports: text, Markdown, HTML, JSON lines, WARC, folders of these; - is "
                      "standard input")
          ->type_name(is_option ? "PATH..." : "PATH");
  if (is_option) paths->group("Press");
  command
      .add_option(
          "--reading", reading_files_,
          "JSON lines of what was read in the reports (docs/reading.md), in place of reading "
          "them; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->group("Press");
}

void ReadingOptions::for_each(const Record& record,
                              const std::function<void(Reading&&, const Report&)>& use) const {
  if (paths_.empty() && reading_files_.empty()) {
    throw Error("expected PATH..., the reports, or --reading FILE, with what was read in them");
  }
  if (reading_files_.empty()) {
    read_each(paths_, record, use);
    return;
  }
  std::vector<std::string> order;
  std::map<std::string, Reading> readings = read_files(reading_files_, order);
  ProgressBar bar("reports");
  ReportSink sink;
  sink.note = tell;
  sink.progress = [&](std::uint64_t done, std::uint64_t all) {
    bar.show(static_cast<double>(done) / static_cast<double>(all));
  };
  sink.report = [&](Report&& report) {
    // A report of which nothing was read still has its text.
    const auto found = readings.find(report.doc);
    Reading reading;
    reading.doc = report.doc;
    if (found != readings.end()) {
      reading = std::move(found->second);
      readings.erase(found);
    }
    complete(reading, report);
    use(std::move(reading), report);
  };
  ReportOptions options;
  options.today = today();
  if (!paths_.empty()) read_reports(paths_, options, sink);
  for (const std::string& doc : order) {
    const auto found = readings.find(doc);
    if (found == readings.end()) continue;
    if (!paths_.empty()) {
      fmt::print(stderr, "volteface: no report '{}' among those given; only its records are used\n",
                 showable(doc, '?'));
    }
    use(std::move(found->second), Report());
  }
}

}  // namespace volteface::cli
