// Feeds every seed of a fuzzer, among them whatever has failed once, to the function that it feeds.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace volteface {

using EntryPoint = void (*)(const std::uint8_t*, std::size_t);

// With `cut_off` each seed is also fed cut off at about 50 places.
inline void feed_seeds(const std::string& name, EntryPoint entry_point, bool cut_off = false) {
  const std::filesystem::path folder =
      std::filesystem::path(VOLTEFACE_SOURCE_DIR) / "fuzz/seeds" / name;
  int seeds = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    SCOPED_TRACE(file.path().string());
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    EXPECT_NO_THROW(entry_point(data, bytes.size()));
    for (std::size_t size = 0; cut_off && size < bytes.size(); size += 1 + bytes.size() / 50) {
      EXPECT_NO_THROW(entry_point(data, size)) << "the first " << size << " bytes";
    }
    ++seeds;
  }
  EXPECT_GT(seeds, 0) << folder;
}

}  // namespace volteface
