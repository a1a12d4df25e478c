// The brief: one page on one state, from the record, and from reports where some are given.
//
// Where it stands and when it moved, with whom it votes and with whom it has come to vote more or
// less, its votes on a matter, those that its past explains least, and what the record cannot tell.
// With reports (press.h) also what happened and how unusual that was, who gives which reason for
// it, words against votes, contacts, and what reports say that the record contradicts.
//
//   volteface::Record record = volteface::embedded_record();
//   volteface::BriefOptions options{.state = record.state("ARG")};
//   options.on = record.state("UKR");
//   volteface::Brief brief = volteface::make_brief(record, options);
//   std::string page = volteface::brief_text(brief);   // or _markdown, _html, _json, _csv
//
// A Brief is plain data that stands alone: it names states and roll calls by their codes and
// symbols, and does not refer to the record. The five forms only format it.
//
// What is compared, and how, is the same for every state and every window:
//
// Steps. Between two years that follow each other in the window, each with at least `least_votes`
//   votes, the ideal point may have moved. The interval of a step takes the two points as normal
//   and independent. All steps and the ways from each such year to the last, of which the whole way
//   and that since the largest step are told, hold at 90 % together (Šidák 1967, Journal of the
//   American Statistical Association 62: 626-633): so on simulated records, but the intervals of
//   large steps are too short (docs/brief.md). A step is `beyond` where its interval leaves out 0.
//   The largest step is that of the greatest absolute change of those beyond, else of all.
// Before and after. Where the largest step is beyond its interval: up to three years before it,
//   and up to three from it on. Else, where the whole way is: the first and the last three years,
//   or the halves of a window of less than six. Else the last year with `least_votes` votes, and
//   up to three before it; where fewer than two years have these, the last in which it voted.
// Changes of agreement. For every other state with at least `least_votes` votes in common in both.
//   The interval of a difference is made of the two intervals (Zou and Donner 2008, Statistics in
//   Medicine 27: 1693-1702; Newcombe's method 10 of 1998), at 95 % for all states together (Šidák).
//   The two are those between which the state itself moved most, which no interval corrects.
// Turns. Those of turns.h, with their votes, beside those of the powers and of the states towards
//   which it turned.
// Unusual votes. -log2 of the probability of the vote it cast, given its past and how the others
//   voted on that roll call (surprise.h); and its mean by year beside that of the other states on
//   the same roll calls (predictability.h).
// Recurring texts. Roll calls that bridging_pairs() ties to an earlier one: did the state vote as
//   it had when the text was last put, at most `longest_recurrence` years before?
//
// No figure knows a cause. Agreement changes also with what is put to the vote: compare a change
// with that of the median state. Votes on recurring texts, and on the parts of one text, are not
// independent, so that true uncertainty is larger than the intervals say. docs/brief.md tells more.
//
// Cost: that of brief_basis(), and 0.2 CPU seconds. Threads: as fit_ideal_points().
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "volteface/ideal.h"
#include "volteface/press.h"
#include "volteface/record.h"
#include "volteface/surprise.h"
#include "volteface/turns.h"

namespace volteface {

constexpr std::uint32_t least_votes = 20;  // with fewer, nothing is compared
constexpr int usual_years = 10;            // of a window that is not given
constexpr int longest_recurrence = 3;      // years
constexpr std::size_t most_unusual = 10;   // votes told
constexpr std::size_t most_changes = 5;    // states told, each way

struct BriefOptions {
  StateIndex state = 0;
  std::optional<StateIndex> on;  // votes on a matter of this state are told apart
  std::optional<Date> since;     // else 1 January, so that the window has `usual_years` years
  std::optional<Date> until;     // else the last roll call on which the state is listed
  std::optional<Date> as_of;     // nothing later is looked at, not by the fit either
  std::function<void(int done, int all)> progress;  // of the fit

  // What reports say: with them, the brief has its press half. They must outlive make_brief().
  std::span<const ReadReport> reports;

  // A regular expression for a matter of the state's own, as Filter::subject, in place of the one
  // that data/matters.tsv has for it.
  std::string matter;
};

// A number with its interval, lo <= value <= hi, and the votes that it rests on. All three are NaN
// where there is none.
struct Estimate {
  double value = 0;
  double lo = 0;
  double hi = 0;
  std::uint32_t n = 0;
};

struct YearSpan {
  int first = 0;
  int last = 0;
};

// --- Where it stands

struct YearPoint {
  int year = 0;
  Estimate point;  // 90 % interval
};

struct Move {
  int from = 0;  // years
  int to = 0;
  Estimate change;      // 90 % for all moves of the window together; n of the year with fewer votes
  bool beyond = false;  // so that two digits show it
  double median_of_others = 0;  // change of the median state over the same years; NaN if none
};

struct Bearing {
  State state;
  Estimate point;
};

struct Standing {
  std::vector<YearPoint> years;          // those in which it cast a vote, in the window
  std::vector<Move> steps;               // by year
  std::optional<Move> whole;             // from the first to the last comparable year
  std::optional<std::size_t> largest;    // of the steps
  std::optional<Move> since_largest;     // from the end of it to the last comparable year
  std::vector<YearPoint> united_states;  // in the same years, where it has a point; not for itself
  // In the last comparable year, or the last if none is: the powers, and how many states stand
  // higher, of all that voted.
  int bearings_year = 0;
  std::vector<Bearing> bearings;
  std::uint32_t higher = 0;
  std::uint32_t states = 0;
};

// --- A vote

struct BriefVote {
  std::string id;
  std::string symbol;  // empty where there is none
  Date date;
  bool date_exact = true;
  std::string title;
  Tally tally;
  Choice choice = Choice::not_listed;
};

// --- When it turned (turns.h, realignment.h)

// A vote behind a turn that the position before it explains less.
struct TurnVote {
  BriefVote vote;
  double expected_before = 0;  // probability of the choice
  double expected_after = 0;
};

struct TowardState {
  State state;
  Estimate before;  // agreement; value and n alone
  Estimate after;
  Estimate change;  // 95 % for all states together
  Estimate beyond;  // the change less what the general move predicts; 95 % for all together
};

struct TurnSubject {
  std::string subject;  // a broad area
  double share = 0;     // of what the new position predicts better
  std::uint32_t n = 0;  // votes behind the turn
};

// What was to be expected of a vote behind a turn: probabilities of the choice made.
struct ExpectedVote {
  std::string roll_call;  // id
  double before = 0;      // from the position before the turn
  double behind = 0;
};

struct BriefTurn {
  Date date;  // of the first vote behind it
  Date from;  // 90 % interval
  Date to;
  double probability = 0;
  double bits = 0;  // a vote
  double size = 0;  // ideal points
  double size_sd = 0;
  std::uint32_t votes_before = 0;
  std::uint32_t votes_after = 0;
  std::vector<TowardState> toward;    // most gained first; none where none is beyond doubt
  std::vector<TurnSubject> subjects;  // most first
  std::vector<TurnVote> first;        // votes that show it first, by date
  std::vector<ExpectedVote> votes;    // all behind it that were looked at, by date
};

// A turn of another state: of a power, or of one towards which the state turned.
struct OtherTurn {
  State state;
  Date date;
  Date from;
  Date to;
  double probability = 0;
  double size = 0;
  double after = 0;  // probability that it came after the state's largest turn; NaN without one
};

struct Turning {
  // Whether one could be told: has_votes_for_turns() of the window.
  bool has_votes = true;
  std::vector<BriefTurn> turns;        // of the window, by date
  std::optional<std::size_t> largest;  // of these, in bits
  std::vector<OtherTurn> others;       // of the window, by date
};

// --- Why, by the votes (attribution.h, switches.h)

struct BriefAccount {
  std::string kind;                // account_name()
  std::optional<State> reference;  // whom it follows, or who moved
  std::string subject;             // of "one subject"
  double weight = 0;               // the weights of all accounts sum to 1
  double first = 0;                // share of resampled meeting days in which it comes first
  Estimate behind;                 // bits behind the best, 95 %
};

// Rival accounts of the votes of a stretch.
struct Accounts {
  Date from;
  Date until;
  std::uint32_t votes = 0;
  std::uint32_t telling_votes = 0;
  // In the order of attribution.h; those of .05 or more, and the best of each kind.
  std::vector<BriefAccount> accounts;
  std::string verdict;  // a sentence without a full stop
};

// On texts that came back the year after, and on which another state changed its vote.
struct Switches {
  State reference;
  int from = 0;  // years
  int to = 0;
  std::uint32_t texts = 0;               // on which both voted both times
  std::uint32_t state_switched = 0;      // of these
  std::uint32_t reference_switched = 0;  // of these
  std::uint32_t alike = 0;               // of the reference's: the state switched the same way
  Estimate share;                        // 95 %; n is reference_switched
  std::uint32_t nearest = 0;             // states nearest to it before
  std::uint32_t nearest_alike = 0;       // the same counts over them
  std::uint32_t nearest_switched = 0;
  std::uint32_t rank = 0;  // of the state among those with enough; 0: too few
  std::uint32_t ranked = 0;
};

struct Why {
  std::vector<Accounts> accounts;  // from the largest turn on, then from that of another state on
  std::vector<Switches> switches;  // of those whose turns Turning::others tells
};

// --- With whom

struct CompanyYear {
  int year = 0;
  std::vector<Estimate> agreement;  // one a column, 95 %
};

struct AgreementChange {
  State state;
  Estimate before;  // 95 %
  Estimate after;
  Estimate change;  // 95 % for all states together; n is the smaller one
  bool beyond = false;
  Estimate own_move;  // of the other state's mean ideal point between the two, 90 %
};

enum class ComparedBecause { step, whole_way, last_year };

struct Company {
  // The five powers but the state itself, then the state the brief is on. A seat goes on under its
  // names: Russia is the Soviet Union before December 1991, China is Taiwan's before October 1971.
  std::vector<State> columns;
  std::vector<CompanyYear> years;
  std::optional<YearSpan> before;  // nothing where the window has a single year
  std::optional<YearSpan> after;
  ComparedBecause because = ComparedBecause::last_year;
  std::vector<AgreementChange> changes;  // of all states compared, from the most towards on
  double median_change = 0;              // of these; NaN if there are none
  std::uint32_t too_few = 0;             // states that share votes, but too few
};

// --- Votes

// On a matter of another state: one of the names of that state (its own, or an adjective made from
// it) stands in the title or the subjects; or the roll call is of an emergency special session most
// of whose titles name it.
struct VoteOn {
  BriefVote vote;
  double probability = 0;       // of the vote cast (surprise.h); NaN where there is none
  std::vector<Choice> columns;  // as Company::columns
};

struct VotesOn {
  State state;
  std::vector<VoteOn> votes;  // by date
};

struct UnusualVote {
  BriefVote vote;
  double probability = 0;  // of the vote cast (surprise.h)
  double bits = 0;         // -log2 of it
  Choice likeliest = Choice::yes;
  double likeliest_probability = 0;
  bool on = false;  // on the matter that the brief is on
};

// How many of some votes were improbable, and how many should have been if the model is right.
struct Improbable {
  std::uint32_t n = 0;           // votes with a past
  std::uint32_t below_05 = 0;    // of these, with a probability below .05
  double expected_below_05 = 0;  // the sum of all probabilities below .05 of a choice
  double mean_bits = 0;          // NaN where n is 0
  double expected_bits = 0;      // the mean entropy of the same probabilities
  // Of as many below .05, or more, if the model is right and the votes are independent.
  double as_many = 1;
};

struct ImprobableYear {
  int year = 0;
  Improbable votes;
};

// How surprising it was beside the other states on the same contested roll calls
// (predictability.h), in bits a vote.
struct YearBesidePeers {
  int year = 0;
  double bits = 0;
  double peers = 0;
  Estimate difference;       // bits - peers, 95 % by meeting days; no interval on one day alone
  std::uint32_t rank = 0;    // 1: the least predictable; 0 with too few votes
  std::uint32_t ranked = 0;  // states with a rank that year
};

struct Unusual {
  std::vector<UnusualVote> votes;  // most unusual first
  Improbable all;
  std::vector<ImprobableYear> years;
  std::vector<YearBesidePeers> beside_peers;  // years with a vote on a contested roll call
};

// --- Recurring texts

struct Changed {
  std::uint32_t n = 0;        // texts on which it voted now and the last time
  std::uint32_t changed = 0;  // with another choice
};

// Of the state's own changes, by what the other state voted now.
struct Direction {
  std::uint32_t closer = 0;
  std::uint32_t further = 0;
};

struct RecurringYear {
  int year = 0;
  Changed state;
  std::vector<Changed> columns;       // as Company::columns
  std::vector<Direction> directions;  // as Company::columns
};

// --- What it may lose (exposure.h)

struct ExposedBacker {
  State state;
  double support = 0;       // share of the same choice on the matter
  std::uint32_t votes = 0;  // on the matter
  double before = 0;        // agreement on all else
  double latest = 0;
};

// How the states that backed it on a matter of its own have come to vote with it.
struct Exposed {
  std::string matter;            // in words: "the Falklands (Malvinas)"
  std::uint32_t roll_calls = 0;  // on which the state cast a vote
  Date first;                    // of these
  Date last;
  Date before_first;  // the years compared, before and latest
  Date before_last;
  Date latest_first;
  Date latest_last;
  std::uint32_t backers = 0;        // that voted as it did on most of these, and voted in both
  std::uint32_t lost = 0;           // of these, whose agreement fell by more than much_lost
  std::vector<ExposedBacker> most;  // whom it has most turned from first; at most most_changes
};
constexpr double much_lost = .2;

// --- What is covered

struct Covered {
  Date record_first;
  Date record_last;
  std::uint32_t record_roll_calls = 0;
  std::string record_hash;    // of the whole record, also where it was cut
  std::optional<Date> as_of;  // nothing later was looked at; nothing where the record is whole
  Date since;                 // the window
  Date until;
  std::uint32_t roll_calls = 0;  // of the window, without probable duplicates
  std::uint32_t cast = 0;        // by the state
  std::uint32_t absent = 0;
  std::uint32_t not_listed = 0;
  std::optional<Date> listed_first;  // of the state, anywhere in the record
  std::optional<Date> listed_last;
  std::vector<std::string> notes;    // sentences on what else bears on the figures
  std::vector<std::string> unknown;  // sentences on what the record cannot tell
};

struct Brief {
  State state;
  std::optional<State> on;
  std::vector<std::string> headline;  // sentences
  Turning turning;
  Why why;
  Standing standing;
  Company company;
  std::optional<VotesOn> votes_on;
  Unusual unusual;
  std::vector<RecurringYear> recurring;
  std::optional<Exposed> exposed;  // where the state has a matter of its own
  std::optional<Press> press;      // where reports are given
  Covered covered;
};

// Where the state cast no vote in the window, only `state`, `on` and `covered` are filled
// (covered.cast is 0), and nothing is fitted. Throws Error where the window ends before it begins,
// the record holds nothing to the day `as_of`, or `on` is the state itself.
Brief make_brief(const Record& record, const BriefOptions& options);

// What briefs of one record rest on, for making many.
struct BriefBasis {
  IdealFit fit;  // by year, of all roll calls that select_roll_calls(record, {}) gives
  std::vector<TextPair> pairs;
  PredictiveRecord predicted;
  TurnsByState turns;
};

// Cost: 3 CPU seconds for the record.
BriefBasis brief_basis(const Record& record,
                       const std::function<void(int done, int all)>& progress);

// The same brief from a basis of the same record. Cost: 0.2 CPU seconds. Throws Error also where
// as_of asks for less than the basis has seen.
Brief make_brief(const Record& record, const BriefBasis& basis, const BriefOptions& options);

// How text is shaped. Without a style, headings are plain and lines have at most 80 columns.
struct BriefStyle {
  std::size_t width = 80;                                // columns; 60 at least
  std::function<std::string(std::string_view)> heading;  // such as bold; adds no columns
};

std::string brief_text(const Brief& brief, const BriefStyle& style = {});
std::string brief_markdown(const Brief& brief);

// One file with pictures, that needs nothing else: no script, no address is asked. What came from
// reports is text there, never markup, and only http and https addresses are linked.
std::string brief_html(const Brief& brief);

// One number or vote a row: section,item,period,value,lo,hi,n,note.
std::string brief_csv(const Brief& brief);

// One object: {"volteface", "record", "brief": the sections, "rows": as in brief_csv}. NaN is null.
std::string brief_json(const Brief& brief);

}  // namespace volteface
