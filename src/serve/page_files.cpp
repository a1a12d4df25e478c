#include "serve/page_files.h"

#include <fmt/format.h>
#include <xxhash.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "volteface/error.h"

extern "C" {
extern const char volteface_page_begin[];
extern const char volteface_page_end[];
}

namespace volteface::serve {
namespace {

constexpr std::string_view magic = "volteface page 1 ";

// The text up to the next line end, which is taken too; throws where there is none.
std::string_view line_of(std::string_view& rest, const std::string& name) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos)
    throw Error("cut off; expected a page that `make page` wrote", {name});
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

std::string content_type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> types = {
      {{".html", "text/html; charset=utf-8"},
       {".js", "text/javascript; charset=utf-8"},
       {".css", "text/css; charset=utf-8"},
       {".json", "application/json"},
       {".svg", "image/svg+xml"},
       {".png", "image/png"},
       {".txt", "text/plain; charset=utf-8"}}};
  for (const auto& [ending, type] : types) {
    if (path.ends_with(ending)) return std::string(type);
  }
  return "application/octet-stream";
}

}  // namespace

PageFiles::PageFiles()
    : PageFiles({volteface_page_begin,
                 static_cast<std::size_t>(volteface_page_end - volteface_page_begin)},
                "the page linked in") {}

PageFiles::PageFiles(std::string_view bytes, const std::string& name) {
  const std::string_view first = line_of(bytes, name);
  if (!first.starts_with(magic))
    throw Error("no page; expected one that `make page` wrote", {name});
  source_hash_ = first.substr(magic.size());
  while (!bytes.empty()) {
    const std::string_view line = line_of(bytes, name);
    const std::size_t space = line.rfind(' ');
    std::size_t size = 0;
    const char* end = line.data() + line.size();
    const bool is_size = space != std::string_view::npos &&
                         std::from_chars(line.data() + space + 1, end, size).ptr == end;
    if (!is_size || size > bytes.size())
      throw Error("damaged; expected a page that `make page` wrote", {name});
    PageFile file;
    file.path = line.substr(0, space);
    file.content_type = content_type_of(file.path);
    file.packed = bytes.substr(0, size);
    file.tag = fmt::format("\"{:016x}\"", XXH3_64bits(file.packed.data(), file.packed.size()));
    file.forever = file.path.starts_with("assets/");
    bytes.remove_prefix(size);
    files_.push_back(std::move(file));
  }
}

const PageFile* PageFiles::find(std::string_view path) const {
  const auto file =
      std::find_if(files_.begin(), files_.end(), [&](const PageFile& f) { return f.path == path; });
  return file == files_.end() ? nullptr : &*file;
}

std::string unpacked(const PageFile& file) {
  constexpr std::size_t most = std::size_t{64} << 20;
  constexpr int gzip_window = 15 + 16;
  z_stream stream{};
  if (inflateInit2(&stream, gzip_window) != Z_OK) throw Error("no memory to unpack", {file.path});
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(file.packed.data()));
  stream.avail_in = static_cast<uInt>(file.packed.size());
  std::string out;
  int state = Z_OK;
  while (state == Z_OK && out.size() < most) {
    std::array<char, 1 << 16> piece;
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (state != Z_STREAM_END) throw Error("damaged; expected gzip", {file.path});
  return out;
}

}  // namespace volteface::serve
