// States that go on under another code: readers of a report of 1980 look for Russia's acts under
// RUS, whatever the state was called on that day.
#pragma once

#include "volteface/reading.h"

namespace volteface {

// The code of ISO 3166-1 of today for a state that goes on under it (RUS for the Soviet Union, DEU
// for West Germany); of one that is gone (Czechoslovakia) that which it had. The record finds the
// seat of the day by either.
void use_codes_of_today(Reading& reading);

}  // namespace volteface
