#include "reading/voters.h"

#include <algorithm>
#include <array>
#include <optional>

#include "reading/tables.h"

namespace volteface {
namespace {

bool is_listing(std::string_view word) {
  return word == "," || word == "and" || word == "the" || word == "&" || word == "as" ||
         word == "well" || word == "or";
}

}  // namespace

void add_voters(const std::vector<Actor>& more, std::vector<Actor>& voters) {
  for (const Actor& actor : more) {
    if (std::ranges::none_of(voters, [&](const Actor& a) { return a.state == actor.state; }))
      voters.push_back(actor);
  }
}

std::vector<Actor> Voters::states_of(std::uint32_t noun) const {
  std::vector<Actor> out;
  for (Actor& actor : view_.actors_in_words(noun)) {
    if (!actor.state.empty()) out.push_back(actor);
  }
  return out;
}

std::vector<Actor> Voters::of_subject(std::uint32_t subject) const {
  std::vector<Actor> out = states_of(subject);
  for (std::uint32_t at = subject; out.empty() && at != nowhere; at = tree_.head(at)) {
    if (!is_crowd(at)) break;
    // "found itself among the nine that voted no"
    const std::uint32_t above = tree_.head(at);
    if (above != nowhere && tree_.preposition(at) == "among" && !is_crowd(above))
      out = states_of(tree_.child(above, {"nsubj"}));
    if (!out.empty()) break;
    out = states_of(tree_.child(at, {"nsubj"}));
    for (const std::uint32_t c : tree_.children(at)) {
      if (out.empty() && tree_.is(c, "appos")) out = states_of(c);
    }
  }
  return out;
}

std::uint32_t Voters::first_of_sentence(std::uint32_t token) const {
  return view_.document().sentences[tree_.sentence(token)].first;
}

bool Voters::is_crowd(std::uint32_t noun) const {
  const std::string word = lower_case(view_.document().text_of(tree_.token(noun)));
  return tree_.token(noun).upos == "NUM" || word == "those" ||
         reading_tables().in_list("crowd", tree_.lemma(noun));
}

std::vector<Actor> Voters::of_verb(std::uint32_t subject, std::uint32_t verb) const {
  if (subject != nowhere && is_crowd(subject)) {
    if (std::vector<Actor> counted = counted_in_before(verb); !counted.empty()) return counted;
  }
  std::vector<Actor> out = states_of(subject);
  const StateRow near = right_before(verb);
  const bool apart = !near.states.empty() && std::ranges::none_of(out, [&](const Actor& a) {
    return same_side(a, near.states.front());
  });
  const bool begins_clause = !near.states.empty() && near.first > first_of_sentence(near.first) &&
                             tree_.lemma(near.first - 1) == ";";
  if (const StateRow begun = begun_before(near); !begun.states.empty()) {
    out = begun.states;
    add_voters(near.states, out);
    return out;
  }
  if (apart || begins_clause || near.states.size() > out.size() || near.begins_clause)
    return near.states;
  if (out.empty() && tree_.token(verb).deprel == "advcl:relcl")  // "it was Chad that voted no"
    out = states_of(tree_.head(verb));
  if (out.empty()) out = of_subject(subject);
  if (out.empty()) out = one_of_many(verb);
  if (out.empty()) out = of_sayer(subject, verb);
  if (out.empty()) out = of_relative(verb);
  if (out.empty()) out = of_seat(subject);
  if (out.empty()) out = asked_about(verb);
  if (out.empty() && is_of_anybody(subject, verb)) return out;
  if (out.empty()) out = spoken_for(verb);
  // "when the Assembly adopted it": a clause with a subject of its own.
  const bool of_own = tree_.is(verb, "advcl") || tree_.is(verb, "ccomp");
  return out.empty() && !(of_own && subject != nowhere) ? of_whole_sentence_start(verb) : out;
}

// "A dozen states, Chad and Mali among them, (abstained)", "Europe, Malta included, (voted no)"
std::vector<Actor> Voters::counted_in_before(std::uint32_t verb) const {
  const std::uint32_t first = first_of_sentence(verb);
  std::uint32_t at = verb;
  while (at > first && is_passable_before_verb(at - 1)) --at;
  const std::string_view mark = verb > first ? tree_.lemma(verb - 1) : std::string_view();
  if (mark == "-" || mark == "\u2014" || mark == "\u2013" || mark == "--")
    return right_before(verb - 1).states;  // "Eight members - Chad and Mali - (voted no)"
  if (at == verb || tree_.lemma(at) != "," || at < first + 2) return {};
  const std::string last = lower_case(view_.document().text_of(tree_.token(at - 1)));
  const bool among = last == "them" && (tree_.lemma(at - 2) == "among" ||
                                        tree_.lemma(at - 2) == "amongst");
  if (among || last == "included") return right_before(at - (among ? 2 : 1)).states;
  // "eight more, including Chad, (stayed away)", "the rest, led by Mali, (abstained)"
  constexpr std::uint32_t longest = 40;  // words
  for (std::uint32_t t = at; t > first + 1 && at - t < longest;) {
    --t;
    if (tree_.lemma(t) == ";") break;
    const bool led = tree_.lemma(t) == "by" && (tree_.lemma(t - 1) == "lead" ||
                                                tree_.lemma(t - 1) == "head");
    const bool them = tree_.lemma(t) == "they" && tree_.lemma(t - 1) == "among";
    if (!led && !them && !reading_tables().in_list("includes", tree_.lemma(t))) continue;
    const StateRow row = row_from(t + 1, at);
    return row.last == at ? row.states : std::vector<Actor>();
  }
  return {};
}

// "the foreign ministry in Lima said it (had abstained)"
std::vector<Actor> Voters::of_sayer(std::uint32_t subject, std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  const bool it = subject != nowhere && tree_.token(subject).upos == "PRON" &&
                  (tree_.lemma(subject) == "it" || tree_.lemma(subject) == "they");
  if (!it || above == nowhere || !tree_.is(verb, "ccomp")) return {};
  return states_of(subject_of(tree_, above));
}

// "Chad, which in May (abstained)", whatever the tree.
std::vector<Actor> Voters::of_relative(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 7;  // words
  const std::uint32_t first = first_of_sentence(verb);
  for (std::uint32_t t = verb; t > first + 1 && verb - t < furthest;) {
    --t;
    if (tree_.token(t).upos == "VERB" || tree_.lemma(t) == ",") break;
    const std::string_view word = tree_.lemma(t);
    if (word != "which" && word != "who") continue;
    const bool comma = tree_.lemma(t - 1) == ",";
    return comma ? right_before(t - 1).states : std::vector<Actor>();
  }
  return {};
}

// "Chad's seat, still held by a rebel, (said yes)", "Mali's man (abstained)"
std::vector<Actor> Voters::of_seat(std::uint32_t noun) const {
  constexpr std::array<std::string_view, 10> words = {"seat", "man",    "woman", "chair", "bench",
                                                      "desk", "finger", "hand",  "lamp",  "light"};
  if (noun == nowhere || !is_one_of(tree_.lemma(noun), words)) return {};
  return possessor(noun);
}

// "Chad? (Abstained.)"
std::vector<Actor> Voters::asked_about(std::uint32_t verb) const {
  const std::uint32_t first = first_of_sentence(verb);
  if (verb > first + 1 || first < 2 || tree_.lemma(first - 1) != "?") return {};
  const StateRow row = row_from(first_of_sentence(first - 1), first - 1);
  return row.last == first - 1 ? row.states : std::vector<Actor>();
}

// "Chad was one of nine (to reject it)", whatever the tree.
std::vector<Actor> Voters::one_of_many(std::uint32_t verb) const {
  constexpr std::uint32_t longest = 10;  // words from "of" to the verb
  const std::uint32_t first = first_of_sentence(verb);
  std::uint32_t of = verb;
  while (of > first && tree_.lemma(of) != "of" && tree_.lemma(of) != "among") {
    if (--of + longest < verb || tree_.token(of).upos == "PUNCT") return {};
  }
  std::uint32_t at = of;
  if (at > first && tree_.lemma(of) == "of") --at;  // "one", "two"
  while (at > first && (tree_.token(at).upos == "NUM" || tree_.token(at).upos == "ADV" ||
                        tree_.lemma(at) == "the" || tree_.lemma(at) == "among"))
    --at;
  const bool is = at > first && at < of && (tree_.lemma(at) == "be" || tree_.lemma(at) == "become");
  return is ? right_before(at).states : std::vector<Actor>();
}

// "warned those who vote no", "all that back it": nobody who is named.
bool Voters::is_of_anybody(std::uint32_t subject, std::uint32_t verb) const {
  return subject != nowhere && tree_.is(verb, "acl") && is_crowd(subject);
}

// "For Chad, Ana Ruiz (voted no)"
std::vector<Actor> Voters::spoken_for(std::uint32_t verb) const {
  const std::uint32_t first = first_of_sentence(verb);
  if (lower_case(tree_.lemma(first)) != "for" || verb == first) return {};
  const StateRow row = row_from(first + 1, verb);
  const bool closed = row.last != nowhere && row.last < verb && tree_.lemma(row.last) == ",";
  return closed ? row.states : std::vector<Actor>();
}

// "Chad, Mali and, to the joy of Paris, Togo": the row that the clause begins with, where no verb
// stands between.
StateRow Voters::begun_before(const StateRow& near) const {
  if (near.states.empty()) return {};
  std::uint32_t begin = near.first;
  const std::uint32_t first = first_of_sentence(near.first);
  if (begin == first || tree_.lemma(begin - 1) != ",") return {};
  for (; begin > first && tree_.lemma(begin - 1) != ";"; --begin) {
    if (tree_.token(begin - 1).upos == "VERB" || tree_.token(begin - 1).upos == "AUX") return {};
  }
  const StateRow row = row_from(begin, near.first);
  const bool goes_on = row.first == begin && row.last < near.first && row.last > 0 &&
                       (tree_.lemma(row.last) == "," || tree_.lemma(row.last) == "and");
  return goes_on ? row : StateRow();
}

// "Chad, loyal as ever to Paris, rejected the text", "Chad's envoy, Ana Ruiz, who was new, rejected
// it": where the verb has no subject, who the sentence begins with.
std::vector<Actor> Voters::of_whole_sentence_start(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 6;
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  std::uint32_t top = first;
  while (tree_.head(top) != nowhere && tree_.head(top) < std::min(verb, first + furthest) &&
         tree_.token(tree_.head(top)).upos != "VERB")
    top = tree_.head(top);
  const bool loose = tree_.head(top) == nowhere || tree_.is(top, "nsubj");
  if (std::vector<Actor> seat = of_seat(top); !seat.empty()) return seat;
  return loose ? states_of(top) : std::vector<Actor>();
}

// "a Russian veto", "Togo's abstention", "no votes from Palau and Nauru"
std::vector<Actor> Voters::modifiers_of(std::uint32_t noun) const {
  std::vector<Actor> out;
  for (const std::uint32_t c : tree_.children(noun)) {
    if (c > noun) continue;
    if (tree_.is(c, "nmod") || tree_.is(c, "amod") || tree_.is(c, "compound"))
      add_voters(states_of(c), out);
  }
  if (!out.empty()) return out;
  for (const Oblique& o : clause_of_noun(tree_, noun).obliques) {
    if (o.noun > noun &&
        (o.preposition == "by" || o.preposition == "of" || o.preposition == "from"))
      add_voters(states_of(o.noun), out);
  }
  return out;
}

// "the only no was Chad", "Chad was the only no", "came from Chad", "Chad, another abstainer"
std::vector<Actor> Voters::said_to_be(std::uint32_t noun) const {
  std::vector<Actor> out;
  if (tree_.is(noun, "appos")) out = states_of(tree_.head(noun));
  if (out.empty()) out = states_of(tree_.child(noun, {"nsubj"}));
  const std::uint32_t one = tree_.head(noun);  // "Chad was one of the abstainers"
  if (out.empty() && one != nowhere && is_crowd(one) && tree_.preposition(noun) == "of")
    out = states_of(tree_.child(one, {"nsubj"}));
  return out;
}

// "Chad killed the text with its veto"
std::vector<Actor> Voters::of_its_own(std::uint32_t noun) const {
  const std::uint32_t owner = tree_.child(noun, {"nmod:poss"}), above = tree_.head(noun);
  const bool its = owner != nowhere && tree_.token(owner).upos == "PRON";
  if (!its || above == nowhere || tree_.token(above).upos != "VERB" || is_passive(tree_, above))
    return {};
  return tree_.is(noun, "nsubj") ? std::vector<Actor>() : of_verb(subject_of(tree_, above), above);
}

std::vector<Actor> Voters::of_noun(std::uint32_t noun) const {
  std::vector<Actor> out = said_to_be(noun);
  if (out.empty()) out = of_its_own(noun);
  if (out.empty()) out = modifiers_of(noun);
  // "ended up in the no camp"
  const std::uint32_t above = tree_.head(noun);
  if (out.empty() && above != nowhere && tree_.token(above).upos == "VERB" && tree_.is(noun, "obl"))
    out = of_subject(subject_of(tree_, above));
  return out;
}

std::vector<Actor> Voters::possessor(std::uint32_t noun) const {
  const std::vector<Actor> out = states_of(tree_.child(noun, {"nmod:poss"}));
  if (!out.empty() || noun == 0 || tree_.token(noun - 1).xpos != "POS") return out;
  const Name* name = state_name_ending_at(noun - 1);
  if (name == nullptr) return out;
  return {{view_.document().entities[name->entity].state, "", ""}};
}

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

// "Chad, unlike Mali, voted", "Chad, to the joy of Mali, voted": the second is not the one.
bool Voters::is_put_in(const StateRow& row, std::uint32_t verb) const {
  if (row.states.empty() || row.first == first_of_sentence(row.first)) return false;
  const bool comma = row.last < verb && tree_.lemma(row.last) == ",";
  std::uint32_t before = row.first - 1;
  if (tree_.lemma(before) == "the" && before > first_of_sentence(before)) --before;
  const std::string_view kind = tree_.token(before).upos;
  return comma && (kind == "ADP" || kind == "SCONJ");
}

// "Chad, where a new government came in last week, (abstained)": the comma before it.
std::uint32_t Voters::before_relative(std::uint32_t comma, std::uint32_t first) const {
  constexpr std::uint32_t longest = 20;
  for (std::uint32_t t = comma; t > first && comma - t < longest; --t) {
    if (tree_.lemma(t - 1) != ",") continue;
    const bool relative = tree_.token(t).xpos.starts_with("W");
    return relative && state_name_ending_at(t - 1) != nullptr ? t - 1 : nowhere;
  }
  return nowhere;
}

// "Chad, to the surprise of many, (abstained)": the comma before what is put in, if a state stands
// there; else the same comma.
std::uint32_t Voters::before_parenthesis(std::uint32_t comma, std::uint32_t first) const {
  constexpr std::uint32_t longest = 10;
  if (state_name_ending_at(comma) != nullptr) return comma;
  if (const std::uint32_t clause = before_relative(comma, first); clause != nowhere) return clause;
  for (std::uint32_t t = comma; t > first && comma - t < longest; --t) {
    const std::string_view kind = tree_.token(t - 1).upos;
    if (kind == "VERB" || kind == "AUX") return comma;
    if (tree_.lemma(t - 1) == ",") return state_name_ending_at(t - 1) != nullptr ? t - 1 : comma;
  }
  return comma;
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
  while (at > first && is_passable_before_verb(at - 1)) --at;
  if (at < token && tree_.lemma(at) == ",") at = before_parenthesis(at, first);
  while (at > first) {
    if (tree_.token(at - 1).xpos == "POS" && at > first + 1) --at;  // "Chad's and Mali's"
    const Name* name = state_name_ending_at(at);
    if (name == nullptr || name->first < first) break;
    const Actor actor{view_.document().entities[name->entity].state, "", ""};
    out.states.push_back(actor);
    if (out.last == nowhere) out.last = at;
    at = out.first = name->first;
    // Of a list the last two are joined by "and"; else what stands before is of another clause.
    if (out.states.size() == 1 && (at == first || tree_.lemma(at - 1) == ",")) break;
    const std::uint32_t behind = at;
    bool comma = false, joined = false;
    for (; at > first && (is_listing(tree_.lemma(at - 1)) || tree_.lemma(at - 1) == "of"); --at) {
      comma |= tree_.lemma(at - 1) == ",";
      joined |= tree_.lemma(at - 1) == "and";
    }
    // "like Chad and Mali, and Togo (abstained)": the last alone.
    if (joined && !comma && begun) {
      out.states.resize(begun->states);
      out.first = begun->first;
      out.begins_clause = true;
      break;
    }
    if (joined && comma) begun = {out.states.size(), behind};
  }
  if (is_two_clauses(out)) {
    out.states.resize(1);
    out.first = state_name_ending_at(out.last)->first;
    out.begins_clause = true;
  }
  return is_put_in(out, token) ? StateRow() : out;
}

bool Voters::is_filler(std::uint32_t t) const {
  constexpr std::array<std::string_view, 16> words = {
      "that", "those", "of",  "from",   "by",         "the",     "only", "just",
      "also", "both",  "not", "namely", "surprising", "notably", "even", "again"};
  return is_one_of(tree_.lemma(t), words) || tree_.token(t).upos == "ADV";
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
  at = past_counted(at, end);
  while (at < end) {
    const Name* name = state_name_starting_at(at);
    if (name == nullptr || owns_what_follows(*name)) break;
    if (out.states.empty()) out.first = at;
    add_voters({{view_.document().entities[name->entity].state, "", ""}}, out.states);
    at = out.last = name->last;
    const std::uint32_t next = past_listing(at, end);
    // "Chad and Mali, and Togo abstained": the third is of another clause.
    const bool comma_and = at + 1 < next && tree_.lemma(at) == "," && tree_.lemma(at + 1) == "and";
    if (comma_and && ended) break;
    ended |= tree_.lemma(at) == "and";
    at = next;
  }
  return out;
}

// To the next of a row, past "and, in Europe," and "and, alas, the".
std::uint32_t Voters::past_listing(std::uint32_t token, std::uint32_t end) const {
  constexpr std::uint32_t longest = 5;  // words of what is put in
  const auto skip = [&](std::uint32_t at) {
    while (at < end && (is_listing(tree_.lemma(at)) || tree_.token(at).xpos == "POS" ||
                        tree_.lemma(at).ends_with("self") || tree_.lemma(at).ends_with("selves")))
      ++at;
    return at;
  };
  std::uint32_t at = skip(token);
  if (const std::uint32_t named = past_counted(at, end); named != at) return named;
  const bool put_in = at > token && tree_.lemma(at - 1) == "," && at < end &&
                      (tree_.token(at).upos == "ADP" || tree_.token(at).upos == "ADV" ||
                       tree_.token(at).upos == "INTJ");
  if (!put_in || state_name_starting_at(at) != nullptr) return at;
  for (std::uint32_t t = at; t < std::min(end, at + longest); ++t) {
    if (tree_.token(t).upos == "VERB" || tree_.token(t).upos == "AUX") break;
    if (tree_.lemma(t) == ",") return skip(t);
  }
  return at;
}

// "and four of its neighbours: (Chad)", "three islands (Palau": those that are counted are named.
std::uint32_t Voters::past_counted(std::uint32_t token, std::uint32_t end) const {
  constexpr std::uint32_t longest = 8;  // words
  if (token >= end || tree_.token(token).upos != "NUM") return token;
  for (std::uint32_t t = token + 1; t + 1 < std::min(end, token + longest); ++t) {
    const std::string_view word = tree_.lemma(t);
    const bool apposed = word == "," && t == token + 1 && tree_.lemma(t + 1) == "the";
    if (apposed && state_name_starting_at(t + 2) != nullptr) return t + 2;  // "one, the Gambia"
    const bool names = word == ":" || word == "(" || word == "\u2014";
    if (names) return state_name_starting_at(t + 1) != nullptr ? t + 1 : token;
    if (tree_.token(t).upos == "VERB" || tree_.token(t).upos == "PUNCT") break;
  }
  return token;
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
