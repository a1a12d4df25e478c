#include <algorithm>

#include "language/characters.h"
#include "language/clause_tellers.h"
#include "language/elliptic_quotes.h"
#include "language/lexicon.h"
#include "language/quotes.h"
#include "language/speech_words.h"

namespace volteface::language {
namespace {

constexpr std::uint32_t reach = 18;  // tokens between a quotation and its cue

class Attributor : public ClauseTellers {
 public:
  using ClauseTellers::ClauseTellers;

  std::vector<std::uint32_t> all() {
    std::vector<std::uint32_t> subjects(document_.quotes.size(), nowhere);
    for (std::uint32_t q = 0; q < subjects.size(); ++q) {
      if (spans_[q].first < spans_[q].second) subjects[q] = teller(q);
      if (subjects[q] != nowhere) subjects[q] = nouns_.past(subjects[q]);
      subjects[q] = past_title(subjects[q]);
      const bool bullet =  // of a list, taken for a noun
          subjects[q] != nowhere && !has_word(document_.form(document_.tokens[subjects[q]]));
      if (bullet) subjects[q] = nowhere;
    }
    carry_on(subjects);
    return subjects;
  }

 private:
  // Who has the words, and not whom a clause told by another is about.
  std::uint32_t teller(std::uint32_t q) {
    const std::uint32_t subject = subject_of(q);
    if (const std::uint32_t told = teller_of(q, subject); told != nowhere) return told;
    if (subject != nowhere) return subject;
    const std::uint32_t label = labelled(q);
    return label != nowhere ? label : owner_of_country(q);
  }

  // "according to X": X.
  std::uint32_t according(std::uint32_t i) const {
    const Token& token = document_.tokens[i];
    if (token.lemma != "accord" && token.lemma != "according") return nowhere;
    const std::uint32_t head = trees_.head(i);
    const bool case_marker = head != nowhere && has_label(token, "case");
    return case_marker ? head : trees_.child(i, "obl");
  }

  // The cue nearest behind a quotation, then before it, within its sentences.
  std::uint32_t subject_of(std::uint32_t q) {
    const auto [first, last] = spans_[q];
    const Sentence& first_sentence = document_.sentences[trees_.sentence(first)];
    const Sentence& last_sentence = document_.sentences[trees_.sentence(last - 1)];
    // "Ana Ruiz called it “…”, her colleague said he was “…”": the comma is the sentence's.
    const bool inner = first > first_sentence.first + 1 && document_.quotes[q].scare;
    if (const std::uint32_t told = inner ? subject_of_nearest_cue(q) : nowhere; told != nowhere)
      return told;
    if (const std::uint32_t close = right_behind(q); close != nowhere) return close;
    if (const std::uint32_t put_in = inserted_before(q); put_in != nowhere) return put_in;
    const auto before_it = q == 0 ? std::pair(0u, 0u) : spans_[q - 1];
    if (const std::uint32_t left_out = elliptic_speaker(document_, trees_, before_it, spans_[q]);
        left_out != nowhere)
      return left_out;
    if (const std::uint32_t noun = nouns_.told_behind(last); noun != nowhere) return noun;
    if (const std::uint32_t noun = nouns_.with_the_words(first, last); noun != nowhere) return noun;
    if (const std::uint32_t above = subject_above(q); above != nowhere) return above;
    // "since the “cod wars” that Iceland had recalled": what goes on behind a few words.
    const std::string_view next = last + 1 < last_sentence.last
                                      ? std::string_view(document_.tokens[last + 1].lemma)
                                      : std::string_view();
    const bool goes_on = document_.quotes[q].scare && (next == "that" || next == "which");
    std::uint32_t behind = goes_on
                               ? said_at_end(first)
                               : look(q, last, std::min(last_sentence.last, last + reach), true);
    // "he called them “very brave.” His guest thanked him": the next sentence has its own matter.
    const bool whole = first <= first_sentence.first + 1;
    if (behind == nowhere && whole) behind = next_sentence(q, last);
    if (behind != nowhere && follows_closely(last, document_.quotes[q].cue)) return behind;
    const std::uint32_t behind_cue = document_.quotes[q].cue;
    if (const std::uint32_t view = nouns_.view_before(first); view != nowhere && !whole)
      return view;
    const std::uint32_t from = first - std::min(first - first_sentence.first, reach + 12);
    const std::uint32_t before = look(q, from, first, false);
    if (before != nowhere) return before;
    if (behind == nowhere) {
      const std::uint32_t named = colon(first, first_sentence.first);
      if (named != nowhere) return owned_by(named);
      if (whole) return subject_before(first);
      return subject_above(q, true);
    }
    document_.quotes[q].cue = behind_cue;
    return behind;
  }

  // "X likened it to “…”, whereupon Y called it “…”": words that are part of a clause are said by
  // the subject of the verb of saying above them, or by whose warning or claim they are. With
  // `of_any`, by the subject of whatever verb ("invited him to “…”").
  std::uint32_t subject_above(std::uint32_t q, bool of_any = false) {
    constexpr int deepest = 8;
    const auto [first, last] = spans_[q];
    const Sentence& sentence = document_.sentences[trees_.sentence(first)];
    if (first <= sentence.first + 1 || trees_.sentence(last - 1) != trees_.sentence(first))
      return nowhere;
    std::uint32_t at = first;  // climbs from the head of the quotation
    while (trees_.head(at) != nowhere && quoted_[trees_.head(at)] == q) at = trees_.head(at);
    std::uint32_t holder = nowhere, view = nowhere;  // a subject of a view, and its verb
    bool beside = false;                             // what is joined to a clause is not said in it
    for (int step = 0; step < deepest && at != nowhere; ++step, at = trees_.head(at)) {
      const bool joined = beside;
      beside = has_label(document_.tokens[at], "conj");
      if (quoted_[at] == q && step > 0) continue;
      if (at < first) {
        const std::uint32_t whose = nouns_.owner(at);
        if (whose != nowhere && whose < first && quoted_[whose] == nowhere) return whose;
      }
      const bool verb = document_.tokens[at].upos == "VERB" && quoted_[at] == nowhere && !joined;
      const std::string_view lemma = document_.tokens[at].lemma;
      const bool views = verb && (is_view_verb(lemma) || (of_any && !is_deed(lemma)));
      if (!(is_cue(at) || (views && view == nowhere))) continue;
      if (at >= last && is_passive(at)) {  // "her “regret” was conveyed by the envoy"
        if (const std::uint32_t agent = agent_of(at); agent != nowhere)
          return said_by(q, at, named_behind(agent));
      }
      if (at > first) continue;
      const std::uint32_t subject = subject_of_cue(at, false);
      if (subject == nowhere || quoted_[subject] != nowhere) continue;
      // "was praised for her “courage” by the envoy"
      const bool agent_behind = subject >= last && is_passive(at);
      if (agent_behind) return said_by(q, at, subject);
      if (subject > first) continue;
      if (is_mute_noun(subject) || (of_any && !is_somebody(subject))) continue;
      // "Delhi said it could not agree because it was “…”": who says is told above.
      const std::uint32_t above = trees_.head(at);
      const bool own_words = document_.tokens[subject].upos == "PRON" && above != nowhere &&
                             above < subject && has_label(document_.tokens[at], "ccomp") &&
                             is_cue(above);
      if (is_cue(at) && !own_words) return said_by(q, at, subject);
      // "Ana Ruiz said that Chad feared “…”": her words; not where it is a clause of its own.
      holder = subject, view = at;
      if (beside || has_label(document_.tokens[at], "parataxis") || opens_clause(subject)) break;
    }
    if (view == nowhere) return nowhere;
    // "Chad wants to “reset” relations, officials say."
    const std::uint32_t end = said_at_end(first);
    return end != nowhere ? end : said_by(q, view, holder);
  }

  // ", officials say.": who says a sentence, told at its end.
  std::uint32_t said_at_end(std::uint32_t token) const {
    const Sentence& sentence = document_.sentences[trees_.sentence(token)];
    std::uint32_t verb = sentence.last;
    while (verb > token && document_.tokens[verb - 1].upos == "PUNCT") --verb;
    if (verb <= token + 2 || !is_cue(verb - 1) || !is_finite(verb - 1)) return nowhere;
    const std::uint32_t subject = own_subject(verb - 1);
    if (subject == nowhere || subject < token || subject >= verb - 1) return nowhere;
    std::uint32_t first = trees_.extent(subject).first;
    while (first < subject && document_.tokens[first].upos == "PUNCT") ++first;
    return first > 0 && document_.tokens[first - 1].lemma == "," ? owned_by(subject) : nowhere;
  }

  // The subject of the verb of saying that a few quoted words hang on.
  std::uint32_t subject_of_nearest_cue(std::uint32_t q) {
    const auto [first, last] = spans_[q];
    std::uint32_t at = first;
    while (trees_.head(at) != nowhere && quoted_[trees_.head(at)] == q) at = trees_.head(at);
    const std::uint32_t verb = trees_.head(at);
    if (verb == nowhere || verb >= first || !is_cue(verb) ||
        has_label(document_.tokens[at], "conj"))
      return nowhere;
    const std::uint32_t subject = own_subject(verb);
    const bool before = subject != nowhere && subject < verb && is_somebody(subject) &&
                        document_.tokens[subject].upos != "PRON";
    return before ? said_by(q, verb, subject_of_cue(verb, false)) : nowhere;
  }

  // ", and Ana Ruiz for the Peruvians found it “…”"
  bool opens_clause(std::uint32_t subject) const {
    return document_.tokens[subject].upos == "PROPN" && subject > 0 &&
           document_.tokens[subject - 1].upos == "CCONJ";
  }

  // "“…,” X snapped", "“…”, X sniffed", "“…,” grinned X": right behind words that end with a comma,
  // a verb of whatever meaning with its subject tells who says them.
  std::uint32_t right_behind(std::uint32_t q) {
    constexpr std::uint32_t longest_subject = 6;
    const std::uint32_t last = spans_[q].second;
    const std::uint32_t end = document_.sentences[trees_.sentence(last - 1)].last;
    std::uint32_t at = last;
    const std::string_view ends = document_.tokens[last - 1].lemma;
    bool comma = ends == "," || ends == "!" || ends == "?";
    for (; at < end && document_.tokens[at].upos == "PUNCT"; ++at)
      comma |= document_.tokens[at].lemma == ",";
    if (!comma || at >= end) return nowhere;
    if (const std::uint32_t named = named_with_office(q, at, end); named != nowhere) return named;
    if (const std::uint32_t named = office_with_name(q, at, end); named != nowhere) return named;
    for (std::uint32_t t = at; t < std::min(end, at + longest_subject); ++t) {
      const Token& token = document_.tokens[t];
      // "“…,” one of them shouted"
      if (t == at && at + 3 < end && document_.tokens[t + 1].lemma == "of" &&
          document_.tokens[t + 2].lemma == "they") {
        t += 2;
        continue;
      }
      // "“…,” an official of the ministry, who was not to be named, wrote"
      const std::uint32_t verb = trees_.head(t);
      const bool noun = token.upos == "NOUN" && has_label(token, "nsubj");
      if (noun && verb != nowhere && verb > t && is_cue(verb) && is_finite(verb))
        return said_by(q, verb, owned_by(t));
      if (token.upos == "PUNCT" || token.upos == "ADP" || token.upos == "SCONJ" ||
          token.upos == "CCONJ")
        return nowhere;
      if (token.upos != "VERB" || !is_finite(t)) continue;
      if (!is_cue(t) && trees_.child(t, "obj") != nowhere) continue;
      std::uint32_t subject = is_inverted(t) ? noun_behind(t) : owned_by(own_subject(t));
      if (subject == nowhere && is_cue(t)) subject = noun_between(t);
      const bool here = subject != nowhere && subject >= at && quoted_[subject] == nowhere;
      if (!here) return nowhere;
      document_.quotes[q].cue = t;
      return subject;
    }
    return nowhere;
  }

  // "“…,” Ana Ruiz, the prime minister, told the hall"
  std::uint32_t named_with_office(std::uint32_t q, std::uint32_t at, std::uint32_t end) {
    constexpr std::uint32_t longest_name = 5, longest_office = 14;
    std::uint32_t comma = at;
    while (comma < std::min(end, at + longest_name) && document_.tokens[comma].upos == "PROPN")
      ++comma;
    if (comma == at || comma >= end || document_.tokens[comma].lemma != ",") return nowhere;
    for (std::uint32_t t = comma + 1; t + 1 < std::min(end, comma + longest_office); ++t) {
      if (document_.tokens[t].lemma != ",") continue;
      if (document_.tokens[t + 1].upos != "VERB") return nowhere;
      document_.quotes[q].cue = t + 1;
      std::uint32_t name = comma - 1;
      const std::uint32_t head = trees_.head(name);
      return head != nowhere && head >= at && head < comma ? head : name;
    }
    return nowhere;
  }

  // "“…,” the ambassador of Chad, Ana Ruiz, told the hall"
  std::uint32_t office_with_name(std::uint32_t q, std::uint32_t at, std::uint32_t end) {
    constexpr std::uint32_t longest_name = 5, longest_office = 14;
    std::uint32_t comma = at;
    bool noun = false;
    for (; comma < std::min(end, at + longest_office); ++comma) {
      const std::string_view upos = document_.tokens[comma].upos;
      if (upos == "VERB" || upos == "AUX" || upos == "PUNCT") break;
      noun |= upos == "NOUN";
    }
    if (!noun || comma >= end || document_.tokens[comma].lemma != ",") return nowhere;
    const std::uint32_t name = comma + 1;
    std::uint32_t second = name;
    while (second < std::min(end, name + longest_name) && document_.tokens[second].upos == "PROPN")
      ++second;
    if (second == name || second + 1 >= end || document_.tokens[second].lemma != ",")
      return nowhere;
    const std::uint32_t cue = second + 1;
    const std::string_view tag = document_.tokens[cue].xpos;
    if (document_.tokens[cue].upos != "VERB" || (tag != "VBD" && tag != "VBZ" && tag != "VBP"))
      return nowhere;
    document_.quotes[q].cue = cue;
    const std::uint32_t head = trees_.head(second - 1);
    return head != nowhere && head >= name && head < second ? head : second - 1;
  }

  // “Thank you!” X wrote: where the quotation ended its sentence, the cue begins the next.
  std::uint32_t next_sentence(std::uint32_t q, std::uint32_t last) {
    // "“It is so.” Ana Ruiz, asked for more, said" is another matter.
    const std::string_view quoted = document_.text_of(document_.quotes[q]);
    if (quoted.ends_with('.')) return nowhere;
    const std::uint32_t s = trees_.sentence(last - 1) + 1;
    if (s >= document_.sentences.size() || document_.sentences[s].begins_paragraph) return nowhere;
    const Sentence& next = document_.sentences[s];
    if (next.first > last + 1) return nowhere;
    return look(q, next.first, std::min(next.last, next.first + 6), true);
  }

  // "…", said X: only marks, a subject and adverbs stand between.
  bool follows_closely(std::uint32_t last, std::uint32_t cue) const {
    return cue != nowhere && cue - last < 8;
  }

  std::uint32_t look(std::uint32_t q, std::uint32_t from, std::uint32_t to, bool forth) {
    document_.quotes[q].cue = nowhere;
    for (std::uint32_t k = 0; k < to - std::min(from, to); ++k) {
      const std::uint32_t i = forth ? from + k : to - 1 - k;
      if (quoted_[i] != nowhere && !document_.quotes[quoted_[i]].scare && forth) break;
      if (const std::uint32_t source = according(i); source != nowhere) {
        document_.quotes[q].cue = i;
        return source;
      }
      if (!is_cue(i)) continue;
      const std::uint32_t subject = subject_of_cue(i, forth);
      if (subject == nowhere || quoted_[subject] != nowhere) continue;
      document_.quotes[q].cue = i;
      return subject;
    }
    return nowhere;
  }

  bool same_paragraph(std::uint32_t a, std::uint32_t b) const {
    for (std::uint32_t s = trees_.sentence(a) + 1; s <= trees_.sentence(b); ++s) {
      if (document_.sentences[s].begins_paragraph) return false;
    }
    return true;
  }

  // A whole sentence in quotation marks that opens the paragraph behind the one of the last
  // quotation goes on with its speaker.
  bool goes_on_in_next_paragraph(std::uint32_t q) const {
    const std::uint32_t first = trees_.sentence(spans_[q].first);
    const Sentence& sentence = document_.sentences[first];
    const bool whole = sentence.first + 1 >= spans_[q].first &&
                       trees_.sentence(spans_[q].second - 1) == first &&
                       spans_[q].second + 1 >= sentence.last;
    if (!whole || !sentence.begins_paragraph) return false;
    int paragraphs = 0;
    for (std::uint32_t s = trees_.sentence(spans_[q - 1].second - 1) + 1; s <= first; ++s)
      paragraphs += document_.sentences[s].begins_paragraph ? 1 : 0;
    return paragraphs == 1;
  }

  // "In spite of “potential” aid, “…,” she wrote": a word in marks before what is said in the same
  // sentence.
  bool is_aside(std::uint32_t q) const {
    return document_.quotes[q].scare && !document_.quotes[q + 1].scare &&
           trees_.sentence(spans_[q].first) == trees_.sentence(spans_[q + 1].first);
  }

  // A quotation without a cue goes on with the speaker of the one before it in its paragraph, or of
  // the paragraph before where that was not closed.
  void carry_on(std::vector<std::uint32_t>& subjects) const {
    for (std::uint32_t q = 1; q < subjects.size(); ++q) {
      if (subjects[q] != nowhere || subjects[q - 1] == nowhere ||
          spans_[q].first >= spans_[q].second)
        continue;
      const bool open = !document_.quotes[q - 1].closed || goes_on_in_next_paragraph(q);
      if (open || same_paragraph(spans_[q - 1].first, spans_[q].first))
        subjects[q] = subjects[q - 1];
    }
    // And one that opens a paragraph may be attributed by the next within it.
    for (std::uint32_t q = static_cast<std::uint32_t>(subjects.size()); q-- > 1;) {
      const bool near = subjects[q] != nowhere && subjects[q - 1] == nowhere && !is_aside(q - 1) &&
                        spans_[q - 1].first < spans_[q - 1].second;
      if (near && same_paragraph(spans_[q - 1].first, spans_[q].first))
        subjects[q - 1] = subjects[q];
    }
  }
};

}  // namespace

std::vector<std::uint32_t> attribute_quotes(Document& document, const Trees& trees) {
  return Attributor(document, trees).all();
}

}  // namespace volteface::language
