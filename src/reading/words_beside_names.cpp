#include "reading/words_beside_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>

#include "language/lexicon.h"
#include "language/sentence_heads.h"
#include "reading/tables.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

constexpr std::uint32_t longest = 10;  // tokens of what is said of somebody beside the name

// Tokens [first, last) between a name and a comma.
struct Words {
  std::uint32_t first = 0, last = 0;
};

// What says nothing of the name any more.
bool ends_words(const SentenceTree& tree, std::uint32_t t) {
  const Token& token = tree.token(t);
  return language::is_finite_or_modal(token) || token.xpos.starts_with("W") ||
         token.upos == "CCONJ" || (token.upos == "PUNCT" && tree.lemma(t) != "-");
}

// ", Egypt's ambassador,"
Words behind(const SentenceTree& tree, const Mention& name) {
  const std::uint32_t end = tree.document().sentences[tree.sentence(name.head)].last;
  if (name.last + 1 >= end || tree.lemma(name.last) != ",") return {};
  Words out{name.last + 1, name.last + 1};
  while (out.last < std::min(end, out.first + longest) && !ends_words(tree, out.last)) ++out.last;
  return out;
}

// "his adviser, ", "the Malian envoy "
Words before(const SentenceTree& tree, const Mention& name) {
  const std::uint32_t begin = tree.document().sentences[tree.sentence(name.head)].first;
  std::uint32_t end = name.first;
  if (end > begin && tree.lemma(end - 1) == ",") --end;
  Words out{end, end};
  while (out.first > begin && out.first + longest > end && !ends_words(tree, out.first - 1))
    --out.first;
  return out;
}

bool is_role(const SentenceTree& tree, std::uint32_t t) {
  const Token& token = tree.token(t);
  if (token.upos != "NOUN" && token.upos != "PROPN" && token.upos != "ADJ") return false;
  const std::string lemma = lower_case(token.lemma);
  return reading_tables().in_list("serves", lemma);
}

std::uint32_t role_in(const SentenceTree& tree, const Words& words) {
  for (std::uint32_t t = words.first; t < words.last; ++t) {
    if (is_role(tree, t)) return t;
  }
  return nowhere;
}

// "a spokesman for the opposition in Chad", "a minister in exile in Chad": what acts for no state.
bool is_of_nobody(const SentenceTree& tree, std::uint32_t t) {
  const std::string_view tag = tree.token(t).upos;
  const std::string lemma = lower_case(tree.lemma(t));
  return (tag == "NOUN" || tag == "PROPN") && !reading_tables().acts_for_state(lemma) &&
         !language::is_organisation_word(lemma);
}

// "his", "Egypt's"
bool owns(const SentenceTree& tree, std::uint32_t t, const Words& words) {
  if (tree.token(t).xpos == "PRP$") return true;
  return t + 1 < words.last && tree.token(t + 1).xpos == "POS";
}

std::uint32_t owner_in(const SentenceTree& tree, const Words& words, const HasSide& has_side) {
  const std::uint32_t role = role_in(tree, words);
  if (role == nowhere) return nowhere;
  const bool peer = reading_tables().in_list("of_another", lower_case(tree.lemma(role)));
  for (std::uint32_t t = words.first; t < role && !peer; ++t) {
    if (owns(tree, t, words) && has_side(t)) return t;
  }
  const bool sent = reading_tables().in_list("sent_abroad", lower_case(tree.lemma(role)));
  for (std::uint32_t t = words.first; t < role; ++t) {
    // Not "the UN ambassador", "Chad's colleague".
    const bool describes = tree.token(t).upos == "ADJ" || (!sent && !peer);
    if (describes && tree.token(t).upos != "PRON" && has_side(t)) return t;
  }
  constexpr std::uint32_t near = 6;
  const bool speaks = lower_case(tree.lemma(role)).starts_with("spokes");
  bool of = false, loosely = false;
  for (std::uint32_t t = role + 1; t < std::min(words.last, role + near); ++t) {
    // "a spokesman for Egypt's foreign ministry", "a minister in the government of Egypt"
    const bool beside =
        (speaks && tree.lemma(t) == "for") || (!sent && !loosely && tree.lemma(t) == "in");
    const bool whose = tree.lemma(t) == "of" || beside;
    if (whose) of = true;
    loosely = loosely || beside;
    const bool other = tree.token(t).upos == "ADP" && !whose;
    if (other) break;
    if (of && has_side(t)) return t;
    if (loosely && is_of_nobody(tree, t)) break;
  }
  return nowhere;
}

// "Ana Ruiz, for Lima,", "Ana Ruiz, speaking for the Union,"
std::uint32_t spoken_for(const SentenceTree& tree, const Words& words, const HasSide& has_side) {
  std::uint32_t t = words.first;
  if (t < words.last && tree.lemma(t) == "speak") ++t;
  if (t >= words.last || tree.lemma(t) != "for") return nowhere;
  constexpr std::uint32_t near = 4;
  for (++t; t < std::min(words.last, words.first + near + 2); ++t) {
    if (has_side(t)) return t;
    if (is_of_nobody(tree, t)) break;  // "for years in Chad"
  }
  return nowhere;
}

// "Ana Ruiz, number two of the State Department", "Ana Ruiz at the Foreign Office"
std::uint32_t body_behind(const SentenceTree& tree, const Mention& name, const HasSide& has_side) {
  constexpr std::array<std::string_view, 4> prepositions = {"of", "at", "in", "from"};
  const Words beside = behind(tree, name);
  const std::uint32_t end = tree.document().sentences[tree.sentence(name.head)].last;
  const bool comma = beside.first != beside.last;
  const std::uint32_t first = comma ? beside.first : name.last;
  // Not "a critic of the State Department".
  const bool ranks = std::ranges::any_of(
      std::views::iota(beside.first, beside.last),
      [&](std::uint32_t t) { return tree.token(t).upos == "NUM" || is_role(tree, t); });
  if (comma && !ranks && !is_one_of(tree.lemma(first), prepositions)) return nowhere;
  constexpr std::uint32_t near = 7;
  bool leads = false;
  for (std::uint32_t t = first; t < std::min(comma ? beside.last : end, first + near); ++t) {
    const bool leads_here = is_one_of(tree.lemma(t), prepositions);
    if (t == first && !comma && !leads_here) return nowhere;
    leads = leads || leads_here;
    const bool body = language::is_organisation_word(lower_case(tree.lemma(t)));
    if (leads && body && has_side(t)) return t;
  }
  return nowhere;
}

// "Chad, whose foreign minister, Ana Ruiz,": Chad.
std::uint32_t whose_it_is(const SentenceTree& tree, const Words& words, const HasSide& has_side) {
  const std::uint32_t begin = tree.document().sentences[tree.sentence(words.first)].first;
  const bool whose = words.first > begin && tree.lemma(words.first - 1) == "whose";
  if (!whose || role_in(tree, words) == nowhere) return nowhere;
  constexpr std::uint32_t near = 6;
  for (std::uint32_t t = words.first - 1; t-- > begin && t + near >= words.first;) {
    if (has_side(t)) return t;
  }
  return nowhere;
}

std::string in_words(const SentenceTree& tree, const Words& words) {
  std::string out;
  for (std::uint32_t t = words.first; t < words.last; ++t)
    out += ' ' + lower_case(tree.document().text_of(tree.token(t)));
  return out + ' ';
}

// Of states that have an office alike, "USA/PHL": the first, where a report names it, and none of
// the others more often.
std::string first_if_named_most(const Document& document, std::string_view states) {
  std::map<std::string_view, int> named;
  for (const Name& name : document.names) {
    const Entity& entity = document.entities[name.entity];
    if (entity.type != NameType::person && !entity.state.empty()) ++named[entity.state];
  }
  const std::string_view first = states.substr(0, states.find('/'));
  const auto here = named.find(first);
  if (here == named.end()) return {};
  const bool other = std::ranges::any_of(named, [&](const auto& one) {
    return one.second > here->second && states.find(one.first) != std::string_view::npos;
  });
  return other ? std::string() : std::string(first);
}

// The state of the first office of a list that stands among some words.
std::string state_of_office_in(const std::string& text, const char* list) {
  for (const std::string& office : reading_tables().list(list)) {
    const std::size_t equal = office.find('=');
    if (text.find(' ' + office.substr(0, equal) + ' ') != std::string::npos)
      return office.substr(equal + 1);
  }
  return {};
}

}  // namespace

std::uint32_t owner_beside(const SentenceTree& tree, const Mention& name, const HasSide& has_side) {
  const Words words_behind = behind(tree, name), words_before = before(tree, name);
  std::uint32_t told = owner_in(tree, words_behind, has_side);
  if (told == nowhere) told = owner_in(tree, words_before, has_side);
  if (told == nowhere) told = spoken_for(tree, words_behind, has_side);
  if (told == nowhere) told = body_behind(tree, name, has_side);
  return told != nowhere ? told : whose_it_is(tree, words_before, has_side);
}

std::string state_of_office_beside(const SentenceTree& tree, const Mention& name) {
  for (const Words& words : {behind(tree, name), before(tree, name)}) {
    const std::string text = in_words(tree, words);
    if (std::string alone = state_of_office_in(text, "office_of_state"); !alone.empty())
      return alone;
    const std::string states = state_of_office_in(text, "office_of_states");
    if (!states.empty()) return first_if_named_most(tree.document(), states);
  }
  return {};
}

}  // namespace volteface
