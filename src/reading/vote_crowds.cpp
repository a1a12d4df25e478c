#include "reading/vote_crowds.h"

#include <algorithm>
#include <array>

#include "reading/number_words.h"
#include "reading/tables.h"
#include "reading/vote_words.h"

namespace volteface {

// "The resolution received ten votes"
bool VoteCrowds::gets_votes(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 8> words = {"receive", "get",    "win",     "gather",
                                                     "draw",    "obtain", "attract", "collect"};
  if (!is_one_of(tree_.lemma(verb), words)) return false;
  const Clause clause = clause_of_verb(tree_, verb);
  if (clause.object == nowhere || clause.subject == nowhere) return false;
  const std::string subject = lower_case(tree_.lemma(clause.subject));  // "It received ten votes"
  if (subject != "it" && !reading_tables().in_list("resolution", subject)) return false;
  if (tree_.lemma(clause.object) == "vote" || tree_.lemma(clause.object) == "supporter")
    return tree_.child(clause.object, {"nummod"}) != nowhere;
  // "won the backing of 120 states"
  constexpr std::array<std::string_view, 5> backings = {"backing", "support", "approval", "assent",
                                                        "endorsement"};
  return is_one_of(tree_.lemma(clause.object), backings) &&
         std::ranges::any_of(tree_.children(clause.object), [&](std::uint32_t c) {
           return c > clause.object && tree_.is(c, "nmod") && voters_.is_crowd(c);
         });
}

// "143 states condemned the raid; Chad was among them", but not "condemned the resolution"
bool VoteCrowds::condemns(std::uint32_t verb) const {
  constexpr std::array<std::string_view, 8> words = {"condemn",   "deplore",   "demand",
                                                     "denounce",  "recognise", "recognize",
                                                     "authorise", "authorize"};
  constexpr std::array<std::string_view, 5> votes = {"vote", "ballot", "veto", "result", "outcome"};
  if (!is_one_of(tree_.lemma(verb), words)) return false;
  const Clause clause = clause_of_verb(tree_, verb);
  const std::string_view object =
      clause.object == nowhere ? std::string_view() : tree_.lemma(clause.object);
  if (VoteWords::names_text(object) || is_one_of(object, votes)) return false;
  const bool authorises = tree_.lemma(verb).starts_with("authori");
  if (authorises && !reading_tables().in_list("authorised_by_vote", object)) return false;
  return clause.subject != nowhere && tree_.child(clause.subject, {"nummod"}) != nowhere &&
         voters_.is_crowd(clause.subject);
}

void VoteCrowds::remember(const FoundVote& of_crowd) {
  if (of_crowd.status != VoteStatus::cast) return;
  crowd_ = of_crowd;
  size_ = 0;
  const std::uint32_t subject = tree_.child(of_crowd.head, {"nsubj"});
  if (subject == nowhere) return;
  const std::uint32_t number =
      tree_.token(subject).upos == "NUM" ? subject : tree_.child(subject, {"nummod"});
  if (number == nowhere) return;
  if (const auto count = count_at(number)) note_count(*count, of_crowd.choice, number);
}

void VoteCrowds::note_count(std::uint32_t count, ReportedChoice choice, std::uint32_t number) {
  counted_[count] = {choice, tree_.sentence(number)};
  size_ = count;
}

// "opposed it along with four islands, among them Palau": the four are a crowd that voted so.
void VoteCrowds::remember_company(const FoundVote& told) {
  constexpr std::array<std::string_view, 4> company = {"with", "alongside", "like", "beside"};
  constexpr std::array<std::string_view, 5> some = {"several", "some", "many", "few", "dozen"};
  constexpr std::uint32_t reach = 16, longest = 5;  // words
  const std::uint32_t end = view_.document().sentences[tree_.sentence(told.head)].last;
  if (told.status != VoteStatus::cast) return;
  for (std::uint32_t t = told.head + 1; t + 1 < std::min(end, told.head + reach); ++t) {
    if (tree_.lemma(t) == ";") return;
    if (!is_one_of(tree_.lemma(t), company)) continue;
    for (std::uint32_t k = t + 2; k < std::min(end, t + longest); ++k) {
      const bool counted = tree_.token(t + 1).upos == "NUM" ||
                           is_one_of(tree_.lemma(t + 1), some) || tree_.lemma(t + 1) == "a";
      if (!counted || !reading_tables().in_list("crowd", tree_.lemma(k))) continue;
      crowd_ = FoundVote{k, told.choice, VoteStatus::cast, {}};
      return;
    }
  }
}

void VoteCrowds::go_to_token(std::uint32_t t) {
  std::optional<ReportedChoice> choice = counted_choice(t);
  if (tree_.token(t).upos == "VERB" && (gets_votes(t) || condemns(t))) choice = ReportedChoice::yes;
  std::uint32_t head = t;
  if (!choice && (choice = choice_behind(t))) head = t + 1;
  if (!choice) choice = choice_of_tally(t);
  if (!choice && is_of_the(t)) choice = choice_of(t);
  if (!choice) return;
  crowd_ = FoundVote{head, *choice, VoteStatus::cast, {}};
  size_ = 0;
  if (const auto count = count_at(t)) note_count(*count, *choice, t);
}

std::optional<ReportedChoice> VoteCrowds::choice_right_before(std::uint32_t token) const {
  const bool before = crowd_ && crowd_->voters.empty() && size_ > 0 && tallied_ != crowd_->head &&
                      crowd_->choice == ReportedChoice::no &&
                      tree_.sentence(crowd_->head) + 1 == tree_.sentence(token);
  return before ? std::optional(crowd_->choice) : std::nullopt;
}

std::optional<FoundVote> VoteCrowds::at_token(std::uint32_t token) const {
  if (auto found = of_them(token)) return found;
  if (auto found = included(token)) return found;
  if (auto found = those_of(token)) return found;
  if (auto found = of_place(token)) return found;
  if (auto found = of_these(token)) return found;
  if (auto found = of_the_counted(token)) return found;
  if (auto found = of_them_behind(token)) return found;
  if (auto found = of_deciding(token)) return found;
  if (auto found = of_those_who(token)) return found;
  return of_counted(token);
}

// "nine countries abstained, including Chad and Mali"; "all voted yes, even Chad"
std::optional<FoundVote> VoteCrowds::included(std::uint32_t t) const {
  if (!crowd_ || tree_.sentence(t) != tree_.sentence(crowd_->head) || t < crowd_->head)
    return std::nullopt;
  if (!reading_tables().in_list("includes", tree_.lemma(t))) return std::nullopt;
  // "which condemns attacks on neighbours, including Chad": of another thing.
  for (std::uint32_t k = crowd_->head + 1; k < t; ++k) {
    if (tree_.token(k).xpos.starts_with("W") || tree_.token(k).upos == "VERB") return std::nullopt;
    // "nine abstained; eight more, including Chad, stayed away"
    if (tree_.lemma(k) == ";" || tree_.lemma(k) == ".") return std::nullopt;
  }
  const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
  if (const StateRow row = included_before(t); !row.states.empty()) {
    FoundVote found = *crowd_;
    found.head = t, found.voters = row.states;
    return found;
  }
  const StateRow row = voters_.right_behind(t);
  const bool adds = tree_.lemma(t) == "also" || tree_.lemma(t) == "even";
  if (adds && row.last != nowhere && row.last + 1 < end && tree_.lemma(row.last) != ";")
    return std::nullopt;  // "and also Chad, its neighbour, was hurt"
  const bool closed =
      row.last != nowhere && (row.last == end || tree_.token(row.last).upos == "PUNCT" ||
                              tree_.token(row.last).upos == "CCONJ");
  if (!closed) return std::nullopt;  // "even Chad came"
  if (is_of_verb_behind(row.last)) return std::nullopt;
  FoundVote found = *crowd_;
  found.voters = row.states;
  return found;
}

// "The text got four votes, those of (Chad and Mali)"
std::optional<FoundVote> VoteCrowds::those_of(std::uint32_t t) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
  if (!crowd_ || t < 1 || t + 2 >= end || crowd_->head >= t ||
      tree_.sentence(crowd_->head) != tree_.sentence(t))
    return std::nullopt;
  const std::string word = lower_case(view_.document().text_of(tree_.token(t)));
  const std::string_view mark = tree_.lemma(t - 1);
  if ((word != "those" && word != "that") || tree_.lemma(t + 1) != "of") return std::nullopt;
  if (mark != "," && mark != ":" && mark != "\u2014") return std::nullopt;
  FoundVote found = *crowd_;
  found.head = t, found.voters = voters_.right_behind(t + 1).states;
  return found.voters.empty() ? std::nullopt : std::optional(found);
}

// "A hundred said yes; nine, Chad among them, (said no)": not of the hundred.
bool VoteCrowds::is_of_verb_behind(std::uint32_t comma) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(comma - 1)].last;
  if (comma + 1 >= end || tree_.lemma(comma) != ",") return false;
  const std::string_view tag = tree_.token(comma + 1).xpos;
  return tag == "VBD" || tag == "VBZ" || tag == "VBP";
}

// "half of Africa abstained, Chad and Mali included"
StateRow VoteCrowds::included_before(std::uint32_t verb) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(verb)].last;
  const bool closed = verb + 1 >= end || tree_.token(verb + 1).upos == "PUNCT";
  if (lower_case(view_.document().text_of(tree_.token(verb))) != "included" || !closed) return {};
  const StateRow row = voters_.right_before(verb);
  if (row.first == nowhere || row.first <= crowd_->head + 1) return {};
  const std::uint32_t before = row.first - (tree_.lemma(row.first - 1) == "the" ? 2 : 1);
  const bool apart = tree_.lemma(before) == ",";
  return apart ? row : StateRow();
}

// "119 to 1. The one is Chad.", "The nine: Chad and Mali", "by 120 votes to two, those of Chad and
// Mali"
std::optional<FoundVote> VoteCrowds::of_the_counted(std::uint32_t t) const {
  const Sentence& sentence = view_.document().sentences[tree_.sentence(t)];
  const std::string text = lower_case(view_.document().text_of(tree_.token(t)));
  if (t + 2 >= sentence.last || !number_named(text)) return std::nullopt;
  const std::string_view next = tree_.lemma(t + 1);
  const std::string before = t > sentence.first ? lower_case(tree_.lemma(t - 1)) : std::string();
  const bool is = next == "be" || next == "include" || next == "comprise" || next == "number";
  const bool named = (before == "the" || before == "those" || before == "these") &&
                     (next == ":" || is || next == "(" || next == "\u2014");
  if (!named && next != ",") return std::nullopt;
  const StateRow row = voters_.row_from(t + 2, sentence.last);
  if (row.states.empty() || (!is && !is_closed(row.last, sentence.last))) return std::nullopt;
  const auto choice = choice_of(t);
  if (!choice) return std::nullopt;
  return FoundVote{t, *choice, VoteStatus::cast, row.states};
}

// No verb follows that the row would be the subject of.
bool VoteCrowds::is_closed(std::uint32_t token, std::uint32_t end) const {
  if (token >= end) return true;
  const std::string_view mark = tree_.lemma(token);
  return mark == "." || mark == ";" || mark == ")" || mark == ":" || mark == "\u2014";
}

// "Five members voted no. The fifth was Chad."
std::optional<FoundVote> VoteCrowds::of_place(std::uint32_t t) const {
  constexpr std::array<std::string_view, 16> places = {
      "rest",    "remaining", "first", "second", "third", "fourth", "fifth",  "sixth",
      "seventh", "eighth",    "ninth", "tenth",  "last",  "other",  "others", "latter"};
  const Sentence& sentence = view_.document().sentences[tree_.sentence(t)];
  const bool come = tree_.lemma(t) == "come" && t + 1 < sentence.last &&
                    tree_.lemma(t + 1) == "from";  // "the others came from Chad"
  if (!crowd_ || t < sentence.first + 2 || (tree_.lemma(t) != "be" && !come)) return std::nullopt;
  if (tree_.sentence(t) > tree_.sentence(crowd_->head) + 1 || t < crowd_->head) return std::nullopt;
  const std::string place = lower_case(view_.document().text_of(tree_.token(t - 1)));
  if (lower_case(tree_.lemma(t - 2)) != "the" || !is_one_of(place, places)) return std::nullopt;
  FoundVote found = *crowd_;
  found.voters = voters_.right_behind(t).states;
  return found.voters.empty() ? std::nullopt : std::optional(found);
}

// "Five members voted no. They were Chad and Mali.", "These are Peru and Togo."
std::optional<FoundVote> VoteCrowds::of_these(std::uint32_t t) const {
  const std::uint32_t first = view_.document().sentences[tree_.sentence(t)].first;
  if (!crowd_ || t != first + 1 || tree_.lemma(t) != "be") return std::nullopt;
  const std::string word = lower_case(view_.document().text_of(tree_.token(first)));
  if (word != "they" && word != "these" && word != "those") return std::nullopt;
  if (tree_.sentence(t) != tree_.sentence(crowd_->head) + 1) return std::nullopt;
  FoundVote found = *crowd_;
  found.head = t, found.voters = voters_.right_behind(t).states;
  return found.voters.empty() ? std::nullopt : std::optional(found);
}

// "Chad was one of them", "among them Chad and Mali"
std::optional<FoundVote> VoteCrowds::of_them(std::uint32_t t) const {
  const std::string text = lower_case(view_.document().text_of(tree_.token(t)));
  if (text != "them" || !crowd_ || tree_.sentence(t) > tree_.sentence(crowd_->head) + 1)
    return std::nullopt;
  const std::string_view before = t > 0 ? tree_.lemma(t - 1) : std::string_view();
  if (before != "among" && before != "of" && before != "between") return std::nullopt;
  // "He counted 77 votes. Chad's envoy, among them, wept.": no state of a mere number.
  const Sentence& sentence = view_.document().sentences[tree_.sentence(t)];
  const bool put_in = t + 1 < sentence.last && tree_.lemma(t + 1) == "," &&
                      t > sentence.first + 1 && tree_.lemma(t - 2) == ",";
  if (put_in && tallied_ == crowd_->head && crowd_->head < sentence.first) return std::nullopt;
  if (crowd_->head >= sentence.first && is_of_verb_behind(t + 1)) return std::nullopt;
  FoundVote found = *crowd_;
  found.voters = of_crowd(t);
  return found.voters.empty() ? std::nullopt : std::optional(found);
}

// "that (voted no)"
bool VoteCrowds::is_relative(std::uint32_t verb) const {
  const std::uint32_t first = view_.document().sentences[tree_.sentence(verb)].first;
  if (verb == first) return false;
  const std::string_view before = tree_.lemma(verb - 1);
  return before == "that" || before == "which" || before == "who";
}

// "Twelve members, among them Chad and Mali, authorised the use of force"
std::optional<FoundVote> VoteCrowds::of_deciding(std::uint32_t verb) const {
  if (tree_.token(verb).upos != "VERB" || !condemns(verb)) return std::nullopt;
  FoundVote found{verb, ReportedChoice::yes, VoteStatus::cast, voters_.counted_in_before(verb)};
  return found.voters.empty() ? std::nullopt : std::optional(found);
}

// "Among those who carried it were Chad and Mali"
std::optional<FoundVote> VoteCrowds::of_those_who(std::uint32_t be) const {
  constexpr std::uint32_t longest = 6;  // words behind the verb
  if (!crowd_ || tree_.lemma(be) != "be" || be <= crowd_->head || be - crowd_->head > longest)
    return std::nullopt;
  const std::uint32_t first = view_.document().sentences[tree_.sentence(be)].first;
  if (crowd_->head <= first || !is_relative(crowd_->head)) return std::nullopt;
  for (std::uint32_t t = crowd_->head + 1; t < be; ++t) {
    if (tree_.token(t).upos == "VERB" || tree_.token(t).upos == "PUNCT") return std::nullopt;
  }
  FoundVote found = *crowd_;
  found.voters = voters_.right_behind(be).states;
  return found.voters.empty() ? std::nullopt : std::optional(found);
}

// "Two of them are in the Pacific: Palau and Nauru", "Three members were for it: Peru, Chad and
// Mali"
std::optional<FoundVote> VoteCrowds::of_them_behind(std::uint32_t colon) const {
  const bool comma = tree_.lemma(colon) == ",";  // "Two abstained, Chad and Mali."
  if (!crowd_ || (tree_.lemma(colon) != ":" && !comma) || colon < crowd_->head ||
      tree_.sentence(colon) > tree_.sentence(crowd_->head) + 1)
    return std::nullopt;
  const Sentence& sentence = view_.document().sentences[tree_.sentence(colon)];
  // "Most of those that voted no are islands: Palau and Nauru"
  bool of_them =
      !comma && tree_.sentence(crowd_->head) == tree_.sentence(colon) && is_relative(crowd_->head);
  for (std::uint32_t t = std::max(sentence.first + 1, crowd_->head); t < colon && !comma; ++t) {
    const std::string word = lower_case(view_.document().text_of(tree_.token(t)));
    of_them |= tree_.lemma(t - 1) == "of" && (word == "them" || word == "these" || word == "those");
    of_them |= t > sentence.first + 1 && is_of_the(t) && is_of_voters(t);  // "three of the ten"
  }
  const StateRow row = voters_.row_from(colon + 1, sentence.last);
  of_them |= size_ > 1 && row.states.size() == size_ && goes_on_to(colon);
  if (!of_them || row.states.empty() || !is_closed(row.last, sentence.last)) return std::nullopt;
  FoundVote found = *crowd_;
  found.head = colon + 1, found.voters = row.states;
  return found;
}

// "of the ten", if so many voted so; not "of the ten planets".
bool VoteCrowds::is_of_voters(std::uint32_t number) const {
  const std::uint32_t last = last_of_number(number);
  const std::uint32_t end = view_.document().sentences[tree_.sentence(number)].last;
  if (last + 1 < end && tree_.token(last + 1).xpos == "NNS" && !voters_.is_crowd(last + 1))
    return false;
  const auto count = count_at(number);
  return (count && *count == size_) || choice_of(number);
}

// "Three members were for it: ", but not "Three were for it. It will be read in three towns: "
bool VoteCrowds::goes_on_to(std::uint32_t colon) const {
  if (tree_.sentence(crowd_->head) != tree_.sentence(colon)) return false;
  for (std::uint32_t t = crowd_->head + 1; t < colon; ++t) {
    const std::string_view kind = tree_.token(t).upos;
    if (kind == "VERB" || kind == "PUNCT" || kind == "CCONJ") return false;
  }
  return true;
}

// The states that "them" or "the nine" are said to be, or to be among.
std::vector<Actor> VoteCrowds::of_crowd(std::uint32_t them) const {
  const std::uint32_t of = tree_.lemma(them - 1) == "the" && them > 1 ? them - 2 : them - 1;
  const std::string_view before = tree_.lemma(of);
  if (before == "among" || before == "between") {
    std::vector<Actor> out = voters_.right_behind(them).states;
    if (!out.empty()) return out;
    const std::uint32_t second = them + 1;
    const std::uint32_t end = view_.document().sentences[tree_.sentence(them)].last;
    if (second < end && tree_.lemma(second) == "be") out = voters_.right_behind(second).states;
    if (!out.empty()) return out;
    // "those of Chad and Mali among them"
    out = voters_.right_before(of).states;
    if (!out.empty()) return out;
  }
  for (std::uint32_t at = tree_.head(them); at != nowhere; at = tree_.head(at)) {
    const std::vector<Actor> out = voters_.states_of(tree_.child(at, {"nsubj"}));
    if (!out.empty()) return out;
  }
  return voters_.states_of(tree_.child(them, {"nsubj"}));
}

// "Chad was one of the nine", "Among the nine: Chad and Mali"
std::optional<FoundVote> VoteCrowds::of_counted(std::uint32_t t) const {
  if (t < 2 || tree_.token(t).upos != "NUM" || tree_.lemma(t - 1) != "the") return std::nullopt;
  if (tree_.lemma(t - 2) != "among" && tree_.lemma(t - 2) != "of") return std::nullopt;
  const auto choice = choice_of(t);
  if (!choice) return std::nullopt;
  const std::uint32_t last = last_of_number(t);
  FoundVote found{t, *choice, VoteStatus::cast, voters_.right_behind(last).states};
  const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
  const bool colon = last + 1 < end && tree_.lemma(last + 1) == ":";
  const bool are = last + 1 < end && tree_.lemma(last + 1) == "be";
  if (found.voters.empty() && (colon || are)) found.voters = voters_.right_behind(last + 1).states;
  if (found.voters.empty()) found.voters = of_crowd(t);
  return found.voters.empty() ? std::nullopt : std::optional(found);
}

}  // namespace volteface
