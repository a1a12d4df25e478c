// Which rules of the table of acts a word of a text calls for.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "reading/report_view.h"
#include "reading/tables.h"

namespace volteface {

std::optional<EventRule::Word> kind_of_word(std::string_view upos);

// By lemma, of a noun by its form as well ("talks"); places in ReadingTables::events(). Those with
// a particle first, then those that need more.
std::vector<std::size_t> rules_of_word(const ReportView& view, std::uint32_t token);

// Where a particle hangs on a verb, or stands behind it though a parser took it for a preposition
// ("called in the envoy"); nowhere if it does not.
std::uint32_t particle_of(const SentenceTree& tree, std::uint32_t verb, std::string_view particle);

}  // namespace volteface
