// The dates that reports carry in their heads, as people and programs write them.
#include <algorithm>
#include <array>

#include "reading/report_parts.h"
#include "record/text.h"

namespace volteface {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> week_days = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

// Takes the text apart: the next word or number, with commas, full stops and spaces passed over.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::string word() {
    skip();
    std::string word;
    while (!rest_.empty() && is_letter(rest_.front())) word += ascii_lower(step());
    return word;
  }

  // 0 where there is none of at most `most` digits.
  unsigned number(std::size_t most) {
    skip();
    unsigned value = 0;
    std::size_t digits = 0;
    while (!rest_.empty() && is_digit(rest_.front()) && digits++ < most) {
      value = value * 10 + static_cast<unsigned>(step() - '0');
    }
    return !rest_.empty() && is_digit(rest_.front()) ? 0 : value;
  }

  bool at_letter() {
    skip();
    return !rest_.empty() && is_letter(rest_.front());
  }

 private:
  char step() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }
  void skip() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ',' || rest_.front() == '.'))
      rest_.remove_prefix(1);
  }

  std::string_view rest_;
};

// The place of a name, or of its first three letters or more ("Sept"); 0 where it is none, from 1.
template <std::size_t N>
unsigned place_of(const std::array<std::string_view, N>& names, std::string_view word) {
  if (word.size() < 3) return 0;
  const auto found =
      std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(word); });
  return found == names.end() ? 0 : static_cast<unsigned>(found - names.begin()) + 1;
}

std::optional<Date> day_of(unsigned year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year{static_cast<int>(year)},
                                        std::chrono::month{month}, std::chrono::day{day}};
  if (!ymd.ok() || year < 1900) return std::nullopt;
  return Date{ymd};
}

std::optional<Date> numeric_date(std::string_view text) {
  if (const auto date = parse_date(text.substr(0, 10))) {
    if (text.size() == 10 || !is_digit(text[10])) return date;
  }
  const bool eight = text.size() >= 8 && std::ranges::all_of(text.substr(0, 8), is_digit) &&
                     (text.size() == 8 || !is_digit(text[8]));
  if (!eight) return std::nullopt;
  const auto digits = [&](std::size_t at, std::size_t n) {
    return Scanner(text.substr(at, n)).number(n);
  };
  return day_of(digits(0, 4), digits(4, 2), digits(6, 2));
}

}  // namespace

std::optional<Date> leading_date(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (text.empty()) return std::nullopt;
  if (const auto date = numeric_date(text)) return date;
  Scanner scanner(text);
  unsigned day = 0, month = 0;
  std::string word = scanner.at_letter() ? scanner.word() : std::string();
  if (place_of(week_days, word) != 0) word = scanner.at_letter() ? scanner.word() : std::string();
  if (word.empty()) {
    day = scanner.number(2);
    word = scanner.word();
    if (word == "st" || word == "nd" || word == "rd" || word == "th") word = scanner.word();
  }
  month = place_of(months, word);
  if (month == 0) return std::nullopt;
  if (day == 0) {
    day = scanner.number(2);
    if (scanner.at_letter()) scanner.word();  // "24th"
  }
  return day_of(scanner.number(4), month, day);
}

void add_date(Report& report, std::string_view text) {
  const auto date = leading_date(text);
  if (!date || report.date == date) return;
  if (!report.date) {
    report.date = date;
  } else if (std::ranges::find(report.other_dates, *date) == report.other_dates.end()) {
    report.other_dates.push_back(*date);
  }
}

}  // namespace volteface
