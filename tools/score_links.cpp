// How many reported votes are linked to the right roll call, given records whose `rollcall` is
// known, and how many contradictions are told.
//
//   score_links RECORDS.jsonl... REPORTS    a folder or file of the reports that the records are of
//
// The links in the records are left out before linking. Prints one line a wrong link, then counts.
#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <utility>

#include "volteface/checking.h"
#include "volteface/record_lines.h"
#include "volteface/reports.h"

namespace {

using namespace volteface;

struct Counts {
  int with_roll_call = 0, right = 0, wrong = 0, missed = 0;
  int without = 0, linked_though_without = 0;
};

std::string symbol_of(const Record& record, std::optional<RollCallIndex> roll_call) {
  return roll_call ? record.roll_calls[*roll_call].symbol : "none";
}

void score(const Record& record, const Checker& checker, Reading reading, const std::string& text,
           Counts& counts) {
  std::vector<std::string> known;
  for (ReportedVote& vote : reading.votes) known.push_back(std::exchange(vote.roll_call, {}));
  const Check check = checker.check(reading, text);
  for (const CheckedVote& checked : check.votes) {
    const ReportedVote& vote = reading.votes[checked.vote];
    const std::string& want = known[checked.vote];
    const std::string got = symbol_of(record, checked.roll_call);
    if (want.empty()) {
      ++counts.without;
      if (checked.roll_call) ++counts.linked_though_without;
    } else {
      ++counts.with_roll_call;
      (got == want ? counts.right : checked.roll_call ? counts.wrong : counts.missed) += 1;
    }
    if (got != (want.empty() ? "none" : want)) {
      fmt::print("{} {} {}: {} is linked to {} ({:.2f})\n", reading.doc, vote.state,
                 text_of(vote.choice), want, got, checked.probability);
    }
    if (checked.verdict == Verdict::contradicts) {
      fmt::print("{} {} {}: contradicted by {} ({}), {:.2f}\n", reading.doc, vote.state,
                 text_of(vote.choice), got, choice_name(*checked.recorded), checked.probability);
    }
  }
  for (const CheckedTally& checked : check.tallies) {
    if (!checked.roll_call) continue;
    fmt::print("{} tally '{}': {} has {}, {}\n", reading.doc, checked.tally.evidence.text,
               symbol_of(record, checked.roll_call), checked.recorded,
               verdict_name(checked.verdict));
  }
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2) throw Error("expected RECORDS.jsonl... REPORTS");
  std::map<std::string, std::string> texts;
  ReportSink sink;
  sink.report = [&](Report&& report) { texts[report.doc] = std::move(report.text); };
  read_reports({arguments.back()}, {}, sink);
  const Record record = embedded_record();
  const Checker checker(record);
  Counts counts;
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    for (Reading& reading : read_record_lines(arguments[i])) {
      const std::string& text = texts[reading.doc];
      score(record, checker, std::move(reading), text, counts);
    }
  }
  fmt::print("{} votes with a roll call: {} right, {} wrong, {} not linked\n",
             counts.with_roll_call, counts.right, counts.wrong, counts.missed);
  fmt::print("{} votes without: {} linked all the same\n", counts.without,
             counts.linked_though_without);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& e) {
    fmt::print(stderr, "score_links: {}\n", e.what());
    return 2;
  }
}
