#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "cli/program.h"
#include "cli/progress.h"
#include "cli/table.h"
#include "volteface/attribution.h"
#include "volteface/turns.h"

namespace volteface::cli {
namespace {

struct AttributeOptions {
  std::string state, date, until;
  std::vector<std::string> follows;
};

// In text, of each kind the first account is shown, and of the others those with more weight.
constexpr double least_shown = 0.05;

double rounded(double number) { return std::round(number * 100) / 100 + 0.0; }

// "follows USA", "one subject", "USA moved".
std::string told(const Record& record, const Account& account) {
  const std::string name(account_name(account.kind));
  if (!account.reference || account.kind == AccountKind::stays) return name;
  const std::string& code = record.states[*account.reference].code;
  return account.kind == AccountKind::follows ? name + " " + code : code + " moved";
}

std::string detail_of(const Record& record, const Account& account) {
  switch (account.kind) {
    case AccountKind::stays:
      if (!account.reference) return "";
      return fmt::format("goes on to cast as {} on {:.2f} [{:.2f}, {:.2f}]",
                         record.states[*account.reference].code, account.share_followed,
                         account.share_followed_lo, account.share_followed_hi);
    case AccountKind::one_subject:
      return fmt::format("{} ({:.2f})", account.subject, account.subject_share);
    case AccountKind::follows:
      return fmt::format("casts as it on {:.2f} [{:.2f}, {:.2f}]", account.share_followed,
                         account.share_followed_lo, account.share_followed_hi);
    case AccountKind::reference_moved:
      return fmt::format("probability {:.2f}", account.reference_probability);
    default:
      return "";
  }
}

int print_text(const Record& record, const Attribution& result) {
  Table table({{"account"}, {"weight"}, {"bits_behind"}, {"first"}, {"detail", 0, Fit::cut}});
  std::set<AccountKind> kinds;
  std::size_t hidden = 0;
  for (const Account& a : result.accounts) {
    if (!kinds.insert(a.kind).second && a.weight < least_shown) {
      ++hidden;
      continue;
    }
    table.add({told(record, a), a.weight,
               fmt::format("{:.1f} [{:.1f}, {:.1f}]", a.behind + 0.0, a.behind_lo + 0.0,
                           a.behind_hi + 0.0),
               rounded(a.first), detail_of(record, a)});
  }
  const int code = table.print(Format::text, record);
  if (hidden > 0)
    fmt::print(stderr, "{} more accounts of these kinds, each with a weight below {}, with --csv\n",
               hidden, least_shown);
  return code;
}

Cell number_where(bool there, double number) { return there ? Cell(number) : Cell(); }

Table rows_of(const Record& record, const Attribution& result) {
  Table table({{"state"},
               {"turn"},
               {"until"},
               {"account"},
               {"reference"},
               {"subject"},
               {"subject_share"},
               {"share_followed"},
               {"share_followed_lo"},
               {"share_followed_hi"},
               {"reference_probability"},
               {"score"},
               {"weight", 6},
               {"behind"},
               {"behind_lo"},
               {"behind_hi"},
               {"first"}});
  for (const Account& a : result.accounts) {
    const bool follows = a.reference && a.kind != AccountKind::reference_moved;
    table.add({record.states[result.state].code, format_date(result.turn),
               format_date(result.until), std::string(account_name(a.kind)),
               a.reference ? Cell(record.states[*a.reference].code) : Cell(),
               a.subject.empty() ? Cell() : Cell(a.subject),
               number_where(!a.subject.empty(), a.subject_share),
               number_where(follows, a.share_followed), number_where(follows, a.share_followed_lo),
               number_where(follows, a.share_followed_hi),
               number_where(a.reference && a.kind != AccountKind::follows, a.reference_probability),
               a.score, a.weight, a.behind, a.behind_lo, a.behind_hi, a.first});
  }
  return table;
}

std::string codes_of(const Record& record, std::span<const StateIndex> states) {
  std::string codes;
  for (StateIndex s : states) codes += (codes.empty() ? "" : ", ") + record.states[s].code;
  return codes;
}

void note_verdict(const Record& record, const Attribution& result) {
  fmt::print(stderr, "volteface: {}: {} votes on {} days from {} to {}, {} of them telling; {}\n",
             record.states[result.state].code, result.votes, result.meeting_days,
             format_date(result.turn), format_date(result.until), result.telling_votes,
             verdict_text(result.verdict));
  constexpr double long_years = 4;
  const double years = static_cast<double>((result.until - result.turn).count()) / 365.25;
  if (years > long_years) {
    fmt::print(stderr,
               "volteface: one account seldom holds for {:.0f} years; --until judges the first of "
               "them alone\n",
               years);
  }
  if (!result.left_out.empty()) {
    fmt::print(stderr, "volteface: left out, with fewer than {} votes beside its own: {}\n",
               least_votes_with_reference, codes_of(record, result.left_out));
  }
}

// The day of the state's most probable turn up to a day; of several that are equally probable as
// far as it is told, the largest.
Date day_of_turn(const Record& record, StateIndex state, Date until) {
  const auto roll_calls = select_roll_calls(record, {});
  ProgressBar bar("turns");
  IdealOptions ideal;
  ideal.progress = [&](int done, int all) { bar.show(0.5 * done / all); };
  const IdealFit fit = fit_ideal_points(record, roll_calls, ideal);
  const TurnFinder finder(record, roll_calls, [&](double share) { bar.show(0.5 + share / 2); });
  auto turns = finder.turns_of(record, fit, state);
  std::erase_if(turns, [&](const Turn& turn) { return turn.date > until; });
  if (turns.empty()) {
    throw Error(fmt::format(
        "attribute: no turn of {} is known with a probability of {} or more; expected --date DAY, "
        "such as --date 2023-12-10, from which on votes are judged",
        record.states[state].name, TurnOptions{}.least_probability));
  }
  const auto rank = [](const Turn& turn) {
    return std::pair(std::round(1000 * turn.probability), turn.bits);
  };
  const Turn& first = *std::max_element(
      turns.begin(), turns.end(), [&](const Turn& a, const Turn& b) { return rank(a) < rank(b); });
  fmt::print(stderr,
             "volteface: {}: judged from its most probable turn on, {} (probability {:.3f}); from "
             "another day with --date\n",
             record.states[state].code, format_date(first.date), first.probability);
  return first.date;
}

int attribute_votes(const Program& program, const AttributeOptions& options) {
  const Record record = program.load_record();
  const StateIndex state = record.state(options.state);
  const Date until =
      options.until.empty() ? record.last_date() : date_until_option(options.until, "--until");
  const Date turn = options.date.empty() ? day_of_turn(record, state, until)
                                         : date_from_option(options.date, "--date");
  if (options.until.empty() && turn > until) {
    throw Error(
        fmt::format("--date {}: the last vote of the record is of {}; expected no later day",
                    format_date(turn), format_date(until)));
  }
  std::vector<StateIndex> named;
  for (const std::string& name : options.follows) named.push_back(record.state(name));
  const PredictiveRecord predicted = predict_votes(record, select_roll_calls(record, {}));
  std::vector<StateIndex> references =
      attribution_references(record, predicted, state, turn, until);
  references.insert(references.end(), named.begin(), named.end());
  AttributionOptions resampling;
  resampling.seed = program.settings().seed;
  Attribution result = attribute(record, predicted, state, turn, until, references, resampling);
  note_verdict(record, result);
  const Format format = program.settings().format;
  if (result.votes == 0) result.accounts.clear();  // weights that no vote has touched
  if (result.votes == 0 && format == Format::text) return nothing_found;
  return format == Format::text ? print_text(record, result)
                                : rows_of(record, result).print(format, record);
}

}  // namespace

void add_attribute_command(Program& program) {
  CLI::App* command =
      program.add_command("attribute", "Which account of a turn predicts the votes behind it best");
  auto options = std::make_shared<AttributeOptions>();
  command->add_option("state", options->state, "A code such as ARG, or a name")
      ->required()
      ->type_name("STATE");
  command
      ->add_option("--date,--since", options->date,
                   "The day of the turn: votes from it on are judged; default: that of the state's "
                   "most probable turn")
      ->type_name("DATE");
  command->add_option("--until", options->until, "Votes up to this day; default: to the last")
      ->type_name("DATE");
  command
      ->add_option("--follows", options->follows,
                   "A state that it may follow, beside those found; may be repeated")
      ->allow_extra_args(false)
      ->type_name("STATE");
  command->footer(
      "Accounts: the state stays; it moves by its own; it changes on one subject; it follows "
      "another\n"
      "state; the other state moved. Weights sum to 1. bits_behind: how much worse than the first "
      "the\n"
      "votes are predicted, with a 95 % interval over meeting days; first: the share of resampled "
      "sets\n"
      "of days in which the account comes first.\n\n"
      "Examples:\n"
      "  volteface attribute ARG\n"
      "  volteface attribute ARG --date 2023-12-10\n"
      "  volteface attribute ARG --date 2023-12-10 --until 2024 --follows ITA\n"
      "  volteface attribute Hungary --since 2010-05 --until 2012 --csv");
  command->callback(
      [&program, options] { program.set_exit_code(attribute_votes(program, *options)); });
}

}  // namespace volteface::cli
