#include "serve/timed_stream.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace volteface::serve {
namespace {

constexpr std::chrono::milliseconds look_around{50};
constexpr std::chrono::seconds patience_in_a_crowd{1};

using Address = int (*)(int, sockaddr*, socklen_t*);

void tell_address(Address address_of, socket_t socket, std::string& ip, int& port) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  if (address_of(socket, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return;
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (storage.ss_family == AF_INET) {
    const auto* v4 = reinterpret_cast<const sockaddr_in*>(&storage);
    inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size());
    port = ntohs(v4->sin_port);
  } else if (storage.ss_family == AF_INET6) {
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&storage);
    inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size());
    port = ntohs(v6->sin6_port);
  }
  ip = text.data();
}

}  // namespace

bool TimedStream::wait(short event, Clock::time_point until) const {
  pollfd wanted{socket_, event, 0};
  for (;;) {
    const auto now = Clock::now();
    if (now >= until) return false;
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - now).count() + 1;
    constexpr decltype(left) most = 60'000;
    const int ready = poll(&wanted, 1, static_cast<int>(std::min(left, most)));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

bool TimedStream::wait_to_read(Clock::time_point until) const {
  for (;;) {
    const auto now = Clock::now();
    const bool is_late = now >= begun_ + patience_in_a_crowd;
    if (now >= until || (is_late && others_wait_ && others_wait_())) return false;
    if (wait(POLLIN, std::min(until, now + look_around))) return true;
  }
}

bool TimedStream::wait_for_request(std::chrono::seconds longest) {
  if (begin_ < end_) return true;  // sent together with the one before
  begun_ = Clock::now();
  if (!wait_to_read(begun_ + longest)) return false;
  char first = 0;
  return recv(socket_, &first, 1, MSG_PEEK) == 1;
}

void TimedStream::begin_request(std::chrono::seconds longest, std::size_t most_bytes) {
  begun_ = Clock::now();
  deadline_ = begun_ + longest;
  longest_answer_ = std::chrono::seconds(0);
  bytes_left_ = most_bytes;
}

void TimedStream::begin_answer(std::chrono::seconds longest) {
  deadline_ = Clock::time_point::max();
  longest_answer_ = longest;
}

bool TimedStream::is_readable() const { return begin_ < end_ || wait_to_read(deadline_); }

bool TimedStream::is_writable() const { return wait(POLLOUT, deadline_); }

ssize_t TimedStream::read(char* to, std::size_t size) {
  if (begin_ == end_) {
    if (!wait_to_read(deadline_)) return -1;
    const ssize_t n = recv(socket_, received_.data(), received_.size(), 0);
    if (n <= 0) return n;
    begin_ = 0;
    end_ = static_cast<std::size_t>(n);
  }
  const std::size_t n = std::min({size, end_ - begin_, bytes_left_});
  if (n == 0) return -1;  // more than a request may have
  std::memcpy(to, received_.data() + begin_, n);
  begin_ += n;
  bytes_left_ -= n;
  return static_cast<ssize_t>(n);
}

ssize_t TimedStream::write(const char* from, std::size_t size) {
  if (longest_answer_ > std::chrono::seconds(0)) {
    deadline_ = Clock::now() + longest_answer_;
    longest_answer_ = std::chrono::seconds(0);
  }
  if (!wait(POLLOUT, deadline_)) return -1;
  return send(socket_, from, size, MSG_NOSIGNAL);
}

void TimedStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  tell_address(getpeername, socket_, ip, port);
}

void TimedStream::get_local_ip_and_port(std::string& ip, int& port) const {
  tell_address(getsockname, socket_, ip, port);
}

}  // namespace volteface::serve
