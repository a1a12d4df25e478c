// Reasons that are an answer: a step against a state for what that state did.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/doers.h"
#include "reading/reason_cues.h"
#include "reading/reason_words.h"

namespace volteface {

// View and doers must outlive it.
class ReasonAnswers {
 public:
  ReasonAnswers(const ReportView& view, const Doers& doers)
      : view_(view), tree_(view.tree), doers_(doers) {}

  // The states whose deed the reason tells, where the sentence tells of a step of `state` against
  // somebody; empty where it tells of none.
  std::vector<std::string> answered(const CuePlace& place, const TokenRange& reason,
                                    const std::string& state) const;
  // Whether the sentence tells of a step that is never kind: "expelled".
  bool is_sure(const CuePlace& place, const TokenRange& reason) const;
  // The first noun that no preposition stands before: what the reason is; nowhere if there is none.
  std::uint32_t head_of(const TokenRange& reason) const;
  // "the raid on its embassy", but not "its trade with Chad".
  bool is_deed(const TokenRange& reason) const;
  bool is_done_by(const TokenRange& reason, const std::string& state) const;

 private:
  struct Step {
    bool told = false, complains = false;
    bool sure = false;  // never kind: "expelled"
    std::vector<std::string> targets;
    std::vector<std::string> named;  // other states that the sentence names beside the reason
  };
  Step step_in(const Sentence& sentence, const TokenRange& reason, const std::string& state) const;
  std::vector<std::string> states_of(std::uint32_t noun) const;
  std::vector<std::string> doers_of(std::uint32_t verb, const Step& step,
                                    const std::string& state) const;
  bool is_plural(std::uint32_t subject) const;
  std::vector<std::string> who_were(std::uint32_t noun, const std::string& state) const;
  bool tells_only_of_acting(const Sentence& sentence, const TokenRange& reason) const;
  bool is_own(std::uint32_t noun, const std::string& state) const;
  std::vector<std::string> owners_of_deed(std::uint32_t noun) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const Doers& doers_;
};

}  // namespace volteface
