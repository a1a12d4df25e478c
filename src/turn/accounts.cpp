#include "turn/accounts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "turn/subject_areas.h"

namespace volteface {
namespace {

constexpr double interval_tail = 0.05;

// The filter of one state, from the turn on.
class Learner {
 public:
  Learner(const StateBefore& standing, const AccountSettings& settings)
      : settings_(settings), standing_(standing), place_(standing.place) {}

  void move(double size, double leanings) {
    place_.covariance.diagonal().array() += size * size;
    widened_by_ = leanings;
  }

  // Log probability of the vote; then learns from it.
  double see(const LaterVote& vote) { return see(vote, 0, false, nullptr); }

  // The same with an offset that the roll call shares with others.
  double see(const LaterVote& vote, TextLeaning& offset) { return see(vote, 0, false, &offset); }

  // The same where with probability phi the vote is another state's; `alike`: it is what that state
  // cast. What may be another's teaches as much less of the own.
  double see(const LaterVote& vote, double phi, bool alike) {
    return see(vote, phi, alike, nullptr);
  }

 private:
  double see(const LaterVote& vote, double phi, bool alike, TextLeaning* offset) {
    drift_to(vote.date, settings_.drift, place_);
    const TextLeaning own = leaning(vote.terms.text_number);
    TextLeaning whole = own;
    if (offset != nullptr) {
      whole.mean += offset->mean;
      whole.variance += offset->variance;
    }
    const VoteTerms terms = with_leaning(vote.terms, whole);
    const Outlook expected = outlook(terms, place_.mean, place_.covariance);
    const double p =
        std::exp(ordinal_derivatives(vote.choice, expected.lower, expected.upper).log_probability);
    const double with_slip = (1 - settings_.slip) * p + settings_.slip / 3;
    const double all = phi * (alike ? 1 : 0) + (1 - phi) * with_slip;
    const double share = (1 - phi) * (1 - settings_.slip) * p / all;  // that it is an own vote
    Lesson lesson = lesson_of(expected, vote.choice);
    lesson.gradient *= share;
    lesson.curvature *= share;
    move_position(terms, lesson, place_.mean, place_.covariance);
    learned_[vote.terms.text_number] = move_leaning(own, lesson);
    if (offset != nullptr) *offset = move_leaning(*offset, lesson);
    return std::log(all);
  }

  TextLeaning leaning(std::uint32_t text) const {
    const FilterSettings filter;
    if (const auto known = learned_.find(text); known != learned_.end())
      return {known->second.mean, known->second.variance + filter.text_drift};
    TextLeaning before = leaning_on(standing_, text, filter);
    before.variance += widened_by_;
    return before;
  }

  const AccountSettings& settings_;
  const StateBefore& standing_;
  PlaceBelief place_;
  double widened_by_ = 0;
  std::unordered_map<std::uint32_t, TextLeaning> learned_;
};

// What an offset would be expected to gain over staying if it came: the divergence of the
// predictions, as they are at the turn. The state's votes are not looked at.
double expected_gain(const std::vector<bool>& is_of_subject, const TextLeaning& offset,
                     const StateBefore& standing, std::span<const LaterVote> votes) {
  double gain = 0;
  for (std::size_t k = 0; k < votes.size(); ++k) {
    if (!is_of_subject[k]) continue;
    const TextLeaning leaning = leaning_on(standing, votes[k].terms.text_number);
    const auto expected = [&](const TextLeaning& with) {
      return outlook(with_leaning(votes[k].terms, with), standing.place.mean,
                     standing.place.covariance)
          .probabilities();
    };
    const ChoiceProbabilities p = expected(leaning);
    const ChoiceProbabilities q =
        expected({leaning.mean + offset.mean, leaning.variance + offset.variance});
    for (Choice choice : {Choice::yes, Choice::abstain, Choice::no}) {
      constexpr double least = 1e-12;
      gain += q.of(choice) * std::log((q.of(choice) + least) / (p.of(choice) + least));
    }
  }
  return gain;
}

Forecasts offset_on(const std::vector<bool>& is_of_subject, TextLeaning offset,
                    const StateBefore& standing, std::span<const LaterVote> votes,
                    const AccountSettings& settings) {
  Learner learner(standing, settings);
  Forecasts out;
  for (std::size_t k = 0; k < votes.size(); ++k)
    out.push_back(is_of_subject[k] ? learner.see(votes[k], offset) : learner.see(votes[k]));
  return out;
}

}  // namespace

double log_mean(std::span<const double> logs) {
  const double largest = *std::max_element(logs.begin(), logs.end());
  double sum = 0;
  for (double l : logs) sum += std::exp(l - largest);
  return largest + std::log(sum / static_cast<double>(logs.size()));
}

double sum_of(const Forecasts& forecasts) {
  return std::accumulate(forecasts.begin(), forecasts.end(), 0.0);
}

Forecasts mixed(std::span<const Forecasts> components, std::span<const double> prior) {
  std::vector<double> so_far(components.size(), 0.0);
  if (!prior.empty()) so_far.assign(prior.begin(), prior.end());
  Forecasts out;
  double before = log_mean(so_far);
  for (std::size_t v = 0; v < components.front().size(); ++v) {
    for (std::size_t k = 0; k < components.size(); ++k) so_far[k] += components[k][v];
    const double after = log_mean(so_far);
    out.push_back(after - before);
    before = after;
  }
  return out;
}

Forecasts drifts(const StateBefore& standing, std::span<const LaterVote> votes,
                 const AccountSettings& settings) {
  Learner learner(standing, settings);
  Forecasts out;
  for (const LaterVote& vote : votes) out.push_back(learner.see(vote));
  return out;
}

Forecasts own_move(const StateBefore& standing, std::span<const LaterVote> votes,
                   const AccountSettings& settings) {
  std::vector<Forecasts> moves;
  for (double size : settings.move_sizes) {
    for (double leanings : settings.move_leanings) {
      Learner learner(standing, settings);
      learner.move(size, leanings);
      moves.emplace_back();
      for (const LaterVote& vote : votes) moves.back().push_back(learner.see(vote));
    }
  }
  return mixed(moves);
}

std::vector<SubjectForecasts> one_subject(const Record& record, const StateBefore& standing,
                                          std::span<const LaterVote> votes,
                                          const AccountSettings& settings) {
  std::map<std::string, std::vector<bool>> groups;
  for (std::size_t k = 0; k < votes.size(); ++k) {
    for (const std::string& subject : matters_of(record.roll_calls[votes[k].roll_call])) {
      std::vector<bool>& group = groups[subject];
      group.resize(votes.size());
      group[k] = true;
    }
  }
  std::vector<SubjectForecasts> out;
  for (const auto& [subject, group] : groups) {
    std::vector<Forecasts> either_way;
    for (double mean : {settings.subject_offset, -settings.subject_offset}) {
      const TextLeaning offset{mean, settings.subject_spread};
      if (expected_gain(group, offset, standing, votes) >= settings.least_expected_gain)
        either_way.push_back(offset_on(group, offset, standing, votes, settings));
    }
    if (!either_way.empty()) out.push_back({subject, mixed(either_way)});
  }
  return out;
}

Following following(const StateBefore& standing, std::span<const LaterVote> votes,
                    std::span<const Choice> reference, const AccountSettings& settings) {
  Following out;
  for (std::size_t step = 0; step < Following::steps; ++step) {
    Learner learner(standing, settings);
    out.of_phi.emplace_back();
    for (std::size_t v = 0; v < votes.size(); ++v) {
      const double phi = is_cast(reference[v]) ? Following::phi_of(step) : 0;
      out.of_phi.back().push_back(learner.see(votes[v], phi, votes[v].choice == reference[v]));
    }
  }
  return out;
}

PhiSummary summarise_phi(std::span<const double> logs) {
  const double all = log_mean(logs) + std::log(static_cast<double>(logs.size()));
  constexpr double half_a_step = (1 - Following::least) / Following::steps / 2;
  PhiSummary out{0, 0, 1};
  double before = 0;
  for (std::size_t k = 0; k < logs.size(); ++k) {
    const double weight = std::exp(logs[k] - all);
    out.mean += weight * Following::phi_of(k);
    if (before <= interval_tail) out.lo = Following::phi_of(k) - half_a_step;
    if (before < 1 - interval_tail) out.hi = Following::phi_of(k) + half_a_step;
    before += weight;
  }
  return out;
}

Forecasts begins_to_follow(const Following& following) { return mixed(following.of_phi); }

Stays stays(const GoesOn& before, const GoesOn& after) {
  // In the time before, that it follows any of them was as likely as that it follows none.
  const double a_step = -std::log(
      static_cast<double>(std::max<std::size_t>(1, after.following.size() * Following::steps)));
  std::vector<Forecasts> components = {after.drifting};
  std::vector<double> prior = {sum_of(before.drifting)};
  for (std::size_t x = 0; x < after.following.size(); ++x) {
    for (std::size_t step = 0; step < Following::steps; ++step) {
      components.push_back(after.following[x].of_phi[step]);
      prior.push_back(a_step + sum_of(before.following[x].of_phi[step]));
    }
  }
  // That what it followed it goes on to follow is as likely as not.
  const double whole = log_mean(prior) + std::log(static_cast<double>(prior.size()));
  prior[0] = std::log(std::exp(prior[0] - whole) + 1) + whole;
  Stays out;
  out.forecasts = mixed(components, prior);
  for (std::size_t k = 0; k < prior.size(); ++k) prior[k] += sum_of(components[k]);
  const double all = log_mean(prior) + std::log(static_cast<double>(prior.size()));
  for (std::size_t x = 0; x < after.following.size(); ++x) {
    const std::span<const double> steps(prior.data() + 1 + x * Following::steps, Following::steps);
    const double probability = std::exp(log_mean(steps) + std::log(steps.size()) - all);
    if (probability <= out.followed_probability) continue;
    out.followed = x;
    out.followed_probability = probability;
    out.phi = summarise_phi(steps);
  }
  return out;
}

}  // namespace volteface
