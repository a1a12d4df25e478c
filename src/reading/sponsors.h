// Who brings in a text blames whom the body then blames by it: "the resolution, drafted by Chad".
#pragma once

#include <cstdint>
#include <vector>

#include "reading/report_view.h"

namespace volteface {

struct Sponsor {
  std::uint32_t word = nowhere;  // that tells of it
  Actor sponsor, blamed;
};

// `told`: the acts read so far, in the order of the report.
std::vector<Sponsor> sponsors_of_texts(const ReportView& view,
                                       const std::vector<ReportedEvent>& told);

}  // namespace volteface
