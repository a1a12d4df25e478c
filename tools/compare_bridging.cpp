// How the recurring texts that are found from titles stand to the known pairs of the record.
//
//   compare_bridging                        by period of the later roll call
//   compare_bridging --sessions             by session of the later roll call
//   compare_bridging --wrong                the found pairs that contradict a known one
//   compare_bridging --missed               the known pairs that are not found
//   compare_bridging --sample N [--seed S]  found pairs that no known pair speaks of, at random
//
// Prints CSV. Known pairs are sparse: a found pair that none of them speaks of is neither right nor
// wrong by them, and is counted apart ("beyond"); the sample is there to be read. A found pair
// contradicts the known ones where its later roll call has another known predecessor, or its
// earlier one another known successor; "skip" are those of these whose ends hang together by way of
// known pairs, so that the text is right and a session between is left out. No vote is looked at.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "ideal/title_table.h"
#include "volteface/bridging.h"
#include "volteface/error.h"

namespace {

using namespace volteface;

constexpr RollCallIndex none = std::numeric_limits<RollCallIndex>::max();

struct Neighbours {
  std::vector<RollCallIndex> before;
  std::vector<RollCallIndex> after;
};

// Throws where a roll call has two predecessors or successors: all counts here rest on that.
Neighbours neighbours_of(const Record& record, const std::vector<TextPair>& pairs) {
  Neighbours out{std::vector<RollCallIndex>(record.roll_calls.size(), none),
                 std::vector<RollCallIndex>(record.roll_calls.size(), none)};
  for (const TextPair& pair : pairs) {
    for (const auto& [roll_call, taken] : {std::pair{pair.later, out.before[pair.later]},
                                           std::pair{pair.earlier, out.after[pair.earlier]}}) {
      if (taken != none)
        throw Error(fmt::format("two neighbours of {}", record.roll_calls[roll_call].id));
    }
    out.before[pair.later] = pair.earlier;
    out.after[pair.earlier] = pair.later;
  }
  return out;
}

enum class Verdict { right, wrong, beyond };

struct Comparison {
  Record record = embedded_record();
  std::vector<TextPair> found = find_recurring_texts(record);
  std::vector<std::uint32_t> text = text_groups(record, found);
  std::vector<std::uint32_t> known_text = text_groups(record, record.known_pairs);
  Neighbours known = neighbours_of(record, record.known_pairs);
  Neighbours ours = neighbours_of(record, found);

  int session(RollCallIndex r) const { return session_number(record.roll_calls[r]); }

  Verdict verdict(const TextPair& pair) const {
    if (known.before[pair.later] == pair.earlier) return Verdict::right;
    const bool spoken_of = known.before[pair.later] != none || known.after[pair.earlier] != none;
    return spoken_of ? Verdict::wrong : Verdict::beyond;
  }
};

struct Counts {
  int known = 0;
  int known_found = 0;      // as the same pair
  int known_same_text = 0;  // in one text, perhaps by way of others
  int found = 0;
  int judged = 0;  // the later roll call has a known predecessor
  int judged_right = 0;
  int contradict = 0;
  int skip = 0;
  int beyond = 0;
};

using Rows = std::map<int, Counts>;

// `row_of` gives the rows that a pair belongs to by the session of its later roll call.
template <typename RowOf>
Rows count(const Comparison& c, RowOf row_of) {
  Rows rows;
  for (const TextPair& pair : c.record.known_pairs) {
    Counts& row = rows[row_of(c.session(pair.later))];
    ++row.known;
    row.known_found += c.ours.before[pair.later] == pair.earlier;
    row.known_same_text += c.text[pair.earlier] == c.text[pair.later];
  }
  for (const TextPair& pair : c.found) {
    Counts& row = rows[row_of(c.session(pair.later))];
    const Verdict verdict = c.verdict(pair);
    ++row.found;
    row.judged += c.known.before[pair.later] != none;
    row.judged_right += verdict == Verdict::right;
    row.contradict += verdict == Verdict::wrong;
    row.skip += verdict == Verdict::wrong && c.known_text[pair.earlier] == c.known_text[pair.later];
    row.beyond += verdict == Verdict::beyond;
  }
  return rows;
}

std::string share(int part, int whole) {
  return whole == 0 ? "" : fmt::format("{:.3f}", static_cast<double>(part) / whole);
}

void print_counts(const std::string& label, const Counts& n) {
  fmt::print("{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", label, n.known, n.known_found,
             n.known_same_text, share(n.known_found, n.known), share(n.known_same_text, n.known),
             n.found, n.judged, n.judged_right, share(n.judged_right, n.judged), n.contradict,
             n.skip, share(n.judged_right, n.judged_right + n.contradict), n.beyond);
}

void print_header(const char* first) {
  fmt::print(
      "{},known,known_found,known_same_text,recall_pairs,recall_texts,found,judged,judged_right,"
      "precision,contradict,skip,precision_both_ends,beyond\n",
      first);
}

void print_periods(const Comparison& c) {
  struct Period {
    const char* years;
    int last_session;
  };
  constexpr Period periods[] = {{"1946-1969", 24},
                                {"1970-1989", 44},
                                {"1990-2019", 74},
                                {"2020-", std::numeric_limits<int>::max()}};
  const Rows rows = count(c, [&](int session) {
    int period = 0;
    while (session > periods[period].last_session) ++period;
    return period;
  });
  print_header("period");
  for (const auto& [period, counts] : rows) print_counts(periods[period].years, counts);
  print_counts("all", count(c, [](int) { return 0; }).at(0));
}

void print_sessions(const Comparison& c) {
  print_header("session");
  for (const auto& [session, counts] : count(c, [](int s) { return s; }))
    print_counts(std::to_string(session), counts);
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (char letter : text) out += letter == '"' ? "\"\"" : std::string(1, letter);
  return out + '"';
}

// Which rule could have found the pair. Parts: the later title was voted on more than once in its
// session.
const char* way(const Record& record, const TitleTable& titles, const TextPair& pair) {
  const auto title = titles.title_of(pair.later);
  const std::string& session = record.roll_calls[pair.later].session;
  int times = 0;
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r)
    times += titles.title_of(r) == title && record.roll_calls[r].session == session;
  if (times > 1) return "parts";
  return title == titles.title_of(pair.earlier) ? "same" : "changed";
}

void print_pairs(const Comparison& c, const std::vector<TextPair>& pairs) {
  const TitleTable titles(c.record);
  fmt::print(
      "title,earlier_session,later_session,earlier_symbol,later_symbol,earlier_kind,later_kind,"
      "earlier_title,later_title,earlier_id,later_id\n");
  for (const TextPair& pair : pairs) {
    const RollCall& a = c.record.roll_calls[pair.earlier];
    const RollCall& b = c.record.roll_calls[pair.later];
    fmt::print("{},{},{},{},{},{},{},{},{},{},{}\n", way(c.record, titles, pair), a.session,
               b.session, quoted(a.symbol), quoted(b.symbol), kind_name(a.kind), kind_name(b.kind),
               quoted(a.title), quoted(b.title), a.id, b.id);
  }
}

std::vector<TextPair> found_with(const Comparison& c, Verdict verdict) {
  std::vector<TextPair> out;
  for (const TextPair& pair : c.found) {
    if (c.verdict(pair) == verdict) out.push_back(pair);
  }
  return out;
}

std::vector<TextPair> missed(const Comparison& c) {
  std::vector<TextPair> out;
  for (const TextPair& pair : c.record.known_pairs) {
    if (c.text[pair.earlier] != c.text[pair.later]) out.push_back(pair);
  }
  return out;
}

// The first of a shuffled list, so that a larger sample holds a smaller one. Written out, since
// std::shuffle differs between libraries.
std::vector<TextPair> sample(std::vector<TextPair> pairs, std::size_t size, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  size = std::min(size, pairs.size());
  for (std::size_t i = 0; i < size; ++i)
    std::swap(pairs[i], pairs[i + random() % (pairs.size() - i)]);
  pairs.resize(size);
  return pairs;
}

std::optional<std::uint64_t> number(const std::string& text) {
  std::uint64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

int usage() {
  fmt::print(stderr,
             "usage: compare_bridging [--sessions | --wrong | --missed | --sample N [--seed S]]\n");
  return 2;
}

int run(const std::vector<std::string>& arguments) {
  const Comparison c;
  if (arguments.empty()) {
    print_periods(c);
  } else if (arguments == std::vector<std::string>{"--sessions"}) {
    print_sessions(c);
  } else if (arguments == std::vector<std::string>{"--wrong"}) {
    print_pairs(c, found_with(c, Verdict::wrong));
  } else if (arguments == std::vector<std::string>{"--missed"}) {
    print_pairs(c, missed(c));
  } else if (arguments[0] == "--sample" && (arguments.size() == 2 || arguments.size() == 4)) {
    const auto size = number(arguments[1]);
    const auto seed = number(arguments.size() == 4 ? arguments[3] : "1");
    if (!size || !seed || (arguments.size() == 4 && arguments[2] != "--seed")) return usage();
    print_pairs(c, sample(found_with(c, Verdict::beyond), *size, *seed));
  } else {
    return usage();
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "compare_bridging: {}\n", error.what());
    return 2;
  }
}
