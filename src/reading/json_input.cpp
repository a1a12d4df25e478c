#include "reading/json_input.h"

#include <fmt/format.h>

#include <limits>

#include "record/text.h"

namespace volteface {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

}  // namespace

simdjson::dom::object object_of_line(simdjson::dom::parser& parser, std::string_view line,
                                     const Position& position) {
  simdjson::dom::element value;
  if (const auto failure = parser.parse(line.data(), line.size()).get(value)) {
    throw Error(fmt::format("is not JSON: {}; expected one object a line",
                            simdjson::error_message(failure)),
                position);
  }
  simdjson::dom::object object;
  if (value.get(object)) {
    throw Error(fmt::format("'{}' is no JSON object; expected one a line", shortened(line)),
                position);
  }
  return object;
}

void JsonFields::fail(const std::string& message) const { throw Error(message, position_); }

bool JsonFields::has(const char* name) const {
  simdjson::dom::element ignored;
  return !object_[name].get(ignored);
}

simdjson::dom::element JsonFields::field(const char* name) const {
  simdjson::dom::element value;
  if (object_[name].get(value)) fail(fmt::format("the {} has no field '{}'", what_, name));
  return value;
}

std::string JsonFields::text_or_null(const char* name) const {
  const auto value = field(name);
  std::string_view text;
  if (value.is_null()) return {};
  if (value.get(text) || is_blank(text)) {
    fail(fmt::format("'{}' of the {} is neither text nor null", name, what_));
  }
  return std::string(text);
}

std::string JsonFields::text(const char* name) const {
  std::string text = text_or_null(name);
  if (text.empty()) fail(fmt::format("'{}' of the {} is null; expected text", name, what_));
  return text;
}

std::string JsonFields::optional_text(const char* name) const {
  simdjson::dom::element value;
  if (object_[name].get(value) || value.is_null()) return {};
  std::string_view text;
  if (value.get(text)) fail(fmt::format("'{}' of the {} is no text", name, what_));
  return std::string(text);
}

bool JsonFields::flag(const char* name) const {
  simdjson::dom::element value;
  if (object_[name].get(value)) return false;
  bool flag = false;
  if (value.get(flag)) fail(fmt::format("'{}' of the {} is neither true nor false", name, what_));
  return flag;
}

std::optional<double> JsonFields::optional_share(const char* name) const {
  simdjson::dom::element value;
  if (object_[name].get(value) || value.is_null()) return std::nullopt;
  double share = 0;
  if (value.get(share) || !(share >= 0 && share <= 1))
    fail(fmt::format("'{}' of the {} is no number from 0 to 1", name, what_));
  return share;
}

std::uint32_t JsonFields::number(const char* name) const {
  simdjson::dom::element value;
  if (object_[name].get(value)) return 0;
  std::uint64_t number = 0;
  if (value.get(number) || number > std::numeric_limits<std::uint32_t>::max()) {
    fail(fmt::format("'{}' of the {} is no whole number from 0 to 4294967295", name, what_));
  }
  return static_cast<std::uint32_t>(number);
}

Date JsonFields::day(simdjson::dom::element value, const char* name) const {
  std::string_view text;
  if (!value.get(text)) {
    if (const auto date = parse_date(text)) return *date;
    fail(fmt::format("'{}' of the {}: '{}' is no day; expected 2025-02-24", name, what_,
                     shortened(text)));
  }
  fail(fmt::format("'{}' of the {} holds no days; expected [\"2025-02-24\", \"2025-02-28\"]", name,
                   what_));
}

simdjson::dom::array JsonFields::array(const char* name) const {
  simdjson::dom::array array;
  if (field(name).get(array)) fail(fmt::format("'{}' of the {} is no array", name, what_));
  return array;
}

JsonFields JsonFields::object(const char* name) const {
  simdjson::dom::object object;
  if (field(name).get(object)) fail(fmt::format("'{}' of the {} is no object", name, what_));
  return JsonFields(object, name, position_);
}

}  // namespace volteface
