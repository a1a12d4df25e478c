#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

#include "language/conllu.h"
#include "record/text.h"
#include "volteface/error.h"

namespace volteface::language {
namespace {

constexpr std::size_t columns = 10;
constexpr std::size_t largest_file = std::size_t{1} << 30;

using Row = std::array<std::string_view, columns>;

class Reading {
 public:
  Reading(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  std::vector<ConlluSentence> all() {
    for (std::size_t at = 0; at < text_.size();) {
      ++line_;
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      std::string_view line = text_.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      take(line);
      at = end + 1;
    }
    finish();
    return std::move(sentences_);
  }

 private:
  void take(std::string_view line) {
    if (line.empty()) return finish();
    if (line.starts_with('#')) return comment(line);
    const Row row = split(line);
    if (row[0].find('.') != std::string_view::npos) return;
    if (row[0].find('-') != std::string_view::npos) return range(row);
    word(row);
  }

  void comment(std::string_view line) {
    if (line.starts_with("# newdoc")) sentence_.begins_document = true;
    if (line.starts_with("# newpar") && !line.starts_with("# newpar_"))
      sentence_.begins_paragraph = true;
    if (line.starts_with("# sent_id = ")) sentence_.id = line.substr(12);
  }

  [[noreturn]] void fail(const std::string& wrong, std::size_t column = 1) const {
    throw Error(wrong, {file_, line_, column});
  }

  Row split(std::string_view line) const {
    Row row;
    std::size_t at = 0;
    for (std::size_t i = 0; i < columns; ++i) {
      const std::size_t tab = line.find('\t', at);
      if ((tab == std::string_view::npos) != (i + 1 == columns)) {
        fail(fmt::format("expected 10 columns parted by tabs, found {}",
                         i + 1 == columns ? "more" : std::to_string(i + 1)),
             at + 1);
      }
      row[i] = line.substr(at, tab == std::string_view::npos ? tab : tab - at);
      at = tab + 1;
    }
    if (row[1].empty()) fail("expected a form, found nothing", row[0].size() + 2);
    return row;
  }

  int number(std::string_view text, std::size_t column) const {
    int value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size() || value < 0) {
      fail(fmt::format("expected a number, found '{}'", shortened(text)), column);
    }
    return value;
  }

  static bool space_after(const Row& row) {
    return row[9].find("SpaceAfter=No") == std::string_view::npos;
  }

  void range(const Row& row) {
    const std::size_t dash = row[0].find('-');
    const int first = number(row[0].substr(0, dash), 1);
    const int last = number(row[0].substr(dash + 1), dash + 2);
    const int here = static_cast<int>(sentence_.words.size()) + 1;
    if (first != here || last <= first || range_left_ > 0)
      fail("expected a range that begins with the next word");
    range_left_ = last - first + 1;
    first_of_range_ = true;
    sentence_.surface.emplace_back(row[1]);
    sentence_.space_after.push_back(space_after(row));
  }

  void word(const Row& row) {
    const int here = static_cast<int>(sentence_.words.size()) + 1;
    if (number(row[0], 1) != here)
      fail(fmt::format("expected word {}, found '{}'", here, shortened(row[0])));
    ConlluWord word;
    word.line = static_cast<std::uint32_t>(line_);
    word.form = row[1];
    word.lemma = row[2];
    word.upos = row[3];
    word.xpos = row[4];
    word.head = row[6] == "_"
                    ? -1
                    : number(row[6], static_cast<std::size_t>(row[6].data() - row[0].data()) + 1);
    word.deprel = row[7];
    word.misc = row[9];
    word.continues = range_left_ > 0 && !first_of_range_;
    if (range_left_ == 0) {
      sentence_.surface.emplace_back(row[1]);
      sentence_.space_after.push_back(space_after(row));
    } else {
      --range_left_;
    }
    first_of_range_ = false;
    sentence_.words.push_back(std::move(word));
  }

  void finish() {
    if (range_left_ > 0) fail("the sentence ends within a range");
    if (sentence_.words.empty()) return;
    const int words = static_cast<int>(sentence_.words.size());
    for (const ConlluWord& word : sentence_.words) {
      if (word.head > words) {
        throw Error(fmt::format("head {} is beyond the sentence of {} words", word.head, words),
                    {file_, word.line, 0});
      }
    }
    sentences_.push_back(std::move(sentence_));
    sentence_ = {};
  }

  std::string_view text_;
  const std::string& file_;
  std::uint64_t line_ = 0;
  ConlluSentence sentence_;
  int range_left_ = 0;
  bool first_of_range_ = false;
  std::vector<ConlluSentence> sentences_;
};

// Words of a range lie one behind the other in its surface where they spell it; else each has all.
void add_range(Document& document, std::span<const ConlluWord> words, std::string_view surface,
               bool gold) {
  const auto begin = static_cast<std::uint32_t>(document.text.size());
  document.text += surface;
  std::size_t spelt = 0;
  for (const ConlluWord& word : words) spelt += word.form.size();
  std::uint32_t at = begin;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const ConlluWord& word = words[i];
    Token token;
    token.begin = at;
    if (spelt == surface.size()) at += static_cast<std::uint32_t>(word.form.size());
    token.end = spelt == surface.size() ? at : static_cast<std::uint32_t>(document.text.size());
    token.continues = i > 0;
    if (gold) {
      token.lemma = word.lemma;
      token.upos = word.upos;
      token.xpos = word.xpos;
      token.deprel = word.deprel;
      token.head = std::max(word.head, 0) - 1;
    }
    document.tokens.push_back(std::move(token));
  }
}

void add_sentence(Document& document, const ConlluSentence& sentence, bool gold) {
  Sentence out;
  out.begin = static_cast<std::uint32_t>(document.text.size());
  out.first = static_cast<std::uint32_t>(document.tokens.size());
  out.begins_paragraph =
      sentence.begins_paragraph || sentence.begins_document || document.sentences.empty();
  std::size_t word = 0;
  for (std::size_t k = 0; k < sentence.surface.size(); ++k) {
    std::size_t last = word + 1;
    while (last < sentence.words.size() && sentence.words[last].continues) ++last;
    const std::size_t first_token = document.tokens.size();
    add_range(document, std::span(sentence.words).subspan(word, last - word), sentence.surface[k],
              gold);
    document.tokens[first_token].space_before = k > 0 && sentence.space_after[k - 1];
    word = last;
    out.end = static_cast<std::uint32_t>(document.text.size());
    if (sentence.space_after[k]) document.text += ' ';
  }
  out.last = static_cast<std::uint32_t>(document.tokens.size());
  document.sentences.push_back(out);
}

}  // namespace

std::vector<ConlluSentence> read_conllu(ByteSource& source) {
  const std::string text = read_all(source, largest_file);
  return Reading(text, source.name()).all();
}

Document document_of(std::span<const ConlluSentence> sentences, bool gold) {
  Document document;
  for (const ConlluSentence& sentence : sentences) {
    if ((sentence.begins_paragraph || sentence.begins_document) && !document.text.empty()) {
      document.text += "\n\n";
    }
    add_sentence(document, sentence, gold);
  }
  return document;
}

}  // namespace volteface::language
