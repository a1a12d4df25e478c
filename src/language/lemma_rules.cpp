#include "language/lemma_rules.h"

#include <algorithm>

#include "language/characters.h"
#include "language/feature_key.h"
#include "language/irregular_verbs.h"

namespace volteface::language {

std::uint32_t LemmaRules::whole_key(std::string_view form, std::string_view xpos) {
  return feature_key(7001, text_hash(form), text_hash(xpos));
}

std::uint32_t LemmaRules::ending_key(std::string_view ending, std::string_view xpos) {
  return feature_key(7002, text_hash(ending), text_hash(xpos), ending.size());
}

std::string LemmaRules::ground_form(std::string_view form, std::string_view xpos) {
  return xpos.starts_with("NNP") ? std::string(form) : folded(form);
}

// "raped", which is not made as "skipped" is: no doubled letter goes with its "-ed".
bool LemmaRules::leaves_too_little(std::string_view ground, const Change& change) {
  if (change.off != 3 || !change.on.empty() || ground.size() < 5 || !ground.ends_with("ed"))
    return false;
  const char goes = ground[ground.size() - 3], stays = ground[ground.size() - 4];
  return goes != stays && goes != 'k';  // "picnicked"
}

const LemmaRules::Change* LemmaRules::change_for(std::string_view ground, std::string_view xpos,
                                                 std::size_t limit) const {
  for (std::size_t n = std::min(limit, ground.size() + 1); n-- > 0;) {
    const auto found = rules_.find(ending_key(ground.substr(ground.size() - n), xpos));
    if (found != rules_.end()) return &changes_[found->second];
  }
  return nullptr;
}

std::string LemmaRules::lemma(std::string_view form, std::string_view xpos) const {
  std::string ground = ground_form(form, xpos);
  const bool past = xpos == "VBD" || xpos == "VBN";
  if (xpos.starts_with("VB") && (past || !is_base_form_too(ground))) {
    if (const std::string_view known = irregular_lemma(ground); !known.empty())
      return std::string(known);
  }
  const auto whole = rules_.find(whole_key(ground, xpos));
  const Change* change = whole != rules_.end() ? &changes_[whole->second]
                                               : change_for(ground, xpos, longest_ending + 1);
  if (change == nullptr || change->off > ground.size()) return ground;
  if (leaves_too_little(ground, *change)) {
    ground.pop_back();
    return ground;
  }
  ground.resize(ground.size() - change->off);
  ground += change->on;
  return ground.empty() ? std::string(form) : ground;
}

void LemmaRules::add(std::uint32_t key, const Change& change) {
  const auto known = std::find(changes_.begin(), changes_.end(), change);
  const auto number = static_cast<std::uint16_t>(known - changes_.begin());
  if (known == changes_.end()) changes_.push_back(change);
  rules_[key] = number;
}

std::string LemmaRules::encoded() const {
  ModelWriter writer;
  writer.number(changes_.size());
  for (const Change& change : changes_) {
    writer.number(change.off);
    writer.bytes(change.on);
  }
  std::vector<std::pair<std::uint32_t, std::uint16_t>> rules(rules_.begin(), rules_.end());
  std::sort(rules.begin(), rules.end());
  writer.number(rules.size());
  std::uint32_t before = 0;
  for (const auto& [key, number] : rules) {
    writer.number(key - before);
    before = key;
  }
  for (const auto& [key, number] : rules) writer.number(number);
  return writer.content();
}

LemmaRules LemmaRules::decoded(ModelReader& reader) {
  LemmaRules rules;
  const std::size_t changes = reader.number(0xffff);
  for (std::size_t i = 0; i < changes; ++i) {
    Change change;
    change.off = static_cast<std::uint8_t>(reader.number(0xff));
    change.on = reader.bytes();
    rules.changes_.push_back(std::move(change));
  }
  std::vector<std::uint32_t> keys(reader.number(reader.left()));
  std::uint64_t key = 0;
  for (std::uint32_t& of : keys) {
    key += reader.number(0xffffffff);
    reader.expect(key <= 0xffffffff, "rules out of order");
    of = static_cast<std::uint32_t>(key);
  }
  rules.rules_.reserve(keys.size());
  for (const std::uint32_t of : keys) {
    const std::size_t number = reader.number(0xffff);
    reader.expect(number < changes, "a rule without its change");
    rules.rules_[of] = static_cast<std::uint16_t>(number);
  }
  return rules;
}

}  // namespace volteface::language
