// What the language part reaches on collected data, as one table beside what it is asked to reach.
// See docs/language.md.
//
//   evaluate_language SHARED [MODEL.vfl] [--show]      exit code 1 where a target is missed
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>

#include "annotated.h"
#include "evaluation.h"
#include "shared_task.h"
#include "training_data.h"
#include "volteface/error.h"

namespace {

using namespace volteface;
using namespace volteface::language;

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

bool missed = false;

void row(const std::string& what, double value, double asked, const std::string& unit = "",
         bool at_most = false) {
  const bool reached = at_most ? value <= asked : value >= asked;
  missed = missed || !reached;
  fmt::print("{:<7} {:<44} {:>9.2f}  {} {:>8.1f} {}\n", reached ? "ok" : "MISSED", what, value,
             at_most ? "<=" : ">=", asked, unit);
}

void note(const std::string& what, double value) {
  fmt::print("        {:<44} {:>9.2f}\n", what, value);
}

SharedTaskScores treebank(const Language& language, const std::string& path, bool raw) {
  SharedTaskScores scores;
  for (const auto& sentences : read_documents(path)) {
    const Document gold = document_of(sentences, true);
    Document document = document_of(sentences, false);
    if (raw) {
      document.text = gold.text;
      language.split(document);
    }
    language.tag(document);
    language.parse(document);
    scores += shared_task_scores(gold, document);
  }
  return scores;
}

void gold_tokens(const Language& language, const std::string& ud, const char* name, double upos,
                 double las) {
  const SharedTaskScores scores =
      treebank(language, fmt::format("{}/en_{}-ud-test.conllu.gz", ud, name), false);
  row(fmt::format("{} test, gold tokens: UPOS", name), scores.upos.f1(), upos);
  row(fmt::format("{} test, gold tokens: LAS", name), scores.las.f1(), las);
  note("  XPOS", scores.xpos.f1());
  note("  lemmas", scores.lemmas.f1());
  note("  UAS", scores.uas.f1());
  note("  LAS with subtypes of labels", scores.las_with_subtypes.f1());
}

// Sentences of diplomatic news, whose trees were corrected by hand from those of an earlier model.
void news(const Language& language, const std::string& path) {
  const SharedTaskScores scores = treebank(language, path, false);
  note("news test, gold tokens: UPOS", scores.upos.f1());
  note("  UAS", scores.uas.f1());
  note("  LAS", scores.las.f1());
}

void raw_text(const Language& language, const std::string& ud) {
  const SharedTaskScores scores = treebank(language, ud + "/en_ewt-ud-test.conllu.gz", true);
  row("ewt test, raw text: words", scores.words.f1(), 98.5);
  row("ewt test, raw text: sentences", scores.sentences.f1(), 80);
  row("ewt test, raw text: UPOS", scores.upos.f1(), 93.5);
  row("ewt test, raw text: LAS", scores.las.f1(), 78.5);
}

// Raw text to everything, by sentences of 20 tokens.
void speed(const Language& language, const std::string& ud) {
  std::string text;
  for (const char* name : {"en_ewt-ud-dev", "en_gum-ud-dev"}) {
    for (const auto& sentences : read_documents(fmt::format("{}/{}.conllu.gz", ud, name))) {
      text += document_of(sentences, false).text + "\n\n";
    }
  }
  const double begin = cpu_seconds();
  std::size_t tokens = 0;
  for (int k = 0; k < 3; ++k) tokens += language.read(text).tokens.size();
  row("raw text to all, one core", static_cast<double>(tokens) / 20 / (cpu_seconds() - begin), 4000,
      "sentences/s of 20 tokens");
}

void memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  note("memory of this evaluation, MB", static_cast<double>(usage.ru_maxrss) / 1024);
}

// In milliseconds of the processor, of all threads; other programs disturb some of the loads.
double loading(const LanguageOptions& options) {
  double best = 1e9;
  for (int k = 0; k < 5; ++k) {
    const double begin = cpu_seconds();
    const Language language(options);
    best = std::min(best, (cpu_seconds() - begin) * 1e3);
  }
  return best;
}

void evaluate(const std::string& shared, const std::string& model, bool show) {
  LanguageOptions options;
  options.model_file = model;
  const Language language(options);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  row("memory, loaded", static_cast<double>(usage.ru_maxrss) / 1024, 150, "MB", true);
  const std::string ud = shared + "/ud";
  gold_tokens(language, ud, "ewt", 95.3, 82.5);
  gold_tokens(language, ud, "gum", 96.4, 81);
  news(language, "tools/language/news_trees_test.conllu");
  raw_text(language, ud);
  speed(language, ud);
  const PersonCounts persons = evaluate_persons(language, shared + "/news", shared + "/gold", show);
  row("persons of gold records, named there", persons.named.percent(), 95,
      fmt::format("of {}", persons.named.all));
  row("persons meant by description or pronoun", persons.unnamed.percent(), 80,
      fmt::format("of {}", persons.unnamed.all));
  note("speakers of quotations, by full name", persons.speakers.percent());
  const std::string own = "tests/language/annotated/";
  const NameCounts names = evaluate_names(language, read_annotated(own + "names.txt"), show);
  note("names of our own sentences, F1", names.f1());
  const MentionCounts mentions =
      evaluate_mentions(language, read_annotated(own + "persons.txt"), show);
  note("persons of our own sentences", mentions.all.percent());
  note("  by description or pronoun", mentions.others.percent());
  const DateCounts dates = evaluate_dates(language, shared + "/gold/dates", show);
  row("dates of the chosen kinds", dates.parsers.percent(), 90,
      fmt::format("of {} ({} in all)", dates.parsers.all, dates.parsers.seen));
  note(fmt::format("  in requests to a calendar, of {} ({} in all)", dates.model.all,
                   dates.model.seen),
       dates.model.percent());
  memory();
  row("loading, processor time, best of five", loading(options), 100, "ms", true);
}

}  // namespace

int main(int argc, char** argv) {
  std::string model;
  bool show = false;
  for (int i = 2; i < argc; ++i) {
    if (std::string(argv[i]) == "--show")
      show = true;
    else
      model = argv[i];
  }
  if (argc < 2) {
    fmt::print(stderr, "usage: evaluate_language SHARED [MODEL.vfl] [--show]\n");
    return 2;
  }
  try {
    evaluate(argv[1], model, show);
  } catch (const std::exception& e) {
    fmt::print(stderr, "evaluate_language: {}\n", e.what());
    return 2;
  }
  return missed ? 1 : 0;
}
