#include "volteface/attribution.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "turn/resampled_days.h"
#include "turn/simulated_votes.h"
#include "turn/subject_areas.h"

namespace volteface {
namespace {

// The embedded record and what was predicted of it, made once.
struct Whole {
  Record record;
  PredictiveRecord predicted;
};

Whole& whole() {
  static Whole whole = [] {
    Whole w{embedded_record(), {}};
    w.predicted = predict_votes(w.record, select_roll_calls(w.record, {}));
    return w;
  }();
  return whole;
}

// The same of the votes since 2012 alone, which is made in no time.
Whole& recent() {
  static Whole recent = [] {
    Whole w{embedded_record(), {}};
    Filter since_2012;
    since_2012.since = *parse_date("2012-01-01");
    w.predicted = predict_votes(w.record, select_roll_calls(w.record, since_2012));
    return w;
  }();
  return recent;
}

Date day(const char* text) { return *parse_date(text); }

// X moved is a part of staying.
double weight_with_its_kind(const Attribution& result, AccountKind kind) {
  const bool stays = kind == AccountKind::stays || kind == AccountKind::reference_moved;
  return stays
             ? result.weight_of(AccountKind::stays) + result.weight_of(AccountKind::reference_moved)
             : result.weight_of(kind);
}

void expect_sound(const Attribution& result) {
  double weights = 0, first = 0;
  for (const Account& a : result.accounts) {
    for (double x : {a.weight, a.score, a.behind, a.behind_lo, a.behind_hi, a.first,
                     a.subject_share, a.share_followed, a.reference_probability})
      EXPECT_TRUE(std::isfinite(x));
    EXPECT_LE(a.behind_lo, a.behind + 1e-9);
    EXPECT_GE(a.behind_hi, a.behind - 1e-9);
    weights += a.weight;
    first += a.first;
  }
  for (std::size_t k = 1; k < result.accounts.size(); ++k) {
    EXPECT_GE(weight_with_its_kind(result, result.accounts[k - 1].kind),
              weight_with_its_kind(result, result.accounts[k].kind) - 1e-9);
  }
  EXPECT_NEAR(weights, 1, 1e-9);
  if (result.votes > 0) {
    EXPECT_NEAR(first, 1, 1e-9);
  }
}

// Simulated states on the record's own roll calls (tools/simulate_attribution.cpp measures the same
// more widely).
class SimulatedStates {
 public:
  static constexpr int n = 40;
  static constexpr std::size_t least_changed = least_telling_votes;

  // How many of n simulated states of the kind have it, or what is as good, first.
  int found(AccountKind kind) {
    int right = 0;
    for (int seen = 0; seen < n;) {
      if (!draw(kind)) continue;
      const SimulatedVotes drawn =
          simulate_votes(at().record, before_, votes_, account_, turn_, 0.15, random_);
      if (kind != AccountKind::stays && drawn.changed < least_changed) continue;
      const ReplacedVotes replaced(at().record, at().predicted, state_, votes_, drawn.choices);
      auto references = attribution_references(at().record, at().predicted, state_, turn_, until_);
      if (reference_) references.push_back(*reference_);
      const Attribution result =
          attribute(at().record, at().predicted, state_, turn_, until_, references);
      expect_sound(result);
      right += is_right(kind, result.accounts.front()) ? 1 : 0;
      ++seen;
    }
    return right;
  }

 private:
  static Whole& at() { return whole(); }

  double between(double from, double to) {
    return std::uniform_real_distribution<double>(from, to)(random_);
  }

  // That a real state moved meanwhile is no contradiction to this one's staying.
  bool is_right(AccountKind kind, const Account& first) const {
    if (kind == AccountKind::stays && first.kind == AccountKind::reference_moved) return true;
    return first.kind == kind && (!reference_ || first.reference == reference_);
  }

  bool draw(AccountKind kind) {
    state_ = static_cast<StateIndex>(random_() % at().record.states.size());
    turn_ = std::chrono::year(1980 + static_cast<int>(random_() % 44)) / 9 / 1;
    until_ = turn_ + std::chrono::days(730);
    const Date first = turn_ - std::chrono::days(730);
    votes_ = votes_between(at().record, at().predicted, state_, first, until_);
    before_ = standing_before(at().record, at().predicted, state_, first);
    if (votes_.size() < 160 || before_.votes < 200) return false;
    account_ = {kind, between(3, 6), "", (random_() % 2 ? 1 : -1) * between(2, 4), 0, {}};
    reference_.reset();
    if (kind == AccountKind::one_subject) return draw_subject();
    if (kind == AccountKind::follows) return draw_reference();
    return true;
  }

  bool draw_subject() {
    std::map<std::string, int> count;
    for (const LaterVote& vote : votes_) {
      if (vote.date < turn_) continue;
      for (const auto& s : matters_of(at().record.roll_calls[vote.roll_call])) ++count[s];
    }
    std::erase_if(count, [](const auto& subject) { return subject.second < 10; });
    if (count.empty()) return false;
    account_.subject =
        std::next(count.begin(), static_cast<std::ptrdiff_t>(random_() % count.size()))->first;
    return true;
  }

  bool draw_reference() {
    constexpr const char* powers[] = {"USA", "GBR", "FRA", "RUS", "CHN"};
    const StateIndex x = at().record.state(powers[random_() % 5]);
    if (x == state_) return false;
    std::size_t voted = 0;
    for (const LaterVote& vote : votes_) {
      account_.reference.push_back(at().record.votes.at(x, vote.roll_call));
      voted += is_cast(account_.reference.back()) ? 1 : 0;
    }
    if (voted < votes_.size() / 2) return false;
    account_.share_followed = between(0.4, 0.9);
    reference_ = x;
    return true;
  }

  std::mt19937_64 random_{20};
  StateIndex state_ = 0;
  Date turn_, until_;
  std::vector<LaterVote> votes_;
  StateBefore before_;
  SimulatedAccount account_;
  std::optional<StateIndex> reference_;
};

// Nine in ten and more are found (docs/attribution.md); of 40, chance takes a few.
constexpr int least_of_40 = 34;

TEST(Attribution, FindsStatesThatStay) {
  EXPECT_GE(SimulatedStates().found(AccountKind::stays), least_of_40);
}

TEST(Attribution, FindsStatesThatMoveAlone) {
  EXPECT_GE(SimulatedStates().found(AccountKind::own_move), least_of_40);
}

TEST(Attribution, FindsStatesThatChangeOnOneSubject) {
  EXPECT_GE(SimulatedStates().found(AccountKind::one_subject), least_of_40);
}

TEST(Attribution, FindsStatesThatFollowAnother) {
  EXPECT_GE(SimulatedStates().found(AccountKind::follows), least_of_40);
}

// What stood in the newspapers: Argentina from December 2023 on, beside the USA.
TEST(Attribution, ArgentinaDidNotStay) {
  const auto& [record, predicted] = whole();
  const StateIndex arg = record.state("ARG");
  const Date turn = day("2023-12-10"), until = day("2025-12-31");
  const auto references = attribution_references(record, predicted, arg, turn, until);
  EXPECT_NE(std::find(references.begin(), references.end(), record.state("USA")), references.end());
  const Attribution result = attribute(record, predicted, arg, turn, until, references);
  expect_sound(result);
  EXPECT_LT(result.weight_of(AccountKind::stays), 0.01);
  EXPECT_LT(result.weight_of(AccountKind::reference_moved), 0.01);
}

// Half of its references moved with the end of the Cold War, and share the weight of staying among
// them; no other kind has half as much, though one that it may have followed has more than each.
TEST(Attribution, AKindThatSeveralAccountsShareComesFirstByTheWeightOfAll) {
  const auto& [record, predicted] = whole();
  const StateIndex hun = record.state("HUN");
  const Date turn = day("1990-09-01"), until = day("1992-08-31");
  const auto references = attribution_references(record, predicted, hun, turn, until);
  const Attribution result = attribute(record, predicted, hun, turn, until, references);
  expect_sound(result);
  const Account& first = result.accounts.front();
  EXPECT_EQ(first.kind, AccountKind::reference_moved);
  EXPECT_EQ(first.behind, 0);
  EXPECT_GT(weight_with_its_kind(result, first.kind), 0.5);
  const auto most =
      std::max_element(result.accounts.begin(), result.accounts.end(),
                       [](const Account& a, const Account& b) { return a.weight < b.weight; });
  EXPECT_EQ(most->kind, AccountKind::follows);
  EXPECT_LT(most->behind, 0);
}

TEST(Attribution, VotesOfBeforeTheTurnAndLaterOnesAreAllThatCounts) {
  auto& [record, predicted] = recent();
  const StateIndex arg = record.state("ARG"), usa = record.state("USA");
  const Date turn = day("2015-12-10"), until = day("2017-12-31");
  const Attribution was = attribute(record, predicted, arg, turn, until, {&usa, 1});
  const auto later = votes_between(record, predicted, arg, day("2018-01-01"), day("2025-12-31"));
  const std::vector<Choice> all_no(later.size(), Choice::no);
  const ReplacedVotes replaced(record, predicted, arg, later, all_no);
  const Attribution is = attribute(record, predicted, arg, turn, until, {&usa, 1});
  ASSERT_EQ(was.accounts.size(), is.accounts.size());
  for (std::size_t k = 0; k < was.accounts.size(); ++k)
    EXPECT_EQ(was.accounts[k].score, is.accounts[k].score);
}

TEST(Attribution, WithoutVotesSaysSo) {
  const auto& [record, predicted] = recent();
  const StateIndex arg = record.state("ARG"), usa = record.state("USA");
  const Attribution result =
      attribute(record, predicted, arg, day("2030-01-01"), day("2031-01-01"), {&usa, 1});
  expect_sound(result);
  EXPECT_EQ(result.votes, 0U);
  EXPECT_EQ(result.verdict, AccountVerdict::too_few_votes);
  EXPECT_EQ(result.left_out, std::vector<StateIndex>{usa});
}

TEST(Attribution, OneVoteIsTooFew) {
  const auto& [record, predicted] = recent();
  const StateIndex arg = record.state("ARG"), usa = record.state("USA");
  const RollCallIndex last = predicted.of_state(arg).back().roll_call;
  const Date date = record.roll_calls[last].date;
  const Attribution result = attribute(record, predicted, arg, date, date, {&usa, 1});
  expect_sound(result);
  EXPECT_EQ(result.verdict, AccountVerdict::too_few_votes);
}

// South Africa was not seated from 1974 to 1994; the record's first votes have nothing before them.
TEST(Attribution, GapsAndBeginningsAreNoTrouble) {
  const auto& [record, predicted] = whole();
  const StateIndex zaf = record.state("ZAF"), usa = record.state("USA");
  for (const char* turn : {"1994-06-01", "1980-01-01", "1946-01-01"}) {
    const Date first = day(turn);
    const auto references =
        attribution_references(record, predicted, zaf, first, first + std::chrono::days(730));
    expect_sound(
        attribute(record, predicted, zaf, first, first + std::chrono::days(730), references));
  }
  expect_sound(attribute(record, predicted, usa, day("1946-01-01"), day("2025-12-31"), {}));
}

TEST(Attribution, StateThatNeverVotedGetsPriorWeights) {
  Record record = embedded_record();
  const StateIndex arg = record.state("ARG"), usa = record.state("USA");
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r)
    record.votes.set(arg, r, Choice::absent);
  std::vector<RollCallIndex> some = select_roll_calls(record, {});
  some.resize(500);
  const PredictiveRecord predicted = predict_votes(record, some);
  const Attribution result =
      attribute(record, predicted, arg, day("1946-01-01"), day("2025-12-31"), {&usa, 1});
  expect_sound(result);
  EXPECT_EQ(result.verdict, AccountVerdict::too_few_votes);
}

// What a state did in the time of an earlier turn is no past of a later stretch.
TEST(Attribution, ThePastBeginsTwoYearsBackOrLater) {
  const Date turn = day("2025-02-24");
  EXPECT_EQ(past_begins(turn, {}), turn - std::chrono::days(730));
  EXPECT_EQ(past_begins(turn, day("2024-03-15")), day("2024-03-15"));
  EXPECT_EQ(past_begins(turn, day("2010-01-01")), turn - std::chrono::days(730));
}

// South Sudan joined in July 2011: there is nothing that it could have turned from.
TEST(Attribution, AStateWithoutAPastHasNotTurned) {
  const auto& [record, predicted] = whole();
  const StateIndex ssd = record.state("SSD"), usa = record.state("USA");
  const Attribution result =
      attribute(record, predicted, ssd, day("2011-07-10"), day("2012-12-31"), {&usa, 1});
  expect_sound(result);
  EXPECT_EQ(result.votes_before, 0U);
  EXPECT_GT(result.votes, 0U);
  EXPECT_EQ(result.verdict, AccountVerdict::too_few_votes);
}

TEST(Attribution, WrongQuestionsAreErrors) {
  const auto& [record, predicted] = recent();
  const StateIndex arg = record.state("ARG");
  const StateIndex none = static_cast<StateIndex>(record.states.size());
  const Date from = day("2023-12-10"), until = day("2024-12-31");
  EXPECT_THROW(attribute(record, predicted, arg, from, until, {&arg, 1}), Error);
  EXPECT_THROW(attribute(record, predicted, arg, from, until, {&none, 1}), Error);
  EXPECT_THROW(attribute(record, predicted, none, from, until, {}), Error);
  EXPECT_THROW(attribute(record, predicted, arg, until, from, {}), Error);
}

// Whole days are drawn: with one day every draw is the sum of all votes.
TEST(ResampledDays, KeepVotesOfADayTogether) {
  const std::vector<std::vector<double>> scores = {{1, 2, 4}, {0, 0, 1}};
  const std::vector<Date> one_day(3, day("2024-12-04"));
  for (const auto& draw : resampled_sums(scores, one_day, 5, 1))
    EXPECT_EQ(draw, (std::vector<double>{7, 1}));
  const std::vector<Date> two_days = {day("2024-12-04"), day("2024-12-04"), day("2024-12-05")};
  EXPECT_EQ(count_days(two_days), 2U);
  for (const auto& draw : resampled_sums(scores, two_days, 50, 1)) {
    // Twice the first day, one of each, or twice the second.
    EXPECT_TRUE(draw == (std::vector<double>{6, 0}) || draw == (std::vector<double>{7, 1}) ||
                draw == (std::vector<double>{8, 2}));
  }
}

}  // namespace
}  // namespace volteface
