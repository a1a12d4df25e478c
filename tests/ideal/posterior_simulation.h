// Problems for the sampler with parameters and votes drawn from its own prior.
#pragma once

#include <Eigen/Cholesky>
#include <cmath>
#include <random>

#include "ideal/counted_random.h"
#include "ideal/posterior_chain.h"
#include "ideal/posterior_hyper.h"

namespace volteface {

struct PosteriorSimulation {
  Observations observations;
  PosteriorProblem problem;
  PosteriorDraw truth;
};

struct SimulationSize {
  std::uint32_t states = 12;
  std::uint32_t periods = 5;
  std::uint32_t items_a_period = 8;  // the first two are on texts that come back each period
  double share_absent = 0.1;
};

class PriorSimulator {
 public:
  PriorSimulator(std::uint64_t seed, const SimulationSize& size)
      : size_(size), random_(seed, 0, 999, 0) {}

  PosteriorSimulation draw() {
    PosteriorSimulation out;
    draw_pattern(out.observations);
    const auto& o = out.observations;
    PeriodsOf periods;
    periods.periods = size_.periods;
    for (const auto& p : o.points) periods.point.push_back(static_cast<std::uint32_t>(p.period));
    std::vector<std::uint32_t> text;
    for (std::uint32_t v = 0; v < o.items; ++v) {
      periods.item.push_back(v / size_.items_a_period);
      const std::uint32_t number = v % size_.items_a_period;
      text.push_back(number < 2 ? number : v + 2);
    }
    // The layout wants the votes, which come of the parameters, whose places the layout knows.
    PosteriorProblem places = pose_problem(o, text, periods);
    draw_parameters(places, out.truth);
    draw_votes(out.observations, out.truth);
    out.problem = pose_problem(o, text, periods);
    observe_scale(out);
    return out;
  }

 private:
  double normal() { return random_.normal(); }

  void draw_pattern(Observations& o) {
    std::vector<std::vector<bool>> cast(size_.states);
    const std::uint32_t items = size_.periods * size_.items_a_period;
    o.items = items;
    std::vector<std::vector<std::uint32_t>> point_of(size_.states);
    for (std::uint32_t i = 0; i < size_.states; ++i) {
      point_of[i].assign(size_.periods, Observations::none);
      for (std::uint32_t v = 0; v < items; ++v) {
        cast[i].push_back(random_.uniform() >= size_.share_absent);
      }
      // A state that is not there in one of its periods.
      if (i % 4 == 3) {
        for (std::uint32_t k = 0; k < size_.items_a_period; ++k)
          cast[i][(size_.periods / 2) * size_.items_a_period + k] = false;
      }
      for (std::uint32_t t = 0; t < size_.periods; ++t) {
        std::uint32_t n = 0;
        for (std::uint32_t k = 0; k < size_.items_a_period; ++k)
          n += cast[i][t * size_.items_a_period + k];
        if (n == 0) continue;
        point_of[i][t] = static_cast<std::uint32_t>(o.points.size());
        o.points.push_back({i, static_cast<int>(t), n});
      }
    }
    o.item_begin.push_back(0);
    for (std::uint32_t v = 0; v < items; ++v) {
      for (std::uint32_t i = 0; i < size_.states; ++i) {
        if (cast[i][v]) o.cell_point.push_back(point_of[i][v / size_.items_a_period]);
      }
      o.item_begin.push_back(static_cast<std::uint32_t>(o.cell_point.size()));
    }
    o.point_begin.push_back(0);
    for (const auto& p : o.points) {
      const auto t = static_cast<std::uint32_t>(p.period);
      for (std::uint32_t k = 0; k < size_.items_a_period; ++k) {
        const std::uint32_t v = t * size_.items_a_period + k;
        if (cast[p.state][v]) o.point_item.push_back(v);
      }
      o.point_begin.push_back(static_cast<std::uint32_t>(o.point_item.size()));
    }
    o.cell_choice.assign(o.cell_point.size(), Choice::yes);
    o.point_choice.assign(o.point_item.size(), Choice::yes);
  }

  void draw_hyperparameters(SampledHyperparameters& out) {
    using Priors = PosteriorPriors;
    double all = 0;
    for (std::size_t k = 0; k < step_scales; ++k)
      all += out.step_weight[k] = random_.gamma(Priors::steps * Hyperparameters{}.step_weight[k]);
    for (double& w : out.step_weight) w /= all;
    out.first_variance = 0.5 * Priors::states / random_.gamma(0.5 * Priors::states);
    out.first_mean = std::sqrt(out.first_variance / Priors::states) * normal();
    out.item_covariance = draw_inverse_wishart(
        Priors::items + 4, Priors::items * Eigen::Matrix3d(Priors::item_variance().asDiagonal()),
        random_);
    out.item_mean = Priors::item_mean() + deviate(out.item_covariance);
    out.drift = draw_inverse_wishart(
        Priors::pairs + 4, Priors::pairs * Eigen::Matrix3d(Priors::drift_variance().asDiagonal()),
        random_);
  }

  Eigen::Vector3d deviate(const Eigen::Matrix3d& covariance) {
    const Eigen::Matrix3d root = Eigen::LLT<Eigen::Matrix3d>(covariance).matrixL();
    const double a = normal(), b = normal(), c = normal();
    return root * Eigen::Vector3d{a, b, c};
  }

  void draw_parameters(const PosteriorProblem& problem, PosteriorDraw& out) {
    draw_hyperparameters(out.hyper);
    out.scale.assign(problem.points(), 0);
    for (std::size_t p = 0; p < problem.points(); ++p) {
      if (problem.walks.gap[p] == 0) {
        out.theta.push_back(out.hyper.first_mean + std::sqrt(out.hyper.first_variance) * normal());
        continue;
      }
      double left = random_.uniform();
      std::uint8_t k = 0;
      while (k + 1U < step_scales && left >= out.hyper.step_weight[k])
        left -= out.hyper.step_weight[k++];
      out.scale[p] = k;
      out.theta.push_back(out.theta.back() + std::sqrt(step_variance(problem, p, k)) * normal());
    }
    out.items.resize(problem.chains.item.size());
    for (std::size_t k = 0; k < problem.chains.size(); ++k) {
      const auto chain = problem.chains.chain(k);
      out.items[chain[0]] = out.hyper.item_mean + deviate(out.hyper.item_covariance);
      for (std::size_t j = 1; j < chain.size(); ++j)
        out.items[chain[j]] = out.items[chain[j - 1]] + deviate(out.hyper.drift);
    }
  }

  void draw_votes(Observations& o, const PosteriorDraw& truth) {
    std::vector<std::size_t> next(o.point_begin.begin(), o.point_begin.end() - 1);
    for (std::uint32_t v = 0; v < o.items; ++v) {
      const Eigen::Vector3d& item = truth.items[v];
      for (std::size_t c = o.item_begin[v]; c < o.item_begin[v + 1]; ++c) {
        const std::uint32_t p = o.cell_point[c];
        const double z = item[0] * truth.theta[p] + normal();
        o.cell_choice[c] = z < item[1]                       ? Choice::yes
                           : z < item[1] + std::exp(item[2]) ? Choice::abstain
                                                             : Choice::no;
        o.point_choice[next[p]++] = o.cell_choice[c];  // items of a point ascend
      }
    }
  }

  // What the pull and the hold see.
  void observe_scale(PosteriorSimulation& s) {
    const double pull_sd = 1 / std::sqrt(Hyperparameters::pull_to_centre);
    double sum = 0, square = 0;
    for (std::size_t p = 0; p < s.truth.theta.size(); ++p) {
      const double theta = s.truth.theta[p];
      s.problem.pulled_to[p] = theta + pull_sd * normal();
      sum += theta, square += theta * theta;
    }
    const auto n = static_cast<double>(s.truth.theta.size());
    s.problem.held_mean = sum / n + hold_sd * normal();
    s.problem.held_log_sd = 0.5 * std::log(square / n - sum / n * sum / n) + hold_sd * normal();
  }

  SimulationSize size_;
  CountedRandom random_;
};

// A centre that knows nothing of the votes.
inline Centre blank_centre(const PosteriorSimulation& s) {
  Centre out;
  out.theta.assign(s.problem.points(), 0);
  out.theta_sd.assign(s.problem.points(), 1);
  out.items.assign(s.observations.items, Eigen::Vector3d{0.5, 1, 0});
  out.item_precision.assign(s.observations.items, 1);
  out.item_steps.assign(s.observations.items, 0);
  out.state_steps.assign(s.problem.states(), 0);
  return out;
}

}  // namespace volteface
