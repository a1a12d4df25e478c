#include "volteface/reader.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "reading/iso_states.h"
#include "reading/learned_acts.h"
#include "reading/report_view.h"
#include "reading/ruled_reading.h"
#include "reading/year_of_tallies.h"

namespace volteface {

Reading Reader::read(std::string doc, std::string text, std::optional<Date> date) const {
  ReadOptions options;
  options.date = date;
  return read(std::move(doc), language_->read(std::move(text), options));
}

namespace {

constexpr std::chrono::days known_to{31};
// A link is beyond doubt by itself, or with so many claims of the report that bear it out.
constexpr double beyond_doubt = 0.9, likely = 0.5;
constexpr int borne_out = 3;

// What the report says of one roll call.
struct Claims {
  double probability = 0;  // of the surest link
  int agreeing = 0;        // votes and tallies
};

// The day of the roll call that the report is surely on, within the days on which it may have been
// written.
std::optional<Date> day_of_votes(const Document& document, const Reading& reading,
                                 const Record& record, const Checker& checker) {
  const Check check = checker.check(reading, document.text);
  std::map<RollCallIndex, Claims> claims;
  for (const CheckedVote& vote : check.votes) {
    if (!vote.roll_call) continue;
    Claims& c = claims[*vote.roll_call];
    c.probability = std::max(c.probability, vote.probability);
    c.agreeing += vote.verdict == Verdict::agrees;
  }
  for (const CheckedTally& tally : check.tallies) {
    if (tally.roll_call) claims[*tally.roll_call].agreeing += tally.verdict == Verdict::agrees;
  }
  std::erase_if(claims, [](const auto& entry) {
    const Claims& c = entry.second;
    return c.probability < beyond_doubt && (c.probability < likely || c.agreeing < borne_out);
  });
  const auto most = std::ranges::max_element(
      claims, [](const auto& a, const auto& b) { return a.second.agreeing < b.second.agreeing; });
  if (most == claims.end()) return std::nullopt;
  const Date day = record.roll_calls[most->first].date;
  const DocumentDate& written = document.date;
  if (written.source != DocumentDate::Source::none && (day < written.from || day > written.to))
    return std::nullopt;
  return day;
}

// The day of a report that does not tell it, or tells it without its year.
std::optional<Date> day_by_record(const Document& document, const Reading& reading,
                                  const Record& record, const Checker& checker) {
  const DocumentDate& written = document.date;
  if (written.source == DocumentDate::Source::none || written.to - written.from > known_to)
    return day_of_votes(document, reading, record, checker);
  return written.lacks_year ? day_by_tallies(document.text, written.to, record) : std::nullopt;
}

}  // namespace

Reading Reader::read(std::string doc, std::string text, std::optional<Date> date,
                     const Record& record, const Checker& checker) const {
  ReadOptions options;
  options.date = date;
  Document document = language_->read(std::move(text), options);
  Reading out = read(doc, document);
  if (const std::optional<Date> day = day_by_record(document, out, record, checker)) {
    options.date = day;
    document = language_->read(std::move(document.text), options);
    out = read(std::move(doc), document);
  }
  checker.link(out, document.text);
  return out;
}

Reading Reader::read(std::string doc, const Document& document) {
  if (names_former_seat(document)) {
    Document by_iso = document;
    name_by_iso(by_iso);
    return read(std::move(doc), by_iso);
  }
  const ReportView view(document);
  Reading out = read_by_rules(std::move(doc), view);
  for (ReportedEvent& event : read_learned_acts(view, out.votes, out.events, act_weights()))
    out.events.push_back(std::move(event));
  return out;
}

}  // namespace volteface
