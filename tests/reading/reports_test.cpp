#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "reading/collected_reports.h"

namespace volteface {
namespace {

namespace fs = std::filesystem;

Date day(std::string_view text) { return *parse_date(text); }

TEST(PlainReports, TakeTheDateOfTheirHead) {
  const std::pair<std::string, std::string> heads[] = {
      {"Quito recalls its envoy\n\nPublished 9 Feb 2021\n\nEcuador ...", "2021-02-09"},
      {"Dakar, 7 June 2019. - Senegal said so.", "2019-06-07"},
      {"Web Desk | 19 Sept 2024\nText.", "2024-09-19"},
      {"Hanoi - The Ministry - August 3, 2018\n\nText.", "2018-08-03"},
      {"date 2025-08-15 A headline of some length that goes on and on and on and on\n",
       "2025-08-15"},
      {"Monday, 24 February 2025\nText.", "2025-02-24"},
      {"28 March 2014 | 14:58\nText", "2014-03-28"}};
  for (const auto& [text, date] : heads) {
    const auto found = parsed(text, "a.txt");
    ASSERT_EQ(found.reports.size(), 1U) << text;
    ASSERT_TRUE(found.reports[0].date) << text;
    EXPECT_EQ(format_date(*found.reports[0].date), date) << text;
  }
}

TEST(PlainReports, TakeNoDateFromASentence) {
  for (const char* text : {"On 3 May 2019 the two met in Accra, and nothing came of it.",
                           "Since Monday, 3 May 2019 was a date of mourning.",
                           "BRASILIA, October 27\n\nPeru signed.", "31 June 2019\nNo such day."}) {
    const auto found = parsed(text, "a.txt");
    ASSERT_EQ(found.reports.size(), 1U);
    EXPECT_FALSE(found.reports[0].date) << text;
  }
}

TEST(PlainReports, TakeAHeadlineForTheirTitle) {
  const std::pair<const char*, const char*> heads[] = {
      {"Quito recalls its envoy\n\nPublished 9 Feb 2021\n\nEcuador ...", "Quito recalls its envoy"},
      {"  \nWhy did Fiji abstain?\nIt is said that ...", "Why did Fiji abstain?"},
      {"date 2025-08-15 Chad stands by its yes\n\nThe vote ...", "Chad stands by its yes"},
      {"Dakar, 7 June 2019. - Senegal said so.\nMore.", ""},
      {"Chad and Mali have signed the accord that\nthe two had long talked of.\n\nMore.", ""},
      {"Chad and Mali have signed\n\nthe two had long talked of it.", "Chad and Mali have signed"},
      {"Monday, 24 February 2025\nText of it.", ""},
      {"Published 9 Feb 2021\nEcuador said so.", ""},
      {"Ecuador recalled its envoy on Monday.\nPeru did not.", ""},
      {"READOUT\nThe minister met his colleague.", ""},
      {"One line without an end", ""},
      {"One line without an end \n \n", ""}};
  for (const auto& [text, title] : heads) {
    const auto found = parsed(text, "a.txt");
    ASSERT_EQ(found.reports.size(), 1U) << text;
    EXPECT_EQ(found.reports[0].title, title) << text;
  }
}

TEST(PlainReports, KeepAndTellASecondDateAndOneThatLiesAhead) {
  const auto found = parsed("Published 9 Feb 2031\nUpdated 11 Feb 2031\nText.", "a.txt");
  ASSERT_EQ(found.reports.size(), 1U);
  EXPECT_EQ(found.reports[0].date, day("2031-02-09"));
  EXPECT_EQ(found.reports[0].other_dates, std::vector<Date>{day("2031-02-11")});
  EXPECT_TRUE(found.has_note("has two dates, 2031-02-09 and 2031-02-11"));
  EXPECT_TRUE(found.has_note("a.txt: is dated 2031-02-09, which lies ahead of 2026-01-01"));
}

TEST(PlainReports, AreTakenFromOtherEncodingsAndTellIt) {
  const auto latin = parsed("Le pr\xE9sident de la C\xF4te d'Ivoire", "a.txt");
  ASSERT_EQ(latin.reports.size(), 1U);
  EXPECT_EQ(latin.reports[0].text, "Le pr\u00E9sident de la C\u00F4te d'Ivoire\n");
  EXPECT_TRUE(latin.has_note("is not UTF-8; read as Windows-1252"));
  const auto wide = parsed(std::string_view("\xFF\xFEK\0i\0e\0v\0", 10), "a.txt");
  ASSERT_EQ(wide.reports.size(), 1U);
  EXPECT_EQ(wide.reports[0].text, "Kiev\n");
}

TEST(PlainReports, ThatAreNoTextAreToldAndNotHandedOn) {
  const auto binary = parsed(std::string_view("\x7F"
                                              "ELF\0\0",
                                              6),
                             "a.txt");
  EXPECT_TRUE(binary.reports.empty());
  EXPECT_TRUE(binary.has_note("holds bytes that are no text"));
  const auto empty = parsed(" \n\t\n", "a.txt");
  EXPECT_TRUE(empty.reports.empty());
  EXPECT_TRUE(empty.has_note("holds no text"));
}

TEST(PlainReports, CannotCommandATerminal) {
  const auto found = parsed(
      "Rabat \x1B[31mred\x1B[0m \xE2\x80\xAE"
      "abc",
      "a.txt");
  ASSERT_EQ(found.reports.size(), 1U);
  EXPECT_EQ(found.reports[0].text, "Rabat  [31mred [0m  abc\n");
}

TEST(MarkdownReports, LoseTheirMarksAndKeepTheirWords) {
  const auto found = parsed(
      "---\ntitle: 'Lom\u00E9 votes'\ndate: 2020-05-06\nsource: Gazette\nurl: "
      "https://g.example/1\n---\n"
      "# Lom\u00E9 votes\n\nTogo **backed** the [text](https://x.example/(a)) of\n_Ghana_ and "
      "snake_case.\n\n"
      "> \"It is *right*\", said the envoy.\n\n- first\n- second\n\n## "
      "Later\n\n![photo](p.jpg)Done.\n",
      "a.md");
  ASSERT_EQ(found.reports.size(), 1U);
  const Report& report = found.reports[0];
  EXPECT_EQ(report.title, "Lom\u00E9 votes");
  EXPECT_EQ(report.outlet, "Gazette");
  EXPECT_EQ(report.url, "https://g.example/1");
  EXPECT_EQ(report.date, day("2020-05-06"));
  EXPECT_EQ(report.text,
            "Togo backed the text of Ghana and snake_case.\n\n\"It is right\", said the envoy.\n\n"
            "first\n\nsecond\n\nLater\n\nDone.\n");
}

TEST(MarkdownReports, WithManyOpenBracketsTakeNoLongTime) {
  std::string text(200'000, '[');
  text += "words";
  for (int i = 0; i < 100'000; ++i) text += "](";
  EXPECT_EQ(parsed(text, "a.md").reports.size(), 1U);
}

constexpr std::string_view page_head =
    "<!doctype html><html><head><title>Nairobi and Kampala sign - The Coast</title>"
    "<meta property='og:site_name' content='The Coast'>"
    "<meta property='article:published_time' content='2022-10-01T10:00:00Z'></head><body>"
    "<nav><a href='/'>Home of all the news that there is to read today</a></nav>";

TEST(HtmlReports, GiveTheMainTextAndWhatThePageSaysOfItself) {
  const std::string page =
      std::string(page_head) +
      "<h1>Nairobi and Kampala sign</h1><div><div class='x'>"
      "<p>Kenya and Uganda signed a treaty on their <b>common</b> lake.</p>"
      "<p>It had taken <a href='/y'>nine years</a>, they&nbsp;said &amp; wrote.</p>"
      "<script>var p = '<p>a script is no text that anyone reads</p>';</script>"
      "</div></div><aside><p>Read more about other things of the day here</p></aside>"
      "<footer>All rights are reserved by the owners of this page</footer>";
  const auto found = parsed(page, "a.html");
  ASSERT_EQ(found.reports.size(), 1U);
  const Report& report = found.reports[0];
  EXPECT_EQ(report.title, "Nairobi and Kampala sign");
  EXPECT_EQ(report.outlet, "The Coast");
  EXPECT_EQ(report.date, day("2022-10-01"));
  EXPECT_EQ(report.text,
            "Kenya and Uganda signed a treaty on their common lake.\n\n"
            "It had taken nine years, they\u00A0said & wrote.\n");
}

TEST(HtmlReports, FindDatesWhereverPagesPutThem) {
  const std::string text = "<p>Fiji and Samoa talked of the sea between them for long.</p>";
  const std::pair<std::string, std::string> pages[] = {
      {"<time datetime='2019-04-03T08:00'>3 April</time>" + text, "2019-04-03"},
      {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\","
       "\"datePublished\":\"2018-01-02\"}]}</script>" +
           text,
       "2018-01-02"},
      {"<meta name='date' content='20170506'>" + text, "2017-05-06"}};
  for (const auto& [page, date] : pages) {
    const auto found = parsed(page, "a.html");
    ASSERT_EQ(found.reports.size(), 1U);
    ASSERT_TRUE(found.reports[0].date) << page;
    EXPECT_EQ(format_date(*found.reports[0].date), date);
  }
}

TEST(HtmlReports, AllOfScriptsAreTold) {
  const auto found =
      parsed("<html><body><script>app()</script><div id=root></div></body></html>", "a.html");
  EXPECT_TRUE(found.reports.empty());
  EXPECT_TRUE(found.has_note("a.html: holds no text"));
}

TEST(HtmlReports, NestedWithoutEndAreReadOrGivenUp) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<span>";
  deep += "Words that stand far below everything else in this page.";
  const auto found = parsed("<p>" + deep, "a.html");
  EXPECT_EQ(found.reports.size() + found.notes.size(), 1U);
}

TEST(HtmlReports, AreReadInTheirCharset) {
  const auto found = parsed(
      "<meta charset=windows-1251><p>\xCC\xEE\xF1\xEA\xE2\xE0 and Minsk agreed on gas for a "
      "year.</p>",
      "a.html");
  ASSERT_EQ(found.reports.size(), 1U);
  EXPECT_TRUE(found.reports[0].text.starts_with("\u041C\u043E\u0441\u043A\u0432\u0430 and"));
}

TEST(JsonReports, AreReadLineByLineAndBadLinesTold) {
  const auto found = parsed(
      "{\"id\":\"k1\",\"date\":\"2021-02-03T04:05:06Z\",\"title\":\"T\",\"text\":\"Chad voted.\","
      "\"source\":\"Sahel\",\"url\":\"https://s.example\"}\n"
      "\nno "
      "json\n[1]\n{\"id\":\"k2\"}\n{\"text\":\"Mali.\",\"date\":\"soon\"}\n{\"id\":\"k1\",\"text\":"
      "\"Niger.\"}",
      "a.jsonl");
  ASSERT_EQ(found.reports.size(), 3U);
  EXPECT_EQ(found.reports[0].doc, "k1");
  EXPECT_EQ(found.reports[0].outlet, "Sahel");
  EXPECT_EQ(found.reports[0].date, day("2021-02-03"));
  EXPECT_EQ(found.reports[1].doc, "a#6");
  EXPECT_EQ(found.reports[2].doc, "k1~2");
  EXPECT_TRUE(found.has_note("a.jsonl:3: is not JSON"));
  EXPECT_TRUE(found.has_note("a.jsonl:4: '[1]' is no JSON object"));
  EXPECT_TRUE(found.has_note("a.jsonl:5: the report has no field 'text'"));
  EXPECT_TRUE(found.has_note("a.jsonl:6: 'date': 'soon' is no day"));
  EXPECT_TRUE(found.has_note("a.jsonl:7: 'k1' is the name of a report before it"));
}

TEST(ReportFormats, AreToldByFirstBytesWhereTheNameSaysNothing) {
  EXPECT_EQ(parsed("{\"id\":\"x\",\"text\":\"Text.\"}", "data").reports.at(0).doc, "x");
  EXPECT_EQ(
      parsed("<!DOCTYPE html><title>T</title><p>Some words here.", "data").reports.at(0).title,
      "T");
  EXPECT_EQ(parsed("Words.", "data").reports.at(0).text, "Words.\n");
}

class ReportFolder : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "volteface-reports-" + std::to_string(getpid());
    fs::remove_all(folder_);
    fs::create_directories(folder_ + "/b");
  }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ + "/" + name) << text;
  }
  std::string folder_;
};

TEST_F(ReportFolder, IsReadByNameWithWhatIsNoReportTold) {
  write("z.txt", "Last.");
  write("b/a.md", "First.");
  write("a.txt", "Middle.");
  write("c.pdf", "no");
  write("d.jpg", "no");
  write(".hidden.txt", "no");
  const auto found = read_from({folder_});
  ASSERT_EQ(found.reports.size(), 3U);
  EXPECT_EQ(found.reports[0].doc, "a");
  EXPECT_EQ(found.reports[1].doc, "a~2");
  EXPECT_EQ(found.reports[2].doc, "z");
  EXPECT_TRUE(found.has_note("3 files passed over"));
  EXPECT_EQ(found.counts.passed_over, 3U);
}

TEST_F(ReportFolder, ThatIsNotThereIsAnError) {
  EXPECT_THROW(read_from({folder_ + "/none"}), Error);
}

TEST_F(ReportFolder, OfManyFilesIsReadWhole) {
  for (int i = 0; i < 2000; ++i) write("b/" + std::to_string(i) + ".txt", "Text.");
  EXPECT_EQ(read_from({folder_}).reports.size(), 2000U);
}

TEST(Files, OfOtherKindsAreToldAndNotRead) {
  const auto pdf = parsed("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>", "a.pdf");
  EXPECT_TRUE(pdf.reports.empty());
  EXPECT_TRUE(pdf.has_note("is a PDF"));
  EXPECT_TRUE(parsed(std::string("PK\x03\x04", 4) + "word/document.xml", "a.docx").reports.empty());
}

TEST(Files, InAnotherLanguageAreTold) {
  const char* french =
      "Le ministre a dit que la France avait vot\u00e9 contre la r\u00e9solution parce qu'elle ne "
      "voulait pas g\u00eaner les n\u00e9gociations, et que son pays resterait aux c\u00f4t\u00e9s "
      "de ses alli\u00e9s "
      "dans les mois qui viennent, quoi qu'il arrive.";
  const char* english =
      "The minister said that France had voted against the resolution because it did not want to "
      "spoil the talks, and that his country would stand by its allies in the months to come, "
      "whatever they might bring.";
  EXPECT_TRUE(parsed(french, "a.txt").has_note("hardly English"));
  EXPECT_FALSE(parsed(english, "a.txt").has_note("hardly English"));
  EXPECT_FALSE(parsed("Mali vota oui.", "a.txt").has_note("hardly English"));  // too short to say
}

}  // namespace
}  // namespace volteface
