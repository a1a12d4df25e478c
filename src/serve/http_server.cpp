#include "serve/http_server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <httplib.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

#include "record/text.h"
#include "serve/endpoint.h"
#include "serve/page_files.h"
#include "serve/timed_stream.h"

namespace volteface::serve {
namespace {

constexpr std::size_t most_request_bytes = std::size_t{64} << 10;
constexpr std::chrono::seconds longest_answer{60};
constexpr std::size_t threads = 128;  // a connection that is kept open holds one
constexpr int backlog = 128;
constexpr std::string_view api_prefix = "/api/v1/";
constexpr std::string_view token_cookie = "volteface_token=";

// The hash is that of the one style element which the plotting library writes into each picture
// (Plot 0.6.17, class "plot"); the browser test fails where another version writes another.
constexpr const char* page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self' "
    "'sha256-+TfQir1nvDucAdvE6XUQBt4ayUjpAWkbw2kCdSfekHM='; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action "
    "'self'; frame-ancestors 'none'";

// A brief as one file has its style within, and nothing else.
constexpr const char* one_file_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action "
    "'none'; frame-ancestors 'none'";

// Knows how many connections wait for a thread.
class CountingPool : public httplib::ThreadPool {
 public:
  explicit CountingPool(std::atomic<int>& waiting) : ThreadPool(threads), waiting_(waiting) {}
  void enqueue(std::function<void()> work) override {
    ++waiting_;
    ThreadPool::enqueue([this, work = std::move(work)] {
      --waiting_;
      work();
    });
  }

 private:
  std::atomic<int>& waiting_;
};

bool is_loopback(const std::string& address) {
  return address == "localhost" || address == "::1" || address.starts_with("127.");
}

bool is_ip_address(const std::string& text) {
  std::array<unsigned char, 16> bytes;
  return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
         inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

// Takes as long for every token of that length.
bool same_token(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned char difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference = static_cast<unsigned char>(difference | (a[i] ^ b[i]));
  return difference == 0;
}

bool accepts_gzip(const httplib::Request& request) {
  return request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
}

bool has_body(const httplib::Request& request) {
  const std::string length = request.get_header_value("Content-Length");
  return request.has_header("Transfer-Encoding") || (!length.empty() && length != "0");
}

void send_refusal(const Refusal& refusal, httplib::Response& response) {
  const Answer answer = refusal_answer(refusal);
  response.status = answer.status;
  response.set_content(answer.body, answer.content_type);
}

// The library's own would stand beside a header of that name that is there already.
void replace_header(httplib::Response& response, const std::string& name,
                    const std::string& value) {
  response.headers.erase(name);
  response.set_header(name, value);
}

// The body as the client takes it: packed, unpacked, or not again.
struct Content {
  std::string_view content_type;
  std::string_view tag;
  std::string_view packed;
  std::string_view plain;
};

void send_content(const httplib::Request& request, const Content& content, bool gzip,
                  httplib::Response& response) {
  response.set_header("Vary", "Accept-Encoding");
  if (!content.tag.empty()) {
    response.set_header("ETag", std::string(content.tag));
    if (request.get_header_value("If-None-Match") == content.tag) {
      response.status = 304;
      return;
    }
  }
  if (gzip) response.set_header("Content-Encoding", "gzip");
  const std::string_view body = gzip ? content.packed : content.plain;
  response.set_content(body.data(), body.size(), std::string(content.content_type));
}

// The address to which a browser goes on: the same, without the token, which need not be seen.
std::string without_token(const std::string& target) {
  const std::size_t question = std::min(target.find('?'), target.size());
  std::string out = target.substr(0, question);
  // Two slashes would begin the name of another machine; a browser takes both kinds.
  if (out.size() > 1 && (out[1] == '/' || out[1] == '\\')) return "/";
  std::istringstream query(target.substr(std::min(question + 1, target.size())));
  char sign = '?';
  for (std::string pair; std::getline(query, pair, '&');) {
    if (pair.empty() || pair.starts_with("token=")) continue;
    out += sign + pair;
    sign = '&';
  }
  return out;
}

std::string token_in_cookies(const std::string& cookies) {
  std::string_view rest = cookies;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    std::string_view one = rest.substr(0, end);
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (one.starts_with(token_cookie)) return std::string(one.substr(token_cookie.size()));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

}  // namespace

bool is_own_host(const std::string& header, const std::vector<std::string>& hosts) {
  std::string name = header;
  if (name.starts_with('[')) {
    const std::size_t end = name.find(']');
    return end != std::string::npos && is_ip_address(name.substr(1, end - 1));
  }
  if (const std::size_t colon = name.find(':'); colon != std::string::npos) name.erase(colon);
  if (equal_ignoring_case(name, "localhost") || is_ip_address(name)) return true;
  return std::any_of(hosts.begin(), hosts.end(),
                     [&](const std::string& host) { return equal_ignoring_case(host, name); });
}

class HttpServer::Listener : public httplib::Server {
 public:
  Listener(Api& api, HttpOptions options) : api_(api), options_(std::move(options)) {
    // Not the library's SO_REUSEPORT, by which another program could share the port.
    set_socket_options([](socket_t socket) {
      const int on = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    new_task_queue = [this] { return new CountingPool(waiting_); };
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      respond(request, response);
      return HandlerResponse::Handled;
    });
    set_error_handler(HandlerWithResponse([](const httplib::Request&, httplib::Response& response) {
      if (!response.body.empty()) return HandlerResponse::Unhandled;
      send_refusal({response.status, "the request cannot be read", "HTTP/1.1"}, response);
      response.set_header("Connection", "close");
      return HandlerResponse::Handled;
    }));
    set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
      if (response.get_header_value("Connection") == "close") response.headers.erase("Keep-Alive");
    });
    set_exception_handler(
        [](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
          send_refusal({500, "a fault of the program", "a report of it to its makers"}, response);
        });
  }

  std::uint16_t take_port() {
    const int port = options_.port == 0 ? bind_to_any_port(options_.address)
                     : bind_to_port(options_.address, options_.port) ? options_.port
                                                                     : -1;
    if (port <= 0) {
      throw Error(
          fmt::format("cannot listen on {}:{}; expected a port that is free and an address "
                      "of this machine",
                      options_.address, options_.port));
    }
    ::listen(svr_sock_, backlog);  // again, with room for many that come at once
    bound_ = true;
    return static_cast<std::uint16_t>(port);
  }

  void run() {
    if (!bound_) throw Error("the server has no port; expected bind() before run()");
    {
      const std::lock_guard lock(lock_);
      if (ended_) return;
      state_ = State::running;
    }
    listen_after_bind();
    state_ = State::done;
  }

  // Connections that wait for another request are closed, so that their threads end.
  void end() {
    {
      const std::lock_guard lock(lock_);
      ended_ = true;
      for (const socket_t socket : open_) ::shutdown(socket, SHUT_RDWR);
    }
    // The library passes over a stop() that comes before it has begun to listen.
    while (state_ == State::running && !is_running())
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    stop();
  }

 private:
  // In place of the library's own, whose time limits are for each piece that is read.
  bool process_and_close_socket(socket_t socket) override {
    if (opened(socket)) {
      // Else the end of an answer waits for word of its beginning, some 40 ms.
      const int on = 1;
      setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      TimedStream stream(socket, [this] { return waiting_ > 0; });
      while (stream.wait_for_request(std::chrono::seconds(options_.idle_seconds)) &&
             handled(stream)) {
      }
    }
    ::shutdown(socket, SHUT_RDWR);
    const std::lock_guard lock(lock_);
    open_.erase(socket);
    ::close(socket);
    return true;
  }

  bool opened(socket_t socket) {
    const std::lock_guard lock(lock_);
    open_.insert(socket);
    return !ended_;
  }

  // Answers one request; true where another may follow: not behind one that could not be read,
  // since nobody knows where it ends.
  bool handled(TimedStream& stream) {
    bool closed = false, body = false, is_read = false;
    stream.begin_request(std::chrono::seconds(options_.request_seconds), most_request_bytes);
    const bool done = process_request(stream, false, closed, [&](httplib::Request& request) {
      stream.begin_answer(longest_answer);
      is_read = true;
      body = has_body(request);
      // The library would pack what is packed already, and cut what it then cannot.
      if (accepts_gzip(request)) request.set_header("X-Takes-Gzip", "1");
      request.headers.erase("Accept-Encoding");
      request.headers.erase("Range");
      request.ranges.clear();
    });
    return done && is_read && !closed && !body;
  }

  void respond(const httplib::Request& request, httplib::Response& response) {
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    response.set_header("Cross-Origin-Opener-Policy", "same-origin");
    response.set_header("Content-Security-Policy", page_policy);
    response.set_header("Cache-Control", "no-cache");
    try {
      check(request, response);
      if (response.status == 303) return;
      answer(request, response);
    } catch (const Refusal& refusal) {
      send_refusal(refusal, response);
    }
  }

  void check(const httplib::Request& request, httplib::Response& response) const {
    if (request.method != "GET" && request.method != "HEAD") {
      response.set_header("Allow", "GET, HEAD");
      throw Refusal(405, "nothing can be changed here", "GET or HEAD");
    }
    if (has_body(request)) throw Refusal(413, "a request with a body", "a request without");
    if (request.get_header_value_count("Host") != 1 ||
        !is_own_host(request.get_header_value("Host"), options_.hosts)) {
      throw Refusal(421, "this machine does not go by the name in Host",
                    "localhost, an IP address, or a name given with --host");
    }
    if (!options_.token.empty()) check_token(request, response);
  }

  // By header, cookie or, once, in the address, from which a browser gets the cookie.
  void check_token(const httplib::Request& request, httplib::Response& response) const {
    const std::string bearer = request.get_header_value("Authorization");
    if (bearer.starts_with("Bearer ") && same_token(bearer.substr(7), options_.token)) return;
    const auto given = request.params.find("token");
    const std::string rest = without_token(request.target);
    const bool is_given =
        given != request.params.end() && same_token(given->second, options_.token);
    if (is_given && rest != request.target) {
      response.set_header("Set-Cookie", fmt::format("{}{}; Path=/; HttpOnly; SameSite=Strict",
                                                    token_cookie, options_.token));
      response.set_header("Location", rest);
      response.status = 303;
      return;
    }
    if (same_token(token_in_cookies(request.get_header_value("Cookie")), options_.token)) return;
    throw Refusal(401, "no token, or a wrong one",
                  "?token=TOKEN behind the address, or Authorization: Bearer TOKEN");
  }

  void answer(const httplib::Request& request, httplib::Response& response) {
    if (request.target.starts_with(api_prefix)) {
      send_answer(request, *api_.answer(request.target.substr(api_prefix.size() - 1)), response);
      return;
    }
    const Request asked = parse_target(request.target);
    const std::string path = request.target.substr(1, request.target.find('?') - 1);
    if (const PageFile* file = page_.find(path)) return send_file(request, *file, response);
    if (asked.form != Form::plain) return send_answer(request, *api_.answer(asked), response);
    const auto match = find_endpoint(asked.path);
    if (!asked.path.empty() && !(match && match->endpoint->is_page)) {
      throw Refusal(404, "nothing is at this address",
                    "/ for the page, /api/v1/openapi for the interface");
    }
    send_file(request, *page_.find("index.html"), response);
  }

  void send_answer(const httplib::Request& request, const Answer& answer,
                   httplib::Response& response) const {
    response.status = answer.status;
    if (answer.retry_after > 0)
      response.set_header("Retry-After", std::to_string(answer.retry_after));
    if (answer.content_type.starts_with("text/html"))
      replace_header(response, "Content-Security-Policy", one_file_policy);
    if (!answer.file_name.empty()) {
      response.set_header("Content-Disposition",
                          fmt::format("attachment; filename=\"{}\"", answer.file_name));
    }
    const bool gzip = request.has_header("X-Takes-Gzip") && !answer.packed.empty();
    send_content(request, {answer.content_type, answer.tag, answer.packed, answer.body}, gzip,
                 response);
  }

  void send_file(const httplib::Request& request, const PageFile& file,
                 httplib::Response& response) const {
    response.status = 200;
    if (file.forever)
      replace_header(response, "Cache-Control", "public, max-age=31536000, immutable");
    const bool gzip = request.has_header("X-Takes-Gzip");
    const std::string plain = gzip ? std::string() : unpacked(file);
    send_content(request, {file.content_type, file.tag, file.packed, plain}, gzip, response);
  }

  Api& api_;
  const HttpOptions options_;
  const PageFiles page_;
  bool bound_ = false;
  enum class State : std::uint8_t { idle, running, done };
  std::atomic<State> state_ = State::idle;
  std::atomic<int> waiting_ = 0;  // connections without a thread
  std::mutex lock_;
  bool ended_ = false;
  std::set<socket_t> open_;
};

HttpServer::HttpServer(Api& api, HttpOptions options) {
  if (!is_loopback(options.address) && options.token.size() < least_token) {
    throw Error(fmt::format("others can reach {}; expected a token of {} characters at least",
                            options.address, least_token));
  }
  const bool is_plain = std::all_of(options.token.begin(), options.token.end(), [](char c) {
    return c > ' ' && c < '\x7F' && std::string_view("\",;\\").find(c) == std::string_view::npos;
  });
  if (!is_plain)
    throw Error("the token has characters that a cookie cannot hold; expected letters and digits");
  listener_ = std::make_unique<Listener>(api, std::move(options));
}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::bind() { return listener_->take_port(); }
void HttpServer::run() { listener_->run(); }
void HttpServer::stop() { listener_->end(); }

}  // namespace volteface::serve
