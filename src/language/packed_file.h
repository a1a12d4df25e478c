// The frame of the files of this part: 8 bytes of magic, then the length of the content, the length
// packed and the XXH3 hash of the content as 64-bit little-endian numbers, then the content packed
// by zstd.
#pragma once

#include <string>
#include <string_view>

namespace volteface::language {

inline constexpr std::string_view english_magic("VFENG\x01\r\n", 8);
inline constexpr std::string_view acts_magic("VFACW\x01\r\n", 8);
inline constexpr std::string_view actors_magic("VFACT\x01\r\n", 8);

std::string packed_file(std::string_view magic, std::string_view content);

// Throws Error, which names `file` and what is wrong with it.
std::string unpacked_file(std::string_view magic, std::string_view bytes, const std::string& file);

}  // namespace volteface::language
