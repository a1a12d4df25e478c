#include "reading/votes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <tuple>

#include "reading/found_vote.h"
#include "reading/vote_camps.h"
#include "reading/vote_company.h"
#include "reading/vote_crowds.h"
#include "reading/vote_days.h"
#include "reading/vote_echoes.h"
#include "reading/vote_lists.h"
#include "reading/vote_talk.h"
#include "reading/vote_words.h"
#include "reading/voters.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

using Choice = ReportedChoice;

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
        crowds_(view, voters_),
        company_(view, voters_),
        echoes_(view, voters_),
        camps_(view, talk_, words_, voters_) {}

  std::vector<ReportedVote> read() {
    const Document& d = view_.document();
    if (!talk_.speaks_of_votes()) return {};
    for (std::uint32_t s = 0; s < d.sentences.size(); ++s) {
      days_.go_to_sentence(s);
      read_sentence(s, read_lists(s));
    }
    tell_open_camps();
    // In the order of the text, which acts are looked up by.
    std::ranges::stable_sort(votes_, {},
                             [](const ReportedVote& vote) { return vote.evidence.sentence; });
    return std::move(votes_);
  }

 private:
  // Tokens [first, last) of a sentence.
  struct Part {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  // What a list tells is not told by its words again.
  void read_sentence(std::uint32_t s, Part list) {
    const Sentence& sentence = view_.document().sentences[s];
    std::vector<FoundVote> ordered;
    if (talk_.has_spoken_of_votes(s))
      ordered = VoteLists(view_, voters_, s).by_order(words_.about_a_vote(s));
    auto next = ordered.begin();
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      days_.go_to_token(t);
      crowds_.go_to_token(t);
      std::optional<FoundVote> found = words_.at_token(t);
      if (found && found->voters.empty()) {
        crowds_.remember(*found);
        if (found->status == VoteStatus::cast) repeatable(*found);
        found.reset();
      }
      const bool is_list = list.first <= t && t < list.last;
      for (; next != ordered.end() && next->head <= t; ++next) {
        if (found && !is_list) continue;
        if (!is_list) company_.add_to(*next);
        tell_all({next, next + 1});
      }
      if (is_list) continue;
      if (!found) found = camps_.at_token(t);
      if (found && found->like != FoundVote::Like::nobody) {
        tell_camp(*found);
      } else if (found) {
        tell_fully(*found);
      } else if (const auto counted = crowds_.at_token(t)) {
        tell_fully(*counted);
        crowds_.remember(*counted);
      } else if (const auto echo = echoes_.at_token(t)) {
        repeat(*echo);
      }
    }
  }

  void tell_fully(FoundVote found) {
    company_.add_to(found);
    tell(found);
    crowds_.remember_company(found);
    tell_joined(found);
    repeatable(found);
  }

  void repeatable(const FoundVote& found) {
    words_.note_told(tree_.sentence(found.head));
    if (is_of_aside(found.head)) return;
    last_ = found;
    last_window_ = days_.window_of(found);
  }

  // "Chad was in favour, although it had abstained before. So was Mali.": in favour.
  bool is_of_aside(std::uint32_t head) const {
    constexpr std::array<std::string_view, 4> words = {"although", "though", "after", "despite"};
    const bool same = last_.head != nowhere && tree_.sentence(last_.head) == tree_.sentence(head);
    if (!same || !tree_.is(head, "advcl")) return false;
    return std::ranges::any_of(tree_.children(head), [&](std::uint32_t c) {
      return tree_.is(c, "mark") && is_one_of(lower_case(tree_.lemma(c)), words);
    });
  }

  // "Against: Chad and Mali.", "Seven abstentions. Chad, Mali and Togo."
  Part read_lists(std::uint32_t s) {
    const Sentence& sentence = view_.document().sentences[s];
    const VoteLists lists(view_, voters_, s);
    if (talk_.has_spoken_of_votes(s)) {
      tell_all(lists.set_off());
      const std::vector<FoundVote> listed = lists.listed();
      tell_all(listed);
      if (!listed.empty()) return clauses_of(listed, sentence);
    }
    const std::uint32_t first = sentence.first;
    if (const auto choice = lists.heading(); choice && words_.about_a_vote(s)) {
      repeatable({first, *choice, VoteStatus::cast, {}});
      crowds_.remember(last_);
    }
    if (last_.head == nowhere || last_.status != VoteStatus::cast) return {};
    if (tree_.sentence(last_.head) + 2 < s) return {};
    FoundVote bare = last_;
    const StateRow row = lists.bare();
    if (row.states.empty()) return {};
    bare.head = row.first;
    bare.voters = row.states;
    tell(bare);
    repeatable(bare);
    return {sentence.first, sentence.last};
  }

  // From the ";" before the first to that behind the last.
  Part clauses_of(const std::vector<FoundVote>& listed, const Sentence& sentence) const {
    Part part{listed.front().head, listed.back().head};
    while (part.first > sentence.first && tree_.lemma(part.first - 1) != ";") --part.first;
    while (part.last < sentence.last && tree_.lemma(part.last) != ";") ++part.last;
    return part;
  }

  void tell_all(const std::vector<FoundVote>& lists) {
    for (const FoundVote& found : lists) {
      tell(found);
      repeatable(found);
      crowds_.remember(found);
    }
  }

  // The one who is joined, or is not, voted so: "did not join Chad in voting no", "joined Chad in
  // opposing the text".
  void tell_joined(const FoundVote& found) {
    const std::uint32_t above = tree_.head(found.head);
    const bool company = above != nowhere && tree_.lemma(above) == "keep" && keeps_company(above);
    const bool below = above != nowhere && (joins_others(tree_.lemma(above)) || company) &&
                       tree_.token(found.head).xpos == "VBG";
    if (!below && !joins_others(tree_.lemma(found.head))) return;
    FoundVote joined = found;
    joined.status = VoteStatus::cast;
    if (joined.choice == Choice::not_yes) joined.choice = Choice::yes;
    const std::uint32_t joins = below ? above : found.head;
    joined.voters.clear();
    if (!is_passive(tree_, joins)) joined.voters = voters_.right_behind(joins).states;
    if (joined.voters.empty())
      joined.voters = voters_.states_of(clause_of_verb(tree_, joins).object);
    if (!joined.voters.empty()) tell(joined);
  }

  // "kept Chad company in rejecting it"
  bool keeps_company(std::uint32_t keep) const {
    const std::uint32_t object = tree_.child(keep, {"obj"});
    return object != nowhere && tree_.lemma(object) == "company";
  }

  // Told at once where the leaders' vote is told already, else when all is read.
  void tell_camp(const FoundVote& found) {
    constexpr std::size_t most = 64;
    const bool after_last = last_.head != nowhere && last_.status == VoteStatus::cast &&
                            tree_.sentence(found.head) <= tree_.sentence(last_.head) + 2;
    if (found.leaders.empty()) {  // "kept them company": of those told last
      if (!after_last) return;
      if (const auto told = VoteCamps::as_chosen(found, last_.choice)) tell_fully(*told);
      return;
    }
    VoteCamp camp{found, {}};
    camp.window = days_.window_of(found);
    camp.beside = crowds_.choice_right_before(found.head);
    if (const auto told = camps_.by_leaders(camp, last_told())) {
      tell_fully(*told);
    } else if (open_camps_.size() < most) {
      open_camps_.push_back(std::move(camp));
      open_at_ = found.head;
    }
  }

  // "120 yes, four no. With Chad stood only Mali, Togo and Niger.": as many as said no.
  std::optional<FoundVote> by_count(const VoteCamp& camp) const {
    FoundVote all = camp.followers;
    add_voters(all.leaders, all.voters);
    const auto choice = crowds_.choice_counted(all.voters.size(), all.head);
    const bool enough = all.voters.size() > 2 && all.like == FoundVote::Like::others;
    if (!choice || !enough) return std::nullopt;
    all.choice = *choice;
    return all;
  }

  void tell_open_camps() {
    for (const VoteCamp& camp : open_camps_) {
      auto told = camps_.by_leaders(camp, votes_);
      if (!told) told = by_count(camp);
      if (!told && camp.beside) told = VoteCamps::with_leaders(camp, *camp.beside);
      if (!told) told = camps_.by_text(camp);
      if (!told && !camps_.is_near_a_vote(camp, votes_)) continue;
      if (!told) told = camps_.by_censure(camp);
      if (!told) told = VoteCamps::by_leaders_elsewhere(camp, votes_);
      if (told) tell_at(*told, camp.window);
    }
  }

  // What was denied of the one is told of the other.
  static void undo_denial(FoundVote& found) {
    found.status = VoteStatus::cast;
    if (found.choice == Choice::not_yes) found.choice = Choice::yes;
  }

  // "So did Chad", "Mali likewise", "Niger did not"
  void repeat(const VoteEcho& echo) {
    const std::uint32_t s = tree_.sentence(echo.head);
    const bool of_camp = open_at_ != nowhere && (last_.head == nowhere || open_at_ > last_.head);
    if (of_camp && !echo.reversed && s <= tree_.sentence(open_at_) + 1) {
      add_voters(echo.voters, open_camps_.back().followers.voters);
      return;
    }
    if (last_.head == nowhere || s > tree_.sentence(last_.head) + 2) return;
    if (is_of_another_act(echo.head)) return;
    FoundVote found = last_;
    found.head = echo.head;
    found.voters = echo.voters;
    if (echo.reversed) {
      if (found.choice != Choice::yes || s > tree_.sentence(last_.head) + 1) return;
      found.choice = Choice::not_yes;
    } else if (echo.unlike_denied) {
      if (tree_.sentence(last_.head) != s) return;
      undo_denial(found);
    } else if (echo.is_announced) {
      found.status = VoteStatus::announced;
    } else if (echo.ends_denial) {
      if (found.choice != Choice::not_yes || s > tree_.sentence(last_.head) + 1) return;
      found.choice = Choice::yes;
    }
    crowds_.remember(found);
    const DateWindow window = last_window_;
    if (!echo.reversed && !echo.is_announced && !echo.ends_denial) last_.head = found.head;
    if (echo.is_announced || days_.has_day_of_its_own(found.head)) return tell(found);
    tell_at(found, window);  // as what it repeats
  }

  // "Chad abstained. It recalled its envoy, and so did Mali.": the echo is that of the nearer act.
  bool is_of_another_act(std::uint32_t echo) const {
    constexpr std::array<std::string_view, 8> tellings = {"say",   "tell",    "add",  "report",
                                                          "admit", "explain", "note", "announce"};
    const std::uint32_t first = view_.document().sentences[tree_.sentence(echo)].first;
    for (std::uint32_t t = std::max(first, last_.head + 1); t < echo; ++t) {
      const std::string_view tag = tree_.token(t).xpos;
      // "Peru was on the other side, and so was Mali"
      if (tree_.lemma(echo) == "be" && tree_.lemma(t) == "be") return true;
      const bool finite =
          tree_.token(t).upos == "VERB" && (tag == "VBD" || tag == "VBZ" || tag == "VBP");
      const bool aside =
          tree_.is(t, "acl") || tree_.is(t, "advcl") || is_one_of(tree_.lemma(t), tellings);
      if (finite && !aside) return true;
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

  void tell(FoundVote found) {
    if (is_told_again(found)) return;
    // "its decision to abstain from Wednesday's vote"
    if (found.status == VoteStatus::announced && days_.is_over(found.head))
      found.status = VoteStatus::cast;
    const DateWindow window = days_.window_of(found);
    days_.note(found, window);
    std::vector<DateWindow> days = days_.both_days_of(found);
    if (days.empty()) days.push_back(window);
    for (const DateWindow& day : days) tell_at(found, day);
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
      if (is_no_yes_of(told, vote)) {
        told.choice = vote.choice;
        told_.insert(key_of(told));
        return true;
      }
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

  const ReportView& view_;
  const SentenceTree& tree_;
  const VoteTalk talk_;
  const Voters voters_;
  VoteWords words_;
  VoteDays days_;
  VoteCrowds crowds_;
  VoteCompany company_;
  VoteEchoes echoes_;
  VoteCamps camps_;
  std::vector<VoteCamp> open_camps_;
  std::uint32_t open_at_ = nowhere;  // of the last of them
  FoundVote last_;                   // that "so did" repeats
  DateWindow last_window_{};         // of the same
  std::vector<ReportedVote> votes_;
  std::set<Key> told_;
};

}  // namespace

std::vector<ReportedVote> read_votes(const ReportView& view) { return VoteReader(view).read(); }

}  // namespace volteface
