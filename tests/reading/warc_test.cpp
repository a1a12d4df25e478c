#include <gtest/gtest.h>
#include <zlib.h>

#include "reading/collected_reports.h"

namespace volteface {
namespace {

std::string page(const std::string& words) {
  return "<html><body><p>" + words +
         " and some more words, so that it is a paragraph.</p></body></html>";
}

std::string answer(const std::string& body,
                   const std::string& headers = "Content-Type: text/html\r\n",
                   const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

// `length` as the record says it; the block's own by default.
std::string record(const std::string& block, std::size_t length,
                   const std::string& type = "response",
                   const std::string& media = "application/http; msgtype=response") {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: https://news.example/1\r\nContent-Type: " + media +
         "\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" + block;
}

std::string whole(const std::string& block, const std::string& type = "response",
                  const std::string& media = "application/http; msgtype=response") {
  return record(block, block.size(), type, media) + "\r\n\r\n";
}

std::string gzipped(const std::string& text) {
  std::string out(text.size() + 200, '\0');
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

TEST(Warc, GivesThePagesOfAnswersAndCountsTheRest) {
  const auto found =
      parsed(whole("software: x\r\n", "warcinfo", "application/warc-fields") +
                 whole("GET / HTTP/1.1\r\n\r\n", "request") + whole(answer(page("Benin"))) +
                 whole(answer("PNG", "Content-Type: image/png\r\n")) +
                 whole(answer(page("gone"), "", "404 Not Found")) +
                 whole("Plain words of Gabon.", "conversion", "text/plain"),
             "crawl.warc");
  ASSERT_EQ(found.reports.size(), 2U);
  EXPECT_EQ(found.reports[0].doc, "crawl#3");
  EXPECT_EQ(found.reports[0].url, "https://news.example/1");
  EXPECT_TRUE(found.reports[0].text.starts_with("Benin and some"));
  EXPECT_EQ(found.reports[1].text, "Plain words of Gabon.\n");
  EXPECT_EQ(found.counts.passed_over, 4U);
  EXPECT_TRUE(found.notes.empty());
}

TEST(Warc, UndoesChunksAndCompression) {
  const std::string body = page("Malawi");
  const std::string chunked = "10\r\n" + body.substr(0, 16) + "\r\n" + "ffff\r\n" + body.substr(16);
  const auto found = parsed(
      whole(answer(chunked, "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")) +
          whole(answer(body, "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")) +
          whole(answer(gzipped(body), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")) +
          whole(answer("xx", "Content-Type: text/html\r\nContent-Encoding: br\r\n")),
      "c.warc");
  ASSERT_EQ(found.reports.size(), 3U);
  for (const Report& report : found.reports) {
    EXPECT_TRUE(report.text.starts_with("Malawi and some")) << report.text;
  }
  EXPECT_TRUE(found.has_note("c.warc#4: is compressed as 'br'"));
}

TEST(Warc, ARecordThatIsCutOffCostsNoOther) {
  const std::string block = answer(page("Angola"));
  const auto found = parsed(record(block.substr(0, 100), block.size()) + "\r\n" +
                                whole(answer(page("Zambia"))) + whole(answer(page("Lesotho"))),
                            "c.warc");
  ASSERT_EQ(found.reports.size(), 3U);
  EXPECT_TRUE(found.reports[1].text.starts_with("Zambia"));
  EXPECT_TRUE(found.reports[2].text.starts_with("Lesotho"));
  EXPECT_TRUE(found.has_note("c.warc#1: is cut off: "));
}

TEST(Warc, CutOffAtItsEndIsReadToThere) {
  const std::string block = answer(page("Angola"));
  const auto found =
      parsed(whole(answer(page("Zambia"))) + record(block.substr(0, 80), block.size()), "c.warc");
  ASSERT_EQ(found.reports.size(), 2U);
  EXPECT_TRUE(found.has_note("c.warc#2: is cut off: 80 of its"));
}

TEST(Warc, WithoutALengthIsToldAndTheRestRead) {
  const auto found = parsed("WARC/1.0\r\nContent-Length: -5\r\n\r\nwhat\r\n\r\n" +
                                whole(answer(page("Zambia"))) + "rubbish\r\n",
                            "c.warc");
  ASSERT_EQ(found.reports.size(), 1U);
  EXPECT_TRUE(found.has_note("c.warc#1: says no length that can be read ('-5')"));
  EXPECT_TRUE(found.has_note("7 bytes behind it belong to no record"));
}

TEST(Warc, OfGzipMembersLosesOnlyTheDamagedOne) {
  std::string damaged = gzipped(whole(answer(page("Eswatini"))));
  for (std::size_t i = 40; i < 60; ++i) damaged[i] = '\x55';
  const std::string rest = gzipped(whole(answer(page("Zambia"))));
  const auto found = parsed(rest + damaged + rest, "c.warc.gz");
  EXPECT_GE(found.reports.size(), 2U);
  EXPECT_TRUE(found.reports.back().text.starts_with("Zambia"));
  EXPECT_TRUE(found.has_note("the compressed data is damaged"));
  const auto cut = parsed(rest + rest.substr(0, rest.size() / 2), "c.warc.gz");
  EXPECT_GE(cut.reports.size(), 1U);
  EXPECT_TRUE(cut.has_note("the compressed data is cut off"));
}

TEST(Warc, ThatIsNoneIsTold) {
  const auto found = parsed("hello", "c.warc");
  EXPECT_TRUE(found.reports.empty());
  EXPECT_TRUE(found.has_note("c.warc: holds no WARC record"));
}

}  // namespace
}  // namespace volteface
