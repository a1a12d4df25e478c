#include "record/vote_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/catalogue_text.h"
#include "record/text.h"

namespace volteface {
namespace {

std::size_t index_of(Field field) { return static_cast<std::size_t>(field); }

// Which column holds which field.
std::array<std::size_t, fields> find_columns(const std::vector<std::string>& names,
                                             const TableFormat& format, const Position& header) {
  std::array<std::size_t, fields> columns;
  columns.fill(TableRow::none);
  std::string missing;
  for (const ColumnName& wanted : format.columns) {
    std::size_t& column = columns[index_of(wanted.field)];
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!equal_ignoring_case(names[i], wanted.name)) continue;
      if (column == TableRow::none) {
        column = i;
      } else if (equal_ignoring_case(names[column], wanted.name) && column != i) {
        throw Error(fmt::format("two columns are called '{}'", wanted.name), header);
      }
    }
  }
  for (const ColumnName& wanted : format.columns) {
    if (!wanted.needed || columns[index_of(wanted.field)] != TableRow::none) continue;
    missing += (missing.empty() ? "" : ", ") + std::string(wanted.name);
  }
  if (!missing.empty()) {
    throw Error(fmt::format("missing columns, as a table of the format '{}': {}",
                            import_format_name(format.format), missing),
                header);
  }
  return columns;
}

class VoteTable {
 public:
  VoteTable(CsvReader& reader, const TableFormat& format, Merge& merge,
            const std::vector<std::string>& names)
      : reader_(reader), format_(format), merge_(merge), width_(names.size()) {
    row_.columns = find_columns(names, format, reader.position());
    row_.row = &reader.row();
  }

  void read() {
    while (reader_.next()) {
      ++merge_.report().rows;
      take_row();
    }
  }

 private:
  void take_row() {
    if (reader_.fault()) {
      merge_.refuse(reader_.position(), [&] { return *reader_.fault(); });
      return;
    }
    if (reader_.row().size() != width_) {
      const std::size_t at = std::min(reader_.row().size() - 1, width_);
      merge_.refuse(reader_.position(at), [&] {
        return fmt::format("{} fields, expected the {} of the header", reader_.row().size(),
                           width_);
      });
      return;
    }
    try {
      take_cell();
    } catch (const Fault& fault) {
      refuse(fault.field, [&] { return fault.reason; });
    }
  }

  void take_cell() {
    const auto choice = format_.vote(row_.at(Field::vote));
    if (!choice) {
      ++merge_.report().not_member;
      return;
    }
    MergedRollCall& roll_call = roll_call_of_row();
    const auto named = format_.seat(row_, merge_.seats());
    if (!named) {
      refuse(Field::state, [&] { return merge_.seats().unknown(state_text()); });
      return;
    }
    const auto seat = merge_.seats().on(*named, roll_call.date);
    if (!seat) {
      refuse(Field::state, [&] { return merge_.seats().why_not(*named, roll_call.date); });
      return;
    }
    std::string contradiction = merge_.add_cell(roll_call, *seat, *choice);
    if (!contradiction.empty()) refuse(Field::vote, [&] { return contradiction; });
  }

  std::string_view state_text() const {
    const auto code = row_.at(Field::state);
    return code.empty() ? row_.at(Field::state_name) : code;
  }

  template <typename Reason>
  void refuse(Field field, Reason reason) {
    const std::size_t column = row_.columns[index_of(field)];
    merge_.refuse(reader_.position(column == TableRow::none ? 0 : column), reason);
  }

  // The fields that tell one roll call from another, as the row before had them.
  static constexpr Field identity[] = {Field::id, Field::date, Field::year, Field::session,
                                       Field::symbol};

  bool as_before() const {
    for (std::size_t i = 0; i < std::size(identity); ++i) {
      if (row_.at(identity[i]) != before_[i]) return false;
    }
    return true;
  }

  MergedRollCall& roll_call_of_row() {
    if (current_ != nullptr && as_before()) return *current_;
    current_ = nullptr;
    RollCall said;
    said.id = format_.id(row_, said.rcid);
    said.session = session_of(row_.at(Field::session));
    said.symbol = symbol_of(row_.at(Field::symbol));
    date_roll_call(said);
    MergedRollCall* known = merge_.find(said.id);
    if (known != nullptr) {
      // Where two ids of the file name one roll call, the first one's row tells nothing of the
      // other.
      if (known->said.id == said.id) compare(*known, said);
    } else {
      known = &open(std::move(said));
    }
    for (std::size_t i = 0; i < std::size(identity); ++i) before_[i] = row_.at(identity[i]);
    current_ = known;
    return *current_;
  }

  // A row that says something else of its roll call than the first one did is refused.
  static void compare(const MergedRollCall& known, const RollCall& said) {
    const auto check = [&](Field field, const std::string& first, const std::string& now) {
      if (first == now || now.empty()) return;
      throw Fault{field,
                  fmt::format("contradicts an earlier row of the file: {} has '{}' there, and "
                              "'{}' here",
                              said.id, shortened(first), shortened(now))};
    };
    check(Field::date, format_date(known.said.date), format_date(said.date));
    check(Field::session, known.said.session, said.session);
    check(Field::symbol, known.said.symbol, said.symbol);
  }

  MergedRollCall& open(RollCall said) {
    for (const Field field : {Field::title, Field::subjects, Field::note}) {
      if (row_.at(field).size() > longest_text) throw Fault{field, "text is longer than 16 KiB"};
    }
    said.title = plain_title(row_.at(Field::title));
    said.subjects = split_text(row_.at(Field::subjects), '|');
    if (said.note.empty()) said.note = clean_text(row_.at(Field::note));
    format_.describe(row_, said);
    std::string contradiction;
    MergedRollCall* opened = merge_.open(std::move(said), contradiction);
    if (opened == nullptr) throw Fault{Field::date, contradiction};
    return *opened;
  }

  // By its date; else as the record knows it; else, where the table has no dates, by year or
  // session.
  void date_roll_call(RollCall& said) {
    if (!row_.at(Field::date).empty()) {
      said.date = date_of(row_.at(Field::date));
      return;
    }
    if (const auto* earlier = merge_.find(said.id)) {
      said.date = earlier->said.date;
      return;
    }
    if (const auto known = merge_.known_date(said.id, said.rcid)) {
      said.date = *known;
      return;
    }
    if (format_.format != ImportFormat::voeten) {
      throw Fault{Field::date, fmt::format("no date, and the record does not know {}", said.id)};
    }
    date_by_year(said);
  }

  // Most roll calls of a year are in December, and so is the middle of a session's.
  void date_by_year(RollCall& said) {
    const auto year = whole_number(row_.at(Field::year));
    const bool regular = !said.session.empty() && said.session[0] != 'E' && said.session[0] != 'S';
    unsigned chosen = 0;
    if (year) {
      chosen = *year;
    } else if (regular) {
      chosen = 1945 + *whole_number(said.session);
    } else {
      throw Fault{Field::id,
                  fmt::format("the record does not know rcid {}, and the row has neither "
                              "a date nor a year or regular session",
                              row_.at(Field::id))};
    }
    if (chosen < 1946 || chosen > 2099) {
      throw Fault{year ? Field::year : Field::session,
                  fmt::format("year {} is out of range; expected 1946 to 2099", chosen)};
    }
    said.date = Date{std::chrono::year{static_cast<int>(chosen)} / 12 / 1};
    said.date_exact = false;
    said.note = "the source gives no date: the year alone is right";
  }

  CsvReader& reader_;
  const TableFormat& format_;
  Merge& merge_;
  std::size_t width_;
  TableRow row_;
  MergedRollCall* current_ = nullptr;
  std::array<std::string, std::size(identity)> before_;
};

}  // namespace

void read_vote_table(CsvReader& reader, const std::vector<std::string>& names,
                     const TableFormat& format, Merge& merge) {
  VoteTable(reader, format, merge, names).read();
}

}  // namespace volteface
