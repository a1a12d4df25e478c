#include "volteface/predictability.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/predicted_votes.h"
#include "cli/program.h"
#include "cli/table.h"

namespace volteface::cli {
namespace {

struct PredictabilityCommand {
  std::vector<std::string> states;
  std::string by;
};

Grouping parse_by(const std::string& by) {
  if (by == "all") return Grouping::all;
  if (by == "year") return Grouping::year;
  if (by == "session") return Grouping::session;
  throw Error(fmt::format("--by: '{}', expected year, session or all", by));
}

// Two digits, and never "-0.00".
std::string two_digits(double number) { return fmt::format("{:+.2f}", number + 0.0); }

std::string with_interval(const Measure& m) {
  if (std::isnan(m.lo)) return two_digits(m.value);
  return fmt::format("{} [{}, {}]", two_digits(m.value), two_digits(m.lo), two_digits(m.hi));
}

std::string rank_of(const Predictability& row) {
  return row.rank == 0 ? "" : fmt::format("{} of {}", row.rank, row.ranked);
}

Table text_of(const Record& record, const std::vector<Predictability>& rows) {
  Table table({{"state"},
               {"period"},
               {"n"},
               {"days"},
               {"bits", 2},
               {"peers", 2},
               {"difference"},
               {"rank"}});
  for (const Predictability& row : rows) {
    table.add({record.states[row.state].code, row.period, std::int64_t{row.n},
               std::int64_t{row.days}, row.bits, row.peers, with_interval(row.difference),
               rank_of(row)});
  }
  return table;
}

Cell count_or_nothing(std::uint32_t count) {
  return count == 0 ? Cell() : Cell(std::int64_t{count});
}

Table rows_of(const Record& record, const std::vector<Predictability>& rows) {
  Table table({{"state"},
               {"period"},
               {"n"},
               {"days"},
               {"bits", 4},
               {"peers", 4},
               {"difference", 4},
               {"difference_lo", 4},
               {"difference_hi", 4},
               {"rank"},
               {"ranked"}});
  for (const Predictability& row : rows) {
    table.add({record.states[row.state].code, row.period, std::int64_t{row.n},
               std::int64_t{row.days}, row.bits, row.peers, row.difference.value, row.difference.lo,
               row.difference.hi, count_or_nothing(row.rank), count_or_nothing(row.ranked)});
  }
  return table;
}

int run_predictability(const Program& program, const PredictabilityCommand& command,
                       const Filter& filter) {
  const std::string by = !command.by.empty() ? command.by : command.states.empty() ? "all" : "year";
  PredictabilityOptions options;
  options.by = parse_by(by);
  options.filter = filter;
  const Record record = program.load_record();
  std::vector<StateIndex> states;
  for (const std::string& name : command.states) states.push_back(record.state(name));
  const PredictiveRecord predicted = predicted_until(record, filter.until);
  std::vector<Predictability> rows = predictability(record, predicted.votes, options);
  if (!states.empty()) {
    std::erase_if(rows, [&](const Predictability& row) {
      return std::find(states.begin(), states.end(), row.state) == states.end();
    });
  } else if (options.by == Grouping::all) {
    std::erase_if(rows, [](const Predictability& row) { return row.rank == 0; });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.rank < b.rank; });
  }
  const Format format = program.settings().format;
  const int code = (format == Format::text ? text_of : rows_of)(record, rows).print(format, record);
  if (rows.empty()) fmt::print(stderr, "volteface: no vote on such a contested roll call\n");
  if (format == Format::text && code == found) {
    fmt::print(stderr,
               "bits a vote on contested roll calls; peers: the other states on the same ones; "
               "[95 %, by days]; rank 1: the least predictable\n");
  }
  return code;
}

}  // namespace

void add_predictability_command(Program& program) {
  CLI::App* command =
      program.add_command("predictability", "How surprising states are, beside their peers");
  command->footer(
      "The mean surprise (volteface surprise) of a state on contested roll calls, and that of the "
      "others\n"
      "on the same roll calls. Intervals take the votes of one day together. A rank needs 20 "
      "votes on 5\n"
      "days.\n\n"
      "Examples:\n"
      "  volteface predictability ARG --since 2015       year by year\n"
      "  volteface predictability --since 2024           every state, the least predictable first\n"
      "  volteface predictability HUN POL --by session\n"
      "  volteface predictability --by year --csv        every state and year");
  auto options = std::make_shared<PredictabilityCommand>();
  auto filters = std::make_shared<FilterOptions>(*command, "since until subject title");
  command->add_option("states", options->states, "Only these; without any, all with a rank")
      ->type_name("STATE");
  command
      ->add_option("--by", options->by,
                   "year, session or all together; default: year, but all without a state")
      ->type_name("GROUPING");
  command->callback([&program, options, filters] {
    program.set_exit_code(
        run_predictability(program, *options, filters->filter(program.settings())));
  });
}

}  // namespace volteface::cli
