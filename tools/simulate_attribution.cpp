// How often attribution finds the account by which votes were in fact cast.
//
//   simulate_attribution [OF_EACH] [FIRST_SEED]
//
// States and days are drawn from the embedded record: a state, 1 September of a year from 1975 to
// 2023 as its turn, 160 votes or more in the four years about it and 200 or more before these. Its
// votes in the four years are replaced by simulated ones on the same roll calls, with what they
// asked as it was without its vote. From the turn on it stays; or takes a step of 3 to 6 in a
// random direction; or an offset of 2 to 4 comes on one subject with 10 votes or more; or it casts
// 40 to 90 % of its votes as a permanent member or a state near it does; or it stays and a
// permanent member takes the step. Its position drifts with a variance of 0.15 a year. Simulations
// in which fewer than 10 votes differ from those cast had it stayed are counted as "hidden" and
// apart: there is nothing to find. "quiet" are the states' own votes, unchanged: most states do not
// turn. CSV on standard output.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <random>

#include "turn/accounts.h"
#include "turn/simulated_votes.h"
#include "turn/subject_areas.h"

namespace {

using namespace volteface;

constexpr std::size_t least_changed = least_telling_votes;
constexpr double drift_a_year = 0.15;
constexpr std::string_view powers[] = {"USA", "GBR", "FRA", "RUS", "CHN"};

struct Case {
  StateIndex state = 0;
  Date first, turn, until;
};

struct Score {
  std::map<AccountKind, int> first;
  int n = 0, kind = 0, whole = 0, sure = 0, sure_kind = 0;

  void see(const Attribution& result, bool kind_right, bool whole_right) {
    const bool told =
        result.verdict == AccountVerdict::told_apart || result.verdict == AccountVerdict::reference_open;
    ++n;
    ++first[result.accounts.front().kind];
    kind += kind_right ? 1 : 0;
    whole += whole_right ? 1 : 0;
    sure += told ? 1 : 0;
    sure_kind += told && kind_right ? 1 : 0;
  }
};

class Simulation {
 public:
  explicit Simulation(std::uint64_t seed) : record_(embedded_record()), random_(seed) {
    predicted_ = predict_votes(record_, select_roll_calls(record_, {}));
  }

  void run(AccountKind kind, int n, Score& shown, Score& hidden) {
    while (shown.n < n) {
      const Case at = draw_case();
      const auto votes = votes_between(record_, predicted_, at.state, at.first, at.until);
      const StateBefore standing = standing_before(record_, predicted_, at.state, at.first);
      if (votes.size() < 160 || standing.votes < 200) continue;
      if (kind == AccountKind::reference_moved) {
        run_reference_moved(at, standing, votes, shown, hidden);
      } else {
        run_own(kind, at, standing, votes, shown, hidden);
      }
    }
  }

  // The record's own votes. No truth is known but that most states stay most of the time.
  Score run_quiet(int n) {
    Score score;
    while (score.n < n) {
      const Case at = draw_case();
      const auto votes = votes_between(record_, predicted_, at.state, at.first, at.until);
      const StateBefore before = standing_before(record_, predicted_, at.state, at.first);
      if (votes.size() >= 160 && before.votes >= 200) score.see(attributed(at), false, false);
    }
    return score;
  }

 private:
  Case draw_case() {
    const auto state = static_cast<StateIndex>(random_() % record_.states.size());
    const int year = 1975 + static_cast<int>(random_() % 49);
    const Date turn{std::chrono::year(year) / 9 / 1};
    return {state, turn - std::chrono::days(730), turn, turn + std::chrono::days(730)};
  }

  double between(double from, double to) {
    return std::uniform_real_distribution<double>(from, to)(random_);
  }

  Attribution attributed(const Case& at, std::optional<StateIndex> named = {}) {
    auto references = attribution_references(record_, predicted_, at.state, at.turn, at.until);
    if (named) references.push_back(*named);
    return attribute(record_, predicted_, at.state, at.turn, at.until, references);
  }

  std::optional<std::string> draw_subject(std::span<const LaterVote> votes, Date turn) {
    std::map<std::string, int> count;
    for (const LaterVote& vote : votes) {
      if (vote.date < turn) continue;
      for (const auto& subject : matters_of(record_.roll_calls[vote.roll_call])) ++count[subject];
    }
    std::erase_if(count, [](const auto& subject) { return subject.second < 10; });
    if (count.empty()) return std::nullopt;
    return std::next(count.begin(), static_cast<std::ptrdiff_t>(random_() % count.size()))->first;
  }

  void run_own(AccountKind kind, const Case& at, const StateBefore& standing,
               std::span<const LaterVote> votes, Score& shown, Score& hidden) {
    SimulatedAccount account{kind, between(3, 6), "", (random_() % 2 ? 1 : -1) * between(2, 4), 0,
                             {}};
    std::optional<StateIndex> reference;
    if (kind == AccountKind::one_subject) {
      const auto subject = draw_subject(votes, at.turn);
      if (!subject) return;
      account.subject = *subject;
    }
    if (kind == AccountKind::follows) {
      const auto references =
          attribution_references(record_, predicted_, at.state, at.turn, at.until);
      if (references.empty()) return;
      reference = references[random_() % std::min<std::size_t>(references.size(), 10)];
      account.share_followed = between(0.4, 0.9);
      for (const LaterVote& vote : votes)
        account.reference.push_back(record_.votes.at(*reference, vote.roll_call));
    }
    const SimulatedVotes drawn =
        simulate_votes(record_, standing, votes, account, at.turn, drift_a_year, random_);
    if (kind != AccountKind::stays && drawn.changed < least_changed) {
      ++hidden.n;
      return;
    }
    const ReplacedVotes replaced(record_, predicted_, at.state, votes, drawn.choices);
    const Attribution result = attributed(at, reference);
    const Account& first = result.accounts.front();
    bool right = first.kind == kind;
    // That a real reference moved meanwhile is no contradiction.
    if (kind == AccountKind::stays) right |= first.kind == AccountKind::reference_moved;
    const bool whole = first.kind == kind &&
                       (kind != AccountKind::follows || first.reference == reference) &&
                       (kind != AccountKind::one_subject || first.subject == account.subject);
    const bool is_hidden = kind != AccountKind::stays && drawn.changed < least_changed;
    (is_hidden ? hidden : shown).see(result, right, whole);
  }

  void run_reference_moved(const Case& at, const StateBefore& standing,
                           std::span<const LaterVote> votes, Score& shown, Score& hidden) {
    const StateIndex x = record_.state(powers[random_() % std::size(powers)]);
    const auto votes_of_x = votes_between(record_, predicted_, x, at.first, at.until);
    const StateBefore x_before = standing_before(record_, predicted_, x, at.first);
    if (x == at.state || votes_of_x.size() < 160 || x_before.votes < 200) return;
    const SimulatedVotes moved = simulate_votes(
        record_, x_before, votes_of_x, {AccountKind::own_move, between(3, 6), "", 0, 0, {}},
        at.turn, drift_a_year, random_);
    const SimulatedVotes drawn =
        simulate_votes(record_, standing, votes, {}, at.turn, drift_a_year, random_);
    const ReplacedVotes own(record_, predicted_, at.state, votes, drawn.choices);
    const ReplacedVotes of_x(record_, predicted_, x, votes_of_x, moved.choices);
    const Attribution result = attributed(at);
    const Account& first = result.accounts.front();
    const bool right = first.kind == AccountKind::reference_moved;
    (moved.changed < 3 * least_changed ? hidden : shown)
        .see(result, right || first.kind == AccountKind::stays, right && first.reference == x);
  }

  Record record_;
  PredictiveRecord predicted_;
  std::mt19937_64 random_;
};

constexpr AccountKind kinds[] = {AccountKind::stays, AccountKind::own_move,
                                 AccountKind::one_subject, AccountKind::follows,
                                 AccountKind::reference_moved};

void print(std::string_view truth, const Score& s, int hidden) {
  const auto share = [](int part, int all) {
    return all == 0 ? std::string() : fmt::format("{:.3f}", double(part) / all);
  };
  const bool is_known = truth != "quiet";
  fmt::print("{},{},{},{},{},{},{}", truth, s.n, hidden, is_known ? share(s.kind, s.n) : "",
             is_known ? share(s.whole, s.n) : "", share(s.sure, s.n),
             is_known ? share(s.sure_kind, s.sure) : "");
  for (AccountKind kind : kinds) {
    const auto found = s.first.find(kind);
    fmt::print(",{}", found == s.first.end() ? 0 : found->second);
  }
  fmt::print("\n");
}

}  // namespace

int main(int argc, char** argv) {
  const int n = argc > 1 ? std::atoi(argv[1]) : 100;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  Simulation simulation(seed);
  fmt::print("truth,n,hidden,kind_right,whole_right,told_a_change,kind_right_where_told");
  for (AccountKind kind : kinds) fmt::print(",first: {}", account_name(kind));
  fmt::print("\n");
  for (AccountKind kind : kinds) {
    Score shown, hidden;
    simulation.run(kind, n, shown, hidden);
    print(account_name(kind), shown, hidden.n);
  }
  print("quiet", simulation.run_quiet(n), 0);
}
