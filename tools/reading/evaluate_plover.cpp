// How often the type of act is right on PLOVER's gold records, whose actors are given.
//
//   evaluate_plover FILE [even|odd|all] [--errors]
//
// FILE is PLOVER_GSR_CAMEO.txt of the Open Event Data Alliance (2016). Types that were renamed
// since are taken by their present names.
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "volteface/error.h"
#include "volteface/language.h"
#include "volteface/told_type.h"

namespace {

using namespace volteface;

std::string present_name(std::string name) {
  static const std::map<std::string, std::string> renamed = {{"YIELD", "CONCEDE"},
                                                             {"DISAPPROVE", "ACCUSE"},
                                                             {"INVESTIGATE", "ACCUSE"},
                                                             {"DEMAND", "REQUEST"},
                                                             {"FIGHT", "ASSAULT"}};
  const auto found = renamed.find(name);
  return found == renamed.end() ? name : found->second;
}

struct Score {
  int records = 0, right = 0, nothing = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: evaluate_plover FILE [even|odd|all] [--errors]\n");
    return 2;
  }
  const std::string half = argc > 2 ? argv[2] : "all";
  const bool errors = argc > 3;
  try {
    std::ifstream file(argv[1]);
    if (!file) throw Error("cannot be read", {argv[1]});
    const nlohmann::json records = nlohmann::json::parse(file);
    const Language language;
    Score all;
    std::map<std::string, Score> by_type;
    int number = 0;
    for (const nlohmann::json& record : records) {
      const std::string gold = record.at("event");
      if (gold == "DOCUMENT") continue;
      const std::string name = present_name(gold);
      const bool even = ++number % 2 == 0;
      if ((half == "even" && !even) || (half == "odd" && even)) continue;
      const std::string text = record.at("text");
      const auto type = told_type(language.read(text));
      const std::string told = type ? std::string(text_of(*type)) : "-";
      for (Score* score : {&all, &by_type[name]}) {
        ++score->records;
        score->right += told == name;
        score->nothing += told == "-";
      }
      if (errors && told != name) fmt::print("{} as {}: {}\n", name, told, text);
    }
    for (const auto& [name, score] : by_type)
      fmt::print("{:<10} {:>4} records, {:>4} right, {:>3} without a type\n", name, score.records,
                 score.right, score.nothing);
    fmt::print("{:<10} {:>4} records, {:>4} right: {:.3f}\n", "all", all.records, all.right,
               all.records > 0 ? static_cast<double>(all.right) / all.records : 0.0);
  } catch (const std::exception& e) {
    fmt::print(stderr, "evaluate_plover: {}\n", e.what());
    return 2;
  }
  return 0;
}
