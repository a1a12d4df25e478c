#include "language/cue_subjects.h"

#include <algorithm>

#include "language/characters.h"
#include "language/lexicon.h"
#include "language/linear_subjects.h"

namespace volteface::language {

std::uint32_t CueSubjects::subject_of_cue(std::uint32_t cue, bool forth) const {
  // "Haaretz quoted him as saying", "it was stressed by him"
  const std::uint32_t above = trees_.head(cue);
  const bool as_saying = above != nowhere && document_.tokens[above].lemma == "quote";
  const std::uint32_t quoting = as_saying ? above : cue;
  const std::uint32_t quoted =
      document_.tokens[quoting].lemma == "quote" ? trees_.child(quoting, "obj") : nowhere;
  if (quoted != nowhere) return quoted;
  const bool participle = !forth && has_label(document_.tokens[cue], "acl") &&
                          document_.tokens[cue].xpos == "VBN" &&  // "dubbed “…” by her"
                          trees_.child(cue, "aux") == nowhere;
  if (document_.tokens[quoting].lemma != "quote" && (is_passive(cue) || participle))
    return named_behind(agent_of(cue));
  if (forth && is_inverted(cue)) {
    if (const std::uint32_t noun = noun_behind(cue); noun != nowhere) return noun;
  }
  const std::uint32_t subject = owned_by(nearest_subject(cue, forth));
  if (subject != nowhere) return subject;
  if (!forth) return nowhere;
  if (const std::uint32_t noun = noun_between(cue); noun != nowhere) return noun;
  for (const std::uint32_t child : trees_.children(cue)) {
    const Token& token = document_.tokens[child];
    if (cue > 0 && document_.tokens[cue - 1].lemma == "and")
      break;  // "“…” and calls the step a reward"
    if (child > cue && child < cue + 5 && is_somebody(child) && token.upos != "PRON" &&
        has_label(token, "obj"))
      return child;
  }
  return nowhere;
}

std::uint32_t CueSubjects::agent_of(std::uint32_t verb) const {
  if (const std::uint32_t agent = trees_.child(verb, "obl:agent"); agent != nowhere) return agent;
  constexpr std::uint32_t furthest = 24;
  const Sentence& sentence = document_.sentences[trees_.sentence(verb)];
  for (std::uint32_t t = verb + 1; t < std::min(sentence.last, verb + furthest); ++t) {
    if (quoted_[t] != nowhere || document_.tokens[t].lemma != "by") continue;
    const std::uint32_t noun = trees_.head(t);
    if (noun != nowhere && noun > t) return noun;
  }
  return nowhere;
}

bool CueSubjects::is_inverted(std::uint32_t cue) const {
  std::uint32_t at = cue;
  const auto is_between = [&](std::uint32_t t) {
    const std::string_view upos = document_.tokens[t].upos;
    return quoted_[t] == nowhere && (upos == "PUNCT" || upos == "AUX");
  };
  while (at > 0 && is_between(at - 1)) --at;
  const bool closes = at > 0 && quoted_[at - 1] != nowhere;
  const std::uint32_t own = own_subject(cue);
  return closes && at < cue && (own == nowhere || own > cue);
}

bool CueSubjects::skips_time(std::uint32_t& at) const {
  for (std::uint32_t t = at + 1; t < at + 4 && t < document_.tokens.size(); ++t) {
    const std::string_view word = document_.tokens[t].lemma;
    if (word != "time" && word != "moment" && !is_weekday(word)) continue;
    at = t;
    return true;
  }
  return false;
}

std::uint32_t CueSubjects::noun_behind(std::uint32_t cue) const {
  constexpr std::uint32_t furthest = 9;
  const Sentence& sentence = document_.sentences[trees_.sentence(cue)];
  std::uint32_t before = cue;  // what the noun stands behind
  for (std::uint32_t t = cue + 1; t < sentence.last && t < cue + furthest; ++t) {
    const Token& token = document_.tokens[t];
    if (token.upos == "ADP" && skips_time(t)) {  // "said at the time Ana Ruiz"
      before = t;
      continue;
    }
    if (token.upos == "VERB" || token.upos == "ADP" || token.upos == "PUNCT") break;
    const std::uint32_t head = trees_.head(t);
    const bool inner =
        head != nowhere && head > before && head < cue + furthest && !has_label(token, "nsubj");
    if ((token.upos == "NOUN" || token.upos == "PROPN") && !inner) return owned_by(t);
  }
  return nowhere;
}

std::uint32_t CueSubjects::noun_between(std::uint32_t cue) const {
  constexpr std::uint32_t furthest = 9;
  for (std::uint32_t t = cue; t > 0 && cue - t < furthest; --t) {
    const Token& token = document_.tokens[t - 1];
    if (quoted_[t - 1] != nowhere) break;
    const bool noun = token.upos == "NOUN" || token.upos == "PROPN" || token.upos == "PRON";
    if (noun && trees_.head(t - 1) == cue) return owned_by(t - 1);
  }
  return nowhere;
}

std::uint32_t CueSubjects::name_apposed(std::uint32_t noun) const {
  constexpr std::uint32_t longest = 6;  // "of Chad", "to the United Nations"
  const std::uint32_t end = document_.sentences[trees_.sentence(noun)].last;
  std::uint32_t comma = noun + 1;
  const bool of = comma < end && document_.tokens[comma].upos == "ADP";
  while (of && comma < std::min(end, noun + longest) && document_.tokens[comma].lemma != ",") {
    const std::string_view upos = document_.tokens[comma].upos;
    if (upos == "VERB" || upos == "AUX") return noun;
    ++comma;
  }
  if (comma + 1 >= end || document_.tokens[comma].lemma != ",") return noun;
  std::uint32_t last = comma + 1;
  while (last < end && document_.tokens[last].upos == "PROPN") ++last;
  const bool closed = last < end && document_.tokens[last].lemma == ",";
  const bool near = comma == noun + 1 && document_.tokens[noun].upos == "NOUN";
  // "said the minister of the interior, Ana Ruiz."
  const bool ends = last > comma + 2 && last + 1 == end;
  return last > comma + 1 && (closed || near || ends) ? comma + 1 : noun;
}

std::uint32_t CueSubjects::owned_by(std::uint32_t noun) const {
  if (noun == nowhere) return noun;
  if (document_.tokens[noun].upos == "NOUN") {
    // "Before the vote Ana Ruiz said": no subject, whatever a parser made of it.
    const bool name = noun + 2 < document_.tokens.size() && is_mute_noun(noun) &&
                      document_.tokens[noun + 1].upos == "PROPN" &&
                      document_.tokens[noun + 2].upos == "PROPN";
    return name ? noun + 1 : name_apposed(noun);
  }
  const bool people = noun > 0 && folded(document_.form(document_.tokens[noun - 1])) == "the";
  if (people || document_.tokens[noun].upos == "ADJ" || has_label(document_.tokens[noun], "amod"))
    return name_apposed(noun);
  const bool south = noun > 1 && document_.tokens[noun - 1].upos == "PROPN" &&
                     folded(document_.form(document_.tokens[noun - 2])) == "the";
  if (south) return name_apposed(noun);
  if (document_.tokens[noun].upos != "PROPN") return noun;
  const std::uint32_t mark = trees_.child(noun, "case");
  if (mark == nowhere || mark + 1 >= document_.tokens.size()) return noun;
  const std::string_view form = document_.form(document_.tokens[mark]);
  const bool possessive = form == "'s" || form == "\u2019s" || form == "'" || form == "\u2019";
  const std::string_view next = document_.tokens[mark + 1].upos;
  const char capital = document_.text[document_.tokens[mark + 1].begin];
  const bool title = next == "ADJ" && capital >= 'A' && capital <= 'Z';  // "Prime Minister"
  return possessive && (next == "PROPN" || title) ? mark + 1 : noun;
}

std::uint32_t CueSubjects::named_behind(std::uint32_t noun) const {
  if (noun == nowhere || document_.tokens[noun].upos != "NOUN") return noun;
  const std::uint32_t end = trees_.extent(noun).second + 1;
  const bool name = end + 1 < document_.sentences[trees_.sentence(noun)].last &&
                    document_.tokens[end].lemma == "," && document_.tokens[end + 1].upos == "PROPN";
  return name ? end + 1 : owned_by(noun);
}

std::uint32_t CueSubjects::nearest_subject(std::uint32_t cue, bool forth) const {
  if (cue > 0 && trees_.head(cue - 1) == cue && has_label(document_.tokens[cue - 1], "nsubj"))
    return meant_by_relative(cue - 1, cue);
  // "US Ambassador" and "Ana Ruiz"
  std::uint32_t last = nowhere, only = nowhere;
  int subjects = 0;
  for (const std::uint32_t c : trees_.children(cue)) {
    if (c > cue || !has_label(document_.tokens[c], "nsubj") || !may_say(c, cue)) continue;
    ++subjects;
    only = c;
    if (document_.tokens[c].upos == "PROPN") last = c;
  }
  if (subjects > 1 && last != nowhere) return last;
  if (subjects > 0) return meant_by_relative(only, cue);
  if (const std::uint32_t hung = clause_hung_on(cue); hung != nowhere) return hung;
  // Behind a quotation, ", said Ana Ruiz" may be inverted.
  const bool put_in = forth && cue > 0 && document_.tokens[cue - 1].lemma == ",";
  const std::uint32_t name = put_in ? nowhere : name_right_before(document_, trees_, cue);
  if (name != nowhere) return may_say(name, cue) ? name : nowhere;
  if (const std::uint32_t sayer = sayer_beside(cue); sayer != nowhere)
    return nearest_subject(sayer, forth);
  const std::uint32_t subject = trees_.subject(cue);
  return subject == nowhere || !may_say(subject, cue) ? nowhere : subject;
}

std::uint32_t CueSubjects::sayer_beside(std::uint32_t cue) const {
  if (!has_label(document_.tokens[cue], "conj")) return nowhere;
  const std::uint32_t clause = trees_.head(cue);
  if (clause == nowhere || clause > cue || !has_label(document_.tokens[clause], "ccomp"))
    return nowhere;
  const std::uint32_t above = trees_.head(clause);
  const bool fits = above != nowhere && above < clause && is_cue(above) &&
                    document_.tokens[above].xpos == document_.tokens[cue].xpos &&
                    document_.tokens[clause].xpos != document_.tokens[cue].xpos;
  return fits ? above : nowhere;
}

std::uint32_t CueSubjects::clause_hung_on(std::uint32_t cue) const {
  const Token& verb = document_.tokens[cue];
  const bool finite = verb.xpos == "VBD" || verb.xpos == "VBZ";
  const std::uint32_t head = trees_.head(cue);
  const bool hung = finite && verb.deprel == "acl" && head != nowhere && head < cue;
  return hung && may_say(head, cue) ? head : nowhere;
}

std::uint32_t CueSubjects::meant_by_relative(std::uint32_t subject, std::uint32_t cue) const {
  const std::string_view word = document_.tokens[subject].lemma;
  if (word != "who" && word != "which" && word != "that") return subject;
  const std::uint32_t head = trees_.head(cue);
  const bool clause = std::string_view(document_.tokens[cue].deprel).ends_with("relcl");
  if (clause && head != nowhere && head < subject) return head;
  return word == "that" ? subject : name_before_pronoun(document_, trees_, subject);
}

}  // namespace volteface::language
