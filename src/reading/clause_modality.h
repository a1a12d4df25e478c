// How surely something is told to have happened, and when.
#pragma once

#include <cstdint>
#include <string_view>

#include "reading/clause.h"

namespace volteface {

// "will go on negotiating": a gerund behind "on", which a parser may take for a noun.
bool goes_on_doing(const SentenceTree& tree, std::uint32_t verb);

// Asserted, planned, possible, negated: the one that tells least.
Modality weakest(Modality a, Modality b);

// "a scheduled visit", "possible talks"
Modality modality_of_adjectives(const SentenceTree& tree, std::uint32_t noun);

// "cancelled a visit", "proposed a meeting", "plans talks"
Modality modality_of_what_befell(std::string_view verb);

// "was called off"
bool is_called_off(const SentenceTree& tree, std::uint32_t verb);

// "ready", "willing": what follows may be.
bool is_ready(std::string_view adjective);

// Of what a noun tells, by an adjective that is said of it: "a visit is likely".
Modality modality_of_prospect(std::string_view adjective);

// Whether a verb says no more than that what its object tells comes about ("held talks").
bool carries_out(std::string_view verb);

// Whether the infinitive of a noun is what somebody means to do, or may do ("a plan to leave").
// "longer" of "no longer"
bool is_no_longer(const SentenceTree& tree, std::uint32_t word);

bool is_plan(std::string_view noun);

ClauseTime time_of(const SentenceTree& tree, std::uint32_t verb, Modality modality);

}  // namespace volteface
