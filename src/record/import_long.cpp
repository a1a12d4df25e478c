// The plain table: one row for each state and roll call, as `volteface votes --csv` writes it.
#include <fmt/format.h>

#include "record/text.h"
#include "record/utf8.h"
#include "record/vote_table.h"

namespace volteface {
namespace {

// Columns yes, no, abstain and absent are not read: what `votes` writes there is counted, not
// published.
constexpr ColumnName columns[] = {{Field::id, "rollcall", true}, {Field::date, "date", true},
                                  {Field::session, "session"},   {Field::symbol, "symbol"},
                                  {Field::title, "title"},       {Field::kind, "kind"},
                                  {Field::subjects, "subjects"}, {Field::note, "note"},
                                  {Field::state, "state", true}, {Field::vote, "vote", true}};

std::string id_of(const TableRow& row, std::uint32_t& rcid) {
  const auto text = row.at(Field::id);
  const bool plain =
      text.find(' ') == std::string_view::npos && first_unshowable(text) == std::string_view::npos;
  if (text.empty() || text.size() > 100 || !plain) {
    throw Fault{Field::id,
                fmt::format("'{}' is not the id of a roll call; expected up to 100 bytes "
                            "without spaces and control characters",
                            shortened(text))};
  }
  if (text[0] == 'v') rcid = whole_number(text.substr(1)).value_or(0);
  return std::string(text);
}

std::optional<Choice> vote_of(std::string_view text) {
  if (const auto choice = choice_of_letter(text)) return choice;
  throw Fault{Field::vote,
              fmt::format("vote '{}' is none; expected Y, N, A or X", shortened(text))};
}

std::optional<Seat> seat_of(const TableRow& row, Seats& seats) {
  return seats.find(row.at(Field::state));
}

// A symbol without a kind is taken to name the whole text.
void describe(const TableRow& row, RollCall& said) {
  const auto text = row.at(Field::kind);
  if (text.empty()) {
    said.kind = kind_of_symbol(said.symbol);
    return;
  }
  const auto kind = parse_kind(text);
  if (!kind) {
    throw Fault{Field::kind, fmt::format("unknown kind '{}'; expected resolution, decision, "
                                         "amendment, paragraph or unspecified",
                                         shortened(text))};
  }
  said.kind = *kind;
}

}  // namespace

const TableFormat& long_format() {
  static constexpr TableFormat format{
      ImportFormat::long_table, columns, id_of, vote_of, seat_of, describe};
  return format;
}

}  // namespace volteface
