#include "brief/headline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "brief/company.h"
#include "brief/estimates.h"
#include "brief/words.h"

namespace volteface {
namespace {

double point_in(const std::vector<YearPoint>& years, int year) {
  for (const YearPoint& y : years) {
    if (y.year == year) return y.point.value;
  }
  return not_a_number;
}

double point_in(const Standing& standing, int year) { return point_in(standing.years, year); }

constexpr double far_step = 1;  // ideal points

std::string_view adverb(double change) {
  const double size = std::abs(change);
  return size >= far_step ? "far " : size >= .5 ? "" : "a little ";
}

// The state that names the side has none to move to but its own.
std::string side_of_the_united_states(double from, double to) {
  if (from * to < 0) return "across the middle of the scale";
  return std::abs(to) > std::abs(from) ? "further out on its side of the scale"
                                       : "back towards the middle";
}

// "far towards the side of the United States". Who stands beyond the United States moves away from
// them on the way up. Where they lie between, or have no point, nothing is said of a side.
std::string side(const Brief& brief, const Move& move) {
  const double from = point_in(brief.standing, move.from), to = point_in(brief.standing, move.to);
  if (brief.state.code == "USA") return side_of_the_united_states(from, to);
  const auto& usa = brief.standing.united_states;
  const double first = point_in(usa, move.from), last = point_in(usa, move.to);
  const bool up = move.change.value > 0;
  const std::string how(adverb(move.change.value));
  if (std::max(from, to) <= std::min(first, last)) {
    return how + (up ? "towards the side of the United States"
                     : "away from the side of the United States");
  }
  if (std::min(from, to) >= std::max(first, last)) {
    return how + (up ? "up the scale, away from the United States below it"
                     : "down the scale, towards the United States below it");
  }
  return how + (up ? "up the scale" : "down the scale");
}

const Move* largest_beyond(const Standing& standing) {
  if (!standing.largest) return nullptr;
  const Move& step = standing.steps[*standing.largest];
  return step.beyond ? &step : nullptr;
}

// Where a step is shared by at least half of all states, it is not the state's own.
std::string shared(const Move& move) {
  const double others = move.median_of_others;
  if (std::isnan(others) || others * move.change.value <= 0 ||
      std::abs(others) < std::abs(move.change.value) / 2) {
    return "";
  }
  return fmt::format(" Much of this it shares with others: the median state moved by {}.",
                     signed_number(others));
}

// What else moved: other steps beyond their intervals, and the way since the largest.
std::string other_steps(const Standing& standing, const Move& largest) {
  std::vector<std::string> others;
  bool later = false;
  for (const Move& step : standing.steps) {
    if (!step.beyond || step.to == largest.to) continue;
    others.push_back(fmt::format("{} ({})", step.to, signed_number(step.change.value)));
    later |= step.to > largest.to;
  }
  std::string text;
  if (!others.empty()) text = fmt::format(" It also moved in {}.", listed(others));
  if (standing.since_largest && !later) {
    const Move& since = *standing.since_largest;
    text += since.beyond ? fmt::format(" From {} to {} it went by {}.", since.from, since.to,
                                       signed_with_interval(since.change))
                         : fmt::format(" It has not moved beyond its interval since: {} to {}.",
                                       signed_with_interval(since.change), since.to);
  }
  return text;
}

std::uint32_t votes_in(const Standing& standing, int year) {
  for (const YearPoint& y : standing.years) {
    if (y.year == year) return y.point.n;
  }
  return 0;
}

// "from −0.13 (2023, 88 votes) to 1.51 (2024, 100), a change of +1.64 [+1.13, +2.15]"
std::string way(const Standing& standing, const Move& move) {
  return fmt::format("from {} ({}, {}) to {} ({}, {}), a change of {}",
                     number(point_in(standing, move.from)), move.from,
                     counted(votes_in(standing, move.from), "vote"),
                     number(point_in(standing, move.to)), move.to, votes_in(standing, move.to),
                     signed_with_interval(move.change));
}

// A larger one may lie within its interval.
std::string largest_since(const std::vector<Move>& steps, const Move& step) {
  if (steps.size() < 2) return "";
  const bool larger = std::any_of(steps.begin(), steps.end(), [&](const Move& other) {
    return std::abs(other.change.value) > std::abs(step.change.value);
  });
  return fmt::format(", its largest step {}since {}", larger ? "beyond its interval " : "",
                     steps.front().from);
}

std::string moved(const Brief& brief, const Move& step) {
  const std::string when = step.to - step.from == 1
                               ? fmt::format("in {}", step.to)
                               : fmt::format("between {} and {}", step.from, step.to);
  return fmt::format("{} moved {} {}. Its ideal point went {}{}.", name_at_beginning(brief.state),
                     side(brief, step), when, way(brief.standing, step),
                     largest_since(brief.standing.steps, step)) +
         other_steps(brief.standing, step) + shared(step);
}

std::string drifted(const Brief& brief, const Move& whole) {
  return fmt::format(
             "{} moved {}, little by little. Its ideal point went {}, with no single step beyond "
             "its interval.",
             name_at_beginning(brief.state), side(brief, whole), way(brief.standing, whole)) +
         shared(whole);
}

std::string stayed(const Brief& brief, const Move& whole) {
  return fmt::format(
      "{}{} stayed where it was, as far as its votes tell. Its ideal point went {}, and no step "
      "from "
      "year to year is beyond its interval.",
      brief.turning.turns.empty() ? "" : "On the main dimension ",
      brief.turning.turns.empty() ? name_at_beginning(brief.state) : name_in_text(brief.state),
      way(brief.standing, whole));
}

std::string movement(const Brief& brief) {
  const Standing& standing = brief.standing;
  if (!standing.whole) {
    return fmt::format(
        "Too few votes to say whether {} moved: {} cast in the window, and fewer than two years "
        "with {} or more.",
        name_in_text(brief.state), counted(brief.covered.cast, "vote"), least_votes);
  }
  if (const Move* step = largest_beyond(standing)) return moved(brief, *step);
  return standing.whole->beyond ? drifted(brief, *standing.whole) : stayed(brief, *standing.whole);
}

// "the United States (.42 to .76, n 262 and 249)"
std::string change_text(const AgreementChange& change) {
  return fmt::format("{} ({} to {}, n {} and {})", name_in_text(change.state),
                     share(change.before.value), share(change.after.value), change.before.n,
                     change.after.n);
}

// "with 162 states, most with Turkmenistan (…)"
std::string with_whom(const std::vector<AgreementChange>& changes) {
  const std::string first = change_text(changes.front());
  if (changes.size() == 1) return "with one state, " + first;
  return fmt::format("with {}, most with {}", counted(changes.size(), "state"), first);
}

std::string company(const Brief& brief) {
  const Company& c = brief.company;
  if (!c.before || c.changes.empty()) return "";
  const auto up = risen(c), down = fallen(c);
  const std::string spans =
      fmt::format("From {} to {} its agreement", span_text(*c.before), span_text(*c.after));
  if (up.empty() && down.empty()) {
    return fmt::format("{} changed with none of {} beyond the interval.", spans,
                       counted(c.changes.size(), "state"));
  }
  const std::string rose = up.empty() ? "rose with none" : "rose " + with_whom(up);
  const std::string fell = down.empty() ? "fell with none" : "fell " + with_whom(down);
  // What there is comes first.
  return fmt::format("{} {}; it {}. With the median state it changed by {}.", spans,
                     up.empty() ? fell : rose, up.empty() ? rose : fell,
                     signed_number(c.median_change));
}

// The choices of the last year with votes on the matter, against those of the years before.
struct OnMatter {
  std::array<std::uint32_t, 5> choices{};
  std::uint32_t n = 0;
};

// "yes on 2 and abstain on 2 of 4", "yes on all 4", "no on the one"
std::string choices_text(const OnMatter& on) {
  std::vector<std::string> parts;
  for (const Choice choice : {Choice::yes, Choice::abstain, Choice::no, Choice::absent}) {
    const std::uint32_t n = on.choices[static_cast<std::size_t>(choice)];
    if (n == on.n) {
      return n == 1 ? fmt::format("{} on the one", choice_name(choice))
                    : fmt::format("{} on all {}", choice_name(choice), n);
    }
    if (n > 0) parts.push_back(fmt::format("{} on {}", choice_name(choice), n));
  }
  return fmt::format("{} of {}", listed(parts), on.n);
}

std::string matter(const Brief& brief) {
  if (!brief.votes_on || brief.votes_on->votes.empty()) return "";
  const int last = year_of(brief.votes_on->votes.back().vote.date);
  OnMatter now, before;
  for (const VoteOn& vote : brief.votes_on->votes) {
    OnMatter& on = year_of(vote.vote.date) == last ? now : before;
    ++on.choices[static_cast<std::size_t>(vote.vote.choice)];
    ++on.n;
  }
  std::string text = fmt::format("On {}: {} roll call{} in {}", name_in_text(brief.votes_on->state),
                                 choices_text(now), now.n == 1 ? "" : "s", last);
  if (before.n > 0) text += fmt::format("; {} before", choices_text(before));
  return text + ".";
}

// "Israel (.39 to .79) and the United States (.41 to .76)"
std::string towards_whom(const BriefTurn& turn) {
  if (turn.toward.empty()) return "";
  std::vector<std::string> names;
  for (const TowardState& t : turn.toward) {
    names.push_back(fmt::format("{} ({} to {})", name_in_text(t.state), share(t.before.value),
                                share(t.after.value)));
  }
  return fmt::format(", towards {}", listed(names));
}

std::string certain(double probability) {
  return probability >= .9995 ? "above .999" : share(probability);
}

// Which of the states towards which it turned, and of the powers that turned in the window, turned
// before it, and which after.
std::string who_else_turned(const Brief& brief, const BriefTurn& turn) {
  std::vector<std::string> parts;
  for (const OtherTurn& other : brief.turning.others) {
    const bool is_toward =
        std::any_of(turn.toward.begin(), turn.toward.end(),
                    [&](const TowardState& t) { return t.state.code == other.state.code; });
    if (!is_toward) continue;
    parts.push_back(fmt::format("{} itself turned {} ({}): {}", name_at_beginning(other.state),
                                other.after >= .95   ? "later"
                                : other.after <= .05 ? "earlier"
                                                     : "at about that time",
                                format_date(other.date),
                                other.after >= .95
                                    ? "what it changed then does not explain this turn"
                                : other.after <= .05 ? "it may have led the way"
                                                     : "which came first cannot be told"));
  }
  return parts.empty() ? "" : fmt::format(" {}.", fmt::join(parts, ". "));
}

std::string turned(const Brief& brief) {
  const Turning& turning = brief.turning;
  if (!turning.largest) return "";
  const BriefTurn& turn = turning.turns[*turning.largest];
  std::string text = fmt::format(
      "{} turned{}. The first vote behind the turn is of {} (90 %: {} to {}; probability {}).",
      name_at_beginning(brief.state), towards_whom(turn), format_date(turn.date),
      format_date(turn.from), format_date(turn.to), certain(turn.probability));
  const bool is_general = std::all_of(turn.toward.begin(), turn.toward.end(),
                                      [](const TowardState& t) { return !(t.beyond.lo > 0); });
  if (!turn.toward.empty() && is_general)
    text += " Its agreement rose no further than its general move explains.";
  std::vector<std::string> more;
  for (std::size_t k = 0; k < turning.turns.size(); ++k) {
    if (k != *turning.largest) more.push_back(format_date(turning.turns[k].date));
  }
  if (!more.empty()) text += fmt::format(" It also turned with its votes of {}.", listed(more));
  return text + who_else_turned(brief, turn);
}

bool is_toward(const Brief& brief, const State& state) {
  if (!brief.turning.largest) return false;
  const auto& toward = brief.turning.turns[*brief.turning.largest].toward;
  return std::any_of(toward.begin(), toward.end(),
                     [&](const TowardState& t) { return t.state.code == state.code; });
}

// What it did where one of those it turned towards switched its vote on a text that came back.
std::string switched(const Brief& brief) {
  std::string text;
  for (const Switches& s : brief.why.switches) {
    if (s.rank == 0 || s.alike == 0 || !is_toward(brief, s.reference)) continue;
    if (!text.empty()) text += " ";
    text += fmt::format(
        "Where {} switched its vote on texts that came back in {}, {} switched the same way on {} "
        "of "
        "{}{}.",
        name_in_text(s.reference), s.to, name_in_text(brief.state), s.alike, s.reference_switched,
        s.rank == 1 ? "; no state did so more often"
                    : fmt::format(" (number {} of {} states)", s.rank, s.ranked));
  }
  return text;
}

// An ideal point may move where votes hardly change: at the ends of the scale, or for want of
// votes.
std::string not_turned(const Brief& brief) {
  const Move* step = largest_beyond(brief.standing);
  if (step == nullptr || std::abs(step->change.value) < far_step) return "";
  const auto& turns = brief.turning.turns;
  const bool shown = std::any_of(turns.begin(), turns.end(), [&](const BriefTurn& turn) {
    return year_of(turn.to) >= step->from && year_of(turn.from) <= step->to;
  });
  return shown ? "" : " But no turn then is told from its votes.";
}

// The vote that reports tell of and that is the least to be expected.
std::string happened(const Brief& brief) {
  if (!brief.press || brief.press->happened.empty()) return "";
  const auto& votes = brief.press->happened;
  const ToldVote& vote =
      *std::min_element(votes.begin(), votes.end(), [](const ToldVote& a, const ToldVote& b) {
        const auto of = [](const ToldVote& v) {
          return std::isnan(v.probability) ? 1 : v.probability;
        };
        return of(a) < of(b);
      });
  std::string text =
      fmt::format("On {} {} {} on {}", format_date(vote.date), name_in_text(brief.state),
                  choice_in_words(vote.choice), vote.symbol.empty() ? vote.roll_call : vote.symbol);
  if (vote.same_before > 1 && vote.same_since && vote.choice_before != vote.choice) {
    text += fmt::format(", after {} on all {} roll calls on {} since {}",
                        choice_name(vote.choice_before), vote.same_before, name_in_text(*brief.on),
                        format_date(*vote.same_since));
  }
  return text + ".";
}

// Whom the votes follow best since that state turned, and whether that is sure.
std::string followed(const Brief& brief) {
  constexpr double much = .5;
  for (const Accounts& accounts : brief.why.accounts) {
    if (accounts.accounts.empty()) continue;
    const BriefAccount& first = accounts.accounts.front();
    if (first.kind != "follows" || !first.reference || first.weight < much) continue;
    return fmt::format(
        "From {} to {} the account that predicts its votes best, vote by vote, is that it follows "
        "{} (weight {} of 1). In short, {}.",
        format_date(accounts.from), format_date(accounts.until), name_in_text(*first.reference),
        certain(first.weight), accounts.verdict);
  }
  return "";
}

std::string contradictions(const Brief& brief) {
  if (!brief.press || brief.press->contradicted.empty()) return "";
  return fmt::format("The record contradicts {} of the reports.",
                     counted(brief.press->contradicted.size(), "claim"));
}

}  // namespace

std::vector<std::string> headline_of(const Brief& brief) {
  std::vector<std::string> sentences;
  if (const std::string what = happened(brief); !what.empty()) sentences.push_back(what);
  if (const std::string turn = turned(brief); !turn.empty()) sentences.push_back(turn);
  if (const std::string how = switched(brief); !how.empty()) sentences.push_back(how);
  if (const std::string whom = followed(brief); !whom.empty()) sentences.push_back(whom);
  sentences.push_back(movement(brief) + not_turned(brief));
  const std::string with = company(brief);
  if (!with.empty()) sentences.push_back(with);
  const std::string on = matter(brief);
  if (!on.empty()) sentences.push_back(on);
  if (const std::string but = contradictions(brief); !but.empty()) sentences.push_back(but);
  return sentences;
}

}  // namespace volteface
