#include "reading/votes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <tuple>

#include "reading/number_words.h"
#include "reading/tables.h"
#include "reading/vote_cues.h"
#include "reading/vote_lists.h"
#include "reading/vote_talk.h"
#include "reading/voters.h"
#include "volteface/checking.h"

namespace volteface {
namespace {

using Choice = ReportedChoice;

struct Found {
  std::uint32_t head = nowhere;
  Choice choice = Choice::yes;
  VoteStatus status = VoteStatus::cast;
  std::vector<Actor> voters;
};

constexpr std::array<std::string_view, 9> company = {"alongside",  "with",    "together with",
                                                     "along with", "like",    "joined by",
                                                     "as well as", "besides", "followed by"};
constexpr std::array<std::string_view, 20> askers = {
    "ask",      "urge",     "press", "beg",    "lobby",   "order",  "persuade",
    "want",     "lean",     "push",  "call",   "appeal",  "plead",  "implore",
    "instruct", "pressure", "tell",  "exhort", "convince", "encourage"};
constexpr std::array<std::string_view, 8> ayes = {"support", "back",   "endorse", "approve",
                                                  "favor",   "favour", "accept",  "adopt"};
constexpr std::array<std::string_view, 9> noes = {
    "oppose", "reject", "veto", "defeat", "resist", "block", "kill", "sink", "torpedo"};

// "sided with Chad": as Chad voted, which may be told behind.
struct Camp {
  Found followers;
  std::vector<Actor> leaders;
};

class VoteReader {
 public:
  explicit VoteReader(const ReportView& view)
      : view_(view),
        tree_(view.tree),
        talk_(view),
        voters_(view),
        tallies_(find_tallies(view.document().text)) {}

  std::vector<ReportedVote> read() {
    const Document& d = view_.document();
    if (talk_.speaks_of_votes()) guess_main_vote();
    for (std::uint32_t s = 0; s < d.sentences.size(); ++s) {
      if (!talk_.speaks_of_votes()) break;
      go_back_to_main_vote(s);
      if (!read_lists(s)) read_sentence(s);
      if (about_a_vote(s)) tell_all(inverted_votes(view_, voters_, s));
      if (about_a_vote(s)) tell_all(gapped_votes(view_, voters_, s));
    }
    tell_camps();
    return std::move(votes_);
  }

 private:
  void read_sentence(std::uint32_t s) {
    const Sentence& sentence = view_.document().sentences[s];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      learn_day_of_text(t);
      learn_act_of_body(t);
      remember_crowd(t);
      remember_camp(t);
      if (std::optional<Found> found = at_token(t)) {
        add_company(*found);
        tell(*found);
        tell_joined(*found);
        last_ = *found;
      } else {
        repeat(t);
        tell_of_crowd(t);
        tell_of_counted(t);
      }
    }
  }

  // The vote that the report is about is that of a fresh day, else of the first fresh day that stands
  // where a vote, or at least a body, is spoken of.
  void guess_main_vote() {
    const auto sentences = static_cast<std::uint32_t>(view_.document().sentences.size());
    for (const bool of_vote : {true, false}) {
      for (std::uint32_t s = 0; s < sentences && !main_; ++s) {
        if (of_vote ? talk_.names_a_vote(s) : talk_.speaks_of_votes(s))
          main_ = view_.calendar.fresh_day(s);
      }
    }
    is_main_guessed_ = true;
  }

  // A paragraph, and "this time", go back to it from what was told of others.
  void go_back_to_main_vote(std::uint32_t s) {
    const bool begins = view_.document().sentences[s].begins_paragraph;
    if (main_ && begins) dated_.reset();
    if (main_ && view_.lower_sentence(s).find("this time") != std::string::npos) dated_ = main_;
  }

  // "The Assembly condemned it on Friday", "the text was passed in May": so were the votes on it.
  // "the resolution of 12 November"
  void learn_day_of_text(std::uint32_t noun) {
    if (tree_.token(noun).upos != "NOUN" || !is_text(tree_.lemma(noun))) return;
    const auto day = view_.calendar.day_of_noun(noun);
    if (!day) return;
    dated_ = day;
    learn_main_vote(*day);
  }

  static bool is_text(std::string_view lemma) {
    return reading_tables().in_list("surely_resolution", lemma);
  }

  void learn_act_of_body(std::uint32_t verb) {
    constexpr std::array<std::string_view, 7> bodies = {"assembly", "council",      "board", "committee",
                                                        "nations",  "organization", "un"};
    if (tree_.token(verb).upos != "VERB" || !view_.calendar.has_own_date(verb)) return;
    const Clause clause = clause_of_verb(tree_, verb);
    if (clause.modality != Modality::asserted || of_an_earlier_time(verb)) return;
    const std::uint32_t noun = clause.passive ? clause.object : clause.subject;
    if (noun == nowhere) return;
    const std::string word = lower_case(tree_.lemma(noun));
    if (!is_one_of(word, bodies) && !reading_tables().in_list("resolution", word)) return;
    const bool main_clause = !tree_.is(verb, "advcl") && !tree_.is(verb, "acl");
    if (!main_clause || !about_a_vote(tree_.sentence(verb))) return;
    dated_ = view_.calendar.window_of(verb, ClauseTime::past, Modality::asserted);
    learn_main_vote(*dated_);
  }

  void learn_main_vote(const DateWindow& window) {
    constexpr std::chrono::days fresh{7};
    const DateWindow written = view_.calendar.written();
    if (main_ && !is_main_guessed_) return;
    if (window.to + fresh < written.from || window.from > written.to) return;
    main_ = window;
    is_main_guessed_ = false;
  }

  // "Against: Chad and Mali.", "Seven abstentions. Chad, Mali and Togo."
  bool read_lists(std::uint32_t s) {
    const std::size_t before = votes_.size();
    tell_all(listed_votes(view_, voters_, s));
    if (votes_.size() > before) return true;
    const std::uint32_t first = view_.document().sentences[s].first;
    if (const auto choice = heading_choice(view_, voters_, s); choice && about_a_vote(s))
      last_ = {first, *choice, VoteStatus::cast, {}};
    if (last_.head == nowhere || tree_.sentence(last_.head) + 2 < s) return false;
    Found bare = last_;
    bare.head = first;
    bare.voters = bare_states(view_, voters_, s);
    if (bare.voters.empty()) return false;
    tell(bare);
    last_ = bare;
    return true;
  }

  void tell_all(const std::vector<VoteList>& lists) {
    for (const VoteList& list : lists) {
      last_ = {list.head, list.choice, VoteStatus::cast, list.voters};
      tell(last_);
    }
  }

  // "Chad has rejected the resolution": what it says of it since.
  bool is_standing(std::uint32_t verb) const {
    return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
      return tree_.is(c, "aux") && tree_.lemma(c) == "have" && tree_.token(c).xpos != "VBD";
    });
  }

  std::optional<Found> at_token(std::uint32_t t) {
    if (tree_.has_child(t, "mark", "from")) return std::nullopt;  // "refrained from backing it"
    const std::string_view word = tree_.lemma(t);
    if (word == "vote" && tree_.token(t).upos == "VERB" && !tree_.has_child(t, "mark", "in")) {
      if (const auto found = with_voters(t, choice_of_vote(t))) return found;
      if (const auto found = in_other_words(t)) return found;
      return choice_of_vote(t) ? std::nullopt : absence(t);
    }
    if (word == "abstain") return with_voters(t, Choice::abstain);
    if (tree_.token(t).upos == "VERB") {
      if (word == "oppose" && is_passive(tree_, t) && about_a_vote(tree_.sentence(t))) {
        const std::vector<Actor> voters = voters_.of_verb(tree_.child(t, {"nsubj"}), t);
        if (!voters.empty()) return Found{t, Choice::no, VoteStatus::cast, voters};
      }
      if (is_one_of(word, noes) && on_resolution(t) && !is_standing(t) && !is_of_person(t))
        return with_voters(t, Choice::no);
      if (const auto said = said_choice(t)) return said;
      if (word == "join") return joined_camp(t);
      if (word == "throw" && tree_.has_child(t, "compound:prt", "out") && on_resolution(t))
        return with_voters(t, Choice::no);
      if (is_one_of(word, ayes) && on_resolution(t) && !is_of_person(t)) {
        if (const auto found = with_voters(t, Choice::yes)) return found;
      }
      if (const auto absent = absence(t)) return absent;
      if (const auto asked = asked_for(t)) return asked;
    }
    if (const auto found = in_other_words(t)) return found;
    return stands(t);
  }

  // "the minister rejected the text": what somebody says of it, and no vote.
  bool is_of_person(std::uint32_t verb) const {
    const std::uint32_t subject = clause_of_verb(tree_, verb).subject;
    const auto actors = view_.actors.actors_of(subject);
    return actors.size() == 1 && !actors.front().person.empty();
  }

  // What follows the verb "vote" says how.
  std::optional<Choice> choice_of_vote(std::uint32_t verb) const {
    const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
    for (std::uint32_t t = verb + 1; t < std::min(end, verb + 14); ++t) {
      const std::string word = lower_case(view_.document().text_of(tree_.token(t)));
      if (word == "against" && !is_of_text(t)) return Choice::no;
      if (word == "no" && tree_.token(t).deprel != "det") return Choice::no;
      if (word == "yes" || word == "favour" || word == "favor") return Choice::yes;
      if (word == "for" && !for_a_time(t)) return Choice::yes;
      if (tree_.token(t).upos == "VERB" && tree_.has_child(t, "mark", "to") &&
          tree_.head(t) == verb)
        return Choice::yes;
      if (tree_.token(t).upos == "VERB" && !tree_.is_below(t, verb)) break;
    }
    return std::nullopt;
  }

  // "voted on a resolution against the war": what the text is against.
  bool is_of_text(std::uint32_t preposition) const {
    const std::uint32_t noun = preposition - 1;
    return reading_tables().in_list("resolution", tree_.lemma(noun)) &&
           tree_.preposition(noun) == "on";
  }

  // "joined Chad in the no camp", "did not join Chad in voting no"
  std::optional<Found> joined_camp(std::uint32_t verb) const {
    const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
    std::optional<Choice> choice;
    for (std::uint32_t t = verb + 1; t < std::min(end, verb + 16); ++t) {
      const std::string word = lower_case(view_.document().text_of(tree_.token(t)));
      const std::string_view next = t + 1 < end ? tree_.lemma(t + 1) : std::string_view();
      if (next != "camp" && next != "column" && tree_.lemma(t - 1) != "vote") continue;
      if (word == "no" || word == "against") choice = Choice::no;
      if (word == "yes" || word == "for") choice = Choice::yes;
    }
    return with_voters(verb, choice);
  }

  // The one who is joined, or is not, voted so: "did not join Chad in voting no", "joined Chad in
  // opposing the text".
  void tell_joined(const Found& found) {
    const std::uint32_t above = tree_.head(found.head);
    const bool below = above != nowhere && tree_.lemma(above) == "join";
    if (!below && tree_.lemma(found.head) != "join") return;
    Found joined = found;
    joined.status = VoteStatus::cast;
    joined.voters = states_of(clause_of_verb(tree_, below ? above : found.head).object);
    if (!joined.voters.empty()) tell(joined);
  }

  bool for_a_time(std::uint32_t preposition) const {
    const std::uint32_t noun = tree_.head(preposition);
    if (noun != nowhere && tree_.token(noun).upos == "PRON") return false;  // "for it"
    if (noun != nowhere && !states_of(noun).empty()) return true;           // not a text
    return noun != nowhere && (tree_.lemma(noun) == "time" || tree_.lemma(noun) == "year" ||
                               tree_.lemma(noun) == "reason" || tree_.lemma(noun) == "hour");
  }

  // "said yes", "came out against it", where a vote is spoken of.
  std::optional<Found> said_choice(std::uint32_t verb) const {
    if (!about_a_vote(tree_.sentence(verb))) return std::nullopt;
    const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
    const auto word = [&](std::uint32_t t) {
      return t < end ? tree_.lemma(t) : std::string_view();
    };
    const std::uint32_t next = verb + 1;
    if (word(verb) == "say" && (word(next) == "yes" || word(next) == "no") &&
        view_.quote_of(next) == nowhere)
      return with_voters(verb, word(next) == "yes" ? Choice::yes : Choice::no);
    if (word(verb) != "come" || word(next) != "out") return std::nullopt;
    if (word(next + 1) == "against") return with_voters(verb, Choice::no);
    const bool favour = word(next + 2) == "favour" || word(next + 2) == "favor";
    return favour ? with_voters(verb, Choice::yes) : std::nullopt;
  }

  std::vector<Actor> states_of(std::uint32_t noun) const { return voters_.states_of(noun); }

  // In the sentence before, or before it in its own.
  bool names_text_before(std::uint32_t verb) const {
    const std::uint32_t s = tree_.sentence(verb);
    std::uint32_t t = view_.document().sentences[s - std::min(s, 1u)].first;
    for (; t < verb; ++t) {
      const bool noun = tree_.token(t).upos == "NOUN";
      if (noun && reading_tables().in_list("resolution", tree_.lemma(t))) return true;
    }
    return false;
  }

  // The object, or what is passed or refused, is a text that is voted on.
  bool on_resolution(std::uint32_t verb) const {
    const Clause clause = clause_of_verb(tree_, verb);
    const std::uint32_t object = clause.object;
    if (object == nowhere) return false;
    const bool it = tree_.token(object).upos == "PRON" && tree_.lemma(object) == "it";
    const bool told =
        (last_.head != nowhere && tree_.sentence(last_.head) + 4 > tree_.sentence(verb)) ||
        names_text_before(verb);
    const bool text = reading_tables().in_list("resolution", tree_.lemma(object)) ||
                      (it && (told || tree_.lemma(verb) == "veto"));
    // "rejected a call for peace in the Assembly": the sentence itself names the body.
    const bool named = reading_tables().in_list("surely_resolution", tree_.lemma(object)) &&
                       talk_.has_spoken_of_votes(tree_.sentence(verb));
    if (named) return true;
    const bool call = reading_tables().in_list("may_be_resolution", tree_.lemma(object)) &&
                      talk_.speaks_of_votes(tree_.sentence(verb));
    return call || (text && about_a_vote(tree_.sentence(verb)));
  }

  bool about_a_vote(std::uint32_t sentence) const { return talk_.is_about_votes(sentence); }

  std::optional<Found> with_voters(std::uint32_t verb, std::optional<Choice> choice) const {
    if (!choice) return std::nullopt;
    const Clause clause = clause_of_verb(tree_, verb);
    Found out{verb, *choice, VoteStatus::cast, {}};
    if (const std::uint32_t asker = asked_by(verb); asker != nowhere) {
      out.status = VoteStatus::urged;
      out.voters = asked_at(asker, verb);
      return out.voters.empty() ? std::nullopt : std::optional(out);
    }
    out.voters = voters_in(clause);
    if (out.voters.empty()) return std::nullopt;
    return with_status(out, clause.modality) ? std::optional(out) : std::nullopt;
  }

  std::vector<Actor> voters_in(const Clause& clause) const {
    const std::string_view word = tree_.lemma(clause.head);
    const bool intransitive = word == "vote" || word == "abstain";
    if (clause.passive && !intransitive) return voters_.of_subject(clause.subject);
    return voters_.of_verb(clause.passive ? clause.object : clause.subject, clause.head);
  }

  bool with_status(Found& found, Modality modality) const {
    if (was_expected(found.head)) return false;
    if (modality == Modality::planned && is_question(found.head)) return false;
    switch (modality) {
      case Modality::asserted:
        return true;
      case Modality::planned:
        found.status = VoteStatus::announced;
        return true;
      case Modality::possible:
        return false;
      case Modality::negated:
        if (found.choice == Choice::yes) {
          found.choice = Choice::not_yes;
          if (is_to_come(found.head)) found.status = VoteStatus::announced;
        } else if (found.choice == Choice::no && !uses_something(found.head)) {
          found.status = VoteStatus::denied;
        } else {
          return false;
        }
        return true;
    }
    return true;
  }

  bool is_question(std::uint32_t token) const {
    return tree_.lemma(view_.document().sentences[tree_.sentence(token)].last - 1) == "?";
  }

  // "did not use its veto" says nothing of how it voted.
  bool uses_something(std::uint32_t verb) const {
    constexpr std::array<std::string_view, 6> words = {"use",    "wield",  "exercise",
                                                       "employ", "deploy", "cast"};
    return is_one_of(tree_.lemma(verb), words);
  }

  // "will not", "said that it would not"
  bool is_to_come(std::uint32_t verb) const {
    const bool would = tree_.has_child(verb, "aux", "would") && !tree_.has_child(verb, "aux", "have");
    return tree_.has_child(verb, "aux", "will") || (would && tree_.is(verb, "ccomp"));
  }

  // "had been expected to": what came is another thing.
  bool was_expected(std::uint32_t verb) const {
    const std::uint32_t above = tree_.head(verb);
    return above != nowhere && tree_.lemma(above) == "expect" &&
           std::ranges::any_of(tree_.children(above), [&](std::uint32_t c) {
             return tree_.lemma(c) == "have" && tree_.token(c).xpos == "VBD";
           });
  }

  // The verb by which somebody is asked to vote so: "urged Chad (and Mali) to vote", "asks that Chad
  // vote", whatever the tree; nowhere if there is none.
  std::uint32_t asked_by(std::uint32_t verb) const {
    const std::uint32_t above = tree_.head(verb);
    const bool is_asked = tree_.has_child(verb, "mark", "to") || asks_that(above);
    const bool below = above != nowhere && (tree_.is(verb, "xcomp") || tree_.is(verb, "ccomp")) &&
                       is_one_of(tree_.lemma(above), askers) && is_asked;
    if (below) return above;
    constexpr std::uint32_t furthest = 14;
    const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
    if (verb == first || tree_.lemma(verb - 1) != "to") return nowhere;
    for (std::uint32_t t = verb - 1; t-- > first && verb - t < furthest;) {
      const std::string_view kind = tree_.token(t).upos;
      if (kind == "VERB" && is_one_of(tree_.lemma(t), askers)) return t;
      if (kind == "VERB" || kind == "AUX" || kind == "SCONJ") return nowhere;
    }
    return nowhere;
  }

  // Not "told reporters that it would".
  bool asks_that(std::uint32_t verb) const {
    constexpr std::array<std::string_view, 4> words = {"ask", "urge", "want", "press"};
    return verb != nowhere && is_one_of(tree_.lemma(verb), words);
  }

  // Who is asked: of "Peru urged Chad to vote" Chad.
  std::vector<Actor> asked_at(std::uint32_t asker, std::uint32_t verb) const {
    const Clause asking = clause_of_verb(tree_, asker);
    std::vector<Actor> out = states_of(asking.object);
    for (const Oblique& o : asking.obliques) {
      if (out.empty() && o.noun < verb) out = states_of(o.noun);
    }
    if (out.empty()) out = voters_.right_behind(asker + 1).states;
    if (out.empty()) out = states_of(tree_.child(verb, {"nsubj"}));
    return out;
  }

  // "asked Chad for a no"
  std::optional<Found> asked_for(std::uint32_t verb) const {
    if (!is_one_of(tree_.lemma(verb), askers)) return std::nullopt;
    const Clause clause = clause_of_verb(tree_, verb);
    for (const Oblique& o : clause.obliques) {
      if (o.preposition != "for") continue;
      const std::string word = lower_case(view_.document().text_of(tree_.token(o.noun)));
      std::optional<Choice> choice;
      if (word == "no") choice = Choice::no;
      if (word == "yes") choice = Choice::yes;
      if (word == "abstention") choice = Choice::abstain;
      if (!choice) continue;
      std::vector<Actor> voters = states_of(clause.object);
      if (voters.empty()) continue;
      return Found{verb, *choice, VoteStatus::urged, voters};
    }
    return std::nullopt;
  }

  // "took no part", "did not vote", "was absent", "stayed away", "missed the vote"
  std::optional<Found> absence(std::uint32_t verb) const {
    const Clause clause = clause_of_verb(tree_, verb);
    const std::string_view word = tree_.lemma(verb);
    const bool negated = clause.modality == Modality::negated;
    const std::string_view object =
        clause.object == nowhere ? std::string_view() : tree_.lemma(clause.object);
    bool away = false;
    if ((word == "take" || word == "play") && object == "part" && negated) away = true;
    if (word == "participate" && negated) away = true;
    if (word == "vote" && negated && is_told_of_past(verb)) away = true;
    if ((word == "come" || word == "attend" || word == "appear") && negated &&
        about_a_vote(tree_.sentence(verb)))
      away = true;
    if (word == "stay" && tree_.has_child(verb, "advmod", "away")) away = true;
    if ((word == "turn" || word == "show") && negated && tree_.has_child(verb, "compound:prt", "up"))
      away = true;
    if ((word == "miss" || word == "skip") && object == "vote") away = true;
    if (word == "cast" && (object == "vote" || object == "ballot") && negated) away = true;
    if (!away || !about_a_vote(tree_.sentence(verb))) return std::nullopt;
    std::vector<Actor> voters = voters_.of_subject(clause.subject);
    if (voters.empty()) return std::nullopt;
    const bool planned = clause.modality == Modality::planned || is_to_come(verb);
    return Found{verb, Choice::absent, planned ? VoteStatus::announced : VoteStatus::cast, voters};
  }

  // "did not vote", but not "does not vote on such texts"
  bool is_told_of_past(std::uint32_t verb) const {
    return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
      return tree_.is(c, "aux") && tree_.token(c).xpos == "VBD";
    });
  }

  // In the words of data/reading/votes.tsv.
  std::optional<Found> in_other_words(std::uint32_t t) {
    if (t < cue_end_) return std::nullopt;  // within one that was looked at
    const auto cue = vote_cue_at(tree_, t);
    if (cue) cue_end_ = cue->last;
    if (!cue || !talk_.has_spoken_of_votes(tree_.sentence(t)) || is_no_noun(cue->head))
      return std::nullopt;
    if (cue->cue->voters == VoteCue::Voters::subject) {
      const bool verb = tree_.token(cue->head).upos == "VERB" ||
                        tree_.child(cue->head, {"nsubj"}) != nowhere;  // "cast" is no noun
      return verb ? with_voters(cue->head, cue->cue->choice) : std::nullopt;
    }
    if (tree_.token(cue->head).upos == "VERB") return std::nullopt;
    const Modality modality = clause_of_noun(tree_, cue->head).modality;
    const bool a_no = modality == Modality::negated && says_no(*cue) && !is_denied_above(cue->head);
    if (modality != Modality::asserted && !a_no) return std::nullopt;
    if (tree_.preposition(cue->head) == "for") return std::nullopt;  // "asked for a no"
    std::vector<Actor> voters = voters_of(*cue);
    if (voters.empty()) return std::nullopt;
    return Found{cue->head, cue->cue->choice, VoteStatus::cast, voters};
  }

  bool is_denied_above(std::uint32_t noun) const {
    const std::uint32_t above = tree_.head(noun);
    return above != nowhere && tree_.token(above).upos == "VERB" &&
           modality_of(tree_, above) != Modality::asserted;
  }

  std::vector<Actor> voters_of(const FoundVoteCue& cue) const {
    if (cue.cue->voters == VoteCue::Voters::possessor) return voters_.possessor(cue.head);
    std::vector<Actor> out = voters_.of_noun(cue.head);
    return out.empty() ? voters_.right_before(cue.first).states : out;
  }

  // "no (vote)", "a yes (man)"
  bool is_no_noun(std::uint32_t head) const {
    if (tree_.lemma(head) != "no" && tree_.lemma(head) != "yes") return false;
    const std::uint32_t end = view_.document().sentences[tree_.sentence(head)].last;
    return head + 1 < end &&
           (tree_.token(head + 1).upos == "NOUN" || tree_.token(head + 1).upos == "ADJ");
  }

  // "the no camp": its "no" denies nothing.
  bool says_no(const FoundVoteCue& cue) const {
    for (std::uint32_t t = cue.first; t < cue.last; ++t) {
      if (tree_.lemma(t) == "no") return true;
    }
    return false;
  }

  // "were in favour", "was opposed", "against it were", "the no camp", "its lamp is yellow"
  std::optional<Found> stands(std::uint32_t t) const {
    const std::string_view word = tree_.lemma(t);
    std::optional<Choice> choice;
    if (word == "favour" || word == "favor") {
      if (tree_.preposition(t) == "in") choice = Choice::yes;
    } else if (word == "opposed" || word == "absent") {
      choice = word == "opposed" ? Choice::no : Choice::absent;
    } else if (word == "lamp" || word == "light") {
      return lamp(t);
    } else if (word == "against" && tree_.head(t) != nowhere) {
      return against_were(t);
    }
    if (!choice || !about_a_vote(tree_.sentence(t))) return std::nullopt;
    std::vector<Actor> voters = voters_.of_subject(tree_.child(t, {"nsubj"}));
    if (voters.empty()) return std::nullopt;
    return Found{t, *choice, VoteStatus::cast, voters};
  }

  std::optional<Found> against_were(std::uint32_t preposition) const {
    const std::uint32_t root = tree_.head(preposition);
    const Sentence& sentence = view_.document().sentences[tree_.sentence(preposition)];
    if (preposition != sentence.first) return std::nullopt;
    std::vector<Actor> voters = states_of(tree_.child(root, {"nsubj"}));
    for (std::uint32_t t = preposition; voters.empty() && t < sentence.last; ++t) {
      if (tree_.lemma(t) == "be") voters = voters_.between(t + 1, sentence.last);
    }
    if (voters.empty() || !about_a_vote(tree_.sentence(preposition))) return std::nullopt;
    return Found{preposition, Choice::no, VoteStatus::cast, voters};
  }

  static std::optional<Choice> by_colour(std::string_view word) {
    if (word == "green") return Choice::yes;
    if (word == "red") return Choice::no;
    if (word == "yellow" || word == "amber") return Choice::abstain;
    if (word == "dark" || word == "blank" || word == "unlit") return Choice::absent;
    return std::nullopt;
  }

  // The display of the hall: yes is green, no red, an abstention yellow.
  std::optional<Found> lamp(std::uint32_t noun) const {
    const std::vector<Actor> voters = states_of(tree_.child(noun, {"nmod:poss"}));
    const std::uint32_t above = tree_.head(noun);
    if (voters.empty() || above == nowhere) return std::nullopt;
    std::optional<Choice> choice = by_colour(tree_.lemma(above));
    for (const std::uint32_t c : tree_.children(above)) {
      if (!choice) choice = by_colour(tree_.lemma(c));
    }
    if (!choice) return std::nullopt;
    return Found{noun, *choice, VoteStatus::cast, voters};
  }

  // "sided with Chad", "fell in behind Chad", "lined up with Chad".
  void remember_camp(std::uint32_t t) {
    constexpr std::array<std::string_view, 10> joins = {"side", "stick", "stand", "line", "vote",
                                                        "go",   "fall",  "rally", "stay", "cross"};
    if (tree_.token(t).upos != "VERB" || !is_one_of(tree_.lemma(t), joins)) return;
    if (!talk_.has_spoken_of_votes(tree_.sentence(t)) || choice_of_vote(t)) return;
    const Clause clause = clause_of_verb(tree_, t);
    if (clause.modality != Modality::asserted) return;
    Camp camp{{t, Choice::yes, VoteStatus::cast, voters_.of_verb(clause.subject, t)}, {}};
    for (const Oblique& o : clause.obliques) {
      const std::string_view by = o.preposition;
      const bool with = by == "with" || by == "behind" || by == "alongside";
      if (with && o.noun > t) camp.leaders = states_of(o.noun);
    }
    constexpr std::size_t most = 64;
    if (!camp.followers.voters.empty() && !camp.leaders.empty() && camps_.size() < most)
      camps_.push_back(camp);
  }

  // Where the leaders' choice is told, and is but one, it is that of who sided with them.
  void tell_camps() {
    for (Camp& camp : camps_) {
      const DateWindow window = window_of(camp.followers);
      std::optional<Choice> choice;
      bool is_one = true;
      for (const ReportedVote& vote : votes_) {
        const bool led = std::ranges::any_of(
            camp.leaders, [&](const Actor& a) { return a.state == vote.state; });
        const bool then = vote.date.from <= window.to && window.from <= vote.date.to;
        if (!led || !then || vote.status != VoteStatus::cast) continue;
        if (choice && *choice != vote.choice) is_one = false;
        choice = vote.choice;
      }
      if (!choice || !is_one) continue;
      camp.followers.choice = *choice;
      tell_at(camp.followers, window);
    }
  }

  // "The resolution received ten votes"
  bool gets_votes(std::uint32_t verb) const {
    constexpr std::array<std::string_view, 8> words = {"receive", "get",  "win",     "gather",
                                                       "draw",    "obtain", "attract", "collect"};
    if (!is_one_of(tree_.lemma(verb), words)) return false;
    const Clause clause = clause_of_verb(tree_, verb);
    return clause.object != nowhere && clause.subject != nowhere &&
           tree_.lemma(clause.object) == "vote" &&
           tree_.child(clause.object, {"nummod"}) != nowhere &&
           reading_tables().in_list("resolution", tree_.lemma(clause.subject));
  }

  // "185 countries backed it": who they are may be told behind.
  void remember_crowd(std::uint32_t t) {
    const std::string_view stands = tree_.lemma(t);
    const bool predicate = stands == "against" || stands == "favour" || stands == "favor" ||
                           stands == "opposed";
    if (tree_.token(t).upos != "VERB" && !predicate) return;
    if (gets_votes(t)) {
      crowd_ = Found{t, Choice::yes, VoteStatus::cast, {}};
      return;
    }
    const std::uint32_t subject =
        predicate ? tree_.child(t, {"nsubj"}) : clause_of_verb(tree_, t).subject;
    if (subject == nowhere || !voters_.is_crowd(subject) || !states_of(subject).empty()) return;
    std::optional<Choice> choice;
    const std::string_view word = tree_.lemma(t);
    if (word == "vote") choice = choice_of_vote(t);
    if (word == "abstain") choice = Choice::abstain;
    if (predicate) choice = stands.starts_with("fav") ? Choice::yes : Choice::no;
    if (is_one_of(word, ayes) && on_resolution(t)) choice = Choice::yes;
    if (is_one_of(word, noes) && on_resolution(t)) choice = Choice::no;
    if (choice) crowd_ = Found{t, *choice, VoteStatus::cast, {}};
  }

  // "Chad was one of them", "among them Chad and Mali": of a crowd told of before.
  std::vector<Actor> of_crowd(std::uint32_t them) const {
    const std::string_view before = tree_.lemma(them - 1);
    if (before == "among" || before == "between") {
      std::vector<Actor> out = voters_.right_behind(them + 1).states;
      if (!out.empty()) return out;
      const std::uint32_t second = them + 1;
      const std::uint32_t end = view_.document().sentences[tree_.sentence(them)].last;
      if (second < end && tree_.lemma(second) == "be") out = voters_.right_behind(second + 1).states;
      if (!out.empty()) return out;
    }
    for (std::uint32_t at = tree_.head(them); at != nowhere; at = tree_.head(at)) {
      const std::vector<Actor> out = states_of(tree_.child(at, {"nsubj"}));
      if (!out.empty()) return out;
    }
    return states_of(tree_.child(them, {"nsubj"}));
  }

  void tell_of_crowd(std::uint32_t t) {
    const std::string text = lower_case(view_.document().text_of(tree_.token(t)));
    if (text != "them" || !crowd_ || tree_.sentence(t) > tree_.sentence(crowd_->head) + 1) return;
    const std::string_view before = t > 0 ? tree_.lemma(t - 1) : std::string_view();
    if (before != "among" && before != "of" && before != "between") return;
    Found found = *crowd_;
    found.voters = of_crowd(t);
    if (found.voters.empty()) return;
    tell(found);
    last_ = found;
  }

  // "by 120 to nine. Chad was one of the nine": of those that were counted before.
  void tell_of_counted(std::uint32_t t) {
    constexpr std::uint32_t reach = 600;  // bytes
    if (t < 2 || tree_.token(t).upos != "NUM" || tree_.lemma(t - 1) != "the") return;
    if (tree_.lemma(t - 2) != "among" && tree_.lemma(t - 2) != "of") return;
    const auto count = number_named(lower_case(view_.document().text_of(tree_.token(t))));
    std::optional<Choice> choice;
    const std::uint32_t here = tree_.token(t).begin;
    auto tally = std::ranges::lower_bound(tallies_, here - std::min(here, reach), {},
                                          [](const ReportedTally& of) { return of.evidence.begin; });
    for (; tally != tallies_.end() && tally->evidence.begin <= here; ++tally) {
      if (count && tally->count == *count) choice = reported(tally->choice);
    }
    if (!choice) return;
    Found found{t, *choice, VoteStatus::cast, voters_.right_behind(t + 1).states};
    const bool colon = t + 1 < tree_.document().tokens.size() && tree_.lemma(t + 1) == ":";
    if (found.voters.empty() && colon) found.voters = voters_.right_behind(t + 2).states;
    if (found.voters.empty()) found.voters = of_crowd(t);
    if (found.voters.empty()) return;
    tell(found);
    last_ = found;
  }

  static Choice reported(volteface::Choice choice) {
    if (choice == volteface::Choice::yes) return Choice::yes;
    return choice == volteface::Choice::no ? Choice::no : Choice::abstain;
  }

  // "So did Chad", "as did Mali", "and so does Togo", "Niger says the same", "Chad followed suit"
  void repeat(std::uint32_t t) {
    if (last_.head == nowhere || tree_.sentence(t) > tree_.sentence(last_.head) + 2) return;
    const std::string_view word = tree_.lemma(t);
    const std::string_view before = t > 0 ? tree_.lemma(t - 1) : std::string_view();
    std::vector<Actor> voters;
    if ((word == "do" || word == "be" || word == "have") &&
        (before == "so" || before == "as" || begins_with_so(t))) {
      voters = voters_.right_behind(t + 1).states;
      if (voters.empty()) voters = states_of(tree_.child(t, {"nsubj", "obj"}));
      if (voters.empty() && tree_.head(t) != nowhere) voters = states_of(tree_.head(t));
    } else if (is_likewise(t)) {
      voters = voters_.of_verb(tree_.child(t, {"nsubj"}), t);
      if (voters.empty()) voters = voters_.right_behind(t + 1).states;
    }
    if (voters.empty()) return;
    Found found = last_;
    found.head = t;
    found.voters = voters;
    tell(found);
  }

  // "So, oddly, was Chad"
  bool begins_with_so(std::uint32_t verb) const {
    const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
    return lower_case(tree_.lemma(first)) == "so" && verb <= first + 12 && verb > first &&
           tree_.lemma(verb - 1) == ",";
  }

  // "says the same", "did likewise", "followed suit", "the same did"
  bool is_likewise(std::uint32_t verb) const {
    const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
    const auto word = [&](std::uint32_t t) {
      return t < end ? tree_.lemma(t) : std::string_view();
    };
    const std::string_view own = word(verb);
    if (own == "follow") return word(verb + 1) == "suit";
    if (own != "do" && own != "say" && own != "make") return false;
    if (own == "do" && (word(verb + 1) == "too" || word(verb + 1) == "also")) return true;
    const bool behind = word(verb + 1) == "likewise" || word(verb + 1) == "same" ||
                        (word(verb + 1) == "the" && word(verb + 2) == "same");
    return behind || (verb > 0 && tree_.sentence(verb - 1) == tree_.sentence(verb) &&
                      word(verb - 1) == "same");
  }

  // "alongside Chad and Mali", "together with Togo"
  void add_company(Found& found) const {
    add_voters(also_behind(found.head), found.voters);
    std::vector<std::uint32_t> heads{found.head};
    if (tree_.head(found.head) != nowhere && tree_.is(found.head, "acl"))
      for (std::uint32_t at = tree_.head(found.head); at != nowhere; at = tree_.head(at))
        heads.push_back(at);
    for (const std::uint32_t head : heads) {
      for (const std::uint32_t c : tree_.subtree(head)) {
        const std::string preposition = tree_.preposition(c);
        if (!is_one_of(preposition, company)) continue;
        if (preposition == "with" && !(c > 1 && together(c))) continue;
        add_voters(states_of(c), found.voters);
      }
    }
  }

  // "Chad abstained, and also Mali"
  std::vector<Actor> also_behind(std::uint32_t verb) const {
    constexpr std::uint32_t furthest = 8;
    const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
    for (std::uint32_t t = verb + 1; t + 1 < std::min(end, verb + furthest); ++t) {
      if (tree_.lemma(t) == "and" && tree_.lemma(t + 1) == "also")
        return voters_.right_behind(t + 2).states;
      if (tree_.token(t).upos == "VERB") break;
    }
    return {};
  }

  bool together(std::uint32_t noun) const {
    for (std::uint32_t t = noun; t-- > 0 && noun - t < 5;) {
      if (tree_.lemma(t) == "together" || tree_.lemma(t) == "along") return true;
    }
    return false;
  }

  // "Chad, which had abstained in May, voted no": the vote that is told of is another.
  bool of_an_earlier_time(std::uint32_t verb) const {
    return tree_.is(verb, "acl") || tree_.has_child(verb, "aux", "have");
  }

  DateWindow window_of(const Found& found) const {
    const bool open = found.status == VoteStatus::announced;
    const DateWindow window = view_.calendar.window_of(
        found.head, ClauseTime::past, open ? Modality::planned : Modality::asserted);
    if (open || view_.calendar.has_own_date(found.head)) return window;
    // Without a date of its own a vote is on what was last said to have been voted on.
    if (dated_) return *dated_;
    const bool is_other = of_an_earlier_time(found.head) || view_.calendar.has_date_before(found.head);
    // "Chad abstains", as the writer sees it.
    const std::string_view tag = tree_.token(found.head).xpos;
    const bool now = is_main_guessed_ && (tag == "VBP" || tag == "VBZ");
    return main_ && !is_other && !now ? *main_ : window;
  }

  // What is looked back at, so that a report of a million votes takes no longer for each.
  std::span<ReportedVote> last_told() {
    constexpr std::size_t most = 256;
    return std::span(votes_).last(std::min(most, votes_.size()));
  }

  // "He said that Chad had abstained because": the vote that was told before, if no date is beside it.
  bool is_told_again(const Found& found) {
    if (found.status != VoteStatus::cast || !tree_.has_child(found.head, "aux", "have")) return false;
    if (view_.calendar.has_own_date(found.head) || view_.calendar.has_date_before(found.head))
      return false;
    return std::ranges::all_of(found.voters, [&](const Actor& voter) {
      return std::ranges::any_of(last_told(), [&](const ReportedVote& vote) {
        return vote.state == voter.state && vote.choice == found.choice &&
               vote.status == found.status;
      });
    });
  }

  void tell(const Found& found) {
    if (is_told_again(found)) return;
    const DateWindow window = window_of(found);
    const bool gerund = tree_.token(found.head).xpos == "VBG";
    if (view_.calendar.has_own_date(found.head) && !of_an_earlier_time(found.head) && !gerund) {
      dated_ = window;
      learn_main_vote(window);
    }
    tell_at(found, window);
  }

  // The same choice on days that may be the same, of which one is not known well: one vote. The
  // better known days hold.
  bool is_part_of_another(const ReportedVote& vote) {
    for (ReportedVote& told : last_told()) {
      if (told.state != vote.state || told.choice != vote.choice || told.status != vote.status ||
          told.body != vote.body)
        continue;
      if (vote.date.from <= told.date.from && told.date.to <= vote.date.to) return true;
      if (told.date.from <= vote.date.from && vote.date.to <= told.date.to) {
        told.date = vote.date;
        return true;
      }
    }
    return false;
  }

  void tell_at(const Found& found, const DateWindow& window) {
    for (const Actor& voter : found.voters) {
      ReportedVote vote;
      vote.state = voter.state;
      vote.choice = found.choice;
      vote.status = found.status;
      vote.body = talk_.body_of(tree_.sentence(found.head));
      vote.date = window;
      vote.evidence = view_.evidence(found.head);
      if (is_part_of_another(vote)) continue;
      const bool again = !told_
                              .emplace(vote.state, vote.choice, vote.status, vote.body,
                                       vote.date.from, vote.date.to)
                              .second;
      if (!again) votes_.push_back(vote);
    }
  }

  const ReportView& view_;
  const SentenceTree& tree_;
  const VoteTalk talk_;
  const Voters voters_;
  std::vector<ReportedVote> votes_;
  Found last_;  // that "so did" repeats
  std::optional<DateWindow> main_;  // of the vote that the report is about
  bool is_main_guessed_ = false;
  std::vector<Camp> camps_;
  std::vector<ReportedTally> tallies_;
  std::uint32_t cue_end_ = 0;
  std::optional<Found> crowd_;  // of states without names, to which "them" may go back
  std::optional<DateWindow> dated_;
  std::set<std::tuple<std::string, Choice, VoteStatus, std::string, Date, Date>> told_;
};

}  // namespace

std::vector<ReportedVote> read_votes(const ReportView& view) { return VoteReader(view).read(); }

}  // namespace volteface
