// Acts by learned weights: how the reader decides, with weights made for the purpose; and what the
// weights in the library find that no rule does.
#include "reading/learned_acts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <set>

#include "reading/ruled_reading.h"
#include "told.h"
#include "volteface/error.h"

namespace volteface {
namespace {

using language::FeatureKey;
using language::LinearModel;

struct Scenery {
  explicit Scenery(const std::string& text) {
    static const Language language;
    ReadOptions options;
    options.date = parse_date("2019-03-14");
    document = language.read(text, options);
    view = std::make_unique<ReportView>(document);
    ruled = read_by_rules("scenery", *view);
    scene = std::make_unique<ActScene>(*view, ruled.votes, ruled.events);
  }
  SideNumber side(const std::string& state) const {
    const auto& sides = scene->sides();
    const auto at = std::ranges::find(sides, state, &Actor::state);
    return at == sides.end() ? nowhere : static_cast<SideNumber>(at - sides.begin());
  }
  std::vector<std::string> words(std::uint32_t sentence) const {
    std::vector<std::string> lemmas;
    for (const std::uint32_t token : scene->of(sentence).words)
      lemmas.emplace_back(view->tree.lemma(token));
    return lemmas;
  }

  Document document;
  std::unique_ptr<ReportView> view;
  Reading ruled;
  std::unique_ptr<ActScene> scene;
};

std::string text_of_act(const ReportedEvent& act) {
  std::string text =
      std::string(text_of(act.type)) + ' ' + act.source.state + ' ' + act.target.state;
  if (act.mode != EventMode::none) text += ' ' + std::string(text_of(act.mode));
  if (act.modality != Modality::asserted) text += ' ' + std::string(text_of(act.modality));
  return text;
}

// ---- the scene

TEST(ActScene, HoldsWhoIsNamedWhere) {
  const Scenery s("Kenya wrote to Uganda. Kenya waited. Peru, Kenya and Uganda were silent.");
  ASSERT_EQ(s.scene->sentences(), 3U);
  const SideNumber kenya = s.side("KEN"), uganda = s.side("UGA"), peru = s.side("PER");
  EXPECT_EQ(s.scene->of(0).sides, (std::vector{kenya, uganda, peru}));  // Peru: of the three most
  EXPECT_EQ(s.scene->of(0).named_sides, 2U);
  EXPECT_EQ(s.scene->of(1).named_sides, 1U);
  EXPECT_EQ(s.scene->of(2).named_sides, 3U);
  EXPECT_EQ(s.scene->rank(kenya), 0U);
  EXPECT_EQ(s.scene->rank(uganda), 1U);
  EXPECT_EQ(s.scene->rank(kenya, uganda), 0U);
  EXPECT_EQ(s.scene->rank(uganda, kenya), 0U);
  EXPECT_EQ(s.scene->of(0).subject_before, nowhere);
  EXPECT_EQ(s.scene->of(1).subject_before, kenya);
}

TEST(ActScene, AsksWordsThatMayTell) {
  const Scenery s("Kenya is glad that Uganda has sent a letter to the Kenyan ministry.");
  EXPECT_EQ(s.words(0), (std::vector<std::string>{"glad", "send", "letter", "ministry"}));
}

// ---- decisions, by weights for one sentence

constexpr std::size_t types = ActWeights::types;

struct Lesson {
  const char* word;
  EventType type;
  const char* source;
  const char* target;
};

std::int16_t weight(double odds) { return LinearModel::storable(odds * ActWeights::unit); }

// Odds of one class; those of all others are against it.
LinearModel one_class(const std::map<FeatureKey, double>& odds, std::size_t classes,
                      std::size_t number) {
  std::vector<LinearModel::Weights> rows;
  for (const auto& [key, value] : odds) {
    rows.push_back({key, {}});
    for (std::size_t k = 0; k < classes; ++k)
      rows.back().of.emplace_back(static_cast<std::uint8_t>(k), weight(k == number ? value : -1));
  }
  return LinearModel(classes, rows);
}

// Weights that like the lesson's word and sides, and nothing else, as far as features differ.
ActWeights weights_for(const Scenery& s, const Lesson& lesson) {
  const auto type = static_cast<std::size_t>(lesson.type);
  std::map<FeatureKey, double> of_words, of_sides;
  ActFeatures features;
  for (const ToldWord& word : told_words(*s.scene, 0)) {
    const bool right = s.view->tree.lemma(word.token) == lesson.word;
    see_word(*s.scene, word, features);
    for (const FeatureKey key : features.keys()) of_words[key] += right ? 1 : -1;
  }
  ActWeights weights;
  weights.words = one_class(of_words, types + ActWeights::modes, type);
  for (const ToldWord& word : told_words(*s.scene, 0)) {
    if (s.view->tree.lemma(word.token) != lesson.word) continue;
    WordScores scores;
    scores.fill(-9);
    scores[type] = 1;
    const auto roles = roles_of_sides(*s.scene, word);
    const auto& sides = s.scene->of(0).sides;
    for (const ActCandidate& candidate : candidates_of(*s.scene, word, scores)) {
      const bool right = sides[candidate.source] == s.side(lesson.source) &&
                         sides[candidate.target] == s.side(lesson.target);
      see_sides(*s.scene, word, scores, 1, roles, candidate, features);
      for (const FeatureKey key : features.keys()) of_sides[key] += right ? 1 : -1;
    }
  }
  weights.sides = one_class(of_sides, 1, 0);
  return weights;
}

std::vector<std::string> told_by(const Scenery& s, const ActWeights& weights) {
  std::vector<std::string> out;
  for (const ReportedEvent& act :
       read_learned_acts(*s.view, s.ruled.votes, s.ruled.events, weights))
    out.push_back(text_of_act(act));
  return out;
}

TEST(LearnedActs, AreToldByAWordOfItsSides) {
  const Scenery s("On Monday Uganda outfoxed Kenya.");
  const Lesson there{"outfox", EventType::reject, "UGA", "KEN"};
  const Lesson back{"outfox", EventType::reject, "KEN", "UGA"};
  ASSERT_TRUE(s.ruled.events.empty());
  ASSERT_EQ(s.words(0), (std::vector<std::string>{"outfox"}));
  EXPECT_EQ(told_by(s, weights_for(s, there)), (std::vector<std::string>{"REJECT UGA KEN"}));
  EXPECT_EQ(told_by(s, weights_for(s, back)), (std::vector<std::string>{"REJECT KEN UGA"}));
  const auto acts =
      read_learned_acts(*s.view, s.ruled.votes, s.ruled.events, weights_for(s, there));
  ASSERT_EQ(acts.size(), 1U);
  EXPECT_EQ(format_date(acts[0].date.from), "2019-03-11");
  EXPECT_EQ(acts[0].date.to, acts[0].date.from);
  EXPECT_EQ(acts[0].evidence.sentence, 0U);
  EXPECT_NE(acts[0].evidence.text.find("outfoxed"), std::string::npos);
}

TEST(LearnedActs, AreNotToldByOtherWords) {
  const Scenery s("On Monday Uganda outfoxed Kenya.");
  const Lesson thanks{"thank", EventType::support, "UGA", "KEN"};
  EXPECT_TRUE(told_by(s, weights_for(s, thanks)).empty());
}

TEST(LearnedActs, HaveThePersonWhoStandsForTheSide) {
  const Scenery s("On Monday Yoweri Museveni, the president of Uganda, outfoxed Kenya.");
  const auto acts = read_learned_acts(*s.view, s.ruled.votes, s.ruled.events,
                                      weights_for(s, {"outfox", EventType::reject, "UGA", "KEN"}));
  ASSERT_EQ(acts.size(), 1U);
  EXPECT_EQ(acts[0].source.person, "Yoweri Museveni");
  EXPECT_EQ(acts[0].target.person, "");
}

TEST(LearnedActs, OnNoDayAreThoseToldBefore) {
  // "The drubbing" is the act that a rule told on its day; on a day of its own it would be another.
  const Scenery s(
      "Uganda keeps up the drubbing of Kenya.\n\nOn 4 March 2017 Uganda condemned Kenya.");
  ASSERT_FALSE(s.ruled.events.empty());
  EXPECT_TRUE(told_by(s, weights_for(s, {"drubbing", EventType::accuse, "UGA", "KEN"})).empty());
}

TEST(LearnedActs, SayHowSurely) {
  const Scenery s("Uganda did not outfox Kenya.");
  EXPECT_EQ(told_by(s, weights_for(s, {"outfox", EventType::reject, "UGA", "KEN"})),
            (std::vector<std::string>{"REJECT UGA KEN negated"}));
}

TEST(LearnedActs, AreNotToldAgain) {
  const Scenery s("On Monday Uganda condemned Kenya.");
  ASSERT_EQ(s.ruled.events.size(), 1U);
  EXPECT_TRUE(told_by(s, weights_for(s, {"condemn", EventType::accuse, "UGA", "KEN"})).empty());
  // Nor another act of the same two by the word that the rule took.
  EXPECT_TRUE(told_by(s, weights_for(s, {"condemn", EventType::sanction, "UGA", "KEN"})).empty());
  EXPECT_TRUE(told_by(s, weights_for(s, {"condemn", EventType::sanction, "KEN", "UGA"})).empty());
}

// ---- the file

std::string library_file() {
  std::ifstream in(std::string(VOLTEFACE_SOURCE_DIR) + "/data/acts.vfw", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(ActWeights, AreWhatWasWritten) {
  const Scenery s("On Monday Uganda outfoxed Kenya.");
  const ActWeights weights = weights_for(s, {"outfox", EventType::reject, "UGA", "KEN"});
  const ActWeights again = ActWeights::decoded(weights.encoded(), "again");
  EXPECT_EQ(again.words.features(), weights.words.features());
  EXPECT_EQ(told_by(s, again), told_by(s, weights));
  EXPECT_EQ(library_file(), act_weights().encoded());
}

TEST(ActWeights, OfDamagedFilesAreRefused) {
  const std::string whole = library_file();
  ASSERT_GT(whole.size(), 1000U);
  const auto refuses = [](const std::string& bytes) {
    try {
      ActWeights::decoded(bytes, "torn.vfw");
    } catch (const Error& error) {
      return std::string(error.what()).find("torn.vfw") != std::string::npos;
    }
    return false;
  };
  for (const std::size_t length : {0UL, 7UL, 20UL, 31UL, 40UL, whole.size() / 2, whole.size() - 1})
    EXPECT_TRUE(refuses(whole.substr(0, length))) << length;
  try {
    ActWeights::decoded("", "torn.vfw");
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("make acts"), std::string::npos) << error.what();
  }
  for (const std::size_t at : {0UL, 9UL, 17UL, 25UL, 33UL, whole.size() / 2, whole.size() - 1}) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
    EXPECT_TRUE(refuses(bytes)) << at;
  }
}

// ---- the weights in the library

std::set<std::string> added(const std::string& text) {
  const Scenery s(text);
  const std::vector<std::string> told = told_by(s, act_weights());
  return {told.begin(), told.end()};
}

TEST(LearnedActs, AddWhatNoRuleTells) {
  const std::string report =
      "NAIROBI, 14 March 2019 - Kenya and Uganda have fallen out over fish.\n\n"
      "On Tuesday Kampala's patrol boats chased eleven Kenyan crews off the lake and towed their "
      "nets away. Tanzania, which has long stood between the two, opened its doors to both "
      "delegations on Saturday. Kampala tipped its hat to Dodoma for its patience.";
  const std::set<std::string> told = added(report);
  EXPECT_TRUE(told.contains("SANCTION UGA KEN")) << joined(told);
  EXPECT_FALSE(told.contains("SANCTION KEN UGA")) << joined(told);
}

TEST(LearnedActs, AreNoneWhereNobodyActs) {
  EXPECT_TRUE(added("Kenya lies east of Uganda.").empty());
  EXPECT_TRUE(added("The lake that Kenya shares with Uganda is deep.").empty());
  EXPECT_TRUE(added("In Kenya the rains were late, and in Uganda bread was dear.").empty());
  EXPECT_TRUE(added("").empty());
  EXPECT_TRUE(added("Kenya").empty());
}

// A row of states and verbs makes many acts of rules, to which weights add little.
TEST(LearnedActs, OfRowsAreFew) {
  const std::string row =
      "Kenya, Uganda, Peru, Chile, Mali, Chad, Togo, Niger, Oman, Fiji and Spain condemned, "
      "thanked, sanctioned and warned Syria, Iran, Cuba, Ghana and France. ";
  const Scenery s(row);
  EXPECT_GE(s.ruled.events.size(), 10U);
  EXPECT_LE(s.scene->of(0).sides.size(), 28U);
  EXPECT_LE(told_by(s, act_weights()).size(), 24U);
  ActFeatures features;
  const std::vector<ToldWord> words = told_words(*s.scene, 0);
  ASSERT_FALSE(words.empty());
  // What rules told fills no more than a part of what is seen of a word and two sides.
  WordScores scores;
  scores.fill(1);
  const auto roles = roles_of_sides(*s.scene, words[0]);
  see_sides(*s.scene, words[0], scores, 1, roles, {0, 1, 0}, features);
  EXPECT_LT(features.keys().size(), LinearModel::most_features);
}

// Of a noun as of a verb: what is announced lies ahead.
TEST(LearnedActs, OfNounsMayLieAhead) {
  const Scenery s("Uganda's ministry announced a pilgrimage to Kenya.");
  ASSERT_TRUE(s.ruled.events.empty());
  const auto told = told_by(s, weights_for(s, {"pilgrimage", EventType::consult, "UGA", "KEN"}));
  EXPECT_EQ(told, (std::vector<std::string>{"CONSULT UGA KEN planned"}));
}

// What the library tells of a whole report has both, and an act once.
TEST(LearnedActs, StandBehindThoseOfRules) {
  static const Language language;
  const std::string text =
      "NAIROBI, 14 March 2019 - Kenya recalled its envoy to Uganda.\n\nOn Tuesday Kampala's patrol "
      "boats chased eleven Kenyan crews off the lake and towed their nets away.";
  const Reading reading = Reader::read("report", language.read(text));
  std::set<std::string> ruled, learned;
  for (const ReportedEvent& act : reading.events)
    EXPECT_TRUE((act.probability ? learned : ruled).insert(text_of_act(act)).second);
  EXPECT_TRUE(ruled.contains("SANCTION KEN UGA")) << joined(ruled);
  EXPECT_TRUE(learned.contains("SANCTION UGA KEN")) << joined(learned);
  for (const std::string& act : ruled) EXPECT_FALSE(learned.contains(act)) << act;
}

}  // namespace
}  // namespace volteface
