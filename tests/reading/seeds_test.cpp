// Every seed of the fuzzers of reports and records, fed to the function that the fuzzers feed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "../fuzz/reading_entry_points.h"

namespace volteface {
namespace {

using EntryPoint = void (*)(const std::uint8_t*, std::size_t);

void feed(const std::string& name, EntryPoint entry_point) {
  const std::filesystem::path folder =
      std::filesystem::path(VOLTEFACE_SOURCE_DIR) / "fuzz/seeds" / name;
  int seeds = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    SCOPED_TRACE(file.path().string());
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    EXPECT_NO_THROW(entry_point(data, bytes.size()));
    // Cut off anywhere, too.
    for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 50) {
      EXPECT_NO_THROW(entry_point(data, size)) << "the first " << size << " bytes";
    }
    ++seeds;
  }
  EXPECT_GT(seeds, 0) << folder;
}

TEST(ReadingSeeds, OfPlainText) { feed("plain_reports", fuzz::plain_reports); }
TEST(ReadingSeeds, OfMarkdown) { feed("markdown_reports", fuzz::markdown_reports); }
TEST(ReadingSeeds, OfHtml) { feed("html_reports", fuzz::html_reports); }
TEST(ReadingSeeds, OfJsonLines) { feed("json_reports", fuzz::json_reports); }
TEST(ReadingSeeds, OfWarc) { feed("warc_reports", fuzz::warc_reports); }
TEST(ReadingSeeds, OfRecordLines) { feed("record_lines", fuzz::record_lines); }
TEST(ReadingSeeds, OfTallies) { feed("tallies", fuzz::tallies); }

}  // namespace
}  // namespace volteface
