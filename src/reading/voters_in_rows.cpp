// States that stand in a row, by the order of words.
#include <algorithm>
#include <array>
#include <optional>

#include "reading/tables.h"
#include "reading/voter_groups.h"
#include "reading/voters.h"

namespace volteface {
bool Voters::names_state(const Name& name) const {
  if (name.entity == nowhere) return false;
  const Entity& entity = view_.document().entities[name.entity];
  if (entity.type == NameType::person || entity.state.empty()) return false;
  if (!name.demonym) return true;
  // "the Americans", but not "the American draft"
  const bool of_people = name.first > 0 && tree_.lemma(name.first - 1) == "the";
  const std::uint32_t end = view_.document().sentences[tree_.sentence(name.first)].last;
  return of_people && (name.last >= end || (tree_.token(name.last).upos != "NOUN" &&
                                            tree_.token(name.last).upos != "PROPN" &&
                                            tree_.token(name.last).upos != "ADJ"));
}

const Name* Voters::state_name_ending_at(std::uint32_t token) const {
  const auto& names = view_.document().names;
  auto at = std::ranges::upper_bound(names, token, {}, &Name::last);
  if (at == names.begin()) return nullptr;
  const Name& name = *--at;
  return name.last == token && names_state(name) ? &name : nullptr;
}

const Name* Voters::state_name_starting_at(std::uint32_t token) const {
  const auto& names = view_.document().names;
  const auto at = std::ranges::lower_bound(names, token, {}, &Name::first);
  return at != names.end() && at->first == token && names_state(*at) ? &*at : nullptr;
}

bool Voters::is_passable_before_verb(std::uint32_t t) const {
  const std::string_view kind = tree_.token(t).upos, word = tree_.lemma(t);
  return kind == "AUX" || kind == "ADV" || kind == "PART" || word == "which" || word == "who" ||
         word == "both" || word == ",";
}

// "Chad for the first time (voted)", "Mali this time (abstained)": the token behind the state.
std::uint32_t Voters::before_time(std::uint32_t token, std::uint32_t first) const {
  constexpr std::uint32_t longest = 5;  // words
  if (token < first + 2 || tree_.lemma(token - 1) != "time") return token;
  for (std::uint32_t t = token - 1; t > first && token - t < longest; --t) {
    const std::string word = lower_case(tree_.lemma(t - 1));
    if (word == "this" || word == "that" || word == "for") return t - 1;
    const bool passes = word == "the" || tree_.token(t - 1).upos == "ADJ";
    if (!passes) break;
  }
  return token;
}

// "Chad, unlike Mali, voted", "Chad, to the joy of Mali, voted": the second is not the one.
bool Voters::is_put_in(const StateRow& row, std::uint32_t verb) const {
  if (row.states.empty() || row.first == first_of_sentence(row.first)) return false;
  const bool comma = row.last < verb && tree_.lemma(row.last) == ",";
  std::uint32_t before = row.first - 1;
  if (tree_.lemma(before) == "the" && before > first_of_sentence(before)) --before;
  const std::string_view kind = tree_.token(before).upos;
  const bool as_did = kind == "AUX" && before > 0 && tree_.lemma(before - 1) == "as";
  return comma && (kind == "ADP" || kind == "SCONJ" || as_did);
}

// "Chad, where a new government came in last week, (abstained)": the comma before it.
std::uint32_t Voters::before_relative(std::uint32_t comma, std::uint32_t first) const {
  constexpr std::uint32_t longest = 20;
  for (std::uint32_t t = comma; t > first && comma - t < longest; --t) {
    if (tree_.lemma(t - 1) != ",") continue;
    // "which", "both of which"
    const bool relative =
        tree_.token(t).xpos.starts_with("W") ||
        (t + 2 < comma && tree_.lemma(t + 1) == "of" && tree_.token(t + 2).xpos.starts_with("W"));
    return relative && state_name_ending_at(t - 1) != nullptr ? t - 1 : nowhere;
  }
  return nowhere;
}

// "Chad and its close ally (Mali voted)": behind the "and".
std::uint32_t Voters::before_its(std::uint32_t name, std::uint32_t first) const {
  std::uint32_t at = name;
  if (at < first + 3 || tree_.token(at - 1).upos != "NOUN") return name;
  --at;
  if (tree_.token(at - 1).upos == "ADJ") --at;
  const bool its = at > first + 1 && tree_.token(at - 1).xpos == "PRP$";
  return its && is_listing(tree_.lemma(at - 2)) ? at - 1 : name;
}

// "Chad, which had drafted it, (and Mali)", "Chad, the old power, (and Mali)": the comma before
// what is said of the first; nowhere if nothing is.
std::uint32_t Voters::before_description(std::uint32_t comma, std::uint32_t first) const {
  constexpr std::uint32_t longest = 8;  // words
  if (tree_.lemma(comma) != "," || state_name_ending_at(comma) != nullptr) return nowhere;
  if (const std::uint32_t clause = before_relative(comma, first); clause != nowhere) return clause;
  for (std::uint32_t t = comma; t > first && comma - t < longest; --t) {
    if (tree_.token(t - 1).upos == "VERB" || tree_.token(t - 1).upos == "AUX") break;
    if (tree_.lemma(t - 1) != ",") continue;
    const bool apposed = tree_.token(t).upos == "DET" || tree_.token(t).upos == "PRON";
    return apposed && state_name_ending_at(t - 1) != nullptr ? t - 1 : nowhere;
  }
  return nowhere;
}

// "condemned Chad, the host, (and Mali abstained)", "against was Chad, the host,", "the text of
// Chad, its critic, (and Mali ...)": the first is no subject.
bool Voters::is_of_word_before(std::uint32_t end, std::uint32_t first) const {
  const Name* name = state_name_ending_at(end);
  if (name == nullptr || name->first <= first) return false;
  std::uint32_t before = name->first - 1;
  if (tree_.lemma(before) == "the" && before > first) --before;
  const std::string_view kind = tree_.token(before).upos;
  return kind == "ADP" || kind == "AUX" ||
         (kind == "VERB" && !reading_tables().in_list("say", tree_.lemma(before)));
}

// "Chad, to the surprise of many, (abstained)", "Chad, to keep its friends, (abstained)": the comma
// before what is put in, if a state stands there; else the same comma.
std::uint32_t Voters::before_parenthesis(std::uint32_t comma, std::uint32_t first) const {
  constexpr std::uint32_t longest = 24;
  if (const std::uint32_t clause = before_relative(comma, first); clause != nowhere) return clause;
  if (state_name_ending_at(comma) != nullptr) return comma;
  for (std::uint32_t t = comma; t > first && comma - t < longest; --t) {
    if (tree_.lemma(t - 1) == ";") return comma;
    if (tree_.lemma(t - 1) != ",") continue;
    if (state_name_ending_at(t - 1) != nullptr) return is_aside(t, comma) ? t - 1 : comma;
  }
  return comma;
}

// What may stand between two commas behind a subject: no clause of its own but a short one ("it is
// said"), a relative one, or one that such a word opens: "though it had promised to".
bool Voters::is_aside(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::array<std::string_view, 13> openers = {
      "although", "though", "while",  "after", "before",  "because", "since",
      "whose",    "as",     "unlike", "when",  "despite", "where"};
  constexpr std::array<std::string_view, 4> relatives = {"that", "which", "who", "whose"};
  constexpr std::uint32_t short_clause = 5;  // words
  if (is_one_of(lower_case(tree_.lemma(begin)), openers)) return true;
  if (tree_.token(begin).upos == "PRON" && end - begin <= short_clause) return true;
  bool relative = false;
  for (std::uint32_t t = begin; t < end; ++t) {
    const std::string_view tag = tree_.token(t).xpos;
    relative |= t > begin && is_one_of(lower_case(tree_.lemma(t)), relatives);
    const bool finite = tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD";
    if (finite && !relative) return false;
    if (tree_.token(t).upos == "CCONJ" && t == begin) return false;
  }
  return true;
}

// "Peru and the two Africans, (Chad and Mali)": what is behind Peru.
std::uint32_t Voters::before_counted(std::uint32_t token, std::uint32_t first) const {
  if (token < first + 3 || tree_.token(token - 2).upos != "NUM" || tree_.lemma(token) != ",")
    return token;
  std::uint32_t at = token - 2;
  while (at > first && is_listing(tree_.lemma(at - 1))) --at;
  return state_name_ending_at(at) != nullptr ? at : token;
}

// "Chad and 127 others (voted)", "Chad and the island states (voted)"
std::uint32_t Voters::before_others(std::uint32_t token, std::uint32_t first) const {
  constexpr std::uint32_t longest = 6;  // words
  if (token < first + 3 || state_name_ending_at(token) != nullptr) return token;
  if (!group_before(view_, token, first).states.empty()) return token;
  bool crowd = false;
  for (std::uint32_t t = token; t > first + 1 && token - t < longest; --t) {
    if (tree_.lemma(t - 1) == "and") {
      const bool named = state_name_ending_at(t - 1) != nullptr;
      return crowd && named ? t - 1 : token;
    }
    const std::string_view kind = tree_.token(t - 1).upos;
    const bool is_one = is_crowd(t - 1);
    const bool passes = kind == "NUM" || kind == "DET" || kind == "ADJ" || kind == "PROPN" ||
                        tree_.lemma(t - 1) == "of";  // "all countries of the EU"
    if (!is_one && !passes) break;
    crowd |= is_one;
  }
  return token;
}

// "a zone over Chad, and Mali abstained": a list of two has no comma.
bool Voters::is_two_clauses(const StateRow& row) const {
  if (row.states.size() != 2) return false;
  for (std::uint32_t t = row.first; t < row.last; ++t) {
    if (tree_.lemma(t) == ",") return true;
  }
  return false;
}

StateRow Voters::right_before(std::uint32_t token) const {
  struct Begun {
    std::size_t states = 0;
    std::uint32_t first = nowhere;
  };
  std::optional<Begun> begun;  // behind ", and"
  StateRow out;
  const std::uint32_t first = view_.document().sentences[tree_.sentence(token)].first;
  std::uint32_t at = token;
  const auto itself = [&](std::uint32_t t) {
    return tree_.lemma(t).ends_with("self") || tree_.lemma(t).ends_with("selves");
  };
  while (at > first) {
    const std::uint32_t before = before_time(at, first);
    if (before == at && !is_passable_before_verb(at - 1) && !itself(at - 1)) break;
    at = before == at ? at - 1 : before;
  }
  const std::uint32_t named = before_others(at, first);
  bool listed = named != at;  // "Chad, Mali and nine others": what is before Mali is of the row
  at = named;
  if (at < token && tree_.lemma(at) == ",") at = before_parenthesis(at, first);
  while (at > first) {
    if (tree_.token(at - 1).xpos == "POS" && at > first + 1) --at;  // "Chad's and Mali's"
    if (!out.states.empty()) at = before_counted(at, first);
    const std::uint32_t last = at;
    if (const StateGroup group = group_before(view_, at, first); !group.states.empty()) {
      add_voters(group.states, out.states);
      at = out.first = group.first;
    } else {
      const Name* name = state_name_ending_at(at);
      if (name == nullptr || name->first < first) break;
      out.states.push_back({view_.document().entities[name->entity].state, "", ""});
      at = out.first = before_its(name->first, first);
    }
    const bool is_last = out.last == nowhere;
    if (is_last) out.last = last;
    // Of a list the last two are joined by "and"; else what stands before is of another clause.
    if (is_last && !listed && (at == first || tree_.lemma(at - 1) == ",")) break;
    const std::uint32_t behind = at;
    bool comma = false, joined = false;
    for (; at > first && (is_listing(tree_.lemma(at - 1)) || tree_.lemma(at - 1) == "of"); --at) {
      comma |= tree_.lemma(at - 1) == ",";
      joined |= tree_.lemma(at - 1) == "and";
    }
    const std::uint32_t described = comma && joined ? before_description(at, first) : nowhere;
    if (described != nowhere && !is_of_word_before(described, first)) at = described, listed = true;
    // "like Chad and Mali, and Togo (abstained)": the last alone.
    if (joined && !comma && begun) {
      out.states.resize(begun->states);
      out.first = begun->first;
      out.begins_clause = true;
      break;
    }
    if (joined && comma) begun = {out.states.size(), behind};
  }
  const Name* last_named = state_name_ending_at(out.last);
  if (!listed && last_named != nullptr && is_two_clauses(out)) {
    out.states.resize(1);
    out.first = last_named->first;
    out.begins_clause = true;
  }
  return is_put_in(out, token) ? StateRow() : without_company(std::move(out));
}

// "everybody voted for Chad, Mali and Togo voted no", "unlike Chad, Mali and Togo abstained": what
// stands behind a preposition and before a comma is no part of the row.
StateRow Voters::without_company(StateRow row) const {
  if (row.states.size() < 3 || row.first == first_of_sentence(row.first)) return row;
  std::uint32_t before = row.first - 1;
  if (tree_.lemma(before) == "the" && before > first_of_sentence(before)) --before;
  const std::string word = lower_case(tree_.lemma(before));
  const Name* name = state_name_starting_at(row.first);
  constexpr std::array<std::string_view, 6> words = {"for", "unlike",  "like",
                                                     "in",  "besides", "despite"};
  if (name == nullptr || !is_one_of(word, words) || tree_.lemma(name->last) != ",") return row;
  row.states.pop_back();  // from the last to the first
  row.first = name->last + 1;
  row.begins_clause = true;
  return row;
}

bool Voters::is_filler(std::uint32_t t) const {
  constexpr std::array<std::string_view, 17> words = {
      "that", "those", "of",  "from",   "by",         "the",     "only", "just", "\u2022",
      "also", "both",  "not", "namely", "surprising", "notably", "even", "again"};
  return is_one_of(tree_.lemma(t), words) || tree_.token(t).upos == "ADV" ||
         tree_.lemma(t).ends_with("selves");  // "against it declared themselves (Chad and Mali)"
}

// "Chad's (neighbour)", but not "Chad's and Mali's": their votes.
bool Voters::owns_what_follows(const Name& name) const {
  const auto& tokens = view_.document().tokens;
  if (name.last >= tokens.size() || tokens[name.last].xpos != "POS") return false;
  const std::uint32_t next = name.last + 1;
  return next < tokens.size() && tokens[next].upos != "PUNCT" && tokens[next].upos != "CCONJ" &&
         tokens[next].upos != "ADP";
}

StateRow Voters::right_behind(std::uint32_t word) const {
  return row_from(word + 1, view_.document().sentences[tree_.sentence(word)].last);
}

StateRow Voters::row_from(std::uint32_t token, std::uint32_t end) const {
  constexpr int most_fillers = 4;
  StateRow out;
  bool ended = false;  // by "and"
  std::uint32_t at = token;
  for (int k = 0; k < most_fillers && at < end && is_filler(at); ++k) {
    if (state_name_starting_at(at) != nullptr) break;
    ++at;
  }
  const std::string_view nobody = at + 1 < end ? tree_.lemma(at) : std::string_view();
  const bool but = (lower_case(nobody) == "nobody" || lower_case(nobody) == "none") &&
                   (tree_.lemma(at + 1) == "but" || tree_.lemma(at + 1) == "except");
  if (but) at += 2;
  while (but && at < end && tree_.lemma(at) == "the") ++at;
  at = past_counted(at, end);
  while (at < end) {
    if (const std::uint32_t past = past_sponsors(at, end); past > at) {  // "the two sponsors"
      if (out.states.empty()) out.first = at;
      add_voters(sponsors_, out.states);
      out.last = past;
      at = past_listing(past, end);
      continue;
    }
    const StateGroup group = group_from(view_, at, end);
    const Name* name = group.states.empty() ? state_name_starting_at(at) : nullptr;
    if (group.states.empty() && (name == nullptr || owns_what_follows(*name))) break;
    if (out.states.empty()) out.first = at;
    if (name == nullptr) {
      add_voters(group.states, out.states);
    } else {
      add_voters({{view_.document().entities[name->entity].state, "", ""}}, out.states);
    }
    at = out.last = name == nullptr ? group.last : name->last;
    const std::uint32_t next = past_listing(at, end);
    // "Chad and Mali, and Togo abstained": the third is of another clause; not so that of "Chad and
    // Mali, and, in Asia, Nepal".
    const bool comma_and = at + 1 < next && tree_.lemma(at) == "," &&
                           tree_.lemma(at + 1) == "and" &&
                           (at + 2 == next || (at + 3 == next && tree_.lemma(at + 2) == "the"));
    if (comma_and && ended) break;
    ended |= at < end && tree_.lemma(at) == "and";
    at = next;
  }
  return out;
}

std::vector<Actor> Voters::between(std::uint32_t first, std::uint32_t last) const {
  std::vector<Actor> out;
  const auto& names = view_.document().names;
  auto at = std::ranges::lower_bound(names, first, {}, &Name::first);
  for (; at != names.end() && at->last <= last; ++at) {
    const Name& name = *at;
    if (name.entity == nowhere || name.demonym) continue;
    const Entity& entity = view_.document().entities[name.entity];
    if (entity.type == NameType::state && !entity.state.empty())
      out.push_back({entity.state, "", ""});
  }
  return out;
}

}  // namespace volteface
