#include "reading/vote_company.h"

#include <algorithm>
#include <array>

#include "reading/tables.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

constexpr std::array<std::string_view, 9> shoulders = {
    "side", "hand", "arm", "shoulder", "tandem", "unison", "concert", "league", "chorus"};
constexpr std::array<std::string_view, 11> company = {
    "alongside", "with",       "together with", "along with", "like",   "joined by",
    "besides",   "as well as", "followed by",   "beside",     "next to"};

}  // namespace

// "alongside Chad and Mali", "together with Togo"
void VoteCompany::add_to(FoundVote& found) const {
  add_voters(also_behind(found.head), found.voters);
  std::uint32_t top = found.head;
  // "was for it, like Chad"
  if (tree_.is(top, "case") && tree_.head(top) != nowhere) top = tree_.head(top);
  if (tree_.is(found.head, "acl"))
    while (tree_.head(top) != nowhere) top = tree_.head(top);
  for (const std::uint32_t c : tree_.subtree(top)) {
    const std::string preposition = tree_.preposition(c);
    if (!is_one_of(preposition, company) || is_of_another_clause(c, found.head)) continue;
    if (preposition == "with" && !(c > 1 && together(c))) continue;
    add_voters(voters_.behind_preposition(c), found.voters);
  }
}

// A verb or a mark stands between: "abstained, it said, like Chad", "abstained; Mali, like Chad".
bool VoteCompany::is_of_another_clause(std::uint32_t token, std::uint32_t head) const {
  const auto [first, last] = std::minmax(token, head);
  for (std::uint32_t t = first + 1; t < last; ++t) {
    const bool finite = tree_.token(t).upos == "VERB" && tree_.token(t).xpos != "VBN" &&
                        tree_.token(t).xpos != "VB" && tree_.token(t).xpos != "VBG";
    const bool next =
        tree_.lemma(t) == "," && (tree_.lemma(t + 1) == "and" || tree_.lemma(t + 1) == "but" ||
                                  tree_.lemma(t + 1) == "while");
    if (finite || next || tree_.lemma(t) == ";" || tree_.lemma(t) == ":") return true;
  }
  return false;
}

// "Chad abstained, and also Mali", "along with Togo", "in the company of Niger"
std::vector<Actor> VoteCompany::also_behind(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 16;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb + 1; t + 1 < std::min(end, verb + furthest); ++t) {
    if (introduces_others(t)) {
      std::vector<Actor> row = voters_.right_behind(t + 1).states;
      if (!row.empty()) return row;
    }
    const bool with = tree_.lemma(t) == "with";
    if (with && (at_its_side(t, end) || is_behind_choice(t, verb) || is_before_choice(t, verb)))
      return voters_.right_behind(t).states;
    if (tree_.token(t).upos == "VERB" && tree_.token(t).xpos != "VBN") break;
  }
  return closing(verb, end);
}

// "voted no with Chad and Mali", "abstained with Togo", "rejected the text with Peru", but not
// "voted for the treaty with Chad".
bool VoteCompany::is_behind_choice(std::uint32_t with, std::uint32_t verb) const {
  constexpr std::array<std::string_view, 10> words = {
      "no", "yes", "against", "favour", "favor", "for", "it", "abstain", "abstention", "nay"};
  const std::string_view before = tree_.lemma(with - 1);
  const std::string_view told = tree_.lemma(verb);
  const bool votes =
      told == "vote" || told == "abstain" || told == "say" || told == "oppose" || told == "reject";
  return votes &&
         (is_one_of(before, words) || reading_tables().in_list("surely_resolution", before));
}

// "voted with Chad and Mali against the text"
bool VoteCompany::is_before_choice(std::uint32_t with, std::uint32_t verb) const {
  constexpr std::array<std::string_view, 4> words = {"against", "no", "yes", "in"};
  if (tree_.lemma(verb) != "vote" || with != verb + 1) return false;
  const StateRow row = voters_.right_behind(with);
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  return row.last != nowhere && row.last < end && is_one_of(tree_.lemma(row.last), words);
}

// "said no when the text was put to the vote, with Chad and Mali."
std::vector<Actor> VoteCompany::closing(std::uint32_t verb, std::uint32_t end) const {
  constexpr std::uint32_t furthest = 40;
  for (std::uint32_t t = verb + 1; t + 1 < std::min(end, verb + furthest); ++t) {
    if (tree_.lemma(t) == ";" || is_of_next_clause(t)) break;
    const bool with = tree_.lemma(t) == "with" && tree_.lemma(t - 1) == ",";
    if (with && at_its_side(t, end)) return voters_.right_behind(t).states;
  }
  return {};
}

// "voted no and next week hosts a summit", but not "voted no when it was put to the vote".
bool VoteCompany::is_of_next_clause(std::uint32_t verb) const {
  const std::string_view tag = tree_.token(verb).xpos;
  const bool finite = tag == "VBD" || tag == "VBZ" || tag == "VBP";
  return finite && tree_.token(verb).upos == "VERB" && !tree_.is(verb, "advcl");
}

bool VoteCompany::introduces_others(std::uint32_t t) const {
  const std::string_view word = tree_.lemma(t), next = tree_.lemma(t + 1);
  if (word == "and") return next == "also";
  if (word == "same" || word == "just") return next == "as" || next == "like";
  if (word == "company") return next == "of" || next == "with";
  if (word == "join" || word == "follow") return next == "by";
  if (word == "next") return next == "to";
  if (next == "with" && is_one_of(word, shoulders)) return true;  // "side by side with"
  return (word == "along" || word == "together" || word == "step") && next == "with";
}

// "with Chad and Mali at its side", "with Chad behind it", "with Mali in tow", ", with Chad and
// Mali."
bool VoteCompany::at_its_side(std::uint32_t with, std::uint32_t end) const {
  constexpr std::array<std::string_view, 6> near = {"behind", "beside",    "alongside",
                                                    "follow", "following", "after"};
  StateRow row = voters_.right_behind(with);
  if (row.last == nowhere) return false;
  if (row.last < end && tree_.lemma(row.last).ends_with("selves")) ++row.last;
  const auto word = [&](std::uint32_t t) { return t < end ? tree_.lemma(t) : std::string_view(); };
  const std::string_view next = word(row.last), noun = word(row.last + 2);
  if ((next == "at" || next == "by" || next == "on") && (noun == "side" || noun == "heel"))
    return true;
  if (next == "in" && (noun == "wake" || noun == "train" || noun == "footstep")) return true;
  if (next == "in" && word(row.last + 1) == "tow") return true;
  const bool them = row.last + 1 < end && tree_.token(row.last + 1).upos == "PRON";
  if (is_one_of(next, near) && (them || word(row.last + 1) == "suit")) return true;
  if (next == "close" && word(row.last + 1) == "behind") return true;
  const bool closes = next == "." || next == ";" || next.empty();
  return closes && row.states.size() > 1 && tree_.lemma(with - 1) == ",";
}

bool VoteCompany::together(std::uint32_t noun) const {
  for (std::uint32_t t = noun; t-- > 0 && noun - t < 5;) {
    if (tree_.lemma(t) == "together" || tree_.lemma(t) == "along") return true;
  }
  return false;
}

}  // namespace volteface
