#include "serve/endpoint.h"

#include <algorithm>

namespace volteface::serve {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const std::size_t end = std::min(path.find('/'), path.size());
    segments.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

std::string joined(const std::vector<std::string>& path, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < path.size(); ++i) out += (i > from ? "/" : "") + path[i];
  return out;
}

std::optional<Match> matched(const Endpoint& endpoint, const std::vector<std::string>& path) {
  const auto pattern = segments_of(endpoint.path);
  Match match{&endpoint, {}};
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (i >= path.size()) return std::nullopt;
    if (!pattern[i].starts_with('{')) {
      if (pattern[i] != path[i]) return std::nullopt;
      continue;
    }
    std::string_view name = pattern[i].substr(1, pattern[i].size() - 2);
    const bool takes_rest = name.ends_with("...");
    if (takes_rest) name.remove_suffix(3);
    match.in_path[std::string(name)] = takes_rest ? joined(path, i) : path[i];
    if (takes_rest) return match;
  }
  if (path.size() != pattern.size()) return std::nullopt;
  return match;
}

}  // namespace

const std::vector<Endpoint>& endpoints() {
  static const std::vector<Endpoint> all = [] {
    std::vector<Endpoint> list;
    add_home(list);
    add_search(list);
    add_states(list);
    add_state_press(list);
    add_pairs(list);
    add_roll_calls(list);
    add_turns(list);
    add_reports(list);
    add_briefs(list);
    return list;
  }();
  return all;
}

std::optional<Match> find_endpoint(const std::vector<std::string>& path) {
  for (const Endpoint& endpoint : endpoints()) {
    if (auto match = matched(endpoint, path)) return match;
  }
  return std::nullopt;
}

}  // namespace volteface::serve
