#include "reading/explanations.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <tuple>

#include "reading/reason_cues.h"
#include "reading/tables.h"

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

// The theme of some words, or, of those who follow nobody, what else they speak of.
Theme weightiest(std::string_view words, bool may_follow) {
  // Of themes that are known by as many words, the more telling first: "the principle of
  // reciprocity" is an answer, "talks on a loan" are about money.
  constexpr std::array<Theme, 9> telling = {Theme::retaliation, Theme::balance,  Theme::follow,
                                            Theme::ideology,    Theme::domestic, Theme::material,
                                            Theme::security,    Theme::peace,    Theme::norms};
  Theme best = Theme::other;
  int most = 0;
  for (const Theme theme : telling) {
    if (theme == Theme::follow && !may_follow) continue;
    const auto known = reading_tables().themes().find(theme);
    const int count =
        known == reading_tables().themes().end() ? 0 : count_words(words, known->second);
    if (count > most) best = theme, most = count;
  }
  return best;
}

// A state that is told to have voted or acted.
struct Doer {
  std::uint32_t begin = 0;  // in the text
  std::uint32_t sentence = 0;
  std::string state;
  std::string target;    // of an act; may be empty
  bool hostile = false;  // an act other than talk or support
  bool harms = false;    // an act against the target
};

using Range = std::pair<std::uint32_t, std::uint32_t>;  // of tokens, [first, second)

constexpr int farthest_act = 200;  // acts looked back for what is answered

class ExplanationReader {
 public:
  ExplanationReader(const ReportView& view, const std::vector<ReportedVote>& votes,
                    const std::vector<ReportedEvent>& events)
      : view_(view), tree_(view.tree), votes_(votes) {
    for (const ReportedVote& vote : votes)
      doers_.push_back({vote.evidence.begin, vote.evidence.sentence, vote.state, "", false, false});
    for (const ReportedEvent& event : events) {
      const bool friendly = event.type == EventType::consult || event.type == EventType::support;
      const bool harms = event.type >= EventType::request;  // behind it, only what is worse
      if (!event.source.state.empty())
        doers_.push_back({event.evidence.begin, event.evidence.sentence, event.source.state,
                          event.target.state, !friendly, harms});
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
    const auto place = reason_cue_at(tree_, t, end);
    const bool noun = tree_.token(t).upos != "VERB";  // "its fear of"
    return place && place->cue->first() == "fear" && noun ? std::nullopt : place;
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
    using Reason = ReasonCue::Reason;
    if (place.cue->reason == Reason::before) return reason_before(place, sentence);
    if (place.cue->reason == Reason::between) return {place.gap_first, place.gap_last};
    if (place.cue->reason == Reason::subject) return subject_words(place, sentence);
    std::uint32_t last = place.last + 1;
    // "because, he says, it"
    if (last < sentence.last && tree_.lemma(last) == ",") ++last;
    const std::uint32_t first = last;
    while (last < sentence.last && !ends_reason(last)) ++last;
    const std::uint32_t head = tree_.head(place.last);
    if (head != nowhere && head > place.last && !is_cleft_at(place, sentence)) {
      for (const std::uint32_t t : tree_.subtree(head)) {
        if (t < sentence.last) last = std::max(last, t + 1);
      }
    }
    return {first, std::max(first, last)};
  }

  // What stands before the cue; "That is why": the sentence before.
  std::pair<std::uint32_t, std::uint32_t> reason_before(const CuePlace& place,
                                                        const Sentence& sentence) const {
    const bool follows = sentence.first > 0 && !sentence.begins_paragraph;
    bool bare = true;  // "That", "It is"
    for (std::uint32_t t = sentence.first; t < place.first; ++t) {
      const std::string_view kind = tree_.token(t).upos;
      bare = bare && kind != "NOUN" && kind != "PROPN" && kind != "VERB";
    }
    if (!bare || !follows) return {sentence.first, std::max(sentence.first, place.first)};
    // The nearest of the sentences before it that speaks of something known.
    constexpr std::uint32_t farthest = 3;
    const auto& sentences = view_.document().sentences;
    const std::uint32_t here = tree_.sentence(sentence.first);
    for (std::uint32_t s = here; s-- > 0 && here - s <= farthest;) {
      const Range told{sentences[s].first, sentences[s].last};
      if (theme_of(words(told.first, told.second)) != Theme::other) return told;
      if (sentences[s].begins_paragraph) break;
    }
    return {place.first, place.first};
  }

  // "fear of the voters made Chad abstain", "it was fear of the voters that made".
  std::pair<std::uint32_t, std::uint32_t> subject_words(const CuePlace& place,
                                                        const Sentence& sentence) const {
    const std::uint32_t subject = subject_of(tree_, place.first);
    if (subject == nowhere || tree_.token(subject).upos == "PRON")
      return {sentence.first, place.first};
    const std::vector<std::uint32_t> words = tree_.subtree(subject);
    const auto [first, last] = std::ranges::minmax(words);
    return {first, std::min(last + 1, place.first)};
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
      const bool fronted =
          tree_.child(at, {"nsubj"}) != nowhere && place.first <= sentence.first + 1;
      if ((at < place.first || fronted) && acts) return at;  // "To please Chad, Mali abstained"
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
    if (!speaker.state.empty() && !speaker.role.empty()) return speaker.state;
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
    const bool purpose = place.cue->first() == "to";
    const std::string reason = words(purpose ? place.first : first, last);
    if (reason.empty() || !is_reason(place, first)) return place.last;
    Explanation out;
    out.speaker = speaker_of(place, first, last);
    const std::vector<std::string> states = explained(place, sentence, out.speaker, {first, last});
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
                                     const Speaker& speaker, const Range& reason) const {
    std::vector<std::string> states;
    if (place.cue->reason == ReasonCue::Reason::between)
      states = owner_of_act(place, sentence, reason);
    if (!states.empty()) return states;
    if (tree_.token(place.first).upos == "VERB" && is_of_putting(*place.cue)) {
      for (const Actor& actor :
           view_.actors.actors_below(clause_of_verb(tree_, place.first).object)) {
        if (!actor.state.empty() && states.empty()) states.push_back(actor.state);
      }
      if (states.empty()) states = bearers_in(place, sentence);
      if (states.empty()) states = one_of(who_changed(place, speaker));
    } else if (place.cue->reason == ReasonCue::Reason::subject || place.cue->first() == "what") {
      states = first_named(place.gap_first, place.gap_last);
    } else {
      if (std::vector<std::string> own = owners_of(place.first, sentence); !own.empty()) return own;
      if (place.cue->reason == ReasonCue::Reason::before || is_cleft_at(place, sentence)) {
        if (std::vector<std::string> own = who_acts_behind(place, sentence); !own.empty())
          return own;
      }
      if (std::vector<std::string> own = owner_of_act(place, sentence, reason); !own.empty())
        return own;
      const std::uint32_t verb = verb_of(place, sentence);
      // "its envoy was recalled because": of who recalled it.
      const Clause clause = clause_of_verb(tree_, verb);
      if (clause.passive && clause.subject == nowhere) {
        if (std::vector<std::string> doer = one_of(doer_before(place.first)); !doer.empty())
          return doer;
      }
      const bool stands = takes_a_stand(verb);
      if (std::vector<std::string> voters = voters_by(verb); stands && !voters.empty())
        return voters;
      const std::uint32_t subject = subject_of(tree_, verb);
      if (std::string own = own_state(subject, speaker); !own.empty()) return {own};
      if (!reading_tables().in_list("say", tree_.lemma(verb))) states = states_of(subject);
      if (states.empty() && subject != nowhere)
        states = states_of(tree_.child(subject, {"nmod:poss"}));
    }
    if (states.empty()) states = subject_before(place.first, sentence);
    return states.empty() ? one_of(spoken_of(place.first, speaker)) : states;
  }

  // "That is why Chad abstained", but not "why he was spared": Chad.
  std::vector<std::string> who_acts_behind(const CuePlace& place, const Sentence& sentence) const {
    for (std::uint32_t t = place.last + 1; t < sentence.last; ++t) {
      if (tree_.token(t).deprel != "nsubj") continue;
      if (std::vector<std::string> states = states_of(t); !states.empty()) return states;
    }
    return {};
  }

  // "It is out of fear, he says, that Chad abstained".
  bool is_cleft_at(const CuePlace& place, const Sentence& sentence) const {
    constexpr std::uint32_t nearest = 5;  // words of "It was, of course,"
    if (place.first < sentence.first + 2 || place.first > sentence.first + nearest) return false;
    if (lower_case(tree_.lemma(sentence.first)) != "it" || tree_.lemma(sentence.first + 1) != "be")
      return false;
    for (std::uint32_t t = place.last + 1; t < sentence.last; ++t) {
      if (tree_.lemma(t) == "that") return true;
    }
    return false;
  }

  // Who acts in the sentence, last before a token.
  std::string doer_before(std::uint32_t token) const {
    auto at = std::ranges::lower_bound(doers_, tree_.token(token).begin, {}, &Doer::begin);
    if (at == doers_.begin()) return {};
    --at;
    return at->sentence == tree_.sentence(token) ? at->state : std::string();
  }

  std::vector<std::string> first_named(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      if (std::vector<std::string> states = states_of(t); !states.empty()) return states;
    }
    return {};
  }

  // "the reason for Chad's abstention is", "behind the vote of Chad": Chad.
  // "the abstention": of who abstained.
  std::vector<std::string> owner_of_act(const CuePlace& place, const Sentence& sentence,
                                        const Range& reason) const {
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      const bool in_cue = t >= place.first && t <= place.last;
      const bool in_gap = t >= place.gap_first && t < place.gap_last;
      const bool in_reason = t >= reason.first && t < reason.second;
      if (!is_act(t) || (in_cue && !in_gap) || in_reason) continue;
      std::vector<std::string> own = states_of(tree_.child(t, {"nmod:poss"}));
      for (const Oblique& o : clause_of_noun(tree_, t).obliques) {
        if (own.empty() && o.preposition == "of") own = states_of(o.noun);
      }
      if (own.empty()) own = one_of(voter_of(t));
      if (!own.empty()) return own;
    }
    return {};
  }

  // "abstention", "veto"; not "no talks".
  bool is_act(std::uint32_t t) const {
    const std::string_view kind = tree_.token(t).upos;
    return kind != "VERB" && kind != "DET" && kind != "AUX" &&
           reading_tables().in_list("own_act", lower_case(tree_.lemma(t)));
  }

  // Of those who voted as the noun says the one that the paragraph has named last, else the one
  // that the report speaks of most.
  std::string voter_of(std::uint32_t act) const {
    const std::string word = lower_case(tree_.lemma(act));
    std::optional<ReportedChoice> choice;
    if (word == "abstention") choice = ReportedChoice::abstain;
    if (word == "no" || word == "veto") choice = ReportedChoice::no;
    if (word == "yes") choice = ReportedChoice::yes;
    const bool the = act > 0 && tree_.is(act - 1, "det") && tree_.lemma(act - 1) == "the";
    if (!choice || !the) return {};
    std::set<std::string> voters;
    constexpr std::size_t most = 256;  // votes looked at
    for (const ReportedVote& vote : std::span(votes_).first(std::min(most, votes_.size()))) {
      if (vote.choice == *choice && vote.evidence.begin < tree_.token(act).begin)
        voters.insert(vote.state);
    }
    if (std::string near = last_named(act, voters); !near.empty()) return near;
    const auto spoken_of_more = [&](const std::string& a, const std::string& b) {
      return mentions_of(a) < mentions_of(b);
    };
    const auto best = std::ranges::max_element(voters, spoken_of_more);
    return best == voters.end() ? std::string() : *best;
  }

  // The last of some states that the paragraph names before a token.
  std::string last_named(std::uint32_t token, const std::set<std::string>& states) const {
    const Document& d = view_.document();
    std::uint32_t s = tree_.sentence(token);
    while (s > 0 && !d.sentences[s].begins_paragraph) --s;
    auto at = std::ranges::upper_bound(d.mentions, tree_.token(token).begin, {}, &Mention::begin);
    while (at != d.mentions.begin() && std::prev(at)->begin >= d.sentences[s].begin) {
      --at;
      for (const std::uint32_t e : at->entities) {
        if (states.contains(d.entities[e].state)) return d.entities[e].state;
      }
    }
    return {};
  }

  // Whose votes were read from a verb, whatever the tree has for its subject.
  std::vector<std::string> voters_by(std::uint32_t verb) const {
    const Token& token = tree_.token(verb);
    std::vector<std::string> out;
    std::uint32_t shortest = nowhere;  // bytes of the words that tell the vote
    auto vote = std::ranges::lower_bound(votes_, tree_.sentence(verb), {},
                                         [](const ReportedVote& v) { return v.evidence.sentence; });
    for (; vote != votes_.end() && vote->evidence.sentence == tree_.sentence(verb); ++vote) {
      const Evidence& words = vote->evidence;
      if (token.begin < words.begin || token.end > words.end) continue;
      if (words.end - words.begin < shortest) out.clear();
      shortest = std::min(shortest, words.end - words.begin);
      if (words.end - words.begin == shortest) out.push_back(vote->state);
    }
    return out;
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

  // "put down to", "attribute to": the subject of the cue says so.
  static bool is_of_putting(const ReasonCue& cue) {
    const std::string_view word = cue.first();
    return reading_tables().in_list("gives_reason", word);
  }

  Speaker speaker_of(const CuePlace& place, std::uint32_t first, std::uint32_t last) const {
    if (tree_.token(place.first).upos == "VERB" && is_of_putting(*place.cue))
      return who_puts(place.first);
    if (reading_tables().in_list("justifying", place.cue->first()))
      return view_.speaker_of_noun(subject_of(tree_, tree_.head(place.first)));
    if (const std::uint32_t holder = holder_of(place); holder != nowhere)
      return view_.speaker_of_noun(holder);
    const Document& d = view_.document();
    // Words of the reason that are quoted have a speaker of their own.
    for (std::uint32_t t = first; t < last; ++t) {
      const std::uint32_t q = view_.quote_of(t);
      if (q != nowhere && d.quotes[q].speaker != nowhere)
        return view_.speaker_of(d.mentions[d.quotes[q].speaker]);
    }
    return view_.speaker_of_token(place.first);
  }

  // "officials, who fear unrest", "a lawmaker names another motive: gas": those who are not named.
  std::uint32_t holder_of(const CuePlace& place) const {
    const std::string_view cue = place.cue->first();
    const bool named_motive = cue == "motive" && tree_.lemma(place.last) == ":";
    if (cue != "fear" && !named_motive) return nowhere;
    const std::uint32_t verb = cue == "fear" ? place.first : tree_.head(place.first);
    const std::uint32_t subject = verb == nowhere ? nowhere : subject_of(tree_, verb);
    if (subject == nowhere) return nowhere;
    const std::string word = lower_case(tree_.lemma(subject));
    const bool unnamed =
        reading_tables().in_list("unnamed", word) || reading_tables().in_list("office", word);
    return unnamed ? subject : nowhere;
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
    // Nobody follows without one that he follows: another theme, if there is one.
    const bool nobody = out.theme == Theme::follow && out.cause.empty();
    if (nobody) out.theme = weightiest(words(first, last), false);
    if (nobody) out.cause = cause_in(first, last, out.state, out.theme);
    // What another state did is answered, but not a kindness by thanks.
    const bool kind = out.theme == Theme::other && tells_of_kindness(first, last);
    const std::string by = hurt_by(first, last, out.state);
    if (!by.empty() && out.theme != Theme::norms) {
      out.theme = Theme::retaliation;
      out.cause = by;
    }
    const bool fears = tells_of_fear(first, last);
    if (out.theme == Theme::other && !out.cause.empty() && !kind)
      out.theme = fears ? Theme::security : Theme::retaliation;
    if (out.theme == Theme::retaliation && out.cause.empty())
      out.cause = last_against(out.state, view_.document().tokens[first].begin);
    // "in view of the violation": of the one it acts against.
    const bool broken = out.theme == Theme::norms && tells_of_breach(first, last);
    if (broken && out.cause.empty())
      out.cause = last_against(out.state, view_.document().tokens[first].begin);
    const bool of_a_state = out.theme == Theme::follow || out.theme == Theme::retaliation ||
                            out.theme == Theme::material || out.theme == Theme::ideology ||
                            (out.theme == Theme::security && fears) || broken;
    if (!of_a_state && !kind) out.cause.clear();
    // A purpose of no known kind explains an act or a vote, or nothing that is looked for.
    if (out.theme == Theme::other && out.cause.empty() && !tells_of_act(out.evidence.sentence))
      return;
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

  // "because Chad pushes others to stop the money": the one that is told to act against it.
  std::string hurt_by(std::uint32_t first, std::uint32_t last, const std::string& state) const {
    const Document& d = view_.document();
    auto at = std::ranges::lower_bound(doers_, d.tokens[first].begin, {}, &Doer::begin);
    for (; at != doers_.end() && at->begin < d.tokens[last - 1].end; ++at) {
      if (at->harms && at->state != state && at->target == state) return at->state;
    }
    return {};
  }

  // "a violation of the law", "collective punishment"
  bool tells_of_breach(std::uint32_t first, std::uint32_t last) const {
    constexpr std::array<std::string_view, 4> words = {"violation", "breach", "punishment",
                                                       "massacre"};
    for (std::uint32_t t = first; t < last; ++t) {
      if (is_one_of(tree_.lemma(t), words)) return true;
    }
    return false;
  }

  // "fear of Chad", "the threat from Chad"
  bool tells_of_fear(std::uint32_t first, std::uint32_t last) const {
    constexpr std::array<std::string_view, 6> words = {"fear",   "threat", "afraid",
                                                       "menace", "danger", "attack"};
    for (std::uint32_t t = first > 0 ? first - 1 : first; t < last; ++t) {
      if (is_one_of(lower_case(tree_.lemma(t)), words)) return true;
    }
    return false;
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
    // "just because I disagree does not mean", "not because", "I am not aligned with"
    constexpr std::uint32_t near = 2;
    const std::uint32_t begin = view_.document().sentences[tree_.sentence(place.first)].first;
    for (std::uint32_t t = place.first; t-- > begin && place.first - t <= near;) {
      const std::string_view word = tree_.lemma(t);
      const bool just = word == "just" && place.cue->first() == "because";
      if (just || word == "not" || word == "n't" || word == "never") return false;
      if (tree_.token(t).upos == "PUNCT") break;
    }
    const std::string_view cue = place.cue->first();
    // "abstained, saying", but not "met her, saying"
    if (reading_tables().in_list("justifying", cue)) {
      const std::uint32_t above = tree_.head(place.first);
      return tree_.is(place.first, "advcl") && above != nowhere &&
             reading_tables().in_list("takes_a_stand", tree_.lemma(above));
    }
    const bool alone = place.cue->words.size() == 1;
    if (cue == "since" && alone) return tells_why(place.first);
    if (cue == "be") {
      const Sentence& sentence = view_.document().sentences[tree_.sentence(place.first)];
      return names_act(sentence.first, sentence.last);
    }
    if (cue == "cite" || cue == "want" || cue == "not" || cue == "for")
      return is_about_act(tree_.sentence(place.first));
    if ((cue == "therefore" || cue == "so") && alone) return takes_a_stand(tree_.head(place.first));
    if (cue == "mean" || cue == "aim")
      return names_act(view_.document().sentences[tree_.sentence(place.first)].first, place.first);
    if (cue == "over" && place.cue->reason == ReasonCue::Reason::between)
      return is_step_against(tree_.head(place.last));
    if (cue == "due" || cue == "owing") return tree_.token(first).upos != "VERB";
    // "to please" tells why somebody does something, but not "wants to please".
    if (cue == "to" || cue == "hope") {
      const std::uint32_t verb = cue == "to" ? place.first + 1 : place.first;
      const std::uint32_t above = tree_.head(verb);
      const bool of_object = tree_.is(verb, "acl") && tree_.is(above, "obj");  // "cut the aid to"
      return tree_.is(verb, "advcl") || of_object || is_cleft(above) ||
             (tree_.is(verb, "xcomp") && !is_wanted(verb));
    }
    if (cue != "out") return true;
    for (std::uint32_t t = first; t < first + 5 && t < view_.document().tokens.size(); ++t) {
      if (reading_tables().in_list("out_of_motive", tree_.lemma(t))) return true;
    }
    return false;
  }

  // "since it needs the loans", but not "since May", "as it did in May".
  bool tells_why(std::uint32_t mark) const {
    constexpr std::uint32_t longest = 16;  // words
    const std::uint32_t end = view_.document().sentences[tree_.sentence(mark)].last;
    bool states = false;
    for (std::uint32_t t = mark + 1; t < std::min(end, mark + longest); ++t) {
      const Token& token = tree_.token(t);
      if (token.upos == "PUNCT") break;
      if (view_.calendar.is_date(t)) return false;
      // What "was" or "can" be is a reason; what somebody did may be no more than a time.
      const bool present = token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
      states |= present || (token.upos == "AUX" && token.xpos == "VBD");
    }
    return states;
  }

  bool takes_a_stand(std::uint32_t verb) const {
    return verb != nowhere && reading_tables().in_list("takes_a_stand", tree_.lemma(verb));
  }

  // "expelled the envoy over his remarks"
  bool is_step_against(std::uint32_t verb) const {
    constexpr std::array<std::string_view, 16> steps = {
        "expel", "recall", "summon",  "suspend", "break", "cut",      "sever", "impose",
        "ban",   "freeze", "boycott", "quit",    "leave", "withdraw", "call",  "cancel"};
    return verb != nowhere && is_one_of(tree_.lemma(verb), steps);
  }

  // "the abstention", "its veto" within [first, last).
  bool names_act(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      if (is_act(t)) return true;
    }
    return false;
  }

  // Of the sentence, or of the one before, which may ask "Why?".
  bool is_about_act(std::uint32_t sentence) const {
    const auto& sentences = view_.document().sentences;
    for (std::uint32_t t = sentences[sentence].first; t < sentences[sentence].last; ++t) {
      if (tree_.token(t).upos == "VERB" && takes_a_stand(t)) return true;
    }
    if (tells_of_act(sentence) || names_act(sentences[sentence].first, sentences[sentence].last))
      return true;
    if (sentence == 0) return false;
    return tells_of_act(sentence - 1) || tree_.lemma(sentences[sentence - 1].last - 1) == "?";
  }

  // The state that last did something against this one, else anything but to talk.
  std::string last_against(const std::string& state, std::uint32_t begin) const {
    std::string any, own;
    auto at = std::ranges::upper_bound(doers_, begin, {}, &Doer::begin);
    for (int k = 0; at != doers_.begin() && k < farthest_act; ++k) {
      const Doer& doer = *--at;
      // "expelled the envoy in answer to": of the one it is done to.
      if (k == 0 && doer.hostile && doer.state == state) own = doer.target;
      if (!doer.hostile || doer.state == state) continue;
      if (doer.target == state) return doer.state;
      if (any.empty()) any = doer.state;
    }
    return any.empty() ? own : any;
  }

  // Another state that the reason names. Of money it is the one that it comes from or goes to.
  std::string cause_in(std::uint32_t first, std::uint32_t last, const std::string& explained,
                       Theme theme) const {
    constexpr std::array<std::string_view, 6> givers = {"from", "of", "with", "to", "by", "in"};
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
  const std::vector<ReportedVote>& votes_;  // by sentence
  std::vector<Doer> doers_;                 // in the order of the text
  std::map<std::string, int> mentions_;     // of states and those who serve them
  std::string most_spoken_of_;              // of the doers
  std::set<std::tuple<std::string, std::string, Theme, std::string, std::string>> told_;
  std::vector<Explanation> out_;
};

}  // namespace

Theme theme_of(std::string_view words) { return weightiest(words, true); }

std::vector<Explanation> read_explanations(const ReportView& view,
                                           const std::vector<ReportedVote>& votes,
                                           const std::vector<ReportedEvent>& events) {
  return ExplanationReader(view, votes, events).read();
}

}  // namespace volteface
