// Compares the embedded record, cell by cell, with the table that it was built from.
//
//   zcat votes.csv.gz | compare_record
//
// Reads `rollcall,country,vote` with a reader of its own, so that it shares no fault with the tool
// that builds the record. Prints what differs (at most ten of each sort) and the sums; exit code 1
// if anything does.
#include <fmt/format.h>

#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

#include "volteface/record.h"

namespace {

using namespace volteface;

constexpr int most_told = 10;

struct Comparison {
  const Record& record;
  std::unordered_map<std::string, RollCallIndex> roll_calls;
  std::unordered_map<std::string, StateIndex> states;
  std::vector<bool> seen;  // state-major, as the matrix
  long equal = 0;
  long different = 0;

  explicit Comparison(const Record& r)
      : record(r), seen(r.votes.states() * r.votes.roll_calls(), false) {
    for (RollCallIndex i = 0; i < r.roll_calls.size(); ++i) roll_calls[r.roll_calls[i].id] = i;
    for (StateIndex i = 0; i < r.states.size(); ++i) states[r.states[i].code] = i;
  }

  void tell(const std::string& what) {
    if (different++ < most_told) fmt::print("{}\n", what);
  }

  void compare(const std::string& line) {
    const auto first = line.find(',');
    const auto second = line.rfind(',');
    if (first == std::string::npos || first == second) return tell("no table row: " + line);
    const auto roll_call = roll_calls.find(line.substr(0, first));
    const auto state = states.find(line.substr(first + 1, second - first - 1));
    if (roll_call == roll_calls.end() || state == states.end()) {
      return tell("not in the record: " + line);
    }
    const char letter = choice_letter(record.votes.at(state->second, roll_call->second));
    if (line.substr(second + 1) != std::string(1, letter)) {
      return tell(fmt::format("{}, but the record says {}", line, letter));
    }
    seen[state->second * record.roll_calls.size() + roll_call->second] = true;
    ++equal;
  }

  long cells_beyond_the_table() const {
    long beyond = 0;
    for (StateIndex s = 0; s < record.states.size(); ++s) {
      const auto row = record.votes.row(s);
      for (RollCallIndex r = 0; r < row.size(); ++r) {
        beyond += row[r] != Choice::not_listed && !seen[s * row.size() + r];
      }
    }
    return beyond;
  }
};

}  // namespace

int main() try {
  const Record record = embedded_record();
  Comparison comparison(record);
  std::string line;
  const auto next_line = [&line] {
    const bool got = static_cast<bool>(std::getline(std::cin, line));
    if (line.ends_with('\r')) line.pop_back();
    return got;
  };
  next_line();
  if (line != "rollcall,country,vote")
    throw Error("not the table expected: it begins '" + line + "'");
  while (next_line()) comparison.compare(line);
  const long beyond = comparison.cells_beyond_the_table();
  fmt::print("{} cells equal, {} different, {} in the record alone\n", comparison.equal,
             comparison.different, beyond);
  return comparison.different == 0 && beyond == 0 && comparison.equal > 0 ? 0 : 1;
} catch (const std::exception& e) {
  fmt::print(stderr, "compare_record: {}\n", e.what());
  return 2;
}
