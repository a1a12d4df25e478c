#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/ideal_sample.h"
#include "cli/program.h"
#include "cli/progress.h"
#include "cli/table.h"
#include "volteface/ideal.h"
#include "volteface/published.h"

namespace volteface::cli {
namespace {

struct IdealCommand {
  std::vector<std::string> states;
  std::string by = "session";
  std::string model = "default";
  std::string series = "extended";
  bool items = false;
  std::optional<double> holdout;
  std::optional<int> from, to;  // periods shown
  SampleCommand sample;

  // Of --sample and --model published; where not given, each has its own.
  std::optional<int> iterations, burn_in, thin, chains;
};

PeriodBy parse_by(const std::string& text) {
  if (text == "session") return PeriodBy::session;
  if (text == "year") return PeriodBy::year;
  throw Error(fmt::format("--by: '{}', expected session or year", text));
}

PublishedSeries parse_series(const std::string& text) {
  if (text == "extended") return PublishedSeries::extended;
  if (text == "april_2020") return PublishedSeries::april_2020;
  throw Error(fmt::format("--series: '{}', expected extended or april_2020", text));
}

bool is_published(const IdealCommand& command) {
  if (command.model == "published") return true;
  if (command.model == "default") return false;
  throw Error(fmt::format("--model: '{}', expected default or published", command.model));
}

// What was fitted: the fit, and what it was made from.
struct Fitted {
  IdealFit fit;
  std::vector<RollCallIndex> roll_calls;
  std::vector<std::uint64_t> held_out;
};

void tell_convergence(const PublishedFit& fit) {
  const Convergence& c = fit.convergence;
  fmt::print(
      stderr,
      "{} draws; R-hat {:.2f} median, {:.2f} for 95 %, {:.2f} at most; effective draws {:.0f} "
      "median, {:.0f} for 95 %, {:.0f} at least\n",
      c.draws, c.rhat_median, c.rhat_q95, c.rhat_max, c.effective_median, c.effective_q05,
      c.effective_min);
}

template <class Options>
void take_chain_options(const IdealCommand& command, Options& options) {
  if (command.iterations) options.iterations = *command.iterations;
  if (command.burn_in) options.burn_in = *command.burn_in;
  if (command.thin) options.thin = *command.thin;
  if (command.chains) options.chains = *command.chains;
}

Fitted fit(const Record& record, const IdealCommand& command, Filter filter, std::uint64_t seed) {
  Fitted out;
  const bool published = is_published(command);
  filter.duplicates = published;  // ten of the published roll calls are duplicates
  const PeriodBy by = parse_by(command.by);
  if (published && by == PeriodBy::year) {
    throw Error("--model published has points by session only; expected --by session");
  }
  out.roll_calls = select_roll_calls(record, filter);
  if (command.holdout) out.held_out = draw_held_out(record, out.roll_calls, *command.holdout, seed);
  ProgressBar bar("fitting");
  const auto progress = [&bar](int done, int all) { bar.show(static_cast<double>(done) / all); };
  if (!published) {
    IdealOptions options;
    options.by = by;
    options.progress = progress;
    out.fit = fit_ideal_points(record, out.roll_calls, options, out.held_out);
    if (!out.fit.settled) {
      fmt::print(stderr,
                 "note: after {} sweeps points still moved by more than 0.5 % of their standard "
                 "deviation a sweep; their intervals are somewhat too narrow\n",
                 out.fit.sweeps);
    }
    return out;
  }
  PublishedOptions options;
  take_chain_options(command, options);
  options.series = parse_series(command.series);
  options.seed = seed;
  options.progress = progress;
  PublishedFit result = fit_published(record, out.roll_calls, options, out.held_out);
  tell_convergence(result);
  out.fit = std::move(result.fit);
  return out;
}

int print_points(const Record& record, const IdealFit& fit, const IdealCommand& command,
                 Format format) {
  std::vector<StateIndex> states;
  for (const std::string& name : command.states) states.push_back(record.state(name));
  Table table({{"state"}, {"period"}, {"mean"}, {"sd"}, {"q05"}, {"q95"}, {"n"}});
  const auto add = [&](const IdealPoint& p) {
    if (p.period < command.from.value_or(p.period) || p.period > command.to.value_or(p.period))
      return;
    table.add({record.states[p.state].code, std::int64_t{p.period}, p.mean, p.sd, p.q05, p.q95,
               std::int64_t{p.n}});
  };
  if (states.empty()) std::for_each(fit.points.begin(), fit.points.end(), add);
  for (StateIndex state : states) {
    const auto points = fit.points_of(state);
    std::for_each(points.begin(), points.end(), add);
  }
  return table.print(format, record);
}

int print_items(const Record& record, const Fitted& fitted, Format format) {
  Table table({{"rollcall"},
               {"item"},
               {"discrimination", 4},
               {"cut_yes", 4},
               {"cut_no", 4},
               {"date"},
               {"symbol"},
               {"title", 0, Fit::cut}});
  for (RollCallIndex r : fitted.roll_calls) {
    const std::uint32_t i = fitted.fit.item_of_roll_call[r];
    if (i == IdealFit::no_item) continue;
    const Item& item = fitted.fit.items[i];
    const RollCall& roll_call = record.roll_calls[r];
    table.add({roll_call.id, std::int64_t{fitted.fit.text_of_roll_call[r]}, item.discrimination,
               item.cut_yes, item.cut_no, format_date(roll_call.date), roll_call.symbol,
               roll_call.title});
  }
  return table.print(format, record);
}

int print_score(const Record& record, const Fitted& fitted, const IdealCommand& command,
                std::uint64_t seed, Format format) {
  const HeldOutScore score = score_held_out(record, fitted.fit, fitted.held_out);
  Table table({{"model"},
               {"share", 4},
               {"seed"},
               {"cells"},
               {"predicted"},
               {"log_loss", 5},
               {"log_loss_at_means", 5},
               {"correct", 4},
               {"log_loss_of_shares", 5}});
  table.add({command.model, *command.holdout, static_cast<std::int64_t>(seed),
             static_cast<std::int64_t>(score.cells), static_cast<std::int64_t>(score.predicted),
             score.log_loss, score.log_loss_at_means, score.correct, score.log_loss_of_shares});
  table.print(format, record);
  return score.predicted > 0 ? found : nothing_found;
}

void check_periods(const IdealCommand& command) {
  if (!command.from && !command.to) return;
  if (command.items || command.holdout || command.sample.sample)
    throw Error("--from and --to choose points; expected no --items, --holdout or --sample");
}

void check_sample(const IdealCommand& command) {
  if (!command.sample.sample) {
    if (!command.sample.draws.empty()) throw Error("--draws: expected --sample beside it");
    if (command.sample.steps) throw Error("--steps: expected --sample beside it");
    return;
  }
  if (command.sample.steps && !(*command.sample.steps > 0)) {
    throw Error(fmt::format("--steps: {}, expected a size above 0", *command.sample.steps));
  }
  if (is_published(command))
    throw Error("--sample is of the default model; --model published has draws of its own");
  if (command.items) throw Error("--sample has points only; expected no --items beside it");
  if (command.holdout) throw Error("--sample takes all votes; expected no --holdout beside it");
}

int sample(const Program& program, const Record& record, const IdealCommand& command,
           const Filter& filter) {
  PosteriorOptions options;
  take_chain_options(command, options);
  options.by = parse_by(command.by);
  options.seed = program.settings().seed;
  return run_sample(record, select_roll_calls(record, filter), options, command.sample,
                    command.states, program.settings().format);
}

int run_ideal(const Program& program, const IdealCommand& command, const Filter& filter) {
  if (command.items && !command.states.empty())
    throw Error("ideal --items lists roll calls; expected no states beside it");
  check_sample(command);
  check_periods(command);
  const Record record = program.load_record();
  for (const std::string& name : command.states) record.state(name);  // before a long fit
  const std::uint64_t seed = program.settings().seed;
  const Format format = program.settings().format;
  if (command.sample.sample) return sample(program, record, command, filter);
  const Fitted fitted = fit(record, command, filter, seed);
  if (command.holdout) return print_score(record, fitted, command, seed, format);
  if (command.items) return print_items(record, fitted, format);
  return print_points(record, fitted.fit, command, format);
}

}  // namespace

void add_ideal_command(Program& program) {
  CLI::App* command = program.add_command("ideal", "Where states stand: ideal points over time");
  command->footer(
      "Points have mean 0 and standard deviation 1 over all states and periods; high is the side "
      "of\n"
      "the USA in the Cold War. q05 and q95 bound a 90 % interval; n counts the votes.\n\n"
      "Examples:\n"
      "  volteface ideal ARG USA --by year\n"
      "  volteface ideal ARG --by year --from 2015       of these years, in the fit of all\n"
      "  volteface ideal --csv > points.csv              every state, every session\n"
      "  volteface ideal --items --csv > items.csv       what each roll call asked\n"
      "  volteface ideal --holdout 0.05 --seed 1         log loss on votes that were left out\n"
      "  volteface ideal ARG --sample --steps 0.5        how probably each step was a turn\n"
      "  volteface ideal --model published --csv         the series of Bailey, Strezhnev, Voeten");
  auto options = std::make_shared<IdealCommand>();
  auto filters = std::make_shared<FilterOptions>(*command, "since until subject");
  command
      ->add_option("states", options->states, "Only these; the fit is of all states all the same")
      ->type_name("STATE");
  command->add_option("--by", options->by, "A point a session (the default) or a year")
      ->type_name("PERIOD");
  const auto add_end = [&](const char* name, auto& value, const char* help) {
    command->add_option(name, value, help)->type_name("PERIOD")->group("Which points");
  };
  add_end("--from", options->from,
          "Points from this year or session on; the fit stays that of all");
  add_end("--to", options->to, "Points to this year or session");
  command->add_flag("--items", options->items,
                    "The roll calls' side: P(yes) = Phi(cut_yes - discrimination * theta), "
                    "P(no) = 1 - Phi(cut_no - discrimination * theta); item: equal for one text");
  command
      ->add_option("--holdout", options->holdout,
                   "Leave this share of the votes out, and print the log loss on them")
      ->type_name("SHARE");
  command
      ->add_option("--model", options->model,
                   "default, or published: the procedure of the published series")
      ->type_name("MODEL");
  command->add_flag(
      "--sample", options->sample.sample,
      "Draw from the posterior instead of approximating it; adds columns that tell how "
      "far the chains agree (rhat) and what the draws are worth (effective)");
  command
      ->add_option("--draws", options->sample.draws,
                   "Write the draws to this CSV file: chain,draw,state,period,ideal_point")
      ->type_name("FILE")
      ->group("With --sample");
  command
      ->add_option("--steps", options->sample.steps,
                   "Print steps between points, and how probably each is larger than this")
      ->type_name("SIZE")
      ->group("With --sample");
  const auto add_chains = [&](const char* name, auto& value, const char* help) {
    command->add_option(name, value, help)->type_name("N")->group("Chains");
  };
  add_chains("--iterations", options->iterations, "Of each chain (--sample 1100, published 2000)");
  add_chains("--burn-in", options->burn_in, "Of these, not kept (--sample 200, published 1000)");
  add_chains("--thin", options->thin, "Every how many-th is kept (--sample 1, published 4)");
  add_chains("--chains", options->chains, "Independent runs (--sample 4, published 2)");
  command
      ->add_option("--series", options->series,
                   "Of --model published: extended to today (the default), or april_2020: the roll "
                   "calls of that file")
      ->type_name("SERIES")
      ->group("Model published");
  command->callback([&program, options, filters] {
    program.set_exit_code(run_ideal(program, *options, filters->filter(program.settings())));
  });
}

}  // namespace volteface::cli
