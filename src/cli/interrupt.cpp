#include "cli/interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace sayso::cli {
namespace {

std::atomic<bool> interrupt_seen = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set in a signal handler");

// A byte in this pipe wakes whoever polls standard input; nobody takes it out, so it wakes them for good.
std::array<int, 2> wake_pipe = {-1, -1};

void on_interrupt(int) {
  const int saved = errno;
  interrupt_seen = true;
  close_standard_input();
  errno = saved;
}

}  // namespace

void handle_interrupts() {
  if (pipe2(wake_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    throw std::system_error(errno, std::generic_category(), "pipe");
  }
  struct sigaction action{};
  action.sa_handler = on_interrupt;
  // Restarting keeps a write to standard output whole; resetting lets the second SIGINT end the program.
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
}

bool interrupted() {
  return interrupt_seen;
}

void close_standard_input() {
  [[maybe_unused]] const auto written = write(wake_pipe[1], "", 1);
}

StandardInput::int_type StandardInput::underflow() {
  std::array<pollfd, 2> waited = {pollfd{STDIN_FILENO, POLLIN, 0}, pollfd{wake_pipe[0], POLLIN, 0}};
  for (;;) {
    const int ready = poll(waited.data(), waited.size(), -1);
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) throw std::system_error(errno, std::generic_category(), "standard input");
    if (waited[1].revents != 0) return traits_type::eof();
    const auto count = read(STDIN_FILENO, buffer_.data(), buffer_.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    // The stream catches this and turns bad, which tells a failed read from the end.
    if (count < 0) throw std::system_error(errno, std::generic_category(), "standard input");
    if (count == 0) return traits_type::eof();
    setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
    return traits_type::to_int_type(*gptr());
  }
}

}  // namespace sayso::cli
