#include "record/vote_fields.h"

#include <fmt/format.h>

#include <utility>

#include "record/catalogue_text.h"
#include "record/sessions.h"
#include "record/text.h"

namespace volteface {
namespace {

// The Charter came into force on the first day.
constexpr Date first_day{std::chrono::year{1945} / 10 / 24};
constexpr Date last_day{std::chrono::year{2099} / 12 / 31};
constexpr std::size_t longest_symbol = 100;

}  // namespace

Date date_of(std::string_view text) {
  const auto date = parse_date(text);
  if (!date) {
    throw Fault{Field::date, fmt::format("'{}' is not a date; expected one such as 2025-02-24",
                                         shortened(text))};
  }
  if (*date < first_day || *date > last_day) {
    throw Fault{Field::date, fmt::format("date {} is out of range; expected {} to {}", text,
                                         format_date(first_day), format_date(last_day))};
  }
  return *date;
}

std::string session_of(std::string_view text) {
  if (text.empty()) return "";
  const auto session = parse_session(text);
  if (!session) {
    throw Fault{Field::session,
                fmt::format("'{}' is not a session; expected one such as 79, ES11 (emergency "
                            "special) or S6 (special)",
                            shortened(text))};
  }
  return *session;
}

std::string symbol_of(std::string_view text) {
  if (text.size() > longest_symbol) throw Fault{Field::symbol, "symbol is longer than 100 bytes"};
  std::string symbol = clean_text(text);
  constexpr std::pair<std::string_view, std::string_view> other_bodies[] = {
      {"S/", "the Security Council"},
      {"E/", "the Economic and Social Council"},
      {"A/HRC/", "the Human Rights Council"}};
  for (const auto& [prefix, body] : other_bodies) {
    if (!symbol.starts_with(prefix)) continue;
    throw Fault{Field::symbol,
                fmt::format("{} is of {}; expected the General Assembly's", symbol, body)};
  }
  return symbol;
}

Kind kind_of_symbol(std::string_view symbol) {
  if (symbol.empty()) return Kind::unspecified;
  return symbol.starts_with("A/DEC/") ? Kind::decision : Kind::resolution;
}

std::optional<Choice> choice_of_letter(std::string_view text) {
  if (text.size() != 1) return std::nullopt;
  switch (ascii_lower(text[0])) {
    case 'y':
      return Choice::yes;
    case 'n':
      return Choice::no;
    case 'a':
      return Choice::abstain;
    case 'x':
      return Choice::absent;
    default:
      return std::nullopt;
  }
}

std::optional<std::uint32_t> whole_number(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::uint32_t value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

std::optional<std::uint32_t> count_of(std::string_view text, Field field) {
  if (text.empty()) return std::nullopt;
  std::string_view digits = text;
  if (digits.ends_with(".0")) digits.remove_suffix(2);
  const auto count = whole_number(digits);
  if (!count || *count > 1000) {
    throw Fault{field, fmt::format("'{}' is not a number of votes", shortened(text))};
  }
  return count;
}

}  // namespace volteface
