#include "volteface/published.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "ideal/chain_key.h"
#include "ideal/chain_options.h"
#include "ideal/chain_summary.h"
#include "ideal/published_chain.h"
#include "ideal/published_data.h"

namespace volteface {
namespace {

// What is kept of one chain.
struct ChainDraws {
  std::vector<float> theta;  // draw by draw, all points of each
  std::vector<Item> items;   // sums over the draws
  double accepted = 0;
};

void keep(ChainDraws& draws, const PublishedChain& chain) {
  draws.theta.insert(draws.theta.end(), chain.theta().begin(), chain.theta().end());
  for (std::size_t v = 0; v < draws.items.size(); ++v) {
    draws.items[v].discrimination += static_cast<double>(chain.discrimination()[v]);
    draws.items[v].cut_yes += static_cast<double>(chain.cut_yes()[v]);
    draws.items[v].cut_no += static_cast<double>(chain.cut_no()[v]);
  }
}

ChainDraws run_chain(const CellLayout& layout, const PublishedStart& start, std::uint64_t key,
                     const PublishedOptions& options, ChainProgress& progress) {
  ChainDraws draws;
  draws.items.resize(layout.items.size());
  draws.theta.reserve(static_cast<std::size_t>(kept_draws(options)) * layout.points);
  PublishedChain chain(layout, start, key);
  for (int k = 1; k <= options.iterations; ++k) {
    chain.iterate();
    draws.accepted += chain.accepted();
    if (k > options.burn_in && (k - options.burn_in) % options.thin == 0) keep(draws, chain);
    progress.step();
  }
  draws.accepted /= static_cast<double>(layout.items.size()) * options.iterations;
  return draws;
}

std::vector<DrawSummary> summarise_points(const std::vector<ChainDraws>& chains,
                                          std::size_t points) {
  const std::size_t draws = chains[0].theta.size() / points;
  std::vector<DrawSummary> out(points);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, points, 64), [&](const auto& piece) {
    std::vector<float> of_point(draws * chains.size());
    for (std::size_t p = piece.begin(); p != piece.end(); ++p) {
      for (std::size_t c = 0; c < chains.size(); ++c) {
        for (std::size_t d = 0; d < draws; ++d)
          of_point[c * draws + d] = chains[c].theta[d * points + p];
      }
      out[p] = summarise_draws(of_point, chains.size());
    }
  });
  return out;
}

std::vector<Item> mean_items(const std::vector<ChainDraws>& chains, int draws) {
  std::vector<Item> items(chains[0].items.size());
  for (const ChainDraws& chain : chains) {
    for (std::size_t v = 0; v < items.size(); ++v) {
      items[v].discrimination += chain.items[v].discrimination / draws;
      items[v].cut_yes += chain.items[v].cut_yes / draws;
      items[v].cut_no += chain.items[v].cut_no / draws;
    }
  }
  return items;
}

std::vector<IdealPoint> points_of(const PublishedData& data,
                                  const std::vector<DrawSummary>& draws) {
  std::vector<IdealPoint> points;
  for (std::size_t p = 0; p < draws.size(); ++p) {
    const Observations::Point& at = data.observations.points[p];
    points.push_back({data.state_of_point[p], at.period, draws[p].mean, draws[p].sd, draws[p].q05,
                      draws[p].q95, at.n});
  }
  std::stable_sort(points.begin(), points.end(), [](const IdealPoint& a, const IdealPoint& b) {
    return a.state != b.state ? a.state < b.state : a.period < b.period;
  });
  return points;
}

}  // namespace

PublishedFit fit_published(const Record& record, std::span<const RollCallIndex> roll_calls,
                           const PublishedOptions& options,
                           std::span<const std::uint64_t> held_out) {
  check_chains(options.chains, options.iterations, options.burn_in, 0, options.thin);
  const PublishedData data = published_data(record, roll_calls, options.series, held_out);
  if (data.observations.cells() == 0) {
    throw Error("no contested roll call to fit ideal points to, expected at least one");
  }
  const CellLayout layout = lay_out(data.observations);
  const PublishedStart start = published_start(record, data.observations);

  std::vector<ChainDraws> chains(static_cast<std::size_t>(options.chains));
  ChainProgress progress(options.progress, options.iterations * options.chains);
  tbb::parallel_for(0, options.chains, [&](int c) {
    chains[static_cast<std::size_t>(c)] =
        run_chain(layout, start, chain_key(options.seed, c), options, progress);
  });

  const int draws = kept_draws(options) * options.chains;
  const std::vector<DrawSummary> points = summarise_points(chains, layout.points);
  PublishedFit out;
  out.fit.points = points_of(data, points);
  out.fit.items = mean_items(chains, draws);
  out.fit.item_of_roll_call = data.observations.item_of_roll_call;
  out.fit.text_of_roll_call = data.text_of_roll_call;
  out.fit.cells = data.observations.cells();
  out.convergence = convergence_of(points, draws);
  for (const ChainDraws& chain : chains) out.accepted += chain.accepted / options.chains;
  return out;
}

}  // namespace volteface
