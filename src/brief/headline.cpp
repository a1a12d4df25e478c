#include "brief/headline.h"

#include <fmt/format.h>

#include <cmath>

#include "brief/words.h"

namespace volteface {
namespace {

// A state that is far from all others has no side to move to but its own.
std::string side(const Brief& brief, double change) {
  if (brief.state.code == "USA") {
    return change > 0 ? "further out on its side of the scale" : "back towards the middle";
  }
  return change > 0 ? "towards the side of the United States"
                    : "away from the side of the United States";
}

std::string_view adverb(double change) {
  const double size = std::abs(change);
  return size >= 1 ? "far " : size >= .5 ? "" : "a little ";
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

// Other steps beyond their intervals, of which a reader should know before trusting the largest.
std::string other_steps(const Standing& standing, const Move& largest) {
  std::vector<std::string> others;
  for (const Move& step : standing.steps) {
    if (!step.beyond || step.to == largest.to) continue;
    others.push_back(fmt::format("{} ({})", step.to, signed_number(step.change.value)));
  }
  if (others.empty()) return "";
  return fmt::format(" It also moved in {}.", listed(others));
}

std::string moved(const Brief& brief, const Move& step) {
  const std::string when = step.to - step.from == 1
                               ? fmt::format("in {}", step.to)
                               : fmt::format("between {} and {}", step.from, step.to);
  return fmt::format(
             "{} moved {}{} {}: its ideal point went by {} from {} to {}, the largest step since "
             "{}.",
             name_at_beginning(brief.state), adverb(step.change.value),
             side(brief, step.change.value), when, signed_with_interval(step.change), step.from,
             step.to, brief.standing.steps.front().from) +
         other_steps(brief.standing, step) + shared(step);
}

std::string drifted(const Brief& brief, const Move& whole) {
  return fmt::format(
             "{} moved {}{} little by little: by {} from {} to {}, with no single step beyond its "
             "interval.",
             name_at_beginning(brief.state), adverb(whole.change.value),
             side(brief, whole.change.value), signed_with_interval(whole.change), whole.from,
             whole.to) +
         shared(whole);
}

std::string stayed(const Brief& brief, const Move& whole) {
  return fmt::format(
      "{} stayed where it was from {} to {}, as far as its votes tell: its ideal point went by {}, "
      "and no step from year to year is beyond its interval.",
      name_at_beginning(brief.state), whole.from, whole.to, signed_with_interval(whole.change));
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

std::string change_text(const AgreementChange& change) {
  return fmt::format("with {}, from {} to {}", name_in_text(change.state),
                     share(change.before.value), share(change.after.value));
}

std::string company(const Brief& brief) {
  const Company& c = brief.company;
  if (!c.before || c.changes.empty()) return "";
  const AgreementChange& most = c.changes.front();
  const AgreementChange& least = c.changes.back();
  const bool up = most.beyond && most.change.value > 0;
  const bool down = least.beyond && least.change.value < 0;
  const std::string spans =
      fmt::format("Between {} and {}", span_text(*c.before), span_text(*c.after));
  if (up && down) {
    return fmt::format("{} its agreement rose most {}, and fell most {}.", spans, change_text(most),
                       change_text(least));
  }
  if (up) {
    return fmt::format("{} its agreement rose most {}; it fell with none beyond the interval.",
                       spans, change_text(most));
  }
  if (down) {
    return fmt::format("{} its agreement fell most {}; it rose with none beyond the interval.",
                       spans, change_text(least));
  }
  return fmt::format("{} its agreement changed with none of {} beyond the interval.", spans,
                     counted(c.changes.size(), "state"));
}

}  // namespace

std::vector<std::string> headline_of(const Brief& brief) {
  std::vector<std::string> sentences{movement(brief)};
  const std::string with = company(brief);
  if (!with.empty()) sentences.push_back(with);
  return sentences;
}

}  // namespace volteface
