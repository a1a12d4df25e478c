// Why, by the sources: who gives which reason, and how the votes bear on it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "brief/press.h"
#include "brief/words.h"
#include "record/text.h"

namespace volteface {
namespace {

// Words of roles of those who speak for a state, or serve it.
constexpr std::array offices = {
    "president",    "minister",     "ministry",  "ambassador", "secretary",  "spokesman",
    "spokeswoman",  "spokesperson", "envoy",     "premier",    "chancellor", "king",
    "queen",        "prince",       "emir",      "sultan",     "sheikh",     "representative",
    "delegate",     "senator",      "deputy",    "lawmaker",   "governor",   "official",
    "officials",    "diplomat",     "diplomats", "government", "delegation", "mission",
    "commissioner", "general",      "chargé",    "consul",     "adviser"};

bool is_office(std::string_view role) {
  while (!role.empty()) {
    const std::size_t end = std::min(role.find_first_of(" -,/"), role.size());
    const std::string_view word = role.substr(0, end);
    if (std::ranges::any_of(offices, [&](auto w) { return equal_ignoring_case(w, word); }))
      return true;
    role.remove_prefix(std::min(end + 1, role.size()));
  }
  return false;
}

// "former president" speaks for himself.
bool is_former(std::string_view role) {
  for (const std::string_view word : {"former", "ex", "retired"}) {
    if (role.size() > word.size() && equal_ignoring_case(role.substr(0, word.size()), word) &&
        (role[word.size()] == ' ' || role[word.size()] == '-'))
      return true;
  }
  return false;
}

GiverKind kind_of(const Speaker& speaker) {
  if (speaker.name.empty() && speaker.role.empty()) return GiverKind::report;
  const bool office = is_office(speaker.role) || (speaker.role.empty() && is_office(speaker.name));
  return office && !is_former(speaker.role) ? GiverKind::official : GiverKind::other;
}

bool same_speaker(const Speaker& a, const Speaker& b) {
  return a.name == b.name && a.state == b.state;
}

void add_giver(Reason& reason, std::size_t source, const Explanation& explanation) {
  const Speaker speaker{on_one_line(explanation.speaker.name), explanation.speaker.state,
                        on_one_line(explanation.speaker.role)};
  const GiverKind kind = kind_of(speaker);
  const auto known =
      std::find_if(reason.givers.begin(), reason.givers.end(), [&](const ReasonGiver& giver) {
        if (giver.kind != kind) return false;
        // Each report is a giver of its own.
        if (kind == GiverKind::report) return giver.citations.front().source == source;
        return same_speaker(giver.speaker, speaker);
      });
  if (known == reason.givers.end()) {
    reason.givers.push_back({speaker, kind, {cite(source, explanation.evidence)}});
  } else {
    if (known->speaker.role.empty()) known->speaker.role = speaker.role;
    add_citation(known->citations, cite(source, explanation.evidence));
  }
}

std::optional<State> state_of(const Record& record, const std::string& code) {
  const auto at = std::find_if(record.states.begin(), record.states.end(),
                               [&](const State& state) { return state.code == code; });
  if (at == record.states.end()) return std::nullopt;
  return *at;
}

const OtherTurn* turn_of(const Brief& brief, const State& cause) {
  for (const OtherTurn& other : brief.turning.others) {
    if (other.state.code == cause.code) return &other;
  }
  return nullptr;
}

// "“follows the United States” weighs .99 among the accounts of 2025-02-24 to 2025-12-18"
std::string weight_of_following(const Brief& brief, const State& cause) {
  std::vector<std::string> parts;
  for (const Accounts& accounts : brief.why.accounts) {
    for (const BriefAccount& account : accounts.accounts) {
      if (account.kind != "follows" || !account.reference || account.reference->code != cause.code)
        continue;
      parts.push_back(fmt::format("{} for {} to {}", probability(account.weight),
                                  format_date(accounts.from), format_date(accounts.until)));
    }
  }
  if (parts.empty()) return "";
  return fmt::format("Among accounts of the votes, following {} weighs {}.", name_in_text(cause),
                     listed(parts));
}

std::string order_of_turns(const Brief& brief, const State& cause) {
  if (!brief.turning.largest) {
    return fmt::format("The votes show no turn of {} in these years.", name_in_text(brief.state));
  }
  const BriefTurn& own = brief.turning.turns[*brief.turning.largest];
  const OtherTurn* other = turn_of(brief, cause);
  if (other == nullptr) return "";
  if (other->after >= .95) {
    return fmt::format(
        "By the votes, {} turned ({}) before {} did ({}), so that following it can account only "
        "for what came after that.",
        name_in_text(brief.state), format_date(own.date), name_in_text(cause),
        format_date(other->date));
  }
  if (other->after <= .05) {
    return fmt::format("By the votes, {} turned ({}) after {} did ({}).", name_in_text(brief.state),
                       format_date(own.date), name_in_text(cause), format_date(other->date));
  }
  return "";
}

std::string beside_the_votes(const Brief& brief, const Reason& reason) {
  if (reason.theme != Theme::follow || !reason.cause) return "";
  const std::string order = order_of_turns(brief, *reason.cause);
  const std::string weight = weight_of_following(brief, *reason.cause);
  return order.empty() || weight.empty() ? order + weight : order + " " + weight;
}

}  // namespace

std::vector<Reason> reasons_for(const Record& record, const BriefOptions& options,
                                const Brief& brief) {
  std::vector<Reason> reasons;
  for (std::size_t k = 0; k < options.reports.size(); ++k) {
    for (const Explanation& explanation : options.reports[k].reading.explanations) {
      if (explanation.state != brief.state.code) continue;
      const auto cause = state_of(record, explanation.cause);
      auto reason = std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) {
        return r.theme == explanation.theme && r.cause.has_value() == cause.has_value() &&
               (!cause || r.cause->code == cause->code);
      });
      if (reason == reasons.end()) {
        reasons.push_back({explanation.theme, cause, {}, {}});
        reason = reasons.end() - 1;
      }
      add_giver(*reason, k, explanation);
    }
  }
  for (Reason& reason : reasons) {
    std::stable_sort(reason.givers.begin(), reason.givers.end(),
                     [](const ReasonGiver& a, const ReasonGiver& b) { return a.kind < b.kind; });
    reason.beside_the_votes = beside_the_votes(brief, reason);
  }
  std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
    return a.givers.size() > b.givers.size();
  });
  return reasons;
}

}  // namespace volteface
