#include <fmt/format.h>

#include "cli/program.h"
#include "cli/readings.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "record/utf8.h"
#include "volteface/checking.h"

namespace volteface::cli {
namespace {

struct CheckOptions {
  explicit CheckOptions(CLI::App& command) : readings(command) {}
  ReadingOptions readings;
  bool contradicted = false;
};

struct Counts {
  std::size_t agrees = 0, contradicts = 0, others = 0;

  void add(Verdict verdict) {
    if (verdict == Verdict::agrees) {
      ++agrees;
    } else if (verdict == Verdict::contradicts) {
      ++contradicts;
    } else {
      ++others;
    }
  }
};

std::string shown(std::string_view text) { return showable(text, ' '); }

// "more than 60"
std::string tally_text(const ReportedTally& tally) {
  constexpr std::string_view bounds[] = {"",          "about ",     "more than ",
                                         "at least ", "less than ", "at most "};
  return fmt::format("{}{} {}", bounds[static_cast<std::size_t>(tally.bound)], tally.count,
                     choice_name(tally.choice));
}

class CheckTable {
 public:
  CheckTable(const Record& record, Format format, bool contradicted)
      : record_(record),
        format_(format),
        contradicted_(contradicted),
        table_({{"doc"},
                {"outlet"},
                {"published"},
                {"kind"},
                {"state"},
                {"reported"},
                {"status"},
                {"body"},
                {"from"},
                {"to"},
                {"verdict"},
                {"recorded"},
                {"symbol"},
                {"rollcall"},
                {"date"},
                {"probability"},
                {"evidence"},
                {"begin"},
                {"end"}}) {}

  void add(const Reading& reading, const Check& check) {
    for (const CheckedVote& vote : check.votes) {
      if (takes(vote.verdict)) add_vote(reading, vote);
    }
    for (const CheckedTally& tally : check.tallies) {
      if (takes(tally.verdict)) add_tally(reading, tally);
    }
  }

  int print() const {
    if (format_ != Format::text) return table_.print(format_, record_);
    print_out(text_);
    print_provenance(record_);
    return text_.empty() ? nothing_found : found;
  }
  const Counts& counts() const { return counts_; }

 private:
  bool takes(Verdict verdict) {
    counts_.add(verdict);
    return !contradicted_ || verdict == Verdict::contradicts;
  }

  std::string symbol_of(std::optional<RollCallIndex> i) const {
    if (!i) return {};
    const RollCall& r = record_.roll_calls[*i];
    return r.symbol.empty() && format_ == Format::text ? r.id : r.symbol;
  }
  Cell id_of(std::optional<RollCallIndex> i) const {
    return i ? Cell(record_.roll_calls[*i].id) : Cell(std::string());
  }
  Cell date_of(std::optional<RollCallIndex> i) const {
    return i ? Cell(format_date(record_.roll_calls[*i].date)) : Cell(std::string());
  }
  static std::string published(const Reading& reading) {
    return reading.date ? format_date(*reading.date) : std::string();
  }

  // The claim and what the record has on a line, and below it the words of the report.
  void add_text(const Reading& reading, Verdict verdict, const std::string& claim,
                const std::string& recorded, std::optional<RollCallIndex> roll_call,
                const Evidence& evidence) {
    std::string line = fmt::format("{:<11}  {}", verdict_name(verdict), claim);
    if (roll_call) line += fmt::format("; {}: {}", symbol_of(roll_call), recorded);
    text_ += shown(line) + '\n';
    const std::string words = fmt::format("[{}] \"{}\"", reading.doc, evidence.text);
    text_ += wrapped(shown(words), terminal_width(), "             ");
  }

  void add_vote(const Reading& reading, const CheckedVote& checked) {
    const ReportedVote& vote = reading.votes[checked.vote];
    const std::string recorded =
        checked.recorded ? std::string(choice_name(*checked.recorded)) : std::string();
    const std::string verdict(verdict_name(checked.verdict));
    if (format_ == Format::text) {
      const std::string status =
          vote.status == VoteStatus::cast ? "" : fmt::format(" ({})", text_of(vote.status));
      add_text(reading, checked.verdict,
               fmt::format("{} {}{}", vote.state, text_of(vote.choice), status), recorded,
               checked.roll_call, vote.evidence);
      return;
    }
    table_.add({reading.doc, reading.outlet, published(reading), std::string("vote"), vote.state,
                std::string(text_of(vote.choice)), std::string(text_of(vote.status)), vote.body,
                format_date(vote.date.from), format_date(vote.date.to), verdict, recorded,
                symbol_of(checked.roll_call), id_of(checked.roll_call), date_of(checked.roll_call),
                checked.roll_call ? Cell(checked.probability) : Cell(), vote.evidence.text,
                std::int64_t{vote.evidence.begin}, std::int64_t{vote.evidence.end}});
  }

  void add_tally(const Reading& reading, const CheckedTally& checked) {
    const ReportedTally& tally = checked.tally;
    const std::string recorded =
        checked.roll_call ? std::to_string(checked.recorded) : std::string();
    const std::string verdict(verdict_name(checked.verdict));
    if (format_ == Format::text) {
      add_text(reading, checked.verdict, tally_text(tally), recorded, checked.roll_call,
               tally.evidence);
      return;
    }
    table_.add({reading.doc, reading.outlet, published(reading), std::string("tally"),
                std::string(), tally_text(tally), std::string("cast"), std::string(), std::string(),
                std::string(), verdict, recorded, symbol_of(checked.roll_call),
                id_of(checked.roll_call), date_of(checked.roll_call), Cell(), tally.evidence.text,
                std::int64_t{tally.evidence.begin}, std::int64_t{tally.evidence.end}});
  }

  const Record& record_;
  Format format_;
  bool contradicted_;
  Counts counts_;
  Table table_;
  std::string text_;
};

int run_check(const Program& program, const CheckOptions& options) {
  const Record record = program.load_record();
  const Checker checker(record);
  CheckTable table(record, program.settings().format, options.contradicted);
  options.readings.for_each(record, [&](Reading&& reading, const Report& report) {
    table.add(reading, checker.check(reading, report.text));
  });
  const Counts& counts = table.counts();
  fmt::print(
      stderr,
      "volteface: of {} claims the record bears out {}, contradicts {}, and does not decide {}\n",
      counts.agrees + counts.contradicts + counts.others, counts.agrees, counts.contradicts,
      counts.others);
  return table.print();
}

}  // namespace

void add_check_command(Program& program) {
  CLI::App* command =
      program.add_command("check", "Votes and tallies as reported, set beside the record");
  auto options = std::make_shared<CheckOptions>(*command);
  command->add_flag("--contradicted", options->contradicted, "Only what the record contradicts")
      ->group("Press");
  command->footer(
      "A vote is linked to its roll call by its days, the words around it, the choices that the\n"
      "report gives beside it, and tallies. open: announced or urged; other body: not the General\n"
      "Assembly's; not found: no roll call of these days fits, or none better than others.\n\n"
      "Examples:\n"
      "  volteface check samples/news --reading samples/news.jsonl\n"
      "  volteface check samples/news --reading samples/news.jsonl --contradicted --csv");
  command->callback([&program, options] { program.set_exit_code(run_check(program, *options)); });
}

}  // namespace volteface::cli
