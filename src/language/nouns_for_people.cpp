// Nouns by which people and states are called again: "the pair", "the economist", "the kingdom".
#include <string_view>
#include <unordered_set>

#include "language/lexicon.h"

namespace volteface::language {
namespace {

using Words = std::unordered_set<std::string_view>;

bool in(const Words& words, std::string_view word) { return words.contains(word); }

}  // namespace

bool is_occupation(std::string_view lemma) {
  static const Words words = {
      "officer",       "trader",       "shopkeeper", "farmer",       "fisherman",    "fisherwoman",
      "driver",        "trucker",      "teacher",    "pupil",        "widow",        "widower",
      "soldier",       "guard",        "nurse",      "doctor",       "waiter",       "waitress",
      "barber",        "baker",        "butcher",    "grocer",       "tailor",       "mechanic",
      "skipper",       "fisher",       "carpenter",  "builder",      "miner",        "sailor",
      "captain",       "pilot",        "hotelier",   "innkeeper",    "landlord",     "landlady",
      "vendor",        "seller",       "merchant",   "broker",       "clerk",        "cashier",
      "porter",        "watchman",     "keeper",     "gardener",     "herder",       "shepherd",
      "rancher",       "planter",      "worker",     "labourer",     "laborer",      "electrician",
      "plumber",       "cook",         "chef",       "hairdresser",  "pensioner",    "retiree",
      "refugee",       "migrant",      "exile",      "resident",     "villager",     "islander",
      "neighbour",     "neighbor",     "passenger",  "tourist",      "pilgrim",      "priest",
      "monk",          "nun",          "pastor",     "rabbi",        "researcher",   "scholar",
      "scientist",     "lecturer",     "economist",  "pollster",     "consultant",   "campaigner",
      "protester",     "demonstrator", "organiser",  "organizer",    "volunteer",    "translator",
      "interpreter",   "librarian",    "editor",     "columnist",    "reporter",     "photographer",
      "broadcaster",   "blogger",      "musician",   "singer",       "painter",      "poet",
      "novelist",      "actor",        "actress",    "athlete",      "footballer",   "coach",
      "policeman",     "policewoman",  "detective",  "prosecutor",   "negotiator",   "insider",
      "staffer",       "bureaucrat",   "engineer",   "banker",       "entrepreneur", "businessman",
      "businesswoman", "exporter",     "importer",   "manufacturer", "grower",       "winemaker",
      "brewer"};
  return in(words, lemma);
}

bool is_pair_noun(std::string_view lemma) {
  static const Words words = {"duo", "pair", "two", "couple"};
  return in(words, lemma);
}

bool is_epithet(std::string_view lemma) {
  static const Words words = {
      "economist",      "libertarian",   "veteran",   "populist", "conservative", "liberal",
      "socialist",      "nationalist",   "leftist",   "centrist", "republican",   "democrat",
      "communist",      "reformist",     "hardliner", "moderate", "islamist",     "billionaire",
      "businessman",    "businesswoman", "tycoon",    "lawyer",   "academic",     "outsider",
      "newcomer",       "firebrand",     "autocrat",  "cleric",   "soldier",      "banker",
      "technocrat",     "politician",    "incumbent", "man",      "woman",        "octogenarian",
      "septuagenarian", "former",        "peronist",  "marxist",  "diplomat",     "actor",
      "comedian",       "trotskyist",    "visitor",   "guest",    "host",         "royalist",
      "priest",         "physician",     "doctor",    "engineer", "teacher",      "laureate",
      "exile",          "dissident",     "rebel",     "strongman"};
  return in(words, lemma);
}

bool is_state_noun(std::string_view lemma) {
  static const Words words = {"country",    "nation",    "homeland", "republic",    "kingdom",
                              "government", "state",     "island",   "archipelago", "emirate",
                              "monarchy",   "sultanate", "junta"};
  return in(words, lemma);
}

char gender_of_noun(std::string_view lemma) {
  static const Words women = {
      "woman",       "queen",         "spokeswoman",   "chairwoman",      "niece",
      "aunt",        "granddaughter", "grandmother",   "stepdaughter",    "empress",
      "actress",     "widow",         "sister-in-law", "daughter-in-law", "first lady",
      "half-sister", "congresswoman", "businesswoman", "princess",        "mother",
      "daughter",    "wife",          "sister"};
  static const Words men = {"man",     "king",    "spokesman",      "chairman",    "congressman",
                            "nephew",  "uncle",   "grandson",       "grandfather", "stepson",
                            "emperor", "widower", "brother-in-law", "son-in-law",  "half-brother",
                            "emir",    "sultan",  "businessman",    "prince",      "father",
                            "son",     "husband", "brother",        "statesman",   "pope"};
  return in(women, lemma) ? 'f' : in(men, lemma) ? 'm' : '\0';
}

}  // namespace volteface::language
