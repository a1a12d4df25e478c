#include <fmt/format.h>

#include "reading/report_parts.h"
#include "reading/text_kind.h"
#include "record/text.h"
#include "record/utf8.h"

namespace volteface {
namespace {

// One line that may be shown.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  return showable(line, ' ');
}

}  // namespace

void ReportIntake::note(const Position& position, const std::string& text) {
  ++counts_.notes;
  if (sink_.note) sink_.note({position, text});
}

std::string ReportIntake::free_name(const Report& report) {
  std::uint32_t& asked = names_[report.doc];
  if (++asked == 1) return report.doc;
  std::string name = fmt::format("{}~{}", report.doc, asked);
  while (names_.contains(name)) name = fmt::format("{}~{}", report.doc, ++asked);
  names_[name] = 1;
  note(report.position,
       fmt::format("'{}' is the name of a report before it; this one is called '{}'",
                   shortened(report.doc), shortened(name)));
  return name;
}

void ReportIntake::take(Report&& report) {
  for (std::string* text : {&report.doc, &report.title, &report.outlet, &report.url}) {
    *text = one_line(*text);
  }
  report.text = tidy_text(report.text);
  if (report.text.empty()) {
    note(report.position, "holds no text, so there is nothing to read");
    return;
  }
  if (is_hardly_english(report.text))
    note(report.position, "is hardly English, the one language that is read: expect nonsense");
  if (report.doc.empty()) report.doc = "report";
  report.doc = free_name(report);
  for (const Date other : report.other_dates) {
    note(report.position, fmt::format("has two dates, {} and {}; the first is taken",
                                      format_date(*report.date), format_date(other)));
  }
  if (report.date && options_.today && *report.date > *options_.today) {
    note(report.position, fmt::format("is dated {}, which lies ahead of {}",
                                      format_date(*report.date), format_date(*options_.today)));
  }
  ++counts_.reports;
  if (sink_.report) sink_.report(std::move(report));
}

std::string tidy_text(std::string_view text) {
  std::string tidy;
  tidy.reserve(text.size());
  std::size_t blank_lines = 0;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const auto last = line.find_last_not_of(" \t\r\f\v");
    if (last == line.npos) {
      ++blank_lines;
      continue;
    }
    if (blank_lines > 0 && !tidy.empty()) tidy += '\n';
    blank_lines = 0;
    tidy += showable(line.substr(0, last + 1), ' ');
    tidy += '\n';
  }
  return tidy;
}

}  // namespace volteface
