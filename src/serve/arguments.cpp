#include "serve/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "record/text.h"

namespace volteface::serve {
namespace {

constexpr std::size_t longest_text = 200;

[[noreturn]] void refuse(const Parameter& parameter, std::string_view value,
                         const std::string& expected) {
  throw Refusal(400, fmt::format("{}: '{}' is not understood", parameter.name, shortened(value)),
                expected);
}

std::string plain_number(double number) { return fmt::format("{:g}", number); }

double number_of(const Parameter& parameter, const std::string& value) {
  double number = 0;
  const char* end = value.data() + value.size();
  const auto [behind, failure] = std::from_chars(value.data(), end, number);
  const bool is_one = failure == std::errc() && behind == end;
  if (!is_one || !(number >= parameter.least && number <= parameter.most)) {
    refuse(parameter, value,
           fmt::format("a number from {} to {}", plain_number(parameter.least),
                       plain_number(parameter.most)));
  }
  return number;
}

void check_choice(const Parameter& parameter, const std::string& value) {
  for (const std::string_view choice : parameter.choices) {
    if (choice == value) return;
  }
  refuse(parameter, value, fmt::format("one of {}", fmt::join(parameter.choices, ", ")));
}

void check_text(const Parameter& parameter, const std::string& value) {
  if (value.size() > longest_text)
    refuse(parameter, value, fmt::format("at most {} bytes", longest_text));
}

}  // namespace

Arguments::Arguments(std::span<const Parameter> parameters, const Request& request,
                     std::map<std::string, std::string> in_path)
    : parameters_(parameters), in_path_(std::move(in_path)) {
  for (const auto& given : request.query) {
    const auto& name = given.first;
    const auto& value = given.second;
    if (!takes(name)) {
      std::vector<std::string_view> names;
      for (const Parameter& p : parameters) names.push_back(p.name);
      throw Refusal(400, fmt::format("'{}' is not taken here", shortened(name)),
                    names.empty() ? "no query" : fmt::format("{}", fmt::join(names, ", ")));
    }
    if (value.empty()) continue;  // as a form sends what was left open
    const Parameter& p = parameter(name);
    check_text(p, value);
    if (p.kind == ParameterKind::one_of) check_choice(p, value);
    if (p.kind == ParameterKind::flag && value != "0" && value != "1") refuse(p, value, "0 or 1");
    values_[name] = value;
  }
}

const Parameter& Arguments::parameter(std::string_view name) const {
  for (const Parameter& p : parameters_) {
    if (p.name == name) return p;
  }
  throw std::logic_error("a parameter that the endpoint does not take");
}

bool Arguments::takes(std::string_view name) const {
  return std::any_of(parameters_.begin(), parameters_.end(),
                     [&](const Parameter& p) { return p.name == name; });
}

bool Arguments::given(std::string_view name) const { return values_.contains(name); }

std::string Arguments::text(std::string_view name) const {
  const auto value = values_.find(name);
  return value != values_.end() ? value->second : std::string(parameter(name).standard);
}

std::optional<Date> Arguments::date(std::string_view name) const {
  const std::string value = text(name);
  if (value.empty()) return std::nullopt;
  const Parameter& p = parameter(name);
  const auto date =
      p.kind == ParameterKind::date_from ? parse_date_start(value) : parse_date_end(value);
  if (!date) refuse(p, value, "a day, month or year such as 2024-05-31, 2024-05 or 2024");
  return date;
}

std::optional<double> Arguments::number(std::string_view name) const {
  const std::string value = text(name);
  if (value.empty()) return std::nullopt;
  return number_of(parameter(name), value);
}

std::size_t Arguments::whole(std::string_view name) const {
  const std::string value = text(name);
  const Parameter& p = parameter(name);
  const double number = number_of(p, value);
  const auto whole = static_cast<std::size_t>(number);
  if (static_cast<double>(whole) != number) refuse(p, value, "a whole number");
  return whole;
}

std::optional<StateIndex> Arguments::state(const Record& record, std::string_view name) const {
  const std::string value = text(name);
  if (value.empty()) return std::nullopt;
  return state_named(record, value, 400);
}

std::vector<StateIndex> Arguments::states(const Record& record, std::string_view name) const {
  std::vector<StateIndex> states;
  std::string_view rest = values_.contains(name) ? values_.find(name)->second : std::string_view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    const StateIndex state = state_named(record, std::string(rest.substr(0, end)), 400);
    if (std::find(states.begin(), states.end(), state) == states.end()) states.push_back(state);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return states;
}

Filter Arguments::filter() const {
  Filter filter;
  filter.since = date("since");
  filter.until = date("until");
  if (takes("subject")) filter.subject = expression_of_words(text("subject"));
  if (filter.since && filter.until && *filter.since > *filter.until) {
    throw Refusal(400,
                  fmt::format("since is {}, until {}", format_date(*filter.since),
                              format_date(*filter.until)),
                  "a beginning before the end");
  }
  return filter;
}

StateIndex state_named(const Record& record, const std::string& name, int status) {
  try {
    return record.state(name);
  } catch (const Error& error) {
    const auto& near = error.suggestions();
    throw Refusal(status, fmt::format("no state '{}'", shortened(name)),
                  near.empty()
                      ? "a code such as ARG, or a name; /states lists them"
                      : fmt::format("a code or a name; did you mean {}?", fmt::join(near, ", ")));
  }
}

std::string expression_of_words(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (std::string_view("\\^$.*+?()[]{}").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace volteface::serve
