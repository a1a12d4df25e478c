// Every seed of the fuzzers of reports and records, fed to the function that the fuzzers feed.
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace volteface
