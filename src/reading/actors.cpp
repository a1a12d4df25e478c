#include "reading/actors.h"

#include <algorithm>
#include <array>

#include "reading/act_words.h"
#include "reading/number_words.h"
#include "reading/person_names.h"
#include "reading/state_groups.h"
#include "reading/tables.h"
#include "reading/word_lists.h"

namespace volteface {
namespace {

bool is_actor(const Actor& actor) { return !actor.state.empty() || !actor.org.empty(); }

}  // namespace

bool same_side(const Actor& a, const Actor& b) { return a.state == b.state && a.org == b.org; }

void add_actor(const Actor& actor, std::vector<Actor>& out) {
  if (!is_actor(actor)) return;
  if (std::ranges::none_of(
          out, [&](const Actor& a) { return same_side(a, actor) && a.person == actor.person; }))
    out.push_back(actor);
}

void add_sides(std::vector<Actor> actors, std::vector<Actor>& out) {
  for (Actor& actor : actors) {
    const auto same = [&](const Actor& a) { return same_side(a, actor); };
    if (std::ranges::none_of(out, same)) out.push_back(std::move(actor));
  }
}

bool has_state(std::span<const Actor> actors, std::string_view state) {
  return std::ranges::any_of(actors, [&](const Actor& a) { return a.state == state; });
}

ActorFinder::ActorFinder(const SentenceTree& tree)
    : tree_(tree), mention_of_head_(tree.document().tokens.size(), nowhere) {
  const auto& mentions = tree.document().mentions;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    if (mentions[m].head < mention_of_head_.size()) mention_of_head_[mentions[m].head] = m;
  }
  // A name of which a parser made several nouns is meant by each of them ("Ban Ki" and "Moon").
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Mention& mention = mentions[m];
    if (mention.kind != MentionKind::name) continue;
    for (std::uint32_t t = mention.first; t < mention.last; ++t) {
      const std::uint32_t head = tree.head(t);
      const bool apart = head != nowhere && (head < mention.first || head >= mention.last);
      if (apart && mention_of_head_[t] == nowhere && tree.token(t).upos == "PROPN")
        mention_of_head_[t] = m;
    }
  }
  find_served();
  find_ambassadors();
  find_names();
  for (const Entity& entity : tree.document().entities)
    names_un_ |= entity.organisation == "UN" || entity.organisation == "UNSC" ||
                 entity.organisation == "UNGA" || entity.organisation == "UNHRC";
}

void ActorFinder::find_names() {
  const Document& document = tree_.document();
  std::vector<std::vector<std::string_view>> in_text(document.entities.size());
  for (const Mention& mention : document.mentions) {
    if (mention.kind != MentionKind::name) continue;
    for (const std::uint32_t e : mention.entities) in_text[e].push_back(document.text_of(mention));
  }
  for (std::uint32_t e = 0; e < in_text.size(); ++e) {
    const Entity& entity = document.entities[e];
    const bool person = entity.type == NameType::person && entity.named;
    names_.push_back(person ? name_as_used(entity.name, in_text[e]) : entity.name);
  }
}

std::uint32_t ActorFinder::entity_of(std::uint32_t token) const {
  if (token == nowhere || mention_of_head_[token] == nowhere) return nowhere;
  const Mention& mention = tree_.document().mentions[mention_of_head_[token]];
  return mention.entities.empty() ? nowhere : mention.entities.front();
}

Actor ActorFinder::actor_of(std::uint32_t e) const {
  const Entity& entity = tree_.document().entities[e];
  Actor out;
  out.state = served_[e];
  out.org = organisation_served_[e].empty() ? entity.organisation : organisation_served_[e];
  if (!out.org.empty()) out.org = reading_tables().whole_of(out.org);
  if (!out.state.empty()) out.org.clear();
  if (entity.type == NameType::person && entity.named) out.person = names_[e];
  return out;
}

void ActorFinder::add_mention(std::uint32_t token, std::vector<Actor>& out) const {
  if (mention_of_head_[token] == nowhere) return;
  const Document& document = tree_.document();
  for (const std::uint32_t e : document.mentions[mention_of_head_[token]].entities)
    add_actor(actor_of(e), out);
}

std::vector<Actor> ActorFinder::of_single(std::uint32_t noun) const {
  std::vector<Actor> out;
  // "the government of Luis Arce": his, whoever "the government" was before.
  const std::uint32_t m = mention_of_head_[noun];
  const bool described = m != nowhere &&
                         tree_.document().mentions[m].kind == MentionKind::nominal &&
                         reading_tables().in_list("state_body", tree_.lemma(noun));
  if (described) out = of_modifiers(noun);
  if (!out.empty()) return out;
  // "Chad's neighbour Niger": Niger, and never Chad.
  if (reading_tables().in_list("relative", tree_.lemma(noun))) {
    for (const std::uint32_t c : tree_.children(noun)) {
      if (c < noun || !(tree_.is(c, "appos") || tree_.is(c, "flat"))) continue;
      for (const std::uint32_t part : tree_.joined(c)) add_mention(part, out);
    }
    return out;
  }
  // "their colleagues Ana Ruiz and Omar Sy": all of them; not "Chad, with Mali and Togo,".
  for (const std::uint32_t c : tree_.children(noun)) {
    if (!tree_.is(c, "appos") || tree_.child(c, {"conj"}) == nowhere) continue;
    if (!tree_.preposition(c).empty()) continue;
    for (const std::uint32_t part : tree_.joined(c)) add_mention(part, out);
    if (out.size() > 1) return out;
    out.clear();
  }
  // "US Ambassador Ana Ruiz": the person, where a parser takes all for one name.
  for (const std::uint32_t c : tree_.children(noun)) {
    const bool of_name =
        tree_.is(c, "flat") || (tree_.is(c, "appos") && tree_.token(c - 1).upos == "PROPN");
    if (of_name && c > noun && names_person(c)) add_mention(c, out);
  }
  if (!out.empty()) return out;
  add_mention(noun, out);
  if (!out.empty()) return out;
  // A name in pieces: the mention's head may be another word of it.
  for (const std::uint32_t c : tree_.children(noun)) {
    if (!tree_.is(c, "flat") && !tree_.is(c, "appos")) continue;
    for (const std::uint32_t part : tree_.joined(c)) add_mention(part, out);
  }
  if (!out.empty()) return out;
  // "the Council", "the Assembly" in a capital, where the United Nations are spoken of.
  if (is_body_of_un(noun)) return {{"", "UN", ""}};
  // "the world body": the United Nations.
  const bool world = noun > 0 && lower_case(tree_.lemma(noun - 1)) == "world";
  if (world && (tree_.lemma(noun) == "body" || tree_.lemma(noun) == "organisation"))
    return {{"", "UN", ""}};
  if (!reading_tables().acts_for_state(tree_.lemma(noun)) || is_branch_office(noun)) return out;
  out = of_modifiers(noun);
  if (out.size() == 1 && reading_tables().in_list("office", lower_case(tree_.lemma(noun))))
    out.front().person = named_behind(noun);
  if (out.size() == 1 && out.front().person.empty() && is_one_envoy(noun))
    out.front().person = only_envoy_of(out.front().state);
  return out;
}

// "China's ambassador", "the US envoy"; not "a diplomat of Chad's", "US envoys", "its UN envoy".
bool ActorFinder::is_one_envoy(std::uint32_t noun) const {
  constexpr std::array<std::string_view, 2> envoys = {"ambassador", "envoy"};
  return tree_.token(noun).xpos == "NN" && is_one_of(lower_case(tree_.lemma(noun)), envoys) &&
         !tree_.has_child(noun, "det", "a") && !tree_.has_child(noun, "det", "an") &&
         !tree_.has_child(noun, "amod", "former");
}

// The ambassador of a state whom the report names, if it names just one.
std::string ActorFinder::only_envoy_of(const std::string& state) const {
  std::uint32_t found = nowhere;
  for (const std::uint32_t e : ambassadors_) {
    if (served_[e] != state) continue;
    if (found != nowhere) return {};
    found = e;
  }
  return found == nowhere ? std::string() : names_[found];
}

// Those whom the report calls so; a few, so that each is looked at for each envoy.
void ActorFinder::find_ambassadors() {
  constexpr std::size_t most = 16;
  const auto& entities = tree_.document().entities;
  for (std::uint32_t e = 0; e < entities.size() && ambassadors_.size() < most; ++e) {
    const Entity& entity = entities[e];
    const bool called = entity.type == NameType::person && entity.named &&
                        lower_case(entity.role).ends_with("ambassador");
    if (called) ambassadors_.push_back(e);
  }
}

bool ActorFinder::is_body_of_un(std::uint32_t noun) const {
  const std::string_view form = tree_.document().text_of(tree_.token(noun));
  if (form != "Council" && form != "Assembly") return false;
  if (tree_.child(noun, {"compound", "amod", "nmod"}) != nowhere) return false;  // "of Europe"
  return names_un_;
}

bool ActorFinder::names_person(std::uint32_t token) const {
  const std::uint32_t e = entity_of(token);
  if (e == nowhere) return false;
  const Entity& entity = tree_.document().entities[e];
  return entity.type == NameType::person && entity.named;
}

// "the prime minister of Chad, Ana Ruiz,": who it is stands behind a comma.
std::string ActorFinder::named_behind(std::uint32_t noun) const {
  constexpr std::uint32_t furthest = 10;
  const Document& document = tree_.document();
  const std::uint32_t last = document.sentences[tree_.sentence(noun)].last;
  for (std::uint32_t t = noun + 1; t + 1 < last && t < noun + furthest; ++t) {
    const bool verb = tree_.token(t).upos == "VERB" || tree_.token(t).upos == "AUX";
    const char first = document.text[tree_.token(t).begin];
    if (verb && !(first >= 'A' && first <= 'Z')) break;  // "United" is none
    if (tree_.lemma(t) != ",") continue;
    const std::uint32_t e = mention_starting_at(t + 1);
    if (e == nowhere) return {};
    const Entity& entity = document.entities[e];
    return entity.type == NameType::person && entity.named ? names_[e] : std::string();
  }
  return {};
}

std::uint32_t ActorFinder::mention_starting_at(std::uint32_t token) const {
  constexpr std::uint32_t longest = 5;
  const auto& mentions = tree_.document().mentions;
  for (std::uint32_t t = token; t < token + longest && t < mention_of_head_.size(); ++t) {
    const std::uint32_t m = mention_of_head_[t];
    if (m != nowhere && mentions[m].first == token && !mentions[m].entities.empty())
      return mentions[m].entities.front();
  }
  return nowhere;
}

std::vector<Actor> ActorFinder::actors_of(std::uint32_t noun) const {
  std::vector<Actor> out;
  if (noun == nowhere) return out;
  for (const std::uint32_t part : tree_.joined(noun)) {
    for (const Actor& actor : of_single(part)) add_actor(actor, out);
  }
  if (out.empty()) out = examples_of(noun);
  if (out.empty()) out = group_of_region(noun);
  if (out.empty()) out = leaders_of(noun);
  return out.empty() ? row_meant(noun) : out;
}

// "all three", "the four countries": as many as were named in a row last, a sentence back at most.
std::vector<Actor> ActorFinder::row_meant(std::uint32_t noun) const {
  const std::uint32_t count = tree_.child(noun, {"nummod"});
  const bool bare = count == nowhere;
  if (!bare && !reading_tables().in_list("of_a_row", tree_.lemma(noun))) return {};
  const auto many = number_named(lower_case(tree_.lemma(bare ? noun : count)));
  const std::uint32_t first = bare ? noun : count;
  if (!many || *many < 3 || first == 0) return {};
  const std::string before = lower_case(tree_.lemma(first - 1));
  if (before != "all" && before != "the") return {};
  const std::uint32_t here = tree_.sentence(noun);
  const std::uint32_t begin = tree_.document().sentences[here == 0 ? 0 : here - 1].first;
  constexpr std::uint32_t furthest = 80;  // tokens, so that time stays linear
  for (std::uint32_t t = first; t-- > begin && first - t <= furthest;) {
    if (mention_of_head_[t] == nowhere || tree_.is(t, "conj")) continue;
    const std::vector<std::uint32_t> parts = tree_.joined(t);
    if (parts.size() != *many) continue;
    std::vector<Actor> out;
    for (const std::uint32_t part : parts) {
      for (const Actor& actor : of_single(part)) add_actor(actor, out);
    }
    if (out.size() == parts.size()) return out;
  }
  return {};
}

// "the three Nordic ministers" act for their states.
std::vector<Actor> ActorFinder::group_of_region(std::uint32_t noun) const {
  const Token& token = tree_.token(noun);
  // "the Baltic states", of which a tagger may make a verb
  const bool verb = token.xpos == "VBZ" && tree_.child(noun, {"det"}) != nowhere;
  if (token.xpos != "NNS" && token.xpos != "NNPS" && !verb) return {};
  std::string region = lower_case(tree_.document().text_of(token));
  const std::uint32_t before = tree_.child(noun, {"amod", "compound"});
  if (reading_tables().in_list("of_a_row", tree_.lemma(noun)) && before != nowhere)
    region = lower_case(tree_.lemma(before));
  std::vector<Actor> out;
  const bool counted = tree_.child(noun, {"nummod"}) != nowhere;
  for (const std::string& state : states_of_group(region, counted)) out.push_back({state, "", ""});
  return is_whole(noun, out.size()) ? out : std::vector<Actor>();
}

// "the three Baltic states", but not "two Baltic ministers", "some Nordic countries".
bool ActorFinder::is_whole(std::uint32_t noun, std::size_t states) const {
  const std::uint32_t count = tree_.child(noun, {"nummod"});
  if (count != nowhere && number_named(lower_case(tree_.lemma(count))) != states) return false;
  constexpr std::array<std::string_view, 3> parts = {"some", "several", "many"};
  return std::ranges::none_of(tree_.children(noun), [&](std::uint32_t c) {
    return is_one_of(lower_case(tree_.lemma(c)), parts);
  });
}

// "a delegation led by Ana Ruiz", "a delegation under Ana Ruiz": hers.
std::vector<Actor> ActorFinder::leaders_of(std::uint32_t noun) const {
  std::vector<Actor> out;
  for (const std::uint32_t c : tree_.children(noun)) {
    if (tree_.preposition(c) == "under" && names_person(c)) {
      for (const Actor& actor : of_single(c)) add_actor(actor, out);
    }
    if (!tree_.is(c, "acl") || (tree_.lemma(c) != "lead" && tree_.lemma(c) != "head")) continue;
    for (const std::uint32_t by : tree_.children(c)) {
      if (tree_.preposition(by) != "by") continue;
      for (const Actor& actor : of_single(by)) add_actor(actor, out);
    }
  }
  return out;
}

// "regimes such as Chad, Sudan, and others": those that are named.
std::vector<Actor> ActorFinder::examples_of(std::uint32_t noun) const {
  constexpr std::array<std::string_view, 3> prepositions = {"such as", "like", "including"};
  std::vector<Actor> out;
  for (const std::uint32_t c : tree_.children(noun)) {
    if (!is_one_of(tree_.preposition(c), prepositions)) continue;
    for (const std::uint32_t part : tree_.joined(c)) {
      for (const Actor& actor : of_single(part)) add_actor(actor, out);
    }
  }
  return out;
}

// "firms that lost orders to Chad", "sent home out of solidarity with Chad": not Chad.
bool ActorFinder::is_beside(std::uint32_t token, std::uint32_t top) const {
  constexpr int highest = 12;
  int step = 0;
  for (std::uint32_t t = token; t != top && t != nowhere && step < highest;
       t = tree_.head(t), ++step) {
    const bool relative = tree_.token(t).deprel == "acl:relcl";
    const bool of_it = is_in_list(tree_, tree_.head(t), "resolution") ||
                       is_in_list(tree_, tree_.head(t), "messages") ||
                       is_in_list(tree_, t, "brings_about");  // "the ban that it imposed on Chad"
    if (relative && !of_it) return true;
    if (is_motive(tree_, t)) return true;
  }
  return false;
}

std::vector<Actor> ActorFinder::actors_below(std::uint32_t at) const {
  std::vector<Actor> out;
  if (at == nowhere) return out;
  for (const std::uint32_t t : tree_.subtree(at)) {
    if (is_beside(t, at)) continue;
    std::vector<Actor> found;
    add_mention(t, found);
    for (const Actor& actor : found) {
      const auto known =
          std::ranges::find_if(out, [&](const Actor& a) { return same_side(a, actor); });
      if (known == out.end()) {
        add_actor(actor, out);
      } else if (known->person.empty()) {
        known->person = actor.person;  // "the Ukrainian prime minister, Ana Ruiz"
      }
    }
  }
  return out;
}

}  // namespace volteface
