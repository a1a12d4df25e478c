#include "volteface/language.h"

#include <algorithm>
#include <future>

#include "language/asides.h"
#include "language/clause_mending.h"
#include "language/coreference.h"
#include "language/dates.h"
#include "language/english_model.h"
#include "language/label_mending.h"
#include "language/model_parser.h"
#include "language/model_tagger.h"
#include "language/names.h"
#include "language/noun_mending.h"
#include "language/office_mending.h"
#include "language/phrase_mending.h"
#include "language/place_mending.h"
#include "language/quoted_parse.h"
#include "language/quotes.h"
#include "language/sentence_heads.h"
#include "language/sentence_splitter.h"
#include "language/subject_mending.h"
#include "language/tree_mending.h"
#include "language/word_mending.h"
#include "language/word_splitter.h"
#include "volteface/error.h"

namespace volteface {
namespace {

constexpr std::size_t longest_text = std::size_t{1} << 30;

void count_invalid(Document& document) {
  const std::string_view text = document.text;
  for (std::size_t at = 0; at < text.size();) {
    const language::Character c = language::character_at(text, at);
    if (!c.valid && document.invalid_bytes++ == 0) document.first_invalid = at;
    at += c.size;
  }
}

// Mends what is often wrong in the tree of a sentence.
void mend_tree(std::string_view text, const Actors& actors, std::span<Token> tokens) {
  language::free_auxiliaries(tokens);
  language::mend_heads_that_are_marks(tokens);
  language::mend_names_included(tokens);
  language::mend_prepositions_with_objects(tokens);
  language::mend_clauses_with_conjunctions(tokens);
  language::mend_nouns(tokens);
  language::mend_subjects_of_saying(tokens);
  language::mend_gerunds_at_root(tokens);
  language::mend_clauses_of_nouns(tokens);
  language::mend_verbs_in_nouns(tokens);
  language::mend_times_at_root(tokens);
  language::mend_phrases(tokens);
  language::mend_called_home(tokens);
  language::mend_names_behind_days(tokens);
  language::mend_names_behind_places(text, actors, tokens);
  language::mend_names_behind_offices(tokens);
  language::mend_participles_alone(tokens);
  language::mend_verbs_before_objects(tokens);
  language::mend_subjects_at_root(tokens);
  language::mend_verbs_behind_relatives(tokens);
  language::mend_verbs_joined_to_nouns(tokens);
  language::mend_subjects_behind_and(tokens);
  language::mend_relative_objects(tokens);
  language::mend_inverted_saying(tokens);
  language::mend_rows_of_subjects(tokens);
  language::mend_owners(tokens);
  language::mend_parts_as_subjects(tokens);
  language::mend_empty_subjects(tokens);
}

struct Arc {
  std::int32_t head;
  ShortText label;
};

// Mends the tree of a sentence, or leaves it as the parser had it where what came out is none.
void mend_as_tree(std::string_view text, const Actors& actors, std::span<Token> tokens) {
  std::vector<Arc> parsed;
  parsed.reserve(tokens.size());
  for (const Token& token : tokens) parsed.push_back({token.head, token.deprel});
  mend_tree(text, actors, tokens);
  if (language::is_tree(tokens)) return;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    tokens[t].head = parsed[t].head;
    tokens[t].deprel = parsed[t].label;
  }
}

}  // namespace

struct Language::Parts {
  Parts(language::EnglishModel m, Actors a, language::Gazetteer g)
      : model(std::move(m)), actors(std::move(a)), gazetteer(std::move(g)) {}

  language::EnglishModel model;
  Actors actors;
  language::Gazetteer gazetteer;
  std::shared_ptr<const Tagger> tagger;
  std::shared_ptr<const Parser> parser;
};

Language::Language(LanguageOptions options) {
  // The registry of actors is read beside the model, for it takes half as long.
  auto registry = std::async(std::launch::async, [] {
    Actors actors = Actors::embedded();
    language::Gazetteer gazetteer(actors);
    return std::pair(std::move(actors), std::move(gazetteer));
  });
  language::EnglishModel model = options.model_file.empty()
                                     ? language::embedded_english_model()
                                     : language::english_model_from(options.model_file);
  auto [actors, gazetteer] = registry.get();
  parts_ = std::make_unique<Parts>(std::move(model), std::move(actors), std::move(gazetteer));
  parts_->tagger = std::move(options.tagger);
  parts_->parser = std::move(options.parser);
  if (!parts_->tagger) parts_->tagger = std::make_shared<language::ModelTagger>(parts_->model);
  if (!parts_->parser) parts_->parser = std::make_shared<language::ModelParser>(parts_->model);
}

Language::~Language() = default;
Language::Language(Language&&) noexcept = default;
Language& Language::operator=(Language&&) noexcept = default;

Document Language::read(std::string text, const ReadOptions& options) const {
  if (text.size() > longest_text) throw Error("the text is longer than 1 GiB");
  Document document;
  document.text = std::move(text);
  split(document);
  tag(document);
  parse(document);
  understand(document, options);
  return document;
}

void Language::split(Document& document) const {
  document.tokens.clear();
  document.sentences.clear();
  count_invalid(document);
  const language::WordSplitter words(parts_->model);
  const language::SentenceSplitter sentences(parts_->model);
  for (const TextSpan& paragraph : language::paragraphs(document.text)) {
    const auto first = static_cast<std::uint32_t>(document.tokens.size());
    words.split(document.text, paragraph.begin, paragraph.end, document.tokens);
    sentences.split(document, first);
  }
}

void Language::tag(Document& document) const {
  for (const Sentence& sentence : document.sentences) {
    const auto tokens =
        std::span(document.tokens).subspan(sentence.first, sentence.last - sentence.first);
    parts_->tagger->tag(document.text, tokens);
    language::mend_states_at_start(document.text, parts_->actors, tokens);
    language::mend_verbs(document.text, tokens);
    language::mend_words(document.text, tokens);
  }
}

void Language::parse(Document& document) const {
  language::find_quotes(document);
  for (const Sentence& sentence : document.sentences) {
    const auto quoted = language::quoted_apart(document, sentence);
    const auto tokens =
        std::span(document.tokens).subspan(sentence.first, sentence.last - sentence.first);
    const auto asides = language::find_asides(document.text, tokens);
    if (quoted.empty() && !asides.empty()) {
      language::parse_without_asides(*parts_->parser, document.text, tokens, asides);
    } else if (quoted.empty()) {
      language::parse_without_marks(*parts_->parser, document.text, tokens,
                                    language::marks_of_scare_quotes(document, sentence));
    } else {
      language::parse_around_quotes(*parts_->parser, document.text, tokens, sentence.first, quoted);
    }
    mend_as_tree(document.text, parts_->actors, tokens);
  }
}

void Language::understand(Document& document, const ReadOptions& options) const {
  const language::Trees trees(document);
  language::find_dates(document, parts_->actors, options);
  const std::vector<std::uint32_t> subjects = language::attribute_quotes(document, trees);
  language::Entities entities(document, parts_->actors, trees);
  entities.resolve(language::find_names(document, parts_->actors, parts_->gazetteer));
  language::resolve_mentions(document, trees, entities, subjects);
}

const Actors& Language::actors() const { return parts_->actors; }

std::string_view name_type_text(NameType type) {
  switch (type) {
    case NameType::person:
      return "person";
    case NameType::state:
      return "state";
    case NameType::organisation:
      return "organisation";
    case NameType::place:
      return "place";
  }
  return "";
}

std::string_view date_precision_text(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::day:
      return "day";
    case DatePrecision::week:
      return "week";
    case DatePrecision::month:
      return "month";
    case DatePrecision::season:
      return "season";
    case DatePrecision::year:
      return "year";
    case DatePrecision::decade:
      return "decade";
    case DatePrecision::vague:
      return "vague";
  }
  return "";
}

const Sentence& Document::sentence_of(std::uint32_t token) const {
  const auto behind = std::upper_bound(
      sentences.begin(), sentences.end(), token,
      [](std::uint32_t t, const Sentence& sentence) { return t < sentence.first; });
  if (behind == sentences.begin() || token >= tokens.size())
    throw Error("no sentence holds this token");
  return *(behind - 1);
}

std::uint32_t Document::head_of(std::uint32_t token) const {
  const Sentence& sentence = sentence_of(token);
  const std::int32_t head = tokens[token].head;
  return head < 0 ? nowhere : sentence.first + static_cast<std::uint32_t>(head);
}

}  // namespace volteface
