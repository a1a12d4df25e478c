// Estimates the published series of ideal points from the embedded record: CSV on standard output.
//
//   published_series [april_2020|extended] [ITERATIONS BURN_IN THIN CHAINS SEED]
//
// Columns: state, period (session), mean, sd, q05, q95, n. What compare_published reads.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include "volteface/published.h"

namespace {

using namespace volteface;

PublishedOptions options_of(int argc, char** argv) {
  PublishedOptions o;
  if (argc > 1 && std::string(argv[1]) == "april_2020") o.series = PublishedSeries::april_2020;
  int* const numbers[] = {&o.iterations, &o.burn_in, &o.thin, &o.chains};
  for (int i = 2; i < argc && i < 6; ++i) *numbers[i - 2] = std::atoi(argv[i]);
  if (argc > 6) o.seed = std::strtoull(argv[6], nullptr, 10);
  return o;
}

void run(const PublishedOptions& options) {
  const Record record = embedded_record();
  Filter filter;
  filter.duplicates = true;
  const auto roll_calls = select_roll_calls(record, filter);
  const std::clock_t start = std::clock();
  const PublishedFit result = fit_published(record, roll_calls, options);
  const double cpu = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  fmt::print("state,period,mean,sd,q05,q95,n\n");
  for (const IdealPoint& p : result.fit.points) {
    fmt::print("{},{},{:.6f},{:.6f},{:.6f},{:.6f},{}\n", record.states[p.state].code, p.period,
               p.mean, p.sd, p.q05, p.q95, p.n);
  }
  const Convergence& c = result.convergence;
  fmt::print(stderr, "{} points, {} items, {} votes; {:.2f} CPU s, {:.2f} ms an iteration\n",
             result.fit.points.size(), result.fit.items.size(), result.fit.cells, cpu,
             1000 * cpu / options.iterations / options.chains);
  fmt::print(stderr, "accepted {:.3f}; {} draws; R-hat {:.3f} median, {:.3f} 95 %, {:.3f} max\n",
             result.accepted, c.draws, c.rhat_median, c.rhat_q95, c.rhat_max);
  fmt::print(stderr, "effective draws {:.0f} median, {:.0f} 5 %, {:.0f} min\n", c.effective_median,
             c.effective_q05, c.effective_min);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(options_of(argc, argv));
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "published_series: {}\n", error.what());
    return 2;
  }
}
