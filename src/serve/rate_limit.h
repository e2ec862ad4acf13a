// How many requests a minute one address may make of the costly kind.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace sayso::serve {

// A token bucket for each key. May be used from many threads at once.
class RateLimit {
 public:
  using Clock = std::chrono::steady_clock;

  // `burst` at once, then `per_minute`.
  RateLimit(double per_minute, double burst) : per_second_(per_minute / 60), burst_(burst) {}

  bool take(const std::string& key, Clock::time_point now = Clock::now());

 private:
  struct Bucket {
    double tokens = 0;
    Clock::time_point last;
  };
  static constexpr std::size_t kMost = 10'000;  // keys remembered; full buckets are forgotten first

  void forget_full(Clock::time_point now);
  double level(const Bucket& bucket, Clock::time_point now) const;

  double per_second_, burst_;
  std::mutex mutex_;
  std::map<std::string, Bucket> buckets_;
};

}  // namespace sayso::serve
