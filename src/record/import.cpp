#include "volteface/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "record/catalogue_text.h"
#include "record/importers.h"
#include "record/text.h"
#include "record/vote_table.h"

namespace volteface {
namespace {

constexpr std::size_t looked_at = 1 << 16;  // bytes from which the format is told
constexpr std::size_t largest_record = std::size_t{1} << 30;
constexpr std::size_t most_columns = 1000;

// A source whose beginning was read to tell its format, and which reports how far reading has come.
class ImportBytes final : public ByteSource {
 public:
  ImportBytes(ByteSource& source, const std::function<void(std::uint64_t)>& progress)
      : ByteSource(source.name()), source_(source), progress_(progress) {
    beginning_.resize(looked_at);
    std::size_t got = 0;
    do {
      got = source.read({beginning_.data() + filled_, beginning_.size() - filled_});
      filled_ += got;
    } while (got > 0 && filled_ < beginning_.size());
  }

  std::string_view beginning() const { return {beginning_.data(), filled_}; }

  std::size_t read(std::span<char> buffer) override {
    std::size_t got = std::min(buffer.size(), filled_ - given_);
    if (got > 0) {
      std::copy_n(beginning_.data() + given_, got, buffer.data());
      given_ += got;
    } else {
      got = source_.read(buffer);
    }
    read_ += got;
    if (progress_) progress_(read_);
    return got;
  }

 private:
  ByteSource& source_;
  const std::function<void(std::uint64_t)>& progress_;
  std::string beginning_;
  std::size_t filled_ = 0;
  std::size_t given_ = 0;
  std::uint64_t read_ = 0;
};

std::string_view without_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

std::string_view first_line(std::string_view text) {
  text = without_mark(text);
  text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  return text.substr(0, text.find_first_of("\r\n"));
}

char delimiter_of(std::string_view beginning) {
  const auto line = first_line(beginning);
  const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
  return count('\t') > count(',') ? '\t' : ',';
}

// The names of the columns, from the header that `reader` stands before.
std::vector<std::string> read_header(CsvReader& reader, const std::string& file) {
  if (!reader.next()) throw Error("is empty; expected a file of votes", {file});
  if (reader.fault()) throw Error(*reader.fault(), reader.position());
  if (reader.row().size() > most_columns)
    throw Error("has more than 1000 columns", reader.position());
  std::vector<std::string> names;
  for (const auto& name : reader.row()) names.push_back(clean_text(name));
  return names;
}

ImportFormat format_of_header(const std::vector<std::string>& names, const Position& header) {
  const auto has = [&](std::string_view wanted) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& n) { return equal_ignoring_case(n, wanted); });
  };
  if (has("undl_id") || has("ms_code") || has("ms_vote") || has("ms_votes"))
    return ImportFormat::undl;
  if (has("rcid") || has("ccode")) return ImportFormat::voeten;
  if (has("rollcall")) return ImportFormat::long_table;
  std::string seen;
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 8); ++i) {
    seen += (i ? ", " : "") + shortened(names[i]);
  }
  throw Error(
      fmt::format(
          "is no table of votes: its columns are {}; expected undl_id, ms_code, ms_vote (UN "
          "Digital Library), or rcid, ccode, vote (Voeten), or rollcall, date, state, vote",
          seen),
      header);
}

const TableFormat& table_format(ImportFormat format) {
  if (format == ImportFormat::undl) return undl_format();
  return format == ImportFormat::voeten ? voeten_format() : long_format();
}

// What the first bytes tell; nothing where it is a table, whose header must tell.
std::optional<ImportFormat> format_of_bytes(std::string_view beginning, const std::string& file) {
  if (beginning.empty()) throw Error("is empty; expected a file of votes", {file});
  if (beginning.starts_with("VFREC")) return ImportFormat::record;
  if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) {
    // XML says its encoding, and expat reads this one.
    if (beginning.find('<') < 8) return ImportFormat::marc;
    throw Error("is UTF-16; expected UTF-8", {file});
  }
  const auto text = without_mark(beginning);
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && text[first] == '<') return ImportFormat::marc;
  return std::nullopt;
}

ImportReport import_table(ImportBytes& bytes, Record& record, const ImportOptions& options) {
  CsvReader reader(bytes, delimiter_of(bytes.beginning()), CsvReader::Encoding::utf8);
  const auto names = read_header(reader, bytes.name());
  const auto format = options.format ? *options.format : format_of_header(names, reader.position());
  Merge merge(record, options, bytes.name(), format);
  merge.add_source({source_name(bytes.name()), "those of its publisher", ""});
  read_vote_table(reader, names, table_format(format), merge);
  return merge.apply(record);
}

ImportReport import_marc_xml(ImportBytes& bytes, Record& record, const ImportOptions& options) {
  Merge merge(record, options, bytes.name(), ImportFormat::marc);
  merge.add_source({source_name(bytes.name()), "those of its publisher", ""});
  import_marc(bytes, merge);
  return merge.apply(record);
}

// In place of nothing, the record of the file is taken as it is, with its pairs of texts and its
// hash.
ImportReport take_record(Record& record, Record other, const std::string& file) {
  ImportReport report;
  report.file = file;
  report.format = ImportFormat::record;
  report.roll_calls_added = other.roll_calls.size();
  for (StateIndex s = 0; s < other.states.size(); ++s) {
    for (const Choice choice : other.votes.row(s))
      report.cells_added += choice != Choice::not_listed;
  }
  report.rows = report.cells_added;
  record = std::move(other);
  return report;
}

ImportReport import_record_file(ImportBytes& bytes, Record& record, const ImportOptions& options) {
  const std::string all = read_all(bytes, largest_record);
  Record other = decode_record(std::as_bytes(std::span(all)), bytes.name());
  if (record.roll_calls.empty() && record.states.empty()) {
    return take_record(record, std::move(other), bytes.name());
  }
  Merge merge(record, options, bytes.name(), ImportFormat::record, other.states);
  import_record(other, merge);
  return merge.apply(record);
}

ImportReport import_source(ByteSource& source, Record& record, const ImportOptions& options) {
  ImportBytes bytes(source, options.progress);
  const auto told = format_of_bytes(bytes.beginning(), bytes.name());
  const auto format = options.format ? options.format : told;
  if (format == ImportFormat::record) return import_record_file(bytes, record, options);
  if (format == ImportFormat::marc) return import_marc_xml(bytes, record, options);
  return import_table(bytes, record, options);
}

}  // namespace

std::string_view import_format_name(ImportFormat format) {
  constexpr std::string_view names[] = {"undl", "marc", "voeten", "long", "record"};
  return names[static_cast<std::size_t>(format)];
}

std::optional<ImportFormat> parse_import_format(std::string_view name) {
  for (const ImportFormat format : {ImportFormat::undl, ImportFormat::marc, ImportFormat::voeten,
                                    ImportFormat::long_table, ImportFormat::record}) {
    if (equal_ignoring_case(name, import_format_name(format))) return format;
  }
  return std::nullopt;
}

ImportReport import_file(Record& record, const std::string& path, const ImportOptions& options) {
  const auto source = open_bytes(path);
  return import_source(*source, record, options);
}

ImportReport import_bytes(Record& record, std::span<const char> bytes, const std::string& name,
                          const ImportOptions& options) {
  const auto source = memory_bytes(bytes, name);
  return import_source(*source, record, options);
}

}  // namespace volteface
