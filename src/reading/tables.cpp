#include "reading/tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "volteface/error.h"

extern "C" {
extern const char volteface_events_begin[], volteface_events_end[];
extern const char volteface_words_begin[], volteface_words_end[];
extern const char volteface_explanations_begin[], volteface_explanations_end[];
extern const char volteface_votes_begin[], volteface_votes_end[];
extern const char volteface_themes_begin[], volteface_themes_end[];
}

namespace volteface {
namespace {

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(by, at), text.size());
    out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::vector<std::string> split_or_none(std::string_view text, char by) {
  if (text == "-" || text.empty()) return {};
  return split(text, by);
}

struct Row {
  std::string table;
  std::size_t line = 0;
  std::vector<std::string> fields;

  [[noreturn]] void fail(std::size_t field, std::string_view why) const {
    throw Error(fmt::format("{}:{}: field {}: {}", table, line, field + 1, why));
  }
};

std::vector<Row> rows_of(std::string table, std::string_view text, std::size_t fields) {
  std::vector<Row> out;
  std::size_t line = 0;
  for (const std::string& row : split(text, '\n')) {
    ++line;
    if (row.empty() || row[0] == '#') continue;
    out.push_back({table, line, split(row, '\t')});
    if (out.back().fields.size() != fields)
      out.back().fail(out.back().fields.size(), fmt::format("a row has {} fields", fields));
  }
  return out;
}

std::string_view bytes(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

using WordLists = std::map<std::string, std::vector<std::string>, std::less<>>;

// Words, or the name of a list of words.tsv behind a %.
std::vector<std::string> words_of_need(const Row& row, const std::string& text,
                                       const WordLists& lists) {
  std::vector<std::string> out;
  for (std::string& word : split_or_none(text, ',')) {
    if (word.front() != '%') {
      out.push_back(std::move(word));
      continue;
    }
    const auto list = lists.find(std::string_view(word).substr(1));
    if (list == lists.end()) row.fail(6, "no list of this name in words.tsv");
    for (const std::string& listed : list->second) out.push_back(lower_case(listed));
  }
  return out;
}

EventRule event_rule(const Row& row, const WordLists& lists) {
  const auto& f = row.fields;
  EventRule rule;
  const std::vector<std::string> words = split(f[0], ' ');
  rule.word = words[0];
  if (words.size() > 1) rule.particle = words[1];
  if (f[1] != "v" && f[1] != "n" && f[1] != "a") row.fail(1, "v, n or a");
  if (f[1] == "n") rule.kind = EventRule::Word::noun;
  if (f[1] == "a") rule.kind = EventRule::Word::adjective;
  const auto type = parse_event_type(f[2]);
  if (!type) row.fail(2, "no type of event");
  rule.type = *type;
  if (f[3] != "-") {
    const auto mode = parse_event_mode(f[3]);
    if (!mode) row.fail(3, "no mode");
    rule.mode = *mode;
  }
  rule.source = split_or_none(f[4], '|');
  rule.target = split_or_none(f[5], '|');
  for (const std::string& need : split_or_none(f[6], ';')) {
    const std::size_t colon = need.find(':');
    if (colon == std::string::npos) row.fail(6, "where:word,word");
    rule.needs.push_back(
        {need.substr(0, colon), words_of_need(row, need.substr(colon + 1), lists)});
  }
  rule.symmetric = f[7].find('s') != std::string::npos;
  rule.ordered = f[7].find('p') != std::string::npos;
  rule.also = f[7].find('a') != std::string::npos;
  rule.other_side = f[7].find('o') != std::string::npos;
  rule.both_sides = f[7].find('b') != std::string::npos;
  rule.target_named = f[7].find('t') != std::string::npos;
  rule.denied = f[7].find('n') != std::string::npos;
  rule.example = f[8];
  return rule;
}

std::vector<ReasonCue::Word> cue_words(const Row& row) {
  std::vector<ReasonCue::Word> out;
  bool may_skip = false;
  for (const std::string& word : split(row.fields[0], ' ')) {
    if (word.empty()) row.fail(0, "words with one blank between");
    if (word == "~" && !out.empty() && !may_skip) {
      may_skip = true;
      continue;
    }
    out.push_back({split(word, '/'), may_skip});
    may_skip = false;
  }
  if (out.empty() || may_skip) row.fail(0, "a word behind every gap");
  return out;
}

ReasonCue reason_cue(const Row& row) {
  using Reason = ReasonCue::Reason;
  static const std::map<std::string, Reason, std::less<>> places = {
      {"after", Reason::after},     {"clause", Reason::clause},   {"before", Reason::before},
      {"between", Reason::between}, {"subject", Reason::subject}, {"self", Reason::self}};
  ReasonCue cue{cue_words(row), Reason::clause, parse_theme(row.fields[2]), row.fields[2] == "*",
                row.fields[3]};
  if (!cue.theme && !cue.only_with_theme && row.fields[2] != "-") row.fail(2, "no theme");
  const auto place = places.find(row.fields[1]);
  if (place == places.end()) row.fail(1, "after, clause, before, between, subject or self");
  cue.reason = place->second;
  if (cue.reason == Reason::between && std::ranges::none_of(cue.words, &ReasonCue::Word::may_skip))
    row.fail(0, "a ~ for what stands between");
  return cue;
}

VoteCue vote_cue(const Row& row) {
  VoteCue cue;
  bool may_skip = false, must_skip = false, marked = false;
  for (std::string word : split(row.fields[0], ' ')) {
    if (word == "~" || word == "+") {
      may_skip = true;
      must_skip = word == "+";
      continue;
    }
    if (word.empty() || word == "!") row.fail(0, "words with one blank between");
    const bool is_head = word[0] == '!';
    if (is_head && marked) row.fail(0, "one word marked !");
    marked |= is_head;
    cue.words.push_back(
        {split(is_head ? word.substr(1) : word, '/'), may_skip, must_skip, is_head});
    may_skip = must_skip = false;
  }
  if (cue.words.empty() || may_skip) row.fail(0, "a word behind every gap");
  if (!marked) cue.words.front().is_head = true;
  if (row.fields[1] == "own") {
    cue.voters = VoteCue::Voters::owner;
  } else if (row.fields[1] == "poss") {
    cue.voters = VoteCue::Voters::possessor;
  } else if (row.fields[1] != "subj") {
    row.fail(1, "subj, own or poss");
  }
  cue.opposite = row.fields[2] == "opposite";
  cue.same = cue.opposite || row.fields[2] == "same";
  const auto choice = cue.same ? ReportedChoice::yes : parse_reported_choice(row.fields[2]);
  if (!choice) row.fail(2, "no choice");
  cue.choice = *choice;
  cue.example = row.fields[3];
  return cue;
}

// An empty one where there is none.
template <class Map>
const typename Map::mapped_type& found_or_none(const Map& map, std::string_view word) {
  static const typename Map::mapped_type none;
  const auto found = map.find(word);
  return found == map.end() ? none : found->second;
}

}  // namespace

ReadingTables::ReadingTables() {
  for (const Row& row :
       rows_of("words.tsv", bytes(volteface_words_begin, volteface_words_end), 2)) {
    for (const std::string& word : split(row.fields[1], ',')) {
      lists_[row.fields[0]].push_back(word);
      sets_[row.fields[0]].insert(word);
      const std::size_t equal = word.find('=');
      if (row.fields[0] == "whole" && equal != std::string::npos)
        wholes_[word.substr(0, equal)] = word.substr(equal + 1);
    }
  }
  for (const Row& row :
       rows_of("events.tsv", bytes(volteface_events_begin, volteface_events_end), 9)) {
    events_.push_back(event_rule(row, lists_));
    by_word_[events_.back().word].push_back(events_.size() - 1);
  }
  for (const Row& row : rows_of("explanations.tsv",
                                bytes(volteface_explanations_begin, volteface_explanations_end), 4))
    cues_.push_back(reason_cue(row));
  for (const ReasonCue& cue : cues_) {
    for (const std::string& word : cue.words.front().either) cues_by_word_[word].push_back(&cue);
  }
  for (const Row& row : rows_of("votes.tsv", bytes(volteface_votes_begin, volteface_votes_end), 4))
    vote_cues_.push_back(vote_cue(row));
  for (const VoteCue& cue : vote_cues_) {
    for (const std::string& word : cue.words.front().either)
      vote_cues_by_word_[word].push_back(&cue);
  }
  for (const Row& row :
       rows_of("themes.tsv", bytes(volteface_themes_begin, volteface_themes_end), 2)) {
    const auto theme = parse_theme(row.fields[0]);
    if (!theme) row.fail(0, "no theme");
    themes_[*theme] = split(row.fields[1], ',');
  }
}

const std::vector<std::size_t>& ReadingTables::rules_of(std::string_view lemma) const {
  return found_or_none(by_word_, lemma);
}

const std::vector<const ReasonCue*>& ReadingTables::cues_of(std::string_view word) const {
  return found_or_none(cues_by_word_, word);
}

const std::vector<const VoteCue*>& ReadingTables::vote_cues_of(std::string_view word) const {
  return found_or_none(vote_cues_by_word_, word);
}

bool ReadingTables::in_list(std::string_view list, std::string_view word) const {
  const auto found = sets_.find(list);
  return found != sets_.end() && found->second.find(word) != found->second.end();
}

const std::vector<std::string>& ReadingTables::list(std::string_view name) const {
  return found_or_none(lists_, name);
}

std::string ReadingTables::whole_of(std::string_view organ) const {
  const auto found = wholes_.find(organ);
  return found == wholes_.end() ? std::string(organ) : found->second;
}

const ReadingTables& reading_tables() {
  static const ReadingTables tables;
  return tables;
}

}  // namespace volteface
