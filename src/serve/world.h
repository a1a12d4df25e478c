// All that answers are made from: the record, what is fitted to it, and the reports, held in memory
// while the program serves.
//
// A World is built once. Only the turns of all states are found after that, on a thread of its own,
// since they take as long as all else together; turns_of() finds those of a state at once where the
// thread has not come to it yet.
//
// Threads: all const functions may be called from any number of threads.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "volteface/actors.h"
#include "volteface/acts.h"
#include "volteface/brief.h"
#include "volteface/press.h"
#include "volteface/record.h"

namespace volteface::serve {

// What was read in the reports, and their words.
struct ReportsRead {
  std::vector<ReadReport> reports;
  std::vector<std::string> texts;  // one a report; empty where only its records were given
};

class World {
 public:
  // Fits and predicts: about 3 CPU seconds for the record. `progress`: of the fit.
  World(Record record, ReportsRead reports, const std::function<void(int, int)>& progress = {});
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const Record& record() const { return record_; }
  const BriefBasis& basis() const { return basis_; }
  const Actors& actors() const { return actors_; }
  std::span<const MembershipSpan> spans() const { return spans_; }

  // Without probable duplicates, ascending.
  std::span<const RollCallIndex> roll_calls() const { return roll_calls_; }

  // The predictions of the votes cast on a roll call, by state.
  std::vector<PredictedVote> predicted_on(RollCallIndex roll_call) const;

  // Roll calls on the same text, this one among them, by date.
  std::vector<RollCallIndex> same_text(RollCallIndex roll_call) const;

  std::span<const ReadReport> reports() const { return reports_.reports; }
  const std::string& report_text(std::size_t report) const { return reports_.texts[report]; }
  std::span<const Reading> readings() const { return readings_; }
  std::span<const Act> acts() const { return acts_; }

  // The turns of one state, by date.
  const std::vector<Turn>& turns_of(StateIndex state) const;

  // How much of the turns of all states has been found, 0 to 1.
  double turns_share() const;
  bool turns_ready() const { return turns_share() >= 1; }

 private:
  void find_turns();

  Record record_;
  ReportsRead reports_;
  std::vector<RollCallIndex> roll_calls_;
  BriefBasis basis_;
  Actors actors_;
  std::vector<MembershipSpan> spans_;
  std::vector<std::vector<std::uint32_t>> predictions_;  // of each roll call: places in the votes
  std::vector<std::uint32_t> text_of_;                   // of each roll call
  std::vector<std::vector<RollCallIndex>> texts_;
  std::vector<Reading> readings_;
  std::vector<Act> acts_;

  std::atomic<std::size_t> states_done_ = 0;
  std::atomic<bool> stopping_ = false;
  std::thread finder_;
};

}  // namespace volteface::serve
