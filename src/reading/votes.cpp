#include "reading/votes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <tuple>

#include "reading/found_vote.h"
#include "reading/vote_crowds.h"
#include "reading/vote_days.h"
#include "reading/vote_lists.h"
#include "reading/vote_talk.h"
#include "reading/vote_words.h"
#include "reading/voters.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

using Choice = ReportedChoice;

constexpr std::array<std::string_view, 9> company = {"alongside",  "with",    "together with",
                                                     "along with", "like",    "joined by",
                                                     "as well as", "besides", "followed by"};

// "sided with Chad": as Chad voted, which may be told behind.
struct Camp {
  FoundVote followers;
  std::vector<Actor> leaders;
  DateWindow window;
};

class VoteReader {
 public:
  VoteReader(const VoteReader&) = delete;  // its parts refer to each other
  VoteReader& operator=(const VoteReader&) = delete;
  explicit VoteReader(const ReportView& view)
      : view_(view),
        tree_(view.tree),
        talk_(view),
        voters_(view),
        words_(view, talk_, voters_),
        days_(view, talk_),
        crowds_(view, voters_) {}

  std::vector<ReportedVote> read() {
    const Document& d = view_.document();
    if (!talk_.speaks_of_votes()) return {};
    for (std::uint32_t s = 0; s < d.sentences.size(); ++s) {
      days_.go_to_sentence(s);
      read_sentence(s, read_lists(s));
      if (about_a_vote(s)) tell_all(VoteLists(view_, voters_, s).inverted());
      if (about_a_vote(s)) tell_all(VoteLists(view_, voters_, s).among_those());
      if (about_a_vote(s)) tell_all(VoteLists(view_, voters_, s).gapped());
    }
    tell_camps();
    return std::move(votes_);
  }

 private:
  // What a list tells is not told by its words again.
  void read_sentence(std::uint32_t s, bool is_list) {
    const Sentence& sentence = view_.document().sentences[s];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      days_.go_to_token(t);
      crowds_.go_to_token(t);
      remember_camp(t);
      std::optional<FoundVote> found = words_.at_token(t);
      if (found && found->voters.empty()) {
        crowds_.remember(*found);
        found.reset();
      }
      if (is_list) continue;
      if (found) {
        add_company(*found);
        tell(*found);
        tell_joined(*found);
        repeatable(*found);
      } else if (const auto counted = crowds_.at_token(t)) {
        tell(*counted);
        repeatable(*counted);
      } else {
        repeat(t);
      }
    }
  }

  void repeatable(const FoundVote& found) {
    last_ = found;
    words_.note_told(tree_.sentence(found.head));
  }

  // "Against: Chad and Mali.", "Seven abstentions. Chad, Mali and Togo."
  bool read_lists(std::uint32_t s) {
    const VoteLists lists(view_, voters_, s);
    if (talk_.has_spoken_of_votes(s)) {
      const std::vector<FoundVote> listed = lists.listed();
      tell_all(listed);
      if (!listed.empty()) return true;
    }
    const std::uint32_t first = view_.document().sentences[s].first;
    if (const auto choice = lists.heading(); choice && about_a_vote(s))
      repeatable({first, *choice, VoteStatus::cast, {}});
    if (last_.head == nowhere || last_.status != VoteStatus::cast) return false;
    if (tree_.sentence(last_.head) + 2 < s) return false;
    FoundVote bare = last_;
    bare.head = first;
    bare.voters = lists.bare();
    if (bare.voters.empty()) return false;
    tell(bare);
    repeatable(bare);
    return true;
  }

  void tell_all(const std::vector<FoundVote>& lists) {
    for (const FoundVote& found : lists) {
      tell(found);
      repeatable(found);
    }
  }

  // The one who is joined, or is not, voted so: "did not join Chad in voting no", "joined Chad in
  // opposing the text".
  void tell_joined(const FoundVote& found) {
    const std::uint32_t above = tree_.head(found.head);
    const bool below = above != nowhere && joins_others(tree_.lemma(above)) &&
                       tree_.token(found.head).xpos == "VBG";
    if (!below && !joins_others(tree_.lemma(found.head))) return;
    FoundVote joined = found;
    joined.status = VoteStatus::cast;
    if (joined.choice == Choice::not_yes) joined.choice = Choice::yes;
    joined.voters = states_of(clause_of_verb(tree_, below ? above : found.head).object);
    if (!joined.voters.empty()) tell(joined);
  }

  // "sided with Chad", "fell in behind Chad", "lined up with Chad".
  void remember_camp(std::uint32_t t) {
    constexpr std::array<std::string_view, 10> joins = {"side", "stick", "stand", "line", "vote",
                                                        "go",   "fall",  "rally", "stay", "cross"};
    if (tree_.token(t).upos != "VERB" || !is_one_of(tree_.lemma(t), joins)) return;
    if (!talk_.has_spoken_of_votes(tree_.sentence(t))) return;
    if (tree_.lemma(t) == "vote" && words_.choice_of_vote(t)) return;
    const Clause clause = clause_of_verb(tree_, t);
    if (clause.modality != Modality::asserted) return;
    Camp camp{{t, Choice::yes, VoteStatus::cast, voters_.of_verb(clause.subject, t)}, {}, {}};
    for (const Oblique& o : clause.obliques) {
      const std::string_view by = o.preposition;
      const bool with = by == "with" || by == "behind" || by == "alongside" || by == "by";
      if (with && o.noun > t) camp.leaders = states_of(o.noun);
    }
    constexpr std::size_t most = 64;
    if (camp.followers.voters.empty() || camp.leaders.empty() || camps_.size() == most) return;
    camp.window = days_.window_of(camp.followers);
    camps_.push_back(std::move(camp));
  }

  // Where the leaders' choice is told, and is but one, it is that of who sided with them. Whose
  // text it is votes for it.
  void tell_camps() {
    for (Camp& camp : camps_) {
      std::optional<Choice> choice = choice_of(camp.leaders, camp.window);
      if (!choice && brought_in_by(camp.leaders, tree_.sentence(camp.followers.head))) {
        choice = Choice::yes;
        add_voters(camp.leaders, camp.followers.voters);
      }
      if (!choice) continue;
      camp.followers.choice = *choice;
      tell_at(camp.followers, camp.window);
    }
  }

  static bool is_of(const std::vector<Actor>& actors, const std::string& state) {
    return std::ranges::any_of(actors, [&](const Actor& a) { return a.state == state; });
  }

  // None where no choice is told, or several are.
  std::optional<Choice> choice_of(const std::vector<Actor>& voters,
                                  const DateWindow& window) const {
    std::optional<Choice> choice;
    for (const ReportedVote& vote : votes_) {
      const bool then = vote.date.from <= window.to && window.from <= vote.date.to;
      if (!is_of(voters, vote.state) || !then || vote.status != VoteStatus::cast) continue;
      if (choice && *choice != vote.choice) return std::nullopt;
      choice = vote.choice;
    }
    return choice;
  }

  // "the Chadian draft", "Chad's text", "a resolution tabled by Chad", some sentences before at
  // most.
  bool brought_in_by(const std::vector<Actor>& states, std::uint32_t sentence) const {
    constexpr std::uint32_t reach = 8;  // sentences
    constexpr std::array<std::string_view, 8> brings = {"table",   "draft",     "submit", "sponsor",
                                                        "propose", "introduce", "write",  "bring"};
    const auto& sentences = view_.document().sentences;
    const std::uint32_t first = sentences[sentence - std::min(sentence, reach)].first;
    for (std::uint32_t t = first; t < sentences[sentence].last; ++t) {
      if (tree_.token(t).upos != "NOUN" || !VoteWords::names_text(tree_.lemma(t))) continue;
      for (const std::uint32_t c : tree_.children(t)) {
        const bool before =
            c < t && (tree_.is(c, "amod") || tree_.is(c, "nmod") || tree_.is(c, "compound"));
        const bool brought = tree_.is(c, "acl") && is_one_of(tree_.lemma(c), brings);
        const std::uint32_t by = brought ? clause_of_verb(tree_, c).subject : c;
        if (!before && !brought) continue;
        for (const Actor& actor : view_.actors.actors_of(by)) {
          if (is_of(states, actor.state)) return true;
        }
      }
    }
    return false;
  }

  // "So did Chad", "as did Mali", "and so does Togo", "Niger says the same", "Chad followed suit"
  void repeat(std::uint32_t t) {
    if (last_.head == nowhere || tree_.sentence(t) > tree_.sentence(last_.head) + 2) return;
    const std::string_view word = tree_.lemma(t);
    const std::string_view before = t > 0 ? tree_.lemma(t - 1) : std::string_view();
    std::vector<Actor> voters;
    if ((word == "do" || word == "be" || word == "have") &&
        (before == "so" || before == "as" || begins_with_so(t))) {
      voters = voters_.right_behind(t).states;
      if (voters.empty()) voters = states_of(tree_.child(t, {"nsubj", "obj"}));
      if (voters.empty() && tree_.head(t) != nowhere) voters = states_of(tree_.head(t));
    } else if (is_the_others(t)) {
      voters = voters_.right_behind(t + 1).states;
    } else if (is_likewise(t)) {
      voters = voters_.of_verb(tree_.child(t, {"nsubj"}), t);
      if (voters.empty()) voters = voters_.right_behind(t).states;
    }
    if (voters.empty()) return;
    FoundVote found = last_;
    found.head = t;
    found.voters = voters;
    tell(found);
  }

  // "The other six are Chad, Mali ...": of those who voted as was told last.
  bool is_the_others(std::uint32_t number) const {
    const std::uint32_t end = view_.document().sentences[tree_.sentence(number)].last;
    const bool other = number > 0 && tree_.lemma(number - 1) == "other";
    return other && tree_.token(number).upos == "NUM" && number + 1 < end &&
           tree_.lemma(number + 1) == "be";
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
  void add_company(FoundVote& found) const {
    add_voters(also_behind(found.head), found.voters);
    std::uint32_t top = found.head;
    if (tree_.is(found.head, "acl"))
      while (tree_.head(top) != nowhere) top = tree_.head(top);
    for (const std::uint32_t c : tree_.subtree(top)) {
      const std::string preposition = tree_.preposition(c);
      if (!is_one_of(preposition, company)) continue;
      if (preposition == "with" && !(c > 1 && together(c))) continue;
      add_voters(states_of(c), found.voters);
    }
  }

  // "Chad abstained, and also Mali"
  std::vector<Actor> also_behind(std::uint32_t verb) const {
    constexpr std::uint32_t furthest = 8;
    const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
    for (std::uint32_t t = verb + 1; t + 1 < std::min(end, verb + furthest); ++t) {
      if (tree_.lemma(t) == "and" && tree_.lemma(t + 1) == "also")
        return voters_.right_behind(t + 1).states;
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

  // What is looked back at, so that a report of a million votes takes no longer for each.
  std::span<ReportedVote> last_told() {
    constexpr std::size_t most = 256;
    return std::span(votes_).last(std::min(most, votes_.size()));
  }

  // "He said that Chad had abstained because": the vote that was told before, if no date is beside
  // it.
  bool is_told_again(const FoundVote& found) {
    if (found.status != VoteStatus::cast || !tree_.has_child(found.head, "aux", "have"))
      return false;
    const bool own =
        view_.calendar.has_own_date(found.head) && !view_.calendar.is_of_saying(found.head);
    if (own || view_.calendar.has_date_before(found.head)) return false;
    return std::ranges::all_of(found.voters, [&](const Actor& voter) {
      return std::ranges::any_of(last_told(), [&](const ReportedVote& vote) {
        return vote.state == voter.state && vote.choice == found.choice &&
               vote.status == found.status;
      });
    });
  }

  void tell(const FoundVote& found) {
    if (is_told_again(found)) return;
    const DateWindow window = days_.window_of(found);
    days_.note(found, window);
    tell_at(found, window);
  }

  // "abstained ... withheld its support": it was no yes, as is known.
  static bool is_no_yes_of(const ReportedVote& vote, const ReportedVote& told) {
    return vote.choice == Choice::not_yes && told.choice != Choice::yes &&
           vote.state == told.state && vote.status == VoteStatus::cast &&
           told.status == VoteStatus::cast && vote.date.from <= told.date.to &&
           told.date.from <= vote.date.to;
  }

  // The same choice on days that may be the same, of which one is not known well: one vote. The
  // better known days hold.
  bool is_part_of_another(const ReportedVote& vote) {
    for (ReportedVote& told : last_told()) {
      if (is_no_yes_of(vote, told)) return true;
      if (told.state != vote.state || told.choice != vote.choice || told.status != vote.status ||
          told.body != vote.body)
        continue;
      if (vote.date.from <= told.date.from && told.date.to <= vote.date.to) return true;
      if (told.date.from <= vote.date.from && vote.date.to <= told.date.to) {
        told.date = vote.date;
        told_.insert(key_of(told));
        return true;
      }
    }
    return false;
  }

  using Key = std::tuple<std::string, Choice, VoteStatus, std::string, Date, Date>;
  static Key key_of(const ReportedVote& vote) {
    return {vote.state, vote.choice, vote.status, vote.body, vote.date.from, vote.date.to};
  }

  void tell_at(const FoundVote& found, const DateWindow& window) {
    for (const Actor& voter : found.voters) {
      ReportedVote vote;
      vote.state = voter.state;
      vote.choice = found.choice;
      vote.status = found.status;
      vote.body = talk_.body_of(tree_.sentence(found.head));
      vote.date = window;
      vote.evidence = view_.evidence(found.head);
      if (is_part_of_another(vote)) continue;
      if (told_.insert(key_of(vote)).second) votes_.push_back(vote);
    }
  }

  std::vector<Actor> states_of(std::uint32_t noun) const { return voters_.states_of(noun); }
  bool about_a_vote(std::uint32_t sentence) const { return talk_.is_about_votes(sentence); }

  const ReportView& view_;
  const SentenceTree& tree_;
  const VoteTalk talk_;
  const Voters voters_;
  VoteWords words_;
  VoteDays days_;
  VoteCrowds crowds_;
  std::vector<Camp> camps_;
  FoundVote last_;  // that "so did" repeats
  std::vector<ReportedVote> votes_;
  std::set<Key> told_;
};

}  // namespace

std::vector<ReportedVote> read_votes(const ReportView& view) { return VoteReader(view).read(); }

}  // namespace volteface
