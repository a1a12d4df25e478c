#include "brief/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "brief/words.h"
#include "record/text_layout.h"

namespace volteface {
namespace {

constexpr std::size_t widest_plot = 44;
constexpr std::size_t narrowest_plot = 16;
constexpr std::size_t before_plot = 3;
constexpr std::size_t widest_below = 96;
constexpr std::string_view below_indent = "      ";

std::string spaces(std::size_t n) { return std::string(n, ' '); }

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

// The ends of the scale, and 0 between them where it does not touch either.
std::string axis(const Scale& scale) {
  const std::string lo = number(scale.lo), hi = number(scale.hi);
  std::string middle = spaces(scale.columns - display_width(lo) - display_width(hi));
  const std::size_t zero = scale.at(0), begin = display_width(lo);
  if (zero > begin && zero + 1 < begin + middle.size()) middle[zero - begin] = '0';
  return lo + middle + hi;
}

// --- The table

class TextTable {
 public:
  TextTable(const PageTable& table, std::size_t width) : table_(table), width_(width) {
    measure();
    if (needed() > width_) {
      with_details_ = false;
      measure();
    }
    if (needed() > width_) between_ = 1;
    while (needed() > width_ && leave_out_a_column()) measure();
    if (needed() > width_) indent_.remove_suffix(1);
    give_up_names();
    make_plot();
  }

  std::string text() const {
    std::vector<std::string> heads;
    for (const PageColumn& column : table_.columns) heads.push_back(column.head);
    std::string text = line(heads, plotted_ ? axis(scale_) : "");
    for (const PageRow& row : table_.rows) {
      std::vector<std::string> cells;
      for (const PageCell& cell : row.cells) cells.push_back(cell_text(cell));
      text += line(cells, plotted_ && row.plot ? drawn(*row.plot, scale_) : "");
      const std::string marks = citation_marks(row.sources);
      if (row.below.empty() && marks.empty()) continue;
      const std::size_t room = std::min(width_, widest_below) - below_indent.size();
      const std::string below =
          cut_to(row.below, room - std::min(room, marks.empty() ? 0 : marks.size() + 1));
      text += below_indent;
      text += below + (marks.empty() ? "" : " " + marks) + "\n";
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
    std::size_t sum = indent_.size();
    for (std::size_t c = 0; c < widths_.size(); ++c) sum += gap_before(c) + widths_[c];
    return sum;
  }

  std::size_t gap_before(std::size_t column) const {
    if (column == 0) return 0;
    return table_.columns[column].tight ? 1 : between_;
  }

  bool leave_out_a_column() {
    for (std::size_t c = table_.columns.size(); c-- > 0;) {
      if (!table_.columns[c].optional) continue;
      const auto at = static_cast<std::ptrdiff_t>(c);
      table_.columns.erase(table_.columns.begin() + at);
      for (PageRow& row : table_.rows) row.cells.erase(row.cells.begin() + at);
      return true;
    }
    return false;
  }

  void give_up_names() {
    constexpr std::size_t least_name = 8;
    if (needed() <= width_ || widths_.front() <= least_name) return;
    widths_.front() -= std::min(needed() - width_, widths_.front() - least_name);
  }

  void make_plot() {
    const std::size_t taken = needed() + before_plot;
    const std::size_t room = width_ > taken ? std::min(width_ - taken, widest_plot) : 0;
    plotted_ = room >= narrowest_plot &&
               std::any_of(table_.rows.begin(), table_.rows.end(),
                           [](const PageRow& row) { return row.plot.has_value(); });
    scale_ = scale_of(table_, room);
  }

  std::string line(const std::vector<std::string>& cells, const std::string& plot) const {
    std::string text(indent_);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      text += spaces(gap_before(c));
      text += padded(cut_to(cells[c], widths_[c]), widths_[c], table_.columns[c].right);
    }
    if (!plot.empty()) text += spaces(before_plot) + plot;
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
  }

  PageTable table_;
  std::size_t width_;
  std::string_view indent_ = text_indent;
  bool with_details_ = true;
  bool plotted_ = false;
  std::size_t between_ = 2;
  std::vector<std::size_t> widths_;
  Scale scale_;
};

}  // namespace

std::string text_table(const PageTable& table, std::size_t width) {
  return TextTable(table, width).text();
}

}  // namespace volteface
