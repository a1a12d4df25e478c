// The default fit of the whole record: CPU time (emIRT's binary dynIRT needs 5.7 s on votes of this
// kind).
#include <benchmark/benchmark.h>

#include <ctime>

#include "volteface/ideal.h"

namespace volteface {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Google Benchmark counts the main thread only; "cpu_s" is that of the whole process.
void default_fit(benchmark::State& state) {
  const Record record = embedded_record();
  const auto roll_calls = select_roll_calls(record, {});
  IdealOptions options;
  options.by = state.range(0) == 0 ? PeriodBy::session : PeriodBy::year;
  double cpu = 0;
  IdealFit fit;
  for (auto _ : state) {
    const double start = cpu_seconds();
    fit = fit_ideal_points(record, roll_calls, options);
    cpu += cpu_seconds() - start;
  }
  state.counters["cpu_s"] = benchmark::Counter(cpu, benchmark::Counter::kAvgIterations);
  state.counters["sweeps"] = fit.sweeps;
  state.counters["votes"] = static_cast<double>(fit.cells);
}
BENCHMARK(default_fit)
    ->ArgName("by_year")
    ->Arg(0)
    ->Arg(1)
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace volteface
