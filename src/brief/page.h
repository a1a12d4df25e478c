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
};

struct PageTable {
  std::vector<PageColumn> columns;
  std::vector<PageRow> rows;
  std::string below_head;
};

enum class BlockKind { paragraph, item, table };

struct PageBlock {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
  PageTable table;
};

struct PageSection {
  std::string heading;
  std::vector<PageBlock> blocks;

  void say(std::string text) { blocks.push_back({BlockKind::paragraph, std::move(text), {}}); }
  void add_item(std::string text) { blocks.push_back({BlockKind::item, std::move(text), {}}); }
  void add(PageTable table) { blocks.push_back({BlockKind::table, {}, std::move(table)}); }
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
PageSection tell_covered(const Brief& brief);
PageSection tell_unknown(const Brief& brief);

}  // namespace volteface
