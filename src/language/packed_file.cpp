#include "language/packed_file.h"

#include <fmt/format.h>
#include <xxhash.h>
#include <zstd.h>

#include <cstdint>

#include "volteface/error.h"

namespace volteface::language {
namespace {

constexpr std::size_t magic_bytes = 8;
constexpr std::size_t header_bytes = magic_bytes + 3 * 8;
constexpr std::size_t largest_content = std::size_t{1} << 28;
constexpr int packing_level = 19;

void append_u64(std::string& out, std::uint64_t value) {
  for (int i = 0; i < 8; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
}

std::uint64_t u64_at(std::string_view bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  }
  return value;
}

std::string_view target_of(std::string_view magic) {
  return magic == acts_magic ? "acts" : magic == actors_magic ? "actors" : "models";
}

[[noreturn]] void damaged(std::string_view magic, const std::string& file, const char* wrong) {
  throw Error(fmt::format("damaged model: {}; expected a file that `make {}` wrote", wrong,
                          target_of(magic)),
              {file});
}

}  // namespace

std::string packed_file(std::string_view magic, std::string_view content) {
  std::string packed(ZSTD_compressBound(content.size()), '\0');
  packed.resize(
      ZSTD_compress(packed.data(), packed.size(), content.data(), content.size(), packing_level));
  std::string file(magic);
  append_u64(file, content.size());
  append_u64(file, packed.size());
  append_u64(file, XXH3_64bits(content.data(), content.size()));
  return file + packed;
}

std::string unpacked_file(std::string_view magic, std::string_view bytes, const std::string& file) {
  if (bytes.size() < header_bytes || bytes.substr(0, magic_bytes) != magic) {
    damaged(magic, file, "it begins otherwise");
  }
  const std::uint64_t size = u64_at(bytes, 8);
  const std::uint64_t packed = u64_at(bytes, 16);
  if (packed != bytes.size() - header_bytes)
    damaged(magic, file, "its length is not the one it tells");
  if (size > largest_content) damaged(magic, file, "it tells an impossible size");
  std::string content(size, '\0');
  const std::size_t got =
      ZSTD_decompress(content.data(), size, bytes.data() + header_bytes, packed);
  if (ZSTD_isError(got) || got != size) damaged(magic, file, "it cannot be unpacked");
  if (XXH3_64bits(content.data(), size) != u64_at(bytes, 24))
    damaged(magic, file, "its hash is another");
  return content;
}

}  // namespace volteface::language
