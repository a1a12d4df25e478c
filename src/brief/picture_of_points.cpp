// Ideal points by year with their ribbon, the United States beside them, and the turns.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "brief/drawing.h"
#include "brief/pictures.h"
#include "brief/words.h"

namespace volteface {
namespace {

constexpr double width = 720, height = 300;
constexpr double left = 44, right = 120, top = 24, bottom = 28;

struct Frame {
  PictureScale x, y;
  PicturePoint at(double year, double value) const { return {x.at(year), y.at(value)}; }
};

// A point of a year stands in its middle.
double middle_of(int year) { return year + .5; }

Frame frame_of(const Standing& s) {
  double lo = 0, hi = 0;
  for (const YearPoint& y : s.years) {
    lo = std::min(lo, y.point.lo);
    hi = std::max(hi, y.point.hi);
  }
  for (const YearPoint& y : s.united_states) {
    lo = std::min(lo, y.point.value);
    hi = std::max(hi, y.point.value);
  }
  const double margin = .05 * std::max(hi - lo, .1);
  return {
      {static_cast<double>(s.years.front().year), s.years.back().year + 1., left, width - right},
      {lo - margin, hi + margin, height - bottom, top}};
}

void draw_axes(Drawing& drawing, const Frame& frame) {
  for (const double tick : round_ticks(frame.y.from, frame.y.to)) {
    drawing.line({left, frame.y.at(tick)}, {width - right, frame.y.at(tick)}, "grid");
    drawing.text({left - 6, frame.y.at(tick) + 4}, number(tick), Drawing::Anchor::end, "tick");
  }
  const int years = static_cast<int>(frame.x.to - frame.x.from);
  const int step = std::max(1, years / 10);
  for (int year = static_cast<int>(frame.x.from); year < frame.x.to; year += step)
    drawing.text({frame.x.at(middle_of(year)), height - 8}, std::to_string(year),
                 Drawing::Anchor::middle, "tick");
}

void draw_turn(Drawing& drawing, const Frame& frame, const BriefTurn& turn) {
  const double from = std::max(in_years(turn.from), frame.x.from);
  const double to = std::min(in_years(turn.to), frame.x.to);
  const double x = frame.x.at(std::clamp(in_years(turn.date), frame.x.from, frame.x.to));
  drawing.box({frame.x.at(from), top}, std::max(frame.x.at(to) - frame.x.at(from), 1.),
              height - top - bottom, "turn-days",
              fmt::format("turn: 90 % {} to {}", format_date(turn.from), format_date(turn.to)));
  drawing.line({x, top}, {x, height - bottom}, "turn");
  drawing.text({x, top - 8}, "turn " + format_date(turn.date), Drawing::Anchor::middle, "label");
}

void draw_own(Drawing& drawing, const Frame& frame, const Brief& brief) {
  std::vector<PicturePoint> outline, middle;
  for (const YearPoint& y : brief.standing.years) {
    outline.push_back(frame.at(middle_of(y.year), y.point.hi));
    middle.push_back(frame.at(middle_of(y.year), y.point.value));
  }
  for (auto y = brief.standing.years.rbegin(); y != brief.standing.years.rend(); ++y)
    outline.push_back(frame.at(middle_of(y->year), y->point.lo));
  drawing.area(outline, "ribbon");
  drawing.path(middle, "own");
  for (const YearPoint& y : brief.standing.years) {
    drawing.dot(frame.at(middle_of(y.year), y.point.value), y.point.n < least_votes ? 2 : 3.5,
                "own-dot", fmt::format("{}: {}, n {}", y.year, with_interval(y.point), y.point.n));
  }
  drawing.text({middle.back().x + 10, middle.back().y + 4}, brief.state.name,
               Drawing::Anchor::start, "label strong");
}

void draw_united_states(Drawing& drawing, const Frame& frame, const Standing& s) {
  if (s.united_states.empty()) return;
  std::vector<PicturePoint> points;
  for (const YearPoint& y : s.united_states)
    points.push_back(frame.at(middle_of(y.year), y.point.value));
  drawing.path(points, "other dashed");
  drawing.text({points.back().x + 10, points.back().y + 4}, "United States", Drawing::Anchor::start,
               "label");
}

}  // namespace

std::string draw_ideal_points(const Brief& brief) {
  const Standing& s = brief.standing;
  if (s.years.empty()) return "";
  const YearPoint &first = s.years.front(), &last = s.years.back();
  Drawing drawing(width, height, "Ideal point of " + name_in_text(brief.state) + " by year",
                  fmt::format("From {} in {} to {} in {}; {}.", number(first.point.value),
                              first.year, number(last.point.value), last.year,
                              counted(brief.turning.turns.size(), "turn")));
  const Frame frame = frame_of(s);
  draw_axes(drawing, frame);
  for (const BriefTurn& turn : brief.turning.turns) draw_turn(drawing, frame, turn);
  draw_united_states(drawing, frame, s);
  draw_own(drawing, frame, brief);
  return drawing.svg();
}

}  // namespace volteface
