// What is taken back was done before: "the ban was lifted" by whoever had imposed it, "France
// called back its ships" from whoever had them at its coast.
#pragma once

#include <optional>
#include <vector>

#include "reading/slots.h"
#include "reading/story.h"
#include "reading/tables.h"

namespace volteface {

// Of an act of retreat that names one side at most, the harm of the story that it undoes; nothing
// where the story has none by that side, or to it.
std::optional<Story::Harm> harm_taken_back(const SentenceTree& tree, const Story& story,
                                           const EventRule& rule, const Slots& slots,
                                           const std::vector<Actor>& by,
                                           const std::vector<Actor>& to);

}  // namespace volteface
