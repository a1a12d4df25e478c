// The page as Markdown, with tables as most readers of it know them (GitHub's).
#include <fmt/format.h>

#include "brief/page.h"

namespace volteface {
namespace {

// What Markdown would take for its own.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\|*_`<[").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// "\[1\]\[2\]"
std::string marks_of(const std::vector<std::size_t>& sources) {
  return sources.empty() ? "" : " " + escaped(citation_marks(sources));
}

std::string cell_markdown(const PageCell& cell) {
  return escaped(cell.detail.empty() ? cell.text : cell.text + " " + cell.detail);
}

std::string line(const std::vector<std::string>& cells) {
  return fmt::format("| {} |\n", fmt::join(cells, " | "));
}

std::string table_markdown(const PageTable& table) {
  std::vector<std::string> heads, rules;
  for (const PageColumn& column : table.columns) {
    heads.push_back(escaped(column.head));
    rules.emplace_back(column.right ? "---:" : "---");
  }
  if (!table.below_head.empty()) {
    heads.push_back(escaped(table.below_head));
    rules.emplace_back("---");
  }
  std::string text = line(heads) + line(rules);
  for (const PageRow& row : table.rows) {
    std::vector<std::string> cells;
    for (const PageCell& cell : row.cells) cells.push_back(cell_markdown(cell));
    if (!table.below_head.empty()) cells.push_back(escaped(row.below) + marks_of(row.sources));
    text += line(cells);
  }
  return text;
}

bool is_in_list(BlockKind kind) {
  return kind == BlockKind::item || kind == BlockKind::quote || kind == BlockKind::source;
}

std::string block_markdown(const PageBlock& block) {
  switch (block.kind) {
    case BlockKind::table:
      return table_markdown(block.table);
    case BlockKind::quote:
      return fmt::format("  * “{}”{}\n", escaped(block.text), marks_of(block.sources));
    case BlockKind::source:
      return fmt::format("* {} {} {}\n", marks_of(block.sources), escaped(block.text),
                         escaped(block.address));
    default:
      return fmt::format("{}{}{}\n", block.kind == BlockKind::item ? "* " : "", escaped(block.text),
                         marks_of(block.sources));
  }
}

}  // namespace

std::string brief_markdown(const Brief& brief) {
  const Page page = page_of(brief);
  std::string text = fmt::format("# {}\n\n{}\n", escaped(page.title), escaped(page.subtitle));
  for (const std::string& sentence : page.headline) {
    text += fmt::format("\n**{}**\n", escaped(sentence));
  }
  for (const PageSection& section : page.sections) {
    text += fmt::format("\n## {}\n", escaped(section.heading));
    bool in_list = false;
    for (const PageBlock& block : section.blocks) {
      if (block.kind == BlockKind::picture) continue;
      const bool item = is_in_list(block.kind);
      if (!item || !in_list) text += "\n";
      in_list = item;
      text += block_markdown(block);
    }
  }
  return text;
}

}  // namespace volteface
