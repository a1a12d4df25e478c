#include "serve/rows.h"

#include <fmt/format.h>

namespace volteface::serve {
namespace {

std::string text_of(const Json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) return value.contains("state") ? text_of(value["state"]) : value.dump();
  if (value.is_array()) {
    std::vector<std::string> parts;
    for (const Json& one : value) parts.push_back(text_of(one));
    return fmt::format("{}", fmt::join(parts, "|"));
  }
  return value.dump();
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    if (c == '"') out += c;
  }
  return out + '"';
}

}  // namespace

std::string csv_of(const std::vector<std::string>& columns, const Json& rows) {
  std::string out = fmt::format("{}\n", fmt::join(columns, ","));
  for (const Json& row : rows) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto cell = row.find(columns[i]);
      out += (i > 0 ? "," : "") + (cell == row.end() ? std::string() : quoted(text_of(*cell)));
    }
    out += '\n';
  }
  return out;
}

}  // namespace volteface::serve
