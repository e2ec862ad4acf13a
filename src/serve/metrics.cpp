#include "serve/metrics.h"

#include <sstream>

namespace sayso::serve {

void Metrics::count(std::string_view route, int status, double seconds) {
  const std::lock_guard lock(mutex_);
  ++requests_[{std::string(route), status}];
  Histogram& histogram = durations_[std::string(route)];
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    if (seconds <= kBounds[i]) ++histogram.below[i];
  }
  ++histogram.count;
  histogram.sum += seconds;
}

std::string Metrics::text(std::string_view version) const {
  const std::lock_guard lock(mutex_);
  std::ostringstream out;
  out << "# TYPE sayso_build_info gauge\nsayso_build_info{version=\"" << version << "\"} 1\n";
  out << "# TYPE sayso_http_requests_total counter\n";
  for (const auto& [key, count] : requests_) {
    out << "sayso_http_requests_total{route=\"" << key.first << "\",status=\"" << key.second << "\"} "
        << count << "\n";
  }
  out << "# TYPE sayso_http_request_duration_seconds histogram\n";
  for (const auto& [route, histogram] : durations_) {
    const auto line = [&](std::string_view bound, std::uint64_t count) {
      out << "sayso_http_request_duration_seconds_bucket{route=\"" << route << "\",le=\"" << bound << "\"} "
          << count << "\n";
    };
    for (std::size_t i = 0; i < kBounds.size(); ++i) {
      std::ostringstream bound;
      bound << kBounds[i];
      line(bound.str(), histogram.below[i]);
    }
    line("+Inf", histogram.count);
    out << "sayso_http_request_duration_seconds_sum{route=\"" << route << "\"} " << histogram.sum << "\n"
        << "sayso_http_request_duration_seconds_count{route=\"" << route << "\"} " << histogram.count << "\n";
  }
  return out.str();
}

}  // namespace sayso::serve
