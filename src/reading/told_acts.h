// The acts that a report has told, so that none is told twice.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "reading/tables.h"
#include "volteface/reports.h"

namespace volteface {

class ToldActs {
 public:
  // Whether the same act, on days that may be the same, was told before; notes it. `rule` is read
  // during the call only.
  bool is_told(const EventRule& rule, const ReportedEvent& event);

 private:
  struct Told {
    ReportedEvent event;
    std::string word;
    bool one_each = false;
  };

  std::map<std::tuple<std::string, std::string, EventType, EventMode, Modality>, std::vector<Told>>
      told_;
};

}  // namespace volteface
