// With whom a state votes: the powers year by year, and every state between two periods.
#pragma once

#include <vector>

#include "brief/seats.h"
#include "brief/standing.h"
#include "brief/window.h"
#include "volteface/agreement.h"
#include "volteface/brief.h"

namespace volteface {

// The powers but the state itself, then the state the brief is on.
std::vector<Seat> columns_of(const Record& record, const BriefOptions& options);

// Agreement by year, from which any span of years is summed. It needs no fit.
class AgreementByYear {
 public:
  AgreementByYear(const Record& record, const Window& window, StateIndex state);

  // All years in which the seat and the state both voted at least once.
  std::vector<CompanyYear> years_with(const std::vector<Seat>& columns) const;

  // What the state and another chose in the years of the span.
  ChoiceTable table(StateIndex other, const YearSpan& span) const;

 private:
  std::vector<ChoiceTable> tables_with(const Seat& seat) const;

  StateIndex state_;
  StateComparison comparison_;
  std::vector<int> years_;  // one a period
};

// Changes between the periods compared, with every other state, the most towards first.
void compare_periods(const Record& record, const AgreementByYear& agreement, const IdealFit& fit,
                     StateIndex state, const Comparison& comparison, Company& company);

// Those that are beyond their intervals, the largest change first.
std::vector<AgreementChange> risen(const Company& company);
std::vector<AgreementChange> fallen(const Company& company);

}  // namespace volteface
