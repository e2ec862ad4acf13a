#include "cli/interrupt.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <istream>
#include <string>
#include <thread>

namespace sayso::cli {
namespace {

// Descriptor 0 becomes a pipe; in a process of its own, since signals and descriptor 0 belong to the whole
// one.
void read_a_pipe(const char* bytes, bool close_writer, void (*meanwhile)(), int expected_interrupt) {
  int ends[2];
  if (pipe(ends) != 0 || dup2(ends[0], STDIN_FILENO) != 0) std::_Exit(10);
  handle_interrupts();
  if (write(ends[1], bytes, std::string(bytes).size()) < 0) std::_Exit(11);
  if (close_writer) close(ends[1]);
  std::thread other([meanwhile] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    meanwhile();
  });
  StandardInput buffer;
  std::istream in(&buffer);
  std::string line;
  std::getline(in, line);
  const bool got_line = line + "\n" == bytes;
  const bool ended = in.get() == std::istream::traits_type::eof();
  other.join();
  std::_Exit(!got_line ? 12 : !ended ? 13 : interrupted() == (expected_interrupt != 0) ? 0 : 14);
}

TEST(InterruptDeathTest, StandardInputGivesItsBytesAndTheEnd) {
  EXPECT_EXIT(read_a_pipe(
                  "one line\n", true, [] {}, 0),
              testing::ExitedWithCode(0), "");
}

TEST(InterruptDeathTest, AnInterruptEndsTheWaiting) {
  EXPECT_EXIT(read_a_pipe(
                  "one line\n", false, [] { kill(getpid(), SIGINT); }, 1),
              testing::ExitedWithCode(0), "");
}

TEST(InterruptDeathTest, ClosingEndsTheWaiting) {
  EXPECT_EXIT(read_a_pipe("one line\n", false, close_standard_input, 0), testing::ExitedWithCode(0), "");
}

TEST(InterruptDeathTest, TheSecondInterruptEndsTheProgram) {
  const auto interrupt_twice = [] {
    handle_interrupts();
    raise(SIGINT);
    if (!interrupted()) std::_Exit(15);
    raise(SIGINT);
  };
  EXPECT_EXIT(interrupt_twice(), testing::KilledBySignal(SIGINT), "");
}

}  // namespace
}  // namespace sayso::cli
