#include "language/coreference.h"

#include <algorithm>
#include <unordered_map>

#include "language/characters.h"
#include "language/discourse.h"
#include "language/interviews.h"
#include "language/lexicon.h"
#include "language/nominals.h"
#include "language/speech_words.h"

namespace volteface::language {
namespace {

struct Pronoun {
  char gender = 0;  // 'm', 'f', 'n' of things, 'p' of several
  int person = 3;   // 1: I, we
  bool several = false;
};

std::optional<Pronoun> pronoun_of(const Token& token, std::string_view form) {
  // "Both had flown", but not "both had flown and landed" or "both sides".
  const bool argument = token.deprel.starts_with("nsubj") || token.deprel == "obj" ||
                        token.deprel == "iobj" || token.deprel == "obl";
  if (argument && (folded(form) == "both" || folded(form) == "neither"))
    return Pronoun{'p', 3, true};
  if (token.upos != "PRON" && !token.xpos.starts_with("PRP")) return std::nullopt;
  const std::string word = folded(form);
  const auto any = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (any({"he", "him", "his", "himself"})) return Pronoun{'m', 3, false};
  if (any({"she", "her", "hers", "herself"})) return Pronoun{'f', 3, false};
  if (any({"it", "its", "itself"})) return Pronoun{'n', 3, false};
  if (any({"they", "them", "their", "theirs", "themselves"})) return Pronoun{'p', 3, true};
  if (any({"i", "me", "my", "mine", "myself"})) return Pronoun{0, 1, false};
  return std::nullopt;
}

class Resolver {
 public:
  Resolver(Document& document, const Trees& trees, Entities& entities,
           const std::vector<std::uint32_t>& subjects)
      : document_(document),
        trees_(trees),
        entities_(entities),
        subjects_(subjects),
        discourse_(document, trees),
        interview_(document),
        nominals_(document, trees, entities, discourse_, mention_at_) {
    mention_at_.assign(document.tokens.size(), nowhere);
    quote_at_.assign(document.tokens.size(), nowhere);
    for (std::uint32_t m = 0; m < document.mentions.size(); ++m) claim(m);
    for (std::size_t q = 0; q < subjects.size(); ++q) quote_said_by_.emplace(subjects[q], q);
    mark_quotes();
  }

  void run() {
    appositions();
    for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
      if (mention_at_[i] == nowhere)
        without_name(i);
      else
        as_person(i);
      note(i);
      if (interviewee_ == nowhere && trees_.sentence(i) == interview_.first_question())
        interviewee_ = most_spoken_of();
    }
    speakers();
    first_persons();
    order();
  }

 private:
  void claim(std::uint32_t m) {
    for (std::uint32_t t = document_.mentions[m].first; t < document_.mentions[m].last; ++t)
      mention_at_[t] = m;
  }

  void mark_quotes() {
    std::size_t at = 0;
    for (std::uint32_t q = 0; q < document_.quotes.size(); ++q) {
      const Quote& quote = document_.quotes[q];
      while (at < document_.tokens.size() && document_.tokens[at].begin < quote.begin) ++at;
      for (; at < document_.tokens.size() && document_.tokens[at].end <= quote.end; ++at)
        quote_at_[at] = q;
    }
  }

  // What a mention's head stands for becomes known where the mention ends.
  void note(std::uint32_t token) {
    const std::uint32_t m = mention_at_[token];
    if (m == nowhere) return;
    const Mention& mention = document_.mentions[m];
    if (token + 1 != mention.last) return;
    for (const std::uint32_t entity : mention.entities) {
      discourse_.add(mention.head, entity, quote_at_[mention.head] != nowhere,
                     is_source(mention.head, entity));
    }
  }

  // "the diplomat says": somebody unnamed who only tells of others.
  bool is_source(std::uint32_t token, std::uint32_t entity) const {
    const std::uint32_t verb = trees_.head(token);
    return !document_.entities[entity].named && verb != nowhere &&
           (quote_said_by_.contains(token) || (has_label(document_.tokens[token], "nsubj") &&
                                               (is_speech_verb(document_.tokens[verb].lemma) ||
                                                is_view_verb(document_.tokens[verb].lemma))));
  }

  std::uint32_t add(std::uint32_t first, std::uint32_t last, std::uint32_t head, MentionKind kind,
                    std::vector<std::uint32_t> of) {
    Mention mention;
    mention.first = first;
    mention.last = last;
    mention.head = head;
    mention.begin = document_.tokens[first].begin;
    mention.end = document_.tokens[last - 1].end;
    mention.kind = kind;
    mention.entities = std::move(of);
    document_.mentions.push_back(std::move(mention));
    const auto m = static_cast<std::uint32_t>(document_.mentions.size() - 1);
    for (std::uint32_t t = first; t < last; ++t) {
      if (mention_at_[t] == nowhere) mention_at_[t] = m;
    }
    mention_at_[head] = m;
    return m;
  }

  // "X, the spokesman of Y", "the spokesman X": roles and states of persons whom the text
  // describes.
  void appositions() {
    const std::size_t names = document_.mentions.size();
    for (std::size_t m = 0; m < names; ++m) {
      const Mention mention = document_.mentions[m];
      const std::uint32_t entity = mention.entities[0];
      if (document_.entities[entity].type != NameType::person) continue;
      for (const std::uint32_t role : nominals_.roles_beside(mention.head)) {
        if (mention_at_[role] != nowhere && mention_at_[role] != m) continue;
        nominals_.describe(entity, role);
        // "The two leaders, X and Y" are not X alone.
        if (document_.tokens[role].xpos == "NNS") continue;
        const auto [first, last] = nominals_.span_of(role);
        if (last <= mention.first || first >= mention.last) {
          add(first, last, role, MentionKind::nominal, {entity});
        }
      }
    }
  }

  // "Ecuadorean", "Israeli", "Argentine"; "the French" and "the Chinese" may be all of them.
  static bool is_one_of_people(std::string_view form) {
    return form.ends_with('n') || form.ends_with('i') || form.ends_with("ine") ||
           form.ends_with("ole") || form.ends_with("ede") || form.ends_with("ane") ||
           form.ends_with("eek") || form.ends_with("ot") || form.ends_with("ard");
  }

  bool is_demonym(std::uint32_t token) const {
    const auto name = std::ranges::lower_bound(document_.names, token, {}, &Name::first);
    return name != document_.names.end() && name->first == token && name->demonym;
  }

  // "the Ecuadorean said": the one of that state who was spoken of. "the French" may be all of
  // them.
  void as_person(std::uint32_t i) {
    Mention& mention = document_.mentions[mention_at_[i]];
    const std::string_view form = document_.form(document_.tokens[i]);
    const bool one = mention.kind == MentionKind::name && mention.last == mention.first + 1 &&
                     is_one_of_people(form) && is_demonym(mention.first) && i > 0 &&
                     folded(document_.form(document_.tokens[i - 1])) == "the";
    const std::string_view label = document_.tokens[i].deprel;
    const bool argument = label == "nsubj" || label == "obj" || label == "obl" || label == "iobj" ||
                          label == "nsubj:pass" || label == "root" || label == "nmod:poss";
    if (!one || !argument || document_.entities[mention.entities[0]].type != NameType::state)
      return;
    const std::string state = document_.entities[mention.entities[0]].state;
    const auto fits = [&](const Appearance& seen) {
      const Entity& entity = document_.entities[seen.entity];
      return entity.type == NameType::person && entity.state == state;
    };
    const std::uint32_t person = discourse_.best(i, 6, fits);
    if (person == nowhere) return;
    mention.entities = {person};
    mention.kind = MentionKind::nominal;
  }

  void without_name(std::uint32_t i) {
    const Token& token = document_.tokens[i];
    if (const auto pronoun = pronoun_of(token, document_.form(token))) {
      know_speaker(i);
      if (pronoun->person != 3) {
        const std::uint32_t speaker = speaker_around(i);
        if (speaker != nowhere) add(i, i + 1, i, MentionKind::pronoun, {speaker});
        return;
      }
      const std::vector<std::uint32_t> of = meant_by(i, *pronoun);
      if (of.size() == 1) learn_gender(of.front(), *pronoun);
      if (!of.empty()) add(i, i + 1, i, MentionKind::pronoun, of);
      return;
    }
    if (token.upos != "NOUN" && token.upos != "PROPN" && token.upos != "ADJ" && token.upos != "NUM")
      return;
    std::vector<std::uint32_t> of = nominals_.meant_by(i);
    if (const std::uint32_t same =
            interviewed(i, [&](std::uint32_t e) { return nominals_.may_be_called(e, i); });
        same != nowhere)
      of = {same};
    if (const std::uint32_t same =
            answering(i, [&](std::uint32_t e) { return nominals_.may_be_called(e, i); });
        same != nowhere)
      of = {same};
    if (of.empty() && quote_at_[i] == nowhere && nominals_.introduces_person(i))
      of = {nominals_.introduced(i)};
    if (of.empty()) return;
    const auto [first, last] = nominals_.span_of(i);
    add(first, last, i, MentionKind::nominal, of);
  }

  // "Ana Ruiz rang Luis Prado. She told him": from then on she is no man.
  void learn_gender(std::uint32_t entity, const Pronoun& pronoun) {
    Entity& of = document_.entities[entity];
    const bool tells = pronoun.gender == 'm' || pronoun.gender == 'f';
    if (tells && of.type == NameType::person && of.gender == 0) of.gender = pronoun.gender;
  }

  // Whether the paragraph has named another person before a token.
  bool names_another(std::uint32_t token, std::uint32_t person) const {
    std::uint32_t s = trees_.sentence(token);
    while (s > 0 && !document_.sentences[s].begins_paragraph) --s;
    const std::uint32_t sentences = trees_.sentence(token) - s;
    return std::ranges::any_of(discourse_.before(token, sentences), [&](const Appearance& seen) {
      return seen.entity != person && document_.entities[seen.entity].type == NameType::person;
    });
  }

  // Who speaks in an interview: most of the quotations so far are theirs, and a word that says
  // another's ("he says", "says the president") may mean them. Nowhere else.
  template <class Fits>
  std::uint32_t interviewed(std::uint32_t subject, Fits&& fits) const {
    constexpr std::uint32_t fewest = 4;
    constexpr std::size_t farthest = 100;  // quotations looked back at
    const auto q = quote_said_by_.find(subject);
    if (q == quote_said_by_.end()) return nowhere;
    const std::size_t here = q->second;
    std::uint32_t last = nowhere, times = 0, all = 0;
    for (std::size_t k = here; k-- > 0 && here - k <= farthest;) {
      const std::uint32_t m = subjects_[k] == nowhere ? nowhere : mention_at_[subjects_[k]];
      if (m == nowhere || document_.mentions[m].entities.empty()) continue;
      const std::uint32_t entity = document_.mentions[m].entities[0];
      if (last == nowhere) last = entity;
      ++all;
      times += entity == last ? 1 : 0;
    }
    const bool most = times >= fewest && times * 6 >= all * 5;
    return most && !names_another(subject, last) &&
                   document_.entities[last].type == NameType::person && fits(last)
               ? last
               : nowhere;
  }

  // "…", he said: who speaks is asked before what is spoken.
  void know_speaker(std::uint32_t i) {
    const std::uint32_t q = quote_at_[i];
    if (q == nowhere) return;
    const std::uint32_t subject = subjects_[q];
    if (subject != nowhere && subject > i && mention_at_[subject] == nowhere &&
        quote_at_[subject] == nowhere)
      without_name(subject);
  }

  // Both in one clause, so that one pronoun can hardly mean the other ("Milei thanked him").
  bool same_clause(std::uint32_t a, std::uint32_t b) const {
    const Token& token = document_.tokens[b];
    if (token.deprel == "nmod:poss") return false;
    std::uint32_t first = a;
    while (has_label(document_.tokens[first], "conj") && trees_.head(first) != nowhere)
      first = trees_.head(first);
    const std::uint32_t head = trees_.head(first);
    std::uint32_t clause = trees_.head(b);
    // "Ruiz tried to call him": who tries is who calls.
    while (clause != nowhere && clause != head && has_label(document_.tokens[clause], "xcomp"))
      clause = trees_.head(clause);
    return head != nowhere && head == clause;
  }

  bool is_reflexive(std::uint32_t i) const {
    return document_.form(document_.tokens[i]).ends_with("self");
  }

  // Who is named or meant in the clause of a pronoun before it: it means none of them wherever else
  // they are named ("Milei met Xi. Milei thanked him").
  std::vector<std::uint32_t> in_clause_of(std::uint32_t i) const {
    std::vector<std::uint32_t> out;
    if (is_reflexive(i)) return out;
    for (const Appearance& seen : discourse_.before(i, 0)) {
      if (same_clause(seen.token, i)) out.push_back(seen.entity);
    }
    return out;
  }

  std::vector<std::uint32_t> meant_by(std::uint32_t i, const Pronoun& pronoun) const {
    if (pronoun.several) return several(i);
    if (pronoun.gender == 'n') return one_thing(i);
    const std::uint32_t speaker = speaker_around(i);
    std::vector<std::uint32_t> others = in_clause_of(i);
    if (speaker != nowhere) others.push_back(speaker);
    named_in_question(i, others);
    if (is_put_in(i)) named_in_words_around(i, others);
    const auto is_other = [&](std::uint32_t e) {
      return std::ranges::find(others, e) != others.end();
    };
    const bool among_several = stands_beside_them(i);
    const auto fits = [&](const Appearance& seen) {
      const Entity& entity = document_.entities[seen.entity];
      if (entity.type != NameType::person) return false;
      if (entity.gender != 0 && entity.gender != pronoun.gender) return false;
      if (is_other(seen.entity)) return false;
      // What is said within a quotation is seldom meant outside of it.
      if (seen.quoted && quote_at_[i] == nowhere) return false;
      return !among_several || !is_joined(seen.token);
    };
    const auto may_mean = [&](std::uint32_t e) { return may_be(e, pronoun) && !is_other(e); };
    std::uint32_t entity = answering(i, may_mean);
    if (entity == nowhere) entity = interviewed(i, may_mean);
    if (entity == nowhere) entity = subject_behind(i, may_mean);
    if (entity == nowhere) entity = bound(i, may_mean);
    if (entity == nowhere) entity = discourse_.best(i, 3, fits);
    if (entity == nowhere) entity = discourse_.best(i, 8, fits);
    if (entity == nowhere) entity = ahead(i, pronoun);
    return entity == nowhere ? std::vector<std::uint32_t>() : std::vector<std::uint32_t>{entity};
  }

  // ", he warned,": within what another than those named there says.
  bool is_put_in(std::uint32_t i) const {
    if (i == 0 || i + 2 >= document_.tokens.size()) return false;
    const auto is_comma = [&](std::uint32_t t) { return document_.tokens[t].lemma == ","; };
    if (!is_comma(i - 1)) return false;
    constexpr std::uint32_t longest = 5;  // "he had always said"
    bool says = false;
    for (std::uint32_t t = i + 1; t < std::min<std::size_t>(document_.tokens.size(), i + longest);
         ++t) {
      if (is_comma(t)) return says;
      says |= is_speech_verb(document_.tokens[t].lemma);
    }
    return false;
  }

  // "Asked about Ruiz, he said": another than she.
  void named_in_question(std::uint32_t i, std::vector<std::uint32_t>& out) const {
    const std::uint32_t first = document_.sentences[trees_.sentence(i)].first;
    const std::string word = folded(document_.form(document_.tokens[first]));
    if (word != "asked" && word != "questioned" && word != "pressed" && word != "quizzed") return;
    for (const Appearance& seen : discourse_.before(i, 0)) out.push_back(seen.entity);
  }

  // "Were Ruiz to come, he warned, it would be war": but not "Ruiz is glad: it was, he says, hard".
  void named_in_words_around(std::uint32_t i, std::vector<std::uint32_t>& out) const {
    // "wants them out because, he says, they cost": who wants it says so.
    const std::string_view opens = i < 2 ? "" : std::string_view(document_.tokens[i - 2].upos);
    if (opens == "SCONJ" || opens == "CCONJ" || opens == "ADP") return;
    for (const Appearance& seen : discourse_.before(i, 0)) {
      for (std::uint32_t t = seen.token; t < i; ++t) {
        if (document_.tokens[t].lemma == ":" || document_.tokens[t].lemma == ";") return;
      }
      const std::uint32_t m = mention_at_[seen.token];
      if (m != nowhere && document_.mentions[m].kind != MentionKind::pronoun)
        out.push_back(seen.entity);
    }
  }

  // "A few days after he took office, Ana Ruiz offered talks": the one named as the subject of the
  // clause that the first one hangs on.
  template <class MayMean>
  std::uint32_t subject_behind(std::uint32_t i, MayMean&& may_mean) const {
    if (!has_label(document_.tokens[i], "nsubj") || quote_at_[i] != nowhere) return nowhere;
    const std::uint32_t verb = trees_.head(i);
    if (verb == nowhere || trees_.child(verb, "mark") == nowhere) return nowhere;
    if (trees_.child(verb, "mark") > i) return nowhere;
    constexpr int deepest = 3;  // "a few days after he took office"
    std::uint32_t subject = nowhere, main = trees_.head(verb);
    for (int step = 0; step < deepest && main != nowhere && subject == nowhere; ++step) {
      subject = main > verb ? trees_.child(main, "nsubj") : nowhere;
      main = trees_.head(main);
    }
    // A parser may take the first clause for the main one.
    const std::uint32_t beside = trees_.child(verb, "parataxis");
    if (subject == nowhere && beside != nowhere) subject = trees_.child(beside, "nsubj");
    if (subject == nowhere || subject < i || document_.tokens[subject].upos != "PROPN")
      return nowhere;
    const std::uint32_t m = mention_at_[subject];
    if (m == nowhere || document_.mentions[m].entities.size() != 1) return nowhere;
    const std::uint32_t entity = document_.mentions[m].entities[0];
    return may_mean(entity) ? entity : nowhere;
  }

  // Who answers in an interview: whom what stands before the first question speaks of most.
  std::uint32_t most_spoken_of() const {
    std::vector<int> times(document_.entities.size(), 0);
    std::uint32_t best = nowhere;
    for (const Mention& mention : document_.mentions) {
      if (mention.entities.size() != 1) continue;
      const std::uint32_t e = mention.entities[0];
      if (trees_.sentence(mention.head) >= interview_.first_question()) continue;
      if (document_.entities[e].type != NameType::person || quote_at_[mention.head] != nowhere)
        continue;
      ++times[e];
      if (best == nowhere || times[e] > times[best]) best = e;
    }
    return best;
  }

  // "…, he says" in an answer: who answers, where the sentence names nobody who would say it.
  template <class MayMean>
  std::uint32_t answering(std::uint32_t i, MayMean&& may_mean) const {
    if (interviewee_ == nowhere || !interview_.is_answer(trees_.sentence(i))) return nowhere;
    const std::uint32_t verb = trees_.head(i);
    if (verb == nowhere || !has_label(document_.tokens[i], "nsubj")) return nowhere;
    const bool of_quote = quote_said_by_.contains(i);
    const bool behind_comma = i > 0 && document_.tokens[i - 1].upos == "PUNCT";
    const bool says = is_speech_verb(document_.tokens[verb].lemma) && behind_comma;
    return (of_quote || says) && may_mean(interviewee_) ? interviewee_ : nowhere;
  }

  // "he told them": he is none of those who were named together.
  bool stands_beside_them(std::uint32_t i) const {
    const std::uint32_t verb = trees_.head(i);
    if (verb == nowhere) return false;
    return std::ranges::any_of(trees_.children(verb), [&](std::uint32_t c) {
      return c > verb && folded(document_.form(document_.tokens[c])) == "them";
    });
  }

  bool is_joined(std::uint32_t name) const {
    return has_label(document_.tokens[name], "conj") || trees_.child(name, "conj") != nowhere;
  }

  bool may_be(std::uint32_t entity, const Pronoun& pronoun) const {
    const Entity& of = document_.entities[entity];
    return of.type == NameType::person && (of.gender == 0 || of.gender == pronoun.gender);
  }

  // What the grammar of its own sentence binds a pronoun to: "the leader who made his first trip",
  // "X offered his support", "X said he would come".
  template <class MayMean>
  std::uint32_t bound(std::uint32_t i, MayMean&& may_mean) const {
    std::uint32_t at = i;
    bool own_clause = document_.tokens[i].deprel != "nmod:poss" && !is_reflexive(i);
    for (int step = 0; step < 8 && trees_.head(at) != nowhere; ++step) {
      const std::uint32_t head = trees_.head(at);
      const std::string_view label = document_.tokens[at].deprel;
      const std::uint32_t noun = label == "acl:relcl" ? mention_at_[head] : nowhere;
      if (noun != nowhere && document_.mentions[noun].entities.size() == 1 && head < i) {
        const std::uint32_t entity = document_.mentions[noun].entities[0];
        if (may_mean(entity)) return entity;
      }
      // "travelled to Chad, where he was received": he is who travelled.
      if (at != i && has_label(document_.tokens[at], "acl")) own_clause = false;
      const std::uint32_t subject = trees_.child(head, "nsubj");
      if (subject != nowhere && subject < i && subject != at) {
        const std::uint32_t m = mention_at_[subject];
        const bool free = !own_clause || has_label(document_.tokens[at], "ccomp") ||
                          has_label(document_.tokens[at], "advcl");
        if (m != nowhere && free && document_.mentions[m].entities.size() == 1) {
          const std::uint32_t entity = document_.mentions[m].entities[0];
          if (may_mean(entity)) return entity;
        }
        own_clause = false;
      }
      at = head;
    }
    return nowhere;
  }

  // "As he greeted the guests, Milei …": the subject of the clause that this one hangs on.
  std::uint32_t ahead(std::uint32_t i, const Pronoun& pronoun) const {
    const Sentence& sentence = document_.sentences[trees_.sentence(i)];
    for (std::uint32_t t = i + 1; t < sentence.last; ++t) {
      const std::uint32_t m = mention_at_[t];
      if (m == nowhere || !has_label(document_.tokens[t], "nsubj")) continue;
      const std::uint32_t entity = document_.mentions[m].entities[0];
      const Entity& of = document_.entities[entity];
      if (of.type == NameType::person && (of.gender == 0 || of.gender == pronoun.gender))
        return entity;
    }
    return nowhere;
  }

  // "called for Russia to end its war": the state named right before the infinitive does it.
  std::uint32_t controller(std::uint32_t i) const {
    std::uint32_t at = i;
    for (int step = 0; step < 4 && trees_.head(at) != nowhere; ++step) {
      at = trees_.head(at);
      if (document_.tokens[at].upos != "VERB") continue;
      const std::uint32_t mark = trees_.child(at, "mark");
      if (mark == nowhere || mark == 0 || mark > i || document_.tokens[mark].lemma != "to")
        continue;
      for (const std::uint32_t e : named_until(mark)) {
        const NameType type = document_.entities[e].type;
        if (type == NameType::state || type == NameType::organisation) return e;
      }
      return nowhere;
    }
    return nowhere;
  }

  // The entities of the name that ends right before a token.
  std::vector<std::uint32_t> named_until(std::uint32_t token) const {
    const auto name = std::ranges::lower_bound(document_.names, token, {}, &Name::last);
    if (name == document_.names.end() || name->last != token) return {};
    return {name->entity};
  }

  std::vector<std::uint32_t> one_thing(std::uint32_t i) const {
    if (document_.tokens[i].deprel.starts_with("expl")) return {};
    const auto fits = [&](const Appearance& seen) {
      const NameType type = document_.entities[seen.entity].type;
      if (type != NameType::state && type != NameType::organisation) return false;
      return !same_clause(seen.token, i) &&
             (seen.weight > 0.5 || document_.tokens[i].deprel == "nmod:poss");
    };
    std::uint32_t entity = controller(i);
    if (entity == nowhere) entity = discourse_.best(i, 1, fits);
    return entity == nowhere ? std::vector<std::uint32_t>() : std::vector<std::uint32_t>{entity};
  }

  // The last mention of several, or two that stand joined or close together.
  std::vector<std::uint32_t> several(std::uint32_t i) const {
    if (bound_to_noun(i)) return {};
    const std::vector<Appearance> seen = discourse_.before(i, 2);
    for (const Appearance& one : seen) {
      const std::uint32_t m = mention_at_[one.token];
      if (m == nowhere) continue;
      if (document_.mentions[m].entities.size() > 1) return document_.mentions[m].entities;
      if (is_people(document_.mentions[m])) return document_.mentions[m].entities;
      for (const Appearance& other : seen) {
        if (other.entity == one.entity || other.sentence != one.sentence) continue;
        // "Ruto of Kenya and Museveni of Uganda signed" may be two subjects to a parser.
        const bool subjects = trees_.head(one.token) == trees_.head(other.token) &&
                              has_label(document_.tokens[one.token], "nsubj") &&
                              has_label(document_.tokens[other.token], "nsubj");
        const bool joined = subjects || (trees_.head(one.token) == other.token &&
                                         has_label(document_.tokens[one.token], "conj"));
        if (joined && document_.entities[one.entity].type == document_.entities[other.entity].type)
          return {other.entity, one.entity};
      }
    }
    return {};
  }

  // "the Rwandans", "the French"
  bool is_people(const Mention& mention) const {
    if (document_.entities[mention.entities[0]].type != NameType::state) return false;
    const std::string_view form = document_.form(document_.tokens[mention.last - 1]);
    const bool the =
        mention.first > 0 && folded(document_.form(document_.tokens[mention.first - 1])) == "the";
    const auto name = std::ranges::lower_bound(document_.names, mention.first, {}, &Name::first);
    const bool demonym =
        name != document_.names.end() && name->first == mention.first && name->demonym;
    const std::string_view upos = document_.tokens[mention.head].upos;
    return the && demonym && (form.ends_with('s') || upos == "NOUN" || upos == "PROPN");
  }

  // "the soldiers who gave their lives": a noun of several that is nobody named.
  bool bound_to_noun(std::uint32_t i) const {
    std::uint32_t at = i;
    for (int step = 0; step < 8 && trees_.head(at) != nowhere; ++step) {
      const std::uint32_t head = trees_.head(at);
      const std::uint32_t subject = trees_.child(head, "nsubj");
      for (const std::uint32_t noun :
           {subject, has_label(document_.tokens[at], "acl") ? head : nowhere}) {
        if (noun == nowhere || noun >= i || mention_at_[noun] != nowhere) continue;
        if (document_.tokens[noun].xpos == "NNS") return true;
      }
      at = head;
    }
    return false;
  }

  std::uint32_t speaker_around(std::uint32_t token) const {
    const std::uint32_t q = quote_at_[token];
    if (q == nowhere || subjects_[q] == nowhere) return nowhere;
    const std::uint32_t m = mention_at_[subjects_[q]];
    return m == nowhere || document_.mentions[m].entities.empty()
               ? nowhere
               : document_.mentions[m].entities[0];
  }

  // "US Ambassador Ana Ruiz": the person, where a parser takes the title for the head.
  std::uint32_t person_named_in(std::uint32_t subject, std::uint32_t last) const {
    for (std::uint32_t t = subject + 1; t < last; ++t) {
      const std::string_view upos = document_.tokens[t].upos;
      if (upos != "PROPN" && upos != "NOUN") return nowhere;
      const std::uint32_t m = mention_at_[t];
      if (m == nowhere || document_.mentions[m].entities.empty()) continue;
      const Entity& entity = document_.entities[document_.mentions[m].entities.front()];
      if (entity.type == NameType::person && entity.named) return m;
    }
    return nowhere;
  }

  // Every quotation with a subject gets a speaker; who is neither named nor known is described.
  void speakers() {
    for (std::size_t q = 0; q < subjects_.size(); ++q) {
      if (in_answer_alone(q)) {
        if (answers_ == nowhere) answers_ = mention_of(interviewee_);
        document_.quotes[q].speaker = answers_;
        continue;
      }
      std::uint32_t subject = subjects_[q];
      if (subject == nowhere) continue;
      if (const std::uint32_t noun = noun_meant_by(subject); noun != nowhere) subject = noun;
      if (mention_at_[subject] == nowhere) {
        const Token& token = document_.tokens[subject];
        if (token.upos == "PRON" || token.upos == "DET" || token.lemma == "one") continue;
        const auto [first, last] = nominals_.span_of(subject);
        if (const std::uint32_t named = person_named_in(subject, last); named != nowhere) {
          document_.quotes[q].speaker = named;
          continue;
        }
        const bool one = token.xpos == "NN" && nominals_.is_person_noun(subject);
        if (const std::uint32_t known = one ? nominals_.somebody(subject) : nowhere;
            known != nowhere) {
          add(first, last, subject, MentionKind::nominal, {known});
          document_.quotes[q].speaker = mention_at_[subject];
          continue;
        }
        const TextSpan span = {document_.tokens[first].begin, document_.tokens[last - 1].end};
        const std::uint32_t entity =
            entities_.described(std::string(document_.text_of(span)), NameType::person);
        nominals_.describe(entity, subject);
        add(first, last, subject, MentionKind::nominal, {entity});
      }
      document_.quotes[q].speaker = mention_at_[subject];
    }
    title_speaker();
    answers_without_name();
  }

  // Whom a text quotes most, and more than all others; nowhere where it is nobody.
  std::uint32_t quoted_most() const {
    std::unordered_map<std::uint32_t, int> times;
    int all = 0;
    for (const Quote& quote : document_.quotes) {
      if (quote.speaker == nowhere || document_.mentions[quote.speaker].entities.empty()) continue;
      ++times[document_.mentions[quote.speaker].entities[0]];
      ++all;
    }
    for (const auto& [entity, count] : times) {
      if (2 * count > all) return entity;
    }
    return nowhere;
  }

  // Where nothing stands before the first question.
  void answers_without_name() {
    if (!interview_.exists() || interviewee_ != nowhere) return;
    interviewee_ = quoted_most();
    const std::uint32_t mention = mention_of(interviewee_);
    for (std::size_t q = 0; q < document_.quotes.size(); ++q) {
      if (document_.quotes[q].speaker == nowhere && in_answer_alone(q))
        document_.quotes[q].speaker = mention;
    }
  }

  // A title that is a quotation is of whom the text quotes most.
  void title_speaker() {
    if (document_.quotes.empty() || document_.sentences.empty()) return;
    Quote& title = document_.quotes[0];
    constexpr std::uint32_t head_lines = 3;      // a date may stand above
    constexpr std::uint32_t longest_label = 16;  // bytes: "Interview: “"
    const auto in = std::ranges::upper_bound(document_.sentences, title.begin, {}, &Sentence::end);
    const auto s = static_cast<std::uint32_t>(in - document_.sentences.begin());
    const bool alone = title.speaker == nowhere && title.cue == nowhere && s < head_lines &&
                       s + 1 < document_.sentences.size() && in->begins_paragraph &&
                       title.begin <= in->begin + longest_label && title.end + 4 >= in->end &&
                       document_.sentences[s + 1].begins_paragraph;
    if (!alone) return;
    const std::uint32_t whose = quoted_most();
    const auto says = [&](const Quote& quote) {
      return quote.speaker != nowhere && !document_.mentions[quote.speaker].entities.empty() &&
             document_.mentions[quote.speaker].entities[0] == whose;
    };
    if (whose != nowhere && std::ranges::count_if(document_.quotes, says) >= 2)
      title.speaker = mention_of(whose);
  }

  // A quotation of whole sentences that nobody is told to say, in an answer.
  bool in_answer_alone(std::size_t q) const {
    const Quote& quote = document_.quotes[q];
    if (interviewee_ == nowhere || quote.cue != nowhere || quote.scare) return false;
    const auto in = std::ranges::upper_bound(document_.sentences, quote.begin, {}, &Sentence::end);
    if (in == document_.sentences.end()) return false;
    const auto s = static_cast<std::uint32_t>(in - document_.sentences.begin());
    return interview_.is_answer(s) && quote.begin <= in->begin + 4;  // behind the mark
  }

  std::uint32_t mention_of(std::uint32_t entity) const {
    for (std::uint32_t m = 0; m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.entities.size() == 1 && mention.entities[0] == entity) return m;
    }
    return nowhere;
  }

  // "The keeper lost a brother. “…,” she said", "a communiqué was signed. Chad, it says, “…”": what
  // a pronoun that means nobody named may stand for in the sentences before it.
  std::uint32_t noun_meant_by(std::uint32_t pronoun) const {
    constexpr std::uint32_t most_sentences = 4;
    const Token& token = document_.tokens[pronoun];
    if (token.upos != "PRON") return nowhere;
    const std::string word = folded(document_.form(token));
    const bool thing = word == "it";
    if (!thing && (mention_at_[pronoun] != nowhere || (word != "he" && word != "she")))
      return nowhere;
    const std::uint32_t here = trees_.sentence(pronoun);
    for (std::uint32_t back = 0; back <= most_sentences && back <= here; ++back) {
      if (back > 0 && document_.sentences[here - back + 1].begins_paragraph) return nowhere;
      const Sentence& sentence = document_.sentences[here - back];
      for (std::uint32_t t = sentence.first; t < std::min(sentence.last, pronoun); ++t) {
        if (quote_at_[t] == nowhere && may_be_meant(t, thing)) return t;
      }
    }
    return nowhere;
  }

  bool may_be_meant(std::uint32_t noun, bool thing) const {
    const Token& token = document_.tokens[noun];
    if (token.upos != "NOUN" || token.xpos != "NN") return false;
    if (thing) return is_text_noun(token.lemma) || is_body_with_voice(token.lemma);
    return has_label(token, "nsubj") && mention_at_[noun] == nowhere && !is_mute(token.lemma) &&
           !is_text_noun(token.lemma) && !is_body_with_voice(token.lemma);
  }

  void first_persons() {
    for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
      if (quote_at_[i] == nowhere || mention_at_[i] != nowhere) continue;
      const auto pronoun = pronoun_of(document_.tokens[i], document_.form(document_.tokens[i]));
      if (!pronoun || pronoun->person != 1) continue;
      const std::uint32_t speaker = speaker_around(i);
      if (speaker != nowhere) add(i, i + 1, i, MentionKind::pronoun, {speaker});
    }
  }

  // Mentions in the order of the text; quotations go by their new places.
  void order() {
    std::vector<std::uint32_t> places(document_.mentions.size());
    for (std::uint32_t m = 0; m < places.size(); ++m) places[m] = m;
    std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
      return document_.mentions[a].begin < document_.mentions[b].begin;
    });
    std::vector<Mention> sorted;
    std::vector<std::uint32_t> now(places.size());
    for (std::uint32_t k = 0; k < places.size(); ++k) {
      now[places[k]] = k;
      sorted.push_back(std::move(document_.mentions[places[k]]));
    }
    document_.mentions = std::move(sorted);
    for (Quote& quote : document_.quotes) {
      if (quote.speaker != nowhere) quote.speaker = now[quote.speaker];
    }
  }

  Document& document_;
  const Trees& trees_;
  Entities& entities_;
  const std::vector<std::uint32_t>& subjects_;
  Discourse discourse_;
  Interview interview_;
  std::uint32_t interviewee_ = nowhere;
  std::uint32_t answers_ = nowhere;  // a mention of the interviewee
  Nominals nominals_;
  std::vector<std::uint32_t> mention_at_, quote_at_;
  std::unordered_map<std::uint32_t, std::size_t> quote_said_by_;  // the first, by its subject
};

}  // namespace

void resolve_mentions(Document& document, const Trees& trees, Entities& entities,
                      const std::vector<std::uint32_t>& subjects) {
  Resolver(document, trees, entities, subjects).run();
}

}  // namespace volteface::language
