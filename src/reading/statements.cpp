#include "reading/statements.h"

#include <algorithm>

#include "language/characters.h"
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

// Of words within a sentence, where no verb stands close, who says the sentence.
Speaker speaker_of(const ReportView& view, const Quote& quote) {
  const Document& d = view.document();
  if (quote.speaker != nowhere) return view.speaker_of(d.mentions[quote.speaker]);
  const auto first = std::ranges::lower_bound(d.tokens, quote.begin, {}, &Token::begin);
  if (first == d.tokens.end() || first->begin >= quote.end) return {};
  return view.speaker_of_token(static_cast<std::uint32_t>(first - d.tokens.begin()));
}

// "a resolution calling for withdrawal “at once”": words of the text, and nobody's.
bool is_of_resolution(const ReportView& view, const Quote& quote) {
  const Document& d = view.document();
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
    if (is_of_resolution(view, quote) || is_aside(view, q)) continue;
    Statement statement;
    statement.speaker = speaker_of(view, quote);
    if (!language::has_word(statement.speaker.name)) continue;
    statement.quote = d.text_of(quote);
    if (!language::has_word(statement.quote)) continue;  // "“…”"
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
