#include "volteface/date.h"

#include <fmt/format.h>

namespace volteface {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

// Digits only, all of `text`: no sign, no space.
std::optional<unsigned> parse_digits(std::string_view text) {
  unsigned value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

struct Parts {
  int year = 0;
  unsigned month = 0;  // 0: not given
  unsigned day = 0;    // 0: not given
};

std::optional<Parts> parse_parts(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  Parts parts;
  const auto y = parse_digits(text.substr(0, 4));
  if (!y) return std::nullopt;
  parts.year = static_cast<int>(*y);
  if (text.size() >= 7) {
    const auto m = parse_digits(text.substr(5, 2));
    if (text[4] != '-' || !m || *m < 1 || *m > 12) return std::nullopt;
    parts.month = *m;
  }
  if (text.size() == 10) {
    const auto d = parse_digits(text.substr(8, 2));
    if (text[7] != '-' || !d || *d < 1) return std::nullopt;
    parts.day = *d;
  }
  return parts;
}

std::optional<Date> to_date(year_month_day ymd) {
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  return parse_date_start(text);
}

std::optional<Date> parse_date_start(std::string_view text) {
  const auto parts = parse_parts(text);
  if (!parts) return std::nullopt;
  return to_date(year{parts->year} / month{parts->month ? parts->month : 1} /
                 day{parts->day ? parts->day : 1});
}

std::optional<Date> parse_date_end(std::string_view text) {
  const auto parts = parse_parts(text);
  if (!parts) return std::nullopt;
  const auto last_month = year{parts->year} / month{parts->month ? parts->month : 12};
  if (parts->day != 0) return to_date(last_month / day{parts->day});
  return Date{last_month / std::chrono::last};
}

std::string format_date(Date date) {
  const year_month_day ymd{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

int year_of(Date date) { return static_cast<int>(year_month_day{date}.year()); }

}  // namespace volteface
