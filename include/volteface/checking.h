// What reports say of votes, set beside the record.
//
// A reported vote is linked to its roll call by its days, by words that its report shares with the
// roll call's title and subjects, by the choices that the report gives other states on the same
// days, by tallies ("18 countries voted against") and by symbols that it names. Then it is checked:
// whether the state chose what the report says. Reported tallies are checked as well.
//
//   const volteface::Checker checker(record);
//   volteface::Check check = checker.check(reading, report.text);
//   for (const auto& vote : check.votes) {
//     if (vote.verdict == volteface::Verdict::contradicts) { ... *vote.recorded ... }
//   }
//
// The record holds the General Assembly alone: votes of other bodies are told apart and never
// linked. A link has a probability; below one half there is none.
//
// Threads: a const Checker may be used from any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "volteface/reading.h"
#include "volteface/record.h"

namespace volteface {

enum class Verdict : std::uint8_t {
  agrees,
  contradicts,
  open,          // announced or urged: the record says what became of it, and cannot contradict it
  other_body,    // not of the General Assembly, as far as the report says
  after_record,  // later than the record's last day
  not_found,     // no roll call of these days fits, or none better than others
  no_choice      // the state is not listed on the roll call
};

// "agrees", "contradicts", "open", "other body", "after the record", "not found", "no choice".
std::string_view verdict_name(Verdict verdict);

// One of Reading::votes, checked.
struct CheckedVote {
  std::size_t vote = 0;                    // its place in Reading::votes
  std::optional<RollCallIndex> roll_call;  // none: not linked
  double probability = 0;                  // of the link
  std::optional<Choice> recorded;          // what the state chose by the record
  Verdict verdict = Verdict::not_found;
};

enum class Bound : std::uint8_t { exactly, about, more_than, at_least, less_than, at_most };

// A number of votes that a report gives: "18 countries voted against".
struct ReportedTally {
  Choice choice = Choice::yes;  // yes, no or abstain
  std::uint32_t count = 0;
  Bound bound = Bound::exactly;
  Evidence evidence;
};

struct CheckedTally {
  ReportedTally tally;
  std::optional<RollCallIndex> roll_call;
  std::uint32_t recorded = 0;  // counted from the record's cells, or as published
  Verdict verdict = Verdict::not_found;
};

struct Check {
  std::vector<CheckedVote> votes;  // one for each of Reading::votes
  std::vector<CheckedTally> tallies;
};

// All tallies of votes in a text, in its order: "93 in favour, 18 against", "100-11 with 58
// abstentions", "more than sixty abstained". Numbers may be written as words.
std::vector<ReportedTally> find_tallies(std::string_view text);

// True where a recorded number is as the report has it.
bool tally_holds(const ReportedTally& tally, std::uint32_t recorded);

// True where the choice is the one reported; not_yes is any but yes.
bool choice_holds(ReportedChoice reported, Choice recorded);

class Checker {
 public:
  // The record is looked up, not copied: it must outlive the checker.
  explicit Checker(const Record& record);
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;
  ~Checker();

  // `text` is the report's; the words around each vote are taken from it. Without it, there are
  // only the words of the evidence, and fewer links. A vote that names its roll call
  // (ReportedVote::roll_call) keeps it where the record has it.
  Check check(const Reading& reading, std::string_view text) const;

  // Fills in ReportedVote::roll_call where it is empty and a link is found.
  void link(Reading& reading, std::string_view text) const;

 private:
  struct Index;
  std::unique_ptr<const Index> index_;
};

}  // namespace volteface
