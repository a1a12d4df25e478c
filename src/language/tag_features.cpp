#include "language/tag_features.h"

namespace volteface::language {
namespace {

// Stands beyond both ends of a sentence.
const WordForm outside = [] {
  WordForm form;
  form.word = form.exact = 0x5EED;
  form.cluster = {0xffff, 0xffff};
  return form;
}();

constexpr std::uint64_t no_tag = 255;

}  // namespace

void tag_features(std::span<const WordForm> words, std::size_t at,
                  std::span<const std::uint8_t> tags, std::span<const std::uint8_t> later,
                  std::vector<FeatureKey>& features) {
  const auto word = [&](std::size_t forth, std::size_t back) -> const WordForm& {
    const std::size_t place = at + forth - back;
    return place < words.size() ? words[place] : outside;
  };
  const WordForm& w = words[at];
  const WordForm& before = word(0, 1);
  const WordForm& before2 = word(0, 2);
  const WordForm& next = word(1, 0);
  const WordForm& next2 = word(2, 0);
  const std::uint64_t t1 = at >= 1 ? tags[at - 1] : no_tag;
  const std::uint64_t t2 = at >= 2 ? tags[at - 2] : no_tag;
  const std::uint64_t flags = (w.upper_first ? 1U : 0U) + (w.all_upper ? 2U : 0U) +
                              (w.has_digit ? 4U : 0U) + (w.has_hyphen ? 8U : 0U) +
                              (at == 0 ? 16U : 0U);
  features.clear();
  std::uint64_t number = 0;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    features.push_back(feature_key(++number, a, b, c));
  };
  add(1);
  add(w.word);
  add(w.exact, at == 0);
  add(flags);
  add(w.shape, at == 0);
  for (const std::uint32_t suffix : w.suffix) add(suffix);
  add(w.suffix[2], flags);
  add(w.suffix[1], t1);
  for (const std::uint32_t prefix : w.prefix) add(prefix);
  add(w.cluster.fine);
  add(w.cluster.coarse, w.suffix[1]);
  add(w.cluster.fine, flags);
  add(t1);
  add(t1, t2);
  add(t1, w.word);
  add(t1, t2, w.word);
  add(t1, w.cluster.fine);
  add(t1, next.cluster.fine);
  add(before.word);
  add(before.word, w.word);
  add(before2.word);
  add(before.cluster.fine, w.cluster.fine);
  add(before.cluster.coarse, w.cluster.coarse, next.cluster.coarse);
  add(before2.cluster.coarse, before.cluster.coarse, w.word);
  add(before.suffix[2]);
  add(next.word);
  add(next.word, w.word);
  add(next.exact, flags);
  add(next2.word);
  add(next.cluster.fine, w.cluster.fine);
  add(next.cluster.fine);
  add(next2.cluster.fine);
  add(next.cluster.coarse, next2.cluster.coarse, w.word);
  add(next.suffix[2]);
  add(next.suffix[2], w.word);
  add(next.suffix[1], w.suffix[2], t1);
  add(next.shape, w.shape, before.shape);
  add(next.shape, w.word);
  if (later.empty()) return;
  const std::uint64_t n0 = later[at];
  const std::uint64_t n1 = at + 1 < words.size() ? later[at + 1] : no_tag;
  const std::uint64_t n2 = at + 2 < words.size() ? later[at + 2] : no_tag;
  number = 100;
  add(n0);
  add(n0, n1);
  add(n0, n1, n2);
  add(n1, w.word);
  add(n1, n2, w.word);
  add(t1, n1, w.word);
  add(t1, n1);
  add(t1, t2, n1);
  add(t1, n1, n2);
  add(t1, n1, w.cluster.fine);
  add(n1, w.cluster.fine);
  add(n1, w.suffix[2]);
  add(n1, n2, w.suffix[2]);
}

}  // namespace volteface::language
