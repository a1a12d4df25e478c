#include "language/lexicon.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "record/text.h"

namespace volteface::language {
namespace {

using Words = std::unordered_set<std::string_view>;

bool in(const Words& words, std::string_view word) { return words.contains(word); }

}  // namespace

const RoleNoun* role_noun(std::string_view lemma) {
  static constexpr std::string_view heads = "head_of_state|head_of_government";
  static const std::unordered_map<std::string_view, RoleNoun> roles = [] {
    const RoleNoun all[] = {
        {"president", "head_of_state"},
        {"premier", "head_of_government"},
        {"chancellor", "head_of_government"},
        {"prime minister", "head_of_government"},
        {"pm", "head_of_government"},
        {"leader", heads},
        {"ruler", heads},
        {"strongman", heads},
        {"king", "head_of_state"},
        {"queen", "head_of_state"},
        {"emir", "head_of_state"},
        {"sultan", "head_of_state"},
        {"monarch", "head_of_state"},
        {"sovereign", "head_of_state"},
        {"head of state", heads},
        {"head of government", "head_of_government"},
        {"emperor", "head_of_state"},
        {"pope", "head_of_state"},
        {"pontiff", "head_of_state"},
        {"taoiseach", "head_of_government"},
        {"dictator", heads},
        {"autocrat", heads},
        {"prince", ""},
        {"crown prince", ""},
        {"princess", ""},
        {"foreign minister", "foreign_minister"},
        {"foreign secretary", "foreign_minister"},
        {"secretary of state", "foreign_minister"},
        {"minister of foreign affairs", "foreign_minister"},
        {"external affairs minister", "foreign_minister"},
        {"top diplomat", "foreign_minister"},
        {"chief diplomat", "foreign_minister"},
        {"defence minister", "defence_minister"},
        {"defense minister", "defence_minister"},
        {"defence secretary", "defence_minister"},
        {"defense secretary", "defence_minister"},
        {"secretary of defense", "defence_minister"},
        {"minister", "foreign_minister|defence_minister|other_minister|head_of_government"},
        {"secretary", "foreign_minister|defence_minister|other_minister"},
        {"vice president", "vice"},
        {"vice-president", "vice"},
        {"deputy prime minister", "vice|other_minister"},
        {"secretary-general", "org_head"},
        {"secretary general", "org_head"},
        {"chief", "org_head"},
        {"head", "org_head"},
        {"chairperson", "org_head"},
        {"chairman", "org_head"},
        {"chairwoman", "org_head"},
        {"chair", "org_head"},
        {"director-general", "org_head"},
        {"ambassador", "un_ambassador"},
        {"envoy", "un_ambassador"},
        {"representative", "un_ambassador"},
        {"diplomat", "un_ambassador"},
        {"delegate", "un_ambassador"},
        {"congressman", ""},
        {"congresswoman", ""},
        {"lawmaker", ""},
        {"parliamentarian", ""},
        {"legislator", ""},
        {"spokesman", ""},
        {"spokeswoman", ""},
        {"spokesperson", ""},
        {"analyst", ""},
        {"professor", ""},
        {"scholar", ""},
        {"researcher", ""},
        {"scientist", ""},
        {"expert", ""},
        {"director", ""},
        {"fellow", ""},
        {"senator", ""},
        {"deputy", ""},
        {"governor", ""},
        {"mayor", ""},
        {"general", ""},
        {"commander", ""},
        {"official", ""},
        {"adviser", ""},
        {"advisor", ""},
        {"aide", ""},
        {"lawyer", ""},
        {"judge", ""},
        {"writer", ""},
        {"journalist", ""},
        {"correspondent", ""},
        {"activist", ""},
        {"historian", ""},
        {"speaker", ""},
        {"negotiator", ""},
        {"commissioner", ""},
        {"candidate", ""},
        {"predecessor", ""},
        {"successor", ""},
        {"president-elect", ""},
        {"moderator", ""},
        {"host", ""},
        {"politician", ""},
        {"statesman", ""},
        {"opponent", ""},
        {"author", ""},
        {"observer", ""},
        {"attorney", ""},
        {"counterpart", ""},
        {"colleague", ""},
        {"visitor", ""},
        {"guest", ""},
        {"member", ""},
        {"founder", ""},
        {"bishop", ""},
        {"imam", ""},
        {"student", ""}};
    std::unordered_map<std::string_view, RoleNoun> out;
    for (const RoleNoun& role : all) out.emplace(role.noun, role);
    return out;
  }();
  const auto found = roles.find(lemma);
  return found == roles.end() ? nullptr : &found->second;
}

bool is_title(std::string_view word) {
  static const Words words = {"president",
                              "minister",
                              "secretary",
                              "chancellor",
                              "premier",
                              "king",
                              "queen",
                              "prince",
                              "princess",
                              "mr",
                              "mrs",
                              "ms",
                              "miss",
                              "dr",
                              "sir",
                              "lord",
                              "lady",
                              "baroness",
                              "ambassador",
                              "senator",
                              "deputy",
                              "chairman",
                              "chairwoman",
                              "chair",
                              "chairperson",
                              "pope",
                              "emir",
                              "sultan",
                              "gen",
                              "general",
                              "col",
                              "colonel",
                              "lt",
                              "maj",
                              "major",
                              "capt",
                              "captain",
                              "admiral",
                              "marshal",
                              "justice",
                              "speaker",
                              "professor",
                              "prof",
                              "governor",
                              "mayor",
                              "archbishop",
                              "cardinal",
                              "bishop",
                              "patriarch",
                              "judge",
                              "representative",
                              "rep",
                              "sen",
                              "gov",
                              "commissioner",
                              "congressman",
                              "congresswoman",
                              "chief",
                              "commander",
                              "taoiseach",
                              "ayatollah",
                              "crown",
                              "spokesman",
                              "spokeswoman",
                              "spokesperson",
                              "envoy",
                              "secretary-general",
                              "director",
                              "imam",
                              "reverend",
                              "emperor",
                              "empress",
                              "pm",
                              "vice-president",
                              "director-general",
                              "dame",
                              "excellency",
                              "majesty",
                              "highness",
                              "attorney",
                              "president-elect",
                              "leader",
                              "coordinator",
                              "councillor",
                              "counsellor",
                              "undersecretary",
                              "negotiator",
                              "mediator",
                              "hon",
                              "honourable",
                              "honorable"};
  return in(words, word);
}

char gender_of_title(std::string_view word) {
  static const Words women = {"mrs",  "ms",       "miss",       "queen",       "princess",
                              "lady", "baroness", "chairwoman", "spokeswoman", "congresswoman",
                              "dame", "empress"};
  static const Words men = {"mr",       "sir",       "lord",        "king", "prince",
                            "chairman", "spokesman", "congressman", "pope", "emir",
                            "sultan",   "emperor",   "ayatollah",   "imam", "cardinal"};
  return in(women, word) ? 'f' : in(men, word) ? 'm' : '\0';
}

bool is_weekday(std::string_view word) {
  constexpr std::string_view days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};
  return std::ranges::any_of(days, [&](auto day) { return equal_ignoring_case(day, word); });
}

bool is_month_name(std::string_view word) {
  constexpr std::string_view months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
  return std::ranges::find(months, word) != std::end(months);
}

bool is_title_modifier(std::string_view word) {
  static const Words words = {
      "prime",    "foreign", "vice",    "deputy",    "defence", "defense",   "interior", "finance",
      "external", "affairs", "former",  "acting",    "state",   "home",      "trade",    "economy",
      "energy",   "justice", "senior",  "assistant", "under",   "permanent", "special",  "attorney",
      "crown",    "first",   "lady",    "health",    "culture", "education", "planning", "security",
      "national", "chief",   "supreme", "interim",   "adviser", "advisor",   "royal",    "federal"};
  return in(words, word);
}

bool is_organisation_word(std::string_view word) {
  static const Words words = {
      "council",     "university", "institute",  "institution",    "ministry",
      "bank",        "party",      "agency",     "organisation",   "organization",
      "union",       "committee",  "commission", "court",          "parliament",
      "senate",      "congress",   "house",      "assembly",       "fund",
      "foundation",  "center",     "centre",     "association",    "league",
      "forum",       "group",      "company",    "corporation",    "corp",
      "inc",         "ltd",        "times",      "post",           "news",
      "journal",     "tribune",    "gazette",    "herald",         "guardian",
      "telegraph",   "daily",      "agency",     "television",     "radio",
      "tv",          "army",       "navy",       "force",          "forces",
      "guard",       "police",     "department", "office",         "bureau",
      "school",      "college",    "academy",    "movement",       "front",
      "brotherhood", "coalition",  "alliance",   "federation",     "confederation",
      "society",     "club",       "team",       "network",        "dialogue",
      "secretariat", "tribunal",   "chamber",    "authority",      "service",
      "services",    "embassy",    "consulate",  "administration", "government",
      "command",     "corps",      "brigade",    "church",         "cabinet",
      "bundestag",   "knesset",    "duma",       "kremlin",        "observatory",
      "watch",       "amnesty",    "democrats",  "republicans",    "conservatives",
      "liberals",    "greens",     "socialists", "bloc",           "board",
      "mission",     "delegation", "staff"};
  return in(words, word);
}

bool is_place_word(std::string_view word) {
  static const Words words = {
      "sea",      "ocean",     "river",    "lake",   "island", "islands",  "shoal",
      "strait",   "straits",   "gulf",     "bay",    "valley", "mountain", "mountains",
      "heights",  "peninsula", "square",   "street", "avenue", "airport",  "city",
      "province", "region",    "district", "desert", "canal",  "coast",    "cape",
      "mount",    "port",      "palace",   "hall",   "hotel",  "strip",    "bank",
      "plain",    "forest",    "bridge",   "basin",  "county", "border",   "republic"};
  return in(words, word);
}

bool is_region(std::string_view words) {
  static const Words known = {
      "latin america",  "latin american",  "latin americans", "south america",    "south american",
      "north america",  "north american",  "central america", "central american", "europe",
      "european",       "europeans",       "africa",          "african",          "africans",
      "asia",           "asian",           "asians",          "middle east",      "middle eastern",
      "western europe", "eastern europe",  "central asia",    "central asian",    "south asia",
      "south asian",    "southeast asia",  "east asia",       "east africa",      "west africa",
      "north africa",   "southern africa", "horn of africa",  "the west",         "western",
      "arab",           "arabs",           "arab world",      "balkans",          "balkan",
      "western sahara", "caribbean",       "sahel",           "scandinavia",      "scandinavian",
      "nordic",         "baltic",          "caucasus",        "maghreb",          "levant",
      "oceania",        "pacific",         "indo-pacific",    "global south",     "kurdish",
      "kurds"};
  return in(known, words);
}

bool is_other_name_word(std::string_view word) {
  static const Words words = {
      "summit",       "accord",     "accords",    "agreement",  "treaty",     "charter",
      "declaration",  "convention", "war",        "wars",       "resolution", "conference",
      "day",          "award",      "prize",      "cup",        "games",      "plan",
      "deal",         "pact",       "protocol",   "revolution", "crisis",     "doctrine",
      "constitution", "act",        "bill",       "code",       "process",    "initiative",
      "programme",    "program",    "holocaust",  "project",    "covenant",   "relations",
      "affairs",      "studies",    "memorandum", "era",        "age",        "festival",
      "readout",      "background", "reactions",  "reminder",   "english",    "spanish",
      "french",       "january",    "february",   "march",      "april",      "may",
      "june",         "july",       "august",     "september",  "october",    "november",
      "december",     "monday",     "tuesday",    "wednesday",  "thursday",   "friday",
      "saturday",     "sunday",     "covid-19",   "covid",      "christmas",  "easter",
      "ramadan",      "twitter",    "x",          "facebook",   "instagram",  "telegram",
      "youtube",      "internet",   "god",        "allah",      "judaism",    "islam",
      "christianity", "catholic",   "muslim",     "jewish",     "christian"};
  return in(words, word);
}

bool is_speech_verb(std::string_view lemma) {
  static const Words words = {
      "say",       "tell",      "write",     "add",          "declare",      "announce",
      "state",     "warn",      "note",      "explain",      "argue",        "claim",
      "insist",    "reply",     "respond",   "ask",          "post",         "tweet",
      "observe",   "remark",    "comment",   "continue",     "conclude",     "stress",
      "emphasise", "emphasize", "recall",    "remind",       "admit",        "acknowledge",
      "affirm",    "reaffirm",  "assert",    "confirm",      "deny",         "complain",
      "call",      "describe",  "offer",     "suggest",      "point",        "go",
      "quip",      "joke",      "shoot",     "answer",       "believe",      "think",
      "urge",      "demand",    "vow",       "pledge",       "promise",      "caution",
      "report",    "reveal",    "disclose",  "detail",       "express",      "interrupt",
      "reason",    "concede",   "grant",     "voice",        "charge",       "accuse",
      "hail",      "praise",    "condemn",   "denounce",     "dismiss",      "reject",
      "welcome",   "criticise", "criticize", "lament",       "repeat",       "reiterate",
      "underline", "highlight", "predict",   "estimate",     "maintain",     "contend",
      "testify",   "speak",     "read",      "label",        "brand",        "put",
      "propose",   "thank",     "appeal",    "plead",        "beg",          "demand",
      "proclaim",  "emphasize", "emphasise", "confide",      "quip",         "joke",
      "rant",      "roar",      "shout",     "whisper",      "exclaim",      "lament",
      "boast",     "caution",   "counter",   "retort",       "interject",    "muse",
      "sum",       "tweet",     "blog",      "regret",       "deplore",      "snap",
      "sniff",     "grumble",   "mutter",    "sigh",         "scoff",        "sneer",
      "fume",      "thunder",   "bark",      "gush",         "chuckle",      "intone",
      "marvel",    "protest",   "object",    "agree",        "concur",       "allege",
      "advise",    "assure",    "inform",    "reassure",     "hint",         "imply",
      "blame",     "liken",     "compare",   "deride",       "mock",         "ridicule",
      "slam",      "blast",     "scold",     "rebuke",       "chide",        "applaud",
      "commend",   "salute",    "portray",   "characterise", "characterize", "regard",
      "consider",  "dub",       "term",      "deem",         "cite",         "echo",
      "elaborate", "specify",   "clarify",   "venture",      "volunteer",    "opine",
      "speculate", "wonder",    "recount",   "relate",       "tease",        "taunt",
      "swear",     "bemoan",    "decry",     "lambast",      "lambaste",     "castigate",
      "lecture",   "counsel",   "implore",   "exhort",       "recommend",    "enthuse",
      "growl",     "hiss",      "laud",      "chant",        "cry",          "yell",
      "scream",    "thank",     "begin",     "vaunt"};
  return in(words, lemma);
}

bool is_person_group(std::string_view lemma) {
  static const Words words = {"leader",     "president", "minister",   "man",         "woman",
                              "diplomat",   "head",      "politician", "premier",     "chancellor",
                              "guest",      "visitor",   "statesman",  "counterpart", "envoy",
                              "ambassador", "king",      "official",   "negotiator",  "ally",
                              "friend"};
  return in(words, lemma);
}

bool is_state_group(std::string_view lemma) {
  static const Words words = {"country",  "state", "nation",  "side",  "government", "neighbour",
                              "neighbor", "power", "capital", "party", "republic",   "delegation",
                              "rival",    "foe",   "army",    "people"};
  return in(words, lemma);
}

}  // namespace volteface::language
