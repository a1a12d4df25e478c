#include "language/speech_words.h"

#include <unordered_set>

namespace volteface::language {
namespace {

using Words = std::unordered_set<std::string_view>;

}  // namespace

bool is_view_verb(std::string_view lemma) {
  static const Words words = {
      "find",       "see",        "fear",         "threaten",  "invite",     "convey",
      "qualify",    "want",       "wish",         "remember",  "invoke",     "justify",
      "defend",     "oppose",     "support",      "back",      "endorse",    "vote",
      "request",    "seek",       "require",      "need",      "insist",     "call",
      "attack",     "rail",       "inveigh",      "lash",      "ridicule",   "scorn",
      "spurn",      "rebuff",     "refuse",       "rule",      "exclude",    "decline",
      "deny",       "disown",     "repudiate",    "resolve",   "undertake",  "guarantee",
      "foresee",    "foretell",   "forecast",     "prophesy",  "envisage",   "imagine",
      "picture",    "perceive",   "view",         "judge",     "rate",       "value",
      "esteem",     "admire",     "respect",      "trust",     "love",       "hate",
      "prefer",     "hope",       "expect",       "mean",      "intend",     "plan",
      "aim",        "celebrate",  "congratulate", "greet",     "honour",     "honor",
      "toast",      "bless",      "pray",         "mourn",     "grieve",     "apologise",
      "apologize",  "commit",     "emphasise",    "feel",      "understand", "know",
      "conclude",   "decide",     "determine",    "establish", "ascribe",    "attribute",
      "trace",      "chalk",      "attest",       "vouch",     "certify",    "signal",
      "indicate",   "intimate",   "imply",        "insinuate", "preach",     "lobby",
      "agitate",    "campaign",   "plead",        "press",     "push",       "encourage",
      "discourage", "dissuade",   "forbid",       "order",     "instruct",   "command",
      "summon",     "challenge",  "defy",         "dare",      "provoke",    "insult",
      "vilify",     "abuse",      "berate",       "upbraid",   "reproach",   "reprimand",
      "censure",    "fault",      "smear",        "defame",    "disparage",  "belittle",
      "style",      "christen",   "baptise",      "baptize",   "nickname",   "hint",
      "acclaim",    "cheer",      "extol",        "tout",      "lionise",    "lionize",
      "vaunt",      "trumpet",    "herald",       "profess",   "avow",       "confess",
      "own",        "recognise",  "recognize",    "assess",    "diagnose",   "detect",
      "discern",    "spot",       "smell",        "sense",     "suspect",    "doubt",
      "question",   "query",      "dispute",      "contest",   "rebut",      "refute",
      "scrap",      "disapprove", "approve",      "favour",    "favor",      "bid",
      "crow",       "gloat",      "rejoice",      "exult",     "sympathise", "sympathize",
      "console",    "thunder",    "rage",         "storm",     "rave",       "moan",
      "groan",      "wail",       "bristle",      "scream",    "yell",       "bellow",
      "cry",        "chant",      "sing",         "pronounce", "lodge",      "issue",
      "deliver",    "table",      "read",         "sign",      "smile",      "shrug",
      "laugh",      "grin",       "nod",          "correct",   "adjudge"};
  return words.contains(lemma);
}

bool is_deed(std::string_view lemma) {
  static const Words words = {
      "join",    "arrive", "come",  "go",     "leave",  "fly",     "travel", "sail",    "enter",
      "attend",  "hold",   "head",  "open",   "launch", "found",   "build",  "buy",     "sell",
      "show",    "watch",  "play",  "mark",   "cross",  "survive", "escape", "land",    "lead",
      "run",     "visit",  "reach", "pass",   "hand",   "drive",   "walk",   "stage",   "host",
      "form",    "create", "set",   "start",  "end",    "stop",    "close",  "move",    "turn",
      "carry",   "bring",  "take",  "get",    "become", "remain",  "stay",   "live",    "work",
      "follow",  "lose",   "win",   "fight",  "fund",   "finance", "pay",    "spend",   "cost",
      "discuss", "debate", "ship",  "export", "import", "supply",  "deploy", "dispatch"};
  return words.contains(lemma);
}

bool tells_a_clause(std::string_view lemma) {
  static const Words words = {
      "say",      "reply", "insist", "complain", "quip",    "joke",    "retort",  "remark",
      "maintain", "argue", "add",    "contend",  "thunder", "sigh",    "object",  "exclaim",
      "lament",   "muse",  "boast",  "protest",  "claim",   "allege",  "assert",  "declare",
      "explain",  "warn",  "stress", "caution",  "admit",   "concede", "confide", "grumble",
      "predict",  "scoff", "fume",   "reckon",   "opine",   "write",   "tweet",   "reiterate"};
  return words.contains(lemma);
}

bool is_speech_noun(std::string_view lemma) {
  static const Words words = {"warning",
                              "claim",
                              "verdict",
                              "answer",
                              "reply",
                              "response",
                              "word",
                              "remark",
                              "comment",
                              "assertion",
                              "accusation",
                              "charge",
                              "allegation",
                              "complaint",
                              "demand",
                              "promise",
                              "pledge",
                              "vow",
                              "threat",
                              "request",
                              "plea",
                              "appeal",
                              "call",
                              "criticism",
                              "praise",
                              "condemnation",
                              "denunciation",
                              "description",
                              "characterisation",
                              "characterization",
                              "view",
                              "opinion",
                              "judgment",
                              "judgement",
                              "assessment",
                              "conclusion",
                              "diagnosis",
                              "summary",
                              "message",
                              "advice",
                              "reaction",
                              "retort",
                              "rejoinder",
                              "riposte",
                              "comeback",
                              "quip",
                              "joke",
                              "question",
                              "admission",
                              "confession",
                              "boast",
                              "insistence",
                              "argument",
                              "explanation",
                              "account",
                              "version",
                              "prediction",
                              "forecast",
                              "prophecy",
                              "wish",
                              "hope",
                              "fear",
                              "suggestion",
                              "proposal",
                              "offer",
                              "invitation",
                              "declaration",
                              "announcement",
                              "assurance",
                              "guarantee",
                              "testimony",
                              "tirade",
                              "rant",
                              "outburst",
                              "lament",
                              "lamentation",
                              "comparison",
                              "motto",
                              "slogan",
                              "mantra",
                              "refrain",
                              "watchword",
                              "formula",
                              "definition",
                              "phrase",
                              "speech",
                              "sermon",
                              "address",
                              "toast",
                              "greeting",
                              "farewell",
                              "thanks",
                              "apology",
                              "regret",
                              "talk",
                              "insult",
                              "taunt",
                              "jibe",
                              "gibe",
                              "jab",
                              "swipe",
                              "depiction",
                              "portrayal",
                              "contention",
                              "thesis",
                              "belief",
                              "conviction",
                              "impression",
                              "eye",
                              "mind",
                              "estimation",
                              "observation",
                              "rebuke",
                              "reproach",
                              "protest",
                              "objection",
                              "rejection",
                              "refusal",
                              "denial",
                              "dismissal"};
  return words.contains(lemma);
}

bool is_text_noun(std::string_view lemma) {
  static const Words words = {
      "statement", "communique", "communiqué", "note",     "letter",    "declaration", "release",
      "readout",   "report",     "document",   "telegram", "cable",     "memorandum",  "memo",
      "message",   "post",       "tweet",      "article",  "editorial", "column",      "banner",
      "placard",   "poster",     "headline",   "text",     "manifesto", "petition",    "circular",
      "decree",    "bulletin",   "preamble",   "account",  "pamphlet",  "leaflet",     "verdict"};
  return words.contains(lemma);
}

bool is_body_with_voice(std::string_view lemma) {
  static const Words words = {
      "ministry",     "government", "office",      "presidency",   "cabinet",      "administration",
      "embassy",      "mission",    "delegation",  "consulate",    "parliament",   "senate",
      "congress",     "assembly",   "council",     "court",        "commission",   "committee",
      "board",        "department", "agency",      "bureau",       "secretariat",  "authority",
      "army",         "navy",       "military",    "police",       "guard",        "junta",
      "regime",       "leadership", "opposition",  "party",        "coalition",    "alliance",
      "bloc",         "union",      "league",      "organisation", "organization", "movement",
      "group",        "federation", "association", "foundation",   "institute",    "university",
      "newspaper",    "paper",      "daily",       "weekly",       "magazine",     "broadcaster",
      "channel",      "station",    "radio",       "television",   "media",        "press",
      "website",      "outlet",     "journal",     "tabloid",      "crowd",        "public",
      "family",       "church",     "side",        "team",         "staff",        "palace",
      "capital",      "state",      "country",     "nation",       "republic",     "kingdom",
      "company",      "bank",       "firm",        "source",       "camp",         "faction",
      "world",        "neighbour",  "neighbor",    "ally",         "rival",        "power",
      "majority",     "minority",   "people",      "pair",         "duo",          "trio",
      "couple",       "two",        "chancery",    "chancellery",  "throne",       "crown",
      "patriarchate", "watchdog",   "panel",       "tribunal",     "body",         "quartet"};
  return words.contains(lemma);
}

bool is_mute(std::string_view lemma) {
  static const Words words = {
      "act",         "action",      "aid",         "agreement", "ballot",      "bill",
      "boycott",     "break",       "coup",        "crisis",    "cut",         "day",
      "deal",        "decision",    "draft",       "election",  "embargo",     "event",
      "exercise",    "expulsion",   "flight",      "gesture",   "invasion",    "island",
      "law",         "love",        "meeting",     "measure",   "method",      "month",
      "motion",      "move",        "peace",       "plan",      "policy",      "population",
      "quarrel",     "recall",      "recognition", "relation",  "resolution",  "result",
      "rupture",     "sanction",    "step",        "strike",    "summit",      "talk",
      "territory",   "thing",       "tie",         "time",      "treaty",      "trip",
      "village",     "visit",       "vote",        "war",       "week",        "withdrawal",
      "year",        "abstention",  "attack",      "raid",      "incident",    "idea",
      "amendment",   "clause",      "project",     "conflict",  "dispute",     "ship",
      "money",       "loan",        "debt",        "tariff",    "bread",       "tea",
      "dinner",      "ceremony",    "stone",       "arrest",    "murder",      "killing",
      "death",       "accident",    "situation",   "dialogue",  "cooperation", "trade",
      "partnership", "friendship",  "border",      "accord",    "pact",        "ceasefire",
      "truce",       "negotiation", "wording",     "name"};
  return words.contains(lemma);
}

}  // namespace volteface::language
