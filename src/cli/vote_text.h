// Tallies in words, the same in every command.
#pragma once

#include <fmt/format.h>

#include <string>

#include "volteface/record.h"

namespace volteface::cli {

// "93 yes, 18 no, 65 abstaining, 17 absent"
inline std::string tally_sentence(const Tally& tally) {
  return fmt::format("{} yes, {} no, {} abstaining, {} absent", tally.yes, tally.no, tally.abstain,
                     tally.absent);
}

// "93-18-65": yes, no, abstain, as the United Nations state it
inline std::string short_tally(const Tally& tally) {
  return fmt::format("{}-{}-{}", tally.yes, tally.no, tally.abstain);
}

}  // namespace volteface::cli
