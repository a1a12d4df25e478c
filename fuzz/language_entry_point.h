// What the fuzzer of the language part feeds: text of any bytes through all of it, and CoNLL-U.
#pragma once

#include <span>
#include <string>

#include "entry_points.h"
#include "language/conllu.h"
#include "record/byte_source.h"
#include "volteface/language.h"

namespace volteface::fuzz {

inline bool within(const Document& document, const TextSpan& span) {
  return span.begin <= span.end && span.end <= document.text.size();
}

inline void promise_tree(const Document& document, const Sentence& sentence) {
  const auto tokens = document.tokens_of(sentence);
  std::size_t roots = 0;
  for (const Token& token : tokens) {
    promise(token.head < static_cast<std::int32_t>(tokens.size()), "heads lie in their sentence");
    roots += token.head < 0;
    std::size_t steps = 0;
    for (const Token* at = &token; at->head >= 0;
         at = &tokens[static_cast<std::size_t>(at->head)]) {
      promise(++steps <= tokens.size(), "trees have no circles");
    }
  }
  promise(roots == 1, "a sentence has one root");
}

inline void promise_document(const Document& document) {
  std::uint32_t end = 0, token = 0;
  for (const Sentence& sentence : document.sentences) {
    promise(sentence.first == token && sentence.last > token, "sentences follow one another");
    token = sentence.last;
    promise_tree(document, sentence);
  }
  promise(token == document.tokens.size(), "sentences hold all tokens");
  for (const Token& t : document.tokens) {
    promise(t.begin >= end && t.end > t.begin && within(document, t), "tokens follow one another");
    end = t.end;
  }
  for (const Quote& quote : document.quotes) {
    promise(within(document, quote), "quotations lie in the text");
    promise(quote.speaker == nowhere || quote.speaker < document.mentions.size(),
            "speakers are mentions");
  }
  for (const Name& name : document.names) {
    promise(within(document, name) && name.entity < document.entities.size(),
            "names have entities");
  }
  for (const Mention& mention : document.mentions) {
    promise(
        within(document, mention) && mention.first <= mention.head && mention.head < mention.last,
        "mentions hold their heads");
    for (const std::uint32_t entity : mention.entities)
      promise(entity < document.entities.size(), "mentions have entities");
  }
  for (const DateExpression& date : document.dates) {
    promise(within(document, date) && date.from <= date.to, "dates end behind where they begin");
  }
}

// As text, and what comes of it back as CoNLL-U.
inline void language_text(const std::uint8_t* data, std::size_t size) {
  static const Language language;
  const Document document = language.read(std::string(reinterpret_cast<const char*>(data), size));
  promise_document(document);
  const std::string conllu = language::conllu_text(document, "fuzz");
  promise(first_invalid_utf8(conllu) == std::string_view::npos, "CoNLL-U is UTF-8");
  const auto source = memory_bytes(conllu, "fuzz");
  std::size_t words = 0;
  for (const auto& sentence : language::read_conllu(*source)) words += sentence.words.size();
  promise(words == document.tokens.size(), "CoNLL-U holds all words");
}

// The bytes as CoNLL-U, tagged and parsed where they are.
inline void language_conllu(const std::uint8_t* data, std::size_t size) {
  static const Language language;
  try {
    const auto source = memory_bytes(std::span(reinterpret_cast<const char*>(data), size), "fuzz");
    const auto sentences = language::read_conllu(*source);
    Document document = language::document_of(sentences, false);
    language.tag(document);
    language.parse(document);
    language.understand(document);
    for (const Sentence& sentence : document.sentences) promise_tree(document, sentence);
    (void)language::conllu_text(document, "fuzz");
  } catch (const Error&) {
  }
}

}  // namespace volteface::fuzz
