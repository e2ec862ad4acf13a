#include "serve/router.h"

namespace sayso::serve {
namespace {

std::string_view next_segment(std::string_view& path) {
  path.remove_prefix(1);  // "/"
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string_view segment = path.substr(0, end);
  path.remove_prefix(end);
  return segment;
}

std::optional<PathValues> fit(std::string_view pattern, std::string_view path) {
  PathValues values;
  while (!pattern.empty() && !path.empty()) {
    if (path.front() != '/') return std::nullopt;
    const std::string_view wanted = next_segment(pattern), got = next_segment(path);
    if (wanted.starts_with('{')) {
      const std::size_t close = wanted.find('}');
      const std::string_view ending = wanted.substr(close + 1);  // ".json"
      if (!got.ends_with(ending) || got.size() == ending.size()) return std::nullopt;
      values.emplace(wanted.substr(1, close - 1), got.substr(0, got.size() - ending.size()));
    } else if (wanted != got) {
      return std::nullopt;
    }
  }
  return pattern.empty() && path.empty() ? std::optional(std::move(values)) : std::nullopt;
}

bool answers(const Route& route, std::string_view method) {
  return route.method == method || (route.method == "GET" && method == "HEAD");
}

}  // namespace

Match Router::match(std::string_view method, std::string_view path) const {
  Match match;
  for (const Route& route : routes_) {
    auto values = fit(route.pattern, path);
    if (!values) continue;
    if (answers(route, method)) return {&route, *std::move(values), {}};
    if (!match.allowed.empty()) match.allowed += ", ";
    match.allowed += route.method == "GET" ? "GET, HEAD" : route.method;
  }
  return match;
}

}  // namespace sayso::serve
