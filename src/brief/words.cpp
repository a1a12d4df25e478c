#include "brief/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace volteface {
namespace {

constexpr std::string_view minus = "−";
constexpr std::string_view nothing = "–";

double rounded(double value) { return std::round(value * 100) / 100; }

std::string without_zero(std::string text) {
  if (text.starts_with("0.")) text.erase(0, 1);
  return text;
}

// States whose name takes an article: plurals, and those named by what they are.
bool takes_article(const State& state) {
  constexpr std::string_view codes[] = {"ARE", "BHS", "CAF", "COD", "COG", "COM", "DDR",
                                        "DOM", "GBR", "GFR", "GMB", "MDV", "MHL", "NLD",
                                        "PHL", "SLB", "SUN", "SYC", "TWN", "USA", "YAR"};
  return std::find(std::begin(codes), std::end(codes), state.code) != std::end(codes);
}

std::string interval(const Estimate& e, std::string (*text)(double)) {
  return fmt::format("{} [{}, {}]", text(e.value), text(e.lo), text(e.hi));
}

}  // namespace

std::string count_text(std::uint64_t n) {
  std::string digits = fmt::format("{}", n);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

std::string counted(std::uint64_t n, std::string_view thing) {
  return fmt::format("{} {}{}", count_text(n), thing, n == 1 ? "" : "s");
}

std::string number(double value) {
  if (std::isnan(value)) return std::string(nothing);
  const double r = rounded(value);
  return fmt::format("{}{:.2f}", r < 0 ? minus : "", std::abs(r));
}

std::string signed_number(double value) {
  if (std::isnan(value)) return std::string(nothing);
  return (rounded(value) > 0 ? "+" : "") + number(value);
}

std::string share(double value) {
  return std::isnan(value) ? std::string(nothing)
                           : without_zero(fmt::format("{:.2f}", std::abs(rounded(value))));
}

std::string probability(double value) {
  if (value < .0005) return "<.001";
  return without_zero(fmt::format("{:.3f}", value));
}

std::string with_interval(const Estimate& e) { return interval(e, number); }
std::string signed_with_interval(const Estimate& e) { return interval(e, signed_number); }
std::string share_with_interval(const Estimate& e) { return interval(e, share); }

std::string span_text(const YearSpan& span) {
  return span.first == span.last ? fmt::format("{}", span.first)
                                 : fmt::format("{}–{}", span.first, span.last);
}

std::string days_between(Date first, Date last) {
  if (first == last) return format_date(first);
  return fmt::format("{} to {}", format_date(first), format_date(last));
}

std::string if_few_votes(std::uint64_t votes) {
  constexpr std::uint64_t few = 3;
  if (votes == 0 || votes > few) return {};
  return votes == 1 ? " One vote tells little of who would vote so again."
                    : fmt::format(" {} votes tell little of who would vote so again.", votes);
}

std::string tally_text(const Tally& tally) {
  return fmt::format("{}-{}-{}", tally.yes, tally.no, tally.abstain);
}

std::string name_in_text(const State& state) {
  return takes_article(state) ? "the " + state.name : state.name;
}

std::string_view choice_in_words(Choice choice) {
  switch (choice) {
    case Choice::yes:
      return "voted yes";
    case Choice::abstain:
      return "abstained";
    case Choice::no:
      return "voted no";
    case Choice::absent:
      return "was absent";
    default:
      return "is not listed";
  }
}

std::string_view choice_in_words(ReportedChoice choice) {
  switch (choice) {
    case ReportedChoice::yes:
      return "voted yes";
    case ReportedChoice::no:
      return "voted no";
    case ReportedChoice::abstain:
      return "abstained";
    case ReportedChoice::absent:
      return "was absent";
    default:
      return "did not vote yes";
  }
}

std::string days_text(const DateWindow& window) {
  constexpr std::chrono::days a_life{36525};  // a report of no known day
  if (window.to - window.from > a_life) return "no day told";
  const std::string from = format_date(window.from), to = format_date(window.to);
  if (from == to) return from;
  const std::string month = from.substr(0, 7), year = from.substr(0, 4);
  if (parse_date_start(month) == window.from && parse_date_end(month) == window.to) return month;
  if (parse_date_start(year) == window.from && parse_date_end(year) == window.to) return year;
  // "2025-02-17/24", "2024-12-28/2025-01-03": an interval as ISO 8601 writes it, cut where alike.
  if (from.substr(0, 7) == to.substr(0, 7)) return from + "/" + to.substr(8);
  if (from.substr(0, 4) == to.substr(0, 4)) return from + "/" + to.substr(5);
  return from + "/" + to;
}

std::string name_at_beginning(const State& state) {
  return takes_article(state) ? "The " + state.name : state.name;
}

}  // namespace volteface
