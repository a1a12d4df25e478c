#include <fmt/format.h>

#include <cmath>

#include "brief/page.h"
#include "brief/words.h"

namespace volteface {
namespace {

std::string sized(double size, double sd) {
  return fmt::format("{} (sd {})", signed_number(size), number(sd));
}

std::string on_subjects(const BriefTurn& turn) {
  std::vector<std::string> parts;
  for (const TurnSubject& s : turn.subjects)
    parts.push_back(fmt::format("{} {:.0f} %", s.subject, 100 * s.share));
  return parts.empty() ? "" : fmt::format(" What changed is on {}.", listed(parts));
}

std::string sentence_on(const BriefTurn& turn) {
  return fmt::format(
      "With the vote of {} (90 %: {} to {}), with probability {}: {} ideal points, on {} before "
      "and "
      "{} behind. Predicted from where it stood before, a vote behind the turn costs about {} bits "
      "more.{}",
      format_date(turn.date), format_date(turn.from), format_date(turn.to), share(turn.probability),
      sized(turn.size, turn.size_sd), counted(turn.votes_before, "vote"), turn.votes_after,
      number(turn.bits), on_subjects(turn));
}

PageTable toward_table(const BriefTurn& turn) {
  PageTable table;
  table.columns = {{"towards"},        {"before", true},
                   {"after", true},    {"change", true},
                   {"interval", true}, {"n", true, false, true},
                   {"beyond", true},   {"interval", true, false, true}};
  for (const TowardState& t : turn.toward) {
    table.rows.push_back(
        {{{t.state.name, ""},
          {share(t.before.value), ""},
          {share(t.after.value), ""},
          {signed_number(t.change.value), ""},
          {fmt::format("[{}, {}]", signed_number(t.change.lo), signed_number(t.change.hi)), ""},
          {fmt::format("{}, {}", t.before.n, t.after.n), ""},
          {signed_number(t.beyond.value), ""},
          {fmt::format("[{}, {}]", signed_number(t.beyond.lo), signed_number(t.beyond.hi)), ""}},
         "",
         {}});
  }
  return table;
}

PageTable first_votes(const BriefTurn& turn) {
  PageTable table;
  table.below_head = "title";
  table.columns = {{"date"},           {"symbol"},         {"vote"},
                   {"p before", true}, {"p behind", true}, {"tally", true, false, true}};
  for (const TurnVote& v : turn.first) {
    table.rows.push_back({{{format_date(v.vote.date), ""},
                           {v.vote.symbol.empty() ? v.vote.id : v.vote.symbol, ""},
                           {std::string(choice_name(v.vote.choice)), ""},
                           {probability(v.expected_before), ""},
                           {probability(v.expected_after), ""},
                           {tally_text(v.vote.tally), ""}},
                          v.vote.title,
                          {}});
  }
  return table;
}

std::string order(const OtherTurn& other) {
  if (std::isnan(other.after)) return "";
  if (other.after >= .95) return ", after it";
  if (other.after <= .05) return ", before it";
  return fmt::format(", after it with probability {}", share(other.after));
}

}  // namespace

PageSection tell_turning(const Brief& brief) {
  PageSection section{"When it turned", {}};
  const Turning& turning = brief.turning;
  if (turning.turns.empty() && !turning.has_votes) {
    section.say(fmt::format(
        "Too few votes to tell: a turn needs {} before it and as many from it on, so that none is "
        "told of the window says nothing.",
        least_votes_a_side));
  } else if (turning.turns.empty()) {
    section.say(
        "No turn in the window: no lasting change of how it votes is, with a probability of .85, "
        "as "
        "large as 0.15 bits a vote.");
  }
  for (const BriefTurn& turn : turning.turns) {
    section.say(sentence_on(turn));
    if (turn.toward.empty()) {
      section.say("Its agreement rose with no state beyond doubt.");
    } else {
      section.add(toward_table(turn));
    }
    if (!turn.first.empty()) section.add(first_votes(turn));
  }
  if (!turning.turns.empty()) {
    section.say(
        "Agreement before and behind a turn; intervals are at 95 % for all states together. "
        "“beyond” is the change less what its general move predicts.");
  }
  std::vector<std::string> others;
  for (const OtherTurn& other : turning.others) {
    others.push_back(fmt::format("{} on {} ({} to {}; {}{})", name_in_text(other.state),
                                 format_date(other.date), format_date(other.from),
                                 format_date(other.to), signed_number(other.size), order(other)));
  }
  if (!others.empty()) {
    section.say(fmt::format(
        "Turns within three years of it, of the powers and of those it turned towards: {}.",
        listed(others)));
  }
  return section;
}

}  // namespace volteface
