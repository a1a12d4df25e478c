// The description of the interface (OpenAPI 3.1), made from the table of endpoints and from
// src/serve/shapes.json, which tells the shape of every answer.
//
// In shapes.json a shape is an object of fields; a field is a type ("string", "integer", "number",
// "boolean", "date", with "?" behind it where null is possible), "#Name" for another shape
// ("#Name?" where null is possible, "#One|Other" for one of several), [type] for a list, "object"
// for one of any fields, or an object of fields. "+" names shapes whose fields it has, too, in its
// place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "serve/json.h"

namespace volteface::serve {

Json openapi_description();

// The fields of the rows of a shape, in their order: the columns of its CSV.
std::vector<std::string> columns_of(std::string_view shape);

// A shape with all that it takes from others, in which types are as in shapes.json.
Json shape_named(std::string_view name);

}  // namespace volteface::serve
