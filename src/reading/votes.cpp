#include "reading/votes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>

#include "reading/tables.h"
#include "reading/vote_talk.h"

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
constexpr std::array<std::string_view, 8> askers = {"ask",   "urge",  "press",    "beg",
                                                    "lobby", "order", "persuade", "want"};
constexpr std::array<std::string_view, 8> ayes = {"support", "back",   "endorse", "approve",
                                                  "favor",   "favour", "accept",  "adopt"};
constexpr std::array<std::string_view, 5> noes = {"oppose", "reject", "veto", "defeat", "resist"};
constexpr std::array<std::string_view, 6> crowds = {"country", "state", "nation",
                                                    "member",  "one",   "delegation"};

class VoteReader {
 public:
  explicit VoteReader(const ReportView& view) : view_(view), tree_(view.tree), talk_(view) {}

  std::vector<ReportedVote> read() {
    const Document& d = view_.document();
    for (std::uint32_t s = 0; s < d.sentences.size(); ++s) {
      if (!read_list(s)) read_sentence(s);
    }
    return std::move(votes_);
  }

 private:
  void read_sentence(std::uint32_t s) {
    const Sentence& sentence = view_.document().sentences[s];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (std::optional<Found> found = at_token(t)) {
        add_company(*found);
        tell(*found);
        tell_joined(*found);
        last_ = *found;
      } else {
        repeat(t);
      }
    }
  }

  // "Chad has rejected the resolution": what it says of it since.
  bool is_standing(std::uint32_t verb) const {
    return std::ranges::any_of(tree_.children(verb), [&](std::uint32_t c) {
      return tree_.is(c, "aux") && tree_.lemma(c) == "have" && tree_.token(c).xpos != "VBD";
    });
  }

  std::optional<Found> at_token(std::uint32_t t) const {
    if (tree_.has_child(t, "mark", "from")) return std::nullopt;  // "refrained from backing it"
    const std::string_view word = tree_.lemma(t);
    if (word == "vote" && tree_.token(t).upos == "VERB" && !tree_.has_child(t, "mark", "in"))
      return with_voters(t, choice_of_vote(t));
    if (word == "abstain") return with_voters(t, Choice::abstain);
    if (word == "abstainer" || word == "abstention") return abstainer(t);
    if (tree_.token(t).upos == "VERB") {
      if (word == "oppose" && is_passive(tree_, t) && about_a_vote(tree_.sentence(t))) {
        const std::vector<Actor> voters = voters_of(tree_.child(t, {"nsubj"}), t);
        if (!voters.empty()) return Found{t, Choice::no, VoteStatus::cast, voters};
      }
      if (is_one_of(word, noes) && on_resolution(t) && !is_standing(t))
        return with_voters(t, Choice::no);
      if (const auto said = said_choice(t)) return said;
      if (const auto given = given_vote(t)) return given;
      if (word == "join") return joined_camp(t);
      if (word == "throw" && tree_.has_child(t, "compound:prt", "out") && on_resolution(t))
        return with_voters(t, Choice::no);
      if (is_one_of(word, ayes) && on_resolution(t)) return with_voters(t, Choice::yes);
      if (const auto absent = absence(t)) return absent;
      if (const auto asked = asked_for(t)) return asked;
    }
    return stands(t);
  }

  // What follows the verb "vote" says how.
  std::optional<Choice> choice_of_vote(std::uint32_t verb) const {
    const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
    for (std::uint32_t t = verb + 1; t < std::min(end, verb + 14); ++t) {
      const std::string word = lower_case(view_.document().text_of(tree_.token(t)));
      if (word == "against") return Choice::no;
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

  // "gave the negative vote", "cast a vote against"
  std::optional<Found> given_vote(std::uint32_t verb) const {
    const Clause clause = clause_of_verb(tree_, verb);
    if (clause.object == nowhere || clause.passive || tree_.lemma(clause.object) != "vote" ||
        tree_.child(clause.object, {"nummod"}) != nowhere)
      return std::nullopt;
    std::optional<Choice> choice;
    for (const std::uint32_t t : tree_.subtree(clause.object)) {
      const std::string_view word = tree_.lemma(t);
      if (word == "negative" || word == "against" || word == "no") choice = Choice::no;
      if (word == "affirmative" || word == "positive" || word == "yes" || word == "for")
        choice = Choice::yes;
    }
    return with_voters(verb, choice);
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

  // The one who is joined, or is not, voted so.
  void tell_joined(const Found& found) {
    if (tree_.lemma(found.head) != "join") return;
    Found joined = found;
    joined.status = VoteStatus::cast;
    joined.voters = states_of(clause_of_verb(tree_, found.head).object);
    if (!joined.voters.empty()) tell(joined);
  }

  bool for_a_time(std::uint32_t preposition) const {
    const std::uint32_t noun = tree_.head(preposition);
    if (noun != nowhere && !states_of(noun).empty()) return true;  // not a text
    return noun != nowhere && (tree_.lemma(noun) == "time" || tree_.lemma(noun) == "year" ||
                               tree_.lemma(noun) == "reason" || tree_.lemma(noun) == "hour");
  }

  // The object, or what is passed or refused, is a text that is voted on.
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

  bool on_resolution(std::uint32_t verb) const {
    const Clause clause = clause_of_verb(tree_, verb);
    const std::uint32_t object = clause.object;
    if (object == nowhere) return false;
    const bool it = tree_.token(object).upos == "PRON" && tree_.lemma(object) == "it";
    const bool told =
        last_.head != nowhere && tree_.sentence(last_.head) + 4 > tree_.sentence(verb);
    const bool text = reading_tables().in_list("resolution", tree_.lemma(object)) ||
                      (it && (told || tree_.lemma(verb) == "veto"));
    return text && about_a_vote(tree_.sentence(verb));
  }

  bool about_a_vote(std::uint32_t sentence) const { return talk_.is_about_votes(sentence); }

  std::optional<Found> with_voters(std::uint32_t verb, std::optional<Choice> choice) const {
    if (!choice) return std::nullopt;
    const Clause clause = clause_of_verb(tree_, verb);
    Found out{verb, *choice, VoteStatus::cast, voters_of(clause.subject, verb)};
    if (out.voters.empty()) return std::nullopt;
    return with_status(out, clause.modality) ? std::optional(out) : std::nullopt;
  }

  // Those of the subject, or, where the tree has another, the state that stands right before the
  // verb with those listed before it. "was one of 18 states to vote against": the one.
  std::vector<Actor> voters_of(std::uint32_t subject, std::uint32_t verb = nowhere) const {
    std::vector<Actor> out = states_of(subject);
    const std::vector<Actor> near =
        verb == nowhere ? std::vector<Actor>() : states_right_before(verb);
    const bool apart = !near.empty() && std::ranges::none_of(out, [&](const Actor& a) {
      return same_side(a, near.front());
    });
    if (apart || near.size() > out.size()) return near;
    if (out.empty() && verb != nowhere) out = states_at_start(tree_.sentence(verb));
    for (std::uint32_t at = subject; out.empty() && at != nowhere; at = tree_.head(at)) {
      if (!is_one_of(tree_.lemma(at), crowds)) break;
      out = states_of(tree_.child(at, {"nsubj"}));
      if (out.empty()) {
        for (const std::uint32_t c : tree_.children(at)) {
          if (tree_.is(c, "appos") && out.empty()) out = states_of(c);
        }
      }
    }
    return out;
  }

  // "Chad, loyal as ever to Paris, rejected the text": where the verb has no subject.
  std::vector<Actor> states_at_start(std::uint32_t s) const {
    const std::uint32_t first = view_.document().sentences[s].first;
    if (tree_.head(first) != nowhere) return {};
    return states_of(first);
  }

  // "Chad, Mali and Togo" before "(also) abstained": names of states, the nearest first.
  std::vector<Actor> states_right_before(std::uint32_t verb) const {
    std::vector<Actor> out;
    const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
    const auto& names = view_.document().names;
    std::uint32_t at = verb;
    while (at > first && passable_before_verb(at - 1)) --at;
    auto name_at = std::ranges::upper_bound(names, at, {}, &Name::last);
    while (name_at != names.begin() && at > first) {
      const Name& name = *--name_at;
      if (name.last < at || name.first < first || name.entity == nowhere || name.demonym) break;
      const Entity& entity = view_.document().entities[name.entity];
      if (entity.type == NameType::person || entity.state.empty()) break;
      out.push_back({entity.state, "", ""});
      at = name.first;
      // Of a list the last two are joined by "and"; else what stands before is of another clause.
      if (out.size() == 1 && (at == first || tree_.lemma(at - 1) == ",")) break;
      while (at > first && (tree_.lemma(at - 1) == "," || tree_.lemma(at - 1) == "and" ||
                            tree_.lemma(at - 1) == "the" || tree_.lemma(at - 1) == "of"))
        --at;
    }
    return out;
  }

  bool passable_before_verb(std::uint32_t t) const {
    const std::string_view kind = tree_.token(t).upos, word = tree_.lemma(t);
    return kind == "AUX" || kind == "ADV" || kind == "PART" || word == "which" || word == "who" ||
           word == "both" || word == ",";
  }

  std::vector<Actor> states_of(std::uint32_t noun) const {
    std::vector<Actor> out;
    for (Actor& actor : view_.actors.actors_of(noun)) {
      if (!actor.state.empty()) out.push_back(actor);
    }
    return out;
  }

  bool with_status(Found& found, Modality modality) const {
    if (asked(found.head)) {
      found.status = VoteStatus::urged;
      return true;
    }
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
        } else if (found.choice == Choice::no) {
          found.status = VoteStatus::denied;
        } else {
          return false;
        }
        return true;
    }
    return true;
  }

  bool asked(std::uint32_t verb) const {
    const std::uint32_t above = tree_.head(verb);
    return above != nowhere && (tree_.is(verb, "xcomp") || tree_.is(verb, "ccomp")) &&
           is_one_of(tree_.lemma(above), askers);
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
    if ((word == "participate" || word == "vote") && negated) away = true;
    if ((word == "come" || word == "attend" || word == "appear") && negated &&
        about_a_vote(tree_.sentence(verb)))
      away = true;
    if (word == "stay" && tree_.has_child(verb, "advmod", "away")) away = true;
    if ((word == "miss" || word == "skip") && object == "vote") away = true;
    if (!away || !about_a_vote(tree_.sentence(verb))) return std::nullopt;
    std::vector<Actor> voters = voters_of(clause.subject);
    if (voters.empty()) return std::nullopt;
    return Found{verb, Choice::absent, VoteStatus::cast, voters};
  }

  // "Chad, another abstainer"; "abstentions by Chad and Mali"
  std::optional<Found> abstainer(std::uint32_t noun) const {
    std::vector<Actor> voters;
    if (tree_.is(noun, "appos")) voters = states_of(tree_.head(noun));
    if (voters.empty()) voters = states_of(tree_.child(noun, {"nsubj"}));
    if (voters.empty()) {
      for (const Oblique& o : clause_of_noun(tree_, noun).obliques) {
        if (o.preposition == "by" || o.preposition == "of" || o.preposition == "from")
          for (const Actor& a : states_of(o.noun)) voters.push_back(a);
      }
    }
    if (voters.empty()) return std::nullopt;
    return Found{noun, Choice::abstain, VoteStatus::cast, voters};
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
    std::vector<Actor> voters = voters_of(tree_.child(t, {"nsubj"}));
    if (voters.empty()) return std::nullopt;
    return Found{t, *choice, VoteStatus::cast, voters};
  }

  std::optional<Found> against_were(std::uint32_t preposition) const {
    const std::uint32_t root = tree_.head(preposition);
    const Sentence& sentence = view_.document().sentences[tree_.sentence(preposition)];
    if (preposition != sentence.first) return std::nullopt;
    std::vector<Actor> voters = states_of(tree_.child(root, {"nsubj"}));
    for (std::uint32_t t = preposition; voters.empty() && t < sentence.last; ++t) {
      if (tree_.lemma(t) == "be") voters = states_after(t + 1, sentence.last);
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

  std::vector<Actor> states_after(std::uint32_t first, std::uint32_t last) const {
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

  // "Against: Chad, Mali and Togo.", "In red: Chad and Mali."
  bool read_list(std::uint32_t s) {
    const Sentence& sentence = view_.document().sentences[s];
    const std::string text = view_.lower_sentence(s);
    std::size_t from = 0;
    bool any = false;
    static constexpr std::array<std::pair<std::string_view, Choice>, 13> heads = {{
        {"in red", Choice::no},
        {"in green", Choice::yes},
        {"in yellow", Choice::abstain},
        {"against", Choice::no},
        {"in favour", Choice::yes},
        {"in favor", Choice::yes},
        {"abstaining", Choice::abstain},
        {"abstentions", Choice::abstain},
        {"abstained", Choice::abstain},
        {"absent", Choice::absent},
        {"yes", Choice::yes},
        {"no", Choice::no},
        {"for", Choice::yes},
    }};
    for (const auto& [head, choice] : heads) {
      const std::size_t at = text.find(head, from);
      if (at == std::string::npos || at > 24) continue;
      const std::size_t behind = at + head.size();
      if (behind >= text.size() || (text[behind] != ':' && head.find("in ") != 0)) continue;
      if (text[behind] != ':' && text[behind] != ',') continue;
      Found found{sentence.first, choice, VoteStatus::cast,
                  states_after(sentence.first, sentence.last)};
      if (found.voters.empty()) continue;
      tell(found);
      last_ = found;
      any = true;
      break;
    }
    return any;
  }

  // "So did Chad", "as did Mali", "and so does Togo", "Niger says the same"
  void repeat(std::uint32_t t) {
    if (last_.head == nowhere || tree_.sentence(t) > tree_.sentence(last_.head) + 2) return;
    const std::string_view word = tree_.lemma(t);
    std::vector<Actor> voters;
    if (word == "do" && t > 0 && (tree_.lemma(t - 1) == "so" || tree_.lemma(t - 1) == "as")) {
      voters = states_of(tree_.child(t, {"nsubj", "obj"}));
      if (voters.empty() && tree_.head(t) != nowhere) voters = states_of(tree_.head(t));
      if (voters.empty()) voters = states_right_behind(t);
    } else if (word == "say" && tree_.has_child(t, "obj", "same")) {
      voters = states_of(tree_.child(t, {"nsubj"}));
    }
    if (voters.empty()) return;
    Found found = last_;
    found.head = t;
    found.voters = voters;
    tell(found);
  }

  std::vector<Actor> states_right_behind(std::uint32_t t) const {
    const Sentence& sentence = view_.document().sentences[tree_.sentence(t)];
    return states_after(t + 1, std::min(sentence.last, t + 14));
  }

  // "alongside Chad and Mali", "together with Togo"
  void add_company(Found& found) const {
    std::vector<std::uint32_t> heads{found.head};
    if (tree_.head(found.head) != nowhere && tree_.is(found.head, "acl"))
      for (std::uint32_t at = tree_.head(found.head); at != nowhere; at = tree_.head(at))
        heads.push_back(at);
    for (const std::uint32_t head : heads) {
      for (const std::uint32_t c : tree_.subtree(head)) {
        const std::string preposition = tree_.preposition(c);
        if (!is_one_of(preposition, company)) continue;
        if (preposition == "with" && !(c > 1 && together(c))) continue;
        for (const Actor& actor : states_of(c)) add_voter(actor, found.voters);
      }
    }
  }

  bool together(std::uint32_t noun) const {
    for (std::uint32_t t = noun; t-- > 0 && noun - t < 5;) {
      if (tree_.lemma(t) == "together" || tree_.lemma(t) == "along") return true;
    }
    return false;
  }

  static void add_voter(const Actor& actor, std::vector<Actor>& voters) {
    if (std::ranges::none_of(voters, [&](const Actor& a) { return a.state == actor.state; }))
      voters.push_back(actor);
  }

  // "Chad, which had abstained in May, voted no": the vote that is told of is another.
  bool of_an_earlier_time(std::uint32_t verb) const {
    return tree_.is(verb, "acl") || tree_.has_child(verb, "aux", "have");
  }

  void tell(const Found& found) {
    const Modality modality =
        found.status == VoteStatus::announced ? Modality::planned : Modality::asserted;
    DateWindow window = view_.calendar.window_of(found.head, ClauseTime::past, modality);
    // Without a date of its own a vote is on what was last said to have been voted on.
    if (view_.calendar.has_own_date(found.head)) {
      if (!of_an_earlier_time(found.head)) dated_ = window;
    } else if (dated_ && found.status != VoteStatus::announced) {
      window = *dated_;
    }
    for (const Actor& voter : found.voters) {
      ReportedVote vote;
      vote.state = voter.state;
      vote.choice = found.choice;
      vote.status = found.status;
      vote.body = talk_.body_of(tree_.sentence(found.head));
      vote.date = window;
      vote.evidence = view_.evidence(found.head);
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
  std::vector<ReportedVote> votes_;
  Found last_;  // that "so did" repeats
  std::optional<DateWindow> dated_;
  std::set<std::tuple<std::string, Choice, VoteStatus, std::string, Date, Date>> told_;
};

}  // namespace

std::vector<ReportedVote> read_votes(const ReportView& view) { return VoteReader(view).read(); }

}  // namespace volteface
