#include "cli/surprise_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "brief/words.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "cli/vote_text.h"

namespace volteface::cli {
namespace {

constexpr std::size_t votes_at_once = 20'000;  // a table of them is a few megabytes

Table rows_of(const Record& record, std::span<const PredictedVote> votes) {
  Table table({{"state"},
               {"rollcall"},
               {"date"},
               {"choice"},
               {"p_yes", 6},
               {"p_abstain", 6},
               {"p_no", 6},
               {"bits", 4},
               {"symbol"},
               {"title"}});
  for (const PredictedVote& vote : votes) {
    const RollCall& r = record.roll_calls[vote.roll_call];
    const ChoiceProbabilities& p = vote.probabilities;
    table.add({record.states[vote.state].code, r.id, format_date(r.date),
               std::string(1, choice_letter(vote.choice)), p.yes, p.abstain, p.no, vote.bits(),
               r.symbol, r.title});
  }
  return table;
}

// The whole record has a million rows, so that these are written piece by piece.
void write_csv(const Record& record, std::span<const PredictedVote> votes) {
  for (std::size_t at = 0; at == 0 || at < votes.size(); at += votes_at_once) {
    const std::size_t n = std::min(votes_at_once, votes.size() - at);
    const std::string csv = rows_of(record, votes.subspan(at, n)).csv();
    print_out(at == 0 ? csv : csv.substr(csv.find('\n') + 1));
  }
}

void write_json(const Record& record, std::span<const PredictedVote> votes) {
  constexpr auto replace = nlohmann::ordered_json::error_handler_t::replace;
  std::string head = json_head(record).dump(1, ' ', false, replace);
  head.erase(head.rfind('\n'));  // and with it the brace that closes it
  print_out(head + ",\n \"rows\": [");
  for (std::size_t at = 0; at < votes.size(); at += votes_at_once) {
    const std::size_t n = std::min(votes_at_once, votes.size() - at);
    const auto json = rows_of(record, votes.subspan(at, n)).json(record);
    std::string text;
    for (const auto& row : json["rows"]) {
      text += fmt::format("{}\n  {}", text.empty() && at == 0 ? "" : ",",
                          row.dump(-1, ' ', false, replace));
    }
    print_out(text);
  }
  print_out("\n ]\n}\n");
}

// "yes .98": what was most to be expected.
std::string expectation(const ChoiceProbabilities& p) {
  Choice most = Choice::yes;
  for (Choice choice : {Choice::abstain, Choice::no}) {
    if (p.of(choice) > p.of(most)) most = choice;
  }
  const double largest = p.of(most);
  return fmt::format("{} {}", choice_name(most), largest >= 0.995 ? ">.99" : share(largest));
}

std::string name_of(const RollCall& r) { return r.symbol.empty() ? r.id : r.symbol; }

double mean_bits(std::span<const PredictedVote> votes) {
  double bits = 0;
  for (const PredictedVote& vote : votes) bits += vote.bits();
  return bits / static_cast<double>(votes.size());
}

std::string one_in(double p) {
  return p < 1e-4 ? "less than 1 in 10,000"
                  : fmt::format("1 in {}", count_text(static_cast<std::uint64_t>(1 / p + 0.5)));
}

// "Argentina cast 155 votes here ...": of all that passed, whatever is shown of them.
std::string sentence_on_state(const SurpriseView& view) {
  const State& state = view.record.states[*view.state];
  std::vector<PredictedVote> own;
  std::vector<bool> on(view.record.roll_calls.size());
  for (const PredictedVote& vote : view.of_all) {
    if (vote.state != *view.state) continue;
    own.push_back(vote);
    on[vote.roll_call] = true;
  }
  std::vector<PredictedVote> others;
  for (const PredictedVote& vote : view.of_all) {
    if (vote.state != *view.state && on[vote.roll_call]) others.push_back(vote);
  }
  const auto least = std::max_element(own.begin(), own.end(), [](const auto& a, const auto& b) {
    return a.probabilities.of(a.choice) > b.probabilities.of(b.choice);
  });
  const auto unlikely = std::count_if(own.begin(), own.end(), [](const PredictedVote& vote) {
    return vote.probabilities.of(vote.choice) < 0.05;
  });
  const RollCall& r = view.record.roll_calls[least->roll_call];
  return fmt::format(
      "{}, {}: surprising by {:.2f} bits on average; the other states on the same roll calls by "
      "{:.2f}. {} of its votes {} given less than 1 in 20. The least expected was {} on {} "
      "({}): {}.",
      name_at_beginning(state), counted(own.size(), "vote"), mean_bits(own), mean_bits(others),
      count_text(static_cast<std::uint64_t>(unlikely)), unlikely == 1 ? "was" : "were",
      choice_name(least->choice), name_of(r), format_date(r.date),
      one_in(least->probabilities.of(least->choice)));
}

std::string head_of_roll_call(const SurpriseView& view, std::size_t width) {
  const RollCall& r = view.record.roll_calls[*view.roll_call];
  return wrapped(fmt::format("{} · {} · {}", name_of(r), format_date(r.date), r.title), width) +
         wrapped(fmt::format("{}: surprising by {:.2f} bits a vote.",
                             tally_sentence(view.record.tally(*view.roll_call)),
                             mean_bits(view.of_all)),
                 width);
}

Table text_of(const SurpriseView& view, std::span<const PredictedVote> votes) {
  std::vector<Column> columns;
  if (!view.state || view.roll_call) columns.push_back({"state", 0, Fit::cut});
  if (!view.roll_call) columns.insert(columns.end(), {{"date"}, {"symbol"}});
  columns.insert(columns.end(), {{"vote"}, {"expected"}, {"bits", 1}});
  if (!view.roll_call) columns.push_back({"title", 0, Fit::cut});
  Table table(columns);
  for (const PredictedVote& vote : votes) {
    const RollCall& r = view.record.roll_calls[vote.roll_call];
    std::vector<Cell> row;
    if (!view.state || view.roll_call) row.emplace_back(view.record.states[vote.state].name);
    if (!view.roll_call) row.insert(row.end(), {format_date(r.date), name_of(r)});
    row.insert(row.end(), {std::string(choice_name(vote.choice)), expectation(vote.probabilities),
                           vote.bits()});
    if (!view.roll_call) row.emplace_back(r.title);
    table.add(std::move(row));
  }
  return table;
}

}  // namespace

int print_surprise(const SurpriseView& view, std::span<const PredictedVote> votes, Format format) {
  if (format == Format::json) {
    write_json(view.record, votes);
    return votes.empty() ? nothing_found : found;
  }
  if (format == Format::csv) {
    write_csv(view.record, votes);
    print_provenance(view.record);
    return votes.empty() ? nothing_found : found;
  }
  if (votes.empty()) return nothing_found;
  const std::size_t width = terminal_width();
  if (view.state && !view.roll_call) print_out(wrapped(sentence_on_state(view), width) + "\n");
  if (view.roll_call) print_out(head_of_roll_call(view, width) + "\n");
  return text_of(view, votes).print(format, view.record);
}

}  // namespace volteface::cli
