#include "serve/api.h"

#include <gtest/gtest.h>

#include <thread>

#include "serve/endpoint.h"
#include "serve/openapi.h"
#include "small_world.h"

namespace volteface::serve {
namespace {

Json json_of(Api& api, const std::string& target, int status = 200) {
  const auto answer = api.answer(target);
  EXPECT_EQ(answer->status, status) << target << ": " << answer->body;
  return Json::parse(answer->body);
}

// --- An answer beside the shape that describes it. Says where the first difference is.

std::string difference(const Json& value, const Json& type, const std::string& at);

std::string difference_of_named(const Json& value, std::string type, const std::string& at) {
  const bool may_be_null = type.ends_with('?');
  if (may_be_null) type.pop_back();
  if (value.is_null()) return may_be_null ? "" : at + " is null";
  if (type.starts_with('#')) {
    std::istringstream names(type.substr(1));
    std::string last;
    for (std::string name; std::getline(names, name, '|');) {
      last = difference(value, shape_named(name), at);
      if (last.empty()) return "";
    }
    return last;
  }
  const bool fits = type == "string"    ? value.is_string()
                    : type == "date"    ? value.is_string() && parse_date(value.get<std::string>())
                    : type == "integer" ? value.is_number_integer()
                    : type == "number"  ? value.is_number()
                    : type == "boolean" ? value.is_boolean()
                    : type == "object"  ? value.is_object()
                                        : false;
  return fits ? "" : at + " is no " + type + ": " + value.dump();
}

std::string difference_of_object(const Json& value, const Json& shape, const std::string& at) {
  if (!value.is_object()) return at + " is no object";
  for (const auto& [name, field] : value.items()) {
    if (!shape.contains(name)) return at + "/" + name + " is not described";
  }
  for (const auto& [name, type] : shape.items()) {
    if (!value.contains(name)) return at + "/" + name + " is missing";
    if (const auto d = difference(value[name], type, at + "/" + name); !d.empty()) return d;
  }
  return "";
}

Json resolved(const Json& object) {
  Json out = Json::object();
  for (const auto& [name, type] : object.items()) {
    if (name != "+") {
      out[name] = type;
      continue;
    }
    for (const Json& taken : type) add_fields(out, shape_named(taken.get<std::string>()));
  }
  return out;
}

std::string difference(const Json& value, const Json& type, const std::string& at) {
  if (type.is_string()) return difference_of_named(value, type.get<std::string>(), at);
  if (type.is_object()) return difference_of_object(value, resolved(type), at);
  if (!value.is_array()) return at + " is no list";
  for (const Json& one : value) {
    if (const auto d = difference(one, type[0], at + "/*"); !d.empty()) return d;
  }
  return "";
}

// An address of every endpoint, such that most of its fields have something in them.
const std::vector<std::string>& addresses() {
  static const std::vector<std::string> all = {"/home",
                                               "/status",
                                               "/search?q=can",
                                               "/states",
                                               "/states/GBR",
                                               "/states/GBR?with=USA&now=1960",
                                               "/states/GBR/neighbours?now=1960&then=1956",
                                               "/states/GBR/agreement?with=USA,EGY&by=session",
                                               "/states/GBR/surprises?limit=5",
                                               "/states/GBR/predictability",
                                               "/states/CAN/press",
                                               "/pairs/CAN/USA",
                                               "/votes?q=palestine&limit=3",
                                               "/votes/A/RES/997(ES-I)",
                                               "/turns",
                                               "/reports",
                                               "/reports/report-1",
                                               "/briefs/CAN?on=EGY"};
  return all;
}

TEST(Api, AnswersAsItDescribes) {
  Api api(small_world());
  wait_for_turns(small_world());
  std::set<std::string_view> asked;
  std::vector<std::string> all = addresses();
  const Json turns = json_of(api, "/turns");
  for (const Json& turn : turns["rows"]) {
    all.push_back("/turns/" + turn["state"].get<std::string>() + "/" +
                  turn["date"].get<std::string>());
    if (all.size() > addresses().size() + 3) break;
  }
  for (const std::string& address : all) {
    const Json answer = json_of(api, address);
    const auto match = find_endpoint(parse_target(address).path);
    ASSERT_TRUE(match) << address;
    asked.insert(match->endpoint->path);
    EXPECT_EQ(difference(answer, shape_named(match->endpoint->shape), ""), "") << address;
  }
  for (const Endpoint& endpoint : endpoints())
    EXPECT_TRUE(asked.contains(endpoint.path)) << endpoint.path << " was not asked";
}

TEST(Api, DescribesEveryEndpointInOpenApi) {
  Api api(small_world());
  const Json description = json_of(api, "/openapi");
  EXPECT_EQ(description["openapi"], "3.1.0");
  EXPECT_EQ(description["paths"].size(), endpoints().size());
  const Json& agreement = description["paths"]["/states/{state}/agreement"]["get"];
  EXPECT_EQ(agreement["parameters"][0]["name"], "state");
  EXPECT_EQ(agreement["parameters"][2]["schema"]["default"], "year");
  EXPECT_TRUE(description["components"]["schemas"]["Turn"]["properties"].contains("toward"));
}

TEST(Api, GivesRowsAsCsv) {
  Api api(small_world());
  wait_for_turns(small_world());
  for (const std::string& address : addresses()) {
    if (address.starts_with("/status") || address.starts_with("/briefs")) continue;
    const std::size_t path = std::min(address.find('?'), address.size());
    const auto csv = api.answer(address.substr(0, path) + ".csv" + address.substr(path));
    ASSERT_EQ(csv->status, 200) << address << csv->body;
    const Json json = json_of(api, address);
    const std::string header = csv->body.substr(0, csv->body.find('\n'));
    const auto columns = std::count(header.begin(), header.end(), ',') + 1;
    if (!json["rows"].empty()) {
      EXPECT_EQ(static_cast<std::size_t>(columns), json["rows"][0].size()) << address;
    }
  }
  EXPECT_EQ(api.answer("/status.csv")->status, 404);
}

TEST(Api, TellsWhatTheLibraryTells) {
  Api api(small_world());
  const Record& record = small_world().record();
  const Json vote = json_of(api, "/votes/A/RES/997(ES-I)");
  const RollCallIndex r = record.roll_call("A/RES/997(ES-I)");
  EXPECT_EQ(vote["roll_call"]["yes"], record.tally(r).yes);
  for (const Json& row : vote["rows"]) {
    const StateIndex s = record.state(row["state"].get<std::string>());
    EXPECT_EQ(row["choice"], choice_name(record.votes.at(s, r)));
  }
  const Json pair = json_of(api, "/pairs/CAN/USA");
  std::uint32_t common = 0;
  for (const RollCallIndex i : small_world().roll_calls()) {
    common += is_cast(record.votes.at(record.state("CAN"), i)) &&
              is_cast(record.votes.at(record.state("USA"), i));
  }
  EXPECT_EQ(pair["measures"]["n"], common);
  const auto& contacts = pair["contacts"];
  const auto meeting = std::find_if(contacts.begin(), contacts.end(),
                                    [](const Json& c) { return c["mode"] == "meet"; });
  ASSERT_NE(meeting, contacts.end());
  EXPECT_EQ((*meeting)["from"], "1956-12-05");
  EXPECT_EQ((*meeting)["citations"][0]["doc"], "report-2");
}

TEST(Api, TakesTheQueryOfThePageForItsData) {
  Api api(small_world());
  const Json all = json_of(api, "/states/GBR");
  const Json some = json_of(api, "/states/GBR?with=USA,EGY&since=1950&until=1955&now=1955");
  ASSERT_FALSE(some["rows"].empty());
  EXPECT_LT(some["rows"].size(), all["rows"].size());
  for (const Json& row : some["rows"]) {
    EXPECT_GE(row["year"], 1950);
    EXPECT_LE(row["year"], 1955);
  }
  EXPECT_EQ(some["neighbours"]["now"], 1955);
  EXPECT_EQ(some["neighbours"]["then"], 1952);
  EXPECT_TRUE(all["neighbours"].is_null());
  EXPECT_TRUE(all["agreement"].empty());
  EXPECT_EQ(some["agreement"],
            json_of(api, "/states/GBR/agreement?with=USA,EGY&since=1950&until=1955")["rows"]);
  const Json report = json_of(api, "/reports/report-1");
  const std::size_t at = report["rows"][0]["begin"];
  const Json there = json_of(api, "/reports/report-1?at=" + std::to_string(at));
  ASSERT_FALSE(there["rows"].empty());
  EXPECT_LT(there["rows"].size(), report["rows"].size());
  EXPECT_EQ(there["records"], report["records"]);
  EXPECT_TRUE(json_of(api, "/reports/report-1?at=999999")["rows"].empty());
  EXPECT_TRUE(json_of(api, "/.json").contains("latest_votes"));
}

TEST(Api, MarksWhatRestsOnTooFewVotes) {
  Api api(small_world());
  std::size_t few = 0, all = 0;
  for (const char* address : {"/states/GBR", "/states/GBR/agreement?with=USA,EGY",
                              "/states/GBR/predictability", "/pairs/GBR/EGY"}) {
    const Json answer = json_of(api, address);
    for (const Json& row : answer["rows"]) {
      EXPECT_EQ(row["too_few"], row["n"] < 20) << address << row;
      few += row["n"] < 20;
      ++all;
    }
  }
  EXPECT_GT(few, 0U);
  EXPECT_LT(few, all);
  // Of every state the last year, on enough votes or without a point.
  std::size_t without = 0;
  const Json states = json_of(api, "/states");
  for (const Json& state : states["rows"]) {
    const Json latest = json_of(api, "/states/" + state["state"].get<std::string>())["latest"];
    if (latest.is_null()) continue;
    const bool is_few = latest["point"]["n"] < 20;
    EXPECT_EQ(latest["point"]["value"].is_null(), is_few) << latest;
    EXPECT_EQ(latest["higher"].is_null(), is_few) << latest;
    without += is_few;
  }
  EXPECT_GT(without, 0U);
}

TEST(Api, RefusesWithWhatWasExpected) {
  Api api(small_world());
  const auto refused = [&](const std::string& target, int status, const std::string& word) {
    const Json error = json_of(api, target, status)["error"];
    EXPECT_EQ(error["status"], status);
    const std::string told = error.dump();
    EXPECT_NE(told.find(word), std::string::npos) << target << ": " << told;
  };
  refused("/nothing", 404, "openapi");
  refused("/states/Atlantis", 404, "code");
  refused("/states/GBR?by=year", 400, "since, until, with, now, then");
  refused("/states/GBR?with=Atlantis", 400, "Atlantis");
  refused("/states?with=USA", 400, "no query");
  refused("/reports/report-1?at=1.5", 400, "whole");
  refused("/states/GBR/agreement?with=USA,Atlantis", 400, "Atlantis");
  refused("/states/GBR/agreement?by=decade", 400, "year, session");
  refused("/votes?since=1950-13", 400, "1950-13");
  refused("/votes?since=1955&until=1950", 400, "before the end");
  refused("/votes?limit=0", 400, "from 1 to 1000");
  refused("/votes?limit=1e3x", 400, "limit");
  refused("/votes?limit=nan", 400, "limit");
  refused("/votes?limit=2.5", 400, "whole");
  refused("/votes?choice=yes", 400, "state");
  refused("/votes?q=" + std::string(201, 'a'), 400, "200");
  refused("/votes/A/RES/0", 404, "A/RES/0");
  refused("/pairs/GBR/GBR", 400, "two different");
  refused("/turns/GBR/1900-01-01", 404, "1900-01-01");
  refused("/reports/none", 404, "/reports");
  refused("/briefs/GBR?on=GBR", 400, "another state");
  refused("/states/GBR.html", 404, ".csv");
  refused("//", 400, "empty");
}

TEST(Api, KeepsWhatItMadeAndAsksNobodyTwice) {
  Api api(small_world());
  const auto first = api.answer("/states/GBR/agreement?with=USA&by=year");
  EXPECT_EQ(first, api.answer("/states/GBR/agreement?by=year&with=USA"));
  EXPECT_NE(first, api.answer("/states/GBR/agreement?with=USA,FRA"));
}

TEST(Api, ForgetsTheOldest) {
  Api api(small_world(), 20'000);
  const auto first = api.answer("/states");
  for (int year = 1947; year < 1960; ++year)
    api.answer("/states/GBR/neighbours?now=" + std::to_string(year));
  EXPECT_NE(first, api.answer("/states"));
  EXPECT_EQ(first->body, api.answer("/states")->body);
}

TEST(Api, AnswersManyAtOnce) {
  Api api(small_world());
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < 2 * addresses().size(); ++i) {
        const auto& address = addresses()[(i + static_cast<std::size_t>(t)) % addresses().size()];
        const int status = api.answer(address)->status;
        wrong += status != 200 && status != 503;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST(Api, PacksWhatIsLong) {
  Api api(small_world());
  const auto answer = api.answer("/states");
  EXPECT_LT(answer->packed.size(), answer->body.size() / 3);
  EXPECT_EQ(answer->packed.substr(0, 2), "\x1f\x8b");
}

TEST(Api, GivesBriefsInEveryForm) {
  Api api(small_world());
  EXPECT_EQ(api.answer("/briefs/CAN.html")->content_type, "text/html; charset=utf-8");
  EXPECT_EQ(api.answer("/briefs/CAN.html")->body.find("<script>"), std::string::npos);
  EXPECT_NE(api.answer("/briefs/CAN.md")->body.find("# Canada"), std::string::npos);
  EXPECT_TRUE(api.answer("/briefs/CAN.csv")->body.starts_with("section,item,"));
  EXPECT_EQ(api.answer("/briefs/CAN.txt?download=1")->file_name, "volteface-CAN.txt");
}

}  // namespace
}  // namespace volteface::serve
