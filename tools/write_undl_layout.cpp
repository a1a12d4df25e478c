// Writes the embedded record, or a part of it, in the layout of the UN Digital Library's voting
// data.
//
//   write_undl_layout OUT [--library]
//
// --library: only the roll calls that the Library has, which is about what its own table holds.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <string>

#include "undl_layout.h"

namespace {

using namespace volteface;

Record library_part(const Record& whole) {
  Record part;
  part.states = whole.states;
  std::vector<RollCallIndex> kept;
  for (RollCallIndex i = 0; i < whole.roll_calls.size(); ++i) {
    if (whole.roll_calls[i].id.starts_with('u')) kept.push_back(i);
  }
  part.votes = VoteMatrix(part.states.size(), kept.size());
  for (RollCallIndex to = 0; to < kept.size(); ++to) {
    part.roll_calls.push_back(whole.roll_calls[kept[to]]);
    for (StateIndex s = 0; s < part.states.size(); ++s) {
      part.votes.set(s, to, whole.votes.at(s, kept[to]));
    }
  }
  return part;
}

}  // namespace

int main(int argc, char** argv) try {
  const bool library = argc == 3 && std::string(argv[2]) == "--library";
  if (argc != 2 && !library) {
    fmt::print(stderr, "usage: write_undl_layout OUT [--library]\n");
    return 2;
  }
  const Record whole = embedded_record();
  std::ofstream out(argv[1], std::ios::binary);
  write_undl_layout(library ? library_part(whole) : whole, [&out](std::string_view text) {
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
  });
  out.close();
  if (!out) throw Error("cannot be written", {argv[1]});
  return 0;
} catch (const std::exception& e) {
  fmt::print(stderr, "write_undl_layout: {}\n", e.what());
  return 2;
}
