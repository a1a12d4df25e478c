// A record file is taken whole or not at all (docs/record-format.md).
#include <gtest/gtest.h>

#include "record/import_files.h"

namespace volteface {
namespace {

TEST(RecordFile, ComesBackAsItWas) {
  const Record record = small_record();
  const auto bytes = encode_record(record);
  const Record copy = decode_record(bytes, "copy");
  EXPECT_EQ(copy.hash, record.hash);
  EXPECT_EQ(encode_record(copy), bytes);
}

TEST(RecordFile, CutOffAnywhereIsAnErrorAndNeverAShorterRecord) {
  const auto bytes = encode_record(small_record());
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    EXPECT_THROW((void)decode_record(std::span(bytes).first(n), "cut"), Error) << n;
  }
}

// A byte or two of the compression's own head may be written in another way and mean the same.
TEST(RecordFile, WithAnyByteChangedIsNeverAnotherRecord) {
  const Record record = small_record();
  const auto bytes = encode_record(record);
  std::size_t same = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto changed = bytes;
    changed[i] ^= std::byte{0x10};
    try {
      EXPECT_EQ(encode_record(decode_record(changed, "changed")), bytes) << i;
      ++same;
    } catch (const Error&) {
    }
  }
  EXPECT_LE(same, 3u);
}

TEST(RecordFile, WithMoreBehindItsEndIsAnError) {
  auto bytes = encode_record(small_record());
  bytes.push_back(std::byte{0});
  EXPECT_THROW((void)decode_record(bytes, "longer"), Error);
}

// The embedded record is too large to cut at every byte; so at every 997th.
TEST(RecordFile, OfTheEmbeddedRecordCutOffIsAnError) {
  const auto bytes = encode_record(embedded_record());
  for (std::size_t n = 0; n < bytes.size(); n += 997) {
    EXPECT_THROW((void)decode_record(std::span(bytes).first(n), "cut"), Error) << n;
  }
}

}  // namespace
}  // namespace volteface
