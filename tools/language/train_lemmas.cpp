#include <algorithm>
#include <map>

#include "training_data.h"

namespace volteface::language {
namespace {

using Counts = std::map<std::pair<std::uint8_t, std::string>, int>;  // of changes

LemmaRules::Change change_between(const std::string& ground, const std::string& lemma) {
  std::size_t same = 0;
  while (same < std::min(ground.size(), lemma.size()) && ground[same] == lemma[same]) ++same;
  // Not within a character.
  while (same > 0 && same < ground.size() &&
         (static_cast<unsigned char>(ground[same]) & 0xC0) == 0x80)
    --same;
  return {static_cast<std::uint8_t>(ground.size() - same), lemma.substr(same)};
}

const Counts::value_type& most(const Counts& counts) {
  return *std::max_element(counts.begin(), counts.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
}

struct Example {
  std::string ground, xpos;
  LemmaRules::Change change;
};

std::vector<Example> examples(const TrainingData& data, const EnglishModel& model) {
  std::vector<Example> all;
  for (const TrainingSentence& sentence : data.sentences) {
    for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
      const std::string& xpos = model.tags[sentence.tags[i]].xpos;
      const std::string ground = LemmaRules::ground_form(sentence.forms[i], xpos);
      if (ground.size() > 40 || sentence.lemmas[i] == "_") continue;
      all.push_back({ground, xpos, change_between(ground, sentence.lemmas[i])});
    }
  }
  return all;
}

}  // namespace

void train_lemmas(const TrainingData& data, EnglishModel& model) {
  const std::vector<Example> all = examples(data, model);
  LemmaRules rules;
  // From short endings to long, a rule is kept where it says something else than the shorter one.
  for (std::size_t n = 0; n <= LemmaRules::longest_ending + 1; ++n) {
    const bool whole = n > LemmaRules::longest_ending;
    std::map<std::pair<std::string, std::string>, Counts> by_ending;
    for (const Example& example : all) {
      if (!whole && example.ground.size() < n) continue;
      const std::string ending =
          whole ? example.ground : example.ground.substr(example.ground.size() - n);
      ++by_ending[{example.xpos, ending}][{example.change.off, example.change.on}];
    }
    for (const auto& [place, counts] : by_ending) {
      const auto& [change, count] = most(counts);
      if (!whole && count < (n == 0 ? 1 : 3)) continue;
      const LemmaRules::Change to = {change.first, change.second};
      const LemmaRules::Change* shorter = rules.change_for(place.second, place.first, n);
      if (shorter != nullptr && *shorter == to) continue;
      rules.add(whole ? LemmaRules::whole_key(place.second, place.first)
                      : LemmaRules::ending_key(place.second, place.first),
                to);
    }
  }
  model.lemmas = std::move(rules);
}

}  // namespace volteface::language
