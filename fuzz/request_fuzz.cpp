// Addresses as a socket brings them: taken apart, told from each other, and their values checked.
#include <cstdint>
#include <string_view>

#include "serve/arguments.h"
#include "serve/request.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace volteface::serve;
  static const Parameter parameters[] = {{"q", ParameterKind::words, ""},
                                         {"since", ParameterKind::date_from, ""},
                                         {"until", ParameterKind::date_until, ""},
                                         {"subject", ParameterKind::words, ""},
                                         {"limit", ParameterKind::whole, "", 1, 1000, "50"},
                                         {"p", ParameterKind::number, "", 0, 1, "0.5"},
                                         {"by", ParameterKind::one_of, "", 0, 0, "", {"year"}},
                                         {"flag", ParameterKind::flag, ""}};
  try {
    const Request request = parse_target({reinterpret_cast<const char*>(data), size});
    if (canonical(request).empty()) __builtin_trap();
    const Arguments arguments(parameters, request, {});
    arguments.filter();
    arguments.whole("limit");
    arguments.number("p");
    arguments.flag("flag");
  } catch (const Refusal&) {
  }
  return 0;
}
