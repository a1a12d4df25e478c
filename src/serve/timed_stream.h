// A connection with an end: a request must have come in one time, in a number of bytes, and its
// answer must have gone in another, so that who sends or takes a byte a second, or sends without
// end, holds a thread no longer than who sends nothing. While others wait for a thread, who has not
// sent a whole request within a second holds none.
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <functional>
#include <string>

namespace volteface::serve {

class TimedStream : public httplib::Stream {
 public:
  using Clock = std::chrono::steady_clock;

  // Does not own the socket. `others_wait`: whether connections wait for a thread.
  explicit TimedStream(socket_t socket, std::function<bool()> others_wait = {})
      : socket_(socket), others_wait_(std::move(others_wait)) {}

  // Waits for the first byte of a request. False where none came, or the other side has closed.
  bool wait_for_request(std::chrono::seconds longest);

  // A request begins: it must have come within that time and that many bytes.
  void begin_request(std::chrono::seconds longest, std::size_t most_bytes);

  // The request has come. From the first byte of its answer on that time is left to take it.
  void begin_answer(std::chrono::seconds longest);

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* to, std::size_t size) override;
  ssize_t write(const char* from, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  bool wait(short event, Clock::time_point until) const;
  bool wait_to_read(Clock::time_point until) const;

  socket_t socket_;
  std::function<bool()> others_wait_;
  Clock::time_point begun_ = Clock::now();  // waiting for a request, or reading it
  Clock::time_point deadline_ = Clock::time_point::max();
  std::chrono::seconds longest_answer_{0};  // above 0: its deadline is set by the first byte
  std::size_t bytes_left_ = 0;
  // What has been received and not read yet: the library reads headers byte by byte.
  std::array<char, 4096> received_{};
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace volteface::serve
