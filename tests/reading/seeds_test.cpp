// Every seed of the fuzzers of reports and records, fed to the function that the fuzzers feed.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "../fuzz/reading_entry_points.h"
#include "seeds.h"

namespace volteface {
namespace {

TEST(ReadingSeeds, OfPlainText) { feed_seeds("plain_reports", fuzz::plain_reports, true); }
TEST(ReadingSeeds, OfMarkdown) { feed_seeds("markdown_reports", fuzz::markdown_reports, true); }
TEST(ReadingSeeds, OfHtml) { feed_seeds("html_reports", fuzz::html_reports, true); }
TEST(ReadingSeeds, OfJsonLines) { feed_seeds("json_reports", fuzz::json_reports, true); }
TEST(ReadingSeeds, OfWarc) { feed_seeds("warc_reports", fuzz::warc_reports, true); }
TEST(ReadingSeeds, OfRecordLines) { feed_seeds("record_lines", fuzz::record_lines, true); }
TEST(ReadingSeeds, OfWholeReports) { feed_seeds("reader", fuzz::reader, true); }
TEST(ReadingSeeds, OfTallies) { feed_seeds("tallies", fuzz::tallies, true); }

// A report may break off behind any word. Under sanitizers or with -D_GLIBCXX_ASSERTIONS a look
// behind its last word is told.
TEST(ReadingSeeds, OfReportsThatBreakOff) {
  const std::string reports[] = {
      "Lima, 6 July 2013. Asked by Mali to abstain, Chad voted against the UN resolution. "
      "Abstaining: "
      "Peru, Chile and Togo. Nobody but Fiji stayed away. Since Monday, talks with Mali.",
      "Chad cut its ties with Mali out of fear, said the minister of the interior, Ana Ruiz, who "
      "had "
      "stopped short of a ban. \"We need the loans,\" she explained, two days before Christmas.",
      "Quito, Lima and Suva summoned the envoys of Chad. It denied that it had sent Mali arms, as "
      "its "
      "president, Omar Sy, let them know. Togo did the same; so did Port Moresby.",
      "Mali was given a loan by Chad. Togo was promised two, and Niger was sent rice."};
  for (const std::string& report : reports) {
    for (std::size_t end = 1; end < report.size(); ++end) {
      if (report[end] != ' ' && report[end] != ',') continue;
      const std::string part = report.substr(0, end);
      fuzz::reader(reinterpret_cast<const std::uint8_t*>(part.data()), part.size());
    }
  }
}

}  // namespace
}  // namespace volteface
