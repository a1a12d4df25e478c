// English text to sentences, trees, names, dates, quotations and who is meant.
//
// Offline and small: a model of a few megabytes is linked into the library, and one core reads some
// thousand sentences a second.
//
//   const volteface::Language language;                       // the model that is linked in
//   volteface::Document document = language.read(text);       // any bytes
//   for (const auto& sentence : document.sentences) {
//     for (const auto& token : document.tokens_of(sentence)) {
//       // document.form(token), token.lemma, token.upos, token.head, token.deprel
//     }
//   }
//   for (const auto& name : document.names) {
//     // document.text_of(name), name.type, name.state, document.entities[name.entity].name
//   }
//
// A Document is plain data. Everything in it points into the text by byte offsets, which are those
// of the bytes that were given: nothing is normalised away. Lists are in the order of the text.
// How the model works, what it reaches and what it cannot do is told in docs/language.md.
//
// Threads: a const Language may be used from any number of threads. Documents are values.
// Cost: building a Language takes about 100 ms and 75 MB; reading is linear in the text.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "volteface/actors.h"
#include "volteface/date.h"
#include "volteface/short_text.h"

namespace volteface {

// Where no token, entity or quotation is meant.
inline constexpr std::uint32_t nowhere = 0xffffffff;

// Bytes [begin, end) of Document::text.
struct TextSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

// A word in the sense of Universal Dependencies: hyphens and clitics stand apart ("state", "-",
// "run"; "do", "n't").
struct Token : TextSpan {
  std::int32_t head = -1;     // place in its sentence of the word it depends on; -1 for the root
  bool continues = false;     // a part of the same written word as the one before ("n't")
  bool space_before = false;  // white space stands before it
  ShortText upos;             // "NOUN": https://universaldependencies.org/u/pos
  ShortText xpos;             // "NNS", as the Penn Treebank has it
  ShortText deprel;           // "nsubj:pass"; "root" where head is -1
  std::string lemma;
};

// Tokens [first, last) of Document::tokens.
struct Sentence : TextSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool begins_paragraph = false;
};

// A quotation. The span is what stands between the marks; it may run over sentences and paragraphs.
struct Quote : TextSpan {
  bool closed = true;               // else it runs to the end of its paragraph
  bool scare = false;               // a few words within somebody else's sentence
  std::uint32_t cue = nowhere;      // token: the verb that attributes it ("said", "wrote")
  std::uint32_t speaker = nowhere;  // in Document::mentions
};

enum class NameType : std::uint8_t { person, state, organisation, place };
std::string_view name_type_text(NameType type);  // "person"

// A proper name or the adjective of one ("Ukrainian"), as it stands in the text.
struct Name : TextSpan {
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  NameType type = NameType::person;
  bool demonym = false;            // an adjective or the people: "Ukrainian", "Ukrainians"
  bool metonym = false;            // a capital or seat of power that may stand for its state
  std::uint32_t entity = nowhere;  // in Document::entities
};

enum class MentionKind : std::uint8_t { name, nominal, pronoun };

// A place where somebody or something is meant: by name ("Milei"), by description ("the Ukrainian
// president"), by a pronoun. A mention of several ("the two presidents", "they") has several
// entities.
struct Mention : TextSpan {
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  std::uint32_t head = 0;  // its head token
  MentionKind kind = MentionKind::name;
  std::vector<std::uint32_t> entities;  // in Document::entities
};

// Somebody or something that a document speaks of.
struct Entity {
  NameType type = NameType::person;
  std::string name;   // in full: from the registry of actors where it is known, else the longest
                      // form in the text; a description where there is no name ("a spokesman")
  std::string state;  // code as in the record ("ARG"), of a person the state served; may be empty
  std::string organisation;  // code ("UN"), of a person the organisation headed; may be empty
  std::string role;          // "President", "foreign minister"; of persons; may be empty
  char gender = 0;           // 'm', 'f' or 0: not known
  bool known = false;        // found in the registry of actors
  bool named = true;         // false: described only
};

enum class DatePrecision : std::uint8_t { day, week, month, season, year, decade, vague };
std::string_view date_precision_text(DatePrecision precision);

// A date expression and the days that it may mean, both inclusive.
struct DateExpression : TextSpan {
  Date from;
  Date to;
  DatePrecision precision = DatePrecision::day;
};

// The day on which a document was written, as far as is known.
struct DocumentDate {
  enum class Source : std::uint8_t { none, given, stated, inferred };
  Source source = Source::none;  // stated: a dateline or a heading; inferred: from dates within
  Date from;
  Date to;                  // the same as `from` where the day is known
  bool lacks_year = false;  // of a dateline without its year, which is concluded
};

struct Document {
  std::string text;
  DocumentDate date;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Quote> quotes;
  std::vector<Name> names;
  std::vector<Mention> mentions;
  std::vector<Entity> entities;
  std::vector<DateExpression> dates;
  std::size_t invalid_bytes = 0;  // not UTF-8; read as U+FFFD each
  std::size_t first_invalid = 0;  // offset of the first of them

  std::string_view text_of(const TextSpan& span) const {
    return std::string_view(text).substr(span.begin, span.end - span.begin);
  }
  std::string_view form(const Token& token) const { return text_of(token); }
  std::span<const Token> tokens_of(const Sentence& sentence) const {
    return std::span(tokens).subspan(sentence.first, sentence.last - sentence.first);
  }
  // The sentence that holds a token.
  const Sentence& sentence_of(std::uint32_t token) const;
  // The token that a token depends on, as a place in `tokens`; nowhere for a root.
  std::uint32_t head_of(std::uint32_t token) const;
};

// To bring another tagger: sets upos, xpos and lemma of the tokens of one sentence of `text`.
// Must be thread-safe when const; may be given a sentence of one token or of many thousand.
class Tagger {
 public:
  virtual ~Tagger() = default;
  virtual void tag(std::string_view text, std::span<Token> sentence) const = 0;
};

// To bring another parser: sets head and deprel. Heads must form a tree with one root.
class Parser {
 public:
  virtual ~Parser() = default;
  virtual void parse(std::string_view text, std::span<Token> sentence) const = 0;
};

struct LanguageOptions {
  std::string model_file;                // empty: the model that is linked in
  std::shared_ptr<const Tagger> tagger;  // null: that of the model
  std::shared_ptr<const Parser> parser;  // null: that of the model
};

struct ReadOptions {
  std::optional<Date> date;  // the day the text was written; else it is looked for in the text
};

class Language {
 public:
  // Throws Error, which names the file, where a model is missing or damaged.
  explicit Language(LanguageOptions options = {});
  ~Language();
  Language(Language&&) noexcept;
  Language& operator=(Language&&) noexcept;

  // Reads any bytes. Throws Error for more than 1 GiB only.
  Document read(std::string text, const ReadOptions& options = {}) const;

  // The steps of read(), for those who need to come between.
  void split(Document& document) const;                                        // tokens, sentences
  void tag(Document& document) const;                                          // upos, xpos, lemma
  void parse(Document& document) const;                                        // head, deprel
  void understand(Document& document, const ReadOptions& options = {}) const;  // all the rest

  // Who is who.
  const Actors& actors() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace volteface
