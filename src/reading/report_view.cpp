#include "reading/report_view.h"

#include <algorithm>
#include <array>
#include <map>

#include "language/characters.h"
#include "reading/saying.h"
#include "reading/tables.h"

namespace volteface {
namespace {

constexpr std::size_t longest_evidence = 400;  // bytes

bool is_first_person(std::string_view lemma) {
  constexpr std::array<std::string_view, 7> words = {"we", "I", "i", "us", "me", "our", "my"};
  return is_one_of(lemma, words);
}

}  // namespace

ReportView::ReportView(const Document& document)
    : tree(document),
      actors(tree),
      calendar(tree),
      interview_(document),
      quote_of_token_(document.tokens.size(), nowhere) {
  std::size_t t = 0;
  for (std::uint32_t q = 0; q < document.quotes.size(); ++q) {
    const Quote& quote = document.quotes[q];
    while (t > 0 && document.tokens[t - 1].begin >= quote.begin) --t;
    while (t < document.tokens.size() && document.tokens[t].begin < quote.begin) ++t;
    for (; t < document.tokens.size() && document.tokens[t].end <= quote.end; ++t)
      quote_of_token_[t] = q;
  }
  writers_state_ = find_writers_state();
  interviewee_ = find_interviewee();
  if (interviewee_ != nowhere) {
    const Mention& asked = document.mentions[interviewee_];
    interviewed_state_ = document.entities[asked.entities.front()].state;
  }
  dateline_state_ = find_dateline_state();
  speaks_of_votes_ = std::ranges::any_of(document.tokens, [](const Token& token) {
    return token.lemma == "vote" || reading_tables().in_list("surely_resolution", token.lemma);
  });
}

// "our president", outside of quotations.
bool ReportView::is_ours_outside(std::uint32_t noun) const {
  const std::uint32_t owner = tree.child(noun, {"nmod:poss"});
  return owner != nowhere && quote_of(owner) == nowhere && tree.lemma(owner) == "our" &&
         reading_tables().in_list("office", tree.lemma(noun));
}

// The one whom most quotations are of, the first of several.
std::uint32_t ReportView::find_interviewee() const {
  if (!interview_.exists()) return nowhere;
  std::map<std::uint32_t, int> times;
  std::uint32_t best = nowhere;
  for (const Quote& quote : document().quotes) {
    if (quote.speaker == nowhere || document().mentions[quote.speaker].entities.empty()) continue;
    const int now = ++times[document().mentions[quote.speaker].entities.front()];
    if (best == nowhere || now > times[document().mentions[best].entities.front()])
      best = quote.speaker;
  }
  return best;
}

std::string ReportView::find_writers_state() const {
  const Document& d = document();
  for (std::uint32_t t = 0; t < d.tokens.size(); ++t) {
    if (quote_of(t) != nowhere) continue;
    if (d.tokens[t].upos != "NOUN" || !is_ours_outside(t)) continue;
    for (const Actor& actor : actors.actors_of(t)) {
      if (!actor.state.empty()) return actor.state;
    }
  }
  return {};
}

// A town at the head of a line near the top, before a comma or a dash.
std::string ReportView::find_dateline_state() const {
  constexpr std::size_t head = 400;  // bytes
  const Document& d = document();
  for (const Mention& mention : d.mentions) {
    if (mention.begin > head) break;
    const bool begins = mention.begin == 0 || d.text[mention.begin - 1] == '\n';
    if (!begins || mention.entities.empty() || mention.end >= d.text.size()) continue;
    const std::string_view behind = std::string_view(d.text).substr(mention.end, 5);
    const bool set_off = behind.starts_with(',') || behind.starts_with(" -") ||
                         behind.starts_with(" (") || behind.starts_with(" \u2014") ||
                         behind.starts_with(" \u2013");
    const Entity& entity = d.entities[mention.entities.front()];
    if (set_off && entity.type != NameType::person && !entity.state.empty()) return entity.state;
  }
  return {};
}

bool ReportView::names_united_nations() const {
  return std::ranges::any_of(document().entities, [](const Entity& entity) {
    return reading_tables().whole_of(entity.organisation) == "UN";
  });
}

std::string ReportView::court_before(std::uint32_t token) const {
  constexpr std::uint32_t far = 12;  // sentences: what a report is about
  constexpr int most = 40;           // names, so that time stays linear
  const Document& d = document();
  auto name = std::ranges::lower_bound(d.names, token, {}, &Name::first);
  for (int n = 0; name != d.names.begin() && n < most; ++n) {
    --name;
    if (tree.sentence(name->first) + far < tree.sentence(token)) break;
    if (name->entity == nowhere) continue;
    const std::string& organisation = d.entities[name->entity].organisation;
    if (reading_tables().in_list("courts", organisation)) return organisation;
  }
  return {};
}

std::uint32_t ReportView::quote_of(std::uint32_t token) const { return quote_of_token_[token]; }

Evidence ReportView::evidence(std::uint32_t first, std::uint32_t last) const {
  const Document& d = document();
  Evidence out;
  out.begin = d.tokens[first].begin;
  out.end = std::max(d.tokens[last].end, out.begin);
  out.sentence = tree.sentence(first);
  if (out.end - out.begin > longest_evidence) {
    while (last > first && d.tokens[last].end - out.begin > longest_evidence) --last;
    out.end = d.tokens[last].end;
  }
  out.text = d.text.substr(out.begin, out.end - out.begin);
  return out;
}

Evidence ReportView::evidence(std::uint32_t head) const {
  std::uint32_t first = head, last = head;
  std::vector<std::uint32_t> open{head};
  // "NO: Chad, Mali": the names of a list are no clause beside it.
  const auto is_listed = [&](std::uint32_t c, std::uint32_t above) {
    const std::string_view kind = tree.token(above).upos;
    return tree.token(c).upos == "PROPN" && kind != "VERB" && kind != "AUX";
  };
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    first = std::min(first, at), last = std::max(last, at);
    for (const std::uint32_t c : tree.children(at)) {
      const bool beside = (tree.is(c, "parataxis") && !is_listed(c, at)) || tree.is(c, "punct") ||
                          tree.is(c, "cc") || (tree.is(c, "conj") && at == head);
      if (!beside) open.push_back(c);
    }
  }
  return evidence(first, last);
}

std::vector<Actor> ReportView::actors_in_words(std::uint32_t noun) const {
  std::vector<Actor> out = actors.actors_of(noun);
  if (!out.empty() || noun == nowhere) return out;
  if (quote_of(noun) == nowhere) {
    const std::string word = lower_case(tree.lemma(noun));
    if (word != "we" && word != "us") return out;
    // "We voted no, said Chad's envoy", without quotation marks.
    if (const std::uint32_t sayer = sayer_beside(noun); sayer != nowhere)
      out = actors.actors_of(sayer);
    if (out.empty() && !writers_state().empty()) out.push_back({writers_state(), "", ""});
    return out;
  }
  const Quote& quote = document().quotes[quote_of(noun)];
  if (quote.speaker == nowhere) return out;
  const bool own = is_first_person(tree.lemma(noun));
  if (!own && !is_ours(noun)) return out;
  out = actors.actors_of(document().mentions[quote.speaker].head);
  for (Actor& actor : out) {
    if (!own) actor.person.clear();
  }
  return out;
}

// "my country", "our delegation"
bool ReportView::is_ours(std::uint32_t noun) const {
  const std::uint32_t owner = tree.child(noun, {"nmod:poss"});
  return owner != nowhere && is_first_person(tree.lemma(owner)) &&
         reading_tables().in_list("state_itself", tree.lemma(noun));
}

std::string ReportView::lower_sentence(std::uint32_t sentence) const {
  return lower_case(document().text_of(document().sentences[sentence]));
}

Speaker ReportView::speaker_of(const Mention& mention) const {
  Speaker out;
  const Document& d = document();
  if (mention.entities.empty()) {
    out.name = d.text_of(mention);
    return out;
  }
  if (mention.entities.size() > 1) {  // "the two leaders" are not one of them
    out.name = d.text_of(mention);
    return out;
  }
  const Entity& entity = d.entities[mention.entities.front()];
  // A person by name, a state or ministry in the words of the text ("Ottawa").
  const bool by_name = entity.named && entity.type == NameType::person;
  out.name = by_name || mention.kind == MentionKind::pronoun
                 ? actors.name_of(mention.entities.front())
                 : std::string(d.text_of(mention));
  out.state = entity.state;
  if (out.state.empty() && entity.type == NameType::person)
    out.state = actors.served_state(mention.entities.front());
  out.role = entity.role;
  return out;
}

// "A diplomat sees money behind it, he said": the one without a name that the sentence is of.
std::uint32_t ReportView::unnamed_before(std::uint32_t pronoun) const {
  constexpr std::array<std::string_view, 3> pronouns = {"he", "she", "they"};
  if (!is_one_of(tree.lemma(pronoun), pronouns)) return nowhere;
  for (std::uint32_t t = pronoun; t-- > document().sentences[tree.sentence(pronoun)].first;) {
    const bool subject = tree.is(t, "nsubj") && tree.token(t).upos == "NOUN";
    if (!subject || actors.mention_of(t) != nowhere) continue;
    const std::string lemma = lower_case(tree.lemma(t));
    if (reading_tables().in_list("unnamed", lemma) || reading_tables().in_list("office", lemma))
      return t;
  }
  return nowhere;
}

Speaker ReportView::speaker_of_noun(std::uint32_t noun) const {
  if (noun == nowhere) return {};
  if (const std::uint32_t unnamed = unnamed_before(noun); unnamed != nowhere) noun = unnamed;
  const Document& d = document();
  if (actors.mention_of(noun) != nowhere) return speaker_of(d.mentions[actors.mention_of(noun)]);
  if (tree.token(noun).upos == "PRON") return {};
  for (const std::uint32_t t : tree.subtree(noun)) {
    const std::uint32_t e = actors.entity_of(t);
    if (e != nowhere && d.entities[e].type == NameType::person)
      return speaker_of(d.mentions[actors.mention_of(t)]);
  }
  Speaker out;
  out.name = name_in_words(noun);
  const std::vector<Actor> named = actors.actors_of(noun);
  if (!named.empty()) out.state = named.front().state;
  return language::has_word(out.name) ? out : Speaker();  // the bullet of a list is nobody
}

// Of "says the analyst Ana Ruiz" a parser may make an object.
std::uint32_t ReportView::own_subject(std::uint32_t verb) const {
  const std::uint32_t subject = tree.child(verb, {"nsubj"});
  if (subject != nowhere) return subject;
  const std::uint32_t behind = tree.child(verb, {"obj", "obl", "iobj"});
  if (behind != nowhere && behind > verb && tree.preposition(behind).empty()) return behind;
  return person_right_before(verb);
}

// "a diplomat from Lima", without the bullet and the hour of an entry before it.
std::string ReportView::name_in_words(std::uint32_t noun) const {
  std::vector<std::uint32_t> words = tree.subtree(noun);
  std::uint32_t first = noun;
  for (const std::uint32_t t : words) first = std::min(first, t);
  const auto is_mark = [&](std::uint32_t t) {
    const std::string_view form = document().text_of(tree.token(t));
    const bool hour = form.find(':') != form.npos;
    const bool by = tree.lemma(t) == "accord" || tree.token(t).upos == "ADP";
    return tree.token(t).upos == "PUNCT" || hour || by || !language::has_word(form);
  };
  while (first < noun && is_mark(first)) ++first;
  const Evidence whole = evidence(noun);
  const std::uint32_t begin = std::max(whole.begin, tree.token(first).begin);
  std::uint32_t end = whole.end;
  for (const std::uint32_t t : words) {  // ", who fear unrest", "diplomats here"
    const bool ends = tree.lemma(t) == "," || tree.lemma(t) == "here" || tree.lemma(t) == "there";
    if (t > noun && ends) end = std::min(end, tree.token(t - 1).end);
  }
  return document().text.substr(begin, end - begin);
}

// The subject of the verb of saying whose clause a token stands in.
std::uint32_t ReportView::sayer_above(std::uint32_t token) const {
  for (std::uint32_t at = token; at != nowhere; at = tree.head(at)) {
    for (const std::uint32_t c : tree.children(at)) {
      if (tree.is(c, "parataxis") && reading_tables().in_list("say", tree.lemma(c))) {
        if (const std::uint32_t sayer = own_subject(c); sayer != nowhere) return sayer;
      }
    }
    const std::uint32_t above = tree.head(at);
    if (above == nowhere) break;
    const bool of_saying = reading_tables().in_list("say", tree.lemma(above)) ||
                           reading_tables().in_list("think", tree.lemma(above));
    const bool ballot = above + 1 < document().tokens.size() &&
                        (tree.lemma(above + 1) == "no" || tree.lemma(above + 1) == "yes");
    const bool says = of_saying && !ballot && tree.child(above, {"obj"}) == nowhere;
    if (says && (tree.is(at, "ccomp") || tree.is(at, "parataxis"))) return subject_of(tree, above);
    // "said on Wednesday that he would": the clause may hang on the day.
    const std::uint32_t beyond = tree.head(above);
    const bool that = std::ranges::any_of(
        tree.children(above), [&](std::uint32_t c) { return tree.has_child(c, "mark", "that"); });
    if (that && beyond != nowhere && reading_tables().in_list("say", tree.lemma(beyond)))
      return subject_of(tree, beyond);
  }
  return nowhere;
}

// ", its envoy, Ana Ruiz, (explained)"
std::uint32_t ReportView::person_right_before(std::uint32_t verb) const {
  constexpr std::uint32_t reach = 4;  // words: a comma and a name
  const std::uint32_t first = document().sentences[tree.sentence(verb)].first;
  for (std::uint32_t t = verb; t-- > first && verb - t <= reach;) {
    const std::uint32_t e = actors.entity_of(t);
    if (e != nowhere && document().entities[e].type == NameType::person) return t;
    if (tree.lemma(t) != "," && tree.token(t).upos != "PROPN") return nowhere;
  }
  return nowhere;
}

// "according to analysts", "for the analyst Ana Ruiz, the vote is"; "..., explained its envoy",
// "..., its envoy says, ...": put in beside the clause, wherever a parser hangs it.
std::uint32_t ReportView::sayer_beside(std::uint32_t token) const {
  const Document& d = document();
  const Sentence& sentence = d.sentences[tree.sentence(token)];
  for (std::uint32_t t = sentence.first; t + 1 < sentence.last; ++t) {
    if (tree.lemma(t) != "accord" || tree.lemma(t + 1) != "to") continue;
    const std::uint32_t noun = tree.head(t);
    if (noun != nowhere && noun > t) return noun;
  }
  std::uint32_t best = nowhere;
  std::uint32_t nearest = nowhere;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const bool says = tree.token(t).upos == "VERB" && quote_of(t) == nowhere &&
                      reading_tables().in_list("say", tree.lemma(t));
    // "called off the talks", "said no"
    const std::string_view next = t + 1 < sentence.last ? tree.lemma(t + 1) : std::string_view();
    if (!says || tree.child(t, {"compound"}) != nowhere || next == "no" || next == "yes") continue;
    // "because its minister had said so": what is the reason brings it in for nobody.
    if (does_to_object(tree, t) || (tree.head(token) == t && tree.is(token, "mark"))) continue;
    // ", observed analyst Ana Ruiz": a parser may take it for a participle.
    const bool before_name = tree.is(t, "amod") && is_behind_a_comma(sentence.first, t);
    std::uint32_t subject = before_name ? tree.head(t) : tree.child(t, {"nsubj"});
    if (subject == nowhere) subject = person_right_before(t);
    if (subject == nowhere) continue;
    const std::uint32_t first = std::min(t, subject);
    const bool inserted = tree.is(t, "parataxis") || is_behind_a_comma(sentence.first, first);
    if (first > token && begins_clause(token, first)) continue;
    const std::uint32_t distance = t > token ? t - token : token - t;
    if (inserted && distance < nearest) best = subject, nearest = distance;
  }
  if (best != nowhere) return best;
  std::uint32_t front = sentence.first;
  while (front + 1 < sentence.last && tree.token(front).upos == "PUNCT") ++front;
  const bool view = tree.lemma(front) == "for" || tree.lemma(front) == "to";
  const std::uint32_t noun = view ? tree.head(front) : nowhere;
  const auto is_person = [&](std::uint32_t t) {
    const std::uint32_t e = t < sentence.last ? actors.entity_of(t) : nowhere;
    return e != nowhere && d.entities[e].type == NameType::person;
  };
  if (noun == nowhere) return nowhere;
  if (is_person(noun)) return noun;
  return is_person(noun + 1) ? noun + 1 : nowhere;  // "for political analyst Ana Ruiz"
}

bool ReportView::begins_clause(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t t = from; t < to; ++t) {
    const std::string_view word = tree.lemma(t);
    const bool joins = tree.token(t).upos == "CCONJ" && tree.lemma(t + 1) == "as";
    if (word == ";" || word == "latter" || joins) return true;
  }
  return false;
}

// Words of a noun phrase may stand between the comma and its head.
bool ReportView::is_behind_a_comma(std::uint32_t first, std::uint32_t at) const {
  for (std::uint32_t step = 0; at > first && step < 4; ++step, --at) {
    const std::string_view before = tree.token(at - 1).upos;
    if (before == "PUNCT") return tree.lemma(at - 1) != "-";
    if (before == "VERB" || before == "AUX" || before == "SCONJ") return false;
  }
  return false;
}

Speaker ReportView::speaker_of_token(std::uint32_t token) const {
  const Document& d = document();
  const std::uint32_t q = quote_of(token);
  if (q != nowhere && d.quotes[q].speaker != nowhere)
    return speaker_of(d.mentions[d.quotes[q].speaker]);
  if (const std::uint32_t above = sayer_above(token); above != nowhere)
    return speaker_of_noun(above);
  return speaker_of_noun(sayer_beside(token));
}

}  // namespace volteface
