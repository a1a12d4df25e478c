// Every seed of the fuzzers, among them whatever has failed once.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "../fuzz/language_entry_point.h"

namespace volteface {
namespace {

void feed(const std::string& name, void (*entry_point)(const std::uint8_t*, std::size_t)) {
  const std::filesystem::path folder = std::filesystem::path(VOLTEFACE_SOURCE_DIR) / "fuzz/seeds" / name;
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

TEST(Seeds, OfText) { feed("language", fuzz::language_text); }
TEST(Seeds, OfConllu) { feed("conllu", fuzz::language_conllu); }

}  // namespace
}  // namespace volteface
