#include "serve/paging.h"

#include <algorithm>
#include <charconv>

namespace sayso::serve {

constexpr std::int64_t kFarthest = 100'000;  // a list that long is better filtered

std::int64_t number_of(std::string_view text, std::int64_t otherwise) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

std::int64_t size_of(const Request& request, std::int64_t otherwise) {
  return std::clamp<std::int64_t>(number_of(request.parameter("_size"), otherwise), 1, kMostRows);
}

std::int64_t offset_of(const Request& request) {
  return std::clamp<std::int64_t>(number_of(request.parameter("_next"), 0), 0, kFarthest);
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace sayso::serve
