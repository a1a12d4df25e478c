#include "cli/table.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "volteface/version.h"

namespace volteface::cli {
namespace {

// The text of a cell; empty for nothing and for NaN.
std::string cell_text(const Cell& cell, int digits) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *whole);
  if (const auto* real = std::get_if<double>(&cell)) {
    return std::isfinite(*real) ? fmt::format("{:.{}f}", *real, digits) : "";
  }
  return "";
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

// Code points, which is near enough to columns on a terminal for names of states and titles.
std::size_t width(const std::string& text) {
  std::size_t n = 0;
  for (char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

bool is_text(const Cell& cell) { return std::holds_alternative<std::string>(cell); }

nlohmann::ordered_json cell_json(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return *whole;
  if (const auto* real = std::get_if<double>(&cell)) {
    if (std::isfinite(*real)) return *real;
  }
  return nullptr;
}

}  // namespace

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::add(std::vector<Cell> row) {
  if (row.size() != columns_.size()) throw std::logic_error("a row of another length than the header");
  rows_.push_back(std::move(row));
}

int Table::print(Format format, const Record& record) const {
  fmt::memory_buffer out;
  const auto to = std::back_inserter(out);
  if (format == Format::csv) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      fmt::format_to(to, "{}{}", i ? "," : "", columns_[i].name);
    }
    fmt::format_to(to, "\n");
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        fmt::format_to(to, "{}{}", i ? "," : "", csv_text(cell_text(row[i], columns_[i].digits)));
      }
      fmt::format_to(to, "\n");
    }
  } else if (format == Format::json) {
    nlohmann::ordered_json all;
    all["volteface"] = version();
    all["record"] = {{"last_date", record.roll_calls.empty() ? "" : format_date(record.last_date())},
                     {"hash", record.hash}};
    all["rows"] = nlohmann::ordered_json::array();
    for (const auto& row : rows_) {
      nlohmann::ordered_json object;
      for (std::size_t i = 0; i < row.size(); ++i) object[columns_[i].name] = cell_json(row[i]);
      all["rows"].push_back(std::move(object));
    }
    const auto text = all.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    fmt::format_to(to, "{}\n", text);
  } else {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      widths.push_back(columns_[i].name.size());
      for (const auto& row : rows_) {
        widths[i] = std::max(widths[i], width(cell_text(row[i], columns_[i].digits)));
      }
    }
    const auto put = [&](const std::string& text, std::size_t i, bool left) {
      const std::string space(widths[i] - width(text), ' ');
      const bool last = i + 1 == columns_.size();
      fmt::format_to(to, "{}{}", left ? text + (last ? "" : space) : space + text, last ? "\n" : "  ");
    };
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      put(columns_[i].name, i, rows_.empty() || is_text(rows_.front()[i]));
    }
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        put(cell_text(row[i], columns_[i].digits), i, is_text(row[i]));
      }
    }
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
  if (format == Format::text && !record.roll_calls.empty()) {
    fmt::print(stderr, "record to {} ({}) · volteface {}\n", format_date(record.last_date()),
               record.hash, version());
  }
  return rows_.empty() ? nothing_found : found;
}

}  // namespace volteface::cli
