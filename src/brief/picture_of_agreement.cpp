// Agreement with the powers, and with the state that the brief is on, by year.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "brief/drawing.h"
#include "brief/pictures.h"
#include "brief/words.h"

namespace volteface {
namespace {

constexpr double width = 720, height = 300;
constexpr double left = 44, right = 150, top = 14, bottom = 28;
constexpr double label_height = 14;
constexpr std::size_t kinds_of_line = 6;  // in the style sheet: line-0 to line-5

struct Label {
  double y = 0;
  std::string text;
  std::size_t kind = 0;
};

// Labels at the ends of lines, moved apart where they would lie on one another.
void spread(std::vector<Label>& labels) {
  std::sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.y < b.y; });
  for (std::size_t k = 1; k < labels.size(); ++k)
    labels[k].y = std::max(labels[k].y, labels[k - 1].y + label_height);
  double room = height - 6;
  for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
    label->y = std::min(label->y, room);
    room = label->y - label_height;
  }
}

void draw_axes(Drawing& drawing, const PictureScale& x, const PictureScale& y) {
  for (const double tick : {0., .25, .5, .75, 1.}) {
    drawing.line({left, y.at(tick)}, {width - right, y.at(tick)}, "grid");
    drawing.text({left - 6, y.at(tick) + 4}, share(tick), Drawing::Anchor::end, "tick");
  }
  const int step = std::max(1, static_cast<int>(x.to - x.from) / 10);
  for (int year = static_cast<int>(x.from); year <= x.to; year += step)
    drawing.text({x.at(year), height - 8}, std::to_string(year), Drawing::Anchor::middle, "tick");
}

}  // namespace

std::string draw_agreement(const Brief& brief) {
  const Company& c = brief.company;
  if (c.years.empty()) return "";
  const PictureScale x{static_cast<double>(c.years.front().year),
                       static_cast<double>(c.years.back().year), left + 8, width - right};
  const PictureScale y{0, 1, height - bottom, top};
  Drawing drawing(width, height, "Agreement of " + name_in_text(brief.state) + " by year",
                  "A line for each state compared; the table beside has the numbers.");
  draw_axes(drawing, x, y);
  std::vector<Label> labels;
  for (std::size_t k = 0; k < c.columns.size(); ++k) {
    std::vector<PicturePoint> points;
    const std::string kind = fmt::format("line-{}", k % kinds_of_line);
    double last = 0;
    for (const CompanyYear& year : c.years) {
      const Estimate& e = year.agreement[k];
      if (e.n < least_votes || std::isnan(e.value)) continue;
      points.push_back({x.at(year.year), y.at(e.value)});
      last = e.value;
      drawing.dot(points.back(), 2.5, kind + " filled",
                  fmt::format("{}, {}: {}, n {}", c.columns[k].name, year.year,
                              share_with_interval(e), e.n));
    }
    if (points.empty()) continue;
    drawing.path(points, kind);
    labels.push_back({points.back().y + 4, fmt::format("{} {}", c.columns[k].name, share(last)),
                      k % kinds_of_line});
  }
  spread(labels);
  for (const Label& label : labels) {
    drawing.text({width - right + 10, label.y}, label.text, Drawing::Anchor::start,
                 fmt::format("label line-{}-text", label.kind));
  }
  return drawing.svg();
}

}  // namespace volteface
