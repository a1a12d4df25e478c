// Draws from the posterior of the whole record: CPU time an iteration, and what it buys.
#include <benchmark/benchmark.h>

#include <ctime>

#include "volteface/posterior.h"

namespace volteface {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Google Benchmark counts the main thread only; "cpu_s" is that of the whole process, with the fit
// from which the chains start.
void posterior(benchmark::State& state) {
  const Record record = embedded_record();
  const auto roll_calls = select_roll_calls(record, {});
  PosteriorOptions options;
  options.chains = 2;
  options.iterations = static_cast<int>(state.range(0));
  options.burn_in = options.iterations / 4;
  double cpu = 0;
  Posterior out;
  for (auto _ : state) {
    const double start = cpu_seconds();
    out = sample_posterior(record, roll_calls, options);
    cpu += cpu_seconds() - start;
  }
  state.counters["cpu_s"] = cpu;
  state.counters["iterations"] = options.chains * options.iterations;
  state.counters["rhat_max"] = out.convergence.rhat_max;
  state.counters["ess_median"] = out.convergence.effective_median;
  state.counters["ess_q05"] = out.convergence.effective_q05;
  state.counters["ess_min"] = out.convergence.effective_min;
}
BENCHMARK(posterior)
    ->ArgName("iterations")
    ->Arg(400)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace volteface
