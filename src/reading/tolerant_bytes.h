// Bytes of a file or of standard input, plain or gzip, read as far as they go.
//
// A crawl is many gzip members one behind the other. Where one is damaged or cut off, the others
// still hold reports: what was unpacked of it is given, the loss is told, and reading goes on with
// the next member that can be found.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "record/byte_source.h"

namespace volteface {

class TolerantBytes final : public ByteSource {
 public:
  // Gives the next bytes as they are stored; 0 at the end.
  using Raw = std::function<std::size_t(std::span<char>)>;

  TolerantBytes(Raw raw, std::string name);
  TolerantBytes(const TolerantBytes&) = delete;
  TolerantBytes& operator=(const TolerantBytes&) = delete;
  ~TolerantBytes() override;

  std::size_t read(std::span<char> buffer) override;

  // Called with what was lost, when it is.
  std::function<void(const std::string&)> on_loss;

 private:
  bool fill();
  bool begins_member() const;
  std::size_t inflate_some(std::span<char> buffer);
  void lose(const std::string& why);
  void find_next_member();

  Raw raw_;
  std::vector<char> stored_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t passed_ = 0;  // stored bytes before begin_
  bool at_end_ = false;
  enum class Form { unknown, plain, gzip } form_ = Form::unknown;
  z_stream stream_{};
  bool in_member_ = false;
};

// A file, or standard input for "-". `on_read` is called with the count of each read of stored
// bytes. Throws Error where it cannot be opened.
std::unique_ptr<TolerantBytes> open_tolerant(const std::string& path,
                                             std::function<void(std::size_t)> on_read);

// Lines and blocks out of a source.
class BufferedBytes {
 public:
  explicit BufferedBytes(ByteSource& source) : source_(&source) {}

  // The next line, without its end; false at the end of the bytes. Of a line longer than `limit`
  // that much is given, the rest passed over, and `too_long` set.
  bool next_line(std::string& line, std::size_t limit, bool& too_long);

  // Up to n bytes; fewer only at the end.
  std::string next_block(std::size_t n);
  // Passes over up to n bytes, and tells how many there were.
  std::uint64_t skip(std::uint64_t n);
  // Puts bytes back in front.
  void put_back(std::string_view bytes);
  // The next bytes, at least n of them where there are, still to come.
  std::string_view peek(std::size_t n);

 private:
  bool fill();
  std::string_view left() const { return std::string_view(buffer_).substr(begin_); }

  ByteSource* source_;
  std::string buffer_;
  std::size_t begin_ = 0;
};

// All that gzip or zlib bytes unpack to, to `limit` bytes; less where they are damaged.
std::string unpacked(std::string_view bytes, std::size_t limit, bool& whole);

}  // namespace volteface
