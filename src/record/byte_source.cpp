#include "record/byte_source.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "volteface/error.h"

namespace volteface {
namespace {

class FileBytes final : public ByteSource {
 public:
  explicit FileBytes(const std::string& path)
      : ByteSource(path), file_(gzopen(path.c_str(), "rb")) {
    if (file_ == nullptr)
      throw Error(fmt::format("cannot be opened: {}", std::strerror(errno)), {path});
    gzbuffer(file_, 1 << 18);
  }
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes() override { gzclose(file_); }

  std::size_t read(std::span<char> buffer) override {
    const auto wanted = static_cast<unsigned>(std::min<std::size_t>(buffer.size(), 1U << 30));
    const int got = gzread(file_, buffer.data(), wanted);
    int code = Z_OK;
    const char* message = gzerror(file_, &code);
    // gzread tells a stream that was cut off only by Z_BUF_ERROR beside a short count.
    if (got < 0 || code == Z_BUF_ERROR) {
      const std::string why = code == Z_ERRNO ? std::strerror(errno) : message;
      throw Error(fmt::format("cannot be read to its end: {}", why.empty() ? "cut off" : why),
                  {name()});
    }
    return static_cast<std::size_t>(got);
  }

 private:
  gzFile file_;
};

class MemoryBytes final : public ByteSource {
 public:
  MemoryBytes(std::span<const char> bytes, std::string name)
      : ByteSource(std::move(name)), rest_(bytes) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t n = std::min(buffer.size(), rest_.size());
    std::copy_n(rest_.begin(), n, buffer.begin());
    rest_ = rest_.subspan(n);
    return n;
  }

 private:
  std::span<const char> rest_;
};

}  // namespace

std::unique_ptr<ByteSource> open_bytes(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw Error("is a folder, expected a file", {path});
  }
  return std::make_unique<FileBytes>(path);
}

std::unique_ptr<ByteSource> memory_bytes(std::span<const char> bytes, std::string name) {
  return std::make_unique<MemoryBytes>(bytes, std::move(name));
}

std::string read_all(ByteSource& source, std::size_t limit) {
  std::string all;
  std::size_t used = 0;
  for (;;) {
    all.resize(std::max<std::size_t>(used * 2, 1 << 16));
    const std::size_t got = source.read({all.data() + used, all.size() - used});
    used += got;
    if (used > limit) {
      throw Error(fmt::format("is larger than the {} bytes allowed", limit), {source.name()});
    }
    if (got == 0) break;
  }
  all.resize(used);
  return all;
}

}  // namespace volteface
