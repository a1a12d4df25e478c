#include "shared_task.h"

#include <algorithm>
#include <set>

#include "language/characters.h"

namespace volteface::language {
namespace {

struct Word {
  std::uint32_t begin = 0, end = 0;  // of the written word, for a part of one
  bool part = false;                 // of a written word of several
  std::string form;
  const Token* token = nullptr;
  std::uint32_t head = nowhere;  // place among all words
};

std::vector<Word> words_of(const Document& document) {
  std::vector<Word> words;
  const auto& tokens = document.tokens;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    std::uint32_t first = i, last = i;
    while (first > 0 && tokens[first].continues) --first;
    while (last + 1 < tokens.size() && tokens[last + 1].continues) ++last;
    words.push_back({tokens[first].begin, tokens[last].end, first != last,
                     folded(document.form(tokens[i])), &tokens[i], nowhere});
  }
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const std::int32_t head = tokens[i].head;
      if (head >= 0) words[i].head = sentence.first + static_cast<std::uint32_t>(head);
    }
  }
  return words;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

class Alignment {
 public:
  Alignment(const std::vector<Word>& gold, const std::vector<Word>& system)
      : gold_(gold), system_(system) {}

  Pairs pairs() {
    while (g_ < gold_.size() && s_ < system_.size()) {
      const Word& g = gold_[g_];
      const Word& s = system_[s_];
      if (g.part || s.part) {
        parts();
      } else if (g.begin == s.begin && g.end == s.end) {
        pairs_.emplace_back(g_++, s_++);
      } else if (g.begin <= s.begin) {
        ++g_;
      } else {
        ++s_;
      }
    }
    return std::move(pairs_);
  }

 private:
  static bool beyond(const std::vector<Word>& words, std::size_t i, std::uint32_t end) {
    if (i >= words.size()) return true;
    return words[i].part ? words[i].begin >= end : words[i].end > end;
  }

  void parts() {
    std::uint32_t end = 0;
    if (gold_[g_].part) {
      end = gold_[g_].end;
      if (!system_[s_].part && system_[s_].begin < gold_[g_].begin) ++s_;
    } else {
      end = system_[s_].end;
      if (!gold_[g_].part && gold_[g_].begin < system_[s_].begin) ++g_;
    }
    const std::size_t g = g_, s = s_;
    while (!beyond(gold_, g_, end) || !beyond(system_, s_, end)) {
      const bool take_gold =
          g_ < gold_.size() && (s_ >= system_.size() || gold_[g_].begin <= system_[s_].begin);
      const Word& word = take_gold ? gold_[g_++] : system_[s_++];
      if (word.part) end = std::max(end, word.end);
    }
    common(g, s);
  }

  // The longest common subsequence of gold [g, g_) and system [s, s_).
  void common(std::size_t g, std::size_t s) {
    const std::size_t n = g_ - g, m = s_ - s;
    std::vector<std::vector<int>> length(n + 1, std::vector<int>(m + 1));
    for (std::size_t i = n; i-- > 0;) {
      for (std::size_t k = m; k-- > 0;) {
        length[i][k] = gold_[g + i].form == system_[s + k].form
                           ? 1 + length[i + 1][k + 1]
                           : std::max(length[i + 1][k], length[i][k + 1]);
      }
    }
    for (std::size_t i = 0, k = 0; i < n && k < m;) {
      if (gold_[g + i].form == system_[s + k].form) {
        pairs_.emplace_back(g + i++, s + k++);
      } else if (length[i][k] == length[i + 1][k]) {
        ++i;
      } else {
        ++k;
      }
    }
  }

  const std::vector<Word>& gold_;
  const std::vector<Word>& system_;
  std::size_t g_ = 0, s_ = 0;
  Pairs pairs_;
};

std::string_view universal(std::string_view label) { return label.substr(0, label.find(':')); }

void score_pairs(const std::vector<Word>& gold, const std::vector<Word>& system, const Pairs& pairs,
                 SharedTaskScores& out) {
  std::vector<std::size_t> partner(system.size(), nowhere);
  for (const auto& [g, s] : pairs) partner[s] = g;
  for (const auto& [g, s] : pairs) {
    const Token& a = *gold[g].token;
    const Token& b = *system[s].token;
    ++out.words.right;
    out.upos.right += a.upos == b.upos;
    out.xpos.right += a.xpos == b.xpos;
    out.lemmas.right += a.lemma == b.lemma || a.lemma == "_";
    const std::uint32_t head = system[s].head;
    const bool same = head == nowhere ? gold[g].head == nowhere
                                      : gold[g].head != nowhere && partner[head] == gold[g].head;
    if (!same) continue;
    ++out.uas.right;
    out.las.right += universal(a.deprel) == universal(b.deprel);
    out.las_with_subtypes.right += a.deprel == b.deprel;
  }
}

}  // namespace

Score& Score::operator+=(const Score& other) {
  right += other.right;
  gold += other.gold;
  system += other.system;
  return *this;
}

SharedTaskScores& SharedTaskScores::operator+=(const SharedTaskScores& other) {
  sentences += other.sentences;
  words += other.words;
  upos += other.upos;
  xpos += other.xpos;
  lemmas += other.lemmas;
  uas += other.uas;
  las += other.las;
  las_with_subtypes += other.las_with_subtypes;
  return *this;
}

SharedTaskScores shared_task_scores(const Document& gold, const Document& system) {
  SharedTaskScores out;
  std::set<std::pair<std::uint32_t, std::uint32_t>> spans;
  for (const Sentence& sentence : gold.sentences) spans.emplace(sentence.begin, sentence.end);
  for (const Sentence& sentence : system.sentences)
    out.sentences.right += spans.contains({sentence.begin, sentence.end});
  out.sentences.gold = gold.sentences.size();
  out.sentences.system = system.sentences.size();
  const std::vector<Word> a = words_of(gold), b = words_of(system);
  for (Score* score : {&out.words, &out.upos, &out.xpos, &out.lemmas, &out.uas, &out.las,
                       &out.las_with_subtypes}) {
    score->gold = a.size();
    score->system = b.size();
  }
  score_pairs(a, b, Alignment(a, b).pairs(), out);
  return out;
}

}  // namespace volteface::language
