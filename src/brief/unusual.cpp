#include "brief/unusual.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "brief/estimates.h"
#include "volteface/predictability.h"

namespace volteface {
namespace {

constexpr Choice cast_choices[] = {Choice::yes, Choice::abstain, Choice::no};
constexpr double improbable = .05;
constexpr double least_probability = 1e-12;  // so that no surprise is without end

struct Scored {
  RollCallIndex roll_call = 0;
  double probability = 0;
  ChoiceProbabilities all;
};

double bits_of(double probability) { return -std::log2(std::max(probability, least_probability)); }

double improbable_choices(const ChoiceProbabilities& all) {
  double sum = 0;
  for (const Choice choice : cast_choices) {
    if (all.of(choice) < improbable) sum += all.of(choice);
  }
  return sum;
}

// Adds up; to be divided by n in the end.
void add(const Scored& vote, Improbable& sum) {
  ++sum.n;
  sum.below_05 += vote.probability < improbable;
  sum.mean_bits += bits_of(vote.probability);
  sum.expected_below_05 += improbable_choices(vote.all);
  for (const Choice choice : cast_choices) {
    const double p = vote.all.of(choice);
    sum.expected_bits += p * bits_of(p);
  }
}

// That `least` or more of independent events happen, whose probabilities these are.
double tail(const std::vector<double>& probabilities, std::uint32_t least) {
  std::vector<double> exactly(least + 1, 0.0);  // the last: that many or more
  exactly[0] = 1;
  for (const double p : probabilities) {
    for (std::uint32_t k = least; k > 0; --k) {
      exactly[k] = exactly[k] * (k == least ? 1 : 1 - p) + exactly[k - 1] * p;
    }
    if (least > 0) exactly[0] *= 1 - p;
  }
  return exactly[least];
}

void divide(Improbable& sum) {
  sum.mean_bits = sum.n > 0 ? sum.mean_bits / sum.n : not_a_number;
  sum.expected_bits = sum.n > 0 ? sum.expected_bits / sum.n : not_a_number;
}

UnusualVote told(const Record& record, StateIndex state, const Scored& scored) {
  UnusualVote vote;
  vote.vote = brief_vote(record, state, scored.roll_call);
  vote.probability = scored.probability;
  vote.bits = bits_of(scored.probability);
  vote.likeliest =
      *std::max_element(std::begin(cast_choices), std::end(cast_choices),
                        [&](Choice a, Choice b) { return scored.all.of(a) < scored.all.of(b); });
  vote.likeliest_probability = scored.all.of(vote.likeliest);
  return vote;
}

}  // namespace

BriefVote brief_vote(const Record& record, StateIndex state, RollCallIndex roll_call) {
  const RollCall& r = record.roll_calls[roll_call];
  return {r.id,
          r.symbol,
          r.date,
          r.date_exact,
          r.title,
          record.tally(roll_call),
          record.votes.at(state, roll_call)};
}

std::optional<ChoiceProbabilities> expected_of(const PredictiveRecord& predicted, StateIndex state,
                                               RollCallIndex roll_call) {
  const auto votes = predicted.of_state(state);
  const auto at = std::lower_bound(
      votes.begin(), votes.end(), roll_call,
      [](const PredictedVote& vote, RollCallIndex r) { return vote.roll_call < r; });
  if (at == votes.end() || at->roll_call != roll_call) return std::nullopt;
  return at->probabilities;
}

Unusual unusual_votes(const Record& record, const PredictiveRecord& predicted, StateIndex state,
                      const Window& window) {
  Unusual unusual;
  std::vector<Scored> votes;
  std::map<int, std::vector<double>> by_year;
  std::vector<double> improbable_all;
  for (const RollCallIndex r : window.roll_calls) {
    const Choice choice = record.votes.at(state, r);
    if (!is_cast(choice)) continue;
    const auto all = expected_of(predicted, state, r);
    if (!all) continue;
    votes.push_back({r, all->of(choice), *all});
    const int year = year_of(record.roll_calls[r].date);
    if (unusual.years.empty() || unusual.years.back().year != year) {
      unusual.years.push_back({year, {}});
    }
    add(votes.back(), unusual.years.back().votes);
    add(votes.back(), unusual.all);
    by_year[year].push_back(improbable_choices(*all));
    improbable_all.push_back(by_year[year].back());
  }
  divide(unusual.all);
  unusual.all.as_many = tail(improbable_all, unusual.all.below_05);
  for (ImprobableYear& year : unusual.years) {
    divide(year.votes);
    year.votes.as_many = tail(by_year[year.year], year.votes.below_05);
  }
  std::stable_sort(votes.begin(), votes.end(),
                   [](const Scored& a, const Scored& b) { return a.probability < b.probability; });
  votes.resize(std::min(votes.size(), most_unusual));
  for (const Scored& vote : votes) unusual.votes.push_back(told(record, state, vote));
  unusual.beside_peers = years_beside_peers(record, predicted, state, window);
  return unusual;
}

std::vector<YearBesidePeers> years_beside_peers(const Record& record,
                                                const PredictiveRecord& predicted, StateIndex state,
                                                const Window& window) {
  PredictabilityOptions options;
  options.by = Grouping::year;
  options.filter.since = window.since;
  options.filter.until = window.until;
  std::vector<YearBesidePeers> years;
  for (const Predictability& row : predictability(record, predicted.votes, options)) {
    if (row.state != state) continue;
    years.push_back({std::stoi(row.period),
                     row.bits,
                     row.peers,
                     {row.difference.value, row.difference.lo, row.difference.hi, row.n},
                     row.rank,
                     row.ranked});
  }
  return years;
}

}  // namespace volteface
