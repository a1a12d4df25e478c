// How a report goes on to call a person whom it has named in full.
#pragma once

#include <string>

#include "volteface/reading.h"

namespace volteface {

// "Marcos" of "Ferdinand Marcos Jr.", "von der Leyen", "Xi" of China's Xi Jinping; the name as it
// is where it is one word, empty where nobody is named.
std::string called_by(const Actor& actor);

}  // namespace volteface
