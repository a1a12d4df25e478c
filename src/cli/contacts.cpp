#include <fmt/format.h>

#include <optional>
#include <set>

#include "cli/program.h"
#include "cli/readings.h"
#include "cli/table.h"
#include "record/utf8.h"
#include "volteface/acts.h"

namespace volteface::cli {
namespace {

struct ContactsOptions {
  std::string a, b;
  bool all = false;
  std::optional<ReadingOptions> readings;  // behind the states, as PATH stands behind them
};

std::string shown(std::string_view text) { return showable(text, ' '); }

// "2024-12", "2023-12-10", "2023-12-10..2025-02-28"
std::string window_text(const DateWindow& window) {
  const std::string from = format_date(window.from), to = format_date(window.to);
  if (from == to) return from;
  const std::string month = from.substr(0, 7), year = from.substr(0, 4);
  if (parse_date_start(month) == window.from && parse_date_end(month) == window.to) return month;
  if (parse_date_start(year) == window.from && parse_date_end(year) == window.to) return year;
  return from + ".." + to;
}

std::string side_text(const Actor& actor) {
  return actor.person.empty() ? actor.state : fmt::format("{} ({})", actor.state, actor.person);
}

// "call", "support: praise", "visit (planned)", "meet (disputed)"
std::string act_text(const Act& act) {
  std::string text;
  for (const char c : text_of(act.type)) text += static_cast<char>(c + ('a' - 'A'));
  if (act.mode != EventMode::none) text += ": " + std::string(text_of(act.mode));
  if (act.modality != Modality::asserted) text += fmt::format(" ({})", text_of(act.modality));
  if (!act.disputes.empty()) text += " (disputed)";
  return text;
}

class ActTable {
 public:
  ActTable(const std::vector<Reading>& readings, bool is_text)
      : readings_(readings),
        is_text_(is_text),
        table_(is_text ? std::vector<Column>{{"date"},
                                             {"act"},
                                             {"source", 0, Fit::cut},
                                             {"target", 0, Fit::cut},
                                             {"reports", 0, Fit::cut},
                                             {"evidence", 0, Fit::cut}}
                       : std::vector<Column>{{"act"},
                                             {"from"},
                                             {"to"},
                                             {"type"},
                                             {"mode"},
                                             {"modality"},
                                             {"symmetric"},
                                             {"source"},
                                             {"source_person"},
                                             {"target"},
                                             {"target_person"},
                                             {"disputed_by"},
                                             {"reports"},
                                             {"doc"},
                                             {"outlet"},
                                             {"evidence"},
                                             {"begin"},
                                             {"end"}}) {}

  // `place` and those in its disputes count from 1.
  void add(const Act& act, std::size_t place) { is_text_ ? add_text(act) : add_rows(act, place); }

  int print(Format format, const Record& record) const { return table_.print(format, record); }

 private:
  std::set<std::string> docs_of(const Act& act) const {
    std::set<std::string> docs;
    for (const ClaimSource& source : act.sources) docs.insert(readings_[source.reading].doc);
    return docs;
  }
  const ReportedEvent& event_of(const ClaimSource& source) const {
    return readings_[source.reading].events[source.record];
  }

  void add_text(const Act& act) {
    const std::string reports = fmt::format("{}", fmt::join(docs_of(act), ", "));
    table_.add({window_text(act.date), act_text(act), shown(side_text(act.source)),
                shown(side_text(act.target)), shown(reports),
                shown(event_of(act.sources.front()).evidence.text)});
  }

  // A row for each source.
  void add_rows(const Act& act, std::size_t place) {
    std::vector<std::size_t> disputes;
    for (const std::size_t i : act.disputes) disputes.push_back(i + 1);
    for (const ClaimSource& source : act.sources) {
      const Reading& reading = readings_[source.reading];
      const Evidence& evidence = event_of(source).evidence;
      table_.add({static_cast<std::int64_t>(place), format_date(act.date.from),
                  format_date(act.date.to), std::string(text_of(act.type)),
                  std::string(text_of(act.mode)), std::string(text_of(act.modality)),
                  std::int64_t{act.symmetric}, act.source.state, act.source.person,
                  act.target.state, act.target.person, fmt::format("{}", fmt::join(disputes, " ")),
                  static_cast<std::int64_t>(docs_of(act).size()), reading.doc, reading.outlet,
                  evidence.text, std::int64_t{evidence.begin}, std::int64_t{evidence.end}});
    }
  }

  const std::vector<Reading>& readings_;
  bool is_text_;
  Table table_;
};

int run_contacts(const Program& program, const ContactsOptions& options) {
  const Record record = program.load_record();
  const std::string a = record.states[record.state(options.a)].code;
  const std::string b = record.states[record.state(options.b)].code;
  if (a == b) throw Error(fmt::format("contacts {0} {0}; expected two states", a));
  std::vector<Reading> readings;
  options.readings->for_each(
      record, [&](Reading&& reading, const Report&) { readings.push_back(std::move(reading)); });
  const std::vector<Act> all = merge_acts(readings);
  const std::vector<Act> acts = options.all ? acts_between(all, a, b) : contacts_between(all, a, b);
  const Format format = program.settings().format;
  ActTable table(readings, format == Format::text);
  for (std::size_t i = 0; i < acts.size(); ++i) {
    const bool later = program.settings().as_of && acts[i].date.from > *program.settings().as_of;
    if (!later) table.add(acts[i], i + 1);
  }
  if (acts.empty()) fmt::print(stderr, "volteface: no such acts between {} and {}\n", a, b);
  return table.print(format, record);
}

}  // namespace

void add_contacts_command(Program& program) {
  CLI::App* command =
      program.add_command("contacts", "Calls, visits, meetings and other acts of two states");
  auto options = std::make_shared<ContactsOptions>();
  command->add_option("state", options->a, "A code such as ARG, or a name")
      ->required()
      ->type_name("STATE");
  command->add_option("other", options->b, "The other state")->required()->type_name("STATE");
  options->readings.emplace(*command);
  command
      ->add_flag("--all", options->all,
                 "All acts: those by which states fall out with each other, too")
      ->group("Press");
  command->footer(
      "An act that several reports tell is one act, dated by all of them together; claims that\n"
      "exclude each other stay apart and are marked as disputed. CSV and JSON have a row a "
      "source.\n\n"
      "Examples:\n"
      "  volteface contacts ARG UKR --reading samples/news.jsonl\n"
      "  volteface contacts ARG UKR samples/news --reading samples/news.jsonl --all --csv");
  command->callback(
      [&program, options] { program.set_exit_code(run_contacts(program, *options)); });
}

}  // namespace volteface::cli
