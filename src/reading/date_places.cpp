#include "reading/date_places.h"

#include <algorithm>
#include <array>

#include "reading/number_words.h"
#include "reading/tables.h"
#include "reading/word_lists.h"

namespace volteface {

DatePlaces::DatePlaces(const SentenceTree& tree) : tree_(tree) {
  const Document& document = tree.document();
  std::size_t t = 0;
  for (const DateExpression& date : document.dates) {
    while (t < document.tokens.size() && document.tokens[t].end <= date.begin) ++t;
    token_of_date_.push_back(static_cast<std::uint32_t>(t));
  }
}

std::pair<std::size_t, std::size_t> DatePlaces::dates_of(std::uint32_t first,
                                                         std::uint32_t last) const {
  const auto& sentences = tree_.document().sentences;
  if (first >= last) return {0, 0};
  const auto begin = std::ranges::lower_bound(token_of_date_, sentences[first].first);
  const auto end = std::ranges::lower_bound(begin, token_of_date_.end(), sentences[last - 1].last);
  return {begin - token_of_date_.begin(), end - token_of_date_.begin()};
}

bool DatePlaces::is_date(std::uint32_t token) const {
  return std::ranges::binary_search(token_of_date_, token);
}

std::uint32_t DatePlaces::governor_of(std::uint32_t token) const {
  while (tree_.token(token).upos != "VERB" && tree_.head(token) != nowhere)
    token = tree_.head(token);
  return token;
}

// However it is hung.
std::string DatePlaces::preposition_of(std::uint32_t date) const {
  const bool first = date == tree_.document().sentences[tree_.sentence(date)].first;
  const std::string_view tag = first ? "" : tree_.token(date - 1).upos;
  const bool since = !first && lower_case(tree_.lemma(date - 1)) == "since";
  if (since || tag == "ADP" || tag == "SCONJ") return std::string(tree_.lemma(date - 1));
  return tree_.preposition(date);
}

std::optional<std::pair<std::chrono::days, std::chrono::days>> DatePlaces::span_before(
    std::uint32_t word) const {
  constexpr std::array<std::pair<std::string_view, int>, 6> units = {
      {{"hour", 0}, {"day", 1}, {"week", 7}, {"month", 31}, {"year", 366}, {"decade", 3660}}};
  const std::uint32_t first = tree_.document().sentences[tree_.sentence(word)].first;
  if (word < first + 2) return std::nullopt;
  const auto* unit =
      std::ranges::find(units, tree_.lemma(word - 1), &decltype(units)::value_type::first);
  if (unit == units.end()) return std::nullopt;
  const std::string count = lower_case(tree_.document().text_of(tree_.token(word - 2)));
  const bool one = count == "a" || count == "an";
  const std::optional<std::uint32_t> number = one ? 1u : number_named(count);
  if (!number || *number > 99) return std::nullopt;
  const std::chrono::days span(unit->second * static_cast<int>(*number));
  const std::chrono::days slack(unit->second / 7 + span.count() / 30);  // "a year after": about
  return std::pair{span - slack - std::chrono::days(1), span + slack};
}

// "voted on 3 May, when the council met": not of what stands behind "when". "A day later, while a
// mob rioted, they met": of the clause that "while" leads on to. "called on them, on 3 May, to
// withdraw": not of what stands behind "to".
std::uint32_t DatePlaces::verb_of(std::uint32_t date) const {
  const std::uint32_t of = governor_of(date);
  if (of <= date || tree_.token(of).upos != "VERB") return of;
  bool leads_in = std::ranges::any_of(tree_.children(of), [&](std::uint32_t c) {
    return c > date && c < of && tree_.is(c, "mark") && tree_.lemma(c) == "to";
  });
  for (std::uint32_t t = date + 1; t < of && !leads_in; ++t) {
    const std::string_view tag = tree_.token(t).xpos;
    const bool clause = tag == "WRB" || tag == "WDT" || tree_.token(t).upos == "SCONJ";
    const bool under_which = tag == "WDT" && tree_.token(t - 1).upos == "ADP";
    leads_in = under_which || (clause && tree_.lemma(t - 1) == ",");
  }
  if (!leads_in) return of;
  const std::uint32_t first = tree_.document().sentences[tree_.sentence(date)].first;
  for (std::uint32_t t = date; t-- > first;) {
    if (tree_.token(t).upos == "VERB") return t;
  }
  const bool beside = tree_.is(of, "advcl") && tree_.head(of) != nowhere;
  return beside ? tree_.head(of) : of;
}

bool DatePlaces::may_be_of(std::uint32_t date, std::uint32_t head) const {
  if (is_compared(date)) return false;
  if (is_of_place_of(date, governor_of(head))) return true;
  if (!is_of_clause_of(date, head) || is_of_another_act(date, head)) return false;
  if (is_behind_relative(date, head) || is_of_named_event(date, head)) return false;
  // "the first visit since 2014", but "under sanctions since last year"
  const std::uint32_t above = tree_.head(date);
  const bool of_noun = above != nowhere && tree_.token(above).upos == "NOUN";
  if (of_noun && preposition_of(date) == "since" && (above != head || is_counted(above)))
    return false;
  return !is_behind_infinitive(date, head) || !is_deadline(date);
}

// "the first visit", "two visits"
bool DatePlaces::is_counted(std::uint32_t noun) const {
  constexpr std::array<std::string_view, 7> words = {"first", "last",  "only", "second",
                                                     "third", "worst", "most"};
  return std::ranges::any_of(tree_.children(noun), [&](std::uint32_t c) {
    const bool ranked = tree_.token(c).xpos == "JJS" ||
                        (tree_.is(c, "amod") && tree_.lemma(c).ends_with("th"));  // "fourth"
    return ranked || tree_.is(c, "nummod") || is_one_of(lower_case(tree_.lemma(c)), words);
  });
}

// Not of a clause that hangs on this one, or stands beside it: when something else happened.
bool DatePlaces::is_of_clause_of(std::uint32_t date, std::uint32_t head) const {
  const std::uint32_t verb = governor_of(head), of = verb_of(date);
  if (of == verb || tree_.is_below(head, of) || tells_when(of, verb) || brings_about(of, head))
    return true;
  // "When they met in May, Chad left the pact and closed its border"
  for (std::uint32_t at = verb; tree_.is(at, "conj") && tree_.head(at) != nowhere;) {
    at = tree_.head(at);
    // "Chad recalled its envoy and will sue Mali"
    if (tree_.token(at).xpos != tree_.token(verb).xpos || tree_.child(verb, {"aux"}) != nowhere)
      break;
    if (of < at && tells_when(of, at)) return true;
  }
  return makes_do(verb, of, date);
}

// "the summit in March 2008, at which a pact was signed": the day of the summit.
bool DatePlaces::is_of_place_of(std::uint32_t date, std::uint32_t verb) const {
  if (date >= verb || !tree_.is(verb, "acl")) return false;
  for (std::uint32_t t = date + 1; t < verb; ++t) {
    const std::string_view word = tree_.lemma(t);
    const bool which = word == "which" && tree_.token(t - 1).upos == "ADP";
    if (word == "where" || word == "when" || which) return true;
  }
  return false;
}

// "condemned the coup of 2012", "quarrelled over the war of 1995": not of what is done, but "in the
// talks of 2012", and since then "since the coup of 2012".
bool DatePlaces::is_of_named_event(std::uint32_t date, std::uint32_t head) const {
  const std::uint32_t noun = noun_named_by(date);
  if (noun == nowhere || noun == head || tree_.token(head).upos != "VERB") return false;
  if (tree_.is(noun, "nsubj")) return false;
  const std::string preposition = tree_.preposition(noun);
  constexpr std::array<std::string_view, 9> then = {
      "in", "at", "during", "since", "under", "after", "following", "upon", "with"};
  return !is_one_of(preposition, then);
}

std::uint32_t DatePlaces::noun_named_by(std::uint32_t date) const {
  const std::uint32_t first = tree_.document().sentences[tree_.sentence(date)].first;
  if (date < first + 2 || tree_.lemma(date - 1) != "of") return nowhere;
  return tree_.token(date - 2).upos == "NOUN" ? date - 2 : nowhere;
}

// "since 2012", "since the coup of 2012"
bool DatePlaces::is_since(std::uint32_t date) const {
  const std::uint32_t noun = noun_named_by(date);
  return preposition_of(date) == "since" || (noun != nowhere && tree_.preposition(noun) == "since");
}

// "spoke before the meeting on Friday": the date is that of the meeting.
bool DatePlaces::is_of_another_act(std::uint32_t date, std::uint32_t head) const {
  for (std::uint32_t at = tree_.head(date); at != nowhere && at != head; at = tree_.head(at)) {
    if (tree_.token(at).upos == "VERB") return false;
    if (tree_.token(at).upos != "NOUN") continue;
    // "left on Friday, in protest", "condemned it at the meeting on Friday"
    constexpr std::uint32_t furthest = 3;  // words, of "the Friday evening meeting"
    if (at > date + furthest || is_of_same_day(at, head)) continue;
    // "signed an agreement last year", "hit it with new duties last month"
    const bool beside = tree_.is(at, "obj") || tree_.is(at, "obl");
    if (beside && tree_.head(at) == head && at < date && preposition_of(date).empty()) continue;
    for (const std::size_t k : reading_tables().rules_of(tree_.lemma(at))) {
      if (reading_tables().events()[k].kind == EventRule::Word::noun) return true;
    }
  }
  return false;
}

// "spoke at the meeting", "barred it from its meetings": what is done there is done then.
bool DatePlaces::is_of_same_day(std::uint32_t noun, std::uint32_t head) const {
  const std::string preposition = tree_.preposition(noun);
  const bool there = preposition == "at" || preposition == "during" || preposition == "from";
  return there && tree_.token(head).upos == "VERB" && governor_of(noun) == head;
}

// "abstained when the council met in March"
bool DatePlaces::tells_when(std::uint32_t clause, std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(clause);
  if (above == nowhere) return false;
  // "Speaking in Lima on Monday, he accused it"
  const bool beside = tree_.token(clause).xpos == "VBG" && clause < verb && above == verb;
  if (beside && tree_.is(clause, "advcl") && tree_.child(clause, {"aux", "mark"}) == nowhere)
    return true;
  // A parser may hang it on a noun of the clause: "promised help for the port when he came in May".
  if (tree_.is(clause, "acl"))
    return clause > verb && tree_.has_child(clause, "advmod", "when") && governor_of(above) == verb;
  return above == verb && tree_.is(clause, "advcl") &&
         (tree_.has_child(clause, "advmod", "when") || tree_.has_child(clause, "mark", "when") ||
          tree_.has_child(clause, "mark", "after") || tree_.has_child(clause, "mark", "from"));
}

// "got both to sign a pact on 13 March", "managed to leave in May": done when the other is.
// "Refused to host it last month": what is past is the refusal.
bool DatePlaces::makes_do(std::uint32_t verb, std::uint32_t of, std::uint32_t date) const {
  const std::string_view relation = tree_.token(of).deprel;
  const bool infinitive = relation == "xcomp" || relation == "ccomp" || relation == "advcl";
  if (!infinitive || tree_.head(of) != verb || !tree_.has_child(of, "mark", "to")) return false;
  if (reading_tables().in_list("makes_do", tree_.lemma(verb))) return true;
  const auto at = std::ranges::lower_bound(token_of_date_, date) - token_of_date_.begin();
  const Document& document = tree_.document();
  const bool past = document.dates[static_cast<std::size_t>(at)].to < document.date.from;
  return past && tree_.is(of, "xcomp") && tree_.token(verb).xpos == "VBD";
}

// "the agreement announced on 10 August", "the raid carried out in May"
bool DatePlaces::brings_about(std::uint32_t participle, std::uint32_t noun) const {
  return tree_.is(participle, "acl") && tree_.head(participle) == noun &&
         reading_tables().in_list("brings_about", tree_.lemma(participle));
}

// "Chad, which had left in May", "what was taken in 1965": no day of what is told.
bool DatePlaces::is_of_aside(std::uint32_t date) const {
  const std::uint32_t first = tree_.document().sentences[tree_.sentence(date)].first;
  for (std::uint32_t at = governor_of(date); tree_.head(at) != nowhere; at = tree_.head(at)) {
    if (tree_.is(at, "acl") && has_relative(at)) return true;
    // "the king, poisoned here in May, ..."
    const bool participle = tree_.is(at, "acl") && tree_.token(at).xpos == "VBN";
    if (participle && at > first && at < date && tree_.lemma(at - 1) == ",") return true;
    const bool clause = tree_.is(at, "ccomp") || tree_.is(at, "csubj") || tree_.is(at, "xcomp");
    if (clause && tree_.has_child(at, "nsubj", "what")) return true;
  }
  if (is_behind_whose(date)) return true;
  // However it is hung.
  for (std::uint32_t t = date; t-- > first + 1 && tree_.lemma(t) != ",";) {
    const std::string_view tag = tree_.token(t).xpos;
    if (tag != "WDT" && tag != "WP" && tag != "WP$") continue;
    // "the host, under whose roof they had met in 2021"
    const bool led = t > first + 1 && tree_.token(t - 1).upos == "ADP";
    if (tree_.lemma(led ? t - 2 : t - 1) == ",") return true;
  }
  return false;
}

// "Chad, whose minister, Ana Ruiz, left in May, (voted no)": with one verb between them.
bool DatePlaces::is_behind_whose(std::uint32_t date) const {
  constexpr std::uint32_t furthest = 16;  // words
  const std::uint32_t first = tree_.document().sentences[tree_.sentence(date)].first;
  int verbs = 0;
  for (std::uint32_t t = date; t-- > first + 1 && date - t <= furthest;) {
    if (tree_.token(t).xpos == "WP$") return verbs == 1 && tree_.lemma(t - 1) == ",";
    const bool of_verb = tree_.token(t).upos == "VERB" || tree_.token(t).upos == "AUX";
    const bool same = tree_.token(t + 1).upos == "VERB";  // "had left"
    verbs += of_verb && !same;
  }
  return false;
}

// "the war of 1995", "the first since 2014": no day of what is told.
bool DatePlaces::is_of_noun(std::uint32_t date) const {
  const std::uint32_t above = tree_.head(date);
  const std::string preposition = preposition_of(date);
  if (preposition == "since") return true;  // "the first since 2014"
  return above != nowhere && tree_.token(above).upos == "NOUN" && preposition == "of" &&
         !is_part_of_day(tree_.lemma(above));
}

// "The siege between 1992 and 1995 was a crime": no day of what is told.
bool DatePlaces::hangs_on_subject(std::uint32_t date) const {
  const bool led = tree_.is(date, "case") && tree_.head(date) != nowhere;  // "between"
  const std::uint32_t above = led ? tree_.head(tree_.head(date)) : tree_.head(date);
  return above != nowhere && above < date && tree_.token(above).upos == "NOUN" &&
         tree_.is(above, "nsubj");
}

// "the evening of 3 May" is that day.
bool DatePlaces::is_part_of_day(std::string_view noun) {
  constexpr std::array<std::string_view, 5> parts = {"morning", "noon", "afternoon", "evening",
                                                     "night"};
  return is_one_of(noun, parts);
}

// "to leave by Friday", "if it was still there on Friday"
bool DatePlaces::is_deadline(std::uint32_t date) const {
  const std::string preposition = preposition_of(date);
  if (preposition == "by" || preposition == "until" || preposition == "till") return true;
  const std::uint32_t of = governor_of(date);
  return tree_.has_child(of, "mark", "if") || tree_.has_child(of, "mark", "unless");
}

bool DatePlaces::is_compared(std::uint32_t date) const {
  const std::uint32_t first = tree_.document().sentences[tree_.sentence(date)].first;
  const auto is = [&](std::uint32_t back, std::string_view word) {
    return date >= first + back && lower_case(tree_.lemma(date - back)) == word;
  };
  const bool led = date > first && tree_.token(date - 1).upos == "ADP";
  // "as it had in May", "as they did in 2017"
  const bool had = led && (is(2, "have") || is(2, "do")) && is(4, "as");
  return had || is(1, "than") || is(1, "unlike") || (led && (is(2, "than") || is(2, "unlike"))) ||
         (is(1, "in") && is(2, "as"));
}

bool DatePlaces::opens(std::uint32_t date) const {
  constexpr std::uint32_t front = 2;  // words, of "But on Friday"
  return date <= tree_.document().sentences[tree_.sentence(date)].first + front;
}

bool DatePlaces::is_in_relative(std::uint32_t word) const {
  for (std::uint32_t at = word; at != nowhere; at = tree_.head(at)) {
    if (tree_.is(at, "acl") && has_relative(at)) return true;
  }
  return false;
}

bool DatePlaces::has_relative(std::uint32_t verb) const {
  return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
    return tree_.token(c).xpos.starts_with("W") || tree_.lemma(c) == "that" ||
           tree_.has_child(c, "nmod", "whose");
  });
}

// "gave it to Chad, which sold it in 2020": the date is of the relative clause, however it is hung.
bool DatePlaces::is_behind_relative(std::uint32_t date, std::uint32_t head) const {
  for (std::uint32_t t = head + 1; t < date; ++t) {
    const bool relative = tree_.token(t).xpos == "WDT" || tree_.token(t).xpos == "WP";
    if (relative && tree_.lemma(t - 1) == ",") return true;
  }
  return false;
}

// "asked India to be gone by Friday": no day of the asking.
bool DatePlaces::is_behind_infinitive(std::uint32_t date, std::uint32_t head) const {
  for (std::uint32_t t = head + 1; t < date; ++t) {
    if (tree_.token(t).upos == "PART" && tree_.lemma(t) == "to") return true;
  }
  return false;
}

}  // namespace volteface
