// The UN Digital Library's "General Assembly Voting Data": one row for each state and roll call,
// each with all that is said of the roll call.
#include <fmt/format.h>

#include <algorithm>

#include "record/text.h"
#include "record/vote_table.h"

namespace volteface {
namespace {

// The table of 2024 had some columns under other names.
constexpr ColumnName columns[] = {{Field::id, "undl_id", true},
                                  {Field::date, "date", true},
                                  {Field::session, "session"},
                                  {Field::symbol, "resolution", true},
                                  {Field::symbol, "resolutions"},
                                  {Field::title, "title"},
                                  {Field::subjects, "subjects"},
                                  {Field::note, "vote_note"},
                                  {Field::yes, "total_yes"},
                                  {Field::yes, "yes"},
                                  {Field::no, "total_no"},
                                  {Field::no, "no"},
                                  {Field::abstain, "total_abstentions"},
                                  {Field::abstain, "abstentions"},
                                  {Field::absent, "total_non_voting"},
                                  {Field::absent, "non-voting"},
                                  {Field::state, "ms_code", true},
                                  {Field::state, "ms_codes"},
                                  {Field::state_name, "ms_name"},
                                  {Field::state_name, "ms_names"},
                                  {Field::vote, "ms_vote", true},
                                  {Field::vote, "ms_votes"}};

std::string id_of(const TableRow& row, std::uint32_t&) {
  const auto text = row.at(Field::id);
  const bool digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (text.empty() || text.size() > 12 || !digits) {
    throw Fault{Field::id, fmt::format("'{}' is not a record number of the UN Digital Library",
                                       shortened(text))};
  }
  return "u" + std::string(text);
}

// "NV" for X in the table of 2024.
std::optional<Choice> vote_of(std::string_view text) {
  if (const auto choice = choice_of_letter(text)) return choice;
  if (equal_ignoring_case(text, "NV")) return Choice::absent;
  throw Fault{Field::vote,
              fmt::format("vote '{}' is none; expected Y, N, A or X", shortened(text))};
}

std::optional<Seat> seat_of(const TableRow& row, Seats& seats) {
  const auto code = row.at(Field::state);
  return seats.find(code.empty() ? row.at(Field::state_name) : code);
}

void describe(const TableRow& row, RollCall& said) {
  const auto yes = count_of(row.at(Field::yes), Field::yes);
  const auto no = count_of(row.at(Field::no), Field::no);
  const auto abstain = count_of(row.at(Field::abstain), Field::abstain);
  const auto absent = count_of(row.at(Field::absent), Field::absent);
  if (yes && no && abstain) said.published = Tally{*yes, *no, *abstain, absent.value_or(0)};
  said.kind = kind_of_symbol(said.symbol);
}

}  // namespace

const TableFormat& undl_format() {
  static constexpr TableFormat format{
      ImportFormat::undl, columns, id_of, vote_of, seat_of, describe};
  return format;
}

}  // namespace volteface
