#include "record/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "record/catalogue_text.h"
#include "record/symbols.h"
#include "record/text.h"

namespace volteface {
namespace {

bool is_whole_text(const RollCall& r) {
  return r.duplicate_of.empty() && (r.kind == Kind::resolution || r.kind == Kind::decision);
}

bool same_month(Date a, Date b) {
  const std::chrono::year_month_day x{a}, y{b};
  return x.year() == y.year() && x.month() == y.month();
}

// Where a source knows only the month, any day of it is the same.
bool same_date(const RollCall& a, const RollCall& b) {
  return a.date == b.date || ((!a.date_exact || !b.date_exact) && same_month(a.date, b.date));
}

std::string name_of(const RollCall& r) { return r.symbol.empty() ? r.id : r.symbol; }

}  // namespace

std::string source_name(const std::string& file) {
  return "file " + clean_text(std::filesystem::path(file).filename().string());
}

Merge::Merge(const Record& record, const ImportOptions& options, std::string file,
             ImportFormat format, const std::vector<State>& states)
    : record_(record), options_(options), seats_(record.states, states) {
  report_.file = std::move(file);
  report_.format = format;
  for (RollCallIndex i = 0; i < record.roll_calls.size(); ++i) {
    const RollCall& r = record.roll_calls[i];
    by_id_.emplace(r.id, i);
    if (r.rcid != 0) by_rcid_.emplace(r.rcid, i);
    if (!r.symbol.empty() && is_whole_text(r)) by_symbol_[plain_symbol(r.symbol)].push_back(i);
  }
}

MergedRollCall* Merge::find(const std::string& id) {
  const auto found = of_file_.find(id);
  return found == of_file_.end() ? nullptr : found->second;
}

std::optional<Date> Merge::known_date(const std::string& id, std::uint32_t rcid) const {
  if (const auto found = by_id_.find(id); found != by_id_.end()) {
    return record_.roll_calls[found->second].date;
  }
  if (const auto found = by_rcid_.find(rcid); rcid != 0 && found != by_rcid_.end()) {
    return record_.roll_calls[found->second].date;
  }
  return std::nullopt;
}

std::optional<RollCallIndex> Merge::existing_of(const RollCall& said, bool& date_matters) const {
  date_matters = false;
  if (const auto found = by_id_.find(said.id); found != by_id_.end()) {
    date_matters = said.rcid == 0;  // Voeten's dates of early votes are his own
    return found->second;
  }
  if (const auto found = by_rcid_.find(said.rcid); said.rcid != 0 && found != by_rcid_.end()) {
    return found->second;
  }
  if (said.symbol.empty() || !is_whole_text(said)) return std::nullopt;
  const auto found = by_symbol_.find(plain_symbol(said.symbol));
  if (found == by_symbol_.end()) return std::nullopt;
  for (const RollCallIndex i : found->second) {
    if (same_date(record_.roll_calls[i], said)) return i;
  }
  return std::nullopt;
}

MergedRollCall* Merge::open(RollCall said, std::string& contradiction) {
  bool date_matters = false;
  const auto existing = existing_of(said, date_matters);
  if (existing && date_matters && !same_date(record_.roll_calls[*existing], said)) {
    contradiction =
        fmt::format("contradicts the record: {} is of {} there, and of {} in the file", said.id,
                    format_date(record_.roll_calls[*existing].date), format_date(said.date));
    return nullptr;
  }
  const std::string id = said.id;
  if (existing) {
    // Two ids of the file may name one roll call of the record.
    if (const auto known = of_record_.find(*existing); known != of_record_.end()) {
      of_file_.emplace(id, known->second);
      return known->second;
    }
  } else if (++new_roll_calls_ > most_new_roll_calls) {
    throw Error(
        fmt::format("more than {} roll calls that the record does not know; is it a file of "
                    "votes?",
                    most_new_roll_calls),
        {report_.file});
  }
  MergedRollCall& opened = roll_calls_.emplace_back();
  opened.existing = existing;
  opened.date = existing ? record_.roll_calls[*existing].date : said.date;
  opened.said = std::move(said);
  opened.cells.assign(seats_.size(), no_cell);
  of_file_.emplace(id, &opened);
  if (existing) of_record_.emplace(*existing, &opened);
  return &opened;
}

// Seats begin with the states of the record.
Choice Merge::choice_in_record(const MergedRollCall& roll_call, Seat seat) const {
  if (!roll_call.existing || seat >= record_.states.size()) return Choice::not_listed;
  return record_.votes.at(seat, *roll_call.existing);
}

std::string Merge::add_cell(MergedRollCall& roll_call, Seat seat, Choice choice) {
  std::uint8_t& cell = roll_call.cells[seat];
  const auto contradicts = [&](std::string_view what, Choice said_there) {
    return fmt::format("contradicts {}: {} on {} is {} there, and {} here", what,
                       seats_.state(seat).code, name_of(roll_call.said), choice_name(said_there),
                       choice_name(choice));
  };
  if (cell != no_cell) {
    const auto earlier = static_cast<Choice>(cell);
    if (earlier != choice) return contradicts("an earlier row of the file", earlier);
    ++report_.cells_repeated;
    return "";
  }
  const Choice known = choice_in_record(roll_call, seat);
  if (known == choice) {
    ++report_.cells_same;
  } else if (known == Choice::not_listed) {
    ++report_.cells_added;
  } else if (options_.replace) {
    ++report_.cells_changed;
  } else {
    return contradicts("the record", known);
  }
  cell = static_cast<std::uint8_t>(choice);
  roll_call.has_cells = true;
  return "";
}

void Merge::fill_fields(RollCall& known, const RollCall& said) {
  const auto fill = [this](auto& field, const auto& by, bool is_empty, bool has) {
    if (!is_empty || !has) return;
    field = by;
    ++report_.fields_filled;
  };
  // A symbol or rcid that another roll call has already would make two of them answer to it.
  const auto symbol = plain_symbol(said.symbol);
  const bool own_symbol = known.symbol.empty() && !symbol.empty() && !by_symbol_.contains(symbol);
  const bool own_rcid = known.rcid == 0 && said.rcid != 0 && !by_rcid_.contains(said.rcid);
  if (own_symbol) by_symbol_[symbol];
  if (own_rcid) by_rcid_[said.rcid] = 0;
  fill(known.session, said.session, known.session.empty(), !said.session.empty());
  fill(known.symbol, said.symbol, known.symbol.empty(), own_symbol);
  fill(known.title, said.title, known.title.empty(), !said.title.empty());
  fill(known.subjects, said.subjects, known.subjects.empty(), !said.subjects.empty());
  fill(known.published, said.published, !known.published, said.published.has_value());
  fill(known.rcid, said.rcid, known.rcid == 0, own_rcid);
}

void Merge::write_cells(Record& merged, const std::vector<RollCallIndex>& places) const {
  for (std::size_t i = 0; i < roll_calls_.size(); ++i) {
    if (!roll_calls_[i].has_cells) continue;
    for (Seat seat = 0; seat < seats_.size(); ++seat) {
      const std::uint8_t cell = roll_calls_[i].cells[seat];
      if (cell != no_cell) merged.votes.set(seat, places[i], static_cast<Choice>(cell));
    }
  }
}

void Merge::compare_totals(const Record& merged, const std::vector<RollCallIndex>& places) {
  for (std::size_t i = 0; i < roll_calls_.size(); ++i) {
    const auto& published = roll_calls_[i].said.published;
    if (!published || !roll_calls_[i].has_cells) continue;
    ++report_.totals_compared;
    const Tally counted = merged.tally(places[i]);
    if (counted.yes == published->yes && counted.no == published->no &&
        counted.abstain == published->abstain) {
      continue;
    }
    ++report_.totals_different;
    if (report_.differing_totals.size() >= options_.most_told) continue;
    const RollCall& r = merged.roll_calls[places[i]];
    report_.differing_totals.push_back({r.id, r.symbol, *published, counted});
  }
}

namespace {

// Seats without a cell are left out, unless the record has them already.
void drop_unused_states(Record& record, std::size_t kept) {
  std::vector<StateIndex> used;
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    const auto row = record.votes.row(s);
    const bool listed =
        std::any_of(row.begin(), row.end(), [](Choice c) { return c != Choice::not_listed; });
    if (s < kept || listed) used.push_back(s);
  }
  VoteMatrix votes(used.size(), record.roll_calls.size());
  std::vector<State> states;
  for (StateIndex to = 0; to < used.size(); ++to) {
    states.push_back(record.states[used[to]]);
    for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
      votes.set(to, r, record.votes.at(used[to], r));
    }
  }
  record.states = std::move(states);
  record.votes = std::move(votes);
}

void add_sources(std::vector<Source>& known, const std::vector<Source>& added) {
  for (const Source& source : added) {
    const bool there = std::any_of(known.begin(), known.end(),
                                   [&](const Source& s) { return s.name == source.name; });
    if (!there) known.push_back(source);
  }
}

}  // namespace

ImportReport Merge::apply(Record& target) {
  Record merged = record_;
  std::vector<RollCallIndex> places(roll_calls_.size());
  for (std::size_t i = 0; i < roll_calls_.size(); ++i) {
    const MergedRollCall& roll_call = roll_calls_[i];
    if (!roll_call.has_cells || roll_call.existing) continue;
    places[i] = static_cast<RollCallIndex>(merged.roll_calls.size());
    ++report_.roll_calls_added;
    const RollCall& said = merged.roll_calls.emplace_back(roll_call.said);
    if (said.source.empty()) merged.roll_calls.back().source = source_name(report_.file);
    if (said.rcid != 0) by_rcid_.emplace(said.rcid, places[i]);
    if (!said.symbol.empty()) by_symbol_[plain_symbol(said.symbol)];
  }
  // When all the new ones are known, so that no field filled makes two answer to one name.
  for (std::size_t i = 0; i < roll_calls_.size(); ++i) {
    const MergedRollCall& roll_call = roll_calls_[i];
    if (!roll_call.has_cells || !roll_call.existing) continue;
    places[i] = *roll_call.existing;
    ++report_.roll_calls_known;
    fill_fields(merged.roll_calls[places[i]], roll_call.said);
  }
  const std::size_t known_states = merged.states.size();
  for (Seat seat = static_cast<Seat>(known_states); seat < seats_.size(); ++seat) {
    merged.states.push_back(seats_.state(seat));
  }
  merged.votes = VoteMatrix(merged.states.size(), merged.roll_calls.size());
  for (StateIndex s = 0; s < known_states; ++s) {
    for (RollCallIndex r = 0; r < record_.roll_calls.size(); ++r) {
      merged.votes.set(s, r, record_.votes.at(s, r));
    }
  }
  write_cells(merged, places);
  compare_totals(merged, places);
  drop_unused_states(merged, known_states);
  if (report_.cells_added + report_.cells_changed > 0) add_sources(merged.sources, sources_);
  finish_record(merged);
  target = std::move(merged);
  return std::move(report_);
}

}  // namespace volteface
