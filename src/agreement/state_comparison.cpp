#include <tbb/parallel_for.h>

#include <numeric>

#include "agreement/count_choices.h"
#include "volteface/agreement.h"

namespace volteface {

StateComparison::StateComparison(const Record& record, std::vector<Period> periods)
    : periods_(std::move(periods)), states_(record.states.size()) {
  constexpr std::size_t bits = 64;
  first_word_.push_back(0);
  for (const Period& period : periods_) {
    const std::size_t words = (period.roll_calls.size() + bits - 1) / bits;
    first_word_.push_back(first_word_.back() + static_cast<std::uint32_t>(words));
  }
  const std::size_t words_a_state = 3 * std::size_t{first_word_.back()};
  planes_.assign(states_ * words_a_state, 0);
  for (StateIndex state = 0; state < states_; ++state) {
    std::uint64_t* planes = planes_.data() + state * words_a_state;
    for (std::size_t p = 0; p < periods_.size(); ++p) {
      const std::vector<RollCallIndex>& roll_calls = periods_[p].roll_calls;
      for (std::size_t k = 0; k < roll_calls.size(); ++k) {
        const Choice choice = record.votes.at(state, roll_calls[k]);
        if (!is_cast(choice)) continue;
        const std::size_t word = first_word_[p] + k / bits;
        planes[3 * word + static_cast<std::size_t>(choice)] |= std::uint64_t{1} << (k % bits);
      }
    }
  }
}

void StateComparison::count(StateIndex a, StateIndex b, std::span<ChoiceTable> tables) const {
  const std::size_t words_a_state = 3 * std::size_t{first_word_.back()};
  count_choices(planes_.data() + a * words_a_state, planes_.data() + b * words_a_state, first_word_,
                tables);
}

std::vector<ChoiceTable> StateComparison::tables(StateIndex a, StateIndex b) const {
  std::vector<ChoiceTable> tables(periods_.size());
  count(a, b, tables);
  return tables;
}

void StateComparison::append_rows(StateIndex a, StateIndex b,
                                  std::vector<AgreementRow>& rows) const {
  const std::vector<ChoiceTable> counted = tables(a, b);
  for (std::uint32_t period = 0; period < counted.size(); ++period) {
    const ChoiceTable& table = counted[period];
    if (table.n() > 0) rows.push_back({a, b, period, table, measure_agreement(table)});
  }
}

// Counts twice, since counting is a small part of the cost and rows are large: the first time only
// to know how many rows there are, so that each is written once, where it stays.
std::vector<AgreementRow> StateComparison::all_pairs() const {
  const auto for_each_state = [&](const auto& compare) {
    tbb::parallel_for(std::size_t{0}, states_, [&](std::size_t a) {
      std::vector<ChoiceTable> tables(periods_.size());
      for (std::size_t b = a + 1; b < states_; ++b) {
        count(static_cast<StateIndex>(a), static_cast<StateIndex>(b), tables);
        for (std::uint32_t period = 0; period < tables.size(); ++period) {
          if (tables[period].n() > 0) compare(a, b, period, tables[period]);
        }
      }
    });
  };

  std::vector<std::size_t> next(states_ + 1, 0);  // the place of the next row of each first state
  for_each_state(
      [&](std::size_t a, std::size_t, std::uint32_t, const ChoiceTable&) { ++next[a + 1]; });
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<AgreementRow> rows(next.back());
  for_each_state([&](std::size_t a, std::size_t b, std::uint32_t period, const ChoiceTable& table) {
    rows[next[a]++] = {static_cast<StateIndex>(a), static_cast<StateIndex>(b), period, table,
                       measure_agreement(table)};
  });
  return rows;
}

AgreementResult compare_states(const Record& record, StateIndex a,
                               std::span<const StateIndex> others, Grouping grouping,
                               const Filter& filter) {
  const StateComparison comparison(record, group_roll_calls(record, grouping, filter));
  AgreementResult result;
  for (const StateIndex b : others) {
    if (b != a) comparison.append_rows(a, b, result.rows);
  }
  result.periods = comparison.periods();
  return result;
}

}  // namespace volteface
