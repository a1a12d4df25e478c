// What both samplers ask of their options, and how their chains tell of their progress.
#pragma once

#include <functional>
#include <mutex>

namespace volteface {

// Draws that a chain keeps. `Options` has chains, iterations, burn_in and thin.
template <class Options>
int kept_draws(const Options& o) {
  return (o.iterations - o.burn_in) / o.thin;
}

// Throws Error for chains that could not be run, or keep too few draws for R-hat.
void check_chains(int chains, int iterations, int burn_in, int least_burn_in, int thin);

// Counts the iterations of all chains, from any thread.
class ChainProgress {
 public:
  // Keeps a reference to `report`.
  ChainProgress(const std::function<void(int done, int all)>& report, int all)
      : report_(report), all_(all) {}

  void step() {
    if (!report_) return;
    const std::lock_guard lock(mutex_);
    report_(++done_, all_);
  }

 private:
  const std::function<void(int, int)>& report_;
  std::mutex mutex_;
  int done_ = 0;
  int all_;
};

}  // namespace volteface
