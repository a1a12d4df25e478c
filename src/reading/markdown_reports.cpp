// Markdown as text: what marks it up is taken off, what is said stays.
//
// Read are CommonMark's headings, emphasis, code, links, images, quotations, lists and rules, and
// the block of "key: value" lines between "---" with which generators of sites begin a page. Lines
// of a paragraph are joined. No library of Debian's gives text from Markdown without a tree of HTML
// between, and what a sentence needs is little.
#include <algorithm>

#include "reading/report_parts.h"
#include "record/text.h"

namespace volteface {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return trimmed(line);
}

std::string_view unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

void take_front_matter(std::string_view& text, Report& report) {
  std::string_view rest = text;
  if (take_line(rest) != "---") return;
  Report told = report;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line == "---" || line == "...") {
      report = std::move(told);
      text = rest;
      return;
    }
    const auto colon = line.find(':');
    if (colon == line.npos) continue;
    const std::string_view key = trimmed(line.substr(0, colon));
    const std::string_view value = unquoted(trimmed(line.substr(colon + 1)));
    if (equal_ignoring_case(key, "title")) told.title = value;
    if (equal_ignoring_case(key, "date")) add_date(told, value);
    if (equal_ignoring_case(key, "source") || equal_ignoring_case(key, "outlet")) {
      told.outlet = value;
    }
    if (equal_ignoring_case(key, "url")) told.url = value;
  }
}

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Beyond these nothing is a link any more, so that no text takes long.
constexpr std::size_t longest_address = 2048;
constexpr std::size_t most_open_brackets = 16;

// Behind "](" the end of the address, past its ")"; npos where there is none.
std::size_t end_of_address(std::string_view text, std::size_t at) {
  int open = 0;
  for (text = text.substr(0, at + longest_address); at < text.size(); ++at) {
    if (text[at] == '(') ++open;
    if (text[at] == ')' && open-- == 0) return at + 1;
  }
  return text.npos;
}

// A line without its inline marks.
class InlineText {
 public:
  explicit InlineText(std::string_view line) : line_(line) {
    while (at_ < line_.size()) step();
  }
  std::string take() { return std::move(out_); }

 private:
  void step() {
    const char c = line_[at_];
    const char next = at_ + 1 < line_.size() ? line_[at_ + 1] : '\0';
    if (c == '\\' && std::string_view("\\`*_{}[]()#+-.!<>").find(next) != std::string_view::npos &&
        next != '\0') {
      out_ += next;
      at_ += 2;
    } else if (c == '!' && next == '[') {
      if (!skip_image()) out_ += line_[at_++];
    } else if (c == '[') {
      if (open_.size() == most_open_brackets) open_.erase(open_.begin());
      open_.push_back(out_.size());
      out_ += line_[at_++];
    } else if (c == ']' && !open_.empty()) {
      close_link();
    } else if (c == '`' || c == '*') {
      ++at_;
    } else if (c == '_' && !is_inside_word()) {
      ++at_;
    } else {
      out_ += line_[at_++];
    }
  }

  bool is_inside_word() const {
    return at_ > 0 && at_ + 1 < line_.size() && is_word_byte(line_[at_ - 1]) &&
           is_word_byte(line_[at_ + 1]);
  }

  // "](address)": the bracket that opened it goes, too. A bracket without address stays.
  void close_link() {
    const std::size_t opened = open_.back();
    open_.pop_back();
    const bool has_address = at_ + 1 < line_.size() && line_[at_ + 1] == '(';
    const std::size_t end = has_address ? end_of_address(line_, at_ + 2) : line_.npos;
    if (end == line_.npos) {
      out_ += line_[at_++];
      return;
    }
    out_.erase(opened, 1);
    at_ = end;
  }

  bool skip_image() {
    const std::size_t close = line_.substr(0, at_ + longest_address).find("](", at_);
    if (close == line_.npos) return false;
    const std::size_t end = end_of_address(line_, close + 2);
    if (end == line_.npos) return false;
    at_ = end;
    return true;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::size_t> open_;  // where brackets stand in out_ that are not closed
};

bool is_rule(std::string_view line) {
  return line.size() >= 3 && std::string_view("-*_=").find(line[0]) != std::string_view::npos &&
         line.find_first_not_of(line[0]) == line.npos;
}

// Takes off ">", "-", "*", "+", "1." at the front. True where the line begins a list's item.
bool strip_front(std::string_view& line) {
  while (line.starts_with('>')) line = trimmed(line.substr(1));
  if (line.size() > 1 && std::string_view("-*+").find(line[0]) != std::string_view::npos &&
      line[1] == ' ') {
    line = trimmed(line.substr(2));
    return true;
  }
  const auto digits = line.find_first_not_of("0123456789");
  const bool numbered = digits != line.npos && digits > 0 && digits <= 3 &&
                        (line[digits] == '.' || line[digits] == ')') && digits + 1 < line.size() &&
                        line[digits + 1] == ' ';
  if (numbered) line = trimmed(line.substr(digits + 2));
  return numbered;
}

std::size_t heading_level(std::string_view line) {
  const auto level = line.find_first_not_of('#');
  const bool heading = level != line.npos && level > 0 && level <= 6 && line[level] == ' ';
  return heading ? level : 0;
}

std::string heading_text(std::string_view line) {
  line = trimmed(line.substr(heading_level(line)));
  while (line.ends_with('#')) line.remove_suffix(1);
  return InlineText(trimmed(line)).take();
}

}  // namespace

void take_markdown(const std::string& bytes, Report report, ReportIntake& intake) {
  std::string told;
  const std::string utf8 = to_utf8(bytes, {}, told);
  if (!told.empty()) intake.note(report.position, told);
  std::string_view rest = utf8;
  take_front_matter(rest, report);
  std::string paragraph;
  const auto end_paragraph = [&] {
    if (!paragraph.empty()) report.text += InlineText(paragraph).take() + "\n\n";
    paragraph.clear();
  };
  while (!rest.empty()) {
    std::string_view line = take_line(rest);
    if (line.empty() || line.starts_with("```") || line.starts_with("~~~")) {
      end_paragraph();
    } else if (is_rule(line)) {
      // A line under a paragraph makes it a heading.
      const bool is_title = !paragraph.empty() && line[0] == '=' && report.title.empty();
      if (is_title) report.title = InlineText(paragraph).take();
      if (is_title) paragraph.clear();
      end_paragraph();
    } else if (heading_level(line) > 0) {
      end_paragraph();
      const std::string heading = heading_text(line);
      if (heading_level(line) == 1 && report.title.empty()) {
        report.title = heading;
      } else if (heading != report.title) {
        report.text += heading + "\n\n";
      }
    } else {
      if (strip_front(line)) end_paragraph();
      if (!report.date) add_date(report, report.text.empty() && paragraph.empty() ? line : "");
      paragraph += (paragraph.empty() ? "" : " ") + std::string(line);
    }
  }
  end_paragraph();
  intake.take(std::move(report));
}

}  // namespace volteface
