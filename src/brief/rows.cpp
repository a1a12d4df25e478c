#include "brief/rows.h"

#include <fmt/format.h>

#include <cmath>

#include "brief/estimates.h"
#include "brief/words.h"

namespace volteface {
namespace {

constexpr double quantile_95 = 1.6448536269514722;  // of the normal: a 90 % interval

class Rows {
 public:
  explicit Rows(const Brief& brief) : brief_(brief) {}

  std::vector<BriefRow> all() {
    add_turning();
    add_why();
    add_standing();
    add_company();
    add_votes();
    add_recurring();
    add_exposed();
    if (brief_.press) add_press(*brief_.press);
    add_covered();
    return std::move(rows_);
  }

 private:
  void add(std::string section, std::string item, std::string period, const Estimate& e,
           std::string note = "") {
    rows_.push_back({std::move(section), std::move(item), std::move(period), e.value, e.lo, e.hi,
                     e.n, std::move(note)});
  }

  // A number that has no interval.
  void add(std::string section, std::string item, std::string period, double value,
           std::optional<std::uint32_t> n, std::string note = "") {
    rows_.push_back({std::move(section), std::move(item), std::move(period), value, not_a_number,
                     not_a_number, n, std::move(note)});
  }

  static std::string year(int year) { return fmt::format("{}", year); }

  void add_move(const char* section, const Move& move) {
    add(section, brief_.state.code, fmt::format("{} to {}", move.from, move.to), move.change,
        move.beyond ? "beyond" : "");
  }

  void add_why() {
    for (const Accounts& a : brief_.why.accounts) {
      for (const BriefAccount& account : a.accounts) {
        const std::string of = account.reference         ? " " + account.reference->code
                               : account.subject.empty() ? ""
                                                         : " " + account.subject;
        add("account", account.kind + of, days(a.from, a.until), account.weight, a.votes);
      }
    }
    for (const Switches& s : brief_.why.switches) {
      add("switched_alike", s.reference.code, fmt::format("{} to {}", s.from, s.to), s.share);
      add("switched_alike_nearest", s.reference.code, fmt::format("{} to {}", s.from, s.to),
          s.nearest_switched > 0 ? static_cast<double>(s.nearest_alike) / s.nearest_switched
                                 : not_a_number,
          s.nearest_switched);
    }
  }

  static std::string days(Date from, Date to) {
    return fmt::format("{} to {}", format_date(from), format_date(to));
  }

  void add_turning() {
    for (const BriefTurn& turn : brief_.turning.turns) {
      const std::string when = days(turn.from, turn.to);
      const std::string date = format_date(turn.date);
      const std::string& code = brief_.state.code;
      add("turn", "probability", when, turn.probability, turn.votes_before + turn.votes_after,
          date);
      add("turn", "bits", when, turn.bits, turn.votes_after, date);
      add("turn", code, when,
          Estimate{turn.size, turn.size - quantile_95 * turn.size_sd,
                   turn.size + quantile_95 * turn.size_sd, turn.votes_before + turn.votes_after},
          date);
      for (const TowardState& t : turn.toward) {
        add("toward", t.state.code, when, t.change, date);
        add("beyond_general_move", t.state.code, when, t.beyond, date);
      }
      for (const TurnSubject& s : turn.subjects)
        add("turn_subject", s.subject, when, s.share, s.n, date);
    }
    for (const OtherTurn& other : brief_.turning.others) {
      add("other_turn", other.state.code, days(other.from, other.to), other.size, std::nullopt,
          format_date(other.date));
      add("other_turn_after", other.state.code, days(other.from, other.to), other.after,
          std::nullopt, format_date(other.date));
    }
  }

  void add_standing() {
    const Standing& s = brief_.standing;
    for (const YearPoint& y : s.years) {
      add("ideal_point", brief_.state.code, year(y.year), y.point);
    }
    for (const Bearing& b : s.bearings) {
      add("ideal_point", b.state.code, year(s.bearings_year), b.point);
    }
    for (const Move& step : s.steps) add_move("step", step);
    if (s.whole) add_move("whole", *s.whole);
    if (s.since_largest) add_move("since_largest", *s.since_largest);
    if (s.states > 1) {
      add("higher", brief_.state.code, year(s.bearings_year), s.higher, s.states - 1);
    }
  }

  void add_company() {
    const Company& c = brief_.company;
    for (std::size_t column = 0; column < c.columns.size(); ++column) {
      for (const CompanyYear& y : c.years) {
        add("agreement", c.columns[column].code, year(y.year), y.agreement[column]);
      }
    }
    if (!c.changes.empty()) {
      add("change", "median", period(*c.before) + " to " + period(*c.after), c.median_change,
          static_cast<std::uint32_t>(c.changes.size()));
    }
    for (const AgreementChange& change : c.changes) {
      const std::string& code = change.state.code;
      add("before", code, period(*c.before), change.before);
      add("after", code, period(*c.after), change.after);
      add("change", code, period(*c.before) + " to " + period(*c.after), change.change,
          change.beyond ? "beyond" : "");
      add("own_move", code, period(*c.before) + " to " + period(*c.after), change.own_move);
    }
  }

  static std::string period(const YearSpan& span) {
    return span.first == span.last ? year(span.first) : fmt::format("{}-{}", span.first, span.last);
  }

  static std::string name(const BriefVote& vote) {
    return vote.symbol.empty() ? vote.id : vote.symbol;
  }

  void add_votes() {
    if (brief_.votes_on) {
      for (const VoteOn& v : brief_.votes_on->votes) {
        add("on", name(v.vote), format_date(v.vote.date), v.probability, std::nullopt,
            std::string(choice_name(v.vote.choice)));
      }
    }
    const Unusual& u = brief_.unusual;
    for (const UnusualVote& v : u.votes) {
      add("unusual", name(v.vote), format_date(v.vote.date), v.probability, std::nullopt,
          std::string(choice_name(v.vote.choice)));
    }
    for (const ImprobableYear& y : u.years) add_improbable(year(y.year), y.votes);
    add_improbable("all", u.all);
    for (const YearBesidePeers& y : u.beside_peers) {
      const std::uint32_t n = y.difference.n;
      add("surprise", brief_.state.code, year(y.year), y.bits, n);
      add("surprise", "peers", year(y.year), y.peers, n);
      add("surprise_beyond_peers", brief_.state.code, year(y.year), y.difference,
          y.rank == 0 ? "" : fmt::format("rank {} of {}", y.rank, y.ranked));
    }
  }

  void add_improbable(const std::string& when, const Improbable& votes) {
    if (votes.n == 0) return;
    add("improbable", "below_05", when, votes.below_05, votes.n);
    add("improbable", "expected_below_05", when, votes.expected_below_05, votes.n);
    add("improbable", "mean_bits", when, votes.mean_bits, votes.n);
    add("improbable", "expected_bits", when, votes.expected_bits, votes.n);
  }

  void add_recurring() {
    for (const RecurringYear& y : brief_.recurring) {
      add("recurring", brief_.state.code, year(y.year), y.state.changed, y.state.n);
      for (std::size_t c = 0; c < y.columns.size(); ++c) {
        const std::string& code = brief_.company.columns[c].code;
        add("recurring", code, year(y.year), y.columns[c].changed, y.columns[c].n);
        add("closer_to", code, year(y.year), y.directions[c].closer, y.state.changed);
        add("further_from", code, year(y.year), y.directions[c].further, y.state.changed);
      }
    }
  }

  void add_exposed() {
    if (!brief_.exposed) return;
    const Exposed& e = *brief_.exposed;
    const std::string when = days(e.latest_first, e.latest_last);
    add("exposed", "backers", days(e.first, e.last), e.backers, e.roll_calls, e.matter);
    add("exposed", "lost", when, e.lost, e.backers, e.matter);
    for (const ExposedBacker& b : e.most) {
      add("exposed_support", b.state.code, days(e.first, e.last), b.support, b.votes);
      add("exposed_change", b.state.code, when, b.latest - b.before, std::nullopt);
    }
  }

  // A row a claim: what words cannot be counted have no value.
  void add_press(const Press& press) {
    for (const ToldVote& v : press.happened) {
      add("happened", v.symbol.empty() ? v.roll_call : v.symbol, format_date(v.date), v.probability,
          std::nullopt, std::string(choice_name(v.choice)));
    }
    for (const Reason& reason : press.reasons) {
      const std::string item =
          std::string(text_of(reason.theme)) + (reason.cause ? " " + reason.cause->code : "");
      for (const ReasonGiver& giver : reason.givers) {
        add("reason", item, "", not_a_number, static_cast<std::uint32_t>(giver.citations.size()),
            name_of(giver.speaker));
      }
    }
    for (const WordsAndVotes& w : press.words_and_votes) {
      add("words_warm", brief_.on->code, year(w.year), w.warm, std::nullopt);
      add("words_cold", brief_.on->code, year(w.year), w.cold, std::nullopt);
      add("votes_with", brief_.on->code, year(w.year), w.with, w.votes);
    }
    for (const ContactsWith& with : press.contacts) {
      for (const Contact& c : with.contacts) {
        const std::string act(c.mode == EventMode::none ? text_of(c.type) : text_of(c.mode));
        add("contact", with.other.code, days(c.date.from, c.date.to), not_a_number,
            static_cast<std::uint32_t>(c.citations.size()),
            fmt::format("{} {}", act, text_of(c.modality)));
      }
    }
    for (const ContradictedClaim& c : press.contradicted) {
      add("contradicted", c.symbol.empty() ? c.roll_call : c.symbol, format_date(c.date),
          not_a_number, std::nullopt, fmt::format("{}; {}", c.claim, c.recorded));
    }
  }

  static std::string name_of(const Speaker& speaker) {
    return !speaker.name.empty()  ? speaker.name
           : speaker.role.empty() ? "the report"
                                  : speaker.role;
  }

  void add_covered() {
    const Covered& c = brief_.covered;
    const std::string window = fmt::format("{} to {}", format_date(c.since), format_date(c.until));
    if (c.as_of) {
      add("covered", "as_of", format_date(*c.as_of), not_a_number, std::nullopt,
          "the hash is that of the whole record");
    }
    add("covered", "roll_calls", window, c.roll_calls, std::nullopt);
    add("covered", "cast", window, c.cast, c.roll_calls);
    add("covered", "absent", window, c.absent, c.roll_calls);
    add("covered", "not_listed", window, c.not_listed, c.roll_calls);
  }

  const Brief& brief_;
  std::vector<BriefRow> rows_;
};

std::string csv_text(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

std::string csv_number(double value) {
  if (std::isnan(value)) return "";
  return value == std::floor(value) ? fmt::format("{:.0f}", value) : fmt::format("{:.4f}", value);
}

}  // namespace

std::vector<BriefRow> rows_of(const Brief& brief) { return Rows(brief).all(); }

std::string brief_csv(const Brief& brief) {
  std::string csv = "section,item,period,value,lo,hi,n,note\n";
  for (const BriefRow& row : rows_of(brief)) {
    csv += fmt::format("{},{},{},{},{},{},{},{}\n", row.section, csv_text(row.item), row.period,
                       csv_number(row.value), csv_number(row.lo), csv_number(row.hi),
                       row.n ? fmt::format("{}", *row.n) : "", csv_text(row.note));
  }
  return csv;
}

}  // namespace volteface
