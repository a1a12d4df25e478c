#include "brief/drawing.h"

#include <fmt/format.h>

#include <cmath>

#include "brief/html_text.h"

namespace volteface {
namespace {

std::string points_text(const std::vector<PicturePoint>& points) {
  std::string text;
  for (const PicturePoint& p : points)
    text += fmt::format("{}{:.1f},{:.1f}", text.empty() ? "" : " ", p.x, p.y);
  return text;
}

std::string tip_text(std::string_view tip) {
  return tip.empty() ? "" : fmt::format("<title>{}</title>", html_escaped(tip));
}

}  // namespace

double PictureScale::at(double value) const {
  const double share = to > from ? (value - from) / (to - from) : .5;
  return begin + share * (end - begin);
}

std::vector<double> round_ticks(double from, double to) {
  constexpr double fewest = 4;
  if (!(to > from)) return {from};
  double step = std::pow(10, std::floor(std::log10((to - from) / fewest)));
  for (const double factor : {5., 2.}) {
    if ((to - from) / (step * factor) >= fewest) {
      step *= factor;
      break;
    }
  }
  std::vector<double> ticks;
  for (double k = std::ceil(from / step); k * step <= to + step * 1e-9; ++k)
    ticks.push_back(k * step);
  return ticks;
}

Drawing::Drawing(double width, double height, std::string_view title, std::string_view description)
    : width_(width),
      height_(height),
      title_(html_escaped(title)),
      description_(html_escaped(description)) {}

void Drawing::line(PicturePoint from, PicturePoint to, std::string_view classes) {
  shapes_ +=
      fmt::format("<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n",
                  classes, from.x, from.y, to.x, to.y);
}

void Drawing::path(const std::vector<PicturePoint>& points, std::string_view classes) {
  shapes_ +=
      fmt::format("<polyline class=\"line {}\" points=\"{}\"/>\n", classes, points_text(points));
}

void Drawing::area(const std::vector<PicturePoint>& outline, std::string_view classes) {
  shapes_ += fmt::format("<polygon class=\"{}\" points=\"{}\"/>\n", classes, points_text(outline));
}

void Drawing::box(PicturePoint corner, double width, double height, std::string_view classes,
                  std::string_view tip) {
  shapes_ += fmt::format(
      "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\">{}</rect>\n",
      classes, corner.x, corner.y, width, height, tip_text(tip));
}

void Drawing::dot(PicturePoint at, double radius, std::string_view classes, std::string_view tip) {
  shapes_ +=
      fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\">{}</circle>\n",
                  classes, at.x, at.y, radius, tip_text(tip));
}

void Drawing::text(PicturePoint at, std::string_view text, Anchor anchor,
                   std::string_view classes) {
  constexpr std::string_view anchors[] = {"start", "middle", "end"};
  shapes_ += fmt::format(
      "<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", classes, at.x,
      at.y, anchors[static_cast<std::size_t>(anchor)], html_escaped(text));
}

std::string Drawing::svg() const {
  return fmt::format(
      "<svg role=\"img\" viewBox=\"0 0 {:.0f} {:.0f}\" aria-label=\"{}\">\n"
      "<title>{}</title>\n<desc>{}</desc>\n{}</svg>\n",
      width_, height_, title_, title_, description_, shapes_);
}

}  // namespace volteface
