#include "reading/repeated_acts.h"

#include <algorithm>

#include "reading/act_words.h"
#include "reading/tables.h"

namespace volteface {

namespace {

// Whether one of the last acts, those of a sentence, is the same by and towards the same.
bool is_among(const ReportedEvent& event, const std::vector<ReportedEvent>& told,
              std::uint32_t sentence) {
  constexpr std::size_t most = 16;
  for (std::size_t k = told.size(), n = 0; k-- > 0 && n < most; ++n) {
    const ReportedEvent& other = told[k];
    if (other.evidence.sentence != sentence) break;
    if (other.type == event.type && other.mode == event.mode && other.modality == event.modality &&
        same_side(other.source, event.source) && same_side(other.target, event.target))
      return true;
  }
  return false;
}

}  // namespace

std::vector<ReportedEvent> RepeatedActs::told_at(std::uint32_t verb,
                                                 const std::vector<ReportedEvent>& so_far) const {
  std::vector<ReportedEvent> out;
  if (!is_repeated(verb) || so_far.empty()) return out;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  const bool asked = tree_.lemma(end - 1) == "?";
  const bool said = tree_.head(verb) != nowhere && tree_.is(verb, "ccomp");
  const Modality modality = clause_of_verb(tree_, verb).modality;
  const bool done = modality == Modality::asserted;
  if (asked || said || (!done && !is_denied_alone(verb) && !is_denied_in_kind(verb, modality)))
    return out;
  const std::uint32_t last = so_far.back().evidence.sentence;
  const bool of_votes = untold_.tells_a_vote(last) || untold_.tells_a_vote(tree_.sentence(verb));
  if (tree_.sentence(verb) > last + 1 || of_votes) return out;
  std::vector<Actor> doers = view_.actors.actors_of(tree_.child(verb, {"nsubj"}));
  if (doers.empty()) doers = view_.actors.actors_of(right_behind(verb));
  if (doers.empty() && is_denied_alone(verb) && verb > 0) doers = view_.actors.actors_of(verb - 1);
  // Few enough that "they did the same", said again and again, does not double what was told.
  constexpr std::size_t most = 16;
  for (std::size_t k = so_far.size();
       k-- > 0 && so_far[k].evidence.sentence == last && so_far.size() - k <= most;) {
    const ReportedEvent& before = so_far[k];
    if (before.symmetric || before.type == EventType::consult) continue;
    // "Mali followed a month later": not to war.
    if (before.type == EventType::assault && tree_.lemma(verb) == "follow") continue;
    for (const Actor& doer : doers) {
      if (same_side(doer, before.source) || out.size() == most) continue;
      ReportedEvent event = by_another(before, doer, verb);
      if (!is_among(event, so_far, last) && !is_among(event, out, tree_.sentence(verb)))
        out.push_back(std::move(event));
    }
  }
  return out;
}

ReportedEvent RepeatedActs::by_another(const ReportedEvent& before, const Actor& doer,
                                       std::uint32_t verb) const {
  ReportedEvent event = before;
  event.source = doer;
  if (same_side(doer, before.target)) event.target = before.source;  // in kind
  const Modality modality = clause_of_verb(tree_, verb).modality;
  if (is_denied_alone(verb) || is_denied_in_kind(verb, modality))
    event.modality = Modality::negated;
  if (view_.calendar.has_own_date(verb))
    event.date = view_.calendar.window_of(verb, ClauseTime::past, Modality::asserted);
  event.evidence = view_.evidence(verb);
  return event;
}

bool RepeatedActs::is_repeated(std::uint32_t t) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
  const auto word = [&](std::uint32_t at) {
    return at < end ? tree_.lemma(at) : std::string_view();
  };
  if (tree_.lemma(t) == "follow") return word(t + 1) == "suit" || follows_in_time(t);
  if (is_in_list(tree_, t, "answers")) return word(t + 1) == "in" && word(t + 2) == "kind";
  // "took the same step", "went the same way"
  if (tree_.lemma(t) == "take" || tree_.lemma(t) == "go")
    return word(t + 1) == "the" && word(t + 2) == "same";
  if (tree_.lemma(t) != "do") return false;
  if (is_denied_alone(t)) return true;
  const std::string before = t > 0 ? lower_case(tree_.lemma(t - 1)) : std::string();
  const bool so = before == "so" || (before == "as" && tree_.child(t, {"obj"}) == nowhere);
  return so || word(t + 1) == "likewise" || word(t + 1) == "too" ||
         (word(t + 1) == "the" && word(t + 2) == "same");
}

// "Mali did not reply in kind."
bool RepeatedActs::is_denied_in_kind(std::uint32_t t, Modality modality) const {
  return modality == Modality::negated && is_in_list(tree_, t, "answers");
}

// "Mali did not."
bool RepeatedActs::is_denied_alone(std::uint32_t t) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(t)];
  constexpr std::uint32_t longest = 6;  // words
  const std::string_view next = t + 1 < sentence.last ? tree_.lemma(t + 1) : std::string_view();
  return tree_.lemma(t) == "do" && sentence.last - sentence.first <= longest && next == "not" &&
         t + 3 >= sentence.last;
}

// "Mali followed two days later"; but not "followed the talks", "silence followed".
bool RepeatedActs::follows_in_time(std::uint32_t t) const {
  const bool alone = tree_.child(t, {"obj"}) == nowhere && !is_passive(tree_, t);
  return alone && (tree_.token(t).xpos == "VBD" || tree_.token(t).xpos == "VBN") &&
         tree_.child(t, {"ccomp"}) == nowhere && !has_company(t);
}

// "followed with a letter": an act of its own.
bool RepeatedActs::has_company(std::uint32_t t) const {
  return std::ranges::any_of(clause_of_verb(tree_, t).obliques, [](const Oblique& o) {
    return o.preposition == "with" || o.preposition == "by" || o.preposition == "from";
  });
}

// The noun or name that stands behind a word, past an article.
std::uint32_t RepeatedActs::right_behind(std::uint32_t t) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
  for (std::uint32_t at = t + 1; at < std::min(end, t + 4); ++at) {
    if (view_.actors.mention_of(at) != nowhere) return at;
  }
  return nowhere;
}

}  // namespace volteface
