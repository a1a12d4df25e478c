// Reads the CoNLL-U format of Universal Dependencies.
// https://universaldependencies.org/format.html
#pragma once

#include <string>
#include <vector>

#include "record/byte_source.h"
#include "volteface/language.h"

namespace volteface::language {

struct ConlluWord {
  std::string form, lemma, upos, xpos, deprel, misc;
  int head = 0;            // from 1; 0 for the root, -1 where none is given
  bool continues = false;  // behind the first word of a range ("1-2")
  std::uint32_t line = 0;
};

struct ConlluSentence {
  std::vector<ConlluWord> words;
  std::vector<std::string> surface;  // of each written word: that of the range, or the form
  std::vector<bool> space_after;     // of each written word
  bool begins_paragraph = false;
  bool begins_document = false;
  std::string id;
};

// Empty nodes ("8.1") are passed over. Throws Error with line and column.
std::vector<ConlluSentence> read_conllu(ByteSource& source);

// The sentences of one document as text with its tokens and sentences set, and nothing else; with
// `gold`, tags, lemmas and trees too. Paragraphs are parted by an empty line.
Document document_of(std::span<const ConlluSentence> sentences, bool gold);

// All that is known, with names, coreference, dates and quotes in the last column.
std::string conllu_text(const Document& document, std::string_view id);

}  // namespace volteface::language
