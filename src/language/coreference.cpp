#include "language/coreference.h"

#include <algorithm>

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/pronouns.h"
#include "language/speech_words.h"

namespace volteface::language {
namespace {

class Resolver : public Pronouns {
 public:
  using Pronouns::Pronouns;

  void run() {
    appositions();
    for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
      if (mention_at_[i] == nowhere)
        without_name(i);
      else
        as_person(i);
      note(i);
      if (interview_.exists() && i == document_.sentences[interview_.first_question()].first)
        interviewee_ = most_spoken_of();
    }
    speakers();
    first_persons();
    order();
  }

 private:
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

  // "You expelled two envoys. Why?", in an interview: who answers.
  bool is_addressed(std::uint32_t i) const {
    if (interviewee_ == nowhere || quote_at_[i] != nowhere) return false;
    const std::string word = folded(document_.form(document_.tokens[i]));
    return word == "you" || word == "your";
  }

  void without_name(std::uint32_t i) {
    const Token& token = document_.tokens[i];
    if (is_addressed(i)) {
      add(i, i + 1, i, MentionKind::pronoun, {interviewee_});
      return;
    }
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
    if (of.size() == 1 && is_bare(of.front()) && nominals_.is_person_noun(i))
      nominals_.describe(of.front(), i);
    const auto [first, last] = nominals_.span_of(i);
    add(first, last, i, MentionKind::nominal, of);
  }

  // Of whom nothing was told but the name.
  bool is_bare(std::uint32_t entity) const {
    const Entity& of = document_.entities[entity];
    return of.type == NameType::person && of.named && !of.known && of.state.empty() &&
           of.organisation.empty() && entities_.memory(entity).roles.empty();
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

  // "The keeper lost a brother. “…,” she said", "a communiqué was signed. Chad, it says, “…”": what
  // a pronoun that means nobody named may stand for in the sentences before it.
  std::uint32_t noun_meant_by(std::uint32_t pronoun) const {
    constexpr std::uint32_t most_sentences = 4;
    const Token& token = document_.tokens[pronoun];
    if (token.lemma == "one") return group_of(pronoun);
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

  // "Farmers cheered. “…,” one of them shouted": they.
  std::uint32_t group_of(std::uint32_t one) const {
    const bool of_them = one + 2 < document_.tokens.size() &&
                         document_.tokens[one + 1].lemma == "of" &&
                         folded(document_.form(document_.tokens[one + 2])) == "them";
    const std::uint32_t here = trees_.sentence(one);
    if (!of_them || here == 0 || document_.sentences[here].begins_paragraph) return nowhere;
    const Sentence& before = document_.sentences[here - 1];
    for (std::uint32_t t = before.first; t < before.last; ++t) {
      const Token& token = document_.tokens[t];
      const std::string lemma = folded(token.lemma);
      const bool people = role_noun(lemma) != nullptr || is_epithet(lemma) || is_occupation(lemma);
      const bool acts = has_label(token, "nsubj") || trees_.head(t) == nowhere;
      if (token.xpos == "NNS" && acts && people) return t;
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
};

}  // namespace

void resolve_mentions(Document& document, const Trees& trees, Entities& entities,
                      const std::vector<std::uint32_t>& subjects) {
  Resolver(document, trees, entities, subjects).run();
}

}  // namespace volteface::language
