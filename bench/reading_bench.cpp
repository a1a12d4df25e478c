// Reports to records, and archives of the web to reports: CPU time on one core.
#include <benchmark/benchmark.h>

#include "volteface/reader.h"
#include "volteface/reports.h"

namespace volteface {
namespace {

// A report in the manner of a wire: votes, acts, words and reasons.
std::string report() {
  return "NAIROBI, May 20, 2024 \u2014 President William Ruto of Kenya will travel to Washington "
         "on "
         "Thursday for talks with Joe Biden, his office said on Monday.\n\n\u201cWe come as "
         "friends, and we come with a list,\u201d his spokesman told reporters.\n\nKenya abstained "
         "on May 10 when the General Assembly voted on the admission of Palestine, because it did "
         "not want to anger Washington. Nigeria, Chad and South Africa voted in favour.\n\nThe "
         "Kenyan leader has promised a thousand police officers to Haiti, and the United States "
         "pledged 300 million dollars last year. Uganda condemned the plan, and recalled its "
         "ambassador from Nairobi.\n\nAnalysts put the abstention down to American loans.\n\n";
}

void text_to_records(benchmark::State& state) {
  const Language language;
  const Reader reader(language);
  std::string text;
  for (int k = 0; k < 10; ++k) text += report();
  std::size_t tokens = 0;
  for (auto _ : state) {
    const Document document = language.read(text);
    tokens += document.tokens.size();
    benchmark::DoNotOptimize(Reader::read("bench", document));
  }
  state.counters["sentences_of_20"] =
      benchmark::Counter(static_cast<double>(tokens) / 20, benchmark::Counter::kIsRate);
}
BENCHMARK(text_to_records)->Unit(benchmark::kMillisecond);

// Pages of 40 kB, of which a tenth is text, as a crawler keeps them.
std::string archive(int pages) {
  std::string page = "<!doctype html><html><head><title>A page</title><script>";
  while (page.size() < 20000) page += "var a = [1, 2, 3]; ";
  page += "</script></head><body><nav>";
  while (page.size() < 36000) page += "<a href=\"/x\">A link</a> ";
  page += "</nav><article><p>" + report() + report() + report() + "</p></article></body></html>";
  const std::string answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
  std::string out;
  for (int k = 0; k < pages; ++k) {
    out +=
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/1\r\n"
        "Content-Type: application/http; msgtype=response\r\nContent-Length: " +
        std::to_string(answer.size()) + "\r\n\r\n" + answer + "\r\n\r\n";
  }
  return out;
}

void warc_to_reports(benchmark::State& state) {
  const std::string bytes = archive(50);
  ReportSink sink;
  std::size_t reports = 0;
  sink.report = [&](Report&& report) { reports += report.text.empty() ? 0 : 1; };
  for (auto _ : state) parse_reports(bytes, "crawl.warc", {}, sink);
  state.counters["bytes"] = benchmark::Counter(
      static_cast<double>(bytes.size() * state.iterations()), benchmark::Counter::kIsRate);
  state.counters["reports"] =
      benchmark::Counter(static_cast<double>(reports), benchmark::Counter::kIsRate);
}
BENCHMARK(warc_to_reports)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace volteface
