// Packs the built page into one file: pack_page WEB OUT reads WEB/dist, and names WEB's sources.
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "serve/page_sources.h"
#include "volteface/error.h"

namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw volteface::Error("cannot be read", {path.string()});
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

// Without a time or a name in its head, so that the same page gives the same bytes.
std::string gzipped(const std::string& content) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 9, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw volteface::Error("no memory to pack");
  std::string out(deflateBound(&stream, content.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

void pack(const fs::path& web, const std::string& out) {
  std::vector<fs::path> files;
  const fs::path built = web / "dist";
  if (!fs::exists(built / "index.html"))
    throw volteface::Error("no page; expected one that `npm run build` made", {built.string()});
  for (const auto& entry : fs::recursive_directory_iterator(built)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::string bytes =
      fmt::format("volteface page 1 {}\n", volteface::serve::hash_of_page_sources(web.string()));
  for (const fs::path& file : files) {
    const std::string packed = gzipped(content_of(file));
    bytes += fmt::format("{} {}\n", fs::relative(file, built).generic_string(), packed.size());
    bytes += packed;
  }
  std::ofstream to(out, std::ios::binary);
  to << bytes;
  if (!to.flush()) throw volteface::Error("cannot be written", {out});
  fmt::print("{}: {} bytes, {} files\n", out, bytes.size(), files.size());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 3) throw volteface::Error("expected pack_page WEB OUT");
    pack(argv[1], argv[2]);
    return 0;
  } catch (const std::exception& e) {
    fmt::print(stderr, "pack_page: {}\n", e.what());
    return 2;
  }
}
