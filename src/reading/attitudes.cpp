#include "reading/attitudes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>

#include "reading/quoted_judgement.h"
#include "reading/story.h"
#include "reading/tables.h"

namespace volteface {
namespace {

// "isn’t" as "isn't", which is what words are compared with.
std::string with_plain_apostrophes(std::string words) {
  constexpr std::string_view curved = "’";
  for (std::size_t at = 0; (at = words.find(curved, at)) != std::string::npos; ++at)
    words.replace(at, curved.size(), "'");
  return words;
}

class AttitudeReader {
 public:
  AttitudeReader(const ReportView& view, const std::vector<ReportedEvent>& events)
      : view_(view), events_(events), story_(view) {}

  std::vector<ReportedEvent> read() {
    const Document& d = view_.document();
    for (const Quote& quote : d.quotes) {
      note_events_before(quote);
      const std::string words = with_plain_apostrophes(lower_case(d.text_of(quote)));
      if (demands(words)) {
        tell_demand(quote);
        continue;
      }
      if (const std::uint32_t asked = who_must(quote); asked != nowhere) {
        tell_demand_of(quote, asked);
        continue;
      }
      if (tell_denial(quote, words)) continue;
      if (is_menace(words) && tell_threat(quote)) continue;
      const Judgement judgement = judgement_of(words);
      if (judgement != Judgement::none) tell(quote, judgement == Judgement::ill);
    }
    return std::move(out_);
  }

 private:
  // The story so far: acts are in the order of the text.
  void note_events_before(const Quote& quote) {
    for (; noted_ < events_.size() && events_[noted_].evidence.begin < quote.begin; ++noted_)
      story_.note(events_[noted_], events_[noted_].evidence.sentence);
  }

  void tell(const Quote& quote, bool ill) {
    const std::uint32_t at = place_of(quote);
    if (at == nowhere) return;
    const std::optional<Actor> speaker = speaker_of(quote, at);
    if (!speaker || (ill && is_said_by_verb(quote, *speaker))) return;
    for (const Actor& target : targets_of(quote, at, *speaker, ill))
      tell(quote, at, ill, *speaker, target);
  }

  // "rejected it as 'a lie'": the quoted words tell no more than the verb that brings them in.
  bool is_said_by_verb(const Quote& quote, const Actor& speaker) const {
    const std::uint32_t here = sentence_of(quote);
    const auto sentence = [](const ReportedEvent& e) { return e.evidence.sentence; };
    auto e = std::ranges::lower_bound(events_, here, {}, sentence);
    for (; e != events_.end() && e->evidence.sentence == here; ++e) {
      const bool by_words = e->type == EventType::reject || e->type == EventType::accuse ||
                            e->type == EventType::threaten;
      const bool around = e->evidence.begin <= quote.begin && e->evidence.end > quote.begin;
      if (by_words && around && same_side(e->source, speaker)) return true;
    }
    return false;
  }

  std::uint32_t sentence_of(const Quote& quote) const {
    const auto& sentences = view_.document().sentences;
    const auto behind = std::ranges::upper_bound(sentences, quote.begin, {}, &Sentence::begin);
    return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(behind - sentences.begin(), 1) - 1);
  }

  void tell(const Quote& quote, std::uint32_t at, bool ill, const Actor& speaker,
            const Actor& target) {
    ReportedEvent event = said(quote, at, speaker, target);
    event.type = ill ? EventType::accuse : EventType::support;
    if (!ill) event.mode = thanks(quote) ? EventMode::thank : EventMode::praise;
    if (!is_told(event)) out_.push_back(event);
  }

  // "You must leave": asked of the one who is spoken with.
  static bool demands(std::string_view words) {
    constexpr std::array<std::string_view, 6> phrases = {"you should ",   "you must ",
                                                         "you have to ",  "you need to ",
                                                         "you ought to ", "you had better "};
    return std::ranges::any_of(phrases, [&](auto phrase) { return words.starts_with(phrase); });
  }

  void tell_demand(const Quote& quote) {
    const std::uint32_t at = place_of(quote);
    const std::optional<Actor> speaker = at == nowhere ? std::nullopt : speaker_of(quote, at);
    if (!speaker) return;
    const std::optional<Actor> other = story_.other_side({*speaker}, at);
    if (!other) return;
    ReportedEvent event = said(quote, at, *speaker, *other);
    event.type = EventType::request;
    if (!is_told(event)) out_.push_back(event);
  }

  // "Chad must leave": Chad. Where the quotation begins with who must; nowhere else.
  std::uint32_t who_must(const Quote& quote) const {
    constexpr std::array<std::string_view, 3> words = {"must", "should", "ought"};
    constexpr std::uint32_t nearest = 5;
    const Document& d = view_.document();
    const auto begin = std::ranges::lower_bound(d.tokens, quote.begin, {}, &Token::begin);
    const auto first = static_cast<std::uint32_t>(begin - d.tokens.begin());
    for (std::uint32_t t = first; t < std::min<std::size_t>(first + nearest, d.tokens.size());
         ++t) {
      if (d.tokens[t].upos != "AUX" || !is_one_of(view_.tree.lemma(t), words)) continue;
      const std::uint32_t verb = view_.tree.head(t);
      // "should be proud", "should never have been attacked"
      const bool no_demand = verb != nowhere && (view_.tree.child(verb, {"cop"}) != nowhere ||
                                                 is_passive(view_.tree, verb) ||
                                                 view_.tree.has_child(verb, "aux", "have"));
      if (no_demand) return nowhere;
      const std::uint32_t subject = verb == nowhere ? nowhere : view_.tree.child(verb, {"nsubj"});
      return subject != nowhere && subject < t ? subject : nowhere;
    }
    return nowhere;
  }

  void tell_demand_of(const Quote& quote, std::uint32_t asked) {
    const std::uint32_t at = place_of(quote);
    const std::optional<Actor> speaker = at == nowhere ? std::nullopt : speaker_of(quote, at);
    if (!speaker) return;
    for (const Actor& target : view_.actors.actors_of(asked)) {
      if (same_side(target, *speaker)) continue;
      ReportedEvent event = said(quote, at, *speaker, target);
      event.type = EventType::request;
      if (!is_told(event)) out_.push_back(event);
    }
  }

  // "That is not true": whoever was accused denies it, and blames nobody by that.
  bool tell_denial(const Quote& quote, std::string_view words) {
    const auto holds = [&](const std::string& word) {
      return words.find(word) != std::string_view::npos;
    };
    if (std::ranges::none_of(reading_tables().list("denial"), holds)) return false;
    const std::uint32_t at = place_of(quote);
    const std::optional<Actor> speaker = at == nowhere ? std::nullopt : speaker_of(quote, at);
    if (!speaker) return false;
    const std::optional<Actor> accuser = story_.last_accuser({*speaker}, at);
    if (!accuser) return false;
    ReportedEvent event = said(quote, at, *speaker, *accuser);
    event.type = EventType::reject;
    if (!is_told(event)) out_.push_back(event);
    return true;
  }

  ReportedEvent said(const Quote& quote, std::uint32_t at, const Actor& speaker,
                     const Actor& target) const {
    ReportedEvent event;
    event.source = speaker;
    event.target = target;
    event.date = view_.calendar.window_of(at, ClauseTime::past, Modality::asserted);
    event.evidence.begin = quote.begin;
    event.evidence.end = quote.end;
    event.evidence.text = view_.document().text_of(quote);
    event.evidence.sentence = view_.tree.sentence(at);
    return event;
  }

  bool thanks(const Quote& quote) const {
    const std::string words = lower_case(view_.document().text_of(quote));
    const auto has = [&](std::string_view word) { return words.find(word) != std::string::npos; };
    return has("thank") || has("grateful");
  }

  // The word that the quotation is brought in by; nowhere if it holds no word at all.
  std::uint32_t place_of(const Quote& quote) const {
    const Document& d = view_.document();
    if (quote.cue != nowhere) return quote.cue;
    if (quote.speaker != nowhere) return d.mentions[quote.speaker].head;
    const auto first = std::ranges::lower_bound(d.tokens, quote.begin, {}, &Token::begin);
    return first == d.tokens.end() ? nowhere : static_cast<std::uint32_t>(first - d.tokens.begin());
  }

  // Whose words these are; of a few words within a sentence, who says the sentence.
  std::optional<Actor> speaker_of(const Quote& quote, std::uint32_t at) const {
    if (quote.speaker != nowhere) {
      std::vector<Actor> actors =
          view_.actors.actors_of(view_.document().mentions[quote.speaker].head);
      return actors.empty() ? std::nullopt : std::optional(std::move(actors.front()));
    }
    const Speaker speaker = view_.speaker_of_token(at);
    if (speaker.state.empty()) return std::nullopt;
    const bool named = !speaker.name.empty() && speaker.name.front() >= 'A' &&
                       speaker.name.front() <= 'Z' && !speaker.role.empty();
    return Actor{speaker.state, "", named ? speaker.name : ""};
  }

  // By these words before, or by a verb of the sentence ("condemned the move as 'shameful'").
  bool is_told(const ReportedEvent& event) {
    const auto side = [](const Actor& actor) { return actor.state + '/' + actor.org; };
    if (is_told_beside(event)) return true;
    return !told_
                .emplace(side(event.source), side(event.target), event.type, event.date.from,
                         event.date.to)
                .second;
  }

  bool is_told_beside(const ReportedEvent& event) const {
    const std::uint32_t here = event.evidence.sentence;
    const auto sentence = [](const ReportedEvent& e) { return e.evidence.sentence; };
    auto e = std::ranges::lower_bound(events_, here - std::min(here, 1u), {}, sentence);
    for (; e != events_.end() && e->evidence.sentence <= here + 1; ++e) {
      if (same_side(e->source, event.source) && same_side(e->target, event.target) &&
          e->type == event.type)
        return true;
    }
    return false;
  }

  // "You will pay for this": to whom it is said, the body whose vote it speaks of, else the other
  // side.
  bool tell_threat(const Quote& quote) {
    const std::uint32_t at = place_of(quote);
    const std::optional<Actor> speaker = at == nowhere ? std::nullopt : speaker_of(quote, at);
    if (!speaker) return false;
    if (is_said_by_verb(quote, *speaker)) return true;
    std::optional<Actor> target = spoken_to(quote, *speaker);
    const bool to_somebody =
        quote.cue != nowhere && view_.tree.child(quote.cue, {"obj", "iobj"}) != nowhere;
    const bool of_vote = !to_somebody && lower_case(view_.document().text_of(quote)).find("vote") !=
                                             std::string::npos;
    if (!target && of_vote && view_.names_united_nations()) target = Actor{"", "UN", ""};
    if (!target) target = story_.other_side({*speaker}, at);
    if (!target) return false;
    ReportedEvent event = said(quote, at, *speaker, *target);
    event.type = EventType::threaten;
    if (!is_told(event)) out_.push_back(event);
    return true;
  }

  // "..., the minister told the envoy of Chad"
  std::optional<Actor> spoken_to(const Quote& quote, const Actor& speaker) const {
    if (quote.cue == nowhere) return std::nullopt;
    for (const std::uint32_t c : view_.tree.children(quote.cue)) {
      const bool told =
          view_.tree.is(c, "obj") || view_.tree.is(c, "iobj") || view_.tree.preposition(c) == "to";
      if (!told || c < quote.cue) continue;
      for (Actor& actor : view_.actors.actors_of(c))
        if (!same_side(actor, speaker)) return std::move(actor);
    }
    return std::nullopt;
  }

  // Whom the quotation names, else who was named before it in the sentence ("Chad and Mali" are
  // both meant), else the other side of the story.
  std::vector<Actor> targets_of(const Quote& quote, std::uint32_t at, const Actor& speaker,
                                bool ill) const {
    const Document& d = view_.document();
    std::vector<Actor> before;
    bool owns_up = false;  // "Chad has made a mistake", by who speaks for it
    const Sentence& sentence = d.sentences[view_.tree.sentence(at)];
    const auto first = std::ranges::lower_bound(d.mentions, std::min(quote.begin, sentence.begin),
                                                {}, &Mention::begin);
    for (auto m = first; m != d.mentions.end() && m->begin < quote.end; ++m) {
      const Mention& mention = *m;
      const bool inside = mention.begin >= quote.begin && mention.end <= quote.end;
      const bool ahead = mention.begin >= sentence.begin && mention.end <= quote.begin;
      if (!inside && !ahead) continue;
      std::vector<Actor> named = view_.actors.actors_of(mention.head);
      std::erase_if(named, [&](const Actor& actor) { return same_side(actor, speaker); });
      owns_up = owns_up || (named.empty() && inside && mention.kind != MentionKind::pronoun &&
                            view_.tree.is(mention.head, "nsubj"));
      if (named.empty()) continue;
      if (inside) return {named.front()};
      // What is joined to the one before it stands with it.
      if (!view_.tree.is(mention.head, "conj")) before = std::move(named);
    }
    if (auto spoken_of = spoken_of_beside(quote, speaker); !spoken_of.empty()) return spoken_of;
    if (ill && owns_up) return {};
    if (!ill && before.empty() && is_a_saying(quote)) return {};
    if (before.empty() && is_of_a_vote(quote, sentence)) return {Actor{"", "UN", ""}};
    if (!before.empty()) return before;
    if (const auto other = other_side(speaker, at, ill && !speaks_to_somebody(quote)))
      return {*other};
    return {};
  }

  // "'A liar,' the minister said of Chad"
  std::vector<Actor> spoken_of_beside(const Quote& quote, const Actor& speaker) const {
    if (quote.cue == nowhere) return {};
    for (const std::uint32_t c : view_.tree.children(quote.cue)) {
      const std::string preposition = view_.tree.preposition(c);
      if (c < quote.cue || (preposition != "of" && preposition != "about")) continue;
      std::vector<Actor> found = view_.actors.actors_of(c);
      std::erase_if(found, [&](const Actor& actor) { return same_side(actor, speaker); });
      if (!found.empty()) return found;
    }
    return {};
  }

  // "Security is the coin of friendship": of nobody, but not "a friend in need".
  bool is_a_saying(const Quote& quote) const {
    const Document& d = view_.document();
    auto t = std::ranges::lower_bound(d.tokens, quote.begin, {}, &Token::begin);
    for (; t != d.tokens.end() && t->begin < quote.end; ++t) {
      const std::string_view tag = t->xpos;
      if (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD") return true;
    }
    return false;
  }

  // "You are gambling": to the one who is spoken with.
  bool speaks_to_somebody(const Quote& quote) const {
    const Document& d = view_.document();
    auto t = std::ranges::lower_bound(d.tokens, quote.begin, {}, &Token::begin);
    for (; t != d.tokens.end() && t->begin < quote.end; ++t) {
      if (t->lemma == "you" || t->lemma == "your" || t->lemma == "You") return true;
    }
    return false;
  }

  // Who blamed the speaker is blamed in turn; else who is blamed by one is blamed by the next.
  std::optional<Actor> other_side(const Actor& speaker, std::uint32_t at, bool ill) const {
    if (!ill) return story_.other_side({speaker}, at);
    if (auto accuser = story_.last_accuser({speaker}, at)) return accuser;
    for (const EventType type : {EventType::accuse, EventType::sanction, EventType::assault}) {
      if (auto blamed = story_.likely_target(type, {speaker}, at)) return blamed;
    }
    return story_.other_side({speaker}, at);
  }

  // "The vote was 'a farce'", "called the vote 'historic'": of the body that voted.
  bool is_of_a_vote(const Quote& quote, const Sentence& sentence) const {
    if (!view_.names_united_nations()) return false;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (view_.document().tokens[t].begin >= quote.begin) break;
      const bool thing = view_.tree.is(t, "nsubj") || (view_.tree.is(t, "obj") && !has_owner(t));
      const bool move = reading_tables().in_list("move", view_.tree.lemma(t));
      if (thing && !move && reading_tables().in_list("resolution", view_.tree.lemma(t)))
        return true;
    }
    return false;
  }

  // "called Chad's vote 'wise'": of Chad.
  bool has_owner(std::uint32_t noun) const {
    const std::uint32_t owner = view_.tree.child(noun, {"nmod:poss", "amod", "compound"});
    return owner != nowhere && !view_.actors.actors_of(owner).empty();
  }

  const ReportView& view_;
  const std::vector<ReportedEvent>& events_;
  Story story_;
  std::size_t noted_ = 0;  // of the events
  std::vector<ReportedEvent> out_;
  std::set<std::tuple<std::string, std::string, EventType, Date, Date>> told_;
};

}  // namespace

std::vector<ReportedEvent> read_attitudes(const ReportView& view,
                                          const std::vector<ReportedEvent>& events) {
  return AttitudeReader(view, events).read();
}

}  // namespace volteface
