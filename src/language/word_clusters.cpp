#include "language/word_clusters.h"

#include <algorithm>
#include <bit>

namespace volteface::language {

WordClusters::WordClusters(std::vector<Entry> entries) {
  slots_.assign(std::bit_ceil(std::max<std::size_t>(1, entries.size()) * 2), {});
  mask_ = slots_.size() - 1;
  for (const Entry& entry : entries) {
    std::size_t at = slot_of(entry.word);
    while (slots_[at].cluster.coarse != 0 && slots_[at].word != entry.word) at = (at + 1) & mask_;
    if (slots_[at].cluster.coarse == 0) slots_[at] = entry;  // the first of two that share a hash
  }
}

std::string WordClusters::encoded() const {
  std::vector<Entry> used;
  for (const Entry& entry : slots_) {
    if (entry.cluster.coarse != 0) used.push_back(entry);
  }
  std::sort(used.begin(), used.end(),
            [](const Entry& a, const Entry& b) { return a.word < b.word; });
  ModelWriter writer;
  writer.number(used.size());
  std::uint32_t before = 0;
  for (const Entry& entry : used) {
    writer.number(entry.word - before);
    before = entry.word;
  }
  for (const Entry& entry : used) writer.number(entry.cluster.coarse);
  for (const Entry& entry : used) writer.number(entry.cluster.fine);
  return writer.content();
}

WordClusters WordClusters::decoded(ModelReader& reader) {
  std::vector<Entry> entries(reader.number(std::size_t{1} << 24));
  reader.expect(entries.size() <= reader.left(), "more words than bytes");
  std::uint64_t word = 0;
  for (Entry& entry : entries) {
    word += reader.number(0xffffffff);
    reader.expect(word <= 0xffffffff, "words out of order");
    entry.word = static_cast<std::uint32_t>(word);
  }
  for (Entry& entry : entries) {
    entry.cluster.coarse = static_cast<std::uint16_t>(reader.number(0xffff));
    reader.expect(entry.cluster.coarse != 0, "a word without a cluster");
  }
  for (Entry& entry : entries) {
    entry.cluster.fine = static_cast<std::uint16_t>(reader.number(0xffff));
  }
  return WordClusters(std::move(entries));
}

}  // namespace volteface::language
