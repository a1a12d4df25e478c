// Plain text: a report whose head may say when it was published.
#include <algorithm>

#include "reading/report_parts.h"
#include "record/text.h"

namespace volteface {
namespace {

constexpr std::size_t longest_head_line = 80;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool takes_word(std::string_view& text, std::string_view word) {
  if (text.size() < word.size() || !equal_ignoring_case(text.substr(0, word.size()), word)) {
    return false;
  }
  text = trimmed(text.substr(word.size()));
  return true;
}

// "Published 11 Dec 2023", "Date: 2025-02-24", "date 2025-08-15 A headline ...".
bool takes_label(std::string_view& line) {
  for (const std::string_view label :
       {"published on", "published", "posted on", "posted", "date", "updated on", "updated"}) {
    std::string_view rest = line;
    if (!takes_word(rest, label)) continue;
    if (rest.starts_with(':')) rest = trimmed(rest.substr(1));
    line = rest;
    return true;
  }
  return false;
}

// One to three words with capitals, as the name of a town has them.
bool is_town(std::string_view text) {
  int words = 0;
  bool begins = true;
  for (const char c : text) {
    if (begins && (ascii_lower(c) != c || static_cast<unsigned char>(c) >= 0x80)) ++words;
    if (begins && c >= 'a' && c <= 'z') return false;
    begins = c == ' ';
  }
  for (const std::string_view no_town : {"On ", "In ", "By ", "Since ", "Until "}) {
    if (text.starts_with(no_town)) return false;
  }
  return words >= 1 && words <= 3;
}

// Whether the day that ends with a year stands by itself: "14 March 2025. - The treaty".
bool stands_alone(std::string_view date) {
  std::size_t digits = 0, at = 0;
  for (; at < date.size() && digits < 4; ++at) {
    digits = date[at] >= '0' && date[at] <= '9' ? digits + 1 : 0;
  }
  const std::string_view rest = trimmed(date.substr(at));
  if (rest.empty() || std::string_view(".(-:|").find(rest[0]) != std::string_view::npos)
    return true;
  return rest.starts_with("\u2013") || rest.starts_with("\u2014");
}

// "BISHKEK, 14 March 2025. - The treaty ...": a town, a day, then the report.
void look_for_dateline(std::string_view line, Report& report) {
  const auto comma = line.substr(0, longest_head_line / 2).find(',');
  if (comma == line.npos || !is_town(line.substr(0, comma))) return;
  if (stands_alone(line.substr(comma + 1))) add_date(report, line.substr(comma + 1));
}

// A day that stands by itself or behind a label, not one in a sentence.
void look_for_date(std::string_view line, Report& report) {
  if (takes_label(line)) {
    add_date(report, line);
    return;
  }
  look_for_dateline(line, report);
  if (line.size() > longest_head_line || line.ends_with('.')) return;
  add_date(report, line);
  for (const std::string_view mark : {"|", "\u00B7", " - ", "\u2013", "\u2014"}) {
    for (std::string_view rest = line; rest.find(mark) != rest.npos;) {
      rest = trimmed(rest.substr(rest.find(mark) + mark.size()));
      add_date(report, rest);
    }
  }
}

bool is_iso_day(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && parse_date(text).has_value();
}

// "… the envoy of Chad and\nhis men": a paragraph whose lines were broken.
bool goes_on_below(std::string_view below) {
  const std::string_view next = trimmed(below.substr(0, below.find('\n')));
  return !next.empty() && next[0] >= 'a' && next[0] <= 'z';
}

// A first line that is no sentence and gives no day, or what stands behind a day that it gives by a
// label, where more text is below it.
void look_for_title(std::string_view line, std::string_view below, Report& report) {
  constexpr std::size_t longest = 160;
  if (trimmed(below).find_first_not_of('\n') == below.npos || goes_on_below(below)) return;
  if (takes_label(line)) {
    if (!is_iso_day(line.substr(0, 10))) return;
    line = trimmed(line.substr(10));
  } else if (report.date) {
    return;
  }
  const bool of_words = line.find(' ') != line.npos && line.size() <= longest;
  const bool is_sentence = line.ends_with('.') || line.ends_with(':') || line.ends_with(',');
  if (of_words && !is_sentence) report.title = line;
}

}  // namespace

void take_plain(const std::string& bytes, Report report, ReportIntake& intake) {
  if (bytes.find('\0') != bytes.npos && !bytes.starts_with("\xFF\xFE") &&
      !bytes.starts_with("\xFE\xFF")) {
    intake.note(report.position, "holds bytes that are no text");
    intake.pass_over();
    return;
  }
  std::string told;
  report.text = to_utf8(bytes, {}, told);
  if (!told.empty()) intake.note(report.position, told);
  std::string_view head = report.text;
  for (int lines = 0; lines < 4 && !head.empty();) {
    const std::string_view line = head.substr(0, head.find('\n'));
    head.remove_prefix(std::min(head.size(), line.size() + 1));
    if (trimmed(line).empty()) continue;
    look_for_date(trimmed(line), report);
    if (lines == 0) look_for_title(trimmed(line), head, report);
    ++lines;
  }
  intake.take(std::move(report));
}

}  // namespace volteface
