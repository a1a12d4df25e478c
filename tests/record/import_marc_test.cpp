// Voting records as MARC-XML.
#include "record/import_files.h"

namespace volteface {
namespace {

std::string field(const std::string& tag, const std::string& subfields) {
  return "  <datafield tag=\"" + tag + "\" ind1=\" \" ind2=\" \">" + subfields + "</datafield>\n";
}

std::string sub(char code, const std::string& text) {
  return std::string("<subfield code=\"") + code + "\">" + text + "</subfield>";
}

std::string vote(const std::string& code, const std::string& choice) {
  return field("967", sub('a', "1") + sub('c', code) + (choice.empty() ? "" : sub('d', choice)) +
                          sub('e', "NAME"));
}

std::string record_of(const std::string& fields, const std::string& id = "777") {
  return "<record>\n  <controlfield tag=\"001\">" + id + "</controlfield>\n" + fields +
         "</record>\n";
}

const std::string head =
    field("245", sub('a', "A text &amp; more :") + sub('b', "resolution /") +
                     sub('c', "adopted by the General Assembly")) +
    field("269", sub('a', "2023-10-27")) +
    field("791", sub('a', "A/RES/ES-10/21") + sub('b', "A/") + sub('c', "10emsp"));

TEST(ImportMarc, ReadsAVotingRecord) {
  Record record = small_record();
  const std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n" +
      record_of(head + field("591", sub('a', "RECORDED")) + field("650", sub('a', "PEACE")) +
                field("653", sub('a', "WAR")) +
                field("996", sub('b', "001") + sub('c', "1") + sub('d', "1") + sub('e', "2") +
                                 sub('f', "5")) +
                vote("ARG", "Y") + vote("BRA", "N") +
                field("968", sub('c', "USA") + sub('d', "A")) + field("969", sub('e', "FRANCE")) +
                vote("ITA", "X") + field("967", sub('b', "9") + sub('c', "CAN"))) +
      "</collection>\n";
  const auto report = import_text(record, xml);
  EXPECT_EQ(report.format, ImportFormat::marc);
  EXPECT_EQ(refusals_of(report), std::vector<std::string>{});
  EXPECT_EQ(report.rows, 6u);
  EXPECT_EQ(report.cells_added, 5u);
  EXPECT_EQ(report.not_member, 1u);
  EXPECT_EQ(report.totals_compared, 1u);
  EXPECT_EQ(report.totals_different, 0u);
  const RollCall& r = record.roll_calls.back();
  EXPECT_EQ(r.id, "u777");
  EXPECT_EQ(format_date(r.date), "2023-10-27");
  EXPECT_EQ(r.session, "ES10");
  EXPECT_EQ(r.symbol, "A/RES/ES-10/21");
  EXPECT_EQ(r.title, "A text & more");
  EXPECT_EQ(r.note, "RECORDED");
  EXPECT_EQ(r.subjects, (std::vector<std::string>{"PEACE", "WAR"}));
  EXPECT_EQ(r.published, (Tally{1, 1, 1, 2}));
  EXPECT_EQ(cell(record, "ARG", "u777"), Choice::yes);
  EXPECT_EQ(cell(record, "USA", "u777"), Choice::abstain);
  EXPECT_EQ(cell(record, "FRA", "u777"), Choice::absent);  // by name, and without $d
  EXPECT_EQ(cell(record, "ITA", "u777"), Choice::absent);
  expect_rows_add_up(report);
}

TEST(ImportMarc, TakesASingleRecordPrefixesAndWhatStandsAround) {
  for (const auto& [before, behind] :
       {std::pair<std::string, std::string>{"", ""},
        {"<ListRecords><record><header/><metadata>", "</metadata></record></ListRecords>"}}) {
    std::string inner = record_of(head + vote("ARG", "Y"));
    Record record = small_record();
    EXPECT_EQ(import_text(record, before + inner + behind).cells_added, 1u) << before;
  }
  std::string prefixed =
      "<marc:collection xmlns:marc=\"http://www.loc.gov/MARC21/slim\"><marc:record>"
      "<marc:controlfield tag=\"001\">5</marc:controlfield>"
      "<marc:datafield tag=\"269\"><marc:subfield "
      "code=\"a\">20231027</marc:subfield></marc:datafield>"
      "<marc:datafield tag=\"967\"><marc:subfield code=\"c\">ARG</marc:subfield>"
      "<marc:subfield code=\"d\">N</marc:subfield></marc:datafield>"
      "</marc:record></marc:collection>";
  Record record = small_record();
  EXPECT_EQ(import_text(record, prefixed).cells_added, 1u);
  EXPECT_EQ(cell(record, "ARG", "u5"), Choice::no);
}

TEST(ImportMarc, PassesOverRecordsWithoutVotes) {
  const auto [record, report] =
      imported("<collection>" + record_of(head + vote("ARG", "") + vote("BRA", ""), "1") +
               record_of(head, "2") + record_of(head + vote("ARG", "N"), "3") + "</collection>");
  EXPECT_EQ(report.records_without_votes, 2u);
  EXPECT_EQ(report.rows, 1u);
  EXPECT_EQ(report.roll_calls_added, 1u);
}

TEST(ImportMarc, RefusesVotesAtTheirPlaces) {
  const auto [record, report] =
      imported("<collection>\n" +
               record_of(head + vote("ARX", "Y") + vote("BRA", "M") + vote("CSK", "Y") +
                         vote("ARG", "Y") + vote("ARG", "N")) +
               "</collection>");
  EXPECT_EQ(refusals_of(report),
            (std::vector<std::string>{"7:73: unknown state 'ARX'; expected a code such as ARG, or "
                                      "a name; did you mean ARE, ARG or ARM?",
                                      "8:106: vote 'M' is none; expected Y, N, A or X",
                                      "9:73: CSK is no seat of the General Assembly after "
                                      "1992-12-31, and the roll call is of 2023-10-27",
                                      "11:106: contradicts an earlier row of the file: ARG on "
                                      "A/RES/ES-10/21 is yes there, and no here"}));
  EXPECT_EQ(report.cells_added, 1u);
  expect_rows_add_up(report);
}

TEST(ImportMarc, RefusesWholeRecordsAtTheFieldThatIsWrong) {
  const std::string votes = vote("ARG", "Y") + vote("BRA", "Y");
  const std::string date = field("269", sub('a', "2023-10-27"));
  const std::pair<std::string, std::string> cases[] = {
      {record_of(votes), "1:1: '' is not a date; expected one such as 2025-02-24"},
      {record_of(field("269", sub('a', "27 Oct. 2023")) + votes),
       "3:3: '27 Oct. 2023' is not a date; expected one such as 2025-02-24"},
      {record_of(date + votes, "x1"),
       "2:3: 'x1' is not a record number; expected one in field 001 or 035"},
      {record_of(date + field("791", sub('a', "S/RES/2202(2015)")) + votes),
       "4:3: S/RES/2202(2015) is of the Security Council; expected the General Assembly's"},
      {record_of(date + field("791", sub('a', "A/RES/1") + sub('c', "first")) + votes),
       "4:3: 'first' is not a session; expected one such as 79, ES11 (emergency special) or S6 "
       "(special)"},
      {record_of(date + field("996", sub('b', "many")) + votes),
       "4:3: 'many' is not a number of votes"},
      {record_of(field("269", sub('a', "2016-10-27")) + votes, "100"),
       "3:3: contradicts the record: u100 is of 2015-10-01 there, and of 2016-10-27 in the file"}};
  for (const auto& [xml, refusal] : cases) {
    const auto [record, report] = imported(xml);
    EXPECT_EQ(refusals_of(report), std::vector<std::string>{refusal});
    EXPECT_EQ(report.rows, 0u);
    EXPECT_EQ(record.roll_calls.size(), 3u);
  }
}

TEST(ImportMarc, RefusesARecordThatIsTooLarge) {
  Record record = small_record();
  std::string many;
  for (int i = 0; i < 3000; ++i) many += vote("ARG", "Y");
  EXPECT_EQ(refusals_of(import_text(record, record_of(head + many))),
            (std::vector<std::string>{"1:1: record is larger than a voting record can be"}));
}

TEST(ImportMarc, IsAnErrorWhereItIsNotWellFormed) {
  const std::string whole = "<collection>\n" + record_of(head + vote("ARG", "Y")) + "</collection>";
  for (std::size_t cut = 12; cut < whole.size(); cut += 7) {
    const std::string message = error_of(whole.substr(0, cut));
    EXPECT_NE(message.find("is not well-formed XML, or cut off"), std::string::npos) << cut;
  }
  EXPECT_EQ(error_of("<collection>\n<record></rekord>"),
            "file:2:11: is not well-formed XML, or cut off: mismatched tag");
  EXPECT_EQ(error_of("<html><body/></html>"), "file: holds no MARC record");
  EXPECT_NE(error_of("<collection><record>\xE9</record></collection>").find("not well-formed"),
            std::string::npos);
}

TEST(ImportMarc, RefusesEntities) {
  std::string laughs = "<!DOCTYPE c [\n<!ENTITY a \"ha\">\n";
  for (char c = 'b'; c < 'l'; ++c) {
    laughs += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(c - 1) + ";";
    laughs += "\">\n";
  }
  EXPECT_NE(error_of(laughs + "]><c>&k;</c>")
                .find("declares entities, which no catalogue needs; refused"),
            std::string::npos);
  EXPECT_NE(error_of("<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><c>&x;</c>")
                .find("declares entities"),
            std::string::npos);
}

// Expat keeps every element that is open, and every name that it has met.
TEST(ImportMarc, RefusesElementsNestedTooDeep) {
  const auto nested = [](int depth) {
    std::string xml;
    for (int i = 0; i < depth; ++i) xml += "<a>";
    xml += record_of(head + vote("ARG", "Y"));
    for (int i = 0; i < depth; ++i) xml += "</a>";
    return xml;
  };
  Record record = small_record();
  EXPECT_EQ(import_text(record, nested(17)).cells_added, 1u);  // record, field, subfield: 20
  EXPECT_EQ(error_of("\n" + nested(20)), "file:2:61: elements are nested more than 20 deep");
}

TEST(ImportMarc, RefusesTooManyNames) {
  std::string elements = "<collection>\n", attributes = elements, more = elements;
  for (int i = 0; i < 400; ++i) {
    elements += "<e" + std::to_string(1000 + i) + "/>";
    attributes += "<e a" + std::to_string(1000 + i) + "='1'/>";
    more += "<e/>";
  }
  // 300: the collection and 299 of them, each of 8 bytes.
  EXPECT_EQ(
      error_of(elements),
      "file:2:2393: more than 300 different names of elements and attributes; is it MARC-XML?");
  EXPECT_EQ(error_of(attributes).find("file:2:"), 0u);
  EXPECT_NE(error_of(attributes).find("more than 300 different names"), std::string::npos);
  Record record = small_record();
  EXPECT_EQ(
      import_text(record, more + record_of(head + vote("ARG", "Y")) + "</collection>").cells_added,
      1u);
  EXPECT_EQ(error_of("<" + std::string(101, 'a') + "/>"),
            "file:1:1: a name is longer than 100 bytes");
}

TEST(ImportMarc, RefusesDeclaredAttributesAndALongPrologue) {
  EXPECT_NE(error_of("<!DOCTYPE c [<!ATTLIST c a CDATA \"x\">]><c/>")
                .find("declares attributes, which no catalogue needs; refused"),
            std::string::npos);
  std::string comments;
  for (int i = 0; i < 30'000; ++i)
    comments += "<!-- nothing, " + std::to_string(i) + " times, nothing at all -->\n";
  EXPECT_NE(error_of(comments + "<c/>").find("the first element is not within the first MiB"),
            std::string::npos);
}

TEST(ImportMarc, RefusesARecordWithTooMuchText) {
  std::string notes;
  for (int i = 0; i < 300; ++i) notes += field("591", sub('a', std::string(16'000, 'n')));
  Record record = small_record();
  EXPECT_EQ(refusals_of(import_text(record, record_of(head + notes + vote("ARG", "Y")))),
            (std::vector<std::string>{"1:1: record is larger than a voting record can be"}));
}

TEST(ImportMarc, RefusesATagWithoutEnd) {
  EXPECT_EQ(error_of("<collection " + std::string(3 << 20, 'a')).find("file:1:"), 0u);
}

}  // namespace
}  // namespace volteface
