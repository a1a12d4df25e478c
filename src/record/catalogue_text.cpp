#include "record/catalogue_text.h"

#include <algorithm>

#include "record/utf8.h"

namespace volteface {

std::string clean_text(std::string_view text) {
  std::string clean = showable(text, ' ');
  clean.erase(clean.find_last_not_of(' ') + 1);
  clean.erase(0, std::min(clean.find_first_not_of(' '), clean.size()));
  return clean;
}

std::string plain_title(std::string_view title) {
  std::string plain = clean_text(title);
  for (const std::string_view what : {"resolution", "decision"}) {
    for (const std::string_view colon : {" : ", ": "}) {
      const std::string ending =
          std::string(colon) + std::string(what) + " / adopted by the General Assembly";
      if (!plain.ends_with(ending)) continue;
      plain.resize(plain.size() - ending.size());
      return clean_text(plain);
    }
  }
  return plain;
}

std::vector<std::string> split_text(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string part = clean_text(text.substr(0, end));
    if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end()) {
      parts.push_back(std::move(part));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace volteface
