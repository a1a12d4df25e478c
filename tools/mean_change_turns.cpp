// The simplest way to find turns, for comparison: where published ideal points change their level.
//
//   mean_change_turns PUBLISHED.csv.gz [COLUMN]
//
// PUBLISHED is the yearly file of July 2025 (iso3c, year, idealpointall, idealpointfp); COLUMN is
// by default idealpointall. The change at a year is the mean of it and the next less that of the
// three before, as far as there are points; it is told where none within two years is larger.
// Prints CSV: state,date,strength,size, for score_turns.
#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "record/csv_reader.h"
#include "volteface/error.h"

namespace {

using namespace volteface;

constexpr int years_before = 3, years_after = 2;
constexpr int years_apart = 2;

using Series = std::map<int, double>;  // by year

// The file runs on over a change of seat.
std::string seat_of(const std::string& code, int year) {
  if (code == "RUS" && year < 1992) return "SUN";
  if (code == "DEU" && year < 1990) return "GFR";
  return code;
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && stop == text.data() + text.size() ? std::optional(value)
                                                                   : std::nullopt;
}

std::map<std::string, Series> read_series(const std::string& path, const std::string& column) {
  const auto bytes = open_bytes(path);
  CsvReader reader(*bytes);
  std::map<std::string, Series> out;
  std::map<std::string, std::size_t> at;
  while (reader.next()) {
    if (reader.fault()) throw Error(*reader.fault(), reader.position());
    if (at.empty()) {
      for (std::size_t i = 0; i < reader.row().size(); ++i) at[std::string(reader.row()[i])] = i;
      if (!at.contains("iso3c") || !at.contains("year") || !at.contains(column))
        throw Error(fmt::format("needs the columns iso3c, year and {}", column), {path});
      continue;
    }
    const auto year = number_in(reader.row().at(at["year"]));
    const auto point = number_in(reader.row().at(at[column]));
    const std::string code(reader.row().at(at["iso3c"]));
    if (!year || !point || code.empty()) continue;
    const int in = static_cast<int>(*year);
    out[seat_of(code, in)][in] = *point;
  }
  return out;
}

std::optional<double> mean_of(const Series& series, int first, int last) {
  double sum = 0;
  int n = 0;
  for (auto at = series.lower_bound(first); at != series.end() && at->first <= last; ++at, ++n)
    sum += at->second;
  return n > 0 ? std::optional(sum / n) : std::nullopt;
}

Series changes_of(const Series& series) {
  Series out;
  for (const auto& [year, point] : series) {
    const auto before = mean_of(series, year - years_before, year - 1);
    const auto after = mean_of(series, year, year + years_after - 1);
    if (before && after) out[year] = *after - *before;
  }
  return out;
}

bool is_largest_nearby(const Series& changes, int year) {
  const double here = std::abs(changes.at(year));
  for (auto at = changes.lower_bound(year - years_apart);
       at != changes.end() && at->first <= year + years_apart; ++at) {
    if (std::abs(at->second) > here) return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    fmt::print(stderr, "usage: mean_change_turns PUBLISHED.csv.gz [COLUMN]\n");
    return 2;
  }
  try {
    fmt::print("state,date,strength,size\n");
    for (const auto& [state, series] :
         read_series(argv[1], argc == 3 ? argv[2] : "idealpointall")) {
      const Series changes = changes_of(series);
      for (const auto& [year, change] : changes) {
        if (is_largest_nearby(changes, year))
          fmt::print("{},{},{:.4f},{:.4f}\n", state, year, std::abs(change), change);
      }
    }
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "mean_change_turns: {}\n", error.what());
    return 2;
  }
}
