// A brief as a page: headings, paragraphs, lists and tables of text, before any
// form is given to it.
//
// What is said is decided here, once; text.cpp and markdown.cpp only lay it out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "volteface/brief.h"

namespace volteface {

struct PageCell {
  std::string text;
  std::string detail;  // behind the text, where there is room for that of the whole table
};

struct PageColumn {
  std::string head;
  bool right = false;     // aligned
  bool tight = false;     // close to the column before it
  bool optional = false;  // may be left out where there is no room
};

struct PageRow {
  std::vector<PageCell> cells;  // one a column
  std::string below;            // a title or the like: below the row, or in a last column
  std::optional<Estimate> plot;
  std::vector<std::size_t> sources = {};  // cited reports, behind what is below
};

struct PageTable {
  std::vector<PageColumn> columns;
  std::vector<PageRow> rows;
  std::string below_head;
};

// A quote is words of a report, without marks; a source is a report that the page cites.
enum class BlockKind { paragraph, item, quote, source, table, picture };

// Drawn by the forms that can (html.cpp), from the brief itself.
enum class Picture { ideal_points, agreement, surprises, time_line };

struct PageBlock {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
  PageTable table;
  std::vector<std::size_t> sources;  // places of reports that it cites; of a source its own
  std::string address;               // of a source; may be empty, may be anything
  Picture picture = Picture::ideal_points;
};

struct PageSection {
  std::string heading;
  std::vector<PageBlock> blocks;

  void say(std::string text) { add(BlockKind::paragraph, std::move(text)); }
  void add_item(std::string text, std::vector<std::size_t> sources = {}) {
    add(BlockKind::item, std::move(text), std::move(sources));
  }
  void quote(std::string words, std::size_t source) {
    add(BlockKind::quote, std::move(words), {source});
  }
  void add(BlockKind kind, std::string text, std::vector<std::size_t> sources = {}) {
    blocks.emplace_back();
    blocks.back().kind = kind;
    blocks.back().text = std::move(text);
    blocks.back().sources = std::move(sources);
  }
  void add(PageTable table) {
    add(BlockKind::table, "");
    blocks.back().table = std::move(table);
  }
  void add(Picture picture) {
    add(BlockKind::picture, "");
    blocks.back().picture = picture;
  }
};

struct Page {
  std::string title;
  std::string subtitle;
  std::vector<std::string> headline;
  std::vector<PageSection> sections;
};

Page page_of(const Brief& brief);

// The sections, each in the file of its name.
PageSection tell_turning(const Brief& brief);
PageSection tell_why(const Brief& brief);
PageSection tell_standing(const Brief& brief);
PageSection tell_company(const Brief& brief);
PageSection tell_votes_on(const Brief& brief);
PageSection tell_unusual(const Brief& brief);
PageSection tell_recurring(const Brief& brief);
PageSection tell_exposed(const Brief& brief);
PageSection tell_covered(const Brief& brief);
PageSection tell_unknown(const Brief& brief);

// Those of the press: only where brief.press is there.
PageSection tell_happened(const Brief& brief);
PageSection tell_reasons(const Brief& brief);
PageSection tell_words_and_votes(const Brief& brief);
PageSection tell_contacts(const Brief& brief);
PageSection tell_contradicted(const Brief& brief);
PageSection tell_sources(const Brief& brief);

// "[1][3]", the reports as they are cited, numbered from 1; empty for none.
std::string citation_marks(const std::vector<std::size_t>& sources);

}  // namespace volteface
