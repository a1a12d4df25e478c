// An item as it would be known without one state's vote on it.
#pragma once

#include "volteface/ideal.h"

namespace volteface {

struct KnownItem {
  Item item;
  ItemUncertainty uncertainty;
};

// Takes out what a vote of a state at N(theta, variance) said of the item: its site of expectation
// propagation, found again by a few steps of its fixed point. On a vote with one or two dissenters
// the item leans on each of them, and would make their votes look expected.
KnownItem without_vote(const Item& item, const ItemUncertainty& uncertainty, Choice choice,
                       double theta, double variance);

}  // namespace volteface
