#include "reading/reason_words.h"

#include <algorithm>

#include "reading/reason_themes.h"
#include "reading/tables.h"

namespace volteface {

// The words of the reason: behind the cue to the end of its clause, or, for "that is why", before
// it.
TokenRange ReasonWords::reason_of(const CuePlace& place, const Sentence& sentence) const {
  using Reason = ReasonCue::Reason;
  if (place.cue->reason == Reason::before) return reason_before(place, sentence);
  if (place.cue->reason == Reason::between) return between(place);
  if (place.cue->reason == Reason::self) return {place.first, place.last + 1};
  if (place.cue->reason == Reason::subject) return subject_words(place, sentence);
  std::uint32_t last = place.last + 1;
  // "said that the text", "because, he says, it"
  if (last < sentence.last && tree_.lemma(place.last) == "say" && tree_.lemma(last) == "that")
    ++last;
  if (last < sentence.last && tree_.lemma(last) == ",") ++last;
  const std::vector<Voice> voices = voices_.voices_of(sentence);
  for (const Voice& voice : voices) {
    if (voice.first == last && voice.last < sentence.last)
      last = behind_apposition(voice.last + 1, sentence);
  }
  const std::uint32_t first = last;
  constexpr std::uint32_t longest = 60;  // words
  const std::uint32_t end = std::min(sentence.last, first + longest);
  if (tree_.lemma(place.last) == ":") return {first, end};  // "one motive: it is, they say, money"
  const bool after = place.cue->reason == Reason::after;
  const std::uint32_t that =
      is_cleft_at(place, sentence) ? that_behind(first, sentence.last) : nowhere;
  bool cut = false;  // "out of conviction: “…”"
  while (last < end) {
    cut = last == that;
    if (cut) break;
    cut = after && last > first && tree_.token(first).upos == "NOUN" && tree_.lemma(last) == ":";
    cut |= place.cue->first() == "have" && tree_.lemma(last) == "than";  // "more with money than"
    if (cut) break;
    if (ends_reason(last)) {
      const std::uint32_t behind = behind_voice(last, first, !after, voices);
      if (behind == nowhere || behind >= end) break;
      last = behind;
    }
    ++last;
  }
  if (const std::uint32_t begins = end_of_fronted(place, first, last);
      is_fronted(place, sentence) && begins < last)
    return {first, begins};
  const std::uint32_t head = tree_.head(place.last);
  const bool put_in = std::ranges::any_of(voices, [&](const Voice& voice) {
    return voice.last + 1 >= first && voice.first <= last + 1;
  });
  const bool parted = last < sentence.last && is_fronted(place, sentence);
  if (!put_in && !parted && !cut && head != nowhere && head > place.last &&
      !is_cleft_at(place, sentence)) {
    for (const std::uint32_t t : tree_.subtree(head)) {
      const bool spoken = std::ranges::any_of(voices, [&](const Voice& voice) {
        return t >= voice.first && t < voice.last && voice.first >= last;
      });
      if (spoken) break;                             // ", the latter, analysts say"
      if (t >= last && begins_another(last)) break;  // ", of whom it shelters many"
      if (t < end) last = std::max(last, t + 1);
    }
  }
  return {first, std::max(first, last)};
}

// "because, says Ana Ruiz, an economist in Lima, it": behind what describes her, if that is all.
std::uint32_t ReasonWords::behind_apposition(std::uint32_t first, const Sentence& sentence) const {
  constexpr std::uint32_t longest = 16;
  constexpr std::uint32_t nearest = 6;  // "an independent political scientist"
  bool somebody = false, name = true;
  for (std::uint32_t t = first; t < std::min(sentence.last, first + longest); ++t) {
    if (tree_.lemma(t) == ",") return somebody || (name && t > first) ? t + 1 : first;
    name = name && tree_.token(t).upos == "PROPN";
    const std::string lemma = lower_case(tree_.lemma(t));
    somebody |= t < first + nearest && (reading_tables().in_list("unnamed", lemma) ||
                                        reading_tables().in_list("office", lemma));
    const std::string_view kind = tree_.token(t).upos;
    if ((kind == "VERB" || kind == "AUX" || kind == "PRON") && !somebody) return first;
  }
  return first;
}

// "because it sells oil to Mali and is a friend of Chad": two reasons, if each is of a theme of
// its own; `last` where there is one.
std::uint32_t ReasonWords::second_reason(const CuePlace& place, std::uint32_t first,
                                         std::uint32_t last) const {
  const std::uint32_t clause = tree_.head(place.last);
  if (place.cue->reason != ReasonCue::Reason::clause || clause == nowhere || clause < first ||
      clause >= last)
    return last;
  for (const std::uint32_t c : tree_.children(clause)) {
    const bool verb = tree_.token(c).upos == "VERB" || tree_.child(c, {"cop", "aux"}) != nowhere;
    if (!tree_.is(c, "conj") || !verb || c >= last) continue;
    const std::uint32_t begin = tree_.subtree(c).front();
    if (begin <= clause) continue;
    const Theme a = theme_of(words(first, begin)), b = theme_of(words(begin, last));
    if (a != b && a != Theme::other && b != Theme::other) return begin;
  }
  return last;
}

// What a ~ stands for; of "not love of Chad but fear" what is behind the "but".
TokenRange ReasonWords::between(const CuePlace& place) const {
  std::uint32_t first = place.gap_first;
  const bool alone = place.gap_last == first + 1 && first + 1 < tree_.document().tokens.size();
  if (alone && tree_.lemma(first) == "that") {  // "He gave that as his reason": what he said
    const TokenRange said = told_before(tree_.sentence(first));
    if (said.first < said.second) return said;
  }
  if (first < place.gap_last && tree_.lemma(first) == "not") {
    for (std::uint32_t t = first; t < place.gap_last; ++t) {
      if (tree_.lemma(t) == "but") first = t + 1;
    }
  }
  return {first, place.gap_last};
}

bool ReasonWords::is_fronted(const CuePlace& place, const Sentence& sentence) const {
  if (is_cleft_at(place, sentence)) return false;
  constexpr std::uint32_t longest = 8;  // words of "In November, "
  if (place.first > sentence.first + longest) return false;
  const std::string_view before = place.first > sentence.first
                                      ? tree_.token(place.first - 1).upos.view()
                                      : std::string_view("PUNCT");
  if (before != "PUNCT" && before != "ADV" && before != "CCONJ") return false;
  for (std::uint32_t t = sentence.first; t < place.first; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "VERB" || kind == "AUX" || tree_.is(t, "nsubj")) return false;
  }
  return true;
}

// "Because of those words | Chad recalled its envoy": where no comma parts them, the reason ends
// before the subject of the first verb that belongs to no relative clause.
std::uint32_t ReasonWords::end_of_fronted(const CuePlace& place, std::uint32_t first,
                                          std::uint32_t last) const {
  if (place.cue->reason != ReasonCue::Reason::after) return last;
  for (std::uint32_t t = first; t < last; ++t) {
    const Token& token = tree_.token(t);
    if (token.xpos == "WDT" || token.xpos == "WP" || token.upos == "SCONJ") return last;
    const bool finite =
        token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
    if (!finite) continue;
    std::uint32_t begin = t;
    while (begin > first && (tree_.token(begin - 1).upos == "PROPN")) --begin;
    if (begin == t) {
      while (begin > first &&
             (tree_.token(begin - 1).upos == "NOUN" || tree_.token(begin - 1).upos == "ADJ" ||
              tree_.token(begin - 1).upos == "PRON"))
        --begin;
      if (begin > first && tree_.token(begin - 1).upos == "DET")
        --begin;
      else if (begin < t)
        begin = tree_.token(t - 1).upos == "PRON" ? t - 1 : last;
    }
    return begin > first && begin < t ? begin : last;
  }
  return last;
}

// "because the quarrel, its envoy explained, can be settled", "out of regard, an aide says, for
// Chad": the comma that the reason goes on behind; nowhere if it ends here.
std::uint32_t ReasonWords::behind_voice(std::uint32_t comma, std::uint32_t first, bool clause,
                                        const std::vector<Voice>& voices) const {
  bool verb = false;
  for (std::uint32_t t = first; t < comma; ++t)
    verb |= tree_.token(t).upos == "VERB" || tree_.token(t).upos == "AUX";
  const std::uint32_t end = view_.document().sentences[tree_.sentence(comma)].last;
  for (const Voice& voice : voices) {
    if (voice.first != comma + 1) continue;
    const std::uint32_t next = voice.last + 1;
    const bool hangs =
        next < end && (tree_.token(next).upos == "ADP" || tree_.token(next).xpos == "TO" ||
                       tree_.lemma(next) == "that");
    return hangs || (clause && !verb) ? voice.last : nowhere;
  }
  return nowhere;
}

// "“It breaks the law,” the envoy explained", "she left; it broke the law, she explained": what is
// quoted, else the clause before the one who explains.
TokenRange ReasonWords::explained_before(std::uint32_t verb, const Sentence& sentence) const {
  std::uint32_t last = verb;
  for (const Voice& voice : voices_.voices_of(sentence)) {
    if (verb >= voice.first && verb < voice.last) last = voice.first;
  }
  while (last > sentence.first && tree_.token(last - 1).upos == "PUNCT") --last;
  std::uint32_t first = last;
  const std::uint32_t quote = last > sentence.first ? view_.quote_of(last - 1) : nowhere;
  while (first > sentence.first && view_.quote_of(first - 1) == quote &&
         tree_.lemma(first - 1) != ";")
    --first;
  return {first, last};
}

// What stands before the cue; "That is why": the sentence before.
TokenRange ReasonWords::reason_before(const CuePlace& place, const Sentence& sentence) const {
  if (place.cue->first() == "explain") return explained_before(place.first, sentence);
  const bool follows = sentence.first > 0;
  bool bare = true;  // "That", "It is"
  for (std::uint32_t t = sentence.first; t < place.first; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    bare = bare && kind != "NOUN" && kind != "PROPN" && kind != "VERB";
  }
  if (!bare || !follows) return {sentence.first, std::max(sentence.first, place.first)};
  const TokenRange told = told_before(tree_.sentence(sentence.first));
  return told.first < told.second ? told : TokenRange{place.first, place.first};
}

// The nearest of the sentences before one that speaks of something known; else nothing.
TokenRange ReasonWords::told_before(std::uint32_t here) const {
  constexpr std::uint32_t farthest = 3;
  const auto& sentences = view_.document().sentences;
  for (std::uint32_t s = here; s-- > 0 && here - s <= farthest;) {
    const TokenRange told{sentences[s].first, sentences[s].last};
    if (theme_of(words(told.first, told.second)) != Theme::other) return told;
    if (sentences[s].begins_paragraph) break;
  }
  return {0, 0};
}

// "fear of the voters made Chad abstain", "it was fear of the voters that made".
TokenRange ReasonWords::subject_words(const CuePlace& place, const Sentence& sentence) const {
  const std::uint32_t subject = subject_of(tree_, place.first);
  if (subject == nowhere || tree_.token(subject).upos == "PRON")
    return {sentence.first, place.first};
  const std::vector<std::uint32_t> words = tree_.subtree(subject);
  const auto [first, last] = std::ranges::minmax(words);
  return {first, std::min(last + 1, place.first)};
}

// "which", "of whom", "the latter" behind a comma.
bool ReasonWords::begins_another(std::uint32_t comma) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(comma)].last;
  std::uint32_t t = comma + 1;
  const bool other = t + 1 < end && tree_.lemma(t) == "the" &&
                     (tree_.lemma(t + 1) == "latter" || tree_.lemma(t + 1) == "former" ||
                      tree_.lemma(t + 1) == "second" || tree_.lemma(t + 1) == "other");
  if (other) return true;
  if (t < end && tree_.token(t).upos == "ADP") ++t;
  return t < end && (tree_.token(t).xpos == "WDT" || tree_.token(t).xpos == "WP");
}

bool ReasonWords::ends_reason(std::uint32_t t) const {
  if (tree_.token(t).upos != "PUNCT" || view_.quote_of(t) != nowhere) return false;
  const std::string_view mark = tree_.lemma(t);
  return mark == "," || mark == ";" || mark == ".";
}

std::string ReasonWords::words(std::uint32_t first, std::uint32_t last) const {
  if (first >= last) return {};
  const Document& d = view_.document();
  std::string out;
  const auto append = [&](std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    if (!out.empty()) out += ' ';
    out += d.text.substr(d.tokens[begin].begin, d.tokens[end - 1].end - d.tokens[begin].begin);
  };
  // "because, bankers say, it": who is put in tells nothing of the reason.
  const Sentence& sentence = d.sentences[tree_.sentence(first)];
  if (last <= sentence.last) {
    for (const Voice& voice : voices_.voices_of(sentence)) {
      if (voice.first <= first || voice.last >= last) continue;
      append(first, voice.first - 1);
      first = voice.last;
    }
  }
  append(first, last);
  return lower_case(out);
}

// "It is out of fear, he says, that Chad abstained".
bool ReasonWords::is_cleft_at(const CuePlace& place, const Sentence& sentence) const {
  constexpr std::uint32_t nearest = 5;  // words of "It was, of course,"
  std::uint32_t be = place.first;
  while (be > sentence.first && tree_.lemma(be) != "be" && place.first - be < nearest) --be;
  // "It was", ", and it was"
  if (be == sentence.first || tree_.lemma(be) != "be" || lower_case(tree_.lemma(be - 1)) != "it")
    return false;
  return that_behind(place.last, sentence.last) != nowhere;
}

// The "that" which a cleft sentence goes on with; nowhere if it has none.
std::uint32_t ReasonWords::that_behind(std::uint32_t token, std::uint32_t end) const {
  for (std::uint32_t t = token + 1; t < end; ++t) {
    if (tree_.lemma(t) == "that" && !tree_.is(t, "det")) return t;
  }
  return nowhere;
}

}  // namespace volteface
