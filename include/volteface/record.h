// The record: who voted what in the General Assembly of the United Nations.
//
// A Record is plain data: states, roll calls, and one cell for each state and roll call. It is read
// from the copy that is linked into the library (embedded_record), from a file in volteface's own
// format (read_record), or built from other people's files (import.h). Nothing is imputed: what no
// source gives is not_listed, and absent, abstaining and not listed are never merged.
//
//   volteface::Record record = volteface::embedded_record();
//   auto argentina = record.state("ARG");
//   auto vote = record.roll_call("A/RES/ES-11/7");
//   record.votes.at(argentina, vote);        // Choice::abstain
//
// Threads: a const Record may be read from any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "volteface/date.h"
#include "volteface/error.h"

namespace volteface {

// What a state did on a roll call. The order yes < abstain < no is that of the ordinal models.
enum class Choice : std::uint8_t {
  yes = 0,
  abstain = 1,
  no = 2,
  absent = 3,      // a member that was absent or did not vote
  not_listed = 4,  // not a member then, or not in the source
};

// True for yes, abstain and no.
constexpr bool is_cast(Choice choice) { return choice <= Choice::no; }

// 'Y', 'A', 'N', 'X', and '-' for not_listed.
char choice_letter(Choice choice);

// "yes", "abstain", "no", "absent", "not listed".
std::string_view choice_name(Choice choice);

// Indexes into Record::states and Record::roll_calls.
using StateIndex = std::uint32_t;
using RollCallIndex = std::uint32_t;

// Names the seat, not the territory: RUS follows SUN, and CHN follows TWN, in different rows.
struct State {
  std::string code;  // ISO 3166-1 alpha-3, or one of SUN GFR DDR CSK YUG SCG YAR YMD EAT EAZ TWN
  std::string name;  // short English name
};

// One stretch of days on which a state is on the record's lists, both ends included.
struct MembershipSpan {
  StateIndex state = 0;
  Date first;
  Date last;
};

enum class Kind : std::uint8_t { resolution, decision, amendment, paragraph, unspecified };

std::string_view kind_name(Kind kind);
std::optional<Kind> parse_kind(std::string_view name);

// How many states chose what. Absent is only counted where a source says so.
struct Tally {
  std::uint32_t yes = 0;
  std::uint32_t no = 0;
  std::uint32_t abstain = 0;
  std::uint32_t absent = 0;

  friend bool operator==(const Tally&, const Tally&) = default;
};

// One recorded vote.
struct RollCall {
  std::string id;  // "u4076821" (UN Digital Library record), "v3" (Voeten's rcid), or a user's own
  Date date;
  bool date_exact = true;  // false: the month is right, the day may not be
  std::string session;     // "79", "ES11" (emergency special), "S6" (special)
  std::string symbol;      // "A/RES/ES-11/7"; empty where the source gives none
  std::string title;
  Kind kind = Kind::unspecified;
  std::vector<std::string> subjects;  // as the source gives them, in capitals
  std::vector<std::string> issues;    // Voeten's, to 2020: "Middle East", "Human rights", ...
  std::optional<Tally> published;     // totals as published; absent is 0 where not published
  bool important = false;             // flagged by the US State Department
  std::uint32_t rcid = 0;             // Voeten's number, 0 where there is none
  std::string duplicate_of;  // id of the record that this probably repeats; leave out of models
  std::string note;          // what is suspect about it
  std::string source;
};

// The regular session in progress on the day: the n-th opens in September of year 1945 + n, so from
// 15 September of a year it counts as that year's. Special sessions are counted with the regular
// one.
int regular_session(Date date);

// The number of the regular session that a roll call belongs to: its own where it is a regular
// session's, else regular_session(date).
int session_number(const RollCall& roll_call);

// One byte a cell, state-major: states() x roll_calls() cells.
class VoteMatrix {
 public:
  VoteMatrix() = default;
  VoteMatrix(std::size_t states, std::size_t roll_calls);  // all not_listed

  std::size_t states() const { return states_; }
  std::size_t roll_calls() const { return roll_calls_; }

  Choice at(StateIndex state, RollCallIndex roll_call) const {
    return cells_[state * roll_calls_ + roll_call];
  }
  void set(StateIndex state, RollCallIndex roll_call, Choice choice) {
    cells_[state * roll_calls_ + roll_call] = choice;
  }
  // All choices of a state, in the order of the roll calls.
  std::span<const Choice> row(StateIndex state) const {
    return {cells_.data() + state * roll_calls_, roll_calls_};
  }

 private:
  std::size_t states_ = 0;
  std::size_t roll_calls_ = 0;
  std::vector<Choice> cells_;
};

// Where data came from, and on which terms.
struct Source {
  std::string name;
  std::string terms;
  std::string url;
};

// Two roll calls, in different sessions, on the same text.
struct TextPair {
  RollCallIndex earlier = 0;
  RollCallIndex later = 0;
};

struct Record {
  std::vector<State> states;          // by code
  std::vector<RollCall> roll_calls;   // by date, then in the order of the source
  VoteMatrix votes;                   // states.size() x roll_calls.size()
  std::vector<TextPair> known_pairs;  // hand-matched recurring texts (Voeten's matches, to 2019)
  std::vector<Source> sources;
  std::string hash;  // 16 hexadecimal digits (XXH3-64 of the content): names this very record

  // Throw Error with suggestions where there is no such state or roll call. A state is found by
  // code, name or another usual name ("Russia", "UK"), whatever the case; a roll call by symbol
  // ("A/RES/ES-11/7", "ES-11/7", "R/72/50" and the like) or id. Where several roll calls share a
  // symbol, the one on the whole text, else the last.
  StateIndex state(std::string_view code_or_name) const;
  RollCallIndex roll_call(std::string_view symbol_or_id) const;

  // All roll calls that carry the symbol, or the one with that id; by date. Where none carries it,
  // those on its parts: "A/RES/181(II)" finds A/RES/181(II)[A]. Empty if none.
  std::vector<RollCallIndex> find_roll_calls(std::string_view symbol_or_id) const;
  std::optional<StateIndex> find_state(std::string_view code_or_name) const;

  // Counted from the cells.
  Tally tally(RollCallIndex roll_call) const;

  // The date of the last roll call; throws Error if there is none.
  Date last_date() const;
};

// The stretches in which each state is listed. A span ends only where the state then missed roll
// calls for more than a year: not where it is not listed on single ones, nor where there were none
// (1964). It begins with a vote cast, since a source lists Switzerland as absent for five years
// before it joined.
std::vector<MembershipSpan> membership_spans(const Record& record);

// Which roll calls to take. Empty fields do not restrict.
struct Filter {
  std::optional<Date> since;
  std::optional<Date> until;
  std::string subject;  // regular expression, case ignored, searched in subjects, issues, title
  std::string title;    // regular expression, case ignored, searched in the title
  std::optional<Kind> kind;
  bool contested = false;   // only where not all that cast a vote chose the same
  bool duplicates = false;  // also rows with duplicate_of
};

// The roll calls that pass, in order. Throws Error for a malformed regular expression.
std::vector<RollCallIndex> select_roll_calls(const Record& record, const Filter& filter);

// The record as it stood at the end of a day. Roll calls keep their index, and the hash stays that
// of the whole.
Record record_as_of(const Record& record, Date day);

// The record that is linked into the library, decoded afresh (about 10 ms). Throws Error if
// damaged.
Record embedded_record();

// volteface's own format (docs/record-format.md): magic, version, length, hash, compressed content.
// A file cut off anywhere, or of which any byte of the content is another, is an Error that names
// it.
Record decode_record(std::span<const std::byte> bytes, const std::string& name);
std::vector<std::byte> encode_record(const Record& record);
Record read_record(const std::string& path);

// Sorts states and roll calls into their places, recomputes the hash. Every builder ends with it.
void finish_record(Record& record);

}  // namespace volteface
