#include "language/date_by_offices.h"

#include <algorithm>
#include <set>
#include <vector>

#include "record/text.h"

namespace volteface::language {
namespace {

constexpr std::uint32_t longest_name = 4;  // tokens
constexpr std::size_t fewest_persons = 2;

struct Term {
  Date from, to;
};

// "incoming Chancellor", "former President": out of office when the text was written.
bool out_of_office(const Document& document, std::size_t first) {
  constexpr std::string_view words[] = {"incoming", "former", "ex",     "late",
                                        "then",     "future", "elect",  "designate",
                                        "deposed",  "ousted", "onetime"};
  bool comma = false;  // "the former president of Chad, Idriss Déby"
  for (std::size_t t = first; t-- > 0 && first - t <= 7;) {
    if (document.text_of(document.tokens[t]) == "," && !comma) {
      comma = true;
      continue;
    }
    if (document.tokens[t].upos == "PUNCT" && document.text_of(document.tokens[t]) != "-")
      return false;
    const std::string_view word = document.text_of(document.tokens[t]);
    if (std::ranges::any_of(words, [&](auto w) { return equal_ignoring_case(w, word); }))
      return true;
  }
  return false;
}

// Persons named in full as in office, each once.
std::set<std::uint32_t> persons_in(const Document& document, const Actors& actors) {
  std::set<std::uint32_t> out;
  const auto& tokens = document.tokens;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    for (std::uint32_t length = longest_name; length >= 2; --length) {
      if (t + length > tokens.size()) continue;
      const auto name = std::span(tokens).subspan(t, length);
      if (!std::ranges::all_of(name, [](const Token& k) { return k.xpos.starts_with("NNP"); }))
        continue;
      const TextSpan span{name.front().begin, name.back().end};
      const auto found = actors.persons_named(document.text_of(span));
      if (found.size() != 1 || out_of_office(document, t)) continue;
      out.insert(found[0]);
      break;
    }
  }
  return out;
}

// The days of somebody's offices, joined where they follow on each other.
std::vector<Term> terms_of(const ActorPerson& person, Date today) {
  std::vector<Term> out;
  for (const Office& office : person.offices) {
    const Term term{office.from, office.to.value_or(today)};
    if (!out.empty() && term.from <= out.back().to) {
      out.back().to = std::max(out.back().to, term.to);
    } else {
      out.push_back(term);
    }
  }
  return out;
}

}  // namespace

std::optional<std::pair<Date, Date>> days_of_offices(const Document& document, const Actors& actors,
                                                     Date not_before) {
  const std::set<std::uint32_t> persons = persons_in(document, actors);
  if (persons.size() < fewest_persons) return std::nullopt;
  // The registry's last day: nobody is known to hold an office beyond it.
  Date today{};
  for (const ActorPerson& person : actors.persons()) {
    for (const Office& office : person.offices)
      today = std::max({today, office.from, office.to.value_or(office.from)});
  }
  std::vector<Term> terms;
  for (const std::uint32_t p : persons) {
    for (const Term& term : terms_of(actors.persons()[p], today)) terms.push_back(term);
  }
  // Between two borders the number of those in office does not change.
  std::set<Date> borders{not_before};
  for (const Term& term : terms) {
    borders.insert(term.from);
    borders.insert(term.to + std::chrono::days(1));
  }
  std::optional<std::pair<Date, Date>> best;
  std::size_t most = 0;
  for (auto at = borders.begin(); std::next(at) != borders.end(); ++at) {
    if (*at < not_before) continue;
    const auto in_office = static_cast<std::size_t>(std::ranges::count_if(
        terms, [&](const Term& term) { return term.from <= *at && *at <= term.to; }));
    const Date to = *std::next(at) - std::chrono::days(1);
    if (in_office == most && best && best->second + std::chrono::days(1) == *at) {
      best->second = to;
    } else if (in_office >= most && in_office > 0) {
      best = {*at, to};
      most = in_office;
    }
  }
  return most >= fewest_persons ? best : std::nullopt;
}

}  // namespace volteface::language
