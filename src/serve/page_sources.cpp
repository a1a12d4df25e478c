#include "serve/page_sources.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "volteface/error.h"

namespace volteface::serve {

std::string hash_of_page_sources(const std::string& web_folder) {
  namespace fs = std::filesystem;
  const fs::path web = web_folder;
  std::vector<fs::path> files;
  for (const char* name :
       {"index.html", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"})
    files.push_back(web / name);
  std::error_code failure;
  for (const auto& entry : fs::recursive_directory_iterator(web / "src", failure)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  if (failure) throw Error("no folder src; expected the sources of the page", {web_folder});
  std::sort(files.begin(), files.end());
  std::string all;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error("cannot be read; expected a source of the page", {file.string()});
    std::ostringstream content;
    content << in.rdbuf();
    all += fmt::format("{}\n{}\n", fs::relative(file, web).generic_string(), content.str());
  }
  return fmt::format("{:016x}", XXH3_64bits(all.data(), all.size()));
}

}  // namespace volteface::serve
