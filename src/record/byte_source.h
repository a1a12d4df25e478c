// Where bytes come from: a file (plain or gzip) or memory, read in pieces so that any size streams.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace volteface {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills a front part of `buffer` and returns its length; 0 only at the end. Throws Error where
  // the file cannot be read or its compression is damaged or cut off.
  virtual std::size_t read(std::span<char> buffer) = 0;
  const std::string& name() const { return name_; }

 protected:
  explicit ByteSource(std::string name) : name_(std::move(name)) {}

 private:
  std::string name_;
};

// A file, plain or gzip (told apart by its first bytes). Throws Error if it cannot be opened.
std::unique_ptr<ByteSource> open_bytes(const std::string& path);

// Bytes that outlive the source.
std::unique_ptr<ByteSource> memory_bytes(std::span<const char> bytes, std::string name);

// All that is left of a source; throws Error beyond `limit` bytes.
std::string read_all(ByteSource& source, std::size_t limit);

}  // namespace volteface
