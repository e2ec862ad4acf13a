#include "serve/rate_limit.h"

#include <algorithm>

namespace sayso::serve {

double RateLimit::level(const Bucket& bucket, Clock::time_point now) const {
  const double seconds = std::chrono::duration<double>(now - bucket.last).count();
  return std::min(burst_, bucket.tokens + std::max(0.0, seconds) * per_second_);
}

bool RateLimit::take(const std::string& key, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= kMost) forget_full(now);
  auto [place, fresh] = buckets_.try_emplace(key, Bucket{burst_, now});
  Bucket& bucket = place->second;
  if (fresh && buckets_.size() > kMost) {  // nobody could be forgotten: too many ask at once
    buckets_.erase(place);
    return false;
  }
  bucket.tokens = level(bucket, now);
  bucket.last = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

void RateLimit::forget_full(Clock::time_point now) {
  std::erase_if(buckets_, [&](const auto& entry) { return level(entry.second, now) >= burst_; });
}

}  // namespace sayso::serve
