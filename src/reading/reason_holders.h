// Who gives a reason that its own clause gives to nobody: whose view stands before a colon, who is
// certain of it, whose view the paragraph gives, who answers in an interview.
#pragma once

#include "language/trees.h"
#include "reading/reason_cues.h"
#include "reading/reason_voices.h"

namespace volteface {

// The view must outlive it.
class ReasonHolders {
 public:
  explicit ReasonHolders(const ReportView& view);

  // "A lawmaker names another motive:", "bankers have found a plainer reason:", "Ana Ruiz of
  // Peru:": whoever stands before the colon, but not the state whose motive it is.
  std::optional<Speaker> before_colon(const CuePlace& place) const;
  // All empty where it is nobody but the reporter.
  Speaker holder_of(const CuePlace& place) const;
  // "Traders were blunter. They put it down to": those whom a pronoun stands for.
  Speaker meant_by(std::uint32_t pronoun) const;

 private:
  std::uint32_t colon_of(const CuePlace& place) const;
  std::optional<Speaker> labelled(std::uint32_t first, std::uint32_t colon) const;
  bool names_view(std::uint32_t verb, std::uint32_t colon) const;
  bool speaks_before(std::uint32_t token) const;
  Speaker certain_above(std::uint32_t token) const;
  Speaker says_before(const CuePlace& place) const;
  Speaker of_paragraph(std::uint32_t token) const;
  Speaker described(std::uint32_t noun) const;
  bool is_person(std::uint32_t token) const;

  const ReportView& view_;
  const SentenceTree& tree_;
  const ReasonVoices voices_;
  const language::Trees trees_;
  const Speaker interviewee_;
};

}  // namespace volteface
