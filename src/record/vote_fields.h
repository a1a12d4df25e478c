// The fields of a row of votes, read strictly: what each may hold, and why a row is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "volteface/record.h"

namespace volteface {

enum class Field : std::size_t {
  id,
  date,
  year,
  session,
  symbol,
  title,
  subjects,
  note,
  kind,
  amendment,
  paragraph,
  important,
  yes,
  no,
  abstain,
  absent,
  state,
  state_name,
  vote,
  count
};

constexpr std::size_t fields = static_cast<std::size_t>(Field::count);

// A longer title, note or list of subjects is refused.
constexpr std::size_t longest_text = 1 << 14;

// Thrown: a reason to refuse the row, with the field that is wrong.
struct Fault {
  Field field;
  std::string reason;
};

// "2025-02-24", from the day on which the Charter came into force to 2099. Throws Fault.
Date date_of(std::string_view text);

// In the record's form; empty where the text is. Throws Fault.
std::string session_of(std::string_view text);

// Throws Fault where the symbol is of another body than the General Assembly.
std::string symbol_of(std::string_view text);

// A decision has its own symbols; every other one is taken for a resolution's. Unspecified without
// a symbol.
Kind kind_of_symbol(std::string_view symbol);

// Y, N, A or X, in either case.
std::optional<Choice> choice_of_letter(std::string_view text);

// Nothing where the text is empty; throws Fault where it is no number of votes ("93", and "93.0" as
// spreadsheets write it).
std::optional<std::uint32_t> count_of(std::string_view text, Field field);

// A whole number of at most nine digits.
std::optional<std::uint32_t> whole_number(std::string_view text);

}  // namespace volteface
