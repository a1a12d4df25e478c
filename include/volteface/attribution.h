// Attribution: which account of a state's votes behind a turn predicts them best.
//
// Five accounts are rivals:
//
//   stays            the state goes on as before, also where it followed another already; what
//                    changed is what roll calls asked
//   own move         its position changed, in all matters, towards wherever its votes then show
//   one subject      it changed on the roll calls of one subject alone
//   follows X        it begins to cast, with some probability, what X casts on that roll call
//   X moved          the state stays; it is X that moved, and their agreement with it
//
// Each predicts every vote from the state's own earlier votes and the others' votes on that roll
// call, then learns from it; accounts are compared by the sum of the logarithms of the
// probabilities that they gave to what was cast (prequential: Dawid 1984, Journal of the Royal
// Statistical Society A 147: 278-292; the difference is a Bayes factor: Kass and Raftery 1995, JASA
// 90: 773-795). That X moved is a part of staying, by what X's own votes say. What is learned of an
// account's own unknowns - how far the move went, which subject, how often X is followed - is paid
// for in its score, so a richer account has no advantage by itself.
//
//   auto roll_calls = volteface::select_roll_calls(record, {});
//   auto predicted = volteface::predict_votes(record, roll_calls);
//   auto references = volteface::attribution_references(record, predicted, argentina, turn, until);
//   auto result = volteface::attribute(record, predicted, argentina, turn, until, references);
//   // result.accounts[0].kind, .weight, .first; result.verdict
//
// An account that predicts best need not be the cause: "follows the USA" says that the USA's votes
// tell the state's, whatever the reason, and says it of those accounts that were compared. Where
// the data cannot tell accounts apart, `verdict` says so. Formulas, limits and measured accuracy
// are in docs/attribution.md.
//
// Threads: const objects may be used from any number of threads. The same input and seed give the
// same result.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "volteface/record.h"
#include "volteface/surprise.h"

namespace volteface {

enum class AccountKind : std::uint8_t { stays, own_move, one_subject, follows, reference_moved };

// "stays", "own move", "one subject", "follows", "reference moved".
std::string_view account_name(AccountKind kind);

struct Account {
  AccountKind kind = AccountKind::stays;
  std::optional<StateIndex> reference;  // of follows and reference_moved; of stays: whom it
                                        // goes on to follow, where it probably does
  std::string subject;                  // of one_subject: the most probable area, or subject of the
                                        // record up to "--"
  double subject_share = 0;             // its probability among the subjects, given the account
  double share_followed = 0;            // of X's votes, how many are cast as X's: mean
  double share_followed_lo = 0;         // and 90 % interval
  double share_followed_hi = 0;
  double reference_probability = 0;  // that X moved in the time; of stays: that it is X whom it
                                     // goes on to follow
  double score = 0;                  // log2 of the probability of all votes; at most 0
  double weight = 0;                 // 0 to 1; the weights of all accounts sum to 1
  // Bits, with odds before: 0 for the first, above 0 for others; below 0 only where a kind that
  // several share comes first.
  double behind = 0;
  double behind_lo = 0;  // 95 % interval over meeting days
  double behind_hi = 0;
  double first = 0;  // share of resampled sets of meeting days in which it comes first, 0 to 1
};

// How much the comparison says.
enum class AccountVerdict : std::uint8_t {
  nothing_beyond_staying,  // no account is better than that the state stays, X moved or not
  told_apart,              // the first kind of account leads the next beyond doubt
  reference_open,          // it follows, beyond doubt, but whom of several is open
  not_told_apart,          // the lead over another kind may be chance
  too_few_votes,           // fewer than least_telling_votes on which accounts differ, or than
                           // least_meeting_days
};

// A sentence without a full stop, such as "the accounts cannot be told apart: ...".
std::string_view verdict_text(AccountVerdict verdict);

struct Attribution {
  StateIndex state = 0;
  Date turn;   // votes of this day and later are judged
  Date until;  // to this day, included
  std::uint32_t votes_before = 0;
  std::uint32_t votes = 0;           // cast from turn to until
  std::uint32_t meeting_days = 0;    // on which they were cast
  std::uint32_t telling_votes = 0;   // that some kind of account makes twice as probable as another
  std::vector<Account> accounts;     // by the weight of their kind, largest first, then their own;
                                     // X moved is of one kind with stays
  std::vector<StateIndex> left_out;  // references with too few votes beside the state's
  AccountVerdict verdict = AccountVerdict::too_few_votes;

  // The weight of all accounts of a kind: that it follows anyone, say.
  double weight_of(AccountKind kind) const;
};

struct AttributionOptions {
  std::uint64_t seed = 1;  // of the resampling

  // What the state did before the turn is what it did in the two years before it, from this day on:
  // that of an earlier turn, lest that one be taken for what came after.
  std::optional<Date> past_since;
};

// Below these nothing is told: ten votes are about what a move of position in four dimensions needs
// to be learned from, and resampling of fewer than four days has nothing to draw from.
inline constexpr std::uint32_t least_telling_votes = 10;
inline constexpr std::uint32_t least_meeting_days = 4;

// With fewer roll calls on which both voted a reference is left out.
inline constexpr std::uint32_t least_votes_with_reference = 10;

// Weighs the accounts of the votes that `state` cast from `turn` to `until`. `predicted`: of the
// same record. References that are named twice are taken once. Where there is no vote to judge, all
// weights are what they are before any vote, and the verdict is too_few_votes. Throws Error where
// `until` is before `turn`, for a state that is not in the record, and for one that is its own
// reference. Cost: about 0.2 CPU seconds for two years and twelve references.
Attribution attribute(const Record& record, const PredictiveRecord& predicted, StateIndex state,
                      Date turn, Date until, std::span<const StateIndex> references,
                      const AttributionOptions& options = {});

// Whom a state may have followed: the permanent members of the Security Council that voted in the
// time, the five states that agreed most with it in the two years before the turn, and up to three
// whose agreement with it rose most since, beyond doubt (realignment.h). The last are found from
// the votes that are to be judged; an account of them pays for it with no more than its share of
// the prior. Without the state itself, each once.
std::vector<StateIndex> attribution_references(const Record& record,
                                               const PredictiveRecord& predicted, StateIndex state,
                                               Date turn, Date until,
                                               std::optional<Date> past_since = {});

}  // namespace volteface
