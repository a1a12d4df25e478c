// What the files that write a brief as JSON share.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>

#include "volteface/brief.h"

namespace volteface {

using Json = nlohmann::ordered_json;

inline Json json_of(double value) { return std::isnan(value) ? Json() : Json(value); }

inline Json json_of(const Estimate& e) {
  return {{"value", json_of(e.value)}, {"lo", json_of(e.lo)}, {"hi", json_of(e.hi)}, {"n", e.n}};
}

inline Json json_of(const State& state) { return {{"state", state.code}, {"name", state.name}}; }

// A JSON array of what `of` makes of each.
template <typename Items, typename Of>
Json array_of(const Items& items, Of of) {
  Json array = Json::array();
  for (const auto& item : items) array.push_back(of(item));
  return array;
}

Json json_of(const Press& press);

}  // namespace volteface
