// Voting records of the UN Digital Library as MARC-XML. Which fields hold what is told by the
// library's UNBIS reference manual for voting records; docs/import.md lists those that are read.
#include <fmt/format.h>

#include <algorithm>

#include "record/catalogue_text.h"
#include "record/importers.h"
#include "record/marc_reader.h"
#include "record/text.h"
#include "record/vote_fields.h"

namespace volteface {
namespace {

bool is_vote(const MarcField& f) { return f.tag == "967" || f.tag == "968" || f.tag == "969"; }

std::string_view text_of(const MarcField& field, char code) {
  const MarcSubfield* subfield = field.find(code);
  return subfield == nullptr ? std::string_view() : std::string_view(subfield->text);
}

std::string_view text_of(const MarcRecord& record, std::string_view tag, char code) {
  const MarcField* field = record.find(tag);
  return field == nullptr ? std::string_view() : text_of(*field, code);
}

// The number in field 001, else the first number in 035 $a ("(DHL)4076672").
std::string id_of(const MarcRecord& record) {
  std::string_view number = text_of(record, "001", 0);
  if (number.empty()) {
    number = text_of(record, "035", 'a');
    number.remove_prefix(std::min(number.find_first_of("0123456789"), number.size()));
  }
  const bool digits =
      std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (number.empty() || number.size() > 12 || !digits) {
    throw Fault{Field::id,
                fmt::format("'{}' is not a record number; expected one in field 001 or 035",
                            shortened(number))};
  }
  return "u" + std::string(number);
}

// Of the symbols that a record carries, the first that is the Assembly's; an alternate one stands
// in $z.
const MarcField* symbol_field(const MarcRecord& record) {
  const MarcField* first = nullptr;
  for (const MarcField& f : record.fields) {
    if (f.tag != "791" || text_of(f, 'a').empty()) continue;
    if (text_of(f, 'a').starts_with("A/")) return &f;
    if (first == nullptr) first = &f;
  }
  return first;
}

Date date_of_record(const MarcRecord& record) {
  std::string text(text_of(record, "269", 'a'));
  if (text.empty()) text = text_of(record, "992", 'a');
  if (text.size() == 8 && whole_number(text)) {  // 20231027
    text.insert(6, "-").insert(4, "-");
  }
  return date_of(text);
}

std::string title_of(const MarcRecord& record) {
  const MarcField* field = record.find("245");
  if (field == nullptr) return "";
  std::string title;
  for (const MarcSubfield& s : field->subfields) {
    if (s.code != 'a' && s.code != 'b' && s.code != 'c') continue;
    title += (title.empty() ? "" : " ") + s.text;
  }
  if (title.size() > longest_text) title.clear();
  return plain_title(title);
}

// Of the subjects proper, else those of the agenda item.
std::vector<std::string> subjects_of(const MarcRecord& record) {
  std::vector<std::string> subjects;
  const auto take = [&](std::string_view tag, char code) {
    for (const MarcField& f : record.fields) {
      const std::string text(f.tag == tag ? text_of(f, code) : "");
      if (text.empty() || std::find(subjects.begin(), subjects.end(), text) != subjects.end())
        continue;
      subjects.push_back(text);
    }
  };
  take("650", 'a');
  take("653", 'a');
  if (subjects.empty()) take("991", 'd');
  return subjects;
}

std::optional<Tally> totals_of(const MarcRecord& record) {
  const MarcField* field = record.find("996");
  if (field == nullptr) return std::nullopt;
  const auto yes = count_of(text_of(*field, 'b'), Field::yes);
  const auto no = count_of(text_of(*field, 'c'), Field::no);
  const auto abstain = count_of(text_of(*field, 'd'), Field::abstain);
  const auto absent = count_of(text_of(*field, 'e'), Field::absent);
  if (!yes || !no || !abstain) return std::nullopt;
  return Tally{*yes, *no, *abstain, absent.value_or(0)};
}

RollCall roll_call_of(const MarcRecord& record) {
  RollCall said;
  said.id = id_of(record);
  if (const MarcField* symbol = symbol_field(record)) {
    said.symbol = symbol_of(text_of(*symbol, 'a'));
    said.session = session_of(text_of(*symbol, 'c'));
  }
  said.date = date_of_record(record);
  said.title = title_of(record);
  said.kind = kind_of_symbol(said.symbol);
  said.subjects = subjects_of(record);
  said.published = totals_of(record);
  said.note = clean_text(text_of(record, "591", 'a'));
  return said;
}

class MarcImport {
 public:
  MarcImport(Merge& merge, std::string file) : merge_(merge), file_(std::move(file)) {}

  void take(const MarcRecord& record) {
    // Adopted without a vote: the states are listed there, too, but none with a vote.
    const bool voted =
        std::any_of(record.fields.begin(), record.fields.end(),
                    [](const MarcField& f) { return is_vote(f) && !text_of(f, 'd').empty(); });
    if (!voted) {
      ++merge_.report().records_without_votes;
      return;
    }
    if (record.too_large) {
      refuse(record.line, record.column, "record is larger than a voting record can be");
      return;
    }
    MergedRollCall* roll_call = nullptr;
    try {
      roll_call = open(roll_call_of(record));
    } catch (const Fault& fault) {
      const auto [line, column] = position_of(record, fault.field);
      refuse(line, column, fault.reason);
      return;
    }
    for (const MarcField& field : record.fields) {
      if (is_vote(field)) take_vote(field, *roll_call);
    }
  }

 private:
  MergedRollCall* open(RollCall said) {
    if (MergedRollCall* known = merge_.find(said.id)) {
      if (known->said.date == said.date) return known;
      throw Fault{Field::date,
                  fmt::format("contradicts an earlier record of the file: {} is of {} there",
                              said.id, format_date(known->said.date))};
    }
    std::string contradiction;
    MergedRollCall* opened = merge_.open(std::move(said), contradiction);
    if (opened == nullptr) throw Fault{Field::date, contradiction};
    return opened;
  }

  void take_vote(const MarcField& field, MergedRollCall& roll_call) {
    ++merge_.report().rows;
    const MarcSubfield* vote = field.find('d');
    const MarcSubfield* code = field.find('c');
    const auto at = [&](const MarcSubfield* subfield) {
      return subfield == nullptr ? Position{file_, field.line, field.column}
                                 : Position{file_, subfield->line, subfield->column};
    };
    const auto choice = choice_of(field);
    if (!choice && text_of(field, 'd').empty()) {
      ++merge_.report().not_member;
      return;
    }
    if (!choice) {
      merge_.refuse(at(vote), [&] {
        return fmt::format("vote '{}' is none; expected Y, N, A or X", shortened(vote->text));
      });
      return;
    }
    const auto name = text_of(field, 'c').empty() ? text_of(field, 'e') : text_of(field, 'c');
    const auto named = merge_.seats().find(name);
    if (!named) {
      merge_.refuse(at(code), [&] { return merge_.seats().unknown(name); });
      return;
    }
    const auto seat = merge_.seats().on(*named, roll_call.date);
    if (!seat) {
      merge_.refuse(at(code), [&] { return merge_.seats().why_not(*named, roll_call.date); });
      return;
    }
    std::string contradiction = merge_.add_cell(roll_call, *seat, *choice);
    if (!contradiction.empty()) merge_.refuse(at(vote), [&] { return contradiction; });
  }

  // A state that did not vote has no $d; one that was not eligible has the status 9 in $b.
  static std::optional<Choice> choice_of(const MarcField& field) {
    const auto vote = text_of(field, 'd');
    if (!vote.empty()) return choice_of_letter(vote);
    if (text_of(field, 'b') == "9") return std::nullopt;
    return Choice::absent;
  }

  static std::pair<std::uint64_t, std::uint64_t> position_of(const MarcRecord& record,
                                                             Field field) {
    const MarcField* found = nullptr;
    if (field == Field::id) found = record.find("001");
    if (field == Field::date) found = record.find("269");
    if (field == Field::symbol || field == Field::session) found = symbol_field(record);
    if (field == Field::yes || field == Field::no || field == Field::abstain ||
        field == Field::absent) {
      found = record.find("996");
    }
    if (found == nullptr) return {record.line, record.column};
    return {found->line, found->column};
  }

  void refuse(std::uint64_t line, std::uint64_t column, const std::string& reason) {
    merge_.refuse({file_, line, column}, [&] { return reason; });
  }

  Merge& merge_;
  std::string file_;
};

}  // namespace

void import_marc(ByteSource& source, Merge& merge) {
  MarcImport import(merge, source.name());
  read_marc(source, [&import](const MarcRecord& record) { import.take(record); });
}

}  // namespace volteface
