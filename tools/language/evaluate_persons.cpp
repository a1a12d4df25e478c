#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "annotated.h"
#include "evaluation.h"
#include "language/actor_names.h"
#include "record/byte_source.h"
#include "volteface/error.h"

namespace volteface::language {
namespace {

using nlohmann::json;

// A row of person_mentions.tsv.
struct MarkedMention {
  std::size_t begin = 0, size = 0;
  std::vector<std::string> persons;  // none: no person is meant
};

std::map<std::string, std::vector<MarkedMention>> read_marked(const std::string& path) {
  const std::string file = read_all(*open_bytes(path), std::size_t{1} << 26);
  std::map<std::string, std::vector<MarkedMention>> marked;
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < file.size();) {
    ++number;
    const std::size_t end = std::min(file.find('\n', at), file.size());
    const std::string line = file.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> fields;
    for (std::size_t from = 0; from <= line.size();) {
      const std::size_t to = std::min(line.find('\t', from), line.size());
      fields.push_back(line.substr(from, to - from));
      from = to + 1;
    }
    if (fields.size() != 4) throw Error("expected 4 columns", {path, number, 0});
    MarkedMention mention = {std::stoul(fields[1]), std::stoul(fields[2]), {}};
    for (std::size_t from = 0; fields[3] != "none" && from < fields[3].size();) {
      const std::size_t to = std::min(fields[3].find('+', from), fields[3].size());
      mention.persons.push_back(fields[3].substr(from, to - from));
      from = to + 1;
    }
    marked[fields[0]].push_back(std::move(mention));
  }
  return marked;
}

std::string told_at(const Actors& actors, const Document& document, const MarkedMention& marked,
                    bool& right) {
  std::string told;
  std::size_t agree = 0, all = 0;
  for (const Mention& mention : document.mentions) {
    const Token& head = document.tokens[mention.head];
    if (head.begin < marked.begin || head.end > marked.begin + marked.size ||
        mention.kind == MentionKind::name)
      continue;
    for (const std::uint32_t e : mention.entities) {
      const Entity& entity = document.entities[e];
      if (entity.type != NameType::person || !entity.named) continue;
      ++all;
      told += entity.name + " ";
      agree += std::any_of(
          marked.persons.begin(), marked.persons.end(),
          [&](const std::string& person) { return same_person(actors, entity.name, person); });
    }
  }
  right = agree == marked.persons.size() && all == agree;
  return told;
}

struct Place {
  std::size_t begin = 0, end = 0;
};

bool means(const Actors& actors, const Document& document, const Place& place,
           const std::string& person) {
  for (const Mention& mention : document.mentions) {
    if (mention.end <= place.begin || mention.begin >= place.end) continue;
    for (const std::uint32_t entity : mention.entities) {
      if (same_person(actors, document.entities[entity].name, person)) return true;
    }
  }
  return false;
}

void count(const Actors& actors, const Document& document, const std::string& person,
           const std::string& evidence, PersonCounts& counts, bool show, const std::string& name) {
  const std::size_t at = document.text.find(evidence);
  if (at == std::string::npos || person.empty()) return;
  const std::string key = " " + name_key(evidence) + " ";
  const std::vector<std::string> words = words_of_key(name_key(person));
  const bool named = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return word.size() > 2 &&
           key.find(" " + word.substr(0, std::max<std::size_t>(4, word.size() - 1))) !=
               std::string::npos;
  });
  if (!named) return;  // whether a description means them is for the marked mentions
  Counted& of = counts.named;
  ++of.all;
  const bool right = means(actors, document, {at, at + evidence.size()}, person);
  of.right += right;
  if (show && !right) fmt::print(stderr, "{}: {} {} | {}\n", name, "named", person, evidence);
}

void count_speaker(const Actors& actors, const Document& document, const json& record,
                   PersonCounts& counts, bool show, const std::string& name) {
  const json& speaker = record.at("speaker");
  if (!speaker.contains("name") || !speaker.at("name").is_string()) return;
  const std::string person = speaker.at("name");
  if (words_of_key(name_key(person)).size() < 2 || !(person[0] >= 'A' && person[0] <= 'Z')) return;
  const std::string quoted = record.at("quote").get<std::string>().substr(0, 30);
  const std::size_t at = document.text.find(quoted);
  if (at == std::string::npos) return;
  ++counts.speakers.all;
  for (const Quote& quote : document.quotes) {
    if (at + 2 < quote.begin || at >= quote.end) continue;
    if (quote.speaker == nowhere) break;
    for (const std::uint32_t entity : document.mentions[quote.speaker].entities) {
      if (same_person(actors, document.entities[entity].name, person)) {
        ++counts.speakers.right;
        return;
      }
    }
    break;
  }
  if (show) fmt::print(stderr, "{}: speaker {} | {}\n", name, person, quoted);
}

}  // namespace

PersonCounts evaluate_persons(const Language& language, const std::string& news,
                              const std::string& gold, bool show) {
  PersonCounts counts;
  const auto marked = read_marked("tools/language/person_mentions.tsv");
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(news)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const std::string name = file.stem().string();
    const Document document =
        language.read(read_all(*open_bytes(file.string()), std::size_t{1} << 26));
    if (const auto of = marked.find(name); of != marked.end()) {
      for (const MarkedMention& mention : of->second) {
        bool right = false;
        const std::string told = told_at(language.actors(), document, mention, right);
        ++counts.unnamed.all;
        counts.unnamed.right += right;
        if (show && !right) {
          fmt::print(stderr, "{}: at {} [{}] {} is told as {}\n", name, mention.begin,
                     document.text.substr(mention.begin, mention.size),
                     mention.persons.empty() ? "nobody" : mention.persons[0], told);
        }
      }
    }
    const std::string records =
        read_all(*open_bytes(gold + "/" + name + ".jsonl"), std::size_t{1} << 26);
    for (std::size_t at = 0; at < records.size();) {
      const std::size_t end = std::min(records.find('\n', at), records.size());
      const std::string line = records.substr(at, end - at);
      at = end + 1;
      if (line.empty()) continue;
      const json record = json::parse(line);
      const std::string evidence = record.at("evidence");
      std::set<std::string> persons;
      for (const char* side : {"source", "target"}) {
        if (record.contains(side) && record.at(side).is_object() &&
            record.at(side).value("person", json()).is_string()) {
          persons.insert(record.at(side).at("person").get<std::string>());
        }
      }
      for (const std::string& person : persons)
        count(language.actors(), document, person, evidence, counts, show, name);
      if (record.at("kind") == "statement")
        count_speaker(language.actors(), document, record, counts, show, name);
    }
  }
  return counts;
}

}  // namespace volteface::language
