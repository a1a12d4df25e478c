#include "reading/vote_linking.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "record/text.h"

namespace volteface {
namespace {

using std::chrono::days;

// Log odds. Chosen so that a state's single vote on the only roll call of a known day is linked,
// and one of sixty in a month is not unless its report says what it was about.
constexpr double none_of_them = 1.2;
constexpr double for_topic = 5;
constexpr double for_known_day = 1.5;  // three days at most
constexpr double for_next_day = -1;    // a day off, as where midnight came between
constexpr double for_same_day = 1;
constexpr double for_emergency = 0.7;  // emergency special sessions are what the press reports
constexpr double for_neighbour = 1.5;  // linked already, on these days and nearby
constexpr double for_part = -1.5;      // amendments and paragraphs are seldom reported
constexpr double for_other_choice = -2.2;
constexpr double for_own_other_choice = -1.5;
constexpr double most_for_choices = 5;
constexpr double for_tally = 1.5;
constexpr double for_bounded_tally = 0.3;
constexpr double for_other_tally = -0.7;
constexpr double most_for_tallies = 4;
constexpr double least_probability = 0.5;

constexpr std::size_t tally_reach = 3;    // sentences
constexpr std::size_t words_behind = 60;  // bytes
constexpr std::array<double, 4> nearness_of_sentences = {1, 0.6, 0.4, 0.25};
constexpr double nearness_in_paragraph = 0.4;
constexpr double nearness_of_head = 0.4;
constexpr double nearness_elsewhere = 0.1;

std::size_t distance(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](auto w) { return equal_ignoring_case(word, w); });
}

// "a second Washington-led resolution", "the rival text".
bool names_another_text(std::string_view sentence) {
  const auto words = words_in(sentence);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_any(words[i].text, {"second", "another", "rival", "competing", "counter", "alternative",
                                "separate"})) {
      continue;
    }
    for (std::size_t j = i + 1; j < std::min(i + 6, words.size()); ++j) {
      if (is_any(words[j].text, {"resolution", "text", "draft", "motion", "proposal"})) return true;
    }
  }
  return false;
}

// "It was carried", "France voted for the American draft": behind a sentence that names another
// text, one that speaks of a text means that.
bool refers_back(std::string_view sentence) {
  bool refers = false;
  for (const TextWord& word : words_in(sentence)) {
    if (is_any(word.text, {"first", "original", "former", "one"})) return false;
    refers = refers || is_any(word.text, {"it", "this", "that", "latter", "draft", "text",
                                          "resolution", "proposal", "motion"});
  }
  return refers;
}

bool contradict(const ReportedVote& a, const ReportedVote& b) {
  if (a.state != b.state || a.status != VoteStatus::cast || b.status != VoteStatus::cast) {
    return false;
  }
  if (a.choice == b.choice) return false;
  const bool vague = a.choice == ReportedChoice::not_yes || b.choice == ReportedChoice::not_yes;
  return !vague || a.choice == ReportedChoice::yes || b.choice == ReportedChoice::yes;
}

bool may_hold(const DateWindow& window, Date date) {
  return window.from <= date + days(1) && date <= window.to + days(1);
}

std::uint32_t count_of(const Tally& tally, Choice choice) {
  return choice == Choice::yes ? tally.yes : choice == Choice::no ? tally.no : tally.abstain;
}

}  // namespace

bool choice_holds(ReportedChoice reported, Choice recorded) {
  switch (reported) {
    case ReportedChoice::yes:
      return recorded == Choice::yes;
    case ReportedChoice::no:
      return recorded == Choice::no;
    case ReportedChoice::abstain:
      return recorded == Choice::abstain;
    case ReportedChoice::absent:
      return recorded == Choice::absent;
    case ReportedChoice::not_yes:
      return recorded != Choice::yes;
  }
  return false;
}

VoteLinker::VoteLinker(const Record& record, const RollCallTopics& topics, const Seats& seats,
                       const Reading& reading, std::string_view text)
    : record_(record),
      topics_(topics),
      seats_(seats),
      reading_(reading),
      text_(text),
      sentences_(sentence_spans(text)),
      tallies_(find_tallies(text)) {
  place_votes();
}

// Evidence without offsets, as other readers may give, is searched for, after that of the vote
// before it where it is there.
void VoteLinker::place_votes() {
  std::size_t from = 0;
  for (const ReportedVote& vote : reading_.votes) {
    const Evidence& evidence = vote.evidence;
    std::size_t at = evidence.begin;
    const bool fits = evidence.end > evidence.begin && evidence.end <= text_.size();
    if (!fits && !text_.empty()) {
      at = text_.find(evidence.text, from);
      if (at == text_.npos) at = text_.find(evidence.text);
      if (at == text_.npos) at = from;
      from = at;
    }
    Place place;
    place.sentence = sentence_at(sentences_, at);
    const std::string_view words = words_of(evidence, at, place.sentence);
    place.on_another_text =
        names_another_text(words) || (is_behind_another_text(place.sentence) && refers_back(words));
    places_.push_back(place);
  }
}

// The evidence, and what follows it in its sentence: "backed" | "a second resolution".
std::string_view VoteLinker::words_of(const Evidence& evidence, std::size_t at,
                                      std::size_t sentence) const {
  if (sentence >= sentences_.size() || at >= sentences_[sentence].end) return evidence.text;
  const std::size_t end =
      std::min(at + evidence.text.size() + words_behind, sentences_[sentence].end);
  return text_.substr(at, end - at);
}

// Whether the sentence before, of the same paragraph, names another text.
bool VoteLinker::is_behind_another_text(std::size_t sentence) const {
  if (sentence == 0 || sentence >= sentences_.size()) return false;
  return sentences_[sentence - 1].paragraph == sentences_[sentence].paragraph &&
         names_another_text(sentence_text(sentence - 1));
}

std::string_view VoteLinker::sentence_text(std::size_t sentence) const {
  if (sentence >= sentences_.size()) return {};
  return text_.substr(sentences_[sentence].begin,
                      sentences_[sentence].end - sentences_[sentence].begin);
}

NearStems VoteLinker::stems_near(std::size_t sentence) const {
  NearStems near;
  for (std::size_t i = 0; i < sentences_.size(); ++i) {
    const std::size_t off = distance(i, sentence);
    double nearness =
        off < nearness_of_sentences.size() ? nearness_of_sentences[off] : nearness_elsewhere;
    if (sentences_[i].paragraph == sentences_[sentence].paragraph) {
      nearness = std::max(nearness, nearness_in_paragraph);
    }
    if (i == 0) nearness = std::max(nearness, nearness_of_head);
    add_near_stems(sentence_text(i), nearness, near);
  }
  return near;
}

std::vector<RollCallIndex> VoteLinker::candidates(const DateWindow& window) const {
  std::vector<RollCallIndex> found;
  const auto& all = record_.roll_calls;
  const auto first = std::ranges::lower_bound(all, window.from - days(31), {}, &RollCall::date);
  for (auto it = first; it != all.end() && it->date <= window.to + days(31); ++it) {
    const days slack = it->date_exact ? days(1) : days(31);
    const bool within = it->date + slack >= window.from && it->date <= window.to + slack;
    if (within && it->duplicate_of.empty()) {
      found.push_back(static_cast<RollCallIndex>(it - all.begin()));
    }
  }
  return found;
}

std::optional<Choice> VoteLinker::recorded(const std::string& state,
                                           RollCallIndex roll_call) const {
  const auto seat = seats_.by_code(state);
  if (!seat) return std::nullopt;
  const auto held = seats_.on(*seat, record_.roll_calls[roll_call].date);
  const Seat of_day = held && *held < record_.states.size() ? *held : *seat;
  if (of_day >= record_.states.size()) return std::nullopt;
  const Choice choice = record_.votes.at(of_day, roll_call);
  if (choice == Choice::not_listed) return std::nullopt;
  return choice;
}

// Whether the record has the choices that the report gives of these days, its own among them. A
// rare choice that fits says more than one that most made. `alone`: its own choice only.
double VoteLinker::choices_fit(std::size_t vote, RollCallIndex roll_call, bool alone) const {
  const Tally tally = record_.tally(roll_call);
  const double members = std::max(1U, tally.yes + tally.no + tally.abstain + tally.absent);
  double sum = 0;
  for (std::size_t i = 0; i < reading_.votes.size(); ++i) {
    const ReportedVote& other = reading_.votes[i];
    const bool is_cast = other.status == VoteStatus::cast || i == vote;
    if (!is_cast || other.status == VoteStatus::denied || !is_of_assembly(other)) continue;
    if (alone && i != vote) continue;
    if (places_[i].on_another_text != places_[vote].on_another_text) continue;
    if (contradict(other, reading_.votes[vote])) continue;
    if (!may_hold(other.date, record_.roll_calls[roll_call].date)) continue;
    const auto choice = recorded(other.state, roll_call);
    if (!choice) continue;
    if (choice_holds(other.choice, *choice)) {
      const double share =
          *choice == Choice::absent ? tally.absent / members : count_of(tally, *choice) / members;
      sum += std::min(1.5, 0.2 - 0.5 * std::log(std::max(share, 0.01)));
    } else {
      sum += i == vote ? for_own_other_choice : for_other_choice;
    }
  }
  return std::min(sum, most_for_choices);
}

double VoteLinker::tallies_fit(std::size_t sentence, RollCallIndex roll_call) const {
  const RollCall& r = record_.roll_calls[roll_call];
  const Tally tally = r.published ? *r.published : record_.tally(roll_call);
  double sum = 0;
  for (const ReportedTally& reported : tallies_) {
    if (distance(reported.evidence.sentence, sentence) > tally_reach) continue;
    const bool exact = reported.bound == Bound::exactly;
    const bool holds = tally_holds(reported, count_of(tally, reported.choice));
    // A sentence further off may count another vote.
    const bool same_sentence = reported.evidence.sentence == sentence;
    if (holds) sum += exact ? for_tally : for_bounded_tally;
    if (!holds && same_sentence) sum += for_other_tally;
  }
  return std::min(sum, most_for_tallies);
}

// A symbol in the sentence settles it: "ES-11/7", "A/RES/68/262", "resolution 68/262".
std::optional<RollCallIndex> VoteLinker::named_in(std::size_t sentence,
                                                  const DateWindow& window) const {
  const std::string_view text = sentence_text(sentence);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,;()\"", at), text.size());
    std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.ends_with('.')) word.remove_suffix(1);
    const auto digit = word.find_first_of("0123456789");
    if (word.find('/') == word.npos || digit == word.npos) continue;
    const std::string symbol =
        word.starts_with("A/") ? std::string(word) : "A/RES/" + std::string(word);
    for (const RollCallIndex found : record_.find_roll_calls(symbol)) {
      const RollCall& r = record_.roll_calls[found];
      if (may_hold(window, r.date) && r.duplicate_of.empty()) return found;
    }
  }
  return std::nullopt;
}

// The days of a vote; where they leave open more than a month, and it is on a rival of texts that
// are linked, those on which these were put to the vote.
DateWindow VoteLinker::likely_days(std::size_t vote, const std::vector<RollCallIndex>& but) const {
  const DateWindow& told = reading_.votes[vote].date;
  std::optional<DateWindow> rivals;
  for (const RollCallIndex b : but) {
    const Date day = record_.roll_calls[b].date;
    if (!may_hold(told, day)) continue;
    if (!rivals) rivals = DateWindow{day, day};
    rivals = DateWindow{std::min(rivals->from, day), std::max(rivals->to, day)};
  }
  return rivals && told.to - told.from > days(31) ? *rivals : told;
}

VoteLink VoteLinker::best(std::size_t vote, const std::vector<RollCallIndex>& but,
                          const std::vector<RollCallIndex>& nearby) const {
  const ReportedVote& reported = reading_.votes[vote];
  const DateWindow window = likely_days(vote, but);
  const std::size_t sentence = places_[vote].sentence;
  const NearStems near = [&] {
    NearStems stems = sentences_.empty() ? NearStems() : stems_near(sentence);
    add_near_stems(reported.evidence.text, 1, stems);
    return stems;
  }();
  const bool known_day = window.to - window.from <= days(2);
  double none = std::exp(none_of_them), sum = none, most = 0;
  VoteLink link;
  for (const RollCallIndex i : candidates(window)) {
    if (std::ranges::find(but, i) != but.end()) continue;
    const RollCall& r = record_.roll_calls[i];
    double odds = for_topic * topics_.fit(i, near) + choices_fit(vote, i, !but.empty()) +
                  tallies_fit(sentence, i);
    if (known_day) odds += for_known_day;
    // Rival texts are voted on the same day.
    if (std::ranges::any_of(but, [&](auto b) { return record_.roll_calls[b].date == r.date; })) {
      odds += for_same_day;
    }
    if (r.date < window.from || r.date > window.to) odds += for_next_day;
    if (r.session.starts_with("ES")) odds += for_emergency;
    if (std::ranges::find(nearby, i) != nearby.end()) odds += for_neighbour;
    if (r.kind == Kind::amendment || r.kind == Kind::paragraph) odds += for_part;
    const double weight = std::exp(odds);
    sum += weight;
    if (weight > most) {
      most = weight;
      link.roll_call = i;
    }
  }
  link.probability = most / sum;
  return link;
}

// A state casts one vote on a roll call. Where a report gives it two, the one that is linked less
// surely is on another, if there is another that fits.
void VoteLinker::part_contradictions(std::vector<VoteLink>& links) const {
  for (std::size_t i = 0; i < links.size(); ++i) {
    for (std::size_t j = i + 1; j < links.size(); ++j) {
      if (!links[i].roll_call || links[i].roll_call != links[j].roll_call) continue;
      if (!contradict(reading_.votes[i], reading_.votes[j])) continue;
      const std::size_t weaker = links[i].probability < links[j].probability ? i : j;
      const VoteLink other = best(weaker, {*links[i].roll_call}, {});
      if (other.probability >= least_probability) links[weaker] = other;
    }
  }
}

// The roll calls of votes around this one that are of the same days.
std::vector<RollCallIndex> VoteLinker::linked_nearby(std::size_t vote,
                                                     const std::vector<VoteLink>& links) const {
  std::vector<RollCallIndex> nearby;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const bool near = distance(places_[i].sentence, places_[vote].sentence) <= tally_reach;
    if (near && links[i].roll_call && reading_.votes[i].date == reading_.votes[vote].date) {
      nearby.push_back(*links[i].roll_call);
    }
  }
  return nearby;
}

VoteLink VoteLinker::link_of(std::size_t vote, const std::vector<RollCallIndex>& but,
                             const std::vector<RollCallIndex>& nearby) const {
  const auto named = named_in(places_[vote].sentence, reading_.votes[vote].date);
  VoteLink link = named ? VoteLink{named, 1} : best(vote, but, nearby);
  if (link.probability < least_probability) link.roll_call.reset();
  return link;
}

std::vector<VoteLink> VoteLinker::links() {
  std::vector<VoteLink> links(reading_.votes.size());
  const auto for_each_open = [&](bool on_another_text, auto use) {
    for (std::size_t i = 0; i < links.size(); ++i) {
      const bool open = is_of_assembly(reading_.votes[i]) && !links[i].roll_call;
      if (open && places_[i].on_another_text == on_another_text) links[i] = use(i);
    }
  };
  for (std::size_t i = 0; i < links.size(); ++i) {
    const std::string& symbol = reading_.votes[i].roll_call;
    if (symbol.empty() || !is_of_assembly(reading_.votes[i])) continue;
    const auto known = record_.find_roll_calls(symbol);
    if (!known.empty()) links[i] = {known.back(), 1};
  }
  for_each_open(false, [&](std::size_t i) { return link_of(i, {}, {}); });
  for_each_open(false, [&](std::size_t i) { return link_of(i, {}, linked_nearby(i, links)); });
  std::vector<RollCallIndex> first_texts;
  for (const VoteLink& l : links) {
    if (l.roll_call) first_texts.push_back(*l.roll_call);
  }
  for_each_open(true, [&](std::size_t i) { return link_of(i, first_texts, {}); });
  part_contradictions(links);
  return links;
}

// How many of the exact numbers given in one sentence the roll call has.
std::size_t VoteLinker::numbers_held(std::size_t sentence, RollCallIndex roll_call) const {
  const RollCall& r = record_.roll_calls[roll_call];
  const Tally recorded = r.published ? *r.published : record_.tally(roll_call);
  return static_cast<std::size_t>(std::ranges::count_if(tallies_, [&](const ReportedTally& t) {
    return t.evidence.sentence == sentence && t.bound == Bound::exactly &&
           tally_holds(t, count_of(recorded, t.choice));
  }));
}

// That of the nearest vote of the report, where that vote is one of the Assembly; but where the
// numbers of the sentence are, two at least, those of another vote told in the report and none is
// of the nearest, that one.
std::optional<RollCallIndex> VoteLinker::roll_call_of(const ReportedTally& tally,
                                                      const std::vector<VoteLink>& links) const {
  std::optional<std::size_t> nearest;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto off = [&](std::size_t vote) {
      return distance(places_[vote].sentence, tally.evidence.sentence);
    };
    if (!nearest || off(i) < off(*nearest)) nearest = i;
  }
  if (!nearest) return with_numbers_near(tally);
  const std::optional<RollCallIndex> own = links[*nearest].roll_call;
  const std::size_t sentence = tally.evidence.sentence;
  if (own && numbers_held(sentence, *own) > 0) return own;
  for (const VoteLink& link : links) {
    if (link.roll_call && numbers_held(sentence, *link.roll_call) >= 2) return link.roll_call;
  }
  return own;
}

// In a report of the Assembly that gives no state's vote, two numbers or more that only one roll
// call of the week before it has.
std::optional<RollCallIndex> VoteLinker::with_numbers_near(const ReportedTally& tally) const {
  const bool of_assembly =
      text_.find("General Assembly") != text_.npos || text_.find("UNGA") != text_.npos;
  if (!reading_.date || !of_assembly) return std::nullopt;
  std::optional<RollCallIndex> found;
  for (const RollCallIndex i : candidates({*reading_.date - days(7), *reading_.date})) {
    const RollCall& r = record_.roll_calls[i];
    const Tally recorded = r.published ? *r.published : record_.tally(i);
    const auto holds = [&](const ReportedTally& t) {
      return distance(t.evidence.sentence, tally.evidence.sentence) <= tally_reach &&
             t.bound == Bound::exactly && tally_holds(t, count_of(recorded, t.choice));
    };
    if (std::ranges::count_if(tallies_, holds) < 2) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

}  // namespace volteface
