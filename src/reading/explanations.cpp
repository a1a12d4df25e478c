#include "reading/explanations.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "reading/doers.h"
#include "reading/reason_acts.h"
#include "reading/reason_answers.h"
#include "reading/reason_causes.h"
#include "reading/reason_cues.h"
#include "reading/reason_followed.h"
#include "reading/reason_replies.h"
#include "reading/reason_speakers.h"
#include "reading/reason_subjects.h"
#include "reading/reason_tells.h"
#include "reading/reason_themes.h"
#include "reading/reason_words.h"
#include "reading/tables.h"

namespace volteface {
namespace {

class ExplanationReader {
 public:
  ExplanationReader(const ReportView& view, const std::vector<ReportedVote>& votes,
                    const std::vector<ReportedEvent>& events)
      : view_(view),
        tree_(view.tree),
        doers_(view, votes, events),
        words_(view),
        acts_(view, doers_),
        answers_(view, doers_),
        followed_(view, doers_),
        tells_(view),
        causes_(view, tells_),
        speakers_(view),
        subjects_(view, doers_, words_),
        replies_(view, subjects_.clauses(), subjects_.context()) {}
  ExplanationReader(const ExplanationReader&) = delete;  // its parts refer to each other
  ExplanationReader& operator=(const ExplanationReader&) = delete;

  std::vector<Explanation> read() {
    for (const Sentence& sentence : view_.document().sentences) {
      const std::size_t before = out_.size();
      std::uint32_t told_to = 0;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (const auto place = cue_at(t, sentence.last)) {
          // "put it down to loyalty to Chad": told with what it stands in.
          const bool within = t < told_to;
          if (within || is_motive_within(*place, sentence)) {
            t = place->last;
          } else if (const std::uint32_t last = tell(*place, sentence); last != nowhere) {
            told_to = std::max(told_to, last + 1);
            t = place->last;
          }
        }
      }
      if (out_.size() == before) tell_reply(sentence);
    }
    return std::move(out_);
  }

 private:
  std::optional<CuePlace> cue_at(std::uint32_t t, std::uint32_t end) const {
    const auto place = reason_cue_at(tree_, t, end);
    if (!place || place->cue->first() != "fear") return place;
    const bool noun = tree_.token(t).upos != "VERB";  // "its fear of"
    return noun || is_why_behind(place->last, end) ? std::nullopt : place;
  }

  // "She fears a war, and that is why": told with what is behind.
  bool is_why_behind(std::uint32_t fear, std::uint32_t end) const {
    for (std::uint32_t t = fear + 1; t < end; ++t) {
      const auto place = reason_cue_at(tree_, t, end);
      if (place && place->cue->reason == ReasonCue::Reason::before) return true;
    }
    return false;
  }

  // "a reminder of his loyalty to Chad": the loyalty is the reason.
  bool is_motive_within(const CuePlace& place, const Sentence& sentence) const {
    const bool offered = tree_.lemma(place.last) == ":";  // "Ana Ruiz has another theory:"
    if (!place.cue->only_with_theme || offered) return false;
    const auto [first, last] = words_.reason_of(place, sentence);
    if (!acts_.is_reason(place, first)) return false;
    for (std::uint32_t t = first; t < last; ++t) {
      const auto motive = cue_at(t, sentence.last);
      if (motive && acts_.is_reason(*motive, words_.reason_of(*motive, sentence).first))
        return true;
    }
    return false;
  }

  // The last token of the reason; nowhere where it is none.
  std::uint32_t tell(const CuePlace& place, const Sentence& sentence) {
    const auto [first, last] = words_.reason_of(place, sentence);
    const bool purpose = place.cue->first() == "to";
    // "wants to please": the verb tells why.
    const bool wish = place.cue->first() == "want" && place.gap_first == place.gap_last &&
                      place.cue->words.size() == 3;
    const std::uint32_t told_from = purpose ? place.first : wish ? place.last : first;
    const std::string reason = words_.words(told_from, last);
    if (reason.empty() || !acts_.is_reason(place, first)) return nowhere;
    Explanation out;
    out.speaker = speakers_.speaker_of(place, first, last);
    if (place.cue->first() == "can" && out.speaker.name.empty()) return nowhere;
    const std::vector<std::string> states =
        subjects_.explained(place, sentence, out.speaker, {first, last});
    ReasonSpeakers::settle_owned(out.speaker, states);
    out.evidence = view_.evidence(std::min(place.first, first), std::max(place.last, last - 1));
    if (place.cue->first() == "for" && place.cue->words.size() == 4 &&
        place.cue->words[2].either[0] == "same")
      return tell_again(out, states) ? place.last : nowhere;
    if (place.cue->first() == "explain" && place.cue->words.size() == 1)
      return tell_explained(out, states, {first, last}) ? place.last : nowhere;
    const std::uint32_t second = purpose ? last : words_.second_reason(place, first, last);
    for (const auto& [begin, end] : {std::pair(first, second), std::pair(second, last)}) {
      if (begin >= end) continue;
      const bool whole = end - begin == last - first;
      const std::uint32_t head =
          place.cue->reason == ReasonCue::Reason::after ? answers_.head_of({begin, end}) : nowhere;
      out.theme = place.cue->theme.value_or(
          theme_of(whole ? reason : words_.words(begin, end),
                   head == nowhere ? std::string() : lower_case(tree_.lemma(head))));
      // "to please the voters"
      if (purpose && out.theme == Theme::follow && theme_but_following(reason) == Theme::domestic)
        out.theme = Theme::domestic;
      // Votes hardly ever pay anything back, unless in anger.
      if (!place.cue->theme && out.theme == Theme::retaliation && !tells_.is_angry(begin, end) &&
          (acts_.tells_of_vote(sentence, begin, end) || tells_.is_afraid(begin, end)))
        out.theme = theme_but_answering(whole ? reason : words_.words(begin, end));
      if (!place.cue->theme) settle_text(out, sentence, {begin, end});
      if (out.theme == Theme::other && !states.empty() &&
          (purpose || tree_.lemma(place.last) == "to") &&
          !tells_.who_threatens(begin, end, states.front()).empty())
        out.theme = Theme::security;
      const bool of_pair = out.theme == Theme::follow || out.theme == Theme::other;
      if (!place.cue->theme && of_pair && tells_.weighs_two(begin, end)) out.theme = Theme::balance;
      if (out.theme == Theme::other && tells_.speaks_of_fear(begin, end))
        out.theme = Theme::security;
      if (out.theme == Theme::other && pleads(place) && place.cue->first() == "on")
        out.theme = Theme::norms;
      if (place.cue->only_with_theme && out.theme == Theme::other &&
          !answers_.is_deed({begin, end}))
        return nowhere;
      for (const std::string& state : states) {
        out.state = state;
        const bool answer = tell_answer(out, place, {begin, end});
        const bool known = !place.cue->only_with_theme || out.theme != Theme::other;
        put_down_ = is_of_putting(*place.cue) && !out.speaker.name.empty();
        told_by_cue_ = place.cue->theme && place.cue->reason != ReasonCue::Reason::self;
        if (!answer && known) add(out, begin, end);
      }
    }
    return std::max(place.last, last - 1);
  }

  // "“It breaks the law,” she explained": what a speaker says of his own is seldom an answer.
  bool tell_explained(Explanation out, const std::vector<std::string>& states,
                      const TokenRange& reason) {
    out.theme = theme_but_answering(words_.words(reason.first, reason.second));
    if (out.theme == Theme::other || out.speaker.name.empty() || states.empty()) return false;
    out.state = out.speaker.state.empty() ? states.front() : out.speaker.state;
    if (out.theme == Theme::follow || out.theme == Theme::material)
      out.cause = causes_.cause_in(reason.first, reason.second, out.state, out.theme);
    if (out.theme == Theme::follow && out.cause.empty()) return false;
    put(std::move(out));
    return true;
  }

  // "Why did Mali abstain? “The law is the same for all,” its envoy says."
  void tell_reply(const Sentence& sentence) {
    const std::optional<Reply> reply = replies_.reply_in(tree_.sentence(sentence.first));
    if (!reply) return;
    Explanation out;
    out.speaker = reply->speaker;
    out.evidence = view_.evidence(reply->words.first, reply->words.second - 1);
    out.theme = theme_but_answering(words_.words(reply->words.first, reply->words.second));
    if (out.theme == Theme::other) return;
    for (const std::string& state : reply->states) {
      out.state = state;
      out.cause = causes_.cause_in(reply->words.first, reply->words.second, state, out.theme);
      if (out.theme != Theme::follow && out.theme != Theme::material) out.cause.clear();
      if (out.theme != Theme::follow || !out.cause.empty()) put(out);
    }
  }

  // "Mali abstained for the same reason": as the last one.
  bool tell_again(Explanation out, const std::vector<std::string>& states) {
    if (out_.empty()) return false;
    out.theme = out_.back().theme;
    out.cause = out_.back().cause;
    for (const std::string& state : states) {
      if (state == out_.back().state || state == out.cause) continue;
      out.state = state;
      put(out);
      break;
    }
    return true;
  }

  // "expelled the envoys because their governments had": an answer to each of them. Whether it is
  // one.
  bool tell_answer(Explanation out, const CuePlace& place, const TokenRange& reason) {
    constexpr std::array<Theme, 4> own = {Theme::follow, Theme::domestic, Theme::norms,
                                          Theme::material};
    if (place.cue->theme && out.theme != Theme::retaliation) return false;
    if (tells_.is_about_text(reason.first, reason.second) || pleads(place)) return false;
    if (!tells_.who_asked(reason.first, reason.second, out.state).empty()) return false;
    const bool puts = is_of_putting(*place.cue);
    const bool purpose =
        !puts && (place.cue->first() == "to" || place.cue->words.back().either[0] == "to" ||
                  place.cue->first() == "so" || place.cue->first() == "lest");
    if (purpose || tells_.is_afraid(reason.first, reason.second)) return false;
    const bool kind = tells_.tells_of_kindness(reason.first, reason.second);
    if (kind && !answers_.is_sure(place, reason)) return false;
    const std::vector<std::string> answered = answers_.answered(place, reason, out.state);
    if (answered.empty()) return false;
    const bool told_as_deed = place.cue->reason == ReasonCue::Reason::clause ||
                              answers_.is_deed(reason) ||
                              (puts && answers_.is_done_by(reason, answered.front()));
    if (!told_as_deed && (puts || std::ranges::find(own, out.theme) != own.end())) return false;
    out.theme = Theme::retaliation;
    for (const std::string& state : answered) {
      out.cause = state;
      put(out);
    }
    return true;
  }

  void add(Explanation out, std::uint32_t first, std::uint32_t last) {
    out.cause = causes_.cause_in(first, last, out.state, out.theme);
    if (out.theme == Theme::material && out.cause.empty())
      out.cause = causes_.cause_before(first, last, out.state, out.theme);
    if (std::string who = tells_.who_asked(first, last, out.state); !who.empty() && !told_by_cue_) {
      out.theme = Theme::follow;
      out.cause = std::move(who);
      if (is_sought(out)) put(std::move(out));
      return;
    }
    settle_following(out, first, last);
    // What another state did is answered, but not a kindness by thanks.
    const bool kind = out.theme == Theme::other && tells_.tells_of_kindness(first, last);
    // Of what may yet be done, or what a text says.
    const bool afraid = tells_.is_afraid(first, last) || tells_.is_about_text(first, last);
    if (!afraid) settle_answer(out, first, last);
    const bool fears = tells_.tells_of_fear(first, last) || tells_.tells_of_menace(first, last) ||
                       (told_by_cue_ && out.theme == Theme::security);
    settle_other(out, {first, last}, kind, fears);
    if (!afraid) settle_wrong(out, first, last);
    settle_cause(out, {first, last}, kind, fears);
    if (is_sought(out)) put(std::move(out));
  }

  // What is wrong with a text is a matter of norms, whatever it is silent on.
  void settle_text(Explanation& out, const Sentence& sentence, const TokenRange& reason) const {
    const auto& [first, last] = reason;
    const bool silent = tells_.tells_of_silence(first, last) &&
                        (acts_.tells_of_vote(sentence, first, last) ||
                         acts_.tells_of_stand(tree_.sentence(sentence.first)));
    // "because the text did nothing for the talks": no deed of another.
    if (out.theme == Theme::retaliation && tells_.is_about_text(first, last))
      out.theme = theme_but_answering(words_.words(first, last));
    if (silent || (out.theme == Theme::other && tells_.is_about_text(first, last)))
      out.theme = Theme::norms;
  }

  // Nobody follows without one that he follows: another theme, if there is one.
  void settle_following(Explanation& out, std::uint32_t first, std::uint32_t last) {
    if (out.theme != Theme::follow || !out.cause.empty()) return;
    out.cause = followed_.companion(out.evidence.sentence, {first, last}, out.state);
    const bool organisation = tells_.names_organisation(first, last);
    if (!out.cause.empty() || (told_by_cue_ && organisation)) return;
    if (tells_.names_region(first, last)) return;
    out.theme = theme_but_following(words_.words(first, last));
    // "pressure from its fishermen", who are at home.
    const bool pressed = out.evidence.text.find("pressure") != std::string::npos && !organisation;
    if (pressed && tells_.is_pressed_by_name(first, last)) out.theme = Theme::follow;
    if (pressed && (out.theme == Theme::material || out.theme == Theme::other))
      out.theme = Theme::domestic;
    out.cause = causes_.cause_in(first, last, out.state, out.theme);
  }

  // "because Mali had closed the border"
  void settle_answer(Explanation& out, std::uint32_t first, std::uint32_t last) {
    const std::string by = doers_.hurt_by(first, last, out.state);
    const std::string had = tells_.who_had(first, last, out.state);
    const bool may_answer = out.theme == Theme::other || out.theme == Theme::security ||
                            out.theme == Theme::retaliation || out.theme == Theme::norms;
    const bool hurt = !by.empty() && may_answer && out.theme != Theme::norms;
    if (!hurt && (had.empty() || !may_answer || tells_.tells_of_kindness(first, last))) return;
    out.theme = Theme::retaliation;
    out.cause = hurt ? by : had;
  }

  // What no word of a theme tells may be told by what the cause does, or may do.
  void settle_other(Explanation& out, const TokenRange& reason, bool kind, bool fears) {
    const auto& [first, last] = reason;
    const bool does = tells_.does_something(first, last, out.cause);
    if (out.theme == Theme::other && !out.cause.empty() && tells_.does_alike(first, last))
      out.theme = Theme::follow;
    // "for fear of a rift with Chad": to stay its friend.
    if (out.theme == Theme::other && fears && tells_.names_with(first, last, out.cause))
      out.theme = Theme::follow;
    if (out.theme == Theme::other && !out.cause.empty() && !kind && (fears || does))
      out.theme = fears ? Theme::security : Theme::retaliation;
    if (out.theme == Theme::other && out.cause.empty() && fears) out.theme = Theme::security;
  }

  void settle_wrong(Explanation& out, std::uint32_t first, std::uint32_t last) {
    if (out.theme != Theme::other && out.theme != Theme::security) return;
    std::string who = tells_.who_wrongs(first, last, out.state);
    if (who.empty()) who = tells_.who_does(first, last, out.state);
    if (who.empty()) return;
    out.theme = Theme::retaliation;
    out.cause = std::move(who);
  }

  // Only some themes have a state for their cause, and some of them look for it elsewhere.
  void settle_cause(Explanation& out, const TokenRange& reason, bool kind, bool fears) {
    const auto& [first, last] = reason;
    if (out.theme == Theme::retaliation && out.cause.empty())
      out.cause = doers_.acted_against(out.evidence.sentence, out.state);
    // "in view of the violation": of the one it acts against.
    const bool broken = out.theme == Theme::norms && tells_.tells_of_breach(first, last);
    if ((out.theme == Theme::retaliation || broken) && out.cause.empty())
      out.cause = doers_.last_against(out.state, view_.document().tokens[first].begin);
    const bool of_a_state = out.theme == Theme::follow || out.theme == Theme::retaliation ||
                            out.theme == Theme::material || out.theme == Theme::ideology ||
                            (out.theme == Theme::security && fears) || broken;
    if (!of_a_state && !kind) out.cause.clear();
    if (out.theme == Theme::security && out.cause.empty())
      out.cause = tells_.who_threatens(first, last, out.state);
    // "because Chad's refusal endangers it"
    if (out.theme == Theme::security && out.cause.empty())
      out.cause = causes_.who_does(first, last, out.state);
  }

  // A purpose of no known kind that somebody gives explains an act or a vote, or nothing that is
  // looked for.
  bool is_sought(const Explanation& out) const {
    if (out.theme != Theme::other || !out.cause.empty() || put_down_) return true;
    return out.speaker.name.empty() ? acts_.tells_of_stand(out.evidence.sentence)
                                    : acts_.tells_of_act(out.evidence.sentence);
  }

  // The same from the same mouth is told once.
  void put(Explanation out) {
    const std::string in = out.speaker.name.empty() ? std::to_string(out.evidence.sentence) : "";
    const bool is_new =
        told_.emplace(out.state, out.speaker.name, out.theme, out.cause, in).second &&
        told_
            .emplace(out.state, out.speaker.name, out.theme,
                     out.theme == Theme::retaliation ? out.cause : "",
                     "in " + std::to_string(out.evidence.sentence))
            .second;
    if (is_new) out_.push_back(std::move(out));
  }

  const ReportView& view_;
  const SentenceTree& tree_;
  const Doers doers_;
  const ReasonWords words_;
  const ReasonActs acts_;
  const ReasonAnswers answers_;
  const ReasonFollowed followed_;
  const ReasonTells tells_;
  const ReasonCauses causes_;
  const ReasonSpeakers speakers_;
  const ReasonSubjects subjects_;
  const ReasonReplies replies_;
  std::set<std::tuple<std::string, std::string, Theme, std::string, std::string>> told_;
  bool put_down_ = false;     // "analysts put it down to" what is added
  bool told_by_cue_ = false;  // that the cue itself tells the theme of what is added
  std::vector<Explanation> out_;
};

}  // namespace

std::vector<Explanation> read_explanations(const ReportView& view,
                                           const std::vector<ReportedVote>& votes,
                                           const std::vector<ReportedEvent>& events) {
  return ExplanationReader(view, votes, events).read();
}

}  // namespace volteface
