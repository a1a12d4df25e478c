#include "reading/vote_words.h"

#include <algorithm>
#include <array>

#include "reading/tables.h"

namespace volteface {

bool is_aye(std::string_view verb) { return reading_tables().in_list("says_aye", verb); }
bool is_no(std::string_view verb) { return reading_tables().in_list("says_no", verb); }

bool joins_others(std::string_view verb) {
  constexpr std::array<std::string_view, 4> words = {"join", "follow", "imitate", "copy"};
  return is_one_of(verb, words);
}

bool VoteWords::names_text(std::string_view lemma) {
  return reading_tables().in_list("surely_resolution", lemma);
}

VoteWords::VoteWords(const ReportView& view, const VoteTalk& talk, const Voters& voters)
    : view_(view), tree_(view.tree), talk_(talk), voters_(voters), statuses_(view, voters) {}

std::optional<FoundVote> VoteWords::at_token(std::uint32_t t) {
  if (is_left_undone(t)) return std::nullopt;
  const std::string_view word = tree_.lemma(t);
  if (word == "vote" && tree_.token(t).upos == "VERB" && !tree_.has_child(t, "mark", "in")) {
    if (is_home_affair(t)) return std::nullopt;
    if (const auto found = with_voters(t, choice_of_vote(t))) return found;
    if (const auto found = in_other_words(t)) return found;
    return choice_of_vote(t) ? std::nullopt : absence(t);
  }
  if (word == "vote" && tree_.token(t).upos == "NOUN") {
    if (const auto found = taken_for_noun(t)) return found;
  }
  if (word == "abstain" && !is_from_other_things(t)) return with_voters(t, ReportedChoice::abstain);
  if (tree_.token(t).upos == "VERB") {
    if (word == "oppose" && is_passive(tree_, t) && about_a_vote(tree_.sentence(t))) {
      const bool by_somebody = clause_of_verb(tree_, t).subject != nowhere;
      if (!by_somebody)
        return told({t, ReportedChoice::no, {}, voters_.of_verb(tree_.child(t, {"nsubj"}), t)});
    }
    if (is_no(word) && on_resolution(t) && !is_standing(t) && !is_of_person(t) &&
        !is_of_office(t) && !is_of_other_text(t))
      return with_voters(t, ReportedChoice::no);
    if (const auto said = said_choice(t)) return said;
    if (joins_others(word)) {
      if (const auto joined = joined_camp(t)) return joined;
    }
    if (word == "throw" && tree_.has_child(t, "compound:prt", "out") && on_resolution(t))
      return with_voters(t, ReportedChoice::no);
    if (is_aye(word) && on_resolution(t) && !is_of_person(t)) {
      if (const auto found = with_voters(t, ReportedChoice::yes)) return found;
    }
    if (const auto absent = absence(t)) return absent;
  }
  if (talk_.has_spoken_of_votes(tree_.sentence(t))) {
    if (const auto asked = statuses_.asked_for(t)) {
      cue_end_ = std::max(cue_end_, statuses_.wanted_by(t) + 1);  // no vote beside that
      return asked;
    }
  }
  if (const auto found = in_other_words(t)) return found;
  return stands(t);
}

// "Chad's parliament voted against the budget", "the judges dissented", "Chadians voted for a new
// president"
bool VoteWords::is_home_affair(std::uint32_t verb) const {
  constexpr std::uint32_t furthest = 8;  // words before the verb
  const Clause clause = clause_of_verb(tree_, verb);
  const auto is_house = [&](std::uint32_t noun) {
    return reading_tables().in_list("votes_at_home", lower_case(tree_.lemma(noun)));
  };
  if (clause.subject != nowhere && is_house(clause.subject)) return true;
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  for (std::uint32_t t = verb; t > first && verb - t < furthest;) {
    const std::string_view kind = tree_.token(--t).upos;
    if (kind == "VERB" || kind == "PUNCT" || kind == "CCONJ") break;
    if (is_house(t)) return true;
  }
  return tree_.lemma(verb) == "vote" && std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
           return reading_tables().in_list("voted_on_at_home", lower_case(tree_.lemma(o.noun)));
         });
}

// "refrained from backing it", "abstained rather than oppose it", "without voting for it"
bool VoteWords::is_left_undone(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 6> words = {"from", "against", "without",
                                                     "than", "instead", "rather"};
  return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
    const bool marks = tree_.is(c, "mark") || tree_.is(c, "cc") || tree_.is(c, "case");
    // "voted against; Chad abstained": a parser may hang the one on the other.
    const bool apart = c + 1 < verb && tree_.token(c + 1).upos == "PUNCT";
    return marks && c < verb && !apart && is_one_of(tree_.lemma(c), words);
  });
}

// "Chad has rejected the resolution": what it says of it since; but a veto is a vote at any time.
bool VoteWords::is_standing(std::uint32_t verb) const {
  if (tree_.lemma(verb) == "veto") return false;
  return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
    return tree_.is(c, "aux") && tree_.lemma(c) == "have" && tree_.token(c).xpos != "VBD";
  });
}

// "the minister rejected the text": what somebody says of it, and no vote.
bool VoteWords::is_of_person(std::uint32_t verb) const {
  const std::uint32_t subject = clause_of_verb(tree_, verb).subject;
  const auto actors = view_.actors.actors_of(subject);
  return actors.size() == 1 && !actors.front().person.empty();
}

// "refused the document at the border", "a motion to adjourn", "rejected the motion of no
// confidence"
bool VoteWords::is_of_other_text(std::uint32_t verb) const {
  const std::uint32_t object = clause_of_verb(tree_, verb).object;
  if (object == nowhere) return false;
  const std::string_view text = tree_.lemma(object);
  if (tree_.lemma(verb) == "refuse" && (text == "document" || text == "motion")) return true;
  return std::ranges::any_of(tree_.children(object), [&](std::uint32_t c) {
    return tree_.is(c, "nmod") && tree_.lemma(c) == "confidence";
  });
}

// "the foreign ministry rejected the text", "the authorities": what is said of it at home.
bool VoteWords::is_of_office(std::uint32_t verb) const {
  const std::uint32_t subject = clause_of_verb(tree_, verb).subject;
  constexpr std::array<std::string_view, 6> offices = {"ministry", "authority",  "authorities",
                                                       "junta",    "presidency", "parliament"};
  return tree_.lemma(verb) == "reject" && subject != nowhere &&
         is_one_of(lower_case(tree_.lemma(subject)), offices);
}

// "Chad and Mali vote yes": a parser may take the verb for a noun.
std::optional<FoundVote> VoteWords::taken_for_noun(std::uint32_t vote) const {
  constexpr std::array<std::string_view, 5> words = {"yes", "no", "for", "against", "in"};
  const Sentence& sentence = view_.document().sentences[tree_.sentence(vote)];
  if (vote == sentence.first || vote + 1 >= sentence.last ||
      !is_one_of(lower_case(view_.document().text_of(tree_.token(vote + 1))), words))
    return std::nullopt;
  const StateRow row = voters_.right_before(vote);
  const auto choice = choice_of_vote(vote);
  if (row.last != vote || row.states.size() < 2 || !choice) return std::nullopt;
  return FoundVote{vote, *choice, VoteStatus::cast, row.states};
}

// "abstained from comment", "from force"
bool VoteWords::is_from_other_things(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 5> votes = {"vote", "voting", "ballot", "poll", "support"};
  for (const Oblique& o : clause_of_verb(tree_, verb).obliques) {
    const std::string_view noun = tree_.lemma(o.noun);
    if (o.preposition == "from" && o.noun > verb && !is_one_of(noun, votes) &&
        !reading_tables().in_list("resolution", noun))
      return true;
  }
  return false;
}

// "joined Chad in the no camp", "did not join Chad in voting no"
std::optional<FoundVote> VoteWords::joined_camp(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  std::optional<ReportedChoice> choice;
  for (std::uint32_t t = verb + 1; t < std::min(end, verb + 16); ++t) {
    const std::string word = lower_case(view_.document().text_of(tree_.token(t)));
    const std::string_view next = t + 1 < end ? tree_.lemma(t + 1) : std::string_view();
    const std::string_view before = tree_.lemma(t - 1);
    if (word == ";" || word == "while" || word == "whereas") break;  // of others
    // "joined those who ask Mali to vote no"
    if (tree_.token(t).upos == "VERB" && reading_tables().in_list("asks_to", tree_.lemma(t))) break;
    if (before == "in" && word == "opposition") choice = ReportedChoice::no;
    const bool side = reading_tables().in_list("voters_side", next);
    if (!side && before != "vote" && before != "voting") continue;
    if (word == "no" || word == "against" || word == "nay" || word == "noes" || word == "nays")
      choice = ReportedChoice::no;
    if (word == "yes" || word == "for" || word == "aye" || word == "ayes")
      choice = ReportedChoice::yes;
  }
  return with_voters(verb, choice);
}

// "said yes", "came out against it", where a vote is spoken of.
std::optional<FoundVote> VoteWords::said_choice(std::uint32_t verb) const {
  if (!about_a_vote(tree_.sentence(verb))) return std::nullopt;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  const auto word = [&](std::uint32_t t) { return t < end ? tree_.lemma(t) : std::string_view(); };
  const std::uint32_t next = verb + 1;
  if (word(verb) == "say" && (word(next) == "yes" || word(next) == "no") &&
      view_.quote_of(next) == nowhere)
    return with_voters(verb, word(next) == "yes" ? ReportedChoice::yes : ReportedChoice::no);
  if (word(verb) != "come" || word(next) != "out") return std::nullopt;
  if (word(next + 1) == "against") return with_voters(verb, ReportedChoice::no);
  const bool favour = word(next + 2) == "favour" || word(next + 2) == "favor";
  return favour ? with_voters(verb, ReportedChoice::yes) : std::nullopt;
}

std::optional<FoundVote> VoteWords::with_voters(std::uint32_t verb,
                                                std::optional<ReportedChoice> choice) const {
  if (!choice || is_home_affair(verb)) return std::nullopt;
  const Clause clause = clause_of_verb(tree_, verb);
  FoundVote out{verb, *choice, VoteStatus::cast, {}};
  if (const std::uint32_t asker = statuses_.asked_by(verb); asker != nowhere) {
    out.status = VoteStatus::urged;
    out.voters = statuses_.asked_at(asker, verb);
    if (tree_.has_child(verb, "advmod", "not")) {  // "asked Chad not to vote for it"
      if (*choice != ReportedChoice::yes) return std::nullopt;
      out.choice = ReportedChoice::not_yes;
    }
    return out.voters.empty() ? std::nullopt : std::optional(out);
  }
  if (const std::vector<Actor> excepted = excepted_in(verb); !excepted.empty()) {
    if (!says_nobody(clause)) return std::nullopt;  // "all but Chad"
    out.voters = excepted;
    return out;
  }
  if (says_nobody(clause)) return std::nullopt;
  // "opposed it, and 35 abstained": 35 others.
  const bool counted = verb > 0 && tree_.token(verb - 1).upos == "NUM" &&
                       !view_.calendar.is_date(verb - 1) && !is_of_all(verb - 1) &&
                       tree_.sentence(verb - 1) == tree_.sentence(verb);
  if (counted) {
    const bool asserted = clause.modality == Modality::asserted;
    return asserted ? std::optional(out) : std::nullopt;
  }
  out.voters = voters_in(clause);
  if (out.voters.empty() && (!is_of_crowd(clause) || is_of_anybody(clause))) return std::nullopt;
  const bool says_no =
      clause.modality == Modality::negated && (is_denied_by_no(verb) || says_neither(verb));
  const Modality modality = says_no ? Modality::asserted : clause.modality;
  return statuses_.with_status(out, modality) ? std::optional(out) : std::nullopt;
}

// "voted neither for nor against it"
bool VoteWords::says_neither(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  return verb + 1 < end && lower_case(tree_.lemma(verb + 1)) == "neither";
}

// "voted no this time", "cast a no vote": its "no" denies nothing.
bool VoteWords::is_denied_by_no(std::uint32_t verb) const {
  constexpr std::uint32_t reach = 6;  // words
  const auto is_cast = [](std::string_view noun) {
    return noun == "vote" || noun == "ballot" || reading_tables().in_list("voters_side", noun);
  };
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  bool no = verb + 1 < end && lower_case(tree_.lemma(verb + 1)) == "no";
  for (std::uint32_t t = verb + 2; t + 1 < std::min(end, verb + reach); ++t)
    no |= tree_.lemma(t) == "no" && is_cast(tree_.lemma(t + 1));
  return no && std::ranges::none_of(tree_.children(verb), [&](std::uint32_t c) {
           const std::string_view word = tree_.lemma(c);
           return word == "not" || word == "n't" || word == "never";
         });
}

// "the two", "all three": those told of before.
bool VoteWords::is_of_all(std::uint32_t number) const {
  const std::uint32_t first = view_.document().sentences[tree_.sentence(number)].first;
  if (number == first) return false;
  const std::string before = lower_case(tree_.lemma(number - 1));
  return before == "the" || before == "all";
}

std::vector<Actor> VoteWords::voters_in(const Clause& clause) const {
  const std::uint32_t noun = voter_in(clause);
  const bool by = clause.passive && noun == clause.subject;
  return by ? voters_.of_subject(noun) : voters_.of_verb(noun, clause.head);
}

// "members voted for it" may be taken for a passive.
std::uint32_t VoteWords::voter_in(const Clause& clause) const {
  const std::string_view word = tree_.lemma(clause.head);
  const bool intransitive = word == "vote" || word == "abstain";
  return clause.passive && intransitive ? clause.object : clause.subject;
}

// "nobody but Chad voted no", "all voted yes except Chad and Mali": between the subject and the
// verb, or behind the verb.
std::vector<Actor> VoteWords::excepted_in(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 4> words = {"except", "but", "save", "bar"};
  const Sentence& sentence = view_.document().sentences[tree_.sentence(verb)];
  const auto excepts = [&](std::uint32_t t) {
    return tree_.token(t).upos != "VERB" && is_one_of(tree_.lemma(t), words);
  };
  for (std::uint32_t t = verb; t-- > sentence.first + 1;) {
    if (tree_.token(t).upos == "VERB" || tree_.lemma(t) == ";") break;
    if (tree_.token(t).xpos.starts_with("W")) break;  // "all but Chad, which abstained"
    const bool of_all = tree_.lemma(t) != "but" || voters_.is_crowd(t - 1) || is_nobody(t - 1);
    if (excepts(t) && of_all) return voters_.right_behind(t).states;
  }
  for (std::uint32_t t = verb + 1; t < sentence.last; ++t) {
    if (tree_.token(t).upos == "VERB" || tree_.token(t).upos == "PUNCT") break;
    if (excepts(t) && tree_.lemma(t) != "but") return voters_.right_behind(t).states;
  }
  return {};
}

bool VoteWords::is_nobody(std::uint32_t noun) const {
  const std::string word = lower_case(tree_.lemma(noun));
  return word == "nobody" || word == "none" || word == "neither" ||
         tree_.has_child(noun, "det", "no");
}

bool VoteWords::says_nobody(const Clause& clause) const {
  return std::ranges::any_of(tree_.children(clause.head),
                             [&](std::uint32_t c) { return tree_.is(c, "nsubj") && is_nobody(c); });
}

// "nine countries", "most of them"
bool VoteWords::is_of_crowd(const Clause& clause) const {
  const std::uint32_t noun = voter_in(clause);
  if (noun == nowhere) return false;
  // "those whom it names voted no"
  const bool relative = tree_.token(noun).xpos.starts_with("W") && noun > 0;
  return voters_.is_crowd(relative ? noun - 1 : noun);
}

// "aid to all who vote yes": no crowd that voted so.
bool VoteWords::is_of_anybody(const Clause& clause) const {
  std::uint32_t noun = voter_in(clause);
  std::uint32_t first = clause.head;  // "those who backed it or abstained"
  while (tree_.is(first, "conj") && tree_.head(first) != nowhere) first = tree_.head(first);
  const bool relative = tree_.token(noun).xpos.starts_with("W") && tree_.head(first) != nowhere;
  if (relative) noun = tree_.head(first);
  if (!tree_.is(first, "acl") || tree_.token(noun).upos == "NUM") return false;
  return tree_.is(noun, "obj") || tree_.is(noun, "obl") || tree_.is(noun, "iobj") ||
         tree_.preposition(noun) == "to";
}

}  // namespace volteface
