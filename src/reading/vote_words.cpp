#include "reading/vote_words.h"

#include <algorithm>
#include <array>

#include "reading/tables.h"

namespace volteface {

bool is_aye(std::string_view verb) { return reading_tables().in_list("says_aye", verb); }
bool is_no(std::string_view verb) { return reading_tables().in_list("says_no", verb); }

namespace {

bool is_pressing(std::string_view verb) {
  constexpr std::array<std::string_view, 5> words = {"press", "push", "hit", "touch", "use"};
  return is_one_of(verb, words);
}

}  // namespace

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
  if (word == "abstain" && !is_from_other_things(t))
    return with_voters(t, ReportedChoice::abstain);
  if (tree_.token(t).upos == "VERB") {
    if (word == "oppose" && is_passive(tree_, t) && about_a_vote(tree_.sentence(t))) {
      const bool by_somebody = clause_of_verb(tree_, t).subject != nowhere;
      if (!by_somebody)
        return told({t, ReportedChoice::no, {}, voters_.of_verb(tree_.child(t, {"nsubj"}), t)});
    }
    if (is_no(word) && on_resolution(t) && !is_standing(t) && !is_of_person(t) && !is_of_office(t))
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
    if (const auto asked = statuses_.asked_for(t)) return asked;
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
  return tree_.lemma(verb) == "vote" &&
         std::ranges::any_of(clause.obliques, [&](const Oblique& o) {
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

// "Chad has rejected the resolution": what it says of it since.
bool VoteWords::is_standing(std::uint32_t verb) const {
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

// "the foreign ministry rejected the text", "the authorities": what is said of it at home.
bool VoteWords::is_of_office(std::uint32_t verb) const {
  const std::uint32_t subject = clause_of_verb(tree_, verb).subject;
  constexpr std::array<std::string_view, 6> offices = {"ministry", "authority",  "authorities",
                                                       "junta",    "presidency", "parliament"};
  return tree_.lemma(verb) == "reject" && subject != nowhere &&
         is_one_of(lower_case(tree_.lemma(subject)), offices);
}

std::optional<ReportedChoice> VoteWords::choice_of_vote(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  for (std::uint32_t t = verb + 1; t < std::min(end, verb + 14); ++t) {
    const std::string word = lower_case(view_.document().text_of(tree_.token(t)));
    if (word == "against" && !is_of_text(t)) return ReportedChoice::no;
    const bool before_noun = t + 1 < end && tree_.token(t + 1).upos != "PUNCT" &&
                             tree_.token(t + 1).upos != "DET";  // "no this time"
    if (word == "no" && (tree_.token(t).deprel != "det" || !before_noun)) return ReportedChoice::no;
    if (word == "yes" || word == "favour" || word == "favor") return ReportedChoice::yes;
    // 'voted "for"'
    if (word == "for" && t + 1 < end && tree_.token(t + 1).upos == "PUNCT") return ReportedChoice::yes;
    if (word == "for" && !for_a_time(t)) return ReportedChoice::yes;
    if (tree_.token(t).upos == "VERB" && tree_.has_child(t, "mark", "to") && tree_.head(t) == verb)
      return ReportedChoice::yes;
    if (tree_.token(t).upos == "VERB" && !tree_.is_below(t, verb)) break;
  }
  return std::nullopt;
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

// "voted on a resolution against the war": what the text is against.
bool VoteWords::is_of_text(std::uint32_t preposition) const {
  const std::uint32_t noun = preposition - 1;
  return reading_tables().in_list("resolution", tree_.lemma(noun)) &&
         tree_.preposition(noun) == "on";
}

bool VoteWords::for_a_time(std::uint32_t preposition) const {
  const std::uint32_t noun = tree_.head(preposition);
  if (noun != nowhere && tree_.token(noun).upos == "PRON") return false;  // "for it"
  if (noun != nowhere && !voters_.states_of(noun).empty()) return true;   // not a text
  return noun != nowhere && (tree_.lemma(noun) == "time" || tree_.lemma(noun) == "year" ||
                             tree_.lemma(noun) == "reason" || tree_.lemma(noun) == "hour");
}

// "joined Chad in the no camp", "did not join Chad in voting no"
std::optional<FoundVote> VoteWords::joined_camp(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  std::optional<ReportedChoice> choice;
  for (std::uint32_t t = verb + 1; t < std::min(end, verb + 16); ++t) {
    const std::string word = lower_case(view_.document().text_of(tree_.token(t)));
    const std::string_view next = t + 1 < end ? tree_.lemma(t + 1) : std::string_view();
    const std::string_view before = tree_.lemma(t - 1);
    if (next != "camp" && next != "column" && before != "vote" && before != "voting") continue;
    if (word == "no" || word == "against") choice = ReportedChoice::no;
    if (word == "yes" || word == "for") choice = ReportedChoice::yes;
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

// In the sentence before, or before it in its own.
bool VoteWords::names_text_before(std::uint32_t verb) const {
  const std::uint32_t s = tree_.sentence(verb);
  std::uint32_t t = view_.document().sentences[s - std::min(s, 1u)].first;
  for (; t < verb; ++t) {
    const bool noun = tree_.token(t).upos == "NOUN";
    if (noun && reading_tables().in_list("resolution", tree_.lemma(t))) return true;
    // "when the Assembly voted on the admission of Chad"
    const bool voted = tree_.lemma(t) == "vote" && t + 1 < verb && tree_.lemma(t + 1) == "on";
    if (voted) return true;
  }
  return false;
}

bool VoteWords::on_resolution(std::uint32_t verb) const {
  const Clause clause = clause_of_verb(tree_, verb);
  const std::uint32_t object = clause.object;
  // "vetoed the sending of observers"
  const bool vetoed = tree_.lemma(verb) == "veto" && object != nowhere;
  if (vetoed && talk_.has_spoken_of_votes(tree_.sentence(verb))) return true;
  // "was backed by Chad and opposed by Mali"
  const std::uint32_t joined = tree_.is(verb, "conj") ? tree_.head(verb) : nowhere;
  const bool shared = object == nowhere && joined != nowhere && is_passive(tree_, joined) &&
                      (is_aye(tree_.lemma(joined)) || is_no(tree_.lemma(joined)));
  if (shared) return on_resolution(joined);
  if (object == nowhere) return false;
  const bool it = tree_.token(object).upos == "PRON" && tree_.lemma(object) == "it";
  const bool told =
      it && ((told_in_ && *told_in_ + 4 > tree_.sentence(verb)) || names_text_before(verb));
  const bool text = reading_tables().in_list("resolution", tree_.lemma(object)) ||
                    (it && (told || tree_.lemma(verb) == "veto"));
  // "rejected a call for peace in the Assembly": the sentence itself names the body.
  const bool named = reading_tables().in_list("surely_resolution", tree_.lemma(object)) &&
                     talk_.has_spoken_of_votes(tree_.sentence(verb));
  if (named) return true;
  const bool call = reading_tables().in_list("may_be_resolution", tree_.lemma(object)) &&
                    talk_.speaks_of_votes(tree_.sentence(verb));
  constexpr std::uint32_t reach = 8;  // sentences behind a vote that was told
  const bool told_before = told_in_ && *told_in_ + reach >= tree_.sentence(verb);
  return call || (text && (told_before || about_a_vote(tree_.sentence(verb))));
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
  // "opposed it, and 35 abstained": 35 others.
  const bool counted = verb > 0 && tree_.token(verb - 1).upos == "NUM" &&
                       !view_.calendar.is_date(verb - 1) &&
                       tree_.sentence(verb - 1) == tree_.sentence(verb);
  if (counted) {
    const bool asserted = clause.modality == Modality::asserted;
    return asserted ? std::optional(out) : std::nullopt;
  }
  out.voters = voters_in(clause);
  if (out.voters.empty() && (!is_of_crowd(clause) || is_of_anybody(clause))) return std::nullopt;
  const bool says_no = clause.modality == Modality::negated && is_denied_by_no(verb);
  const Modality modality = says_no ? Modality::asserted : clause.modality;
  return statuses_.with_status(out, modality) ? std::optional(out) : std::nullopt;
}

// "voted no this time": its "no" denies nothing.
bool VoteWords::is_denied_by_no(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  const bool no = verb + 1 < end && lower_case(tree_.lemma(verb + 1)) == "no";
  return no && std::ranges::none_of(tree_.children(verb), [&](std::uint32_t c) {
           const std::string_view word = tree_.lemma(c);
           return word == "not" || word == "n't" || word == "never";
         });
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
    const bool of_all = tree_.lemma(t) != "but" || voters_.is_crowd(t - 1) || is_nobody(t - 1);
    if (excepts(t) && of_all)
      return voters_.right_behind(t).states;
  }
  for (std::uint32_t t = verb + 1; t < sentence.last; ++t) {
    if (tree_.token(t).upos == "VERB" || tree_.token(t).upos == "PUNCT") break;
    if (excepts(t) && tree_.lemma(t) != "but") return voters_.right_behind(t).states;
  }
  return {};
}

bool VoteWords::is_nobody(std::uint32_t noun) const {
  const std::string word = lower_case(tree_.lemma(noun));
  return word == "nobody" || word == "none" || tree_.has_child(noun, "det", "no");
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
  const std::uint32_t noun = voter_in(clause);
  if (!tree_.is(clause.head, "acl") || tree_.token(noun).upos == "NUM") return false;
  return tree_.is(noun, "obj") || tree_.is(noun, "obl") || tree_.is(noun, "iobj") ||
         tree_.preposition(noun) == "to";
}

// "took no part", "did not vote", "was absent", "stayed away", "missed the vote"
std::optional<FoundVote> VoteWords::absence(std::uint32_t verb) const {
  const Clause clause = clause_of_verb(tree_, verb);
  const std::string_view word = tree_.lemma(verb);
  const bool negated = clause.modality == Modality::negated;
  const std::string_view object =
      clause.object == nowhere ? std::string_view() : tree_.lemma(clause.object);
  bool away = false;
  if ((word == "take" || word == "play") && object == "part" && negated) away = true;
  if (word == "participate" && negated) away = true;
  if (is_pressing(word) && object == "button" && negated) away = true;  // none of the three
  if (word == "vote" && negated && (is_told_of_past(verb) || is_chosen(verb))) away = true;
  const bool itself = clause.subject != nowhere && !tree_.has_child(clause.subject, "det", "no");
  const bool back = tree_.has_child(verb, "advmod", "back");  // "never came back"
  if ((word == "come" || word == "attend" || word == "appear") && negated && itself && !back &&
      about_a_vote(tree_.sentence(verb)))
    away = true;
  if (word == "stay" && !negated && tree_.has_child(verb, "advmod", "away")) away = true;
  if ((word == "turn" || word == "show") && negated && tree_.has_child(verb, "compound:prt", "up"))
    away = true;
  if ((word == "miss" || word == "skip") && !negated && object == "vote") away = true;
  if (word == "cast" && (object == "vote" || object == "ballot") && negated) away = true;
  if (!away || !about_a_vote(tree_.sentence(verb))) return std::nullopt;
  if (const std::uint32_t asker = statuses_.asked_by(verb); asker != nowhere) {
    std::vector<Actor> asked = statuses_.asked_at(asker, verb);
    if (asked.empty()) return std::nullopt;
    return FoundVote{verb, ReportedChoice::absent, VoteStatus::urged, std::move(asked)};
  }
  if (clause.modality == Modality::possible) return std::nullopt;
  std::vector<Actor> voters = voters_.of_subject(clause.subject);
  if (voters.empty()) return std::nullopt;
  const bool planned = clause.modality == Modality::planned || statuses_.is_to_come(verb);
  return FoundVote{verb, ReportedChoice::absent, planned ? VoteStatus::announced : VoteStatus::cast,
                   voters};
}

// "did not vote", but not "does not vote on such texts"
bool VoteWords::is_told_of_past(std::uint32_t verb) const {
  return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
    return tree_.is(c, "aux") && tree_.token(c).xpos == "VBD";
  });
}

// "chose not to vote"
bool VoteWords::is_chosen(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 5> words = {"choose", "prefer", "decide", "opt", "elect"};
  const std::uint32_t above = tree_.head(verb);
  return tree_.has_child(verb, "mark", "to") && above != nowhere &&
         is_one_of(tree_.lemma(above), words) && tree_.token(above).xpos.starts_with("VB") &&
         tree_.token(above).xpos != "VB";
}

// In the words of data/reading/votes.tsv.
std::optional<FoundVote> VoteWords::in_other_words(std::uint32_t t) {
  if (t < cue_end_) return std::nullopt;  // within one that was looked at
  const auto cue = vote_cue_at(tree_, t);
  if (cue) cue_end_ = cue->last;
  if (!cue || !talk_.has_spoken_of_votes(tree_.sentence(t)) || is_no_noun(cue->head))
    return std::nullopt;
  if (cue->cue->voters == VoteCue::Voters::subject) {
    const bool verb = tree_.token(cue->head).upos == "VERB" ||
                      tree_.token(cue->head).upos == "AUX" ||
                      tree_.child(cue->head, {"nsubj"}) != nowhere;  // "cast" is no noun
    if (!verb) return std::nullopt;
    if (cue->cue->same) return as_others(*cue);
    auto found = with_voters(cue->head, cue->cue->choice);
    // "the former minister was away"
    const bool of_person = cue->cue->choice == ReportedChoice::absent && found &&
                           found->voters.size() == 1 && !found->voters.front().person.empty();
    if (of_person) return std::nullopt;
    return found ? found : taken_for_passive(*cue);
  }
  if (tree_.token(cue->head).upos == "VERB") return std::nullopt;
  const Modality modality = clause_of_noun(tree_, cue->head).modality;
  const bool a_no = modality == Modality::negated && says_no(*cue) && !is_denied_above(cue->head);
  if (modality != Modality::asserted && !a_no) return std::nullopt;
  if (statuses_.is_asked_for(cue->head)) return std::nullopt;
  if (statuses_.is_wished_for(cue->head)) return std::nullopt;
  std::vector<Actor> voters = voters_of(*cue);
  if (voters.empty()) return std::nullopt;
  FoundVote found{cue->head, cue->cue->choice, VoteStatus::cast, voters};
  if (cue->cue->same) found.like = FoundVote::Like::others;
  return found;
}

// "Chad's envoy, too, pressed yes": a parser may take the verb for a participle.
std::optional<FoundVote> VoteWords::taken_for_passive(const FoundVoteCue& cue) const {
  const Token& verb = tree_.token(cue.head);
  if (verb.xpos != "VBN" || !tree_.is(cue.head, "acl")) return std::nullopt;
  if (tree_.child(cue.head, {"aux", "obl:agent"}) != nowhere) return std::nullopt;
  std::vector<Actor> voters = voters_.of_verb(nowhere, cue.head);
  if (voters.empty()) return std::nullopt;
  return FoundVote{cue.head, cue.cue->choice, VoteStatus::cast, std::move(voters)};
}

// "kept them company", "were on the same side as Chad": the others are those named behind it or
// within it, else those told of last.
std::optional<FoundVote> VoteWords::as_others(const FoundVoteCue& cue) const {
  if (!about_a_vote(tree_.sentence(cue.head))) return std::nullopt;
  std::optional<FoundVote> found = with_voters(cue.head, ReportedChoice::yes);
  if (!found || found->voters.empty() || found->status != VoteStatus::cast) return std::nullopt;
  const bool denied = found->choice == ReportedChoice::not_yes;
  found->like = denied ? FoundVote::Like::not_others : FoundVote::Like::others;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(cue.head)].last;
  std::uint32_t at = cue.last;
  while (at < end && (tree_.lemma(at) == "as" || tree_.lemma(at) == "of")) ++at;
  found->leaders = voters_.row_from(at, end).states;
  if (found->leaders.empty()) found->leaders = voters_.between(cue.head + 1, cue.last);
  for (std::uint32_t t = cue.head + 1; found->leaders.empty() && t < cue.last; ++t) {
    if (tree_.token(t).upos == "PRON") found->leaders = voters_.states_of(t);  // "at his side"
  }
  if (found->leaders.empty() && at < end && tree_.token(at).upos == "PRON" &&
      tree_.lemma(at) != "they" && tree_.lemma(at) != "it")
    found->leaders = voters_.states_of(at);
  // "were with the West": nobody whose vote is told.
  const bool to_others = tree_.token(at - 1).upos == "ADP" || tree_.token(at - 1).upos == "SCONJ";
  if (found->leaders.empty() && to_others && at < end && tree_.token(at).upos != "PRON")
    return std::nullopt;
  return found;
}

bool VoteWords::is_denied_above(std::uint32_t noun) const {
  const std::uint32_t above = tree_.head(noun);
  return above != nowhere && tree_.token(above).upos == "VERB" &&
         modality_of(tree_, above) != Modality::asserted;
}

std::vector<Actor> VoteWords::voters_of(const FoundVoteCue& cue) const {
  if (cue.cue->voters == VoteCue::Voters::possessor) return voters_.possessor(cue.head);
  std::vector<Actor> out = voters_.of_noun(cue.head);
  return out.empty() ? voters_.right_before(cue.first).states : out;
}

// "no (vote)", "a yes (man)"
bool VoteWords::is_no_noun(std::uint32_t head) const {
  if (tree_.lemma(head) != "no" && tree_.lemma(head) != "yes") return false;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(head)].last;
  return head + 1 < end &&
         (tree_.token(head + 1).upos == "NOUN" || tree_.token(head + 1).upos == "ADJ");
}

// "the no camp": its "no" denies nothing.
bool VoteWords::says_no(const FoundVoteCue& cue) const {
  for (std::uint32_t t = cue.first; t < cue.last; ++t) {
    if (tree_.lemma(t) == "no") return true;
  }
  return false;
}

// "were in favour", "was opposed", "against it were", "the no camp", "its lamp is yellow"
std::optional<FoundVote> VoteWords::stands(std::uint32_t t) const {
  const std::string_view word = tree_.lemma(t);
  std::optional<ReportedChoice> choice;
  if (word == "favour" || word == "favor") {
    if (tree_.preposition(t) == "in") choice = ReportedChoice::yes;
  } else if (word == "opposed" || word == "absent") {
    choice = word == "opposed" ? ReportedChoice::no : ReportedChoice::absent;
  } else if (word == "lamp" || word == "light" ||
             (word == "name" && about_a_vote(tree_.sentence(t)))) {
    return lamp(t);
  } else if (lower_case(view_.document().text_of(tree_.token(t))) == "against") {
    return against_were(t);
  }
  const std::uint32_t copula = tree_.child(t, {"cop"});
  const bool colour = !choice && copula != nowhere && shows_colours(t);
  if (colour) choice = by_colour(word);  // "Chad and Mali are green"
  if (!choice || (!colour && !about_a_vote(tree_.sentence(t)))) return std::nullopt;
  std::vector<Actor> voters = voters_.of_subject(tree_.child(t, {"nsubj"}));
  if (voters.empty() && copula != nowhere) voters = voters_.counted_in_before(copula);
  if (voters.empty() && copula != nowhere) voters = voters_.right_before(copula).states;
  // "Chad was among those in favour"
  const std::uint32_t above = tree_.head(t);
  if (voters.empty() && above != nowhere && voters_.is_crowd(above))
    voters = voters_.of_subject(above);
  return told({t, *choice, {}, std::move(voters)});
}

// As surely as its predicate is meant: "was not in favour" is no yes.
std::optional<FoundVote> VoteWords::told(FoundVote found) const {
  const std::uint32_t subject = tree_.child(found.head, {"nsubj"});
  const bool of_crowd = subject != nowhere && voters_.is_crowd(subject);
  if (found.voters.empty() && !of_crowd) return std::nullopt;
  Modality modality = modality_of(tree_, found.head);
  if (modality == Modality::negated && is_denied_behind(found.head)) modality = Modality::asserted;
  return statuses_.with_status(found, modality) ? std::optional(found) : std::nullopt;
}

// "Chad was in favour; Mali was not": a parser may hang the "not" on what stands before.
bool VoteWords::is_denied_behind(std::uint32_t predicate) const {
  constexpr std::array<std::string_view, 3> words = {"not", "n't", "never"};
  bool behind = false;
  for (const std::uint32_t c : tree_.children(predicate)) {
    if (!is_one_of(lower_case(tree_.lemma(c)), words)) continue;
    if (c < predicate) return false;
    behind = true;
  }
  return behind;
}

// "it was against, together with Mali"
std::optional<FoundVote> VoteWords::was_against(std::uint32_t preposition) const {
  // A tagger may take the word for a participle.
  if (tree_.child(preposition, {"cop", "aux:pass"}) == nowhere || !about_a_vote(tree_.sentence(preposition)))
    return std::nullopt;
  return told({preposition,
               ReportedChoice::no,
               {},
               voters_.of_subject(tree_.child(preposition, {"nsubj"}))});
}

std::optional<FoundVote> VoteWords::against_were(std::uint32_t preposition) const {
  const std::uint32_t root =
      tree_.head(preposition) == nowhere ? preposition : tree_.head(preposition);
  const Sentence& sentence = view_.document().sentences[tree_.sentence(preposition)];
  if (preposition != sentence.first) return was_against(preposition);
  std::vector<Actor> voters = voters_.states_of(tree_.child(root, {"nsubj"}));
  for (std::uint32_t t = preposition; voters.empty() && t < sentence.last; ++t) {
    if (tree_.lemma(t) == "be") voters = voters_.between(t + 1, sentence.last);
  }
  if (voters.empty() || !about_a_vote(tree_.sentence(preposition))) return std::nullopt;
  return FoundVote{preposition, ReportedChoice::no, VoteStatus::cast, voters};
}

// Where the display of the hall is spoken of: not "green with envy".
bool VoteWords::shows_colours(std::uint32_t colour) const {
  constexpr std::array<std::string_view, 8> displays = {"board", "screen", "display", "panel",
                                                        "map",   "light",  "lamp",    "button"};
  constexpr std::uint32_t reach = 4;  // sentences
  if (tree_.child(colour, {"obl", "nmod"}) != nowhere) return false;
  const auto& sentences = view_.document().sentences;
  const std::uint32_t here = tree_.sentence(colour);
  for (std::uint32_t t = sentences[here - std::min(here, reach)].first; t < colour; ++t) {
    if (is_one_of(lower_case(tree_.lemma(t)), displays)) return true;
  }
  return false;
}

std::optional<ReportedChoice> VoteWords::by_colour(std::string_view word) {
  if (word == "green") return ReportedChoice::yes;
  if (word == "red") return ReportedChoice::no;
  if (word == "yellow" || word == "amber") return ReportedChoice::abstain;
  if (word == "dark" || word == "blank" || word == "unlit") return ReportedChoice::absent;
  return std::nullopt;
}

// The display of the hall: yes is green, no red, an abstention yellow. "Chad's lamp is red", "Mali's
// name lit up in green".
std::optional<FoundVote> VoteWords::lamp(std::uint32_t noun) const {
  std::vector<Actor> voters = voters_.states_of(tree_.child(noun, {"nmod:poss"}));
  if (voters.empty()) voters = voters_.possessor(noun);
  for (const std::uint32_t c : tree_.children(noun)) {
    if (voters.empty() && c > noun && tree_.preposition(c) == "of") voters = voters_.states_of(c);
  }
  if (voters.empty()) return std::nullopt;
  constexpr std::uint32_t reach = 8;  // words
  const std::uint32_t end = view_.document().sentences[tree_.sentence(noun)].last;
  std::optional<ReportedChoice> choice;
  for (std::uint32_t t = noun + 1; t < std::min(end, noun + reach) && !choice; ++t) {
    if (tree_.token(t).upos == "PUNCT") break;
    choice = by_colour(lower_case(tree_.lemma(t)));
  }
  if (!choice) return std::nullopt;
  return FoundVote{noun, *choice, VoteStatus::cast, voters};
}

}  // namespace volteface
