#include "serve/timed_stream.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sayso::serve {
namespace {

using std::chrono::milliseconds;

bool poll_one(socket_t socket, short events, milliseconds patience) {
  pollfd one{socket, events, 0};
  int ready = 0;
  do {
    ready = ::poll(&one, 1, static_cast<int>(patience.count()));
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

using Name = int (*)(int, sockaddr*, socklen_t*);

void address_of(socket_t socket, Name name, std::string& ip, int& port) {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> service{};
  auto* const plain = reinterpret_cast<sockaddr*>(&address);
  if (name(socket, plain, &length) != 0 ||
      ::getnameinfo(plain, length, host.data(), host.size(), service.data(), service.size(),
                    NI_NUMERICHOST | NI_NUMERICSERV) != 0)
    return;
  ip = host.data();
  port = std::atoi(service.data());
}

}  // namespace

bool TimedStream::await_request(milliseconds patience) {
  if (at_ == filled_ && !poll_one(socket_, POLLIN, patience)) return false;
  read_end_ = Clock::now() + request_;
  write_end_.reset();
  return true;
}

bool TimedStream::wait(short events, Clock::time_point end) const {
  const auto left = std::chrono::duration_cast<milliseconds>(end - Clock::now());
  return left.count() > 0 && poll_one(socket_, events, std::min(byte_, left));
}

bool TimedStream::is_readable() const {
  return at_ < filled_ || wait(POLLIN, read_end_);
}

bool TimedStream::is_writable() const {
  return wait(POLLOUT, write_end_.value_or(Clock::now() + request_));
}

ssize_t TimedStream::read(char* bytes, size_t size) {
  if (at_ == filled_) {
    if (!wait(POLLIN, read_end_)) return -1;
    const ssize_t got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (got <= 0) return got;
    at_ = 0;
    filled_ = static_cast<std::size_t>(got);
  }
  const std::size_t count = std::min(size, filled_ - at_);
  std::memcpy(bytes, buffer_.data() + at_, count);
  at_ += count;
  return static_cast<ssize_t>(count);
}

ssize_t TimedStream::write(const char* bytes, size_t size) {
  if (!write_end_) write_end_ = Clock::now() + request_;
  if (!wait(POLLOUT, *write_end_)) return -1;
  return ::send(socket_, bytes, size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void TimedStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  address_of(socket_, ::getpeername, ip, port);
}

void TimedStream::get_local_ip_and_port(std::string& ip, int& port) const {
  address_of(socket_, ::getsockname, ip, port);
}

}  // namespace sayso::serve
