#include <array>

#include "brief/json_parts.h"
#include "brief/rows.h"
#include "volteface/version.h"

namespace volteface {
namespace {

using volteface::json_of;  // those of json_parts.h beside those of here

Json json_of(const std::optional<YearSpan>& span) {
  return span ? Json{{"first", span->first}, {"last", span->last}} : Json();
}

Json json_of(const Move& move) {
  return {{"from", move.from},
          {"to", move.to},
          {"change", json_of(move.change)},
          {"beyond", move.beyond},
          {"median_of_others", json_of(move.median_of_others)}};
}

Json json_of(const BriefVote& vote) {
  return {{"rollcall", vote.id},
          {"symbol", vote.symbol},
          {"date", format_date(vote.date)},
          {"date_exact", vote.date_exact},
          {"title", vote.title},
          {"vote", choice_name(vote.choice)},
          {"tally",
           {{"yes", vote.tally.yes},
            {"no", vote.tally.no},
            {"abstain", vote.tally.abstain},
            {"absent", vote.tally.absent}}}};
}

Json json_of(const Standing& s) {
  Json json;
  json["years"] = array_of(s.years, [](const YearPoint& y) {
    return Json{{"year", y.year}, {"point", json_of(y.point)}};
  });
  json["steps"] = array_of(s.steps, [](const Move& m) { return json_of(m); });
  json["whole"] = s.whole ? json_of(*s.whole) : Json();
  json["largest"] = s.largest ? json_of(s.steps[*s.largest]) : Json();
  json["since_largest"] = s.since_largest ? json_of(*s.since_largest) : Json();
  json["united_states"] = array_of(s.united_states, [](const YearPoint& y) {
    return Json{{"year", y.year}, {"point", json_of(y.point)}};
  });
  json["bearings"] = array_of(s.bearings, [](const Bearing& b) {
    Json bearing = json_of(b.state);
    bearing["point"] = json_of(b.point);
    return bearing;
  });
  json["bearings_year"] = s.bearings_year;
  json["higher"] = s.higher;
  json["states"] = s.states;
  return json;
}

Json json_of(const BriefTurn& turn) {
  Json json = {{"date", format_date(turn.date)},
               {"from", format_date(turn.from)},
               {"to", format_date(turn.to)},
               {"probability", turn.probability},
               {"bits", turn.bits},
               {"size", json_of(turn.size)},
               {"sd", json_of(turn.size_sd)},
               {"votes_before", turn.votes_before},
               {"votes_after", turn.votes_after}};
  json["toward"] = array_of(turn.toward, [](const TowardState& t) {
    Json one = json_of(t.state);
    one["before"] = json_of(t.before);
    one["after"] = json_of(t.after);
    one["change"] = json_of(t.change);
    one["beyond"] = json_of(t.beyond);
    return one;
  });
  json["subjects"] = array_of(turn.subjects, [](const TurnSubject& s) {
    return Json{{"subject", s.subject}, {"share", s.share}, {"n", s.n}};
  });
  json["first_votes"] = array_of(turn.first, [](const TurnVote& v) {
    Json vote = json_of(v.vote);
    vote["expected_before"] = v.expected_before;
    vote["expected_after"] = v.expected_after;
    return vote;
  });
  return json;
}

Json json_of(const Turning& t) {
  Json json;
  json["has_votes"] = t.has_votes;
  json["turns"] = array_of(t.turns, [](const BriefTurn& turn) { return json_of(turn); });
  json["largest"] = t.largest ? Json(*t.largest) : Json();
  json["others"] = array_of(t.others, [](const OtherTurn& other) {
    Json one = json_of(other.state);
    one["date"] = format_date(other.date);
    one["from"] = format_date(other.from);
    one["to"] = format_date(other.to);
    one["probability"] = other.probability;
    one["size"] = json_of(other.size);
    one["after"] = json_of(other.after);
    return one;
  });
  return json;
}

Json json_of(const Accounts& a) {
  return {{"from", format_date(a.from)},
          {"until", format_date(a.until)},
          {"votes", a.votes},
          {"telling_votes", a.telling_votes},
          {"accounts", array_of(a.accounts,
                                [](const BriefAccount& account) {
                                  return Json{
                                      {"kind", account.kind},
                                      {"reference",
                                       account.reference ? json_of(*account.reference) : Json()},
                                      {"subject", account.subject},
                                      {"weight", account.weight},
                                      {"first", account.first},
                                      {"behind", json_of(account.behind)}};
                                })},
          {"verdict", a.verdict}};
}

Json json_of(const Switches& s) {
  Json json = json_of(s.reference);
  json["from"] = s.from;
  json["to"] = s.to;
  json["texts"] = s.texts;
  json["state_switched"] = s.state_switched;
  json["reference_switched"] = s.reference_switched;
  json["alike"] = s.alike;
  json["share"] = json_of(s.share);
  json["nearest"] = s.nearest;
  json["nearest_alike"] = s.nearest_alike;
  json["nearest_switched"] = s.nearest_switched;
  json["rank"] = s.rank;
  json["ranked"] = s.ranked;
  return json;
}

Json json_of(const Why& why) {
  return {{"accounts", array_of(why.accounts, [](const Accounts& a) { return json_of(a); })},
          {"switches", array_of(why.switches, [](const Switches& s) { return json_of(s); })}};
}

Json json_of(const Company& c) {
  Json json;
  json["columns"] = array_of(c.columns, [](const State& s) { return json_of(s); });
  json["years"] = array_of(c.years, [](const CompanyYear& y) {
    return Json{{"year", y.year},
                {"agreement", array_of(y.agreement, [](const Estimate& e) { return json_of(e); })}};
  });
  json["before"] = json_of(c.before);
  json["after"] = json_of(c.after);
  json["because"] =
      std::array{"step", "whole_way", "last_year"}[static_cast<std::size_t>(c.because)];
  json["too_few"] = c.too_few;
  json["median_change"] = json_of(c.median_change);
  json["changes"] = array_of(c.changes, [](const AgreementChange& change) {
    Json one = json_of(change.state);
    one["before"] = json_of(change.before);
    one["after"] = json_of(change.after);
    one["change"] = json_of(change.change);
    one["beyond"] = change.beyond;
    one["own_move"] = json_of(change.own_move);
    return one;
  });
  return json;
}

Json json_of(const VotesOn& on) {
  Json json = json_of(on.state);
  json["votes"] = array_of(on.votes, [](const VoteOn& v) {
    Json vote = json_of(v.vote);
    vote["probability"] = json_of(v.probability);
    vote["columns"] = array_of(v.columns, choice_name);
    return vote;
  });
  return json;
}

Json json_of(const Improbable& i) {
  return {{"n", i.n},
          {"below_05", i.below_05},
          {"expected_below_05", i.expected_below_05},
          {"as_many", i.as_many},
          {"mean_bits", json_of(i.mean_bits)},
          {"expected_bits", json_of(i.expected_bits)}};
}

Json json_of(const Unusual& u) {
  Json json;
  json["all"] = json_of(u.all);
  json["years"] = array_of(u.years, [](const ImprobableYear& y) {
    return Json{{"year", y.year}, {"votes", json_of(y.votes)}};
  });
  json["votes"] = array_of(u.votes, [](const UnusualVote& v) {
    Json vote = json_of(v.vote);
    vote["probability"] = v.probability;
    vote["bits"] = v.bits;
    vote["likeliest"] = choice_name(v.likeliest);
    vote["likeliest_probability"] = v.likeliest_probability;
    vote["on"] = v.on;
    return vote;
  });
  json["beside_peers"] = array_of(u.beside_peers, [](const YearBesidePeers& y) {
    return Json{{"year", y.year},
                {"bits", y.bits},
                {"peers", y.peers},
                {"difference", json_of(y.difference)},
                {"rank", y.rank == 0 ? Json() : Json(y.rank)},
                {"ranked", y.rank == 0 ? Json() : Json(y.ranked)}};
  });
  return json;
}

Json json_of(const Changed& c) { return {{"n", c.n}, {"changed", c.changed}}; }

Json json_of(const RecurringYear& y) {
  return {{"year", y.year},
          {"state", json_of(y.state)},
          {"columns", array_of(y.columns, [](const Changed& c) { return json_of(c); })},
          {"directions", array_of(y.directions, [](const Direction& d) {
             return Json{{"closer", d.closer}, {"further", d.further}};
           })}};
}

Json json_of(const Exposed& e) {
  return {{"matter", e.matter},
          {"roll_calls", e.roll_calls},
          {"first", format_date(e.first)},
          {"last", format_date(e.last)},
          {"before", {{"from", format_date(e.before_first)}, {"to", format_date(e.before_last)}}},
          {"latest", {{"from", format_date(e.latest_first)}, {"to", format_date(e.latest_last)}}},
          {"backers", e.backers},
          {"lost", e.lost},
          {"most", array_of(e.most, [](const ExposedBacker& b) {
             Json one = json_of(b.state);
             one["support"] = json_of(b.support);
             one["n"] = b.votes;
             one["before"] = json_of(b.before);
             one["latest"] = json_of(b.latest);
             return one;
           })}};
}

Json json_of(const Covered& c) {
  return {{"since", format_date(c.since)},
          {"until", format_date(c.until)},
          {"roll_calls", c.roll_calls},
          {"cast", c.cast},
          {"absent", c.absent},
          {"not_listed", c.not_listed},
          {"notes", c.notes},
          {"unknown", c.unknown}};
}

Json json_of(const BriefRow& row) {
  return {{"section", row.section},
          {"item", row.item},
          {"period", row.period},
          {"value", json_of(row.value)},
          {"lo", json_of(row.lo)},
          {"hi", json_of(row.hi)},
          {"n", row.n ? Json(*row.n) : Json()},
          {"note", row.note}};
}

}  // namespace

std::string brief_json(const Brief& brief) {
  Json json;
  json["volteface"] = version();
  json["record"] = {
      {"last_date", format_date(brief.covered.record_last)},
      {"hash", brief.covered.record_hash},
      {"as_of", brief.covered.as_of ? Json(format_date(*brief.covered.as_of)) : Json()}};
  Json& sections = json["brief"];
  sections = json_of(brief.state);
  sections["on"] = brief.on ? json_of(*brief.on) : Json();
  sections["headline"] = brief.headline;
  sections["turning"] = json_of(brief.turning);
  sections["why"] = json_of(brief.why);
  sections["standing"] = json_of(brief.standing);
  sections["company"] = json_of(brief.company);
  sections["votes_on"] = brief.votes_on ? json_of(*brief.votes_on) : Json();
  sections["unusual"] = json_of(brief.unusual);
  sections["recurring"] = array_of(brief.recurring, [](const auto& y) { return json_of(y); });
  sections["exposed"] = brief.exposed ? json_of(*brief.exposed) : Json();
  sections["press"] = brief.press ? json_of(*brief.press) : Json();
  sections["covered"] = json_of(brief.covered);
  json["rows"] = array_of(rows_of(brief), [](const BriefRow& row) { return json_of(row); });
  // Titles come as the sources spell them; what is not UTF-8 there must not end the answer.
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace volteface
