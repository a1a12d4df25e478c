// The running story of a report: who was named, and who has to do with whom. A sentence that leaves
// a side out ("summoned the envoy", "was released") means the one that the story is about.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reading/report_view.h"

namespace volteface {

class Story {
 public:
  explicit Story(const ReportView& view);

  // To be called in the order of the report.
  void note(const ReportedEvent& event, std::uint32_t sentence);

  // Towards whom the last act of the type was, if not towards one of `sides`.
  std::optional<Actor> last_target(EventType type, const std::vector<Actor>& sides,
                                   std::uint32_t token) const;

  // The same, but whom the report is about where that was somebody else beside the story.
  std::optional<Actor> likely_target(EventType type, const std::vector<Actor>& sides,
                                     std::uint32_t token) const;

  // Who last did an act of the type, a few sentences back.
  std::optional<Actor> last_doer(EventType type, std::uint32_t token) const;

  // Who last brought a charge against one of `sides`, else blamed them, a report's length back.
  std::optional<Actor> last_accuser(const std::vector<Actor>& sides, std::uint32_t token) const;

  // Whether one of two did something to the other, a few sentences back.
  bool have_dealt(const Actor& a, const Actor& b, std::uint32_t token) const;

  // The two states that last dealt with each other, a few sentences back; fewer if there are none.
  std::vector<Actor> last_pair(std::uint32_t token) const;

  // The last pair, else the two states that the report names most; fewer if a third is named as
  // often.
  std::vector<Actor> main_pair(std::uint32_t token) const;

  // The main pair without those of `sides`.
  std::vector<Actor> main_pair_beside(const std::vector<Actor>& sides, std::uint32_t token) const;

  // Between whom one of `sides` mediates: the two that the report names most beside it.
  std::vector<Actor> quarrelling(const std::vector<Actor>& sides, std::uint32_t token) const;

  // Of the two that the report names most, the one that stands against `sides`, if they are the
  // other.
  std::optional<Actor> opposite(const std::vector<Actor>& sides) const;

  // The state that the report names most beside `sides`, half as often again as the next one.
  std::optional<Actor> most_named_but(const std::vector<Actor>& sides) const;

  // Towards whom most of the acts are that hurt, at least two; nothing if that is one of `sides`.
  std::optional<Actor> most_blamed(const std::vector<Actor>& sides) const;

  // With whom one of `sides` last broke, or who broke with it.
  std::optional<Actor> broken_with(const std::vector<Actor>& sides, std::uint32_t token) const;

  // The organisation named last, a dozen sentences back, of which a state may be a member.
  std::optional<Actor> last_organisation(std::uint32_t token) const;

  // The sides of the agreement that is told of most, some sentences back; fewer than two if there
  // is none.
  std::vector<Actor> last_agreement(std::uint32_t token) const;

  // The state named last before a token, two sentences back at most.
  std::optional<Actor> last_named_but(const std::vector<Actor>& sides, std::uint32_t token) const;

  // The other side of an act of `sides` that a word tells of: the one named nearest before it in
  // its sentence; of the two that the report names most the other; else the one that it last had to
  // do with, a few sentences back; else the only other one named in them. Without a person. Nothing
  // if there is none: of several the one named last is more often wrong than right.
  std::optional<Actor> other_side(const std::vector<Actor>& sides, std::uint32_t token) const;

  // Of the last acts of some types, some tens of sentences back, one by one of `by` and to one of
  // `to`, where they are given.
  struct Harm {
    Actor by, to;
  };
  std::optional<Harm> last_harm(const std::vector<EventType>& types, const std::vector<Actor>& by,
                                const std::vector<Actor>& to, std::uint32_t token) const;

 private:
  struct Named {
    std::uint32_t token = 0;
    Actor actor;
  };
  struct Dealing {
    std::uint32_t sentence = 0;
    EventType type = EventType::consult;
    bool visit = false;
    Actor a, b;
    bool charge = false;
  };

  bool holds_charge(const Evidence& words) const;

  void find_most_named();
  bool is_beside_the_story(const Actor& actor) const;
  std::vector<Actor> two_most_named_but(const std::vector<Actor>& sides) const;
  std::optional<Actor> named_before(const std::vector<Actor>& sides, std::uint32_t token,
                                    std::uint32_t from) const;
  std::optional<Actor> only_other(const std::vector<Actor>& sides, std::uint32_t token) const;
  std::optional<Actor> dealt_with(const std::vector<Actor>& sides, std::uint32_t sentence) const;

  const ReportView& view_;
  std::vector<Named> named_;          // states, by token
  std::vector<Named> organisations_;  // by token
  std::vector<Dealing> dealings_;
  std::map<std::string, int> blamed_;                     // by state: acts that hurt it
  std::vector<std::pair<int, std::string>> times_named_;  // states, the most named first
  std::vector<Actor> most_named_;                         // two, or none
};

}  // namespace volteface
