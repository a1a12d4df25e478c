#include "serve/request.h"

#include <gtest/gtest.h>

#include "serve/arguments.h"
#include "serve/http_server.h"

namespace volteface::serve {
namespace {

int status_of(std::string_view target) {
  try {
    parse_target(target);
    return 200;
  } catch (const Refusal& refusal) {
    return refusal.status();
  }
}

TEST(Request, IsTakenApart) {
  const Request r = parse_target("/states/ARG/agreement.csv?with=USA,BRA&since=2020&q=a+b%26c");
  EXPECT_EQ(r.path, (std::vector<std::string>{"states", "ARG", "agreement"}));
  EXPECT_EQ(r.form, Form::csv);
  const std::vector<std::pair<std::string, std::string>> query = {
      {"q", "a b&c"}, {"since", "2020"}, {"with", "USA,BRA"}};
  EXPECT_EQ(r.query, query);
}

TEST(Request, KeepsAPlusInThePath) {
  EXPECT_EQ(parse_target("/reports/a+b").path.back(), "a+b");
  EXPECT_EQ(parse_target("/reports/a%2Fb").path.back(), "a/b");
}

TEST(Request, TakesOneEndingOff) {
  EXPECT_EQ(parse_target("/reports/a.csv.json").path.back(), "a.csv");
  EXPECT_EQ(parse_target("/states/.json").form, Form::plain);
  EXPECT_EQ(parse_target("/votes/A/RES/ES-11/7.md").form, Form::markdown);
}

TEST(Request, KnowsTheDataOfTheFirstPage) {
  const Request r = parse_target("/.json");
  EXPECT_EQ(r.path, std::vector<std::string>{"home"});
  EXPECT_EQ(r.form, Form::json);
  EXPECT_EQ(parse_target("/.csv").form, Form::csv);
}

TEST(Request, RefusesWhatIsNotWellFormed) {
  for (const char* target :
       {"", "states", "/a//b", "/../etc/passwd", "/a/%2e%2e/b", "/a/%2", "/a/%zz", "/%ff", "/a%00b",
        "/a?x=%0a", "/a?x=1&x=2", "/a?x=%e2%80%ae"}) {
    EXPECT_EQ(status_of(target), 400) << target;
  }
  EXPECT_EQ(status_of("/a/?&&x"), 200);
}

TEST(Request, HasOneNameHoweverItIsWritten) {
  EXPECT_EQ(canonical(parse_target("/states/ARG?b=1&a=2")),
            canonical(parse_target("/states/%41RG?a=2&b=1")));
  EXPECT_NE(canonical(parse_target("/a?b=1")), canonical(parse_target("/a?b=2")));
  EXPECT_NE(canonical(parse_target("/a/b")), canonical(parse_target("/a%2Fb")));
  EXPECT_NE(canonical(parse_target("/a")), canonical(parse_target("/a.json")));
}

TEST(Arguments, HaveNoPatternsInWords) {
  EXPECT_EQ(expression_of_words("(a+)+$|b.c"), "\\(a\\+\\)\\+\\$|b\\.c");
}

TEST(HostHeader, MustNameThisMachine) {
  for (const char* host : {"localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1:8080", "[::1]",
                           "[::1]:8080", "192.168.0.4:8080"}) {
    EXPECT_TRUE(is_own_host(host, {})) << host;
  }
  for (const char* host : {"", "evil.example", "localhost.evil.example:8080",
                           "127.0.0.1.evil.example", "[evil]", "[::1", "1.2.3", "desk"}) {
    EXPECT_FALSE(is_own_host(host, {})) << host;
  }
  EXPECT_TRUE(is_own_host("Desk:8080", {"desk"}));
}

}  // namespace
}  // namespace volteface::serve
