#include "ideal/published_data.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "volteface/bridging.h"

namespace volteface {
namespace {

// The last day that the file of April 2020 covers; up to it, only what Voeten's table numbers.
const Date last_published_day = std::chrono::year{2020} / std::chrono::January / 31;

constexpr int first_session_without_parts = 45;
constexpr int session_of_one_vote = 19;

// Votes of one code that count as another's. Session 0: in all sessions.
struct Succession {
  std::string_view from;
  std::string_view into;
  int session;
};
constexpr Succession successions[] = {
    {"SUN", "RUS", 0},
    {"EAT", "TZA", 0},
    {"YUG", "SRB", 0},
    {"SCG", "SRB", 0},
    // United during the session, and filed under the old seat to its end.
    {"DEU", "GFR", 45},
    {"YEM", "YAR", 45}};

// Votes that are left out. Session 0: all sessions.
struct Exclusion {
  std::string_view state;
  int session;
};
constexpr Exclusion exclusions[] = {{"EAZ", 0}, {"ZAF", 48}};

bool is_regular(const RollCall& r) {
  return !r.session.empty() && std::all_of(r.session.begin(), r.session.end(),
                                           [](char c) { return c >= '0' && c <= '9'; });
}

// Special sessions go by the year of the day; regular ones by their number, whenever they are
// resumed.
int published_session(const RollCall& r) {
  return is_regular(r) ? session_number(r) : std::max(1, year_of(r.date) - 1945);
}

bool is_part(Kind kind) { return kind == Kind::amendment || kind == Kind::paragraph; }

std::vector<RollCallIndex> choose(const Record& record, const std::vector<int>& session,
                                  std::span<const RollCallIndex> roll_calls,
                                  PublishedSeries series) {
  const bool numbered = std::any_of(record.roll_calls.begin(), record.roll_calls.end(),
                                    [](const RollCall& r) { return r.rcid != 0; });
  std::vector<RollCallIndex> chosen;
  for (RollCallIndex i : roll_calls) {
    const RollCall& r = record.roll_calls[i];
    const bool early = r.date <= last_published_day;
    if (!early && series == PublishedSeries::april_2020) continue;
    if (early && numbered && r.rcid == 0) continue;
    if (is_part(r.kind) && session[i] >= first_session_without_parts) continue;
    if (session[i] == session_of_one_vote) continue;
    // The published file counts them twice: Voeten's table has them under two numbers.
    if (!r.duplicate_of.empty() && !(early && r.rcid != 0)) continue;
    chosen.push_back(i);
  }
  return chosen;
}

// To 2020 the hand-matched pairs alone, since more of them would change the series; later ones are
// found. Elsewhere than in Voeten's table there are none by hand.
std::vector<TextPair> pairs_of(const Record& record, PublishedSeries series) {
  std::vector<TextPair> pairs = record.known_pairs;
  if (series == PublishedSeries::april_2020) return pairs;
  for (const TextPair& pair : bridging_pairs(record)) {
    const bool later = record.roll_calls[pair.later].date > last_published_day;
    if (later || record.known_pairs.empty()) pairs.push_back(pair);
  }
  return pairs;
}

// A copy of the votes in which seats and exclusions are as published.
class Seats {
 public:
  Seats(const Record& record, const std::vector<int>& session) : session_(&session) {
    record_.states = record.states;
    record_.votes = record.votes;
    record_.roll_calls.resize(record.roll_calls.size());
    for (std::size_t r = 0; r < session.size(); ++r) {
      record_.roll_calls[r].session = std::to_string(session[r]);
    }
  }

  void leave_out(std::span<const std::uint64_t> cells) {
    const std::uint64_t width = record_.roll_calls.size();
    for (std::uint64_t cell : cells) {
      record_.votes.set(static_cast<StateIndex>(cell / width),
                        static_cast<RollCallIndex>(cell % width), Choice::not_listed);
    }
  }

  void leave_out(const Exclusion& exclusion) {
    const auto state = index(exclusion.state);
    if (!state) return;
    for (RollCallIndex r = 0; r < session_->size(); ++r) {
      if (exclusion.session == 0 || exclusion.session == (*session_)[r]) {
        record_.votes.set(*state, r, Choice::not_listed);
      }
    }
  }

  // A record without the new name keeps the old one as it is.
  void succeed(const Succession& succession, std::span<const RollCallIndex> roll_calls) {
    const auto from = index(succession.from), into = index(succession.into);
    if (!from || !into) return;
    for (RollCallIndex r : roll_calls) {
      const int session = (*session_)[r];
      if (succession.session != 0 && succession.session != session) continue;
      const Choice choice = record_.votes.at(*from, r);
      if (!is_cast(choice)) continue;
      record_.votes.set(*from, r, Choice::not_listed);
      if (is_cast(record_.votes.at(*into, r))) continue;
      record_.votes.set(*into, r, choice);
      ++borrowed_[{*into, session}][*from];
    }
  }

  // Of the names under which the n votes of a seat in a session were cast, the most frequent.
  StateIndex name_of(StateIndex seat, int session, std::uint32_t n) const {
    const auto names = borrowed_.find({seat, session});
    if (names == borrowed_.end()) return seat;
    std::uint32_t lent = 0, most = 0;
    StateIndex name = seat;
    for (const auto& [state, votes] : names->second) {
      lent += votes;
      if (votes > most) most = votes, name = state;
    }
    return n > lent && n - lent > most ? seat : name;
  }

  const Record& record() const { return record_; }

 private:
  std::optional<StateIndex> index(std::string_view code) const {
    for (StateIndex s = 0; s < record_.states.size(); ++s) {
      if (record_.states[s].code == code) return s;
    }
    return std::nullopt;
  }

  Record record_;  // roll calls have nothing but a session
  const std::vector<int>* session_;
  std::map<std::pair<StateIndex, int>, std::map<StateIndex, std::uint32_t>> borrowed_;
};

}  // namespace

PublishedData published_data(const Record& record, std::span<const RollCallIndex> roll_calls,
                             PublishedSeries series, std::span<const std::uint64_t> held_out) {
  std::vector<int> session;
  for (const RollCall& r : record.roll_calls) session.push_back(published_session(r));
  const std::vector<RollCallIndex> chosen = choose(record, session, roll_calls, series);

  Seats seats(record, session);
  seats.leave_out(held_out);
  for (const Exclusion& exclusion : exclusions) seats.leave_out(exclusion);
  for (const Succession& succession : successions) seats.succeed(succession, chosen);

  const std::vector<TextPair> pairs = pairs_of(record, series);
  PublishedData data;
  data.text_of_roll_call = text_groups(record, pairs);
  data.observations = observe(seats.record(), chosen, pairs, {PeriodBy::session, true});
  for (const Observations::Point& p : data.observations.points) {
    data.state_of_point.push_back(seats.name_of(p.state, p.period, p.n));
  }
  return data;
}

}  // namespace volteface
