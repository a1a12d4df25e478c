// The seats of the General Assembly: codes, names, Correlates of War numbers, and who follows whom.
//
// Importers meet states under codes of the day or of today; a record keeps a row for each seat.
// Seats tells which seat a code, a name or a number meant on a given day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "volteface/record.h"

namespace volteface {

// A place in Seats: the states of the record come first, in their order, then the others known.
using Seat = std::uint32_t;

class Seats {
 public:
  // Those of the record, all that the tool knows, and those of another record that is merged.
  explicit Seats(const std::vector<State>& of_record, const std::vector<State>& of_another = {});

  std::size_t size() const { return states_.size(); }
  const State& state(Seat seat) const { return states_[seat]; }

  // The seat of that code or name, whatever the day. Remembers what it was asked.
  std::optional<Seat> find(std::string_view code_or_name);

  // Of that code alone, in either case.
  std::optional<Seat> by_code(std::string_view code) const;

  // By number of the Correlates of War project.
  std::optional<Seat> find_cow(unsigned number) const;

  // The seat that held the place of `seat` on the day: SUN for RUS in 1980. Nothing where there was
  // none.
  std::optional<Seat> on(Seat seat, Date date) const;

  // Why on() found nothing: "is no seat of the General Assembly after 1992-12-31".
  std::string why_not(Seat seat, Date date) const;

  // "unknown state 'ARX'; expected ...; did you mean ARG?"
  std::string unknown(std::string_view code_or_name) const;

 private:
  struct Span {
    Date first = Date::min();
    Date last = Date::max();
    std::optional<Seat> before;
    std::optional<Seat> after;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  std::vector<State> states_;
  std::vector<Span> spans_;
  std::unordered_map<std::string, Seat, TextHash, std::equal_to<>> by_code_;  // in capitals
  std::unordered_map<unsigned, Seat> cow_;
  std::unordered_map<std::string, Seat, TextHash, std::equal_to<>> asked_;
};

}  // namespace volteface
