// The votes that were least to be expected: a bar each.
#include <fmt/format.h>

#include <algorithm>

#include "brief/drawing.h"
#include "brief/pictures.h"
#include "brief/words.h"

namespace volteface {
namespace {

constexpr double width = 720, left = 190, right = 190, row = 22, top = 8, bottom = 26;

}  // namespace

std::string draw_surprises(const Brief& brief) {
  const auto& votes = brief.unusual.votes;
  if (votes.empty()) return "";
  const double height = top + bottom + row * static_cast<double>(votes.size());
  double most = 1;
  for (const UnusualVote& vote : votes) most = std::max(most, vote.bits);
  const PictureScale x{0, most, left, width - right};
  Drawing drawing(width, height, "Surprise of the most unusual votes, in bits",
                  "A bar for each vote; the table beside has the numbers.");
  for (const double tick : round_ticks(0, most)) {
    drawing.line({x.at(tick), top}, {x.at(tick), height - bottom}, "grid");
    drawing.text({x.at(tick), height - 8}, fmt::format("{:g}", tick), Drawing::Anchor::middle,
                 "tick");
  }
  double y = top;
  for (const UnusualVote& vote : votes) {
    const std::string& symbol = vote.vote.symbol.empty() ? vote.vote.id : vote.vote.symbol;
    drawing.text({left - 8, y + 15}, fmt::format("{}  {}", format_date(vote.vote.date), symbol),
                 Drawing::Anchor::end, vote.on ? "tick strong" : "tick");
    drawing.box({left, y + 4}, x.at(vote.bits) - left, row - 8, vote.on ? "bar bar-on" : "bar",
                vote.vote.title);
    drawing.text({x.at(vote.bits) + 6, y + 15},
                 fmt::format("{:.1f}: {}, not {}", vote.bits, choice_name(vote.vote.choice),
                             choice_name(vote.likeliest)),
                 Drawing::Anchor::start, "label");
    y += row;
  }
  return drawing.svg();
}

}  // namespace volteface
