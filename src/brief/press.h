// What reports say of the state, put together for its brief. Each part is in the file of its name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "volteface/acts.h"
#include "volteface/brief.h"
#include "volteface/press.h"
#include "volteface/surprise.h"

namespace volteface {

// `brief` is filled but for its press and its headline.
Press press_of(const Record& record, const PredictiveRecord& predicted, const BriefOptions& options,
               const Brief& brief);

// The state's votes that reports tell of and that are linked to a roll call, by date; counts
// the claims in `press` as well.
void tell_votes(const Record& record, const PredictiveRecord& predicted,
                const BriefOptions& options, const Brief& brief, Press& press);

std::vector<Reason> reasons_for(const Record& record, const BriefOptions& options,
                                const Brief& brief);

std::vector<ContactsWith> contacts_of(const Record& record, const BriefOptions& options,
                                      const Brief& brief);

// Nothing without a matter.
std::vector<WordsAndVotes> words_and_votes(const BriefOptions& options, const Brief& brief);

std::vector<ContradictedClaim> contradicted_claims(const Record& record,
                                                   const BriefOptions& options, const Brief& brief);

// Text of a report on one line, without characters that command a terminal.
std::string on_one_line(std::string_view text);

Citation cite(std::size_t source, const Evidence& evidence);

// Leaves out a second citation of the same words in the same report.
void add_citation(std::vector<Citation>& citations, Citation citation);

// All citations of an act's sources.
std::vector<Citation> citations_of(const BriefOptions& options,
                                   const std::vector<ClaimSource>& sources);

}  // namespace volteface
