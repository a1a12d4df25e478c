#include "record/sessions.h"

#include <gtest/gtest.h>

#include "record/utf8.h"
#include "volteface/record.h"

namespace volteface {
namespace {

TEST(ParseSession, UnderstandsWhatSourcesWrite) {
  const std::pair<const char*, const char*> cases[] = {
      {"79", "79"},
      {"1", "1"},
      {"079", "79"},
      {"79th", "79"},
      {"1st", "1"},
      {"22nd", "22"},
      {"Session 3", "3"},
      {"79th session", "79"},
      {"ES11", "ES11"},
      {"ES-11", "ES11"},
      {"es-xi", "ES11"},
      {"ESS-10", "ES10"},
      {"11emsp", "ES11"},
      {"10 emsp", "ES10"},
      {"S6", "S6"},
      {"S-6", "S6"},
      {"S-VI", "S6"},
      {"S-14", "S14"},
      {"6sp", "S6"},
      {"14spec", "S14"},
      {"Emergency special session 11", "ES11"},
      {"11th emergency special session", "ES11"},
      {"Special session, 14", ""},  // no comma in any form that sources use
      {"Special session 14", "S14"},
      {"6th special session", "S6"}};
  for (const auto& [text, session] : cases)
    EXPECT_EQ(parse_session(text).value_or(""), session) << text;
}

TEST(ParseSession, RefusesTheRest) {
  for (const char* text : {"", "0", "200", "ES", "S", "ES0", "1946", "79a", "7 9", "-", "seventy",
                           "SVIX", "79;DROP", "ES11x", "é79"}) {
    EXPECT_FALSE(parse_session(text)) << text;
  }
}

TEST(ParseSession, ReadsEverySessionOfTheRecordAsItIs) {
  for (const RollCall& r : embedded_record().roll_calls) {
    ASSERT_EQ(parse_session(r.session), r.session) << r.id;
  }
}

// The tables of RFC 3629, written out: a slow reference for the fast check.
bool is_utf8(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) {
    const auto at = [&](std::size_t k) {
      return k < s.size() ? static_cast<unsigned char>(s[k]) : 0;
    };
    const int length = at(i) < 0x80         ? 1
                       : (at(i) >> 5) == 6  ? 2
                       : (at(i) >> 4) == 14 ? 3
                       : (at(i) >> 3) == 30 ? 4
                                            : 0;
    if (length == 0) return false;
    char32_t c = length == 1 ? at(i) : at(i) & (0xFF >> (length + 1));
    for (int k = 1; k < length; ++k) {
      if ((at(i + k) & 0xC0) != 0x80) return false;
      c = (c << 6) | (at(i + k) & 0x3F);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return false;
    i += length;
  }
  return true;
}

TEST(Utf8, AgreesWithTheReferenceOnEveryThreeBytesAndOnFourOfTheEdges) {
  std::string text(3, '\0');
  for (int n = 0; n < 1 << 24; ++n) {
    // Second and third bytes matter at the borders of their ranges only.
    const unsigned char b = static_cast<unsigned char>(n >> 8), c = static_cast<unsigned char>(n);
    if ((c & 0x3F) != 0 && (c & 0x3F) != 0x3F) continue;
    text = {static_cast<char>(n >> 16), static_cast<char>(b), static_cast<char>(c)};
    ASSERT_EQ(first_invalid_utf8(text) == std::string_view::npos, is_utf8(text)) << n;
    if (static_cast<unsigned char>(text[0]) >= 0xE0) {
      for (const char d : {'\x7F', '\x80', '\xBF', '\xC0'}) {
        const std::string four = text + d;
        ASSERT_EQ(first_invalid_utf8(four) == std::string_view::npos, is_utf8(four)) << n;
      }
    }
  }
}

TEST(Utf8, TellsWhere) {
  EXPECT_EQ(first_invalid_utf8("plain text of more than eight bytes"), std::string_view::npos);
  EXPECT_EQ(first_invalid_utf8("plain text of more t\xFFhan eight bytes"), 20u);
  EXPECT_EQ(first_invalid_utf8("Côte d'Ivoire, cut \xC3"), 20u);
  EXPECT_EQ(first_invalid_utf8(""), std::string_view::npos);
}

}  // namespace
}  // namespace volteface
