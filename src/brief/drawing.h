// A picture as SVG: shapes in a frame with two axes, each with its text.
//
// Colours are names of CSS classes, so that the page decides on light, dark and print. Everything
// that is text is escaped here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace volteface {

struct PicturePoint {
  double x = 0;
  double y = 0;
};

// From what is measured to where it stands.
struct PictureScale {
  double from = 0, to = 1;        // measured
  double begin = 0, end = 1;      // in the picture
  double at(double value) const;  // values outside are drawn outside
};

// 4 to 8 round numbers from `from` to `to`.
std::vector<double> round_ticks(double from, double to);

class Drawing {
 public:
  // `title` says what is shown, `description` what is to be seen: for those who hear it.
  Drawing(double width, double height, std::string_view title, std::string_view description);

  void line(PicturePoint from, PicturePoint to, std::string_view classes);
  void path(const std::vector<PicturePoint>& points, std::string_view classes);
  void area(const std::vector<PicturePoint>& outline, std::string_view classes);
  void box(PicturePoint corner, double width, double height, std::string_view classes,
           std::string_view tip = "");
  void dot(PicturePoint at, double radius, std::string_view classes, std::string_view tip = "");
  enum class Anchor { start, middle, end };
  void text(PicturePoint at, std::string_view text, Anchor anchor, std::string_view classes = "");

  std::string svg() const;

 private:
  double width_, height_;
  std::string title_, description_, shapes_;
};

}  // namespace volteface
