#include <algorithm>

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/quotes.h"

namespace volteface::language {
namespace {

constexpr std::uint32_t reach = 18;  // tokens between a quotation and its cue

class Attributor {
 public:
  Attributor(Document& document, const Trees& trees) : document_(document), trees_(trees) {
    quoted_.assign(document.tokens.size(), nowhere);
    in_dateline_.assign(document.tokens.size(), false);
    for (const Sentence& sentence : document.sentences) mark_dateline(sentence);
    for (std::uint32_t q = 0; q < document.quotes.size(); ++q) mark(q);
  }

  std::vector<std::uint32_t> all() {
    std::vector<std::uint32_t> subjects(document_.quotes.size(), nowhere);
    for (std::uint32_t q = 0; q < subjects.size(); ++q) {
      if (spans_[q].first < spans_[q].second) subjects[q] = subject_of(q);
      subjects[q] = past_title(subjects[q]);
      const bool bullet =  // of a list, taken for a noun
          subjects[q] != nowhere && !has_word(document_.form(document_.tokens[subjects[q]]));
      if (bullet) subjects[q] = nowhere;
    }
    carry_on(subjects);
    return subjects;
  }

 private:
  void mark(std::uint32_t q) {
    const Quote& quote = document_.quotes[q];
    const auto begin =
        std::lower_bound(document_.tokens.begin(), document_.tokens.end(), quote.begin,
                         [](const Token& token, std::uint32_t at) { return token.begin < at; });
    auto end = begin;
    while (end != document_.tokens.end() && end->end <= quote.end) {
      quoted_[static_cast<std::size_t>(end - document_.tokens.begin())] = q;
      ++end;
    }
    spans_.emplace_back(static_cast<std::uint32_t>(begin - document_.tokens.begin()),
                        static_cast<std::uint32_t>(end - document_.tokens.begin()));
  }

  // "GENEVA, May 3 (Agency) - …": the place says nothing.
  void mark_dateline(const Sentence& sentence) {
    constexpr std::uint32_t longest = 16;
    if (!sentence.begins_paragraph) return;
    std::uint32_t dash = sentence.first;
    for (; dash < std::min(sentence.last, sentence.first + longest); ++dash) {
      const Token& token = document_.tokens[dash];
      const std::string_view form = document_.form(token);
      if (is_dash(form) && token.space_before) break;
      const CharacterClass type = class_of(character_at(form, 0).code);
      const bool fits = type != CharacterClass::lower && type != CharacterClass::quote;
      if (!fits) return;
    }
    if (dash == sentence.first || dash >= std::min(sentence.last, sentence.first + longest)) return;
    // "Putin - Russia's president - said" is none: a place in capitals, a day or an agency is.
    const std::string_view place = document_.form(document_.tokens[sentence.first]);
    bool sure = place.size() > 2 &&
                std::ranges::none_of(place, [](char c) { return c >= 'a' && c <= 'z'; });
    for (std::uint32_t t = sentence.first; t < dash; ++t) {
      const std::string_view form = document_.form(document_.tokens[t]);
      sure = sure || form == "(" || (form[0] >= '0' && form[0] <= '9');
    }
    if (!sure) return;
    for (std::uint32_t t = sentence.first; t < dash; ++t) in_dateline_[t] = true;
  }

  static bool is_dash(std::string_view form) {
    return form == "-" || form == "--" || form == "\u2013" || form == "\u2014";
  }

  // The subject that a parser gives a verb, but for a dateline's place.
  std::uint32_t own_subject(std::uint32_t verb) const {
    const std::uint32_t subject = trees_.child(verb, "nsubj");
    return subject == nowhere || in_dateline_[subject] ? nowhere : subject;
  }

  // "Ms Ruiz", "Foreign Secretary Ana Ruiz": the name, where a parser takes the title for the head.
  std::uint32_t past_title(std::uint32_t subject) const {
    if (subject == nowhere || subject + 1 >= document_.tokens.size()) return subject;
    const bool title = is_title(folded(document_.form(document_.tokens[subject])));
    const bool name = document_.tokens[subject + 1].upos == "PROPN" &&
                      trees_.sentence(subject) == trees_.sentence(subject + 1);
    return title && name ? subject + 1 : subject;
  }

  bool is_cue(std::uint32_t i) const {
    const Token& token = document_.tokens[i];
    return quoted_[i] == nowhere && (token.upos == "VERB" || token.xpos.starts_with("VB")) &&
           (is_speech_verb(token.lemma) || is_speech_phrase(i));
  }

  // "she went on", "he shot back", "the minister cut in".
  bool is_speech_phrase(std::uint32_t i) const {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr Pair phrases[] = {{"go", "on"},    {"cut", "in"},    {"shoot", "back"},
                                       {"hit", "back"}, {"fire", "back"}, {"chime", "in"},
                                       {"put", "in"},   {"hit", "out"},   {"break", "in"},
                                       {"carry", "on"}, {"snap", "back"}, {"jump", "in"}};
    if (i + 1 >= document_.tokens.size()) return false;
    return std::ranges::any_of(phrases, [&](const Pair& phrase) {
      return document_.tokens[i].lemma == phrase.first &&
             document_.tokens[i + 1].lemma == phrase.second;
    });
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
    if (const std::uint32_t close = right_behind(q); close != nowhere) return close;
    if (const std::uint32_t above = subject_above(q); above != nowhere) return above;
    std::uint32_t behind = look(q, last, std::min(last_sentence.last, last + reach), true);
    // "he called them “very brave.” His guest thanked him": the next sentence has its own matter.
    const bool whole = first <= first_sentence.first + 1;
    if (behind == nowhere && whole) behind = next_sentence(q, last);
    if (behind != nowhere && follows_closely(last, document_.quotes[q].cue)) return behind;
    const std::uint32_t behind_cue = document_.quotes[q].cue;
    const std::uint32_t from = first - std::min(first - first_sentence.first, reach + 12);
    const std::uint32_t before = look(q, from, first, false);
    if (before != nowhere) return before;
    if (behind == nowhere) {
      const std::uint32_t named = colon(first, first_sentence.first);
      return named != nowhere || !whole ? named : subject_of_beat(first);
    }
    document_.quotes[q].cue = behind_cue;
    return behind;
  }

  // "X likened it to “…”, whereupon Y called it “…”": words that are part of a clause are said by
  // the subject of the verb of saying above them.
  std::uint32_t subject_above(std::uint32_t q) {
    constexpr int deepest = 8;
    const auto [first, last] = spans_[q];
    const Sentence& sentence = document_.sentences[trees_.sentence(first)];
    if (first <= sentence.first + 1 || trees_.sentence(last - 1) != trees_.sentence(first))
      return nowhere;
    std::uint32_t at = first;  // climbs from the head of the quotation
    while (trees_.head(at) != nowhere && quoted_[trees_.head(at)] == q) at = trees_.head(at);
    for (int step = 0; step < deepest && at != nowhere; ++step, at = trees_.head(at)) {
      if (!is_cue(at) || at > first) continue;
      const std::uint32_t subject = subject_of_cue(at, false);
      if (subject == nowhere || quoted_[subject] != nowhere || subject > first) continue;
      document_.quotes[q].cue = at;
      return subject;
    }
    return nowhere;
  }

  // "“…,” X snapped", "“…”, X sniffed", "“…,” grinned X": right behind words that end with a comma,
  // a verb of whatever meaning with its subject tells who says them.
  std::uint32_t right_behind(std::uint32_t q) {
    constexpr std::uint32_t longest_subject = 6;
    const std::uint32_t last = spans_[q].second;
    const std::uint32_t end = document_.sentences[trees_.sentence(last - 1)].last;
    std::uint32_t at = last;
    bool comma = document_.tokens[last - 1].lemma == ",";
    for (; at < end && document_.tokens[at].upos == "PUNCT"; ++at)
      comma |= document_.tokens[at].lemma == ",";
    if (!comma || at >= end) return nowhere;
    if (const std::uint32_t named = named_with_office(q, at, end); named != nowhere) return named;
    if (const std::uint32_t named = office_with_name(q, at, end); named != nowhere) return named;
    for (std::uint32_t t = at; t < std::min(end, at + longest_subject); ++t) {
      const Token& token = document_.tokens[t];
      if (token.upos == "PUNCT" || token.upos == "ADP" || token.upos == "SCONJ" ||
          token.upos == "CCONJ")
        return nowhere;
      const bool finite = token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP";
      if (token.upos != "VERB" || !finite || trees_.child(t, "obj") != nowhere) continue;
      const std::uint32_t own = own_subject(t);
      const std::uint32_t subject = t == at && is_inverted(t) ? noun_behind(t) : owned_by(own);
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
    const std::uint32_t s = trees_.sentence(last - 1) + 1;
    if (s >= document_.sentences.size() || document_.sentences[s].begins_paragraph) return nowhere;
    const Sentence& next = document_.sentences[s];
    if (next.first > last + 1) return nowhere;
    return look(q, next.first, std::min(next.last, next.first + 6), true);
  }

  // "“…”, explained Chad's envoy": the verb stands right behind the quotation and has no subject
  // before it.
  bool is_inverted(std::uint32_t cue) const {
    std::uint32_t at = cue;
    const auto is_between = [&](std::uint32_t t) {
      const std::string_view upos = document_.tokens[t].upos;
      return quoted_[t] == nowhere && (upos == "PUNCT" || upos == "AUX");
    };
    while (at > 0 && is_between(at - 1)) --at;
    const bool closes = at > 0 && quoted_[at - 1] != nowhere;
    const std::uint32_t own = own_subject(cue);
    return closes && at < cue && (own == nowhere || own > cue);
  }

  // Moves to the last word of "in that time", "at the time", "on Monday".
  bool skips_time(std::uint32_t& at) const {
    for (std::uint32_t t = at + 1; t < at + 4 && t < document_.tokens.size(); ++t) {
      const std::string_view word = document_.tokens[t].lemma;
      if (word != "time" && word != "moment" && !is_weekday(word)) continue;
      at = t;
      return true;
    }
    return false;
  }

  std::uint32_t noun_behind(std::uint32_t cue) const {
    constexpr std::uint32_t furthest = 9;
    const Sentence& sentence = document_.sentences[trees_.sentence(cue)];
    std::uint32_t before = cue;  // what the noun stands behind
    for (std::uint32_t t = cue + 1; t < sentence.last && t < cue + furthest; ++t) {
      const Token& token = document_.tokens[t];
      if (token.upos == "ADP" && skips_time(t)) {  // "said at the time Ana Ruiz"
        before = t;
        continue;
      }
      if (token.upos == "VERB" || token.upos == "ADP" || token.upos == "PUNCT") break;
      const std::uint32_t head = trees_.head(t);
      const bool inner =
          head != nowhere && head > before && head < cue + furthest && !has_label(token, "nsubj");
      if ((token.upos == "NOUN" || token.upos == "PROPN") && !inner) return owned_by(t);
    }
    return nowhere;
  }

  // "“…” the former envoy said": a parser may not see that it is the subject.
  std::uint32_t noun_between(std::uint32_t cue) const {
    constexpr std::uint32_t furthest = 9;
    for (std::uint32_t t = cue; t > 0 && cue - t < furthest; --t) {
      const Token& token = document_.tokens[t - 1];
      if (quoted_[t - 1] != nowhere) break;
      const bool noun = token.upos == "NOUN" || token.upos == "PROPN" || token.upos == "PRON";
      if (noun && trees_.head(t - 1) == cue) return owned_by(t - 1);
    }
    return nowhere;
  }

  // "New Zealand's Helen Clark" of which a parser took the owner for the head; "his colleague, Ana
  // Ruiz, said".
  std::uint32_t owned_by(std::uint32_t noun) const {
    if (noun == nowhere) return noun;
    if (document_.tokens[noun].upos == "NOUN") {
      const bool name = noun + 2 < document_.tokens.size() &&
                        document_.tokens[noun + 1].lemma == "," &&
                        document_.tokens[noun + 2].upos == "PROPN" &&
                        trees_.sentence(noun) == trees_.sentence(noun + 2);
      return name ? noun + 2 : noun;
    }
    if (document_.tokens[noun].upos != "PROPN") return noun;
    const std::uint32_t mark = trees_.child(noun, "case");
    if (mark == nowhere || mark + 1 >= document_.tokens.size()) return noun;
    const std::string_view form = document_.form(document_.tokens[mark]);
    const bool possessive = form == "'s" || form == "\u2019s" || form == "'" || form == "\u2019";
    const std::string_view next = document_.tokens[mark + 1].upos;
    const char capital = document_.text[document_.tokens[mark + 1].begin];
    const bool title = next == "ADJ" && capital >= 'A' && capital <= 'Z';  // "Prime Minister"
    return possessive && (next == "PROPN" || title) ? mark + 1 : noun;
  }

  // Where a parser gives a verb two subjects, the one right before it ("its account, given by X, is
  // this: he explained").
  std::uint32_t nearest_subject(std::uint32_t cue) const {
    if (cue > 0 && trees_.head(cue - 1) == cue && has_label(document_.tokens[cue - 1], "nsubj"))
      return cue - 1;
    // "US Ambassador" and "Ana Ruiz"
    std::uint32_t last = nowhere;
    int subjects = 0;
    for (const std::uint32_t c : trees_.children(cue)) {
      if (c > cue || !has_label(document_.tokens[c], "nsubj") || in_dateline_[c]) continue;
      ++subjects;
      if (document_.tokens[c].upos == "PROPN") last = c;
    }
    const std::uint32_t subject = subjects > 1 && last != nowhere ? last : trees_.subject(cue);
    return subject == nowhere || in_dateline_[subject] ? nowhere : subject;
  }

  // The subject of a cue; behind a quotation also what the parser took for its object.
  std::uint32_t subject_of_cue(std::uint32_t cue, bool forth) const {
    // "Haaretz quoted him as saying", "it was stressed by him"
    const std::uint32_t above = trees_.head(cue);
    const bool as_saying = above != nowhere && document_.tokens[above].lemma == "quote";
    const std::uint32_t quoting = as_saying ? above : cue;
    const std::uint32_t quoted =
        document_.tokens[quoting].lemma == "quote" ? trees_.child(quoting, "obj") : nowhere;
    if (quoted != nowhere) return quoted;
    if (const std::uint32_t agent = trees_.child(cue, "obl:agent"); agent != nowhere) return agent;
    if (forth && is_inverted(cue)) {
      if (const std::uint32_t noun = noun_behind(cue); noun != nowhere) return noun;
    }
    const std::uint32_t subject = owned_by(nearest_subject(cue));
    if (subject != nowhere || !forth) return subject;
    if (const std::uint32_t noun = noun_between(cue); noun != nowhere) return noun;
    for (const std::uint32_t child : trees_.children(cue)) {
      const Token& token = document_.tokens[child];
      if (child > cue && child < cue + 5 && (token.upos == "PROPN" || token.upos == "NOUN") &&
          has_label(token, "obj"))
        return child;
    }
    return nowhere;
  }

  // "Ruiz to reporters outside: “…”": the first name, where no verb stands with it.
  std::uint32_t name_alone(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t name = nowhere;
    for (std::uint32_t t = from; t < to; ++t) {
      const std::string_view upos = document_.tokens[t].upos;
      if (upos == "VERB" || upos == "AUX") return nowhere;
      if (upos == "PROPN" && name == nowhere && !in_dateline_[t]) name = t;
    }
    return name;
  }

  // "He nods. “…”": who does something in a few words right before.
  std::uint32_t subject_of_beat(std::uint32_t first) const {
    constexpr std::uint32_t longest = 8;
    const std::uint32_t s = trees_.sentence(first);
    if (s == 0 || document_.sentences[s].begins_paragraph) return nowhere;
    const Sentence& beat = document_.sentences[s - 1];
    if (beat.last - beat.first > longest || quoted_[beat.first] != nowhere) return nowhere;
    for (std::uint32_t t = beat.first; t < beat.last; ++t) {
      const Token& token = document_.tokens[t];
      const bool person = token.upos == "PROPN" || token.lemma == "he" || token.lemma == "she";
      if (person && has_label(token, "nsubj")) return t;
    }
    return nowhere;
  }

  // "Name: “…”": the last name before the colon.
  std::uint32_t colon(std::uint32_t first, std::uint32_t from) const {
    std::uint32_t i = first;
    while (i > from && document_.tokens[i - 1].upos == "PUNCT" &&
           document_.form(document_.tokens[i - 1]) != ":")
      --i;
    if (i <= from + 1 || document_.form(document_.tokens[i - 1]) != ":") return nowhere;
    if (document_.tokens[i - 2].upos == "PROPN") return i - 2;
    return name_alone(from, i - 1);
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

  Document& document_;
  const Trees& trees_;
  std::vector<std::uint32_t> quoted_;  // of each token, the quotation that it is in
  std::vector<bool> in_dateline_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans_;
};

}  // namespace

std::vector<std::uint32_t> attribute_quotes(Document& document, const Trees& trees) {
  return Attributor(document, trees).all();
}

}  // namespace volteface::language
