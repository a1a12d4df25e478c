// Text of at most 15 bytes that lies in place: tags and labels, of which a document has millions.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace volteface {

class ShortText {
 public:
  static constexpr std::size_t longest = 15;

  constexpr ShortText() = default;
  // What is longer is cut.
  constexpr ShortText(std::string_view text)  // NOLINT: reads as text wherever text is meant
      : size_(static_cast<std::uint8_t>(std::min(text.size(), longest))) {
    for (std::size_t i = 0; i < size_; ++i) bytes_[i] = text[i];
  }
  constexpr ShortText(const char* text) : ShortText(std::string_view(text)) {}  // NOLINT
  ShortText(const std::string& text) : ShortText(std::string_view(text)) {}     // NOLINT

  constexpr std::string_view view() const { return {bytes_.data(), size_}; }
  constexpr operator std::string_view() const { return view(); }  // NOLINT
  constexpr bool empty() const { return size_ == 0; }
  constexpr bool starts_with(std::string_view text) const { return view().starts_with(text); }

  friend constexpr bool operator==(const ShortText& a, const ShortText& b) = default;
  template <class Text>
  requires std::convertible_to<const Text&, std::string_view> &&
      (!std::same_as<Text, ShortText>)friend constexpr bool
      operator==(const ShortText& a, const Text& b) {
    return a.view() == std::string_view(b);
  }

 private:
  std::array<char, longest> bytes_{};
  std::uint8_t size_ = 0;
};

}  // namespace volteface
