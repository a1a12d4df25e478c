// What several reports say of one act, put together.
//
// Two records are of one act where type, sides and modality are the same, modes and persons do not
// differ, and the days overlap; the act's days are then those that all its sources allow. A record
// that leaves more than a week open joins an act only if there is just one that it can mean, and
// one that leaves more than a year open joins none. Claims that cannot both be true stay apart, and
// each names the other.
//
//   std::vector<volteface::Act> acts = volteface::merge_acts(readings);
//   for (const auto& act : volteface::contacts_between(acts, "ARG", "UKR")) { ... act.sources ... }
//
// Threads: functions of their arguments alone.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "volteface/reading.h"

namespace volteface {

// Where something was read: a place in the readings given, and one in its events or votes.
struct ClaimSource {
  std::size_t reading = 0;
  std::size_t record = 0;
  friend bool operator==(const ClaimSource&, const ClaimSource&) = default;
};

struct Act {
  Actor source;
  Actor target;
  EventType type = EventType::consult;
  EventMode mode = EventMode::none;
  DateWindow date;
  Modality modality = Modality::asserted;
  bool symmetric = false;
  std::vector<ClaimSource> sources;   // in the order of the readings
  std::vector<std::size_t> disputes;  // places of acts that say it was not so
};

// In the order of their first possible day, then of their last. Events that learned weights find
// less likely so than not (ReportedEvent::probability) are left out.
std::vector<Act> merge_acts(std::span<const Reading> readings);

// Acts by which states deal with each other: consult, support, agree, cooperate, aid, request.
bool is_contact(EventType type);

// Acts by which they fall out: accuse, reject, threaten, protest, sanction, mobilize, coerce,
// assault.
bool is_hostile(EventType type);

// The acts between two states, each as source or target, in order; contacts alone, or all.
// `disputes` of what is given are places in what is given.
std::vector<Act> contacts_between(std::span<const Act> acts, std::string_view a,
                                  std::string_view b);
std::vector<Act> acts_between(std::span<const Act> acts, std::string_view a, std::string_view b);

// What reports say that a state chose: one claim for each choice and status.
struct VoteClaim {
  std::string state;
  ReportedChoice choice = ReportedChoice::yes;
  VoteStatus status = VoteStatus::cast;
  std::string body;
  std::string roll_call;  // as in the votes: see Checker::link
  DateWindow date;
  std::vector<ClaimSource> sources;
  std::vector<std::size_t> disputes;  // places of claims that give it another choice
};

// Votes without a roll call are of one vote where their days are the same or overlap within a week,
// as are their bodies. Claims that a choice was announced, urged or denied stand beside one that it
// was cast, and dispute nothing, but that a denied one disputes the same choice cast.
std::vector<VoteClaim> merge_votes(std::span<const Reading> readings);

}  // namespace volteface
