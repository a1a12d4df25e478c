// Reading one JSON object of a file of JSON lines, with errors that name file and line.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

#include "volteface/date.h"
#include "volteface/error.h"

namespace volteface {

// The object that a line holds. Throws Error where it is not JSON, or no object. What it gives is
// valid until the parser is used again.
simdjson::dom::object object_of_line(simdjson::dom::parser& parser, std::string_view line,
                                     const Position& position);

// The fields of an object, by name.
class JsonFields {
 public:
  // `what` names the object in messages: "record", "cause".
  JsonFields(simdjson::dom::object object, std::string what, Position position)
      : object_(object), what_(std::move(what)), position_(std::move(position)) {}

  bool has(const char* name) const;
  std::string text(const char* name) const;                      // a string that is not empty
  std::string text_or_null(const char* name) const;              // null gives ""
  std::string optional_text(const char* name) const;             // missing or null gives ""
  bool flag(const char* name) const;                             // missing gives false
  std::uint32_t number(const char* name) const;                  // missing gives 0
  std::optional<double> optional_share(const char* name) const;  // 0 to 1; missing or null: none
  Date day(simdjson::dom::element value, const char* name) const;
  simdjson::dom::array array(const char* name) const;
  JsonFields object(const char* name) const;

  [[noreturn]] void fail(const std::string& message) const;

 private:
  simdjson::dom::element field(const char* name) const;

  simdjson::dom::object object_;
  std::string what_;
  Position position_;
};

}  // namespace volteface
