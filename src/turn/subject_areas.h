// The handful of matters that roll calls are on, for saying what carries a turn.
//
// Subjects as the sources give them are many, change their spelling from decade to decade, and are
// missing on one roll call in five; Voeten's six issues end in 2020. So each roll call is put into
// broad areas by its issues, and by cues in its subjects and its title (the table in
// subject_areas.cpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "volteface/record.h"

namespace volteface {

// The areas of a roll call, in the order of the table; {"Other matters"} where no cue fits.
std::vector<std::string_view> areas_of(const RollCall& roll_call);

// The areas, and the subjects as the record gives them up to "--": all that a state may have
// changed its mind on.
std::vector<std::string> matters_of(const RollCall& roll_call);

}  // namespace volteface
