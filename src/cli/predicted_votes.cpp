#include "cli/predicted_votes.h"

#include "cli/progress.h"

namespace volteface::cli {

PredictiveRecord predicted_until(const Record& record, const std::optional<Date>& until,
                                 std::span<const std::uint64_t> held_out) {
  Filter filter;
  filter.until = until;
  ProgressBar bar("predicting");
  PredictOptions options;
  options.held_out = held_out;
  options.progress = [&bar](std::size_t done, std::size_t all) {
    bar.show(static_cast<double>(done) / static_cast<double>(all));
  };
  return predict_votes(record, select_roll_calls(record, filter), options);
}

}  // namespace volteface::cli
