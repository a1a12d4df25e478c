#include "cli/agreement_writer.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/table.h"
#include "volteface/version.h"

namespace volteface::cli {
namespace {

struct NamedMeasure {
  const char* name;
  Measure Agreement::*measure;
};

constexpr std::array<NamedMeasure, 6> measures = {{{"agreement", &Agreement::agreement},
                                                   {"coincidence", &Agreement::coincidence},
                                                   {"s", &Agreement::s},
                                                   {"kappa", &Agreement::kappa},
                                                   {"weighted_kappa", &Agreement::weighted_kappa},
                                                   {"pi", &Agreement::pi}}};

// Four digits behind the point, for numbers from -1 to 1; nothing for NaN. Several times as fast as
// a general formatter, which is what makes a million rows a matter of a second.
void append_number(double number, std::string& out) {
  if (std::isnan(number)) return;
  auto scaled = static_cast<unsigned>(std::abs(number) * 10000 + 0.5);
  if (number < 0 && scaled != 0) out += '-';
  char digits[6] = {static_cast<char>('0' + scaled / 10000), '.'};
  for (int i = 5; i > 1; --i) {
    digits[i] = static_cast<char>('0' + scaled % 10);
    scaled /= 10;
  }
  out.append(digits, sizeof digits);
}

void append_json_number(double number, std::string& out) {
  if (std::isnan(number)) {
    out += "null";
  } else {
    fmt::format_to(std::back_inserter(out), "{}", number);
  }
}

std::string json_text(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string csv_text(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) {
    quoted += c;
    if (c == '"') quoted += c;
  }
  return quoted + '"';
}

}  // namespace

AgreementWriter::AgreementWriter(Format format, const Record& record,
                                 const std::vector<Period>& periods)
    : format_(format), record_(record) {
  const auto text = format == Format::json ? json_text : csv_text;
  for (const State& state : record.states) states_.push_back(text(state.code));
  for (const Period& period : periods) periods_.push_back(text(period.name));
}

std::string AgreementWriter::header() const {
  if (format_ == Format::json) {
    const std::string last = record_.roll_calls.empty() ? "" : format_date(record_.last_date());
    return fmt::format(
        "{{\"volteface\":{},\"record\":{{\"last_date\":{},\"hash\":{}}},\"rows\":[\n",
        json_text(version()), json_text(last), json_text(record_.hash));
  }
  std::string line = "a,b,period,n";
  for (const auto& [name, measure] : measures) line += fmt::format(",{}", name);
  for (const auto& [name, measure] : measures) line += fmt::format(",{0}_lo,{0}_hi", name);
  return line + ",coincidence_n\n";
}

std::string AgreementWriter::text(std::span<const AgreementRow> rows) const {
  constexpr std::size_t usual_csv_row = 180;
  std::string out;
  out.reserve(rows.size() * usual_csv_row);
  for (const AgreementRow& row : rows) {
    if (format_ == Format::json) {
      if (!out.empty()) out += separator();
      append_json(row, out);
    } else {
      append_csv(row, out);
    }
  }
  return out;
}

void AgreementWriter::append_csv(const AgreementRow& row, std::string& out) const {
  out.append(states_[row.a]).append(",").append(states_[row.b]);
  out.append(",").append(periods_[row.period]).append(",");
  const fmt::format_int n(row.table.n());
  out.append(n.data(), n.size());
  for (const auto& [name, measure] : measures) {
    out += ',';
    append_number((row.measures.*measure).value, out);
  }
  for (const auto& [name, measure] : measures) {
    out += ',';
    append_number((row.measures.*measure).lo, out);
    out += ',';
    append_number((row.measures.*measure).hi, out);
  }
  const fmt::format_int coincidence_n(row.measures.coincidence_n);
  out.append(",").append(coincidence_n.data(), coincidence_n.size()).append("\n");
}

void AgreementWriter::append_json(const AgreementRow& row, std::string& out) const {
  const auto to = std::back_inserter(out);
  fmt::format_to(to, "{{\"a\":{},\"b\":{},\"period\":{},\"n\":{}", states_[row.a], states_[row.b],
                 periods_[row.period], row.table.n());
  const auto field = [&](const char* name, const char* suffix, double number) {
    fmt::format_to(to, ",\"{}{}\":", name, suffix);
    append_json_number(number, out);
  };
  for (const auto& [name, measure] : measures) field(name, "", (row.measures.*measure).value);
  for (const auto& [name, measure] : measures) {
    field(name, "_lo", (row.measures.*measure).lo);
    field(name, "_hi", (row.measures.*measure).hi);
  }
  fmt::format_to(to, ",\"coincidence_n\":{}}}", row.measures.coincidence_n);
}

}  // namespace volteface::cli
