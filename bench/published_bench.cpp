// The published series: CPU time of an iteration on its own data (the authors' code: 720 ms), and
// of a whole run.
#include <benchmark/benchmark.h>

#include <ctime>

#include "volteface/published.h"

namespace volteface {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Google Benchmark counts the main thread only; "cpu_s" is that of the whole process.
void published_run(benchmark::State& state) {
  const Record record = embedded_record();
  Filter filter;
  filter.duplicates = true;
  const auto roll_calls = select_roll_calls(record, filter);
  PublishedOptions options;
  options.series = PublishedSeries::april_2020;
  options.iterations = static_cast<int>(state.range(0));
  options.burn_in = 200;
  options.thin = 2;
  options.chains = 1;
  double cpu = 0;
  for (auto _ : state) {
    const double start = cpu_seconds();
    benchmark::DoNotOptimize(fit_published(record, roll_calls, options).fit.cells);
    cpu += cpu_seconds() - start;
  }
  state.counters["cpu_s"] = benchmark::Counter(cpu, benchmark::Counter::kAvgIterations);
  state.counters["cpu_ms_an_iteration"] =
      benchmark::Counter(1000 * cpu / options.iterations, benchmark::Counter::kAvgIterations);
}
BENCHMARK(published_run)->Arg(640)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace volteface
