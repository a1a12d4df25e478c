#include "volteface/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "record/state_names.h"
#include "record/symbols.h"
#include "record/text.h"

namespace volteface {
namespace {

// True for "181(ii)[a]" and "181(ii)", and for "66/1a" and "66/1": a part of the resolution named.
bool is_part_of(std::string_view symbol, std::string_view whole) {
  if (whole.empty() || !symbol.starts_with(whole)) return false;
  const std::string_view rest = symbol.substr(whole.size());
  return rest.starts_with('[') || (rest.size() == 1 && rest[0] >= 'a' && rest[0] <= 'z');
}

}  // namespace

char choice_letter(Choice choice) { return "YANX-"[static_cast<std::size_t>(choice)]; }

std::string_view choice_name(Choice choice) {
  constexpr std::string_view names[] = {"yes", "abstain", "no", "absent", "not listed"};
  return names[static_cast<std::size_t>(choice)];
}

std::string_view kind_name(Kind kind) {
  constexpr std::string_view names[] = {"resolution", "decision", "amendment", "paragraph",
                                        "unspecified"};
  return names[static_cast<std::size_t>(kind)];
}

std::optional<Kind> parse_kind(std::string_view name) {
  for (Kind kind :
       {Kind::resolution, Kind::decision, Kind::amendment, Kind::paragraph, Kind::unspecified}) {
    if (equal_ignoring_case(name, kind_name(kind))) return kind;
  }
  return std::nullopt;
}

int regular_session(Date date) {
  const std::chrono::year_month_day day{date};
  const bool opened = day.month() > std::chrono::September ||
                      (day.month() == std::chrono::September && day.day() >= std::chrono::day{15});
  // The first session sat from January 1946 on.
  return std::max(1, static_cast<int>(day.year()) - (opened ? 1945 : 1946));
}

int session_number(const RollCall& roll_call) {
  int number = 0;
  for (char c : roll_call.session) {
    if (c < '0' || c > '9' || number > 999) return regular_session(roll_call.date);
    number = number * 10 + (c - '0');
  }
  return number > 0 ? number : regular_session(roll_call.date);
}

VoteMatrix::VoteMatrix(std::size_t states, std::size_t roll_calls)
    : states_(states), roll_calls_(roll_calls), cells_(states * roll_calls, Choice::not_listed) {}

std::optional<StateIndex> Record::find_state(std::string_view code_or_name) const {
  for (StateIndex i = 0; i < states.size(); ++i) {
    if (equal_ignoring_case(states[i].code, code_or_name)) return i;
  }
  for (StateIndex i = 0; i < states.size(); ++i) {
    if (equal_ignoring_case(states[i].name, code_or_name)) return i;
  }
  if (const auto code = code_of_other_name(code_or_name)) {
    for (StateIndex i = 0; i < states.size(); ++i) {
      if (states[i].code == *code) return i;
    }
  }
  return std::nullopt;
}

StateIndex Record::state(std::string_view code_or_name) const {
  if (const auto found = find_state(code_or_name)) return *found;
  std::vector<std::string> known;
  for (const State& s : states) {
    known.push_back(s.code);
    known.push_back(s.name);
  }
  if (states.empty())
    throw Error(
        fmt::format("unknown state '{}'; the record has no states", shortened(code_or_name)));
  // A record may hold few states, and not the one that all know as an example.
  const std::string example = find_state("ARG") ? "ARG" : states.front().code;
  throw Error(fmt::format("unknown state '{}'; expected a code such as {}, or a name "
                          "(`volteface states` lists them)",
                          shortened(code_or_name), example),
              {}, nearest(code_or_name, known));
}

std::vector<RollCallIndex> Record::find_roll_calls(std::string_view symbol_or_id) const {
  std::vector<RollCallIndex> found;
  if (symbol_or_id.empty()) return found;
  for (RollCallIndex i = 0; i < roll_calls.size(); ++i) {
    if (roll_calls[i].id == symbol_or_id) return {i};
  }
  const std::string plain = plain_symbol(symbol_or_id);
  for (RollCallIndex i = 0; i < roll_calls.size(); ++i) {
    if (!plain.empty() && plain_symbol(roll_calls[i].symbol) == plain) found.push_back(i);
  }
  if (!found.empty()) return found;
  for (RollCallIndex i = 0; i < roll_calls.size(); ++i) {
    if (is_part_of(plain_symbol(roll_calls[i].symbol), plain)) found.push_back(i);
  }
  return found;
}

RollCallIndex Record::roll_call(std::string_view symbol_or_id) const {
  const auto found = find_roll_calls(symbol_or_id);
  if (found.empty()) {
    std::vector<std::string> known;
    for (const RollCall& r : roll_calls) known.push_back(r.symbol.empty() ? r.id : r.symbol);
    throw Error(
        fmt::format("unknown roll call '{}'; expected a symbol such as A/RES/ES-11/7, or an id",
                    shortened(symbol_or_id)),
        {}, nearest(symbol_or_id, known));
  }
  for (auto it = found.rbegin(); it != found.rend(); ++it) {
    const RollCall& r = roll_calls[*it];
    if (r.duplicate_of.empty() && (r.kind == Kind::resolution || r.kind == Kind::decision))
      return *it;
  }
  return found.back();
}

Tally Record::tally(RollCallIndex roll_call) const {
  Tally tally;
  for (StateIndex i = 0; i < states.size(); ++i) {
    switch (votes.at(i, roll_call)) {
      case Choice::yes:
        ++tally.yes;
        break;
      case Choice::abstain:
        ++tally.abstain;
        break;
      case Choice::no:
        ++tally.no;
        break;
      case Choice::absent:
        ++tally.absent;
        break;
      case Choice::not_listed:
        break;
    }
  }
  return tally;
}

Date Record::last_date() const {
  if (roll_calls.empty()) throw Error("the record has no roll calls");
  return roll_calls.back().date;
}

std::vector<MembershipSpan> membership_spans(const Record& record) {
  constexpr std::chrono::days longest_gap{366};
  std::vector<MembershipSpan> spans;
  for (StateIndex i = 0; i < record.states.size(); ++i) {
    const auto row = record.votes.row(i);
    std::optional<Date> missed_from;  // the first roll call since the last listed one
    bool voted = false;               // in the present span
    for (RollCallIndex r = 0; r < row.size(); ++r) {
      const Date date = record.roll_calls[r].date;
      if (row[r] == Choice::not_listed) {
        if (!missed_from) missed_from = date;
        continue;
      }
      const bool was_away = missed_from && date - *missed_from > longest_gap;
      if (was_away) voted = false;
      missed_from.reset();
      if (!voted && !is_cast(row[r])) continue;
      if (!voted) spans.push_back({i, date, date});
      spans.back().last = date;
      voted = true;
    }
  }
  return spans;
}

namespace {

std::optional<std::regex> compile(const std::string& pattern, std::string_view field) {
  if (pattern.empty()) return std::nullopt;
  try {
    return std::regex(pattern, std::regex::icase | std::regex::optimize | std::regex::ECMAScript);
  } catch (const std::regex_error& e) {
    throw Error(fmt::format("malformed regular expression for {}: '{}' ({})", field,
                            shortened(pattern), e.what()));
  }
}

bool is_contested(const Record& record, RollCallIndex roll_call) {
  const Tally t = record.tally(roll_call);
  return (t.yes > 0) + (t.no > 0) + (t.abstain > 0) > 1;
}

}  // namespace

std::vector<RollCallIndex> select_roll_calls(const Record& record, const Filter& filter) {
  const auto subject = compile(filter.subject, "the subject");
  const auto title = compile(filter.title, "the title");
  const auto matches_subject = [&](const RollCall& r) {
    const auto matches = [&](const std::string& s) { return std::regex_search(s, *subject); };
    return matches(r.title) || std::any_of(r.subjects.begin(), r.subjects.end(), matches) ||
           std::any_of(r.issues.begin(), r.issues.end(), matches);
  };
  std::vector<RollCallIndex> chosen;
  for (RollCallIndex i = 0; i < record.roll_calls.size(); ++i) {
    const RollCall& r = record.roll_calls[i];
    if (filter.since && r.date < *filter.since) continue;
    if (filter.until && r.date > *filter.until) continue;
    if (filter.kind && r.kind != *filter.kind) continue;
    if (!filter.duplicates && !r.duplicate_of.empty()) continue;
    if (title && !std::regex_search(r.title, *title)) continue;
    if (subject && !matches_subject(r)) continue;
    if (filter.contested && !is_contested(record, i)) continue;
    chosen.push_back(i);
  }
  return chosen;
}

Record record_as_of(const Record& record, Date day) {
  const auto later = std::partition_point(record.roll_calls.begin(), record.roll_calls.end(),
                                          [&](const RollCall& r) { return r.date <= day; });
  const auto kept = static_cast<RollCallIndex>(later - record.roll_calls.begin());
  Record cut;
  cut.states = record.states;
  cut.roll_calls.assign(record.roll_calls.begin(), later);
  cut.votes = VoteMatrix(record.states.size(), kept);
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    for (RollCallIndex r = 0; r < kept; ++r) cut.votes.set(s, r, record.votes.at(s, r));
  }
  for (const TextPair& pair : record.known_pairs) {
    if (pair.earlier < kept && pair.later < kept) cut.known_pairs.push_back(pair);
  }
  cut.sources = record.sources;
  cut.hash = record.hash;
  return cut;
}

}  // namespace volteface
