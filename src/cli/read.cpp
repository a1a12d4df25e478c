#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "cli/readings.h"
#include "cli/table.h"
#include "record/utf8.h"
#include "volteface/checking.h"
#include "volteface/record_lines.h"
#include "volteface/version.h"

namespace volteface::cli {
namespace {

struct ReadSettings {
  std::vector<std::string> paths;
  bool json_lines = false;
};

std::string who(const Actor& actor) {
  const std::string& side = actor.state.empty() ? actor.org : actor.state;
  return actor.person.empty() ? side : fmt::format("{} ({})", side, actor.person);
}

std::string when(const DateWindow& window) {
  constexpr std::chrono::days a_life{36525};  // a report of no known day
  if (window.to - window.from > a_life) return "no day told";
  if (window.from == window.to) return format_date(window.from);
  return fmt::format("{} to {}", format_date(window.from), format_date(window.to));
}

std::string says(const Speaker& speaker) {
  return speaker.name.empty() ? std::string("the report") : speaker.name;
}

std::string line_of(const ReportedVote& v, Verdict verdict) {
  std::string out = fmt::format("vote    {} {}", v.state, text_of(v.choice));
  if (v.status != VoteStatus::cast) out += fmt::format(" ({})", text_of(v.status));
  for (const std::string& part : {v.body, v.roll_call, when(v.date)}) {
    if (!part.empty()) out += ", " + part;
  }
  return fmt::format("{}; {}", out, verdict_name(verdict));
}

std::string line_of(const ReportedEvent& e) {
  std::string out = fmt::format("act     {} {} {}", who(e.source), text_of(e.type), who(e.target));
  if (e.mode != EventMode::none) out += fmt::format(", {}", text_of(e.mode));
  if (e.modality != Modality::asserted) out += fmt::format(", {}", text_of(e.modality));
  out += ", " + when(e.date);
  if (e.probability) out += fmt::format("; by learned weights, {:.0f} %", 100 * *e.probability);
  return out;
}

std::string line_of(const Explanation& x) {
  const std::string cause = x.cause.empty() ? "" : " (" + x.cause + ')';
  return fmt::format("reason  {}: {}{}, by {}", x.state, text_of(x.theme), cause, says(x.speaker));
}

// What a person reads: a line a record, and the words that state it below. All of it comes from a
// report and may hold anything.
std::string page_of(const Reading& reading, const Check& check) {
  std::string out = showable(reading.doc, '?');
  if (reading.date) out += fmt::format("  {}", format_date(*reading.date));
  out += '\n';
  const auto add = [&](const std::string& line, const Evidence& evidence) {
    out += fmt::format("  {}\n          {}\n", showable(line, ' '), showable(evidence.text, ' '));
  };
  for (std::size_t k = 0; k < reading.votes.size(); ++k)
    add(line_of(reading.votes[k], check.votes[k].verdict), reading.votes[k].evidence);
  for (const ReportedEvent& e : reading.events) add(line_of(e), e.evidence);
  for (const Statement& s : reading.statements) add("words   " + says(s.speaker), s.evidence);
  for (const Explanation& x : reading.explanations) add(line_of(x), x.evidence);
  return out;
}

class ReadCommand {
 public:
  ReadCommand(const Program& program, const ReadSettings& settings)
      : program_(program), settings_(settings), record_(program.load_record()), checker_(record_) {}

  int run() {
    if (program_.settings().format == Format::csv) print_out(record_csv_header());
    read_each(settings_.paths, record_,
              [&](Reading&& reading, const Report& report) { take(reading, report); });
    if (program_.settings().format == Format::json) print_json();
    return any_ ? found : nothing_found;
  }

 private:
  void take(const Reading& reading, const Report& report) {
    any_ = any_ || !reading.votes.empty() || !reading.events.empty() ||
           !reading.statements.empty() || !reading.explanations.empty();
    if (settings_.json_lines) {
      print_out(to_json_lines(reading));
    } else if (program_.settings().format == Format::csv) {
      print_out(to_csv(reading));
    } else if (program_.settings().format == Format::json) {
      lines_ += to_json_lines(reading);
    } else {
      print_out(page_of(reading, checker_.check(reading, report.text)));
    }
  }

  void print_json() const {
    nlohmann::ordered_json out;
    out["volteface"] = version();
    out["record"] = {{"hash", record_.hash}, {"last", format_date(record_.roll_calls.back().date)}};
    out["records"] = nlohmann::ordered_json::array();
    for (std::size_t at = 0; at < lines_.size();) {
      const std::size_t end = lines_.find('\n', at);
      out["records"].push_back(
          nlohmann::ordered_json::parse(std::string_view(lines_).substr(at, end - at)));
      at = end + 1;
    }
    print_out(out.dump(1) + "\n");
  }

  const Program& program_;
  const ReadSettings& settings_;
  const Record record_;
  const Checker checker_;
  std::string lines_;
  bool any_ = false;
};

}  // namespace

void add_read_command(Program& program) {
  CLI::App* command =
      program.add_command("read", "What reports say: votes, acts, words and reasons");
  const auto settings = std::make_shared<ReadSettings>();
  command
      ->add_option(
          "paths", settings->paths,
          "Text, Markdown, HTML, JSON lines, WARC, or folders of these; - for standard input")
      ->required();
  command->add_flag("--jsonl", settings->json_lines, "JSON lines, a record each (docs/reading.md)")
      ->group("Output");
  command->footer(
      "Each record carries the words that state it and where they stand; a vote, the roll call "
      "that\n"
      "it is found to be on.\n"
      "\n"
      "Examples:\n"
      "  volteface read reports/                     as a page\n"
      "  volteface read reports/ --jsonl > said.jsonl\n"
      "  volteface read - --csv < report.txt");
  command->callback(
      [&program, settings] { program.set_exit_code(ReadCommand(program, *settings).run()); });
}

}  // namespace volteface::cli
