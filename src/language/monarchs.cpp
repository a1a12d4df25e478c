#include "language/monarchs.h"

#include <array>

namespace volteface::language {
namespace {

struct Title {
  std::string_view role;
  std::string_view states;  // with a blank before and behind each
};

constexpr std::string_view kingdoms =
    " SAU MAR JOR BHR GBR ESP BEL NLD SWE NOR DNK THA KHM BTN LSO SWZ TON MYS GRC NPL IRQ EGY LBY "
    "YEM AFG CAN AUS NZL JAM BHS BLZ GRD PNG SLB TUV ATG KNA LCA VCT ITA ROU BGR ALB LAO BDI RWA ";

constexpr std::array<Title, 8> titles = {{{"king", kingdoms},
                                          {"queen", kingdoms},
                                          {"emir", " QAT KWT BHR "},
                                          {"sultan", " OMN BRN ZNZ MAR MDV "},
                                          {"emperor", " JPN ETH IRN VNM CHN CAF "},
                                          {"empress", " JPN ETH IRN CHN "},
                                          {"pope", " VAT "},
                                          {"pontiff", " VAT "}}};

bool holds(std::string_view states, std::string_view state) {
  const std::size_t at = states.find(state);
  return state.size() == 3 && at != std::string_view::npos;
}

// Those that still have one; "president" means nobody there.
constexpr std::string_view of_today =
    " SAU MAR JOR BHR GBR ESP BEL NLD SWE NOR DNK THA KHM BTN LSO SWZ TON MYS CAN AUS NZL JAM BHS "
    "BLZ GRD PNG SLB TUV ATG KNA LCA VCT QAT KWT OMN BRN JPN VAT LUX LIE MCO ";

}  // namespace

bool is_monarch(std::string_view role) {
  if (role == "monarch" || role == "sovereign") return true;
  for (const Title& title : titles) {
    if (title.role == role) return true;
  }
  return false;
}

bool may_head(std::string_view state, std::string_view role) {
  if (role == "president") return !holds(of_today, state);
  if (role == "monarch" || role == "sovereign") {
    return holds(of_today, state) || holds(kingdoms, state);
  }
  for (const Title& title : titles) {
    if (title.role == role) return holds(title.states, state);
  }
  return true;
}

}  // namespace volteface::language
