#include "reading/explanations.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "reading/tables.h"
#include "record/text.h"

namespace volteface {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// How often one of the words stands in the text, at the start of a word; several together count
// twice.
int count_words(std::string_view text, const std::vector<std::string>& words) {
  int out = 0;
  for (const std::string& word : words) {
    const int weight = word.find(' ') == std::string::npos ? 1 : 2;
    const bool open = word.back() == '*';
    const std::string_view stem = std::string_view(word).substr(0, word.size() - (open ? 1 : 0));
    for (std::size_t at = text.find(stem); at != std::string_view::npos;
         at = text.find(stem, at + 1)) {
      if (at > 0 && is_letter(text[at - 1])) continue;
      const std::size_t behind = at + stem.size();
      const bool plural = behind < text.size() && text[behind] == 's';
      const std::size_t end = behind + (plural ? 1 : 0);
      if (!open && end < text.size() && is_letter(text[end])) continue;
      out += weight;
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
  std::uint32_t begin = 0;  // in the text
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
      doers_.push_back({vote.evidence.begin, vote.evidence.sentence, vote.state, "", false});
    for (const ReportedEvent& event : events) {
      const bool friendly = event.type == EventType::consult || event.type == EventType::support;
      if (!event.source.state.empty())
        doers_.push_back({event.evidence.begin, event.evidence.sentence, event.source.state,
                          event.target.state, !friendly});
    }
    std::ranges::stable_sort(doers_, {}, &Doer::begin);
    for (const Mention& mention : view.document().mentions) {
      for (const std::uint32_t e : mention.entities) {
        const std::string& state = view.document().entities[e].state;
        if (!state.empty()) ++mentions_[state];
      }
    }
    for (const Doer& doer : doers_) {
      if (most_spoken_of_.empty() || mentions_of(doer.state) > mentions_of(most_spoken_of_))
        most_spoken_of_ = doer.state;
    }
  }

  std::vector<Explanation> read() {
    const Document& d = view_.document();
    for (const Sentence& sentence : d.sentences) {
      std::uint32_t told_to = 0;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (const auto place = cue_at(t, sentence.last)) {
          // "put it down to loyalty to Chad": told with what it stands in.
          const bool within = t < told_to && place->cue->theme;
          if (!within && !is_motive_within(*place, sentence))
            told_to = std::max(told_to, tell(*place, sentence) + 1);
          t = place->last;
        }
      }
    }
    return std::move(out_);
  }

 private:
  std::optional<CuePlace> cue_at(std::uint32_t t, std::uint32_t end) const {
    for (const ReasonCue& cue : reading_tables().cues()) {
      if (!is_word(t, cue.lemmas[0])) continue;
      // "put the vote down to": what it is put down may stand between.
      const std::uint32_t gap = has_gap(cue) ? 12 : 0;
      std::uint32_t at = t;
      bool all = true;
      for (std::size_t k = 1; k < cue.lemmas.size() && all; ++k) {
        std::uint32_t next = at + 1;
        const std::uint32_t furthest = std::min(end, at + 2 + (k == 1 ? gap : beside(cue)));
        while (next < furthest && !is_word(next, cue.lemmas[k])) ++next;
        all = next < furthest;
        at = next;
      }
      if (all) return CuePlace{&cue, t, at};
    }
    return std::nullopt;
  }

  // "That, too, was why": words put in beside.
  static std::uint32_t beside(const ReasonCue& cue) {
    return cue.reason == ReasonCue::Reason::before ? 3 : 0;
  }

  // By lemma, or as it stands: "given", "in keeping with".
  bool is_word(std::uint32_t t, std::string_view word) const {
    return tree_.lemma(t) == word ||
           equal_ignoring_case(view_.document().text_of(tree_.token(t)), word);
  }

  // "a reminder of his loyalty to Chad": the loyalty is the reason.
  bool is_motive_within(const CuePlace& place, const Sentence& sentence) const {
    if (!place.cue->only_with_theme) return false;
    const auto [first, last] = reason_of(place, sentence);
    for (std::uint32_t t = first; t < last; ++t) {
      if (cue_at(t, sentence.last)) return true;
    }
    return false;
  }

  // The words of the reason: behind the cue to the end of its clause, or, for "that is why", before
  // it.
  std::pair<std::uint32_t, std::uint32_t> reason_of(const CuePlace& place,
                                                    const Sentence& sentence) const {
    if (place.cue->reason == ReasonCue::Reason::before)
      return {sentence.first, std::max(sentence.first, place.first)};
    std::uint32_t last = place.last + 1;
    // "because, he says, it"
    if (last < sentence.last && tree_.lemma(last) == ",") ++last;
    const std::uint32_t first = last;
    while (last < sentence.last && !ends_reason(last)) ++last;
    const std::uint32_t head = tree_.head(place.last);
    if (head != nowhere && head > place.last) {
      for (const std::uint32_t t : tree_.subtree(head)) {
        if (t < sentence.last) last = std::max(last, t + 1);
      }
    }
    return {first, std::max(first, last)};
  }

  bool ends_reason(std::uint32_t t) const {
    if (tree_.token(t).upos != "PUNCT" || view_.quote_of(t) != nowhere) return false;
    const std::string_view mark = tree_.lemma(t);
    return mark == "," || mark == ";" || mark == ".";
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
    const bool verb = tree_.token(place.first).upos == "VERB";  // "aligning with"
    if (verb && subject_of(tree_, place.first) != nowhere) return place.first;
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

  // Whose behaviour is spoken of where a reason has no subject of its own: an official speaks of
  // his own state; else it is the one that acts right before, and of several the one that the
  // report speaks of most.
  std::string spoken_of(std::uint32_t token, const Speaker& speaker) const {
    constexpr int looked_at = 12;
    const std::uint32_t begin = view_.document().tokens[token].begin;
    auto at = std::ranges::lower_bound(doers_, begin, {}, &Doer::begin);
    std::string best;
    std::uint32_t of_best = 0;
    for (int k = 0; at != doers_.begin() && k < looked_at; ++k) {
      const Doer& doer = *--at;
      if (!speaker.state.empty() && doer.state == speaker.state) return doer.state;
      if (best.empty()) best = doer.state, of_best = doer.sentence;
      // One of a list of voters stands for none of them.
      if (doer.sentence == of_best && mentions_of(doer.state) > mentions_of(best))
        best = doer.state;
    }
    // An official speaks of his own where nobody else acts.
    const std::uint32_t here = tree_.sentence(token);
    if (!speaker.state.empty() && of_best != here && !speaker.role.empty()) return speaker.state;
    if (!best.empty() || doers_.empty()) return best;
    return doers_.front().state;
  }

  int mentions_of(const std::string& state) const {
    const auto found = mentions_.find(state);
    return found == mentions_.end() ? 0 : found->second;
  }

  // "We voted no because", "they did so because": the state of the one who speaks.
  std::string own_state(std::uint32_t subject, const Speaker& speaker) const {
    if (subject == nowhere) return {};
    const std::string_view word = tree_.lemma(subject);
    const bool own = word == "we" || word == "I" || word == "i" || word == "they";
    if (!own || !speaker.state.empty() || speaker.name.empty()) return own ? speaker.state : "";
    return word == "we" ? most_spoken_of() : std::string();
  }

  // Of those that act, the one that the report names most.
  const std::string& most_spoken_of() const { return most_spoken_of_; }

  // The last token of the reason, or of the cue where it is none.
  std::uint32_t tell(const CuePlace& place, const Sentence& sentence) {
    const auto [first, last] = reason_of(place, sentence);
    const bool purpose = place.cue->lemmas[0] == "to";
    const std::string reason = words(purpose ? place.first : first, last);
    if (reason.empty() || !is_reason(place, first)) return place.last;
    Explanation out;
    out.speaker = speaker_of(place, first, last);
    const std::vector<std::string> states = explained(place, sentence, out.speaker);
    out.evidence = view_.evidence(std::min(place.first, first), std::max(place.last, last - 1));
    const std::uint32_t second = purpose ? last : second_reason(place, first, last);
    for (const auto& [begin, end] : {std::pair(first, second), std::pair(second, last)}) {
      if (begin >= end) continue;
      const bool whole = end - begin == last - first;
      out.theme = place.cue->theme.value_or(theme_of(whole ? reason : words(begin, end)));
      if (place.cue->only_with_theme && out.theme == Theme::other) return place.last;
      for (const std::string& state : states) {
        out.state = state;
        add(out, begin, end);
      }
    }
    return std::max(place.last, last - 1);
  }

  // "because it sells oil to Mali and is a friend of Chad": two reasons, if each is of a theme of
  // its own; `last` where there is one.
  std::uint32_t second_reason(const CuePlace& place, std::uint32_t first,
                              std::uint32_t last) const {
    const std::uint32_t clause = tree_.head(place.last);
    if (place.cue->reason != ReasonCue::Reason::clause || clause == nowhere || clause < first ||
        clause >= last)
      return last;
    for (const std::uint32_t c : tree_.children(clause)) {
      const bool verb = tree_.token(c).upos == "VERB" || tree_.child(c, {"cop", "aux"}) != nowhere;
      if (!tree_.is(c, "conj") || !verb || c >= last) continue;
      const std::uint32_t begin = tree_.subtree(c).front();
      if (begin <= clause) continue;
      const Theme a = theme_of(words(first, begin)), b = theme_of(words(begin, last));
      if (a != b && a != Theme::other && b != Theme::other) return begin;
    }
    return last;
  }

  // Whose behaviour: of the subject of the verb; of a decision, or of a loyalty, whose it is.
  std::vector<std::string> explained(const CuePlace& place, const Sentence& sentence,
                                     const Speaker& speaker) const {
    std::vector<std::string> states;
    if (tree_.token(place.first).upos == "VERB" && is_of_putting(*place.cue)) {
      for (const Actor& actor :
           view_.actors.actors_below(clause_of_verb(tree_, place.first).object)) {
        if (!actor.state.empty() && states.empty()) states.push_back(actor.state);
      }
      if (states.empty()) states = bearers_in(place, sentence);
      if (states.empty()) states = one_of(who_changed(place, speaker));
    } else {
      if (std::vector<std::string> own = owners_of(place.first, sentence); !own.empty()) return own;
      const std::uint32_t verb = verb_of(place, sentence);
      const std::uint32_t subject = subject_of(tree_, verb);
      if (std::string own = own_state(subject, speaker); !own.empty()) return {own};
      if (!reading_tables().in_list("say", tree_.lemma(verb))) states = states_of(subject);
      if (states.empty() && subject != nowhere)
        states = states_of(tree_.child(subject, {"nmod:poss"}));
    }
    if (states.empty()) states = subject_before(place.first, sentence);
    return states.empty() ? one_of(spoken_of(place.first, speaker)) : states;
  }

  static std::vector<std::string> one_of(std::string state) {
    return state.empty() ? std::vector<std::string>() : std::vector{std::move(state)};
  }

  // "put it down to Chad's debts", "to a wish on the part of Chad", "to this: Chad needs arms":
  // whose the reason is.
  std::vector<std::string> bearers_in(const CuePlace& place, const Sentence& sentence) const {
    constexpr std::uint32_t furthest = 12;
    const std::uint32_t end = std::min(sentence.last, place.last + furthest);
    for (std::uint32_t t = place.last + 1; t < end; ++t) {
      const std::uint32_t above = tree_.head(t);
      const bool owner = tree_.token(t).deprel == "nmod:poss" && above != nowhere &&
                         !reading_tables().in_list("influence", tree_.lemma(above));
      const bool on_the_part =
          tree_.lemma(t) == "part" && t + 2 < end && tree_.lemma(t + 1) == "of";
      const bool acts = tree_.is(t, "nsubj");
      std::vector<std::string> states;
      if (owner || acts) states = states_of(t);
      if (on_the_part) states = states_of(t + 2);
      if (!states.empty()) return {states.front()};
    }
    return {};
  }

  // "Its rival put the switch down to bribes": of the one that the report tells of first, and not
  // of the one who speaks.
  std::string who_changed(const CuePlace& place, const Speaker& speaker) const {
    const std::uint32_t object = clause_of_verb(tree_, place.first).object;
    const bool change =
        object != nowhere &&
        reading_tables().in_list("change_of_sides", lower_case(tree_.lemma(object)));
    if (change && !doers_.empty() && doers_.front().state != speaker.state)
      return doers_.front().state;
    return spoken_of(place.first, speaker);
  }

  // "Chad's fierce loyalty to": the possessor, wherever a parser hangs it.
  std::vector<std::string> owners_of(std::uint32_t cue, const Sentence& sentence) const {
    constexpr std::uint32_t furthest = 4;
    if (tree_.token(cue).upos == "SCONJ" || tree_.token(cue).upos == "VERB") return {};
    std::vector<std::string> own = states_of(tree_.child(cue, {"nmod:poss"}));
    if (tree_.token(cue).upos == "ADP") return own;
    for (std::uint32_t t = cue; own.empty() && t-- > sentence.first && t + furthest > cue;) {
      if (tree_.token(t).upos == "PUNCT" || tree_.token(t).upos == "VERB") break;
      if (tree_.token(t).deprel == "nmod:poss") own = states_of(t);
    }
    return own;
  }

  // "Chad's vote was because": of the subject nearest before the cue, but not of one who speaks.
  std::vector<std::string> subject_before(std::uint32_t cue, const Sentence& sentence) const {
    for (std::uint32_t t = cue; t-- > sentence.first;) {
      const std::uint32_t verb = tree_.head(t);
      const bool owner = tree_.token(t).deprel == "nmod:poss" && verb != nowhere &&
                         reading_tables().in_list("own_act", lower_case(tree_.lemma(verb)));
      if (std::vector<std::string> own = owner ? states_of(t) : std::vector<std::string>();
          !own.empty())
        return own;
      if (!tree_.is(t, "nsubj") || verb == nowhere) continue;
      if (reading_tables().in_list("say", tree_.lemma(verb))) continue;
      if (std::vector<std::string> states = states_of(t); !states.empty()) return states;
      if (std::vector<std::string> states = states_of(tree_.child(t, {"nmod:poss"}));
          !states.empty())
        return states;
    }
    return {};
  }

  static bool has_gap(const ReasonCue& cue) {
    const std::string& word = cue.lemmas[0];
    return word == "put" || word == "attribute" || word == "justify" || word == "ascribe";
  }

  // "put down to", "attribute to": the subject of the cue says so.
  static bool is_of_putting(const ReasonCue& cue) {
    const std::string& word = cue.lemmas[0];
    return word == "put" || word == "attribute" || word == "justify" || word == "explain" ||
           word == "blame" || word == "cite" || word == "ascribe";
  }

  Speaker speaker_of(const CuePlace& place, std::uint32_t first, std::uint32_t last) const {
    if (tree_.token(place.first).upos == "VERB" && is_of_putting(*place.cue))
      return who_puts(place.first);
    if (reading_tables().in_list("justifying", place.cue->lemmas[0]))
      return view_.speaker_of_noun(subject_of(tree_, tree_.head(place.first)));
    const Document& d = view_.document();
    // Words of the reason that are quoted have a speaker of their own.
    for (std::uint32_t t = first; t < last; ++t) {
      const std::uint32_t q = view_.quote_of(t);
      if (q != nowhere && d.quotes[q].speaker != nowhere)
        return view_.speaker_of(d.mentions[d.quotes[q].speaker]);
    }
    return view_.speaker_of_token(place.first);
  }

  // The subject, or whoever is named right before the verb ("Singh himself put it down to").
  Speaker who_puts(std::uint32_t verb) const {
    std::uint32_t subject = subject_of(tree_, verb);
    const std::uint32_t begin = view_.document().sentences[tree_.sentence(verb)].first;
    for (std::uint32_t t = verb; subject == nowhere && t-- > begin && t + 3 > verb;) {
      if (view_.actors.mention_of(t) != nowhere) subject = t;
    }
    Speaker out = view_.speaker_of_noun(subject);
    constexpr std::array<std::string_view, 4> reporters = {"correspondent", "reporter", "editor",
                                                           "newspaper"};
    if (subject != nowhere && is_one_of(tree_.lemma(subject), reporters)) out = {};
    return out;
  }

  void add(Explanation out, std::uint32_t first, std::uint32_t last) {
    out.cause = cause_in(first, last, out.state, out.theme);
    // What another state did is answered, but not a kindness by thanks.
    const bool kind = out.theme == Theme::other && tells_of_kindness(first, last);
    if (out.theme == Theme::other && !out.cause.empty() && !kind) out.theme = Theme::retaliation;
    if (out.theme == Theme::retaliation && out.cause.empty())
      out.cause = last_against(out.state, view_.document().tokens[first].begin);
    const bool of_a_state = out.theme == Theme::follow || out.theme == Theme::retaliation ||
                            out.theme == Theme::material || out.theme == Theme::ideology;
    if (!of_a_state && !kind) out.cause.clear();
    // A purpose of no known kind explains an act or a vote, or nothing that is looked for.
    if (out.theme == Theme::other && out.cause.empty() && !tells_of_act(out.evidence.sentence))
      return;
    // Nobody follows without one that he follows, or says so of himself as a reason.
    if (out.theme == Theme::follow && out.cause.empty()) return;
    // The same from the same mouth is told once.
    const std::string in = out.speaker.name.empty() ? std::to_string(out.evidence.sentence) : "";
    const bool is_new =
        told_.emplace(out.state, out.speaker.name, out.theme, out.cause, in).second &&
        told_
            .emplace(out.state, out.speaker.name, out.theme, "",
                     "in " + std::to_string(out.evidence.sentence))
            .second;
    if (is_new) out_.push_back(std::move(out));
  }

  bool tells_of_act(std::uint32_t sentence) const {
    const Sentence& of = view_.document().sentences[sentence];
    for (std::uint32_t t = of.first; t < of.last; ++t) {
      const bool told = tree_.head(t) == nowhere || tree_.is(t, "conj") || tree_.is(t, "ccomp");
      if (told && reading_tables().in_list("takes_a_stand", tree_.lemma(t))) return true;
      if (tree_.is(t, "obj") && reading_tables().in_list("own_act", tree_.lemma(t))) return true;
    }
    const auto doer = std::ranges::lower_bound(doers_, of.begin, {}, &Doer::begin);
    return doer != doers_.end() && doer->begin < of.end;
  }

  // "because Chad had helped"
  bool tells_of_kindness(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      if (reading_tables().in_list("kindness", tree_.lemma(t))) return true;
    }
    return false;
  }

  // "it was to attract them that he signed"
  bool is_cleft(std::uint32_t be) const {
    if (be == nowhere || tree_.lemma(be) != "be") return false;
    const std::uint32_t it = tree_.child(be, {"nsubj", "expl"});
    return it != nowhere && tree_.lemma(it) == "it";
  }

  // "wants to please", "agreed to keep": what is done, and not why.
  bool is_wanted(std::uint32_t verb) const {
    return reading_tables().in_list("with_infinitive", tree_.lemma(tree_.head(verb)));
  }

  // "out of loyalty", but not "out of the house"; "due to pressure", but not "due to speak".
  bool is_reason(const CuePlace& place, std::uint32_t first) const {
    // "just because I disagree does not mean", "not because"
    if (place.first > 0 && place.cue->lemmas[0] == "because" &&
        (tree_.lemma(place.first - 1) == "just" || tree_.lemma(place.first - 1) == "not"))
      return false;
    const std::vector<std::string>& cue = place.cue->lemmas;
    // "abstained, saying", but not "met her, saying"
    if (reading_tables().in_list("justifying", cue[0])) {
      const std::uint32_t above = tree_.head(place.first);
      return tree_.is(place.first, "advcl") && above != nowhere &&
             reading_tables().in_list("takes_a_stand", tree_.lemma(above));
    }
    if (cue[0] == "due" || cue[0] == "owing") return tree_.token(first).upos != "VERB";
    // "to please" tells why somebody does something, but not "wants to please".
    if (cue[0] == "to" || cue[0] == "hope") {
      const std::uint32_t verb = cue[0] == "to" ? place.first + 1 : place.first;
      const std::uint32_t above = tree_.head(verb);
      const bool of_object = tree_.is(verb, "acl") && tree_.is(above, "obj");  // "cut the aid to"
      return tree_.is(verb, "advcl") || of_object || is_cleft(above) ||
             (tree_.is(verb, "xcomp") && !is_wanted(verb));
    }
    if (cue[0] != "out") return true;
    for (std::uint32_t t = first; t < first + 5 && t < view_.document().tokens.size(); ++t) {
      if (reading_tables().in_list("out_of_motive", tree_.lemma(t))) return true;
    }
    return false;
  }

  // The state that last did something against this one, else anything but to talk.
  std::string last_against(const std::string& state, std::uint32_t begin) const {
    std::string any;
    auto at = std::ranges::upper_bound(doers_, begin, {}, &Doer::begin);
    for (int k = 0; at != doers_.begin() && k < farthest_act; ++k) {
      const Doer& doer = *--at;
      if (!doer.hostile || doer.state == state) continue;
      if (doer.target == state) return doer.state;
      if (any.empty()) any = doer.state;
    }
    return any;
  }

  // Another state that the reason names. Of money it is the one that it comes from or goes to.
  std::string cause_in(std::uint32_t first, std::uint32_t last, const std::string& explained,
                       Theme theme) const {
    constexpr std::array<std::string_view, 5> givers = {"from", "of", "with", "to", "by"};
    for (std::uint32_t t = first; t < last; ++t) {
      for (const Actor& actor : view_.actors.actors_of(t)) {
        if (actor.state.empty() || actor.state == explained) continue;
        const bool gives = tree_.is(t, "amod") || tree_.is(t, "nmod:poss") ||
                           is_one_of(tree_.preposition(t), givers);
        if (theme != Theme::material || gives) return actor.state;
      }
    }
    return {};
  }

  const ReportView& view_;
  const SentenceTree& tree_;
  std::vector<Doer> doers_;              // in the order of the text
  std::map<std::string, int> mentions_;  // of states and those who serve them
  std::string most_spoken_of_;           // of the doers
  std::set<std::tuple<std::string, std::string, Theme, std::string, std::string>> told_;
  std::vector<Explanation> out_;
};

}  // namespace

Theme theme_of(std::string_view words) {
  // Of themes that are known by as many words, the more telling first: "the principle of
  // reciprocity" is an answer, "talks on a loan" are about money.
  constexpr std::array<Theme, 9> telling = {Theme::retaliation, Theme::balance,  Theme::follow,
                                            Theme::ideology,    Theme::domestic, Theme::material,
                                            Theme::security,    Theme::peace,    Theme::norms};
  Theme best = Theme::other;
  int most = 0;
  for (const Theme theme : telling) {
    const auto known = reading_tables().themes().find(theme);
    const int count =
        known == reading_tables().themes().end() ? 0 : count_words(words, known->second);
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
