// Every seed of the fuzzers, among them whatever has failed once, fed to the function that the
// fuzzers feed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "../fuzz/entry_points.h"

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
    EXPECT_NO_THROW(entry_point(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
    ++seeds;
  }
  EXPECT_GT(seeds, 0) << folder;
}

TEST(Seeds, OfUndl) { feed("undl", fuzz::undl); }
TEST(Seeds, OfMarc) { feed("marc", fuzz::marc); }
TEST(Seeds, OfVoeten) { feed("voeten", fuzz::voeten); }
TEST(Seeds, OfLong) { feed("long", fuzz::long_table); }
TEST(Seeds, OfRecord) { feed("record", fuzz::record_file); }

}  // namespace
}  // namespace volteface
