#include "language/date_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "language/characters.h"

namespace volteface::language {
namespace {

struct Meaning {
  DateWordKind kind;
  int value;
  bool plural = false;
};

using Table = std::unordered_map<std::string_view, Meaning>;

const Table& meanings() {
  using enum DateWordKind;
  static const Table table = {
      {"january", {month, 1}},
      {"jan", {month, 1}},
      {"february", {month, 2}},
      {"feb", {month, 2}},
      {"march", {month, 3}},
      {"mar", {month, 3}},
      {"april", {month, 4}},
      {"apr", {month, 4}},
      {"may", {month, 5}},
      {"june", {month, 6}},
      {"jun", {month, 6}},
      {"july", {month, 7}},
      {"jul", {month, 7}},
      {"august", {month, 8}},
      {"aug", {month, 8}},
      {"september", {month, 9}},
      {"sept", {month, 9}},
      {"sep", {month, 9}},
      {"october", {month, 10}},
      {"oct", {month, 10}},
      {"november", {month, 11}},
      {"nov", {month, 11}},
      {"december", {month, 12}},
      {"dec", {month, 12}},
      {"monday", {weekday, 1}},
      {"mon", {weekday, 1}},
      {"tuesday", {weekday, 2}},
      {"tue", {weekday, 2}},
      {"tues", {weekday, 2}},
      {"wednesday", {weekday, 3}},
      {"wed", {weekday, 3}},
      {"thursday", {weekday, 4}},
      {"thu", {weekday, 4}},
      {"thur", {weekday, 4}},
      {"thurs", {weekday, 4}},
      {"friday", {weekday, 5}},
      {"fri", {weekday, 5}},
      {"saturday", {weekday, 6}},
      {"sat", {weekday, 6}},
      {"sunday", {weekday, 7}},
      {"sundays", {weekday, 7, true}},
      {"mondays", {weekday, 1, true}},
      {"sun", {weekday, 7}},
      {"day", {unit, 1}},
      {"days", {unit, 1, true}},
      {"week", {unit, 7}},
      {"weeks", {unit, 7, true}},
      {"weekend", {unit, 8}},
      {"weekends", {unit, 8, true}},
      {"fortnight", {unit, 14}},
      {"month", {unit, 30}},
      {"months", {unit, 30, true}},
      {"quarter", {unit, 90}},
      {"quarters", {unit, 90, true}},
      {"year", {unit, 365}},
      {"years", {unit, 365, true}},
      {"decade", {unit, 3650}},
      {"decades", {unit, 3650, true}},
      {"century", {unit, 36500}},
      {"centuries", {unit, 36500, true}},
      {"hour", {unit, 0}},
      {"hours", {unit, 0, true}},
      {"minute", {unit, 0}},
      {"minutes", {unit, 0, true}},
      {"spring", {season, 1}},
      {"summer", {season, 2}},
      {"autumn", {season, 3}},
      {"winter", {season, 4}},
      {"zero", {number, 0}},
      {"one", {number, 1}},
      {"two", {number, 2}},
      {"three", {number, 3}},
      {"four", {number, 4}},
      {"five", {number, 5}},
      {"six", {number, 6}},
      {"seven", {number, 7}},
      {"eight", {number, 8}},
      {"nine", {number, 9}},
      {"ten", {number, 10}},
      {"eleven", {number, 11}},
      {"twelve", {number, 12}},
      {"thirteen", {number, 13}},
      {"fourteen", {number, 14}},
      {"fifteen", {number, 15}},
      {"sixteen", {number, 16}},
      {"seventeen", {number, 17}},
      {"eighteen", {number, 18}},
      {"nineteen", {number, 19}},
      {"twenty", {number, 20}},
      {"thirty", {number, 30}},
      {"forty", {number, 40}},
      {"fifty", {number, 50}},
      {"sixty", {number, 60}},
      {"seventy", {number, 70}},
      {"eighty", {number, 80}},
      {"ninety", {number, 90}},
      {"hundred", {number, 100}},
      {"thousand", {number, 1000}},
      {"first", {ordinal, 1}},
      {"second", {ordinal, 2}},
      {"third", {ordinal, 3}},
      {"fourth", {ordinal, 4}},
      {"fifth", {ordinal, 5}},
      {"sixth", {ordinal, 6}},
      {"seventh", {ordinal, 7}},
      {"eighth", {ordinal, 8}},
      {"ninth", {ordinal, 9}},
      {"tenth", {ordinal, 10}},
      {"eleventh", {ordinal, 11}},
      {"twelfth", {ordinal, 12}},
      {"thirteenth", {ordinal, 13}},
      {"fourteenth", {ordinal, 14}},
      {"fifteenth", {ordinal, 15}},
      {"sixteenth", {ordinal, 16}},
      {"seventeenth", {ordinal, 17}},
      {"eighteenth", {ordinal, 18}},
      {"nineteenth", {ordinal, 19}},
      {"twentieth", {ordinal, 20}},
      {"thirtieth", {ordinal, 30}},
  };
  return table;
}

bool is_letter(CharacterClass type) {
  return type == CharacterClass::lower || type == CharacterClass::upper;
}

// A run of letters or of digits, or one mark.
DateWord next_word(std::string_view text, std::uint32_t at, std::uint32_t end) {
  DateWord word;
  word.begin = at;
  const Character c = character_at(text, at);
  const CharacterClass type = class_of(c.code);
  word.end = at + c.size;
  word.upper = type == CharacterClass::upper;
  const auto run = [&](auto&& goes_on) {
    while (word.end < end) {
      const Character next = character_at(text, word.end);
      if (!goes_on(class_of(next.code))) break;
      word.end += next.size;
    }
  };
  if (is_letter(type)) {
    run([](CharacterClass t) { return is_letter(t) || t == CharacterClass::mark; });
  } else if (type == CharacterClass::digit && c.code < 128) {
    run([](CharacterClass t) { return t == CharacterClass::digit; });
  } else {
    word.kind = DateWordKind::mark;
  }
  word.text = folded(text.substr(word.begin, std::min<std::uint32_t>(word.end - word.begin, 24)));
  return word;
}

void give_meaning(DateWord& word) {
  if (!word.text.empty() && word.text[0] >= '0' && word.text[0] <= '9') {
    word.kind = DateWordKind::number;
    word.digits = static_cast<int>(word.end - word.begin);
    for (const char c : word.text.substr(0, 9)) {
      word.value = c >= '0' && c <= '9' ? word.value * 10 + (c - '0') : word.value;
    }
    if (word.digits > 9) word.value = 999999999;
    return;
  }
  const auto found = meanings().find(word.text);
  if (found == meanings().end()) return;
  word.kind = found->second.kind;
  word.value = found->second.value;
  word.plural = found->second.plural;
}

// Joins `word` to what came before: "15" "th", "twenty" "one", "two" "thousand" "and" "eighteen".
bool joined(std::vector<DateWord>& words, const DateWord& word) {
  if (words.empty()) return false;
  DateWord& before = words.back();
  const bool touches = before.end == word.begin;
  if (touches && before.kind == DateWordKind::number && before.digits > 0 && before.digits <= 2 &&
      (word.text == "st" || word.text == "nd" || word.text == "rd" || word.text == "th")) {
    before.kind = DateWordKind::ordinal;
    before.end = word.end;
    return true;
  }
  const bool small = (word.kind == DateWordKind::number || word.kind == DateWordKind::ordinal) &&
                     word.digits == 0 && word.value > 0 && word.value < 10;
  const bool dashed = words.size() >= 2 && before.text == "-" && touches;
  DateWord& tens = dashed ? words[words.size() - 2] : before;
  if (small && tens.kind == DateWordKind::number && tens.digits == 0 && tens.value >= 20 &&
      tens.value <= 90 && tens.value % 10 == 0) {
    tens.kind = word.kind;
    tens.value += word.value;
    tens.end = word.end;
    if (dashed) words.pop_back();
    return true;
  }
  return false;
}

// "nineteen" "ninety-nine", "two" "thousand" ["and"] "eighteen": years in words.
void join_years(std::vector<DateWord>& words) {
  const auto in_words = [&](std::size_t i) {
    return i < words.size() && words[i].kind == DateWordKind::number && words[i].digits == 0;
  };
  std::vector<DateWord> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    DateWord word = words[i];
    if (in_words(i) && word.value >= 16 && word.value <= 20 && in_words(i + 1) &&
        words[i + 1].value >= 10 && words[i + 1].value < 100) {
      word.value = word.value * 100 + words[i + 1].value;
      word.end = words[++i].end;
    } else if (in_words(i) && word.value < 10 && word.value > 0 && in_words(i + 1) &&
               words[i + 1].value == 1000) {
      word.value *= 1000;
      word.end = words[++i].end;
      std::size_t next = i + 1;
      if (next < words.size() && words[next].text == "and") ++next;
      if (in_words(next) && words[next].value < 100) {
        word.value += words[next].value;
        word.end = words[next].end;
        i = next;
      }
    }
    if (word.digits == 0 && word.kind == DateWordKind::number && word.value > 1000) word.digits = 4;
    out.push_back(std::move(word));
  }
  words = std::move(out);
}

// How many years, and months, are a part of a longer time: "a quarter of a century", "half a
// decade", "half a year".
struct PartOfTime {
  std::string_view part, whole;
  int count;
  bool months;
};

constexpr std::array<PartOfTime, 5> parts_of_times = {{{"quarter", "century", 25, false},
                                                       {"half", "century", 50, false},
                                                       {"half", "decade", 5, false},
                                                       {"half", "year", 6, true},
                                                       {"quarter", "year", 3, true}}};

// "a quarter of a", "half a", "a half -": the words before the whole; 0 where these are none.
std::size_t words_of_part(const std::vector<DateWord>& words, std::size_t at) {
  const auto is = [&](std::size_t i, std::string_view text) {
    return i < words.size() && words[i].text == text;
  };
  const std::size_t part = is(at, "a") ? at + 1 : at;
  if (!is(part, "half") && !is(part, "quarter")) return 0;
  std::size_t end = part + 1;
  if (is(end, "-")) return part > at ? end + 1 - at : 0;
  if (is(end, "of")) ++end;
  return is(end, "a") ? end + 1 - at : 0;
}

// "a quarter of a century ago": 25 years.
void join_parts(std::vector<DateWord>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::size_t length = words_of_part(words, i);
    if (length == 0 || i + length >= words.size()) continue;
    DateWord& whole = words[i + length];
    const std::string_view part = words[words[i].text == "a" ? i + 1 : i].text;
    const auto* found = std::ranges::find_if(parts_of_times, [&](const PartOfTime& one) {
      return one.part == part && one.whole == whole.text;
    });
    if (found == parts_of_times.end()) continue;
    whole.value = found->months ? 30 : 365;
    whole.plural = true;
    whole.text = found->months ? "months" : "years";
    words[i].kind = DateWordKind::number;
    words[i].value = found->count;
    words[i].end = words[i + length - 1].end;
    words[i].text = "";
    const auto next = words.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    words.erase(next, next + static_cast<std::ptrdiff_t>(length) - 1);
  }
}

}  // namespace

std::vector<DateWord> date_words(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::vector<DateWord> words;
  bool space = false;
  for (std::uint32_t at = begin; at < end;) {
    const Character c = character_at(text, at);
    if (class_of(c.code) == CharacterClass::space) {
      space = true;
      at += c.size;
      continue;
    }
    DateWord word = next_word(text, at, end);
    if (word.kind != DateWordKind::mark) give_meaning(word);
    word.space_before = space;
    space = false;
    at = word.end;
    if (!joined(words, word)) words.push_back(std::move(word));
  }
  join_years(words);
  join_parts(words);
  return words;
}

}  // namespace volteface::language
