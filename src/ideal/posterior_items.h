// Draws the items of each text given the points.
//
// A text's items are a chain (item_chains.h). The votes on an item are replaced by a normal
// stand-in, whose expansion point depends on the points alone; given it, a piece of the chain is
// drawn at once, forward by filtering and backward by sampling, and taken by what the votes say
// beyond their stand-in.
#pragma once

#include "ideal/posterior_states.h"

namespace volteface {

// Pieces are cut at places that differ from iteration to iteration. Changes draw.items.
BlockCount draw_items(const PosteriorProblem& problem, const Centre& centre,
                      const ChainPlace& place, const Proposal& proposal, PosteriorDraw& draw);

}  // namespace volteface
