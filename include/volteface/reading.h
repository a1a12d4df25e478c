// What a report says: votes, acts, words and reasons, as plain data.
//
// A record of each kind stands for one claim of one report. It carries its evidence, the run of
// words that states it, with where these stand; nothing here is checked against the votes
// yet. The kinds and their fields are those of docs/reading.md.
//
//   const volteface::Reader reader;
//   volteface::Reading reading = reader.read("agency-1", text);
//   for (const auto& vote : reading.votes) {
//     // vote.state "ARG", vote.choice ReportedChoice::abstain, vote.evidence.text
//   }
//
// Threads: a const Reader may be used from any number of threads. Records are values.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "volteface/date.h"

namespace volteface {

// Who acts or is acted upon: a state, by its code as in the record ("ARG"), that of today where it
// goes on (RUS for the Soviet Union), or an organisation ("UN", "EU", "Hamas"), one of the two
// empty; and the person who stands for it, if one is named.
struct Actor {
  std::string state;
  std::string org;
  std::string person;  // full name
  friend bool operator==(const Actor&, const Actor&) = default;
};

// Who speaks. A speaker without a name is described in the words of the text ("diplomats"); all
// three empty: the reporter.
struct Speaker {
  std::string name;
  std::string state;
  std::string role;  // "President", "analyst"
  friend bool operator==(const Speaker&, const Speaker&) = default;
};

// Days, both inclusive.
struct DateWindow {
  Date from;
  Date to;
  friend bool operator==(const DateWindow&, const DateWindow&) = default;
};

// The words that state a claim: bytes [begin, end) of the report's text, in sentence `sentence`
// (from 0).
struct Evidence {
  std::string text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

enum class ReportedChoice : std::uint8_t {
  yes,
  no,
  abstain,
  absent,
  not_yes  // the text says only that it was no yes
};
enum class VoteStatus : std::uint8_t { cast, announced, urged, denied };

// A state's choice on a resolution.
struct ReportedVote {
  std::string state;
  ReportedChoice choice = ReportedChoice::yes;
  std::string body;       // "UNGA", "UNSC", "HRC", "OAS"; empty: not said
  std::string roll_call;  // symbol in the record ("A/RES/ES-11/7"); empty: none found
  DateWindow date;
  VoteStatus status = VoteStatus::cast;
  Evidence evidence;
};

// After PLOVER (Open Event Data Alliance 2018).
enum class EventType : std::uint8_t {
  agree,
  consult,
  support,
  concede,
  cooperate,
  aid,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault
};
enum class EventMode : std::uint8_t {
  none,
  call,  // of consult, with the three behind it
  meet,
  visit,
  summit,
  praise,  // of support, with the three behind it
  thank,
  gift,
  endorse
};
enum class Modality : std::uint8_t { asserted, planned, possible, negated };

// An act of one actor towards another.
struct ReportedEvent {
  Actor source;
  Actor target;
  EventType type = EventType::consult;
  EventMode mode = EventMode::none;
  DateWindow date;
  Modality modality = Modality::asserted;
  bool symmetric = false;  // the two sides in either order: a meeting, a call
  Evidence evidence;
  // How surely learned weights tell it, 0 to 1, where no rule does (docs/reading-rules.md).
  std::optional<double> probability;
};

// Words in quotation marks with a speaker.
struct Statement {
  Speaker speaker;
  std::string quote;  // marks left out
  std::string via;    // outlet or channel named in the text; may be empty
  Evidence evidence;
};

enum class Theme : std::uint8_t {
  follow,       // to stand with another state or leader
  material,     // money, trade, aid, loans
  peace,        // to serve negotiations
  balance,      // to stay neutral, to keep ties with both sides
  ideology,     // conviction
  domestic,     // politics at home
  norms,        // law, principles, the Charter
  security,     // its own defence
  retaliation,  // an answer to an act of another state
  other
};

// Who says why a state behaved as it did.
struct Explanation {
  std::string state;
  Speaker speaker;
  Theme theme = Theme::other;
  std::string cause;  // state, where the cause is one or its leader; may be empty
  Evidence evidence;
};

// All that one report says.
struct Reading {
  std::string doc;     // name of the report
  std::string outlet;  // may be empty
  std::optional<Date> date;
  std::vector<ReportedVote> votes;
  std::vector<ReportedEvent> events;
  std::vector<Statement> statements;
  std::vector<Explanation> explanations;
};

// As in the files of records ("not_yes", "CONSULT", "meet", "planned"); nullopt for anything else.
std::string_view text_of(ReportedChoice choice);
std::string_view text_of(VoteStatus status);
std::string_view text_of(EventType type);
std::string_view text_of(EventMode mode);  // empty for none
std::string_view text_of(Modality modality);
std::string_view text_of(Theme theme);
std::optional<ReportedChoice> parse_reported_choice(std::string_view text);
std::optional<VoteStatus> parse_vote_status(std::string_view text);
std::optional<EventType> parse_event_type(std::string_view text);
std::optional<EventMode> parse_event_mode(std::string_view text);
std::optional<Modality> parse_modality(std::string_view text);
std::optional<Theme> parse_theme(std::string_view text);

}  // namespace volteface
