// Numbers and texts as they lie in a model file: LEB128 and lengths before bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace volteface::language {

class ModelWriter {
 public:
  void number(std::uint64_t value);
  void bytes(std::string_view value);
  void texts(const std::vector<std::string>& values);
  const std::string& content() const { return out_; }

 private:
  std::string out_;
};

// The reverse. Every read is checked; what is wrong is an Error that names the file and the offset.
class ModelReader {
 public:
  // `name` of the file, or of the section of it, for messages. Both must outlive the reader.
  ModelReader(std::string_view content, std::string name)
      : content_(content), name_(std::move(name)) {}

  std::uint64_t number(std::uint64_t at_most) {  // here, for there are millions of them
    std::uint64_t value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      expect(at_ < content_.size(), "ends early");
      const auto byte = static_cast<unsigned char>(content_[at_++]);
      value |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte < 0x80) {
        expect(value <= at_most, "a number is too large");
        return value;
      }
    }
    fail("a number is too long");
  }
  std::string_view bytes();
  std::vector<std::string> texts();
  std::size_t left() const { return content_.size() - at_; }
  void expect(bool holds, const char* else_wrong) const {
    if (!holds) fail(else_wrong);
  }

 private:
  [[noreturn]] void fail(const char* wrong) const;

  std::string_view content_;
  std::string name_;
  std::size_t at_ = 0;
};

}  // namespace volteface::language
