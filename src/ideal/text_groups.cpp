#include "ideal/text_groups.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "volteface/bridging.h"

namespace volteface {

TextGroups::TextGroups(std::size_t roll_calls) : parent_(roll_calls) {
  std::iota(parent_.begin(), parent_.end(), RollCallIndex{0});
}

TextGroups::TextGroups(std::size_t roll_calls, std::span<const TextPair> pairs)
    : TextGroups(roll_calls) {
  for (const TextPair& pair : pairs) join(pair.earlier, pair.later);
}

RollCallIndex TextGroups::root(RollCallIndex roll_call) {
  while (parent_[roll_call] != roll_call)
    roll_call = parent_[roll_call] = parent_[parent_[roll_call]];
  return roll_call;
}

void TextGroups::join(RollCallIndex a, RollCallIndex b) {
  a = root(a);
  b = root(b);
  parent_[std::max(a, b)] = std::min(a, b);
}

std::vector<std::uint32_t> text_groups(const Record& record, std::span<const TextPair> pairs) {
  constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  TextGroups groups(record.roll_calls.size(), pairs);
  std::vector<std::uint32_t> number_of_root(record.roll_calls.size(), none);
  std::vector<std::uint32_t> out;
  out.reserve(record.roll_calls.size());
  std::uint32_t next = 0;
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
    std::uint32_t& number = number_of_root[groups.root(r)];
    if (number == none) number = next++;
    out.push_back(number);
  }
  return out;
}

}  // namespace volteface
