#include "serve/http_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "serve/page_files.h"
#include "serve/page_sources.h"
#include "small_world.h"

namespace volteface::serve {
namespace {

// A server on a port of its own, as long as the object lives.
class Running {
 public:
  explicit Running(HttpOptions options = {}) : api_(small_world()) {
    options.port = 0;
    if (options.request_seconds == HttpOptions().request_seconds) options.request_seconds = 1;
    options.idle_seconds = 1;
    server_ = std::make_unique<HttpServer>(api_, options);
    port_ = server_->bind();
    thread_ = std::thread([this] { server_->run(); });
  }
  ~Running() {
    server_->stop();
    thread_.join();
  }

  int connect() const {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    EXPECT_EQ(::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    return socket;
  }

  // What comes back for these bytes, to the end of the connection.
  std::string reply(const std::string& bytes) const {
    const int socket = connect();
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t n = send(socket, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
      if (n <= 0) break;
      at += static_cast<std::size_t>(n);
    }
    const std::string all = rest_of(socket);
    close(socket);
    return all;
  }

  static std::string rest_of(int socket) {
    std::string all;
    char piece[4096];
    pollfd wanted{socket, POLLIN, 0};
    while (poll(&wanted, 1, 10'000) > 0) {
      const ssize_t n = recv(socket, piece, sizeof piece, 0);
      if (n <= 0) break;
      all.append(piece, static_cast<std::size_t>(n));
    }
    return all;
  }

  std::string get(const std::string& target, const std::string& headers = "") const {
    return reply("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                 headers + "\r\n");
  }

 private:
  Api api_;
  std::unique_ptr<HttpServer> server_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

int status_of(const std::string& reply) {
  return reply.size() > 12 ? std::stoi(reply.substr(9, 3)) : 0;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(HttpServer, ServesThePageAndItsData) {
  const Running server;
  const std::string page = server.get("/states/GBR");
  EXPECT_EQ(status_of(page), 200);
  EXPECT_TRUE(has(page, "text/html"));
  EXPECT_TRUE(has(page, "Content-Security-Policy: default-src 'none'; script-src 'self';"));
  EXPECT_FALSE(has(page, "<script>"));
  for (const char* address : {"/api/v1/states/GBR", "/states/GBR.json"}) {
    const std::string data = server.get(address);
    EXPECT_TRUE(has(data, "application/json")) << data;
    EXPECT_TRUE(has(data, "\"United Kingdom\"")) << data;
  }
  EXPECT_TRUE(has(server.get("/states/GBR.csv"), "year,mean,lo,hi,sd,n"));
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

TEST(HttpServer, SendsEachHeaderOnce) {
  const Running server;
  const std::string brief = server.get("/briefs/CAN.html");
  EXPECT_EQ(count_of(brief, "\r\nContent-Security-Policy: "), 1U);
  EXPECT_TRUE(has(brief, "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'"));
  const std::string page = server.get("/");
  const std::size_t script = page.find("/assets/");
  const std::string asset = server.get(page.substr(script, page.find('"', script) - script));
  EXPECT_EQ(count_of(asset, "\r\nCache-Control: "), 1U);
  EXPECT_TRUE(has(asset, "Cache-Control: public, max-age=31536000, immutable"));
}

TEST(HttpServer, SaysNotAgainWhatIsKnown) {
  const Running server;
  const std::string first = server.get("/api/v1/states");
  const std::size_t tag = first.find("ETag: ") + 6;
  const std::string name = first.substr(tag, first.find('\r', tag) - tag);
  EXPECT_EQ(status_of(server.get("/api/v1/states", "If-None-Match: " + name + "\r\n")), 304);
  EXPECT_TRUE(
      has(server.get("/api/v1/states", "Accept-Encoding: gzip\r\n"), "Content-Encoding: gzip"));
}

TEST(HttpServer, RefusesWhatItShould) {
  const Running server;
  EXPECT_EQ(status_of(server.get("/nothing")), 404);
  EXPECT_TRUE(has(server.get("/nothing"), "application/json"));
  EXPECT_EQ(status_of(server.get("/../../etc/passwd")), 400);
  EXPECT_EQ(status_of(server.get("/assets/..%2f..%2fetc")), 400 + 4);
  const auto with_host = [&](const std::string& host) {
    return status_of(server.reply("GET / HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"));
  };
  EXPECT_EQ(with_host("Host: evil.example\r\n"), 421);
  EXPECT_EQ(with_host(""), 421);
  EXPECT_EQ(with_host("Host: localhost\r\nHost: evil.example\r\n"), 421);
  EXPECT_EQ(status_of(server.reply("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                                   "Connection: close\r\n\r\n")),
            405);
  EXPECT_EQ(status_of(server.reply("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"
                                   "GET /x HT")),
            413);
}

TEST(HttpServer, EndsWhatTakesTooLongOrIsTooMuch) {
  const Running server;
  // Half a request, and one that comes a byte at a time.
  EXPECT_FALSE(has(server.reply("GET / HTTP/1.1\r\nHost: loc"), " 200 "));
  const int socket = server.connect();
  const std::string request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
  bool ended = false;
  for (std::size_t i = 0; i < request.size() && !ended; ++i) {
    ended = send(socket, &request[i], 1, MSG_NOSIGNAL) != 1;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_FALSE(has(Running::rest_of(socket), " 200 "));
  close(socket);
  std::string headers;
  for (int i = 0; i < 20'000; ++i) headers += "X-Long-" + std::to_string(i) + ": filler\r\n";
  EXPECT_FALSE(has(server.get("/", headers), " 200 "));
  EXPECT_FALSE(has(server.get("/" + std::string(100'000, 'a')), " 200 "));
  // It is still there for others.
  EXPECT_EQ(status_of(server.get("/api/v1/status")), 200);
}

TEST(HttpServer, LetsManySlowOnesKeepNobodyWaiting) {
  HttpOptions options;
  options.request_seconds = 30;
  const Running server(options);
  std::vector<int> slow;
  for (int i = 0; i < 300; ++i) {
    slow.push_back(server.connect());
    send(slow.back(), "GET / HTTP/1.1\r\nHost: loc", 25, MSG_NOSIGNAL);
  }
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(status_of(server.get("/api/v1/status")), 200);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(6));
  for (const int socket : slow) close(socket);
}

TEST(HttpServer, ReadsNothingBehindWhatCannotBeRead) {
  const Running server;
  const std::string next = "GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\n\r\n";
  for (const std::string& first :
       {std::string("NONSENSE\r\n\r\n"), "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n\r\n"}) {
    const std::string reply = server.reply(first + next);
    EXPECT_EQ(status_of(reply) / 100, 4) << reply;
    EXPECT_TRUE(has(reply, "Connection: close")) << reply;
    EXPECT_FALSE(has(reply, "Keep-Alive")) << reply;
    EXPECT_FALSE(has(reply, " 200 ")) << reply;
  }
}

TEST(HttpServer, AsksForTheToken) {
  HttpOptions options;
  options.token = "long-enough-token";
  const Running server(options);
  EXPECT_EQ(status_of(server.get("/api/v1/status")), 401);
  EXPECT_EQ(status_of(server.get("/api/v1/status", "Authorization: Bearer wrong-token-given\r\n")),
            401);
  EXPECT_EQ(status_of(server.get("/api/v1/status", "Authorization: Bearer long-enough-token\r\n")),
            200);
  const std::string moved = server.get("/states/GBR?token=long-enough-token");
  EXPECT_EQ(status_of(moved), 303);
  EXPECT_TRUE(has(moved, "Location: /states/GBR\r\n"));
  EXPECT_TRUE(has(moved, "HttpOnly; SameSite=Strict"));
  const std::string view = server.get("/states/GBR?with=USA,EGY&token=long-enough-token&since=1950",
                                      "Cookie: volteface_token=long-enough-token\r\n");
  EXPECT_TRUE(has(view, "Location: /states/GBR?with=USA,EGY&since=1950\r\n")) << view;
  for (const char* elsewhere : {"//evil.example/", "/\\evil.example/"}) {
    EXPECT_TRUE(has(server.get(elsewhere + std::string("?token=long-enough-token&a=b")),
                    "Location: /\r\n"));
  }
  EXPECT_EQ(status_of(server.get("/", "Cookie: a=b; volteface_token=long-enough-token\r\n")), 200);
}

TEST(HttpServer, IsOpenToOthersWithATokenAlone) {
  Api api(small_world());
  HttpOptions options;
  options.address = "0.0.0.0";
  EXPECT_THROW(HttpServer(api, options), Error);
  options.token = "short";
  EXPECT_THROW(HttpServer(api, options), Error);
  options.token = "long-enough-token";
  EXPECT_NO_THROW(HttpServer(api, options));
  options.token = "with;semicolons;in;it";
  EXPECT_THROW(HttpServer(api, options), Error);
}

TEST(HttpServer, TellsOfAPortThatIsTaken) {
  Api api(small_world());
  HttpOptions options;
  options.port = 0;
  HttpServer first(api, options);
  options.port = first.bind();
  HttpServer second(api, options);
  EXPECT_THROW(second.bind(), Error);
  EXPECT_THROW(second.run(), Error);
}

TEST(PageFiles, AreOfTheSourcesInWeb) {
  EXPECT_EQ(PageFiles().source_hash(),
            hash_of_page_sources(std::string(VOLTEFACE_SOURCE_DIR) + "/web"))
      << "web/ has changed since data/page.vfp was built; run `make page`";
}

TEST(PageFiles, WeighLittle) {
  std::size_t bytes = 0;
  const PageFiles page;
  for (const PageFile& file : page.files()) {
    bytes += file.packed.size();
    EXPECT_FALSE(unpacked(file).empty()) << file.path;
  }
  EXPECT_LE(bytes, 600U * 1024);
}

TEST(PageFiles, RefusesWhatIsDamaged) {
  for (const char* bytes :
       {"", "volteface page 1 x", "nonsense\n", "volteface page 1 x\nindex.html 5\nab",
        "volteface page 1 x\nindex.html -1\nab", "volteface page 1 x\nindex.html 2x\nab",
        "volteface page 1 x\nindex.html\nab"}) {
    EXPECT_THROW(PageFiles(bytes, "a file"), Error) << bytes;
  }
  const PageFiles files("volteface page 1 x\na.js 3\nabc", "a file");
  ASSERT_NE(files.find("a.js"), nullptr);
  EXPECT_EQ(files.find("../a.js"), nullptr);
  EXPECT_THROW(unpacked(*files.find("a.js")), Error);
}

}  // namespace
}  // namespace volteface::serve
