// Bytes of any usual encoding as UTF-8.
#include <fmt/format.h>
#include <iconv.h>

#include <array>
#include <cerrno>

#include "reading/report_parts.h"
#include "record/text.h"
#include "record/utf8.h"

namespace volteface {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

class Converter {
 public:
  explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }

  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // Counts what could not be converted in `lost`.
  std::string convert(std::string_view bytes, std::size_t& lost) {
    std::string out;
    std::array<char, 4096> buffer;
    char* in = const_cast<char*>(bytes.data());  // iconv does not write there
    std::size_t left = bytes.size();
    while (left > 0) {
      char* to = buffer.data();
      std::size_t room = buffer.size();
      const bool failed = iconv(handle_, &in, &left, &to, &room) == static_cast<std::size_t>(-1);
      out.append(buffer.data(), buffer.size() - room);
      if (!failed || errno == E2BIG) continue;
      out += replacement;
      ++lost;
      ++in;
      --left;
    }
    return out;
  }

 private:
  iconv_t handle_;
};

// UTF-8 with what is not replaced.
std::string mended(std::string_view bytes, std::size_t& lost) {
  std::string out;
  for (;;) {
    const std::size_t at = first_invalid_utf8(bytes);
    out += bytes.substr(0, at);
    if (at == bytes.npos) return out;
    out += replacement;
    ++lost;
    bytes.remove_prefix(at + 1);
  }
}

bool is_name(std::string_view charset) {
  if (charset.empty() || charset.size() > 40) return false;
  // A slash would add what is to be done to what glibc reads as a name.
  return charset.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.") == charset.npos;
}

std::string_view charset_of_mark(std::string_view& bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
    return "UTF-8";
  }
  if (bytes.starts_with("\xFF\xFE")) {
    bytes.remove_prefix(2);
    return "UTF-16LE";
  }
  if (bytes.starts_with("\xFE\xFF")) {
    bytes.remove_prefix(2);
    return "UTF-16BE";
  }
  return {};
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view charset, std::string& told) {
  const std::string_view marked = charset_of_mark(bytes);
  if (!marked.empty()) charset = marked;
  const bool is_utf8 = first_invalid_utf8(bytes) == bytes.npos;
  // Pages that are UTF-8 and call themselves something else are far more frequent than texts of
  // another encoding that happen to be UTF-8.
  if (is_utf8 && !charset.starts_with("UTF-16")) return std::string(bytes);
  std::size_t lost = 0;
  std::string out;
  if (equal_ignoring_case(charset, "utf-8") || equal_ignoring_case(charset, "utf8")) {
    out = mended(bytes, lost);
  } else {
    std::string name(is_name(charset) ? charset : "WINDOWS-1252");
    // Browsers, too, take the one for the other.
    if (equal_ignoring_case(name, "iso-8859-1") || equal_ignoring_case(name, "us-ascii")) {
      name = "WINDOWS-1252";
    }
    Converter converter(name);
    if (!converter.is_open()) {
      told =
          fmt::format("is in '{}', which is not known; read as Windows-1252", shortened(charset));
      Converter fallback("WINDOWS-1252");
      return fallback.is_open() ? fallback.convert(bytes, lost) : mended(bytes, lost);
    }
    if (charset.empty()) told = "is not UTF-8; read as Windows-1252";
    out = converter.convert(bytes, lost);
  }
  if (lost > 0) told = fmt::format("{} bytes are no characters of its encoding", lost);
  return out;
}

}  // namespace volteface
