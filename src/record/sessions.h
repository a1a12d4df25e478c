// Sessions of the General Assembly, as sources write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace volteface {

// The form that the record uses: "79" regular, "ES11" emergency special, "S6" special. Understands
// "79th", "ES-11", "11emsp", "S-VI", "6sp", "Emergency special session 11", "11th emergency special
// session" and the like, whatever the case. Nothing where the text is none of these, or the number
// not from 1 to 199.
std::optional<std::string> parse_session(std::string_view text);

}  // namespace volteface
