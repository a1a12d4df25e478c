// Draws the items given the points.
//
// One item after the other along its text (item_chains.h), given its neighbours. The votes on it
// are replaced by a normal stand-in, whose expansion point depends on the points alone, and the
// draw is taken by what the votes say beyond their stand-in (Metropolis and Hastings). An item on
// which hardly anyone dissents is far from normal; where draws are often refused, short steps
// follow, which cost a third of a draw, since the stand-in is at hand.
#pragma once

#include "ideal/posterior_states.h"

namespace volteface {

// Changes draw.items. Where `accepted` is not empty, the share of draws that was taken is added to
// it, an element an item.
BlockCount draw_items(const PosteriorProblem& problem, const Centre& centre,
                      const ChainPlace& place, PosteriorDraw& draw, std::span<float> accepted);

}  // namespace volteface
