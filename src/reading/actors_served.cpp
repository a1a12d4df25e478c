// Whom the persons of a report serve, where the registry of actors does not know them.
#include <algorithm>

#include "reading/actors.h"
#include "reading/tables.h"
#include "reading/word_lists.h"
#include "reading/words_beside_names.h"

namespace volteface {
namespace {

bool has_office(const Entity& entity) {
  const std::size_t blank = entity.role.rfind(' ');
  const std::size_t last = blank == std::string::npos ? 0 : blank + 1;
  return reading_tables().in_list("office", lower_case(entity.role.substr(last)));
}

}  // namespace

// Somebody with an office and no state serves the one whose doings are told: "Lima protested. Ana
// Ruiz, a deputy minister, accused Quito".
void ActorFinder::find_served() {
  constexpr std::uint32_t reach = 2;  // sentences
  struct Last {
    std::string state;
    std::uint32_t sentence = 0;
  };
  const Document& document = tree_.document();
  for (const Entity& entity : document.entities) served_.push_back(entity.state);
  organisation_served_.resize(served_.size());
  std::vector<bool> seen(served_.size(), false);
  std::uint32_t begin_of_paragraph = 0, next_sentence = 0;
  Last subject, any, other_subject;  // the last one of another state
  const std::vector<std::uint32_t> named = first_names();
  for (const Mention& mention : document.mentions) {
    const std::uint32_t here = tree_.sentence(mention.head);
    for (; next_sentence <= here; ++next_sentence) {
      if (document.sentences[next_sentence].begins_paragraph) begin_of_paragraph = next_sentence;
    }
    if (mention.kind == MentionKind::name) take_side_beside(mention);
    // "The League's envoy, Ana Ruiz,": an office may stand before the name.
    if (mention.kind == MentionKind::nominal && mention.entities.size() == 1) {
      const std::uint32_t name = named[mention.entities.front()];
      const bool beside = name != nowhere && document.mentions[name].begin > mention.begin &&
                          tree_.sentence(document.mentions[name].head) == here;
      if (beside) take_side_beside(document.mentions[name]);
    }
    for (const std::uint32_t e : mention.entities) {
      const Entity& entity = document.entities[e];
      const bool of_state = entity.type == NameType::state || entity.type == NameType::person;
      if (!organisation_served_[e].empty()) continue;
      if (of_state && !served_[e].empty()) {
        if (entity.type == NameType::state) any = {served_[e], here};
        if (is_of_subject(mention.head)) {
          if (subject.state != served_[e]) other_subject = subject;
          subject = {served_[e], here};
        }
      } else if (!seen[e] && entity.type == NameType::person && entity.state.empty() &&
                 entity.organisation.empty() && has_office(entity)) {
        Last last = subject.sentence + reach >= here && !subject.state.empty() ? subject : any;
        // A new paragraph has its own: "Mali agreed. [...] So did Chad, its ambassador,".
        if (any.sentence >= begin_of_paragraph && subject.sentence < begin_of_paragraph) last = any;
        if (is_spoken_of_by_us(last.state, mention)) last = other_subject;
        served_[e] = state_behind(mention.head);
        if (mention.kind == MentionKind::nominal && take_side_of_owner(mention.head, e)) {
          seen[e] = true;
          continue;
        }
        if (std::string org = organisation_of(mention.head); !org.empty()) {
          organisation_served_[e] = org;
          seen[e] = true;
          continue;
        }
        if (served_[e].empty() && here <= last.sentence + reach && !is_envoy_acted_on(mention))
          served_[e] = last.state;
      }
      seen[e] = true;
    }
  }
}

// Of each entity the first mention by name; nowhere for those without.
std::vector<std::uint32_t> ActorFinder::first_names() const {
  const Document& document = tree_.document();
  std::vector<std::uint32_t> out(document.entities.size(), nowhere);
  for (std::uint32_t m = 0; m < document.mentions.size(); ++m) {
    const Mention& mention = document.mentions[m];
    if (mention.kind != MentionKind::name) continue;
    for (const std::uint32_t e : mention.entities) out[e] = std::min(out[e], m);
  }
  return out;
}

// "'We expelled two Chadians,' the minister, Ana Ruiz, said": no Chadian speaks so.
bool ActorFinder::is_spoken_of_by_us(const std::string& state, const Mention& speaker) const {
  const Document& document = tree_.document();
  const Sentence& sentence = document.sentences[tree_.sentence(speaker.head)];
  constexpr std::uint32_t longest = 60;  // tokens
  bool we = false;
  for (std::uint32_t t = sentence.first; t < std::min(sentence.last, sentence.first + longest);
       ++t) {
    if (t >= speaker.first) break;
    we = we || lower_case(tree_.lemma(t)) == "we";
    const std::uint32_t e = entity_of(t);
    if (we && e != nowhere && document.entities[e].state == state) return true;
  }
  return false;
}

// "Ana Ruiz, Egypt's ambassador", of whom the registry knows nothing.
void ActorFinder::take_side_beside(const Mention& name) {
  const Document& document = tree_.document();
  const std::uint32_t e = name.entities.front();
  const Entity& entity = document.entities[e];
  if (entity.type != NameType::person || !entity.named || entity.known) return;
  if (!served_[e].empty() || !entity.organisation.empty()) return;
  const auto named_by = [&](std::uint32_t token) {  // the last word of a name, too
    const std::uint32_t own = entity_of(token);
    return own == nowhere && tree_.is(token, "flat") ? entity_of(tree_.head(token)) : own;
  };
  const auto has_side = [&](std::uint32_t token) {
    const std::uint32_t other = named_by(token);
    return other != nowhere && other != e &&
           (!served_[other].empty() || !document.entities[other].organisation.empty());
  };
  const std::uint32_t owner = owner_beside(tree_, name, has_side);
  if (owner == nowhere) {
    served_[e] = state_of_office_beside(tree_, name);
    return;
  }
  served_[e] = served_[named_by(owner)];
  if (served_[e].empty()) organisation_served_[e] = document.entities[named_by(owner)].organisation;
}

// "The League has doubts. Ana Ruiz, its secretary-general,": the League's.
std::string ActorFinder::organisation_of(std::uint32_t name) const {
  for (const std::uint32_t c : tree_.children(name)) {
    if (!tree_.is(c, "appos")) continue;
    const std::uint32_t e = entity_of(tree_.child(c, {"nmod:poss"}));
    if (e == nowhere) continue;
    const Entity& owner = tree_.document().entities[e];
    if (owner.type == NameType::organisation) return owner.organisation;
  }
  return {};
}

// "a spokesman for the Chadian government", "an aide of Omar Sy": that of whom the words name.
bool ActorFinder::take_side_of_owner(std::uint32_t noun, std::uint32_t person) {
  for (const std::uint32_t c : tree_.children(noun)) {
    const bool modifier = tree_.is(c, "amod") || tree_.is(c, "compound") || tree_.is(c, "nmod");
    if (!modifier || !is_owner(c)) continue;
    const std::uint32_t e = entity_of(c);
    const bool body = e == nowhere && reading_tables().acts_for_state(tree_.lemma(c));
    if (body && take_side_of_owner(c, person)) return true;  // "for Chad's foreign ministry"
    if (e == nowhere || e == person) continue;
    const std::string& organisation = tree_.document().entities[e].organisation;
    if (served_[e].empty() && organisation.empty()) continue;
    served_[person] = served_[e];
    if (served_[e].empty()) organisation_served_[person] = organisation;
    return true;
  }
  return false;
}

// "Ana Ruiz of Chad"
std::string ActorFinder::state_behind(std::uint32_t name) const {
  for (const std::uint32_t c : tree_.children(name)) {
    const std::uint32_t e = tree_.preposition(c) == "of" ? entity_of(c) : nowhere;
    if (e != nowhere && tree_.document().entities[e].type == NameType::state)
      return tree_.document().entities[e].state;
  }
  return {};
}

// "expelled Ambassador Ana Ruiz": not of those who do so.
bool ActorFinder::is_envoy_acted_on(const Mention& name) const {
  const Entity& entity = tree_.document().entities[name.entities.front()];
  const std::string role = entity.role.substr(entity.role.rfind(' ') + 1);
  if (!reading_tables().in_list("sent_abroad", lower_case(role))) return false;
  std::uint32_t top = name.head;
  constexpr int deepest = 2;
  for (int step = 0; step < deepest && tree_.head(top) != nowhere &&
                     (tree_.is(top, "flat") || tree_.is(top, "appos") ||
                      tree_.is(top, "compound") || tree_.is(top, "nmod:desc"));
       ++step)
    top = tree_.head(top);
  return tree_.is(top, "obj") || tree_.token(top).deprel == "nsubj:pass";
}

// The subject itself or what belongs to it: "the government of Luis Arce".
bool ActorFinder::is_of_subject(std::uint32_t token) const {
  constexpr int deepest = 3;
  for (int step = 0; step < deepest && token != nowhere; ++step, token = tree_.head(token)) {
    if (tree_.is(token, "nsubj")) return true;
    if (tree_.token(token).upos == "VERB") return false;
  }
  return false;
}

}  // namespace volteface
