#include "record/seats.h"

#include <fmt/format.h>

#include "record/seat_facts-inl.h"
#include "record/state_names.h"
#include "record/text.h"

namespace volteface {
namespace {

std::string capitals(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return upper;
}

}  // namespace

Seats::Seats(const std::vector<State>& of_record, const std::vector<State>& of_another)
    : states_(of_record) {
  for (Seat i = 0; i < states_.size(); ++i) by_code_.emplace(capitals(states_[i].code), i);
  for (const SeatRow& row : seat_rows) {
    const auto [known, is_new] = by_code_.emplace(row.code, static_cast<Seat>(states_.size()));
    if (is_new) states_.push_back({std::string(row.code), std::string(row.name)});
    if (row.cow != 0) cow_[row.cow] = known->second;
  }
  for (const State& s : of_another) {
    const auto next = static_cast<Seat>(states_.size());
    if (by_code_.emplace(capitals(s.code), next).second) states_.push_back(s);
  }
  spans_.resize(states_.size());
  for (const SeatSpan& span : seat_spans) {
    spans_[*by_code(span.code)] = {span.first, span.last, by_code(span.before),
                                   by_code(span.after)};
  }
}

// "" stands for no seat, whatever a record may hold.
std::optional<Seat> Seats::by_code(std::string_view code) const {
  const auto found = code.empty() ? by_code_.end() : by_code_.find(capitals(code));
  if (found == by_code_.end()) return std::nullopt;
  return found->second;
}

std::optional<Seat> Seats::find(std::string_view code_or_name) {
  if (const auto known = asked_.find(code_or_name); known != asked_.end()) return known->second;
  if (code_or_name.empty() || code_or_name.size() > 100) return std::nullopt;
  auto found = by_code(code_or_name);
  for (const OldCode& old : old_codes) {
    if (!found && equal_ignoring_case(old.old, code_or_name)) found = by_code(old.code);
  }
  for (Seat i = 0; !found && i < states_.size(); ++i) {
    if (equal_ignoring_case(states_[i].name, code_or_name)) found = i;
  }
  if (!found) {
    if (const auto code = code_of_other_name(code_or_name)) found = by_code(*code);
  }
  // Few spellings are found; what is not is not remembered, so that no file can fill memory with
  // it.
  if (found && asked_.size() < 10'000) asked_.emplace(code_or_name, *found);
  return found;
}

std::optional<Seat> Seats::find_cow(unsigned number) const {
  const auto found = cow_.find(number);
  if (found == cow_.end()) return std::nullopt;
  return found->second;
}

std::optional<Seat> Seats::on(Seat seat, Date date) const {
  // No chain of successions is longer than YUG, SCG, SRB.
  for (int steps = 0; steps < 3; ++steps) {
    const Span& span = spans_[seat];
    if (date >= span.first && date <= span.last) return seat;
    const auto next = date < span.first ? span.before : span.after;
    if (!next) return std::nullopt;
    seat = *next;
  }
  return std::nullopt;
}

std::string Seats::why_not(Seat seat, Date date) const {
  const Span& span = spans_[seat];
  const bool before = date < span.first;
  return fmt::format("{} is no seat of the General Assembly {} {}, and the roll call is of {}",
                     states_[seat].code, before ? "before" : "after",
                     format_date(before ? span.first : span.last), format_date(date));
}

std::string Seats::unknown(std::string_view code_or_name) const {
  std::vector<std::string> known;
  for (const State& s : states_) {
    known.push_back(s.code);
    known.push_back(s.name);
  }
  return Error(fmt::format("unknown state '{}'; expected a code such as ARG, or a name",
                           shortened(code_or_name)),
               {}, nearest(code_or_name, known))
      .what();
}

}  // namespace volteface
