// Items of one text over time: a walk of their parameters, smoothed exactly.
//
// Roll calls on one text are not quite on one question: a paragraph is added, a war begins. With
// equal parameters for all of them, as in the published model, the log loss on cells left out is
// 0.283; with a walk whose spread is learned, 0.266 (docs/ideal.md). The text still ties the scale
// together over time, as strongly as its votes allow.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ideal/ideal_state.h"
#include "ideal/sites.h"

namespace volteface {

struct ItemChains {
  std::vector<std::uint32_t> begin;  // chain k: item[begin[k]] .. item[begin[k + 1] - 1]
  std::vector<std::uint32_t> item;   // by date

  std::size_t size() const { return begin.size() - 1; }
  std::span<const std::uint32_t> chain(std::size_t k) const {
    return {item.data() + begin[k], item.data() + begin[k + 1]};
  }
};

// `text_of_item`: equal for items on one text. Items are numbered by date.
ItemChains chain_items(std::span<const std::uint32_t> text_of_item);

ItemNumbers numbers_of(const ItemPosterior& item);

// `sums` are about the item's mean.
ItemEvidence evidence_of(const ItemSums& sums, const ItemPosterior& item);

// The posterior of every item from its evidence and its text, in place of the one before; no
// parameter moves by more than 1 at a time. Returns the new hyper.item and hyper.drift by
// expectation and maximisation (Dempster, Laird and Rubin 1977), with a weak prior. Cost: a few
// microseconds an item, on all cores.
struct ItemHyperparameters {
  ItemPosterior item;
  Eigen::Matrix3d drift;
};
ItemHyperparameters smooth_items(const ItemChains& chains, std::span<const ItemEvidence> evidence,
                                 const Hyperparameters& hyper, std::span<ItemPosterior> items);

}  // namespace volteface
