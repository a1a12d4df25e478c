// Who is named where in a report, as the learned reader of acts looks at it (learned_acts.h).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "reading/report_view.h"

namespace volteface {

// A state or an organisation, by its place in ActScene::sides(): whoever the person.
using SideNumber = std::uint32_t;

class ActScene {
 public:
  // `votes` and `acts`: those that rules found in the report. All must outlive it.
  ActScene(const ReportView& view, const std::vector<ReportedVote>& votes,
           const std::vector<ReportedEvent>& acts);

  struct Named {
    std::uint32_t token;  // the head of its words
    SideNumber side;
  };
  struct RuledAct {
    const ReportedEvent* act;
    SideNumber source, target;
  };
  struct SentenceScene {
    std::vector<Named> named;          // in the order of the text; those of one row share its head
    std::vector<std::uint32_t> words;  // that may tell of an act
    std::vector<RuledAct> acts;
    std::vector<const ReportedVote*> votes;
    std::vector<SideNumber> sides;        // that may act here: named or close to the story
    std::size_t named_sides = 0;          // the first so many are named in the sentence
    SideNumber subject_before = nowhere;  // the last that was subject in a sentence before
  };

  const ReportView& view() const { return view_; }
  const std::vector<Actor>& sides() const { return sides_; }  // persons left out
  std::size_t sentences() const { return scenes_.size(); }
  const SentenceScene& of(std::uint32_t sentence) const { return scenes_[sentence]; }

  // Place among the three sides that most sentences name; `most` for others.
  static constexpr std::uint32_t most = 3;
  std::uint32_t rank(SideNumber side) const;
  // Place of two sides among the pairs that most sentences name together; 8 for others.
  std::uint32_t rank(SideNumber a, SideNumber b) const;
  // How often, in quarters, a side is subject where it is named.
  std::uint32_t quarters_as_subject(SideNumber side) const;

  // Whether a vote that was read, or an act of a rule, is told by words that hold a token.
  static bool holds(const Evidence& words, const Token& token) {
    return words.begin <= token.begin && token.begin < words.end;
  }

 private:
  SideNumber number_of(const Actor& actor);
  void find_named();
  void count();
  void add_sides(std::uint32_t sentence);
  bool may_tell(std::uint32_t token) const;

  const ReportView& view_;
  std::vector<Actor> sides_;
  std::map<std::pair<std::string, std::string>, SideNumber> numbers_;
  std::vector<SentenceScene> scenes_;
  std::vector<SideNumber> top_;
  std::map<std::pair<SideNumber, SideNumber>, std::uint32_t> pair_rank_;
  std::vector<std::uint32_t> times_named_, times_subject_;
};

}  // namespace volteface
