// The predictions of the whole record: CPU time.
#include <benchmark/benchmark.h>

#include "volteface/predictability.h"
#include "volteface/surprise.h"

namespace volteface {
namespace {

void predict_whole_record(benchmark::State& state) {
  const Record record = embedded_record();
  const auto roll_calls = select_roll_calls(record, {});
  PredictiveRecord predicted;
  for (auto _ : state) predicted = predict_votes(record, roll_calls);
  state.counters["votes"] = static_cast<double>(predicted.votes.size());
  state.counters["log_loss"] = log_loss(predicted.votes);
}
BENCHMARK(predict_whole_record)->Iterations(3)->Unit(benchmark::kMillisecond);

void predictability_by_year(benchmark::State& state) {
  const Record record = embedded_record();
  const PredictiveRecord predicted = predict_votes(record, select_roll_calls(record, {}));
  PredictabilityOptions options;
  options.by = Grouping::year;
  for (auto _ : state) {
    benchmark::DoNotOptimize(predictability(record, predicted.votes, options));
  }
}
BENCHMARK(predictability_by_year)->Iterations(3)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace volteface
