// Numbers of votes in a text.
//
// Three forms are read: a number before what was chosen ("18 countries voted against", "58
// abstentions"), a choice before its number ("Abstained 43."), and numbers against each other
// ("100-11 with 58 abstentions", "by 93 votes to 18"). Between number and choice only words stand
// that belong to a count, so that "12 months ... against" is none.
#include <algorithm>
#include <array>
#include <optional>

#include "reading/number_words.h"
#include "reading/text_places.h"
#include "record/text.h"
#include "volteface/checking.h"

namespace volteface {
namespace {

constexpr std::uint32_t most_members = 193;
constexpr std::size_t longest_gap = 8;  // words

constexpr auto words_of_counts = std::to_array<std::string_view>(
    {"a",     "ballots", "capitals", "cast",   "countries", "country", "delegations", "governments",
     "had",   "have",    "in",       "member", "members",   "nations", "of",          "others",
     "out",   "states",  "that",     "the",    "them",      "to",      "vote",        "voted",
     "votes", "voting",  "were",     "which",  "who",       "with"});

struct Token {
  std::string word;  // in lower case, without full stops
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<std::uint32_t> number;
  char before = ' ';  // the bytes around it
  char behind = ' ';
};

std::vector<Token> tokens_of(std::string_view sentence, std::size_t offset) {
  std::vector<Token> tokens;
  for (const TextWord& word : words_in(sentence)) {
    Token token;
    for (const char c : word.text) {
      if (c != '.') token.word += ascii_lower(c);
    }
    token.begin = offset + word.begin;
    token.end = token.begin + word.text.size();
    token.number = number_named(token.word);
    if (word.begin > 0) token.before = sentence[word.begin - 1];
    const std::size_t behind = word.begin + word.text.size();
    if (behind < sentence.size()) token.behind = sentence[behind];
    // "twenty-four", "twenty four"
    const bool joins = token.number && *token.number > 0 && *token.number < 10 && !tokens.empty() &&
                       is_ten(tokens.back().word) && token.begin == tokens.back().end + 1;
    if (joins) {
      tokens.back().number = *tokens.back().number + *token.number;
      tokens.back().end = token.end;
      tokens.back().behind = token.behind;
      continue;
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

class Sentence {
 public:
  Sentence(std::string_view text, const SentencePlace& span, std::size_t place)
      : text_(text),
        place_(place),
        tokens_(tokens_of(text.substr(span.begin, span.end - span.begin), span.begin)) {
    used_.assign(tokens_.size(), false);
  }

  std::vector<ReportedTally> tallies() {
    find_opposed();
    find_listed();
    find_counted();
    find_bare_votes();
    std::ranges::sort(found_, {}, [](const ReportedTally& t) { return t.evidence.begin; });
    return std::move(found_);
  }

 private:
  const std::string& word(std::size_t i) const {
    static const std::string none;
    return i < tokens_.size() ? tokens_[i].word : none;
  }

  // A number of votes, not "47-member", "two-thirds", "2024".
  bool is_count(std::size_t i) const {
    if (i >= tokens_.size() || used_[i] || !tokens_[i].number) return false;
    const Token& token = tokens_[i];
    if (*token.number > most_members || is_share(token) ||
        is_any(word(i + 1), {"percent", "per", "thirds", "th", "st", "nd", "rd"})) {
      return false;
    }
    const bool hyphen_before = token.before == '-' && (i == 0 || !tokens_[i - 1].number);
    const bool hyphen_behind =
        token.behind == '-' && (i + 1 >= tokens_.size() || !tokens_[i + 1].number);
    const bool part = token.before == '/' || token.behind == '/' || token.behind == ':' ||
                      token.behind == '%' || is_decimal(token);
    return !hyphen_before && !hyphen_behind && !part;
  }

  // "3.5", but not "by 119 votes to 3. The three ..."
  bool is_decimal(const Token& token) const {
    const std::size_t next = token.end + 1;
    return token.behind == '.' && next < text_.size() && text_[next] != ' ' && text_[next] != '\n';
  }

  bool is_share(const Token& token) const {
    const auto next = text_.find_first_not_of(' ', token.end);
    return next != text_.npos && text_[next] == '%';
  }

  std::optional<Choice> choice_at(std::size_t i) const {
    const std::string& w = word(i);
    if (w.starts_with("abstain") || w.starts_with("abstention")) return Choice::abstain;
    if (is_any(w, {"against", "opposed", "opposing", "rejected", "nays", "noes", "negative"})) {
      return Choice::no;
    }
    if (is_any(w, {"favour", "favor", "favouring", "yes", "ayes", "supported", "backed",
                   "approved"})) {
      return Choice::yes;
    }
    // These two are choices only where nothing they belong to follows.
    const char behind = tokens_[i].behind;
    const bool ends = i + 1 == tokens_.size() || behind == ',' || behind == ';' ||
                      is_any(word(i + 1), {"and", "it", "vote", "votes", "with"});
    if (w == "no" && (ends || (i > 0 && is_any(word(i - 1), {"voted", "voting"})))) {
      return Choice::no;
    }
    if (w == "for" && (ends || (i + 1 < tokens_.size() && tokens_[i + 1].number))) {
      return Choice::yes;
    }
    return std::nullopt;
  }

  Bound bound_before(std::size_t i) const {
    const std::string& last = i >= 1 ? word(i - 1) : word(tokens_.size());
    const std::string& before = i >= 2 ? word(i - 2) : word(tokens_.size());
    if (is_any(last, {"over"}) || (last == "than" && before == "more")) return Bound::more_than;
    if (last == "than" && is_any(before, {"fewer", "less"})) return Bound::less_than;
    if (last == "least" && before == "at") return Bound::at_least;
    if (last == "to" && before == "up") return Bound::at_most;
    if (is_any(last, {"about", "around", "some", "nearly", "almost", "roughly", "approximately"})) {
      return Bound::about;
    }
    return Bound::exactly;
  }

  void add(Choice choice, std::size_t number, std::size_t from, std::size_t to) {
    ReportedTally tally;
    tally.choice = choice;
    tally.count = *tokens_[number].number;
    tally.bound = bound_before(number);
    if (tally.bound != Bound::exactly && from == number) {
      from -= is_any(word(from - 1), {"than", "least", "to"}) ? 2U : 1U;
    }
    tally.evidence.begin = static_cast<std::uint32_t>(tokens_[from].begin);
    tally.evidence.end = static_cast<std::uint32_t>(tokens_[to].end);
    tally.evidence.text =
        text_.substr(tally.evidence.begin, tally.evidence.end - tally.evidence.begin);
    tally.evidence.sentence = static_cast<std::uint32_t>(place_);
    found_.push_back(std::move(tally));
    used_[number] = true;
  }

  bool speaks_of_votes() const {
    return std::ranges::any_of(tokens_, [](const Token& token) {
      return token.word.starts_with("vot") || token.word.starts_with("abst") ||
             is_any(token.word,
                    {"passed", "adopted", "approved", "carried", "against", "outvoted"});
    });
  }

  // "100-11", "93 votes to 18": for and against.
  void find_opposed() {
    if (!speaks_of_votes()) return;
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (!tokens_[i].number || !is_count(i)) continue;
      std::size_t j = i + 1;
      const bool votes = word(j) == "votes";
      if (votes) ++j;
      const bool to = word(j) == "to";
      if (to) ++j;
      const std::string_view between =
          j < tokens_.size()
              ? text_.substr(tokens_[j - 1].end, tokens_[j].begin - tokens_[j - 1].end)
              : std::string_view();
      const bool dash = j == i + 1 && (between == "-" || between == "\u2013");
      if ((!to && !dash) || !is_count(j)) continue;
      add(Choice::yes, i, i, j);
      add(Choice::no, j, i, j);
      // "100-11-58"
      const bool third =
          dash && j + 1 < tokens_.size() && is_count(j + 1) &&
          text_.substr(tokens_[j].end, tokens_[j + 1].begin - tokens_[j].end) == between;
      if (third) add(Choice::abstain, j + 1, i, j + 1);
    }
  }

  // The nearest number before a choice.
  void find_counted() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto choice = choice_at(i);
      if (!choice || std::ranges::find(chosen_, i) != chosen_.end()) continue;
      for (std::size_t back = 1; back <= std::min(i, longest_gap); ++back) {
        const std::size_t j = i - back;
        if (tokens_[j].behind == '.') break;  // "For: 13. Against: one"
        if (is_count(j)) {
          // "one of 18" has its number already; "one" alone says too little.
          const bool of_others = word(j) == "one" && back > 2;
          if (!of_others) add(*choice, j, j, i);
          break;
        }
        if (!std::ranges::binary_search(words_of_counts, word(j))) break;
      }
    }
  }

  // "Abstained 43.", "In favour 55, against 44."
  void find_listed() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      const bool has_own = i > 0 && is_count(i - 1);
      const bool apart = tokens_[i].behind == ',' || tokens_[i].behind == ';';
      if (!choice_at(i) || has_own || apart || !is_count(i + 1)) continue;
      const char behind = tokens_[i + 1].behind;
      if (i + 2 < tokens_.size() && behind != ',' && behind != ';') continue;
      add(*choice_at(i), i + 1, i, i + 1);
      chosen_.push_back(i);
    }
  }

  // "received 93 votes": those in favour, where nothing says otherwise.
  void find_bare_votes() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (is_count(i) && word(i + 1) == "votes" && !is_any(word(i + 2), {"against", "to", "of"})) {
        const bool has_yes = std::ranges::any_of(
            found_, [](const ReportedTally& t) { return t.choice == Choice::yes; });
        if (!has_yes) add(Choice::yes, i, i, i + 1);
      }
    }
  }

  std::string_view text_;
  std::size_t place_;
  std::vector<Token> tokens_;
  std::vector<bool> used_;
  std::vector<std::size_t> chosen_;  // choices that have their number behind them
  std::vector<ReportedTally> found_;
};

}  // namespace

std::vector<ReportedTally> find_tallies(std::string_view text) {
  std::vector<ReportedTally> all;
  const auto sentences = sentence_spans(text);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    for (ReportedTally& tally : Sentence(text, sentences[i], i).tallies()) {
      all.push_back(std::move(tally));
    }
  }
  return all;
}

bool tally_holds(const ReportedTally& tally, std::uint32_t recorded) {
  switch (tally.bound) {
    case Bound::exactly:
      return recorded == tally.count;
    case Bound::about:
      return recorded + tally.count / 10 + 1 >= tally.count &&
             recorded <= tally.count + tally.count / 10 + 1;
    case Bound::more_than:
      return recorded > tally.count;
    case Bound::at_least:
      return recorded >= tally.count;
    case Bound::less_than:
      return recorded < tally.count;
    case Bound::at_most:
      return recorded <= tally.count;
  }
  return false;
}

}  // namespace volteface
