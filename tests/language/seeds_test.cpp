// Every seed of the fuzzers, among them whatever has failed once.
#include <gtest/gtest.h>

#include "../fuzz/language_entry_point.h"
#include "seeds.h"

namespace volteface {
namespace {

TEST(Seeds, OfText) { feed_seeds("language", fuzz::language_text); }
TEST(Seeds, OfConllu) { feed_seeds("conllu", fuzz::language_conllu); }

}  // namespace
}  // namespace volteface
