// The press half of a brief: what reports say of a state, set beside what it voted.
//
// Two rivers meet here: what was read in reports (reading.h), checked (checking.h) and put together
// (acts.h), and the record half of the brief (brief.h). Everything carries the reports it stands in
// and the words that say it; nothing that reports say is taken for a fact.
//
//   std::vector<volteface::ReadReport> reports = ...;     // read, linked and checked
//   volteface::BriefOptions options{.state = argentina, .on = ukraine, .reports = reports};
//   volteface::Brief brief = volteface::make_brief(record, options);
//   for (const auto& reason : brief.press->reasons) { ... reason.theme, reason.givers ... }
//
// A Press is plain data that stands alone, as a Brief is. docs/brief.md tells the rules.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "volteface/checking.h"
#include "volteface/reading.h"
#include "volteface/record.h"

namespace volteface {

// A report with what was read in it, and how that stands beside the record.
struct ReadReport {
  Reading reading;
  Check check;
  std::string title;  // may be empty, as may be the address
  std::string url;
};

// A report as it is cited: "[2]" is Press::sources[1].
struct CitedReport {
  std::string doc;
  std::string title;
  std::string outlet;
  std::string url;
  std::optional<Date> date;
};

// Words of a report.
struct Citation {
  std::size_t source = 0;  // place in Press::sources
  std::string words;
  std::size_t begin = 0;  // the byte of the report's text where they begin
};

// A vote of the state, as the record has it, that reports tell of.
struct ToldVote {
  std::string roll_call;  // id
  std::string symbol;
  std::string title;
  Date date;
  Tally tally;
  Choice choice = Choice::yes;
  double probability = 0;  // of the choice, given all that it cast before; NaN where none
  double before_turn = 0;  // the same from its position before its largest turn; NaN where none
  // The choice that it had made on the roll calls on the matter before, as long as it was the same
  // one; with no matter, or none before it, same_before is 0.
  Choice choice_before = Choice::yes;
  std::uint32_t same_before = 0;
  std::optional<Date> same_since;
  std::vector<Citation> citations;
};

// Who gives a reason: someone in office, someone else, or the report itself.
enum class GiverKind : std::uint8_t { official, other, report };

struct ReasonGiver {
  Speaker speaker;
  GiverKind kind = GiverKind::report;
  std::vector<Citation> citations;
};

// A reason for what the state did, with all who give it.
struct Reason {
  Theme theme = Theme::other;
  std::optional<State> cause;
  std::vector<ReasonGiver> givers;  // those in office first
  std::string beside_the_votes;     // a sentence, where votes bear on it; else empty
};

// An act between the state and another, of all reports that tell it.
struct Contact {
  DateWindow date;
  EventType type = EventType::consult;
  EventMode mode = EventMode::none;
  Modality modality = Modality::asserted;
  bool symmetric = false;
  Actor source;
  Actor target;
  bool disputed = false;  // another act of the list says that it was not so
  std::vector<Citation> citations;
};

struct ContactsWith {
  State other;
  std::vector<Contact> contacts;  // by date
};

// In one year, how two states dealt with each other by the reports, and how the one voted on
// matters of the other.
struct WordsAndVotes {
  int year = 0;
  std::uint32_t warm = 0;         // acts that were told as done: support, aid, meetings, ...
  std::uint32_t cold = 0;         // accusations, sanctions, threats, ...
  std::vector<std::string> acts;  // names of these: "call", "thank"
  std::uint32_t votes = 0;        // of the state, cast on the matter
  std::uint32_t with = 0;         // of these, as the other state voted
  std::uint32_t against = 0;      // yes against no
  double agreement = 0;           // on all votes of the year; NaN where none
  std::uint32_t agreement_n = 0;
};

// A claim that the record contradicts.
struct ContradictedClaim {
  std::string claim;  // "Argentina voted yes", "18 no"
  std::string roll_call;
  std::string symbol;
  std::string title;
  Date date;
  std::string recorded;     // "abstained", "17"
  std::vector<State> also;  // the powers, and the state on, with the same choice
  Citation citation;
};

struct Press {
  std::vector<CitedReport> sources;
  std::vector<ToldVote> happened;  // by date
  std::uint32_t votes_told = 0;    // claims on the state's votes, and of these those with no link
  std::uint32_t votes_not_linked = 0;
  std::vector<Reason> reasons;                  // those with most givers first
  std::vector<WordsAndVotes> words_and_votes;   // by year; none without a matter
  std::vector<ContactsWith> contacts;           // the state that the brief is on first
  std::vector<ContradictedClaim> contradicted;  // the state's own first
};

}  // namespace volteface
