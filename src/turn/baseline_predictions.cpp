#include "turn/baseline_predictions.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>

#include "turn/text_sequence.h"

namespace volteface {
namespace {

constexpr Choice choices[] = {Choice::yes, Choice::abstain, Choice::no};

bool contains(std::span<const std::uint64_t> cells, const Record& record,
              const PredictedVote& vote) {
  const std::uint64_t cell = vote.state * std::uint64_t{record.roll_calls.size()} + vote.roll_call;
  return std::binary_search(cells.begin(), cells.end(), cell);
}

ChoiceProbabilities mixed(const ChoiceProbabilities& shares, Choice last, double weight) {
  const auto of = [&](Choice choice) {
    return (1 - weight) * shares.of(choice) + (choice == last ? weight : 0);
  };
  return {of(Choice::yes), of(Choice::abstain), of(Choice::no)};
}

// One a vote: what the state last cast on the text, in the order of the votes. These are by state,
// then roll call.
std::vector<std::optional<Choice>> last_choices(const Record& record,
                                                std::span<const RollCallIndex> roll_calls,
                                                std::span<const PredictedVote> votes,
                                                std::span<const std::uint64_t> held_out) {
  const std::vector<std::uint32_t> texts = texts_from_past(record, roll_calls);
  std::vector<std::uint32_t> text_of(record.roll_calls.size());
  for (std::size_t n = 0; n < roll_calls.size(); ++n) text_of[roll_calls[n]] = texts[n];
  const std::size_t all = texts.empty() ? 0 : *std::max_element(texts.begin(), texts.end()) + 1;
  std::vector<std::optional<Choice>> last(all), out;
  for (std::size_t k = 0; k < votes.size(); ++k) {
    if (k > 0 && votes[k].state != votes[k - 1].state)
      std::fill(last.begin(), last.end(), std::nullopt);
    auto& here = last[text_of[votes[k].roll_call]];
    out.push_back(here);
    if (!contains(held_out, record, votes[k])) here = votes[k].choice;
  }
  return out;
}

}  // namespace

std::vector<PredictedVote> predict_by_shares(const Record& record,
                                             std::span<const PredictedVote> votes,
                                             std::span<const std::uint64_t> held_out) {
  std::vector<std::array<double, 3>> seen(record.roll_calls.size(), {1, 1, 1});
  for (const PredictedVote& vote : votes) {
    if (!contains(held_out, record, vote))
      ++seen[vote.roll_call][static_cast<std::size_t>(vote.choice)];
  }
  std::vector<PredictedVote> out(votes.begin(), votes.end());
  for (PredictedVote& vote : out) {
    std::array<double, 3> others = seen[vote.roll_call];
    if (!contains(held_out, record, vote)) --others[static_cast<std::size_t>(vote.choice)];
    const double all = others[0] + others[1] + others[2];
    vote.probabilities = {others[0] / all, others[1] / all, others[2] / all};
  }
  return out;
}

std::vector<PredictedVote> predict_by_last_choice(const Record& record,
                                                  std::span<const RollCallIndex> roll_calls,
                                                  std::span<const PredictedVote> votes,
                                                  const LastChoiceWeights& weights,
                                                  std::span<const std::uint64_t> held_out) {
  std::vector<PredictedVote> out = predict_by_shares(record, votes, held_out);
  const auto last = last_choices(record, roll_calls, votes, held_out);
  for (std::size_t k = 0; k < out.size(); ++k) {
    if (!last[k]) continue;
    const double weight = weights[static_cast<std::size_t>(*last[k])];
    out[k].probabilities = mixed(out[k].probabilities, *last[k], weight);
  }
  return out;
}

LastChoiceWeights best_last_choice_weights(const Record& record,
                                           std::span<const RollCallIndex> roll_calls,
                                           std::span<const PredictedVote> votes,
                                           std::span<const std::uint64_t> held_out) {
  constexpr int steps = 100;
  const auto shares = predict_by_shares(record, votes, held_out);
  const auto last = last_choices(record, roll_calls, votes, held_out);
  LastChoiceWeights best{};
  for (Choice choice : choices) {
    double least = std::numeric_limits<double>::infinity();
    for (int step = 0; step < steps; ++step) {
      const double weight = static_cast<double>(step) / steps;
      double loss = 0;
      for (std::size_t k = 0; k < shares.size(); ++k) {
        if (last[k] != choice) continue;
        loss -= std::log(mixed(shares[k].probabilities, choice, weight).of(shares[k].choice));
      }
      if (loss >= least) continue;
      least = loss;
      best[static_cast<std::size_t>(choice)] = weight;
    }
  }
  return best;
}

std::vector<PredictedVote> votes_in(const Record& record, std::span<const PredictedVote> votes,
                                    std::span<const std::uint64_t> cells) {
  std::vector<PredictedVote> out;
  std::copy_if(votes.begin(), votes.end(), std::back_inserter(out),
               [&](const PredictedVote& vote) { return contains(cells, record, vote); });
  return out;
}

}  // namespace volteface
