// The sections that list votes.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "brief/page.h"
#include "brief/words.h"

namespace volteface {
namespace {

constexpr std::size_t most_votes_on = 20;

std::string date_of(const BriefVote& vote) {
  return (vote.date_exact ? "" : "~") + format_date(vote.date);
}

std::string symbol_of(const BriefVote& vote) { return vote.symbol.empty() ? vote.id : vote.symbol; }

std::string choice_of(const BriefVote& vote) { return std::string(choice_name(vote.choice)); }

// "2025: 1 yes, 4 abstain"
std::string choices_by_year(const VotesOn& on) {
  std::map<int, std::array<int, 5>> years;
  for (const VoteOn& vote : on.votes) {
    ++years[year_of(vote.vote.date)][static_cast<std::size_t>(vote.vote.choice)];
  }
  std::string text;
  for (const auto& [year, counts] : years) {
    std::vector<std::string> parts;
    for (const Choice choice : {Choice::yes, Choice::abstain, Choice::no, Choice::absent}) {
      const int n = counts[static_cast<std::size_t>(choice)];
      if (n > 0) parts.push_back(fmt::format("{} {}", n, choice_name(choice)));
    }
    text += fmt::format("{}{} {}", text.empty() ? "" : "; ", year, fmt::join(parts, ", "));
  }
  return text;
}

PageTable table_on(const Brief& brief, const VotesOn& on) {
  PageTable table;
  table.below_head = "title";
  table.columns = {
      {"date"}, {"symbol"}, {"vote"}, {"p", true, false, true}, {"tally", true, false, true}};
  for (const State& state : brief.company.columns) {
    table.columns.push_back({state.code, false, table.columns.size() > 5});
  }
  const std::size_t skipped = on.votes.size() - std::min(on.votes.size(), most_votes_on);
  for (std::size_t i = skipped; i < on.votes.size(); ++i) {
    const VoteOn& v = on.votes[i];
    PageRow row{{{date_of(v.vote), ""},
                 {symbol_of(v.vote), ""},
                 {choice_of(v.vote), ""},
                 {std::isnan(v.probability) ? "–" : probability(v.probability), ""},
                 {tally_text(v.vote.tally), ""}},
                v.vote.title,
                {}};
    for (const Choice choice : v.columns) row.cells.push_back({{choice_letter(choice)}, ""});
    table.rows.push_back(std::move(row));
  }
  return table;
}

// Years with more improbable votes than chance gives to one year of all in .05 of briefs. That
// takes votes as independent, but those of a year share the error of one forecast; so there must be
// twice as many as expected, too, and three at least.
std::string years_beyond(const Unusual& unusual) {
  std::vector<std::string> years;
  for (const ImprobableYear& y : unusual.years) {
    const Improbable& votes = y.votes;
    const double years_told = static_cast<double>(unusual.years.size());
    if (votes.as_many > .05 / years_told || votes.below_05 < 3 ||
        votes.below_05 < 2 * votes.expected_below_05) {
      continue;
    }
    years.push_back(fmt::format("{} ({} of {}; expected {:.0f})", y.year, votes.below_05, votes.n,
                                votes.expected_below_05));
  }
  return years.empty() ? "" : fmt::format(" Years with many: {}.", listed(years));
}

PageTable table_beside_peers(const std::vector<YearBesidePeers>& years) {
  PageTable table;
  table.columns = {{"year"},        {"n", true},          {"bits", true},
                   {"peers", true}, {"difference", true}, {"interval", true, false, true},
                   {"rank", true}};
  for (const YearBesidePeers& y : years) {
    const Estimate& d = y.difference;
    table.rows.push_back(
        {{{fmt::format("{}", y.year), ""},
          {count_text(d.n), ""},
          {number(y.bits), ""},
          {number(y.peers), ""},
          {signed_number(d.value), ""},
          {std::isnan(d.lo) ? "–"
                            : fmt::format("[{}, {}]", signed_number(d.lo), signed_number(d.hi)),
           ""},
          {y.rank == 0 ? "few" : fmt::format("{} of {}", y.rank, y.ranked), ""}},
         "",
         {}});
  }
  return table;
}

// The year in which it was least predictable among states, of those with a rank.
const YearBesidePeers* least_predictable(const std::vector<YearBesidePeers>& years) {
  const YearBesidePeers* least = nullptr;
  for (const YearBesidePeers& y : years) {
    if (y.rank > 0 && (least == nullptr || y.difference.value > least->difference.value))
      least = &y;
  }
  return least;
}

void tell_beside_peers(const Brief& brief, PageSection& section) {
  const std::vector<YearBesidePeers>& years = brief.unusual.beside_peers;
  if (years.empty()) return;
  std::string text =
      "Was it more surprising than others on the same contested roll calls? In bits a vote, beside "
      "the mean of the other states; difference with its 95 % interval, by meeting days; rank 1 is "
      "the least predictable state of the year.";
  if (const YearBesidePeers* least = least_predictable(years)) {
    text += fmt::format(
        " It was least predictable in {}: {} bits a vote, where the others had {}, rank {} of {}.",
        least->year, number(least->bits), number(least->peers), least->rank, least->ranked);
  }
  section.say(text);
  section.add(table_beside_peers(years));
}

}  // namespace

PageSection tell_votes_on(const Brief& brief) {
  const VotesOn& on = *brief.votes_on;
  PageSection section{"On " + name_in_text(on.state), {}};
  if (on.votes.empty()) {
    section.say(fmt::format("No roll call of the window names {} in its title or subjects.",
                            name_in_text(on.state)));
    return section;
  }
  section.say(fmt::format("{} whose title or subjects name it. By year: {}.",
                          counted(on.votes.size(), "roll call"), choices_by_year(on)));
  if (on.votes.size() > most_votes_on) {
    section.say(fmt::format("The last {} are listed.", most_votes_on));
  }
  section.say(
      "p is the probability of its vote, given all that it cast before and how the others voted. A "
      "tally reads yes-no-abstain; Y is yes, N no, A abstain, X absent.");
  section.add(table_on(brief, on));
  return section;
}

PageSection tell_unusual(const Brief& brief) {
  PageSection section{"Unusual votes", {}};
  const Unusual& unusual = brief.unusual;
  if (unusual.votes.empty()) {
    section.say("None can be told: no vote of the window has earlier years to be judged by.");
    return section;
  }
  section.say(fmt::format(
      "Those that its earlier years least explain, of {} looked at. p is the probability they gave "
      "to the vote cast, bits are −log₂ p. With p below .05: {}; the model expects {:.0f}. "
      "Mean {:.2f} bits; expected {:.2f}.{}",
      counted(unusual.all.n, "vote"), unusual.all.below_05, unusual.all.expected_below_05,
      unusual.all.mean_bits, unusual.all.expected_bits, years_beyond(unusual)));
  PageTable table;
  table.below_head = "title";
  table.columns = {{"bits", true}, {"p", true}, {"date"},
                   {"symbol"},     {"vote"},    {"likeliest", false, false, true},
                   {"tally", true}};
  bool any_on = false;
  for (const UnusualVote& v : unusual.votes) {
    any_on |= v.on;
    table.rows.push_back(
        {{{fmt::format("{:.1f}", v.bits), ""},
          {probability(v.probability), ""},
          {date_of(v.vote), ""},
          {symbol_of(v.vote), ""},
          {choice_of(v.vote), ""},
          {fmt::format("{} {}", choice_name(v.likeliest), share(v.likeliest_probability)), ""},
          {tally_text(v.vote.tally), ""}},
         (v.on ? "* " : "") + v.vote.title,
         {}});
  }
  section.add(Picture::surprises);
  section.add(std::move(table));
  if (any_on) section.say(fmt::format("* on {}.", name_in_text(*brief.on)));
  tell_beside_peers(brief, section);
  return section;
}

}  // namespace volteface
