#include "turn/simulated_votes.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

#include "turn/subject_areas.h"

namespace volteface {
namespace {

// Where a simulated state stands from day to day.
class SimulatedState {
 public:
  SimulatedState(const StateBefore& standing, double drift_a_year, std::mt19937_64& random)
      : standing_(standing), drift_(drift_a_year), random_(random) {
    const Eigen::LLT<PlaceMatrix> root(standing.place.covariance);
    place_ = standing.place.mean + root.matrixL() * draw_place();
    last_ = standing.place.last_vote;
  }

  Place draw_place() {
    Place place;
    for (int d = 0; d < dimensions; ++d) place[d] = normal_(random_);
    return place;
  }

  // The latent vote without noise, of a state displaced by `step`: low is yes.
  void drift_until(Date day) {
    if (last_ && day > *last_) {
      const double years = static_cast<double>((day - *last_).count()) / 365.25;
      place_ += std::sqrt(drift_ * years) * draw_place();
    }
    last_ = day;
  }

  double leaning(std::uint32_t text) {
    const auto known = leanings_.find(text);
    if (known != leanings_.end()) return known->second;
    const TextLeaning before = leaning_on(standing_, text);
    return leanings_[text] = before.mean + std::sqrt(before.variance) * normal_(random_);
  }

  const Place& place() const { return place_; }

 private:
  const StateBefore& standing_;
  double drift_;
  std::mt19937_64& random_;
  std::normal_distribution<double> normal_;
  Place place_;
  std::optional<Date> last_;
  std::unordered_map<std::uint32_t, double> leanings_;
};

Choice choice_at(const VoteTerms& terms, double latent) {
  if (latent < double{terms.cut_yes}) return Choice::yes;
  return latent < double{terms.cut_yes} + double{terms.gap} ? Choice::abstain : Choice::no;
}

bool is_on(const RollCall& roll_call, const std::string& subject) {
  const auto subjects = matters_of(roll_call);
  return std::find(subjects.begin(), subjects.end(), subject) != subjects.end();
}

}  // namespace

SimulatedVotes simulate_votes(const Record& record, const StateBefore& standing,
                              std::span<const LaterVote> votes, const SimulatedAccount& account,
                              Date turn, double drift_a_year, std::mt19937_64& random) {
  SimulatedState state(standing, drift_a_year, random);
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> uniform;
  const Place direction = state.draw_place().normalized();
  SimulatedVotes out;
  for (std::size_t k = 0; k < votes.size(); ++k) {
    const VoteTerms& terms = votes[k].terms;
    state.drift_until(votes[k].date);
    const Place asked =
        Eigen::Map<const Eigen::Matrix<float, dimensions, 1>>(terms.direction.data())
            .cast<double>();
    const double staying = asked.dot(state.place()) + state.leaning(terms.text_number) +
                           std::sqrt(1 + double{terms.variance}) * normal(random);
    const bool copies = uniform(random) < account.share_followed;
    const Choice if_stayed = choice_at(terms, staying);
    Choice choice = if_stayed;
    if (votes[k].date < turn) {
      // Nothing has happened yet.
    } else if (account.kind == AccountKind::own_move) {
      choice = choice_at(terms, staying + account.step * asked.dot(direction));
    } else if (account.kind == AccountKind::one_subject &&
               is_on(record.roll_calls[votes[k].roll_call], account.subject)) {
      choice = choice_at(terms, staying + account.offset);
    } else if (account.kind == AccountKind::follows && copies && is_cast(account.reference[k])) {
      choice = account.reference[k];
    }
    out.changed += choice != if_stayed ? 1 : 0;
    out.choices.push_back(choice);
  }
  return out;
}

ReplacedVotes::ReplacedVotes(Record& record, PredictiveRecord& predicted, StateIndex state,
                             std::span<const LaterVote> votes, std::span<const Choice> choices)
    : record_(record), predicted_(predicted), state_(state) {
  for (const LaterVote& vote : votes) {
    roll_calls_.push_back(vote.roll_call);
    own_.push_back(vote.choice);
  }
  put(choices);
}

ReplacedVotes::~ReplacedVotes() { put(own_); }

void ReplacedVotes::put(std::span<const Choice> choices) {
  std::size_t next = 0;
  for (std::size_t v = predicted_.begin[state_];
       v < predicted_.begin[state_ + 1] && next < roll_calls_.size(); ++v) {
    if (predicted_.votes[v].roll_call != roll_calls_[next]) continue;
    predicted_.votes[v].choice = choices[next];
    record_.votes.set(state_, roll_calls_[next], choices[next]);
    ++next;
  }
}

}  // namespace volteface
