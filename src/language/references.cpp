#include "language/references.h"

#include <algorithm>

#include "language/lexicon.h"
#include "language/speech_words.h"

namespace volteface::language {

References::References(Document& document, const Trees& trees, Entities& entities,
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

void References::claim(std::uint32_t m) {
  for (std::uint32_t t = document_.mentions[m].first; t < document_.mentions[m].last; ++t)
    mention_at_[t] = m;
}

void References::mark_quotes() {
  std::size_t at = 0;
  for (std::uint32_t q = 0; q < document_.quotes.size(); ++q) {
    const Quote& quote = document_.quotes[q];
    while (at < document_.tokens.size() && document_.tokens[at].begin < quote.begin) ++at;
    for (; at < document_.tokens.size() && document_.tokens[at].end <= quote.end; ++at)
      quote_at_[at] = q;
  }
}

void References::note(std::uint32_t token) {
  const std::uint32_t m = mention_at_[token];
  if (m == nowhere) return;
  const Mention& mention = document_.mentions[m];
  if (token + 1 != mention.last) return;
  for (const std::uint32_t entity : mention.entities) {
    discourse_.add(mention.head, entity, quote_at_[mention.head] != nowhere,
                   is_source(mention.head, entity));
  }
}

bool References::is_source(std::uint32_t token, std::uint32_t entity) const {
  const std::uint32_t verb = trees_.head(token);
  return !document_.entities[entity].named && verb != nowhere &&
         (quote_said_by_.contains(token) || (has_label(document_.tokens[token], "nsubj") &&
                                             (is_speech_verb(document_.tokens[verb].lemma) ||
                                              is_view_verb(document_.tokens[verb].lemma))));
}

std::uint32_t References::add(std::uint32_t first, std::uint32_t last, std::uint32_t head,
                              MentionKind kind, std::vector<std::uint32_t> of) {
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

std::uint32_t References::mention_of(std::uint32_t entity) const {
  for (std::uint32_t m = 0; m < document_.mentions.size(); ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.entities.size() == 1 && mention.entities[0] == entity) return m;
  }
  return nowhere;
}

std::uint32_t References::speaker_around(std::uint32_t token) const {
  const std::uint32_t q = quote_at_[token];
  if (q == nowhere || subjects_[q] == nowhere) return nowhere;
  const std::uint32_t m = mention_at_[subjects_[q]];
  return m == nowhere || document_.mentions[m].entities.empty() ? nowhere
                                                                : document_.mentions[m].entities[0];
}

bool References::names_another(std::uint32_t token, std::uint32_t person) const {
  std::uint32_t s = trees_.sentence(token);
  constexpr std::uint32_t farthest = 60;  // sentences
  while (s > 0 && !document_.sentences[s].begins_paragraph && trees_.sentence(token) - s < farthest)
    --s;
  const std::uint32_t sentences = trees_.sentence(token) - s;
  return std::ranges::any_of(discourse_.before(token, sentences), [&](const Appearance& seen) {
    return seen.entity != person && document_.entities[seen.entity].type == NameType::person;
  });
}

}  // namespace volteface::language
