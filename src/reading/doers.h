// The states that a report tells to have voted or acted, in the order of the text: whom a reason is
// about where it does not say.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "reading/report_view.h"

namespace volteface {

struct Doer {
  std::uint32_t begin = 0;  // in the text
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;
  std::string state;
  std::string target;    // of an act; may be empty
  bool hostile = false;  // an act other than talk or support
  bool harms = false;    // an act against the target
};

// View and votes must outlive it. Votes in the order of sentences.
class Doers {
 public:
  Doers(const ReportView& view, const std::vector<ReportedVote>& votes,
        const std::vector<ReportedEvent>& events);

  const std::vector<Doer>& all() const { return doers_; }

  // Of states and those who serve them.
  int mentions_of(const std::string& state) const;
  // Of those that act, the one that the report names most.
  const std::string& most_spoken_of() const { return most_spoken_of_; }

  // The state that the report names most, but none of some.
  std::string most_named_but(const std::set<std::string>& others) const;

  // Who did what a noun calls by its name ("the asylum"), last before it, but first of all the one
  // who speaks of it; empty if nobody.
  std::string who_did(std::uint32_t noun, const std::string& speaker) const;
  // The states that are told to have acted in a sentence before a token, in the order of the text.
  std::vector<std::string> all_before(std::uint32_t token, std::uint32_t sentence) const;
  // Who acts in the sentence, last before a token.
  std::string doer_before(std::uint32_t token) const;
  // Whose votes were read from a verb, whatever the tree has for its subject.
  std::vector<std::string> voters_by(std::uint32_t verb) const;
  // Of those who voted as the noun says the one that the paragraph has named last, else the one
  // that the report speaks of most.
  std::string voter_of(std::uint32_t act) const;
  // The state that last did something against this one, else anything but to talk.
  std::string last_against(const std::string& state, std::uint32_t begin) const;
  // "shut the border with Chad in retaliation": whom the act of a sentence is against.
  std::string acted_against(std::uint32_t sentence, const std::string& state) const;
  // Whom a state last did something against before a place in the text.
  std::string last_target_of(const std::string& state, std::uint32_t begin) const;
  // Who acts last in the sentence, or else in the one before it: of "that" and "it".
  std::string last_doer(std::uint32_t token) const;
  // "because Chad pushes others to stop the money": the one that is told to act against it.
  std::string hurt_by(std::uint32_t first, std::uint32_t last, const std::string& state) const;

 private:
  // The last of some states that the paragraph names before a token.
  std::string last_named(std::uint32_t token, const std::set<std::string>& states) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const std::vector<ReportedVote>& votes_;  // by sentence
  std::vector<Doer> doers_;
  std::map<std::string, int> mentions_;  // of states and those who serve them
  std::string most_spoken_of_;           // of the doers
};

}  // namespace volteface
