#include "language/model_bytes.h"

#include <fmt/format.h>

#include "volteface/error.h"

namespace volteface::language {

void ModelWriter::number(std::uint64_t value) {
  while (value >= 0x80) {
    out_ += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out_ += static_cast<char>(value);
}

void ModelWriter::bytes(std::string_view value) {
  number(value.size());
  out_ += value;
}

void ModelWriter::texts(const std::vector<std::string>& values) {
  number(values.size());
  for (const std::string& value : values) bytes(value);
}

std::string_view ModelReader::bytes() {
  const std::size_t size = number(content_.size());
  expect(size <= left(), "ends early");
  at_ += size;
  return content_.substr(at_ - size, size);
}

std::vector<std::string> ModelReader::texts() {
  const std::size_t count = number(left());
  std::vector<std::string> values;
  for (std::size_t i = 0; i < count; ++i) values.emplace_back(bytes());
  return values;
}

void ModelReader::fail(const char* wrong) const {
  throw Error(fmt::format("damaged model, at byte {} of its content: {}; expected a file that "
                          "`make models` wrote",
                          at_, wrong),
              {name_, 0, 0});
}

}  // namespace volteface::language
