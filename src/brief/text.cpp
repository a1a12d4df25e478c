// The page as text for a terminal.
#include <fmt/format.h>

#include <algorithm>

#include "brief/page.h"
#include "brief/text_table.h"
#include "record/text_layout.h"

namespace volteface {
namespace {

constexpr std::size_t least_width = 60;
constexpr std::size_t widest_prose = 96;  // longer lines are hard to read
constexpr std::string_view quote_indent = "      ";

// Letters of ASCII and of Latin-1 ("Côte d'Ivoire", "Türkiye").
std::string upper(std::string text) {
  constexpr char latin = '\xC3';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool ascii = c >= 'a' && c <= 'z';
    const bool accented =
        i > 0 && text[i - 1] == latin && c >= '\xA0' && c <= '\xBE' && c != '\xB7';
    if (ascii || accented) text[i] = static_cast<char>(c - 32);
  }
  return text;
}

std::string with_marks(const PageBlock& block) {
  return block.sources.empty() ? block.text : block.text + " " + citation_marks(block.sources);
}

std::string block_text(const PageBlock& block, std::size_t width) {
  const std::size_t prose = std::min(width, widest_prose);
  switch (block.kind) {
    case BlockKind::table:
      return text_table(block.table, width);
    case BlockKind::picture:
      return "";
    case BlockKind::quote:
      return wrapped(fmt::format("“{}” {}", block.text, citation_marks(block.sources)), prose,
                     quote_indent);
    case BlockKind::source: {
      const std::string mark = citation_marks(block.sources);
      return wrapped(block.address.empty()
                         ? mark + " " + block.text
                         : fmt::format("{} {} {}", mark, block.text, block.address),
                     prose, text_indent);
    }
    default:
      return wrapped(with_marks(block), prose, text_indent);
  }
}

}  // namespace

std::string brief_text(const Brief& brief, const BriefStyle& style) {
  const std::size_t width = std::max(style.width, least_width);
  const auto heading = [&](const std::string& text) {
    const std::string cut = cut_to(text, width);
    return (style.heading ? style.heading(cut) : cut) + "\n";
  };
  const Page page = page_of(brief);
  std::string text = heading(upper(page.title));
  text += wrapped(page.subtitle, std::min(width, widest_prose));
  for (const std::string& sentence : page.headline) {
    text += "\n" + wrapped(sentence, std::min(width, widest_prose));
  }
  for (const PageSection& section : page.sections) {
    text += "\n" + heading(upper(section.heading));
    for (const PageBlock& block : section.blocks) text += block_text(block, width);
  }
  return text;
}

}  // namespace volteface
