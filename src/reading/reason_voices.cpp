#include "reading/reason_voices.h"

#include <algorithm>
#include <array>
#include <string>

#include "language/characters.h"
#include "language/sentence_heads.h"
#include "reading/tables.h"

namespace volteface {
namespace {

constexpr std::uint32_t longest_name = 14;  // words of who speaks
constexpr std::uint32_t longest_rest = 7;   // words behind the verb: "on state television"

// Of "recalled its envoy" the envoy is no speaker.
constexpr std::array<std::string_view, 22> with_object = {
    "recall", "offer",  "hold",   "find",    "see",      "hear",     "feel",  "fear",
    "tell",   "grant",  "post",   "promise", "protest",  "indicate", "swear", "assure",
    "judge",  "repeat", "report", "declare", "consider", "expect"};

// "said no out of loyalty": of nobody called No.
bool is_ballot(const SentenceTree& tree, std::uint32_t t) {
  const std::string word = lower_case(tree.lemma(t));
  return word == "no" || word == "yes" || word == "so" || word == "nothing";
}

}  // namespace

// A tagger may take "delegate" or "diplomats" for anything.
bool is_somebody(const SentenceTree& tree, std::uint32_t t) {
  std::string lemma = lower_case(tree.lemma(t));
  // "Exporters in Lima say": a name to a tagger, as it opens the sentence.
  if (tree.token(t).upos == "PROPN" && lemma.ends_with('s')) lemma.pop_back();
  return reading_tables().in_list("unnamed", lemma) || reading_tables().in_list("office", lemma);
}

// "Chad recalled its envoy", "admitted the rebel": done, and not said.
bool ReasonVoices::is_done_to(std::uint32_t verb, std::uint32_t last) const {
  constexpr std::array<std::string_view, 7> with_hearer = {"tell",  "assure", "promise", "swear",
                                                           "grant", "judge",  "declare"};
  if (verb + 1 >= last || is_one_of(tree_.lemma(verb), with_hearer)) return false;
  const bool may_be_done =
      is_one_of(tree_.lemma(verb), with_object) || tree_.lemma(verb) == "admit";
  const std::string_view next = tree_.token(verb + 1).upos;
  return may_be_done && (next == "DET" || next == "PRON" || next == "PROPN" || next == "NUM");
}

std::optional<Voice> ReasonVoices::nearest(std::uint32_t token) const {
  std::optional<Voice> best;
  std::uint32_t least = nowhere;
  for (Voice& voice : voices_of(view_.document().sentences[tree_.sentence(token)])) {
    if (is_of_next_clause(token, voice)) continue;
    const std::uint32_t away = voice.first > token ? voice.first - token : token - voice.first;
    if (away < least) best = std::move(voice), least = away;
  }
  return best;
}

// "left out of fear, and as Ana Ruiz said, the text", "the former out of fear, the latter, they
// say, out of pride": who is put in behind a token, but speaks in a clause that begins behind it.
bool ReasonVoices::is_of_next_clause(std::uint32_t token, const Voice& voice) const {
  if (voice.first <= token) return false;
  return tree_.token(voice.first).upos == "CCONJ" || view_.begins_clause(token, voice.first);
}

// A mark that what is put in stands between: not the hyphen of "Seoul-based".
bool ReasonVoices::parts(std::uint32_t t) const {
  constexpr std::array<std::string_view, 6> within = {"-", "'", "/", "’", "‑", "."};
  const Sentence& sentence = view_.document().sentences[tree_.sentence(t)];
  if (t + 1 == sentence.last) return tree_.token(t).upos == "PUNCT";
  return tree_.token(t).upos == "PUNCT" && !is_one_of(tree_.lemma(t), within);
}

std::vector<Voice> ReasonVoices::voices_of(const Sentence& sentence) const {
  std::vector<Voice> out;
  std::vector<std::uint32_t> before;  // where the parts before begin
  for (std::uint32_t first = sentence.first; first < sentence.last;) {
    std::uint32_t last = first;
    while (last < sentence.last && !parts(last)) ++last;
    const bool alone =
        first > sentence.first || last + 1 < sentence.last;  // not the whole sentence
    if (first < last && view_.quote_of(first) == nowhere) {
      std::optional<Voice> voice = view_at(first, last);
      if (!voice && alone) voice = hearsay_in(first, last);
      if (!voice && alone) voice = voice_in(first, last);
      if (!voice && alone) voice = certain_in(first, last);
      if (!voice && !before.empty()) voice = voice_behind(before, first, last);
      if (voice) out.push_back(*std::move(voice));
    }
    before.push_back(first);
    first = last + 1;
  }
  return out;
}

// "as Ana Ruiz let him know"
bool ReasonVoices::lets_know(std::uint32_t verb) const {
  constexpr std::uint32_t longest = 4;  // words from "let" to "know"
  if (tree_.lemma(verb) != "let") return false;
  const std::uint32_t last = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb + 1; t < std::min(last, verb + longest); ++t) {
    if (tree_.lemma(t) == "know") return true;
  }
  return false;
}

// "say", "believes"; "point out"; of "as he puts it" what would be no saying elsewhere.
bool ReasonVoices::is_voice_verb(std::uint32_t t, bool as) const {
  const Token& token = tree_.token(t);
  const bool adjective = token.xpos == "VBN" && t > 0 && is_somebody(tree_, t - 1);
  const bool inverted = token.xpos == "VB" && t > 0 && parts(t - 1);  // ", say analysts"
  const std::string lemma = lower_case(token.lemma);
  if (as && (lemma == "put" || lets_know(t))) return true;
  // "as Lima would have it"
  if (as && lemma == "have" && t > 0 && tree_.token(t - 1).xpos == "MD") return true;
  if (!language::is_finite(token) && !adjective && !inverted) return false;
  if (reading_tables().in_list("voice", lemma)) return true;
  if (reading_tables().in_list("voice", lemma + 'e')) return true;  // "joked" taken for "jok"
  const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
  const std::string_view next = t + 1 < end ? tree_.lemma(t + 1) : std::string_view();
  if ((lemma == "point" && next == "out") || (lemma == "go" && next == "on")) return true;
  if (lemma == "let" && (next == "drop" || next == "slip")) return true;
  return as && (lemma == "see" || lemma == "have" || lemma == "call");
}

// ", its opposition claims,": a verb that a tagger takes for the plural of a noun.
bool ReasonVoices::looks_plural(std::uint32_t t, std::uint32_t begin) const {
  return t > begin && tree_.token(t).xpos == "NNS" && tree_.token(t - 1).xpos.starts_with("NN") &&
         tree_.token(t - 1).xpos != "NNS" && is_somebody(tree_, t - 1) &&
         reading_tables().in_list("voice", lower_case(tree_.lemma(t)));
}

// "says a banker in Lima who deals with both": where the relative clause begins.
std::uint32_t ReasonVoices::before_relative(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first + 1; t < last; ++t) {
    if (tree_.token(t).xpos == "WP" || tree_.token(t).xpos == "WDT") return t;
  }
  return last;
}

// Words of names and descriptions alone.
bool ReasonVoices::is_nominal(std::uint32_t first, std::uint32_t last) const {
  constexpr std::array<std::string_view, 9> kinds = {"DET", "ADJ",  "NOUN", "PROPN", "PRON",
                                                     "ADP", "PART", "NUM",  "CCONJ"};
  if (first >= last || last - first > longest_name) return false;
  bool noun = false;
  for (std::uint32_t t = first; t < last; ++t) {
    const Token& token = tree_.token(t);
    if (token.xpos == "WDT" || token.xpos == "WP" || token.xpos == "TO") return false;
    const bool modifies = token.upos == "VERB" && tree_.is(t, "amod");  // "retired"
    const bool adverb = token.upos == "ADV" && !token.xpos.starts_with("W");
    const bool hyphen = token.upos == "PUNCT" && t > first;
    const bool somebody = is_somebody(tree_, t);
    if (!is_one_of(token.upos, kinds) && !modifies && !adverb && !hyphen && !somebody) return false;
    noun |= somebody || token.upos == "NOUN" || token.upos == "PROPN" || token.upos == "PRON";
  }
  return noun;
}

// "on Monday", "with a smile", "reporters in Lima": no clause, which would be what is said.
bool ReasonVoices::is_short_rest(std::uint32_t first, std::uint32_t last) const {
  if (last > first && last - first > longest_rest) return false;
  for (std::uint32_t t = first; t < last; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "VERB" || kind == "AUX" || kind == "SCONJ") return false;
  }
  return true;
}

// The noun that a description is of: the last of the first row of nouns ("a Lima bank clerk in
// Quito").
std::uint32_t ReasonVoices::head_in(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t head = nowhere;
  for (std::uint32_t t = first; t < last; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    const bool noun = kind == "NOUN" || kind == "PROPN" || kind == "PRON" || is_somebody(tree_, t);
    const bool owner = tree_.token(t).deprel == "nmod:poss";
    const std::string_view word = tree_.lemma(t);
    if (word == "here" || word == "there") continue;  // "a diplomat there"
    if (kind == "ADP" && head != nowhere) break;
    if (noun && !owner) head = t;
  }
  return head;
}

// ", hoteliers in Luxor say", ", says its envoy", "as an envoy admits".
std::optional<Voice> ReasonVoices::voice_in(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t begin = first;
  while (begin < last && tree_.token(begin).upos == "CCONJ") ++begin;
  const bool by = begin + 2 < last && lower_case(tree_.lemma(begin)).starts_with("accord") &&
                  tree_.lemma(begin + 1) == "to";
  if (by && is_nominal(begin + 2, last)) {
    // "according to El Nacional": an outlet only tells who says it.
    const std::uint32_t head = head_in(begin + 2, last);
    if (head == nowhere) return std::nullopt;  // "according to its"
    const std::uint32_t e = view_.actors.entity_of(head);
    const bool known = e != nowhere && (view_.document().entities[e].type == NameType::person ||
                                        !view_.document().entities[e].state.empty());
    if (tree_.token(head).upos == "PROPN" && !known) return std::nullopt;
    std::optional<Speaker> speaker = named_in(begin + 2, last);
    return speaker ? std::optional(Voice{first, last, *std::move(speaker)}) : std::nullopt;
  }
  const bool as = begin < last && (tree_.lemma(begin) == "as" || tree_.lemma(begin) == "so");
  if (as) ++begin;
  for (std::uint32_t v = begin; v < last && v - begin <= longest_name; ++v) {
    if (!is_voice_verb(v, as) && !(v + 1 == last && looks_plural(v, begin))) continue;
    const bool behind = v == begin;  // "says its envoy"
    if (behind && !as && is_one_of(lower_case(tree_.lemma(v)), with_object)) return std::nullopt;
    if (behind && v + 1 < last && tree_.lemma(v + 1) == "that") return std::nullopt;
    std::uint32_t name_first = behind ? v + 1 : begin;
    std::uint32_t name_last = behind ? last : v;
    // "as Lima would have it"
    if (!behind && as && name_last > name_first + 1 && tree_.token(name_last - 1).xpos == "MD")
      --name_last;
    if (behind) name_last = before_relative(name_first, name_last);
    if (!is_nominal(name_first, name_last) || is_ballot(tree_, name_first)) return std::nullopt;
    if (!behind && (is_done_to(v, last) || (v + 1 < last && is_ballot(tree_, v + 1))))
      return std::nullopt;
    if (!behind && !lets_know(v) && !is_short_rest(v + 1, last)) return std::nullopt;
    // "Chad answered in kind", "Chad holds to its word" are no saying.
    if (!behind && v + 1 < last &&
        reading_tables().in_list("bare_voice", lower_case(tree_.lemma(v))))
      return std::nullopt;
    std::optional<Speaker> speaker = named_in(name_first, name_last);
    if (!speaker) return std::nullopt;
    if (std::optional<Speaker> name = behind ? name_behind(last) : std::nullopt) speaker = name;
    return Voice{first, last, *std::move(speaker)};
  }
  return std::nullopt;
}

// ", said the minister of the interior, Ana Ruiz": the name behind the description's comma.
std::optional<Speaker> ReasonVoices::name_behind(std::uint32_t comma) const {
  if (comma >= view_.document().tokens.size()) return std::nullopt;
  const Sentence& sentence = view_.document().sentences[tree_.sentence(comma)];
  std::uint32_t t = comma + 1;
  if (tree_.lemma(comma) != "," || t >= sentence.last) return std::nullopt;
  const std::uint32_t e = view_.actors.entity_of(t);
  const bool person = e != nowhere && tree_.token(t).upos == "PROPN" &&
                      view_.document().entities[e].type == NameType::person;
  while (t < sentence.last && tree_.token(t).upos == "PROPN") ++t;
  const bool alone = t == sentence.last || tree_.token(t).upos == "PUNCT";
  return person && alone ? std::optional(view_.speaker_of_noun(comma + 1)) : std::nullopt;
}

// ", Ana Ruiz is convinced", "analysts are certain,"
std::optional<Voice> ReasonVoices::certain_in(std::uint32_t first, std::uint32_t last) const {
  if (last < first + 3 || tree_.lemma(last - 2) != "be") return std::nullopt;
  const std::string form = lower_case(view_.document().text_of(tree_.token(last - 1)));
  if (!reading_tables().in_list("certain", form) || !is_nominal(first, last - 2))
    return std::nullopt;
  std::optional<Speaker> speaker = named_in(first, last - 2);
  return speaker ? std::optional(Voice{first, last, *std::move(speaker)}) : std::nullopt;
}

// ", its minister, Ana Ruiz, maintained": the verb stands alone.
std::optional<Voice> ReasonVoices::voice_behind(const std::vector<std::uint32_t>& before,
                                                std::uint32_t first, std::uint32_t last) const {
  if (!is_voice_verb(first, false) || !is_short_rest(first + 1, last)) return std::nullopt;
  const std::uint32_t name = before.back();
  if (!is_nominal(name, first - 1)) return std::nullopt;
  std::optional<Speaker> speaker = named_in(name, first - 1);
  if (!speaker) return std::nullopt;
  const bool described = before.size() > 1 && is_nominal(before[before.size() - 2], name - 1);
  // "Ana Ruiz, a diplomat in Lima, said,": her.
  const std::uint32_t front = described ? before[before.size() - 2] : name;
  const std::uint32_t e = view_.actors.entity_of(front);
  const bool person = described && tree_.token(front).upos == "PROPN" && e != nowhere &&
                      view_.document().entities[e].type == NameType::person;
  if (person) speaker = view_.speaker_of_noun(front);
  return Voice{described ? before[before.size() - 2] : name, last, *std::move(speaker)};
}

// "it was said in Dakar", "they say in Dakar".
std::optional<Voice> ReasonVoices::hearsay_in(std::uint32_t first, std::uint32_t last) const {
  constexpr std::array<std::string_view, 6> heard = {"say",    "hear",  "whisper",
                                                     "rumour", "rumor", "tell"};
  const std::string who = lower_case(tree_.lemma(first));
  if (who != "it" && who != "they" && who != "one" && who != "people") return std::nullopt;
  std::uint32_t verb = first + 1;
  if (who == "it" && (verb >= last || tree_.lemma(verb) != "be")) return std::nullopt;
  if (who == "it") ++verb;
  if (verb >= last || !is_one_of(tree_.lemma(verb), heard)) return std::nullopt;
  bool place = false;
  for (std::uint32_t t = verb + 1; t < last; ++t) {
    if (tree_.token(t).upos == "VERB") return std::nullopt;
    place |= tree_.token(t).upos == "PROPN";
  }
  if (!place) return std::nullopt;
  const Document& d = view_.document();
  Voice out{first, last, {}};
  out.speaker.name =
      d.text.substr(d.tokens[first].begin, d.tokens[last - 1].end - d.tokens[first].begin);
  return out;
}

// "to her mind", "in the view of an envoy", "in many Greeks' eyes"; "to my mind" is the writer's.
std::optional<Voice> ReasonVoices::view_at(std::uint32_t first, std::uint32_t last) const {
  constexpr std::array<std::string_view, 5> ways = {"to", "in", "by", "from", "for"};
  constexpr std::uint32_t nearest = 8;
  if (!is_one_of(lower_case(tree_.lemma(first)), ways)) return std::nullopt;
  for (std::uint32_t t = first + 1; t < std::min(last, first + nearest); ++t) {
    if (tree_.token(t).upos == "VERB" && !tree_.is(t, "amod")) return std::nullopt;
    if (!reading_tables().in_list("view_of", lower_case(tree_.lemma(t)))) continue;
    if (t == first + 1 && tree_.lemma(t) == "view") return std::nullopt;  // "in view of the jobs"
    const std::string owner = lower_case(tree_.lemma(first + 1));
    if (owner == "my" || owner == "our") return Voice{first, t + 1, {}};
    if (t + 2 < last && tree_.lemma(t + 1) == "of") {
      std::uint32_t end = t + 2;  // "in the eyes of many | Chad gave way": where the clause begins
      while (end < last && tree_.token(end).upos != "VERB" && tree_.token(end).upos != "AUX" &&
             !(tree_.is(end, "nsubj") && is_nominal(t + 2, end)))
        ++end;
      if (!is_nominal(t + 2, end)) return std::nullopt;
      if (std::optional<Speaker> speaker = named_in(t + 2, end)) return Voice{first, end, *speaker};
      return std::nullopt;
    }
    std::uint32_t end = t;  // without the 's
    while (end > first + 1 && tree_.token(end - 1).upos != "PRON" &&
           tree_.token(end - 1).upos != "PROPN" && tree_.token(end - 1).upos != "NOUN")
      --end;
    std::optional<Speaker> speaker;
    for (std::uint32_t o = first + 1; o < end; ++o) {
      if (tree_.token(o).upos == "PRON") speaker = meant_by(o);
    }
    if (!speaker && end > first + 1 && tree_.token(end - 1).upos != "PRON") {
      Speaker words;
      const Document& d = view_.document();
      const std::uint32_t e = view_.actors.entity_of(end - 1);
      const bool person = e != nowhere && d.entities[e].type == NameType::person;
      if (person) words = view_.speaker_of(d.mentions[view_.actors.mention_of(end - 1)]);
      if (!person)
        words.name = d.text.substr(d.tokens[first + 1].begin,
                                   d.tokens[end - 1].end - d.tokens[first + 1].begin);
      if (tree_.token(first + 1).deprel != "det" || end > first + 2) speaker = std::move(words);
    }
    if (speaker) return Voice{first, t + 1, *speaker};
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace volteface
