#include "volteface/acts.h"

#include <gtest/gtest.h>

namespace volteface {
namespace {

ReportedEvent event(const std::string& source, const std::string& target, EventMode mode,
                    const std::string& from, const std::string& to) {
  ReportedEvent e;
  e.source.state = source;
  e.target.state = target;
  e.mode = mode;
  e.type = mode >= EventMode::praise ? EventType::support : EventType::consult;
  e.date = {*parse_date(from), *parse_date(to)};
  e.symmetric = mode == EventMode::call || mode == EventMode::meet;
  return e;
}

Reading report(const std::string& doc, const std::vector<ReportedEvent>& events) {
  Reading reading;
  reading.doc = doc;
  reading.events = events;
  return reading;
}

std::string days_of(const Act& act) {
  return format_date(act.date.from) + " " + format_date(act.date.to);
}

TEST(MergeActs, MakesOneOfWhatTwoReportsTellAndNarrowsItsDays) {
  auto first = event("ETH", "SOM", EventMode::call, "2024-12-01", "2024-12-31");
  first.source.person = "Abiy Ahmed";
  auto second = event("SOM", "ETH", EventMode::call, "2024-12-10", "2024-12-12");
  second.source.person = "Hassan Sheikh Mohamud";
  const auto acts = merge_acts(std::vector{report("a", {first}), report("b", {second})});
  ASSERT_EQ(acts.size(), 1U);
  EXPECT_EQ(days_of(acts[0]), "2024-12-10 2024-12-12");
  EXPECT_EQ(acts[0].sources.size(), 2U);
  EXPECT_EQ(acts[0].sources[0], (ClaimSource{0, 0}));
  const Actor& somalia = acts[0].source.state == "SOM" ? acts[0].source : acts[0].target;
  const Actor& ethiopia = acts[0].source.state == "SOM" ? acts[0].target : acts[0].source;
  EXPECT_EQ(somalia.person, "Hassan Sheikh Mohamud");
  EXPECT_EQ(ethiopia.person, "Abiy Ahmed");
}

TEST(MergeActs, KeepsApartWhatDiffers) {
  const auto base = event("PER", "ECU", EventMode::visit, "1998-10-26", "1998-10-26");
  auto other_way = event("ECU", "PER", EventMode::visit, "1998-10-26", "1998-10-26");
  auto other_day = event("PER", "ECU", EventMode::visit, "1998-10-27", "1998-10-27");
  auto other_mode = event("PER", "ECU", EventMode::summit, "1998-10-26", "1998-10-26");
  auto planned = base;
  planned.modality = Modality::planned;
  auto one = base, another = base;
  one.source.person = "Alberto Fujimori";
  another.source.person = "Fernando de Trazegnies";
  const auto acts = merge_acts(
      std::vector{report("a", {one, other_way, other_day, other_mode, planned, another})});
  EXPECT_EQ(acts.size(), 6U);
  for (const Act& act : acts) EXPECT_TRUE(act.disputes.empty());
}

TEST(MergeActs, TakesNamesInSeveralSpellingsForOnePerson) {
  auto a = event("UKR", "POL", EventMode::call, "2023-01-05", "2023-01-05");
  auto b = a, c = a;
  a.source.person = "Zelensky";
  b.source.person = "Volodymyr Zelenskyy";
  c.source.person = "Andriy Yermak";
  const auto acts = merge_acts(std::vector{report("a", {a}), report("b", {b}), report("c", {c})});
  ASSERT_EQ(acts.size(), 2U);
  EXPECT_EQ(acts[0].source.person, "Volodymyr Zelenskyy");
  auto d = event("TUR", "POL", EventMode::call, "2023-01-05", "2023-01-05"), e = d;
  d.source.person = "Recep Tayyip Erdo\u011Fan";
  e.source.person = "Erdogan";
  EXPECT_EQ(merge_acts(std::vector{report("a", {d}), report("b", {e})}).size(), 1U);
}

TEST(MergeActs, AWideWindowJoinsOnlyWhereItCanMeanOneAct) {
  const auto may = event("IND", "MDV", EventMode::meet, "2024-05-09", "2024-05-09");
  const auto june = event("IND", "MDV", EventMode::meet, "2024-06-10", "2024-06-10");
  const auto year = event("IND", "MDV", EventMode::meet, "2024-01-01", "2024-12-31");
  const auto ever = event("IND", "MDV", EventMode::meet, "2020-01-01", "2024-12-31");
  EXPECT_EQ(merge_acts(std::vector{report("a", {may}), report("b", {year})}).size(), 1U);
  EXPECT_EQ(merge_acts(std::vector{report("a", {may, june}), report("b", {year})}).size(), 3U);
  EXPECT_EQ(merge_acts(std::vector{report("a", {may}), report("b", {ever})}).size(), 2U);
}

TEST(MergeActs, MarksClaimsThatExcludeEachOther) {
  const auto said = event("SAU", "IRN", EventMode::meet, "2023-03-10", "2023-03-10");
  auto denied = said;
  denied.modality = Modality::negated;
  const auto acts = merge_acts(std::vector{report("a", {said}), report("b", {denied})});
  ASSERT_EQ(acts.size(), 2U);
  EXPECT_EQ(acts[0].disputes, std::vector<std::size_t>{1});
  EXPECT_EQ(acts[1].disputes, std::vector<std::size_t>{0});
}

TEST(Contacts, AreThoseOfTwoStatesInOrder) {
  auto accused = event("CHN", "PHL", EventMode::none, "2023-12-09", "2023-12-09");
  accused.type = EventType::accuse;
  const auto acts = merge_acts(std::vector{
      report("a", {event("PHL", "CHN", EventMode::meet, "2023-12-20", "2023-12-20"), accused,
                   event("CHN", "PHL", EventMode::call, "2023-11-01", "2023-11-30"),
                   event("CHN", "VNM", EventMode::call, "2023-11-01", "2023-11-30")})});
  const auto contacts = contacts_between(acts, "PHL", "CHN");
  ASSERT_EQ(contacts.size(), 2U);
  EXPECT_EQ(contacts[0].mode, EventMode::call);
  EXPECT_EQ(contacts[1].mode, EventMode::meet);
  EXPECT_EQ(acts_between(acts, "CHN", "PHL").size(), 3U);
}

TEST(MergeVotes, GathersSourcesAndMarksOtherChoices) {
  const auto vote = [](ReportedChoice choice, const std::string& roll_call) {
    ReportedVote v;
    v.state = "KEN";
    v.choice = choice;
    v.body = "UNGA";
    v.roll_call = roll_call;
    v.date = {*parse_date("2024-09-18"), *parse_date("2024-09-18")};
    return v;
  };
  std::vector<Reading> readings(3);
  readings[0].votes = {vote(ReportedChoice::no, "A/RES/ES-10/24")};
  readings[1].votes = {vote(ReportedChoice::abstain, "A/RES/ES-10/24"),
                       vote(ReportedChoice::yes, "A/RES/ES-10/22")};
  readings[2].votes = {vote(ReportedChoice::no, "A/RES/ES-10/24")};
  const auto claims = merge_votes(readings);
  ASSERT_EQ(claims.size(), 3U);
  EXPECT_EQ(claims[0].sources, (std::vector<ClaimSource>{{0, 0}, {2, 0}}));
  EXPECT_EQ(claims[0].disputes, std::vector<std::size_t>{1});
  EXPECT_EQ(claims[1].disputes, std::vector<std::size_t>{0});
  EXPECT_TRUE(claims[2].disputes.empty());
}

TEST(MergeActs, LeavesOutWhatIsUnlikely) {
  Reading reading;
  for (const double probability : {0.4, 0.5, 0.9}) {
    ReportedEvent event;
    event.source.state = "KEN";
    event.target.state = probability > 0.6 ? "UGA" : "TZA";
    event.probability = probability;
    reading.events.push_back(event);
  }
  const auto acts = merge_acts(std::vector{reading});
  ASSERT_EQ(acts.size(), 2U);
  EXPECT_EQ(acts[0].sources, (std::vector<ClaimSource>{{0, 1}}));
  EXPECT_EQ(acts[1].sources, (std::vector<ClaimSource>{{0, 2}}));
}

}  // namespace
}  // namespace volteface
