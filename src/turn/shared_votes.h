// What two states cast on the same roll calls.
#pragma once

#include <span>

#include "volteface/agreement.h"

namespace volteface {

inline ChoiceTable table_of(const Record& record, StateIndex a, StateIndex b,
                            std::span<const RollCallIndex> roll_calls) {
  ChoiceTable table;
  for (RollCallIndex r : roll_calls) {
    const Choice x = record.votes.at(a, r), y = record.votes.at(b, r);
    if (is_cast(x) && is_cast(y)) ++table.at(x, y);
  }
  return table;
}

// NaN where they share none.
inline double agreement_between(const Record& record, StateIndex a, StateIndex b,
                                std::span<const RollCallIndex> roll_calls) {
  return measure_agreement(table_of(record, a, b, roll_calls)).agreement.value;
}

}  // namespace volteface
