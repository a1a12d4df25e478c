#include <fmt/format.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/agreement_writer.h"
#include "cli/program.h"
#include "cli/table.h"
#include "volteface/agreement.h"

namespace volteface::cli {
namespace {

struct AgreeOptions {
  std::vector<std::string> states;
  std::string by;
  bool all = false;
};

Grouping parse_grouping(const std::string& name) {
  if (name == "all") return Grouping::all;
  if (name == "year") return Grouping::year;
  if (name == "session") return Grouping::session;
  if (name == "subject") return Grouping::subject;
  throw Error(
      fmt::format("--by: unknown grouping '{}'; expected year, session, subject or all", name));
}

// Two digits, and never "-0.00".
double rounded(double number) { return std::round(number * 100) / 100 + 0.0; }

std::string with_interval(const Measure& m) {
  if (std::isnan(m.value)) return "";
  return fmt::format("{:.2f} [{:.2f}, {:.2f}]", rounded(m.value), rounded(m.lo), rounded(m.hi));
}

// Some subjects are long lists of their own.
std::string short_name(const std::string& period) {
  constexpr std::size_t longest = 28;
  if (period.size() <= longest) return period;
  std::size_t end = longest - 1;
  while (end > 0 && (static_cast<unsigned char>(period[end]) & 0xC0) == 0x80) --end;
  return period.substr(0, end) + "…";
}

// A terminal has no room for 23 columns. s is left out since it is 2 agreement - 1.
int print_text(const Record& record, const std::vector<Period>& periods,
               const std::vector<AgreementRow>& rows) {
  Table table({{"a"},
               {"b"},
               {"period"},
               {"n"},
               {"agreement"},
               {"coincidence", 2},
               {"kappa"},
               {"weighted_kappa", 2},
               {"pi", 2}});
  for (const AgreementRow& row : rows) {
    const Agreement& m = row.measures;
    table.add({record.states[row.a].code, record.states[row.b].code,
               short_name(periods[row.period].name), std::int64_t{row.table.n()},
               with_interval(m.agreement), rounded(m.coincidence.value), with_interval(m.kappa),
               rounded(m.weighted_kappa.value), rounded(m.pi.value)});
  }
  const int code = table.print(Format::text, record);
  if (!rows.empty()) {
    fmt::print(stderr,
               "abstention counts as half; [95 % intervals]; more columns with --csv and --json\n");
  }
  return code;
}

int print_rows(Format format, const Record& record, const std::vector<Period>& periods,
               const std::vector<AgreementRow>& rows) {
  if (format == Format::text) return print_text(record, periods, rows);
  const AgreementWriter writer(format, record, periods);
  print_out(writer.header() + writer.text(rows) + writer.footer());
  if (format == Format::csv) print_provenance(record);
  return rows.empty() ? nothing_found : found;
}

// All pairs as CSV or JSON: compared and written state by state, so that memory stays small.
int write_all_pairs(Format format, const Record& record, const StateComparison& comparison) {
  const AgreementWriter writer(format, record, comparison.periods());
  const auto states = static_cast<StateIndex>(comparison.states());
  StateIndex next = 0;
  bool any = false;
  const auto next_state = [&](tbb::flow_control& control) {
    if (next == states) control.stop();
    return next++;
  };
  const auto text_of = [&](StateIndex a) {
    std::vector<AgreementRow> rows;
    for (StateIndex b = a + 1; b < states; ++b) comparison.append_rows(a, b, rows);
    return writer.text(rows);
  };
  const auto write = [&](const std::string& text) {
    if (text.empty()) return;
    if (any) print_out(writer.separator());
    print_out(text);
    any = true;
  };
  constexpr std::size_t pieces_at_once = 8;
  print_out(writer.header());
  tbb::parallel_pipeline(
      pieces_at_once,
      tbb::make_filter<void, StateIndex>(tbb::filter_mode::serial_in_order, next_state) &
          tbb::make_filter<StateIndex, std::string>(tbb::filter_mode::parallel, text_of) &
          tbb::make_filter<std::string, void>(tbb::filter_mode::serial_in_order, write));
  print_out(writer.footer());
  if (format == Format::csv) print_provenance(record);
  return any ? found : nothing_found;
}

int agree_all(const Program& program, const AgreeOptions& options, const Filter& filter) {
  if (!options.states.empty()) {
    throw Error("agree --all compares every pair; expected no states beside it");
  }
  const Record record = program.load_record();
  const Grouping grouping = parse_grouping(options.by.empty() ? "all" : options.by);
  const StateComparison comparison(record, group_roll_calls(record, grouping, filter));
  const Format format = program.settings().format;
  if (format != Format::text) return write_all_pairs(format, record, comparison);
  return print_text(record, comparison.periods(), comparison.all_pairs());
}

std::vector<StateIndex> other_states(const Record& record, StateIndex a,
                                     const std::vector<std::string>& names) {
  std::vector<StateIndex> others;
  if (names.empty()) {
    for (StateIndex b = 0; b < record.states.size(); ++b) others.push_back(b);
    return others;
  }
  for (const std::string& name : names) {
    const StateIndex b = record.state(name);
    if (b == a) {
      throw Error(fmt::format("agree: {} always agrees with itself; expected another state",
                              record.states[a].code));
    }
    if (std::find(others.begin(), others.end(), b) == others.end()) others.push_back(b);
  }
  return others;
}

int agree_some(const Program& program, const AgreeOptions& options, const Filter& filter) {
  if (options.states.empty()) {
    throw Error("agree: expected a state, such as 'agree ARG' or 'agree ARG USA', or --all");
  }
  const Record record = program.load_record();
  const StateIndex a = record.state(options.states.front());
  const std::vector<std::string> names(options.states.begin() + 1, options.states.end());
  const std::vector<StateIndex> others = other_states(record, a, names);
  const std::string by = !options.by.empty() ? options.by : names.empty() ? "all" : "year";
  const Grouping grouping = parse_grouping(by);
  AgreementResult result = compare_states(record, a, others, grouping, filter);
  if (names.empty() && grouping == Grouping::all) {
    std::stable_sort(result.rows.begin(), result.rows.end(), [](const auto& x, const auto& y) {
      return x.measures.agreement.value > y.measures.agreement.value;
    });
  }
  return print_rows(program.settings().format, record, result.periods, result.rows);
}

}  // namespace

void add_agree_command(Program& program) {
  CLI::App* command = program.add_command("agree", "How alike states vote");
  auto options = std::make_shared<AgreeOptions>();
  auto filters = std::make_shared<FilterOptions>(*command, "since until subject contested");
  command
      ->add_option("states", options->states,
                   "A state and those to compare it with; one alone is compared with every other")
      ->type_name("STATE");
  command
      ->add_option("--by", options->by,
                   "year, session, subject or all together; default: year, but all for one state "
                   "alone and for --all")
      ->type_name("GROUPING");
  command->add_flag("--all", options->all, "Every pair of states");
  command->footer(
      "Agreement counts the same choice as 1 and an abstention beside a yes or no as half; kappa "
      "and\n"
      "pi correct for chance. Intervals are of 95 %.\n\n"
      "Examples:\n"
      "  volteface agree ARG USA BRA --since 2015        year by year\n"
      "  volteface agree ARG --since 2024                with every other state, nearest first\n"
      "  volteface agree IND PAK --subject nuclear --by all\n"
      "  volteface agree --all --by session --csv        every pair, every session");
  command->callback([&program, options, filters] {
    const Filter filter = filters->filter(program.settings());
    program.set_exit_code(options->all ? agree_all(program, *options, filter)
                                       : agree_some(program, *options, filter));
  });
}

}  // namespace volteface::cli
