// The pictures of a brief, as SVG. Each shows what a table beside it tells as well.
#pragma once

#include <string>

#include "brief/page.h"

namespace volteface {

// Empty where there is nothing to draw.
std::string picture_svg(const Brief& brief, Picture picture);

// In a file each.
std::string draw_ideal_points(const Brief& brief);
std::string draw_agreement(const Brief& brief);
std::string draw_surprises(const Brief& brief);
std::string draw_time_line(const Brief& brief);

// The day as a number of years: 2024.5 for the middle of 2024.
double in_years(Date date);

}  // namespace volteface
