// Texts with marks for what a reader must find: {text|type} for names, {text|=Full Name+Full Name}
// for whom a mention means. See tests/language/annotated/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evaluation.h"
#include "volteface/language.h"

namespace volteface::language {

struct AnnotatedSpan : TextSpan {
  std::string type;                  // of a name
  std::vector<std::string> persons;  // or whom it means
};

struct AnnotatedText {
  std::string text;  // without the marks
  std::optional<Date> date;
  std::vector<AnnotatedSpan> spans;
};

// Lines that begin with "#" are comments, but "# date: 2024-05-20"; an empty line parts texts.
// Throws Error with line and column.
std::vector<AnnotatedText> read_annotated(const std::string& path);

struct NameCounts {
  Counted found;   // right (span and type) of those that the program tells
  Counted wanted;  // right of those that are marked
  double f1() const;
};
NameCounts evaluate_names(const Language& language, const std::vector<AnnotatedText>& texts,
                          bool show);

struct MentionCounts {
  Counted all, names, others;
};
MentionCounts evaluate_mentions(const Language& language, const std::vector<AnnotatedText>& texts,
                                bool show);

// One name is a form of the other, or both are names of one person in the registry.
bool same_person(const Actors& actors, const std::string& a, const std::string& b);

}  // namespace volteface::language
