#include "turn/subject_areas.h"

#include <algorithm>
#include <array>

namespace volteface {
namespace {

struct Cue {
  std::string_view text;  // in lower case, where a word or a part behind a hyphen begins
  std::string_view area;
};

// The first six areas are Voeten's, under his names.
constexpr std::string_view areas[] = {
    "Middle East",          "Nuclear weapons", "Disarmament",
    "Human rights",         "Colonialism",     "Economic development",
    "Ukraine and Russia",   "Southern Africa", "Sanctions and embargoes",
    "Environment and seas", "Peacekeeping",    "Administration of the United Nations",
};

constexpr Cue cues[] = {
    {"palestin", "Middle East"},
    {"israel", "Middle East"},
    {"middle east", "Middle East"},
    {"unrwa", "Middle East"},
    {"syrian golan", "Middle East"},
    {"golan heights", "Middle East"},
    {"lebanon", "Middle East"},
    {"gaza", "Middle East"},
    {"jerusalem", "Middle East"},
    {"nuclear", "Nuclear weapons"},
    {"denuclear", "Nuclear weapons"},
    {"atomic", "Nuclear weapons"},
    {"disarmament", "Disarmament"},
    {"weapon", "Disarmament"},
    {"arms ", "Disarmament"},
    {"arms race", "Disarmament"},
    {"ammunition", "Disarmament"},
    {"mines", "Disarmament"},
    {"landmine", "Disarmament"},
    {"missile", "Disarmament"},
    {"outer space", "Disarmament"},
    {"human right", "Human rights"},
    {"death penalty", "Human rights"},
    {"torture", "Human rights"},
    {"racis", "Human rights"},
    {"racial", "Human rights"},
    {"religio", "Human rights"},
    {"women", "Human rights"},
    {"mercenar", "Human rights"},
    {"rights of the child", "Human rights"},
    {"right to ", "Human rights"},
    {"coloni", "Colonialism"},
    {"decoloni", "Colonialism"},
    {"self-govern", "Colonialism"},
    {"self-determination", "Colonialism"},
    {"falkland", "Colonialism"},
    {"malvinas", "Colonialism"},
    {"trust territor", "Colonialism"},
    {"western sahara", "Colonialism"},
    {"development", "Economic development"},
    {"economic", "Economic development"},
    {"trade", "Economic development"},
    {"debt", "Economic development"},
    {"poverty", "Economic development"},
    {"financing for", "Economic development"},
    {"tax", "Economic development"},
    {"ukrain", "Ukraine and Russia"},
    {"crimea", "Ukraine and Russia"},
    {"russian federation", "Ukraine and Russia"},
    {"sevastopol", "Ukraine and Russia"},
    {"apartheid", "Southern Africa"},
    {"apartied", "Southern Africa"},
    {"south africa", "Southern Africa"},
    {"namibia", "Southern Africa"},
    {"south west africa", "Southern Africa"},
    {"rhodesia", "Southern Africa"},
    {"zimbabwe", "Southern Africa"},
    {"angola", "Southern Africa"},
    {"embargo", "Sanctions and embargoes"},
    {"sanction", "Sanctions and embargoes"},
    {"coercive", "Sanctions and embargoes"},
    {"climate", "Environment and seas"},
    {"law of the sea", "Environment and seas"},
    {"oceans", "Environment and seas"},
    {"environment", "Environment and seas"},
    {"fisheries", "Environment and seas"},
    {"biodiversity", "Environment and seas"},
    {"peacekeeping", "Peacekeeping"},
    {"peace-keeping", "Peacekeeping"},
    {"interim force", "Peacekeeping"},
    {"emergency force", "Peacekeeping"},
    {"budget", "Administration of the United Nations"},
    {"scale of assessments", "Administration of the United Nations"},
    {"joint staff", "Administration of the United Nations"},
    {"programme planning", "Administration of the United Nations"},
    {"pattern of conferences", "Administration of the United Nations"},
};

constexpr std::string_view news = "developments in the field";

constexpr std::string_view other_matters = "Other matters";

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// "mines" is not in "determines".
bool begins_in(std::string_view text, std::string_view cue) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t at = text.find(cue); at != std::string_view::npos; at = text.find(cue, at + 1)) {
    if (at == 0 || !is_letter(text[at - 1])) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> areas_of(const RollCall& roll_call) {
  std::array<bool, std::size(areas)> is_on{};
  const auto add = [&](std::string_view area) {
    const auto at = std::find(std::begin(areas), std::end(areas), area);
    if (at != std::end(areas)) is_on[static_cast<std::size_t>(at - std::begin(areas))] = true;
  };
  for (const std::string& issue : roll_call.issues) add(issue);
  const bool has_issues = !roll_call.issues.empty();
  // " : resolution / adopted by ..." is on no matter.
  std::string text = lower(roll_call.title.substr(0, roll_call.title.find(" : resolution")));
  for (const std::string& subject : roll_call.subjects) text += "\n" + lower(subject);
  // "Developments in the field of information": no economics in it.
  for (std::size_t at; (at = text.find(news)) != std::string::npos;) text.erase(at, news.size());
  for (const Cue& cue : cues) {
    const bool is_voetens =
        std::find(std::begin(areas), std::begin(areas) + 6, cue.area) != std::begin(areas) + 6;
    // Where Voeten says what a roll call is on, his six are not guessed at.
    if (has_issues && is_voetens) continue;
    if (begins_in(text, cue.text)) add(cue.area);
  }
  std::vector<std::string_view> out;
  for (std::size_t k = 0; k < is_on.size(); ++k) {
    if (is_on[k]) out.push_back(areas[k]);
  }
  if (out.empty()) out.push_back(other_matters);
  return out;
}

std::vector<std::string> matters_of(const RollCall& roll_call) {
  std::vector<std::string> out;
  for (std::string_view area : areas_of(roll_call)) {
    if (area != other_matters) out.emplace_back(area);
  }
  for (const std::string& subject : roll_call.subjects) {
    const std::string head = subject.substr(0, subject.find("--"));
    if (std::find(out.begin(), out.end(), head) == out.end()) out.push_back(head);
  }
  return out;
}

}  // namespace volteface
