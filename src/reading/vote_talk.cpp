#include "reading/vote_talk.h"

#include <algorithm>
#include <array>
#include <map>

#include "reading/tables.h"

namespace volteface {
namespace {

// "suspended from the Human Rights Council", "its seat on the council": a body that is voted about,
// not one that votes.
bool is_voted_about(const std::string& text, std::size_t at) {
  constexpr std::size_t before = 40;  // bytes
  static constexpr std::array<std::string_view, 10> words = {
      " from ",  "membership of", "membership in", "seat on", "seat in",
      "seat at", "member of",     "members of",    "joined ", "election to"};
  const std::string_view ahead =
      std::string_view(text).substr(at - std::min(at, before), std::min(at, before));
  return std::ranges::any_of(
      words, [&](std::string_view word) { return ahead.find(word) != std::string_view::npos; });
}

// The one that stands first; empty if there is none.
std::string body_in(const std::string& text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> bodies = {
      {{"body_unsc", "UNSC"}, {"body_hrc", "HRC"}, {"body_oas", "OAS"}, {"body_unga", "UNGA"}}};
  std::size_t first = std::string::npos;
  std::string out;
  for (const auto& [list, body] : bodies) {
    for (const std::string& words : reading_tables().list(list)) {
      const std::size_t at = place_of(words, text);
      if (at < first && !is_voted_about(text, at)) first = at, out = body;
    }
  }
  return out;
}

}  // namespace

std::size_t place_of(std::string_view words, std::string_view text) {
  const auto letter = [&](std::size_t at) {
    return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || text[at] == '-');
  };
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    if ((at == 0 || !letter(at - 1)) && !letter(at + words.size())) return at;
  }
  return std::string::npos;
}

VoteTalk::VoteTalk(const ReportView& view) {
  static constexpr std::array<std::string_view, 5> votes = {"vote", "voting", "abst", "resolution",
                                                            "ballot"};
  static constexpr std::array<std::string_view, 7> bodies = {
      "united nations", " un ", "u.n. ", "assembly", "council", "organization of american states",
      " oas "};
  const auto sentences = static_cast<std::uint32_t>(view.document().sentences.size());
  std::map<std::string, int> named_in;  // sentences
  std::vector<bool> vetoes;
  std::string last, main, next = view.names_united_nations() ? "UNGA" : "";
  for (std::uint32_t s = 0; s < sentences; ++s) {
    const std::string text = view.lower_sentence(s);
    const auto holds = [&](std::string_view word) { return text.find(word) != std::string::npos; };
    names_vote_.push_back(std::ranges::any_of(votes, holds));
    speaks_.push_back(names_vote_.back() || std::ranges::any_of(bodies, holds));
    vetoes.push_back(holds("veto"));
    bodies_.push_back(body_in(text));
    if (!bodies_.back().empty()) ++named_in[bodies_.back()];
  }
  // A veto is one of a body's, where the report speaks of one: not "vetoed the law".
  const bool of_votes = speaks_of_votes();
  for (std::uint32_t s = 0; s < sentences && of_votes; ++s) {
    if (vetoes[s]) names_vote_[s] = speaks_[s] = true;
  }
  for (const std::string& body : bodies_) {
    if (!body.empty() && (main.empty() || named_in[body] > named_in[main])) main = body;
  }
  // The last named in the paragraph; a new one goes back to the body that the report is about.
  for (std::uint32_t s = 0; s < sentences; ++s) {
    if (view.document().sentences[s].begins_paragraph && !last.empty()) last = main;
    if (!bodies_[s].empty()) last = bodies_[s];
    bodies_[s] = last;
  }
  // Before the first that is named.
  const auto named = std::ranges::find_if(bodies_, [](const auto& body) { return !body.empty(); });
  if (named != bodies_.end()) next = *named;
  std::fill(bodies_.begin(), named, next);
}

bool VoteTalk::has_spoken_of_votes(std::uint32_t sentence) const {
  constexpr std::uint32_t reach = 10;  // sentences
  for (std::uint32_t s = sentence - std::min(sentence, reach); s <= sentence; ++s) {
    if (speaks_[s]) return true;
  }
  return false;
}

bool VoteTalk::speaks_of_votes() const { return std::ranges::find(speaks_, true) != speaks_.end(); }

bool VoteTalk::is_about_votes(std::uint32_t sentence) const {
  for (std::uint32_t s = sentence > 1 ? sentence - 2 : 0; s <= sentence; ++s) {
    if (speaks_[s]) return true;
  }
  return false;
}

}  // namespace volteface
