#include "annotated.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/actor_names.h"
#include "record/byte_source.h"
#include "volteface/error.h"

namespace volteface::language {
namespace {

bool near(const std::string& a, const std::string& b) {
  const std::size_t n = std::min(a.size(), b.size());
  return a == b || (n >= 6 && a.compare(0, n - 1, b, 0, n - 1) == 0);
}

void add_line(AnnotatedText& text, const std::string& line, const Position& at) {
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] != '{') {
      text.text += line[i++];
      continue;
    }
    const std::size_t bar = line.find('|', i), close = line.find('}', i);
    if (bar == std::string::npos || close == std::string::npos || close < bar) {
      throw Error("expected {text|mark}", {at.file, at.line, i + 1});
    }
    AnnotatedSpan span;
    span.begin = static_cast<std::uint32_t>(text.text.size());
    text.text += line.substr(i + 1, bar - i - 1);
    span.end = static_cast<std::uint32_t>(text.text.size());
    std::string mark = line.substr(bar + 1, close - bar - 1);
    if (mark.starts_with('=')) {
      for (std::size_t from = 1; from < mark.size();) {
        const std::size_t to = std::min(mark.find('+', from), mark.size());
        span.persons.push_back(mark.substr(from, to - from));
        from = to + 1;
      }
    } else {
      span.type = mark;
    }
    text.spans.push_back(std::move(span));
    i = close + 1;
  }
  text.text += '\n';
}

Document read_text(const Language& language, const AnnotatedText& text) {
  ReadOptions options;
  options.date = text.date;
  return language.read(text.text, options);
}

}  // namespace

bool same_person(const Actors& actors, const std::string& a, const std::string& b) {
  std::vector<std::string> x = words_of_key(name_key(a)), y = words_of_key(name_key(b));
  for (const std::uint32_t i : actors.persons_named(a)) {
    for (const std::uint32_t k : actors.persons_named(b)) {
      if (i == k) return true;
    }
  }
  if (x.size() > y.size()) std::swap(x, y);
  if (x.size() < 2 && y.size() >= 2) return false;  // a surname alone is not resolved
  return std::all_of(x.begin(), x.end(), [&](const std::string& w) {
    return std::any_of(y.begin(), y.end(), [&](const std::string& v) { return near(w, v); });
  });
}

std::vector<AnnotatedText> read_annotated(const std::string& path) {
  const std::string file = read_all(*open_bytes(path), std::size_t{1} << 26);
  std::vector<AnnotatedText> texts;
  bool open = false;
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < file.size();) {
    ++number;
    const std::size_t end = std::min(file.find('\n', at), file.size());
    const std::string line = file.substr(at, end - at);
    at = end + 1;
    if (line.empty()) {
      open = false;
      continue;
    }
    const bool dated = line.starts_with("# date: ");
    if (line[0] == '#' && !dated) continue;
    if (!open) texts.emplace_back();
    open = true;
    if (dated) {
      texts.back().date = parse_date(line.substr(8));
      if (!texts.back().date) throw Error("expected a day", {path, number, 9});
    } else {
      add_line(texts.back(), line, {path, number, 1});
    }
  }
  return texts;
}

double NameCounts::f1() const {
  const double sum = static_cast<double>(found.all + wanted.all);
  return sum == 0 ? 0 : 100 * static_cast<double>(found.right + wanted.right) / sum;
}

NameCounts evaluate_names(const Language& language, const std::vector<AnnotatedText>& texts,
                          bool show) {
  NameCounts counts;
  for (const AnnotatedText& text : texts) {
    const Document document = read_text(language, text);
    counts.found.all += document.names.size();
    counts.wanted.all += text.spans.size();
    for (const AnnotatedSpan& span : text.spans) {
      const auto same =
          std::find_if(document.names.begin(), document.names.end(), [&](const Name& name) {
            return name.begin == span.begin && name.end == span.end &&
                   name_type_text(name.type) == span.type;
          });
      const bool right = same != document.names.end();
      counts.found.right += right;
      counts.wanted.right += right;
      if (show && !right) fmt::print(stderr, "name {} {}\n", document.text_of(span), span.type);
    }
    for (const Name& name : document.names) {
      const bool marked =
          std::any_of(text.spans.begin(), text.spans.end(), [&](const AnnotatedSpan& span) {
            return name.begin == span.begin && name.end == span.end &&
                   name_type_text(name.type) == span.type;
          });
      if (show && !marked)
        fmt::print(stderr, "not marked: {} {}\n", document.text_of(name),
                   name_type_text(name.type));
    }
  }
  return counts;
}

MentionCounts evaluate_mentions(const Language& language, const std::vector<AnnotatedText>& texts,
                                bool show) {
  MentionCounts counts;
  for (const AnnotatedText& text : texts) {
    const Document document = read_text(language, text);
    for (const AnnotatedSpan& span : text.spans) {
      bool right = false, by_name = false;
      std::string told;
      for (const Mention& mention : document.mentions) {
        const bool here = mention.begin >= span.begin && mention.end <= span.end + 24 &&
                          document.tokens[mention.head].begin >= span.begin &&
                          document.tokens[mention.head].end <= span.end;
        if (!here) continue;
        // What stands before the head ("Kenyan") is another mention.
        std::size_t agree = 0;
        told.clear();
        for (const std::uint32_t entity : mention.entities) {
          told += document.entities[entity].name + " ";
          agree +=
              std::any_of(span.persons.begin(), span.persons.end(), [&](const std::string& person) {
                return same_person(language.actors(), document.entities[entity].name, person);
              });
        }
        if (agree == span.persons.size() && agree == mention.entities.size()) right = true;
      }
      const std::string first = span.persons[0];
      for (const std::string& word : words_of_key(name_key(first))) {
        by_name =
            by_name || (word.size() > 1 &&
                        (" " + name_key(document.text_of(span)) + " ").find(" " + word + " ") !=
                            std::string::npos);
      }
      Counted& kind = by_name ? counts.names : counts.others;
      for (Counted* of : {&counts.all, &kind}) {
        ++of->all;
        of->right += right;
      }
      if (show && !right) {
        fmt::print(stderr, "mention [{}] of {} is told as [{}]: {}\n", document.text_of(span),
                   first, told,
                   document.text.substr(span.begin - std::min<std::uint32_t>(span.begin, 40), 90));
      }
    }
  }
  return counts;
}

}  // namespace volteface::language
