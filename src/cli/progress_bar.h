// How far a long run is, on one line that erases itself.
#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>

namespace sayso::cli {

struct Progress {
  std::size_t done = 0;
  std::optional<std::size_t> total;  // none where inputs hold an unknown number of articles
  std::size_t skipped = 0;           // of those done; they took no time and say nothing of those to come
};

// "  412/1024  ━━━━━━━━────────  18/s  33 s left", at most `columns` wide. Pure.
std::string progress_line(const Progress& progress, std::chrono::duration<double> elapsed, int columns);

// Not thread-safe. Draws nothing before a second has gone, and nothing at all where it is off.
class ProgressBar {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // The stream outlives the bar.
  ProgressBar(std::ostream& stream, int columns, bool on, Time start);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // Draws the line if it is due: ten times a second, and at once after erase().
  void show(const Progress& progress, Time now);
  // Before anything else is written to the terminal.
  void erase();

 private:
  std::ostream& stream_;
  int columns_;
  bool on_;
  Time start_;
  Time last_drawn_{};
  bool drawn_ = false;
  bool erased_ = false;  // for other output, since it was drawn
};

}  // namespace sayso::cli
