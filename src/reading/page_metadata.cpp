#include "reading/page_metadata.h"

#include <simdjson.h>

#include <algorithm>

#include "reading/html_tree.h"
#include "reading/report_parts.h"
#include "record/text.h"

namespace volteface {
namespace {

std::string inner_text(const GumboNode& top) {
  std::string text;
  walk(top, [&](const GumboNode& node) {
    if (is_text(node)) text += node.v.text.text;
    return true;
  });
  return text;
}

void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&](auto known) { return equal_ignoring_case(name, known); });
}

void take_meta(const GumboNode& meta, Report& report) {
  std::string_view name = attribute(meta, "property");
  if (name.empty()) name = attribute(meta, "name");
  if (name.empty()) name = attribute(meta, "itemprop");
  const std::string_view content = attribute(meta, "content");
  if (is_any(name, {"og:title", "twitter:title", "dc.title"})) fill(report.title, content);
  if (is_any(name, {"og:site_name", "application-name"})) fill(report.outlet, content);
  if (is_any(name, {"og:url"})) fill(report.url, content);
  if (is_any(name, {"article:published_time", "datePublished", "dc.date", "dc.date.issued", "date",
                    "pubdate", "publishdate", "parsely-pub-date", "sailthru.date"})) {
    add_date(report, content);
  }
}

// Objects of JSON-LD say what they are in any nesting of arrays and @graph.
void take_linked_data(simdjson::dom::element value, Report& report, int depth) {
  if (depth > 8) return;
  simdjson::dom::array array;
  if (!value.get(array)) {
    for (const auto item : array) take_linked_data(item, report, depth + 1);
    return;
  }
  simdjson::dom::object object;
  if (value.get(object)) return;
  std::string_view text;
  if (!object["datePublished"].get(text)) add_date(report, text);
  if (!object["headline"].get(text)) fill(report.title, text);
  simdjson::dom::object publisher;
  if (!object["publisher"].get(publisher) && !publisher["name"].get(text)) {
    fill(report.outlet, text);
  }
  simdjson::dom::element graph;
  if (!object["@graph"].get(graph)) take_linked_data(graph, report, depth + 1);
}

void take_script(const GumboNode& script, Report& report) {
  if (!equal_ignoring_case(attribute(script, "type"), "application/ld+json")) return;
  simdjson::dom::parser parser;
  simdjson::dom::element value;
  // A page's own faults in it are no loss: what it would say is looked for elsewhere, too.
  if (!parser.parse(inner_text(script)).get(value)) take_linked_data(value, report, 0);
}

// "Title - Outlet": the title alone, where the outlet is known.
std::string_view without_outlet(std::string_view title, std::string_view outlet) {
  if (outlet.empty() || !title.ends_with(outlet)) return title;
  std::string_view rest = title.substr(0, title.size() - outlet.size());
  const auto last = rest.find_last_not_of(" |-\xE2\x80\x93\x94\xC2\xB7");
  return last == rest.npos || last + 1 == rest.size() ? title : rest.substr(0, last + 1);
}

bool same_words(std::string_view a, std::string_view b) {
  const auto letters = [](std::string_view text) {
    std::string kept;
    for (const char c : text) {
      if (static_cast<unsigned char>(c) > ' ') kept += ascii_lower(c);
    }
    return kept;
  };
  return letters(a) == letters(b);
}

}  // namespace

const GumboNode* take_page_metadata(const GumboNode& root, Report& report) {
  std::vector<const GumboNode*> scripts, times, headings;
  const GumboNode* title = nullptr;
  walk(root, [&](const GumboNode& node) {
    if (!is_element(node)) return true;
    switch (node.v.element.tag) {
      case GUMBO_TAG_META:
        take_meta(node, report);
        break;
      case GUMBO_TAG_SCRIPT:
        scripts.push_back(&node);
        break;
      case GUMBO_TAG_TIME:
        times.push_back(&node);
        break;
      case GUMBO_TAG_H1:
        headings.push_back(&node);
        break;
      case GUMBO_TAG_TITLE:
        if (title == nullptr) title = &node;
        break;
      case GUMBO_TAG_LINK:
        if (equal_ignoring_case(attribute(node, "rel"), "canonical")) {
          fill(report.url, attribute(node, "href"));
        }
        break;
      default:
        break;
    }
    return true;
  });
  for (const GumboNode* script : scripts) take_script(*script, report);
  // Pages are full of times, those of other reports among them, so the first alone counts.
  if (!report.date && !times.empty()) {
    add_date(report, attribute(*times.front(), "datetime"));
    if (!report.date) add_date(report, inner_text(*times.front()));
  }
  if (headings.size() == 1) fill(report.title, inner_text(*headings.front()));
  if (title != nullptr) fill(report.title, without_outlet(inner_text(*title), report.outlet));
  for (const GumboNode* heading : headings) {
    if (same_words(inner_text(*heading), report.title)) return heading;
  }
  return nullptr;
}

}  // namespace volteface
