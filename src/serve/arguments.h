// What an endpoint takes, and the values that a request gives it, checked.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "serve/request.h"
#include "volteface/record.h"

namespace volteface::serve {

enum class ParameterKind : std::uint8_t {
  words,       // any text of at most 200 bytes
  date_from,   // "2024", "2024-05" or "2024-05-31": the first day of it
  date_until,  // the same: the last day
  whole,       // a whole number from least to most
  number,      // a number from least to most
  state,       // a code or a name
  states,      // several, joined by commas
  one_of,      // one of `choices`
  flag,        // 0 or 1
};

struct Parameter {
  std::string_view name;
  ParameterKind kind = ParameterKind::words;
  std::string_view description;
  double least = 0;
  double most = 0;
  std::string_view standard = {};  // what is taken where it is not given; empty: nothing
  std::vector<std::string_view> choices = {};
};

// The values of one request. Each getter throws Refusal (400) for a value that is not of its kind,
// and std::logic_error for a name that the endpoint does not take.
class Arguments {
 public:
  // Throws Refusal (400) for a name that is not among the parameters.
  Arguments(std::span<const Parameter> parameters, const Request& request,
            std::map<std::string, std::string> in_path);

  // The part of the path that stands for "{name}".
  const std::string& in_path(const std::string& name) const { return in_path_.at(name); }

  bool takes(std::string_view name) const;  // whether the endpoint has such a parameter
  bool given(std::string_view name) const;
  std::string text(std::string_view name) const;  // empty where it is not given
  bool flag(std::string_view name) const { return text(name) == "1"; }
  std::optional<Date> date(std::string_view name) const;
  std::optional<double> number(std::string_view name) const;
  std::size_t whole(std::string_view name) const;  // of parameters with a standard
  std::optional<StateIndex> state(const Record& record, std::string_view name) const;
  std::vector<StateIndex> states(const Record& record, std::string_view name) const;

  // --since, --until and --subject of the command line: names "since", "until" and, where the
  // endpoint takes it, "subject". A
  // subject is words, alternatives parted by |; nothing else has a meaning in it, so that no
  // pattern from a socket can keep the program busy.
  Filter filter() const;

 private:
  const Parameter& parameter(std::string_view name) const;

  std::span<const Parameter> parameters_;
  std::map<std::string, std::string, std::less<>> values_;
  std::map<std::string, std::string> in_path_;
};

// Throws Refusal (404) with near misses where there is no such state.
StateIndex state_named(const Record& record, const std::string& name, int status = 404);

// Words with | between alternatives, as a regular expression in which nothing else is special.
std::string expression_of_words(std::string_view words);

}  // namespace volteface::serve
