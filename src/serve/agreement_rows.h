// Agreement as rows of answers.
#pragma once

#include <span>

#include "serve/endpoint.h"
#include "volteface/agreement.h"

namespace volteface::serve {

inline const Parameter by_period{"by",   ParameterKind::one_of, "what rows stand for", 0, 0,
                                 "year", {"year", "session"}};
Grouping grouping_of(const Arguments& arguments);

// n and the measures, each with its 95 % interval.
Json measures_json(const ChoiceTable& table, const Agreement& measures);

// One row a state and period in which both cast a vote.
Json agreement_rows(const Record& record, StateIndex state, std::span<const StateIndex> others,
                    Grouping grouping, const Filter& filter);

// The roll calls of a year, without probable duplicates.
std::span<const RollCallIndex> year_of_roll_calls(const World& world, int year);

}  // namespace volteface::serve
