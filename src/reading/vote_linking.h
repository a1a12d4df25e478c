// Which roll call a reported vote was cast on.
//
// Roll calls of the days that the report allows compete with each other and with "none of them".
// Evidence adds up as log odds: words shared with title and subjects, whether the choices that the
// report gives agree with the record, tallies, how narrow the days are. A vote that the report
// calls one on a "second" or "rival" text, or that gives a state two choices, is on another roll
// call than the rest.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "reading/roll_call_topics.h"
#include "reading/text_places.h"
#include "record/seats.h"
#include "volteface/checking.h"

namespace volteface {

struct VoteLink {
  std::optional<RollCallIndex> roll_call;
  double probability = 0;
};

class VoteLinker {
 public:
  VoteLinker(const Record& record, const RollCallTopics& topics, const Seats& seats,
             const Reading& reading, std::string_view text);

  // One for each vote of the reading.
  std::vector<VoteLink> links();

  // The roll call that a tally belongs to, given the links of the votes.
  std::optional<RollCallIndex> roll_call_of(const ReportedTally& tally,
                                            const std::vector<VoteLink>& links) const;

  std::size_t numbers_held(std::size_t sentence, RollCallIndex roll_call) const;
  std::optional<RollCallIndex> with_numbers_near(const ReportedTally& tally) const;

  const std::vector<ReportedTally>& tallies() const { return tallies_; }

  // What the seat of the state did on that day; nothing where it has no cell.
  std::optional<Choice> recorded(const std::string& state, RollCallIndex roll_call) const;

  bool is_of_assembly(const ReportedVote& vote) const { return vote.body == "UNGA"; }

 private:
  struct Place {
    std::size_t sentence = 0;
    bool on_another_text = false;  // "a second resolution"
  };

  void place_votes();
  std::string_view words_of(const Evidence& evidence, std::size_t at, std::size_t sentence) const;
  bool is_behind_another_text(std::size_t sentence) const;
  std::vector<RollCallIndex> candidates(const DateWindow& window) const;
  NearStems stems_near(std::size_t sentence) const;
  std::optional<RollCallIndex> named_in(std::size_t sentence, const DateWindow& window) const;
  double choices_fit(std::size_t vote, RollCallIndex roll_call, bool alone) const;
  double tallies_fit(std::size_t sentence, RollCallIndex roll_call) const;
  // Among all but those; those nearby are the likelier.
  DateWindow likely_days(std::size_t vote, const std::vector<RollCallIndex>& but) const;
  VoteLink best(std::size_t vote, const std::vector<RollCallIndex>& but,
                const std::vector<RollCallIndex>& nearby) const;
  VoteLink link_of(std::size_t vote, const std::vector<RollCallIndex>& but,
                   const std::vector<RollCallIndex>& nearby) const;
  std::vector<RollCallIndex> linked_nearby(std::size_t vote,
                                           const std::vector<VoteLink>& links) const;
  void part_contradictions(std::vector<VoteLink>& links) const;
  std::string_view sentence_text(std::size_t sentence) const;

  const Record& record_;
  const RollCallTopics& topics_;
  const Seats& seats_;
  const Reading& reading_;
  std::string_view text_;
  std::vector<SentencePlace> sentences_;
  std::vector<Place> places_;
  std::vector<ReportedTally> tallies_;
};

}  // namespace volteface
