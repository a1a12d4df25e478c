// The press half of a brief: what reports say, counted by hand and set beside the votes.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "brief/exposed.h"
#include "brief/html_text.h"
#include "brief/press.h"
#include "brief/words.h"
#include "cli/run_program.h"
#include "volteface/reader.h"

namespace volteface {
namespace {

struct Fitted {
  Record record = embedded_record();
  BriefBasis basis = brief_basis(record, {});
  Language language;
  Reader reader{language};
  Checker checker{record};
};

const Fitted& fitted() {
  static const Fitted once;
  return once;
}

ReadReport read(const std::string& doc, const std::string& text, const std::string& title = "",
                const std::string& url = "") {
  ReadReport report;
  report.reading = fitted().reader.read(doc, text, std::nullopt, fitted().record, fitted().checker);
  report.check = fitted().checker.check(report.reading, text);
  report.title = title;
  report.url = url;
  return report;
}

Brief brief_with(const std::vector<ReadReport>& reports, const std::string& state = "ARG",
                 const std::string& on = "UKR") {
  BriefOptions options;
  options.state = fitted().record.state(state);
  if (!on.empty()) options.on = fitted().record.state(on);
  options.reports = reports;
  return make_brief(fitted().record, fitted().basis, options);
}

ReportedEvent act(const std::string& source, const std::string& target, EventType type,
                  const std::string& from, const std::string& to,
                  Modality modality = Modality::asserted) {
  ReportedEvent event;
  event.source.state = source;
  event.target.state = target;
  event.type = type;
  event.modality = modality;
  event.date = {*parse_date_start(from), *parse_date_end(to)};
  event.evidence.text = "words";
  return event;
}

ReadReport telling(std::vector<ReportedEvent> events) {
  ReadReport report;
  report.reading.doc = "one";
  report.reading.events = std::move(events);
  return report;
}

TEST(Press, TellsTheVoteThatAReportTellsWithWhatWasBefore) {
  const Brief brief = brief_with({read("wire",
                                       "NEW YORK, 25 February 2025 - Argentina abstained on Monday "
                                       "when the General Assembly asked Russia to leave Ukraine; "
                                       "93 states voted in favour, 18 against and 65 abstained.")});
  ASSERT_TRUE(brief.press);
  ASSERT_EQ(brief.press->happened.size(), 1u);
  const ToldVote& vote = brief.press->happened[0];
  EXPECT_EQ(vote.symbol, "A/RES/ES-11/7");
  EXPECT_EQ(vote.choice, Choice::abstain);
  EXPECT_EQ(vote.choice_before, Choice::yes);
  EXPECT_EQ(vote.same_before, 10u);  // roll calls on Ukraine from March 2022 to December 2024
  EXPECT_EQ(format_date(*vote.same_since), "2022-03-02");
  EXPECT_GT(vote.probability, 0);
  EXPECT_LT(vote.probability, 1);
  EXPECT_EQ(brief.press->votes_told, 1u);
  EXPECT_EQ(brief.press->votes_not_linked, 0u);
  EXPECT_TRUE(brief.press->contradicted.empty());
}

TEST(Press, ContradictsAClaimAndNamesThePowersThatVotedAlike) {
  const Brief brief = brief_with(
      {read("wire",
            "NEW YORK, 25 February 2025 - The General Assembly adopted two resolutions on Ukraine "
            "on Monday. Argentina voted for the second one, brought in by the United States, which "
            "93 states carried against 8, with 73 abstaining.")});
  ASSERT_EQ(brief.press->contradicted.size(), 1u);
  const ContradictedClaim& claim = brief.press->contradicted[0];
  EXPECT_EQ(claim.claim, "Argentina voted yes");
  EXPECT_EQ(claim.recorded, "Argentina abstained");
  EXPECT_EQ(claim.symbol, "A/RES/ES-11/8");
  std::vector<std::string> also;
  for (const State& state : claim.also) also.push_back(state.code);
  EXPECT_NE(std::find(also.begin(), also.end(), "USA"), also.end());
}

TEST(Press, JoinsThoseWhoGiveOneReason) {
  const std::string first =
      "Lima, 26 February 2025\n\nArgentina abstained on Monday because it did not want to disturb "
      "the peace talks, Ana Ruiz, an analyst, said.";
  const std::string second =
      "Quito, 27 February 2025\n\nArgentina abstained on Monday because of the peace talks, its "
      "foreign ministry said.";
  const Brief brief = brief_with({read("a", first), read("b", second)});
  ASSERT_EQ(brief.press->reasons.size(), 1u);
  const Reason& reason = brief.press->reasons[0];
  EXPECT_EQ(reason.theme, Theme::peace);
  ASSERT_EQ(reason.givers.size(), 2u);
  EXPECT_EQ(reason.givers[0].kind, GiverKind::official);
  EXPECT_EQ(reason.givers[1].kind, GiverKind::other);
  EXPECT_EQ(reason.givers[1].speaker.name, "Ana Ruiz");
}

TEST(WordsAndVotes, CountActsThatWereDoneInAKnownYear) {
  const std::vector<ReadReport> reports = {
      telling({act("ARG", "UKR", EventType::support, "2023-05", "2023-05"),
               act("UKR", "ARG", EventType::accuse, "2023-06", "2023-06"),
               act("ARG", "UKR", EventType::aid, "2023-07", "2023-07", Modality::planned),
               act("ARG", "UKR", EventType::request, "2023-11", "2024-02"),  // of which year?
               act("ARG", "BRA", EventType::support, "2023-05", "2023-05")})};
  const Brief brief = brief_with(reports);
  ASSERT_EQ(brief.press->words_and_votes.size(), 1u);
  const WordsAndVotes& year = brief.press->words_and_votes[0];
  EXPECT_EQ(year.year, 2023);
  EXPECT_EQ(year.warm, 1u);
  EXPECT_EQ(year.cold, 1u);
  // A/RES/ES-11/6 and A/RES/78/221, on both of which both voted yes.
  EXPECT_EQ(year.votes, 2u);
  EXPECT_EQ(year.with, 2u);
  EXPECT_EQ(year.against, 0u);
  EXPECT_TRUE(brief_with(reports, "ARG", "").press->words_and_votes.empty());
}

TEST(Contacts, StandByDayUnderTheStateThatTheyAreWith) {
  const std::vector<ReadReport> reports = {
      telling({act("ARG", "UKR", EventType::support, "2024-05", "2024-05"),
               act("UKR", "ARG", EventType::consult, "2023-06-01", "2023-06-01"),
               act("ARG", "USA", EventType::request, "2025-02", "2025-02")})};
  const Brief brief = brief_with(reports);
  ASSERT_EQ(brief.press->contacts.size(), 2u);
  EXPECT_EQ(brief.press->contacts[0].other.code, "UKR");
  ASSERT_EQ(brief.press->contacts[0].contacts.size(), 2u);
  EXPECT_EQ(brief.press->contacts[0].contacts[0].type, EventType::consult);
  EXPECT_EQ(brief.press->contacts[1].other.code, "USA");  // it turned towards it
}

TEST(Days, AreCutWhereBothEndsAreAlike) {
  const auto text = [](const char* from, const char* to) {
    return days_text({*parse_date_start(from), *parse_date_end(to)});
  };
  EXPECT_EQ(text("2024-05-07", "2024-05-07"), "2024-05-07");
  EXPECT_EQ(text("2024-05", "2024-05"), "2024-05");
  EXPECT_EQ(text("2024", "2024"), "2024");
  EXPECT_EQ(text("2024-05-07", "2024-05-09"), "2024-05-07/09");
  EXPECT_EQ(text("2024-05-07", "2024-06-09"), "2024-05-07/06-09");
  EXPECT_EQ(text("2024-05-07", "2025-06-09"), "2024-05-07/2025-06-09");
  EXPECT_EQ(text("1900", "2025"), "no day told");
}

TEST(Html, TakesNothingOfAReportForMarkup) {
  ReadReport report = telling({act("ARG", "UKR", EventType::support, "2024-05", "2024-05")});
  const std::string attack = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
  report.title = attack;
  report.reading.doc = attack;
  report.reading.outlet = attack;
  report.url = "javascript:alert(3)";
  report.reading.events[0].source.person = attack;
  report.reading.events[0].evidence.text = attack + "\x1b[31m\r\n" + attack;
  Explanation why;
  why.state = "ARG";
  why.speaker.name = attack;
  why.speaker.role = attack;
  why.evidence.text = attack;
  report.reading.explanations.push_back(why);
  ReadReport linked = telling({});
  linked.url = "https://news.example/a?b=1&c=\"2\"";
  const Brief brief = brief_with({report, linked});
  const std::string html = brief_html(brief);
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_EQ(html.find("href=\"javascript"), std::string::npos);
  EXPECT_EQ(html.find('\x1b'), std::string::npos);
  EXPECT_NE(html.find("&lt;script&gt;alert(1)&lt;/script&gt;"), std::string::npos);
  EXPECT_NE(html.find("href=\"https://news.example/a?b=1&amp;c=&quot;2&quot;\""),
            std::string::npos);
  for (const std::string& other : {brief_text(brief), brief_markdown(brief)}) {
    EXPECT_EQ(other.find('\x1b'), std::string::npos);
    EXPECT_EQ(other.find('\r'), std::string::npos);
  }
  EXPECT_FALSE(std::regex_search(brief_markdown(brief), std::regex(R"((^|[^\\])<script)")));
  EXPECT_FALSE(nlohmann::json::parse(brief_json(brief)).empty());
}

// Every tag that is opened is closed, pictures have a text alternative, and nothing is fetched.
TEST(Html, IsWholeAndStandsAlone) {
  const std::string html = brief_html(
      brief_with({telling({act("ARG", "UKR", EventType::support, "2024-05", "2024-05")})}));
  EXPECT_TRUE(html.starts_with("<!doctype html>\n"));
  for (const std::string tag : {"main", "section", "table", "figure", "svg", "ul", "blockquote"}) {
    const auto count = [&](const std::string& text) {
      std::size_t n = 0;
      for (std::size_t at = html.find(text); at != std::string::npos; at = html.find(text, at + 1))
        ++n;
      return n;
    };
    EXPECT_EQ(count("<" + tag + ">") + count("<" + tag + " "), count("</" + tag + ">")) << tag;
  }
  const std::regex svg("<svg[^>]*>");
  int pictures = 0;
  for (auto at = std::sregex_iterator(html.begin(), html.end(), svg); at != std::sregex_iterator();
       ++at) {
    ++pictures;
    EXPECT_NE(at->str().find("role=\"img\""), std::string::npos) << at->str();
    const std::size_t behind = static_cast<std::size_t>(at->position()) + at->str().size();
    EXPECT_NE(html.substr(behind, 200).find("<title"), std::string::npos);
  }
  EXPECT_EQ(pictures, 4);  // ideal points, agreement, surprises, acts and votes in time
  for (const char* fetched : {"src=", "@import", "url(", "<link", "<iframe"})
    EXPECT_EQ(html.find(fetched), std::string::npos) << fetched;
}

TEST(Links, AreOfTheWebOnly) {
  for (const char* good : {"http://a.example", "https://a.example/b?c=d", "HTTPS://A.EXAMPLE"})
    EXPECT_TRUE(may_be_linked(good)) << good;
  for (const char* bad :
       {"", "javascript:alert(1)", "data:text/html,x", "ftp://a.example", "https://a.example/ b",
        "https://a.example/\n", " https://a.example", "//a.example", "file:///etc/passwd"})
    EXPECT_FALSE(may_be_linked(bad)) << bad;
}

TEST(Exposed, HasAMatterThatIsVotedOnForEachOfTheTable) {
  int states = 0;
  for (StateIndex s = 0; s < fitted().record.states.size(); ++s) {
    const OwnMatter matter = matter_of_its_own(fitted().record.states[s].code);
    if (matter.expression.empty()) continue;
    ++states;
    EXPECT_FALSE(matter.in_words.empty());
    const std::regex expression(matter.expression, std::regex::icase | std::regex::optimize);
    const bool voted =
        std::any_of(fitted().record.roll_calls.begin(), fitted().record.roll_calls.end(),
                    [&](const RollCall& r) { return std::regex_search(r.title, expression); });
    EXPECT_TRUE(voted) << fitted().record.states[s].code;
  }
  EXPECT_GE(states, 5);
}

TEST(Exposed, CountsWhoBackedArgentinaOnTheIslands) {
  const Brief brief = brief_with({});
  ASSERT_TRUE(brief.exposed);
  EXPECT_EQ(brief.exposed->matter, "the Falklands (Malvinas)");
  EXPECT_EQ(brief.exposed->roll_calls, 10u);
  EXPECT_EQ(format_date(brief.exposed->last), "1988-11-17");
  EXPECT_LE(brief.exposed->lost, brief.exposed->backers);
  EXPECT_FALSE(brief.press) << "no reports, no press";
}

}  // namespace
}  // namespace volteface
