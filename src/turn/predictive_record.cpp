// Surprise: the record gone through once, each vote predicted before it is learned from.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "turn/predictive_run.h"
#include "turn/recalibration.h"
#include "turn/text_sequence.h"
#include "turn/vote_filter.h"
#include "volteface/surprise.h"

namespace volteface {
namespace {

// With fewer votes on a roll call nothing is to be told of what it asked.
constexpr std::size_t least_voters = 3;

struct Prediction {
  PredictedVote vote;
  VoteTerms terms;
};

class Run {
 public:
  Run(const FilterSettings& settings, const Record& record,
      std::span<const RollCallIndex> roll_calls, std::span<const std::uint64_t> held_out)
      : record_(record),
        held_out_(held_out),
        texts_(texts_from_past(record, roll_calls)),
        filter_(record, texts_.empty() ? 0 : *std::max_element(texts_.begin(), texts_.end()) + 1,
                settings),
        recalibrates_(settings.recalibrated),
        of_state_(record.states.size()) {}

  // The n-th of the roll calls.
  void predict(std::size_t n, RollCallIndex roll_call) {
    const std::uint32_t text = texts_[n];
    std::vector<Voter> voters = filter_.voters(record_, roll_call, text);
    if (voters.size() < least_voters) return;
    for (Voter& voter : voters) voter.learn_from = !is_held_out(voter.state, roll_call);
    const FittedItem item = fit_item(filter_.item_before(text), voters);
    for (std::size_t k = 0; k < voters.size(); ++k) {
      const Voter& voter = voters[k];
      VoteTerms terms = terms_for(item, voters, k);
      terms.text_number = text;
      const Outlook expected = outlook(terms, voter.mean, voter.covariance);
      const ChoiceProbabilities p = recalibrated(expected, voter);
      of_state_[voter.state].push_back({{voter.state, roll_call, voter.choice, p}, terms});
      if (voter.learn_from) filter_.learn(voter, terms, text);
    }
    if (recalibrates_) recalibration_.learn();
    filter_.remember(text, item.belief);
  }

  PredictiveRecord finish() {
    PredictiveRecord out;
    out.begin.push_back(0);
    for (auto& predictions : of_state_) {
      for (const Prediction& p : predictions) {
        out.votes.push_back(p.vote);
        out.terms.push_back(p.terms);
      }
      out.begin.push_back(out.votes.size());
      predictions = {};
    }
    return out;
  }

 private:
  ChoiceProbabilities recalibrated(const Outlook& expected, const Voter& voter) {
    const ChoiceProbabilities given = expected.probabilities();
    if (!recalibrates_) return given;
    const auto p = recalibration_.predict(given, expected.spread);
    if (voter.learn_from) recalibration_.see(p, voter.choice);
    return p.probabilities;
  }

  bool is_held_out(StateIndex state, RollCallIndex roll_call) const {
    const std::uint64_t cell = state * std::uint64_t{record_.roll_calls.size()} + roll_call;
    return std::binary_search(held_out_.begin(), held_out_.end(), cell);
  }

  const Record& record_;
  std::span<const std::uint64_t> held_out_;
  std::vector<std::uint32_t> texts_;
  VoteFilter filter_;
  bool recalibrates_;
  Recalibration recalibration_;
  std::vector<std::vector<Prediction>> of_state_;
};

}  // namespace

double PredictedVote::bits() const { return -std::log2(probabilities.of(choice)); }

void PredictiveRecord::check_state(StateIndex state) const {
  if (state + std::size_t{1} < begin.size()) return;
  throw Error(fmt::format("state number {}, expected one below {}", state,
                          begin.empty() ? 0 : begin.size() - 1));
}

std::span<const PredictedVote> PredictiveRecord::of_state(StateIndex state) const {
  check_state(state);
  return {votes.data() + begin[state], begin[state + 1] - begin[state]};
}

std::span<const VoteTerms> PredictiveRecord::terms_of(StateIndex state) const {
  check_state(state);
  return {terms.data() + begin[state], begin[state + 1] - begin[state]};
}

PredictiveRecord predict_votes(const Record& record, std::span<const RollCallIndex> roll_calls,
                               const PredictOptions& options) {
  return predict_votes_with({}, record, roll_calls, options);
}

PredictiveRecord predict_votes_with(const FilterSettings& settings, const Record& record,
                                    std::span<const RollCallIndex> roll_calls,
                                    const PredictOptions& options) {
  if (std::adjacent_find(roll_calls.begin(), roll_calls.end(), std::greater_equal<>()) !=
      roll_calls.end()) {
    throw Error("roll calls out of order, expected them ascending and each once");
  }
  Run run(settings, record, roll_calls, options.held_out);
  for (std::size_t n = 0; n < roll_calls.size(); ++n) {
    run.predict(n, roll_calls[n]);
    if (options.progress && n % 64 == 0) options.progress(n, roll_calls.size());
  }
  if (options.progress) options.progress(roll_calls.size(), roll_calls.size());
  return run.finish();
}

std::array<ReliabilityBin, 10> reliability(std::span<const PredictedVote> votes) {
  std::array<ReliabilityBin, 10> bins;
  for (const PredictedVote& vote : votes) {
    for (Choice choice : {Choice::yes, Choice::abstain, Choice::no}) {
      const double p = vote.probabilities.of(choice);
      ReliabilityBin& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(p * 10))];
      bin.promised += p;
      bin.cast += vote.choice == choice ? 1 : 0;
      ++bin.n;
    }
  }
  for (std::size_t k = 0; k < bins.size(); ++k) {
    bins[k].from = static_cast<double>(k) / 10;
    bins[k].promised /= static_cast<double>(bins[k].n);  // NaN where there are none
    bins[k].cast /= static_cast<double>(bins[k].n);
  }
  return bins;
}

double log_loss(std::span<const PredictedVote> votes) {
  double sum = 0;
  for (const PredictedVote& vote : votes) sum -= std::log(vote.probabilities.of(vote.choice));
  return votes.empty() ? std::numeric_limits<double>::quiet_NaN()
                       : sum / static_cast<double>(votes.size());
}

}  // namespace volteface
