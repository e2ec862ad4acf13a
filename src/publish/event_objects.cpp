#include "publish/event_objects.h"

#include <charconv>

namespace sayso::publish {

Json to_object(const SharedEventPlace& place) {
  // The catalog's cities have GeoNames' numbers.
  constexpr std::string_view kCity = "city:";
  Json number = nullptr;
  if (place.catalog.starts_with(kCity)) {
    std::int64_t value = 0;
    const std::string_view digits = std::string_view(place.catalog).substr(kCity.size());
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec == std::errc() && read.ptr == digits.data() + digits.size()) number = value;
  }
  return {{"resolved_place", place.name},
          {"geonameid", std::move(number)},
          {"lat", place.latitude ? Json(*place.latitude) : Json(nullptr)},
          {"lon", place.longitude ? Json(*place.longitude) : Json(nullptr)},
          {"country_code", or_null(place.country)}};
}

}  // namespace sayso::publish
