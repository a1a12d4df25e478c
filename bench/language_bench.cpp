// Raw text to trees, names, dates and who is meant: CPU time on one core.
#include <benchmark/benchmark.h>

#include "volteface/language.h"

namespace volteface {
namespace {

// Some pages of plain news prose, the same sentences again and again.
std::string pages(int copies) {
  const std::string page =
      "NAIROBI, May 20, 2024 \u2014 President William Ruto of Kenya will travel to Washington on "
      "Thursday for talks with Joe Biden, "
      "his office said on Monday.\n\n\u201cWe come as friends, and we come with a list,\u201d his "
      "spokesman told reporters, who had asked "
      "whether the two leaders would speak about Haiti. He would not say what was on it.\n\nThe "
      "Kenyan leader has promised "
      "a thousand police officers, although a court in Nairobi ruled in January that they may not "
      "be sent without a treaty between "
      "the two states. Analysts doubt that the money which the United States pledged last year "
      "will come in time.\n\n";
  std::string text;
  for (int i = 0; i < copies; ++i) text += page;
  return text;
}

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Language());
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

void read_text(benchmark::State& state) {
  const Language language;
  const std::string text = pages(static_cast<int>(state.range(0)));
  std::size_t tokens = 0;
  for (auto _ : state) tokens += language.read(text).tokens.size();
  state.counters["sentences_of_20"] =
      benchmark::Counter(static_cast<double>(tokens) / 20, benchmark::Counter::kIsRate);
  state.counters["bytes"] = benchmark::Counter(
      static_cast<double>(text.size() * state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(read_text)->Arg(1)->Arg(100)->Unit(benchmark::kMillisecond);

void steps(benchmark::State& state) {
  const Language language;
  const std::string text = pages(100);
  for (auto _ : state) {
    Document document;
    document.text = text;
    language.split(document);
    if (state.range(0) > 0) language.tag(document);
    if (state.range(0) > 1) language.parse(document);
    if (state.range(0) > 2) language.understand(document);
    benchmark::DoNotOptimize(document);
  }
}
BENCHMARK(steps)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace volteface
