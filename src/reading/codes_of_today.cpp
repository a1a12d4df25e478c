#include "reading/codes_of_today.h"

#include <array>
#include <string_view>
#include <utility>

namespace volteface {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> goes_on = {
    {{"SUN", "RUS"}, {"GFR", "DEU"}}};

void use_code_of_today(std::string& state) {
  for (const auto& [before, today] : goes_on) {
    if (state == before) state = today;
  }
}

}  // namespace

void use_codes_of_today(Reading& reading) {
  for (ReportedVote& vote : reading.votes) use_code_of_today(vote.state);
  for (ReportedEvent& event : reading.events) {
    use_code_of_today(event.source.state);
    use_code_of_today(event.target.state);
  }
  for (Statement& statement : reading.statements) use_code_of_today(statement.speaker.state);
  for (Explanation& why : reading.explanations) {
    use_code_of_today(why.state);
    use_code_of_today(why.speaker.state);
    use_code_of_today(why.cause);
  }
}

}  // namespace volteface
