// Every pair, every session: tables alone, and with all measures and intervals.
#include <benchmark/benchmark.h>

#include <ctime>

#include "volteface/agreement.h"

namespace volteface {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Google Benchmark counts the main thread only; the counter "cpu_s" is that of the whole process.
template <typename Run>
void measure(benchmark::State& state, Run run) {
  double cpu = 0;
  for (auto _ : state) {
    const double start = cpu_seconds();
    run();
    cpu += cpu_seconds() - start;
  }
  state.counters["cpu_s"] = benchmark::Counter(cpu, benchmark::Counter::kAvgIterations);
}

void all_pairs_all_sessions(benchmark::State& state) {
  const Record record = embedded_record();
  std::size_t rows = 0;
  measure(state, [&] {
    const StateComparison comparison(record, group_roll_calls(record, Grouping::session, {}));
    rows = comparison.all_pairs().size();
  });
  state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK(all_pairs_all_sessions)->Unit(benchmark::kMillisecond)->UseRealTime();

void tables_alone(benchmark::State& state) {
  const Record record = embedded_record();
  const StateComparison comparison(record, group_roll_calls(record, Grouping::session, {}));
  measure(state, [&] {
    for (StateIndex a = 0; a < comparison.states(); ++a) {
      for (StateIndex b = a + 1; b < comparison.states(); ++b) {
        benchmark::DoNotOptimize(comparison.tables(a, b));
      }
    }
  });
}
BENCHMARK(tables_alone)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace volteface
