// Whole files: what tells their format, what makes them fail, gzip, progress, and record files.
#include <filesystem>

#include "record/import_files.h"

namespace volteface {
namespace {

const std::string& header = long_header;

TEST(ImportTable, NamesWhatIsMissing) {
  EXPECT_EQ(error_of("rollcall,date,name\nn,2016-01-05,ARG\n"),
            "file:1:1: missing columns, as a table of the format 'long': state, vote");
  EXPECT_EQ(error_of("undl_id,ms_code,date\n"),
            "file:1:1: missing columns, as a table of the format 'undl': resolution, ms_vote");
  EXPECT_EQ(error_of("rcid,vote\n"),
            "file:1:1: missing columns, as a table of the format 'voeten': ccode");
  ImportOptions options;
  options.format = ImportFormat::undl;
  EXPECT_NE(
      error_of(header, options).find("missing columns, as a table of the format 'undl': undl_id"),
      std::string::npos);
}

TEST(ImportTable, IsAnErrorWhereItIsNone) {
  EXPECT_EQ(error_of(""), "file: is empty; expected a file of votes");
  EXPECT_EQ(error_of("\n\n"), "file: is empty; expected a file of votes");
  EXPECT_NE(
      error_of("a,b\n1,2\n").find("file:1:1: is no table of votes: its columns are a, b; expected"),
      std::string::npos);
  EXPECT_EQ(error_of("rollcall,date,state,vote,Vote\n"), "file:1:1: two columns are called 'vote'");
  EXPECT_EQ(error_of(std::string("\xFF\xFEr\0o\0l\0l\0", 10)), "file: is UTF-16; expected UTF-8");
  EXPECT_NE(error_of("rollcall,\"date\n").find("file:1:10: quote is never closed"),
            std::string::npos);
}

TEST(ImportTable, HasALimitOfNewRollCalls) {
  std::string file = "rollcall,date,state,vote\n";
  for (int i = 0; i < 100'001; ++i) file += "n" + std::to_string(i) + ",2016-01-05,ARG,Y\n";
  EXPECT_NE(error_of(file).find("more than 100000 roll calls"), std::string::npos);
}

TEST(ImportFile, ReadsGzipAndRefusesOneThatIsCutOff) {
  std::string text = header;
  for (int i = 0; i < 2000; ++i) {
    text += "n" + std::to_string(i * 7919) + ",2016-01-05,70,,,ARG,Y\n";
  }
  const std::string packed = gzipped(text);
  Record record = small_record();
  const std::string whole = temporary_file("whole.csv.gz", packed);
  EXPECT_EQ(import_file(record, whole).cells_added, 2000u);
  std::filesystem::remove(whole);
  const auto before = encode_record(record);
  for (std::size_t cut = 20; cut < packed.size(); cut += packed.size() / 37) {
    const std::string path = temporary_file("cut.csv.gz", packed.substr(0, cut));
    EXPECT_THROW((void)import_file(record, path), Error) << cut;
    std::filesystem::remove(path);
  }
  EXPECT_EQ(encode_record(record), before);
}

TEST(ImportFile, IsAnErrorWhereThereIsNone) {
  Record record = small_record();
  EXPECT_THROW((void)import_file(record, "/nowhere/votes.csv"), Error);
  EXPECT_THROW((void)import_file(record, testing::TempDir()), Error);
}

TEST(ImportFile, TellsHowFarItIs) {
  std::string text = header;
  for (int i = 0; i < 30'000; ++i) text += "n,2016-01-05,70,,,ARG,Y\n";
  Record record = small_record();
  std::uint64_t told = 0;
  ImportOptions options;
  options.progress = [&](std::uint64_t bytes) {
    EXPECT_GE(bytes, told);
    told = bytes;
  };
  import_text(record, text, options);
  EXPECT_EQ(told, text.size());
}

TEST(ImportRecord, MergesByTheSameRules) {
  Record record = small_record();
  Record other = small_record();
  other.votes.set(*other.find_state("BRA"), other.roll_call("v7"), Choice::yes);
  other.votes.set(*other.find_state("ARG"), other.roll_call("u100"), Choice::no);
  finish_record(other);
  const auto bytes = encode_record(other);
  const std::string file(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto report = import_text(record, file);
  EXPECT_EQ(report.format, ImportFormat::record);
  EXPECT_EQ(report.cells_added, 1u);
  EXPECT_EQ(report.cells_same, 5u);
  EXPECT_EQ(refusals_of(report),
            (std::vector<std::string>{"0:0: contradicts the record: ARG on A/RES/70/1 is "
                                      "yes there, and no here"}));
  expect_rows_add_up(report);
  // In place of nothing it is the very record.
  Record empty;
  import_text(empty, file);
  EXPECT_EQ(empty.hash, other.hash);
  EXPECT_EQ(encode_record(empty), bytes);
  // Cut off, it is an error.
  EXPECT_NE(error_of(file.substr(0, file.size() - 1)).find("damaged record"), std::string::npos);
}

TEST(ImportRecord, KeepsStatesThatTheToolDoesNotKnow) {
  Record other = small_record();
  other.states[0] = {"QQQ", "A state to come"};
  finish_record(other);
  const auto bytes = encode_record(other);
  const std::string file(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  Record record = small_record();
  EXPECT_EQ(import_text(record, file).refused, 0u);
  EXPECT_EQ(cell(record, "QQQ", "u100"), Choice::yes);
  EXPECT_EQ(record.states.size(), 4u);
  Record empty;
  import_text(empty, file);
  EXPECT_EQ(empty.hash, other.hash);
}

TEST(ImportFormats, HaveNamesThatReadBack) {
  for (const ImportFormat format : {ImportFormat::undl, ImportFormat::marc, ImportFormat::voeten,
                                    ImportFormat::long_table, ImportFormat::record}) {
    EXPECT_EQ(parse_import_format(import_format_name(format)), format);
  }
  EXPECT_FALSE(parse_import_format("excel"));
}

}  // namespace
}  // namespace volteface
