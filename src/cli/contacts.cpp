#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <set>

#include "cli/program.h"
#include "cli/readings.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "record/text.h"
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

// "call", "support", "praise (planned)", "visit (negated, disputed)"
std::string act_text(const Act& act) {
  std::string text(text_of(act.mode));
  if (text.empty()) {
    for (const char c : text_of(act.type)) text += ascii_lower(c);
  }
  std::string remarks;
  if (act.modality != Modality::asserted) remarks = text_of(act.modality);
  if (!act.disputes.empty()) remarks += remarks.empty() ? "disputed" : ", disputed";
  return remarks.empty() ? text : fmt::format("{} ({})", text, remarks);
}

std::set<std::string> docs_of(const std::vector<Reading>& readings, const Act& act) {
  std::set<std::string> docs;
  for (const ClaimSource& source : act.sources) docs.insert(readings[source.reading].doc);
  return docs;
}

const ReportedEvent& event_of(const std::vector<Reading>& readings, const ClaimSource& source) {
  return readings[source.reading].events[source.record];
}

// The act on a line, and below it the words of each source.
void print_text(const std::vector<Reading>& readings, const std::vector<Act>& acts) {
  std::string text;
  for (const Act& act : acts) {
    text += fmt::format("{:<11} {} {} {}  {}\n", window_text(act.date), shown(act.source.state),
                        act.symmetric ? "-" : ">", shown(act.target.state), act_text(act));
    for (const ClaimSource& source : act.sources) {
      const std::string line = fmt::format("[{}] \"{}\"", readings[source.reading].doc,
                                           event_of(readings, source).evidence.text);
      text += wrapped(shown(line), terminal_width(), "            ");
    }
  }
  print_out(text);
}

// A row for each source. Acts, and those that dispute them, count from 1.
Table source_rows(const std::vector<Reading>& readings, const std::vector<Act>& acts) {
  Table table({{"act"},
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
               {"end"}});
  for (std::size_t i = 0; i < acts.size(); ++i) {
    const Act& act = acts[i];
    std::vector<std::size_t> disputes;
    for (const std::size_t place : act.disputes) disputes.push_back(place + 1);
    for (const ClaimSource& source : act.sources) {
      const Reading& reading = readings[source.reading];
      const Evidence& evidence = event_of(readings, source).evidence;
      table.add({static_cast<std::int64_t>(i + 1), format_date(act.date.from),
                 format_date(act.date.to), std::string(text_of(act.type)),
                 std::string(text_of(act.mode)), std::string(text_of(act.modality)),
                 std::int64_t{act.symmetric}, act.source.state, act.source.person, act.target.state,
                 act.target.person, fmt::format("{}", fmt::join(disputes, " ")),
                 static_cast<std::int64_t>(docs_of(readings, act).size()), reading.doc,
                 reading.outlet, evidence.text, std::int64_t{evidence.begin},
                 std::int64_t{evidence.end}});
    }
  }
  return table;
}

// "contacts ARG reports/": the second is a path, and the other state was forgotten.
std::string code_of(const Record& record, const std::string& state) {
  std::error_code none;
  if (!record.find_state(state) && std::filesystem::exists(state, none)) {
    throw Error(
        fmt::format("contacts: '{}' is a path; expected two states before it, such as "
                    "contacts ARG UKR {}",
                    state, state));
  }
  return record.states[record.state(state)].code;
}

int run_contacts(const Program& program, const ContactsOptions& options) {
  const Record record = program.load_record();
  const std::string a = code_of(record, options.a), b = code_of(record, options.b);
  if (a == b) throw Error(fmt::format("contacts {0} {0}; expected two states", a));
  std::vector<Reading> readings;
  options.readings->for_each(record, [&](Reading&& reading, const Report&) {
    if (const auto as_of = program.settings().as_of) {
      std::erase_if(reading.events, [&](const ReportedEvent& e) { return e.date.from > *as_of; });
    }
    readings.push_back(std::move(reading));
  });
  const std::vector<Act> all = merge_acts(readings);
  const std::vector<Act> acts = options.all ? acts_between(all, a, b) : contacts_between(all, a, b);
  if (acts.empty()) fmt::print(stderr, "volteface: no such acts between {} and {}\n", a, b);
  const Format format = program.settings().format;
  if (format != Format::text) return source_rows(readings, acts).print(format, record);
  print_text(readings, acts);
  print_provenance(record);
  return acts.empty() ? nothing_found : found;
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
