// The sides of an act that its own words leave out or only point to, from the running story.
#pragma once

#include <optional>
#include <vector>

#include "reading/report_view.h"
#include "reading/slots.h"
#include "reading/story.h"
#include "reading/tables.h"

namespace volteface {

class SidesLeftOut {
 public:
  // `told`: the acts read so far, in the order of the report. All must outlive it.
  SidesLeftOut(const ReportView& view, const Story& story, const std::vector<ReportedEvent>& told)
      : view_(view), tree_(view.tree), story_(story), told_(told) {}

  // "both envoys were called home", "the two countries had broken off relations": each did so to
  // the other, if they are the ones that the story is about.
  std::vector<Actor> each_other(const EventRule& rule, const Clause& clause,
                                const std::vector<Actor>& sources,
                                const std::vector<Actor>& targets) const;

  static bool is_agreed_by_nobody(const EventRule& rule, const Clause& clause,
                                  const std::vector<Actor>& sources);

  // "was expelled", "has been recalled": who did it to these.
  std::vector<Actor> doer_left_out(const EventRule& rule, const Slots& slots,
                                   const std::vector<Actor>& targets) const;

  // "recalled its envoy", "thanked the liberal": towards whom.
  std::vector<Actor> side_left_out(const EventRule& rule, const Slots& slots,
                                   const std::vector<Actor>& sources) const;

  // "deplored the invasion of Chad by Mali", "the Malian raid": Mali, and never Chad.
  std::vector<Actor> doer_named(const Clause& clause, const std::vector<Actor>& targets) const;

  // "warned that it would close the border with Chad": Chad.
  std::vector<Actor> threatened_in(const Clause& clause, const std::vector<Actor>& sources) const;

  bool warns_that(const EventRule& rule, const Clause& clause) const;

  // "demanded the withdrawal of foreign troops from Chad": whose troops they are, by what they did,
  // and never Chad; nothing if no troops are asked to go.
  std::optional<std::vector<Actor>> who_must_withdraw(const Clause& clause,
                                                      const std::vector<Actor>& sources) const;

 private:
  bool is_done_by_body_at_home(const EventRule& rule, const Clause& clause) const;
  bool is_meeting_of_nobody(const EventRule& rule, const Clause& clause) const;
  bool could_not(std::uint32_t verb) const;
  bool tells_of_third(std::uint32_t word, const std::vector<Actor>& sides) const;
  std::optional<Actor> last_doer_of_force(std::uint32_t word,
                                          const std::vector<Actor>& sources) const;
  std::uint32_t troops_asked_to_go(std::uint32_t word) const;
  bool speaks_of_harm(std::uint32_t told) const;
  std::vector<Actor> organisation_left(const EventRule& rule, const Clause& clause) const;
  std::optional<Actor> envoy_of_other_side(const Clause& clause,
                                           const std::vector<Actor>& sources) const;
  std::optional<Actor> doer_against(const Actor& hurt, const std::vector<Actor>& sources) const;
  std::vector<Actor> hurt_by_force(std::uint32_t force) const;
  std::optional<Actor> doer_of_force(const Clause& clause, const std::vector<Actor>& sources) const;
  std::vector<Actor> blamed_by_text(const Clause& clause, const std::vector<Actor>& sources,
                                    bool tabled) const;
  bool names_somebody(const Clause& clause) const;
  bool says_each_other(std::uint32_t verb) const;
  bool is_asked(std::uint32_t token) const;
  bool names_state(std::uint32_t noun) const;
  bool is_offer_of_talks(const EventRule& rule, const Clause& clause) const;
  static bool is_of_a_kind_that_leaves_out(const EventRule& rule);

  const ReportView& view_;
  const SentenceTree& tree_;
  const Story& story_;
  const std::vector<ReportedEvent>& told_;
};

}  // namespace volteface
