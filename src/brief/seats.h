// Seats that went on under another name, and the powers whose company every brief tells.
#pragma once

#include <string_view>
#include <vector>

#include "volteface/record.h"

namespace volteface {

// One seat under all its names, the present one first.
struct Seat {
  State state;
  std::vector<StateIndex> names;

  bool holds(StateIndex other) const;

  // What the seat chose, under the name it then had.
  Choice choice(const Record& record, RollCallIndex roll_call) const;
};

// Russia's with the Soviet Union's, China's with that of the Republic of China,
// else that of the state alone.
Seat seat_of(const Record& record, StateIndex state);

// The five permanent members as far as the record knows them: USA, RUS, CHN, GBR, FRA.
std::vector<Seat> powers(const Record& record);

// States of the record that stood where this one does now, or in part ("Germany": "Federal Republic
// of Germany", "German Democratic Republic"), and those that followed it.
std::vector<StateIndex> states_before(const Record& record, StateIndex state);
std::vector<StateIndex> states_after(const Record& record, StateIndex state);

}  // namespace volteface
