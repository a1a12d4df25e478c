#include "reading/story.h"

#include <algorithm>
#include <functional>
#include <map>

#include "reading/tables.h"

namespace volteface {
namespace {

constexpr std::uint32_t reach = 4;          // sentences over which a side left out is looked for
constexpr std::size_t most_looked_at = 40;  // names or dealings, so that time stays linear

Actor without_person(Actor actor) {
  actor.person.clear();
  return actor;
}

bool is_one_of_them(const Actor& actor, const std::vector<Actor>& sides) {
  return std::ranges::any_of(sides, [&](const Actor& side) { return same_side(side, actor); });
}

}  // namespace

Story::Story(const ReportView& view) : view_(view) {
  const Document& d = view.document();
  const auto is_place = [&](const Mention& mention) {
    return !mention.entities.empty() &&
           d.entities[mention.entities.front()].type == NameType::place;
  };
  for (const Mention& mention : d.mentions) {
    if (mention.kind == MentionKind::pronoun || is_place(mention)) continue;
    // An organisation is more often where something happens than a side of it.
    for (const Actor& actor : view.actors.actors_of(mention.head)) {
      auto& of_kind = actor.state.empty() ? organisations_ : named_;
      if (actor.person.empty() || !actor.state.empty())
        of_kind.push_back({mention.head, without_person(actor)});
    }
  }
  std::ranges::stable_sort(named_, {}, &Named::token);
  std::ranges::stable_sort(organisations_, {}, &Named::token);
  find_most_named();
}

void Story::note(const ReportedEvent& event, std::uint32_t sentence) {
  dealings_.push_back({sentence, event.type, event.mode == EventMode::visit,
                       without_person(event.source), without_person(event.target),
                       holds_charge(event.evidence)});
  const bool hurts = event.type == EventType::sanction || event.type == EventType::accuse ||
                     event.type == EventType::threaten;
  if (hurts && event.modality == Modality::asserted && !event.target.state.empty())
    ++blamed_[event.target.state];
}

std::optional<Actor> Story::named_before(const std::vector<Actor>& sides, std::uint32_t token,
                                         std::uint32_t from) const {
  auto at = std::ranges::lower_bound(named_, token, {}, &Named::token);
  for (std::size_t k = 0; at != named_.begin() && k < most_looked_at; ++k) {
    --at;
    if (at->token < from) break;
    if (!is_one_of_them(at->actor, sides)) return at->actor;
  }
  return std::nullopt;
}

std::optional<Actor> Story::dealt_with(const std::vector<Actor>& sides,
                                       std::uint32_t sentence) const {
  for (std::size_t k = dealings_.size(), n = 0; k-- > 0 && n < most_looked_at; ++n) {
    const Dealing& dealing = dealings_[k];
    if (dealing.sentence + reach < sentence) break;
    const bool a = is_one_of_them(dealing.a, sides), b = is_one_of_them(dealing.b, sides);
    if (a && !b) return dealing.b;
    if (b && !a) return dealing.a;
  }
  return std::nullopt;
}

std::optional<Actor> Story::last_doer(EventType type, std::uint32_t token) const {
  const std::uint32_t sentence = view_.tree.sentence(token);
  for (std::size_t k = dealings_.size(), n = 0; k-- > 0 && n < most_looked_at; ++n) {
    const Dealing& dealing = dealings_[k];
    if (dealing.sentence + reach < sentence) break;
    if (dealing.type == type) return dealing.a;
  }
  return std::nullopt;
}

std::optional<Actor> Story::last_target(EventType type, const std::vector<Actor>& sides,
                                        std::uint32_t token) const {
  const std::uint32_t sentence = view_.tree.sentence(token);
  for (std::size_t k = dealings_.size(), n = 0; k-- > 0 && n < most_looked_at; ++n) {
    const Dealing& dealing = dealings_[k];
    if (dealing.sentence + reach < sentence) break;
    if (dealing.type == type && !is_one_of_them(dealing.b, sides)) return dealing.b;
  }
  return std::nullopt;
}

// "sued", "laid a complaint": more than words of blame.
bool Story::holds_charge(const Evidence& words) const {
  const auto& tokens = view_.document().tokens;
  auto token = std::ranges::lower_bound(tokens, words.begin, {}, &Token::begin);
  for (; token != tokens.end() && token->begin < words.end; ++token) {
    if (reading_tables().in_list("charges", token->lemma)) return true;
  }
  return false;
}

std::optional<Actor> Story::last_accuser(const std::vector<Actor>& sides,
                                         std::uint32_t token) const {
  constexpr std::uint32_t far = 30;
  const std::uint32_t sentence = view_.tree.sentence(token);
  std::optional<Actor> blames;
  for (std::size_t k = dealings_.size(), n = 0; k-- > 0 && n < most_looked_at; ++n) {
    const Dealing& dealing = dealings_[k];
    if (dealing.sentence + far < sentence) break;
    const bool accused = dealing.type == EventType::accuse && is_one_of_them(dealing.b, sides);
    if (!accused || is_one_of_them(dealing.a, sides)) continue;
    if (dealing.charge) return dealing.a;
    if (!blames) blames = dealing.a;
  }
  return blames;
}

bool Story::have_dealt(const Actor& a, const Actor& b, std::uint32_t token) const {
  const std::uint32_t sentence = view_.tree.sentence(token);
  for (std::size_t k = dealings_.size(), n = 0; k-- > 0 && n < most_looked_at; ++n) {
    const Dealing& dealing = dealings_[k];
    if (dealing.sentence + reach < sentence) break;
    if (same_side(dealing.a, a) && same_side(dealing.b, b)) return true;
    if (same_side(dealing.a, b) && same_side(dealing.b, a)) return true;
  }
  return false;
}

std::vector<Actor> Story::last_pair(std::uint32_t token) const {
  const std::uint32_t sentence = view_.tree.sentence(token);
  for (std::size_t k = dealings_.size(), n = 0; k-- > 0 && n < most_looked_at; ++n) {
    const Dealing& dealing = dealings_[k];
    if (dealing.sentence + reach < sentence) break;
    if (dealing.visit) continue;  // two may meet at a third
    if (!dealing.a.state.empty() && !dealing.b.state.empty()) return {dealing.a, dealing.b};
  }
  return {};
}

std::optional<Story::Harm> Story::last_harm(const std::vector<EventType>& types,
                                            const std::vector<Actor>& by,
                                            const std::vector<Actor>& to,
                                            std::uint32_t token) const {
  constexpr std::uint32_t far = 40;  // sentences
  const std::uint32_t sentence = view_.tree.sentence(token);
  for (std::size_t k = dealings_.size(), n = 0; k-- > 0 && n < most_looked_at; ++n) {
    const Dealing& dealing = dealings_[k];
    if (dealing.sentence + far < sentence) break;
    const bool of_type = std::ranges::find(types, dealing.type) != types.end();
    const bool by_them = by.empty() || is_one_of_them(dealing.a, by);
    const bool to_them = to.empty() || is_one_of_them(dealing.b, to);
    if (of_type && by_them && to_them) return Harm{dealing.a, dealing.b};
  }
  return std::nullopt;
}

void Story::find_most_named() {
  std::map<std::string, int> times;
  for (const Named& named : named_) ++times[named.actor.state];
  for (const auto& [state, n] : times) times_named_.emplace_back(n, state);
  std::ranges::sort(times_named_, std::greater());
  most_named_ = two_most_named_but({});
}

// Two, or none where a third is named as often.
std::vector<Actor> Story::two_most_named_but(const std::vector<Actor>& sides) const {
  std::vector<std::pair<int, std::string>> most;
  for (const auto& one : times_named_) {
    if (most.size() == 3) break;
    if (!is_one_of_them(Actor{one.second, "", ""}, sides)) most.push_back(one);
  }
  const bool clear =
      most.size() >= 2 && most[1].first >= 2 && (most.size() == 2 || most[2].first < most[1].first);
  if (!clear) return {};
  return {Actor{most[0].second, "", ""}, Actor{most[1].second, "", ""}};
}

std::vector<Actor> Story::main_pair(std::uint32_t token) const {
  auto pair = last_pair(token);
  return pair.size() == 2 ? pair : most_named_;
}

std::vector<Actor> Story::main_pair_beside(const std::vector<Actor>& sides,
                                           std::uint32_t token) const {
  std::vector<Actor> pair = most_named_.size() == 2 ? most_named_ : last_pair(token);
  std::erase_if(pair, [&](const Actor& side) { return is_one_of_them(side, sides); });
  return pair;
}

std::vector<Actor> Story::quarrelling(const std::vector<Actor>& sides, std::uint32_t token) const {
  const std::vector<Actor> pair = two_most_named_but(sides);
  return pair.empty() ? main_pair_beside(sides, token) : pair;
}

std::optional<Actor> Story::opposite(const std::vector<Actor>& sides) const {
  if (most_named_.size() != 2) return std::nullopt;
  const bool first = is_one_of_them(most_named_[0], sides);
  const bool second = is_one_of_them(most_named_[1], sides);
  if (first == second) return std::nullopt;
  return most_named_[first ? 1 : 0];
}

std::optional<Actor> Story::most_named_but(const std::vector<Actor>& sides) const {
  const std::pair<int, std::string>* best = nullptr;
  int next = 0;
  for (const auto& one : times_named_) {
    if (is_one_of_them(Actor{one.second, "", ""}, sides)) continue;
    if (best != nullptr) {
      next = one.first;
      break;
    }
    best = &one;
  }
  constexpr int times = 3;  // fewer are no story
  if (best == nullptr || best->first < times || 2 * best->first < 3 * next) return std::nullopt;
  return Actor{best->second, "", ""};
}

// None of the two states that the report names most.
bool Story::is_beside_the_story(const Actor& actor) const {
  constexpr std::size_t most = 2;
  for (std::size_t k = 0; k < std::min(most, times_named_.size()); ++k) {
    if (times_named_[k].second == actor.state) return false;
  }
  return !actor.state.empty();
}

std::optional<Actor> Story::likely_target(EventType type, const std::vector<Actor>& sides,
                                          std::uint32_t token) const {
  const auto last = last_target(type, sides, token);
  if (!last || !is_beside_the_story(*last)) return last;
  const auto most = most_named_but(sides);
  return most ? most : last;
}

std::optional<Actor> Story::most_blamed(const std::vector<Actor>& sides) const {
  const auto most = std::ranges::max_element(blamed_, {}, [](const auto& b) { return b.second; });
  if (most == blamed_.end() || most->second < 2) return std::nullopt;
  const Actor actor{most->first, "", ""};
  return is_one_of_them(actor, sides) ? std::nullopt : std::optional(actor);
}

std::optional<Actor> Story::broken_with(const std::vector<Actor>& sides,
                                        std::uint32_t token) const {
  constexpr std::uint32_t far = 30;
  const std::uint32_t sentence = view_.tree.sentence(token);
  for (std::size_t k = dealings_.size(), n = 0; k-- > 0 && n < most_looked_at; ++n) {
    const Dealing& dealing = dealings_[k];
    if (dealing.sentence + far < sentence) break;
    if (dealing.type != EventType::sanction) continue;
    const bool a = is_one_of_them(dealing.a, sides), b = is_one_of_them(dealing.b, sides);
    if (a != b) return a ? dealing.b : dealing.a;
  }
  return std::nullopt;
}

std::optional<Actor> Story::last_organisation(std::uint32_t token) const {
  const auto behind = std::ranges::lower_bound(organisations_, token, {}, &Named::token);
  if (behind == organisations_.begin()) return std::nullopt;
  constexpr std::uint32_t far = 12;  // sentences: what a report is about
  const Named& last = *(behind - 1);
  const bool near = view_.tree.sentence(last.token) + far >= view_.tree.sentence(token);
  return near ? std::optional(last.actor) : std::nullopt;
}

std::vector<Actor> Story::last_agreement(std::uint32_t token) const {
  constexpr std::uint32_t far = 12;  // sentences: what a report is about
  const std::uint32_t sentence = view_.tree.sentence(token);
  // The two that agreed most often; of several the last.
  std::vector<Actor> best;
  int most = 0;
  std::vector<const Dealing*> agreed;
  for (std::size_t k = dealings_.size(), n = 0; k-- > 0 && n < most_looked_at; ++n) {
    const Dealing& dealing = dealings_[k];
    if (dealing.sentence + far < sentence) break;
    if (dealing.type == EventType::agree) agreed.push_back(&dealing);
  }
  for (const Dealing* one : agreed) {
    const auto same = [&](const Dealing* other) {
      return (same_side(one->a, other->a) && same_side(one->b, other->b)) ||
             (same_side(one->a, other->b) && same_side(one->b, other->a));
    };
    const auto times = static_cast<int>(std::ranges::count_if(agreed, same));
    if (times > most) best = {one->a, one->b}, most = times;
  }
  return best;
}

std::optional<Actor> Story::other_side(const std::vector<Actor>& sides, std::uint32_t token) const {
  const Document& d = view_.document();
  const std::uint32_t sentence = view_.tree.sentence(token);
  if (auto here = named_before(sides, token, d.sentences[sentence].first)) return here;
  if (auto other = opposite(sides)) return other;
  if (auto other = most_named_but(sides)) return other;
  if (auto dealt = dealt_with(sides, sentence)) return dealt;
  return only_other(sides, token);
}

// The only one beside `sides` that some sentences before a token name.
std::optional<Actor> Story::only_other(const std::vector<Actor>& sides, std::uint32_t token) const {
  const std::uint32_t sentence = view_.tree.sentence(token);
  const std::uint32_t first =
      view_.document().sentences[sentence - std::min(sentence, reach)].first;
  std::vector<Actor> known = sides;
  const auto found = named_before(known, token, first);
  if (!found) return std::nullopt;
  known.push_back(*found);
  return named_before(known, token, first) ? std::nullopt : found;
}

std::optional<Actor> Story::last_named_but(const std::vector<Actor>& sides,
                                           std::uint32_t token) const {
  constexpr std::uint32_t near = 2;  // sentences
  const std::uint32_t sentence = view_.tree.sentence(token);
  const std::uint32_t first = view_.document().sentences[sentence - std::min(sentence, near)].first;
  return named_before(sides, token, first);
}

}  // namespace volteface
