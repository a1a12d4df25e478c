// Names of the kinds of records, as they stand in files.
#include <algorithm>
#include <array>

#include "volteface/reading.h"

namespace volteface {
namespace {

constexpr std::array<std::string_view, 5> choices = {"yes", "no", "abstain", "absent", "not_yes"};
constexpr std::array<std::string_view, 4> statuses = {"cast", "announced", "urged", "denied"};
constexpr std::array<std::string_view, 16> types = {
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};
constexpr std::array<std::string_view, 9> modes = {"",       "call",  "meet", "visit",  "summit",
                                                   "praise", "thank", "gift", "endorse"};
constexpr std::array<std::string_view, 4> modalities = {"asserted", "planned", "possible",
                                                        "negated"};
constexpr std::array<std::string_view, 10> themes = {"follow",      "material", "peace", "balance",
                                                     "ideology",    "domestic", "norms", "security",
                                                     "retaliation", "other"};

template <typename Kind, std::size_t N>
std::string_view name_of(const std::array<std::string_view, N>& names, Kind kind) {
  return names.at(static_cast<std::size_t>(kind));
}

template <typename Kind, std::size_t N>
std::optional<Kind> kind_of(const std::array<std::string_view, N>& names, std::string_view text) {
  const auto found = std::ranges::find(names, text);
  if (found == names.end() || text.empty()) return std::nullopt;
  return static_cast<Kind>(found - names.begin());
}

}  // namespace

std::string_view text_of(ReportedChoice choice) { return name_of(choices, choice); }
std::string_view text_of(VoteStatus status) { return name_of(statuses, status); }
std::string_view text_of(EventType type) { return name_of(types, type); }
std::string_view text_of(EventMode mode) { return name_of(modes, mode); }
std::string_view text_of(Modality modality) { return name_of(modalities, modality); }
std::string_view text_of(Theme theme) { return name_of(themes, theme); }

std::optional<ReportedChoice> parse_reported_choice(std::string_view text) {
  return kind_of<ReportedChoice>(choices, text);
}
std::optional<VoteStatus> parse_vote_status(std::string_view text) {
  return kind_of<VoteStatus>(statuses, text);
}
std::optional<EventType> parse_event_type(std::string_view text) {
  return kind_of<EventType>(types, text);
}
std::optional<EventMode> parse_event_mode(std::string_view text) {
  return kind_of<EventMode>(modes, text);
}
std::optional<Modality> parse_modality(std::string_view text) {
  return kind_of<Modality>(modalities, text);
}
std::optional<Theme> parse_theme(std::string_view text) { return kind_of<Theme>(themes, text); }

}  // namespace volteface
