// Acts of words that are told by what a clause says, beside its sayer: "told Chad that its decree
// is void", "hinted that Chad could leave the bloc".
#pragma once

#include <cstdint>
#include <vector>

#include "reading/plain_acts.h"

namespace volteface {

// Those that are told where a token heads the clause.
std::vector<PlainAct> said_acts_at(const ReportView& view, std::uint32_t token);

// "hinted that it could leave": a step of the sayer's own, told by the threat alone.
bool is_own_step_threatened(const ReportView& view, std::uint32_t verb);

// "denied that it had done it", "denied having done it"; but not "denied that others had".
bool denies_own_deed(const ReportView& view, const Clause& clause,
                     const std::vector<Actor>& sources);

}  // namespace volteface
