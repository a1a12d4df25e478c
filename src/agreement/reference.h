// Agreement the slow, obvious way: the formulas as textbooks print them, cell by cell. Tests hold
// the fast path against it; nothing else uses it.
#pragma once

#include <array>
#include <span>

#include "volteface/agreement.h"

namespace volteface::reference {

// Shares or counts by the choices of two states; rows by the first.
using Cells = std::array<std::array<double, 3>, 3>;

// 1 for full agreement, 0 for none.
extern const Cells same_choice;   // 1 on the diagonal
extern const Cells half_abstain;  // 1, 1/2 one step off it, 0 for yes against no

ChoiceTable table(const Record& record, StateIndex a, StateIndex b,
                  std::span<const RollCallIndex> roll_calls);

// (P_o - P_e) / (1 - P_e), with chance from each state's own shares (Cohen) or from pooled ones
// (Scott).
double kappa(const Cells& counts, const Cells& weights, bool pooled);

// Fleiss, Cohen and Everitt (1969), equation 13, for Cohen's; that is, chance from own shares.
double kappa_standard_error(const Cells& counts, const Cells& weights);

// The delta method with numerical derivatives of kappa(): serves both, and knows nothing of the
// formula above.
double numerical_standard_error(const Cells& counts, const Cells& weights, bool pooled);

Agreement measures(const ChoiceTable& table);

}  // namespace volteface::reference
