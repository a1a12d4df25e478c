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

std::string message_of(const Record& record) {
  try {
    (void)decode_record(encode_record(record), "file");
  } catch (const Error& e) {
    return e.what();
  }
  return "";
}

// What is printed as it stands must not command a terminal, in whatever field it is.
TEST(RecordFile, WithTextThatIsNoPlainTextIsAnErrorAtItsByte) {
  const std::string before = "A title with é, — and 𝄞, ";
  for (const std::string wrong :
       {"\x1B]0;x\x07", "\n", "\x7F", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x81\xA6"}) {
    Record record = small_record();
    record.roll_calls[0].title = before + wrong;
    EXPECT_NE(message_of(record).find("file: damaged record: control character at byte "),
              std::string::npos)
        << message_of(record);
  }
  for (const std::string wrong : {"\xFF", "\xC3", "\x80", "\xED\xA0\x80"}) {
    Record record = small_record();
    record.roll_calls[0].title = before + wrong;
    EXPECT_NE(message_of(record).find("damaged record: text that is not UTF-8 at byte "),
              std::string::npos)
        << message_of(record);
  }
  Record plain = small_record();
  plain.roll_calls[0].title = before + "\xC2\xA0\xE2\x80\x93\xE2\x80\xAF\xE2\x81\xA5";
  EXPECT_EQ(message_of(plain), "");
}

TEST(RecordFile, NamesTheByteAndMindsEveryText) {
  Record first = small_record();
  first.states[0].code = "A\x1BG";
  // Behind the number of states and the length of the first text.
  EXPECT_EQ(message_of(first), "file: damaged record: control character at byte 3 of the content");
  const auto with = [](auto change) {
    Record record = small_record();
    record.sources.push_back({"name", "terms", "url"});
    change(record);
    return message_of(record);
  };
  const std::string bad = "\x1B[31m";
  EXPECT_EQ(with([](Record&) {}), "");
  EXPECT_NE(with([&](Record& r) { r.states[0].name = bad; }), "");
  EXPECT_NE(with([&](Record& r) { r.roll_calls[1].id = bad; }), "");
  EXPECT_NE(with([&](Record& r) { r.roll_calls[1].session = bad; }), "");
  EXPECT_NE(with([&](Record& r) { r.roll_calls[1].symbol = bad; }), "");
  EXPECT_NE(with([&](Record& r) { r.roll_calls[1].subjects = {bad}; }), "");
  EXPECT_NE(with([&](Record& r) { r.roll_calls[1].issues = {bad}; }), "");
  EXPECT_NE(with([&](Record& r) { r.roll_calls[1].duplicate_of = bad; }), "");
  EXPECT_NE(with([&](Record& r) { r.roll_calls[1].note = bad; }), "");
  EXPECT_NE(with([&](Record& r) { r.roll_calls[1].source = bad; }), "");
  EXPECT_NE(with([&](Record& r) { r.sources[0].name = bad; }), "");
  EXPECT_NE(with([&](Record& r) { r.sources[0].terms = bad; }), "");
  EXPECT_NE(with([&](Record& r) { r.sources[0].url = bad; }), "");
}

// What the library takes for granted of a record.
TEST(RecordFile, OutOfOrderOrWithNamesThatRepeatIsAnError) {
  Record record = small_record();
  std::swap(record.roll_calls[0], record.roll_calls[1]);
  EXPECT_NE(message_of(record).find("roll call 'u100' is not sorted by date, at byte "),
            std::string::npos)
      << message_of(record);
  record = small_record();
  record.roll_calls[2].id = "u100";
  EXPECT_NE(message_of(record).find("id 'u100' is that of two roll calls, at byte "),
            std::string::npos)
      << message_of(record);
  record = small_record();
  record.states[1].code = "ARG";
  EXPECT_NE(message_of(record).find("state 'ARG' is repeated, or not sorted by code, at byte "),
            std::string::npos)
      << message_of(record);
  record = small_record();
  std::swap(record.states[1], record.states[2]);
  EXPECT_NE(message_of(record).find("state 'BRA' is repeated, or not sorted by code, at byte "),
            std::string::npos)
      << message_of(record);
  for (const TextPair pair : {TextPair{1, 1}, TextPair{2, 1}}) {
    record = small_record();
    record.known_pairs = {{0, 2}, pair};
    EXPECT_NE(
        message_of(record).find("pair whose later roll call is not behind the earlier at byte "),
        std::string::npos)
        << message_of(record);
  }
  // Of one day, any order is one.
  record = small_record();
  record.roll_calls[0].date = record.roll_calls[1].date;
  record.known_pairs = {{0, 1}};
  EXPECT_EQ(message_of(record), "");
  // In place of a record, too, none of them is believed.
  record.roll_calls[1].id = record.roll_calls[0].id;
  const auto bytes = encode_record(record);
  Record empty;
  EXPECT_THROW(
      (void)import_text(empty, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}), Error);
}

}  // namespace
}  // namespace volteface
