// The local server: pages and answers to the addresses of one Api.
//
//   volteface::serve::HttpServer server(api, {.port = 8080});
//   server.bind();                    // throws Error where the port is taken
//   server.run();                     // until stop()
//
// What it does not do for whom it should not: it answers GET and HEAD alone, to Host headers that
// name this machine, by a token where others can reach it; requests that are too large or take too
// long to arrive are dropped. No page loads anything from elsewhere, and no other page may frame or
// read these (Content-Security-Policy and no CORS).
//
// Threads: stop() may be called from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "serve/api.h"

namespace volteface::serve {

struct HttpOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;       // 0: one that is free
  std::string token;               // asked of every request; empty: none
  std::vector<std::string> hosts;  // names of this machine beside localhost and IP addresses
  int request_seconds = 10;        // in which a request must have come
  int idle_seconds = 5;            // that a connection may wait for the next
};

class HttpServer {
 public:
  // The api is looked up, not copied. Throws Error for an address that others can reach without a
  // token of at least `least_token` bytes.
  HttpServer(Api& api, HttpOptions options);
  ~HttpServer();

  // Takes the port and returns its number. Throws Error.
  std::uint16_t bind();

  // Answers until stop() is called. Throws Error where it is not bound.
  void run();
  void stop();

 private:
  class Listener;
  std::unique_ptr<Listener> listener_;
};

inline constexpr std::size_t least_token = 8;

// True for names by which only this machine can mean itself, and for IP addresses, with or without
// a port: a name that somebody else's page made to point here (DNS rebinding) is none of these.
bool is_own_host(const std::string& header, const std::vector<std::string>& hosts);

}  // namespace volteface::serve
