// The page as text for a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "brief/page.h"
#include "brief/words.h"
#include "record/text_layout.h"

namespace volteface {
namespace {

constexpr std::size_t least_width = 60;
constexpr std::size_t widest_prose = 96;  // longer lines are hard to read
constexpr std::size_t widest_plot = 44;
constexpr std::size_t narrowest_plot = 16;
constexpr std::string_view indent = "  ";
constexpr std::string_view deep_indent = "      ";

std::string spaces(std::size_t n) { return std::string(n, ' '); }

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

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string padding = spaces(width - std::min(width, display_width(text)));
  return right ? padding + text : text + padding;
}

// --- The plot of a table: an interval a row on a common scale.

struct Scale {
  double lo = 0;
  double hi = 0;
  std::size_t columns = 0;

  std::size_t at(double value) const {
    const double share = hi > lo ? (value - lo) / (hi - lo) : .5;
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(columns - 1)));
  }
};

Scale scale_of(const PageTable& table, std::size_t columns) {
  Scale scale{0, 0, columns};
  for (const PageRow& row : table.rows) {
    if (!row.plot) continue;
    scale.lo = std::min(scale.lo, row.plot->lo);
    scale.hi = std::max(scale.hi, row.plot->hi);
  }
  return scale;
}

std::string drawn(const Estimate& e, const Scale& scale) {
  std::vector<std::string_view> cells(scale.columns, " ");
  cells[scale.at(0)] = "┊";
  for (std::size_t i = scale.at(e.lo); i <= scale.at(e.hi); ++i) cells[i] = "─";
  cells[scale.at(e.value)] = e.n < least_votes ? "○" : "●";
  std::string line = fmt::format("{}", fmt::join(cells, ""));
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string axis(const Scale& scale) {
  const std::string lo = number(scale.lo), hi = number(scale.hi);
  return lo + spaces(scale.columns - display_width(lo) - display_width(hi)) + hi;
}

// --- Tables

class TextTable {
 public:
  TextTable(const PageTable& table, std::size_t width) : table_(table), width_(width) {
    for (const bool details : {true, false}) {
      with_details_ = details;
      measure();
      if (needed() <= width) break;
    }
    if (needed() > width) between_ = 1;
    give_up_names();
    plotted_ = std::any_of(table.rows.begin(), table.rows.end(),
                           [](const PageRow& row) { return row.plot.has_value(); });
    const std::size_t room = width > needed() + 3 ? width - needed() - 3 : 0;
    plotted_ = plotted_ && room >= narrowest_plot;
    scale_ = scale_of(table, std::min(room, widest_plot));
  }

  std::string text() const {
    std::vector<std::string> heads;
    for (const PageColumn& column : table_.columns) heads.push_back(column.head);
    std::string text = line(heads, plotted_ ? axis(scale_) : "");
    for (const PageRow& row : table_.rows) {
      std::vector<std::string> cells;
      for (const PageCell& cell : row.cells) cells.push_back(cell_text(cell));
      text += line(cells, plotted_ && row.plot ? drawn(*row.plot, scale_) : "");
      if (!row.below.empty()) {
        text += deep_indent;
        text += cut_to(row.below, std::min(width_, widest_prose) - deep_indent.size()) + "\n";
      }
    }
    return text;
  }

 private:
  std::string cell_text(const PageCell& cell) const {
    return with_details_ && !cell.detail.empty() ? cell.text + " " + cell.detail : cell.text;
  }

  void measure() {
    widths_.clear();
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      std::size_t widest = display_width(table_.columns[c].head);
      for (const PageRow& row : table_.rows) {
        widest = std::max(widest, display_width(cell_text(row.cells[c])));
      }
      widths_.push_back(widest);
    }
  }

  std::size_t needed() const {
    std::size_t sum = indent.size();
    for (std::size_t c = 0; c < widths_.size(); ++c) sum += gap_before(c) + widths_[c];
    return sum;
  }

  std::size_t gap_before(std::size_t column) const {
    if (column == 0) return 0;
    return table_.columns[column].tight ? 1 : between_;
  }

  // Names of states, in the first column, are cut where all else has been done.
  void give_up_names() {
    constexpr std::size_t least_name = 8;
    if (needed() <= width_ || widths_.front() <= least_name) return;
    widths_.front() -= std::min(needed() - width_, widths_.front() - least_name);
  }

  std::string line(const std::vector<std::string>& cells, const std::string& plot) const {
    std::string text(indent);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      text += spaces(gap_before(c));
      text += padded(cut_to(cells[c], widths_[c]), widths_[c], table_.columns[c].right);
    }
    if (!plot.empty()) text += spaces(3) + plot;
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
  }

  const PageTable& table_;
  std::size_t width_;
  bool with_details_ = true;
  bool plotted_ = false;
  std::size_t between_ = 2;
  std::vector<std::size_t> widths_;
  Scale scale_;
};

std::string block_text(const PageBlock& block, std::size_t width) {
  if (block.kind == BlockKind::table) return TextTable(block.table, width).text();
  return wrapped(block.text, std::min(width, widest_prose), indent);
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
