#include "reading/tolerant_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "volteface/error.h"

namespace volteface {
namespace {

constexpr std::size_t stored_bytes = std::size_t{1} << 18;
constexpr int any_header = 15 + 32;  // gzip or zlib
constexpr int gzip_header = 15 + 16;
constexpr std::string_view member_mark = "\x1F\x8B\x08";

}  // namespace

TolerantBytes::TolerantBytes(Raw raw, std::string name)
    : ByteSource(std::move(name)), raw_(std::move(raw)), stored_(stored_bytes) {}

TolerantBytes::~TolerantBytes() {
  if (in_member_) inflateEnd(&stream_);
}

bool TolerantBytes::fill() {
  if (begin_ > 0)
    std::copy(stored_.begin() + static_cast<std::ptrdiff_t>(begin_),
              stored_.begin() + static_cast<std::ptrdiff_t>(end_), stored_.begin());
  passed_ += begin_;
  end_ -= begin_;
  begin_ = 0;
  if (at_end_ || end_ == stored_.size()) return false;
  const std::size_t got = raw_({stored_.data() + end_, stored_.size() - end_});
  at_end_ = got == 0;
  end_ += got;
  return got > 0;
}

bool TolerantBytes::begins_member() const {
  return std::string_view(stored_.data() + begin_, end_ - begin_).starts_with(member_mark);
}

std::size_t TolerantBytes::read(std::span<char> buffer) {
  while (form_ == Form::unknown && end_ - begin_ < member_mark.size() && fill()) {
  }
  if (form_ == Form::unknown) form_ = begins_member() ? Form::gzip : Form::plain;
  if (form_ == Form::gzip) return inflate_some(buffer);
  if (begin_ == end_ && !fill()) return 0;
  const std::size_t n = std::min(buffer.size(), end_ - begin_);
  std::copy_n(stored_.begin() + static_cast<std::ptrdiff_t>(begin_), n, buffer.begin());
  begin_ += n;
  return n;
}

void TolerantBytes::lose(const std::string& why) {
  if (on_loss) on_loss(fmt::format("{} at byte {} of what is stored", why, passed_ + begin_));
}

// Behind the place where a member was damaged.
void TolerantBytes::find_next_member() {
  for (;;) {
    const std::string_view rest(stored_.data() + begin_, end_ - begin_);
    const auto at = rest.find(member_mark);
    if (at != rest.npos) {
      begin_ += at;
      return;
    }
    // The mark may lie across what is filled in next.
    begin_ = end_ - std::min(end_ - begin_, member_mark.size() - 1);
    if (!fill()) {
      begin_ = end_;
      return;
    }
  }
}

std::size_t TolerantBytes::inflate_some(std::span<char> buffer) {
  stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
  stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(buffer.size(), 1U << 30));
  const uInt room = stream_.avail_out;
  while (stream_.avail_out == room) {
    if (begin_ == end_ && !fill()) {
      if (in_member_) {
        lose("the compressed data is cut off");
        inflateEnd(&stream_);
        in_member_ = false;
      }
      return 0;
    }
    if (!in_member_) {
      while (end_ - begin_ < member_mark.size() && fill()) {
      }
      if (!begins_member()) {
        // gzip lets zeros fill up a file's last block.
        if (stored_[begin_] != 0) lose("bytes that are not compressed stand between");
        find_next_member();
        continue;
      }
      if (inflateInit2(&stream_, gzip_header) != Z_OK) throw Error("no memory", {name()});
      in_member_ = true;
    }
    stream_.next_in = reinterpret_cast<Bytef*>(stored_.data() + begin_);
    stream_.avail_in = static_cast<uInt>(end_ - begin_);
    const int code = inflate(&stream_, Z_NO_FLUSH);
    begin_ = end_ - stream_.avail_in;
    if (code == Z_OK || code == Z_BUF_ERROR) continue;
    inflateEnd(&stream_);
    in_member_ = false;
    if (code != Z_STREAM_END) {
      lose("the compressed data is damaged");
      find_next_member();
    }
  }
  return room - stream_.avail_out;
}

std::unique_ptr<TolerantBytes> open_tolerant(const std::string& path,
                                             std::function<void(std::size_t)> on_read) {
  const bool is_standard_input = path == "-";
  std::shared_ptr<std::FILE> file(is_standard_input ? stdin : std::fopen(path.c_str(), "rb"),
                                  [is_standard_input](std::FILE* f) {
                                    if (f != nullptr && !is_standard_input) std::fclose(f);
                                  });
  if (!file) throw Error(fmt::format("cannot be opened: {}", std::strerror(errno)), {path});
  const std::string name = is_standard_input ? "standard input" : path;
  auto raw = [file, name, on_read = std::move(on_read)](std::span<char> buffer) {
    const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get());
    if (got == 0 && std::ferror(file.get()) != 0) {
      throw Error(fmt::format("cannot be read to its end: {}", std::strerror(errno)), {name});
    }
    if (on_read) on_read(got);
    return got;
  };
  return std::make_unique<TolerantBytes>(raw, name);
}

bool BufferedBytes::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + (std::size_t{1} << 16));
  const std::size_t got = source_->read({buffer_.data() + before, buffer_.size() - before});
  buffer_.resize(before + got);
  return got > 0;
}

bool BufferedBytes::next_line(std::string& line, std::size_t limit, bool& too_long) {
  line.clear();
  too_long = false;
  bool any = false;
  for (;;) {
    const std::string_view rest = left();
    const auto end = rest.find('\n');
    const std::string_view piece = rest.substr(0, end);
    any = any || !rest.empty();
    line += piece.substr(0, limit - std::min(limit, line.size()));
    too_long = too_long || (line.size() == limit && !piece.empty());
    begin_ += std::min(rest.size(), piece.size() + (end == rest.npos ? 0 : 1));
    if (end != rest.npos) break;
    if (!fill()) {
      if (!any) return false;
      break;
    }
  }
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

std::string BufferedBytes::next_block(std::size_t n) {
  std::string block;
  while (block.size() < n && (!left().empty() || fill())) {
    const std::string_view piece = left().substr(0, n - block.size());
    block += piece;
    begin_ += piece.size();
  }
  return block;
}

std::uint64_t BufferedBytes::skip(std::uint64_t n) {
  std::uint64_t skipped = 0;
  while (skipped < n && (!left().empty() || fill())) {
    const std::uint64_t piece = std::min<std::uint64_t>(left().size(), n - skipped);
    skipped += piece;
    begin_ += piece;
  }
  return skipped;
}

void BufferedBytes::put_back(std::string_view bytes) {
  buffer_.replace(0, begin_, bytes);
  begin_ = 0;
}

std::string_view BufferedBytes::peek(std::size_t n) {
  while (left().size() < n && fill()) {
  }
  return left();
}

std::string unpacked(std::string_view bytes, std::size_t limit, bool& whole) {
  whole = false;
  z_stream stream{};
  std::string out;
  if (inflateInit2(&stream, any_header) != Z_OK) return out;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  int code = Z_OK;
  while (code == Z_OK && out.size() < limit) {
    const std::size_t before = out.size();
    out.resize(std::min(limit, before + (std::size_t{1} << 16)));
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream.avail_out = static_cast<uInt>(out.size() - before);
    code = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
  }
  whole = code == Z_STREAM_END;
  inflateEnd(&stream);
  return out;
}

}  // namespace volteface
