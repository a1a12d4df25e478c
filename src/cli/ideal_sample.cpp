#include "cli/ideal_sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/progress.h"
#include "cli/table.h"

namespace volteface::cli {
namespace {

constexpr double good_rhat = 1.01;
constexpr double good_effective = 100;

void tell_convergence(const Posterior& posterior) {
  const Convergence& c = posterior.convergence;
  fmt::print(stderr,
             "{} draws of {} chains; R-hat {:.3f} median, {:.3f} for 95 %, {:.3f} at most; "
             "effective draws {:.0f} median, {:.0f} for 95 %, {:.0f} at least\n",
             c.draws, posterior.chains, c.rhat_median, c.rhat_q95, c.rhat_max, c.effective_median,
             c.effective_q05, c.effective_min);
  const auto unsettled = std::count_if(
      posterior.points.begin(), posterior.points.end(),
      [](const SampledPoint& p) { return p.rhat > good_rhat || p.effective < good_effective; });
  if (unsettled > 0) {
    fmt::print(stderr,
               "note: {} of {} points have R-hat above {} or fewer than {} effective draws; more "
               "--iterations settle them\n",
               unsettled, posterior.points.size(), good_rhat, good_effective);
  }
}

std::vector<StateIndex> states_of(const Record& record, const std::vector<std::string>& names) {
  std::vector<StateIndex> out;
  for (const std::string& name : names) out.push_back(record.state(name));
  return out;
}

bool wanted(const std::vector<StateIndex>& states, StateIndex state) {
  return states.empty() || std::find(states.begin(), states.end(), state) != states.end();
}

int print_points(const Record& record, const Posterior& posterior,
                 const std::vector<StateIndex>& states, Format format) {
  Table table({{"state"},
               {"period"},
               {"mean"},
               {"sd"},
               {"q05"},
               {"q95"},
               {"n"},
               {"rhat", 3},
               {"effective", 0}});
  for (const SampledPoint& s : posterior.points) {
    const IdealPoint& p = s.point;
    if (!wanted(states, p.state)) continue;
    table.add({record.states[p.state].code, std::int64_t{p.period}, p.mean, p.sd, p.q05, p.q95,
               std::int64_t{p.n}, s.rhat, static_cast<std::int64_t>(std::lround(s.effective))});
  }
  return table.print(format, record);
}

int print_steps(const Record& record, const Posterior& posterior, double size,
                const std::vector<StateIndex>& states, Format format) {
  Table table({{"state"}, {"from"}, {"to"}, {"step"}, {"sd"}, {"q05"}, {"q95"}, {"beyond", 4}});
  for (const SampledStep& s : steps_beyond(posterior, size)) {
    if (!wanted(states, s.state)) continue;
    table.add({record.states[s.state].code, std::int64_t{s.from}, std::int64_t{s.to}, s.mean, s.sd,
               s.q05, s.q95, s.beyond});
  }
  return table.print(format, record);
}

// Opened before a long run, so that a name that cannot be written to is told at once.
class DrawsFile {
 public:
  explicit DrawsFile(const std::string& path)
      : path_(path), draws_(path, std::ios::binary), metadata_(path + "-metadata.json") {
    if (!draws_ || !metadata_) throw Error(fmt::format("--draws: cannot write '{}'", path));
  }

  void write(const Record& record, const Posterior& posterior, const PosteriorOptions& options,
             const std::vector<StateIndex>& states) {
    write_metadata(record, posterior, options);
    draws_ << "chain,draw,state,period,ideal_point\n";
    fmt::memory_buffer lines;
    for (int c = 0; c < posterior.chains; ++c) {
      for (int d = 0; d < posterior.draws_per_chain; ++d) {
        const auto draw = posterior.draw(c, d);
        lines.clear();
        for (std::size_t p = 0; p < draw.size(); ++p) {
          const IdealPoint& at = posterior.points[p].point;
          if (!wanted(states, at.state)) continue;
          fmt::format_to(std::back_inserter(lines), "{},{},{},{},{:.4f}\n", c + 1, d + 1,
                         record.states[at.state].code, at.period, draw[p]);
        }
        draws_.write(lines.data(), static_cast<std::streamsize>(lines.size()));
      }
    }
    if (!draws_.flush() || !metadata_.flush())
      throw Error(fmt::format("--draws: cannot write all of '{}'", path_));
  }

 private:
  void write_metadata(const Record& record, const Posterior& posterior,
                      const PosteriorOptions& options) {
    nlohmann::ordered_json json = json_head(record);
    json["seed"] = options.seed;
    json["chains"] = options.chains;
    json["iterations"] = options.iterations;
    json["burn_in"] = options.burn_in;
    json["thin"] = options.thin;
    json["rhat_max"] = posterior.convergence.rhat_max;
    json["effective_min"] = posterior.convergence.effective_min;
    metadata_ << json.dump(1) << "\n";
  }

  std::string path_;
  std::ofstream draws_, metadata_;
};

}  // namespace

int run_sample(const Record& record, std::span<const RollCallIndex> roll_calls,
               const PosteriorOptions& options, const SampleCommand& command,
               const std::vector<std::string>& states, Format format) {
  const std::vector<StateIndex> chosen = states_of(record, states);
  std::optional<DrawsFile> file;
  if (!command.draws.empty()) file.emplace(command.draws);
  Posterior posterior;
  {
    ProgressBar bar("sampling");
    PosteriorOptions with_bar = options;
    with_bar.progress = [&bar](int done, int all) { bar.show(static_cast<double>(done) / all); };
    posterior = sample_posterior(record, roll_calls, with_bar);
  }
  tell_convergence(posterior);
  if (file) file->write(record, posterior, options, chosen);
  if (command.steps) return print_steps(record, posterior, *command.steps, chosen, format);
  return print_points(record, posterior, chosen, format);
}

}  // namespace volteface::cli
