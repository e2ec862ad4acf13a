#include "cli/progress_bar.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ostream>

#include "cli/display_cells.h"

namespace sayso::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPatience{1000};
constexpr milliseconds kBetweenDrawings{100};
constexpr int kWidestBar = 40;
constexpr int kNarrowestBar = 8;
constexpr double kSecondsInMinute = 60;
constexpr double kSecondsInHour = 3600;

std::string format_rate(double per_second) {
  char text[32];
  std::snprintf(text, sizeof text, per_second < 10 ? "%.1f/s" : "%.0f/s", per_second);
  return text;
}

std::string format_duration(double seconds) {
  char text[48];
  if (seconds < kSecondsInMinute) {
    std::snprintf(text, sizeof text, "%.0f s", std::ceil(seconds));
  } else if (seconds < kSecondsInHour) {
    std::snprintf(text, sizeof text, "%.0f min", std::ceil(seconds / kSecondsInMinute));
  } else {
    const double hours = std::floor(seconds / kSecondsInHour);
    std::snprintf(text, sizeof text, "%.0f h %.0f min", hours,
                  std::floor((seconds - hours * kSecondsInHour) / kSecondsInMinute));
  }
  return text;
}

std::string draw_bar(double share, int columns) {
  const auto filled = static_cast<int>(std::lround(share * columns));
  std::string bar;
  for (int i = 0; i < columns; ++i) bar += i < filled ? "━" : "─";
  return bar;
}

}  // namespace

std::string progress_line(const Progress& progress, std::chrono::duration<double> elapsed, int columns) {
  // More articles than expected: a file held several, so the total was no total.
  const bool has_total = progress.total && progress.done <= *progress.total && *progress.total > 0;
  std::string front = "  " + std::to_string(progress.done);
  front += has_total ? "/" + std::to_string(*progress.total) : " articles";
  std::string back;
  const double seconds = elapsed.count();
  if (progress.done > progress.skipped && seconds > 0) {
    const double rate = static_cast<double>(progress.done - progress.skipped) / seconds;
    back += "  " + format_rate(rate);
    if (has_total)
      back += "  " + format_duration(static_cast<double>(*progress.total - progress.done) / rate) + " left";
  } else {
    back += "  " + format_duration(seconds);
  }
  const int text = static_cast<int>(front.size() + back.size()) + 2;
  const int bar = std::min(columns - text, kWidestBar);
  if (has_total && bar >= kNarrowestBar) {
    front += "  " + draw_bar(static_cast<double>(progress.done) / static_cast<double>(*progress.total), bar);
  }
  if (display_columns(front + back) <= columns) return front + back;
  return front.substr(0, static_cast<std::size_t>(std::max(columns, 0)));
}

ProgressBar::ProgressBar(std::ostream& stream, int columns, bool on, Time start)
    : stream_(stream), columns_(columns), on_(on), start_(start) {}

ProgressBar::~ProgressBar() {
  erase();
}

void ProgressBar::show(const Progress& progress, Time now) {
  if (!on_ || now - start_ < kPatience) return;
  if (!erased_ && now - last_drawn_ < kBetweenDrawings) return;
  // The last column stays free: writing to it would wrap the line on some terminals.
  stream_ << "\r" + progress_line(progress, now - start_, columns_ - 1) + "\x1b[K" << std::flush;
  last_drawn_ = now;
  drawn_ = true;
  erased_ = false;
}

void ProgressBar::erase() {
  if (!drawn_) return;
  stream_ << "\r\x1b[K" << std::flush;
  drawn_ = false;
  erased_ = true;
}

}  // namespace sayso::cli
