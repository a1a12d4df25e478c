// Exposure: who backed a state on a matter of its own, and which of these it has since turned from.
//
// A state that counts on others on one matter (Argentina on the Falklands, Cuba on the embargo)
// puts that support at risk where it turns from them on all else. Two things are set side by side,
// for every other state: how often it cast the same as the state did on the roll calls on the
// matter, and how their agreement on everything else changed from a reference window to the latest
// one.
//
//   volteface::Record record = volteface::embedded_record();
//   volteface::ExposureOptions options;
//   options.matter.subject = "falkland|malvinas";
//   auto exposure = volteface::measure_exposure(record, record.state("ARG"), options);
//   for (const auto& other : exposure.others) {
//     // other.support.value 1.0 of other.matter.n() votes; other.change.value -0.52
//   }
//
// support, 0 to 1:
//   The share of the same choice, of the roll calls on the matter on which both cast a vote, with
//   Wilson's interval (agreement.h, coincidence). An abstention beside a yes is no support.
// before, latest, 0 to 1:
//   Agreement (agreement.h) in either window, on all roll calls but those on the matter.
// change:
//   latest - before, with the interval of Zou and Donner (2008), Statistics in Medicine 27:
//   1693-1702, equation 3: from the limits of the two agreements, taken as independent.
// at_risk, 0 to 1:
//   support x loss of agreement, a loss being a change below 0 and else 0. An order, no
//   probability: nothing here knows whether a state repays a vote with a vote.
//
// Intervals are of 95 %, each for itself: with 190 states about five would be left out by chance.
//
// Threads: a function of its arguments; may be called from any number of threads.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "volteface/agreement.h"

namespace volteface {

struct ExposureOptions {
  // Which roll calls are on the matter. One without subject, title and kind would be on everything,
  // and is an Error.
  Filter matter;

  // The windows, where no day is given: the last `latest_sessions` of the record, and the
  // `before_sessions` ahead of them. At least 1 each.
  int latest_sessions = 2;
  int before_sessions = 5;

  // Else: from this day on, and the five years before it.
  std::optional<Date> turn;
};

// The days of the first and the last roll call that counted, and how many did. Empty: n is 0.
struct ExposureWindow {
  Date first;
  Date last;
  std::uint32_t n = 0;
};

struct ExposedState {
  StateIndex state = 0;
  ChoiceTable matter;  // the state's own choices by the other's; n() > 0
  Measure support;
  std::optional<Date> last_support;  // the last roll call on which it cast the same
  ChoiceTable before_table;
  ChoiceTable latest_table;
  Measure before;  // NaN, as change and at_risk are, where there is no vote in the window
  Measure latest;
  Measure change;
  double at_risk = 0;

  // It cast the same as the state on more than half of the roll calls on the matter.
  bool backed() const { return support.value > 0.5; }
};

struct Exposure {
  StateIndex state = 0;
  std::vector<RollCallIndex> matter;  // on which the state cast a vote
  Tally own;                          // what it cast there; absent is 0
  ExposureWindow before;
  ExposureWindow latest;
  std::vector<ExposedState> others;  // most at risk first, those that cast no vote since last

  std::size_t backers() const;  // of the others, those that backed it
  std::size_t present() const;  // of the backers, those with a vote in either window
  // Of these, those whose agreement fell by more than `loss`.
  std::size_t lost(double loss) const;
};

// Throws Error for a malformed regular expression, a matter that is not restricted, and windows of
// no session. No roll call on the matter is no error: `matter` and `others` are then empty.
// Cost: about 20 ms.
Exposure measure_exposure(const Record& record, StateIndex state, const ExposureOptions& options);

}  // namespace volteface
