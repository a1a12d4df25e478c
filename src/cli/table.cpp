#include "cli/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>
#include <numeric>
#include <sstream>
#include <stdexcept>

#include "cli/terminal.h"
#include "volteface/version.h"

namespace volteface::cli {
namespace {

constexpr std::size_t space_between = 2;
constexpr std::size_t least_fitted = 10;  // a fitted column does not get narrower

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

bool is_text(const Cell& cell) { return std::holds_alternative<std::string>(cell); }

nlohmann::ordered_json cell_json(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return *whole;
  if (const auto* real = std::get_if<double>(&cell)) {
    if (std::isfinite(*real)) return *real;
  }
  return nullptr;
}

// One row of cells as text; a cell of more than one line goes on below its own beginning.
std::string lines_of(const std::vector<std::vector<std::string>>& cells,
                     const std::vector<std::size_t>& widths, const std::vector<bool>& left) {
  std::size_t height = 1;
  for (const auto& cell : cells) height = std::max(height, cell.size());
  std::string lines;
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string part = line < cells[i].size() ? cells[i][line] : "";
      const std::string padding(widths[i] - std::min(widths[i], display_width(part)), ' ');
      text +=
          (i ? std::string(space_between, ' ') : "") + (left[i] ? part + padding : padding + part);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    lines += text + "\n";
  }
  return lines;
}

std::vector<std::string> fitted(const std::string& text, Fit fit, std::size_t width) {
  if (fit == Fit::whole || display_width(text) <= width) return {text};
  if (fit == Fit::cut) return {cut_to(text, width)};
  std::istringstream in(wrapped(text, width));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::add(std::vector<Cell> row) {
  if (row.size() != columns_.size()) {
    throw std::logic_error("a row of another length than the header");
  }
  rows_.push_back(std::move(row));
}

// What each column needs; where that is more than there is, fitted columns give up the difference,
// the widest first.
std::vector<std::size_t> Table::column_widths(std::size_t width) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    widths.push_back(display_width(columns_[i].name));
    for (const auto& row : rows_) {
      widths[i] = std::max(widths[i], display_width(cell_text(row[i], columns_[i].digits)));
    }
  }
  std::size_t needed = std::accumulate(widths.begin(), widths.end(), std::size_t{0}) +
                       space_between * (widths.empty() ? 0 : widths.size() - 1);
  while (needed > width) {
    std::size_t widest = columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].fit == Fit::whole || widths[i] <= least_fitted) continue;
      if (widest == columns_.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == columns_.size()) break;
    const std::size_t cut = std::min(needed - width, widths[widest] - least_fitted);
    widths[widest] -= cut;
    needed -= cut;
  }
  return widths;
}

std::string Table::text(std::size_t width) const {
  const auto widths = column_widths(width);
  std::vector<bool> left;
  std::vector<std::vector<std::string>> cells;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    left.push_back(rows_.empty() || is_text(rows_.front()[i]));
    cells.push_back({columns_[i].name});
  }
  std::string text = bold(lines_of(cells, widths, left));
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells[i] = fitted(cell_text(row[i], columns_[i].digits), columns_[i].fit, widths[i]);
    }
    text += lines_of(cells, widths, left);
  }
  return text;
}

std::string Table::csv() const {
  std::string csv;
  for (std::size_t i = 0; i < columns_.size(); ++i) csv += (i ? "," : "") + columns_[i].name;
  csv += "\n";
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      csv += (i ? "," : "") + csv_text(cell_text(row[i], columns_[i].digits));
    }
    csv += "\n";
  }
  return csv;
}

nlohmann::ordered_json Table::json(const Record& record) const {
  nlohmann::ordered_json all = json_head(record);
  all["rows"] = nlohmann::ordered_json::array();
  for (const auto& row : rows_) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i) object[columns_[i].name] = cell_json(row[i]);
    all["rows"].push_back(std::move(object));
  }
  return all;
}

int Table::print(Format format, const Record& record) const {
  if (format == Format::json) {
    print_json(json(record));
  } else {
    if (format == Format::csv) print_out(csv());
    // A header over nothing would look like an answer.
    if (format == Format::text && !rows_.empty()) print_out(text(terminal_width()));
    print_provenance(record);
  }
  return rows_.empty() ? nothing_found : found;
}

nlohmann::ordered_json json_head(const Record& record) {
  nlohmann::ordered_json head;
  head["volteface"] = version();
  head["record"]["last_date"] = record.roll_calls.empty() ? "" : format_date(record.last_date());
  head["record"]["hash"] = record.hash;
  return head;
}

void print_json(const nlohmann::ordered_json& json) {
  constexpr auto replace = nlohmann::ordered_json::error_handler_t::replace;
  print_out(json.dump(1, ' ', false, replace) + "\n");
}

void print_out(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) throw_unwritten();
}

void throw_unwritten() {
  throw Error(fmt::format("standard output could not be written ({})", std::strerror(errno)));
}

void print_provenance(const Record& record) {
  const std::string last = record.roll_calls.empty() ? "nothing" : format_date(record.last_date());
  fmt::print(stderr, "record to {} ({}) · volteface {}\n", last, record.hash, version());
}

}  // namespace volteface::cli
