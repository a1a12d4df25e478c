#include "reading/sponsors.h"

#include <algorithm>
#include <optional>

#include "reading/act_words.h"
#include "reading/clause.h"
#include "reading/tables.h"

namespace volteface {
namespace {

class Sponsors {
 public:
  Sponsors(const ReportView& view, const std::vector<ReportedEvent>& told)
      : view_(view), tree_(view.tree), told_(told) {}

  std::vector<Sponsor> read() {
    for (std::uint32_t t = 0; t < view_.document().tokens.size(); ++t) {
      if (is_in_list(tree_, t, "brings_in") && tree_.token(t).upos == "VERB") read_verb(t);
      if (is_in_list(tree_, t, "surely_resolution")) read_adjective(t);
    }
    return std::move(out_);
  }

 private:
  // "Chad tabled the text", "the text was put forward by Chad", "Chad had brought it in".
  void read_verb(std::uint32_t verb) {
    const Clause clause = clause_of_verb(tree_, verb);
    if (clause.object == nowhere || clause.modality == Modality::negated) return;
    const bool text = is_in_list(tree_, clause.object, "surely_resolution");
    if (!text && !is_text_named_before(clause.object)) return;
    if (text && is_rival(clause.object)) return;
    const bool any = text && tree_.has_child(clause.object, "det", "a");
    const std::vector<Actor> sponsors = view_.actors.actors_of(clause.subject);
    if (sponsors.empty()) return;
    const auto blamed = blamed_by_body(tree_.sentence(verb), any ? 0 : reach);
    if (!blamed) return;
    for (const Actor& sponsor : sponsors) add(verb, sponsor, *blamed);
  }

  // "the Chadian resolution", "the Chadian-sponsored text", where it is told whom it blames.
  void read_adjective(std::uint32_t text) {
    if (is_rival(text)) return;
    for (const std::uint32_t c : tree_.children(text)) {
      if (c > text || !(tree_.is(c, "amod") || tree_.is(c, "compound"))) continue;
      const std::vector<Actor> sponsors = view_.actors.actors_below(c);
      if (sponsors.size() != 1 || sponsors.front().state.empty()) continue;
      if (const auto blamed = blamed_by_body(tree_.sentence(text), near))
        add(text, sponsors.front(), *blamed);
    }
  }

  // "another text", "the rival draft"
  bool is_rival(std::uint32_t text) const {
    return std::ranges::any_of(tree_.children(text), [&](std::uint32_t c) {
      return c < text && is_in_list(tree_, c, "another_text");
    });
  }

  // "It": the last text of the sentence before, or of this one.
  bool is_text_named_before(std::uint32_t pronoun) const {
    if (lower_case(tree_.lemma(pronoun)) != "it") return false;
    const std::uint32_t here = tree_.sentence(pronoun);
    const std::uint32_t first = view_.document().sentences[here - std::min(here, 1u)].first;
    for (std::uint32_t t = pronoun; t-- > first;) {
      if (is_in_list(tree_, t, "surely_resolution")) return true;
    }
    return false;
  }

  // Whom a body blames, or makes demands on, near a sentence that speaks of its text.
  std::optional<Actor> blamed_by_body(std::uint32_t sentence, std::uint32_t far) const {
    const auto sentence_of = [](const ReportedEvent& event) { return event.evidence.sentence; };
    auto at = std::ranges::lower_bound(told_, sentence - std::min(sentence, far), {}, sentence_of);
    std::optional<Actor> pressed, accused;
    std::uint32_t nearest = far;
    for (; at != told_.end() && sentence_of(*at) <= sentence + far; ++at) {
      const ReportedEvent& event = *at;
      const bool of_body = event.source.state.empty() && !event.source.org.empty();
      if (!of_body || event.target.state.empty()) continue;
      const std::uint32_t there = event.evidence.sentence;
      const std::uint32_t apart = there > sentence ? there - sentence : sentence - there;
      if (event.type == EventType::accuse && (!accused || apart < nearest)) {
        accused = Actor{event.target.state, "", ""};
        nearest = apart;
      }
      const bool presses = event.type == EventType::request || event.type == EventType::reject;
      if (presses && !pressed) pressed = Actor{event.target.state, "", ""};
    }
    return accused ? accused : pressed;
  }

  // A rule of the table may have told it.
  void add(std::uint32_t word, const Actor& sponsor, const Actor& blamed) {
    if (same_side(sponsor, blamed) || is_body(sponsor)) return;
    const std::uint32_t sentence = tree_.sentence(word);
    const auto same = [&](const ReportedEvent& e) {
      return e.type == EventType::accuse && e.evidence.sentence == sentence &&
             same_side(e.source, sponsor) && same_side(e.target, blamed);
    };
    for (auto s = out_.rbegin(); s != out_.rend() && tree_.sentence(s->word) == sentence; ++s)
      if (same_side(s->sponsor, sponsor)) return;
    const auto sentence_of = [](const ReportedEvent& event) { return event.evidence.sentence; };
    const auto here = std::ranges::equal_range(told_, sentence, {}, sentence_of);
    if (std::ranges::none_of(here, same)) out_.push_back({word, sponsor, blamed});
  }

  static bool is_body(const Actor& sponsor) {
    return sponsor.state.empty() && (sponsor.org.empty() || sponsor.org == "UN");
  }

  static constexpr std::uint32_t near = 4;    // sentences
  static constexpr std::uint32_t reach = 12;  // sentences: what a report is about

  const ReportView& view_;
  const SentenceTree& tree_;
  const std::vector<ReportedEvent>& told_;
  std::vector<Sponsor> out_;
};

}  // namespace

std::vector<Sponsor> sponsors_of_texts(const ReportView& view,
                                       const std::vector<ReportedEvent>& told) {
  return Sponsors(view, told).read();
}

}  // namespace volteface
