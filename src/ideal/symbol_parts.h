// Parts of one resolution, told apart by a letter of their symbols.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "volteface/record.h"

namespace volteface {

// "A/RES/39/146B": number 146, part "B". "A/RES/34/90": number 90, no part. Parts in brackets, as
// in "A/RES/3525(XXX)[A]", are left out: up to session 33 their order changed from year to year.
struct SymbolParts {
  std::uint32_t number = 0;
  std::string part;
};

SymbolParts parse_symbol(std::string_view symbol);

// The roll calls by their parts; empty optional where the letters do not tell them apart.
std::optional<std::map<std::string, RollCallIndex>> by_part(
    const Record& record, std::span<const RollCallIndex> roll_calls);

}  // namespace volteface
