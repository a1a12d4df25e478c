// The press half of a brief as JSON.
#include <array>

#include "brief/json_parts.h"

namespace volteface {
namespace {

using volteface::json_of;  // those of json_parts.h beside those of here

Json json_of(const std::vector<Citation>& citations) {
  return array_of(citations, [](const Citation& c) {
    return Json{{"source", c.source + 1}, {"words", c.words}, {"begin", c.begin}};
  });
}

Json json_of(const Actor& actor) {
  return {{"state", actor.state}, {"org", actor.org}, {"person", actor.person}};
}

Json json_of(const ToldVote& v) {
  Json json = {{"rollcall", v.roll_call},
               {"symbol", v.symbol},
               {"title", v.title},
               {"date", format_date(v.date)},
               {"vote", choice_name(v.choice)},
               {"tally", {{"yes", v.tally.yes}, {"no", v.tally.no}, {"abstain", v.tally.abstain}}},
               {"probability", json_of(v.probability)},
               {"before_turn", json_of(v.before_turn)},
               {"citations", json_of(v.citations)}};
  json["before"] = v.same_before == 0 ? Json()
                                      : Json{{"vote", choice_name(v.choice_before)},
                                             {"times", v.same_before},
                                             {"since", format_date(*v.same_since)}};
  return json;
}

Json json_of(const Reason& r) {
  constexpr std::array kinds{"official", "other", "report"};
  return {{"theme", text_of(r.theme)},
          {"cause", r.cause ? json_of(*r.cause) : Json()},
          {"beside_the_votes", r.beside_the_votes},
          {"givers", array_of(r.givers, [&](const ReasonGiver& g) {
             return Json{{"name", g.speaker.name},
                         {"state", g.speaker.state},
                         {"role", g.speaker.role},
                         {"kind", kinds[static_cast<std::size_t>(g.kind)]},
                         {"citations", json_of(g.citations)}};
           })}};
}

Json json_of(const Contact& c) {
  return {{"from", format_date(c.date.from)}, {"to", format_date(c.date.to)},
          {"type", text_of(c.type)},          {"mode", text_of(c.mode)},
          {"modality", text_of(c.modality)},  {"symmetric", c.symmetric},
          {"source", json_of(c.source)},      {"target", json_of(c.target)},
          {"disputed", c.disputed},           {"citations", json_of(c.citations)}};
}

Json json_of(const ContradictedClaim& c) {
  return {{"claim", c.claim},
          {"rollcall", c.roll_call},
          {"symbol", c.symbol},
          {"title", c.title},
          {"date", format_date(c.date)},
          {"recorded", c.recorded},
          {"also", array_of(c.also, [](const State& s) { return json_of(s); })},
          {"citation", json_of(std::vector<Citation>{c.citation})[0]}};
}

}  // namespace

Json json_of(const Press& p) {
  Json json;
  json["sources"] = array_of(p.sources, [](const CitedReport& r) {
    return Json{{"doc", r.doc},
                {"title", r.title},
                {"outlet", r.outlet},
                {"url", r.url},
                {"date", r.date ? Json(format_date(*r.date)) : Json()}};
  });
  json["happened"] = array_of(p.happened, [](const ToldVote& v) { return json_of(v); });
  json["votes_told"] = p.votes_told;
  json["votes_not_linked"] = p.votes_not_linked;
  json["reasons"] = array_of(p.reasons, [](const Reason& r) { return json_of(r); });
  json["words_and_votes"] = array_of(p.words_and_votes, [](const WordsAndVotes& w) {
    return Json{{"year", w.year},
                {"warm", w.warm},
                {"cold", w.cold},
                {"acts", w.acts},
                {"votes", w.votes},
                {"with", w.with},
                {"against", w.against},
                {"agreement", json_of(w.agreement)},
                {"agreement_n", w.agreement_n}};
  });
  json["contacts"] = array_of(p.contacts, [](const ContactsWith& with) {
    Json one = json_of(with.other);
    one["contacts"] = array_of(with.contacts, [](const Contact& c) { return json_of(c); });
    return one;
  });
  json["contradicted"] =
      array_of(p.contradicted, [](const ContradictedClaim& c) { return json_of(c); });
  return json;
}

}  // namespace volteface
