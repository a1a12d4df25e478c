// Whether an act is done, planned, denied or only possible, beside what its clause says of it.
#pragma once

#include "reading/clause.h"
#include "reading/sentence_tree.h"
#include "reading/tables.h"
#include "volteface/reports.h"

namespace volteface {

// "does not accept it", "paid no heed to it"; but not "has not accepted it", which may still come.
bool is_denied_outright(const SentenceTree& tree, const Clause& clause);

Modality modality_of_act(const SentenceTree& tree, const EventRule& rule, const Clause& clause);

}  // namespace volteface
