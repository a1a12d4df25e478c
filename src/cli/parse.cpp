#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "cli/table.h"
#include "language/conllu.h"
#include "record/byte_source.h"
#include "record/text.h"
#include "record/utf8.h"
#include "volteface/language.h"
#include "volteface/version.h"

namespace volteface::cli {
namespace {

constexpr std::size_t longest_file = std::size_t{1} << 30;

struct ParseSettings {
  std::string file;
  std::string tokens;
  std::string date;
  std::string model;
};

std::string standard_input() {
  std::string text;
  std::vector<char> buffer(1 << 16);
  while (std::cin.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) ||
         std::cin.gcount() > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(std::cin.gcount()));
    if (text.size() > longest_file) throw Error("standard input is longer than 1 GiB");
  }
  return text;
}

std::string name_of(const ParseSettings& settings) {
  return settings.file == "-" ? "stdin" : std::filesystem::path(settings.file).stem().string();
}

std::string text_of(const ParseSettings& settings) {
  return settings.file == "-" ? standard_input()
                              : read_all(*open_bytes(settings.file), longest_file);
}

// The sentences and tokens of a CoNLL-U file, a document each.
std::vector<Document> given_tokens(const Language& language, const ParseSettings& settings,
                                   const ReadOptions& options) {
  const std::string text = text_of(settings);
  const auto source = memory_bytes(text, settings.file);
  const auto sentences = language::read_conllu(*source);
  std::vector<Document> documents;
  for (std::size_t i = 0; i < sentences.size();) {
    std::size_t last = i + 1;
    while (last < sentences.size() && !sentences[last].begins_document) ++last;
    documents.push_back(language::document_of(std::span(sentences).subspan(i, last - i), false));
    language.tag(documents.back());
    language.parse(documents.back());
    language.understand(documents.back(), options);
    i = last;
  }
  return documents;
}

std::vector<Document> documents_of(const Language& language, const ParseSettings& settings,
                                   const Settings& common) {
  ReadOptions options;
  if (!settings.date.empty())
    options.date = date_from_option(settings.date, "--date");
  else
    options.date = common.as_of;
  if (settings.tokens == "conllu") return given_tokens(language, settings, options);
  if (!settings.tokens.empty()) {
    throw Error(
        fmt::format("--tokens: unknown format '{}'; expected conllu", shortened(settings.tokens)));
  }
  std::vector<Document> documents;
  documents.push_back(language.read(text_of(settings), options));
  return documents;
}

// A row a mention, a date or a quotation: what a sheet wants of a text. Offsets are bytes.
Table table_of(const Document& document) {
  Table table({{"kind"},
               {"begin"},
               {"end"},
               {"text", 0, Fit::cut},
               {"means", 0, Fit::cut},
               {"type"},
               {"state"},
               {"from"},
               {"to"}});
  const auto add = [&](const std::string& kind, const TextSpan& span, const Entity* entity,
                       const std::string& type, const std::string& from, const std::string& to) {
    table.add({kind, std::int64_t{span.begin}, std::int64_t{span.end},
               showable(document.text_of(span), '?'),
               entity == nullptr ? std::string() : showable(entity->name, '?'), type,
               entity == nullptr ? std::string() : entity->state, from, to});
  };
  constexpr std::string_view kinds[] = {"name", "nominal", "pronoun"};
  for (const Mention& mention : document.mentions) {
    for (const std::uint32_t e : mention.entities) {
      const Entity& entity = document.entities[e];
      add(std::string(kinds[static_cast<std::size_t>(mention.kind)]), mention, &entity,
          std::string(name_type_text(entity.type)), "", "");
    }
  }
  for (const DateExpression& date : document.dates) {
    add("date", date, nullptr, std::string(date_precision_text(date.precision)),
        format_date(date.from), format_date(date.to));
  }
  for (const Quote& quote : document.quotes) {
    const Entity* speaker = nullptr;
    if (quote.speaker != nowhere)
      speaker = &document.entities[document.mentions[quote.speaker].entities[0]];
    add("quote", quote, speaker, quote.scare ? "words" : "", "", "");
  }
  return table;
}

void note_invalid(const Document& document, const std::string& file) {
  if (document.invalid_bytes == 0) return;
  fmt::print(stderr, "{}: {} bytes are not UTF-8, the first at offset {}; each is read as U+FFFD\n",
             file, document.invalid_bytes, document.first_invalid);
}

int print_parse(const Program& program, const ParseSettings& settings) {
  LanguageOptions options;
  options.model_file = settings.model;
  const Language language(options);
  const std::vector<Document> documents = documents_of(language, settings, program.settings());
  bool any = false;
  int code = nothing_found;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::string id =
        documents.size() == 1 ? name_of(settings) : fmt::format("{}-{}", name_of(settings), i + 1);
    note_invalid(documents[i], settings.file);
    any = any || !documents[i].tokens.empty();
    if (program.settings().format == Format::text) {
      print_out(language::conllu_text(documents[i], id));
    } else {
      code = std::min(
          code, table_of(documents[i]).print(program.settings().format, program.load_record()));
    }
  }
  if (program.settings().format != Format::text) return code;
  return any ? found : nothing_found;
}

}  // namespace

void add_parse_command(Program& program) {
  CLI::App* command = program.add_command(
      "parse", "English text to sentences, trees, names, dates and who is meant");
  command->footer(
      "Prints CoNLL-U. The last column holds Name (type and length), Entity (number, type, name "
      "and "
      "state of\n"
      "whom a mention means, and its length), Date (first and last day, precision) and Quote (its "
      "speaker).\n"
      "With --csv and --json, a row a mention, date and quotation, by byte offsets.\n\n"
      "Examples:\n"
      "  volteface parse report.txt\n"
      "  volteface parse report.txt --date 2025-08-15 --csv\n"
      "  volteface parse - < report.txt\n"
      "  volteface parse --tokens conllu gold.conllu");
  auto settings = std::make_shared<ParseSettings>();
  command->add_option("file", settings->file, "Text, plain or gzip; - for standard input")
      ->required()
      ->type_name("FILE");
  command
      ->add_option("--tokens", settings->tokens,
                   "conllu: take sentences and tokens from a CoNLL-U file")
      ->type_name("FORMAT");
  command
      ->add_option("--date", settings->date,
                   "The day on which the text was written; else it is looked for in the text")
      ->type_name("DATE");
  command
      ->add_option("--model", settings->model, "A model file in place of the one that is linked in")
      ->type_name("FILE");
  command->callback(
      [&program, settings] { program.set_exit_code(print_parse(program, *settings)); });
}

}  // namespace volteface::cli
