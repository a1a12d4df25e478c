#include "turn/accounts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "turn/turn_evidence.h"

namespace volteface {
namespace {

constexpr std::size_t phi_steps = 10;  // the grid of phi: 0.05, 0.15, ..., 0.95
constexpr double interval_tail = 0.05;

double phi_of(std::size_t step) { return (static_cast<double>(step) + 0.5) / phi_steps; }

// The filter of one state, from the turn on.
class Learner {
 public:
  Learner(const Standing& standing, const AccountSettings& settings)
      : settings_(settings), standing_(standing), place_(standing.place) {}

  void move(double size) {
    place_.covariance.diagonal().array() += size * size;
    widened_by_ = settings_.move_leaning;
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
    learned_[vote.terms.text_number] = taught(own, lesson);
    if (offset != nullptr) *offset = taught(*offset, lesson);
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

  static TextLeaning taught(const TextLeaning& leaning, const Lesson& lesson) {
    return {leaning.mean - leaning.variance * lesson.gradient,
            leaning.variance - leaning.variance * leaning.variance * lesson.curvature};
  }

  const AccountSettings& settings_;
  const Standing& standing_;
  PlaceBelief place_;
  double widened_by_ = 0;
  std::unordered_map<std::uint32_t, TextLeaning> learned_;
};

Forecasts offset_on(const std::vector<bool>& is_of_subject, const Standing& standing,
                    std::span<const LaterVote> votes, const AccountSettings& settings) {
  Learner learner(standing, settings);
  TextLeaning offset{0, settings.subject_spread};
  Forecasts out;
  for (std::size_t k = 0; k < votes.size(); ++k)
    out.push_back(is_of_subject[k] ? learner.see(votes[k], offset) : learner.see(votes[k]));
  return out;
}

// Mean and 90 % interval of phi, given the log probability of all votes at each step of the grid.
void summarise_phi(std::span<const double> logs, FollowForecasts& out) {
  const double largest = *std::max_element(logs.begin(), logs.end());
  double all = 0, before = 0, mean = 0;
  for (double l : logs) all += std::exp(l - largest);
  out.phi_hi = 1;
  for (std::size_t k = 0; k < logs.size(); ++k) {
    const double weight = std::exp(logs[k] - largest) / all;
    mean += weight * phi_of(k);
    if (before <= interval_tail) out.phi_lo = phi_of(k) - 0.5 / phi_steps;
    if (before < 1 - interval_tail) out.phi_hi = phi_of(k) + 0.5 / phi_steps;
    before += weight;
  }
  out.phi = mean;
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

Forecasts mixed(std::span<const Forecasts> components) {
  std::vector<double> so_far(components.size(), 0.0);
  Forecasts out;
  double before = 0;
  for (std::size_t v = 0; v < components.front().size(); ++v) {
    for (std::size_t k = 0; k < components.size(); ++k) so_far[k] += components[k][v];
    const double after = log_mean(so_far);
    out.push_back(after - before);
    before = after;
  }
  return out;
}

Forecasts stays(const Standing& standing, std::span<const LaterVote> votes,
                const AccountSettings& settings) {
  Learner learner(standing, settings);
  Forecasts out;
  for (const LaterVote& vote : votes) out.push_back(learner.see(vote));
  return out;
}

Forecasts own_move(const Standing& standing, std::span<const LaterVote> votes,
                   const AccountSettings& settings) {
  std::vector<Forecasts> of_size;
  for (double size : settings.move_sizes) {
    Learner learner(standing, settings);
    learner.move(size);
    of_size.emplace_back();
    for (const LaterVote& vote : votes) of_size.back().push_back(learner.see(vote));
  }
  return mixed(of_size);
}

std::vector<SubjectForecasts> one_subject(const Record& record, const Standing& standing,
                                          std::span<const LaterVote> votes,
                                          const AccountSettings& settings) {
  std::map<std::string, std::vector<bool>> groups;
  for (std::size_t k = 0; k < votes.size(); ++k) {
    for (const std::string& subject : subjects_of(record.roll_calls[votes[k].roll_call])) {
      std::vector<bool>& group = groups[subject];
      group.resize(votes.size());
      group[k] = true;
    }
  }
  std::vector<SubjectForecasts> out;
  for (const auto& [subject, group] : groups) {
    const auto n = static_cast<std::size_t>(std::count(group.begin(), group.end(), true));
    if (n < settings.least_subject_votes) continue;
    out.push_back({subject, n, offset_on(group, standing, votes, settings)});
  }
  return out;
}

FollowForecasts follows(const Standing& standing, std::span<const LaterVote> votes,
                        std::span<const Choice> reference, const AccountSettings& settings) {
  FollowForecasts out;
  std::vector<Forecasts> of_phi;
  std::vector<double> sums;
  for (std::size_t step = 0; step < phi_steps; ++step) {
    Learner learner(standing, settings);
    of_phi.emplace_back();
    for (std::size_t v = 0; v < votes.size(); ++v) {
      const double phi = is_cast(reference[v]) ? phi_of(step) : 0;
      of_phi.back().push_back(learner.see(votes[v], phi, votes[v].choice == reference[v]));
    }
    sums.push_back(sum_of(of_phi.back()));
  }
  out.forecasts = mixed(of_phi);
  summarise_phi(sums, out);
  out.votes = static_cast<std::size_t>(std::count_if(reference.begin(), reference.end(), is_cast));
  return out;
}

}  // namespace volteface
