// Erik Voeten's table: roll calls by rcid, states by number of the Correlates of War project, votes
// as numbers.
#include <fmt/format.h>

#include "record/text.h"
#include "record/vote_table.h"

namespace volteface {
namespace {

// Rows of roll calls that the record knows need no more than the first three; the others are those
// of his list of roll calls, which some joined tables carry.
constexpr ColumnName columns[] = {{Field::id, "rcid", true},   {Field::state, "ccode", true},
                                  {Field::vote, "vote", true}, {Field::date, "date"},
                                  {Field::year, "year"},       {Field::session, "session"},
                                  {Field::symbol, "unres"},    {Field::symbol, "resid"},
                                  {Field::symbol, "symbol"},   {Field::title, "descr"},
                                  {Field::title, "title"},     {Field::amendment, "amend"},
                                  {Field::paragraph, "para"},  {Field::important, "importantvote"},
                                  {Field::yes, "yes"},         {Field::no, "no"},
                                  {Field::abstain, "abstain"}};

std::string id_of(const TableRow& row, std::uint32_t& rcid) {
  const auto number = whole_number(row.at(Field::id));
  if (!number || *number == 0) {
    throw Fault{Field::id, fmt::format("'{}' is not an rcid; expected a whole number",
                                       shortened(row.at(Field::id)))};
  }
  rcid = *number;
  return fmt::format("v{}", rcid);
}

std::optional<Choice> vote_of(std::string_view text) {
  if (text == "1") return Choice::yes;
  if (text == "2") return Choice::abstain;
  if (text == "3") return Choice::no;
  if (text == "8") return Choice::absent;
  if (text == "9") return std::nullopt;
  throw Fault{Field::vote,
              fmt::format("vote '{}' is none; expected 1 (yes), 2 (abstain), 3 (no), 8 "
                          "(absent) or 9 (no member)",
                          shortened(text))};
}

std::optional<Seat> seat_of(const TableRow& row, Seats& seats) {
  const auto text = row.at(Field::state);
  const auto number = whole_number(text);
  const auto seat = number ? seats.find_cow(*number) : std::nullopt;
  if (!seat) {
    throw Fault{Field::state, fmt::format("'{}' is no state's number in the Correlates of War list",
                                          shortened(text))};
  }
  return seat;
}

// What is neither an amendment nor a paragraph is a whole text only where the table has columns to
// say so.
Kind kind_of(const TableRow& row, const RollCall& said) {
  if (row.at(Field::amendment) == "1") return Kind::amendment;
  if (row.at(Field::paragraph) == "1") return Kind::paragraph;
  const bool told = row.has(Field::amendment) && row.has(Field::paragraph);
  return told && !said.symbol.empty() ? Kind::resolution : Kind::unspecified;
}

void describe(const TableRow& row, RollCall& said) {
  said.kind = kind_of(row, said);
  said.important = row.at(Field::important) == "1";
  const auto yes = count_of(row.at(Field::yes), Field::yes);
  const auto no = count_of(row.at(Field::no), Field::no);
  const auto abstain = count_of(row.at(Field::abstain), Field::abstain);
  if (yes && no && abstain) said.published = Tally{*yes, *no, *abstain, 0};
}

}  // namespace

const TableFormat& voeten_format() {
  static constexpr TableFormat format{
      ImportFormat::voeten, columns, id_of, vote_of, seat_of, describe};
  return format;
}

}  // namespace volteface
