// A connection on which a request has a time to come in and its answer a time to go out, however few bytes at
// a time: the library's own counts from byte to byte, so that a slow client could hold a thread for hours.
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <optional>
#include <string>

namespace sayso::serve {

class TimedStream final : public httplib::Stream {
 public:
  using Clock = std::chrono::steady_clock;

  // `byte`: between two bytes. The socket is the caller's.
  TimedStream(socket_t socket, std::chrono::milliseconds byte, std::chrono::milliseconds request)
      : socket_(socket), byte_(byte), request_(request) {}

  // Whether another request has begun within this time; its time then begins.
  bool await_request(std::chrono::milliseconds patience);

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* bytes, size_t size) override;
  ssize_t write(const char* bytes, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  // Waits for the socket, no longer than between two bytes and until `end`.
  bool wait(short events, Clock::time_point end) const;

  socket_t socket_;
  std::chrono::milliseconds byte_, request_;
  Clock::time_point read_end_{};
  std::optional<Clock::time_point> write_end_;  // none before the answer's first byte
  std::array<char, 4096> buffer_{};
  std::size_t at_ = 0, filled_ = 0;
};

}  // namespace sayso::serve
