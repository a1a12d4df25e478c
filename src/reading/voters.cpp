#include "reading/voters.h"

#include <algorithm>
#include <array>

#include "reading/number_words.h"
#include "reading/tables.h"

namespace volteface {

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
  if (out.empty() && is_who_is_asked(noun)) out.push_back({view_.interviewed_state(), "", ""});
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
  if (is_of_another_clause(subject, verb)) subject = nowhere;
  if (is_in_brackets(verb)) return right_before(verb - 1).states;
  subject = who_did_what(subject);
  if (subject == nowhere || is_crowd(subject)) {
    if (std::vector<Actor> counted = counted_in_before(verb); !counted.empty()) return counted;
    if (std::vector<Actor> group = of_group(subject); !group.empty()) return group;
  }
  if (std::vector<Actor> denied = of_denied_before(verb); !denied.empty()) return denied;
  if (std::vector<Actor> they = of_they(subject, verb); !they.empty()) return they;
  if (std::vector<Actor> before = of_relative(verb); !before.empty()) return before;
  std::vector<Actor> out = of_state_that_says(subject, verb);
  if (out.empty()) out = states_of(subject);
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
  if (out.empty()) out = of_seat(subject);
  if (out.empty()) out = of_kin(subject);
  if (out.empty()) out = asked_about(verb);
  if (out.empty() && is_of_anybody(subject, verb)) return out;
  if (out.empty()) out = spoken_for(verb);
  // "when the Assembly adopted it": a clause with a subject of its own.
  const bool of_own = tree_.is(verb, "advcl") || tree_.is(verb, "ccomp");
  if (out.empty() && subject != nowhere && is_crowd(subject)) return out;  // "13 members voted"
  if (out.empty() && !of_own) out = named_behind_body(verb);
  return out.empty() && !(of_own && subject != nowhere) ? of_whole_sentence_start(verb) : out;
}

// "Chad (abstained)"
bool Voters::is_in_brackets(std::uint32_t verb) const {
  return verb > first_of_sentence(verb) && tree_.lemma(verb - 1) == "(" &&
         verb + 1 < view_.document().tokens.size() && tree_.lemma(verb + 1) == ")";
}

// "What Chad did was abstain": Chad.
std::uint32_t Voters::who_did_what(std::uint32_t subject) const {
  if (subject == nowhere || lower_case(tree_.lemma(subject)) != "what") return subject;
  const std::uint32_t did = tree_.child(subject, {"acl"});
  const std::uint32_t who =
      did == nowhere || tree_.lemma(did) != "do" ? nowhere : tree_.child(did, {"nsubj"});
  return who == nowhere ? subject : who;
}

// "In the General Assembly Chad (broke ranks and voted no)": a parser may take it for a part of the
// body's name.
std::vector<Actor> Voters::named_behind_body(std::uint32_t verb) const {
  constexpr std::uint32_t longest = 8;  // words
  const std::uint32_t first = first_of_sentence(verb);
  const std::string opens = lower_case(tree_.lemma(first));
  if (opens != "in" && opens != "at" && opens != "on") return {};
  for (std::uint32_t t = first + 1; t < std::min(verb, first + longest); ++t) {
    if (tree_.token(t).upos == "PUNCT") break;
    if (!reading_tables().in_list("voting_body", lower_case(tree_.lemma(t)))) continue;
    std::uint32_t next = t + 1;  // "in the council on Thursday Chad"
    while (next < verb && (view_.calendar.is_date(next) || tree_.lemma(next) == "on")) ++next;
    const StateRow row = row_from(next, verb);
    if (!row.states.empty() && row.first <= next + 1) return row.states;
  }
  return {};
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
  const bool among =
      last == "them" && (tree_.lemma(at - 2) == "among" || tree_.lemma(at - 2) == "amongst");
  if (among || last == "included") return right_before(at - (among ? 2 : 1)).states;
  // "eight more, including Chad, (stayed away)", "the rest, led by Mali, (abstained)"
  constexpr std::uint32_t longest = 40;  // words
  std::vector<Actor> out;
  for (std::uint32_t t = at; t > first + 1 && at - t < longest;) {
    --t;
    if (tree_.lemma(t) == ";") break;
    const bool led =
        tree_.lemma(t) == "by" && (tree_.lemma(t - 1) == "lead" || tree_.lemma(t - 1) == "head");
    const bool them = tree_.lemma(t) == "they" && tree_.lemma(t - 1) == "among";
    if (std::vector<Actor> range = from_one_to_another(t, at); !range.empty()) {
      add_voters(out, range);
      return range;
    }
    if (!led && !them && !reading_tables().in_list("includes", tree_.lemma(t))) continue;
    const StateRow row = row_from(t + 1, at);
    if (row.last == at) add_voters(row.states, out);
  }
  return out;
}

// "all members, from Chad to Peru,"
std::vector<Actor> Voters::from_one_to_another(std::uint32_t from, std::uint32_t end) const {
  if (tree_.lemma(from) != "from") return {};
  const StateRow one = row_from(from + 1, end);
  if (one.states.size() != 1 || one.last + 1 >= end) return {};
  const std::uint32_t to = one.last + (tree_.token(one.last).upos == "ADV" ? 1 : 0);  // "down to"
  if (tree_.lemma(to) != "to") return {};
  std::vector<Actor> out = one.states;
  const StateRow other = row_from(to + 1, end);
  if (other.states.empty()) return {};
  add_voters(other.states, out);
  return out;
}

// "Chad and Mali still opposed it; this week they (abstained)": those of its sentence, else those
// that the sentence before begins with.
std::vector<Actor> Voters::of_they(std::uint32_t subject, std::uint32_t verb) const {
  if (subject == nowhere || lower_case(tree_.lemma(subject)) != "they") return {};
  if (view_.quote_of(subject) != nowhere) return {};
  constexpr std::uint32_t furthest = 60;  // words
  std::vector<Actor> out;
  const std::uint32_t from =
      std::max(first_of_sentence(verb), subject - std::min(subject, furthest));
  for (std::uint32_t t = from; t < subject; ++t) {
    if (state_name_starting_at(t) == nullptr) continue;
    const StateRow row = row_from(t, subject);
    if (row.states.size() > 1) out = row.states;
    if (row.last != nowhere && row.last > t) t = row.last - 1;
  }
  const std::uint32_t here = tree_.sentence(verb);
  if (!out.empty() || here == 0 || view_.document().sentences[here].begins_paragraph) return out;
  const Sentence& before = view_.document().sentences[here - 1];
  const StateRow row = row_from(before.first, before.last);
  const bool begins = row.states.size() > 1 && row.first <= before.first + 1;
  return begins ? row.states : std::vector<Actor>();
}

// "Chad voted no; nine islands (kept it company)": a parser may join the two.
bool Voters::is_of_another_clause(std::uint32_t subject, std::uint32_t verb) const {
  if (subject == nowhere || subject > verb) return false;
  for (std::uint32_t t = subject; t < verb; ++t) {
    if (tree_.lemma(t) == ";") return !tree_.is(verb, "acl");
  }
  return false;
}

// "Chad and Mali were asked. Both (abstained)", "The two neighbours (abstained)": the last row of
// so many states in the sentence or the two before it.
std::vector<Actor> Voters::of_group(std::uint32_t subject) const {
  if (subject == nowhere) return {};
  const bool both = lower_case(tree_.lemma(subject)) == "both" ||
                    (is_crowd(subject) && tree_.has_child(subject, "det", "both"));
  const std::uint32_t number =
      tree_.token(subject).upos == "NUM" ? subject : tree_.child(subject, {"nummod"});
  const bool the = number != nowhere && number > first_of_sentence(subject) &&
                   (lower_case(tree_.lemma(number - 1)) == "the" ||
                    lower_case(tree_.lemma(number - 1)) == "all");
  if (!both && !the) return {};
  const auto size =
      both ? 2U
           : number_named(lower_case(view_.document().text_of(tree_.token(number)))).value_or(0);
  constexpr std::uint32_t reach = 2, most = 5;  // sentences, states
  if (size < 2 || size > most) return {};
  const auto& sentences = view_.document().sentences;
  const std::uint32_t here = tree_.sentence(subject);
  std::vector<Actor> out;
  for (std::uint32_t s = here - std::min(here, reach); s <= here; ++s) {
    const std::uint32_t end = s == here ? subject : sentences[s].last;
    for (std::uint32_t t = sentences[s].first; t < end; ++t) {
      if (state_name_starting_at(t) == nullptr) continue;
      const StateRow row = row_from(t, end);
      if (row.states.size() == size) out = row.states;
      if (row.last != nowhere && row.last > t) t = row.last - 1;
    }
  }
  if (std::vector<Actor> apart = both ? two_before(subject) : std::vector<Actor>(); !apart.empty())
    return apart;
  return out;
}

// "broke with Chad and, a day later, with the Malians, since both countries": those two, if its
// sentence names no other.
std::vector<Actor> Voters::two_before(std::uint32_t subject) const {
  std::vector<Actor> out;
  for (std::uint32_t t = first_of_sentence(subject); t < subject; ++t) {
    if (const Name* name = state_name_starting_at(t); name != nullptr)
      add_voters({{view_.document().entities[name->entity].state, "", ""}}, out);
  }
  return out.size() == 2 ? out : std::vector<Actor>();
}

// "Chad did not, and (voted yes)"
std::vector<Actor> Voters::of_denied_before(std::uint32_t verb) const {
  const std::uint32_t first = first_of_sentence(verb);
  std::uint32_t at = verb;
  if (at > first && (tree_.lemma(at - 1) == "and" || tree_.lemma(at - 1) == "but")) --at;
  if (at == verb) return {};
  if (at > first && tree_.lemma(at - 1) == ",") --at;
  if (at < first + 3 || tree_.lemma(at - 1) != "not" || tree_.token(at - 2).upos != "AUX")
    return {};
  return right_before(at - 2).states;
}

// "Chad said it (would abstain)": itself, whoever was spoken of before.
std::vector<Actor> Voters::of_state_that_says(std::uint32_t subject, std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  if (above == nowhere) return {};
  const std::uint32_t sayer = subject_of(tree_, above);
  if (sayer == nowhere || state_name_ending_at(sayer + 1) == nullptr) return {};
  return of_sayer(subject, verb);
}

// "the foreign ministry in Lima said it (had abstained)"
std::vector<Actor> Voters::of_sayer(std::uint32_t subject, std::uint32_t verb) const {
  const std::uint32_t above = tree_.head(verb);
  if (subject == nowhere) return {};
  constexpr std::array<std::string_view, 4> pronouns = {"it", "they", "he", "she"};
  const bool it = tree_.token(subject).upos == "PRON" && is_one_of(tree_.lemma(subject), pronouns);
  const std::uint32_t owner = tree_.child(subject, {"nmod:poss"});  // "its envoy said his country"
  const bool itself = reading_tables().in_list("state_itself", tree_.lemma(subject)) &&
                      owner != nowhere && tree_.token(owner).upos == "PRON";
  if ((!it && !itself) || above == nowhere || !tree_.is(verb, "ccomp")) return {};
  return states_of(subject_of(tree_, above));
}

// "who, he recalled, (vetoed)": the word before what is put in, of the comma behind it.
std::uint32_t Voters::before_saying(std::uint32_t comma) const {
  const bool said = comma >= first_of_sentence(comma) + 5 && tree_.lemma(comma) == "," &&
                    tree_.token(comma - 1).upos == "VERB" &&
                    tree_.token(comma - 2).upos == "PRON" && tree_.lemma(comma - 3) == ",";
  return said ? comma - 4 : comma;
}

// "Chad, which in May (abstained)", whatever the tree.
std::vector<Actor> Voters::of_relative(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 7;  // words
  const std::uint32_t first = first_of_sentence(verb);
  for (std::uint32_t t = verb; t > first + 1 && verb - t < furthest;) {
    --t;
    if (const std::uint32_t opened = before_saying(t); opened != t) t = opened;
    const std::string_view word = tree_.lemma(t);
    if (word != "which" && word != "who") {
      // "Chad, which Mali (backed)"
      const bool other = state_name_starting_at(t) != nullptr || tree_.token(t).upos == "PRON";
      if (other || tree_.token(t).upos == "VERB" || word == ",") break;
      continue;
    }
    // "Chad and Mali, both of which (abstained)"
    const bool of = tree_.lemma(t - 1) == "of" && t > first + 3;
    const std::uint32_t comma = of ? t - 3 : t - 1;
    return tree_.lemma(comma) == "," ? right_before(comma).states : std::vector<Actor>();
  }
  return {};
}

// "Chad? (Abstained.)", "What about Mali? It (voted no)"
std::vector<Actor> Voters::asked_about(std::uint32_t verb) const {
  const std::uint32_t first = first_of_sentence(verb);
  const bool it = tree_.lemma(first) == "it" || tree_.lemma(first) == "they";
  if (verb > first + (it ? 4 : 1) || first < 2 || tree_.lemma(first - 1) != "?") return {};
  std::uint32_t begin = first_of_sentence(first - 1);
  // "What about Chad?", "And Chad?"
  const bool what = lower_case(tree_.lemma(begin)) == "what" && tree_.lemma(begin + 1) == "about";
  begin += what ? 2 : lower_case(tree_.lemma(begin)) == "and" ? 1 : 0;
  const StateRow row = row_from(begin, first - 1);
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
  const std::uint32_t above = tree_.is(verb, "acl") ? tree_.head(verb) : nowhere;
  if (above != nowhere && lower_case(tree_.lemma(above)) == "whoever") return true;
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

}  // namespace volteface
