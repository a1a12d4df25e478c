#include "reading/explanations.h"

#include <algorithm>
#include <optional>

#include "reading/tables.h"

namespace volteface {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// How often one of the words stands in the text, at the start of a word.
int count_words(std::string_view text, const std::vector<std::string>& words) {
  int out = 0;
  for (const std::string& word : words) {
    const bool open = word.back() == '*';
    const std::string_view stem = std::string_view(word).substr(0, word.size() - (open ? 1 : 0));
    for (std::size_t at = text.find(stem); at != std::string_view::npos;
         at = text.find(stem, at + 1)) {
      if (at > 0 && is_letter(text[at - 1])) continue;
      const std::size_t behind = at + stem.size();
      const bool plural = behind < text.size() && text[behind] == 's';
      const std::size_t end = behind + (plural ? 1 : 0);
      if (!open && end < text.size() && is_letter(text[end])) continue;
      ++out;
    }
  }
  return out;
}

// Where a cue stands: tokens first .. last.
struct CuePlace {
  const ReasonCue* cue = nullptr;
  std::uint32_t first = 0, last = 0;
};

// A state that is told to have voted or acted.
struct Doer {
  std::uint32_t sentence = 0;
  std::string state;
  std::string target;    // of an act; may be empty
  bool hostile = false;  // an act other than talk or support
};

constexpr int farthest_act = 200;  // acts looked back for what is answered

class ExplanationReader {
 public:
  ExplanationReader(const ReportView& view, const std::vector<ReportedVote>& votes,
                    const std::vector<ReportedEvent>& events)
      : view_(view), tree_(view.tree) {
    for (const ReportedVote& vote : votes)
      doers_.push_back({vote.evidence.sentence, vote.state, "", false});
    for (const ReportedEvent& event : events) {
      const bool friendly = event.type == EventType::consult || event.type == EventType::support;
      if (!event.source.state.empty())
        doers_.push_back(
            {event.evidence.sentence, event.source.state, event.target.state, !friendly});
    }
    std::ranges::stable_sort(doers_, {}, &Doer::sentence);
  }

  std::vector<Explanation> read() {
    const Document& d = view_.document();
    for (const Sentence& sentence : d.sentences) {
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (const auto place = cue_at(t, sentence.last)) {
          tell(*place, sentence);
          t = place->last;
        }
      }
    }
    return std::move(out_);
  }

 private:
  std::optional<CuePlace> cue_at(std::uint32_t t, std::uint32_t end) const {
    for (const ReasonCue& cue : reading_tables().cues()) {
      if (tree_.lemma(t) != cue.lemmas[0]) continue;
      // "put the vote down to": what it is put down may stand between.
      const std::uint32_t gap = cue.lemmas[0] == "put" || cue.lemmas[0] == "attribute" ? 12 : 0;
      std::uint32_t at = t;
      bool all = true;
      for (std::size_t k = 1; k < cue.lemmas.size() && all; ++k) {
        std::uint32_t next = at + 1;
        const std::uint32_t furthest = std::min(end, at + 2 + (k == 1 ? gap : 0));
        while (next < furthest && tree_.lemma(next) != cue.lemmas[k]) ++next;
        all = next < furthest;
        at = next;
      }
      if (all) return CuePlace{&cue, t, at};
    }
    return std::nullopt;
  }

  // The words of the reason, in lower case: behind the cue to the end of its clause, or, for "that
  // is why", before it.
  std::pair<std::uint32_t, std::uint32_t> reason_of(const CuePlace& place,
                                                    const Sentence& sentence) const {
    if (place.cue->reason == ReasonCue::Reason::before)
      return {sentence.first, std::max(sentence.first, place.first)};
    std::uint32_t head = tree_.head(place.last);
    if (head != nowhere && head > place.last) {
      std::uint32_t last = head;
      for (const std::uint32_t t : tree_.subtree(head)) last = std::max(last, t);
      return {place.last + 1, last + 1};
    }
    std::uint32_t last = place.last + 1;
    while (last < sentence.last && tree_.lemma(last) != ";") ++last;
    return {place.last + 1, last};
  }

  std::string words(std::uint32_t first, std::uint32_t last) const {
    if (first >= last) return {};
    const Document& d = view_.document();
    return lower_case(std::string_view(d.text).substr(
        d.tokens[first].begin, d.tokens[last - 1].end - d.tokens[first].begin));
  }

  // The word whose reason is given: the nearest above the cue that stands before it and has a
  // subject, else the nearest verb before it that names who acts.
  std::uint32_t verb_of(const CuePlace& place, const Sentence& sentence) const {
    for (std::uint32_t at = tree_.head(place.first); at != nowhere; at = tree_.head(at)) {
      const bool acts = tree_.token(at).upos == "VERB" || tree_.child(at, {"nsubj"}) != nowhere;
      if (at < place.first && acts) return at;
    }
    for (std::uint32_t t = place.first; t-- > sentence.first;) {
      if (tree_.token(t).upos == "VERB" && !states_of(subject_of(tree_, t)).empty()) return t;
    }
    return sentence.first;
  }

  std::vector<std::string> states_of(std::uint32_t noun) const {
    std::vector<std::string> out;
    for (const Actor& actor : view_.actors.actors_of(noun)) {
      if (!actor.state.empty()) out.push_back(actor.state);
    }
    return out;
  }

  // Whose behaviour is spoken of where a reason has no subject of its own: who acts in the same
  // sentence, else who acts first in the report; not the state of the one who speaks of it.
  std::string spoken_of(std::uint32_t sentence, const std::string& not_of) const {
    auto here = std::ranges::lower_bound(doers_, sentence, {}, &Doer::sentence);
    for (; here != doers_.end() && here->sentence == sentence; ++here) {
      if (here->state != not_of) return here->state;
    }
    for (const Doer& doer : doers_) {
      if (doer.state != not_of) return doer.state;
    }
    return {};
  }

  // "We voted no because", "they did so because": the state of the one who speaks.
  std::string own_state(std::uint32_t subject, const Speaker& speaker) const {
    if (subject == nowhere) return {};
    const std::string_view word = tree_.lemma(subject);
    const bool own = word == "we" || word == "I" || word == "i" || word == "they";
    return own ? speaker.state : std::string();
  }

  void tell(const CuePlace& place, const Sentence& sentence) {
    const auto [first, last] = reason_of(place, sentence);
    const std::string reason = words(first, last);
    if (reason.empty()) return;
    if (!is_reason(place, first)) return;
    const std::uint32_t verb = verb_of(place, sentence);
    const std::uint32_t number = tree_.sentence(place.first);
    Explanation out;
    const bool speaks = reading_tables().in_list("say", tree_.lemma(verb));
    const bool puts = tree_.token(place.first).upos == "VERB";
    out.speaker = puts ? speaker_of_subject(place.first) : view_.speaker_of_token(place.first);
    const std::uint32_t subject = puts ? nowhere : subject_of(tree_, verb);
    std::vector<std::string> states;
    if (std::string own = own_state(subject, out.speaker); !own.empty()) states.push_back(own);
    if (puts) {
      for (const Actor& actor :
           view_.actors.actors_below(clause_of_verb(tree_, place.first).object)) {
        if (!actor.state.empty() && states.empty()) states.push_back(actor.state);
      }
    } else if (!speaks && states.empty()) {
      states = states_of(subject);
    }
    if (states.empty()) {
      const std::string& apart = puts ? out.speaker.state : std::string();
      if (std::string state = spoken_of(number, apart); !state.empty()) states.push_back(state);
    }
    if (states.empty()) return;
    out.theme = place.cue->theme.value_or(theme_of(reason));
    out.evidence = view_.evidence(std::min(place.first, first), std::max(place.last, last - 1));
    for (const std::string& state : states) {
      out.state = state;
      out.cause = cause_in(first, last, state, out.theme);
      Theme theme = out.theme;
      // What another state did is answered.
      if (theme == Theme::other && !out.cause.empty()) theme = Theme::retaliation;
      if (theme == Theme::retaliation && out.cause.empty()) out.cause = last_against(state, number);
      const bool of_a_state =
          theme == Theme::follow || theme == Theme::retaliation || theme == Theme::material;
      if (!of_a_state) out.cause.clear();
      out_.push_back(out);
      out_.back().theme = theme;
    }
  }

  // "out of loyalty", but not "out of the house"; "due to pressure", but not "due to speak".
  bool is_reason(const CuePlace& place, std::uint32_t first) const {
    const std::vector<std::string>& cue = place.cue->lemmas;
    if (cue[0] == "due" || cue[0] == "owing") return tree_.token(first).upos != "VERB";
    if (cue[0] != "out") return true;
    for (std::uint32_t t = first; t < first + 5 && t < view_.document().tokens.size(); ++t) {
      if (reading_tables().in_list("out_of_motive", tree_.lemma(t))) return true;
    }
    return false;
  }

  // The state that last did something against this one, else anything but to talk.
  std::string last_against(const std::string& state, std::uint32_t sentence) const {
    std::string any;
    auto at = std::ranges::upper_bound(doers_, sentence, {}, &Doer::sentence);
    for (int k = 0; at != doers_.begin() && k < farthest_act; ++k) {
      const Doer& doer = *--at;
      if (!doer.hostile || doer.state == state) continue;
      if (doer.target == state) return doer.state;
      if (any.empty()) any = doer.state;
    }
    return any;
  }

  Speaker speaker_of_subject(std::uint32_t verb) const {
    const std::uint32_t subject = subject_of(tree_, verb);
    if (subject == nowhere) return {};
    if (view_.actors.mention_of(subject) != nowhere)
      return view_.speaker_of(view_.document().mentions[view_.actors.mention_of(subject)]);
    Speaker out;
    out.name = view_.evidence(subject).text;
    return out;
  }

  // Another state that the reason names. Of money it is the one that it comes from.
  std::string cause_in(std::uint32_t first, std::uint32_t last, const std::string& explained,
                       Theme theme) const {
    for (std::uint32_t t = first; t < last; ++t) {
      for (const Actor& actor : view_.actors.actors_of(t)) {
        if (actor.state.empty() || actor.state == explained) continue;
        const std::string preposition = tree_.preposition(t);
        const bool giver = tree_.is(t, "amod") || preposition == "from" || preposition == "of" ||
                           tree_.is(t, "nmod:poss");
        if (theme != Theme::material || giver) return actor.state;
      }
    }
    return {};
  }

  const ReportView& view_;
  const SentenceTree& tree_;
  std::vector<Doer> doers_;  // by sentence
  std::vector<Explanation> out_;
};

}  // namespace

Theme theme_of(std::string_view words) {
  Theme best = Theme::other;
  int most = 0;
  for (const auto& [theme, known] : reading_tables().themes()) {
    const int count = count_words(words, known);
    if (count > most) best = theme, most = count;
  }
  return best;
}

std::vector<Explanation> read_explanations(const ReportView& view,
                                           const std::vector<ReportedVote>& votes,
                                           const std::vector<ReportedEvent>& events) {
  return ExplanationReader(view, votes, events).read();
}

}  // namespace volteface
