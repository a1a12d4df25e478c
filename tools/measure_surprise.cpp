// How well surprise predicts, beside predictions that are easier to make.
//
//   measure_surprise [SEED]
//
// Tables as CSV on standard output; log_loss is the mean of -ln of the probability of what was
// cast:
//
//   1. every vote of the record: predict_votes(); the shares of the others' votes; the state's last
//      choice on the same text mixed with these, with the weights that are best in hindsight, over
//      all votes and over those that have such a choice;
//   2. the same on 5 % of the votes, from which nothing was learned, and on these the fit of each
//      year alone (fit_ideal_points, which knows the rest of the year);
//   3. the reliability of predict_votes().
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <vector>

#include "turn/baseline_predictions.h"

namespace {

using namespace volteface;

constexpr double least_probability = 1e-6;  // as score_held_out() has it, in favour of the fit

void print_row(const char* votes_of, const char* prediction, std::span<const PredictedVote> votes) {
  fmt::print("{},{},{},{:.5f}\n", votes_of, prediction, votes.size(), log_loss(votes));
}

// Of the first, those whose place in the two others is not the same prediction: where the last
// choice on the text is known.
std::vector<PredictedVote> where_different(const std::vector<PredictedVote>& chosen_from,
                                           const std::vector<PredictedVote>& a,
                                           const std::vector<PredictedVote>& b) {
  std::vector<PredictedVote> out;
  for (std::size_t k = 0; k < chosen_from.size(); ++k) {
    if (a[k].probabilities.yes != b[k].probabilities.yes) out.push_back(chosen_from[k]);
  }
  return out;
}

void compare_on_all(const Record& record, const std::vector<RollCallIndex>& roll_calls,
                    const PredictiveRecord& predicted) {
  const auto shares = predict_by_shares(record, predicted.votes);
  const auto weights = best_last_choice_weights(record, roll_calls, predicted.votes);
  const auto last = predict_by_last_choice(record, roll_calls, predicted.votes, weights);
  print_row("all", "surprise", predicted.votes);
  print_row("all", "shares of the others", shares);
  print_row("all", "last choice on the text", last);
  print_row("voted on the text before", "surprise", where_different(predicted.votes, last, shares));
  print_row("voted on the text before", "shares of the others",
            where_different(shares, last, shares));
  print_row("voted on the text before", "last choice on the text",
            where_different(last, last, shares));
  fmt::print(stderr, "weight of a last yes {:.2f}, abstention {:.2f}, no {:.2f}\n", weights[0],
             weights[1], weights[2]);
}

// The fit of each year, on the cells that it did not see; one prediction a vote where it has one.
std::vector<std::optional<ChoiceProbabilities>> yearly_fits(
    const Record& record, const std::vector<RollCallIndex>& roll_calls,
    const std::vector<PredictedVote>& votes, const std::vector<std::uint64_t>& held_out) {
  std::map<int, std::vector<RollCallIndex>> of_year;
  for (RollCallIndex r : roll_calls) of_year[year_of(record.roll_calls[r].date)].push_back(r);
  std::vector<std::optional<ChoiceProbabilities>> out(votes.size());
  for (const auto& [year, here] : of_year) {
    IdealOptions options;
    options.by = PeriodBy::year;
    options.pairs.emplace();
    const IdealFit fit = fit_ideal_points(record, here, options, held_out);
    for (std::size_t k = 0; k < votes.size(); ++k) {
      if (year_of(record.roll_calls[votes[k].roll_call].date) != year) continue;
      out[k] = fit.probabilities(record, votes[k].state, votes[k].roll_call);
    }
  }
  return out;
}

void compare_on_held_out(const Record& record, const std::vector<RollCallIndex>& roll_calls,
                         std::uint64_t seed) {
  const auto held_out = draw_held_out(record, roll_calls, 0.05, seed);
  PredictOptions options;
  options.held_out = held_out;
  const PredictiveRecord predicted = predict_votes(record, roll_calls, options);
  const auto only = [&](const std::vector<PredictedVote>& votes) {
    return votes_in(record, votes, held_out);
  };
  const auto weights = best_last_choice_weights(record, roll_calls, predicted.votes, held_out);
  const auto own = only(predicted.votes);
  const auto shares = only(predict_by_shares(record, predicted.votes, held_out));
  const auto last =
      only(predict_by_last_choice(record, roll_calls, predicted.votes, weights, held_out));
  print_row("held out", "surprise", own);
  print_row("held out", "shares of the others", shares);
  print_row("held out", "last choice on the text", last);

  const auto fitted = yearly_fits(record, roll_calls, own, held_out);
  std::vector<PredictedVote> by_fit, same;
  for (std::size_t k = 0; k < own.size(); ++k) {
    if (!fitted[k]) continue;
    PredictedVote vote = own[k];
    vote.probabilities = {std::max(fitted[k]->yes, least_probability),
                          std::max(fitted[k]->abstain, least_probability),
                          std::max(fitted[k]->no, least_probability)};
    by_fit.push_back(vote);
    same.push_back(own[k]);
  }
  print_row("held out and in the fit of its year", "surprise", same);
  print_row("held out and in the fit of its year", "fit of the year alone", by_fit);
}

void print_reliability(const PredictiveRecord& predicted) {
  fmt::print("\nfrom,promised,cast,difference,n\n");
  for (const ReliabilityBin& bin : reliability(predicted.votes)) {
    fmt::print("{:.1f},{:.4f},{:.4f},{:.4f},{}\n", bin.from, bin.promised, bin.cast,
               bin.cast - bin.promised, bin.n);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t seed = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1;
  const Record record = embedded_record();
  const std::vector<RollCallIndex> roll_calls = select_roll_calls(record, {});
  const PredictiveRecord predicted = predict_votes(record, roll_calls);
  fmt::print("votes,prediction,n,log_loss\n");
  compare_on_all(record, roll_calls, predicted);
  compare_on_held_out(record, roll_calls, seed);
  print_reliability(predicted);
}
