#include "brief/exposed.h"

#include <algorithm>
#include <cmath>

#include "volteface/exposure.h"

extern "C" {
extern const char volteface_matters_begin[];
extern const char volteface_matters_end[];
}

namespace volteface {
namespace {

ExposureOptions asked(const std::string& matter, const Turning& turning) {
  ExposureOptions options;
  options.matter.subject = matter;
  if (turning.largest) options.turn = turning.turns[*turning.largest].date;
  return options;
}

ExposedBacker told(const Record& record, const ExposedState& other) {
  return {record.states[other.state], other.support.value, other.matter.n(), other.before.value,
          other.latest.value};
}

}  // namespace

// A line a state: its code, a tab, the expression, a tab, the matter in words. "#" begins a remark.
OwnMatter matter_of_its_own(std::string_view code) {
  std::string_view table(volteface_matters_begin,
                         static_cast<std::size_t>(volteface_matters_end - volteface_matters_begin));
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    if (!line.starts_with(code) || line.size() <= code.size() || line[code.size()] != '\t')
      continue;
    const std::string_view rest = line.substr(code.size() + 1);
    const std::size_t tab = std::min(rest.find('\t'), rest.size() - 1);
    return {std::string(rest.substr(0, tab)), std::string(rest.substr(tab + 1))};
  }
  return {};
}

std::optional<Exposed> exposed_of(const Record& record, const BriefOptions& options,
                                  const Turning& turning) {
  const OwnMatter matter = options.matter.empty()
                               ? matter_of_its_own(record.states[options.state].code)
                               : OwnMatter{options.matter, "“" + options.matter + "”"};
  if (matter.expression.empty()) return std::nullopt;
  const Exposure found = measure_exposure(record, options.state, asked(matter.expression, turning));
  if (found.matter.empty() || found.before.n == 0 || found.latest.n == 0) return std::nullopt;
  Exposed out;
  out.matter = matter.in_words;
  out.roll_calls = static_cast<std::uint32_t>(found.matter.size());
  out.first = record.roll_calls[found.matter.front()].date;
  out.last = record.roll_calls[found.matter.back()].date;
  out.before_first = found.before.first;
  out.before_last = found.before.last;
  out.latest_first = found.latest.first;
  out.latest_last = found.latest.last;
  for (const ExposedState& other : found.others) {
    if (!other.backed() || std::isnan(other.change.value)) continue;
    ++out.backers;
    if (other.change.value >= 0) continue;
    if (other.change.value < -much_lost) ++out.lost;
    if (out.most.size() < most_changes) out.most.push_back(told(record, other));
  }
  return out;
}

}  // namespace volteface
