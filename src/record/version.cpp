#include "volteface/version.h"

namespace volteface {

const char* version() { return VOLTEFACE_VERSION; }

}  // namespace volteface
