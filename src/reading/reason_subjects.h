// Whose behaviour a reason explains.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/doers.h"
#include "reading/reason_acts.h"
#include "reading/reason_clauses.h"
#include "reading/reason_context.h"
#include "reading/reason_words.h"

namespace volteface {

// Words whose subject gives the reason: "put the vote down to".
bool is_of_putting(const ReasonCue& cue);

// All must outlive it.
class ReasonSubjects {
 public:
  ReasonSubjects(const ReportView& view, const Doers& doers, const ReasonWords& words)
      : view_(view),
        tree_(view.tree),
        doers_(doers),
        words_(words),
        clauses_(view, words),
        context_(view, doers, words, clauses_),
        voices_(view) {}
  ReasonSubjects(const ReasonSubjects&) = delete;  // its parts refer to each other
  ReasonSubjects& operator=(const ReasonSubjects&) = delete;

  // Whose behaviour: of the subject of the verb; of a decision, or of a loyalty, whose it is.
  std::vector<std::string> explained(const CuePlace& place, const Sentence& sentence,
                                     const Speaker& speaker, const TokenRange& reason) const;

  const ReasonClauses& clauses() const { return clauses_; }
  const ReasonContext& context() const { return context_; }

 private:
  std::uint32_t verb_of(const CuePlace& place, const Sentence& sentence) const;
  std::vector<std::string> acts_behind_colon(const CuePlace& place, const TokenRange& reason) const;
  std::uint32_t who_bids(std::uint32_t verb) const;
  std::string spoken_of(std::uint32_t token, const Speaker& speaker) const;
  std::string own_state(std::uint32_t subject, const Speaker& speaker) const;
  std::vector<std::string> who_acts_behind(const CuePlace& place, const Sentence& sentence,
                                           const Speaker& speaker) const;
  bool is_organisation(std::uint32_t noun) const;
  std::vector<std::string> first_named(std::uint32_t first, std::uint32_t last) const;
  std::vector<std::string> owner_of_act(const CuePlace& place, const Sentence& sentence,
                                        const TokenRange& reason) const;
  static std::vector<std::string> one_of(std::string state);
  std::vector<std::string> bearers_in(const CuePlace& place, const Sentence& sentence,
                                      bool of_motives) const;
  std::string who_took_step(std::uint32_t object, const Speaker& speaker) const;
  std::vector<std::string> beside_comma(const CuePlace& place, const Sentence& sentence) const;
  std::string who_changed(const CuePlace& place, const Speaker& speaker) const;
  std::vector<std::string> owners_of(std::uint32_t cue, const Sentence& sentence) const;
  std::vector<std::string> of_pair(const CuePlace& place, const Sentence& sentence) const;
  std::vector<std::string> one_of_two(const CuePlace& place, const Sentence& sentence,
                                      std::vector<std::string> states) const;
  std::vector<std::string> subject_before(std::uint32_t cue, const Sentence& sentence) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const Doers& doers_;
  const ReasonWords& words_;
  const ReasonClauses clauses_;
  const ReasonContext context_;
  const ReasonVoices voices_;
};

}  // namespace volteface
