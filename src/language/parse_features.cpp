#include "language/parse_features.h"

#include <algorithm>

namespace volteface::language {
namespace {

constexpr ParseWord nothing = {0xB0F, 0x7fff, 0x7fff, 200, 200, 0};

// A word with what was attached to it.
struct Place {
  const ParseWord* word = &nothing;
  const ParseState::Node* node = nullptr;
  std::uint64_t w = 0, t = 0, u = 0, f = 0, c = 0, label = 0, wt = 0;
};

class Extractor {
 public:
  Extractor(const ParseState& state, std::span<const ParseWord> words, std::vector<FeatureKey>& out)
      : state_(state), words_(words), out_(out) {}

  void extract() {
    out_.clear();
    find_places();
    single_words();
    pairs();
    triples();
    clusters();
    distances();
    dependents();
    neighbours();
  }

 private:
  Place place(std::int32_t at) const {
    Place p;
    static const ParseState::Node bare;
    p.node = &bare;
    if (at >= 0 && at < state_.words()) {
      p.word = &words_[static_cast<std::size_t>(at)];
      p.node = &state_.node(at);
      p.label = p.node->head == ParseState::none ? 0 : p.node->label + 1U;
    }
    p.w = p.word->word;
    p.t = p.word->tag;
    p.u = p.word->upos;
    p.f = p.word->fine;
    p.c = p.word->coarse;
    p.wt = p.w << 8 | p.t;
    return p;
  }

  void find_places() {
    s0_ = place(state_.stack(0));
    s1_ = place(state_.stack(1));
    s2_ = place(state_.stack(2));
    b0_ = place(state_.buffered(0));
    b1_ = place(state_.buffered(1));
    b2_ = place(state_.buffered(2));
    s0l_ = place(s0_.node->left[0]);
    s0l2_ = place(s0_.node->left[1]);
    s0r_ = place(s0_.node->right[0]);
    s0r2_ = place(s0_.node->right[1]);
    s1l_ = place(s1_.node->left[0]);
    s1r_ = place(s1_.node->right[0]);
    s1r2_ = place(s1_.node->right[1]);
    b0l_ = place(b0_.node->left[0]);
    b0l2_ = place(b0_.node->left[1]);
    const std::int32_t gap = state_.stack(0) < 0 ? 0 : state_.buffer() - state_.stack(0);
    distance_ = static_cast<std::uint64_t>(gap < 5 ? gap : gap < 8 ? 5 : gap < 12 ? 6 : 7);
    const std::int32_t deep = state_.stack(1) < 0 ? 0 : state_.stack(0) - state_.stack(1);
    below_ = static_cast<std::uint64_t>(deep < 5 ? deep : deep < 8 ? 5 : deep < 12 ? 6 : 7);
  }

  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t d = 0) {
    out_.push_back(feature_key(++number_, a, b, c, d));
  }

  void single_words() {
    add(std::min<std::size_t>(state_.depth(), 4), state_.buffered(0) < 0);
    for (const Place* p : {&s0_, &b0_, &s1_, &b1_}) {
      add(p->w);
      add(p->t);
      add(p->wt);
      add(p->f, p->t);
    }
    add(s2_.wt);
    add(s2_.t);
    add(b2_.wt);
    add(b2_.t);
    add(s0_.word->suffix, s0_.t);
    add(b0_.word->suffix, b0_.t);
  }

  void pairs() {
    add(s0_.wt, b0_.wt);
    add(s0_.wt, b0_.w);
    add(s0_.w, b0_.wt);
    add(s0_.wt, b0_.t);
    add(s0_.t, b0_.wt);
    add(s0_.w, b0_.w);
    add(s0_.t, b0_.t);
    add(s1_.wt, s0_.wt);
    add(s1_.w, s0_.w);
    add(s1_.wt, s0_.t);
    add(s1_.t, s0_.wt);
    add(s1_.t, s0_.t);
    add(s1_.w, b0_.w);
    add(s1_.wt, b0_.t);
    add(s1_.t, b0_.wt);
    add(s1_.t, b0_.t);
    add(b0_.w, b1_.w);
    add(b0_.wt, b1_.t);
    add(b0_.t, b1_.wt);
    add(b0_.t, b1_.t);
    add(s0_.wt, b1_.t);
    add(s0_.t, b1_.wt);
  }

  void triples() {
    add(b0_.t, b1_.t, b2_.t);
    add(s0_.t, b0_.t, b1_.t);
    add(s0_.w, b0_.t, b1_.t);
    add(s0_.t, b0_.w, b1_.t);
    add(s0_.t, b0_.t, b1_.w);
    add(s1_.t, s0_.t, b0_.t);
    add(s1_.w, s0_.t, b0_.t);
    add(s1_.t, s0_.w, b0_.t);
    add(s1_.t, s0_.t, b0_.w);
    add(s1_.w, s0_.w, b0_.t);
    add(s1_.t, s0_.w, b0_.w);
    add(s2_.t, s1_.t, s0_.t);
    add(s2_.t, s1_.t, s0_.t, b0_.t);
    add(s1_.t, s0_.t, b0_.t, b1_.t);
    add(s0_.t, b0_.t, b1_.t, b2_.t);
    add(s1_.t, s0_.t, b0_.w, b1_.t);
    add(s1_.w, s0_.w, b0_.w);
  }

  void clusters() {
    add(s0_.f, b0_.f);
    add(s0_.w, b0_.f);
    add(s0_.f, b0_.w);
    add(s1_.f, s0_.f);
    add(s1_.w, s0_.f);
    add(s1_.f, s0_.w);
    add(s1_.f, b0_.f);
    add(s0_.c, b0_.c, distance_);
    add(s1_.c, s0_.c, b0_.c);
    add(s1_.f, s0_.w, b0_.f);
    add(s1_.w, s0_.w, b0_.f);
    add(s1_.f, s0_.t, b0_.f);
    add(s0_.c, b0_.c, b1_.c);
    add(s0_.f, b0_.t, s1_.t);
    add(s1_.f, s0_.t, b0_.t);
  }

  void distances() {
    add(s0_.wt, distance_);
    add(b0_.wt, distance_);
    add(s0_.t, b0_.t, distance_);
    add(s0_.w, b0_.w, distance_);
    add(s1_.t, s0_.t, below_);
    add(s1_.w, s0_.t, below_);
    add(s1_.t, s0_.w, below_);
    add(s0_.t, b0_.t, distance_, s1_.t);
    add(s0_.wt, s0_.node->lefts, s0_.node->rights);
    add(s0_.t, s0_.node->rights, b0_.t);
    add(b0_.wt, b0_.node->lefts);
    add(s1_.wt, s1_.node->rights);
    add(s0_.wt, s0_.node->left_labels, s0_.node->right_labels);
    add(s0_.t, s0_.node->right_labels, s0_.node->left_labels, b0_.t);
    add(s1_.t, s1_.node->right_labels, s0_.t);
    add(s1_.wt, s1_.node->right_labels, s1_.node->left_labels);
    add(s1_.w, s1_.node->right_labels, s0_.t, b0_.t);
    add(b0_.wt, b0_.node->left_labels);
    add(b0_.t, b0_.node->left_labels, s0_.t);
  }

  void dependents() {
    for (const Place* p : {&s0l_, &s0r_, &s1l_, &s1r_, &b0l_}) {
      add(p->w, p->label);
      add(p->t, p->label);
    }
    add(s0l2_.t, s0l2_.label);
    add(s0r2_.t, s0r2_.label);
    add(s1r2_.t, s1r2_.label);
    add(b0l2_.t, b0l2_.label);
    add(s0_.t, s0l_.t, b0_.t);
    add(s0_.t, s0r_.t, b0_.t);
    add(s0_.w, s0r_.w, b0_.t);
    add(s0_.t, b0_.t, b0l_.t);
    add(s0_.w, b0_.t, b0l_.w);
    add(s0_.t, b0_.w, b0l_.w);
    add(s1_.t, s0_.t, s1r_.t);
    add(s1_.t, s0_.t, s1l_.t);
    add(s1_.t, s0_.t, s0l_.t, b0_.t);
    add(s1_.t, s0_.t, s0r_.t, b0_.t);
    add(s1_.w, s1r_.w, s0_.w);
    add(s1_.w, s0_.w, s0l_.w);
    add(s1_.w, s0_.t, s0l_.w);
    add(s1_.f, s0_.f, s0l_.w);
    add(s0_.t, s0l_.t, s0l2_.t);
    add(s0_.t, s0r_.t, s0r2_.t);
    add(b0_.t, b0l_.t, b0l2_.t);
    add(s1_.t, s1r_.t, s1r2_.t);
    add(s0_.w, s0l_.label, s0r_.label);
    add(s1_.w, s1l_.label, s1r_.label);
    add(s0_.t, s0l_.w, s1_.t);
    add(b0_.w, b0l_.w);
  }

  // The words that stand beside them in the sentence.
  void neighbours() {
    const Place before_b0 = place(state_.buffer() - 1);
    const Place before_s0 = place(state_.stack(0) < 0 ? -1 : state_.stack(0) - 1);
    const Place after_s0 = place(state_.stack(0) < 0 ? -1 : state_.stack(0) + 1);
    add(s0_.t, b0_.t, before_b0.t, after_s0.t);
    add(s0_.t, b0_.t, before_s0.t, b1_.t);
    add(before_s0.w, s0_.w);
    add(before_b0.w, b0_.w);
    add(s0_.t, s1_.t, before_s0.t, after_s0.t);
  }

  const ParseState& state_;
  std::span<const ParseWord> words_;
  std::vector<FeatureKey>& out_;
  std::uint64_t number_ = 1000;
  std::uint64_t distance_ = 0, below_ = 0;
  Place s0_, s1_, s2_, b0_, b1_, b2_, s0l_, s0l2_, s0r_, s0r2_, s1l_, s1r_, s1r2_, b0l_, b0l2_;
};

}  // namespace

void parse_features(const ParseState& state, std::span<const ParseWord> words,
                    std::vector<FeatureKey>& features) {
  Extractor(state, words, features).extract();
}

}  // namespace volteface::language
