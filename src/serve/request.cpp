#include "serve/request.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "record/text.h"
#include "record/utf8.h"

namespace volteface::serve {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

[[noreturn]] void refuse_part(std::string_view part, const std::string& expected) {
  throw Refusal(400, fmt::format("'{}' in the address cannot be read", shortened(part)), expected);
}

// In a query a plus sign is a space.
std::string decoded(std::string_view part, bool plus_is_space) {
  std::string out;
  out.reserve(part.size());
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (part[i] == '%') {
      const int high = i + 2 < part.size() ? hex_value(part[i + 1]) : -1;
      const int low = i + 2 < part.size() ? hex_value(part[i + 2]) : -1;
      if (high < 0 || low < 0) refuse_part(part, "two hexadecimal digits behind each %");
      out += static_cast<char>(16 * high + low);
      i += 2;
    } else {
      out += part[i];
    }
  }
  if (first_unshowable(out) != std::string_view::npos)
    refuse_part(part, "UTF-8 text without control characters");
  return out;
}

std::vector<std::string> segments_of(std::string_view path) {
  if (!path.starts_with('/')) refuse_part(path, "a path that begins with /");
  path.remove_prefix(1);
  std::vector<std::string> segments;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    std::string segment = decoded(path.substr(0, end), false);
    if (segment.empty() || segment == "." || segment == "..")
      refuse_part(path, "a path without empty segments, '.' and '..'");
    segments.push_back(std::move(segment));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return segments;
}

constexpr std::array<std::pair<std::string_view, Form>, 5> endings = {{{".json", Form::json},
                                                                       {".csv", Form::csv},
                                                                       {".html", Form::html},
                                                                       {".md", Form::markdown},
                                                                       {".txt", Form::text}}};

// Takes the ending off the last segment. The first page has an empty path: with an ending alone
// behind it, its data is asked for.
Form form_of(std::vector<std::string>& path) {
  if (path.empty()) return Form::plain;
  std::string& last = path.back();
  for (const auto& [ending, form] : endings) {
    const bool is_first_page = path.size() == 1 && last == ending;
    if (!last.ends_with(ending) || (last.size() == ending.size() && !is_first_page)) continue;
    last.resize(last.size() - ending.size());
    if (is_first_page) last = "home";
    return form;
  }
  return Form::plain;
}

std::vector<std::pair<std::string, std::string>> query_of(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    std::string value =
        equals < pair.size() ? decoded(pair.substr(equals + 1), true) : std::string();
    pairs.emplace_back(decoded(pair.substr(0, equals), true), std::move(value));
  }
  std::sort(pairs.begin(), pairs.end());
  const auto twice = std::adjacent_find(
      pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
  if (twice != pairs.end()) {
    throw Refusal(400, fmt::format("'{}' is given twice", shortened(twice->first)),
                  "each name once; several states are joined by commas");
  }
  return pairs;
}

}  // namespace

Request parse_target(std::string_view target) {
  const std::size_t question = std::min(target.find('?'), target.size());
  Request request;
  request.path = segments_of(target.substr(0, question));
  request.form = form_of(request.path);
  if (question < target.size()) request.query = query_of(target.substr(question + 1));
  return request;
}

std::string canonical(const Request& request) {
  // Decoded text holds no control characters, so that these keep the parts apart.
  std::string out(1, static_cast<char>('0' + static_cast<int>(request.form)));
  for (const std::string& segment : request.path) out += "\x01" + segment;
  for (const auto& [name, value] : request.query) out += "\x02" + name + "\x03" + value;
  return out;
}

}  // namespace volteface::serve
