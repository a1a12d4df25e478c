// Date expressions of the chosen kinds in gold/dates: are the days the right ones?
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "evaluation.h"
#include "language/calendar.h"
#include "record/byte_source.h"
#include "volteface/error.h"

namespace volteface::language {
namespace {

using nlohmann::json;

// Kinds that are left out, for they are not what news uses: times of day, bare numbers of a day,
// holidays, numbers of weeks, quarters and halves as codes, working days, decades without a
// century, seasons (gold has no days for them), years in words before 1900, American short forms
// without a year, and spans counted from a date.
bool left_out(const std::string& text) {
  static const std::regex pattern(
      "week \\d|\\bq\\d|\\dq\\d|\\bh[12]\\b|\\dh[12]\\b|business|working|\\bw/?c\\b|wk|^(the )?(on "
      ")?\\d{1,2}$|^\\d{1,2}(st|nd|rd|th)?$|"
      "^the (\\d{1,2}(st|nd|rd|th)?|first|second|thirty|twenty[ "
      "-]\\w+)$|o'?clock|\\d(am|pm)|a\\.m|p\\.m|:\\d\\d|"
      "summer|winter|spring|autumn|fall\\b|christmas|easter|thanksgiving|new "
      "year|holiday|\\bmy\\b|rest |'\\ds|\\b\\d0'?s\\b|"
      "ties\\b|thousands?\\b|hundred|twenty-tens|noughties|^\\d{1,2}[./-]\\d{1,2}$|^for |week "
      "of|month of|more than|less than|"
      "year \\d{3}|year two|^the (day|week|month|year)$|(first|second|third|fourth|fifth) "
      "\\w+day$|\\d\\.\\d+ (day|week|month|year)|"
      "half|sundays? from|monday later|in the future|hence|upcoming \\d+ years|the (18|16)th|later "
      "than|and half|"
      "\\d{1,2}/\\d{1,2},|from \\d+/\\d+ to|cycle|fiscal|school|\\bfy\\b|century",
      std::regex::icase);
  return std::regex_search(text, pattern);
}

struct Expected {
  std::vector<std::pair<Date, Date>> any;  // first day; the day behind the last, or the last
  bool range = false;
};

void add_days(const json& value, const char* day, const char* first, const char* last,
              Expected& out) {
  const auto date_at = [&](const char* key) { return parse_date(value.value(key, "")); };
  if (const auto date = date_at(day)) out.any.emplace_back(*date, *date);
  const auto from = date_at(first), to = date_at(last);
  if (!from || !to) return;
  out.any.emplace_back(*from, *to);
  out.range = true;
}

Expected expected_of(const json& value) {
  Expected out;
  for (const char* which : {"PastResolution", "FutureResolution"}) {
    const json& resolution = value.value(which, json::object());
    add_days(resolution, "date", "startDate", "endDate", out);
  }
  return out;
}

// The whole-day values of a case of DateTimeModel; none for times, durations, sets and what is open
// to one side ("since 2018").
Expected expected_of_model(const json& result) {
  Expected out;
  const std::string type = result.value("TypeName", "");
  if (type != "datetimeV2.date" && type != "datetimeV2.daterange") return out;
  for (const json& value : result.at("Resolution").value("values", json::array())) {
    if (value.contains("Mod")) return {};
    add_days(value, "value", "start", "end", out);
  }
  return out;
}

// Gold ends a period with the day behind it, and a "from … to …" where its second part begins; of
// that part all days count here.
bool right(const DateExpression& date, const Expected& expected) {
  for (const auto& [from, to] : expected.any) {
    if (date.from != from) continue;
    if (!expected.range) {
      if (date.to == to) return true;
      continue;
    }
    if (date.to == to || date.to + std::chrono::days(1) == to) return true;
    const bool of_month = date.to >= to &&
                          date.to <= month_interval(year_of(to), month_of(to)).to &&
                          date.precision == DatePrecision::month;
    const bool of_year =
        date.to == year_interval(year_of(to)).to && date.precision == DatePrecision::year;
    if (of_month || of_year) return true;
  }
  return false;
}

// The first date of the text that begins in the expression, as the language part reads it. Gold has
// the days for both tenses where they differ, and does not tell which is meant.
bool found_right(const Document& document, std::size_t begin, std::size_t length,
                 const Expected& expected) {
  for (const DateExpression& date : document.dates) {
    if (date.end > begin && date.begin < begin + length) return right(date, expected);
  }
  return false;
}

void count_file(const Language& language, const std::string& path, bool of_model, bool show,
                Counted& counted) {
  const json cases = json::parse(read_all(*open_bytes(path), std::size_t{1} << 26));
  for (const json& one : cases) {
    if (!one.contains("Context")) continue;
    const std::string input = one.at("Input");
    const std::string reference = one.at("Context").at("ReferenceDateTime");
    ReadOptions options;
    options.date = parse_date(reference.substr(0, 10));
    if (!options.date) continue;
    const Document document = language.read(input, options);
    for (const json& result : one.at("Results")) {
      const std::string text = result.at("Text");
      const Expected expected =
          of_model ? expected_of_model(result) : expected_of(result.at("Value"));
      ++counted.seen;
      if (expected.any.empty() || left_out(text) ||
          expected.any[0].first < *parse_date("1000-01-01"))
        continue;
      ++counted.all;
      const bool is_right = found_right(document, result.at("Start"), text.size(), expected);
      counted.right += is_right;
      if (show && !is_right)
        fmt::print(stderr, "{} | {} | {} | {}\n", reference.substr(0, 10), input, text,
                   result.value(of_model ? "Resolution" : "Value", json()).dump());
    }
  }
}

}  // namespace

DateCounts evaluate_dates(const Language& language, const std::string& folder, bool show) {
  DateCounts counts;
  for (const char* name : {"DateParser.json.gz", "DatePeriodParser.json.gz"})
    count_file(language, folder + "/" + name, false, show, counts.parsers);
  count_file(language, folder + "/DateTimeModel.json.gz", true, show, counts.model);
  return counts;
}

}  // namespace volteface::language
