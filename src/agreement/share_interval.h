// The interval of a share.
#pragma once

#include "volteface/agreement.h"

namespace volteface {

// `same` of `n` as a share with its 95 % interval, the score interval of Wilson (1927), JASA 22:
// 209-212. Undefined (three times NaN) with n = 0.
Measure share_interval(double same, double n);

}  // namespace volteface
