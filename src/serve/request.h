// An address that was asked for, taken apart: "/states/ARG/agreement.csv?with=USA,BRA&by=year".
//
// Everything here comes from a socket. What is not well-formed is refused with what was expected;
// nothing is repaired or guessed.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace volteface::serve {

// The form that an ending asks for; plain is an address without one.
enum class Form : std::uint8_t { plain, json, csv, html, markdown, text };

struct Request {
  std::vector<std::string> path;  // segments, decoded: {"states", "ARG", "agreement"}
  std::vector<std::pair<std::string, std::string>> query;  // decoded, by name; each name once
  Form form = Form::plain;
};

// Why something is not answered: an HTTP status from 400 on, what is wrong, what was expected.
class Refusal : public std::runtime_error {
 public:
  Refusal(int status, const std::string& message, std::string expected = {})
      : std::runtime_error(message), status_(status), expected_(std::move(expected)) {}
  int status() const noexcept { return status_; }
  const std::string& expected() const noexcept { return expected_; }

 private:
  int status_;
  std::string expected_;
};

// Takes apart the target of a request line (RFC 9112, section 3.2.1): a path of UTF-8 segments, and
// a query of name=value pairs as forms send them. Throws Refusal (400) for a path that does not
// begin with "/", bad percent escapes, what is not UTF-8 or is a control character, segments that
// are empty, "." or "..", and a name given twice. Cost: linear.
Request parse_target(std::string_view target);

// The same address for all ways to write it; names an answer in the cache.
std::string canonical(const Request& request);

}  // namespace volteface::serve
