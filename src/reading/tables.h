// The rules of the reading engine, which are tables under data/reading and not code.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "reading/word_lists.h"
#include "volteface/reading.h"

namespace volteface {

// Something that must hang on a word for a rule to hold: one of `words` by relation `where`
// ("obj", "xcomp", "any", "self", a preposition). "@person", "@state" and "@organisation" stand for
// names of such;
// "@on" and the like for the preposition before it. No words: anything by that relation.
struct RuleNeed {
  std::string where;
  std::vector<std::string> words;
};

// A word that tells of an act (data/reading/events.tsv has what the fields mean).
struct EventRule {
  std::string word;
  std::string particle;  // "off" of "call off"; empty if none
  enum class Word { verb, noun, adjective } kind = Word::verb;
  EventType type = EventType::consult;
  EventMode mode = EventMode::none;
  std::vector<std::string> source, target;  // slots, the first that is filled counts
  std::vector<RuleNeed> needs;
  bool symmetric = false;
  bool ordered = false;       // what it tells may come ("ordered a review of ties")
  bool also = false;          // told beside what another rule of the word tells
  bool other_side = false;    // towards the other side of the story where the sentence names none
  bool both_sides = false;    // towards both that the story is about where it names none
  bool target_named = false;  // no act where the sentence does not name both
  bool denied = false;        // told by its denial, as done: "will not accept it"
  std::string example;
};

// Words that introduce a reason: "because", "in order to".
struct ReasonCue {
  struct Word {
    std::vector<std::string> either;
    bool may_skip = false;  // other words may stand before it
  };
  std::vector<Word> words;
  enum class Reason { clause, after, before, between, subject, self } reason = Reason::clause;
  std::optional<Theme> theme;    // that the cue itself tells
  bool only_with_theme = false;  // it is no reason unless its words are of a known theme
  std::string example;

  std::string_view first() const { return words.front().either.front(); }
};

// Words that tell how a state voted (data/reading/votes.tsv has what the fields mean).
struct VoteCue {
  struct Word {
    std::vector<std::string> either;  // "@text": one of the list `resolution`
    bool may_skip = false;            // other words may stand before it
    bool must_skip = false;           // one must
    bool is_head = false;
  };
  std::vector<Word> words;
  enum class Voters { subject, owner, possessor } voters = Voters::subject;
  ReportedChoice choice = ReportedChoice::yes;
  bool same = false;      // as others voted
  bool opposite = false;  // the other choice than theirs; also `same`
  std::string example;
};

// Looked up by a view, for every word of a report.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};
template <class Value>
using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

class ReadingTables {
 public:
  // Throws Error, which names table, line and column.
  ReadingTables();
  ReadingTables(const ReadingTables&) = delete;  // what is found points into it
  ReadingTables& operator=(const ReadingTables&) = delete;

  const std::vector<EventRule>& events() const { return events_; }
  // Rules of a lemma, as places in events().
  const std::vector<std::size_t>& rules_of(std::string_view lemma) const;

  const std::vector<ReasonCue>& cues() const { return cues_; }
  // Those that begin with a word.
  const std::vector<const ReasonCue*>& cues_of(std::string_view word) const;

  const std::vector<VoteCue>& vote_cues() const { return vote_cues_; }
  // Those that begin with a word.
  const std::vector<const VoteCue*>& vote_cues_of(std::string_view word) const;

  // Words of a theme; the last letter * means that more may follow.
  const std::map<Theme, std::vector<std::string>>& themes() const { return themes_; }

  bool in_list(std::string_view list, std::string_view word) const;
  const std::vector<std::string>& list(std::string_view name) const;  // empty if there is none

  // "troop", and "troops", which a lemmatizer may leave as it is.
  bool acts_for_state(std::string_view word) const {
    const std::string lemma = lower_case(word);  // "the Secretary-General"
    return in_list("acts_for_state", lemma) ||
           (lemma.ends_with('s') && in_list("acts_for_state", lemma.substr(0, lemma.size() - 1)));
  }
  // The organisation that an organ belongs to ("UNSC": "UN"); itself if it is none.
  std::string whole_of(std::string_view organ) const;

 private:
  std::vector<EventRule> events_;
  ByText<std::vector<std::size_t>> by_word_;
  std::vector<ReasonCue> cues_;
  ByText<std::vector<const ReasonCue*>> cues_by_word_;
  std::vector<VoteCue> vote_cues_;
  ByText<std::vector<const VoteCue*>> vote_cues_by_word_;
  std::map<Theme, std::vector<std::string>> themes_;
  std::map<std::string, std::vector<std::string>, std::less<>> lists_;
  ByText<std::unordered_set<std::string, TextHash, std::equal_to<>>> sets_;
  std::map<std::string, std::string, std::less<>> wholes_;
};

// The tables that are linked in.
const ReadingTables& reading_tables();

}  // namespace volteface
