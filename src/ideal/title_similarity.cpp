#include "ideal/title_similarity.h"

#include <algorithm>
#include <numeric>

namespace volteface {
namespace {

// Words that only one of two titles has. One title may merely say more than the other; words on
// both sides are rather two names in one pattern ("Situation of human rights in ..."), and cost
// more.
constexpr double cost_of_longer = 0.75;
constexpr double cost_of_shorter = 2.0;

// Equal last parts say a little less than equal titles.
constexpr double last_part_share = 0.97;

// Shorter titles are too easily alike: "Question of Cyprus".
constexpr std::size_t least_words = 3;

double similarity(const WordSet& a, const WordSet& b, double shared) {
  const double only_a = a.weight - shared;
  const double only_b = b.weight - shared;
  return shared / (shared + cost_of_longer * std::max(only_a, only_b) +
                   cost_of_shorter * std::min(only_a, only_b));
}

}  // namespace

TitleSimilarity::TitleSimilarity(const TitleTable& table, std::span<const std::uint32_t> titles)
    : table_(table),
      titles_(titles.begin(), titles.end()),
      all_(list_words(&Title::all)),
      last_part_(list_words(&Title::last_part)) {}

TitleSimilarity::Lists TitleSimilarity::list_words(const WordSet Title::*set) const {
  Lists lists;
  lists.begin.assign(table_.words() + 1, 0);
  for (std::uint32_t title : titles_) {
    for (std::uint32_t word : (table_.title(title).*set).words) ++lists.begin[word + 1];
  }
  std::partial_sum(lists.begin.begin(), lists.begin.end(), lists.begin.begin());
  lists.places.resize(lists.begin.back());
  std::vector<std::uint32_t> next(lists.begin.begin(), lists.begin.end() - 1);
  for (std::uint32_t place = 0; place < titles_.size(); ++place) {
    for (std::uint32_t word : (table_.title(titles_[place]).*set).words)
      lists.places[next[word]++] = place;
  }
  return lists;
}

std::vector<double> TitleSimilarity::shared_weights(const WordSet& words,
                                                    const Lists& lists) const {
  std::vector<double> shared(titles_.size(), 0.0);
  for (std::uint32_t word : words.words) {
    for (std::uint32_t i = lists.begin[word]; i < lists.begin[word + 1]; ++i) {
      shared[lists.places[i]] += table_.weight(word);
    }
  }
  return shared;
}

std::vector<SimilarTitle> TitleSimilarity::find(std::uint32_t number, double at_least) const {
  const Title& title = table_.title(number);
  const std::vector<double> all = shared_weights(title.all, all_);
  const std::vector<double> last_part = shared_weights(title.last_part, last_part_);
  std::vector<SimilarTitle> out;
  for (std::size_t place = 0; place < titles_.size(); ++place) {
    const Title& other = table_.title(titles_[place]);
    if (other.paragraph != title.paragraph) continue;
    double best = 0;
    if (all[place] > 0 && std::min(title.all.words.size(), other.all.words.size()) >= least_words) {
      best = similarity(title.all, other.all, all[place]);
    }
    if (last_part[place] > 0 && (title.has_parts || other.has_parts)) {
      best = std::max(
          best, last_part_share * similarity(title.last_part, other.last_part, last_part[place]));
    }
    if (best >= at_least) out.push_back({titles_[place], best});
  }
  return out;
}

}  // namespace volteface
