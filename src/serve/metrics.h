// Counts for Prometheus. May be used from many threads at once.
#pragma once

#include <array>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace sayso::serve {

class Metrics {
 public:
  // `route` is a pattern, never an address: no URL, name or outlet becomes a label.
  void count(std::string_view route, int status, double seconds);

  // The text format of Prometheus 0.0.4.
  std::string text(std::string_view version) const;

 private:
  static constexpr std::array kBounds = {0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0};  // seconds

  struct Histogram {
    std::array<std::uint64_t, kBounds.size()> below{};
    std::uint64_t count = 0;
    double sum = 0;
  };

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;
  std::map<std::string, Histogram, std::less<>> durations_;
};

}  // namespace sayso::serve
