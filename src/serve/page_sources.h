// Names the state of the page's sources, so that a test can tell whether data/page.vfp is of them.
#pragma once

#include <string>

namespace volteface::serve {

// 16 hexadecimal digits of all files below web/ that the page is built from: index.html, src/, and
// the files that configure its build. Throws Error for a folder without them.
std::string hash_of_page_sources(const std::string& web_folder);

}  // namespace volteface::serve
