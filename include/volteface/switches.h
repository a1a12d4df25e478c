// The switch test: where a state changed its vote on a recurring text, did another change with it?
//
// Many texts come to the vote again, session after session. Where X changes its vote on one of them
// from one time to the next, what the text asks has mostly not changed; whether a state changes the
// same way on the same text is then the sharpest evidence there is that it goes with X. The same
// count over the states that voted most like it before, and over all states, is the base rate:
// texts on which all changed tell nothing.
//
//   auto test = volteface::test_switches(record, argentina, usa,
//                                        volteface::year_of_votes(record, 2024),
//                                        volteface::year_of_votes(record, 2025));
//   // test.alike of test.reference_switched; test.share.lo to .hi; test.rank of test.ranked
//
// Which roll calls are on the same text is told by bridging_pairs (bridging.h). The share's
// interval is Wilson's (1927, JASA 22: 209-212), at 95 %. It takes the texts as independent, which
// texts on one matter are not: the true interval is wider. docs/attribution.md tells the limits.
//
// Threads: const objects may be used from any number of threads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "volteface/agreement.h"
#include "volteface/record.h"

namespace volteface {

// A text on which both states voted both times.
struct TextOnBothSides {
  RollCallIndex before = 0;
  RollCallIndex after = 0;
  Choice state_before = Choice::yes;
  Choice state_after = Choice::yes;
  Choice reference_before = Choice::yes;
  Choice reference_after = Choice::yes;

  bool state_switched() const { return state_before != state_after; }
  bool reference_switched() const { return reference_before != reference_after; }

  // Both switched in the same direction, towards yes or towards no; not necessarily to the same
  // choice.
  bool switched_alike() const;

  // The reference switched, and the state's vote before left it room to go the same way: one that
  // voted no cannot follow further towards no.
  bool had_room() const;
};

// How a state did on the texts on which the reference switched.
struct SwitchCount {
  StateIndex state = 0;
  std::uint32_t texts = 0;               // on which both voted both times
  std::uint32_t state_switched = 0;      // of these
  std::uint32_t reference_switched = 0;  // of these
  std::uint32_t with_room = 0;           // of the reference's switches: the state had room
  std::uint32_t alike = 0;      // of the reference's switches: the state switched the same way
  Measure share;                // alike / reference_switched, with Wilson's interval; NaN for none
  double agreement_before = 0;  // with the state tested, on all roll calls before; NaN for none
};

struct SwitchTest {
  StateIndex state = 0;
  StateIndex reference = 0;
  SwitchCount count;                 // of the state
  std::vector<SwitchCount> nearest;  // of the states that agreed most with it before, nearest first
  SwitchCount of_nearest;            // the nearest taken together: counts summed; `state` is 0
  std::uint32_t ranked = 0;  // states with enough of the reference's switches, the state included
  std::uint32_t rank = 0;    // 1: no state switched alike more often; 0: the state has too few
  std::vector<SwitchCount> all;        // the states ranked, by share, largest first
  std::vector<TextOnBothSides> texts;  // of the state, in the order of the record
};

// A state is ranked where it voted on at least this many of the reference's switches: with fewer,
// Wilson's interval for a share of one half covers more than half of all shares.
inline constexpr std::uint32_t least_switches = 8;

struct SwitchOptions {
  std::size_t nearest = 10;  // how many states the base rate is counted over
};

// Compares the votes on `before` with those on `after` (each ascending). A text with several roll
// calls on one side counts by the last before and the first after. With no such text all counts are
// 0, shares NaN and the rank 0. Throws Error where a state is not in the record or is its own
// reference. Cost: about 0.1 CPU seconds, most of it for the texts.
SwitchTest test_switches(const Record& record, StateIndex state, StateIndex reference,
                         std::span<const RollCallIndex> before,
                         std::span<const RollCallIndex> after, const SwitchOptions& options = {});

// The roll calls of a calendar year, and of a session with the special sessions in its time
// (session_number); probable duplicates are left out.
std::vector<RollCallIndex> year_of_votes(const Record& record, int year);
std::vector<RollCallIndex> session_of_votes(const Record& record, int session);

}  // namespace volteface
