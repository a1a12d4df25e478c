#include <algorithm>

#include "language/characters.h"
#include "language/elliptic_quotes.h"
#include "language/lexicon.h"
#include "language/linear_subjects.h"
#include "language/quotes.h"
#include "language/speech_nouns.h"
#include "language/speech_words.h"

namespace volteface::language {
namespace {

constexpr std::uint32_t reach = 18;  // tokens between a quotation and its cue

class Attributor {
 public:
  Attributor(Document& document, const Trees& trees) : document_(document), trees_(trees), nouns_(document, trees, quoted_) {
    quoted_.assign(document.tokens.size(), nowhere);
    in_dateline_.assign(document.tokens.size(), false);
    for (const Sentence& sentence : document.sentences) mark_dateline(sentence);
    for (std::uint32_t q = 0; q < document.quotes.size(); ++q) mark(q);
  }

  std::vector<std::uint32_t> all() {
    std::vector<std::uint32_t> subjects(document_.quotes.size(), nowhere);
    for (std::uint32_t q = 0; q < subjects.size(); ++q) {
      if (spans_[q].first < spans_[q].second) subjects[q] = subject_of(q);
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
      if (form == ":" && is_place_with_colon(sentence, dash)) {
        for (std::uint32_t t = sentence.first; t < dash; ++t) in_dateline_[t] = true;
        return;
      }
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

  // "NEW DELHI: The envoy said", but not "RUIZ: “…”".
  bool is_place_with_colon(const Sentence& sentence, std::uint32_t colon) const {
    constexpr std::uint32_t longest = 3;
    if (colon == sentence.first || colon > sentence.first + longest || colon + 1 >= sentence.last)
      return false;
    for (std::uint32_t t = sentence.first; t < colon; ++t) {
      const std::string_view form = document_.form(document_.tokens[t]);
      const bool capitals = form.size() > 2 && form.find_first_not_of(
                                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == form.npos;
      if (!capitals) return false;
    }
    return !quoted_at(document_.tokens[colon + 1].end);
  }

  bool quoted_at(std::uint32_t byte) const {
    const auto quote = std::ranges::upper_bound(document_.quotes, byte, {}, &Quote::end);
    return quote != document_.quotes.end() && quote->begin <= byte;
  }

  static bool is_dash(std::string_view form) {
    return form == "-" || form == "--" || form == "\u2013" || form == "\u2014";
  }

  // The subject that a parser gives a verb, but for a dateline's place.
  std::uint32_t own_subject(std::uint32_t verb) const {
    const std::uint32_t subject = trees_.child(verb, "nsubj");
    return subject == nowhere || !may_say(subject, verb) ? nowhere : subject;
  }

  // Not a dateline's place, nor a word of what is said ("“Love is strong,” the guest told them").
  bool may_say(std::uint32_t subject, std::uint32_t verb) const {
    const bool word = has_word(document_.form(document_.tokens[subject]));  // no bullet of a list
    return word && !in_dateline_[subject] &&
           (quoted_[subject] == nowhere || quoted_[verb] != nowhere);
  }

  // "Ms Ruiz", "Foreign Secretary Ana Ruiz": the name, where a parser takes the title for the head.
  std::uint32_t past_title(std::uint32_t subject) const {
    if (subject == nowhere) return subject;
    const std::uint32_t end = document_.sentences[trees_.sentence(subject)].last;
    while (subject + 1 < end && is_title(folded(document_.form(document_.tokens[subject]))) &&
           document_.tokens[subject + 1].upos == "PROPN")
      ++subject;  // "Lt" "Gen" "Ana Ruiz"
    return subject;
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
    std::uint32_t behind = look(q, last, std::min(last_sentence.last, last + reach), true);
    // "he called them “very brave.” His guest thanked him": the next sentence has its own matter.
    const bool whole = first <= first_sentence.first + 1;
    if (behind == nowhere && whole) behind = next_sentence(q, last);
    if (behind != nowhere && follows_closely(last, document_.quotes[q].cue)) return behind;
    const std::uint32_t behind_cue = document_.quotes[q].cue;
    if (const std::uint32_t view = nouns_.view_before(first); view != nowhere && !whole) return view;
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
    bool beside = false;  // what is joined to a clause is not said in it
    for (int step = 0; step < deepest && at != nowhere; ++step, at = trees_.head(at)) {
      const bool joined = beside;
      beside = has_label(document_.tokens[at], "conj");
      if (quoted_[at] == q && step > 0) continue;
      if (at < first) {
        const std::uint32_t whose = nouns_.owner(at);
        if (whose != nowhere && whose < first && quoted_[whose] == nowhere) return whose;
      }
      const bool verb = document_.tokens[at].upos == "VERB" && quoted_[at] == nowhere && !joined;
      const bool views = verb && (of_any || is_view_verb(document_.tokens[at].lemma));
      if (!(is_cue(at) || (views && view == nowhere))) continue;
      if (at >= last && is_passive(at)) {  // "her “regret” was conveyed by the envoy"
        if (const std::uint32_t agent = agent_of(at); agent != nowhere)
          return said_by(q, at, named_behind(agent));
      }
      if (at > first) continue;
      const std::uint32_t subject = subject_of_cue(at, false);
      if (subject == nowhere || quoted_[subject] != nowhere || subject > first) continue;
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
    return view == nowhere ? nowhere : said_by(q, view, holder);
  }

  // The subject of the verb of saying that a few quoted words hang on.
  std::uint32_t subject_of_nearest_cue(std::uint32_t q) {
    const auto [first, last] = spans_[q];
    std::uint32_t at = first;
    while (trees_.head(at) != nowhere && quoted_[trees_.head(at)] == q) at = trees_.head(at);
    const std::uint32_t verb = trees_.head(at);
    if (verb == nowhere || verb >= first || !is_cue(verb) || has_label(document_.tokens[at], "conj"))
      return nowhere;
    const std::uint32_t subject = own_subject(verb);
    const bool before = subject != nowhere && subject < verb && is_somebody(subject) &&
                        document_.tokens[subject].upos != "PRON";
    return before ? said_by(q, verb, subject_of_cue(verb, false)) : nowhere;
  }

  std::uint32_t said_by(std::uint32_t q, std::uint32_t cue, std::uint32_t subject) {
    document_.quotes[q].cue = cue;
    return subject;
  }

  // ", and Ana Ruiz for the Peruvians found it “…”"
  bool opens_clause(std::uint32_t subject) const {
    return document_.tokens[subject].upos == "PROPN" && subject > 0 &&
           document_.tokens[subject - 1].upos == "CCONJ";
  }

  bool is_mute_noun(std::uint32_t token) const {
    return document_.tokens[token].upos == "NOUN" && is_mute(document_.tokens[token].lemma);
  }

  // Named, or told by an office or as "he".
  bool is_somebody(std::uint32_t token) const {
    const Token& one = document_.tokens[token];
    const std::string lemma = folded(one.lemma);
    return one.upos == "PROPN" || lemma == "he" || lemma == "she" ||
           (one.upos == "NOUN" && role_noun(lemma) != nullptr);
  }

  // "Chad, it says, accepts “…”", "the neighbours, Ana Ruiz complained, had “…”": a verb of saying
  // with its subject between commas.
  std::uint32_t inserted_before(std::uint32_t q) {
    const std::uint32_t first = spans_[q].first;
    const std::uint32_t begin = document_.sentences[trees_.sentence(first)].first;
    for (std::uint32_t t = first; t-- > begin + 2;) {
      if (quoted_[t] != nowhere) return nowhere;
      if (const std::uint32_t sayer = says_between(t, first); sayer != nowhere)
        return said_by(q, t, sayer);
      if (document_.tokens[t].lemma != ",") continue;
      std::uint32_t verb = t - 1;  // "he says", "he went on", "he had always said"
      while (verb > begin + 1 && document_.tokens[verb].upos != "VERB" && t - verb < 3) --verb;
      if (!is_cue(verb) || !is_finite(verb)) continue;
      std::uint32_t subject = verb - 1;
      while (subject > begin && (document_.tokens[subject].upos == "AUX" ||
                                 document_.tokens[subject].upos == "ADV"))
        --subject;
      const bool put_in = subject > begin && document_.tokens[subject - 1].lemma == ",";
      if (put_in && document_.tokens[subject].upos == "PRON") return said_by(q, verb, subject);
    }
    return nowhere;
  }

  // "Chad, said Ana Ruiz, the minister, “…”"; "the text, which its ministry said was “…”": what a
  // parser seldom sees. Who is told by a verb that nothing but a clause is the object of.
  std::uint32_t says_between(std::uint32_t verb, std::uint32_t before) const {
    if (!is_cue(verb) || !is_finite(verb) || verb + 2 >= before) return nowhere;
    static constexpr std::string_view only_say[] = {"say",      "reply", "insist", "complain",
                                                    "quip",     "joke",  "retort", "remark",
                                                    "maintain", "argue", "add",    "contend",
                                                    "thunder",  "sigh",  "object", "exclaim",
                                                    "lament",   "muse",  "boast",  "protest"};
    const std::string_view lemma = document_.tokens[verb].lemma;
    if (std::ranges::find(only_say, lemma) == std::end(only_say)) return nowhere;
    const Token& next = document_.tokens[verb + 1];
    const bool behind_comma = document_.tokens[verb - 1].lemma == ",";
    if (behind_comma && next.upos != "AUX" && next.upos != "SCONJ" && next.upos != "PRON") {
      const std::uint32_t noun = noun_behind(verb);
      // "Ana Ruiz, for her part, said both nations were": no subject of its own.
      std::uint32_t behind = noun == nowhere ? before : noun + 1;
      while (behind < before && document_.tokens[behind].upos == "PROPN") ++behind;
      const std::string_view next_word = document_.tokens[behind].upos;
      const bool own = next_word == "AUX" || next_word == "VERB";
      return behind < before && !own && !is_mute_noun(noun) ? noun : nowhere;
    }
    const std::uint32_t subject = own_subject(verb);
    const bool pushed_down = has_label(document_.tokens[verb], "acl") && next.upos == "AUX" &&
                             subject != nowhere && subject > 0;
    return pushed_down ? meant_by_relative(subject, verb) : nowhere;
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

  // "said", "has said"
  bool is_finite(std::uint32_t verb) const {
    const std::string_view tag = document_.tokens[verb].xpos;
    if (tag == "VBD" || tag == "VBZ" || tag == "VBP") return true;
    // A form like "posted" behind its subject may be taken for a participle.
    const bool has = trees_.child(verb, "aux") != nowhere || trees_.child(verb, "nsubj") != nowhere;
    return tag == "VBN" && has && !is_passive(verb);
  }

  bool is_passive(std::uint32_t verb) const {
    return std::ranges::any_of(trees_.children(verb), [&](std::uint32_t child) {
      return document_.tokens[child].deprel == "aux:pass";
    });
  }

  // "was described as “…” by the envoy of Chad, Ana Ruiz"; nowhere where nobody is told.
  std::uint32_t agent_of(std::uint32_t verb) const {
    if (const std::uint32_t agent = trees_.child(verb, "obl:agent"); agent != nowhere) return agent;
    constexpr std::uint32_t furthest = 24;
    const Sentence& sentence = document_.sentences[trees_.sentence(verb)];
    for (std::uint32_t t = verb + 1; t < std::min(sentence.last, verb + furthest); ++t) {
      if (quoted_[t] != nowhere || document_.tokens[t].lemma != "by") continue;
      const std::uint32_t noun = trees_.head(t);
      if (noun != nowhere && noun > t) return noun;
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

  // "his colleague, Ana Ruiz, said", "her colleague at Defence, Ana Ruiz, said", "the South African,
  // Ana Ruiz, said": the name between the commas; the noun itself where none stands there.
  std::uint32_t name_apposed(std::uint32_t noun) const {
    constexpr std::uint32_t longest = 6;  // "of Chad", "to the United Nations"
    const std::uint32_t end = document_.sentences[trees_.sentence(noun)].last;
    std::uint32_t comma = noun + 1;
    const bool of = comma < end && document_.tokens[comma].upos == "ADP";
    while (of && comma < std::min(end, noun + longest) && document_.tokens[comma].lemma != ",") {
      const std::string_view upos = document_.tokens[comma].upos;
      if (upos == "VERB" || upos == "AUX") return noun;
      ++comma;
    }
    if (comma + 1 >= end || document_.tokens[comma].lemma != ",") return noun;
    std::uint32_t last = comma + 1;
    while (last < end && document_.tokens[last].upos == "PROPN") ++last;
    const bool closed = last < end && document_.tokens[last].lemma == ",";
    const bool near = comma == noun + 1 && document_.tokens[noun].upos == "NOUN";
    return last > comma + 1 && (closed || near) ? comma + 1 : noun;
  }

  // "New Zealand's Helen Clark" of which a parser took the owner for the head; "his colleague, Ana
  // Ruiz, said".
  std::uint32_t owned_by(std::uint32_t noun) const {
    if (noun == nowhere) return noun;
    if (document_.tokens[noun].upos == "NOUN") {
      return name_apposed(noun);
    }
    const bool people = noun > 0 && folded(document_.form(document_.tokens[noun - 1])) == "the";
    if (people || document_.tokens[noun].upos == "ADJ" || has_label(document_.tokens[noun], "amod"))
      return name_apposed(noun);
    const bool south = noun > 1 && document_.tokens[noun - 1].upos == "PROPN" &&
                       folded(document_.form(document_.tokens[noun - 2])) == "the";
    if (south) return name_apposed(noun);
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

  // "the envoy of Chad, Ana Ruiz": her.
  std::uint32_t named_behind(std::uint32_t noun) const {
    if (noun == nowhere || document_.tokens[noun].upos != "NOUN") return noun;
    const std::uint32_t end = trees_.extent(noun).second + 1;
    const bool name = end + 1 < document_.sentences[trees_.sentence(noun)].last &&
                      document_.tokens[end].lemma == "," &&
                      document_.tokens[end + 1].upos == "PROPN";
    return name ? end + 1 : owned_by(noun);
  }

  // Where a parser gives a verb two subjects, the one right before it ("its account, given by X, is
  // this: he explained").
  std::uint32_t nearest_subject(std::uint32_t cue, bool forth) const {
    if (cue > 0 && trees_.head(cue - 1) == cue && has_label(document_.tokens[cue - 1], "nsubj"))
      return meant_by_relative(cue - 1, cue);
    // "US Ambassador" and "Ana Ruiz"
    std::uint32_t last = nowhere, only = nowhere;
    int subjects = 0;
    for (const std::uint32_t c : trees_.children(cue)) {
      if (c > cue || !has_label(document_.tokens[c], "nsubj") || !may_say(c, cue)) continue;
      ++subjects;
      only = c;
      if (document_.tokens[c].upos == "PROPN") last = c;
    }
    if (subjects > 1 && last != nowhere) return last;
    if (subjects > 0) return meant_by_relative(only, cue);
    if (const std::uint32_t hung = clause_hung_on(cue); hung != nowhere) return hung;
    // Behind a quotation, ", said Ana Ruiz" may be inverted.
    const bool put_in = forth && cue > 0 && document_.tokens[cue - 1].lemma == ",";
    const std::uint32_t name =
        put_in ? nowhere : name_right_before(document_, trees_, cue);
    if (name != nowhere) return may_say(name, cue) ? name : nowhere;
    const std::uint32_t subject = trees_.subject(cue);
    return subject == nowhere || !may_say(subject, cue) ? nowhere : subject;
  }

  // "her successor, Ana Ruiz, ruled it out": a clause that a parser hung on its subject.
  std::uint32_t clause_hung_on(std::uint32_t cue) const {
    const Token& verb = document_.tokens[cue];
    const bool finite = verb.xpos == "VBD" || verb.xpos == "VBZ";
    const std::uint32_t head = trees_.head(cue);
    const bool hung = finite && verb.deprel == "acl" && head != nowhere && head < cue;
    return hung && may_say(head, cue) ? head : nowhere;
  }

  // "Lima, which said", "it was Ana Ruiz who called": whom the pronoun stands for.
  std::uint32_t meant_by_relative(std::uint32_t subject, std::uint32_t cue) const {
    const std::string_view word = document_.tokens[subject].lemma;
    if (word != "who" && word != "which" && word != "that") return subject;
    const std::uint32_t head = trees_.head(cue);
    const bool clause = std::string_view(document_.tokens[cue].deprel).ends_with("relcl");
    if (clause && head != nowhere && head < subject) return head;
    return word == "that" ? subject : name_before_pronoun(document_, trees_, subject);
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
    const bool participle = !forth && has_label(document_.tokens[cue], "acl") &&
                            document_.tokens[cue].xpos == "VBN" &&  // "dubbed “…” by her"
                            trees_.child(cue, "aux") == nowhere;
    if (document_.tokens[quoting].lemma != "quote" && (is_passive(cue) || participle))
      return named_behind(agent_of(cue));
    if (forth && is_inverted(cue)) {
      if (const std::uint32_t noun = noun_behind(cue); noun != nowhere) return noun;
    }
    const std::uint32_t subject = owned_by(nearest_subject(cue, forth));
    if (subject != nowhere) return subject;
    if (!forth) return nowhere;
    if (const std::uint32_t noun = noun_between(cue); noun != nowhere) return noun;
    for (const std::uint32_t child : trees_.children(cue)) {
      const Token& token = document_.tokens[child];
      if (cue > 0 && document_.tokens[cue - 1].lemma == "and") break;  // "“…” and calls the step a reward"
      if (child > cue && child < cue + 5 && is_somebody(child) && token.upos != "PRON" &&
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

  // "Ana Ruiz would not go. “…”": who says something in the sentence right before, or does.
  std::uint32_t subject_before(std::uint32_t first) {
    const std::uint32_t s = trees_.sentence(first);
    if (s == 0 || document_.sentences[s].begins_paragraph) return nowhere;
    const Sentence& told = document_.sentences[s - 1];
    for (std::uint32_t t = told.last; t-- > told.first;) {
      if (!is_cue(t) || !is_finite(t) || is_below_noun(t)) continue;
      std::uint32_t subject = own_subject(t);
      if (subject == nowhere || !is_somebody(subject)) subject = noun_behind(t);  // "says she"
      if (subject != nowhere && quoted_[subject] == nowhere && is_somebody(subject))
        return owned_by(subject);
    }
    return subject_of_beat(first);
  }

  // Of a relative clause: "the envoy who said".
  bool is_below_noun(std::uint32_t verb) const { return has_label(document_.tokens[verb], "acl"); }

  // "He nods. “…”": who does something in a few words right before.
  std::uint32_t subject_of_beat(std::uint32_t first) const {
    const std::uint32_t s = trees_.sentence(first);
    if (s == 0 || document_.sentences[s].begins_paragraph) return nowhere;
    const Sentence& beat = document_.sentences[s - 1];
    // "Ana Ruiz, the envoy of Chad, rose next.": who opens a paragraph.
    const std::uint32_t longest = beat.begins_paragraph ? 14 : 8;
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
    if (const std::uint32_t told = clause_before_colon(from, i - 1); told != nowhere) return told;
    // "Ana Ruiz, in an interview with the Post: “…”"
    const bool behind_preposition = trees_.child(i - 2, "case") != nowhere;
    const std::uint32_t alone = name_alone(from, i - 1);
    if (behind_preposition && alone != nowhere) return alone;
    if (behind_preposition) return name_before_verb(from, i - 1);
    if (document_.tokens[i - 2].upos == "PROPN") return i - 2;
    return name_alone(from, i - 1);
  }

  // "the Chadian, Ana Ruiz, turned to the Malian: “…”": the first name that stands behind no
  // preposition.
  std::uint32_t name_before_verb(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t) {
      if (document_.tokens[t].upos == "VERB") return nowhere;
      const bool name = document_.tokens[t].upos == "PROPN" && !in_dateline_[t];
      const bool inner = t > from && document_.tokens[t - 1].upos == "ADP";
      if (name && !inner && trees_.child(t, "case") == nowhere) return t;
    }
    return nowhere;
  }

  // "Ana Ruiz was blunt: “…”", "Ana Ruiz, in an interview with the Post: “…”", "her answer is
  // short: “…”": the subject.
  std::uint32_t clause_before_colon(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t) {
      const Token& token = document_.tokens[t];
      if (quoted_[t] != nowhere) return nowhere;
      if (in_dateline_[t] || !has_label(token, "nsubj")) continue;
      if (is_somebody(t) || is_speech_noun(token.lemma) || is_text_noun(token.lemma)) return t;
    }
    return nowhere;
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
  SpeechNouns nouns_;
  std::vector<std::uint32_t> quoted_;  // of each token, the quotation that it is in
  std::vector<bool> in_dateline_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans_;
};

}  // namespace

std::vector<std::uint32_t> attribute_quotes(Document& document, const Trees& trees) {
  return Attributor(document, trees).all();
}

}  // namespace volteface::language
