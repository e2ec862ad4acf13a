#include "serve/address.h"

#include <algorithm>

namespace sayso::serve {
namespace {

bool stays(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::string percent_encoded_path(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    out += percent_encoded(path.substr(0, slash));
    path.remove_prefix(slash);
    if (path.starts_with('/')) {
      out += '/';
      path.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (stays(byte)) {
      out += c;
    } else {
      out += '%';
      out += "0123456789ABCDEF"[byte >> 4];
      out += "0123456789ABCDEF"[byte & 15];
    }
  }
  return out;
}

std::string address_with(const Request& request, Changes changes, std::string_view path) {
  std::string query;
  const auto put = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    query += query.empty() ? "?" : "&";
    query += percent_encoded(name) + "=" + percent_encoded(value);
  };
  for (const auto& [name, value] : request.query) {
    const bool changed =
        std::ranges::any_of(changes, [&](const auto& change) { return change.first == name; });
    if (!changed && name != "_next") put(name, value);
  }
  for (const auto& [name, value] : changes) put(name, value);
  return percent_encoded_path(path.empty() ? std::string_view(request.path) : path) + query;
}

std::string address_as(const Request& request, std::string_view ending) {
  std::string_view path = request.path == "/" ? std::string_view("/index") : std::string_view(request.path);
  for (const std::string_view one : {".json", ".csv"})
    if (path.ends_with(one)) path.remove_suffix(one.size());
  return std::string(path) + std::string(ending);
}

std::string data_address(const Request& request) {
  return address_with(request, {}, address_as(request, ".json"));
}

}  // namespace sayso::serve
