// Numbers of voters and what they chose: "nine abstentions", "and ten against", "of the nine".
#include <algorithm>
#include <array>
#include <span>

#include "reading/number_words.h"
#include "reading/vote_crowds.h"

namespace volteface {
namespace {

ReportedChoice reported(Choice choice) {
  if (choice == Choice::yes) return ReportedChoice::yes;
  return choice == Choice::no ? ReportedChoice::no : ReportedChoice::abstain;
}

}  // namespace

// "nine abstentions", "three votes against"
std::optional<ReportedChoice> VoteCrowds::counted_choice(std::uint32_t noun) const {
  if (tree_.token(noun).upos != "NOUN" || tree_.child(noun, {"nummod"}) == nowhere)
    return std::nullopt;
  const std::string_view word = tree_.lemma(noun);
  if (word == "abstention") return ReportedChoice::abstain;
  if (word != "vote" && word != "ballot") return std::nullopt;
  const std::uint32_t end = view_.document().sentences[tree_.sentence(noun)].last;
  const std::string_view next = noun + 1 < end ? tree_.lemma(noun + 1) : std::string_view();
  if (next == "against") return ReportedChoice::no;
  return next == "for" || next == "in" ? std::optional(ReportedChoice::yes) : std::nullopt;
}

// "(thirty)-five": a tokenizer may take it apart.
std::uint32_t VoteCrowds::last_of_number(std::uint32_t t) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(t)].last;
  const bool parts = t + 2 < end && tree_.lemma(t + 1) == "-" && tree_.token(t + 2).upos == "NUM";
  return parts && is_ten(lower_case(view_.document().text_of(tree_.token(t)))) ? t + 2 : t;
}

// Of a number that begins or ends at a token.
std::optional<std::uint32_t> VoteCrowds::count_at(std::uint32_t t) const {
  const auto value = [&](std::uint32_t at) {
    return number_named(lower_case(view_.document().text_of(tree_.token(at))));
  };
  const std::uint32_t first = view_.document().sentences[tree_.sentence(t)].first;
  if (t >= first + 2 && last_of_number(t - 2) == t) t -= 2;
  const std::uint32_t last = last_of_number(t);
  if (last == t) return value(t);
  const auto tens = value(t), ones = value(last);
  return tens && ones ? std::optional(*tens + *ones) : std::nullopt;
}

// "of the nine"
bool VoteCrowds::is_of_the(std::uint32_t number) const {
  const std::uint32_t first = view_.document().sentences[tree_.sentence(number)].first;
  return tree_.token(number).upos == "NUM" && number >= first + 2 &&
         tree_.lemma(number - 1) == "the" && lower_case(tree_.lemma(number - 2)) == "of";
}

// "ten hands went up", "one hand was raised against it"
std::optional<ReportedChoice> VoteCrowds::choice_of_hands(std::uint32_t hands,
                                                          std::uint32_t end) const {
  constexpr std::uint32_t reach = 7;  // words
  bool up = false;
  for (std::uint32_t t = hands + 1; t < std::min(end, hands + reach); ++t) {
    if (tree_.token(t).upos == "PUNCT") break;
    const std::string_view word = tree_.lemma(t);
    up |= word == "up" || word == "raise" || word == "rise" || word == "for" || word == "favour";
    if (up && word == "against") return ReportedChoice::no;
  }
  return up ? std::optional(ReportedChoice::yes) : std::nullopt;
}

// "141 countries were green, five red"
std::optional<ReportedChoice> VoteCrowds::by_colour(std::uint32_t first, std::uint32_t end) const {
  constexpr std::uint32_t reach = 4;  // words
  for (std::uint32_t t = first; t < std::min(end, first + reach); ++t) {
    const std::string_view word = tree_.lemma(t);
    const bool ends =
        t + 1 >= end || tree_.token(t + 1).upos == "PUNCT" || tree_.token(t + 1).upos == "CCONJ";
    if (ends && word == "green") return ReportedChoice::yes;
    if (ends && word == "red") return ReportedChoice::no;
    if (ends && (word == "yellow" || word == "amber")) return ReportedChoice::abstain;
    const bool passes = t == first ? voters_.is_crowd(t) || word == "light" || word == "lamp"
                                   : tree_.token(t).upos == "AUX" || word == "turn";
    if (!passes) return std::nullopt;
  }
  return std::nullopt;
}

// "19 opposed", "and nine against"
std::optional<ReportedChoice> VoteCrowds::choice_behind(std::uint32_t number) const {
  const std::uint32_t end = view_.document().sentences[tree_.sentence(number)].last;
  if (tree_.token(number).upos != "NUM" || number + 1 >= end) return std::nullopt;
  const std::string next = lower_case(view_.document().text_of(tree_.token(number + 1)));
  if (next == "opposed" || next == "against" || next == "opposing") return ReportedChoice::no;
  if (next == "hands" || next == "hand") return choice_of_hands(number + 1, end);
  if (next == "abstaining" || next == "abstained") return ReportedChoice::abstain;
  const std::string_view second = number + 2 < end ? tree_.lemma(number + 2) : std::string_view();
  if (const auto colour = by_colour(number + 1, end)) return colour;
  const bool favour = next == "in" && (second == "favour" || second == "favor");
  return favour ? std::optional(ReportedChoice::yes) : std::nullopt;
}

// Those that begin at a token or at most so many bytes before it.
std::span<const ReportedTally> VoteCrowds::tallies_before(std::uint32_t token,
                                                          std::uint32_t bytes) const {
  const auto begin_of = [](const ReportedTally& tally) { return tally.evidence.begin; };
  const std::uint32_t here = tree_.token(token).begin;
  const auto first = std::ranges::lower_bound(tallies_, here - std::min(here, bytes), {}, begin_of);
  return {first, std::ranges::upper_bound(first, tallies_.end(), here, {}, begin_of)};
}

std::optional<ReportedChoice> VoteCrowds::choice_counted(std::size_t votes,
                                                         std::uint32_t before) const {
  constexpr std::uint32_t reach = 600;  // bytes
  std::optional<ReportedChoice> choice;
  for (const ReportedTally& tally : tallies_before(before, reach)) {
    if (tally.count != votes) continue;
    if (choice && *choice != reported(tally.choice)) return std::nullopt;
    choice = reported(tally.choice);
  }
  return choice;
}

// What the number of votes was, that was told last.
std::optional<ReportedChoice> VoteCrowds::choice_of(std::uint32_t number) const {
  constexpr std::uint32_t reach = 600;  // bytes
  const auto count = count_at(number);
  std::optional<ReportedChoice> choice;
  for (const ReportedTally& tally : tallies_before(number, reach)) {
    if (count && tally.count == *count) choice = reported(tally.choice);
  }
  if (choice || !count) return choice;
  constexpr std::uint32_t sentences = 15;
  const auto crowd = counted_.find(*count);  // "twelve members raised their hands. The twelve ..."
  const bool near =
      crowd != counted_.end() && crowd->second.second + sentences >= tree_.sentence(number);
  return near ? std::optional(crowd->second.first) : std::nullopt;
}

// "In favour: 104", "carried with 77 votes": what the tally says that a number is a part of.
std::optional<ReportedChoice> VoteCrowds::choice_tallied(std::uint32_t number) const {
  constexpr std::uint32_t longest = 120;  // bytes from the beginning of a tally to its number
  if (tree_.token(number).upos != "NUM") return std::nullopt;
  const auto count = count_at(number);
  if (!count) return std::nullopt;
  const std::uint32_t here = tree_.token(number).begin;
  for (const ReportedTally& tally : tallies_before(number, longest)) {
    if (here < tally.evidence.end && tally.count == *count) return reported(tally.choice);
  }
  return std::nullopt;
}

// The same; a number of no tally behind it undoes it: "116 votes to a mere six, Chad among them".
std::optional<ReportedChoice> VoteCrowds::choice_of_tally(std::uint32_t number) {
  if (tree_.token(number).upos != "NUM" || view_.calendar.is_date(number)) return std::nullopt;
  const auto choice = choice_tallied(number);
  const bool after_tally = crowd_ && tallied_ == crowd_->head;
  if (choice) {
    if (!after_tally) untallied_ = crowd_;
    tallied_ = number;
  } else if (after_tally) {
    crowd_ = untallied_;
  }
  return choice;
}

}  // namespace volteface
