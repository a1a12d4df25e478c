#include "reading/reason_speakers.h"

#include <algorithm>
#include <array>

#include "reading/reason_subjects.h"
#include "reading/tables.h"

namespace volteface {

namespace {

// "Our Lima correspondent writes:" is the report itself.
bool is_own_reporter(std::string_view name) {
  constexpr std::array<std::string_view, 3> reporters = {"correspondent", "reporter", "newsroom"};
  const std::string words = lower_case(name);
  return words.starts_with("our ") && std::ranges::any_of(reporters, [&](std::string_view one) {
           return words.find(one) != std::string::npos;
         });
}

}  // namespace

Speaker ReasonSpeakers::speaker_of(const CuePlace& place, std::uint32_t first,
                                   std::uint32_t last) const {
  Speaker out = who_gives(place, first, last);
  return is_own_reporter(out.name) ? Speaker() : out;
}

void ReasonSpeakers::settle_owned(Speaker& speaker, const std::vector<std::string>& explained) {
  constexpr std::array<std::string_view, 4> owners = {"its ", "his ", "her ", "their "};
  const std::string words = ' ' + lower_case(speaker.name);  // "one of his ministers"
  const bool owned = std::ranges::any_of(owners, [&](std::string_view owner) {
    return words.find(' ' + std::string(owner)) != std::string::npos;
  });
  if (owned) speaker.state = explained.size() == 1 ? explained.front() : std::string();
}

Speaker ReasonSpeakers::who_gives(const CuePlace& place, std::uint32_t first,
                                  std::uint32_t last) const {
  if (place.cue->first() == "explain" && place.cue->words.size() == 1)
    return who_explains(place.first);
  if (tree_.token(place.first).upos == "VERB" && is_of_putting(*place.cue) &&
      !is_passive(tree_, place.first))
    return who_puts(place.first);
  if (place.cue->first() == "point" || place.cue->first() == "mention")
    return who_puts(place.first);
  if (tree_.lemma(place.last) == "say" || is_seen_behind(tree_, place)) return who_puts(place.last);
  if (const std::uint32_t giver = giver_of(place); giver != nowhere)
    return view_.speaker_of_noun(giver);
  if (reading_tables().in_list("justifying", place.cue->first()))
    return view_.speaker_of_noun(subject_of(tree_, tree_.head(place.first)));
  // "Ana Ruiz gave her blessing, with the argument that": she argues; a state only acts.
  const std::string_view opens = place.cue->first();
  if ((opens == "with" || opens == "on") && tree_.lemma(place.last) == "that") {
    std::uint32_t verb = tree_.head(place.first);
    while (verb != nowhere && tree_.token(verb).upos != "VERB") verb = tree_.head(verb);
    const std::uint32_t subject = verb == nowhere ? nowhere : subject_of(tree_, verb);
    const std::uint32_t e = subject == nowhere ? nowhere : view_.actors.entity_of(subject);
    if (e != nowhere && view_.document().entities[e].type == NameType::person)
      return view_.speaker_of_noun(subject);
  }
  if (const std::uint32_t holder = holder_of(place); holder != nowhere)
    return view_.speaker_of_noun(holder);
  const Document& d = view_.document();
  std::optional<Voice> voice = voices_.nearest(place.first);
  if (std::optional<Speaker> who = holders_.before_colon(place); who && !voice) return *who;
  if (voice && view_.quote_of(place.first) == nowhere) return voice->speaker;
  // Words of the reason that are quoted have a speaker of their own.
  const bool here = first < last && tree_.sentence(first) == tree_.sentence(place.first);
  for (std::uint32_t t = first; here && t < last; ++t) {
    const std::uint32_t q = view_.quote_of(t);
    if (q == nowhere || d.quotes[q].speaker == nowhere) continue;
    // "because its minister had called them “a gang”": what the reason tells of.
    const bool told = d.quotes[q].cue != nowhere && d.quotes[q].cue >= first && d.quotes[q].cue < t;
    if (!told) return view_.speaker_of(d.mentions[d.quotes[q].speaker]);
  }
  const std::uint32_t q = view_.quote_of(place.first);
  if (voice && (q == nowhere || d.quotes[q].speaker == nowhere)) return voice->speaker;
  const Speaker known = view_.speaker_of_token(place.first);
  if (!known.name.empty()) return known;
  const Speaker above = who_above(place.first);
  if (!above.name.empty()) return above;
  if (Speaker calls = who_calls(first, last); !calls.name.empty()) return calls;
  const Speaker relative = who_relative(place);
  return relative.name.empty() ? holders_.holder_of(place) : relative;
}

// "in reply to what he called interference": the word, and so the reason, is his.
Speaker ReasonSpeakers::who_calls(std::uint32_t first, std::uint32_t last) const {
  constexpr std::array<std::string_view, 9> calls = {
      "call", "term", "consider", "describe", "regard", "label", "brand", "deem", "style"};
  constexpr std::uint32_t longest = 8;  // words of who calls it so
  for (std::uint32_t what = first; what + 2 < last; ++what) {
    if (lower_case(tree_.lemma(what)) != "what") continue;
    for (std::uint32_t verb = what + 2; verb < std::min(last, what + longest); ++verb) {
      if (!is_one_of(tree_.lemma(verb), calls)) continue;
      // "what one aide calls": the report may still tell the reason of its own.
      return tree_.token(verb - 1).upos == "PRON" ? view_.speaker_of_noun(verb - 1) : Speaker();
    }
  }
  return {};
}

// "“…,” explained the envoy, Ana Ruiz", "it broke the law, Ana Ruiz of Peru explained"
Speaker ReasonSpeakers::who_explains(std::uint32_t verb) const {
  const Document& d = view_.document();
  const auto after = std::ranges::upper_bound(d.quotes, tree_.token(verb).begin, {}, &Quote::begin);
  for (const bool behind : {false, true}) {
    if (behind ? after == d.quotes.end() : after == d.quotes.begin()) continue;
    const Quote& quote = behind ? *after : *std::prev(after);
    if (quote.cue == verb && quote.speaker != nowhere)
      return view_.speaker_of(d.mentions[quote.speaker]);
  }
  const std::optional<Voice> voice = voices_.nearest(verb);
  return voice ? voice->speaker : who_puts(verb);
}

// "an envoy fears that Chad could do so because": whose view the clause is, by verbs that are no
// saying.
Speaker ReasonSpeakers::who_above(std::uint32_t token) const {
  for (std::uint32_t at = token; at != nowhere; at = tree_.head(at)) {
    const std::uint32_t above = tree_.head(at);
    if (above == nowhere) continue;
    // "whispers that it left because": a tree may hang the reason on the verb of saying.
    const std::uint32_t told = tree_.is(at, "advcl") ? tree_.child(above, {"ccomp"}) : nowhere;
    const bool beside = told != nowhere && above < told && told < token;
    // "Chad is said by diplomats to have left out of fear"
    if (tree_.is(at, "xcomp") && is_passive(tree_, above) &&
        reading_tables().in_list("voice", tree_.lemma(above))) {
      for (const std::uint32_t c : tree_.children(above)) {
        if (tree_.preposition(c) == "by") return view_.speaker_of_noun(c);
      }
    }
    if (!tree_.is(at, "ccomp") && !beside) continue;
    if (tree_.token(above).upos != "VERB" || !reading_tables().in_list("voice", tree_.lemma(above)))
      continue;
    const std::string_view next = tree_.lemma(above + (above < at ? 1 : 0));
    if (next == "no" || next == "yes") return {};  // "said no"
    const std::uint32_t subject = subject_of(tree_, above);
    if (subject != nowhere && tree_.token(subject).upos == "NOUN")
      return view_.speaker_of_noun(subject);
  }
  return {};
}

// "the minister, Ana Ruiz, who said it was taken because": hers.
Speaker ReasonSpeakers::who_relative(const CuePlace& place) const {
  const std::uint32_t begin = view_.document().sentences[tree_.sentence(place.first)].first;
  for (std::uint32_t t = place.first; t-- > begin;) {
    if (tree_.token(t).upos != "VERB" || !reading_tables().in_list("voice", tree_.lemma(t)))
      continue;
    if (t == begin || lower_case(tree_.lemma(t - 1)) != "who") return {};
    for (std::uint32_t name = t; name-- > begin && t - name <= 4;) {
      const std::uint32_t e = view_.actors.entity_of(name);
      if (e != nowhere && view_.document().entities[e].type == NameType::person)
        return view_.speaker_of_noun(name);
    }
    return view_.speaker_of_noun(tree_.head(t));
  }
  return {};
}

// "officials, who fear unrest": those who are not named.
std::uint32_t ReasonSpeakers::holder_of(const CuePlace& place) const {
  if (place.cue->first() != "fear") return nowhere;
  const std::uint32_t subject = subject_of(tree_, place.first);
  if (subject == nowhere) return nowhere;
  const std::string word = lower_case(tree_.lemma(subject));
  const bool unnamed =
      reading_tables().in_list("unnamed", word) || reading_tables().in_list("office", word);
  return unnamed ? subject : nowhere;
}

// "the reason given by Chad is", "the motive that its envoy named was": who gave it.
std::uint32_t ReasonSpeakers::giver_of(const CuePlace& place) const {
  if (place.cue->first() != "motive") return nowhere;
  // "His explanation is": he gives it; but "his motive" is for others to tell.
  const std::uint32_t owner = tree_.child(place.first, {"nmod:poss"});
  const std::string_view noun = tree_.lemma(place.first);
  const bool view = noun == "explanation" || noun == "theory" || noun == "answer" ||
                    noun == "interpretation" || noun == "reading" || noun == "version" ||
                    noun == "account";
  if (view && owner != nowhere) return owner;
  // "Ana Ruiz's reason:", but not "the reason of Chad:"
  const std::uint32_t of = owner == nowhere ? nowhere : view_.actors.entity_of(owner);
  if (of != nowhere && tree_.lemma(place.last) == ":" &&
      view_.document().entities[of].type == NameType::person)
    return owner;
  for (std::uint32_t t = place.gap_first; t < place.gap_last; ++t) {
    if (tree_.token(t).upos != "VERB") continue;
    if (!reading_tables().in_list("offers_reason", tree_.lemma(t))) continue;
    const Clause clause = clause_of_verb(tree_, t);
    if (clause.subject != nowhere && clause.subject >= place.gap_first) return clause.subject;
    for (const std::uint32_t c : tree_.children(t)) {
      if (tree_.preposition(c) == "by") return c;
    }
  }
  return nowhere;
}

// ", Ana Ruiz, put it down to": the name in apposition that ends right before a verb.
std::uint32_t ReasonSpeakers::name_apposed(std::uint32_t verb, std::uint32_t begin) const {
  if (verb < begin + 3 || tree_.lemma(verb - 1) != ",") return nowhere;
  std::uint32_t name = verb - 2;
  if (tree_.token(name).upos != "PROPN") return nowhere;
  if (tree_.is(name, "flat") && tree_.head(name) < name) name = tree_.head(name);
  return tree_.is(name, "appos") ? name : nowhere;
}

// The subject, or whoever is named right before the verb ("Singh himself put it down to").
Speaker ReasonSpeakers::who_puts(std::uint32_t verb) const {
  std::uint32_t subject = subject_of(tree_, verb);
  const std::uint32_t begin = view_.document().sentences[tree_.sentence(verb)].first;
  // "Asked why Chad left, Ana Ruiz cited": whoever is named right before.
  // Or in apposition: "The envoy of Chad, Ana Ruiz, put it down to".
  const std::uint32_t apposed = name_apposed(verb, begin);
  const std::uint32_t name = apposed == nowhere && verb > begin ? verb - 1 : apposed;
  const std::uint32_t right_before = name == nowhere ? nowhere : view_.actors.entity_of(name);
  if (right_before != nowhere && view_.document().entities[right_before].type == NameType::person)
    subject = name;
  // "spoke of a trick and put it down to": of the verb before it, where a tree joins it to a noun.
  for (std::uint32_t t = verb; subject == nowhere && t-- > begin;) {
    if (tree_.token(t).upos == "VERB") subject = subject_of(tree_, t);
  }
  for (std::uint32_t t = verb; subject == nowhere && t-- > begin && t + 3 > verb;) {
    if (view_.actors.mention_of(t) != nowhere) subject = t;
  }
  // "Diplomats here explain it by": a tagger may take what opens a sentence for anything.
  if (subject == nowhere && begin + 1 < verb && begin + 4 > verb && is_somebody(tree_, begin))
    return voices_.named_in(begin, begin + 1).value_or(Speaker());
  for (std::uint32_t t = begin; subject == nowhere && t < verb; ++t) {
    const std::uint32_t e = view_.actors.entity_of(t);
    if (e != nowhere && view_.document().entities[e].type == NameType::person) subject = t;
  }
  // "His opponents": they, and not he.
  std::optional<Speaker> described;
  if (subject != nowhere && subject < verb && tree_.token(subject).upos == "NOUN" &&
      tree_.child(subject, {"nmod:poss"}) != nowhere)
    described = voices_.named_in(tree_.subtree(subject).front(), subject + 1);
  Speaker out = described ? *described : view_.speaker_of_noun(subject);
  if (out.name.empty() && subject != nowhere) out = holders_.meant_by(subject);
  constexpr std::array<std::string_view, 4> reporters = {"correspondent", "reporter", "editor",
                                                         "newspaper"};
  if (subject != nowhere && is_one_of(tree_.lemma(subject), reporters)) out = {};
  return out;
}

}  // namespace volteface
