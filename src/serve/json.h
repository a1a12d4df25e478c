// The shapes that answers are made of, as JSON: what src/serve/shapes.json describes.
#pragma once

#include <nlohmann/json.hpp>

#include "serve/world.h"

namespace volteface::serve {

using Json = nlohmann::ordered_json;

// What stands beside a number on `n` votes: true where these are too few to compare (brief.h).
Json too_few_json(std::uint32_t n);

Json number_json(double number);  // NaN and infinities are null
Json date_json(const std::optional<Date>& date);

// Adds the fields of one object behind those of another.
void add_fields(Json& to, const Json& fields);

Json state_json(const Record& record, StateIndex state);
Json estimate_json(double value, double lo, double hi, std::uint32_t n);
Json roll_call_json(const Record& record, RollCallIndex roll_call);
Json turn_json(const Record& record, const Turn& turn);

// A prediction: p_yes, p_abstain, p_no, bits and likeliest; all null where there is none.
Json prediction_json(const PredictedVote* vote);

// Where something was read.
Json source_json(const ReadReport& report);
Json citation_json(const ReadReport& report, const Evidence& evidence);

// An act with all its citations, and the same as one flat row.
Json contact_json(const World& world, const Act& act);
Json contact_row(const World& world, const Act& act);

// The name of a state, by its code as the reading has it; empty for none.
std::string name_of_code(const World& world, const std::string& code);

}  // namespace volteface::serve
