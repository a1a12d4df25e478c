#include "turn/text_sequence.h"

#include <fmt/format.h>

#include "ideal/symbol_parts.h"
#include "ideal/title_words.h"

namespace volteface {
namespace {

// Empty where the title names no text: a speech, an amendment.
std::string name_of_text(const RollCall& roll_call) {
  const TitleWords words = words_of_title(roll_call.title);
  if (words.speech || words.all.empty() || roll_call.kind == Kind::amendment) return "";
  return fmt::format("{}|{}|{}|{}", fmt::join(words.all, " "), parse_symbol(roll_call.symbol).part,
                     roll_call.kind == Kind::paragraph, roll_call.kind == Kind::unspecified);
}

}  // namespace

std::vector<std::uint32_t> texts_from_past(const Record& record,
                                           std::span<const RollCallIndex> roll_calls) {
  std::map<RollCallIndex, RollCallIndex> known;  // the earlier by the later
  for (const TextPair& pair : record.known_pairs) known[pair.later] = pair.earlier;
  std::map<std::string, std::uint32_t> text_of_name;
  std::map<RollCallIndex, std::uint32_t> text_of_roll_call;
  std::map<std::pair<std::string, int>, int> times_in_session;
  std::vector<std::uint32_t> out;
  std::uint32_t next = 0;
  for (RollCallIndex r : roll_calls) {
    std::string name = name_of_text(record.roll_calls[r]);
    if (!name.empty()) {
      const int before = times_in_session[{name, session_number(record.roll_calls[r])}]++;
      name += fmt::format("|{}", before);
    }
    const auto pair = known.find(r);
    const auto earlier =
        pair == known.end() ? text_of_roll_call.end() : text_of_roll_call.find(pair->second);
    std::uint32_t text = next;
    if (earlier != text_of_roll_call.end()) {
      text = earlier->second;
    } else if (const auto same = text_of_name.find(name); same != text_of_name.end()) {
      text = same->second;
    } else {
      ++next;
    }
    if (!name.empty()) text_of_name[name] = text;
    text_of_roll_call[r] = text;
    out.push_back(text);
  }
  return out;
}

}  // namespace volteface
