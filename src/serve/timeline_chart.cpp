#include "serve/timeline_chart.h"

#include <algorithm>
#include <array>
#include <optional>

#include "serve/days.h"

namespace sayso::serve {
namespace {

constexpr double kLeft = 110, kRight = 970, kTop = 40, kBetween = 70, kWidth = 1000;
constexpr Days kBefore =
    3;  // how many times the span of reporting an event may lie before it and still be drawn to scale

struct Axis {
  const char* field;
  const char* name;
};
constexpr std::array<Axis, 3> kAxes = {{{"event", "Happened"}, {"date", "Said"}, {"published", "Published"}}};

std::optional<Days> days_of(const Json& date) {
  return date.is_string() ? day_of(date.get<std::string>()) : std::nullopt;
}

struct Range {
  Days first, last;
  double place(Days day) const {
    const double share =
        static_cast<double>(std::clamp(day, first, last) - first) / static_cast<double>(last - first);
    return kLeft + 20 + share * (kRight - kLeft - 40);
  }
};

std::optional<Range> range_of(const Json& rows) {
  std::vector<Days> reported, all;
  for (const Json& row : rows) {
    for (const Axis& axis : kAxes) {
      const auto day = days_of(row.value(axis.field, Json()));
      if (!day) continue;
      all.push_back(*day);
      if (std::string_view(axis.field) != "event") reported.push_back(*day);
    }
  }
  if (reported.empty()) return std::nullopt;
  const auto [low, high] = std::ranges::minmax(reported);
  const Days span = std::max<Days>(high - low, 4);
  const auto [first, last] = std::ranges::minmax(all);
  const Range range{std::max(first, low - kBefore * span), std::min(last, high + span)};
  if (range.first == range.last) return std::nullopt;
  return range;
}

Json ticks_of(const Range& range) {
  constexpr Days kMost = 6;
  const Days step = std::max<Days>(1, (range.last - range.first + kMost - 1) / kMost);
  Json ticks = Json::array();
  for (Days day = range.first; day <= range.last; day += step)
    ticks.push_back({{"x", static_cast<int>(range.place(day))}, {"label", date_of(day)}});
  return ticks;
}

// What affirms stands above its axis, what denies below, so that those of one day do not cover each other.
double side_of(const Json& row) {
  constexpr double kAside = 11;
  const auto polarity = row.value("polarity", "");
  return polarity == "affirm" ? -kAside : polarity == "deny" ? kAside : 0;
}

Json mark(double x, double y, const Json& row, bool before) {
  const auto polarity = row.value("polarity", "");
  const auto text_of = [&](const char* field) {
    const Json value = row.value(field, Json());
    return value.is_string() ? value.get<std::string>() : std::string("not known");
  };
  return {
      {"x", static_cast<int>(x)},
      {"y", static_cast<int>(y)},
      {"affirm", polarity == "affirm"},
      {"deny", polarity == "deny"},
      {"uncertain", polarity == "uncertain"},
      {"before", before},
      {"title", text_of("origin") + " " + text_of("says") + " it in " + text_of("outlet") + ", said " +
                    text_of("date") + ", published " + text_of("published") + ", event " + text_of("event")}};
}

}  // namespace

Json timeline_chart(const Json& rows) {
  const auto range = range_of(rows);
  if (!range) return nullptr;
  Json axes = Json::array(), marks = Json::array(), paths = Json::array();
  for (std::size_t i = 0; i < kAxes.size(); ++i)
    axes.push_back(
        {{"name", kAxes[i].name}, {"y", static_cast<int>(kTop + kBetween * static_cast<double>(i))}});
  for (const Json& row : rows) {
    std::string points;
    for (std::size_t i = 0; i < kAxes.size(); ++i) {
      const auto day = days_of(row.value(kAxes[i].field, Json()));
      if (!day) continue;
      const double x = range->place(*day), y = kTop + kBetween * static_cast<double>(i) + side_of(row);
      points += std::to_string(static_cast<int>(x)) + "," + std::to_string(static_cast<int>(y)) + " ";
      marks.push_back(mark(x, y, row, *day < range->first));
    }
    paths.push_back({{"points", points}, {"polarity", row.value("polarity", "")}});
  }
  return {{"width", static_cast<int>(kWidth)},
          {"height", static_cast<int>(kTop + kBetween * 2 + 50)},
          {"foot", static_cast<int>(kTop + kBetween * 2 + 40)},
          {"bottom", static_cast<int>(kTop + kBetween * 2 + 18)},
          {"left", static_cast<int>(kLeft)},
          {"right", static_cast<int>(kRight)},
          {"axes", std::move(axes)},
          {"ticks", ticks_of(*range)},
          {"paths", std::move(paths)},
          {"marks", std::move(marks)}};
}

}  // namespace sayso::serve
