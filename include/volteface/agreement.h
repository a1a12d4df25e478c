// Agreement: how alike two states vote.
//
// Everything rests on one small table for a pair of states and a set of roll calls: how often the
// one chose yes, abstained or chose no while the other did (ChoiceTable, 3 x 3 counts). Roll calls
// on which either state was absent or not listed are left out. Tables add up, so a measure over any
// window is had by summing tables; measure_agreement() turns a table into six measures with their
// 95 % intervals.
//
//   volteface::Record record = volteface::embedded_record();
//   const auto usa = record.state("USA");
//   auto result = volteface::compare_states(record, record.state("ARG"), {&usa, 1},
//                                           volteface::Grouping::year, {});
//   for (const auto& row : result.rows) {
//     // result.periods[row.period].name is "2024"; row.measures.agreement.value is 0.82
//   }
//
// The measures. p_ij is the share of the n roll calls on which a chose i and b chose j; yes,
// abstain and no are numbered 0, 1, 2; p_i. and p_.j are the shares of each state's choices.
//
// agreement, 0 to 1:
//   Sum of w_ij p_ij with w = 1 for the same choice, 1/2 where exactly one abstains, 0 for yes
//   against no. The similarity index in Voeten's data counts so, and the US State Department's
//   report on 2017.
// coincidence, 0 to 1:
//   Same / (same + opposite), of the roll calls on which both said yes or no; abstentions are left
//   out. It has an n of its own, coincidence_n, and is undefined if that is 0.
//   US Department of State, Voting Practices in the United Nations ("votes only").
// s, -1 to 1:
//   1 - 2 sum |i - j| p_ij / 2, that is, with linear distances and equal weights. With three
//   equally spaced choices this is 2 agreement - 1 and tells nothing more; it is here since people
//   publish it. Signorino and Ritter (1999), International Studies Quarterly 43: 115-144.
// kappa, -1 to 1:
//   (P_o - P_e) / (1 - P_e) with P_o = sum p_ii and P_e = sum p_i. p_.i: the share of same choices
//   beyond what the two states' own habits give by chance. Undefined if P_e = 1.
//   Cohen (1960), Educational and Psychological Measurement 20: 37-46.
// weighted_kappa, -1 to 1:
//   The same with P_o = sum w_ij p_ij, P_e = sum w_ij p_i. p_.j and the w of agreement (linear
//   weights). Cohen (1968), Psychological Bulletin 70: 213-220.
// pi, -1 to 1:
//   The same as kappa with P_e = sum q_i^2, q_i = (p_i. + p_.i) / 2: chance as if both states had
//   one habit. Scott (1955), Public Opinion Quarterly 19: 321-325.
//
// Why correct for chance: most texts pass by large majorities, so two states with nothing in common
// agree often. Häge (2011), "Choice or Circumstance?", Political Analysis 19: 287-305.
//
// The intervals take the roll calls as independent draws from those that could have been put to the
// vote, that is, the table as multinomial. All are closed formulas, cut to the measure's range, and
// contain the value.
//
// agreement, s:
//   Wald's interval for the difference "same - opposite" after adding half an observation to each
//   of the two and one to neither. Agresti and Min (2005), Statistics in Medicine 24: 729-740.
// coincidence:
//   The score interval of Wilson (1927), JASA 22: 209-212.
// kappa, weighted_kappa, pi:
//   The large-sample variance of Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72:
//   323-327 (for pi the same delta method with pooled shares), taken, with its centre, from the
//   table with 2/9 added to each cell. Without this addition kappa's interval held the truth in 46
//   % of simulated samples of 10 roll calls and 91 % of 160; with it in 98 % and 95 %
//   (docs/agreement.md).
//
// Recurring texts, and paragraphs voted one by one, are not independent: with many of these the
// true uncertainty is larger than the intervals say.
//
// Nothing here is NaN but the three numbers of an undefined measure; show these as an empty cell.
// Threads: const objects may be used from any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "volteface/record.h"

namespace volteface {

// What two states chose on the same roll calls: counts, rows by the first state's choice.
struct ChoiceTable {
  std::array<std::uint32_t, 9> cells{};

  // Both must be cast choices (yes, abstain, no).
  std::uint32_t at(Choice a, Choice b) const { return cells[index(a, b)]; }
  std::uint32_t& at(Choice a, Choice b) { return cells[index(a, b)]; }

  // The roll calls on which both cast a vote.
  std::uint32_t n() const;

  ChoiceTable& operator+=(const ChoiceTable& other);
  friend bool operator==(const ChoiceTable&, const ChoiceTable&) = default;

  static constexpr std::size_t index(Choice a, Choice b) {
    return 3 * static_cast<std::size_t>(a) + static_cast<std::size_t>(b);
  }
};

// A number with its 95 % interval, lo <= value <= hi. All three are NaN where it is undefined.
struct Measure {
  double value = 0;
  double lo = 0;
  double hi = 0;
};

struct Agreement {
  Measure agreement;
  Measure coincidence;
  Measure s;
  Measure kappa;
  Measure weighted_kappa;
  Measure pi;
  std::uint32_t coincidence_n = 0;  // roll calls on which both said yes or no
};

// All measures of one table. With n = 0 all are undefined. Cost: about 0.1 microseconds.
Agreement measure_agreement(const ChoiceTable& table);

// Agreement alone, with an interval of another level: `quantile` is that of the standard normal,
// 1.96 for 95 %. The two votes added fit about 2: far out, and on few votes, it is too short.
Measure agreement_at_level(const ChoiceTable& table, double quantile);

// A named set of roll calls. Sets may overlap.
struct Period {
  std::string name;
  std::vector<RollCallIndex> roll_calls;
};

enum class Grouping {
  all,      // one period, "all"
  year,     // "1946", "1947", ...
  session,  // "1", "2", ...: session_number(), so special sessions count with the regular one
  // Each issue (Voeten's, to 2020), then each subject (UN Digital Library), both by name, then
  // "(none given)". A roll call counts under each of its own, so these do not add up.
  subject,
};

// The roll calls that pass the filter, grouped; periods without any are left out. Throws Error for
// a malformed regular expression.
std::vector<Period> group_roll_calls(const Record& record, Grouping grouping, const Filter& filter);

struct AgreementRow {
  StateIndex a = 0;
  StateIndex b = 0;
  std::uint32_t period = 0;  // index into the periods
  ChoiceTable table;         // table.n() > 0
  Agreement measures;
};

// Compares states over periods, from bit planes: for each state and period a word of 64 roll calls
// a choice, so that a table is nine population counts a word. Building it costs one pass over the
// record; it keeps three bits a state and roll call, each period rounded up to 64 roll calls.
class StateComparison {
 public:
  // Only the votes are looked at, and only here: the record may go away afterwards.
  StateComparison(const Record& record, std::vector<Period> periods);

  const std::vector<Period>& periods() const { return periods_; }
  std::size_t states() const { return states_; }

  // One table a period, of the pair; also those with n = 0. States are below states(), here and
  // in append_rows.
  std::vector<ChoiceTable> tables(StateIndex a, StateIndex b) const;

  // Appends one row for each period in which both states cast a vote, in the order of the periods.
  void append_rows(StateIndex a, StateIndex b, std::vector<AgreementRow>& rows) const;

  // Every pair a < b, in order. Uses all cores: 0.3 CPU seconds for every session of the record.
  std::vector<AgreementRow> all_pairs() const;

 private:
  void count(StateIndex a, StateIndex b, std::span<ChoiceTable> tables) const;

  std::vector<Period> periods_;
  std::size_t states_ = 0;
  std::vector<std::uint32_t> first_word_;  // of each period, and one more for the end
  std::vector<std::uint64_t> planes_;      // states x words x (yes, abstain, no)
};

struct AgreementResult {
  std::vector<Period> periods;
  std::vector<AgreementRow> rows;
};

// `a` with each of `others`, in their order, then by period; `a` itself among them is passed over.
AgreementResult compare_states(const Record& record, StateIndex a,
                               std::span<const StateIndex> others, Grouping grouping,
                               const Filter& filter);

}  // namespace volteface
