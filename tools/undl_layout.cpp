#include "undl_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace volteface {
namespace {

constexpr std::uint32_t beyond_library_numbers = 900'000'000;

void add_quoted(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (char c : text) {
    out += c;
    if (c == '"') out += c;
  }
  out += '"';
}

std::string number_of(const RollCall& r, RollCallIndex index) {
  return r.id.starts_with('u') ? r.id.substr(1) : fmt::format("{}", beyond_library_numbers + index);
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

// What stands between the vote and the end of the line, the same for every state.
std::string columns_of(const Record& record, RollCallIndex index) {
  const RollCall& r = record.roll_calls[index];
  const Tally tally = record.tally(index);
  std::string text = fmt::format(",{},{},", format_date(r.date), r.session);
  add_quoted(text, r.symbol);
  text += fmt::format(",A/C.1/{0}/L.{1},A/{0}/{1},A/{0}/PV.{2},", r.session, 1 + index % 90,
                      1 + index % 99);
  add_quoted(text, r.title + " : resolution / adopted by the General Assembly");
  text +=
      ",\"Item of the agenda of the session, under which the draft resolution was introduced\",";
  std::string subjects;
  for (const std::string& s : r.subjects) subjects += (subjects.empty() ? "" : "|") + s;
  add_quoted(text, subjects);
  text += fmt::format(",,{}.0,{}.0,{}.0,{}.0,{}.0,https://digitallibrary.un.org/record/{}\n",
                      tally.yes, tally.no, tally.abstain, tally.absent,
                      tally.yes + tally.no + tally.abstain + tally.absent, number_of(r, index));
  return text;
}

}  // namespace

void write_undl_layout(const Record& record, const std::function<void(std::string_view)>& write) {
  write(
      "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,"
      "title,"
      "agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_"
      "ms,"
      "undl_link\n");
  std::vector<std::string> names;
  for (const State& s : record.states) names.push_back(upper(s.name));
  std::string rows;
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
    rows.clear();
    const std::string number = number_of(record.roll_calls[r], r);
    const std::string columns = columns_of(record, r);
    for (StateIndex s = 0; s < record.states.size(); ++s) {
      const Choice choice = record.votes.at(s, r);
      if (choice == Choice::not_listed) continue;
      fmt::format_to(std::back_inserter(rows), "{},{},", number, record.states[s].code);
      add_quoted(rows, names[s]);
      fmt::format_to(std::back_inserter(rows), ",{}{}", choice_letter(choice), columns);
    }
    write(rows);
  }
}

}  // namespace volteface
