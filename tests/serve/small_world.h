// A world that is made in a moment: the votes to the end of 1962, and two reports of these years.
#pragma once

#include "serve/world.h"
#include "volteface/checking.h"
#include "volteface/language.h"
#include "volteface/reader.h"

namespace volteface::serve {

inline const std::vector<std::string>& report_texts() {
  static const std::vector<std::string> texts = {
      "NEW YORK, 2 November 1956 - The General Assembly called for a cease-fire in Egypt on "
      "Friday. The United States voted in favour; Australia voted against, and Canada abstained. "
      "\"We could not stand aside,\" said <script>alert(1)</script> Foreign Minister Lester "
      "Pearson.\n",
      "OTTAWA, 6 December 1956 - Canada's Prime Minister, Louis St. Laurent, met the American "
      "President, Dwight Eisenhower, in Washington on 5 December.\n"};
  return texts;
}

inline ReportsRead small_reports(const Record& record) {
  const Language language;
  const Reader reader(language);
  const Checker checker(record);
  ReportsRead reports;
  for (const std::string& text : report_texts()) {
    const std::string doc = "report-" + std::to_string(reports.texts.size() + 1);
    Reading reading = reader.read(doc, text, parse_date("1956-12-06"), record, checker);
    Check check = checker.check(reading, text);
    reports.reports.push_back({std::move(reading), std::move(check), "A report", ""});
    reports.texts.push_back(text);
  }
  return reports;
}

inline const World& small_world() {
  static const World* world = [] {
    Record record = record_as_of(embedded_record(), *parse_date("1962-12-31"));
    ReportsRead reports = small_reports(record);
    return new World(std::move(record), std::move(reports));
  }();
  return *world;
}

inline void wait_for_turns(const World& world) {
  while (!world.turns_ready()) std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

}  // namespace volteface::serve
