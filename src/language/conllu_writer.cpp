#include <fmt/format.h>

#include <algorithm>

#include "language/characters.h"
#include "language/conllu.h"

namespace volteface::language {
namespace {

// Forms with white space or bytes that are not UTF-8 would break the columns.
std::string column(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const bool turns =
        (c.code >= 0x202A && c.code <= 0x202E) || (c.code >= 0x2066 && c.code <= 0x2069);
    if (turns) {  // the direction of all that a terminal shows behind it
      append_utf8(out, 0xFFFD);
    } else if (class_of(c.code) == CharacterClass::space) {
      out += c.code == 0x20 ? ' ' : '_';
    } else {
      append_utf8(out, c.code);
    }
    at += c.size;
  }
  return out.empty() ? "_" : out;
}

// The last column of each token: key=value, parted by bars.
class Notes {
 public:
  explicit Notes(std::size_t tokens) : notes_(tokens) {}

  void add(std::uint32_t token, std::string_view key, std::string_view value) {
    if (token >= notes_.size()) return;
    std::string& note = notes_[token];
    if (!note.empty()) note += '|';
    note += key;
    note += '=';
    for (const char c : column(value)) note += c == '|' || c == ' ' ? '_' : c;
  }
  const std::string& of(std::uint32_t token) const { return notes_[token]; }

 private:
  std::vector<std::string> notes_;
};

std::string entity_text(const Document& document, std::uint32_t number) {
  const Entity& entity = document.entities[number];
  std::string text = fmt::format("{}-{}-{}", number + 1, name_type_text(entity.type), entity.name);
  if (!entity.state.empty()) text += "-" + entity.state;
  return text;
}

std::uint32_t token_at(const Document& document, std::uint32_t byte) {
  const auto behind =
      std::upper_bound(document.tokens.begin(), document.tokens.end(), byte,
                       [](std::uint32_t at, const Token& token) { return at < token.begin; });
  return behind == document.tokens.begin()
             ? 0
             : static_cast<std::uint32_t>(behind - document.tokens.begin() - 1);
}

void note_mentions(const Document& document, Notes& notes) {
  for (const Name& name : document.names) {
    notes.add(name.first, "Name",
              fmt::format("{}:{}", name_type_text(name.type), name.last - name.first));
  }
  for (const Mention& mention : document.mentions) {
    std::string value;
    for (const std::uint32_t entity : mention.entities) {
      value += (value.empty() ? "" : "+") + entity_text(document, entity);
    }
    const auto length = mention.last - mention.first;
    notes.add(mention.first, "Entity", length > 1 ? fmt::format("{}({})", value, length) : value);
  }
}

Notes notes_of(const Document& document) {
  Notes notes(document.tokens.size());
  note_mentions(document, notes);
  for (const DateExpression& date : document.dates) {
    notes.add(token_at(document, date.begin), "Date",
              fmt::format("{}..{}:{}", format_date(date.from), format_date(date.to),
                          date_precision_text(date.precision)));
  }
  for (std::size_t i = 0; i < document.quotes.size(); ++i) {
    const Quote& quote = document.quotes[i];
    std::string value = std::to_string(i + 1);
    if (quote.speaker != nowhere && !document.mentions[quote.speaker].entities.empty()) {
      value += "-" + entity_text(document, document.mentions[quote.speaker].entities[0]);
    }
    notes.add(token_at(document, quote.begin), "Quote", value);
  }
  return notes;
}

bool no_space_behind(const Document& document, std::uint32_t token, const Sentence& sentence) {
  return token + 1 < sentence.last && !document.tokens[token + 1].space_before &&
         !document.tokens[token + 1].continues;
}

void write_range(const Document& document, const Sentence& sentence, std::uint32_t token,
                 std::string& out) {
  std::uint32_t last = token;
  while (last + 1 < sentence.last && document.tokens[last + 1].continues) ++last;
  if (last == token || document.tokens[token].continues) return;
  const TextSpan span = {document.tokens[token].begin, document.tokens[last].end};
  out += fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", token - sentence.first + 1,
                     last - sentence.first + 1, column(document.text_of(span)),
                     no_space_behind(document, last, sentence) ? "SpaceAfter=No" : "_");
}

void write_token(const Document& document, const Sentence& sentence, std::uint32_t i, Notes& notes,
                 std::string& out) {
  const Token& token = document.tokens[i];
  const bool in_range =
      token.continues || (i + 1 < sentence.last && document.tokens[i + 1].continues);
  if (!in_range && no_space_behind(document, i, sentence)) notes.add(i, "SpaceAfter", "No");
  const auto or_blank = [](std::string_view text) {
    return text.empty() ? std::string("_") : column(text);
  };
  out += fmt::format("{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n", i - sentence.first + 1,
                     column(document.form(token)), or_blank(token.lemma), or_blank(token.upos),
                     or_blank(token.xpos), token.head + 1, or_blank(token.deprel),
                     or_blank(notes.of(i)));
}

}  // namespace

std::string conllu_text(const Document& document, std::string_view id) {
  Notes notes = notes_of(document);
  std::string out = fmt::format("# newdoc id = {}\n", column(id));
  if (document.date.source != DocumentDate::Source::none) {
    out += fmt::format("# date = {}..{}\n", format_date(document.date.from),
                       format_date(document.date.to));
  }
  std::size_t number = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.begins_paragraph) out += "# newpar\n";
    out += fmt::format("# sent_id = {}-{}\n# text = {}\n", column(id), ++number,
                       column(document.text_of(sentence)));
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      write_range(document, sentence, i, out);
      write_token(document, sentence, i, notes, out);
    }
    out += '\n';
  }
  return out;
}

}  // namespace volteface::language
