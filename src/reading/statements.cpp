#include "reading/statements.h"

#include <algorithm>
#include <optional>

#include "language/characters.h"
#include "language/lexicon.h"
#include "reading/reason_voices.h"
#include "reading/tables.h"

namespace volteface {
namespace {

// Where the words were said, if the clause of the verb tells: "wrote in El Nacional", "posted on
// X", "told Reuters".
std::string channel_of(const ReportView& view, std::uint32_t verb) {
  if (verb == nowhere) return {};
  const Document& d = view.document();
  const std::string_view word = view.tree.lemma(verb);
  const Clause clause = clause_of_verb(view.tree, verb);
  for (const Oblique& o : clause.obliques) {
    const std::string_view noun = view.tree.lemma(o.noun);
    const bool channel = reading_tables().in_list("channel", noun);
    const bool outlet = o.preposition == "in" && word == "write";
    const bool posted = o.preposition == "on" && (word == "post" || word == "write" || channel);
    if (channel || outlet || posted) return view.evidence(o.noun).text;
  }
  if (word == "tell" && clause.object != nowhere) {
    const std::uint32_t e = view.actors.entity_of(clause.object);
    if (e != nowhere && d.entities[e].type == NameType::organisation && d.entities[e].state.empty())
      return d.entities[e].name;
  }
  return {};
}

// The token that a quotation begins with.
std::uint32_t first_token(const Document& d, const Quote& quote) {
  const auto first = std::ranges::lower_bound(d.tokens, quote.begin, {}, &Token::begin);
  const bool within = first != d.tokens.end() && first->begin < quote.end;
  return within ? static_cast<std::uint32_t>(first - d.tokens.begin()) : nowhere;
}

// Whether a mention is of a person, or of a description of one.
bool is_person(const ReportView& view, std::uint32_t mention) {
  const Document& d = view.document();
  const Mention& of = d.mentions[mention];
  const bool known = std::ranges::any_of(
      of.entities, [&](std::uint32_t e) { return d.entities[e].type == NameType::person; });
  const std::string lemma = lower_case(view.tree.lemma(of.head));
  return known || reading_tables().in_list("unnamed", lemma) ||
         reading_tables().in_list("office", lemma);
}

// Whether the verb of a quotation has the mention for its subject.
bool is_told_by(const ReportView& view, const Quote& quote) {
  if (quote.cue == nowhere || !language::is_speech_verb(view.tree.lemma(quote.cue))) return false;
  return subject_of(view.tree, quote.cue) == view.document().mentions[quote.speaker].head;
}

// "Lima said no, in her view: “It was fear.”": who is put in beside words that were given to a
// state or a thing, but not ", called it “a farce”".
std::optional<Speaker> put_in_beside(const ReportView& view, const Quote& quote,
                                     std::uint32_t first) {
  const Document& d = view.document();
  const Mention& given = d.mentions[quote.speaker];
  if (is_person(view, quote.speaker)) return std::nullopt;
  if (is_told_by(view, quote) && !given.entities.empty()) return std::nullopt;
  if (view.tree.sentence(given.head) != view.tree.sentence(first)) return std::nullopt;
  const std::optional<Voice> voice = ReasonVoices(view).nearest(first);
  if (!voice || voice->speaker.name.empty()) return std::nullopt;
  if (given.head >= voice->first && given.head < voice->last) return std::nullopt;
  return voice->speaker;
}

// Of words within a sentence, where no verb stands close, who says the sentence.
Speaker speaker_of(const ReportView& view, const Quote& quote) {
  const Document& d = view.document();
  if (quote.speaker != nowhere) {
    const Mention& given = d.mentions[quote.speaker];
    const std::uint32_t first = first_token(d, quote);
    if (first != nowhere) {
      if (std::optional<Speaker> voice = put_in_beside(view, quote, first)) return *voice;
    }
    return view.speaker_of(given);
  }
  const auto first = std::ranges::lower_bound(d.tokens, quote.begin, {}, &Token::begin);
  if (first == d.tokens.end() || first->begin >= quote.end) return {};
  return view.speaker_of_token(static_cast<std::uint32_t>(first - d.tokens.begin()));
}

// "a resolution, tabled by Chad, which “deplores”": of the text, whoever stands between.
bool is_in_clause_of_text(const ReportView& view, const Quote& quote) {
  constexpr std::uint32_t farthest = 14;  // words
  const std::uint32_t first = first_token(view.document(), quote);
  if (first == nowhere) return false;
  const std::uint32_t begin = view.document().sentences[view.tree.sentence(first)].first;
  std::uint32_t which = first;
  for (std::uint32_t t = first; t-- > begin && first - t <= 4;) {
    if (view.tree.token(t).xpos == "WDT") which = t;
    const std::string_view kind = view.tree.token(t).upos;
    if (which != first || (kind != "PUNCT" && kind != "VERB" && kind != "ADV")) break;
  }
  if (which == first) return false;
  bool aside = view.tree.lemma(which - (which > begin ? 1 : 0)) == ",";
  for (std::uint32_t t = which; t-- > begin && which - t <= farthest;) {
    const bool text = view.tree.token(t).upos == "NOUN" &&
                      reading_tables().in_list("surely_resolution", view.tree.lemma(t));
    if (text) return true;
    if (view.tree.token(t).upos == "NOUN" && !aside) return false;  // "the text of a man that"
  }
  return false;
}

// "abstained from a resolution calling for withdrawal “at once”": of what calls for it, though a
// verb above tells whose act it is.
bool is_below_text(const ReportView& view, std::uint32_t first) {
  for (std::uint32_t at = first; view.tree.head(at) != nowhere; at = view.tree.head(at)) {
    const std::uint32_t above = view.tree.head(at);
    if (at >= first || !view.tree.is(at, "acl")) continue;
    const std::uint32_t subject = view.tree.child(at, {"nsubj"});
    const bool calls = view.tree.token(at).xpos == "VBG" ||
                       (subject != nowhere && view.tree.token(subject).xpos == "WDT");
    if (calls && reading_tables().in_list("resolution", view.tree.lemma(above))) return true;
  }
  return false;
}

// "a resolution calling for withdrawal “at once”": words of the text, and nobody's.
bool is_of_resolution(const ReportView& view, const Quote& quote) {
  const Document& d = view.document();
  if (quote.speaker != nowhere) {  // "the resolution deplores “…”"
    const std::uint32_t head = d.mentions[quote.speaker].head;
    const bool noun = view.tree.token(head).upos == "NOUN";
    if (noun && reading_tables().in_list("surely_resolution", view.tree.lemma(head))) return true;
  }
  if (is_in_clause_of_text(view, quote)) return true;
  const std::uint32_t begin = first_token(d, quote);
  if (begin != nowhere && is_below_text(view, begin)) return true;
  if (quote.cue != nowhere) {  // "a resolution calling for"
    return quote.cue > 0 && view.tree.token(quote.cue).xpos == "VBG" &&
           reading_tables().in_list("resolution", view.tree.lemma(quote.cue - 1));
  }
  const auto first = std::ranges::lower_bound(d.tokens, quote.begin, {}, &Token::begin);
  if (first == d.tokens.end() || first->begin >= quote.end) return false;
  auto at = static_cast<std::uint32_t>(first - d.tokens.begin());
  for (; at != nowhere; at = view.tree.head(at)) {
    const bool noun = view.tree.token(at).upos == "NOUN" && view.quote_of(at) == nowhere;
    if (noun && reading_tables().in_list("resolution", view.tree.lemma(at))) return true;
  }
  return false;
}

// "Friends of the Charter": each word but small ones begins with a capital.
bool is_written_as_a_name(std::string_view words) {
  int capitals = 0;
  bool small = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = words.substr(at, end - at);
    const bool capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    capitals += capital ? 1 : 0;
    small |= !capital && word.size() > 3;
    at = end + 1;
  }
  return capitals >= 2 && !small && words.find_first_of(".,!?") == std::string_view::npos;
}

// "the film “…”", "joined the “Friends of the Charter”": what something is called, and nobody says.
bool is_name_of_thing(const ReportView& view, const Quote& quote) {
  const Document& d = view.document();
  const std::uint32_t first = first_token(d, quote);
  if (first == nowhere || first < 2) return false;
  const std::uint32_t before = first - 2;  // the mark stands between
  if (view.tree.sentence(before) != view.tree.sentence(first)) return false;
  const std::string_view word = view.tree.lemma(before);
  if (view.tree.token(before).upos == "NOUN" && reading_tables().in_list("has_title", word))
    return true;
  if (word == "so-called") return true;
  const bool participle = view.tree.token(before).xpos == "VBN" && quote.speaker == nowhere;
  if (word == "name" || word == "title" || word == "entitle" || word == "christen" ||
      word == "nickname")
    return true;
  if (participle && (word == "call" || word == "dub" || word == "know")) return true;
  const bool said = quote.cue != nowhere && language::is_speech_verb(view.tree.lemma(quote.cue));
  return !said && is_written_as_a_name(d.text_of(quote)) && word != ":";
}

// "In spite of “potential” aid, “…,” she wrote": a word in marks before what is said in the same
// sentence is the reporter's.
bool is_aside(const ReportView& view, std::size_t q) {
  const std::vector<Quote>& quotes = view.document().quotes;
  if (!quotes[q].scare || quotes[q].speaker != nowhere || q + 1 == quotes.size()) return false;
  const auto& sentences = view.document().sentences;
  const auto in = std::ranges::upper_bound(sentences, quotes[q].begin, {}, &Sentence::end);
  return in != sentences.end() && quotes[q + 1].begin < in->end && !quotes[q + 1].scare;
}

}  // namespace

std::vector<Statement> read_statements(const ReportView& view) {
  std::vector<Statement> out;
  const Document& d = view.document();
  for (std::size_t q = 0; q < d.quotes.size(); ++q) {
    const Quote& quote = d.quotes[q];
    if (is_of_resolution(view, quote) || is_name_of_thing(view, quote) || is_aside(view, q))
      continue;
    Statement statement;
    statement.speaker = speaker_of(view, quote);
    if (!language::has_word(statement.speaker.name)) continue;
    statement.quote = d.text_of(quote);
    if (!language::has_word(statement.quote)) continue;  // "“…”"
    // "since the “cod wars”": words of a name say nothing of themselves.
    if (statement.speaker.name.find(statement.quote) != std::string::npos) continue;
    statement.via = channel_of(view, quote.cue);
    statement.evidence.begin = quote.begin;
    statement.evidence.end = quote.end;
    statement.evidence.text = statement.quote;
    const auto in = std::ranges::upper_bound(d.sentences, quote.begin, {}, &Sentence::end);
    statement.evidence.sentence = static_cast<std::uint32_t>(in - d.sentences.begin());
    out.push_back(statement);
  }
  return out;
}

}  // namespace volteface
