#include "brief/why.h"

#include <algorithm>
#include <set>

#include "volteface/attribution.h"
#include "volteface/switches.h"

namespace volteface {
namespace {

// Accounts are of a turn's aftermath: later, other things have happened.
constexpr auto longest_stretch = std::chrono::days(2 * 365);

constexpr double least_weight = .05;

BriefAccount told(const Record& record, const Account& account) {
  BriefAccount out;
  out.kind = account_name(account.kind);
  if (account.reference) out.reference = record.states[*account.reference];
  out.subject = account.subject;
  out.weight = account.weight;
  out.first = account.first;
  out.behind = {account.behind, account.behind_lo, account.behind_hi, 0};
  return out;
}

Accounts accounts_of(const Record& record, const BriefBasis& basis, StateIndex state, Date from,
                     Date until, std::optional<Date> past_since) {
  const auto references =
      attribution_references(record, basis.predicted, state, from, until, past_since);
  AttributionOptions options;
  options.past_since = past_since;
  const Attribution result =
      attribute(record, basis.predicted, state, from, until, references, options);
  Accounts out{from, until, result.votes, result.telling_votes, {}, ""};
  std::set<AccountKind> seen;
  for (const Account& account : result.accounts) {
    const bool is_best = seen.insert(account.kind).second;
    if (is_best || account.weight >= least_weight) {
      out.accounts.push_back(told(record, account));
      out.accounts.back().behind.n = result.votes;
    }
  }
  out.verdict = verdict_text(result.verdict);
  return out;
}

Switches switches_of(const Record& record, StateIndex state, StateIndex reference, int year) {
  const SwitchTest test = test_switches(record, state, reference, year_of_votes(record, year - 1),
                                        year_of_votes(record, year));
  Switches out;
  out.reference = record.states[reference];
  out.from = year - 1;
  out.to = year;
  out.texts = test.count.texts;
  out.state_switched = test.count.state_switched;
  out.reference_switched = test.count.reference_switched;
  out.alike = test.count.alike;
  out.share = {test.count.share.value, test.count.share.lo, test.count.share.hi,
               test.count.reference_switched};
  out.nearest = static_cast<std::uint32_t>(test.nearest.size());
  out.nearest_alike = test.of_nearest.alike;
  out.nearest_switched = test.of_nearest.reference_switched;
  out.rank = test.rank;
  out.ranked = test.ranked;
  return out;
}

}  // namespace

Why why_of(const Record& record, const BriefBasis& basis, StateIndex state, const Turning& turning,
           const Window& window) {
  Why out;
  if (turning.largest) {
    const std::size_t n = *turning.largest;
    const auto& turns = turning.turns;
    const Date from = turns[n].date;
    const std::optional<Date> past = n > 0 ? std::optional(turns[n - 1].date) : std::nullopt;
    // The state's own next turn asks for accounts of its own.
    const Date end = n + 1 < turns.size() ? turns[n + 1].date - std::chrono::days(1) : window.until;
    const Date last = std::min<Date>(end, from + longest_stretch);
    // What another state changed later is told apart from what came before.
    const auto later = std::find_if(turning.others.begin(), turning.others.end(),
                                    [&](const OtherTurn& o) { return o.date > from; });
    const bool is_split = later != turning.others.end() && later->date <= last;
    const Date until = is_split ? later->date - std::chrono::days(1) : last;
    out.accounts.push_back(accounts_of(record, basis, state, from, until, past));
    if (is_split) {
      out.accounts.push_back(accounts_of(record, basis, state, later->date,
                                         std::min<Date>(end, later->date + longest_stretch), from));
    }
  }
  for (const OtherTurn& other : turning.others) {
    const auto reference = record.find_state(other.state.code);
    if (!reference || *reference == state) continue;
    const Switches switches = switches_of(record, state, *reference, year_of(other.date));
    if (switches.reference_switched > 0) out.switches.push_back(switches);
  }
  return out;
}

}  // namespace volteface
