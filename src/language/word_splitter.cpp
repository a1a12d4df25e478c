#include "language/word_splitter.h"

#include <algorithm>

namespace volteface::language {
namespace {

constexpr std::size_t longest_run = 12;  // of letters that may part within

bool is_letter(CharacterClass type) {
  return type == CharacterClass::lower || type == CharacterClass::upper ||
         type == CharacterClass::mark;
}

char32_t lowered(char32_t code) { return code >= U'A' && code <= U'Z' ? code + 32 : code; }

std::uint64_t hash_of(const Chunk& chunk, std::size_t begin, std::size_t end) {
  std::uint64_t state = end - begin;
  for (std::size_t i = begin; i < end; ++i) state = mixed(state, lowered(chunk.letters[i].code));
  return state >> 32;
}

// The characters [begin, end) around a place by class, with nothing beyond the chunk.
std::uint64_t types_of(const Chunk& chunk, std::size_t at, int from, int to) {
  std::uint64_t state = 1;
  for (int k = from; k < to; ++k) {
    const auto place = static_cast<std::ptrdiff_t>(at) + k;
    const bool inside = place >= 0 && place < static_cast<std::ptrdiff_t>(chunk.letters.size());
    state =
        state * 16 +
        (inside ? static_cast<std::uint64_t>(chunk.letters[static_cast<std::size_t>(place)].type)
                : 15);
  }
  return state;
}

std::uint64_t code_at(const Chunk& chunk, std::size_t at, int by) {
  const auto place = static_cast<std::ptrdiff_t>(at) + by;
  if (place < 0 || place >= static_cast<std::ptrdiff_t>(chunk.letters.size())) return 1;
  return lowered(chunk.letters[static_cast<std::size_t>(place)].code);
}

std::size_t end_of_run(const Chunk& chunk, std::size_t i) {
  std::size_t end = i + 1;
  while (end < chunk.letters.size() &&
         is_letter(chunk.letters[end].type) == is_letter(chunk.letters[i].type) &&
         (is_letter(chunk.letters[i].type) || chunk.letters[end].type == chunk.letters[i].type)) {
    ++end;
  }
  return end;
}

bool begins_with(const Chunk& chunk, std::size_t at, std::string_view text) {
  if (chunk.letters.size() - at < text.size()) return false;
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (lowered(chunk.letters[at + k].code) != static_cast<unsigned char>(text[k])) return false;
  }
  return true;
}

// The letters [first, second) of a web address, without the marks behind it; none: first == second.
std::pair<std::size_t, std::size_t> address_in(const Chunk& chunk) {
  const auto& letters = chunk.letters;
  std::size_t from = 0;
  while (from < letters.size() && !is_letter(letters[from].type)) ++from;
  if (!begins_with(chunk, from, "http://") && !begins_with(chunk, from, "https://") &&
      !begins_with(chunk, from, "www."))
    return {from, from};
  constexpr std::u32string_view marks = U".,;:!?'\"]}>";
  std::ptrdiff_t open = 0;
  for (std::size_t i = from; i < letters.size(); ++i)
    open += letters[i].code == U'(' ? 1 : letters[i].code == U')' ? -1 : 0;
  std::size_t to = letters.size();
  for (; to > from; --to) {
    const char32_t last = letters[to - 1].code;
    if (last == U')' && open < 0)
      ++open;  // of a bracket that the address stands in
    else if (marks.find(last) == std::u32string_view::npos)
      break;
  }
  return {from, to};
}

// "left.Ms. Ruiz": where a full stop was parted from the word before it, and a name follows it.
bool is_missing_space(const Chunk& chunk, std::size_t word, std::size_t i) {
  return word > 0 && i == word + 1 && chunk.letters[word].code == U'.' &&
         chunk.letters[word - 1].type == CharacterClass::lower &&
         chunk.letters[i].type == CharacterClass::upper;
}

}  // namespace

bool next_chunk(std::string_view text, std::size_t& at, std::size_t end, Chunk& chunk,
                bool& space) {
  chunk.letters.clear();
  space = false;
  while (at < end) {
    const Character c = character_at(text, at);
    const CharacterClass type = class_of(c.code);
    if (type == CharacterClass::space) {
      if (!chunk.letters.empty()) break;
      space = true;
    } else {
      if (chunk.letters.size() == Chunk::longest) break;
      chunk.letters.push_back({static_cast<std::uint32_t>(at), plain(c.code), type});
      chunk.end = static_cast<std::uint32_t>(at + c.size);
    }
    at += c.size;
  }
  chunk.next = 0;
  for (std::size_t behind = at, looked = 0; behind < end && looked < 8; ++looked) {
    const Character c = character_at(text, behind);
    if (class_of(c.code) != CharacterClass::space) {
      chunk.next = plain(c.code);
      break;
    }
    behind += c.size;
  }
  return !chunk.letters.empty();
}

std::uint32_t inner_split_key(std::string_view folded_run, std::size_t offset) {
  return feature_key(7100, text_hash(folded_run), offset);
}

std::pair<std::size_t, std::string> run_around(const Chunk& chunk, std::size_t i) {
  std::size_t begin = i;
  while (begin > 0 && is_letter(chunk.letters[begin - 1].type) && i - begin <= longest_run) --begin;
  std::string run;
  for (std::size_t k = begin; k < chunk.letters.size() && is_letter(chunk.letters[k].type); ++k) {
    if (run.size() > longest_run) break;
    append_utf8(run, lowered(chunk.letters[k].code));
  }
  return {begin, run};
}

namespace {

// "Chad lets Mali use it", and hardly ever "lets go", whatever the treebank has.
bool is_within_lets(const Chunk& chunk, std::size_t i) {
  return is_letter(chunk.letters[i - 1].type) && is_letter(chunk.letters[i].type) &&
         run_around(chunk, i).second == "lets";
}

}  // namespace

bool doubtful(const Chunk& chunk, std::size_t i, const std::vector<std::uint32_t>& inner_splits) {
  const Chunk::Letter& left = chunk.letters[i - 1];
  const Chunk::Letter& right = chunk.letters[i];
  if (right.type == CharacterClass::mark) return false;
  if (left.type == CharacterClass::digit && right.type == CharacterClass::digit) return false;
  if (!is_letter(left.type) || !is_letter(right.type)) return true;
  if (lowered(right.code) == U'n' && code_at(chunk, i, 1) == U'\'' && code_at(chunk, i, 2) == U't')
    return true;
  const auto [begin, run] = run_around(chunk, i);
  if (run.size() > longest_run) return false;
  return std::binary_search(inner_splits.begin(), inner_splits.end(),
                            inner_split_key(run, i - begin));
}

void word_split_features(const Chunk& chunk, std::size_t i, std::size_t begin,
                         const WordClusters& clusters, std::vector<FeatureKey>& features) {
  features.clear();
  std::uint64_t number = 8000;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0,
                       std::uint64_t d = 0) {
    features.push_back(feature_key(++number, a, b, c, d));
  };
  const std::size_t size = chunk.letters.size();
  const std::uint64_t l1 = code_at(chunk, i, -1), l2 = code_at(chunk, i, -2),
                      l3 = code_at(chunk, i, -3);
  const std::uint64_t r1 = code_at(chunk, i, 0), r2 = code_at(chunk, i, 1),
                      r3 = code_at(chunk, i, 2);
  const std::uint64_t next =
      chunk.next == 0 ? 15 : static_cast<std::uint64_t>(class_of(chunk.next));
  const std::size_t run_end = end_of_run(chunk, i);
  const std::uint64_t left = hash_of(chunk, begin, i);
  const std::uint64_t right = hash_of(chunk, i, run_end);
  const std::uint64_t rest = hash_of(chunk, i, size);
  std::size_t run_begin = i - 1;
  while (run_begin > begin &&
         is_letter(chunk.letters[run_begin - 1].type) == is_letter(chunk.letters[i - 1].type))
    --run_begin;
  const std::uint64_t before = hash_of(chunk, run_begin, i);
  add(l1, r1);
  add(l2, l1, r1);
  add(l1, r1, r2);
  add(l2, l1, r1, r2);
  add(l3, l2, l1, r1);
  add(l1, r1, r2, r3);
  add(types_of(chunk, i, -1, 1));
  add(types_of(chunk, i, -2, 2));
  add(types_of(chunk, i, -3, 3));
  add(types_of(chunk, i, -4, 1), r1);
  add(types_of(chunk, i, -1, 4), l1);
  add(left, r1);
  add(left, right);
  add(left, rest);
  add(before, r1);
  add(before, right);
  add(l1, right);
  add(l1, rest);
  add(r1, rest);
  add(l1, r1, i - begin);
  add(l1, r1, begin == 0, std::min<std::size_t>(size - i, 5));
  add(l1, r1, size - i == 1, next);
  add(left, size - i == 1, next);
  add(l1, r1, r2, next);
  add(hash_of(chunk, 0, std::min<std::size_t>(size, 24)), i);
  add(types_of(chunk, 0, 0, 12), i, l1, r1);
  if (r1 != U'.') return;
  // Whether what stands before a full stop is a word by itself, or an abbreviation.
  std::string piece;
  for (std::size_t k = begin; k < i; ++k) append_utf8(piece, lowered(chunk.letters[k].code));
  const WordCluster alone = clusters.of(text_hash(piece));
  const WordCluster dotted = clusters.of(text_hash(piece + "."));
  const std::uint64_t length = std::min<std::size_t>(i - begin, 6);
  add(alone.coarse != 0, dotted.coarse != 0, length, size - i == 1 ? next : 99);
  add(alone.coarse, dotted.coarse != 0, next);
  add(alone.fine, next);
  add(alone.coarse != 0, dotted.coarse != 0, length,
      chunk.letters[begin].type == CharacterClass::upper);
}

void WordSplitter::split(std::string_view text, std::size_t begin, std::size_t end,
                         std::vector<Token>& tokens) const {
  Chunk chunk;
  std::vector<FeatureKey> features;
  bool space = false;
  for (std::size_t at = begin; next_chunk(text, at, end, chunk, space);) {
    std::size_t word = 0;
    const auto add = [&](std::uint32_t until, bool continues) {
      Token token;
      token.begin = chunk.letters[word].at;
      token.end = until;
      token.continues = continues;
      token.space_before = word == 0 && space;
      tokens.push_back(std::move(token));
    };
    bool continues = false;
    const auto [from, to] = address_in(chunk);
    for (std::size_t i = 1; i < chunk.letters.size(); ++i) {
      if (i > from && i < to) continue;
      auto boundary = Boundary::none;
      if ((from < to && (i == from || i == to)) || is_missing_space(chunk, word, i)) {
        boundary = Boundary::word;
      } else if (doubtful(chunk, i, model_.inner_splits) && !is_within_lets(chunk, i)) {
        word_split_features(chunk, i, word, model_.clusters, features);
        boundary = static_cast<Boundary>(model_.word_splits.best(features));
      }
      if (boundary == Boundary::none) continue;
      add(chunk.letters[i].at, continues);
      continues = boundary == Boundary::within;
      word = i;
    }
    add(chunk.end, continues);
  }
}

}  // namespace volteface::language
