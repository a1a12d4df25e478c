#include "brief/html_text.h"

#include <algorithm>

#include "record/text.h"

namespace volteface {

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

bool may_be_linked(std::string_view address) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (address.size() > scheme.size() &&
        equal_ignoring_case(address.substr(0, scheme.size()), scheme)) {
      return std::none_of(address.begin(), address.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
      });
    }
  }
  return false;
}

}  // namespace volteface
