// Voters that are told by what they are: "the two sponsors", "its neighbour Chad", "the authors of
// the text, Chad and Mali", "their Chadian brothers", "you".
#include <algorithm>
#include <array>

#include "reading/number_words.h"
#include "reading/tables.h"
#include "reading/voters.h"

namespace volteface {

// "Chad and Mali have put a draft before the Council", "a text tabled by Chad". Cost: one pass.
std::vector<Actor> Voters::find_sponsors() const {
  const auto names_text = [&](std::uint32_t t) {
    return reading_tables().in_list("surely_resolution", tree_.lemma(t));
  };
  if (!view_.speaks_of_votes()) return {};
  const auto tokens = static_cast<std::uint32_t>(view_.document().tokens.size());
  std::vector<Actor> owners;  // "the text of Chad and Mali"
  for (std::uint32_t t = 0; t < tokens; ++t) {
    if (owners.empty() && names_text(t) && t + 1 < tokens && tree_.lemma(t + 1) == "of")
      owners = right_behind(t + 1).states;
    if (tree_.token(t).upos != "VERB" || !reading_tables().in_list("brings_in", tree_.lemma(t)))
      continue;
    const Clause clause = clause_of_verb(tree_, t);
    if (clause.object == nowhere || clause.subject == nowhere) continue;
    const bool text =
        names_text(clause.object) || std::ranges::any_of(tree_.children(clause.object), names_text);
    if (!text) continue;
    const StateRow row = right_before(t);
    std::vector<Actor> states = states_of(clause.subject);
    if (!clause.passive && row.states.size() > states.size()) states = row.states;
    if (!states.empty()) return states;
  }
  return owners;
}

// Behind "the two sponsors (of the text)"; the token itself where they are not known to be so many.
std::uint32_t Voters::past_sponsors(std::uint32_t token, std::uint32_t end) const {
  constexpr std::array<std::string_view, 6> words = {"sponsor", "co-sponsor", "author",
                                                     "drafter", "cosponsor",  "mover"};
  if (sponsors_.empty() || token >= end) return token;
  std::uint32_t at = token;
  if (tree_.lemma(at) == "the" || tree_.lemma(at) == "its") ++at;
  if (at < end && tree_.token(at).upos == "NUM") {
    const auto count = number_named(lower_case(view_.document().text_of(tree_.token(at))));
    if (count != sponsors_.size()) return token;
    ++at;
  }
  if (at >= end || !is_one_of(tree_.lemma(at), words)) return token;
  ++at;
  const bool of_text = at + 2 < end && tree_.lemma(at) == "of" &&
                       reading_tables().in_list("resolution", tree_.lemma(at + 2));
  const std::uint32_t past = of_text ? at + 3 : at;
  // "the authors of the text, Chad and Mali": those are named.
  const bool named =
      past + 2 < end && tree_.lemma(past) == "," &&
      (state_name_starting_at(past + 1) != nullptr || state_name_starting_at(past + 2) != nullptr);
  return named && of_text ? token : past;
}

// From a token of a row to the name behind words for it: "its neighbour (Chad)", "the authors of
// the text, (Chad)"; the token itself where there is none.
std::uint32_t Voters::past_described(std::uint32_t token, std::uint32_t end) const {
  constexpr std::uint32_t longest = 7;  // words
  if (token == 0 || token >= end) return token;
  const bool the = tree_.lemma(token - 1) == "the" || tree_.token(token).upos == "DET";
  const bool its = tree_.token(token).upos == "PRON";
  if ((!the && !its) || state_name_starting_at(token) != nullptr) return token;
  for (std::uint32_t t = token; t + 1 < std::min(end, token + longest); ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "VERB" || kind == "AUX" || tree_.lemma(t) == ";") break;
    if (tree_.lemma(t) == ",") {
      const std::uint32_t next = t + (tree_.lemma(t + 1) == "the" ? 2 : 1);
      return next < end && state_name_starting_at(next) != nullptr ? next : token;
    }
    const bool name = state_name_starting_at(t + 1) != nullptr;
    if (name) return kind == "NOUN" && its ? t + 1 : token;
  }
  return token;
}

// "their Chadian brothers (voted no)"
std::vector<Actor> Voters::of_kin(std::uint32_t noun) const {
  const bool kin = noun != nowhere && (reading_tables().in_list("kin", tree_.lemma(noun)) ||
                                       reading_tables().in_list("relative", tree_.lemma(noun)));
  return kin ? adjective_before(noun) : std::vector<Actor>();
}

// "You (abstained)", "your country" in what an interviewer says.
bool Voters::is_who_is_asked(std::uint32_t noun) const {
  if (noun == nowhere || view_.interviewed_state().empty() || view_.quote_of(noun) != nowhere)
    return false;
  if (view_.interview().is_answer(tree_.sentence(noun))) return false;
  const std::string word = lower_case(tree_.lemma(noun));
  return word == "you" || (reading_tables().in_list("state_itself", word) &&
                           tree_.has_child(noun, "nmod:poss", "your"));
}

// "Chad's seat, still held by a rebel, (said yes)", "Mali's man (abstained)"
std::vector<Actor> Voters::of_seat(std::uint32_t noun) const {
  constexpr std::array<std::string_view, 10> words = {"seat", "man",    "woman", "chair", "bench",
                                                      "desk", "finger", "hand",  "lamp",  "light"};
  if (noun == nowhere || !is_one_of(tree_.lemma(noun), words)) return {};
  return possessor(noun);
}

}  // namespace volteface
