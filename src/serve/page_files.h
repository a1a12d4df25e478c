// The files of the page, linked into the program (data/page.vfp, which `make page` builds from
// web/).
//
// The format: a line "volteface page 1 HASH", HASH being that of the sources; then for each file a
// line "PATH BYTES" and that many bytes, which are gzip.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace volteface::serve {

struct PageFile {
  std::string path;  // "index.html", "assets/page-3f2a.js"
  std::string content_type;
  std::string_view packed;  // gzip
  std::string tag;
  bool forever = false;  // its name holds a hash of its content
};

class PageFiles {
 public:
  // Those linked in. Throws Error if damaged.
  PageFiles();

  // Of `bytes`, which must outlive it. Throws Error that names `name`, for what `make page` did not
  // write.
  PageFiles(std::string_view bytes, const std::string& name);

  const PageFile* find(std::string_view path) const;
  const std::string& source_hash() const { return source_hash_; }
  const std::vector<PageFile>& files() const { return files_; }

 private:
  std::string source_hash_;
  std::vector<PageFile> files_;
};

// The content; throws Error where it is no gzip, or more than 64 MiB.
std::string unpacked(const PageFile& file);

}  // namespace volteface::serve
