#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "annotated.h"
#include "evaluation.h"
#include "language/actor_names.h"
#include "record/byte_source.h"

namespace volteface::language {
namespace {

using nlohmann::json;

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words;
  const std::string key = name_key(name);
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

struct Place {
  std::size_t begin = 0, end = 0;
};

bool means(const Actors& actors, const Document& document, const Place& place, const std::string& person) {
  for (const Mention& mention : document.mentions) {
    if (mention.end <= place.begin || mention.begin >= place.end) continue;
    for (const std::uint32_t entity : mention.entities) {
      if (same_person(actors, document.entities[entity].name, person)) return true;
    }
  }
  return false;
}

void count(const Actors& actors, const Document& document, const std::string& person, const std::string& evidence, PersonCounts& counts,
           bool show, const std::string& name) {
  const std::size_t at = document.text.find(evidence);
  if (at == std::string::npos || person.empty()) return;
  const std::string key = " " + name_key(evidence) + " ";
  const std::vector<std::string> words = words_of(person);
  const bool named = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return word.size() > 2 && key.find(" " + word.substr(0, std::max<std::size_t>(4, word.size() - 1))) != std::string::npos;
  });
  Counted& of = named ? counts.named : counts.unnamed;
  ++of.all;
  const bool right = means(actors, document, {at, at + evidence.size()}, person);
  of.right += right;
  if (show && !right) fmt::print(stderr, "{}: {} {} | {}\n", name, named ? "named" : "unnamed", person, evidence);
}

void count_speaker(const Actors& actors, const Document& document, const json& record, PersonCounts& counts, bool show, const std::string& name) {
  const json& speaker = record.at("speaker");
  if (!speaker.contains("name") || !speaker.at("name").is_string()) return;
  const std::string person = speaker.at("name");
  if (words_of(person).size() < 2 || !(person[0] >= 'A' && person[0] <= 'Z')) return;
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

PersonCounts evaluate_persons(const Language& language, const std::string& news, const std::string& gold, bool show) {
  PersonCounts counts;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(news)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const std::string name = file.stem().string();
    const Document document = language.read(read_all(*open_bytes(file.string()), std::size_t{1} << 26));
    const std::string records = read_all(*open_bytes(gold + "/" + name + ".jsonl"), std::size_t{1} << 26);
    for (std::size_t at = 0; at < records.size();) {
      const std::size_t end = std::min(records.find('\n', at), records.size());
      const std::string line = records.substr(at, end - at);
      at = end + 1;
      if (line.empty()) continue;
      const json record = json::parse(line);
      const std::string evidence = record.at("evidence");
      std::set<std::string> persons;
      for (const char* side : {"source", "target"}) {
        if (record.contains(side) && record.at(side).is_object() && record.at(side).value("person", json()).is_string()) {
          persons.insert(record.at(side).at("person").get<std::string>());
        }
      }
      for (const std::string& person : persons) count(language.actors(), document, person, evidence, counts, show, name);
      if (record.at("kind") == "statement") count_speaker(language.actors(), document, record, counts, show, name);
    }
  }
  return counts;
}

}  // namespace volteface::language
