#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/predicted_votes.h"
#include "cli/program.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "cli/vote_text.h"
#include "volteface/coverage.h"

namespace volteface::cli {
namespace {

// In the order in which a tally is read out.
constexpr Choice choices_read_out[] = {Choice::yes, Choice::no, Choice::abstain, Choice::absent};

// The predictions of the votes on one roll call, by state.
using Expected = std::map<StateIndex, PredictedVote>;

Expected expected_on(const Record& record, RollCallIndex index) {
  Expected expected;
  const PredictiveRecord predicted = predicted_until(record, record.roll_calls[index].date);
  for (const PredictedVote& vote : predicted.votes) {
    if (vote.roll_call == index) expected.emplace(vote.state, vote);
  }
  return expected;
}

void add_expected(const Expected& expected, StateIndex state, std::vector<Cell>& row) {
  const auto found = expected.find(state);
  if (found == expected.end()) {
    row.resize(row.size() + 4);
    return;
  }
  const ChoiceProbabilities& p = found->second.probabilities;
  row.insert(row.end(), {p.yes, p.abstain, p.no, found->second.bits()});
}

// With `expected`, how expected each vote was stands beside it.
Table cells_of(const Record& record, RollCallIndex index, const Expected* expected) {
  std::vector<Column> columns = {{"rollcall"}, {"date"}, {"symbol"}, {"state"}, {"name"}, {"vote"}};
  if (expected != nullptr)
    columns.insert(columns.end(), {{"p_yes", 6}, {"p_abstain", 6}, {"p_no", 6}, {"bits", 4}});
  Table table(columns);
  const RollCall& r = record.roll_calls[index];
  for (const Choice choice : choices_read_out) {
    for (StateIndex s = 0; s < record.states.size(); ++s) {
      if (record.votes.at(s, index) != choice) continue;
      std::vector<Cell> row = {r.id,
                               format_date(r.date),
                               r.symbol,
                               record.states[s].code,
                               record.states[s].name,
                               std::string(1, choice_letter(choice))};
      if (expected != nullptr) add_expected(*expected, s, row);
      table.add(std::move(row));
    }
  }
  return table;
}

std::string comparison_with_published(const Record& record, RollCallIndex index) {
  const auto& published = record.roll_calls[index].published;
  if (!published) return "Published totals: none in the sources.";
  return fmt::format("Published totals: {} yes, {} no, {} abstaining; {}.", published->yes,
                     published->no, published->abstain,
                     totals_agree(record, index) ? "the same" : "not those counted here");
}

std::string heading(const RollCall& r) {
  const std::string name = r.symbol.empty() ? r.id : fmt::format("{} ({})", r.symbol, r.id);
  return fmt::format("{} · {}{} · session {} · {}", name, r.date_exact ? "" : "about ",
                     format_date(r.date), r.session, kind_name(r.kind));
}

std::string who_voted(const Record& record, RollCallIndex index, Choice choice, std::size_t width) {
  std::vector<std::string> names;
  for (StateIndex s = 0; s < record.states.size(); ++s) {
    if (record.votes.at(s, index) == choice) names.push_back(record.states[s].name);
  }
  if (names.empty()) return "";
  std::sort(names.begin(), names.end());
  constexpr std::string_view titles[] = {"Yes", "Abstaining", "No", "Absent or not voting"};
  const auto title = titles[static_cast<std::size_t>(choice)];
  return "\n" + bold(fmt::format("{} ({})", title, names.size())) + "\n" +
         wrapped(fmt::format("{}", fmt::join(names, ", ")), width, "  ");
}

// Roll calls on parts of the text, and second records of the same vote.
std::string other_roll_calls(const Record& record, RollCallIndex shown,
                             const std::vector<RollCallIndex>& same_symbol, std::size_t width) {
  if (same_symbol.size() < 2) return "";
  Table table({{"rollcall"}, {"date"}, {"kind"}, {"tally"}, {"title", 0, Fit::cut}});
  for (const RollCallIndex i : same_symbol) {
    if (i == shown) continue;
    const RollCall& r = record.roll_calls[i];
    table.add({r.id, format_date(r.date),
               r.duplicate_of.empty() ? std::string(kind_name(r.kind)) : "duplicate",
               short_tally(record.tally(i)), r.title});
  }
  return "\nOther roll calls with this symbol (`volteface rollcall ID` shows one):\n" +
         table.text(width);
}

void print_text(const Record& record, RollCallIndex index,
                const std::vector<RollCallIndex>& same_symbol) {
  const RollCall& r = record.roll_calls[index];
  const std::size_t width = terminal_width();
  std::string text = bold(wrapped(heading(r), width)) + wrapped(r.title, width);
  const auto add = [&](const std::string& name, const std::string& what) {
    if (!what.empty()) text += wrapped(name + ": " + what, width);
  };
  add("Subjects", fmt::format("{}", fmt::join(r.subjects, "; ")));
  add("Issues", fmt::format("{}", fmt::join(r.issues, "; ")));
  add("Note", r.note);
  add("Probably repeats", r.duplicate_of);
  if (r.important) text += "Important to the US State Department.\n";
  text += "\n" + bold(tally_sentence(record.tally(index))) + "\n";
  text += wrapped(comparison_with_published(record, index), width);
  for (const Choice choice : choices_read_out) text += who_voted(record, index, choice, width);
  print_out(text + other_roll_calls(record, index, same_symbol, width));
}

nlohmann::ordered_json tally_json(const Tally& tally) {
  return {{"yes", tally.yes}, {"no", tally.no}, {"abstain", tally.abstain}};
}

nlohmann::ordered_json roll_call_json(const Record& record, RollCallIndex index) {
  const RollCall& r = record.roll_calls[index];
  nlohmann::ordered_json json;
  json["rollcall"] = r.id;
  json["date"] = format_date(r.date);
  json["date_exact"] = r.date_exact;
  json["session"] = r.session;
  json["symbol"] = r.symbol;
  json["title"] = r.title;
  json["kind"] = kind_name(r.kind);
  json["subjects"] = r.subjects;
  json["issues"] = r.issues;
  json["important"] = r.important;
  json["duplicate_of"] = r.duplicate_of;
  json["note"] = r.note;
  json["source"] = r.source;
  json["tally"] = tally_json(record.tally(index));
  json["tally"]["absent"] = record.tally(index).absent;
  json["published"] = r.published ? tally_json(*r.published) : nlohmann::ordered_json();
  return json;
}

void print_json_of(const Record& record, RollCallIndex index,
                   const std::vector<RollCallIndex>& same_symbol, const Expected* expected) {
  nlohmann::ordered_json json = json_head(record);
  json["rollcall"] = roll_call_json(record, index);
  json["same_symbol"] = nlohmann::ordered_json::array();
  for (const RollCallIndex i : same_symbol) {
    if (i != index) json["same_symbol"].push_back(record.roll_calls[i].id);
  }
  json["rows"] = cells_of(record, index, expected).json(record)["rows"];
  print_json(json);
}

int show_roll_call(const Program& program, const std::string& symbol_or_id, bool with_expected) {
  const Record record = program.load_whole_record();
  const RollCallIndex index = record.roll_call(symbol_or_id);
  const RollCall& r = record.roll_calls[index];
  const Settings& settings = program.settings();
  if (settings.as_of && r.date > *settings.as_of) {
    fmt::print(stderr, "volteface: {} is of {}, later than --as-of\n", r.id, format_date(r.date));
    return nothing_found;
  }
  if (with_expected && settings.format == Format::text) {
    throw Error(
        "rollcall --expected adds columns; expected --csv or --json beside it, or surprise "
        "--rollcall for a list");
  }
  std::optional<Expected> expected;
  if (with_expected) expected = expected_on(record, index);
  const Expected* beside = expected ? &*expected : nullptr;
  const auto same_symbol = record.find_roll_calls(symbol_or_id);
  if (settings.format == Format::json) {
    print_json_of(record, index, same_symbol, beside);
    return found;
  }
  if (settings.format == Format::csv) print_out(cells_of(record, index, beside).csv());
  if (settings.format == Format::text) print_text(record, index, same_symbol);
  if (same_symbol.size() > 1 && settings.format == Format::csv) {
    fmt::print(stderr, "{} of {} roll calls with this symbol; without --csv, they are listed\n",
               r.id, same_symbol.size());
  }
  print_provenance(record);
  return found;
}

}  // namespace

void add_rollcall_command(Program& program) {
  CLI::App* command =
      program.add_command("rollcall", "One recorded vote: its tally, and who voted how");
  command->footer(
      "Where several roll calls carry the symbol (paragraphs, amendments), the one on the whole "
      "text is\n"
      "shown and the others are listed; an id shows one of them. CSV and JSON have a row a state,\n"
      "vote Y, N, A (abstain) or X (absent, or did not vote).\n\n"
      "Examples:\n"
      "  volteface rollcall A/RES/ES-11/7\n"
      "  volteface rollcall es-11/7 --csv\n"
      "  volteface rollcall es-11/7 --expected --csv\n"
      "  volteface rollcall v5992");
  auto symbol = std::make_shared<std::string>();
  command->add_option("symbol", *symbol, "Such as A/RES/ES-11/7, or the id of a roll call")
      ->required()
      ->type_name("SYMBOL");
  auto with_expected = std::make_shared<bool>(false);
  command->add_flag("--expected", *with_expected,
                    "With --csv or --json: how probable each choice was, given what the state cast "
                    "before and what the others cast here, and the surprise of its vote in bits");
  command->callback([&program, symbol, with_expected] {
    program.set_exit_code(show_roll_call(program, *symbol, *with_expected));
  });
}

}  // namespace volteface::cli
