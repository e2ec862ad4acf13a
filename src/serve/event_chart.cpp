#include "serve/event_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "serve/address.h"
#include "serve/days.h"
#include "serve/event_filters.h"
#include "serve/paging.h"

namespace sayso::serve {
namespace {

constexpr double kLeft = 170, kRight = 980, kTop = 34, kBetween = 56, kWidth = 1000;
constexpr int kQuads = 4;

// How much of a date makes one mark.
struct Grain {
  std::size_t length;  // of the date
  Days most;           // days that it suits
};
constexpr std::array<Grain, 3> kGrains = {{{10, 62}, {7, 62 * 31}, {4, INT32_MAX}}};

struct Bucket {
  std::uint64_t events = 0, doubted = 0;
};

struct Range {
  Days first, last;
  int place(Days day) const {
    const double share =
        static_cast<double>(day - first) / static_cast<double>(std::max<Days>(1, last - first));
    return static_cast<int>(kLeft + 20 + share * (kRight - kLeft - 40));
  }
};

int row_y(int quad) {
  return static_cast<int>(kTop + kBetween * (quad - 1));
}

// A few events long before or after all others are drawn at the edge: they would press the others together.
std::optional<Range> range_of(const std::vector<SharedEvent>& events) {
  std::vector<Days> days;
  for (const SharedEvent& event : events)
    if (const auto day = day_of(event.date)) days.push_back(*day);
  if (days.empty()) return std::nullopt;
  std::ranges::sort(days);
  const Days low = days[days.size() / 20], high = days[days.size() - 1 - days.size() / 20];
  const Days beyond = std::max<Days>(30, (high - low) / 4);
  const Range range{std::max(days.front(), low - beyond), std::min(days.back(), high + beyond)};
  if (range.first >= range.last) return std::nullopt;
  return range;
}

std::size_t columns_of(const Range& range, const Grain& grain) {
  const Days days = grain.length == 10 ? 1 : grain.length == 7 ? 30 : 365;
  return static_cast<std::size_t>((range.last - range.first) / days + 2);
}

Json mark(int quad, const std::string& date, const Bucket& bucket, const Range& range, double radius,
          const Request& request) {
  constexpr double kRoomForDigits = 12;  // two of them in a diamond
  return {{"x", range.place(std::clamp(*day_of(date), range.first, range.last))},
          {"y", row_y(quad)},
          {"r", static_cast<int>(radius)},
          {"count", bucket.events},
          {"several", bucket.events > 1 && radius >= kRoomForDigits},
          {"conflict", tone_of(quad) == "conflict"},
          {"doubted", bucket.doubted == bucket.events},
          {"title", date + ": " + counted(bucket.events, "event", "events") + " of " +
                        std::string(quad_name(quad)) +
                        (bucket.doubted ? ", " + std::to_string(bucket.doubted) + " doubted or denied" : "")},
          {"url", address_with(request, {{"from", date}, {"to", date}, {"quad", std::to_string(quad)}})}};
}

Json ticks_of(const Range& range) {
  constexpr Days kMost = 6;
  const Days step = std::max<Days>(1, (range.last - range.first + kMost - 1) / kMost);
  Json ticks = Json::array();
  for (Days day = range.first; day <= range.last; day += step)
    ticks.push_back({{"x", range.place(day)}, {"label", date_of(day)}});
  return ticks;
}

Json axes_of() {
  Json axes = Json::array();
  for (int quad = 1; quad <= kQuads; ++quad) axes.push_back({{"name", quad_name(quad)}, {"y", row_y(quad)}});
  return axes;
}

}  // namespace

Json event_chart(const std::vector<SharedEvent>& events, const Request& request) {
  const auto range = range_of(events);
  if (!range) return nullptr;
  const auto* const grain =
      std::ranges::find_if(kGrains, [&](const Grain& g) { return range->last - range->first <= g.most; });
  std::map<std::pair<int, std::string>, Bucket> buckets;
  for (const SharedEvent& event : events) {
    if (!day_of(event.date) || quad_name(event.quad).empty()) continue;
    Bucket& bucket = buckets[{event.quad, event.date.substr(0, grain->length)}];
    ++bucket.events;
    if (event.disputed || event.factuality != Commitment::certain_plus) ++bucket.doubted;
  }
  std::uint64_t most = 1;
  for (const auto& [place, bucket] : buckets) most = std::max(most, bucket.events);
  const double widest =
      std::clamp((kRight - kLeft) / static_cast<double>(columns_of(*range, *grain)) / 2, 5.0, 26.0);
  Json marks = Json::array();
  for (const auto& [place, bucket] : buckets)
    marks.push_back(mark(
        place.first, place.second, bucket, *range,
        std::max(5.0, widest * std::sqrt(static_cast<double>(bucket.events) / static_cast<double>(most))),
        request));
  const int last = row_y(kQuads);
  return {{"width", static_cast<int>(kWidth)},
          {"height", last + 66},
          {"foot", last + 56},
          {"bottom", last + 34},
          {"left", static_cast<int>(kLeft)},
          {"right", static_cast<int>(kRight)},
          {"axes", axes_of()},
          {"ticks", ticks_of(*range)},
          {"marks", std::move(marks)}};
}

}  // namespace sayso::serve
