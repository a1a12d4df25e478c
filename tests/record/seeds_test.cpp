// Every seed of the fuzzers, among them whatever has failed once, fed to the function that the
// fuzzers feed.
#include <gtest/gtest.h>

#include "../fuzz/entry_points.h"
#include "seeds.h"

namespace volteface {
namespace {

TEST(Seeds, OfUndl) { feed_seeds("undl", fuzz::undl); }
TEST(Seeds, OfMarc) { feed_seeds("marc", fuzz::marc); }
TEST(Seeds, OfVoeten) { feed_seeds("voeten", fuzz::voeten); }
TEST(Seeds, OfLong) { feed_seeds("long", fuzz::long_table); }
TEST(Seeds, OfRecord) { feed_seeds("record", fuzz::record_file); }

}  // namespace
}  // namespace volteface
