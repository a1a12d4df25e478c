// Contacts that reports tell of, and votes on the matter, on one line of time.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "brief/drawing.h"
#include "brief/pictures.h"
#include "brief/words.h"

namespace volteface {
namespace {

constexpr double width = 720, left = 150, right = 20, top = 24, bottom = 28, row = 44;
constexpr std::chrono::days widest{370};  // of a contact that has a place on the line

bool has_place(const Contact& contact) { return contact.date.to - contact.date.from <= widest; }

double middle_of(const Contact& contact) {
  return (in_years(contact.date.from) + in_years(contact.date.to)) / 2;
}

// Whole years, from the first contact's to the last contact's or vote's.
PictureScale years_of(const Brief& brief) {
  double first = std::numeric_limits<double>::max(), last = std::numeric_limits<double>::lowest();
  const auto take = [&](double year) {
    first = std::min(first, year);
    last = std::max(last, year);
  };
  for (const ContactsWith& with : brief.press->contacts) {
    for (const Contact& contact : with.contacts) {
      if (has_place(contact)) take(middle_of(contact));
    }
  }
  for (const ToldVote& vote : brief.press->happened) take(in_years(vote.date));
  return {std::floor(first), std::floor(last) + 1, left, width - right};
}

void draw_contacts(Drawing& drawing, const PictureScale& x, const ContactsWith& with, double y) {
  drawing.text({left - 10, y + 4}, "with " + with.other.name, Drawing::Anchor::end, "label");
  drawing.line({left, y}, {width - right, y}, "grid");
  double last = 0, shift = 0;
  for (const Contact& contact : with.contacts) {
    if (!has_place(contact)) continue;
    const double at = x.at(middle_of(contact));
    // Those of one time stand above each other.
    shift = at - last < 8 && last > 0 ? shift + 9 : 0;
    last = at;
    std::string name(text_of(contact.mode).empty() ? text_of(contact.type) : text_of(contact.mode));
    const bool is_sure = contact.modality == Modality::asserted && !contact.disputed;
    drawing.dot({at, y - std::fmod(shift, 27)}, 4, is_sure ? "contact" : "contact unsure",
                fmt::format("{}: {}", days_text(contact.date), name));
  }
}

void draw_votes(Drawing& drawing, const PictureScale& x, const Brief& brief, double y) {
  drawing.text({left - 10, y + 4}, "votes on " + brief.on->name, Drawing::Anchor::end, "label");
  drawing.line({left, y}, {width - right, y}, "grid");
  double last = 0, shift = 0;
  for (const VoteOn& vote : brief.votes_on->votes) {
    const double year = in_years(vote.vote.date);
    if (year < x.from || year > x.to) continue;
    const double at = x.at(year);
    shift = at - last < 10 && last > 0 ? shift + 12 : 0;
    last = at;
    drawing.text({at, y - 4 - std::fmod(shift, 36)},
                 std::string(1, choice_letter(vote.vote.choice)), Drawing::Anchor::middle,
                 "letter");
  }
}

}  // namespace

std::string draw_time_line(const Brief& brief) {
  if (!brief.press) return "";
  const bool any = std::any_of(
      brief.press->contacts.begin(), brief.press->contacts.end(), [](const ContactsWith& with) {
        return std::any_of(with.contacts.begin(), with.contacts.end(), has_place);
      });
  if (!any) return "";
  const bool has_votes = brief.on && brief.votes_on && !brief.votes_on->votes.empty();
  const auto rows = static_cast<double>(brief.press->contacts.size() + (has_votes ? 1 : 0));
  const double height = top + bottom + row * rows;
  const PictureScale x = years_of(brief);
  Drawing drawing(width, height, "Contacts in the reports, and votes, in order of time",
                  "A dot for each contact, hollow where it was planned, denied or disputed; Y yes, "
                  "A abstain, N no, X absent.");
  const int step = std::max(1, static_cast<int>(x.to - x.from) / 10);
  for (int year = static_cast<int>(x.from); year <= x.to; year += step) {
    drawing.line({x.at(year), top - 10}, {x.at(year), height - bottom}, "grid");
    drawing.text({x.at(year), height - 8}, std::to_string(year), Drawing::Anchor::middle, "tick");
  }
  for (const BriefTurn& turn : brief.turning.turns) {
    const double at = x.at(in_years(turn.date));
    if (at < left || at > width - right) continue;
    drawing.line({at, top - 6}, {at, height - bottom}, "turn");
    drawing.text({at, top - 10}, "turn", Drawing::Anchor::middle, "label");
  }
  double y = top + row - 14;
  for (const ContactsWith& with : brief.press->contacts) {
    draw_contacts(drawing, x, with, y);
    y += row;
  }
  if (has_votes) draw_votes(drawing, x, brief, y);
  return drawing.svg();
}

double in_years(Date date) {
  const int year = year_of(date);
  const auto begin = std::chrono::sys_days{std::chrono::year{year} / 1 / 1};
  const auto end = std::chrono::sys_days{std::chrono::year{year + 1} / 1 / 1};
  return year +
         static_cast<double>((date - begin).count()) / static_cast<double>((end - begin).count());
}

std::string picture_svg(const Brief& brief, Picture picture) {
  switch (picture) {
    case Picture::ideal_points:
      return draw_ideal_points(brief);
    case Picture::agreement:
      return draw_agreement(brief);
    case Picture::surprises:
      return draw_surprises(brief);
    case Picture::time_line:
      return draw_time_line(brief);
  }
  return "";
}

}  // namespace volteface
