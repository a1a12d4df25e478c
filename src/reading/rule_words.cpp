#include "reading/rule_words.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace volteface {
namespace {

std::string_view base_of_irregular(std::string_view form) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 38> forms = {Pair{"rang", "ring"},
                                          {"rung", "ring"},
                                          {"sank", "sink"},
                                          {"sunk", "sink"},
                                          {"shook", "shake"},
                                          {"shaken", "shake"},
                                          {"shot", "shoot"},
                                          {"struck", "strike"},
                                          {"tore", "tear"},
                                          {"torn", "tear"},
                                          {"threw", "throw"},
                                          {"thrown", "throw"},
                                          {"lent", "lend"},
                                          {"bade", "bid"},
                                          {"fled", "flee"},
                                          {"flew", "fly"},
                                          {"flown", "fly"},
                                          {"fought", "fight"},
                                          {"sought", "seek"},
                                          {"besought", "beseech"},
                                          {"torn", "tear"},
                                          {"shut", "shut"},
                                          {"withdrew", "withdraw"},
                                          {"withdrawn", "withdraw"},
                                          {"withheld", "withhold"},
                                          {"forbade", "forbid"},
                                          {"forbidden", "forbid"},
                                          {"swore", "swear"},
                                          {"sworn", "swear"},
                                          {"laid", "lay"},
                                          {"upheld", "uphold"},
                                          {"overthrew", "overthrow"},
                                          {"overthrown", "overthrow"},
                                          {"blew", "blow"},
                                          {"stole", "steal"},
                                          {"stolen", "steal"},
                                          {"unfroze", "unfreeze"},
                                          {"unfrozen", "unfreeze"}};
  const auto found = std::ranges::find(forms, form, &Pair::first);
  return found == forms.end() ? std::string_view() : found->second;
}

// What a regular verb in this form may be called by: "shelled": shell; "ruled": rule; "barred":
// bar.
std::vector<std::string> bases_of(const std::string& form) {
  std::vector<std::string> out;
  const auto add = [&](std::string_view ending) {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) return;
    const std::string stem = form.substr(0, form.size() - ending.size());
    out.push_back(stem);
    out.push_back(stem + 'e');
    if (stem.back() == stem[stem.size() - 2]) out.push_back(stem.substr(0, stem.size() - 1));
    if (stem.back() == 'i') out.push_back(stem.substr(0, stem.size() - 1) + 'y');
  };
  add("ed");
  add("ing");
  add("es");
  add("s");
  return out;
}

// "the help (that) it gave"
bool is_done_to_what_it_describes(const SentenceTree& tree, std::uint32_t verb) {
  const std::uint32_t subject = tree.child(verb, {"nsubj"});
  return tree.is(verb, "acl") && subject != nowhere && !tree.token(subject).xpos.starts_with("W");
}

}  // namespace

std::optional<EventRule::Word> kind_of_word(std::string_view upos) {
  if (upos == "VERB") return EventRule::Word::verb;
  if (upos == "NOUN" || upos == "PROPN") return EventRule::Word::noun;
  if (upos == "ADJ") return EventRule::Word::adjective;
  return std::nullopt;
}

std::vector<std::size_t> rules_of_word(const ReportView& view, std::uint32_t t) {
  const SentenceTree& tree = view.tree;
  const std::string form = lower_case(view.document().text_of(tree.token(t)));
  std::vector<std::size_t> out = reading_tables().rules_of(tree.lemma(t));
  if (form != tree.lemma(t)) {
    for (const std::size_t k : reading_tables().rules_of(form)) out.push_back(k);
  }
  // A lemmatizer errs with rare verbs ("rang", "shelled").
  if (const std::string_view base = base_of_irregular(form); out.empty() && !base.empty())
    out = reading_tables().rules_of(base);
  if (out.empty() && tree.token(t).upos == "VERB") {
    for (const std::string& base : bases_of(form)) {
      for (const std::size_t k : reading_tables().rules_of(base)) out.push_back(k);
      if (!out.empty()) break;
    }
  }
  if (out.size() < 2) return out;
  // "called off" before "called", what is told by its denial before what is denied, and what asks
  // for more before what asks for nothing.
  std::ranges::stable_sort(out, {}, [](std::size_t k) {
    const EventRule& rule = reading_tables().events()[k];
    return std::tuple(rule.particle.empty(), !rule.denied, rule.also, rule.needs.empty());
  });
  return out;
}

std::uint32_t particle_of(const SentenceTree& tree, std::uint32_t verb, std::string_view particle) {
  for (const std::uint32_t c : tree.children(verb)) {
    if (tree.lemma(c) == particle) return c;
  }
  const std::uint32_t next = verb + 1;
  const bool there = next < tree.document().sentences[tree.sentence(verb)].last;
  if (!there || tree.lemma(next) != particle) return nowhere;
  // "gave help in the siege", "the help it gave in the siege": no particle.
  const bool leads = tree.is(next, "case") && (tree.child(verb, {"obj"}) != nowhere ||
                                               is_done_to_what_it_describes(tree, verb));
  return leads ? nowhere : next;
}

}  // namespace volteface
