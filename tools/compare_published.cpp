// How near ideal points are to a published file of them.
//
//   compare_published OURS.csv PUBLISHED.csv.gz [COLUMN]
//
// OURS has the columns state, period, mean, and perhaps n. PUBLISHED is a file of Bailey, Strezhnev
// and Voeten: that of April 2020 (ccode, session, NVotes, IdealPoint, iso3c) or that of July 2025
// (ccode, year, idealpointall, idealpointfp, idealpointlegacy, iso3c). Periods may be sessions or
// years on either side; session s is the year 1945 + s. COLUMN is by default IdealPoint or
// idealpointall. Prints CSV: measure,value.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "record/csv_reader.h"
#include "volteface/error.h"

namespace {

using namespace volteface;

// Correlates of War numbers of codes that the published files spell otherwise.
const std::map<std::string, int> numbers_of_codes = {
    {"SUN", 365}, {"RUS", 365}, {"GFR", 260}, {"DEU", 255}, {"DDR", 265},
    {"YUG", 345}, {"SCG", 345}, {"SRB", 345}, {"YAR", 678}, {"YEM", 679},
    {"YMD", 680}, {"EAT", 510}, {"EAZ", 511}, {"TZA", 510}};

// Filed under the old number for the rest of a session.
const std::map<int, int> old_numbers = {{255, 260}, {679, 678}};

constexpr int year_of_session_0 = 1945;
constexpr std::size_t least_for_correlation = 3;

using Row = std::map<std::string, std::string>;

// Calls `use` with each row of a table that has a header.
void for_each_row(const std::string& path, const std::function<void(const Row&)>& use) {
  const auto bytes = open_bytes(path);
  CsvReader reader(*bytes);
  if (!reader.next()) throw Error("is empty, expected a header", {path});
  const std::vector<std::string> header(reader.row().begin(), reader.row().end());
  while (reader.next()) {
    if (reader.fault()) throw Error(*reader.fault(), reader.position());
    if (reader.row().size() != header.size()) {
      throw Error(fmt::format("{} fields, expected {}", reader.row().size(), header.size()),
                  reader.position());
    }
    Row row;
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = std::string(reader.row()[i]);
    use(row);
  }
}

// The first of the columns that the row has; nullopt where it is empty or no number.
std::optional<double> number(const Row& row, const std::vector<std::string>& columns) {
  for (const std::string& column : columns) {
    const auto at = row.find(column);
    if (at == row.end()) continue;
    double value = 0;
    const char* const end = at->second.data() + at->second.size();
    const auto [stop, error] = std::from_chars(at->second.data(), end, value);
    if (error != std::errc() || stop != end) return std::nullopt;
    return value;
  }
  return std::nullopt;
}

int session_of(double period) {
  return static_cast<int>(period) - (period > year_of_session_0 ? year_of_session_0 : 0);
}

struct Place {
  int number = 0;  // of the state
  int session = 0;
  friend bool operator<(const Place& a, const Place& b) {
    return std::tie(a.number, a.session) < std::tie(b.number, b.session);
  }
};

struct Value {
  double point = 0;
  std::optional<double> votes;
};

struct Published {
  std::map<Place, Value> values;
  std::map<std::string, int> number_of_code = numbers_of_codes;
};

Published read_published(const std::string& path, const std::vector<std::string>& columns) {
  Published out;
  for_each_row(path, [&](const Row& row) {
    const auto state = number(row, {"ccode"}), period = number(row, {"session", "year"});
    const auto point = number(row, columns);
    if (!state || !period || !point) return;
    const Place place{static_cast<int>(*state), session_of(*period)};
    out.values[place] = {*point, number(row, {"NVotes"})};
    out.number_of_code.try_emplace(row.at("iso3c"), place.number);
  });
  if (out.values.empty()) throw Error(fmt::format("has no values of '{}'", columns[0]), {path});
  return out;
}

struct Pair {
  Place place;
  double ours = 0;
  double theirs = 0;
};

struct Matched {
  std::vector<Pair> pairs;
  std::size_t ours_alone = 0;
  std::size_t same_votes = 0;
};

Matched match(const std::string& path, const Published& published) {
  Matched out;
  for_each_row(path, [&](const Row& row) {
    const auto period = number(row, {"period"}), mean = number(row, {"mean"});
    if (!period || !mean || !row.contains("state")) {
      throw Error("a row without state, period and mean", {path});
    }
    const auto code = published.number_of_code.find(row.at("state"));
    auto at = published.values.end();
    if (code != published.number_of_code.end()) {
      Place place{code->second, session_of(*period)};
      at = published.values.find(place);
      const auto old = old_numbers.find(place.number);
      if (at == published.values.end() && old != old_numbers.end()) {
        place.number = old->second;
        at = published.values.find(place);
      }
    }
    if (at == published.values.end()) {
      ++out.ours_alone;
      return;
    }
    out.pairs.push_back({at->first, *mean, at->second.point});
    out.same_votes += at->second.votes && at->second.votes == number(row, {"n"});
  });
  return out;
}

double correlation(const std::vector<Pair>& pairs) {
  const auto n = static_cast<double>(pairs.size());
  double mean_x = 0, mean_y = 0, xy = 0, xx = 0, yy = 0;
  for (const Pair& p : pairs) mean_x += p.ours / n, mean_y += p.theirs / n;
  for (const Pair& p : pairs) {
    xy += (p.ours - mean_x) * (p.theirs - mean_y);
    xx += (p.ours - mean_x) * (p.ours - mean_x);
    yy += (p.theirs - mean_y) * (p.theirs - mean_y);
  }
  return xy / std::sqrt(xx * yy);
}

// Ranks from 1, the mean rank where values are the same.
std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> out(values.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    for (std::size_t i = begin; i < end; ++i)
      out[order[i]] = static_cast<double>(begin + end + 1) / 2;
    begin = end;
  }
  return out;
}

double rank_correlation(const std::vector<Pair>& pairs) {
  std::vector<double> ours, theirs;
  for (const Pair& p : pairs) ours.push_back(p.ours), theirs.push_back(p.theirs);
  const auto x = ranks(ours), y = ranks(theirs);
  std::vector<Pair> ranked;
  for (std::size_t i = 0; i < pairs.size(); ++i) ranked.push_back({pairs[i].place, x[i], y[i]});
  return correlation(ranked);
}

// Correlations within groups of at least three, ascending.
std::vector<double> within(const std::vector<Pair>& pairs, int Place::*group) {
  std::map<int, std::vector<Pair>> groups;
  for (const Pair& p : pairs) groups[p.place.*group].push_back(p);
  std::vector<double> out;
  for (const auto& [key, members] : groups) {
    const double r = members.size() < least_for_correlation ? 0 : correlation(members);
    if (members.size() >= least_for_correlation && std::isfinite(r)) out.push_back(r);
  }
  std::sort(out.begin(), out.end());
  return out;
}

double median(const std::vector<double>& sorted) {
  const std::size_t half = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

double root_mean_square(const std::vector<Pair>& pairs) {
  double sum = 0;
  for (const Pair& p : pairs) sum += (p.ours - p.theirs) * (p.ours - p.theirs);
  return std::sqrt(sum / static_cast<double>(pairs.size()));
}

void compare(const std::string& ours, const std::string& theirs,
             const std::vector<std::string>& columns) {
  const Published published = read_published(theirs, columns);
  const Matched matched = match(ours, published);
  const auto by_state = within(matched.pairs, &Place::number);
  const auto by_session = within(matched.pairs, &Place::session);
  if (by_state.empty() || by_session.empty())
    throw Error("too few rows in common to compare", {ours});
  fmt::print("measure,value\n");
  fmt::print("matched,{}\n", matched.pairs.size());
  // Two of ours may be one of theirs: seats that changed their name within a session.
  std::set<Place> places;
  for (const Pair& p : matched.pairs) places.insert(p.place);
  fmt::print("published_alone,{}\n", published.values.size() - places.size());
  fmt::print("ours_alone,{}\n", matched.ours_alone);
  fmt::print("same_votes,{}\n", matched.same_votes);
  fmt::print("r,{:.4f}\n", correlation(matched.pairs));
  fmt::print("rho,{:.4f}\n", rank_correlation(matched.pairs));
  fmt::print("within_country_median_r,{:.4f}\n", median(by_state));
  fmt::print("within_session_median_r,{:.4f}\n", median(by_session));
  fmt::print("within_session_least_r,{:.4f}\n", by_session.front());
  fmt::print("rmse,{:.4f}\n", root_mean_square(matched.pairs));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    fmt::print(stderr, "usage: compare_published OURS.csv PUBLISHED.csv.gz [COLUMN]\n");
    return 2;
  }
  try {
    std::vector<std::string> columns = {"IdealPoint", "idealpointall"};
    if (argc == 4) columns = {argv[3]};
    compare(argv[1], argv[2], columns);
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "compare_published: {}\n", error.what());
    return 2;
  }
}
