// What can be asked for: one table, from which requests are answered, the description of the
// interface is written (openapi.h), and pages are told from addresses that are not there.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/arguments.h"
#include "serve/json.h"

namespace volteface::serve {

struct Endpoint {
  // "/states/{state}/agreement". A name with dots, "{symbol...}", takes all that is left of the
  // path, one segment at least, with its slashes.
  std::string_view path;
  std::string_view summary;
  std::vector<Parameter> parameters = {};
  std::string_view shape;  // of the answer, in shapes.json

  // The fields of the answer, without its head. Throws Refusal, and Error for what the library
  // refuses (400).
  Json (*answer)(const World& world, const Arguments& arguments);

  // Where the answer has forms of its own: the text in that form, its head included.
  std::string (*written)(const World& world, const Arguments& arguments, Form form) = nullptr;

  bool is_page = false;          // the same address without /api/v1 is one of the page
  bool needs_all_turns = false;  // 503 while these are being found
  bool changes = false;          // until all turns are found: not to be kept
};

const std::vector<Endpoint>& endpoints();

// The endpoint of a path, and what stands for the names in it.
struct Match {
  const Endpoint* endpoint = nullptr;
  std::map<std::string, std::string> in_path;
};
std::optional<Match> find_endpoint(const std::vector<std::string>& path);

// Each in the file of that name.
void add_home(std::vector<Endpoint>& endpoints);
void add_states(std::vector<Endpoint>& endpoints);
void add_state_press(std::vector<Endpoint>& endpoints);
void add_pairs(std::vector<Endpoint>& endpoints);
void add_roll_calls(std::vector<Endpoint>& endpoints);
void add_turns(std::vector<Endpoint>& endpoints);
void add_reports(std::vector<Endpoint>& endpoints);
void add_briefs(std::vector<Endpoint>& endpoints);
void add_search(std::vector<Endpoint>& endpoints);

// Parameters that several endpoints take.
inline const Parameter since{"since", ParameterKind::date_from,
                             "votes from this day, month or year on"};
inline const Parameter until{"until", ParameterKind::date_until,
                             "votes to this day, month or year"};
inline const Parameter subject{
    "subject", ParameterKind::words,
    "votes with these words in title or subjects; alternatives are parted by |"};
inline Parameter at_most(std::string_view standard, double most) {
  return {"limit", ParameterKind::whole, "rows at most", 1, most, standard};
}

}  // namespace volteface::serve
