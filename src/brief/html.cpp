// The page as one HTML file, with pictures.
#include <fmt/format.h>

#include "brief/html_text.h"
#include "brief/page.h"
#include "brief/pictures.h"
#include "volteface/version.h"

namespace volteface {
namespace {

// Colours are those of Okabe and Ito (2008), told apart by the colour-blind; lines differ in their
// dashes and carry their names, so that colour is never alone.
constexpr std::string_view style = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --faint: #595959; --rule: #ddd;
  --own: #0072b2; --ribbon: #0072b233; --turn: #b34700; --turn-days: #d55e0026; --bar: #767676;
  --c0: #0072b2; --c1: #b34700; --c2: #00705a; --c3: #8f4a77; --c4: #7a5c00; --c5: #1a1a1a; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181b; --ink: #ececec; --faint: #a9a9a9;
  --rule: #3a3d42; --own: #6cc0f5; --ribbon: #6cc0f533; --turn: #ff9d57; --turn-days: #ff9d5726;
  --bar: #8f8f8f; --c0: #6cc0f5; --c1: #ff9d57; --c2: #4fd6b4; --c3: #e6a3cc; --c4: #f0e442;
  --c5: #ececec; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 Georgia, "Times New Roman", serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem; padding-top: .6rem; border-top: 1px solid var(--rule); }
.covered, figcaption, footer, .remark { color: var(--faint); font-size: .9rem; }
.headline p { font-size: 1.08rem; margin: .7rem 0; }
blockquote { margin: .3rem 0 .3rem 1.5rem; padding-left: .8rem; border-left: 3px solid var(--rule); }
ul, ol { padding-left: 1.3rem; } li { margin: .4rem 0; }
.table { overflow-x: auto; margin: 1rem 0; }
/* A date, a symbol or a tally is not broken at its hyphens, but where the page is narrow. */
@media (min-width: 40rem) { td:not(.below):not(.words) { white-space: nowrap; } }
table { border-collapse: collapse; font: .82rem/1.4 system-ui, sans-serif; min-width: 100%; }
th, td { text-align: left; padding: .2rem .5rem .2rem 0; vertical-align: top;
  border-bottom: 1px solid var(--rule); }
th { font-weight: 600; } .right { text-align: right; font-variant-numeric: tabular-nums; }
td.below { min-width: 14rem; }
a { color: var(--own); } a.cite { text-decoration: none; font-size: .85em; }
:focus-visible { outline: 2px solid var(--own); outline-offset: 2px; }
figure { margin: 1rem 0; } svg { width: 100%; height: auto; display: block; overflow: visible; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); } svg .tick { fill: var(--faint); }
svg .strong { font-weight: 700; } svg .letter { font-weight: 700; font-size: 11px; }
.line { fill: none; stroke-width: 2; } .grid { stroke: var(--rule); stroke-width: 1; }
.ribbon { fill: var(--ribbon); } .own { stroke: var(--own); } .own-dot, .contact { fill: var(--own); }
.contact { stroke: var(--own); stroke-width: 1.5; } .unsure { fill: var(--paper); }
.other { stroke: var(--faint); } .dashed { stroke-dasharray: 6 4; }
.turn { stroke: var(--turn); stroke-width: 1.5; } .turn-days { fill: var(--turn-days); }
.bar { fill: var(--bar); } .bar-on { fill: var(--turn); }
.line-0 { stroke: var(--c0); } .line-1 { stroke: var(--c1); stroke-dasharray: 7 3; }
.line-2 { stroke: var(--c2); stroke-dasharray: 2 3; } .line-3 { stroke: var(--c3); stroke-dasharray: 9 3 2 3; }
.line-4 { stroke: var(--c4); stroke-dasharray: 4 2; } .line-5 { stroke: var(--c5); stroke-width: 2.5; }
.filled.line-0 { fill: var(--c0); } .filled.line-1 { fill: var(--c1); } .filled.line-2 { fill: var(--c2); }
.filled.line-3 { fill: var(--c3); } .filled.line-4 { fill: var(--c4); } .filled.line-5 { fill: var(--c5); }
svg .line-0-text { fill: var(--c0); } svg .line-1-text { fill: var(--c1); }
svg .line-2-text { fill: var(--c2); } svg .line-3-text { fill: var(--c3); }
svg .line-4-text { fill: var(--c4); } svg .line-5-text { fill: var(--c5); }
@media print { :root { --paper: #fff; --ink: #000; } main { max-width: none; padding: 0; }
  h2, figure, tr, blockquote, li { break-inside: avoid; } h2 { break-after: avoid; } }
)";

std::string cites(const std::vector<std::size_t>& sources) {
  std::string out;
  for (const std::size_t source : sources) {
    out += fmt::format(" <a class=\"cite\" href=\"#source-{0}\">[{0}]</a>", source + 1);
  }
  return out;
}

std::string cell(std::string_view tag, const std::string& html, bool right,
                 std::string_view scope = "") {
  return fmt::format("<{}{}{}>{}</{}>", tag, right ? " class=\"right\"" : "", scope, html, tag);
}

std::string cell_text(const PageCell& cell) {
  return html_escaped(cell.detail.empty() ? cell.text : cell.text + " " + cell.detail);
}

std::string table_html(const PageTable& table) {
  std::string html = "<div class=\"table\"><table>\n<thead><tr>";
  for (const PageColumn& column : table.columns)
    html += cell("th", html_escaped(column.head), column.right, " scope=\"col\"");
  if (!table.below_head.empty())
    html += cell("th", html_escaped(table.below_head), false, " scope=\"col\"");
  html += "</tr></thead>\n<tbody>\n";
  for (const PageRow& row : table.rows) {
    html += "<tr>";
    for (std::size_t k = 0; k < row.cells.size(); ++k)
      html +=
          cell("td", cell_text(row.cells[k]), k < table.columns.size() && table.columns[k].right);
    if (!table.below_head.empty())
      html += "<td class=\"below\">" + html_escaped(row.below) + cites(row.sources) + "</td>";
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

std::string source_html(const PageBlock& block) {
  const std::size_t source = block.sources.front() + 1;
  std::string address;
  if (may_be_linked(block.address)) {
    address = fmt::format(" <a href=\"{0}\" rel=\"noopener noreferrer\">{0}</a>",
                          html_escaped(block.address));
  } else if (!block.address.empty()) {
    address = " " + html_escaped(block.address);
  }
  return fmt::format("<p id=\"source-{0}\">[{0}] {1}{2}</p>\n", source, html_escaped(block.text),
                     address);
}

std::string picture_html(const Brief& brief, Picture picture) {
  const std::string svg = picture_svg(brief, picture);
  return svg.empty() ? "" : "<figure>\n" + svg + "</figure>\n";
}

std::string block_html(const Brief& brief, const PageBlock& block) {
  switch (block.kind) {
    case BlockKind::table:
      return table_html(block.table);
    case BlockKind::picture:
      return picture_html(brief, block.picture);
    case BlockKind::source:
      return source_html(block);
    case BlockKind::quote:
      return fmt::format("<blockquote>“{}”{}</blockquote>\n", html_escaped(block.text),
                         cites(block.sources));
    case BlockKind::item:
      return fmt::format("<ul><li>{}{}</li></ul>\n", html_escaped(block.text),
                         cites(block.sources));
    default:
      return fmt::format("<p>{}{}</p>\n", html_escaped(block.text), cites(block.sources));
  }
}

std::string head(const Page& page) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n<title>{}</title>\n<style>{}</style>\n</head>\n",
      html_escaped(page.title), style);
}

}  // namespace

std::string brief_html(const Brief& brief) {
  const Page page = page_of(brief);
  std::string html = head(page);
  html += fmt::format("<body>\n<main>\n<header>\n<h1>{}</h1>\n<p class=\"covered\">{}</p>\n",
                      html_escaped(page.title), html_escaped(page.subtitle));
  html += "<div class=\"headline\">\n";
  for (const std::string& sentence : page.headline)
    html += fmt::format("<p>{}</p>\n", html_escaped(sentence));
  html += "</div>\n</header>\n";
  for (const PageSection& section : page.sections) {
    html += fmt::format("<section>\n<h2>{}</h2>\n", html_escaped(section.heading));
    for (const PageBlock& block : section.blocks) html += block_html(brief, block);
    html += "</section>\n";
  }
  html += fmt::format(
      "<footer><p>volteface {}, record to {} ({}).</p></footer>\n</main>\n</body>\n</html>\n",
      version(), format_date(brief.covered.record_last), html_escaped(brief.covered.record_hash));
  return html;
}

}  // namespace volteface
