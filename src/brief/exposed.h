// What a state may lose on a matter of its own by its turn.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "volteface/brief.h"

namespace volteface {

// What data/matters.tsv has for a state; empty: nothing.
struct OwnMatter {
  std::string expression;
  std::string in_words;
};
OwnMatter matter_of_its_own(std::string_view code);

// On options.matter, else on the state's own matter. Its agreement is compared before and behind
// its largest turn of the window, else between the last sessions and those before. Nothing where it
// has no matter, or cast no vote on it.
std::optional<Exposed> exposed_of(const Record& record, const BriefOptions& options,
                                  const Turning& turning);

}  // namespace volteface
