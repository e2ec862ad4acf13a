// SIGINT, and a standard input that does not keep the program waiting after one.
//
// The first SIGINT asks the program to finish what it has begun; the second ends it at once, as if nothing
// handled it.
#pragma once

#include <array>
#include <streambuf>

namespace sayso::cli {

// Call once, before other threads start.
void handle_interrupts();

// Whether SIGINT has come. Thread-safe.
bool interrupted();

// Makes every StandardInput give the end from now on, also one that waits for data. Thread-safe.
void close_standard_input();

// Bytes of descriptor 0; the end after SIGINT or close_standard_input().
class StandardInput : public std::streambuf {
 protected:
  int_type underflow() override;

 private:
  std::array<char, 1 << 16> buffer_;
};

}  // namespace sayso::cli
