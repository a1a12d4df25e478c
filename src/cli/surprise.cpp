#include "volteface/surprise.h"

#include <fmt/format.h>

#include <algorithm>
#include <numbers>
#include <optional>

#include "brief/words.h"
#include "cli/predicted_votes.h"
#include "cli/program.h"
#include "cli/surprise_rows.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "turn/baseline_predictions.h"

namespace volteface::cli {
namespace {

struct SurpriseCommand {
  std::string state;
  std::string roll_call;
  std::optional<std::int64_t> top;
  std::optional<double> holdout;
  bool all = false;
  bool reliability = false;
};

constexpr std::int64_t usual_top = 20;

void refuse_contradictions(const SurpriseCommand& command) {
  const bool measures = command.reliability || command.holdout.has_value();
  if (command.reliability && command.holdout) {
    throw Error("surprise: --reliability and --holdout are two tables, expected one of them");
  }
  if (measures && (command.top || command.all || !command.roll_call.empty())) {
    throw Error(
        "surprise: --reliability and --holdout list no votes, expected them without "
        "--top, --all and --rollcall");
  }
  if (command.holdout && !command.state.empty()) {
    throw Error("surprise --holdout is of all states, expected no state beside it");
  }
  if (command.all && command.top) throw Error("surprise: expected --all or --top, not both");
  if (command.top && *command.top < 1)
    throw Error(fmt::format("--top: {}, expected 1 or more", *command.top));
}

// Those of the predicted votes that are asked for, by state, then roll call.
std::vector<PredictedVote> chosen_votes(const PredictiveRecord& predicted,
                                        const std::vector<RollCallIndex>& roll_calls,
                                        const std::optional<StateIndex>& state) {
  std::vector<PredictedVote> chosen;
  const auto votes = state ? predicted.of_state(*state) : std::span(predicted.votes);
  for (const PredictedVote& vote : votes) {
    if (std::binary_search(roll_calls.begin(), roll_calls.end(), vote.roll_call)) {
      chosen.push_back(vote);
    }
  }
  return chosen;
}

void least_expected_first(std::vector<PredictedVote>& votes, std::optional<std::size_t> top) {
  std::stable_sort(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    return a.probabilities.of(a.choice) < b.probabilities.of(b.choice);
  });
  if (top && *top < votes.size()) votes.resize(*top);
}

int print_reliability(const Record& record, std::span<const PredictedVote> votes, Format format) {
  Table table({{"from", 1}, {"to", 1}, {"promised", 4}, {"cast", 4}, {"difference", 4}, {"n"}});
  for (const ReliabilityBin& bin : reliability(votes)) {
    table.add({bin.from, bin.from + 0.1, bin.promised, bin.cast, bin.cast - bin.promised,
               static_cast<std::int64_t>(bin.n)});
  }
  table.print(format, record);
  if (format == Format::text && !votes.empty()) {
    fmt::print(stderr, "{}; each counts three times, once a choice; log loss {:.5f}\n",
               counted(votes.size(), "vote"), log_loss(votes));
  }
  return votes.empty() ? nothing_found : found;
}

double share_correct(std::span<const PredictedVote> votes) {
  double correct = 0;
  for (const PredictedVote& vote : votes) {
    const ChoiceProbabilities& p = vote.probabilities;
    correct += p.of(vote.choice) >= std::max({p.yes, p.abstain, p.no}) ? 1 : 0;
  }
  return correct / static_cast<double>(votes.size());  // 0 gives NaN
}

// Cells are drawn from the roll calls that pass the filter; all that is earlier is learned from.
int print_score(const Record& record, const Filter& filter, double share,
                const Settings& settings) {
  const auto held_out =
      draw_held_out(record, select_roll_calls(record, filter), share, settings.seed);
  const PredictiveRecord predicted = predicted_until(record, filter.until, held_out);
  const auto votes = votes_in(record, predicted.votes, held_out);
  const auto by_shares =
      votes_in(record, predict_by_shares(record, predicted.votes, held_out), held_out);
  Table table({{"share", 4},
               {"seed"},
               {"cells"},
               {"predicted"},
               {"log_loss", 5},
               {"bits", 5},
               {"correct", 4},
               {"log_loss_of_shares", 5}});
  const double loss = log_loss(votes);
  table.add({share, static_cast<std::int64_t>(settings.seed),
             static_cast<std::int64_t>(held_out.size()), static_cast<std::int64_t>(votes.size()),
             loss, loss * std::numbers::log2e, share_correct(votes), log_loss(by_shares)});
  table.print(settings.format, record);
  return votes.empty() ? nothing_found : found;
}

// The one roll call of --rollcall, which the other filters must let pass too.
std::vector<RollCallIndex> roll_calls_asked_for(const Record& record,
                                                const SurpriseCommand& command,
                                                const Filter& filter) {
  if (command.roll_call.empty()) return select_roll_calls(record, filter);
  const RollCallIndex one = record.roll_call(command.roll_call);
  const RollCall& r = record.roll_calls[one];
  if (!r.duplicate_of.empty()) {
    throw Error(
        fmt::format("roll call {} probably repeats {}, and is not predicted; expected the "
                    "symbol or id of the other",
                    r.id, r.duplicate_of));
  }
  std::vector<RollCallIndex> passed = select_roll_calls(record, filter);
  std::erase_if(passed, [&](RollCallIndex i) { return i != one; });
  return passed;
}

int run_surprise(const Program& program, const SurpriseCommand& command, Filter filter) {
  refuse_contradictions(command);
  const Record record = program.load_record();
  const Settings& settings = program.settings();
  const auto state = command.state.empty() ? std::optional<StateIndex>()
                                           : std::optional(record.state(command.state));
  if (command.holdout) return print_score(record, filter, *command.holdout, settings);
  const auto roll_calls = roll_calls_asked_for(record, command, filter);
  const std::optional<Date> until =
      roll_calls.empty() ? filter.until : std::optional(record.roll_calls[roll_calls.back()].date);
  const PredictiveRecord predicted = predicted_until(record, until);
  std::vector<PredictedVote> votes = chosen_votes(predicted, roll_calls, state);
  if (votes.empty()) fmt::print(stderr, "volteface: no such votes were predicted\n");
  if (command.reliability) return print_reliability(record, votes, settings.format);
  SurpriseView view{record, state, std::nullopt, votes.size(), {}};
  if (!command.roll_call.empty() && !roll_calls.empty()) view.roll_call = roll_calls.front();
  view.of_all = chosen_votes(predicted, roll_calls, std::nullopt);
  const bool ranks = !state && !view.roll_call && !command.all;
  if (command.top || ranks)
    least_expected_first(votes, static_cast<std::size_t>(command.top.value_or(usual_top)));
  if (view.roll_call && !command.top) least_expected_first(votes, std::nullopt);
  return print_surprise(view, votes, settings.format);
}

}  // namespace

void add_surprise_command(Program& program) {
  CLI::App* command = program.add_command("surprise", "How little each vote was to be expected");
  command->footer(
      "Each vote is predicted from what the state cast before and what the others cast on the "
      "roll\n"
      "call, with nothing from later days; its surprise is -log2 of the probability of what was "
      "cast:\n"
      "0 bits where it was certain, 1 where it was a toss between two. CSV and JSON have choice Y, "
      "N\n"
      "or A (abstain). Filters choose which votes are shown, not what is learned from.\n\n"
      "Examples:\n"
      "  volteface surprise ARG --since 2024             by date\n"
      "  volteface surprise ARG --top 10                 the least expected votes of a state\n"
      "  volteface surprise --top 20 --since 2020        those of all states\n"
      "  volteface surprise --rollcall A/RES/ES-11/7     all states on one roll call\n"
      "  volteface surprise --all --csv > surprise.csv   every vote of the record (190 MB)\n"
      "  volteface surprise --reliability                what was promised and what was cast");
  auto options = std::make_shared<SurpriseCommand>();
  command
      ->add_option("state", options->state,
                   "Only this state; without it the least expected "
                   "votes of all")
      ->type_name("STATE");
  command
      ->add_option("--rollcall", options->roll_call,
                   "All states on this roll call, least expected first: a symbol or id")
      ->type_name("SYMBOL");
  command
      ->add_option("--top", options->top, "Only so many, least expected first (20 of all states)")
      ->type_name("N");
  command->add_flag("--all", options->all, "Every vote of every state, by state and date");
  command->add_flag("--reliability", options->reliability,
                    "Of the votes given a probability, the share that was cast, by tenths");
  command
      ->add_option("--holdout", options->holdout,
                   "Learn nothing from this share of the votes, and print the log loss on them")
      ->type_name("SHARE");
  auto filters =
      std::make_shared<FilterOptions>(*command, "since until subject title kind contested");
  command->callback([&program, options, filters] {
    program.set_exit_code(run_surprise(program, *options, filters->filter(program.settings())));
  });
}

}  // namespace volteface::cli
