#include "reading/state_groups.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "reading/tables.h"

namespace volteface {
namespace {

using Groups = std::map<std::string, std::vector<std::string>, std::less<>>;

// Rows "baltic=EST+LVA+LTU".
Groups read_groups(std::string_view list) {
  Groups out;
  for (const std::string& row : reading_tables().list(list)) {
    const std::size_t equals = row.find('=');
    if (equals == std::string::npos) continue;
    std::vector<std::string>& states = out[row.substr(0, equals)];
    for (std::size_t at = equals + 1; at < row.size();) {
      const std::size_t end = std::min(row.find('+', at), row.size());
      states.push_back(row.substr(at, end - at));
      at = end + 1;
    }
  }
  return out;
}

}  // namespace

const std::vector<std::string>& states_of_group(const std::string& word, bool counted) {
  static const Groups whole = read_groups("states_of_group");
  static const Groups if_counted = read_groups("states_of_counted_group");
  static const std::vector<std::string> none;
  if (const auto found = whole.find(word); found != whole.end()) return found->second;
  const auto found = counted ? if_counted.find(word) : if_counted.end();
  return found == if_counted.end() ? none : found->second;
}

}  // namespace volteface
