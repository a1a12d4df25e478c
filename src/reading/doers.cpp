#include "reading/doers.h"

#include <algorithm>
#include <optional>
#include <span>

#include "reading/tables.h"

namespace volteface {
namespace {

constexpr int farthest_act = 200;  // acts looked back for what is answered

}  // namespace

Doers::Doers(const ReportView& view, const std::vector<ReportedVote>& votes,
             const std::vector<ReportedEvent>& events)
    : view_(view), tree_(view.tree), votes_(votes) {
  for (const ReportedVote& vote : votes)
    doers_.push_back({vote.evidence.begin, vote.evidence.end, vote.evidence.sentence, vote.state,
                      "", false, false});
  for (const ReportedEvent& event : events) {
    const bool friendly = event.type == EventType::consult || event.type == EventType::support;
    const bool harms = event.type >= EventType::request;  // behind it, only what is worse
    if (!event.source.state.empty())
      doers_.push_back({event.evidence.begin, event.evidence.end, event.evidence.sentence,
                        event.source.state, event.target.state, !friendly, harms});
  }
  std::ranges::stable_sort(doers_, {}, &Doer::begin);
  for (const Mention& mention : view.document().mentions) {
    for (const std::uint32_t e : mention.entities) {
      const std::string& state = view.document().entities[e].state;
      if (!state.empty()) ++mentions_[state];
    }
  }
  // Whom a report names first it is about, where that one acts.
  for (const Mention& mention : view.document().mentions) {
    if (mention.entities.empty()) continue;
    const std::string& state = view.document().entities[mention.entities.front()].state;
    if (state.empty()) continue;
    const auto acts = [&](const Doer& doer) { return doer.state == state; };
    if (std::ranges::any_of(doers_, acts)) most_spoken_of_ = state;
    break;
  }
  if (!most_spoken_of_.empty()) return;
  for (const Doer& doer : doers_) {
    if (most_spoken_of_.empty() || mentions_of(doer.state) > mentions_of(most_spoken_of_))
      most_spoken_of_ = doer.state;
  }
}

int Doers::mentions_of(const std::string& state) const {
  const auto found = mentions_.find(state);
  return found == mentions_.end() ? 0 : found->second;
}

std::string Doers::most_named_but(const std::set<std::string>& others) const {
  std::string best;
  for (const auto& [state, count] : mentions_) {
    if (!others.contains(state) && (best.empty() || count > mentions_of(best))) best = state;
  }
  return best;
}

std::string Doers::who_did(std::uint32_t noun, const std::string& speaker) const {
  const std::string_view word = tree_.lemma(noun);
  std::string last;
  auto at = std::ranges::lower_bound(doers_, tree_.token(noun).begin, {}, &Doer::begin);
  for (int k = 0; at != doers_.begin() && k < farthest_act; ++k) {
    const Doer& doer = *--at;
    if (!last.empty() && doer.state != speaker) continue;
    const Sentence& sentence = view_.document().sentences[doer.sentence];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = tree_.token(t);
      if (token.begin < doer.begin || token.end > doer.end || token.lemma != word) continue;
      if (doer.state == speaker) return speaker;
      last = doer.state;
      break;
    }
  }
  return last;
}

std::vector<std::string> Doers::all_before(std::uint32_t token, std::uint32_t sentence) const {
  std::vector<std::string> out;
  auto at = std::ranges::lower_bound(doers_, view_.document().sentences[sentence].begin, {},
                                     &Doer::begin);
  for (; at != doers_.end() && at->begin < tree_.token(token).begin; ++at) {
    if (at->sentence == sentence && std::ranges::find(out, at->state) == out.end())
      out.push_back(at->state);
  }
  return out;
}

// Who acts in the sentence, last before a token.
std::string Doers::doer_before(std::uint32_t token) const {
  auto at = std::ranges::lower_bound(doers_, tree_.token(token).begin, {}, &Doer::begin);
  if (at == doers_.begin()) return {};
  --at;
  return at->sentence == tree_.sentence(token) ? at->state : std::string();
}

// Who acts last in the sentence, or else in the one before it: of "that" and "it".
std::string Doers::last_doer(std::uint32_t token) const {
  const std::uint32_t here = tree_.sentence(token);
  auto at = std::ranges::lower_bound(doers_, tree_.token(token).begin, {}, &Doer::begin);
  if (at == doers_.begin()) return {};
  --at;
  return at->sentence + 1 >= here ? at->state : std::string();
}

// Whose votes were read from a verb, whatever the tree has for its subject.
std::vector<std::string> Doers::voters_by(std::uint32_t verb) const {
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

// Of those who voted as the noun says the one that the paragraph has named last, else the one
// that the report speaks of most.
std::string Doers::voter_of(std::uint32_t act) const {
  const std::string word = lower_case(tree_.lemma(act));
  std::optional<ReportedChoice> choice;
  if (word == "abstention") choice = ReportedChoice::abstain;
  if (word == "no" || word == "veto") choice = ReportedChoice::no;
  if (word == "yes") choice = ReportedChoice::yes;
  const bool the = act > 0 && tree_.is(act - 1, "det") &&
                   (tree_.lemma(act - 1) == "the" || tree_.lemma(act - 1) == "that" ||
                    tree_.lemma(act - 1) == "this");
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
std::string Doers::last_named(std::uint32_t token, const std::set<std::string>& states) const {
  const Document& d = view_.document();
  std::uint32_t s = tree_.sentence(token);
  while (s > 0 && !d.sentences[s].begins_paragraph) --s;
  auto at = std::ranges::upper_bound(d.mentions, tree_.token(token).begin, {}, &Mention::begin);
  int looked_at = 100;  // mentions
  while (at != d.mentions.begin() && std::prev(at)->begin >= d.sentences[s].begin) {
    --at;
    if (--looked_at < 0) break;
    for (const std::uint32_t e : at->entities) {
      if (states.contains(d.entities[e].state)) return d.entities[e].state;
    }
  }
  return {};
}

// The state that last did something against this one, else anything but to talk.
std::string Doers::last_against(const std::string& state, std::uint32_t begin) const {
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

// "shut the border with Chad in retaliation": whom the act of a sentence is against.
std::string Doers::acted_against(std::uint32_t sentence, const std::string& state) const {
  const Sentence& of = view_.document().sentences[sentence];
  auto at = std::ranges::lower_bound(doers_, of.begin, {}, &Doer::begin);
  for (; at != doers_.end() && at->begin < of.end; ++at) {
    if (at->harms && at->state == state && !at->target.empty() && at->target != state)
      return at->target;
  }
  return {};
}

// Whom a state last did something against.
std::string Doers::last_target_of(const std::string& state, std::uint32_t begin) const {
  auto at = std::ranges::lower_bound(doers_, begin, {}, &Doer::begin);
  for (int k = 0; at != doers_.begin() && k < farthest_act; ++k) {
    const Doer& doer = *--at;
    if (doer.harms && doer.state == state && doer.target != state) return doer.target;
  }
  return {};
}

// "because Chad pushes others to stop the money": the one that is told to act against it.
std::string Doers::hurt_by(std::uint32_t first, std::uint32_t last,
                           const std::string& state) const {
  const Document& d = view_.document();
  auto at = std::ranges::lower_bound(doers_, d.tokens[first].begin, {}, &Doer::begin);
  for (; at != doers_.end() && at->begin < d.tokens[last - 1].end; ++at) {
    if (at->harms && at->state != state && at->target == state) return at->state;
  }
  return {};
}

}  // namespace volteface
