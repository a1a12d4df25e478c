#include "volteface/attribution.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

#include "turn/accounts.h"
#include "turn/resampled_days.h"
#include "volteface/realignment.h"

namespace volteface {
namespace {

constexpr std::size_t draws = 1000;
constexpr double interval_tail = 0.025;
constexpr double telling_ratio = 2;

// That a reference moved, or did not, is told from this probability on.
constexpr double sure = 0.95;

// That a state which stays goes on to follow another is told from this probability on.
constexpr double least_followed = 0.5;

// A change of agreement that asks for an explanation: less is what single texts that come up, or do
// not, bring with them.
constexpr double least_change = 0.1;

// An account with its forecasts, and the logarithm of its prior probability.
struct Rival {
  Account account;
  Forecasts forecasts;
  double log_prior = 0;
  double log_weight_of_kind = 0;  // of all accounts that share the odds of its kind

  double log_weight() const { return sum_of(forecasts) + log_prior; }
};

// How likely each kind is before the votes. Not even: with even odds one that may be right in many
// ways, on some subject or after some state, is found too often where a state moved or stayed.
// These make none of the four wrong much more often than another (the minimax rule: Berger 1985,
// Statistical Decision Theory and Bayesian Analysis, section 5.3), in simulations.
double prior_of(AccountKind kind) {
  switch (kind) {
    case AccountKind::own_move:
      return 0.30;
    case AccountKind::one_subject:
      return 0.12;
    case AccountKind::follows:
      return 0.12;
    default:
      return 0.46;  // stays, X moved or not
  }
}

// What kinds compete by the state's own votes.
constexpr AccountKind kinds_told_by_votes[] = {AccountKind::stays, AccountKind::own_move,
                                               AccountKind::one_subject, AccountKind::follows};

// Whether X moved is told from X's votes.
AccountKind told_by_votes(AccountKind kind) {
  return kind == AccountKind::reference_moved ? AccountKind::stays : kind;
}

class Comparison {
 public:
  Comparison(const Record& record, const PredictiveRecord& predicted,
             std::optional<Date> past_since, Attribution& out)
      : record_(record),
        predicted_(predicted),
        out_(out),
        past_(past_begins(out.turn, past_since)) {
    standing_ = standing_before(record, predicted, out.state, out.turn);
    votes_ = votes_between(record, predicted, out.state, out.turn, out.until);
    for (const LaterVote& vote : votes_) days_.push_back(vote.date);
    out.votes_before = static_cast<std::uint32_t>(standing_.votes);
    out.votes = static_cast<std::uint32_t>(votes_.size());
    out.meeting_days = static_cast<std::uint32_t>(count_days(days_));
  }

  void run(std::span<const StateIndex> references, std::uint64_t seed) {
    std::vector<StateIndex> taken;
    for (StateIndex x : references) {
      if (shared_votes(x) >= least_votes_with_reference)
        taken.push_back(x);
      else
        out_.left_out.push_back(x);
    }
    const GoesOn after = going_on(standing_, votes_, taken);
    add_stays(taken, after);
    add_own_move();
    add_one_subject();
    add_follows(taken, after);
    add_moved(taken);
    weigh();
    count_telling_votes();
    resample(seed);
    for (Rival& rival : rivals_) out_.accounts.push_back(std::move(rival.account));
  }

 private:
  std::vector<Choice> choices_of(StateIndex x, std::span<const LaterVote> votes) const {
    std::vector<Choice> out;
    for (const LaterVote& vote : votes) out.push_back(record_.votes.at(x, vote.roll_call));
    return out;
  }

  std::uint32_t shared_votes(StateIndex x) const {
    const auto choices = choices_of(x, votes_);
    return static_cast<std::uint32_t>(std::count_if(choices.begin(), choices.end(), is_cast));
  }

  Rival& add(AccountKind kind, Forecasts forecasts) {
    rivals_.emplace_back();
    rivals_.back().account.kind = kind;
    rivals_.back().forecasts = std::move(forecasts);
    rivals_.back().log_prior = std::log(prior_of(kind));
    return rivals_.back();
  }

  // The state as it was, over some of its votes.
  GoesOn going_on(const StateBefore& standing, std::span<const LaterVote> votes,
                  std::span<const StateIndex> references) const {
    GoesOn out;
    out.drifting = drifts(standing, votes);
    for (StateIndex x : references)
      out.following.push_back(following(standing, votes, choices_of(x, votes)));
    return out;
  }

  void add_stays(std::span<const StateIndex> references, const GoesOn& after) {
    const StateBefore standing = standing_before(record_, predicted_, out_.state, past_);
    const auto votes =
        votes_between(record_, predicted_, out_.state, past_, out_.turn - std::chrono::days(1));
    const Stays staying = stays(going_on(standing, votes, references), after);
    Rival& rival = add(AccountKind::stays, staying.forecasts);
    if (staying.followed_probability < least_followed) return;
    rival.account.reference = references[staying.followed];
    rival.account.reference_probability = staying.followed_probability;
    set_followed(staying.phi, rival.account);
  }

  static void set_followed(const PhiSummary& phi, Account& account) {
    account.share_followed = phi.mean;
    account.share_followed_lo = phi.lo;
    account.share_followed_hi = phi.hi;
  }

  void add_own_move() { add(AccountKind::own_move, own_move(standing_, votes_)); }

  void add_one_subject() {
    const auto subjects = one_subject(record_, standing_, votes_);
    if (subjects.empty()) return;
    std::vector<Forecasts> forecasts;
    std::vector<double> sums;
    for (const SubjectForecasts& subject : subjects) {
      forecasts.push_back(subject.forecasts);
      sums.push_back(sum_of(subject.forecasts));
    }
    const auto best =
        static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    Rival& rival = add(AccountKind::one_subject, mixed(forecasts));
    rival.account.subject = subjects[best].subject;
    rival.account.subject_share =
        std::exp(sums[best] - log_mean(sums)) / static_cast<double>(sums.size());
  }

  void add_follows(std::span<const StateIndex> references, const GoesOn& after) {
    for (std::size_t k = 0; k < references.size(); ++k) {
      std::vector<double> sums;
      for (const Forecasts& forecasts : after.following[k].of_phi)
        sums.push_back(sum_of(forecasts));
      Rival& rival = add(AccountKind::follows, begins_to_follow(after.following[k]));
      rival.account.reference = references[k];
      set_followed(summarise_phi(sums), rival.account);
      rival.log_prior -= std::log(static_cast<double>(references.size()));
    }
  }

  // The state's own votes cannot tell whether another moved; that one's can. So this is no rival of
  // `stays` but a part of it: where the agreement with a reference changed, as much of its weight
  // as that one surely moved. Where it changed with several, the surest says how much that is, and
  // they share it by how surely each moved.
  void add_moved(std::span<const StateIndex> references) {
    const double before = rivals_.front().log_prior;
    struct Moved {
      StateIndex reference;
      double probability;
    };
    std::vector<Moved> moved;
    double surest = 0, all = 0;
    for (StateIndex x : references) {
      if (std::abs(change_of_agreement(x)) < least_change) continue;
      moved.push_back({x, probability_moved(x)});
      surest = std::max(surest, moved.back().probability);
      all += moved.back().probability;
    }
    rivals_.front().log_prior += std::log(1 - surest);
    for (const Moved& m : moved) {
      Rival& rival = add(AccountKind::reference_moved, rivals_.front().forecasts);
      rival.account.reference = m.reference;
      rival.account.reference_probability = m.probability;
      rival.log_prior = before + std::log(surest * m.probability / all);
    }
  }

  // From the reference's own votes: its move against its staying, with even odds before. Never
  // quite 0 or 1.
  double probability_moved(StateIndex x) const {
    const StateBefore standing = standing_before(record_, predicted_, x, out_.turn);
    const auto votes = votes_between(record_, predicted_, x, out_.turn, out_.until);
    const double gain = sum_of(own_move(standing, votes)) - sum_of(drifts(standing, votes));
    return std::clamp(1 / (1 + std::exp(-gain)), 1e-9, 1 - 1e-9);
  }

  // Against what was before the turn; 0 where they shared too few votes.
  double change_of_agreement(StateIndex x) {
    if (!realigned_) find_realigned();
    for (const Realignment& r : *realigned_) {
      if (r.other == x) return r.change;
    }
    return 0;
  }

  void find_realigned() {
    std::vector<RollCallIndex> before, after;
    for (const LaterVote& vote :
         votes_between(record_, predicted_, out_.state, past_, out_.turn - std::chrono::days(1)))
      before.push_back(vote.roll_call);
    for (const LaterVote& vote : votes_) after.push_back(vote.roll_call);
    GeneralMove general;  // what lies beyond it is not asked for here
    general.before.resize(before.size());
    general.after.resize(after.size());
    realigned_ = realignments(record_, out_.state, before, after, general);
  }

  // Kinds in the order of their weights, and in each its accounts: a kind that several share, who
  // is followed or who moved, is no less likely for it.
  void weigh() {
    std::vector<double> logs;
    for (const Rival& rival : rivals_) logs.push_back(rival.log_weight());
    const double all = log_mean(logs) + std::log(static_cast<double>(logs.size()));
    for (Rival& rival : rivals_) {
      rival.account.score = sum_of(rival.forecasts) / std::numbers::ln2 + 0.0;
      rival.account.weight = std::exp(rival.log_weight() - all);
      rival.log_weight_of_kind = of_kind(logs, told_by_votes(rival.account.kind));
    }
    std::stable_sort(rivals_.begin(), rivals_.end(), [](const Rival& a, const Rival& b) {
      return std::pair(a.log_weight_of_kind, a.log_weight()) >
             std::pair(b.log_weight_of_kind, b.log_weight());
    });
  }

  // The account that comes first where these are the logarithms of the weights.
  std::size_t first_of(const std::vector<double>& logs) const {
    AccountKind first = AccountKind::stays;  // which is always there
    for (AccountKind kind : kinds_told_by_votes) {
      if (has(kind) && of_kind(logs, kind) > of_kind(logs, first)) first = kind;
    }
    std::optional<std::size_t> best;
    for (std::size_t a = 0; a < logs.size(); ++a) {
      if (told_by_votes(rivals_[a].account.kind) != first) continue;
      if (!best || logs[a] > logs[*best]) best = a;
    }
    return *best;
  }

  void count_telling_votes() {
    std::vector<Forecasts> following, of_kind;
    for (const Rival& rival : rivals_)
      (rival.account.kind == AccountKind::follows ? following : of_kind).push_back(rival.forecasts);
    if (!following.empty()) of_kind.push_back(mixed(following));
    for (std::size_t v = 0; v < votes_.size(); ++v) {
      double least = 0, most = -1e300;
      for (const Forecasts& forecasts : of_kind) {
        least = std::min(least, forecasts[v]);
        most = std::max(most, forecasts[v]);
      }
      out_.telling_votes += most - least >= std::log(telling_ratio) ? 1 : 0;
    }
  }

  // Bootstrap over meeting days: intervals, how often each comes first, and the verdict.
  void resample(std::uint64_t seed) {
    const double best = rivals_.front().log_weight();
    for (Rival& rival : rivals_) {
      Account& a = rival.account;
      a.behind = a.behind_lo = a.behind_hi = (best - rival.log_weight()) / std::numbers::ln2;
    }
    if (votes_.empty()) return;
    std::vector<Forecasts> forecasts;
    for (const Rival& rival : rivals_) forecasts.push_back(rival.forecasts);
    auto sums = resampled_sums(forecasts, days_, draws, seed);
    for (auto& draw : sums) {
      for (std::size_t a = 0; a < draw.size(); ++a) draw[a] += rivals_[a].log_prior;
      rivals_[first_of(draw)].account.first += 1;
    }
    for (std::size_t a = 0; a < rivals_.size(); ++a) {
      std::vector<double> behind;
      for (const auto& draw : sums) behind.push_back((draw[0] - draw[a]) / std::numbers::ln2);
      Account& account = rivals_[a].account;
      account.first /= draws;
      account.behind_lo = std::min(account.behind, quantile_of(behind, interval_tail));
      account.behind_hi = std::max(account.behind, quantile_of(behind, 1 - interval_tail));
    }
    out_.verdict = verdict(sums);
  }

  AccountVerdict verdict(const std::vector<std::vector<double>>& sums) const {
    // Without a past there is nothing to have turned from.
    if (out_.votes_before < least_telling_votes || out_.telling_votes < least_telling_votes ||
        out_.meeting_days < least_meeting_days)
      return AccountVerdict::too_few_votes;
    const Account& best = rivals_.front().account;
    const AccountKind first = told_by_votes(best.kind);
    if (first == AccountKind::stays)
      return reference_is_told() ? AccountVerdict::nothing_beyond_staying
                                 : AccountVerdict::not_told_apart;
    for (AccountKind kind : kinds_told_by_votes) {
      if (kind == first || !has(kind)) continue;
      std::vector<double> lead;
      for (const auto& draw : sums) lead.push_back(of_kind(draw, first) - of_kind(draw, kind));
      if (quantile_of(lead, interval_tail) <= 0) return AccountVerdict::not_told_apart;
    }
    if (first == AccountKind::follows) {
      for (const Rival& rival : rivals_) {
        const Account& a = rival.account;
        if (a.kind == first && a.reference != best.reference && a.behind_lo <= 0)
          return AccountVerdict::reference_open;
      }
    }
    return AccountVerdict::told_apart;
  }

  bool reference_is_told() const {
    double surest = 0;
    for (const Rival& rival : rivals_)
      surest = std::max(surest, rival.account.kind == AccountKind::reference_moved
                                    ? rival.account.reference_probability
                                    : 0);
    return surest >= sure || surest <= 1 - sure;
  }

  bool has(AccountKind kind) const {
    return std::any_of(rivals_.begin(), rivals_.end(), [&](const Rival& rival) {
      return told_by_votes(rival.account.kind) == kind;
    });
  }

  double of_kind(const std::vector<double>& draw, AccountKind kind) const {
    std::vector<double> logs;
    for (std::size_t a = 0; a < draw.size(); ++a) {
      if (told_by_votes(rivals_[a].account.kind) == kind) logs.push_back(draw[a]);
    }
    return log_mean(logs) + std::log(static_cast<double>(logs.size()));
  }

  const Record& record_;
  const PredictiveRecord& predicted_;
  Attribution& out_;
  Date past_;  // begins
  StateBefore standing_;
  std::vector<LaterVote> votes_;
  std::vector<Date> days_;
  std::vector<Rival> rivals_;
  std::optional<std::vector<Realignment>> realigned_;
};

void check_state(const Record& record, StateIndex state, const char* what) {
  if (state >= record.states.size()) {
    throw Error(
        fmt::format("{} number {}, expected one below {}", what, state, record.states.size()));
  }
}

}  // namespace

std::string_view account_name(AccountKind kind) {
  switch (kind) {
    case AccountKind::stays:
      return "stays";
    case AccountKind::own_move:
      return "own move";
    case AccountKind::one_subject:
      return "one subject";
    case AccountKind::follows:
      return "follows";
    case AccountKind::reference_moved:
      return "reference moved";
  }
  return "";
}

std::string_view verdict_text(AccountVerdict verdict) {
  switch (verdict) {
    case AccountVerdict::told_apart:
      return "the first account predicts the votes best beyond doubt";
    case AccountVerdict::reference_open:
      return "that it follows predicts the votes best beyond doubt; which of the states it "
             "follows is open";
    case AccountVerdict::nothing_beyond_staying:
      return "no account predicts the votes better than that the state stays as it was";
    case AccountVerdict::not_told_apart:
      return "over whole meeting days, of which there are few, the votes cannot tell the accounts "
             "apart";
    case AccountVerdict::too_few_votes:
      return "too few votes to tell the accounts apart";
  }
  return "";
}

double Attribution::weight_of(AccountKind kind) const {
  double weight = 0;
  for (const Account& account : accounts) weight += account.kind == kind ? account.weight : 0;
  return weight;
}

Attribution attribute(const Record& record, const PredictiveRecord& predicted, StateIndex state,
                      Date turn, Date until, std::span<const StateIndex> references,
                      const AttributionOptions& options) {
  check_state(record, state, "state");
  if (until < turn) {
    throw Error(fmt::format("votes from {} to {}, expected an end that is not before the turn",
                            format_date(turn), format_date(until)));
  }
  std::vector<StateIndex> each_once;
  for (StateIndex x : references) {
    check_state(record, x, "reference");
    if (x == state) {
      throw Error(fmt::format("{} as its own reference, expected another state to follow",
                              record.states[state].code));
    }
    if (std::find(each_once.begin(), each_once.end(), x) == each_once.end()) each_once.push_back(x);
  }
  Attribution out;
  out.state = state;
  out.turn = turn;
  out.until = until;
  Comparison(record, predicted, options.past_since, out).run(each_once, options.seed);
  return out;
}

}  // namespace volteface
